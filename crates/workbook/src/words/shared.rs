//! The words of what many records have, and of sources and terms.
use super::{FieldWords, Record, field};

pub(super) const RECORDS: &[Record] = &[
    ("Evidence", EVIDENCE),
    ("Time", TIME),
    ("Place", PLACE),
    ("Person", PERSON),
    ("Source", SOURCE),
    ("Archive", ARCHIVE),
    ("Term", TERM),
];

const EVIDENCE: &[FieldWords] = &[
    field(
        "source",
        ["sumber", "source"],
        "laporan",
        ["Id sumber tempat keterangan ini tercetak.", "The id of the source in which it stands."],
    )
    .to("sources"),
    field(
        "line",
        ["baris", "line"],
        "12",
        [
            "Nomor paragraf atau butir daftar dalam sumber, mulai dari 1.",
            "The line (paragraph or list item) of the source's text, from 1.",
        ],
    ),
    field(
        "figure",
        ["tercetak", "as printed"],
        "31,33%",
        [
            "Angka atau nama persis seperti tercetak; bukan kalimatnya.",
            "The figure or the name as printed; never a sentence.",
        ],
    ),
];

const TIME: &[FieldWords] = &[
    field(
        "as_of",
        ["per", "as of"],
        "2025-08-01",
        [
            "Keadaan pada tanggal, bulan, atau tahun ini. Boleh juga “sampai Juli 2025” atau “Januari–Juli 2025” untuk periode.",
            "The state on this day, in this month or year. “Up to July 2025” or “January–July 2025” is understood as a period.",
        ],
    )
    .or(&["tanggal", "waktu", "periode", "time", "date", "period"]),
    field(
        "start",
        ["awal periode", "start"],
        "2025-01",
        [
            "Hari, bulan, atau tahun pertama; kosongkan kalau tidak disebutkan.",
            "The first day, month or year of the period; empty where it is not stated.",
        ],
    ),
    field(
        "end",
        ["akhir periode", "end"],
        "2025-07",
        ["Hari, bulan, atau tahun terakhir.", "The last day, month or year of the period."],
    ),
];

const PLACE: &[FieldWords] = &[
    field(
        "region",
        ["", ""],
        "pulau-contoh",
        [
            "Id daerah tempatnya: kabupaten atau kota.",
            "The id of the region where it is: a regency or a city.",
        ],
    )
    .to("regions"),
    field(
        "basis",
        ["dasar", "basis"],
        "stated",
        [
            "Disebut sumber, atau disimpulkan dari hal lain, misalnya dari namanya.",
            "Whether the source states it or it was inferred, from a name say.",
        ],
    ),
    field(
        "note",
        ["catatan", "note"],
        "Disimpulkan dari nama.|Inferred from the name.",
        ["Dari apa disimpulkan.", "How it was inferred."],
    ),
];

const PERSON: &[FieldWords] = &[
    field(
        "name",
        ["", ""],
        "Penerima Contoh",
        [
            "Nama seperti tercetak; kosongkan kalau tidak dipublikasikan.",
            "The name as printed; empty where it is withheld.",
        ],
    ),
    field(
        "private",
        ["orang pribadi", "private person"],
        "true",
        [
            "“Ya” untuk orang pribadi: namanya dapat disamarkan dan tidak pernah masuk metadata.",
            "“Yes” for a private person, whose name can be masked and is never in metadata.",
        ],
    ),
];

const SOURCE: &[FieldWords] = &[
    field(
        "id",
        ["id", "id"],
        "laporan",
        ["Nama pendek sumber, dipakai di kolom Sumber lembar lain.", "The id that other sheets name."],
    ),
    field(
        "publisher",
        ["penerbit", "publisher"],
        "Kantor Contoh|Sample Office",
        ["Siapa yang menerbitkannya.", "Who published it."],
    ),
    field("title", ["judul", "title"], "Laporan tahunan|Annual report", ["Judul terbitan.", "Its title."]),
    field(
        "url",
        ["alamat", "address"],
        "https://example.org/laporan",
        ["Alamat web lengkap.", "Its address, https://…."],
    )
    .or(&["url", "tautan", "link"]),
    field(
        "published",
        ["terbit", "published"],
        "2025-08-15",
        [
            "Tanggal terbit; kosongkan kalau tidak disebutkan.",
            "When it was published; empty where it does not say.",
        ],
    ),
    field(
        "language",
        ["bahasa", "language"],
        "id",
        ["Kode bahasanya, misalnya id atau en.", "The language it is written in, such as id or en."],
    ),
    field(
        "licence",
        ["lisensi", "licence"],
        "CC-BY-4.0",
        ["Lisensinya; kosongkan kalau tidak disebutkan.", "Its licence; empty where it states none."],
    )
    .or(&["license"]),
    field("archived", ["", ""], "", ["", ""]),
    NOTE,
];

const ARCHIVE: &[FieldWords] = &[
    field(
        "url",
        ["alamat salinan", "copy address"],
        "https://example.org/laporan.txt",
        [
            "Alamat salinan teks sumber, kalau ada yang terbuka untuk umum.",
            "The address of a copy of the source's text, where one is public.",
        ],
    ),
    field(
        "sha256",
        ["SHA-256", "SHA-256"],
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        [
            "SHA-256 teks yang barisnya dirujuk: 64 angka heksadesimal dengan huruf kecil.",
            "The SHA-256 of the text whose lines are referred to: 64 hexadecimal digits in small letters.",
        ],
    ),
];

/// What a reader should know of a record.
pub(super) const NOTE: FieldWords = field(
    "note",
    ["catatan", "note"],
    "Angka ini rekaan.|This figure is invented.",
    ["Yang perlu diketahui pembaca.", "What a reader should know of it."],
);

const TERM: &[FieldWords] = &[
    field("id", ["id", "id"], "jkm", ["Nama pendek istilah.", "Its id."]),
    field("term", ["istilah", "term"], "JKM", ["Istilahnya.", "The term."]),
    field(
        "expansion",
        ["kepanjangan", "expansion"],
        "Jaminan Kematian|Death benefit",
        ["Kepanjangannya kalau berupa singkatan.", "What it stands for, where it is an abbreviation."],
    ),
    field(
        "definition",
        ["arti", "definition"],
        "Santunan bagi ahli waris.|Cash for beneficiaries.",
        ["Artinya.", "What it means."],
    ),
];

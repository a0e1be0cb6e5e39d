//! The words of the whole dataset, and of what many records have.
use super::{FieldWords, Record, field};

pub(super) const RECORDS: &[Record] = &[
    ("", DATASET),
    ("Scheme", SCHEME),
    ("Population", POPULATION),
    ("Privacy", PRIVACY),
    ("Claims", CLAIMS),
    ("Records", FILE),
    ("RecordColumn", FILE_COLUMN),
    ("Evidence", EVIDENCE),
    ("Time", TIME),
    ("Place", PLACE),
    ("Person", PERSON),
    ("Source", SOURCE),
    ("Archive", ARCHIVE),
    ("Term", TERM),
];

const DATASET: &[FieldWords] = &[
    field(
        "$schema",
        ["alamat skema", "schema address"],
        "../schema/dataset-1.schema.json",
        [
            "Alamat JSON Schema untuk penyunting teks; biarkan seperti ini.",
            "The address of the JSON Schema, for editors; leave it as it is.",
        ],
    ),
    field(
        "format",
        ["format", "format"],
        "jamsostek-dashboard/1",
        ["Nama dan versi format; biarkan seperti ini.", "The format and its version; leave it as it is."],
    ),
    field(
        "id",
        ["id laporan", "report id"],
        "pulau-contoh-2025",
        [
            "Nama pendek laporan dari huruf kecil, angka, dan tanda hubung; juga menjadi nama berkasnya.",
            "A short name of the report in lower-case letters, digits and hyphens; it is the file's name, too.",
        ],
    ),
    field(
        "report",
        ["seri laporan", "report series"],
        "pulau-contoh",
        [
            "Nama bersama semua edisi laporan ini, kalau bukan id laporan tanpa tanggal di belakangnya.",
            "The name that all editions of this report share, where it is not the report's id without the date at its end.",
        ],
    ),
    field(
        "title",
        ["judul", "title"],
        "Perlindungan pekerja di Pulau Contoh|Worker protection on Sample Island",
        ["Judul laporan.", "The report's title."],
    ),
    field(
        "summary",
        ["ringkasan", "summary"],
        "Berapa pekerja yang sudah terlindungi.|How many workers are covered.",
        [
            "Isi laporan dalam satu atau dua kalimat, tanpa nama orang pribadi.",
            "What the report is about, in one or two sentences, without names of private persons.",
        ],
    ),
    field(
        "languages",
        ["bahasa", "languages"],
        "id; en",
        [
            "Bahasa yang dipakai laporan, yang utama lebih dulu.",
            "The languages the report is written in, the main one first.",
        ],
    ),
    field("edition", ["edisi", "edition"], "2025-08", ["Edisi laporan.", "The edition, such as 2025-08."]),
    field(
        "updated",
        ["diperbarui", "updated"],
        "2025-09-01",
        ["Tanggal perubahan terakhir.", "When the data was last changed."],
    ),
    field(
        "region",
        ["daerah", "region"],
        "pulau-contoh",
        ["Id daerah yang dibahas laporan.", "The id of the region the report is about."],
    )
    .to("regions")
    .or(&["wilayah"]),
    field(
        "office",
        ["kantor", "office"],
        "Kantor Jaminan Sosial Contoh|Sample Social Security Office",
        [
            "Kantor yang dilaporkan, sebagaimana disebut sumber.",
            "The office whose work is reported, as the source names it.",
        ],
    ),
    field(
        "scheme",
        ["program jaminan", "scheme"],
        "",
        [
            "Kosongkan untuk jaminan sosial ketenagakerjaan.",
            "Leave it empty for the social security for employment.",
        ],
    ),
    field("population", ["yang dihitung", "who is counted"], "", ["", ""]),
    field(
        "currency",
        ["mata uang", "currency"],
        "IDR",
        [
            "Mata uang untuk nilai yang tidak menyebutnya sendiri: tiga huruf menurut ISO 4217.",
            "The currency of amounts that name none: three letters after ISO 4217.",
        ],
    ),
    field(
        "headline",
        ["angka utama", "headline figure"],
        "tingkat-2025",
        [
            "Id angka yang ditampilkan paling besar. Kalau kosong: tingkat kepesertaan terbaru daerah ini.",
            "The id of the figure that stands above all. If empty: the newest coverage rate of the region.",
        ],
    )
    .to("observations"),
    field("privacy", ["", ""], "", ["", ""]),
    field("sources", ["", ""], "", ["", ""]),
    field("regions", ["", ""], "", ["", ""]),
    field("groups", ["", ""], "", ["", ""]),
    field("group_sets", ["", ""], "", ["", ""]),
    field("programmes", ["", ""], "", ["", ""]),
    field("indicators", ["", ""], "", ["", ""]),
    field("observations", ["", ""], "", ["", ""]),
    field("series_breaks", ["", ""], "", ["", ""]),
    field("claims", ["", ""], "", ["", ""]),
    field("awards", ["", ""], "", ["", ""]),
    field("events", ["", ""], "", ["", ""]),
    field("policies", ["", ""], "", ["", ""]),
    field("statements", ["", ""], "", ["", ""]),
    field("facts", ["", ""], "", ["", ""]),
    field("notes", ["", ""], "", ["", ""]),
    field("glossary", ["", ""], "", ["", ""]),
];

const SCHEME: &[FieldWords] = &[
    field(
        "name",
        ["nama", "name"],
        "jaminan sosial ketenagakerjaan|employment social security",
        [
            "Nama program jaminan dalam kalimat. Kosongkan untuk jaminan sosial ketenagakerjaan.",
            "The scheme's name in running text. Leave it empty for the social security for employment.",
        ],
    ),
    field(
        "short",
        ["singkatan", "short name"],
        "Jamsostek",
        ["Nama pendek atau singkatannya.", "A shorter name, or its abbreviation."],
    ),
];

const POPULATION: &[FieldWords] = &[
    field(
        "one",
        ["satu", "one"],
        "pekerja|worker",
        [
            "Sebutan untuk satu orang yang dihitung. Kosongkan untuk pekerja.",
            "The noun for one of those who are counted. Leave it empty for workers.",
        ],
    ),
    field(
        "many",
        ["banyak", "many"],
        "pekerja|workers",
        [
            "Sebutan untuk banyak orang; dalam bahasa Indonesia sama saja.",
            "The noun for many; in Indonesian it is the same.",
        ],
    ),
];

const PRIVACY: &[FieldWords] = &[field(
    "mask_private_persons",
    ["samarkan nama orang pribadi", "mask private persons"],
    "false",
    [
        "Tulis “ya” kalau nama orang pribadi tidak boleh tampil di mana pun.",
        "Write “yes” where names of private persons are withheld in everything that is shown or written.",
    ],
)];

const CLAIMS: &[FieldWords] = &[
    field("cases", ["", ""], "", ["", ""]),
    field(
        "cases_are_examples",
        ["klaim hanya contoh", "claims are examples"],
        "true",
        [
            "“Ya” kalau lembar Klaim hanya memuat contoh, “tidak” kalau memuat semuanya; kosong kalau tidak disebutkan.",
            "“Yes” where the sheet Claims lists examples only, “no” where it lists all; empty where that is not stated.",
        ],
    ),
    field("records", ["berkas klaim", "claims file"], "", ["", ""]),
];

const FILE: &[FieldWords] = &[
    field(
        "href",
        ["", ""],
        "klaim-contoh.csv",
        [
            "Alamat berkas tersendiri dengan tabel klaim yang besar.",
            "The address of a file of its own with a large table of claims.",
        ],
    ),
    field(
        "media_type",
        ["jenis berkas", "media type"],
        "text/csv",
        ["Jenis media berkas itu.", "The file's media type, such as text/csv."],
    ),
    field("rows", ["jumlah baris", "rows"], "5000", ["Jumlah barisnya.", "How many rows it has."]),
    field("columns", ["", ""], "", ["", ""]),
    field("evidence", ["", ""], "", ["", ""]),
];

const FILE_COLUMN: &[FieldWords] = &[
    field("name", ["nama", "name"], "dibayar_pada", ["Nama kolom di berkas itu.", "Its name in the file."]),
    field(
        "label",
        ["sebutan", "label"],
        "Dibayar pada|Paid on",
        ["Judul kolom bagi pembaca.", "What it is called."],
    ),
    field("type", ["jenis isi", "type"], "date", ["Jenis isi selnya.", "What its cells hold."]),
    field(
        "definition",
        ["arti", "definition"],
        "Hari uang dikirim.|The day the money was sent.",
        ["Penjelasan isi kolom.", "What it means."],
    ),
    field(
        "private",
        ["orang pribadi", "private"],
        "false",
        ["“Ya” kalau kolom ini memuat nama orang pribadi.", "“Yes” where it holds names of private persons."],
    ),
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

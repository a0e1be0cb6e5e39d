//! The words of claims, of awards, and of what surrounds the figures.
use super::figures::EVIDENCE;
use super::shared::NOTE;
use super::{FieldWords, Record, field};

pub(super) const RECORDS: &[Record] = &[
    ("ClaimCase", CASE),
    ("Event", EVENT),
    ("Attendee", ATTENDEE),
    ("Policy", POLICY),
    ("Target", TARGET),
    ("Statement", STATEMENT),
    ("Fact", FACT),
    ("FactVersion", FACT_VERSION),
    ("Note", REMARK),
];

/// The office that somebody holds.
const OFFICE: FieldWords =
    field("office", ["jabatan", "office"], "Gubernur|Governor", ["Jabatannya.", "The office held."]);

/// The currency of an amount.
pub(super) const CURRENCY: FieldWords = field(
    "currency",
    ["mata uang", "currency"],
    "IDR",
    ["Kosongkan kalau sama dengan mata uang laporan.", "The currency; if empty, the report's."],
);

const CASE: &[FieldWords] = &[
    field("id", ["id", "id"], "penyerahan-1", ["Nama pendek klaim.", "Its id."]),
    field(
        "date",
        ["tanggal", "date"],
        "2025-08-27",
        ["Tanggal dibayar atau diserahkan.", "When it was paid or handed over."],
    ),
    field(
        "programme",
        ["program", "programme"],
        "jkm",
        ["Id program yang membayar.", "The id of the programme that paid."],
    )
    .to("programmes")
    .or(&["program"]),
    field("beneficiary", ["penerima manfaat", "beneficiary"], "", ["", ""]),
    field(
        "relation",
        ["hubungan", "relation"],
        "ahli waris|beneficiary",
        ["Hubungan penerima dengan peserta.", "What the beneficiary is to the insured worker."],
    ),
    field("insured", ["peserta", "insured worker"], "", ["", ""]),
    field(
        "group",
        ["kelompok", "group"],
        "mandiri",
        ["Id kelompok peserta.", "The id of the group the worker belonged to."],
    )
    .to("groups"),
    field(
        "workplace",
        ["tempat kerja", "workplace"],
        "Pelabuhan Contoh|Sample Harbour",
        ["Kelompok dan tempat kerja seperti tercetak.", "Group and workplace as the source prints them."],
    ),
    field("place", ["tempat", "place"], "", ["", ""]),
    field(
        "amount",
        ["nilai", "amount"],
        "42000000",
        [
            "Nilainya dalam satuan mata uang, tanpa desimal; kosong kalau tidak disebutkan.",
            "The amount in whole units of the currency; empty where it is not stated.",
        ],
    ),
    CURRENCY,
    field(
        "symbolic",
        ["simbolis", "symbolic"],
        "true",
        [
            "“Ya” kalau diserahkan secara simbolis dalam acara.",
            "“Yes” where it was handed over as a symbol at a ceremony.",
        ],
    ),
    EVIDENCE,
    NOTE,
];

const EVENT: &[FieldWords] = &[
    field("id", ["id", "id"], "malam-anugerah", ["Nama pendek acara.", "Its id."]),
    field("label", ["nama", "name"], "Malam anugerah|Gala", ["Nama acara.", "What it was."]),
    field("date", ["tanggal", "date"], "2025-11-20", ["Tanggalnya.", "When."]),
    field(
        "venue",
        ["tempat acara", "venue"],
        "Balai Kota|Town Hall",
        ["Gedung atau tempatnya.", "The venue."],
    ),
    field(
        "region",
        ["daerah", "region"],
        "pulau-contoh",
        ["Id daerah tempat acara berlangsung.", "The id of the region it took place in."],
    )
    .to("regions")
    .or(&["wilayah"]),
    field("attendees", ["", ""], "", ["", ""]),
    EVIDENCE,
    NOTE,
];

const ATTENDEE: &[FieldWords] = &[
    field("name", ["nama", "name"], "Para wali kota|All mayors", ["Siapa yang hadir.", "Who attended."]),
    OFFICE,
    EVIDENCE,
];

const POLICY: &[FieldWords] = &[
    field("id", ["id", "id"], "uu-contoh", ["Nama pendek dasar hukum.", "Its id."]),
    field(
        "instrument",
        ["bentuk", "instrument"],
        "Undang-undang|Act",
        [
            "Bentuknya, misalnya Instruksi Presiden.",
            "What kind of instrument it is, such as a presidential instruction.",
        ],
    ),
    field("number", ["nomor", "number"], "2", ["Nomornya.", "Its number."]),
    field("year", ["tahun", "year"], "2021", ["Tahunnya.", "Its year."]),
    field(
        "about",
        ["tentang", "about"],
        "Siapa yang wajib menjadi peserta.|Who must be a member.",
        ["Isinya dengan kata-kata sendiri.", "What it is about, in your own words."],
    ),
    field("targets", ["", ""], "", ["", ""]),
    EVIDENCE,
];

const TARGET: &[FieldWords] = &[
    field("id", ["id", "id"], "sasaran-2045", ["Nama pendek sasaran.", "Its id."]),
    field(
        "label",
        ["nama", "name"],
        "Cakupan semesta|Universal coverage",
        ["Nama sasaran.", "What it is called, such as universal coverage."],
    ),
    field(
        "indicator",
        ["indikator", "indicator"],
        "tingkat",
        ["Id indikator yang disasar.", "The id of the indicator it is set for."],
    )
    .to("indicators"),
    field(
        "region",
        ["daerah", "region"],
        "pulau-contoh",
        [
            "Id daerahnya; kosong kalau sasarannya untuk daerah yang lebih luas.",
            "The id of the region it is set for; empty where it is set for a larger one.",
        ],
    )
    .to("regions")
    .or(&["wilayah"]),
    field(
        "value",
        ["nilai", "value"],
        "100",
        [
            "Nilai yang hendak dicapai; kosong kalau sasarannya hanya disebut namanya.",
            "The value to reach; empty where the goal is only named.",
        ],
    ),
    field(
        "basis",
        ["dasar", "basis"],
        "inferred",
        [
            "Nilainya disebut sumber, atau disimpulkan dari nama sasaran.",
            "Whether the value is stated or follows from the goal's name.",
        ],
    ),
    field("by", ["paling lambat", "by"], "2045", ["Kapan harus tercapai.", "By when."]),
    EVIDENCE,
    NOTE,
];

const STATEMENT: &[FieldWords] = &[
    field("id", ["id", "id"], "pernyataan-1", ["Nama pendek pernyataan.", "Its id."]),
    field("speaker", ["siapa", "speaker"], "Pembicara Contoh", ["Siapa yang mengatakannya.", "Who said it."]),
    OFFICE,
    field("date", ["tanggal", "date"], "2025-11-20", ["Tanggalnya.", "When."]),
    field(
        "text",
        ["isi", "text"],
        "Ia meminta perlindungan diperluas.|She asks for wider protection.",
        ["Isinya dengan kata-kata sendiri, bukan kutipan.", "A paraphrase, never the words of the source."],
    ),
    EVIDENCE,
];

/// The records that a note or a fact is about.
const ABOUT: FieldWords = field(
    "about",
    ["tentang", "about"],
    "tingkat-2025",
    [
        "Id catatan, angka, atau bagian lain yang dimaksud, dipisahkan titik koma.",
        "The ids of the records it is about, with semicolons between them.",
    ],
);

const FACT: &[FieldWords] = &[
    field("id", ["id", "id"], "hari-acara", ["Nama pendek fakta.", "Its id."]),
    field(
        "label",
        ["nama", "name"],
        "Hari acara|Day of the ceremony",
        ["Hal yang berbeda antarsumber.", "What the sources differ about, such as the day of a ceremony."],
    ),
    ABOUT,
    field("versions", ["", ""], "", ["", ""]),
    NOTE,
];

const FACT_VERSION: &[FieldWords] = &[
    field(
        "text",
        ["isi", "text"],
        "Senin|Monday",
        ["Isi satu sumber dengan kata-kata sendiri.", "What one source states, in your own words."],
    ),
    field(
        "preferred",
        ["diutamakan", "preferred"],
        "true",
        [
            "“Ya” untuk yang dianggap benar; kosong kalau belum jelas.",
            "“Yes” where this one is held to be right; none is where that is open.",
        ],
    ),
    EVIDENCE,
];

const REMARK: &[FieldWords] = &[
    field("id", ["id", "id"], "catatan-1", ["Nama pendek catatan.", "Its id."]),
    field("severity", ["jenis", "kind"], "gap", ["Jenis catatan.", "What kind of note it is."])
        .or(&["severity"]),
    ABOUT,
    field(
        "text",
        ["isi", "text"],
        "Jumlah pekerja tidak disebutkan.|The number of workers is not stated.",
        ["Isi catatan bagi pembaca.", "The note for readers."],
    ),
    EVIDENCE,
];

//! The words of claims, of awards, and of what surrounds the figures.
use super::figures::EVIDENCE;
use super::whole::NOTE;
use super::{FieldWords, Record, field};

pub(super) const RECORDS: &[Record] = &[
    ("ClaimCase", CASE),
    ("Award", AWARD),
    ("Jury", JURY),
    ("Juror", JUROR),
    ("AwardCounts", COUNTS),
    ("Category", CATEGORY),
    ("Winner", WINNER),
    ("Persons", PERSONS),
    ("Prize", PRIZE),
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
const CURRENCY: FieldWords = field(
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

const AWARD: &[FieldWords] = &[
    field("id", ["id", "id"], "penghargaan-2025", ["Nama pendek penghargaan.", "Its id."]),
    field(
        "name",
        ["nama", "name"],
        "Penghargaan Contoh|Sample Award",
        ["Nama penghargaan.", "The award's name."],
    ),
    field(
        "edition",
        ["edisi", "edition"],
        "2025",
        [
            "Edisinya; kosong kalau tidak disebutkan.",
            "The edition, such as 2024; empty where it is not stated.",
        ],
    ),
    field(
        "region",
        ["daerah", "region"],
        "pulau-contoh",
        ["Id daerah tempat penghargaan diberikan.", "The id of the region it is given in."],
    )
    .to("regions")
    .or(&["wilayah"]),
    field(
        "organisers",
        ["penyelenggara", "organisers"],
        "Pemerintah Contoh; Kantor Contoh|Sample Government; Sample Office",
        ["Siapa yang memberikannya, dipisahkan titik koma.", "Who gives it, with semicolons between them."],
    ),
    field(
        "event",
        ["acara", "event"],
        "malam-anugerah",
        ["Id acaranya.", "The id of the event at which it was given."],
    )
    .to("events"),
    field("jury", ["juri", "jury"], "", ["", ""]),
    field("stated", ["menurut sumber", "stated"], "", ["", ""]),
    field("categories", ["", ""], "", ["", ""]),
    field("special", ["", ""], "", ["", ""]),
    EVIDENCE,
    NOTE,
];

const JURY: &[FieldWords] = &[
    field(
        "stated",
        ["jumlah", "stated"],
        "9",
        ["Jumlah juri yang disebut sumber.", "How many jurors the source says there were."],
    ),
    field("members", ["", ""], "", ["", ""]),
    EVIDENCE,
];

const JUROR: &[FieldWords] = &[
    field("name", ["nama", "name"], "Juri Contoh", ["Nama seperti tercetak.", "The name as printed."]),
    field(
        "role",
        ["peran", "role"],
        "Ketua|Chair",
        ["Perannya; kosong kalau tidak disebutkan.", "The role; empty where none is stated."],
    ),
    EVIDENCE,
];

const COUNTS: &[FieldWords] = &[
    field(
        "categories",
        ["kategori", "categories"],
        "4",
        [
            "Jumlah kategori menurut sumber, dirinci atau tidak.",
            "How many categories there were, as the source states it. Of a category, how many it was divided into.",
        ],
    ),
    field(
        "winners",
        ["penerima", "winners"],
        "12",
        [
            "Jumlah penerima penghargaan dalam kategori menurut sumber.",
            "How many were honoured in the categories.",
        ],
    ),
    field("nominees", ["nomine", "nominees"], "30", ["Jumlah nomine.", "How many were nominated."]),
    field(
        "applications",
        ["pendaftar", "applications"],
        "412",
        ["Jumlah pendaftar.", "How many had applied."],
    ),
    EVIDENCE,
];

const CATEGORY: &[FieldWords] = &[
    field("id", ["id", "id"], "kota", ["Nama pendek kategori.", "Its id."]),
    field(
        "label",
        ["nama", "name"],
        "Pemerintah Kota|City governments",
        ["Nama kategori.", "What it is called."],
    ),
    field(
        "parent",
        ["kategori induk", "parent category"],
        "Badan Usaha|Business entities",
        ["Nama kategori yang mencakupnya.", "The name of the category it belongs to."],
    ),
    field(
        "parent_basis",
        ["dasar kategori induk", "basis of the parent"],
        "stated",
        ["Kategori induk disebut sumber, atau disimpulkan.", "Whether the parent is stated or inferred."],
    ),
    field("winners", ["", ""], "", ["", ""]),
    field(
        "winners_missing",
        ["penerima tidak lengkap karena", "winners missing because"],
        "not_stated",
        [
            "Sebab penerima tidak dirinci, atau tidak semuanya; kosong kalau semua ada.",
            "Why no winners are listed, or not all of them; empty where all are.",
        ],
    ),
    field("stated", ["menurut sumber", "stated"], "", ["", ""]),
    EVIDENCE,
    NOTE,
];

const WINNER: &[FieldWords] = &[
    field("id", ["id", "id"], "kota-contoh", ["Nama pendek penerima.", "Its id."]),
    field(
        "name",
        ["nama", "name"],
        "Kota Contoh|Sample City",
        ["Nama seperti tercetak.", "The name as printed."],
    ),
    field(
        "rank",
        ["peringkat", "rank"],
        "1",
        [
            "Peringkat mulai dari 1; kosong kalau tidak disebutkan. Peringkat boleh sama.",
            "The rank, from 1; empty where none is stated. Ties share a rank.",
        ],
    ),
    field(
        "region",
        ["daerah itu sendiri", "region itself"],
        "pulau-contoh",
        [
            "Id daerah kalau penerimanya pemerintah daerah atau desa.",
            "The id of the region that the winner is itself, where it is a government or a village.",
        ],
    )
    .to("regions"),
    field("place", ["tempat", "place"], "", ["", ""]),
    field(
        "citation",
        ["alasan", "citation"],
        "Atas perlindungan nelayan|For the protection of fishers",
        ["Atas apa penghargaan diberikan.", "What the award was given for."],
    ),
    field("persons", ["orang terlindungi", "persons protected"], "", ["", ""]),
    field("prize", ["hadiah", "prize"], "", ["", ""]),
    EVIDENCE,
    NOTE,
];

const PERSONS: &[FieldWords] = &[
    field(
        "value",
        ["", ""],
        "45000",
        ["Jumlah orang yang dilindungi penerima.", "How many persons the winner protects."],
    ),
    field(
        "qualifier",
        ["sifat angka", "qualifier"],
        "at_least",
        [
            "Hubungan angka dengan kenyataan. Kalau kosong: tepat.",
            "How the number relates to the truth. If empty: exact.",
        ],
    ),
    field(
        "label",
        ["sebutan", "label"],
        "pekerja rentan|vulnerable workers",
        [
            "Siapa mereka, sebagai kata sesudah angka.",
            "Who they are, in the form that follows the number: fishers, but fisher after 1.",
        ],
    ),
    EVIDENCE,
];

const PRIZE: &[FieldWords] = &[
    field(
        "amount",
        ["", ""],
        "25000000",
        ["Nilai hadiah dalam satuan mata uang.", "The prize money in whole units of the currency."],
    ),
    CURRENCY,
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

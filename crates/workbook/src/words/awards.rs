//! The words of awards.
use super::context::CURRENCY;
use super::figures::EVIDENCE;
use super::shared::NOTE;
use super::{FieldWords, Record, field};

pub(super) const RECORDS: &[Record] = &[
    ("Award", AWARD),
    ("Jury", JURY),
    ("Juror", JUROR),
    ("AwardCounts", COUNTS),
    ("Category", CATEGORY),
    ("Winner", WINNER),
    ("Persons", PERSONS),
    ("Prize", PRIZE),
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

//! Words and signs that stand beside numbers, in Indonesian and in English.
use dataset::{Missing, Qualifier};

/// What a word or a sign beside a number says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Qualifier(Qualifier),
    /// Between two qualifiers of the dataset.
    Vague(Qualifier, Qualifier),
    /// A power of ten.
    Scale(i32),
    /// *Miliar* to one, *million* to the other.
    M,
    Percent,
    Points,
    /// The code of a currency.
    Currency(&'static str),
    /// A sign that several currencies have.
    WhichCurrency,
    Noun,
    /// `antara`, `dari`
    Opening,
    /// `sampai`, between two numbers
    To,
    /// `dan`, between two numbers after an opening
    And,
    Minus,
}

/// The most words of a phrase.
pub(super) const LONGEST: usize = 4;

use Kind::{And, Currency, M, Minus, Noun, Opening, Percent, Points, Scale, To, Vague, WhichCurrency};

const QUALIFIERS: [(Qualifier, &[&str]); 8] = [
    (
        Qualifier::MoreThan,
        &[
            "lebih dari",
            "lebih daripada",
            "di atas",
            "diatas",
            "melebihi",
            "melampaui",
            "lebih",
            "more than",
            "over",
            "above",
            "greater than",
            "exceeding",
            "in excess of",
            ">",
        ],
    ),
    (
        Qualifier::AtLeast,
        &[
            "sedikitnya",
            "sedikit-dikitnya",
            "setidaknya",
            "setidak-tidaknya",
            "sekurangnya",
            "sekurang-kurangnya",
            "paling sedikit",
            "paling kurang",
            "paling rendah",
            "minimal",
            "minimum",
            "min",
            "tidak kurang dari",
            "tak kurang dari",
            "atau lebih",
            "ke atas",
            "at least",
            "no less than",
            "not less than",
            "no fewer than",
            "not fewer than",
            "or more",
            "or above",
            "or over",
            ">=",
            "≥",
        ],
    ),
    (
        Qualifier::LessThan,
        &["kurang dari", "di bawah", "dibawah", "less than", "fewer than", "under", "below", "<"],
    ),
    (
        Qualifier::AtMost,
        &[
            "paling banyak",
            "paling tinggi",
            "sebanyak-banyaknya",
            "maksimal",
            "maksimum",
            "maks",
            "max",
            "maximum",
            "tidak lebih dari",
            "tak lebih dari",
            "atau kurang",
            "at most",
            "no more than",
            "not more than",
            "or less",
            "or fewer",
            "<=",
            "≤",
        ],
    ),
    (
        Qualifier::Approx,
        &[
            "sekitar",
            "kira-kira",
            "kurang lebih",
            "lebih kurang",
            "kurang-lebih",
            "lebih-kurang",
            "about",
            "around",
            "approximately",
            "approx",
            "roughly",
            "circa",
            "ca",
            "±",
            "~",
            "≈",
            "+-",
        ],
    ),
    (
        Qualifier::Estimate,
        &["perkiraan", "diperkirakan", "estimasi", "taksiran", "ditaksir", "est", "estimated", "estimate"],
    ),
    (Qualifier::Truncated, &["dibulatkan ke bawah", "rounded down"]),
    (Qualifier::Exact, &["tepat", "tepatnya", "persis", "exactly"]),
];

const OTHERS: [(Kind, &[&str]); 22] = [
    (
        Vague(Qualifier::LessThan, Qualifier::Approx),
        &["hampir", "mendekati", "nearly", "almost", "close to", "just under", "just below", "nyaris"],
    ),
    (Vague(Qualifier::MoreThan, Qualifier::Approx), &["just over", "just above"]),
    (Vague(Qualifier::AtLeast, Qualifier::MoreThan), &["+"]),
    (Vague(Qualifier::AtMost, Qualifier::Exact), &["up to"]),
    (Scale(3), &["ribu", "rb", "thousand", "k"]),
    (Scale(6), &["juta", "jt", "million", "millions", "mn", "mio"]),
    (Scale(9), &["miliar", "milyar", "miliard", "milyard", "billion", "billions", "bn"]),
    (Scale(12), &["triliun", "trilyun", "trillion", "trillions", "tn", "t"]),
    (M, &["m"]),
    (Percent, &["%", "persen", "prosen", "per cent", "percent", "pct"]),
    (Points, &["poin persen", "poin persentase", "percentage point", "percentage points", "pp"]),
    (Currency("IDR"), &["rp", "idr", "rupiah", "rupiahs"]),
    (Currency("USD"), &["us$", "usd", "dolar as", "us dollar", "us dollars"]),
    (Currency("EUR"), &["€", "eur", "euro", "euros"]),
    (Currency("MYR"), &["rm", "myr", "ringgit"]),
    (Currency("SGD"), &["s$", "sgd"]),
    (WhichCurrency, &["$", "£", "¥", "dolar", "dollar", "dollars", "yen", "pound", "pounds"]),
    (Opening, &["antara", "di antara", "dari", "between", "from"]),
    (To, &["–", "—", "-", "sampai", "sampai dengan", "hingga", "s.d", "s/d", "sd", "to"]),
    (And, &["dan", "and"]),
    (Minus, &["−", "minus"]),
    (
        Noun,
        &[
            "orang",
            "jiwa",
            "pekerja",
            "pekerja rentan",
            "tenaga kerja",
            "peserta",
            "peserta aktif",
            "anak",
            "siswa",
            "penerima",
            "penerima manfaat",
            "penerima upah",
            "ahli waris",
            "klaim",
            "kasus",
            "perusahaan",
            "badan usaha",
            "pemberi kerja",
            "desa",
            "kelurahan",
            "kabupaten/kota",
            "nelayan",
            "petani",
            "buruh",
            "unit",
            "people",
            "persons",
            "person",
            "worker",
            "workers",
            "vulnerable workers",
            "member",
            "members",
            "participants",
            "child",
            "children",
            "pupils",
            "claim",
            "claims",
            "case",
            "cases",
            "beneficiary",
            "beneficiaries",
            "fisher",
            "fishers",
            "farmer",
            "farmers",
            "village",
            "villages",
            "company",
            "companies",
            "employer",
            "employers",
        ],
    ),
];

/// What a phrase in small letters says.
pub(super) fn kind(phrase: &str) -> Option<Kind> {
    let qualifier = QUALIFIERS.iter().find(|(_, words)| words.contains(&phrase));
    let other = || OTHERS.iter().find(|(_, words)| words.contains(&phrase)).map(|(kind, _)| *kind);
    qualifier.map(|(qualifier, _)| Kind::Qualifier(*qualifier)).or_else(other)
}

/// Whether a qualifier stands behind its number.
pub(super) fn is_behind(phrase: &str) -> bool {
    let behind = [
        "lebih",
        "atau lebih",
        "ke atas",
        "atau kurang",
        "or more",
        "or above",
        "or over",
        "or less",
        "or fewer",
    ];
    behind.contains(&phrase)
}

const MISSING: [(Missing, &[&str]); 4] = [
    (
        Missing::NotStated,
        &[
            "-",
            "--",
            "---",
            "–",
            "—",
            "−",
            "n/a",
            "n.a.",
            "n.a",
            "na",
            "tidak disebut",
            "tidak disebutkan",
            "tak disebut",
            "tak disebutkan",
            "tidak dinyatakan",
            "tidak dicantumkan",
            "tidak tersedia",
            "belum tersedia",
            "data tidak tersedia",
            "tidak diketahui",
            "tidak ada data",
            "not stated",
            "not_stated",
            "not available",
            "no data",
            "unknown",
            "not known",
        ],
    ),
    (
        Missing::NotCollected,
        &["tidak didata", "belum didata", "tidak dikumpulkan", "not collected", "not_collected"],
    ),
    (Missing::NotApplicable, &["tidak berlaku", "tidak relevan", "not applicable", "not_applicable"]),
    (Missing::Confidential, &["dirahasiakan", "rahasia", "withheld", "confidential", "suppressed"]),
];

/// Why a text in small letters says that there is no number.
pub(crate) fn missing(text: &str) -> Option<Missing> {
    MISSING.iter().find(|(_, words)| words.contains(&text)).map(|(reason, _)| *reason)
}

/// Whether a text in small letters is 0 to one and no number to the other.
pub(super) fn is_zero_or_missing(text: &str) -> bool {
    ["nihil", "kosong", "tidak ada", "belum ada", "nil", "none", "nol", "zero", "tak ada", "empty"]
        .contains(&text)
}

/// Whether a text is what a spreadsheet shows for a formula that failed, in any case.
pub(crate) fn is_error(text: &str) -> bool {
    let known =
        ["#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#N/A", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!"];
    known.iter().any(|error| error.eq_ignore_ascii_case(text))
        || text.len() > 2 && text.bytes().all(|byte| byte == b'#')
        || text.strip_prefix("Err:").is_some_and(|code| code.bytes().all(|byte| byte.is_ascii_digit()))
}

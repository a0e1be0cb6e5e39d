//! What is wrong with a dataset and how to mend it, in plain words.
//!
//! A new rule gets a line here: a pair of sentences in each language, in which `{0}`,
//! `{1}` … stand for what the rule found.
#[cfg(feature = "publish")]
mod breaches;
#[cfg(feature = "publish")]
mod files;
#[cfg(feature = "publish")]
mod origins;
#[cfg(feature = "publish")]
mod slips;

use super::{Lang, fill, pick};
use dataset::json::{Problem, Reason};
use dataset::{FORMAT, Finding, Rule};

/// What a finding says and how to mend it. Sentences without a full stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingText {
    /// What is wrong.
    pub what: String,
    /// How to mend it.
    pub mend: String,
}

/// The words for a finding.
#[must_use]
pub fn finding(lang: Lang, finding: &Finding) -> FindingText {
    match &finding.rule {
        #[cfg(feature = "publish")]
        Rule::Syntax(Reason::Unclosed { mark, line }) => slips::unclosed(lang, *mark, *line),
        Rule::Syntax(reason) => syntax(*reason).fill(lang, &[]),
        Rule::UnknownFormat { found } => unknown_format(lang, found.as_deref()),
        Rule::Value(problem) => {
            let words = value(lang, problem);
            #[cfg(feature = "publish")]
            let words = FindingText { mend: slips::shape(lang, finding).unwrap_or(words.mend), ..words };
            words
        }
        #[cfg(feature = "publish")]
        Rule::File(fault) => files::file(lang, fault),
        #[cfg(feature = "publish")]
        Rule::Breach(breach) => breaches::breach(lang, breach),
        #[cfg(feature = "publish")]
        Rule::More { code, count, .. } => slips::more(lang, code, *count),
    }
}

/// What is wrong and how to mend it, in each language, with places to fill in.
struct Words {
    id: [&'static str; 2],
    en: [&'static str; 2],
}

impl Words {
    fn fill(&self, lang: Lang, found: &[&str]) -> FindingText {
        let [what, mend] = match lang {
            Lang::Id => self.id,
            Lang::En => self.en,
        };
        FindingText { what: fill(what, found), mend: fill(mend, found) }
    }
}

fn syntax(reason: Reason) -> Words {
    match reason {
        Reason::UnexpectedEnd => Words {
            id: [
                "Teks berakhir di tengah sebuah nilai",
                "Lengkapi yang kurang: kurung penutup atau tanda kutip penutup",
            ],
            en: [
                "The text ends inside a value",
                "Add what is missing: a closing bracket or a closing quotation mark",
            ],
        },
        Reason::ExpectedValue => Words {
            id: [
                "Di sini seharusnya ada nilai",
                "Tulis teks dalam tanda kutip ganda, angka, true, false, null, daftar, atau objek",
            ],
            en: [
                "A value is expected here",
                "Write a string in double quotes, a number, true, false, null, an array or an object",
            ],
        },
        Reason::ExpectedColon => Words {
            id: ["Titik dua setelah nama tidak ada", "Tulis : di antara nama dan nilainya"],
            en: ["The colon after a name is missing", "Write : between the name and its value"],
        },
        Reason::ExpectedCommaOrEnd => Words {
            id: [
                "Di sini seharusnya ada koma atau kurung penutup",
                "Tulis koma sebelum nilai berikutnya, atau tutup kurungnya; tanda kutip di dalam teks ditulis \\\"",
            ],
            en: [
                "A comma or a closing bracket is expected here",
                "Write a comma before the next value, or close the bracket; a quotation mark inside a string is \
                 written \\\"",
            ],
        },
        Reason::ExpectedName => Words {
            id: [
                "Di sini seharusnya ada nama dalam tanda kutip ganda",
                "Tulis nama itu dalam tanda kutip ganda: \"nama\": nilai",
            ],
            en: [
                "A name in double quotes is expected here",
                "Put the name in double quotes: \"name\": value",
            ],
        },
        Reason::TrailingComma => Words {
            id: ["Ada koma tepat sebelum kurung penutup", "Hapus koma itu"],
            en: ["A comma stands before the closing bracket", "Delete the comma"],
        },
        _ => syntax_inside(reason),
    }
}

/// What goes wrong inside a value, or with the text as a whole.
fn syntax_inside(reason: Reason) -> Words {
    match reason {
        Reason::BadNumber => Words {
            id: [
                "Angka ini tidak sah dalam JSON",
                "Tulis angka dengan titik desimal, misalnya 0.5 atau -12: tanpa nol di depan, tanpa pemisah ribuan",
            ],
            en: [
                "JSON does not know this number",
                "Write digits with a decimal point, such as 0.5 or -12: no leading zero, no thousands separator",
            ],
        },
        Reason::BadEscape => Words {
            id: [
                "Garis miring terbalik di sini tidak diikuti huruf yang dikenal JSON",
                "Tulis \\\\ untuk garis miring terbalik itu sendiri",
            ],
            en: [
                "The backslash here starts an escape that JSON does not know",
                "Write \\\\ for a backslash itself",
            ],
        },
        Reason::ControlCharacter => Words {
            id: [
                "Ada pindah baris atau karakter kendali di dalam teks",
                "Tulis \\n untuk pindah baris, atau tutup teks dengan tanda kutip",
            ],
            en: [
                "A line break or a control character stands inside a string",
                "Write \\n for a line break, or close the string with a quotation mark",
            ],
        },
        Reason::TrailingText => Words {
            id: ["Ada tulisan setelah akhir dokumen", "Hapus semua yang ada setelah kurung penutup terakhir"],
            en: [
                "Something follows the end of the document",
                "Delete all that follows the last closing bracket",
            ],
        },
        #[cfg(feature = "publish")]
        Reason::Empty | Reason::Comment | Reason::Quotes => slips::slip(reason),
        Reason::TooDeep => Words {
            id: ["Lebih dari 100 kurung terbuka sekaligus", "Kurangi tingkat kurung di dalam kurung"],
            en: ["More than 100 brackets are open at once", "Nest the values less deeply"],
        },
        Reason::LongNames => Words {
            id: [
                "Nama ini, beserta nama-nama yang melingkupinya, lebih dari 1.000 byte",
                "Persingkat nama atau id itu; teks yang panjang ditulis sebagai nilai",
            ],
            en: [
                "This name, with the names around it, has more than 1,000 bytes",
                "Shorten the name or id; long texts are values",
            ],
        },
        _ => Words {
            id: ["Teks lebih besar dari 4 GB", "Bagi dataset menjadi beberapa berkas"],
            en: ["The text is larger than 4 GB", "Split the dataset into several files"],
        },
    }
}

fn unknown_format(lang: Lang, found: Option<&str>) -> FindingText {
    let words = match found {
        Some(_) => Words {
            id: [
                "Format dataset ini adalah \"{0}\", yang tidak dikenal oleh program ini",
                "Ubah datanya ke format \"{1}\", atau pakai versi program yang mengenal format itu",
            ],
            en: [
                "The dataset is of the format \"{0}\", which this program does not read",
                "Bring the data into the format \"{1}\", or use a version of the program that reads it",
            ],
        },
        None => Words {
            id: ["Dokumen tidak menyebut formatnya", "Tulis \"format\": \"{1}\" sebagai isian pertama"],
            en: ["The document does not name its format", "Write \"format\": \"{1}\" as the first field"],
        },
    };
    words.fill(lang, &[found.unwrap_or_default(), FORMAT])
}

fn value(lang: Lang, problem: &Problem) -> FindingText {
    match problem {
        Problem::WrongType { found, expected, .. } => {
            let what = Words {
                id: ["Seharusnya {1}, tetapi yang tertulis {0}", mend_type(Lang::Id, found, expected)],
                en: ["Expected {1}, found {0}", mend_type(Lang::En, found, expected)],
            };
            what.fill(lang, &[kind(lang, found), expectation(lang, expected)])
        }
        Problem::UnknownWord { found, expected } => {
            let mut known = String::new();
            for word in *expected {
                let gap = if known.is_empty() { "\"" } else { ", \"" };
                known.extend([gap, *word, "\""]);
            }
            let words = Words {
                id: ["\"{0}\" tidak dikenal di sini", "Pakai salah satu dari: {1}"],
                en: ["\"{0}\" is not known here", "Use one of: {1}"],
            };
            words.fill(lang, &[found, &known])
        }
        Problem::NotADate(found) => {
            let words = Words {
                id: [
                    "\"{0}\" bukan tanggal yang ada di kalender",
                    "Tulis seperti \"2025\", \"2025-07\", atau \"2025-07-31\"",
                ],
                en: [
                    "\"{0}\" is not a date that the calendar has",
                    "Write it like \"2025\", \"2025-07\" or \"2025-07-31\"",
                ],
            };
            words.fill(lang, &[found])
        }
        Problem::MissingField(name) => {
            let words = Words {
                id: ["Isian \"{0}\" tidak ada", "Tambahkan \"{0}\" di sini"],
                en: ["The field \"{0}\" is missing", "Add \"{0}\" here"],
            };
            words.fill(lang, &[name])
        }
        #[cfg(feature = "publish")]
        Problem::UnknownField { name, similar: Some(similar) } => slips::misspelt(lang, name, similar),
        Problem::UnknownField { name, .. } => {
            let words = Words {
                id: ["Format ini tidak punya isian \"{0}\" di sini", "Betulkan ejaannya, atau hapus"],
                en: ["The format has no field \"{0}\" here", "Correct its spelling, or delete it"],
            };
            words.fill(lang, &[name])
        }
        Problem::DuplicateField(name) => {
            let words = Words {
                id: ["\"{0}\" tertulis dua kali; hanya yang pertama yang berlaku", "Hapus salah satunya"],
                en: ["\"{0}\" stands here twice; only the first one counts", "Delete one of them"],
            };
            words.fill(lang, &[name])
        }
        Problem::Invalid(message) => invalid(message).fill(lang, &[message]),
    }
}

/// How to mend a value of the wrong kind.
fn mend_type(lang: Lang, found: &str, expected: &str) -> &'static str {
    let numeric = expected.contains("number") || is_integer(expected);
    match found {
        "null" => pick(
            lang,
            "Tulis nilainya, atau hapus isian ini jika memang boleh tidak ada",
            "Write a value, or delete the field where it may be absent",
        ),
        "string" if numeric => pick(
            lang,
            "Tulis seperti 12 atau 31.33, tanpa tanda kutip",
            "Write it like 12 or 31.33, without quotes",
        ),
        "string" if expected == "a boolean" => pick(
            lang,
            "Tulis true atau false tanpa tanda kutip",
            "Write true or false without quotation marks",
        ),
        "number" if expected == "a string" => {
            pick(lang, "Tulis nilai ini dalam tanda kutip", "Put the value in quotation marks")
        }
        _ => pick(lang, "Ganti nilainya", "Replace the value"),
    }
}

fn is_integer(expected: &str) -> bool {
    matches!(expected, "u8" | "u16" | "u32" | "u64" | "usize" | "i64" | "i32")
}

/// A kind of JSON values.
fn kind(lang: Lang, name: &str) -> &str {
    match name {
        "boolean" => pick(lang, "true atau false", "true or false"),
        "number" => pick(lang, "angka", "a number"),
        "string" => pick(lang, "teks", "a string"),
        "array" => pick(lang, "daftar […]", "an array […]"),
        "object" => pick(lang, "objek {…}", "an object {…}"),
        "" => pick(lang, "nilai lain", "another value"),
        other => other,
    }
}

/// What a type expects: the words of the model's visitors and of serde's own.
fn expectation(lang: Lang, words: &str) -> &str {
    match words {
        "an array" | "a sequence" | "a section" => kind(lang, "array"),
        "an object" | "a map" => kind(lang, "object"),
        "a string" | "a borrowed string" | "variant identifier" => kind(lang, "string"),
        "a boolean" => kind(lang, "boolean"),
        "a whole number" | "i64" | "i32" => pick(lang, "bilangan bulat", "a whole number"),
        "u64" | "usize" => pick(lang, "bilangan bulat dari 0", "a whole number from 0"),
        "u32" => pick(lang, "bilangan bulat dari 0 sampai 4294967295", "a whole number from 0 to 4294967295"),
        "u16" => pick(lang, "bilangan bulat dari 0 sampai 65535", "a whole number from 0 to 65535"),
        "u8" => pick(lang, "bilangan bulat dari 0 sampai 255", "a whole number from 0 to 255"),
        "a number of at most nine decimals" => {
            pick(lang, "angka dengan paling banyak sembilan desimal", "a number of at most nine decimals")
        }
        "a date: \"2025\", \"2025-07\" or \"2025-07-31\"" => pick(
            lang,
            "tanggal: \"2025\", \"2025-07\", atau \"2025-07-31\"",
            "a date: \"2025\", \"2025-07\" or \"2025-07-31\"",
        ),
        "a text: a string, or an object with \"id\" and \"en\"" => pick(
            lang,
            "teks: \"…\", atau objek dengan \"id\" dan \"en\"",
            "a text: a string, or an object with \"id\" and \"en\"",
        ),
        other => other,
    }
}

/// What the model's own conversions say.
fn invalid(message: &str) -> Words {
    const CORRECT_ID: &str = "Betulkan nilainya";
    const CORRECT: &str = "Correct the value";
    let (id, en) = match message {
        "a currency is three capital letters after ISO 4217, such as \"IDR\"" => (
            ["Kode mata uang ini tidak sah", "Tulis tiga huruf besar menurut ISO 4217, misalnya \"IDR\""],
            ["This is not a currency", "Write three capital letters after ISO 4217, such as \"IDR\""],
        ),
        "a unit is \"percent\", \"person\", \"claim\" or a currency after ISO 4217, such as \"IDR\"" => (
            [
                "Satuan ini tidak dikenal",
                "Tulis \"percent\", \"person\", \"claim\", atau kode mata uang seperti \"IDR\"",
            ],
            [
                "This unit is not known",
                "Write \"percent\", \"person\", \"claim\" or a currency such as \"IDR\"",
            ],
        ),
        "\"missing\" gives a reason although there is a value" => (
            [
                "Ada nilai, tetapi \"missing\" menyebut alasan tidak adanya nilai",
                "Hapus \"missing\" atau nilainya",
            ],
            [
                "There is a value, and yet \"missing\" says why there is none",
                "Delete \"missing\" or the value",
            ],
        ),
        "a value that is null needs \"missing\": why there is none" => (
            [
                "Nilainya null tanpa alasan",
                "Tambahkan \"missing\": \"not_stated\", \"not_collected\", \"not_applicable\", atau \"confidential\"",
            ],
            [
                "The value is null and nothing says why",
                "Add \"missing\": \"not_stated\", \"not_collected\", \"not_applicable\" or \"confidential\"",
            ],
        ),
        "\"between\" has a smaller \"value\" and a larger \"upper\", and nothing else" => (
            [
                "Rentang ini tidak lengkap atau rancu",
                "Tulis \"value\" yang lebih kecil dan \"upper\" yang lebih besar, tanpa \"step\"",
            ],
            [
                "The range is incomplete or ambiguous",
                "Write a smaller \"value\" and a larger \"upper\", without \"step\"",
            ],
        ),
        "\"decimals\" is at most 9" => {
            (["\"decimals\" paling banyak 9", CORRECT_ID], ["\"decimals\" is at most 9", CORRECT])
        }
        "the value has more decimals than \"decimals\" says" => (
            ["Nilainya punya lebih banyak desimal daripada \"decimals\"", "Betulkan nilai atau \"decimals\""],
            ["The value has more decimals than \"decimals\" says", "Correct the value or \"decimals\""],
        ),
        "\"step\" must be greater than 0" => {
            (["\"step\" harus lebih besar dari 0", CORRECT_ID], ["\"step\" must be greater than 0", CORRECT])
        }
        "the period ends before it starts" => (
            ["Akhir periode mendahului awalnya", "Tukar \"start\" dan \"end\", atau betulkan salah satunya"],
            ["The period ends before it starts", "Swap \"start\" and \"end\", or correct one of them"],
        ),
        "a time has either \"as_of\", or \"end\" with or without \"start\"" => (
            [
                "Waktunya tidak lengkap atau rancu",
                "Tulis \"as_of\" saja, atau \"end\" dengan atau tanpa \"start\"",
            ],
            [
                "The time is incomplete or ambiguous",
                "Write \"as_of\" alone, or \"end\" with or without \"start\"",
            ],
        ),
        _ => (["Nilai ini tidak sah: {0}", CORRECT_ID], ["The value is not valid: {0}", CORRECT]),
    };
    Words { id, en }
}

#[cfg(test)]
mod tests;

//! Words for usual slips of those who write a dataset by hand. Not part of the browser's bundle.
use super::{FindingText, Words, fill, pick};
use crate::time;
use dataset::json::{Problem, Reason};
use dataset::{Breach, Date, Finding, Lang, Rule};

/// A field whose name is nearly that of another one.
pub(super) fn misspelt(lang: Lang, name: &str, similar: &str) -> FindingText {
    Words {
        id: ["Format ini tidak punya isian \"{0}\" di sini", "Mungkin maksudnya \"{1}\""],
        en: ["The format has no field \"{0}\" here", "Perhaps \"{1}\" is meant"],
    }
    .fill(lang, &[name, similar])
}

/// Findings that are counted only.
pub(super) fn more(lang: Lang, code: &str, count: usize) -> FindingText {
    Words {
        id: [
            "Masih ada {0} temuan \"{1}\" lagi, mulai di sini",
            "Perbaiki dulu yang tercantum, lalu periksa lagi; biasanya sebabnya satu",
        ],
        en: [
            "There {0 is|are} {0} more {0 finding|findings} \"{1}\", from here on",
            "Mend those that are listed, then check again; they often have one cause",
        ],
    }
    .fill(lang, &[&count.to_string(), code])
}

/// The fields that are dates.
const DATES: [&str; 7] = ["updated", "published", "date", "as_of", "start", "end", "at"];

/// How to mend a value of another kind where what stands there shows what was meant.
pub(super) fn shape(lang: Lang, finding: &Finding) -> Option<String> {
    let (written, expected) = match &finding.rule {
        Rule::Value(Problem::WrongType { written: Some(written), expected, .. }) => (&**written, &**expected),
        Rule::Value(Problem::NotADate(written)) => (written.as_str(), ""),
        _ => return None,
    };
    let field = finding.pointer.rsplit('/').next().unwrap_or_default();
    let is_date = expected.is_empty() || DATES.contains(&field) && expected == "a string";
    if let Some(day) = written.parse().ok().filter(|_| is_date).and_then(Date::of_spreadsheet) {
        let words = pick(
            lang,
            "{0} adalah cara lembar kerja menyimpan tanggal: tulis \"{1}\"",
            "{0} is how a spreadsheet keeps a date: write \"{1}\"",
        );
        return Some(fill(words, &[written, &day.to_string()]));
    }
    let words = match expected {
        "an object" if field == "time" => {
            let day = Date::parse(written).map_or("2025-08-01", |_| written);
            let words = pick(
                lang,
                "Tulis \"time\": {0}, atau \"start\" dan \"end\" untuk sebuah periode",
                "Write \"time\": {0}, or \"start\" and \"end\" for a period",
            );
            return Some(fill(words, &[&format!("{{ \"as_of\": \"{day}\" }}")]));
        }
        "an array" if matches!(field, "languages" | "members" | "about" | "organisers") => pick(
            lang,
            "Tulis sebagai daftar dalam kurung siku: [\"{0}\"]",
            "Write a list in square brackets: [\"{0}\"]",
        ),
        "a whole number" if digits(written).is_some() => {
            let words = pick(
                lang,
                "Tulis bilangannya saja, tanpa tanda kutip: {0}",
                "Write the number alone, without quotes: {0}",
            );
            return Some(fill(words, &[digits(written)?]));
        }
        "a whole number" => pick(
            lang,
            "Tulis bilangan bulat tanpa tanda kutip, misalnya 1, atau null jika tidak disebut",
            "Write a whole number without quotes, such as 1, or null where none is stated",
        ),
        _ => return None,
    };
    Some(fill(words, &[written]))
}

/// The only digits in a text, where they stand together.
fn digits(text: &str) -> Option<&str> {
    let mut runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    let first = runs.next()?;
    // What has a point or a comma is not whole.
    (runs.next().is_none() && !text.starts_with('-')).then_some(first)
}

/// A bracket or a quotation mark that is open at the end of the text.
pub(super) fn unclosed(lang: Lang, mark: char, line: u32) -> FindingText {
    let close = match mark {
        '{' => "}",
        '[' => "]",
        _ => "\"",
    };
    Words {
        id: ["Teks berakhir, padahal {0} di baris {1} belum ditutup", "Tulis {2} di tempat isinya berakhir"],
        en: ["The text ends, but the {0} of line {1} is still open", "Write {2} where its content ends"],
    }
    .fill(lang, &[&mark.to_string(), &line.to_string(), close])
}

/// Usual slips in a text that is not JSON.
pub(super) fn slip(reason: Reason) -> Words {
    match reason {
        Reason::Comment => Words {
            id: [
                "JSON tidak mengenal komentar",
                "Hapus komentar itu; yang perlu diketahui pembaca ditulis di \"note\" atau \"notes\"",
            ],
            en: [
                "JSON has no comments",
                "Delete the comment; what readers should know goes into \"note\" or \"notes\"",
            ],
        },
        Reason::Quotes => Words {
            id: [
                "Tanda kutip ini bukan yang dikenal JSON",
                "Ganti dengan tanda kutip lurus \"; pengolah kata kerap mengubah bentuknya",
            ],
            en: [
                "JSON does not know this quotation mark",
                "Write the straight mark \" instead; word processors often change it",
            ],
        },
        _ => Words {
            id: ["Berkas ini kosong", "Mulailah dari contoh dalam docs/dataset.md"],
            en: ["The file is empty", "Start from the sample in docs/dataset.md"],
        },
    }
}

/// Slips of the hand and of the clipboard.
pub(super) fn breach(lang: Lang, breach: &Breach) -> Option<FindingText> {
    let text = match breach {
        Breach::FileName { id, name } => Words {
            id: [
                "Id laporan ini \"{0}\", tetapi nama berkasnya \"{1}.json\"",
                "Ganti nama berkas menjadi \"{0}.json\", atau betulkan \"id\"",
            ],
            en: [
                "The report's id is \"{0}\", but the file is called \"{1}.json\"",
                "Rename the file to \"{0}.json\", or correct \"id\"",
            ],
        }
        .fill(lang, &[id, name]),
        Breach::HeadlineOfGroup { group } => Words {
            id: [
                "Angka utama yang ditunjuk adalah angka kelompok \"{0}\", bukan angka semuanya",
                "Tunjuk angka yang tidak punya \"group\", atau hapus \"headline\"",
            ],
            en: [
                "The figure named as the headline is that of the group \"{0}\", not of all",
                "Name a figure without \"group\", or delete \"headline\"",
            ],
        }
        .fill(lang, &[group]),
        Breach::HiddenLetter { letter, name } => Words {
            id: [
                "Ada karakter yang tidak terlihat: {0}",
                "Hapus karakter itu; biasanya terbawa saat menyalin dari dokumen lain",
            ],
            en: [
                "There is a character that nobody sees: {0}",
                "Delete it; it often comes along when text is copied from elsewhere",
            ],
        }
        .fill(lang, &[format!("U+{:04X} {name}", u32::from(*letter)).trim_end()]),
        Breach::AbsurdPercentage { value } => Words {
            id: [
                "{0} persen lebih dari sepuluh kali keseluruhannya",
                "Periksa titik desimal dan satuannya; 31,33% ditulis 31.33",
            ],
            en: [
                "{0} percent is more than ten times the whole",
                "Check the decimal point and the unit; 31.33% is written 31.33",
            ],
        }
        .fill(lang, &[&value.to_string()]),
        Breach::TokenMismatch { value, token } => Words {
            id: [
                "Nilainya {0}, padahal yang tertulis \"{1}\"",
                "Betulkan \"value\" atau \"figure\" menurut sumbernya",
            ],
            en: [
                "The value is {0}, but \"{1}\" is what is printed",
                "Correct \"value\" or \"figure\" after the source",
            ],
        }
        .fill(lang, &[&value.to_string(), token]),
        Breach::BaseOfOtherTime { base, of_base, of_rate } => Words {
            id: [
                "Waktu angka ini {2}, sedangkan waktu penyebutnya, \"{0}\", {1}",
                "Samakan waktunya jika memang sama; jika tidak, biarkan",
            ],
            en: [
                "The time of this figure is {2}, but that of its base, \"{0}\", is {1}",
                "Give both the same time if it is the same; otherwise leave them",
            ],
        }
        .fill(lang, &[base, &time(lang, *of_base), &time(lang, *of_rate)]),
        _ => return odd(lang, breach),
    };
    Some(text)
}

/// Changes, facts and numbers of awards that are not as they should be.
fn odd(lang: Lang, breach: &Breach) -> Option<FindingText> {
    let text = match breach {
        Breach::OddChange => Words {
            id: [
                "Perubahan ini bukan persentase, atau perubahan dari dirinya sendiri",
                "Tulis \"unit\": \"percent\", dan tunjuk indikator lain dalam \"of\"",
            ],
            en: [
                "This change is no percentage, or a change of itself",
                "Write \"unit\": \"percent\", and name another indicator in \"of\"",
            ],
        }
        .fill(lang, &[]),
        Breach::OddFact { versions, preferred } => Words {
            id: [
                "Fakta ini punya {0} versi, {1} di antaranya diutamakan",
                "Tulis sedikitnya dua versi, dan utamakan paling banyak satu",
            ],
            en: [
                "Versions of this fact: {0}, of which preferred: {1}",
                "Write two versions at least, and prefer one at most",
            ],
        }
        .fill(lang, &[&versions.to_string(), &preferred.to_string()]),
        Breach::AwardCount { what, stated, listed } => Words {
            id: [
                "Menurut sumber, \"{0}\" berjumlah {1}, tetapi yang tercantum {2}; pembaca diberi tahu",
                "Biarkan jika sumbernya memang begitu; jika tidak, betulkan daftar atau jumlahnya",
            ],
            en: [
                "The source states {1} for \"{0}\", but {2} {2 is|are} listed; readers are told",
                "Leave it if the source says so; otherwise correct the list or the number",
            ],
        }
        .fill(lang, &[what, &stated.to_string(), &listed.to_string()]),
        _ => return None,
    };
    Some(text)
}

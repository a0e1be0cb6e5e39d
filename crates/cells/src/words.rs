//! What is unclear in a cell, and what to write: in Indonesian and in English.
mod dates;
mod files;
mod numbers;
mod values;

use dataset::Lang;

use crate::csv::CsvFault;
use crate::unclear::Unclear;

pub use ::words::FindingText as Words;

/// What is unclear, and how to mend it.
#[must_use]
pub fn words(lang: Lang, unclear: &Unclear) -> Words {
    numbers::words(lang, unclear)
        .or_else(|| dates::words(lang, unclear))
        .unwrap_or_else(|| rest(lang, unclear))
}

/// What is wrong with a CSV file, and how to mend it.
#[must_use]
pub fn csv_fault(lang: Lang, fault: &CsvFault) -> Words {
    files::words(lang, fault)
}

/// What is wrong and how to mend it, in each language, with places to fill in.
struct Pair {
    id: [&'static str; 2],
    en: [&'static str; 2],
}

impl Pair {
    fn fill(&self, lang: Lang, found: &[&str]) -> Words {
        let [what, mend] = match lang {
            Lang::Id => self.id,
            Lang::En => self.en,
        };
        Words { what: ::words::fill(what, found), mend: ::words::fill(mend, found) }
    }
}

/// Texts, whole numbers, yes or no.
fn rest(lang: Lang, unclear: &Unclear) -> Words {
    match unclear {
        Unclear::NotAText { text } => Pair {
            id: [
                "Kolom ini berisi teks, tetapi “{0}” disimpan sebagai angka atau tanggal, jadi bentuk aslinya tidak diketahui",
                "Ubah format sel menjadi Teks, lalu ketik ulang persis seperti di sumbernya",
            ],
            en: [
                "The column holds text, but “{0}” is kept as a number or a date, so nobody knows how it was typed",
                "Set the format of the cell to Text, then type it again exactly as the source has it",
            ],
        }
        .fill(lang, &[text]),
        Unclear::YesOrNo { text } => Pair {
            id: ["“{0}” bisa berarti ya, bisa juga tidak", "Tulis ya atau tidak"],
            en: ["“{0}” is yes to some and no to others", "Write yes or no"],
        }
        .fill(lang, &[text]),
        Unclear::NotYesOrNo { text } => Pair {
            id: ["“{0}” bukan ya dan bukan tidak", "Tulis ya atau tidak"],
            en: ["“{0}” is neither yes nor no", "Write yes or no"],
        }
        .fill(lang, &[text]),
        Unclear::FormulaError { text } => Pair {
            id: [
                "Rumus di sel ini gagal dan menghasilkan “{0}”",
                "Betulkan rumusnya, atau ketik angkanya; tulis - jika sumbernya tidak menyebutkannya",
            ],
            en: [
                "The formula in this cell failed and gives “{0}”",
                "Correct the formula, or type the value; write - where the source does not state it",
            ],
        }
        .fill(lang, &[text]),
        other => Words { what: other.code().to_owned(), mend: String::new() },
    }
}

#[cfg(test)]
mod tests;

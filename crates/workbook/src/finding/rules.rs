//! What the rules of the dataset find, in the words of a workbook: its remedies name sheets and columns.
use dataset::json::Problem;
use dataset::{Breach, Finding, Lang, Rule};

use super::local::Local;
use super::words::Words;
use super::{FindingText, UNEXPLAINED};
use crate::layout::pick;
use crate::words::closed;

/// What a rule finds and how to mend it in a workbook.
pub(super) fn words(finding: &Finding, local: &Local, lang: Lang) -> FindingText {
    let general = ::words::finding(lang, finding);
    let own = match &finding.rule {
        Rule::Value(problem) => of_values(problem, local, lang),
        Rule::Breach(breach) => of_breaches(breach, local, lang, &general),
        _ => None,
    };
    if let Some(own) = own {
        return own;
    }
    match &finding.rule {
        // These quote what stands in the cells.
        Rule::Breach(Breach::UnknownReference { .. }) | Rule::Value(Problem::UnknownWord { .. }) => general,
        Rule::Value(Problem::Invalid(_)) => FindingText {
            what: local.translated(&general.what, lang),
            mend: local.translated(&general.mend, lang),
        },
        _ => FindingText { mend: local.translated(&general.mend, lang), ..general },
    }
}

fn of_values(problem: &Problem, local: &Local, lang: Lang) -> Option<FindingText> {
    let words = match problem {
        Problem::MissingField(name) => {
            let [field, place] = local.missing(name, lang)?;
            let words =
                Words { id: ["{0} belum diisi", "Isi {1}"], en: ["{0} is not filled in", "Fill in the {1}"] };
            return Some(words.fill(lang, &[&field, &place]));
        }
        Problem::Invalid(message) if message == UNEXPLAINED => Words {
            id: [
                "Nilainya kosong tanpa alasan",
                "Tulis nilainya; kalau sumber tidak menyebutnya, tulis - atau pilih alasannya di kolom {0}",
            ],
            en: [
                "The value is empty and nothing says why",
                "Write the value; where the source does not state it, write - or choose why in the column {0}",
            ],
        },
        _ => return None,
    };
    Some(words.fill(lang, &[&local.columns("missing", lang)?]))
}

fn of_breaches(breach: &Breach, local: &Local, lang: Lang, general: &FindingText) -> Option<FindingText> {
    let mend = |words: Words, found: &[&str]| {
        let what = general.what.clone();
        Some(FindingText { what, ..words.fill(lang, found) })
    };
    match breach {
        Breach::MissingLanguage { lang: part, .. } => {
            let words = Words { id: ["", "Isi kolom {0}"], en: ["", "Fill in the column {0}"] };
            mend(words, &[&local.column_in(*part, lang)?])
        }
        Breach::NoEvidence => {
            let words = Words { id: ["", "Isi kolom {0}"], en: ["", "Fill in the columns {0}"] };
            mend(words, &[&local.columns("evidence", lang)?])
        }
        Breach::Conflict { .. } => {
            let words = Words {
                id: ["", "Tulis “ya” di kolom {0} pada satu baris saja"],
                en: ["", "Write “yes” in the column {0} of one row only"],
            };
            mend(words, &[&local.columns("preferred", lang)?])
        }
        Breach::NoLanguage => {
            let words = Words {
                id: ["", "Tulis id, en, atau keduanya (id; en) di {0}"],
                en: ["", "Write id, en or both (id; en) at {0}"],
            };
            mend(words, &[&local.columns("languages", lang)?])
        }
        Breach::UnitOfRole { role, .. } => {
            let (technical, names) = closed("Role").iter().find(|(word, _)| *word == role.word())?;
            let word = format!("“{}”", pick(lang, names));
            let what = general.what.replace(&format!("\"{technical}\""), &word);
            Some(FindingText { what, mend: local.translated(&general.mend, lang) })
        }
        Breach::RankZero => mend(
            Words {
                id: ["", "Tulis peringkatnya, atau kosongkan selnya kalau tidak disebut"],
                en: ["", "Write the rank, or empty the cell where none is stated"],
            },
            &[],
        ),
        Breach::DuplicateId { id, .. } => {
            let words = Words {
                id: ["Id “{0}” sudah dipakai di {1}", "Beri salah satunya id lain"],
                en: ["The id “{0}” stands already in {1}", "Give one of them another id"],
            };
            Some(words.fill(lang, &[id, &local.other.as_ref()?.to_string()]))
        }
        Breach::PrivateName { person } => {
            let place = local.other.as_ref()?.to_string();
            let what = general.what.replace(person.as_str(), &place);
            Some(FindingText { what, mend: local.translated(&general.mend, lang) })
        }
        _ => None,
    }
}

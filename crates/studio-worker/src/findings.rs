//! Findings as the page shows them.
use dataset::{Lang, Severity};
use workbook::Book;

use crate::{Counts, Grade, Said, Spot};

/// The most findings that are listed. Whoever has more mends those first.
pub(crate) const MOST: usize = 300;

fn grade(severity: Severity) -> Grade {
    match severity {
        Severity::Error => Grade::Error,
        Severity::Warning => Grade::Warning,
        Severity::Note => Grade::Note,
    }
}

/// A finding of a dataset as a text.
pub(crate) fn of_text(finding: &dataset::Finding, lang: Lang) -> Said {
    let words = words::finding(lang, finding);
    Said {
        grade: grade(finding.severity),
        code: finding.rule.code().to_owned(),
        what: words.what,
        mend: words.mend,
        spot: Spot::Text { line: finding.line, column: finding.column },
    }
}

/// A finding of a workbook.
pub(crate) fn of_book(finding: &workbook::Finding, book: &Book, lang: Lang) -> Said {
    let words = finding.words(lang);
    let place = &finding.place;
    let index = book.grids.iter().position(|grid| grid.name == place.sheet);
    let spot = match (index, place.cell) {
        (Some(sheet), Some((row, column))) => Spot::Cell { sheet, row, column, name: place.to_string() },
        _ if place.sheet.is_empty() => Spot::Whole,
        _ => Spot::Sheet { index, name: place.sheet.clone() },
    };
    let code = finding.code().to_owned();
    Said { grade: grade(finding.severity), code, what: words.what, mend: words.mend, spot }
}

/// A sentence of the studio's own.
pub(crate) fn own(code: &str, what: impl Into<String>, mend: impl Into<String>) -> Said {
    let code = code.to_owned();
    Said { grade: Grade::Error, code, what: what.into(), mend: mend.into(), spot: Spot::Whole }
}

/// How many findings there are of each kind.
pub(crate) fn counts(findings: &[Said]) -> Counts {
    let count = |grade| findings.iter().filter(|said| said.grade == grade).count();
    Counts { errors: count(Grade::Error), warnings: count(Grade::Warning), notes: count(Grade::Note) }
}

/// The findings that are listed: the worst first, each kind in the order of the document.
pub(crate) fn listed(mut findings: Vec<Said>) -> Vec<Said> {
    findings.sort_by_key(|said| said.grade);
    findings.truncate(MOST);
    findings
}

//! One page that says what was found, in Markdown: for the summary of a workflow.
use dataset::{Lang, Severity};
use words::{fill, verdict};

use super::{Place, Row, summary};

/// So many findings are listed; the rest is counted.
const LISTED: usize = 200;

/// The page on files that were checked.
pub(super) fn page(rows: &[Row], files: usize, lang: Lang) -> String {
    let words = verdict(lang);
    let has_errors = rows.iter().any(|row| row.severity == Severity::Error);
    let heading = if has_errors { words.refused } else { words.sound };
    let sum = summary(lang, files, rows.iter().map(|row| row.severity));
    let mut page = format!("## {heading}\n\n{sum}\n");
    if rows.is_empty() {
        return page;
    }
    let [place, what, mend] = words.columns;
    page += &format!("\n| {} | {place} | {what} | {mend} |\n|---|---|---|---|\n", words.severity);
    // The worst come first, in the order of the files.
    let mut sorted: Vec<&Row> = rows.iter().collect();
    sorted.sort_by_key(|row| std::cmp::Reverse(row.severity));
    for row in sorted.iter().take(LISTED) {
        let place = match &row.place {
            Place::Text { line, column } => format!("{}:{line}:{column}", row.file),
            Place::Cell { cell } if cell.is_empty() => row.file.clone(),
            Place::Cell { cell } => format!("{} {cell}", row.file),
        };
        let severity = match row.severity {
            Severity::Error => words.error,
            Severity::Warning => words.warning,
            Severity::Note => words.note,
        };
        let cells = [severity, &place, &row.what, &row.mend].map(cell);
        page += &format!("| {} |\n", cells.join(" | "));
    }
    let more = sorted.len().saturating_sub(LISTED);
    if more > 0 {
        page += &format!("\n{}\n", fill(words.more, &[&more.to_string()]));
    }
    page
}

/// A text in a cell of a table, in which nothing is markup.
fn cell(text: &str) -> String {
    let mut cell = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' | '\r' => cell.push(' '),
            '&' => cell.push_str("&amp;"),
            '<' => cell.push_str("&lt;"),
            '|' | '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '#' | '!' | '@' => cell.extend(['\\', letter]),
            _ => cell.push(letter),
        }
    }
    cell
}

//! Findings as workflow commands of GitHub, which shows them beside the lines of a change.
//!
//! Source: GitHub Docs, “Workflow commands for GitHub Actions”, `::error file={name},line={line},col={col},title={title}::{message}`.
use dataset::Severity;

use super::{Place, Row};

/// A finding as a workflow command.
pub(super) fn command(row: &Row) -> String {
    let level = match row.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let file = property(&row.file);
    let (place, title) = match &row.place {
        Place::Text { line, column } => (format!(",line={line},col={column}"), row.code.clone()),
        Place::Cell { cell } if cell.is_empty() => (String::new(), row.code.clone()),
        // A workbook has no lines: its cell is the title.
        Place::Cell { cell } => (String::new(), format!("{cell}: {}", row.code)),
    };
    let message = [row.what.as_str(), row.mend.as_str()].into_iter().filter(|text| !text.is_empty());
    let message = message.collect::<Vec<_>>().join(". ");
    format!("::{level} file={file}{place},title={}::{}", property(&title), text(&message))
}

/// The text of a command, in which a line must not end.
fn text(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a command, which ends at a comma or a colon.
fn property(value: &str) -> String {
    text(value).replace(':', "%3A").replace(',', "%2C")
}

//! Tables as text that spreadsheet programs open and other programs read.
use std::borrow::Cow;

use super::{SortKey, Table};

/// What spreadsheet programs skip before they look whether a cell is a formula. Quotes are among it because a cell
/// that is pasted loses those around it.
const SKIPPED: [char; 5] = [' ', '\u{a0}', '\u{feff}', '\u{200b}', '"'];

/// What a formula starts with, and what lets the rest of a text become a cell of its own. Full-width signs count as
/// signs in East Asian versions.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Rows of a table as CSV, its headings first; see [`csv_records`].
///
/// Numbers are written with a decimal point and without groups, dates after ISO 8601, missing values as empty
/// fields, all whatever the language.
#[must_use]
pub fn csv(table: &Table, rows: &[usize]) -> String {
    csv_records(records(table, rows))
}

/// Records as CSV after RFC 4180: commas, CRLF, quotes where needed, in UTF-8 with a byte order mark, without which
/// spreadsheet programs guess another encoding. Formulas are [`defused`].
#[must_use]
pub fn csv_records<R, F>(records: impl IntoIterator<Item = R>) -> String
where
    R: IntoIterator<Item = F>,
    F: AsRef<str>,
{
    let mut out = String::from("\u{feff}");
    push_records(&mut out, records);
    out
}

/// Rows of a table as CSV without headings: a further part of a file that [`csv`] begins.
#[must_use]
pub fn csv_part(table: &Table, rows: &[usize]) -> String {
    let mut out = String::new();
    push_records(&mut out, records(table, rows).skip(1));
    out
}

fn push_records<R, F>(out: &mut String, records: impl IntoIterator<Item = R>)
where
    R: IntoIterator<Item = F>,
    F: AsRef<str>,
{
    for record in records {
        for (index, field) in record.into_iter().enumerate() {
            if index > 0 {
                out.push(',');
            }
            push_quoted(out, &defused(field.as_ref()));
        }
        out.push_str("\r\n");
    }
}

/// Records as lines with tabs between the fields: what documents and spreadsheets take from the clipboard.
///
/// Such a text has no quotes, so line breaks and tabs within a field become spaces. Formulas are [`defused`].
#[must_use]
pub fn tsv<R, F>(records: impl IntoIterator<Item = R>) -> String
where
    R: IntoIterator<Item = F>,
    F: AsRef<str>,
{
    let field = |field: F| defused(&one_line(field.as_ref())).into_owned();
    let line = |record: R| record.into_iter().map(field).collect::<Vec<_>>().join("\t");
    records.into_iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The headings of a table and some of its rows, as they are written; see [`csv`].
pub fn records<'t>(table: &'t Table, rows: &'t [usize]) -> impl Iterator<Item = Vec<Cow<'t, str>>> {
    let headings = table.columns.iter().map(|column| Cow::Borrowed(column.label.as_str())).collect();
    let cell = |key: &'t SortKey, text: &'t str| match key {
        SortKey::Number(number) => Cow::Owned(number.to_string()),
        SortKey::Date(date) => Cow::Owned(date.to_string()),
        SortKey::Text(_) => Cow::Borrowed(text),
        SortKey::Missing => Cow::Borrowed(""),
    };
    let rows = rows.iter().filter_map(|row| table.rows.get(*row));
    std::iter::once(headings)
        .chain(rows.map(move |row| row.cells.iter().map(|found| cell(&found.sort, &found.text)).collect()))
}

/// A text that no spreadsheet program takes for a formula: one that starts as a formula does gets an apostrophe in
/// front (OWASP, "CSV injection").
///
/// Plain numbers stay numbers, as files have them and as the page shows them: `-5`, `+1.2`, `-1.234,5%`.
///
/// ```
/// assert_eq!(tables::defused("=1+1"), "'=1+1");
/// assert_eq!(tables::defused("-3,2%"), "-3,2%");
/// ```
#[must_use]
pub fn defused(text: &str) -> Cow<'_, str> {
    if text.trim_start_matches(SKIPPED).starts_with(FORMULA) && !is_plain_number(text) {
        Cow::Owned(["'", text].concat())
    } else {
        Cow::Borrowed(text)
    }
}

/// Whether a text is a sign, digits with points or commas between them, and perhaps a percent sign. Between two
/// separators stand three digits, so that `1.2.3` is none.
fn is_plain_number(text: &str) -> bool {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let number = unsigned.strip_suffix('%').map_or(unsigned, |number| number.trim_end_matches('\u{a0}'));
    let parts: Vec<&str> = number.split(['.', ',']).collect();
    let inner = parts.get(1..parts.len() - 1).unwrap_or_default();
    parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
        && inner.iter().all(|part| part.len() == 3)
}

/// A text without line breaks and tabs.
fn one_line(text: &str) -> Cow<'_, str> {
    let breaks = |c: char| c.is_control() || ['\u{2028}', '\u{2029}'].contains(&c);
    if !text.contains(breaks) {
        return Cow::Borrowed(text);
    }
    let lines: Vec<&str> = text.split(breaks).filter(|line| !line.is_empty()).collect();
    Cow::Owned(lines.join(" "))
}

/// Adds a field, in quotes where it needs them.
fn push_quoted(out: &mut String, field: &str) {
    let plain = !field.contains([',', ';', '"', '\r', '\n', '\t'])
        && !field.starts_with(' ')
        && !field.ends_with(' ');
    if plain {
        out.push_str(field);
    } else {
        out.extend(["\"", &field.replace('"', "\"\""), "\""]);
    }
}

//! Tables as CSV files that spreadsheet programs open and other programs read.
use super::{SortKey, Table};

/// Rows of a table as CSV after RFC 4180: a header line, commas, CRLF, quotes where needed, in
/// UTF-8 with a byte order mark, without which spreadsheet programs guess another encoding.
///
/// Numbers are written with a decimal point and without groups, dates after ISO 8601, missing
/// values as empty fields, all whatever the language. A text that a spreadsheet program would take
/// for a formula gets an apostrophe in front (OWASP, "CSV injection"); numbers below zero stay
/// numbers.
#[must_use]
pub fn csv(table: &Table, rows: &[usize]) -> String {
    let mut out = String::from("\u{feff}");
    push_line(&mut out, table.columns.iter().map(|column| defused(&column.label)));
    for row in rows.iter().filter_map(|row| table.rows.get(*row)) {
        push_line(
            &mut out,
            row.cells.iter().map(|cell| match &cell.sort {
                SortKey::Number(number) => number.to_string(),
                SortKey::Date(date) => date.to_string(),
                SortKey::Text(_) => defused(&cell.text),
                SortKey::Missing => String::new(),
            }),
        );
    }
    out
}

fn push_line(out: &mut String, fields: impl Iterator<Item = String>) {
    for (index, field) in fields.enumerate() {
        if index > 0 {
            out.push(',');
        }
        push_field(out, &field);
    }
    out.push_str("\r\n");
}

fn push_field(out: &mut String, field: &str) {
    let plain = !field.contains([',', ';', '"', '\r', '\n', '\t'])
        && !field.starts_with(' ')
        && !field.ends_with(' ');
    if plain {
        out.push_str(field);
        return;
    }
    out.push('"');
    for c in field.chars() {
        if c == '"' {
            out.push('"');
        }
        out.push(c);
    }
    out.push('"');
}

/// A text that no spreadsheet program takes for a formula.
fn defused(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 1);
    if is_formula(text) {
        out.push('\'');
    }
    out.push_str(text);
    out
}

/// Whether a text starts as a formula does, perhaps after spaces, or with a character that lets
/// what follows become a cell of its own.
fn is_formula(text: &str) -> bool {
    let trimmed = text.trim_start_matches([' ', '\u{a0}', '\u{feff}', '\u{200b}']);
    // Full-width signs count as signs in East Asian versions.
    trimmed.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
        && !is_negative_number(text)
}

/// `-` and digits, with at most one decimal point between them.
fn is_negative_number(text: &str) -> bool {
    let Some(number) = text.strip_prefix('-') else { return false };
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    [whole, fraction].iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
}

//! CSV files: what divides cells, how letters are encoded.
//!
//! **Divider**: comma, semicolon or tab, whichever gives a table: as many cells in every row, or no row
//! longer than the first. Lines of one cell may stand above the first row, as titles do, where it has names
//! and no numbers. Where two of them do, the file is refused; a first line `sep=;`, as spreadsheets write it,
//! decides.
//!
//! **Letters**: a byte order mark decides, for UTF-8 and UTF-16. Without one, zero bytes at every
//! other place are UTF-16, and what is valid UTF-8 is UTF-8: a text in another encoding is that by
//! chance only if it has no letters beyond ASCII. The rest is read as Windows-1252, which no bytes prove:
//! what is refused is what cannot be it (its five free places, control characters) and what is UTF-8 in one
//! place and not in another. A file in Windows-1250 or Mac Roman would have wrong letters with accents;
//! digits, signs and Indonesian words are the same in all of them.
mod divider;
mod encoding;

use std::fmt;

use dataset::Lang;

use crate::cell::Cell;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 50 * 1024 * 1024;

/// The most cells that are read, empty ones among them, and the most rows; they take about 60 MB of memory.
pub const MAX_CELLS: usize = 1_000_000;

/// Why a file is no CSV table.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CsvFault {
    /// Nothing in it.
    Empty,
    /// More than [`MAX_BYTES`] or [`MAX_CELLS`].
    TooLarge,
    /// A workbook, a picture, or anything else that is no text.
    NotText,
    /// UTF-8 in one place and not in another; the line, from 1.
    MixedEncoding {
        /// The line that is not UTF-8.
        line: usize,
    },
    /// Two signs divide it equally well.
    TwoDividers {
        /// One of them.
        first: char,
        /// The other one.
        second: char,
    },
    /// No sign divides it into a table.
    NoDivider,
    /// A quotation mark that opens a cell and is never closed; the line, from 1.
    OpenQuote {
        /// The line on which it opens.
        line: usize,
    },
}

impl CsvFault {
    /// A word for programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "csv-empty",
            Self::TooLarge => "csv-too-large",
            Self::NotText => "csv-not-text",
            Self::MixedEncoding { .. } => "csv-mixed-encoding",
            Self::TwoDividers { .. } => "csv-two-dividers",
            Self::NoDivider => "csv-no-divider",
            Self::OpenQuote { .. } => "csv-open-quote",
        }
    }
}

impl fmt::Display for CsvFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&crate::words::csv_fault(Lang::En, self).what)
    }
}

impl std::error::Error for CsvFault {}

/// The rows of a CSV file. Blank lines are rows, so row numbers are those that a spreadsheet shows;
/// empty cells at the end of a row are left out.
///
/// # Errors
/// Where the file is no text, or where it is not sure what divides its cells.
pub fn decode(bytes: &[u8]) -> Result<Vec<Vec<Cell>>, CsvFault> {
    if bytes.len() > MAX_BYTES {
        return Err(CsvFault::TooLarge);
    }
    let text = encoding::text(bytes)?;
    let text = text.trim_end_matches('\n');
    if text.trim().is_empty() {
        return Err(CsvFault::Empty);
    }
    let table = divider::find(text)?;
    rows(&table)
}

fn rows(table: &divider::Table) -> Result<Vec<Vec<Cell>>, CsvFault> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(table.divider)
        .from_reader(table.text.as_bytes());
    // Nothing is kept of what is too large.
    if table.scan.fields.iter().sum::<usize>() > MAX_CELLS {
        return Err(CsvFault::TooLarge);
    }
    let mut rows = Vec::with_capacity(table.scan.fields.len());
    let mut record = csv::StringRecord::new();
    for fields in &table.scan.fields {
        // The reader skips blank lines.
        rows.push(if *fields == 0 { Vec::new() } else { next_row(&mut reader, &mut record)? });
    }
    Ok(rows)
}

fn next_row(reader: &mut csv::Reader<&[u8]>, record: &mut csv::StringRecord) -> Result<Vec<Cell>, CsvFault> {
    reader.read_record(record).map_err(|_| CsvFault::NotText)?;
    let cell = |field: &str| if field.is_empty() { Cell::Empty } else { Cell::Text(field.to_owned()) };
    let mut row: Vec<Cell> = record.iter().map(cell).collect();
    let filled = row.iter().rposition(|cell| *cell != Cell::Empty).map_or(0, |last| last + 1);
    row.truncate(filled);
    Ok(row)
}

#[cfg(test)]
mod tests;

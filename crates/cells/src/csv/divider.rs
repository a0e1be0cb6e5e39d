//! What divides the cells of a CSV file.
use super::{CsvFault, MAX_CELLS};

/// What may divide cells.
const DIVIDERS: [u8; 3] = [b'\t', b';', b','];

/// A text and what divides it.
pub(super) struct Table<'a> {
    pub(super) text: &'a str,
    pub(super) divider: u8,
    pub(super) scan: Scan,
}

/// A text as one divider cuts it.
pub(super) struct Scan {
    /// The number of cells of each row; 0 for a blank line.
    pub(super) fields: Vec<usize>,
    /// The largest number of cells up to the last one of a row that is not empty.
    widest: usize,
    /// The line on which a quotation mark opens that is never closed.
    pub(super) open: Option<usize>,
    /// Whether the first row of several cells has names, as the top of a table does.
    named: bool,
}

/// Finds what divides a text.
pub(super) fn find(text: &str) -> Result<Table<'_>, CsvFault> {
    if let Some((divider, text)) = stated(text) {
        let scan = scan(text, divider)?;
        return closed(Table { text, divider, scan });
    }
    let mut scans: Vec<(u8, Scan)> = Vec::new();
    for divider in DIVIDERS.into_iter().filter(|divider| text.as_bytes().contains(divider)) {
        let scan = scan(text, divider)?;
        if scan.fields.iter().any(|fields| *fields > 1) {
            scans.push((divider, scan));
        }
    }
    let chosen = match scans.as_slice() {
        [] => return closed(Table { text, divider: b',', scan: scan(text, b',')? }),
        // A comma in some rows only may be that of decimals, in a table of one column.
        [(divider, scan)] if *divider != b',' || scan.fits_first() || scan.fits_titled() => 0,
        [_] => return Err(CsvFault::NoDivider),
        _ => choose(&scans)?,
    };
    let (divider, scan) = scans.swap_remove(chosen);
    closed(Table { text, divider, scan })
}

/// The one of several scans that is a table.
fn choose(scans: &[(u8, Scan)]) -> Result<usize, CsvFault> {
    for test in [Scan::is_even, Scan::is_even_titled, Scan::fits_first, Scan::fits_titled] {
        let fits = |index: &usize| scans.get(*index).is_some_and(|(_, scan)| test(scan));
        let mut found = (0..scans.len()).filter(fits);
        match (found.next(), found.next()) {
            (Some(first), Some(second)) => {
                let sign = |index: usize| scans.get(index).map_or(' ', |(divider, _)| char::from(*divider));
                // Nobody types a tab into every row of a table that something else divides.
                return if sign(first) == '\t' && scans.get(first).is_some_and(|(_, scan)| scan.is_even()) {
                    Ok(first)
                } else {
                    Err(CsvFault::TwoDividers { first: sign(first), second: sign(second) })
                };
            }
            (Some(only), None) => return Ok(only),
            (None, _) => {}
        }
    }
    Err(CsvFault::NoDivider)
}

fn closed(table: Table<'_>) -> Result<Table<'_>, CsvFault> {
    match table.scan.open {
        Some(line) => Err(CsvFault::OpenQuote { line }),
        None => Ok(table),
    }
}

/// `sep=;` on the first line.
fn stated(text: &str) -> Option<(u8, &str)> {
    let (first, rest) = text.split_once('\n')?;
    let first = first.trim_matches('"');
    let sign = first.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).and(first.get(4..))?;
    DIVIDERS.into_iter().find(|divider| sign.as_bytes() == [*divider]).map(|divider| (divider, rest))
}

impl Scan {
    /// As many cells in every row, and more than one.
    fn is_even(&self) -> bool {
        let mut rows = self.fields.iter().filter(|fields| **fields > 0);
        rows.next().is_some_and(|first| *first > 1 && rows.all(|fields| fields == first))
    }

    /// No row has more cells than the first, but empty ones.
    fn fits_first(&self) -> bool {
        let first = self.fields.iter().find(|fields| **fields > 0);
        first.is_some_and(|first| *first > 1 && self.widest <= *first)
    }

    /// The rows below the titles: lines of one cell above a row of names.
    fn below_titles(&self) -> impl Iterator<Item = &usize> {
        let rows = self.fields.iter().filter(|fields| **fields > 0);
        rows.skip_while(|fields| **fields == 1).take(if self.named { usize::MAX } else { 0 })
    }

    /// As many cells in every row but the titles.
    fn is_even_titled(&self) -> bool {
        let mut rows = self.below_titles();
        rows.next().is_some_and(|first| rows.all(|fields| fields == first))
    }

    /// No row has more cells than the first one below the titles, but empty ones.
    fn fits_titled(&self) -> bool {
        self.below_titles().next().is_some_and(|first| self.widest <= *first)
    }
}

/// Whether a row has names: something in each cell, and no number alone.
fn has_names(row: &str, divider: u8) -> bool {
    row.split(char::from(divider)).all(|cell| {
        let cell = cell.trim_matches(|c: char| c == '"' || c.is_whitespace());
        !cell.is_empty() && !cell.starts_with(|c: char| c.is_ascii_digit())
    })
}

/// Where in a text a byte stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    RowStart,
    CellStart,
    /// In a cell without quotation marks around it.
    Bare,
    Quoted,
    /// Behind a quotation mark in a quoted cell: it closes the cell, or is the first of two.
    Mark,
}

/// Counts the cells of each row, once through the text, by the rules of the reader: a quotation mark
/// opens a cell at its start only.
///
/// # Errors
/// Where there are more rows than cells are read.
fn scan(text: &str, divider: u8) -> Result<Scan, CsvFault> {
    let mut fields = Vec::new();
    let (mut count, mut line, mut opened) = (0_usize, 1_usize, 1_usize);
    let (mut widest, mut start) = (0, 0);
    let mut named = None;
    let mut state = State::RowStart;
    for (at, byte) in text.bytes().enumerate() {
        let is_start = matches!(state, State::RowStart | State::CellStart);
        if state == State::RowStart && byte != b'\n' {
            (count, start) = (1, at);
        }
        state = match (state, byte) {
            (State::Quoted, b'"') => State::Mark,
            (State::Quoted, b'\n') => {
                line += 1;
                State::Quoted
            }
            (State::Quoted, _) | (State::Mark, b'"') => State::Quoted,
            (_, b'\n') => {
                if count > 1 && named.is_none() {
                    named = text.get(start..at).map(|row| has_names(row, divider));
                }
                fields.push(count);
                if fields.len() > MAX_CELLS {
                    return Err(CsvFault::TooLarge);
                }
                count = 0;
                line += 1;
                State::RowStart
            }
            (_, b'"') if is_start => {
                opened = line;
                State::Quoted
            }
            (_, byte) if byte == divider => {
                count += 1;
                State::CellStart
            }
            _ => State::Bare,
        };
        if matches!(state, State::Bare | State::Quoted) {
            widest = widest.max(count);
        }
    }
    fields.push(count);
    let open = (state == State::Quoted).then_some(opened);
    Ok(Scan { fields, widest, open, named: named.unwrap_or_default() })
}

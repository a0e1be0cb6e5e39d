//! From bytes to grids. What cannot be a workbook is refused before it is unpacked.
mod kind;
mod sheets;
mod traits;
mod zip;

pub use kind::Fault;

use cells::Cell;
use dataset::Lang;

use crate::grid::{Book, Grid};
use kind::Kind;

/// The largest workbook that is read, in bytes.
pub const MAX_BYTES: usize = 50 * 1024 * 1024;
/// What a workbook may be when it is unpacked, in bytes.
pub const MAX_UNPACKED: u64 = 80 * 1024 * 1024;
/// The most cells that are read.
pub const MAX_CELLS: usize = 200_000;
/// How much text is read, in bytes; a file of separated values is at most as large.
pub const MAX_TEXT: usize = 20 * 1024 * 1024;

/// The most columns of a sheet, and the most rows.
const MAX_COLUMNS: u32 = 16_384;
const MAX_ROWS: u32 = 1_048_576;

/// How much more is read.
struct Budget {
    cells: usize,
    text: usize,
}

impl Budget {
    const ALL: Self = Self { cells: MAX_CELLS, text: MAX_TEXT };

    /// Takes a cell from what is left.
    fn take(&mut self, (row, column): (u32, u32), cell: &Cell) -> Result<(), Fault> {
        if row >= MAX_ROWS || column >= MAX_COLUMNS {
            return Err(Fault::TooLarge);
        }
        let text = if let Cell::Text(text) = cell { text.len() } else { 0 };
        self.cells = self.cells.checked_sub(1).ok_or(Fault::TooLarge)?;
        self.text = self.text.checked_sub(text).ok_or(Fault::TooLarge)?;
        Ok(())
    }
}

/// A file: its name with its ending, and what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// The sheets of a file: a workbook, or one table of separated values.
///
/// # Errors
/// Where it is neither, or larger than is read.
pub fn book(file: &File) -> Result<Book, Fault> {
    if file.bytes.len() > MAX_BYTES {
        return Err(Fault::TooLarge);
    }
    match kind::kind(&file.bytes)? {
        Kind::Xlsx => {
            zip::check(&file.bytes)?;
            // What the libraries stumble over in a spoilt file is that file's fault, and no reason to stop.
            std::panic::catch_unwind(|| sheets::read(&file.bytes)).unwrap_or(Err(Fault::Damaged))
        }
        Kind::Text => Ok(Book { grids: vec![table(file)?] }),
    }
}

/// The table of a CSV file, as a sheet with the file's name.
fn table(file: &File) -> Result<Grid, Fault> {
    if file.bytes.len() > MAX_TEXT {
        return Err(Fault::TooLarge);
    }
    let rows = cells::csv::decode(&file.bytes).map_err(Fault::Csv)?;
    let name = file.name.rsplit_once('.').map_or(file.name.as_str(), |(name, _)| name);
    let mut grid = Grid { name: name.to_owned(), ..Grid::default() };
    let mut left = Budget::ALL;
    for (row, cells) in (0_u32..).zip(rows) {
        for (column, cell) in (0_u32..).zip(cells) {
            if !cell.is_empty() {
                left.take((row, column), &cell)?;
                grid.cells.insert((row, column), cell);
            }
        }
    }
    Ok(grid)
}

/// The words for a file that is no workbook: what is wrong, and how to mend it.
pub(crate) fn words(fault: &Fault, lang: Lang) -> [String; 2] {
    if let Fault::Csv(fault) = fault {
        let words = cells::words::csv_fault(lang, fault);
        return [words.what, words.mend];
    }
    fault.words(lang).map(str::to_owned)
}

//! From bytes to grids. What cannot be a workbook is refused before it is unpacked.
mod kind;
mod sheets;
mod traits;
mod zip;

pub use kind::Fault;

use dataset::Lang;

use crate::grid::{Book, Grid};
use kind::Kind;

/// The largest workbook that is read, in bytes.
pub const MAX_BYTES: usize = 50 * 1024 * 1024;
/// What a workbook may be when it is unpacked, in bytes.
pub const MAX_UNPACKED: u64 = 80 * 1024 * 1024;
/// The most cells that are read.
pub const MAX_CELLS: usize = 200_000;

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
            sheets::read(&file.bytes)
        }
        Kind::Text => Ok(Book { grids: vec![table(file)?] }),
    }
}

/// The table of a CSV file, as a sheet with the file's name.
fn table(file: &File) -> Result<Grid, Fault> {
    let rows = cells::csv::decode(&file.bytes).map_err(Fault::Csv)?;
    let name = file.name.rsplit_once('.').map_or(file.name.as_str(), |(name, _)| name);
    let mut grid = Grid { name: name.to_owned(), ..Grid::default() };
    for (row, cells) in (0_u32..).zip(rows) {
        for (column, cell) in (0_u32..).zip(cells) {
            if !cell.is_empty() {
                grid.cells.insert((row, column), cell);
            }
        }
        if grid.cells.len() > MAX_CELLS {
            return Err(Fault::TooLarge);
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

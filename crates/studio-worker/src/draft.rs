//! A draft: what is edited, as bytes that the browser keeps.
use cells::{Cell, Epoch, Format};
use serde::{Deserialize, Serialize};
use workbook::{Book, Grid};

use crate::paper::{Paper, Sheets};

/// A draft. Cells are as a workbook has them, so nothing is read anew.
#[derive(Serialize, Deserialize)]
struct Draft {
    name: String,
    paper: DraftPaper,
}

#[derive(Serialize, Deserialize)]
enum DraftPaper {
    Text(String),
    Sheets(Vec<DraftSheet>),
}

#[derive(Serialize, Deserialize)]
struct DraftSheet {
    name: String,
    cells: Vec<(u32, u32, DraftCell)>,
    merged: Vec<[(u32, u32); 2]>,
    uncomputed: Vec<(u32, u32)>,
    hidden: bool,
}

/// A cell. Numbers are texts, as JSON keeps not every one of them.
#[derive(Serialize, Deserialize)]
enum DraftCell {
    #[serde(rename = "t")]
    Text(String),
    #[serde(rename = "n")]
    Number(String, String),
    #[serde(rename = "d")]
    Date(String, String),
    /// A date of the epoch of 1904.
    #[serde(rename = "m")]
    MacDate(String, String),
    #[serde(rename = "b")]
    Bool(bool),
    #[serde(rename = "e")]
    Error(String),
}

/// What is edited, as bytes.
pub(crate) fn write(name: &str, paper: &Paper) -> Vec<u8> {
    let paper = match paper {
        Paper::Text(text) => DraftPaper::Text(text.clone()),
        Paper::Sheets(sheets) => DraftPaper::Sheets(sheets.book.grids.iter().map(sheet).collect()),
    };
    serde_json::to_vec(&Draft { name: name.to_owned(), paper }).unwrap_or_default()
}

/// The name and what is edited; `None` where the bytes are no draft.
pub(crate) fn read(bytes: &[u8]) -> Option<(String, Paper)> {
    let draft: Draft = serde_json::from_slice(bytes).ok()?;
    let paper = match draft.paper {
        DraftPaper::Text(text) => Paper::Text(text),
        DraftPaper::Sheets(sheets) => {
            let grids = sheets.into_iter().map(grid).collect::<Option<Vec<_>>>()?;
            Paper::Sheets(Sheets::new(Book { grids }))
        }
    };
    Some((draft.name, paper))
}

fn sheet(grid: &Grid) -> DraftSheet {
    let cells = grid.cells.iter().filter_map(|((row, column), cell)| Some((*row, *column, kept(cell)?)));
    DraftSheet {
        name: grid.name.clone(),
        cells: cells.collect(),
        merged: grid.merged.clone(),
        uncomputed: grid.uncomputed.clone(),
        hidden: grid.hidden,
    }
}

fn kept(cell: &Cell) -> Option<DraftCell> {
    Some(match cell {
        Cell::Empty => return None,
        Cell::Text(text) => DraftCell::Text(text.clone()),
        Cell::Number { value, format } => DraftCell::Number(value.to_string(), format.code().to_owned()),
        Cell::Date { serial, epoch, format } => {
            let (serial, format) = (serial.to_string(), format.code().to_owned());
            match epoch {
                Epoch::Y1900 => DraftCell::Date(serial, format),
                Epoch::Y1904 => DraftCell::MacDate(serial, format),
            }
        }
        Cell::Bool(value) => DraftCell::Bool(*value),
        Cell::Error(text) => DraftCell::Error(text.clone()),
    })
}

fn grid(sheet: DraftSheet) -> Option<Grid> {
    let mut grid = Grid {
        name: sheet.name,
        merged: sheet.merged,
        uncomputed: sheet.uncomputed,
        hidden: sheet.hidden,
        ..Grid::default()
    };
    for (row, column, cell) in sheet.cells {
        grid.cells.insert((row, column), restored(cell)?);
    }
    Some(grid)
}

fn restored(cell: DraftCell) -> Option<Cell> {
    let date = |serial: String, format: &str, epoch| {
        Some(Cell::Date { serial: serial.parse().ok()?, epoch, format: Format::new(format) })
    };
    match cell {
        DraftCell::Text(text) => Some(Cell::Text(text)),
        DraftCell::Number(value, format) => {
            Some(Cell::Number { value: value.parse().ok()?, format: Format::new(&format) })
        }
        DraftCell::Date(serial, format) => date(serial, &format, Epoch::Y1900),
        DraftCell::MacDate(serial, format) => date(serial, &format, Epoch::Y1904),
        DraftCell::Bool(value) => Some(Cell::Bool(value)),
        DraftCell::Error(text) => Some(Cell::Error(text)),
    }
}

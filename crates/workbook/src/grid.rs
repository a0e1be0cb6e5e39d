//! A workbook as a grid of cells, wherever it comes from.
use std::collections::BTreeMap;

use cells::Cell;

/// The sheets of a workbook, or the files of a folder.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Book {
    /// The sheets in their order.
    pub grids: Vec<Grid>,
}

/// A sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// Its name; of a file, without its ending.
    pub name: String,
    /// The cells that are not empty, by row and column from 0.
    pub cells: BTreeMap<(u32, u32), Cell>,
    /// Merged cells: the first and the last one.
    pub merged: Vec<[(u32, u32); 2]>,
    /// Cells with a formula whose value is not in the file.
    pub uncomputed: Vec<(u32, u32)>,
    /// Whether the sheet, or a row or a column of it, is hidden.
    pub hidden: bool,
}

impl Grid {
    /// A cell; the empty one where there is none.
    #[must_use]
    pub fn cell(&self, row: u32, column: u32) -> &Cell {
        const NONE: Cell = Cell::Empty;
        static EMPTY: Cell = NONE;
        self.cells.get(&(row, column)).unwrap_or(&EMPTY)
    }

    /// Puts a cell in place of another one, which comes back. A formula that stood there is gone.
    pub fn put(&mut self, at: (u32, u32), cell: Cell) -> Cell {
        self.uncomputed.retain(|other| *other != at);
        let old = if cell.is_empty() { self.cells.remove(&at) } else { self.cells.insert(at, cell) };
        old.unwrap_or_default()
    }

    /// How many rows and columns it has.
    #[must_use]
    pub fn extent(&self) -> (u32, u32) {
        let last = |(rows, columns): (u32, u32), (row, column): &(u32, u32)| {
            (rows.max(row.saturating_add(1)), columns.max(column.saturating_add(1)))
        };
        self.cells.keys().fold((0, 0), last)
    }

    /// The cells of a row, with their columns.
    pub(crate) fn row(&self, row: u32) -> impl Iterator<Item = (u32, &Cell)> {
        self.cells.range((row, 0)..=(row, u32::MAX)).map(|((_, column), cell)| (*column, cell))
    }

    /// The rows that have cells, in order.
    pub(crate) fn rows(&self) -> Vec<u32> {
        let mut rows: Vec<u32> = self.cells.keys().map(|(row, _)| *row).collect();
        rows.dedup();
        rows
    }
}

//! A workbook as a grid of cells, wherever it comes from.
use std::collections::BTreeMap;

use cells::Cell;

/// The sheets of a workbook, or the files of a folder.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Book {
    pub(crate) grids: Vec<Grid>,
}

/// A sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Grid {
    /// Its name; of a file, without its ending.
    pub(crate) name: String,
    /// The cells that are not empty, by row and column from 0.
    pub(crate) cells: BTreeMap<(u32, u32), Cell>,
    /// Merged cells: the first and the last one.
    pub(crate) merged: Vec<[(u32, u32); 2]>,
    /// Cells with a formula whose value is not in the file.
    pub(crate) uncomputed: Vec<(u32, u32)>,
    /// Whether the sheet, or a row or a column of it, is hidden.
    pub(crate) hidden: bool,
}

impl Grid {
    /// A cell; the empty one where there is none.
    pub(crate) fn cell(&self, row: u32, column: u32) -> &Cell {
        const NONE: Cell = Cell::Empty;
        static EMPTY: Cell = NONE;
        self.cells.get(&(row, column)).unwrap_or(&EMPTY)
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

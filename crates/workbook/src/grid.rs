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

    /// Puts an empty row before a row: what follows moves down, and merged cells around it grow.
    pub fn insert_row(&mut self, at: u32) {
        let below = self.cells.split_off(&(at, 0));
        self.cells
            .extend(below.into_iter().map(|((row, column), cell)| ((row.saturating_add(1), column), cell)));
        let places = self.merged.iter_mut().flatten().chain(&mut self.uncomputed);
        for (row, _) in places.filter(|(row, _)| *row >= at) {
            *row = row.saturating_add(1);
        }
    }

    /// Takes a row out: what follows moves up, and merged cells around it shrink. Its cells come back.
    pub fn remove_row(&mut self, at: u32) -> BTreeMap<(u32, u32), Cell> {
        let mut removed = self.cells.split_off(&(at, 0));
        let below = removed.split_off(&(at.saturating_add(1), 0));
        self.cells
            .extend(below.into_iter().map(|((row, column), cell)| ((row.saturating_sub(1), column), cell)));
        self.merged.retain(|[first, last]| (first.0, last.0) != (at, at));
        for [first, last] in &mut self.merged {
            if first.0 > at {
                first.0 -= 1;
            }
            if last.0 >= at {
                last.0 = last.0.saturating_sub(1);
            }
        }
        self.uncomputed.retain(|(row, _)| *row != at);
        for (row, _) in self.uncomputed.iter_mut().filter(|(row, _)| *row > at) {
            *row -= 1;
        }
        removed
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

#[cfg(test)]
mod tests {
    use super::*;

    fn grid() -> Grid {
        let cells = [((0, 0), "name"), ((1, 0), "a"), ((2, 1), "b"), ((3, 0), "c")];
        let cells = cells.into_iter().map(|(at, text)| (at, Cell::text(text.to_owned()))).collect();
        let merged = vec![[(1, 2), (3, 2)], [(2, 4), (2, 6)]];
        Grid { name: "G".to_owned(), cells, merged, uncomputed: vec![(1, 0), (3, 0)], hidden: false }
    }

    #[test]
    fn what_follows_a_row_moves_with_it() {
        let mut grid = grid();
        grid.insert_row(2);
        let rows = grid.cells.keys().copied().collect::<Vec<_>>();
        assert_eq!(rows, [(0, 0), (1, 0), (3, 1), (4, 0)]);
        assert_eq!(grid.merged, [[(1, 2), (4, 2)], [(3, 4), (3, 6)]]);
        assert_eq!(grid.uncomputed, [(1, 0), (4, 0)]);
        assert!(grid.remove_row(2).is_empty());
        assert_eq!(grid, self::grid());
    }

    #[test]
    fn a_row_that_is_taken_out_comes_back_whole() {
        let mut grid = grid();
        let removed = grid.remove_row(2);
        assert_eq!(removed.keys().copied().collect::<Vec<_>>(), [(2, 1)]);
        assert_eq!(grid.cells.keys().copied().collect::<Vec<_>>(), [(0, 0), (1, 0), (2, 0)]);
        assert_eq!(grid.merged, [[(1, 2), (2, 2)]]);
        assert_eq!(grid.uncomputed, [(1, 0), (2, 0)]);
    }
}

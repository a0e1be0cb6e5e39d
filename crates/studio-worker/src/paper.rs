//! What is edited: the sheets of a workbook, or the text of a dataset.
use std::collections::BTreeMap;

use cells::Cell;
use dataset::Lang;
use workbook::{Book, Imported};

use crate::{CellEdit, CellHelp, Kind, RowChange, Said, SheetGuide, SheetRows, findings};

/// A cell: sheet, row, column.
type At = (usize, u32, u32);

/// What is edited.
#[derive(Debug)]
pub(crate) enum Paper {
    /// Sheets.
    Sheets(Sheets),
    /// A text.
    Text(String),
}

/// The sheets of a workbook.
#[derive(Debug, Default)]
pub(crate) struct Sheets {
    pub(crate) book: Book,
    /// Cells as they were before they were written into: what stands there again is what it was.
    originals: BTreeMap<At, Cell>,
    /// Rows that were taken out, the last one last.
    removed: Vec<RemovedRow>,
    /// The dataset of the sheets as they are now, once somebody asked.
    imported: Option<Imported>,
}

/// A row that was taken out, with all that goes with it.
#[derive(Debug)]
struct RemovedRow {
    cells: BTreeMap<(u32, u32), Cell>,
    originals: BTreeMap<At, Cell>,
    /// What the whole sheet had before.
    merged: Vec<[(u32, u32); 2]>,
    uncomputed: Vec<(u32, u32)>,
}

impl Sheets {
    pub(crate) fn new(book: Book) -> Self {
        Self { book, ..Self::default() }
    }

    /// The dataset of the sheets as they are now.
    pub(crate) fn imported(&mut self) -> &Imported {
        let book = &self.book;
        self.imported.get_or_insert_with(|| workbook::import_book(book))
    }

    /// Writes into a cell. A cell that says again what it said before is what it was: a number of a workbook, say,
    /// and not a text that looks like it.
    pub(crate) fn put(&mut self, edit: &CellEdit, lang: Lang) {
        let Some(grid) = self.book.grids.get_mut(edit.sheet) else { return };
        let (at, key) = ((edit.row, edit.column), (edit.sheet, edit.row, edit.column));
        let original = self.originals.entry(key).or_insert_with(|| grid.cell(at.0, at.1).clone());
        let cell = match edit.text == workbook::shown(original, lang) {
            true => original.clone(),
            false => Cell::text(edit.text.clone()),
        };
        grid.put(at, cell);
        self.imported = None;
    }

    /// Puts a row into a sheet, or takes one out.
    pub(crate) fn change_row(&mut self, sheet: usize, row: u32, change: RowChange) {
        let Some(grid) = self.book.grids.get_mut(sheet) else { return };
        // The cells as they were move with their rows.
        let mut originals = self.originals.split_off(&(sheet, row, 0));
        let mut others = originals.split_off(&(sheet.saturating_add(1), 0, 0));
        match change {
            RowChange::Insert => {
                grid.insert_row(row);
                self.originals.extend(moved(originals, 1));
            }
            RowChange::UndoInsert => {
                grid.remove_row(row);
                let below = originals.split_off(&(sheet, row.saturating_add(1), 0));
                self.originals.extend(moved(below, -1));
            }
            RowChange::Remove => {
                let (merged, uncomputed) = (grid.merged.clone(), grid.uncomputed.clone());
                let cells = grid.remove_row(row);
                let below = originals.split_off(&(sheet, row.saturating_add(1), 0));
                self.originals.extend(moved(below, -1));
                self.removed.push(RemovedRow { cells, originals, merged, uncomputed });
            }
            RowChange::UndoRemove => {
                grid.insert_row(row);
                self.originals.extend(moved(originals, 1));
                if let Some(removed) = self.removed.pop() {
                    grid.cells.extend(removed.cells);
                    (grid.merged, grid.uncomputed) = (removed.merged, removed.uncomputed);
                    self.originals.extend(removed.originals);
                }
            }
        }
        self.originals.append(&mut others);
        self.imported = None;
    }

    /// The names of the sheets, and whether each holds anything but names of columns.
    pub(crate) fn kind(&self) -> Kind {
        let filled = |grid: &workbook::Grid| grid.extent().0 > 1;
        Kind::Sheets(self.book.grids.iter().map(|grid| (grid.name.clone(), filled(grid))).collect())
    }

    /// The cells of a sheet.
    pub(crate) fn rows(&self, index: usize, lang: Lang) -> SheetRows {
        let Some(grid) = self.book.grids.get(index) else { return SheetRows::default() };
        let mut rows: Vec<Vec<String>> = Vec::new();
        for ((row, column), cell) in &grid.cells {
            let (row, column) = (to_index(*row), to_index(*column));
            if rows.len() <= row {
                rows.resize(row + 1, Vec::new());
            }
            let Some(cells) = rows.get_mut(row) else { continue };
            cells.resize(column, String::new());
            cells.push(workbook::shown(cell, lang));
        }
        SheetRows { index, rows, guide: workbook::guide_of(&self.book, index, lang).map(guide) }
    }

    /// What is wrong.
    pub(crate) fn findings(&mut self, lang: Lang) -> Vec<Said> {
        let found = self.imported().checked();
        found.iter().map(|finding| findings::of_book(finding, &self.book, lang)).collect()
    }
}

/// The same cells some rows below.
fn moved(cells: BTreeMap<At, Cell>, by: i32) -> impl Iterator<Item = (At, Cell)> {
    cells
        .into_iter()
        .map(move |((sheet, row, column), cell)| ((sheet, row.saturating_add_signed(by), column), cell))
}

fn to_index(number: u32) -> usize {
    usize::try_from(number).unwrap_or_default()
}

fn guide(guide: workbook::Guide) -> SheetGuide {
    let help = |(at, help): (u32, workbook::Help)| {
        let workbook::Help { name, text, example, required, offered } = help;
        (at, CellHelp { name, text, example, required, offered })
    };
    SheetGuide {
        about: guide.about,
        header: guide.header,
        values: guide.values,
        help: guide.help.into_iter().map(help).collect(),
    }
}

//! What was changed, so that it can be taken back.
use studio_worker::RowChange;

/// The most changes that are remembered.
const MOST: usize = 500;
/// The most letters that the changes of texts may hold together.
const MOST_LETTERS: usize = 8_000_000;

/// A change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    /// Of cells of a sheet: row, column, what stood there and what stands there now.
    Cells {
        /// The sheet.
        sheet: usize,
        /// The cells.
        cells: Vec<CellChange>,
    },
    /// Of the rows of a sheet.
    Row {
        /// The sheet.
        sheet: usize,
        /// The row.
        row: usize,
        /// What is done.
        change: RowChange,
        /// What stands in a row that is taken out, or put back.
        cells: Vec<String>,
    },
    /// Of the whole text.
    Text {
        /// What it was.
        before: String,
        /// What it is.
        after: String,
    },
}

/// What stands in a cell, before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CellChange {
    pub(crate) row: usize,
    pub(crate) column: usize,
    pub(crate) before: String,
    pub(crate) after: String,
}

impl Change {
    /// The change that takes this one back.
    fn reversed(&self) -> Self {
        match self {
            Self::Cells { sheet, cells } => {
                let back = |cell: &CellChange| CellChange {
                    before: cell.after.clone(),
                    after: cell.before.clone(),
                    ..cell.clone()
                };
                Self::Cells { sheet: *sheet, cells: cells.iter().rev().map(back).collect() }
            }
            Self::Row { sheet, row, change, cells } => {
                let change = match change {
                    RowChange::Insert => RowChange::UndoInsert,
                    RowChange::Remove => RowChange::UndoRemove,
                    RowChange::UndoInsert => RowChange::Insert,
                    RowChange::UndoRemove => RowChange::Remove,
                };
                Self::Row { sheet: *sheet, row: *row, change, cells: cells.clone() }
            }
            Self::Text { before, after } => Self::Text { before: after.clone(), after: before.clone() },
        }
    }

    fn letters(&self) -> usize {
        match self {
            Self::Cells { cells, .. } => {
                cells.iter().map(|cell| cell.before.len() + cell.after.len() + 32).sum()
            }
            Self::Row { cells, .. } => cells.iter().map(|cell| cell.len() + 32).sum(),
            Self::Text { before, after } => before.len() + after.len(),
        }
    }
}

/// The changes that can be taken back, and those that were.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct History {
    done: Vec<Change>,
    undone: Vec<Change>,
}

impl History {
    /// Remembers a change.
    pub(crate) fn add(&mut self, change: Change) {
        self.undone.clear();
        self.done.push(change);
        let mut letters: usize = self.done.iter().map(Change::letters).sum();
        while self.done.len() > MOST || (letters > MOST_LETTERS && self.done.len() > 1) {
            letters -= self.done.remove(0).letters();
        }
    }

    /// Remembers a change of a text as a part of the last one, so that a word that is typed is one change.
    pub(crate) fn extend(&mut self, change: Change) {
        match (self.done.last_mut(), &change) {
            (Some(Change::Text { after, .. }), Change::Text { before, after: now }) if after == before => {
                now.clone_into(after);
                self.undone.clear();
            }
            _ => self.add(change),
        }
    }

    /// The change that takes the last one back.
    pub(crate) fn undo(&mut self) -> Option<Change> {
        let change = self.done.pop()?;
        let back = change.reversed();
        self.undone.push(change);
        Some(back)
    }

    /// The change that was taken back last.
    pub(crate) fn redo(&mut self) -> Option<Change> {
        let change = self.undone.pop()?;
        self.done.push(change.clone());
        Some(change)
    }

    /// Whether something can be taken back.
    pub(crate) fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether something can be made again.
    pub(crate) fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(before: &str, after: &str) -> Change {
        let cells =
            vec![CellChange { row: 1, column: 2, before: before.to_owned(), after: after.to_owned() }];
        Change::Cells { sheet: 3, cells }
    }

    #[test]
    fn what_was_done_is_undone_and_done_again() {
        let mut history = History::default();
        assert_eq!(history.undo(), None);
        history.add(cell("a", "b"));
        history.add(cell("b", "c"));
        assert_eq!(history.undo(), Some(cell("c", "b")));
        assert_eq!(history.undo(), Some(cell("b", "a")));
        assert!(!history.can_undo());
        assert_eq!(history.redo(), Some(cell("a", "b")));
        history.add(cell("b", "x"));
        assert!(!history.can_redo());
        assert_eq!(history.undo(), Some(cell("x", "b")));
    }

    #[test]
    fn a_row_that_was_taken_out_is_put_back_with_its_cells() {
        let row =
            |change| Change::Row { sheet: 0, row: 4, change, cells: vec!["a".to_owned(), "b".to_owned()] };
        let mut history = History::default();
        history.add(row(RowChange::Insert));
        history.add(row(RowChange::Remove));
        assert_eq!(history.undo(), Some(row(RowChange::UndoRemove)));
        assert_eq!(history.undo(), Some(row(RowChange::UndoInsert)));
        assert_eq!(history.redo(), Some(row(RowChange::Insert)));
    }

    #[test]
    fn what_is_typed_without_a_pause_is_one_change() {
        let text =
            |before: &str, after: &str| Change::Text { before: before.to_owned(), after: after.to_owned() };
        let mut history = History::default();
        history.add(text("", "a"));
        history.extend(text("a", "ab"));
        history.extend(text("x", "xy"));
        assert_eq!(history.undo(), Some(text("xy", "x")));
        assert_eq!(history.undo(), Some(text("ab", "")));
    }

    #[test]
    fn long_texts_push_old_ones_out() {
        let mut history = History::default();
        for _ in 0..3 {
            let [before, after] = [(); 2].map(|()| "x".repeat(MOST_LETTERS / 3));
            history.add(Change::Text { before, after });
        }
        assert!(history.undo().is_some());
        assert!(history.undo().is_none());
    }
}

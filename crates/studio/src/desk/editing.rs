//! What is written, and taken back.
use leptos::prelude::*;
use studio_worker::{CellEdit, Command, RowChange};
use words::fill;

use super::{Desk, PAUSE};
use crate::client::{self, Parts};
use crate::history::{CellChange, Change, History};
use crate::moves::{self, At};

impl Desk {
    /// Takes over what is being typed into a cell.
    pub(crate) fn commit(self) {
        if let Some(text) = self.editing.get_untracked() {
            self.editing.set(None);
            self.write(&[(self.at.get_untracked(), text)]);
        }
    }

    /// Writes into cells of the sheet that is seen.
    pub(crate) fn write(self, cells: &[(At, String)]) {
        let changed = self.rows.with_untracked(|rows| {
            let changes = cells.iter().map(|(at, text)| CellChange {
                row: at.0,
                column: at.1,
                before: moves::cell(rows, *at).to_owned(),
                after: text.clone(),
            });
            changes.filter(|change| change.before != change.after).collect::<Vec<_>>()
        });
        if !changed.is_empty() {
            let change = Change::Cells { sheet: self.sheet.get_untracked(), cells: changed };
            self.apply(&change);
            self.history.update(|history| history.add(change));
        }
    }

    /// Whether rows may come and go where keys go to: below the names of columns, not where each row has a field of
    /// its own.
    pub(crate) fn rows_may_move(self) -> bool {
        let row = u32::try_from(self.at.get().0).unwrap_or(u32::MAX);
        self.guide
            .with(|guide| guide.as_ref().is_none_or(|guide| guide.header.is_some_and(|header| row > header)))
    }

    /// Puts an empty row before the one that keys go to.
    pub(crate) fn insert_row(self) {
        self.change_row(RowChange::Insert, self.words.row_inserted());
    }

    /// Takes out the row that keys go to.
    pub(crate) fn remove_row(self) {
        self.change_row(RowChange::Remove, self.words.row_removed());
    }

    fn change_row(self, change: RowChange, said: &str) {
        if !untrack(|| self.rows_may_move()) {
            return;
        }
        self.commit();
        let (sheet, row) = (self.sheet.get_untracked(), self.at.get_untracked().0);
        let cells = match change {
            RowChange::Remove => self.rows.with_untracked(|rows| rows.get(row).cloned()).unwrap_or_default(),
            _ => Vec::new(),
        };
        let change = Change::Row { sheet, row, change, cells };
        self.apply(&change);
        self.history.update(|history| history.add(change));
        self.done.set(fill(said, &[&(row + 1).to_string()]));
    }

    /// Takes the text as it was typed.
    pub(crate) fn write_text(self, after: String) {
        let before = self.text.get_untracked();
        if before != after {
            self.text.set(after.clone());
            let is_going_on = self.untold.get_value();
            let change = Change::Text { before, after };
            self.history
                .update(|history| if is_going_on { history.extend(change) } else { history.add(change) });
            self.untold.set_value(true);
            self.changed(PAUSE);
        }
    }

    /// Tells the worker what was typed into the text.
    pub(super) fn tell(self) {
        if self.untold.get_value() {
            self.untold.set_value(false);
            self.ask(Command::Rewrite, vec![client::bytes(&self.text.get_untracked())], |_, _| ());
        }
    }

    fn apply(self, change: &Change) {
        match change {
            Change::Cells { sheet, cells } => {
                let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
                let edit = |cell: &CellChange| CellEdit {
                    sheet: *sheet,
                    row: number(cell.row),
                    column: number(cell.column),
                    text: cell.after.clone(),
                };
                let edits = cells.iter().map(edit).collect();
                self.ask(Command::Put { edits }, Parts::new(), |_, _| ());
                if *sheet == self.sheet.get_untracked() {
                    self.rows.update(|rows| {
                        for cell in cells {
                            moves::put(rows, (cell.row, cell.column), &cell.after);
                        }
                    });
                }
            }
            Change::Row { sheet, row, change, cells } => {
                let command = Command::Row {
                    sheet: *sheet,
                    row: u32::try_from(*row).unwrap_or(u32::MAX),
                    change: *change,
                };
                self.ask(command, Parts::new(), |_, _| ());
                if *sheet == self.sheet.get_untracked() {
                    self.rows.update(|rows| match change {
                        RowChange::Insert | RowChange::UndoRemove => {
                            moves::insert_row(rows, *row, cells.clone())
                        }
                        RowChange::Remove | RowChange::UndoInsert => drop(moves::remove_row(rows, *row)),
                    });
                }
            }
            Change::Text { after, .. } => {
                self.text.set(after.clone());
                self.untold.set_value(true);
            }
        }
        self.changed(PAUSE);
    }

    pub(crate) fn undo(self) {
        self.editing.set(None);
        let change = self.history.try_update(History::undo).flatten();
        self.again(change);
    }

    pub(crate) fn redo(self) {
        self.editing.set(None);
        let change = self.history.try_update(History::redo).flatten();
        self.again(change);
    }

    /// Makes a change of the history, and shows where it was.
    fn again(self, change: Option<Change>) {
        let Some(change) = change else { return };
        self.apply(&change);
        match &change {
            Change::Cells { sheet, cells } => {
                if let Some(cell) = cells.first() {
                    self.reveal(*sheet, (cell.row, cell.column));
                }
            }
            Change::Row { sheet, row, .. } => self.reveal(*sheet, (*row, self.at.get_untracked().1)),
            Change::Text { .. } => {}
        }
    }
}

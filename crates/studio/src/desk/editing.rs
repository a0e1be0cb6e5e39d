//! What is written, and taken back.
use leptos::prelude::*;
use studio_worker::{CellEdit, Command};

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
        if let Change::Cells { sheet, cells } = &change
            && let Some(cell) = cells.first()
        {
            self.reveal(*sheet, (cell.row, cell.column));
        }
    }
}

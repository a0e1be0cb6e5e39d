//! Keys on a grid, and what is cut and pasted there.
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlInputElement, KeyboardEvent};

use super::grid::Grid;
use crate::desk::Desk;
use crate::moves::{self, At};

/// So many rows are a page.
const PAGE: usize = 15;

/// Begins to edit the cell that keys go to, with a letter in place of what stands there.
pub(super) fn edit(desk: Desk, letter: Option<String>) {
    let at = desk.at.get_untracked();
    let text = letter.unwrap_or_else(|| desk.rows.with_untracked(|rows| moves::cell(rows, at).to_owned()));
    desk.editing.set(Some(text));
}

/// Answers a key.
pub(super) fn pressed(grid: Grid, event: &KeyboardEvent) {
    let desk = grid.desk;
    let is_taken = match desk.editing.with_untracked(Option::is_some) {
        true => while_editing(grid, event),
        false => while_moving(grid, event),
    };
    if is_taken {
        event.prevent_default();
        event.stop_propagation();
    }
}

fn while_editing(grid: Grid, event: &KeyboardEvent) -> bool {
    let desk = grid.desk;
    let go = |key: &str| {
        desk.commit();
        if let Some(at) = moves::next(key, false, desk.at.get_untracked(), grid.size.get_untracked(), PAGE) {
            desk.go(at, true);
        }
    };
    match (event.key().as_str(), event.shift_key()) {
        // Of an input method, this key chooses a word.
        ("Enter", _) if event.is_composing() => return false,
        ("Enter", false) => go("ArrowDown"),
        ("Enter", true) => go("ArrowUp"),
        ("Tab", false) => go("ArrowRight"),
        ("Tab", true) => go("ArrowLeft"),
        ("Escape", _) => {
            desk.editing.set(None);
            desk.go(desk.at.get_untracked(), true);
        }
        // Whoever types fast is ahead of the field, which does not have the focus yet.
        (key, _) if !is_in_field(event) && key.chars().count() == 1 => {
            desk.editing.update(|text| {
                if let Some(text) = text {
                    text.push_str(key);
                }
            });
        }
        _ => return false,
    }
    true
}

/// Whether a key goes to the field of a cell.
fn is_in_field(event: &KeyboardEvent) -> bool {
    event.target().is_some_and(|target| target.has_type::<HtmlInputElement>())
}

fn while_moving(grid: Grid, event: &KeyboardEvent) -> bool {
    let desk = grid.desk;
    let at = desk.at.get_untracked();
    let ctrl = event.ctrl_key() || event.meta_key();
    let key = event.key();
    if let Some(at) = moves::next(&key, ctrl, at, grid.size.get_untracked(), PAGE) {
        desk.go(at, true);
        return true;
    }
    let is_letter = key.chars().count() == 1 && !ctrl && !event.alt_key();
    match key.as_str() {
        "Enter" | "F2" => edit(desk, None),
        "Delete" | "Backspace" => desk.write(&[(at, String::new())]),
        _ if is_letter => edit(desk, Some(key)),
        _ => return false,
    }
    true
}

/// Copies the cell that keys go to.
pub(super) fn copied(grid: Grid, event: &ClipboardEvent) {
    let desk = grid.desk;
    if desk.editing.with_untracked(Option::is_some) {
        return;
    }
    let text = desk.rows.with_untracked(|rows| moves::cell(rows, desk.at.get_untracked()).to_owned());
    if event.clipboard_data().is_some_and(|data| data.set_data("text/plain", &text).is_ok()) {
        event.prevent_default();
    }
}

/// Pastes cells from the one that keys go to.
pub(super) fn pasted(grid: Grid, event: &ClipboardEvent) {
    let desk = grid.desk;
    if desk.editing.with_untracked(Option::is_some) {
        return;
    }
    let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
    let (row, column) = desk.at.get_untracked();
    let cells: Vec<(At, String)> = moves::pasted(&text)
        .into_iter()
        .enumerate()
        .flat_map(|(down, cells)| {
            let place = move |(right, text): (usize, String)| ((row + down, column + right), text);
            cells.into_iter().enumerate().map(place)
        })
        .collect();
    desk.write(&cells);
    event.prevent_default();
}

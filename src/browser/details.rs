//! The tables of charts that are open, which the address holds.
use leptos::prelude::*;
use routes::{Block, ViewState};
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlDetailsElement};

use super::links::closest;

/// Keeps the tables of charts in step with the view. Those that a reader opened before stay open.
pub fn follow_open_tables(document: &Document, view: RwSignal<ViewState>) {
    for (block, table) in tables(document) {
        if table.open() {
            view.update(|view| view.open.set(block, true));
        }
    }
    // The event of a table does not rise, so it is caught on its way down.
    let document_of = document.clone();
    let options = web_sys::AddEventListenerOptions::new();
    options.set_capture(true);
    super::links::listen(document, "toggle", &options, move |event| {
        let Some(table) = closest(&event, "details[data-block]") else { return };
        let block = table.get_attribute("data-block").and_then(|id| Block::from_id(&id));
        let (Some(block), Ok(table)) = (block, table.dyn_into::<HtmlDetailsElement>()) else { return };
        if view.with_untracked(|view| view.open.contains(block)) != table.open() {
            view.update(|view| view.open.set(block, table.open()));
        }
    });
    Effect::new(move || {
        let open = view.with(|view| view.open);
        for (block, table) in tables(&document_of) {
            if table.open() != open.contains(block) {
                table.set_open(open.contains(block));
                open_around(&table);
            }
        }
    });
}

/// Opens the menu around a table that is open: in a closed one it would not be seen.
fn open_around(table: &HtmlDetailsElement) {
    let menu = table.parent_element().filter(|_| table.open());
    let menu = menu.and_then(|parent| parent.closest("details").ok()?);
    if let Some(menu) = menu.and_then(|menu| menu.dyn_into::<HtmlDetailsElement>().ok()) {
        menu.set_open(true);
    }
}

fn tables(document: &Document) -> Vec<(Block, HtmlDetailsElement)> {
    let Ok(found) = document.query_selector_all("details[data-block]") else { return Vec::new() };
    let table = |index| {
        let table = found.get(index)?.dyn_into::<HtmlDetailsElement>().ok()?;
        Some((Block::from_id(&table.get_attribute("data-block")?)?, table))
    };
    (0..found.length()).filter_map(table).collect()
}

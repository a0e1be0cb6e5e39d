//! The address and the document follow the view, and the view the address.
use leptos::prelude::*;
use routes::{Page, ViewState};
use wasm_bindgen::JsValue;
use web_sys::{AddEventListenerOptions, Window};

use super::links::listen;

/// Keeps the address, the theme and the view of a page in step.
pub fn follow_address(window: &Window, page: Page, view: RwSignal<ViewState>) {
    let location = window.location();
    listen(window, "popstate", &AddEventListenerOptions::new(), move |_| {
        if let Ok(query) = location.search() {
            view.set(routes::parse_view(page, &query));
        }
    });
    let window = window.clone();
    Effect::new(move |before: Option<ViewState>| {
        let now = view.get();
        show_theme(&window, &now);
        write_address(&window, page, &now, before.as_ref());
        now
    });
}

fn show_theme(window: &Window, view: &ViewState) {
    if let Some(root) = window.document().and_then(|document| document.document_element()) {
        // The attribute is only a wish of the reader's; the page works without it.
        drop(root.set_attribute("data-theme", view.theme.code()));
    }
}

/// Writes the view into the address: a new entry of the history for a choice, none for a letter typed into a search
/// field, nor for what was done before the application was there.
fn write_address(window: &Window, page: Page, view: &ViewState, before: Option<&ViewState>) {
    let location = window.location();
    if location.search().is_ok_and(|search| routes::parse_view(page, &search) == *view) {
        return;
    }
    let typed = before.is_none_or(|before| before.differs_only_in_search(view));
    write(window, page, view, typed);
}

/// Writes a view into the address: as a new entry of the history, or in the place of the last one.
pub fn write(window: &Window, page: Page, view: &ViewState, in_place: bool) {
    let location = window.location();
    let (Ok(path), Ok(hash)) = (location.pathname(), location.hash()) else { return };
    let address = format!("{path}{}{hash}", routes::to_query(page, view));
    if let Ok(history) = window.history() {
        let written = if in_place {
            history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
        } else {
            history.push_state_with_url(&JsValue::NULL, "", Some(&address))
        };
        // A sandbox without an origin refuses; the view is then simply not in the address.
        drop(written);
    }
}

//! Popovers: panels in the top layer that Escape and a click elsewhere close.
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, ToggleEvent};

/// Whether the browser has popovers.
#[must_use]
pub fn are_supported() -> bool {
    let body = document().body();
    body.is_some_and(|body| js_sys::Reflect::has(&body, &"popover".into()).unwrap_or(false))
}

/// Whether a popover is shown.
#[must_use]
pub fn is_open(popover: &HtmlElement) -> bool {
    // A browser without popovers does not know the selector.
    popover.matches(":popover-open").unwrap_or(false)
}

/// Shows a popover; nothing happens where it is shown already.
pub fn show(popover: &HtmlElement) {
    if !is_open(popover) {
        // It fails only outside the page, where there is nothing to be seen of it.
        drop(popover.show_popover());
    }
}

/// Hides a popover; nothing happens where it is hidden already.
pub fn hide(popover: &HtmlElement) {
    if is_open(popover) {
        drop(popover.hide_popover());
    }
}

/// Whether an event `beforetoggle` comes before hiding.
#[must_use]
pub fn is_closing(event: &Event) -> bool {
    event.dyn_ref::<ToggleEvent>().is_some_and(|event| event.new_state() == "closed")
}

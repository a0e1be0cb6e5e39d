//! Window and scroll position, in CSS pixels.
use leptos::prelude::{document, window};

/// Width and height of the window, without scroll bars.
#[must_use]
pub fn window_size() -> (f64, f64) {
    let width = document().document_element().map(|root| root.client_width()).unwrap_or_default();
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    (f64::from(width), height)
}

/// How far the page is scrolled from its beginning: across, and down.
#[must_use]
pub fn scrolled() -> (f64, f64) {
    let window = window();
    (window.scroll_x().unwrap_or_default(), window.scroll_y().unwrap_or_default())
}

//! What events are about.
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// The nearest element around the target of an event, or the target itself, that a selector finds.
#[must_use]
pub fn closest(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_ref::<Element>()?.closest(selector).ok().flatten()
}

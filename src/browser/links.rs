//! Events that are caught for the whole page: most of it is there to be read only and has no listeners of its own.
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{AddEventListenerOptions, Element, Event, EventTarget, MouseEvent};

/// Listens for as long as the page is there.
pub fn listen(
    target: &EventTarget,
    name: &str,
    options: &AddEventListenerOptions,
    heard: impl Fn(Event) + 'static,
) {
    let listener = Closure::<dyn Fn(Event)>::new(heard);
    let listener = listener.into_js_value();
    let added = target.add_event_listener_with_callback_and_add_event_listener_options(
        name,
        listener.unchecked_ref(),
        options,
    );
    debug_assert!(added.is_ok(), "an event target takes listeners");
}

/// The element that an event happened in, or the first one around it, which a selector names.
#[must_use]
pub fn closest(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

/// Whether a click is the plain one that a page may answer itself, and not one for a new tab or a download.
#[must_use]
pub fn is_plain(event: &MouseEvent) -> bool {
    event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
}

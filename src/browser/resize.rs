//! Sizes that change.
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};

/// Calls `changed` whenever the size of an element changes, and once at first, until the current owner is cleaned
/// up.
pub fn use_element_resize(element: &Element, changed: impl Fn() + 'static) {
    let changed = Closure::<dyn Fn()>::new(changed);
    // Where the browser has no observers, nothing follows.
    let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) else { return };
    observer.observe(element);
    let kept = StoredValue::new_local((observer, changed));
    on_cleanup(move || {
        kept.try_with_value(|(observer, _)| observer.disconnect());
    });
}

/// Calls `changed` whenever the size of the window changes, until the current owner is cleaned up.
pub fn use_window_resize(changed: impl Fn() + 'static) {
    let listener = window_event_listener(ev::resize, move |_| changed());
    on_cleanup(move || listener.remove());
}

//! Keys that are pressed within a frame.
use leptos::prelude::Callback;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlIFrameElement, KeyboardEvent};

/// Calls back when Escape is pressed within the page that a frame shows now: such keys do not reach the page around it.
///
/// Call it when the frame has loaded. The listener goes with the frame's page. The frame must be of the same origin;
/// of another one nothing is heard.
pub fn on_escape_in(frame: &HtmlIFrameElement, escape: Callback<()>) {
    let Some(window) = frame.content_window() else { return };
    let pressed = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            leptos::prelude::Callable::run(&escape, ());
        }
    });
    // The frame's page keeps the closure, and lets it go with itself. A page of another origin takes none.
    drop(window.add_event_listener_with_callback("keydown", pressed.into_js_value().unchecked_ref()));
}

//! The height of a frame's content.
use js_sys::{Object, Reflect};
use leptos::prelude::*;
use leptos::{ev, html};
use wasm_bindgen::JsValue;

/// The most that a frame may ask for, in CSS pixels.
const MOST: f64 = 20_000.0;

/// The height in CSS pixels that the page in a frame says it has, once it says so: in messages
/// `{"datawrapper-height": {"<id>": <pixels>}}`, as Datawrapper's embeds do.
///
/// It listens as long as the current owner lives.
#[must_use]
pub fn use_frame_height(frame: NodeRef<html::Iframe>) -> ReadSignal<Option<f64>> {
    let (height, set_height) = signal(None);
    let listener = window_event_listener(ev::message, move |event| {
        let window = frame.get_untracked().and_then(|frame| frame.content_window());
        let source = event.source();
        let ours = window.is_some_and(|window| source.is_some_and(|source| Object::is(&source, &window)));
        if let Some(pixels) = height_in(&event.data()).filter(|_| ours) {
            set_height.set(Some(pixels));
        }
    });
    on_cleanup(move || listener.remove());
    height
}

/// The height in a message, if it is such a message.
fn height_in(message: &JsValue) -> Option<f64> {
    let heights = Reflect::get(message, &JsValue::from_str("datawrapper-height")).ok()?;
    let first = heights.is_object().then(|| Object::values(&Object::from(heights)).get(0))?;
    first.as_f64().filter(|pixels| *pixels > 0.0 && *pixels <= MOST)
}

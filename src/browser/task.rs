//! Tasks of the browser's event loop.
use leptos::wasm_bindgen::{JsValue, prelude::Closure};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// After how many milliseconds a quiet word says that something is on its way.
pub const PATIENCE: i32 = 4000;

/// Gives the browser time for the reader: what follows runs in a task of its own.
pub async fn next_task() {
    sleep(0).await;
}

/// Waits for this many milliseconds.
pub async fn sleep(milliseconds: i32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let Some(window) = web_sys::window() else { return };
        let wake = Closure::once_into_js(move || {
            // The promise's own function takes any value and never fails.
            drop(resolve.call0(&JsValue::NULL));
        });
        drop(
            window.set_timeout_with_callback_and_timeout_and_arguments_0(wake.unchecked_ref(), milliseconds),
        );
    });
    // It is never rejected.
    drop(JsFuture::from(promise).await);
}

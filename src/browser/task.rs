//! Tasks of the browser's event loop.
use leptos::wasm_bindgen::{JsValue, prelude::Closure};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// After how many milliseconds a quiet word says that something is on its way.
pub const PATIENCE: i32 = 4000;

/// For how many milliseconds steps go on before the browser has its turn.
const TURN: f64 = 12.0;

/// Gives the browser time for the reader: what follows runs in a task of its own.
pub async fn next_task() {
    sleep(0).await;
}

/// Does steps, each of few milliseconds at most, until there is a result, and gives the browser its turn in between.
pub async fn in_turns<T>(mut step: impl FnMut() -> Option<T>) -> T {
    loop {
        let until = js_sys::Date::now() + TURN;
        while js_sys::Date::now() < until {
            if let Some(result) = step() {
                return result;
            }
        }
        next_task().await;
    }
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

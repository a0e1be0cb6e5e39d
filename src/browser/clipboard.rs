//! The clipboard.
use leptos::prelude::window;
use thiserror::Error;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// Why a text was not copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ClipboardError {
    /// The page is not served securely, or the browser is old.
    #[error("there is no clipboard here: select the text and copy it by hand")]
    Missing,
    /// The browser or the reader did not allow it.
    #[error("the clipboard was denied: select the text and copy it by hand")]
    Denied,
}

/// Copies a text.
///
/// # Errors
/// [`ClipboardError`] where there is no clipboard or it is denied, as in a sandboxed frame.
pub async fn write_text(text: &str) -> Result<(), ClipboardError> {
    let navigator = window().navigator();
    // web-sys takes it for given, but pages that are not secure have none.
    let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into())
        .ok()
        .filter(|clipboard| clipboard.is_object())
        .ok_or(ClipboardError::Missing)?;
    let written = clipboard.unchecked_into::<web_sys::Clipboard>().write_text(text);
    JsFuture::from(written).await.map(drop).map_err(|_| ClipboardError::Denied)
}

//! The clipboard.
use leptos::prelude::window;
use thiserror::Error;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ClipboardItem};

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

/// Whether pictures can be copied here.
#[must_use]
pub fn can_copy_pictures() -> bool {
    js_sys::Reflect::has(&window(), &"ClipboardItem".into()).unwrap_or(false) && window().is_secure_context()
}

/// Copies a picture (PNG).
///
/// # Errors
/// [`ClipboardError`] where there is no clipboard for pictures or it is denied.
pub async fn write_picture(picture: &Blob) -> Result<(), ClipboardError> {
    if !can_copy_pictures() {
        return Err(ClipboardError::Missing);
    }
    let parts = js_sys::Object::new();
    js_sys::Reflect::set(&parts, &"image/png".into(), picture).map_err(|_| ClipboardError::Missing)?;
    let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&parts)
        .map_err(|_| ClipboardError::Missing)?;
    let written = window().navigator().clipboard().write(&js_sys::Array::of1(&item));
    JsFuture::from(written).await.map(drop).map_err(|_| ClipboardError::Denied)
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

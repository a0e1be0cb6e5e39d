//! Files that the page makes itself.
use std::time::Duration;

use leptos::prelude::{document, set_timeout, window};
use thiserror::Error;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long a file is kept after its download was started.
const KEPT: Duration = Duration::from_secs(10);

/// The file could not be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the file could not be made")]
pub struct DownloadError;

/// What the browsers inside of other applications call themselves. They do nothing with files that a page makes.
const IN_APPS: [&str; 7] = ["FBAN", "FBAV", "Instagram", "WhatsApp", "Line/", "MicroMessenger", "; wv)"];

/// Whether files can be saved: a sandbox without an origin of its own saves nothing, nor does the browser inside of
/// another application. A page that is a file itself has no origin either, and saves.
#[must_use]
pub fn can_save() -> bool {
    let browser = window().navigator().user_agent().unwrap_or_default();
    let is_file = window().location().protocol().is_ok_and(|protocol| protocol == "file:");
    (is_file || window().origin() != "null") && !IN_APPS.iter().any(|name| browser.contains(name))
}

/// A text as a file of a media type, in UTF-8.
///
/// # Errors
/// [`DownloadError`] where the browser makes no such file.
pub fn blob(text: &str, media_type: &str) -> Result<Blob, DownloadError> {
    let options = BlobPropertyBag::new();
    options.set_type(&[media_type, ";charset=utf-8"].concat());
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    Blob::new_with_str_sequence_and_options(&parts, &options).map_err(|_| DownloadError)
}

/// Bytes, one part after the other, as a file of a media type.
///
/// # Errors
/// [`DownloadError`] where the browser makes no such file.
pub fn file(parts: &[Vec<u8>], media_type: &str) -> Result<Blob, DownloadError> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts: js_sys::Array = parts.iter().map(|part| js_sys::Uint8Array::from(part.as_slice())).collect();
    Blob::new_with_u8_array_sequence_and_options(&parts, &options).map_err(|_| DownloadError)
}

/// Files, one after the other, as a file of a media type. The browser may have them on its disk, and no bytes are copied.
///
/// # Errors
/// [`DownloadError`] where the browser makes no such file.
pub fn joined(parts: &[Blob], media_type: &str) -> Result<Blob, DownloadError> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts: js_sys::Array = parts.iter().collect();
    Blob::new_with_blob_sequence_and_options(&parts, &options).map_err(|_| DownloadError)
}

/// An address of a file within this page; it holds until the page goes.
///
/// # Errors
/// [`DownloadError`] where the browser gives none.
pub fn object_url(file: &Blob) -> Result<String, DownloadError> {
    Url::create_object_url_with_blob(file).map_err(|_| DownloadError)
}

/// Starts the download of a file.
///
/// # Errors
/// [`DownloadError`] where it cannot be started.
pub fn save(file: &Blob, name: &str) -> Result<(), DownloadError> {
    let link = document().create_element("a").map_err(|_| DownloadError)?;
    let link = link.dyn_into::<HtmlAnchorElement>().map_err(|_| DownloadError)?;
    let url = object_url(file)?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    set_timeout(
        move || {
            // What cannot be let go is let go with the page.
            drop(Url::revoke_object_url(&url));
        },
        KEPT,
    );
    Ok(())
}

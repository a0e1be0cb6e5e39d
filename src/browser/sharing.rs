//! Ways to send an address to others.
use leptos::prelude::window;
use routes::percent_encode;
use thiserror::Error;
use wasm_bindgen_futures::JsFuture;
use web_sys::ShareData;

/// What is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// What is said.
    pub text: String,
    /// The address.
    pub address: String,
}

/// Why the device did not send it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SharingError {
    /// The reader thought better of it.
    #[error("the reader chose not to send it")]
    Cancelled,
    /// The page may not, as in a frame whose host does not allow it.
    #[error("this page may not open the device's ways to send: copy the address")]
    Refused,
}

/// Whether the device offers ways to send (Web Share API).
#[must_use]
pub fn can_share() -> bool {
    js_sys::Reflect::get(&window().navigator(), &"share".into()).is_ok_and(|share| share.is_function())
}

/// Opens the device's ways to send.
///
/// # Errors
/// [`SharingError`] where nothing was sent.
pub async fn share(message: &Message) -> Result<(), SharingError> {
    let data = ShareData::new();
    data.set_text(&message.text);
    data.set_url(&message.address);
    let shared = JsFuture::from(window().navigator().share_with_data(&data)).await;
    shared.map(drop).map_err(|error| {
        let name = js_sys::Reflect::get(&error, &"name".into()).ok().and_then(|name| name.as_string());
        if name.as_deref() == Some("AbortError") { SharingError::Cancelled } else { SharingError::Refused }
    })
}

/// The address that opens WhatsApp with a message, as its help pages say under "click to chat".
#[must_use]
pub fn whatsapp_link(message: &Message) -> String {
    let text = [message.text.as_str(), " ", &message.address].concat();
    ["https://wa.me/?text=", &percent_encode(&text)].concat()
}

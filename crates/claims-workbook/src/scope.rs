//! What the worker hears and says.
use claims_workbook::workbook;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Blob, DedicatedWorkerGlobalScope, FileReaderSync, MessageEvent};

/// Answers every message from now on, and says that it does.
pub(crate) fn start() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let own = scope.clone();
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let data = event.data();
        let Some(parts) = data.dyn_ref::<Array>() else { return };
        let sheet = parts.get(0).as_string().unwrap_or_default();
        match read(&parts.get(1)) {
            Some(file) => match workbook(&[file], &sheet) {
                Ok(bytes) => post(&own, "", Some(&bytes)),
                Err(error) => post(&own, &error.to_string(), None),
            },
            None => post(&own, "the file cannot be read", None),
        }
    });
    scope.set_onmessage(Some(heard.into_js_value().unchecked_ref()));
    post(&scope, "", None);
}

fn read(file: &JsValue) -> Option<Vec<u8>> {
    let buffer = FileReaderSync::new().ok()?.read_as_array_buffer(file.dyn_ref::<Blob>()?).ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

fn post(scope: &DedicatedWorkerGlobalScope, text: &str, bytes: Option<&[u8]>) {
    let (parts, moved) = (Array::of1(&JsValue::from_str(text)), Array::new());
    if let Some(bytes) = bytes {
        let buffer = Uint8Array::from(bytes).buffer();
        parts.push(&buffer);
        moved.push(&buffer);
    }
    // There is nobody else to be told that the page does not hear.
    drop(scope.post_message_with_transfer(&parts, &moved));
}

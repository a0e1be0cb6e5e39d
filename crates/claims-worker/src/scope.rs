//! What the worker hears and says.
use explorer::{
    Worker,
    protocol::{Message, Parcel, Request},
};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Answers every message from now on, and says that it does.
pub(crate) fn start() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let (own, mut worker) = (scope.clone(), Worker::default());
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let Some((Message { number, said }, parcel)) = read(&event.data()) else { return };
        let (said, parcel) = worker.handle(said, parcel);
        if let Ok(message) = (Message { number, said }).write() {
            post(&own, std::iter::once(message).chain(parcel));
        }
    });
    scope.set_onmessage(Some(heard.into_js_value().unchecked_ref()));
    post(&scope, []);
}

/// A message and its parcel.
fn read(data: &JsValue) -> Option<(Message<Request>, Parcel)> {
    let parts = data.dyn_ref::<Array>()?;
    let mut buffers = parts.iter().skip(1).map(|part| Uint8Array::new(&part).to_vec());
    Some((Message::read(&buffers.next()?).ok()?, buffers.collect()))
}

/// Says a message and its parcel.
fn post(scope: &DedicatedWorkerGlobalScope, buffers: impl IntoIterator<Item = Vec<u8>>) {
    let (parts, moved) = (Array::of1(&JsValue::from_str("")), Array::new());
    for bytes in buffers {
        let buffer = Uint8Array::from(bytes.as_slice()).buffer();
        parts.push(&buffer);
        moved.push(&buffer);
    }
    // There is nobody else to be told that the page does not hear.
    drop(scope.post_message_with_transfer(&parts, &moved));
}

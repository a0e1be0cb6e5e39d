//! The worker in the browser.
use std::cell::RefCell;

use js_sys::{Array, Uint8Array};
use studio_worker::{Answer, Command, Message, Parcel, Studio};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

thread_local! {
    static STUDIO: RefCell<Studio> = RefCell::default();
}

/// Answers every message from now on, and says that it does.
pub(crate) fn start() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let own = scope.clone();
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some((message, parcel)) = read(&event.data()) {
            let Message { number, said } = message;
            let (answer, parcel) = STUDIO.with_borrow_mut(|studio| studio.answer(said, parcel));
            post(&own, number, answer, parcel);
        }
    });
    scope.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
    post(&scope, 0, Answer::Ready, Parcel::new());
}

fn read(data: &JsValue) -> Option<(Message<Command>, Parcel)> {
    let parts = data.dyn_ref::<Array>()?;
    let message = serde_json::from_str(&parts.get(0).as_string()?).ok()?;
    let parcel = parts.iter().skip(1).map(|part| Uint8Array::new(&part).to_vec()).collect();
    Some((message, parcel))
}

fn post(scope: &DedicatedWorkerGlobalScope, number: u32, said: Answer, parcel: Parcel) {
    let Ok(text) = serde_json::to_string(&Message { number, said }) else { return };
    let (parts, moved) = (Array::of1(&JsValue::from_str(&text)), Array::new());
    for bytes in parcel {
        let buffer = Uint8Array::from(bytes.as_slice()).buffer();
        parts.push(&buffer);
        moved.push(&buffer);
    }
    // There is nobody else to be told that the page does not hear.
    drop(scope.post_message_with_transfer(&parts, &moved));
}

//! What the worker hears and says.
use std::{cell::RefCell, rc::Rc};

use explorer::{
    Worker,
    protocol::{Message, Parcel, Refusal, Request, Response},
};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::files;

/// The worker and those it speaks to: cheap to copy.
#[derive(Clone)]
struct Speaker {
    scope: DedicatedWorkerGlobalScope,
    worker: Rc<RefCell<Worker>>,
}

/// Answers every message from now on, and says that it does.
pub(crate) fn start() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let speaker = Speaker { scope: scope.clone(), worker: Rc::default() };
    let own = speaker.clone();
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some((message, parcel)) = read(&event.data()) {
            own.hear(message, parcel);
        }
    });
    scope.set_onmessage(Some(heard.into_js_value().unchecked_ref()));
    speaker.post(Parcel::new());
}

impl Speaker {
    fn hear(&self, Message { number, said }: Message<Request>, parcel: Parcel) {
        match said {
            Request::Fetch { file, address, again } if self.worker.borrow().awaits(&file) => {
                let speaker = self.clone();
                spawn_local(async move {
                    let found = files::unpacked(&speaker.scope, &address, again).await;
                    match found {
                        Ok(bytes) => speaker.answer(number, Request::Chunk { file }, vec![bytes]),
                        Err(fault) => {
                            let refused = Response::Refused(Refusal::Chunk { file, fault });
                            speaker.say(number, refused, Parcel::new());
                        }
                    }
                });
            }
            // A chunk that is there is answered as it is, and so is one that nobody wants any more.
            said => self.answer(number, said, parcel),
        }
    }

    fn answer(&self, number: u32, request: Request, parcel: Parcel) {
        let (response, parcel) = self.worker.borrow_mut().handle(request, parcel);
        self.say(number, response, parcel);
    }

    fn say(&self, number: u32, said: Response, parcel: Parcel) {
        if let Ok(message) = (Message { number, said }).write() {
            self.post([vec![message], parcel].concat());
        }
    }

    fn post(&self, buffers: Parcel) {
        let (parts, moved) = (Array::of1(&JsValue::from_str("")), Array::new());
        for bytes in buffers {
            let buffer = Uint8Array::from(bytes.as_slice()).buffer();
            parts.push(&buffer);
            moved.push(&buffer);
        }
        // There is nobody else to be told that the page does not hear.
        drop(self.scope.post_message_with_transfer(&parts, &moved));
    }
}

fn read(data: &JsValue) -> Option<(Message<Request>, Parcel)> {
    let parts = data.dyn_ref::<Array>()?;
    let mut buffers = parts.iter().skip(1).map(|part| Uint8Array::new(&part).to_vec());
    Some((Message::read(&buffers.next()?).ok()?, buffers.collect()))
}

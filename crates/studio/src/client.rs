//! The page's end of the worker.
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::{Array, ArrayBuffer, Uint8Array};
use studio_worker::{Answer, Command, Message};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, Event, MessageEvent, Url, Worker, WorkerOptions, WorkerType};

/// The bytes beside a message.
pub(crate) type Parts = Vec<Uint8Array>;

type Then = Box<dyn FnOnce(Answer, Parts)>;

/// The page's end of the worker.
#[derive(Clone)]
pub(crate) struct Client(Rc<Inner>);

struct Inner {
    worker: Worker,
    last: Cell<u32>,
    /// Who waits for which answer.
    waiting: RefCell<BTreeMap<u32, Then>>,
    /// What is said before the worker can hear it.
    early: RefCell<Option<Vec<(Array, Array)>>>,
}

impl Client {
    /// Starts the worker. `crashed` hears of its end.
    pub(crate) fn start(script: &str, crashed: impl Fn() + 'static) -> Result<Self, JsValue> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        // A worker that begins in the page has the page's policy: it, too, reaches this site only.
        // Firefox asks the service worker for what a worker imports once it runs, and not before.
        let begin = format!("import(\"{script}\").catch((error) => setTimeout(() => {{ throw error; }}));");
        let begin = Array::of1(&JsValue::from_str(&begin));
        let kind = BlobPropertyBag::new();
        kind.set_type("text/javascript");
        let begin = Blob::new_with_str_sequence_and_options(&begin, &kind)?;
        let worker = Worker::new_with_options(&Url::create_object_url_with_blob(&begin)?, &options)?;
        let inner = Rc::new(Inner {
            worker,
            last: Cell::new(0),
            waiting: RefCell::default(),
            early: RefCell::new(Some(Vec::new())),
        });
        let client = Self(Rc::clone(&inner));
        let own = client.clone();
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| own.hear(&event.data()));
        inner.worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        heard.forget();
        let ended = Closure::<dyn Fn(Event)>::new(move |_| crashed());
        inner.worker.set_onerror(Some(ended.as_ref().unchecked_ref()));
        ended.forget();
        Ok(client)
    }

    /// Asks for something. `then` is given the answer.
    pub(crate) fn ask(&self, command: Command, parts: Parts, then: impl FnOnce(Answer, Parts) + 'static) {
        let number = self.0.last.get() + 1;
        self.0.last.set(number);
        let Ok(text) = serde_json::to_string(&Message { number, said: command }) else { return };
        self.0.waiting.borrow_mut().insert(number, Box::new(then));
        let (message, moved) = (Array::of1(&JsValue::from_str(&text)), Array::new());
        for part in parts {
            message.push(&part);
            moved.push(&part.buffer());
        }
        match self.0.early.borrow_mut().as_mut() {
            Some(early) => early.push((message, moved)),
            None => self.post(&message, &moved),
        }
    }

    fn post(&self, message: &Array, moved: &Array) {
        // A worker that is gone has said so already.
        drop(self.0.worker.post_message_with_transfer(message, moved));
    }

    fn hear(&self, data: &JsValue) {
        let Some(parts) = data.dyn_ref::<Array>() else { return };
        let text = parts.get(0).as_string().unwrap_or_default();
        let Ok(Message { number, said }) = serde_json::from_str::<Message<Answer>>(&text) else { return };
        if said == Answer::Ready {
            let early = self.0.early.borrow_mut().take();
            early.into_iter().flatten().for_each(|(message, moved)| self.post(&message, &moved));
            return;
        }
        let bytes = parts.iter().skip(1).filter_map(|part| part.dyn_into::<ArrayBuffer>().ok());
        let bytes = bytes.map(|buffer| Uint8Array::new(&buffer)).collect();
        let then = self.0.waiting.borrow_mut().remove(&number);
        if let Some(then) = then {
            then(said, bytes);
        }
    }
}

/// A text as bytes.
pub(crate) fn bytes(text: &str) -> Uint8Array {
    Uint8Array::from(text.as_bytes())
}

/// The first bytes as a text.
pub(crate) fn text(parts: &Parts) -> String {
    let bytes = parts.first().map(Uint8Array::to_vec).unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

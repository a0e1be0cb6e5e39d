//! Workers: a program beside the page that is told and answers by messages.
use js_sys::{Array, ArrayBuffer, Uint8Array};
use thiserror::Error;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Blob, BlobPropertyBag, Event, MessageEvent, Url};

/// The browser starts no worker here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the browser starts no worker here")]
pub struct WorkerError;

/// The page's end of a worker. It ends with it.
pub struct Worker {
    worker: web_sys::Worker,
    _heard: Closure<dyn Fn(MessageEvent)>,
    _ended: Closure<dyn Fn(Event)>,
    /// The address of the script in this page.
    begin: String,
}

impl Worker {
    /// Starts the worker of a script, which starts the module that is called like it. `heard` is given the text of each
    /// message and the bytes beside it, `ended` hears where it does not start, or stops.
    ///
    /// # Errors
    /// [`WorkerError`] where the browser starts none.
    pub fn start(
        script: &str,
        heard: impl Fn(String, Vec<Vec<u8>>) + 'static,
        ended: impl Fn() + 'static,
    ) -> Result<Self, WorkerError> {
        let begin = imported(script).map_err(|_| WorkerError)?;
        let worker = web_sys::Worker::new(&begin).map_err(|_| WorkerError)?;
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let data = event.data();
            let Some(parts) = data.dyn_ref::<Array>() else { return };
            let text = parts.get(0).as_string().unwrap_or_default();
            let bytes = parts.iter().skip(1).filter_map(|part| part.dyn_into::<ArrayBuffer>().ok());
            heard(text, bytes.map(|buffer| Uint8Array::new(&buffer).to_vec()).collect());
        });
        let ended = Closure::<dyn Fn(Event)>::new(move |_| ended());
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(ended.as_ref().unchecked_ref()));
        Ok(Self { worker, _heard: heard, _ended: ended, begin })
    }

    /// Tells it something: a text, and a file beside it, of which no bytes are copied.
    pub fn tell_file(&self, text: &str, file: &Blob) {
        // One that is gone has said so already.
        drop(self.worker.post_message(&Array::of2(&JsValue::from_str(text), file)));
    }

    /// Tells it something: a text, and bytes beside it, which are moved and not copied.
    pub fn tell(&self, text: &str, bytes: &[Vec<u8>]) {
        let (message, moved) = (Array::of1(&JsValue::from_str(text)), Array::new());
        for bytes in bytes {
            let buffer = Uint8Array::from(bytes.as_slice()).buffer();
            message.push(&buffer);
            moved.push(&buffer);
        }
        // One that is gone has said so already.
        drop(self.worker.post_message_with_transfer(&message, &moved));
    }
}

/// The address of a script in this page that imports another, and has it start its module: both are fetched at once. What
/// fails is thrown where the page hears of it.
///
/// A frame without an origin of its own may start no worker from elsewhere, and all other places are elsewhere to it; a page
/// that is kept for those without a connection is kept with the workers that begin in it, and no others.
fn imported(script: &str) -> Result<String, JsValue> {
    let module = script.strip_suffix(".js").unwrap_or(script);
    let begin = format!(
        "const module = fetch(\"{module}_bg.wasm\");\n\
         module.catch(() => {{}});\n\
         import(\"{script}\").then((script) => script.default(module)).catch((error) => setTimeout(() => {{ throw error; }}));"
    );
    let kind = BlobPropertyBag::new();
    kind.set_type("text/javascript");
    let begin = Array::of1(&JsValue::from_str(&begin));
    Url::create_object_url_with_blob(&Blob::new_with_str_sequence_and_options(&begin, &kind)?)
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
        // What cannot be let go is let go with the page.
        drop(Url::revoke_object_url(&self.begin));
    }
}

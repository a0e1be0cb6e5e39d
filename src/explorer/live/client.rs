//! The page's end of the worker that holds the rows.
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};

use explorer::protocol::{Message, Parcel, Request, Response};

use crate::browser::worker::{Worker, WorkerError};

type Then = Box<dyn FnOnce(Response, Parcel)>;

/// The page's end of the worker. It ends with it.
#[derive(Clone)]
pub struct Client(Rc<Inner>);

struct Inner {
    worker: RefCell<Option<Worker>>,
    last: Cell<u32>,
    /// Who waits for which answer.
    waiting: RefCell<BTreeMap<u32, Then>>,
    /// What is said before the worker can hear it.
    early: RefCell<Option<Vec<(String, Parcel)>>>,
}

impl Client {
    /// Starts the worker of a script. `ended` hears of its end.
    ///
    /// # Errors
    /// [`WorkerError`] where the browser starts none.
    pub fn start(script: &str, ended: impl Fn() + 'static) -> Result<Self, WorkerError> {
        let inner = Rc::new(Inner {
            worker: RefCell::default(),
            last: Cell::new(0),
            waiting: RefCell::default(),
            early: RefCell::new(Some(Vec::new())),
        });
        let own: Weak<Inner> = Rc::downgrade(&inner);
        let hear = move |text: String, parcel: Parcel| {
            if let Some(inner) = own.upgrade() {
                inner.hear(&text, parcel);
            }
        };
        *inner.worker.borrow_mut() = Some(Worker::start(script, hear, ended)?);
        Ok(Self(inner))
    }

    /// Asks for something. `then` is given the answer, in the order of the questions.
    pub fn ask(&self, request: Request, parcel: Parcel, then: impl FnOnce(Response, Parcel) + 'static) {
        let number = self.0.last.get() + 1;
        self.0.last.set(number);
        let Ok(text) = serde_json::to_string(&Message { number, said: request }) else { return };
        self.0.waiting.borrow_mut().insert(number, Box::new(then));
        match self.0.early.borrow_mut().as_mut() {
            Some(early) => early.push((text, parcel)),
            None => self.0.tell(&text, &parcel),
        }
    }
}

impl Inner {
    fn tell(&self, text: &str, parcel: &Parcel) {
        if let Some(worker) = self.worker.borrow().as_ref() {
            worker.tell(text, parcel);
        }
    }

    fn hear(&self, text: &str, parcel: Parcel) {
        // An empty message says that it can hear.
        let Ok(Message { number, said }) = serde_json::from_str::<Message<Response>>(text) else {
            let early = self.early.borrow_mut().take();
            early.into_iter().flatten().for_each(|(text, parcel)| self.tell(&text, &parcel));
            return;
        };
        let then = self.waiting.borrow_mut().remove(&number);
        if let Some(then) = then {
            then(said, parcel);
        }
    }
}

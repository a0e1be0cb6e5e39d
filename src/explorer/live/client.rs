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
    early: RefCell<Option<Vec<Parcel>>>,
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
        let hear = move |_: String, buffers: Parcel| {
            if let Some(inner) = own.upgrade() {
                inner.hear(buffers);
            }
        };
        *inner.worker.borrow_mut() = Some(Worker::start(script, hear, ended)?);
        Ok(Self(inner))
    }

    /// Asks for something. `then` is given the answer, in the order of the questions.
    pub fn ask(&self, request: Request, parcel: Parcel, then: impl FnOnce(Response, Parcel) + 'static) {
        let number = self.0.last.get() + 1;
        self.0.last.set(number);
        let Ok(message) = (Message { number, said: request }).write() else { return };
        let buffers: Parcel = std::iter::once(message).chain(parcel).collect();
        self.0.waiting.borrow_mut().insert(number, Box::new(then));
        match self.0.early.borrow_mut().as_mut() {
            Some(early) => early.push(buffers),
            None => self.0.tell(&buffers),
        }
    }
}

impl Inner {
    /// Says a message and its parcel, as `crates/claims-worker` hears them.
    fn tell(&self, buffers: &Parcel) {
        if let Some(worker) = self.worker.borrow().as_ref() {
            worker.tell("", buffers);
        }
    }

    fn hear(&self, buffers: Parcel) {
        let mut buffers = buffers.into_iter();
        // One without a message says that it can hear.
        let Some(message) = buffers.next() else {
            let early = self.early.borrow_mut().take();
            early.into_iter().flatten().for_each(|buffers| self.tell(&buffers));
            return;
        };
        let Ok(Message { number, said }) = Message::<Response>::read(&message) else { return };
        let parcel = buffers.collect();
        let then = self.waiting.borrow_mut().remove(&number);
        if let Some(then) = then {
            then(said, parcel);
        }
    }
}

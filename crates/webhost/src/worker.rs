//! Owns one web worker: its boot, the messages to and from it, and its end.
//!
//! Knows the life of a worker (booting, ready, gone), not what its program does.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};

use futures_channel::oneshot;
use js_sys::{Object, Reflect, Uint8Array};
use vivarium_protocol::{
    ExitStatus, FromWorker, PROTOCOL_VERSION, ParseError, RequestId, ToWorker, decode, encode,
};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, MessageEvent};

use crate::HostError;

const NEWER: &str = "The page and its Python are of different versions. Load the page again.";

/// What a worker is started from; made once.
pub(crate) struct Parts {
    /// Address of the worker's script, of a blob.
    pub(crate) script: String,
    pub(crate) module: JsValue,
    /// Packs by name; all but `core` are for browsers in which a worker cannot ask for them.
    pub(crate) packs: Vec<(&'static str, Uint8Array)>,
    pub(crate) build: String,
}

/// The memory of a booted interpreter, from which others are restored; clones share it.
#[derive(Clone)]
pub(crate) struct Image(JsValue);

impl Image {
    /// Returns what a worker's message brings, if it is an image.
    fn of(message: &JsValue) -> Option<Self> {
        let image = Reflect::get(message, &"image".into()).ok()?;
        image.is_object().then_some(Self(image))
    }
}

/// Why a worker did not become ready.
#[derive(Clone, Debug)]
pub(crate) enum BootError {
    /// It is of another build than the page.
    Mismatch,
    Broken(String),
}

impl From<BootError> for HostError {
    fn from(error: BootError) -> Self {
        Self::Python(match error {
            BootError::Mismatch => NEWER.to_owned(),
            BootError::Broken(message) => message,
        })
    }
}

enum Phase {
    Booting(Vec<oneshot::Sender<Result<(), BootError>>>),
    Ready { can_block: bool },
    Gone(BootError),
}

type Handler = Rc<dyn Fn(FromWorker)>;

/// A worker; dropping it ends it.
pub(crate) struct Worker {
    port: web_sys::Worker,
    build: String,
    phase: RefCell<Phase>,
    handler: RefCell<Option<Handler>>,
    parses: RefCell<BTreeMap<RequestId, oneshot::Sender<Vec<ParseError>>>>,
    next_parse: Cell<u32>,
    listeners: RefCell<Vec<JsValue>>,
}

impl Worker {
    /// Starts a worker and lets it boot, or restores it from the `image` of a booted one, which
    /// must be of the same `hash_seed`. Without an image it gives one to `on_image`.
    pub(crate) fn boot(
        parts: &Parts,
        hash_seed: u32,
        image: Option<&Image>,
        on_image: impl Fn(Image) + 'static,
    ) -> Result<Rc<Self>, HostError> {
        let port = web_sys::Worker::new(&parts.script)?;
        let this = Rc::new(Self {
            port,
            build: parts.build.clone(),
            phase: RefCell::new(Phase::Booting(Vec::new())),
            handler: RefCell::default(),
            parses: RefCell::default(),
            next_parse: Cell::new(1),
            listeners: RefCell::default(),
        });
        this.listen(on_image);
        let packs = Object::new();
        for (name, bytes) in &parts.packs {
            Reflect::set(&packs, &(*name).into(), bytes)?;
        }
        let boot = Object::new();
        Reflect::set(&boot, &"module".into(), &parts.module)?;
        Reflect::set(&boot, &"packs".into(), &packs)?;
        Reflect::set(&boot, &"hashSeed".into(), &hash_seed.into())?;
        Reflect::set(&boot, &"build".into(), &parts.build.as_str().into())?;
        match image {
            Some(image) => Reflect::set(&boot, &"image".into(), &image.0)?,
            None => Reflect::set(&boot, &"wantsImage".into(), &true.into())?,
        };
        let message = Object::new();
        Reflect::set(&message, &"boot".into(), &boot)?;
        this.port.post_message(&message)?;
        Ok(this)
    }

    fn listen(self: &Rc<Self>, on_image: impl Fn(Image) + 'static) {
        let weak: Weak<Self> = Rc::downgrade(self);
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let data = event.data();
            let Some(bytes) = data.dyn_ref::<Uint8Array>() else {
                return match Image::of(&data) {
                    Some(image) => on_image(image),
                    None => weak.upgrade().into_iter().for_each(|this| this.hear_glue(&data)),
                };
            };
            let Some(this) = weak.upgrade() else { return };
            match decode::<FromWorker>(&bytes.to_vec()) {
                Ok(messages) => messages.into_iter().for_each(|message| this.take(message)),
                Err(_) => this.break_down(NEWER.to_owned()),
            }
        });
        self.port.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        let weak: Weak<Self> = Rc::downgrade(self);
        let on_error = Closure::<dyn Fn(ErrorEvent)>::new(move |event: ErrorEvent| {
            event.prevent_default();
            let Some(this) = weak.upgrade() else { return };
            let text = event.message();
            let detail = if text.is_empty() { text } else { format!(" ({text})") };
            this.break_down(format!("Python's worker broke down{detail}; its process had to end."));
        });
        self.port.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        self.listeners.borrow_mut().extend([on_message.into_js_value(), on_error.into_js_value()]);
    }

    /// Hears what the worker's glue says where its wasm cannot.
    fn hear_glue(&self, data: &JsValue) {
        let crashed = Reflect::get(data, &"crashed".into()).ok().and_then(|text| text.as_string());
        self.break_down(crashed.unwrap_or_else(|| NEWER.to_owned()));
    }

    fn take(&self, message: FromWorker) {
        match message {
            FromWorker::Ready { protocol, build, can_block } => {
                if protocol == PROTOCOL_VERSION && build == self.build {
                    self.settle(Phase::Ready { can_block });
                } else {
                    self.settle(Phase::Gone(BootError::Mismatch));
                    self.port.terminate();
                }
            }
            FromWorker::Parsed { id, errors } => {
                if let Some(sender) = self.parses.borrow_mut().remove(&id) {
                    // Whoever asked may have lost interest.
                    let _ = sender.send(errors);
                }
            }
            FromWorker::Exited { status: ExitStatus::Crashed { message }, .. } => {
                self.break_down(message);
            }
            FromWorker::Request { .. }
            | FromWorker::Yield { .. }
            | FromWorker::Usage { .. }
            | FromWorker::Trace { .. }
            | FromWorker::Output { .. }
            | FromWorker::Exited { .. } => {
                self.tell(message);
            }
        }
    }

    fn break_down(&self, message: String) {
        self.port.terminate();
        // Ends the futures that wait for an answer.
        self.parses.borrow_mut().clear();
        self.settle(Phase::Gone(BootError::Broken(message.clone())));
        let status = ExitStatus::Crashed { message };
        self.tell(FromWorker::Exited { status, files: Vec::new() });
    }

    fn settle(&self, phase: Phase) {
        let result = match &phase {
            Phase::Gone(error) => Err(error.clone()),
            Phase::Booting(_) | Phase::Ready { .. } => Ok(()),
        };
        if let Phase::Booting(waiting) = self.phase.replace(phase) {
            for sender in waiting {
                let _ = sender.send(result.clone());
            }
        }
    }

    fn tell(&self, message: FromWorker) {
        let handler = self.handler.borrow().clone();
        if let Some(handler) = handler {
            handler(message);
        }
    }

    /// Waits until the worker can be given a program.
    pub(crate) async fn ready(&self) -> Result<(), BootError> {
        let receiver = match &mut *self.phase.borrow_mut() {
            Phase::Ready { .. } => return Ok(()),
            Phase::Gone(error) => return Err(error.clone()),
            Phase::Booting(waiting) => {
                let (sender, receiver) = oneshot::channel();
                waiting.push(sender);
                receiver
            }
        };
        let ended = BootError::Broken("Python's worker was ended.".to_owned());
        receiver.await.unwrap_or(Err(ended))
    }

    pub(crate) fn is_gone(&self) -> bool {
        matches!(*self.phase.borrow(), Phase::Gone(_))
    }

    pub(crate) fn can_block(&self) -> Option<bool> {
        match *self.phase.borrow() {
            Phase::Ready { can_block } => Some(can_block),
            Phase::Booting(_) | Phase::Gone(_) => None,
        }
    }

    /// Says who hears the program's messages.
    pub(crate) fn set_handler(&self, handler: impl Fn(FromWorker) + 'static) {
        *self.handler.borrow_mut() = Some(Rc::new(handler));
    }

    pub(crate) fn post(&self, message: &ToWorker) {
        let bytes = encode(message, Vec::new());
        let bytes = bytes.expect("every message of the protocol has a binary form");
        let value = Uint8Array::from(bytes.as_slice());
        if let Err(error) = self.port.post_message(&value) {
            self.break_down(HostError::from(error).to_string());
        }
    }

    /// Asks for syntax errors; empty if the worker ends meanwhile.
    pub(crate) async fn parse(&self, source: &str, filename: &str) -> Vec<ParseError> {
        let id = RequestId(self.next_parse.replace(self.next_parse.get() + 1));
        let (sender, receiver) = oneshot::channel();
        self.parses.borrow_mut().insert(id, sender);
        let (source, filename) = (source.to_owned(), filename.to_owned());
        self.post(&ToWorker::Parse { id, source, filename });
        receiver.await.unwrap_or_default()
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.port.set_onmessage(None);
        self.port.set_onerror(None);
        self.port.terminate();
    }
}

//! Owns the seam to the machine that runs programs, as the whole page sees it: the interpreter, a
//! file tree with its processes, one run.
//!
//! The machine (`vivarium-webhost`, with the kernel) is in the part of the page that comes later,
//! so what is called here is called through a table of functions. What they mean is said there.

use std::{
    cell::{OnceCell, RefCell},
    collections::BTreeMap,
    future::Future,
    pin::Pin,
    rc::Rc,
};

use vivarium_webhost::{
    ConnectionView, HeldSocket, HostError, ParseError, Pid, ProcessView, Progress, RunEvent,
    RunSpec, Signal, run_api,
};

use crate::later;

/// Something that is waited for.
pub type Waiting<T> = Pin<Box<dyn Future<Output = T>>>;
/// The files of a tree, by path.
pub type Files = BTreeMap<String, Vec<u8>>;
/// Who is told how far Python is on its way.
pub type Told = Box<dyn Fn(Progress)>;
type Sink = Box<dyn FnMut(RunEvent)>;

/// The interpreter behind [`Python`].
pub trait Interpreter {
    /// Waits until programs start at once.
    fn ready(&self) -> Waiting<Result<(), HostError>>;
    /// Says whether blocking calls work here; `None` while it is not known.
    fn can_block(&self) -> Option<bool>;
    /// Returns a file tree of its own.
    fn workspace(&self, files: Files) -> Workspace;
    /// Returns the syntax errors of a source text.
    fn parse(&self, source: String, filename: String) -> Waiting<Vec<ParseError>>;
}

/// The file tree behind a [`Workspace`]; see [`vivarium_webhost::Workspace`].
#[expect(missing_docs, reason = "each is the method of that name there")]
pub trait Machine {
    fn run(&self, spec: RunSpec, sink: Sink) -> Run;
    fn write(&self, path: &str, data: &[u8]) -> Result<(), HostError>;
    fn read(&self, path: &str) -> Result<Vec<u8>, HostError>;
    fn remove(&self, path: &str) -> Result<(), HostError>;
    fn files(&self) -> Files;
    fn close(&self);
    fn processes(&self) -> Vec<ProcessView>;
    fn signal(&self, pid: Pid, signal: Signal);
    fn sockets(&self) -> Vec<HeldSocket>;
    fn look_at_connections(&self, look: &mut dyn FnMut(&[&ConnectionView]));
    fn clear_connections(&self);
}

/// The run behind a [`Run`]; see [`vivarium_webhost::Run`].
#[expect(missing_docs, reason = "each is the method of that name there")]
pub trait Handle {
    fn interrupt(&self);
    fn abort(&self);
    fn send_input(&self, text: &str);
    fn close_input(&self);
    fn resize(&self, columns: u32, rows: u32);
}

/// The interpreter. Its handle exists from the start. Clones share it.
#[derive(Clone)]
pub struct Python {
    inner: Rc<Inner>,
}

struct Inner {
    interpreter: OnceCell<Rc<dyn Interpreter>>,
    on_progress: RefCell<Option<Told>>,
}

impl Python {
    /// Makes a handle; loading begins when it is first waited for. `on_progress` is told how it goes.
    pub fn new(on_progress: impl Fn(Progress) + 'static) -> Self {
        let on_progress: Told = Box::new(on_progress);
        let inner =
            Inner { interpreter: OnceCell::new(), on_progress: RefCell::new(Some(on_progress)) };
        Self { inner: Rc::new(inner) }
    }

    fn interpreter(&self) -> Option<&Rc<dyn Interpreter>> {
        let later = later::here()?;
        Some(self.inner.interpreter.get_or_init(|| {
            let told = self.inner.on_progress.take();
            (later.interpreter)(told.unwrap_or_else(|| Box::new(|_| ())))
        }))
    }

    /// Waits until programs start at once.
    pub async fn ready(&self) -> Result<(), HostError> {
        let missing = |it: later::Missing| HostError::Python(it.to_string());
        later::load().await.map_err(missing)?;
        match self.interpreter() {
            Some(interpreter) => interpreter.ready().await,
            None => Err(missing(later::Missing)),
        }
    }

    /// Says whether blocking calls work here; `None` while it is not known.
    pub fn can_block(&self) -> Option<bool> {
        self.interpreter()?.can_block()
    }

    /// Returns a file tree of its own, if Python is as far as that.
    pub fn workspace(&self, files: Files) -> Option<Workspace> {
        Some(self.interpreter()?.workspace(files))
    }

    /// Returns the syntax errors of a source text, from the interpreter's own parser.
    pub async fn parse(&self, source: &str, filename: &str) -> Vec<ParseError> {
        match self.interpreter() {
            Some(interpreter) => interpreter.parse(source.to_owned(), filename.to_owned()).await,
            None => Vec::new(),
        }
    }
}

/// A file tree and the programs that run in it. Clones share it.
#[derive(Clone)]
pub struct Workspace(Rc<dyn Machine>);

impl Workspace {
    /// Starts a program; `sink` is told what happens, never before this returns.
    pub fn run(&self, spec: RunSpec, sink: impl FnMut(RunEvent) + 'static) -> Run {
        self.0.run(spec, Box::new(sink))
    }

    /// Lends what was sent over each connection, the oldest first; also over closed ones.
    pub fn with_connections<R: Default>(&self, look: impl FnOnce(&[&ConnectionView]) -> R) -> R {
        let (mut look, mut seen) = (Some(look), None);
        self.0.look_at_connections(&mut |all| seen = look.take().map(|look| look(all)));
        seen.unwrap_or_default()
    }
}

impl std::ops::Deref for Workspace {
    type Target = dyn Machine;

    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}

/// One execution of a program. Clones are handles of the same run; dropping them ends nothing.
#[derive(Clone)]
pub struct Run(Rc<dyn Handle>);

impl std::ops::Deref for Run {
    type Target = dyn Handle;

    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}

/// Starts the interpreter, and the interface that other pages run programs by.
pub fn start(on_progress: Told) -> Rc<dyn Interpreter> {
    let python = vivarium_webhost::Python::load(on_progress);
    run_api::install(&python);
    Rc::new(python)
}

impl Interpreter for vivarium_webhost::Python {
    fn ready(&self) -> Waiting<Result<(), HostError>> {
        let this = self.clone();
        Box::pin(async move { vivarium_webhost::Python::ready(&this).await })
    }

    fn can_block(&self) -> Option<bool> {
        self.can_block()
    }

    fn workspace(&self, files: Files) -> Workspace {
        Workspace(Rc::new(self.workspace(files)))
    }

    fn parse(&self, source: String, filename: String) -> Waiting<Vec<ParseError>> {
        let this = self.clone();
        Box::pin(async move { vivarium_webhost::Python::parse(&this, &source, &filename).await })
    }
}

impl Machine for vivarium_webhost::Workspace {
    fn run(&self, spec: RunSpec, sink: Sink) -> Run {
        Run(Rc::new(self.run(spec, sink)))
    }

    fn write(&self, path: &str, data: &[u8]) -> Result<(), HostError> {
        self.write(path, data)
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, HostError> {
        self.read(path)
    }

    fn remove(&self, path: &str) -> Result<(), HostError> {
        self.remove(path)
    }

    fn files(&self) -> Files {
        self.files()
    }

    fn close(&self) {
        self.close();
    }

    fn processes(&self) -> Vec<ProcessView> {
        self.processes()
    }

    fn signal(&self, pid: Pid, signal: Signal) {
        self.signal(pid, signal);
    }

    fn sockets(&self) -> Vec<HeldSocket> {
        self.sockets()
    }

    fn look_at_connections(&self, look: &mut dyn FnMut(&[&ConnectionView])) {
        self.with_connections(|all| look(all));
    }

    fn clear_connections(&self) {
        self.clear_connections();
    }
}

impl Handle for vivarium_webhost::Run {
    fn interrupt(&self) {
        self.interrupt();
    }

    fn abort(&self) {
        self.abort();
    }

    fn send_input(&self, text: &str) {
        self.send_input(text);
    }

    fn close_input(&self) {
        self.close_input();
    }

    fn resize(&self, columns: u32, rows: u32) {
        self.resize(columns, rows);
    }
}

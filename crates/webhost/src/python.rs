//! Owns the interpreter: its assets, its compiled module and the workers in reserve.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use futures_channel::oneshot;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array, WebAssembly};
use vivarium_protocol::Mode;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, Url};

use crate::worker::{BootError, Image, Parts, Worker};
use crate::{HostError, ParseError, Progress, Workspace, assets};

/// A new worker is booted this long after the last one was taken, or at the end of its run: in
/// its first moments a program should not have to share the processor.
const RESTOCK_PAUSE_MS: u32 = 150;

/// The hash seed of every lockstep run: what a run's own seed changes is the schedule, the clock and
/// `random`, so that all of them start from one image.
const LOCKSTEP_HASH_SEED: u32 = 0;

/// The interpreter. Clones share it.
#[derive(Clone)]
pub struct Python {
    inner: Rc<Inner>,
}

struct Inner {
    state: RefCell<State>,
    /// Booted workers, by hash seed: one for live runs, and one for lockstep.
    spares: RefCell<BTreeMap<u32, Rc<Worker>>>,
    packs: RefCell<BTreeMap<String, Uint8Array>>,
    /// Images of booted interpreters, by hash seed.
    images: RefCell<BTreeMap<u32, Image>>,
    live_seed: u32,
}

enum State {
    Loading(Vec<oneshot::Sender<Result<(), HostError>>>),
    Ready { parts: Rc<Parts>, can_block: bool },
    Failed(HostError),
}

impl Python {
    /// Starts loading; `on_progress` is told until Python is ready or has failed.
    pub fn load(on_progress: impl Fn(Progress) + 'static) -> Self {
        let live_seed = random_seed();
        let inner = Inner {
            state: RefCell::new(State::Loading(Vec::new())),
            spares: RefCell::default(),
            packs: RefCell::default(),
            images: RefCell::default(),
            live_seed,
        };
        let this = Self { inner: Rc::new(inner) };
        let on_progress: Rc<dyn Fn(Progress)> = Rc::new(on_progress);
        let python = this.clone();
        spawn_local(async move {
            let result = python.start(&on_progress).await;
            let told = result.as_ref().map(|_| ()).map_err(HostError::clone);
            let state = match result {
                Ok((parts, can_block)) => State::Ready { parts, can_block },
                Err(error) => State::Failed(error),
            };
            let before = python.inner.state.replace(state);
            python.restock();
            on_progress(match &told {
                Ok(()) => Progress::Ready,
                Err(error) => Progress::Failed(error.to_string()),
            });
            if let State::Loading(waiting) = before {
                for sender in waiting {
                    let _ = sender.send(told.clone());
                }
            }
        });
        this
    }

    async fn start(
        &self,
        on_progress: &Rc<dyn Fn(Progress)>,
    ) -> Result<(Rc<Parts>, bool), HostError> {
        // A server may have been updated between the page and its assets: one more try then.
        for _ in 0..2 {
            let mut parts = load_parts(on_progress).await?;
            let worker = self.boot(&parts, self.inner.live_seed)?;
            match worker.ready().await {
                Ok(()) => {
                    let can_block = worker.can_block().unwrap_or_default();
                    if can_block {
                        self.inner.spares.borrow_mut().insert(self.inner.live_seed, worker);
                    } else {
                        add_further_packs(&mut parts).await;
                    }
                    return Ok((Rc::new(parts), can_block));
                }
                Err(BootError::Mismatch) => {}
                Err(error @ BootError::Broken(_)) => return Err(error.into()),
            }
        }
        Err(BootError::Mismatch.into())
    }

    /// Waits until programs start at once.
    pub async fn ready(&self) -> Result<(), HostError> {
        let receiver = match &mut *self.inner.state.borrow_mut() {
            State::Ready { .. } => return Ok(()),
            State::Failed(error) => return Err(error.clone()),
            State::Loading(waiting) => {
                let (sender, receiver) = oneshot::channel();
                waiting.push(sender);
                receiver
            }
        };
        receiver.await.unwrap_or_else(|_| Err(HostError::Python("the page is closing".into())))
    }

    /// Returns a file tree of its own; relative paths lie in the learner's directory.
    ///
    /// A path that cannot be written is left out; [`Workspace::write`] would say why.
    pub fn workspace(&self, files: BTreeMap<String, Vec<u8>>) -> Workspace {
        let workspace = Workspace::new(self.clone());
        for (path, data) in files {
            let _ = workspace.write(&path, &data);
        }
        workspace
    }

    /// Returns the syntax errors of a source text, from the interpreter's own parser.
    pub async fn parse(&self, source: &str, filename: &str) -> Vec<ParseError> {
        if self.ready().await.is_err() {
            return Vec::new();
        }
        match self.spare(self.inner.live_seed) {
            Ok(worker) => match worker.ready().await {
                Ok(()) => worker.parse(source, filename).await,
                Err(_) => Vec::new(),
            },
            Err(_) => Vec::new(),
        }
    }

    /// Says whether blocking calls work here; `None` while it is not known.
    pub fn can_block(&self) -> Option<bool> {
        match *self.inner.state.borrow() {
            State::Ready { can_block, .. } => Some(can_block),
            State::Loading(_) | State::Failed(_) => None,
        }
    }

    /// Takes a worker for one program, and boots the next one.
    pub(crate) async fn take_worker(&self, mode: Mode) -> Result<Rc<Worker>, HostError> {
        let seed = match mode {
            Mode::Live => self.inner.live_seed,
            Mode::Lockstep { .. } => LOCKSTEP_HASH_SEED,
        };
        let worker = match self.booted(seed).await {
            Ok(worker) => worker,
            // One that broke down while it waited is replaced, once.
            Err(_) => self.booted(seed).await?,
        };
        let python = self.clone();
        Timeout::new(RESTOCK_PAUSE_MS, move || python.restock()).forget();
        Ok(worker)
    }

    /// Takes a worker out of reserve, when it is ready.
    async fn booted(&self, seed: u32) -> Result<Rc<Worker>, HostError> {
        let worker = self.spare(seed)?;
        self.inner.spares.borrow_mut().remove(&seed);
        worker.ready().await?;
        Ok(worker)
    }

    /// Boots the workers that should be in reserve and are not.
    ///
    /// One for live runs and one for lockstep are enough: a booted interpreter is not small.
    pub(crate) fn restock(&self) {
        for seed in [self.inner.live_seed, LOCKSTEP_HASH_SEED] {
            // What cannot be booted now is tried again, and told, when it is needed.
            let _ = self.spare(seed);
        }
    }

    fn boot(&self, parts: &Parts, seed: u32) -> Result<Rc<Worker>, HostError> {
        let image = self.inner.images.borrow().get(&seed).cloned();
        let inner = Rc::downgrade(&self.inner);
        Worker::boot(parts, seed, image.as_ref(), move |image| {
            if let Some(inner) = inner.upgrade() {
                inner.images.borrow_mut().insert(seed, image);
            }
        })
    }

    /// Returns the worker in reserve, booting one if there is none.
    fn spare(&self, seed: u32) -> Result<Rc<Worker>, HostError> {
        let parts = match &*self.inner.state.borrow() {
            State::Ready { parts, .. } => parts.clone(),
            State::Failed(error) => return Err(error.clone()),
            State::Loading(_) => return Err(HostError::Python("Python is still loading".into())),
        };
        let mut spares = self.inner.spares.borrow_mut();
        if let Some(worker) = spares.get(&seed).filter(|worker| !worker.is_gone()) {
            return Ok(worker.clone());
        }
        let worker = self.boot(&parts, seed)?;
        spares.insert(seed, worker.clone());
        Ok(worker)
    }

    /// Returns a pack's bytes; `None` if there is none of that name.
    pub(crate) async fn pack(&self, name: &str) -> Option<Vec<u8>> {
        let known = self.inner.packs.borrow().get(name).cloned();
        if let Some(pack) = known {
            return Some(pack.to_vec());
        }
        // The name comes from a program: it must not lead anywhere but to a pack.
        let is_plain = |stem: &str| stem.bytes().all(|byte| byte.is_ascii_lowercase());
        if !name.strip_suffix(".pack").is_some_and(is_plain) {
            return None;
        }
        let pack = assets::load(name).await.ok()?;
        self.inner.packs.borrow_mut().insert(name.to_owned(), pack.clone());
        Some(pack.to_vec())
    }
}

/// Adds what programs cannot ask for while they run. Without a pack its modules are missing.
async fn add_further_packs(parts: &mut Parts) {
    for name in assets::FURTHER {
        if let Ok(pack) = assets::load(name).await {
            parts.packs.push((name, pack));
        }
    }
}

async fn load_parts(on_progress: &Rc<dyn Fn(Progress)>) -> Result<Parts, HostError> {
    let watch = assets::watch(on_progress.clone());
    // All three transfers begin before any of them is waited for.
    let names = [assets::MODULE, assets::WORKER, assets::CORE].map(assets::begin);
    let [module, script, core] = names;
    let (module, script, core) = (module?, script?, core?);
    let script = assets::finish(script).await?;
    let core = assets::finish(core).await?;
    let bytes = assets::finish(module).await?;
    drop(watch);
    on_progress(Progress::Starting);
    let module = JsFuture::from(WebAssembly::compile(&bytes)).await?;
    let options = BlobPropertyBag::new();
    options.set_type("text/javascript");
    let blob = Blob::new_with_u8_array_sequence_and_options(&Array::of1(&script), &options)?;
    let script = Url::create_object_url_with_blob(&blob)?;
    let packs = vec![("core", core)];
    Ok(Parts { script, module, packs, build: assets::build() })
}

/// Returns a hash seed for live runs, another one each time the page is loaded.
fn random_seed() -> u32 {
    let mut bytes = [0; 4];
    if let Some(crypto) = web_sys::window().and_then(|window| window.crypto().ok()) {
        // Without randomness the seed is 0, which is as good for one page.
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    u32::from_le_bytes(bytes)
}

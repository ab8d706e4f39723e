//! Owns the run API as messages: what a page that embeds this one asks by `postMessage`.
//!
//! Who is answered stands in `config.json`, or in the global `VIVARIUM_CONFIG`; by default it is
//! the parent alone. Workspaces live in memory; the learner's stored work is out of reach.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Array, Function, Object, Promise, Reflect};
use vivarium_protocol::Mode;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::MessageEvent;

use super::execution::{Execution, Heard};
use super::values::{self, get, set};
use crate::{HostError, Python, Workspace};

/// Answers a call that is the page's own: `None` if it is none of its calls either.
type PageCall = dyn Fn(&str, &JsValue) -> Option<Result<JsValue, String>>;

thread_local! {
    static PAGE_CALL: RefCell<Option<Rc<PageCall>>> = const { RefCell::new(None) };
    /// Whom to tell, once that is known, and what was said before.
    static PARENT: RefCell<Parent> = const { RefCell::new(Parent::Unknown(Vec::new())) };
}

enum Parent {
    Unknown(Vec<JsValue>),
    Known(Option<Vec<String>>),
}

/// Lets the page answer calls that do not concern programs.
pub(crate) fn on_page_call(
    answer: impl Fn(&str, &JsValue) -> Option<Result<JsValue, String>> + 'static,
) {
    PAGE_CALL.with_borrow_mut(|it| *it = Some(Rc::new(answer)));
}

/// Tells the parent something as soon as it is known whether it may hear it.
pub(crate) fn tell_parent(message: &JsValue) {
    let told = PARENT.with_borrow_mut(|known| match known {
        Parent::Unknown(waiting) => {
            waiting.push(message.clone());
            None
        }
        Parent::Known(origins) => Some(origins.clone()),
    });
    if let Some(origins) = told {
        post_to_parent(message, origins.as_deref());
    }
}

fn post_to_parent(message: &JsValue, origins: Option<&[String]>) {
    let Some(parent) = parent() else { return };
    match origins {
        Some(origins) => origins.iter().for_each(|origin| post_to(&parent, message, origin)),
        None => post_to(&parent, message, "*"),
    }
}

/// Says whether the address asks for it (`?embed`).
pub(crate) fn is_embedded() -> bool {
    let search = web_sys::window().and_then(|window| window.location().search().ok());
    search.is_some_and(|search| {
        let mut words = search.trim_start_matches('?').split('&');
        words.any(|word| word == "embed" || word.starts_with("embed="))
    })
}

/// Answers messages from now on, and says when Python is ready.
pub(crate) fn listen(python: Python) {
    spawn_local(async move {
        let origins = allowed_origins().await;
        let known = Parent::Known(origins.clone());
        let waiting = PARENT.with_borrow_mut(|it| std::mem::replace(it, known));
        if let Parent::Unknown(waiting) = waiting {
            waiting.iter().for_each(tell_parent);
        }
        let desk = Rc::new(Desk {
            python: python.clone(),
            origins,
            workspaces: RefCell::default(),
            runs: RefCell::default(),
            next_workspace: Cell::new(1),
        });
        let Some(window) = web_sys::window() else { return };
        let answering = desk.clone();
        EventListener::new(&window, "message", move |event| {
            if let Some(event) = event.dyn_ref::<MessageEvent>() {
                answering.clone().take(event);
            }
        })
        .forget();
        announce("loaded");
        announce(if python.ready().await.is_ok() { "ready" } else { "failed" });
    });
}

/// Keeps what the embedding page has opened.
struct Desk {
    python: Python,
    /// `None`: the parent alone, whatever its origin.
    origins: Option<Vec<String>>,
    workspaces: RefCell<BTreeMap<u32, (Workspace, Mode)>>,
    /// Runs under way, by the id of their call.
    runs: RefCell<Vec<(JsValue, Execution)>>,
    next_workspace: Cell<u32>,
}

/// Whom to answer, and on which call.
#[derive(Clone)]
struct Caller {
    source: JsValue,
    origin: String,
    id: JsValue,
}

impl Caller {
    fn post(&self, name: &str, value: &JsValue) {
        let message = message();
        set(&message, "id", self.id.clone());
        set(&message, name, value.clone());
        post_to(&self.source, &message, &self.origin);
    }
}

impl Desk {
    fn is_allowed(&self, event: &MessageEvent) -> bool {
        match &self.origins {
            Some(origins) => origins.contains(&event.origin()),
            None => parent().is_some_and(|parent| {
                event.source().is_some_and(|source| Object::is(&source, &parent))
            }),
        }
    }

    fn take(self: Rc<Self>, event: &MessageEvent) {
        let data = event.data();
        let Some(call) = get(&data, "call").as_string() else { return };
        if get(&data, "vivarium").as_f64() != Some(1.0) || !self.is_allowed(event) {
            return;
        }
        let Some(source) = event.source() else { return };
        let caller = Caller { source: source.into(), origin: event.origin(), id: get(&data, "id") };
        spawn_local(async move {
            match self.answer(&call, &data, &caller).await {
                Ok(result) => caller.post("result", &result),
                Err(error) => caller.post("error", &error.to_string().into()),
            }
        });
    }

    async fn answer(
        &self,
        call: &str,
        data: &JsValue,
        caller: &Caller,
    ) -> Result<JsValue, HostError> {
        match call {
            "ready" => self.python.ready().await.map(|()| JsValue::NULL),
            "open" => {
                let opened = super::open(&self.python, data)?;
                let number = self.next_workspace.replace(self.next_workspace.get() + 1);
                self.workspaces.borrow_mut().insert(number, opened);
                let result = Object::new();
                set(&result, "workspace", number);
                Ok(result.into())
            }
            "run" if get(data, "workspace").is_undefined() => {
                let (workspace, mode) = super::open(&self.python, data)?;
                let result = self.run(&workspace, mode, data, caller).await;
                workspace.close();
                result
            }
            "run" => {
                let (workspace, mode) = self.workspace(data)?;
                self.run(&workspace, mode, data, caller).await
            }
            "abort" => {
                let run = get(data, "run");
                let execution =
                    self.runs.borrow().iter().find_map(|(id, execution)| {
                        Object::is(id, &run).then(|| execution.clone())
                    });
                if let Some(execution) = &execution {
                    execution.abort();
                }
                Ok(execution.is_some().into())
            }
            "write" => {
                values::write_files(&self.workspace(data)?.0, &get(data, "files"))?;
                Ok(JsValue::NULL)
            }
            "files" => Ok(values::files_object(self.workspace(data)?.0.files()).into()),
            "close" => {
                self.workspace(data)?.0.close();
                self.workspaces.borrow_mut().retain(|&number, _| !is_number(data, number));
                Ok(JsValue::NULL)
            }
            other => {
                let page = PAGE_CALL.with_borrow(Clone::clone);
                match page.and_then(|page| page(other, data)) {
                    Some(answer) => answer.map_err(HostError::Call),
                    None => Err(HostError::Call(format!("there is no call named {other}"))),
                }
            }
        }
    }

    fn workspace(&self, data: &JsValue) -> Result<(Workspace, Mode), HostError> {
        let workspaces = self.workspaces.borrow();
        let found = workspaces.iter().find(|(number, _)| is_number(data, **number));
        let (_, (workspace, mode)) =
            found.ok_or_else(|| HostError::Call("there is no such workspace".into()))?;
        Ok((workspace.clone(), *mode))
    }

    async fn run(
        &self,
        workspace: &Workspace,
        mode: Mode,
        data: &JsValue,
        caller: &Caller,
    ) -> Result<JsValue, HostError> {
        let spec = values::run_spec(data, mode)?;
        let listener = caller.clone();
        let (execution, receiver) = Execution::begin(workspace, spec, move |heard| {
            let event = message();
            set(&event, "id", listener.id.clone());
            match heard {
                Heard::Text(output, text) => {
                    set(&event, "event", output.name());
                    set(&event, "text", text);
                }
                Heard::Trace(piece) => {
                    set(&event, "event", "trace");
                    set(&event, "trace", values::trace_object(piece));
                }
            }
            post_to(&listener.source, &event, &listener.origin);
        });
        self.runs.borrow_mut().push((caller.id.clone(), execution));
        let outcome = receiver.await;
        self.runs.borrow_mut().retain(|(id, _)| !Object::is(id, &caller.id));
        let outcome = outcome.map_err(|_| HostError::Call("the workspace is closed".into()))?;
        Ok(values::outcome_object(outcome).into())
    }
}

fn announce(event: &str) {
    let message = message();
    set(&message, "event", event);
    tell_parent(&message);
}

fn is_number(data: &JsValue, number: u32) -> bool {
    get(data, "workspace").as_f64() == Some(f64::from(number))
}

/// Returns the page that embeds this one.
fn parent() -> Option<JsValue> {
    let window = web_sys::window()?;
    let parent: JsValue = window.parent().ok()??.into();
    (!Object::is(&parent, &window)).then_some(parent)
}

fn message() -> Object {
    let message = Object::new();
    set(&message, "vivarium", 1);
    message
}

fn post_to(target: &JsValue, message: &JsValue, origin: &str) {
    // A page from a folder has no origin that could be named.
    let origin = if origin == "null" || origin.is_empty() { "*" } else { origin };
    let post = get(target, "postMessage").dyn_into::<Function>();
    if let Ok(post) = post {
        // The window may be gone; then nobody waits for the message.
        let _ = post.call2(target, message, &origin.into());
    }
}

/// Reads the allowed origins; `None` where none are named: the parent alone is answered. If
/// nobody can say who is allowed, nobody is.
async fn allowed_origins() -> Option<Vec<String>> {
    let Ok(config) = config().await else { return Some(Vec::new()) };
    let origins: Array = get(&config, "origins").dyn_into().ok()?;
    Some(origins.iter().filter_map(|origin| origin.as_string()).collect())
}

/// Asks the page's boot script, which knows where the settings of this copy of the product are.
async fn config() -> Result<JsValue, JsValue> {
    let read = Reflect::get(&js_sys::global(), &"vivariumConfig".into())?;
    let Ok(read) = read.dyn_into::<Function>() else { return Ok(JsValue::NULL) };
    let promise: Promise = read.call0(&JsValue::UNDEFINED)?.unchecked_into();
    JsFuture::from(promise).await
}

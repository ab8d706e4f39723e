//! Owns `window.vivarium`: programs run by JavaScript through one small interface.
//!
//! What it promises is written in `docs/embedding.md`; its form for pages that embed this one,
//! by messages, is [`embed`].

mod embed;
mod execution;
mod text;
mod values;

use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Function, Object, Promise, Reflect};
use vivarium_protocol::Mode;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::future_to_promise;
use web_sys::AbortSignal;

use crate::{HostError, Python, Workspace};
use execution::{Execution, Heard, Output};
use values::{get, set};

/// Hangs the run API on `window.vivarium`; with `?embed`, answers the parent's messages as well.
pub fn install(python: &Python) {
    let api = Object::new();
    set(&api, "open", open_function(python));
    set(&api, "run", run_function(python));
    set(&api, "ready", ready_promise(python));
    // The page's own global object takes a property unless it is frozen, and then nothing helps.
    let _ = Reflect::set(&js_sys::global(), &"vivarium".into(), &api);
    if embed::is_embedded() {
        embed::listen(python.clone());
    }
}

/// Lets the page answer calls of an embedding page that do not concern programs. `answer` gets
/// the call's name and the whole message; `None` means that it does not know the call.
pub fn on_page_call(answer: impl Fn(&str, &JsValue) -> Option<Result<JsValue, String>> + 'static) {
    embed::on_page_call(answer);
}

/// Tells the embedding page an event, if there is one and it may hear it.
pub fn tell_parent(event: &JsValue) {
    if embed::is_embedded() {
        set(event.unchecked_ref(), "vivarium", 1);
        embed::tell_parent(event);
    }
}

/// Sends the embedding page a message of somebody else's convention.
pub fn tell_parent_plainly(message: &JsValue) {
    if embed::is_embedded() {
        embed::tell_parent(message);
    }
}

/// Resolves when programs start at once. Then, or when they never will, the window gets the event
/// `vivarium-ready`, for which everything waits that the page loads for later.
fn ready_promise(python: &Python) -> Promise {
    let python = python.clone();
    let promise = promise(async move {
        let is_ready = python.ready().await;
        tell_page("vivarium-ready");
        is_ready?;
        Ok(JsValue::UNDEFINED)
    });
    // Nobody need wait for it: a failure is shown by the page.
    let ignore = Closure::new(|_: JsValue| ());
    let _ = promise.catch(&ignore);
    ignore.forget();
    promise
}

fn tell_page(event: &str) {
    if let (Some(window), Ok(event)) = (web_sys::window(), web_sys::Event::new(event)) {
        // Fails for events that are under way already, and this one is new.
        let _ = window.dispatch_event(&event);
    }
}

fn open_function(python: &Python) -> JsValue {
    let python = python.clone();
    function(move |options| {
        let (workspace, mode) = open(&python, &options)?;
        Ok(workspace_object(&workspace, mode).into())
    })
}

fn run_function(python: &Python) -> JsValue {
    let python = python.clone();
    function(move |options| {
        let opened = open(&python, &options);
        Ok(promise(async move {
            let (workspace, mode) = opened?;
            let result = run(&workspace, mode, &options)?.await;
            workspace.close();
            result
        })
        .into())
    })
}

/// Makes a workspace as `options` say.
fn open(python: &Python, options: &JsValue) -> Result<(Workspace, Mode), HostError> {
    let mode = values::mode(options)?;
    let workspace = python.workspace(std::collections::BTreeMap::default());
    values::write_files(&workspace, &get(options, "files"))?;
    Ok((workspace, mode))
}

fn workspace_object(workspace: &Workspace, mode: Mode) -> Object {
    let object = Object::new();
    let here = workspace.clone();
    let run_here = function(move |options| {
        let workspace = here.clone();
        Ok(promise(async move { run(&workspace, mode, &options)?.await }).into())
    });
    set(&object, "run", run_here);
    let here = workspace.clone();
    let write = function(move |files| {
        values::write_files(&here, &files)?;
        Ok(JsValue::UNDEFINED)
    });
    set(&object, "write", write);
    let here = workspace.clone();
    set(&object, "files", function(move |_| Ok(values::files_object(here.files()).into())));
    let here = workspace.clone();
    let close = function(move |_| {
        here.close();
        Ok(JsValue::UNDEFINED)
    });
    set(&object, "close", close);
    object
}

/// Starts a run with the callbacks and the signal of its options.
fn run(
    workspace: &Workspace,
    mode: Mode,
    options: &JsValue,
) -> Result<impl Future<Output = Result<JsValue, HostError>> + use<>, HostError> {
    let spec = values::run_spec(options, mode)?;
    let callback = |name: &str| get(options, name).dyn_into::<Function>().ok();
    let (on_stdout, on_stderr) = (callback("onStdout"), callback("onStderr"));
    let (on_report, on_trace) = (callback("onReport"), callback("onTrace"));
    let (execution, receiver) = Execution::begin(workspace, spec, move |heard| {
        let callback = match heard {
            Heard::Text(Output::Stdout, _) => &on_stdout,
            Heard::Text(Output::Stderr, _) => &on_stderr,
            Heard::Text(Output::Report, _) => &on_report,
            Heard::Trace(_) => &on_trace,
        };
        let value = |heard| match heard {
            Heard::Text(_, text) => text.into(),
            Heard::Trace(piece) => values::trace_object(piece),
        };
        if let Some(callback) = callback
            && let Err(error) = callback.call1(&JsValue::UNDEFINED, &value(heard))
        {
            // The program is not at fault; the error must not vanish either.
            web_sys::console::error_1(&error);
        }
    });
    // Not by its class: the signal may come from another frame's realm.
    let signal = get(options, "signal");
    let listener = signal.is_object().then(|| {
        let signal: AbortSignal = signal.unchecked_into();
        if signal.aborted() {
            execution.abort();
        }
        let options = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(&signal, "abort", options, move |_| execution.abort())
    });
    Ok(async move {
        let outcome = receiver.await;
        drop(listener);
        let outcome = outcome.map_err(|_| HostError::Call("the workspace is closed".into()))?;
        Ok(values::outcome_object(outcome).into())
    })
}

/// Makes a JavaScript function of one argument that throws what fails.
fn function(body: impl Fn(JsValue) -> Result<JsValue, HostError> + 'static) -> JsValue {
    let body = Rc::new(RefCell::new(body));
    Closure::<dyn Fn(JsValue) -> Result<JsValue, JsValue>>::new(move |argument| {
        body.borrow()(argument).map_err(thrown)
    })
    .into_js_value()
}

fn promise(future: impl Future<Output = Result<JsValue, HostError>> + 'static) -> Promise {
    future_to_promise(async move { future.await.map_err(thrown) })
}

fn thrown(error: HostError) -> JsValue {
    match error {
        HostError::Call(message) => js_sys::TypeError::new(&message).into(),
        HostError::File { .. } | HostError::Python(_) => {
            js_sys::Error::new(&error.to_string()).into()
        }
    }
}

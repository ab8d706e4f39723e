//! Owns the way to build products: `self.vivariumAsset(name)` of the page's boot script.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::{HostError, Progress};

/// What the interpreter needs before it can start.
pub(crate) const MODULE: &str = "python_bg.wasm";
pub(crate) const WORKER: &str = "worker.js";
pub(crate) const CORE: &str = "core.pack";

/// What a program may ask for later, and must be given at its start where it cannot ask.
pub(crate) const FURTHER: [&str; 3] = ["library.pack", "pydoc.pack", "tzdata.pack"];

/// Begins to fetch an asset; the transfer goes on while the caller does other things.
pub(crate) fn begin(name: &str) -> Result<Promise, HostError> {
    let asset = Reflect::get(&js_sys::global(), &"vivariumAsset".into())?;
    let asset: Function = asset.dyn_into().map_err(|_| {
        HostError::Python("the page's boot script is missing: there is no vivariumAsset".into())
    })?;
    Ok(asset.call1(&JsValue::UNDEFINED, &name.into())?.unchecked_into())
}

/// Waits for an asset.
pub(crate) async fn finish(promise: Promise) -> Result<Uint8Array, HostError> {
    Ok(JsFuture::from(promise).await?.unchecked_into())
}

/// Fetches an asset.
pub(crate) async fn load(name: &str) -> Result<Uint8Array, HostError> {
    finish(begin(name)?).await
}

/// Returns which build the page is of; empty where the boot script does not know.
pub(crate) fn build() -> String {
    Reflect::get(&js_sys::global(), &"vivariumBuild".into())
        .ok()
        .and_then(|build| build.as_string())
        .unwrap_or_default()
}

/// Tells `on_progress` how many bytes of the interpreter's assets are here, until it is dropped.
pub(crate) fn watch(on_progress: Rc<dyn Fn(Progress)>) -> Option<EventListener> {
    let window = web_sys::window()?;
    let seen: RefCell<BTreeMap<String, (u64, u64)>> = RefCell::default();
    Some(EventListener::new(&window, "vivarium-asset", move |event| {
        let Ok(detail) = Reflect::get(event, &"detail".into()) else { return };
        let field = |name: &str| Reflect::get(&detail, &name.into()).unwrap_or(JsValue::UNDEFINED);
        let Some(name) = field("name").as_string() else { return };
        if ![MODULE, WORKER, CORE].contains(&name.as_str()) {
            return;
        }
        let mut seen = seen.borrow_mut();
        seen.insert(name, (bytes(&field("loaded")), bytes(&field("total"))));
        let loaded = seen.values().map(|(loaded, _)| loaded).sum();
        let total = seen.values().map(|(_, total)| total).sum();
        drop(seen);
        on_progress(Progress::Loading { loaded, total });
    }))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a number of bytes is a whole number far below 2^53; a wrong one saturates"
)]
fn bytes(value: &JsValue) -> u64 {
    value.as_f64().unwrap_or(0.0) as u64
}

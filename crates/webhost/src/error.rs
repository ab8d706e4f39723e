//! Owns the failures of the host, and the one way from a JavaScript value to one of them.

use thiserror::Error;
use vivarium_protocol::Errno;
use wasm_bindgen::{JsCast, JsValue};

/// Why something could not be done here.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum HostError {
    /// A file operation failed.
    #[error("{path}: {errno}")]
    File {
        /// The file.
        path: String,
        /// Why.
        errno: Errno,
    },
    /// Python could not be loaded or started.
    #[error("{0}")]
    Python(String),
    /// A call of the run API was malformed.
    #[error("{0}")]
    Call(String),
}

impl From<JsValue> for HostError {
    fn from(value: JsValue) -> Self {
        let text = value.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
        Self::Python(text.or_else(|| value.as_string()).unwrap_or_else(|| format!("{value:?}")))
    }
}

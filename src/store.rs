//! Owns the names under which things are kept, and what happens when keeping fails.
//!
//! [`Store`] stands above a [`Shelf`]: the browser's storage, or memory. What the shelf refuses
//! stays in memory for as long as the page is open, and the store says so. It knows no browser.

use std::collections::BTreeMap;

use serde::{Serialize, de::DeserializeOwned};

/// Every key begins with this; the number is the version of the layout.
pub const PREFIX: &str = "vivarium/1/";

/// Before the name of what could not be read: it is put aside, since a person may still read it.
const DAMAGED: &str = "vivarium/damaged/";

/// What is kept under one name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// What the learner has done.
    Progress,
    /// What the learner has chosen.
    Settings,
    /// The files of an exercise, by its id.
    Exercise(String),
    /// The changed text of a runnable block: lesson id and place.
    Block(String, usize),
    /// The files of the playground.
    Playground,
    /// A program from a link as its reader has changed it, by the link's fingerprint.
    Shared(String),
    /// The lines typed at the prompt.
    History,
    /// The name that the learner gives themselves in files.
    Learner,
}

impl Key {
    /// Returns the full name.
    pub fn name(&self) -> String {
        match self {
            Self::Progress => format!("{PREFIX}progress"),
            Self::Settings => format!("{PREFIX}settings"),
            Self::Exercise(id) => format!("{PREFIX}exercise/{id}"),
            Self::Block(lesson, index) => format!("{PREFIX}block/{lesson}/{index}"),
            Self::Playground => format!("{PREFIX}playground"),
            Self::Shared(id) if id.is_empty() => format!("{PREFIX}shared"),
            Self::Shared(id) => format!("{PREFIX}shared/{id}"),
            Self::History => format!("{PREFIX}history"),
            Self::Learner => format!("{PREFIX}learner"),
        }
    }

    /// Reads a full name; `None` for what is not ours.
    pub fn parse(name: &str) -> Option<Self> {
        let parts: Vec<&str> = name.strip_prefix(PREFIX)?.split('/').collect();
        Some(match parts.as_slice() {
            ["progress"] => Self::Progress,
            ["settings"] => Self::Settings,
            ["exercise", id] if !id.is_empty() => Self::Exercise((*id).to_owned()),
            ["block", lesson, index] if !lesson.is_empty() => {
                Self::Block((*lesson).to_owned(), index.parse().ok()?)
            }
            ["playground"] => Self::Playground,
            // Earlier there was room for one only.
            ["shared"] => Self::Shared(String::new()),
            ["shared", id] if !id.is_empty() => Self::Shared((*id).to_owned()),
            ["history"] => Self::History,
            ["learner"] => Self::Learner,
            _ => return None,
        })
    }
}

/// Why a shelf did not take something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ShelfError {
    /// There is no storage here, or it may not be used.
    #[error("storage is refused")]
    Refused,
    /// There is no room left.
    #[error("storage is full")]
    Full,
}

/// A place for texts under names.
pub trait Shelf {
    /// Returns the text, if there is one.
    fn get(&self, name: &str) -> Result<Option<String>, ShelfError>;
    /// Replaces the text.
    fn set(&self, name: &str, text: &str) -> Result<(), ShelfError>;
    /// Removes the text.
    fn remove(&self, name: &str) -> Result<(), ShelfError>;
    /// Returns all names, others' too.
    fn names(&self) -> Result<Vec<String>, ShelfError>;
}

/// Whether what the learner does will be there tomorrow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// It is stored.
    #[default]
    Stored,
    /// Some of it is in memory only, and for this reason.
    InMemory(ShelfError),
}

/// Texts under [`Key`]s, kept as well as the browser allows.
pub struct Store {
    shelf: Box<dyn Shelf>,
    memory: BTreeMap<Key, Option<String>>,
    refusal: Option<ShelfError>,
}

impl Store {
    /// Returns a store above a shelf, and tries whether that can be used.
    pub fn new(shelf: Box<dyn Shelf>) -> Self {
        let refusal = shelf.names().err();
        Self { shelf, memory: BTreeMap::new(), refusal }
    }

    /// Says how well things are kept at the moment.
    pub fn keeping(&self) -> Keeping {
        match self.refusal {
            Some(error) => Keeping::InMemory(error),
            None if self.memory.is_empty() => Keeping::Stored,
            None => Keeping::InMemory(ShelfError::Full),
        }
    }

    /// Returns a text; what memory holds is newer than the shelf.
    pub fn text(&self, key: &Key) -> Option<String> {
        match self.memory.get(key) {
            Some(held) => held.clone(),
            None => self.shelf.get(&key.name()).ok().flatten(),
        }
    }

    /// Replaces a text, or removes it.
    pub fn put_text(&mut self, key: &Key, text: Option<&str>) {
        let name = key.name();
        let result = match text {
            Some(text) => self.shelf.set(&name, text),
            None => self.shelf.remove(&name),
        };
        match result {
            Ok(()) => {
                self.memory.remove(key);
                self.refusal = None;
            }
            Err(error) => {
                self.memory.insert(key.clone(), text.map(str::to_owned));
                if error == ShelfError::Refused {
                    self.refusal = Some(error);
                }
            }
        }
    }

    /// Forgets that memory holds something newer, since another tab has changed the shelf.
    pub fn follow_shelf(&mut self, key: &Key) {
        self.memory.remove(key);
    }

    /// Returns a value; one that cannot be read counts as missing, and is put aside.
    pub fn get<T: DeserializeOwned>(&self, key: &Key) -> Option<T> {
        let text = self.text(key)?;
        let value = serde_json::from_str(&text).ok();
        if value.is_none() {
            // Where there is no room for it, it stays where it is until something replaces it.
            let _ = self.shelf.set(&format!("{DAMAGED}{}", key.name()), &text);
        }
        value
    }

    /// Replaces a value.
    pub fn put<T: Serialize>(&mut self, key: &Key, value: &T) {
        if let Ok(text) = serde_json::to_string(value) {
            self.put_text(key, Some(&text));
        }
    }

    /// Removes a value.
    pub fn remove(&mut self, key: &Key) {
        self.put_text(key, None);
    }

    /// Returns all keys that hold something.
    pub fn keys(&self) -> Vec<Key> {
        let names = self.shelf.names().unwrap_or_default();
        let mut keys: Vec<Key> = names.iter().filter_map(|name| Key::parse(name)).collect();
        keys.retain(|key| !self.memory.contains_key(key));
        keys.extend(self.memory.iter().filter(|(_, it)| it.is_some()).map(|(key, _)| key.clone()));
        keys.sort();
        keys
    }

    /// Takes what another store holds and this one lacks; the other one is empty afterwards.
    pub fn take_over(&mut self, other: &mut Self) {
        for key in other.keys() {
            if self.text(&key).is_none() {
                self.put_text(&key, other.text(&key).as_deref());
            }
        }
        other.clear();
    }

    /// Removes everything of ours, and nothing of others.
    pub fn clear(&mut self) {
        for key in self.keys() {
            self.remove(&key);
        }
        let names = self.shelf.names().unwrap_or_default();
        for name in names.iter().filter(|name| name.starts_with(DAMAGED)) {
            // What cannot be removed is no longer looked at either.
            let _ = self.shelf.remove(name);
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

    use super::{Keeping, Key, Shelf, ShelfError, Store};

    /// A shelf with room for so many bytes; `None` refuses everything.
    #[derive(Clone, Default)]
    pub(crate) struct TinyShelf(Rc<RefCell<Inside>>);

    /// What is on it, and its room.
    type Inside = (BTreeMap<String, String>, Option<usize>);

    impl TinyShelf {
        pub(crate) fn with_room(room: Option<usize>) -> Self {
            Self(Rc::new(RefCell::new((BTreeMap::new(), room))))
        }
    }

    impl Shelf for TinyShelf {
        fn get(&self, name: &str) -> Result<Option<String>, ShelfError> {
            let inner = self.0.borrow();
            inner.1.ok_or(ShelfError::Refused)?;
            Ok(inner.0.get(name).cloned())
        }
        fn set(&self, name: &str, text: &str) -> Result<(), ShelfError> {
            let mut inner = self.0.borrow_mut();
            let room = inner.1.ok_or(ShelfError::Refused)?;
            let others: usize =
                inner.0.iter().filter(|(it, _)| *it != name).map(|(_, it)| it.len()).sum();
            if others + text.len() > room {
                return Err(ShelfError::Full);
            }
            inner.0.insert(name.to_owned(), text.to_owned());
            Ok(())
        }
        fn remove(&self, name: &str) -> Result<(), ShelfError> {
            self.0.borrow().1.ok_or(ShelfError::Refused)?;
            self.0.borrow_mut().0.remove(name);
            Ok(())
        }
        fn names(&self) -> Result<Vec<String>, ShelfError> {
            self.0.borrow().1.ok_or(ShelfError::Refused)?;
            Ok(self.0.borrow().0.keys().cloned().collect())
        }
    }

    #[test]
    fn names_and_keys_are_each_others_inverse() {
        for key in [
            Key::Progress,
            Key::Settings,
            Key::Exercise("parse-port".into()),
            Key::Block("try-except".into(), 3),
            Key::Playground,
            Key::Shared("0123456789abcdef".into()),
            Key::Shared(String::new()),
            Key::History,
            Key::Learner,
        ] {
            assert_eq!(Key::parse(&key.name()), Some(key));
        }
        for name in ["vivarium/2/progress", "progress", "vivarium/1/block/a/b", "vivarium/1/"] {
            assert_eq!(Key::parse(name), None, "{name}");
        }
    }

    #[test]
    fn a_full_shelf_loses_nothing_while_the_page_is_open() {
        let mut store = Store::new(Box::new(TinyShelf::with_room(Some(10))));
        store.put_text(&Key::Progress, Some("12345"));
        assert_eq!(store.keeping(), Keeping::Stored);
        store.put_text(&Key::Playground, Some("123456"));
        assert_eq!(store.keeping(), Keeping::InMemory(ShelfError::Full));
        assert_eq!(store.text(&Key::Playground).as_deref(), Some("123456"));
        assert_eq!(store.keys(), [Key::Progress, Key::Playground]);
        store.put_text(&Key::Playground, Some("12"));
        assert_eq!(store.keeping(), Keeping::Stored, "there is room again");
    }

    #[test]
    fn a_refusing_shelf_is_replaced_by_memory() {
        let mut store = Store::new(Box::new(TinyShelf::with_room(None)));
        assert_eq!(store.keeping(), Keeping::InMemory(ShelfError::Refused));
        store.put(&Key::History, &vec!["1 + 1"]);
        assert_eq!(store.get::<Vec<String>>(&Key::History), Some(vec!["1 + 1".to_owned()]));
        store.remove(&Key::History);
        assert_eq!(store.text(&Key::History), None);
    }

    #[test]
    fn clearing_leaves_what_is_not_ours() {
        let shelf = TinyShelf::with_room(Some(100));
        shelf.set("another/page", "x").expect("there is room");
        let mut store = Store::new(Box::new(shelf.clone()));
        store.put_text(&Key::Progress, Some("{}"));
        store.clear();
        assert_eq!(shelf.names().expect("not refused"), ["another/page"]);
    }

    #[test]
    fn a_store_takes_over_what_it_lacks() {
        let store = || Store::new(Box::new(TinyShelf::with_room(Some(100))));
        let (mut ours, mut theirs) = (store(), store());
        ours.put_text(&Key::Progress, Some("{}"));
        theirs.put_text(&Key::Progress, Some("{\"lessons\": {}}"));
        theirs.put_text(&Key::Playground, Some("1"));
        ours.take_over(&mut theirs);
        assert_eq!(ours.text(&Key::Progress).as_deref(), Some("{}"));
        assert_eq!(ours.text(&Key::Playground).as_deref(), Some("1"));
        assert!(theirs.keys().is_empty());
    }

    #[test]
    fn what_cannot_be_read_counts_as_missing_and_is_put_aside() {
        let mut store = Store::new(Box::new(TinyShelf::with_room(Some(100))));
        store.put_text(&Key::Progress, Some("{not json"));
        assert_eq!(store.get::<crate::progress::Progress>(&Key::Progress), None);
        store.put_text(&Key::Progress, Some("{}"));
        let aside = store.shelf.get("vivarium/damaged/vivarium/1/progress");
        assert_eq!(aside, Ok(Some("{not json".to_owned())));
        store.clear();
        assert_eq!(store.shelf.names(), Ok(Vec::new()));
    }
}

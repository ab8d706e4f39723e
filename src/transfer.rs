//! Owns the one file that carries everything a learner has stored to another browser.
//!
//! A file from outside is not trusted: its size, its keys and the form of each value are
//! examined before anything is changed. It knows no browser.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    drafts::Draft,
    progress::Progress,
    settings::Settings,
    store::{Key, Store},
};

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 16 << 20;

/// The longest name of a learner, in characters.
pub const MAX_NAME: usize = 80;

/// What marks a file as one of ours.
const KIND: &str = "vivarium-progress";

#[derive(Serialize, Deserialize)]
struct Carried {
    kind: String,
    version: u32,
    entries: BTreeMap<String, Value>,
}

/// Why a file was not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TransferError {
    /// It is larger than [`MAX_BYTES`].
    #[error("the file is too large")]
    TooLarge,
    /// It is something else.
    #[error("the file was not made by this page")]
    Foreign,
    /// It was made by a later version.
    #[error("the file has version {0}, which this page does not know")]
    Later(u32),
    /// A value has not the form its name asks for.
    #[error("the entry {0} is damaged")]
    Damaged(String),
}

/// What is taken from a file: examined, but not yet stored.
#[derive(Debug)]
pub struct Arrival {
    entries: Vec<(Key, Value)>,
}

/// Packs everything stored, what is only in memory included.
pub fn export(store: &Store) -> String {
    let entries = store
        .keys()
        .into_iter()
        .filter_map(|key| Some((key.name(), store.get::<Value>(&key)?)))
        .collect();
    let carried = Carried { kind: KIND.to_owned(), version: 1, entries };
    serde_json::to_string_pretty(&carried).unwrap_or_default()
}

/// Examines a file.
pub fn import(text: &str) -> Result<Arrival, TransferError> {
    if text.len() > MAX_BYTES {
        return Err(TransferError::TooLarge);
    }
    let carried: Carried = serde_json::from_str(text).map_err(|_| TransferError::Foreign)?;
    if carried.kind != KIND {
        return Err(TransferError::Foreign);
    }
    if carried.version != 1 {
        return Err(TransferError::Later(carried.version));
    }
    let mut entries = Vec::with_capacity(carried.entries.len());
    for (name, value) in carried.entries {
        match Key::parse(&name) {
            Some(key) if has_form(&key, &value) => entries.push((key, value)),
            _ => return Err(TransferError::Damaged(name)),
        }
    }
    Ok(Arrival { entries })
}

fn has_form(key: &Key, value: &Value) -> bool {
    match key {
        Key::Progress => Progress::deserialize(value).is_ok(),
        Key::Settings => Settings::deserialize(value).is_ok(),
        Key::Exercise(_) | Key::Playground | Key::Shared(_) => {
            Draft::deserialize(value).is_ok_and(|it| it.is_sound())
        }
        Key::Block(..) => value.as_str().is_some_and(|it| it.len() <= 100_000),
        Key::Learner => value.as_str().is_some_and(|it| it.chars().count() <= MAX_NAME),
        Key::History => Vec::<String>::deserialize(value).is_ok_and(|it| it.len() <= 1_000),
    }
}

impl Arrival {
    /// Returns the name of who made the file, if they gave one.
    pub fn learner(&self) -> Option<String> {
        let name = self.entries.iter().find(|(key, _)| *key == Key::Learner)?.1.as_str()?.trim();
        (!name.is_empty()).then(|| name.to_owned())
    }

    /// Returns what they have done.
    pub fn progress(&self) -> Progress {
        let entry = self.entries.iter().find(|(key, _)| *key == Key::Progress);
        entry.and_then(|(_, value)| Progress::deserialize(value).ok()).unwrap_or_default()
    }

    /// Returns its entries one by one, each with what it is for.
    pub fn split(self) -> impl Iterator<Item = (Key, Self)> {
        self.entries.into_iter().map(|(key, value)| {
            let entry = Self { entries: vec![(key.clone(), value)] };
            (key, entry)
        })
    }

    /// Stores it: progress is merged with what is here, the rest replaces it.
    pub fn apply(self, store: &mut Store) {
        for (key, value) in self.entries {
            if key == Key::Progress {
                let mut progress: Progress = store.get(&key).unwrap_or_default();
                if let Ok(arriving) = serde_json::from_value(value) {
                    progress.merge(&arriving);
                }
                store.put(&key, &progress);
            } else {
                store.put(&key, &value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{TransferError, export, import};
    use crate::{
        progress::Progress,
        store::{Key, Store, tests::TinyShelf},
    };

    fn store() -> Store {
        Store::new(Box::new(TinyShelf::with_room(Some(1 << 20))))
    }

    #[test]
    fn everything_arrives_and_progress_is_merged() {
        let mut from = store();
        let mut progress = Progress::default();
        progress.attempt("a", true);
        from.put(&Key::Progress, &progress);
        from.put(&Key::Block("l".into(), 2), &"print(1)");
        let file = export(&from);

        let mut to = store();
        let mut progress = Progress::default();
        progress.attempt("b", true);
        to.put(&Key::Progress, &progress);
        import(&file).expect("our own file").apply(&mut to);
        let merged: Progress = to.get(&Key::Progress).expect("stored");
        assert!(merged.exercise("a").is_passed && merged.exercise("b").is_passed);
        assert_eq!(to.get::<String>(&Key::Block("l".into(), 2)).as_deref(), Some("print(1)"));
    }

    #[test]
    fn what_is_only_in_memory_leaves_too() {
        let mut full = Store::new(Box::new(TinyShelf::with_room(Some(0))));
        full.put(&Key::History, &vec!["1 + 1"]);
        assert!(export(&full).contains("1 + 1"));
    }

    #[test]
    fn foreign_files_change_nothing() {
        let fails = |text: &str| import(text).expect_err("it is foreign");
        assert_eq!(fails("{}"), TransferError::Foreign);
        assert_eq!(fails("not json"), TransferError::Foreign);
        assert_eq!(
            fails(r#"{"kind":"vivarium-progress","version":2,"entries":{}}"#),
            TransferError::Later(2)
        );
        for entry in [
            r#""vivarium/1/unknown": 1"#,
            r#""other/key": 1"#,
            r#""vivarium/1/progress": [1]"#,
            r#""vivarium/1/block/l/0": {"a": 1}"#,
            r#""vivarium/1/playground": {"files": {"../x": {"text": ""}}}"#,
        ] {
            let file =
                format!(r#"{{"kind":"vivarium-progress","version":1,"entries":{{{entry}}}}}"#);
            assert!(matches!(fails(&file), TransferError::Damaged(_)), "{entry}");
        }
        assert_eq!(fails(&" ".repeat(super::MAX_BYTES + 1)), TransferError::TooLarge);
    }
}

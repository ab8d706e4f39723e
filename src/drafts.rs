//! Owns what of a workspace survives a reload: its files up to a bound, and what was left out.
//!
//! A file is kept as text where it is text, otherwise as base64. It knows neither storage nor
//! the editor, whose saved state (text, cursor, undo history) it carries as an opaque text.

use std::collections::BTreeMap;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::{Deserialize, Serialize};

/// Files of a workspace that a reload brings back, in bytes.
pub const MAX_BYTES: usize = 1 << 20;

/// What the page adds to a workspace for itself; never kept and never shown.
const PRIVATE: &str = ".vivarium/";

/// A workspace as it is stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// The files, by path.
    pub files: BTreeMap<String, Content>,
    /// The paths that are open in the editor, in order.
    pub open: Vec<String>,
    /// The path that is shown.
    pub shown: String,
    /// The editor's own state, by path.
    pub states: BTreeMap<String, String>,
    /// What was left out, with its size.
    pub left_out: BTreeMap<String, usize>,
}

/// The bytes of a file in a form that JSON can hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Content {
    /// It is UTF-8.
    Text(String),
    /// It is not.
    Base64(String),
}

impl Content {
    /// Packs the bytes of a file.
    pub fn of(bytes: &[u8]) -> Self {
        match std::str::from_utf8(bytes) {
            Ok(text) => Self::Text(text.to_owned()),
            Err(_) => Self::Base64(STANDARD.encode(bytes)),
        }
    }

    /// Unpacks them; `None` where a foreign hand has broken them.
    pub fn bytes(&self) -> Option<Vec<u8>> {
        match self {
            Self::Text(text) => Some(text.clone().into_bytes()),
            Self::Base64(packed) => STANDARD.decode(packed).ok(),
        }
    }

    fn len(&self) -> usize {
        let (Self::Text(text) | Self::Base64(text)) = self;
        text.len()
    }
}

impl Draft {
    /// Packs a workspace: first what is open, then the rest from small to large, up to the bound.
    pub fn of(files: &BTreeMap<String, Vec<u8>>, open: &[String], shown: &str) -> Self {
        let mut order: Vec<(&String, Content)> = files
            .iter()
            .filter(|(path, _)| !path.starts_with(PRIVATE))
            .map(|(path, bytes)| (path, Content::of(bytes)))
            .collect();
        order.sort_by_key(|(path, content)| (!open.contains(path), content.len()));

        let mut draft = Self { open: open.to_vec(), shown: shown.to_owned(), ..Self::default() };
        let mut room = MAX_BYTES;
        for (path, content) in order {
            if let Some(rest) = room.checked_sub(content.len()) {
                room = rest;
                draft.files.insert(path.clone(), content);
            } else {
                draft.left_out.insert(path.clone(), files[path].len());
            }
        }
        draft
    }

    /// Adds the editor's states as far as they fit: they are worth less than the files.
    #[must_use]
    pub fn with_states(mut self, states: impl IntoIterator<Item = (String, String)>) -> Self {
        let used: usize = self.files.values().map(Content::len).sum();
        let mut room = (MAX_BYTES / 2).saturating_sub(used / 2);
        for (path, state) in states {
            if let Some(rest) = room.checked_sub(state.len()) {
                room = rest;
                self.states.insert(path, state);
            }
        }
        self
    }

    /// Unpacks the files; what is broken is left out.
    pub fn unpacked(&self) -> BTreeMap<String, Vec<u8>> {
        self.files
            .iter()
            .filter(|(path, _)| is_path(path))
            .filter_map(|(path, content)| Some((path.clone(), content.bytes()?)))
            .collect()
    }

    /// Says whether it is small and sound enough to be taken from a file.
    pub fn is_sound(&self) -> bool {
        let n_bytes: usize = self.files.values().map(Content::len).sum();
        n_bytes <= MAX_BYTES
            && self.states.values().map(String::len).sum::<usize>() <= MAX_BYTES
            && self.files.len() <= 1_000
            && self.files.keys().chain(&self.open).all(|path| is_path(path))
            && self.files.values().all(|it| it.bytes().is_some())
    }
}

/// Says whether a path stays below the workspace's folder.
pub fn is_path(path: &str) -> bool {
    !path.is_empty()
        && path.len() <= 255
        && !path.contains(['\0', '\\'])
        && path.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Content, Draft, MAX_BYTES, is_path};

    fn files(list: &[(&str, usize)]) -> BTreeMap<String, Vec<u8>> {
        list.iter().map(|(path, size)| ((*path).to_owned(), vec![b'x'; *size])).collect()
    }

    #[test]
    fn what_is_kept_comes_back() {
        let mut workspace = files(&[("main.py", 10)]);
        workspace.insert("data.bin".into(), vec![0, 255, 254]);
        workspace.insert(".vivarium/part1.py".into(), b"x".to_vec());
        let draft = Draft::of(&workspace, &["main.py".into()], "main.py");
        workspace.remove(".vivarium/part1.py");
        assert_eq!(draft.unpacked(), workspace);
        let text = serde_json::to_string(&draft).expect("plain");
        assert_eq!(serde_json::from_str::<Draft>(&text).expect("its own"), draft);
    }

    #[test]
    fn open_files_come_first_and_the_rest_is_named() {
        let workspace = files(&[("a", 100), ("big", MAX_BYTES - 500), ("main.py", 450)]);
        let draft = Draft::of(&workspace, &["main.py".into()], "main.py");
        assert_eq!(draft.files.keys().collect::<Vec<_>>(), ["a", "main.py"]);
        assert_eq!(draft.left_out, BTreeMap::from([("big".to_owned(), MAX_BYTES - 500)]));
    }

    #[test]
    fn states_of_the_editor_never_displace_files() {
        let workspace = files(&[("main.py", MAX_BYTES)]);
        let draft = Draft::of(&workspace, &["main.py".into()], "main.py")
            .with_states([("main.py".to_owned(), "{}".to_owned())]);
        assert!(draft.states.is_empty() && draft.files.len() == 1);
    }

    #[test]
    fn foreign_drafts_are_examined() {
        let with = |path: &str, content| Draft {
            files: BTreeMap::from([(path.to_owned(), content)]),
            ..Draft::default()
        };
        assert!(with("a/b.py", Content::Text("x".into())).is_sound());
        assert!(!with("../b.py", Content::Text("x".into())).is_sound());
        assert!(!with("b.py", Content::Base64("%".into())).is_sound());
        assert!(!with("b.py", Content::Text("x".repeat(MAX_BYTES + 1))).is_sound());
        assert!(!is_path("/etc/passwd") && !is_path("a//b") && is_path("a.b/c"));
    }
}

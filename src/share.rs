//! Owns the program that an address can carry; what comes from a link is examined like any file.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use vivarium_course::model::SourceFile;

use crate::drafts::{MAX_BYTES, is_path};

/// A program in an address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shared {
    /// Version of this form.
    pub v: u32,
    /// The files, by path.
    pub files: BTreeMap<String, String>,
    /// The file to run.
    pub entry: String,
    /// `live` or `lockstep`.
    #[serde(default)]
    pub mode: SharedMode,
    /// The seed in lockstep.
    #[serde(default)]
    pub seed: u32,
    /// The lesson it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lesson: Option<String>,
}

/// Which clock a shared program wants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SharedMode {
    /// The wall clock.
    #[default]
    Live,
    /// A virtual one.
    Lockstep,
}

impl Shared {
    /// Reads the text that an address carries; `None` for what this page does not know.
    pub fn parse(text: &str) -> Option<Self> {
        let shared: Self = serde_json::from_str(text).ok()?;
        let is_sound = shared.v == 1
            && shared.files.contains_key(&shared.entry)
            && shared.files.len() <= 100
            && shared.files.keys().all(|path| is_path(path))
            && shared.files.values().map(String::len).sum::<usize>() <= MAX_BYTES;
        is_sound.then_some(shared)
    }

    /// Returns the files, the one to run first.
    pub fn sources(&self) -> Vec<SourceFile> {
        let mut files: Vec<SourceFile> = self
            .files
            .iter()
            .map(|(path, text)| SourceFile { path: path.clone(), text: text.clone() })
            .collect();
        files.sort_by_key(|file| file.path != self.entry);
        files
    }
}

#[cfg(test)]
mod tests {
    use super::{Shared, SharedMode};

    #[test]
    fn only_sound_programs_are_taken() {
        let good = r#"{"v":1,"files":{"a.py":"","main.py":"print(1)"},"entry":"main.py","mode":"lockstep","seed":7}"#;
        let shared = Shared::parse(good).expect("sound");
        assert_eq!((shared.mode, shared.seed), (SharedMode::Lockstep, 7));
        assert_eq!(shared.sources()[0].path, "main.py");
        for bad in [
            r#"{"v":2,"files":{"main.py":""},"entry":"main.py"}"#,
            r#"{"v":1,"files":{"main.py":""},"entry":"other.py"}"#,
            r#"{"v":1,"files":{"../main.py":""},"entry":"../main.py"}"#,
            "[]",
            "",
        ] {
            assert_eq!(Shared::parse(bad), None, "{bad}");
        }
    }
}

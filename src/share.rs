//! Owns the program that an address or a file can carry to somebody else.
//!
//! What comes from outside is examined like any foreign file, before anything is shown. It knows
//! no browser: deflating is [`crate::browser`]'s, and the alphabet of addresses is here.

use std::collections::BTreeMap;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize};
use vivarium_course::model::SourceFile;

use crate::{
    drafts::{MAX_BYTES, is_path},
    route::Route,
};

/// What fits into a link, packed; chats and mail break longer ones.
pub const MAX_LINK_BYTES: usize = 32 << 10;

/// The bound on the files of one program.
pub const MAX_FILES: usize = 100;

/// The version of the form that this page writes and reads.
const VERSION: u32 = 1;

/// How the name of a file ends that carries a program.
pub const EXTENSION: &str = ".vivarium";

/// A program on its way to somebody else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shared {
    /// Version of this form.
    pub v: u32,
    /// The files, by path.
    pub files: BTreeMap<String, String>,
    /// The file to run.
    pub entry: String,
    /// The words after the file's name, as typed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub arguments: String,
    /// `live` or `lockstep`.
    #[serde(default)]
    pub mode: SharedMode,
    /// The seed in lockstep.
    #[serde(default)]
    pub seed: u32,
    /// Where in the course it comes from, as an address.
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

/// Why a program from outside was not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ShareError {
    /// It cannot be unpacked, or is something else.
    #[error("it is cut short or damaged")]
    Damaged,
    /// It was made by a later version of the page.
    #[error("it has version {0}")]
    Later(u32),
    /// Its files have names that lead elsewhere, or the file to run is missing.
    #[error("its files cannot be used")]
    Files,
    /// It came as a file, which the page no longer has.
    #[error("its file is not here")]
    Gone,
    /// It is larger than a workspace may be.
    #[error("it is too large")]
    TooLarge,
}

/// Only the version, so that a form of later versions can be told from a damaged one.
#[derive(Deserialize)]
struct Versioned {
    v: u32,
}

impl Shared {
    /// Makes a program that runs live; its files are given as they are.
    pub fn new(files: impl IntoIterator<Item = (String, String)>, entry: &str) -> Self {
        Self {
            v: VERSION,
            files: files.into_iter().collect(),
            entry: entry.to_owned(),
            arguments: String::new(),
            mode: SharedMode::Live,
            seed: 0,
            lesson: None,
        }
    }

    /// The same in lockstep with this seed; live if there is none.
    #[must_use]
    pub fn with_seed(mut self, seed: Option<u32>) -> Self {
        self.mode = if seed.is_some() { SharedMode::Lockstep } else { SharedMode::Live };
        self.seed = seed.unwrap_or_default();
        self
    }

    /// The same, as it was met at a place of the course.
    #[must_use]
    pub fn met_at(mut self, place: &Route) -> Self {
        self.lesson = Some(place.to_string());
        self
    }

    /// Reads the text that a link or a file carries.
    pub fn parse(text: &str) -> Result<Self, ShareError> {
        // Escapes make JSON longer than what it says, at most sixfold.
        if text.len() > MAX_BYTES * 6 {
            return Err(ShareError::TooLarge);
        }
        let shared: Self = match serde_json::from_str::<Versioned>(text) {
            Ok(Versioned { v }) if v > VERSION => return Err(ShareError::Later(v)),
            Ok(_) => serde_json::from_str(text).map_err(|_| ShareError::Damaged)?,
            Err(_) => return Err(ShareError::Damaged),
        };
        let n_bytes = shared.files.values().map(String::len).sum::<usize>();
        if n_bytes > MAX_BYTES || shared.files.len() > MAX_FILES {
            return Err(ShareError::TooLarge);
        }
        let is_sound = shared.files.contains_key(&shared.entry)
            && shared.arguments.len() <= 1_000
            && shared.files.keys().all(|path| is_path(path));
        if is_sound { Ok(shared) } else { Err(ShareError::Files) }
    }

    /// Returns the text for a link or a file.
    pub fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
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

    /// Returns where in the course it comes from, if that is a place of a course at all.
    pub fn place(&self) -> Option<Route> {
        let route = Route::parse(self.lesson.as_deref()?);
        matches!(route, Route::Lesson { .. } | Route::Exercise(_)).then_some(route)
    }
}

/// Writes bytes in the alphabet of addresses.
pub fn armored(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The inverse of [`armored`]; some programs put spaces or an end mark behind links.
pub fn unarmored(text: &str) -> Result<Vec<u8>, ShareError> {
    let text = text.trim().trim_end_matches(['.', ',', ')', '>', '=']);
    if text.len() > MAX_LINK_BYTES * 2 {
        return Err(ShareError::TooLarge);
    }
    URL_SAFE_NO_PAD.decode(text).map_err(|_| ShareError::Damaged)
}

/// Returns a short name for what a link carries, under which a reader's changes to it are kept.
pub fn fingerprint(packed: &str) -> String {
    // FNV-1a: the same in every version, and no secret depends on it.
    let hash = packed.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::{ShareError, Shared, SharedMode, armored, fingerprint, unarmored};
    use crate::{drafts::MAX_BYTES, route::Route};

    #[test]
    fn a_program_arrives_as_it_left() {
        let files = [("main.py".to_owned(), "print(1)".to_owned()), ("a.py".into(), String::new())];
        let sent = Shared::new(files, "main.py")
            .with_seed(Some(7))
            .met_at(&Route::parse("#/lesson/race?block=2"));
        let arrived = Shared::parse(&sent.text()).expect("our own");
        assert_eq!(arrived, sent);
        assert_eq!((arrived.mode, arrived.seed), (SharedMode::Lockstep, 7));
        assert_eq!(arrived.sources()[0].path, "main.py");
        assert_eq!(arrived.place(), Some(Route::parse("#/lesson/race?block=2")));
    }

    #[test]
    fn what_is_not_sound_is_refused_with_its_reason() {
        use ShareError::{Damaged, Files, Later, TooLarge};
        let large =
            format!(r#"{{"v":1,"files":{{"a":"{}"}},"entry":"a"}}"#, "x".repeat(MAX_BYTES + 1));
        for (text, reason) in [
            (r#"{"v":2,"something":"new"}"#, Later(2)),
            (r#"{"v":1,"files":{"main.py":""},"entry":"other.py"}"#, Files),
            (r#"{"v":1,"files":{"../main.py":""},"entry":"../main.py"}"#, Files),
            (r#"{"v":1,"files":{"/etc/x":"","m":""},"entry":"m"}"#, Files),
            (r#"{"v":1,"files":{"m":1},"entry":"m"}"#, Damaged),
            (large.as_str(), TooLarge),
            ("[]", Damaged),
            ("", Damaged),
        ] {
            assert_eq!(Shared::parse(text), Err(reason), "{}", &text[..text.len().min(60)]);
        }
    }

    #[test]
    fn a_place_is_one_of_the_course() {
        let at =
            |lesson: &str| Shared { lesson: Some(lesson.into()), ..Shared::new([], "") }.place();
        assert_eq!(at("/exercise/parse-port"), Some(Route::Exercise("parse-port".into())));
        assert_eq!(at("/settings"), None);
        assert_eq!(at("javascript:alert(1)"), None);
    }

    #[test]
    fn armor_survives_what_chats_do_to_links() {
        let bytes: Vec<u8> = (0..=255).collect();
        let text = armored(&bytes);
        assert_eq!(unarmored(&text), Ok(bytes.clone()));
        assert_eq!(unarmored(&format!(" {text}). ")), Ok(bytes));
        assert_eq!(unarmored("a!b"), Err(ShareError::Damaged));
        assert_eq!(unarmored(&"A".repeat(70_000)), Err(ShareError::TooLarge));
        assert_ne!(fingerprint("a"), fingerprint("b"));
    }
}

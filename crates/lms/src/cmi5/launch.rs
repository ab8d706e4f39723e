//! Owns what an LMS tells at the launch: the address, the launch data, the record of earlier sessions.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde_json::{Value, json};

use super::Mode;
use crate::report::Mastery;

/// What is written as `%` and two digits in an address.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The name of our own document.
pub(super) const RECORD_ID: &str = "vivarium.progress";

/// Why an address is not that of a launch.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LaunchError {
    /// A part is missing.
    #[error("the address lacks {0}")]
    Missing(&'static str),
    /// A part is there and cannot be used.
    #[error("{0} in the address cannot be read")]
    Damaged(&'static str),
}

/// What stands in the address of a launch.
#[derive(Clone, Debug, PartialEq)]
pub struct Launch {
    pub(super) endpoint: String,
    pub(super) fetch: String,
    pub(super) actor: Value,
    pub(super) registration: String,
    pub(super) activity: String,
}

impl Launch {
    /// Reads the query of an address, with or without its `?`.
    pub fn parse(query: &str) -> Result<Self, LaunchError> {
        let find = |name: &'static str| {
            let pairs = query.trim_start_matches('?').split('&');
            let found = pairs.filter_map(|it| it.split_once('=')).find(|(key, _)| *key == name);
            let value = found.map(|(_, value)| decoded(value)).filter(|it| !it.is_empty());
            value.ok_or(LaunchError::Missing(name))
        };
        let url = |name: &'static str| {
            let value = find(name)?;
            if is_web(&value) { Ok(value) } else { Err(LaunchError::Damaged(name)) }
        };
        let actor: Value =
            serde_json::from_str(&find("actor")?).map_err(|_| LaunchError::Damaged("actor"))?;
        if !actor.is_object() {
            return Err(LaunchError::Damaged("actor"));
        }
        Ok(Self {
            endpoint: url("endpoint")?.trim_end_matches('/').to_owned(),
            fetch: url("fetch")?,
            actor,
            registration: find("registration")?,
            activity: find("activityId")?,
        })
    }

    /// Returns a text that stands for the learner.
    pub fn learner(&self) -> String {
        let account = &self.actor["account"];
        if account.is_object() { account.to_string() } else { self.actor.to_string() }
    }

    pub(super) fn statements_url(&self) -> String {
        format!("{}/statements", self.endpoint)
    }

    pub(super) fn state_url(&self, id: &str) -> String {
        format!(
            "{}/activities/state?activityId={}&agent={}&registration={}&stateId={}",
            self.endpoint,
            encoded(&self.activity),
            encoded(&self.actor.to_string()),
            encoded(&self.registration),
            encoded(id)
        )
    }

    pub(super) fn preferences_url(&self) -> String {
        let agent = encoded(&self.actor.to_string());
        format!("{}/agents/profile?agent={agent}&profileId=cmi5LearnerPreferences", self.endpoint)
    }
}

/// Nothing else is called or gone to: an address could also hold a script.
fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// Returns the token of an answer; an error in its place is none.
pub(super) fn token(text: &str) -> Option<String> {
    let answer: Value = serde_json::from_str(text).ok()?;
    answer["auth-token"].as_str().filter(|it| !it.is_empty()).map(str::to_owned)
}

/// The document that the LMS writes before a launch.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct LaunchData {
    pub(super) context: Value,
    pub(super) mode: Mode,
    pub(super) mastery: Option<Mastery>,
    pub(super) return_url: Option<String>,
}

impl LaunchData {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let data: Value = serde_json::from_str(text).ok()?;
        let context = data.get("contextTemplate").filter(|it| it.is_object())?.clone();
        let mode = match data["launchMode"].as_str() {
            Some("Browse" | "Review") => Mode::Unrecorded,
            _ => Mode::Normal,
        };
        let return_url = data["returnURL"].as_str().filter(|it| is_web(it)).map(str::to_owned);
        let mastery = data["masteryScore"].as_f64().and_then(Mastery::scaled);
        Some(Self { context, mode, mastery, return_url })
    }
}

/// Our own document: the work, and what must not be said twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Record {
    pub(super) work: String,
    pub(super) completed: bool,
    pub(super) passed: bool,
}

impl Record {
    pub(super) fn parse(text: &str) -> Self {
        let data: Value = serde_json::from_str(text).unwrap_or_default();
        Self {
            work: data["work"].as_str().unwrap_or_default().to_owned(),
            completed: data["completed"] == true,
            passed: data["passed"] == true,
        }
    }

    pub(super) fn to_json(&self) -> String {
        json!({ "work": self.work, "completed": self.completed, "passed": self.passed }).to_string()
    }
}

/// Percent-encodes all but letters, digits and `-._~` (RFC 3986, section 2.3).
fn encoded(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// The inverse of [`encoded`], with `+` for a space; what is malformed stays as it is.
fn decoded(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}

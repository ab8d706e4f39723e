//! Owns what a browser knows: the address as it was typed, where one has been, and what came back. It does not know how
//! a page is fetched or drawn.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Cookies by host.
pub type Cookies = BTreeMap<String, BTreeMap<String, String>>;

/// What is asked of the fetching program.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Request {
    /// The whole address.
    pub url: String,
    /// `GET` or `POST`.
    pub method: &'static str,
    /// The body of a form, as in an address.
    pub form: Option<String>,
    /// What the servers have set so far.
    pub cookies: Cookies,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Answer {
    /// Each question and answer; redirects make several.
    pub hops: Vec<Hop>,
    /// The body of the last one, in base64.
    pub body: String,
    /// Whether the body was longer than what is kept.
    pub cut: bool,
    /// What the page refers to, by its own words.
    pub resources: BTreeMap<String, Resource>,
    /// What the servers have set by now.
    pub cookies: Cookies,
    /// Why there is no page.
    pub error: Option<Failure>,
}

/// One question and its answer.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Hop {
    /// `GET` and so on.
    pub method: String,
    /// The whole address.
    pub url: String,
    /// The first line that was sent.
    pub line: String,
    /// The header fields that were sent.
    pub request: Vec<(String, String)>,
    /// The body that was sent.
    pub sent: String,
    /// `HTTP/1.1`.
    pub version: String,
    /// The status code.
    pub status: u16,
    /// Its words.
    pub reason: String,
    /// The header fields that came.
    pub response: Vec<(String, String)>,
    /// How long it took, in milliseconds.
    pub ms: f64,
}

impl Hop {
    /// Returns a header field of the answer.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.response.iter().find(|(it, _)| it.eq_ignore_ascii_case(name))?;
        Some(&found.1)
    }
}

/// An image or a style sheet.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Resource {
    /// Its media type.
    #[serde(rename = "type")]
    pub kind: String,
    /// Its bytes in base64.
    pub data: String,
}

/// Why there is no page.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Failure {
    /// Which way it failed.
    pub kind: FailureKind,
    /// The server, or what is known.
    pub detail: String,
}

/// Which way a visit fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FailureKind {
    /// Nobody listens there.
    Refused,
    /// The name has no address.
    Unknown,
    /// No answer in time.
    Timeout,
    /// What came is no HTTP, or the connection broke.
    Broken,
    /// Another scheme than `http`.
    Scheme,
    /// It was sent on and on.
    Loop,
}

/// Makes an address of what somebody typed: a port, a host, a path, or all of it.
pub fn typed(text: &str) -> String {
    let text = text.trim();
    let is_number = !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    if text.contains("://") {
        text.to_owned()
    } else if is_number {
        format!("http://localhost:{text}/")
    } else if text.starts_with(':') || text.starts_with('/') || text.is_empty() {
        let path = if text.contains('/') { "" } else { "/" };
        format!("http://localhost{text}{path}")
    } else if text.contains('/') {
        format!("http://{text}")
    } else {
        format!("http://{text}/")
    }
}

/// Where one has been.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trail {
    been: Vec<String>,
    at: usize,
}

impl Trail {
    /// Goes to an address; what was ahead is forgotten.
    pub fn go(&mut self, url: &str) {
        if self.here() == Some(url) {
            return;
        }
        self.been.truncate(self.at + 1);
        self.been.push(url.to_owned());
        self.at = self.been.len() - 1;
    }

    /// Returns the present address.
    pub fn here(&self) -> Option<&str> {
        self.been.get(self.at).map(String::as_str)
    }

    /// Says whether there is something behind or ahead.
    pub fn can_step(&self, forward: bool) -> bool {
        if forward { self.at + 1 < self.been.len() } else { self.at > 0 && !self.been.is_empty() }
    }

    /// Steps back or forward, and returns the address there.
    pub fn step(&mut self, forward: bool) -> Option<String> {
        if !self.can_step(forward) {
            return None;
        }
        self.at = if forward { self.at + 1 } else { self.at - 1 };
        self.here().map(str::to_owned)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_may_be_typed_short() {
        for (text, url) in [
            ("8000", "http://localhost:8000/"),
            (":8000/a", "http://localhost:8000/a"),
            ("/a?b=c", "http://localhost/a?b=c"),
            ("localhost:8000", "http://localhost:8000/"),
            (" 127.0.0.1:80/x ", "http://127.0.0.1:80/x"),
            ("https://python.org", "https://python.org"),
        ] {
            assert_eq!(typed(text), url);
        }
    }

    #[test]
    fn the_trail_goes_back_and_forward() {
        let mut trail = Trail::default();
        assert!(!trail.can_step(false) && !trail.can_step(true));
        for url in ["a", "b", "b", "c"] {
            trail.go(url);
        }
        assert_eq!(trail.step(false).as_deref(), Some("b"));
        assert_eq!(trail.step(false).as_deref(), Some("a"));
        assert_eq!(trail.step(false), None);
        assert_eq!(trail.step(true).as_deref(), Some("b"));
        trail.go("d");
        assert!(!trail.can_step(true));
        assert_eq!(trail.here(), Some("d"));
    }
}

//! Owns the closed list of pages and their form in the address, after `#`.
//!
//! It does not know the browser: [`Route::parse`] and `Display` are each other's inverse.

use std::fmt;

use percent_encoding::{
    AsciiSet, NON_ALPHANUMERIC, PercentEncode, percent_decode_str, utf8_percent_encode,
};

/// What is written as `%` and two digits in an address.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A page, as the address names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// What this is, and the map of the course.
    Home,
    /// One module: its lessons and topics.
    Module(String),
    /// One lesson, perhaps at one of its places.
    Lesson {
        /// The lesson's id.
        id: String,
        /// Where in it.
        place: Option<Place>,
    },
    /// One exercise.
    Exercise(String),
    /// Free programs; a shared program is still packed.
    Playground(Option<String>),
    /// Lessons that hold some words.
    Search(String),
    /// How the page looks, and what it has stored.
    Settings,
    /// Makes packages for an LMS.
    Package,
    /// The table of a class.
    Class,
    /// Who made this, of what.
    About,
    /// An address that names no page.
    NotFound(String),
}

/// A place inside a lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A runnable block, counted from 1 as a reader does.
    Block(usize),
    /// A heading.
    Heading(String),
}

impl Route {
    /// Reads what stands after `#` in the address; never fails.
    pub fn parse(hash: &str) -> Self {
        let text = hash.trim_start_matches('#');
        let (path, query) = text.split_once('?').unwrap_or((text, ""));
        let parts: Vec<String> =
            path.split('/').filter(|part| !part.is_empty()).map(decoded).collect();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        match parts.as_slice() {
            [] => Self::Home,
            ["module", id] => Self::Module((*id).to_owned()),
            ["lesson", id] => Self::Lesson { id: (*id).to_owned(), place: Place::parse(query) },
            ["exercise", id] => Self::Exercise((*id).to_owned()),
            ["play"] => Self::Playground(None),
            ["play", packed] => Self::Playground(Some((*packed).to_owned())),
            ["search"] => Self::Search(value(query, "q").unwrap_or_default()),
            ["settings"] => Self::Settings,
            ["package"] => Self::Package,
            ["class"] => Self::Class,
            ["about"] => Self::About,
            _ => Self::NotFound(text.to_owned()),
        }
    }

    /// Returns the address of a lesson from its start.
    pub fn lesson(id: &str) -> Self {
        Self::Lesson { id: id.to_owned(), place: None }
    }

    /// Returns the text for an `href`.
    pub fn href(&self) -> String {
        format!("#{self}")
    }

    /// Says whether both are the same page, whatever the place in it.
    pub fn is_same_page(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Lesson { id: a, .. }, Self::Lesson { id: b, .. }) => a == b,
            (Self::Search(_), Self::Search(_)) => true,
            _ => self == other,
        }
    }
}

impl Place {
    fn parse(query: &str) -> Option<Self> {
        if let Some(block) = value(query, "block") {
            return block.parse().ok().filter(|number| *number > 0).map(Self::Block);
        }
        value(query, "at").filter(|anchor| !anchor.is_empty()).map(Self::Heading)
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home => f.write_str("/"),
            Self::Module(id) => write!(f, "/module/{}", encoded(id)),
            Self::Lesson { id, place } => {
                write!(f, "/lesson/{}", encoded(id))?;
                match place {
                    None => Ok(()),
                    Some(Place::Block(number)) => write!(f, "?block={number}"),
                    Some(Place::Heading(anchor)) => write!(f, "?at={}", encoded(anchor)),
                }
            }
            Self::Exercise(id) => write!(f, "/exercise/{}", encoded(id)),
            Self::Playground(None) => f.write_str("/play"),
            Self::Playground(Some(packed)) => write!(f, "/play/{}", encoded(packed)),
            Self::Search(words) if words.is_empty() => f.write_str("/search"),
            Self::Search(words) => write!(f, "/search?q={}", encoded(words)),
            Self::Settings => f.write_str("/settings"),
            Self::Package => f.write_str("/package"),
            Self::Class => f.write_str("/class"),
            Self::About => f.write_str("/about"),
            Self::NotFound(text) => f.write_str(text),
        }
    }
}

fn value(query: &str, name: &str) -> Option<String> {
    query.split('&').find_map(|pair| {
        let (key, value) = pair.split_once('=')?;
        (key == name).then(|| decoded(value))
    })
}

/// Percent-encodes all but letters, digits and `-._~` (RFC 3986, section 2.3).
fn encoded(text: &str) -> PercentEncode<'_> {
    utf8_percent_encode(text, RESERVED)
}

/// The inverse of [`encoded`], with `+` for a space; what is malformed stays as it is.
fn decoded(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::{Place, Route};

    fn check(text: &str, route: Route) {
        assert_eq!(Route::parse(text), route, "{text}");
        assert_eq!(route.href(), text);
    }

    #[test]
    fn every_page_has_one_address() {
        let lesson = |place| Route::Lesson { id: "try-except".into(), place };
        check("#/", Route::Home);
        check("#/module/exceptions", Route::Module("exceptions".into()));
        check("#/lesson/try-except", lesson(None));
        check("#/lesson/try-except?block=3", lesson(Some(Place::Block(3))));
        check("#/lesson/try-except?at=the-else", lesson(Some(Place::Heading("the-else".into()))));
        check("#/exercise/parse-port", Route::Exercise("parse-port".into()));
        check("#/play", Route::Playground(None));
        check("#/play/eJw-_x", Route::Playground(Some("eJw-_x".into())));
        check("#/search", Route::Search(String::new()));
        check("#/search?q=a%20b%26%C3%A9", Route::Search("a b&é".into()));
        check("#/settings", Route::Settings);
        check("#/package", Route::Package);
        check("#/class", Route::Class);
        check("#/about", Route::About);
        check("#/nowhere/at/all", Route::NotFound("/nowhere/at/all".into()));
    }

    #[test]
    fn odd_addresses_never_fail() {
        assert_eq!(Route::parse(""), Route::Home);
        assert_eq!(Route::parse("#/lesson/x?block=0"), Route::lesson("x"));
        assert_eq!(Route::parse("#/lesson/x?block=many"), Route::lesson("x"));
        assert_eq!(Route::parse("#/search?q=100%"), Route::Search("100%".into()));
        assert_eq!(Route::parse("#/search?q=%F"), Route::Search("%F".into()));
        assert!(matches!(Route::parse("#/lesson"), Route::NotFound(_)));
    }

    #[test]
    fn a_place_does_not_make_another_page() {
        let here = Route::parse("#/lesson/a?block=2");
        assert!(here.is_same_page(&Route::lesson("a")));
        assert!(!here.is_same_page(&Route::lesson("b")));
    }
}

//! Owns what the page of a package knows of itself: it stands in its frame, as JSON in a `meta` element.

use serde::{Deserialize, Serialize};

/// The name of the `meta` element.
pub const META: &str = "vivarium-lms";

/// The way in which a package talks with an LMS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Standard {
    /// SCORM 1.2.
    Scorm12,
    /// SCORM 2004.
    Scorm2004,
    /// cmi5.
    Cmi5,
}

impl Standard {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Scorm12, Self::Scorm2004, Self::Cmi5];

    /// The word for it in commands and file names.
    pub fn word(self) -> &'static str {
        match self {
            Self::Scorm12 => "scorm12",
            Self::Scorm2004 => "scorm2004",
            Self::Cmi5 => "cmi5",
        }
    }

    /// Reads [`Standard::word`].
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// What the page of a package knows of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Package {
    /// How it talks with the LMS.
    pub standard: Standard,
    /// The share of exercises to pass, in percent, where the LMS says none.
    pub mastery: u32,
}

#[cfg(test)]
mod tests {
    use super::{Package, Standard};

    #[test]
    fn standards_have_one_word_each() {
        for standard in Standard::ALL {
            assert_eq!(Standard::parse(standard.word()), Some(standard));
            let text = serde_json::to_string(&standard).expect("a word");
            assert_eq!(text, format!("\"{}\"", standard.word()));
        }
        assert_eq!(Standard::parse("scorm"), None);
    }

    #[test]
    fn a_package_is_read_back() {
        let package = Package { standard: Standard::Cmi5, mastery: 80 };
        let text = serde_json::to_string(&package).expect("plain data");
        assert_eq!(serde_json::from_str::<Package>(&text).expect("our own"), package);
    }
}

//! Owns what a learner may choose about the look of the page; knows no browser.

use serde::{Deserialize, Serialize};

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark ink on a light ground.
    Light,
    /// Light ink on a dark ground.
    Dark,
}

/// How large text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TextSize {
    /// Seven eighths.
    Small,
    /// As designed.
    #[default]
    Medium,
    /// Nine eighths.
    Large,
    /// Five quarters.
    Larger,
}

/// Whether things may move.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Motion {
    /// As the system has it.
    #[default]
    System,
    /// Nothing moves.
    Reduced,
}

/// Everything a learner has chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// How large text is.
    pub text_size: TextSize,
    /// Whether things may move.
    pub motion: Motion,
}

impl Theme {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The word in storage and in the style sheets.
    pub const fn word(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl TextSize {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Small, Self::Medium, Self::Large, Self::Larger];

    /// The word in storage and in the style sheets.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Medium => "medium",
            Self::Large => "large",
            Self::Larger => "larger",
        }
    }

    /// The size of code in the editor and the console.
    pub const fn code_pixels(self) -> f64 {
        match self {
            Self::Small => 13.0,
            Self::Medium => 14.0,
            Self::Large => 16.0,
            Self::Larger => 18.0,
        }
    }
}

impl Motion {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::System, Self::Reduced];

    /// The word in storage and in the style sheets.
    pub const fn word(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Reduced => "reduced",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Settings, TextSize, Theme};

    #[test]
    fn missing_and_future_settings_are_no_trouble() {
        let read: Settings =
            serde_json::from_str(r#"{"theme":"dark","later":[1]}"#).expect("it is JSON");
        assert_eq!(read, Settings { theme: Theme::Dark, ..Settings::default() });
    }

    #[test]
    fn the_words_are_those_of_storage() {
        for size in TextSize::ALL {
            assert_eq!(serde_json::to_string(&size).expect("plain"), format!("{:?}", size.word()));
        }
    }
}

//! Owns what a page that shows this one in a frame may ask: which view, in which look, without
//! which parts, and the few calls that concern views.
//!
//! All of it comes from outside and is examined here. It knows neither frame nor message; the
//! calls that run programs are the host's own (`docs/embedding.md` tells of both).

use serde::{Deserialize, Serialize};

use crate::{progress::Progress, route::Route, settings::Theme, transfer};

/// What the address asks of an embedded page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Embed {
    /// What is shown.
    pub view: View,
    /// Light or dark, if it says so.
    pub theme: Option<Theme>,
    /// The parts that are not shown, in one text as the style sheets want it.
    pub hidden: String,
}

/// What an embedded page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum View {
    /// Nothing: programs are run by messages.
    Nothing,
    /// A page of the product.
    Page(Route),
    /// It asks for something else.
    Unknown(String),
}

/// The parts that can be left out.
pub const PARTS: [&str; 14] = [
    "task",
    "title",
    "help",
    "solution",
    "files",
    "options",
    "share",
    "reset",
    "console",
    "checks",
    "timeline",
    "questions",
    "exercises",
    "end",
];

impl Embed {
    /// Reads the part of an address after `?`; `None` if the page is not embedded.
    pub fn parse(query: &str) -> Option<Self> {
        let mut embed = None;
        let (mut theme, mut hidden) = (None, Vec::new());
        for pair in query.trim_start_matches('?').split('&') {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            match name {
                "embed" => embed = Some(View::parse(value)),
                "theme" => theme = Theme::ALL.into_iter().find(|it| it.word() == value),
                "hide" => {
                    hidden.extend(value.split([',', '+', ' ']).filter(|it| PARTS.contains(it)));
                }
                _ => {}
            }
        }
        Some(Self { view: embed?, theme, hidden: hidden.join(" ") })
    }

    /// Returns the page to begin with.
    pub fn route(&self) -> Option<&Route> {
        match &self.view {
            View::Page(route) => Some(route),
            View::Nothing | View::Unknown(_) => None,
        }
    }
}

impl View {
    fn parse(text: &str) -> Self {
        if text.is_empty() {
            return Self::Nothing;
        }
        // `URLSearchParams` encodes what divides a route as well; the route decodes the rest.
        let dividers = [("%2F", "/"), ("%3F", "?"), ("%3D", "=")];
        let text = dividers.iter().fold(text.to_owned(), |text, (encoded, divider)| {
            text.replace(encoded, divider).replace(&encoded.to_lowercase(), divider)
        });
        match Route::parse(&text) {
            route if is_shown(&route) => Self::Page(route),
            _ => Self::Unknown(text.chars().take(100).collect()),
        }
    }
}

/// Only what a frame is for: no settings, no search, no way to what is stored.
fn is_shown(route: &Route) -> bool {
    matches!(route, Route::Lesson { .. } | Route::Exercise(_) | Route::Playground(_))
}

/// A call that concerns views.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Another page.
    Show(Route),
    /// Another look.
    Theme(Theme),
    /// What the learner has done, as a text to be kept.
    Save,
    /// Such a text again.
    Restore(String),
    /// How far the learner is.
    Progress,
}

/// What a call brings along; all that is not needed is ignored.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Options {
    page: Option<String>,
    theme: Option<String>,
    saved: Option<String>,
}

impl Request {
    /// Reads a call; `None` if it is none of these, and a sentence if it is wrong.
    pub fn parse(call: &str, options: &str) -> Option<Result<Self, &'static str>> {
        let options = || serde_json::from_str::<Options>(options).unwrap_or_default();
        Some(match call {
            "show" => match options().page.map(|it| Route::parse(&it)) {
                Some(route) if is_shown(&route) => Ok(Self::Show(route)),
                _ => Err(
                    "`page` must name a lesson, an exercise or the playground: \"lesson/ID\", \"exercise/ID\" or \"play\"",
                ),
            },
            "theme" => {
                let word = options().theme.unwrap_or_default();
                let theme = Theme::ALL.into_iter().find(|it| it.word() == word);
                theme.map(Self::Theme).ok_or("`theme` must be \"light\", \"dark\" or \"system\"")
            }
            "save" => Ok(Self::Save),
            "restore" => match options().saved {
                Some(text) if text.len() <= transfer::MAX_BYTES => Ok(Self::Restore(text)),
                Some(_) => Err("`saved` is larger than anything this page saves"),
                None => Err("`saved` must be a text that \"save\" has given"),
            },
            "progress" => Ok(Self::Progress),
            _ => return None,
        })
    }
}

/// How far a learner is, as an embedding page is told.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Told<'a> {
    exercises: Vec<ToldExercise<'a>>,
    lessons: Vec<ToldLesson<'a>>,
}

#[derive(Debug, PartialEq, Eq, Serialize)]
struct ToldExercise<'a> {
    id: &'a str,
    passed: bool,
    attempts: u32,
}

#[derive(Debug, PartialEq, Eq, Serialize)]
struct ToldLesson<'a> {
    id: &'a str,
    read: bool,
}

impl<'a> Told<'a> {
    /// Puts what was done into the words of `docs/embedding.md`.
    pub fn of(progress: &'a Progress) -> Self {
        let exercises = progress.exercises.iter();
        let lessons = progress.lessons.iter();
        Self {
            exercises: exercises
                .map(|(id, it)| ToldExercise { id, passed: it.is_passed, attempts: it.attempts })
                .collect(),
            lessons: lessons.map(|(id, it)| ToldLesson { id, read: it.is_read }).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Embed, Request, Told, View};
    use crate::{progress::Progress, route::Route, settings::Theme};

    #[test]
    fn the_address_says_what_is_shown_and_how() {
        let embed = Embed::parse("?embed=exercise/parse-port&theme=dark&hide=share,help,nonsense");
        let embed = embed.expect("it is embedded");
        assert_eq!(embed.view, View::Page(Route::Exercise("parse-port".into())));
        assert_eq!(embed.theme, Some(Theme::Dark));
        assert_eq!(embed.hidden, "share help");
        let view = |query: &str| Embed::parse(query).map(|it| it.view);
        assert_eq!(view("?embed"), Some(View::Nothing));
        assert_eq!(view("?embed=lesson%2Frace"), Some(View::Page(Route::lesson("race"))));
        let block = Some(View::Page(Route::parse("#/lesson/race?block=2")));
        assert_eq!(view("?embed=lesson%2Frace%3Fblock%3D2"), block);
        assert_eq!(view("?embed=lesson/race?block=2"), block);
        assert_eq!(view("?embed=play"), Some(View::Page(Route::Playground(None))));
        assert_eq!(view("?embed=settings"), Some(View::Unknown("settings".into())));
        assert_eq!(view("?theme=dark"), None);
        assert_eq!(view(""), None);
    }

    #[test]
    fn calls_are_examined() {
        let parse = |call: &str, options: &str| Request::parse(call, options);
        let shown = parse("show", r#"{"page": "lesson/race?block=2", "other": [1]}"#);
        assert_eq!(shown, Some(Ok(Request::Show(Route::parse("#/lesson/race?block=2")))));
        assert_eq!(parse("theme", r#"{"theme": "dark"}"#), Some(Ok(Request::Theme(Theme::Dark))));
        assert!(parse("show", r#"{"page": "settings"}"#).is_some_and(|it| it.is_err()));
        assert!(parse("show", "not json").is_some_and(|it| it.is_err()));
        assert!(parse("restore", r#"{"saved": 1}"#).is_some_and(|it| it.is_err()));
        assert_eq!(parse("run", "{}"), None);
    }

    #[test]
    fn progress_is_told_in_documented_words() {
        let mut progress = Progress::default();
        progress.attempt("a", true);
        progress.finish_lesson("l");
        let told = serde_json::to_string(&Told::of(&progress)).expect("plain");
        assert_eq!(
            told,
            r#"{"exercises":[{"id":"a","passed":true,"attempts":1}],"lessons":[{"id":"l","read":true}]}"#
        );
    }
}

//! Owns the icons: one stroke each, in the color of the text around them.

use leptos::prelude::*;

/// Which icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Start a program.
    Play,
    /// Stop it.
    Stop,
    /// Put something back.
    Reset,
    /// Done, or right.
    Check,
    /// Wrong.
    Cross,
    /// Go on.
    Right,
    /// Go back.
    Left,
    /// Look for something.
    Search,
    /// Choose how things are.
    Settings,
    /// A thing to know.
    Info,
    /// A hint.
    Bulb,
    /// Make a new one.
    Plus,
    /// Give away.
    Share,
    /// Time.
    Clock,
    /// An exercise.
    Pencil,
    /// A free program.
    Prompt,
    /// Choices that are seldom needed.
    More,
    /// Fetch a file.
    Download,
    /// Less.
    Minus,
    /// All of it.
    Fit,
    /// To the first.
    First,
    /// To the last.
    Last,
    /// Program steps.
    Steps,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Play => "M8 5.5v13l10.500-6.500z",
            Self::Stop => "M7 7h10v10H7z",
            Self::Reset => "M4.500 12a7.500 7.500 0 1 0 2.400-5.500M4.500 4.500v4h4",
            Self::Check => "M5 12.500l4.500 4.500L19 7.500",
            Self::Cross => "M6.500 6.500l11 11M17.500 6.500l-11 11",
            Self::Right => "M5 12h13.500M13 6.500l5.500 5.500-5.500 5.500",
            Self::Left => "M19 12H5.500M11 6.500L5.500 12l5.500 5.500",
            Self::Search => "M10.500 4.500a6 6 0 1 1 0 12 6 6 0 0 1 0-12zM15 15l5 5",
            Self::Settings => "M4 7h9M17 7h3M4 12h3M11 12h9M4 17h11M19 17h1M13 5v4M7 10v4M15 15v4",
            Self::Info => "M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM12 11v5.500M12 7.500v.5",
            Self::Bulb => {
                "M9 17.500h6M10 20.500h4M12 3.500a6 6 0 0 1 3.600 10.800c-.6.5-.9 1.200-.9 2H9.300c0-.8-.3-1.500-.9-2A6 6 0 0 1 12 3.500z"
            }
            Self::Plus => "M12 5.500v13M5.500 12h13",
            Self::Share => "M12 15V4.500M8 8l4-4 4 4M5 13v6.500h14V13",
            Self::Clock => "M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM12 7.500V12l3 2",
            Self::Pencil => "M4.500 19.500l1-4L16 5l3 3L8.500 18.500zM14 7l3 3",
            Self::Prompt => "M5 7.500l4.500 4.500L5 16.500M12 17h7",
            Self::More => "M5.500 12h.01M12 12h.01M18.500 12h.01",
            Self::Minus => "M5.500 12h13",
            Self::Fit => "M4.500 9V4.500H9M15 4.500h4.500V9M19.500 15v4.500H15M9 19.500H4.500V15",
            Self::First => "M6.500 6v12M18 6.500L10.500 12l7.500 5.500z",
            Self::Last => "M17.500 6v12M6 6.500l7.500 5.500L6 17.500z",
            Self::Steps => "M4.500 18.500h5v-4.500h5V9.500h5V5",
            Self::Download => "M12 4.500V15M8 11l4 4 4-4M5 19.500h14",
        }
    }
}

/// Draws an icon; a screen reader does not see it, so words must stand beside it.
#[component]
pub fn Glyph(
    /// Which icon.
    icon: Icon,
) -> impl IntoView {
    let fill = if matches!(icon, Icon::Play | Icon::Stop) { "currentColor" } else { "none" };
    view! {
        <svg class="glyph" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path
                d=icon.path()
                fill=fill
                stroke="currentColor"
                stroke-width="1.75"
                stroke-linecap="round"
                stroke-linejoin="round"
            />
        </svg>
    }
}

/// The mark of the product.
#[component]
pub fn Mark() -> impl IntoView {
    view! {
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <rect width="32" height="32" rx="9" fill="var(--accent)"></rect>
            <path
                d="M7.500 9.500c0 8.500 3.600 14 8.500 16 4.900-2 8.500-7.500 8.500-16-4.300.4-7.100 2.400-8.500 5.300-1.400-2.900-4.200-4.900-8.500-5.300z"
                fill="var(--on-accent)"
            ></path>
            <path d="M16 15.500v10" stroke="var(--accent)" stroke-width="1.750" stroke-linecap="round"></path>
        </svg>
    }
}

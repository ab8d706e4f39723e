//! Owns the line between the two parts that the page's wasm is cut into: what a lesson needs to be
//! read comes first; everything that [`Later`] names comes after it, in a file of its own.
//!
//! The build's cut follows who calls whom: what only [`table`] leads to is in the second part. So
//! the first part calls the second through a [`Later`], and never by name; views of the second
//! part are put into a page by [`late`]. It knows nothing of how the file is fetched (`boot.js`).

use std::{fmt, rc::Rc, sync::Arc, sync::OnceLock};

use leptos::{prelude::*, task::spawn_local};
use vivarium_course::model::{Course, Figure, Lesson};

use crate::{
    embed::Embed,
    frame,
    host::{self, Interpreter, Told},
    lms::{Lms, Owner},
    pages,
    panes::{
        advice::AdviceNote,
        lms_bar::LmsBar,
        share::{self, Sharing},
        steps::FigureView,
        timeline::{BlockTimeline, Explored},
    },
    parts::notice::{Notice, Tone},
    recording::Recording,
    route::Route,
    session::{Session, use_session},
    strings,
};

/// What the second part offers.
#[derive(Debug)]
pub struct Later {
    /// Starts the interpreter, and the interface that other pages run programs by.
    pub interpreter: fn(Told) -> Rc<dyn Interpreter>,
    /// Draws a page that needs no course.
    pub page: fn(Route) -> AnyView,
    /// Draws a page that needs the course.
    pub course_page: fn(Route, Arc<Course>) -> AnyView,
    /// Draws a figure of a lesson.
    pub figure: fn(Arc<Lesson>, Figure) -> AnyView,
    /// Draws the timeline of a block.
    pub timeline: fn(Recording, Callback<(), Explored>, Callback<u32>) -> AnyView,
    /// Draws the note on a likely mistake.
    pub advice: fn(Signal<Option<String>>, RwSignal<String>) -> AnyView,
    /// Makes a link of a program.
    pub share: fn(Sharing),
    /// Draws what came of that.
    pub offer: fn(Sharing) -> AnyView,
    /// Saves everything stored as a file.
    pub save: fn(Session),
    /// Begins to talk with the page around this one.
    pub begin_frame: fn(Session, &Embed),
    /// Calls the LMS, if the page came in a package for one.
    pub call_lms: fn() -> Option<(Lms, Owner)>,
    /// The course is here, so the conversation with the LMS begins.
    pub begin_lms: fn(Lms, Session, &Course),
    /// Draws how things stand with the LMS.
    pub lms_bar: fn(Lms) -> AnyView,
}

static TABLE: Later = Later {
    interpreter: host::start,
    page,
    course_page,
    figure: |lesson, figure| view! { <FigureView lesson=lesson figure=figure/> }.into_any(),
    timeline: |recording, program, on_replay| {
        view! { <BlockTimeline recording=recording program=program on_replay=on_replay/> }
            .into_any()
    },
    advice: |errors, code| view! { <AdviceNote errors=errors code=code/> }.into_any(),
    share: Sharing::share,
    offer: share::offer,
    save: |session| crate::browser::download(strings::EXPORT_FILE, &session.export()),
    begin_frame: frame::begin,
    call_lms: Lms::call,
    begin_lms: |lms, session, course| lms.begin(session, course),
    lms_bar: |lms| view! { <LmsBar lms=lms/> }.into_any(),
};

fn page(route: Route) -> AnyView {
    match route {
        Route::Playground(None) => view! { <pages::playground::Playground/> }.into_any(),
        Route::Playground(Some(packed)) => {
            view! { <pages::visit::Visit packed=packed/> }.into_any()
        }
        Route::Settings => view! { <pages::settings::SettingsPage/> }.into_any(),
        Route::About => view! { <pages::about::About/> }.into_any(),
        _ => view! { <pages::not_found::NotFound/> }.into_any(),
    }
}

fn course_page(route: Route, course: Arc<Course>) -> AnyView {
    match route {
        Route::Exercise(id) => {
            view! { <pages::exercise::ExercisePage course=course id=id/> }.into_any()
        }
        Route::Search(_) => view! { <pages::search::SearchPage/> }.into_any(),
        Route::Class => view! { <pages::class::ClassPage course=course/> }.into_any(),
        Route::Package => view! { <pages::package::PackagePage course=course/> }.into_any(),
        _ => view! { <pages::not_found::NotFound/> }.into_any(),
    }
}

/// The second part could not be loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing;

impl fmt::Display for Missing {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(strings::LATER_MISSING)
    }
}

mod cut {
    //! The place where the build cuts; the macro makes an import and an export of one function.
    #![expect(clippy::unnecessary_wraps, reason = "what is loaded first may not come")]

    use super::{Later, Missing, TABLE};
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    impl From<SplitLoaderError> for Missing {
        fn from(_: SplitLoaderError) -> Self {
            Self
        }
    }

    #[wasm_split(later, fallible)]
    pub(super) fn table() -> Result<&'static Later, Missing> {
        Ok(&TABLE)
    }
}

static HERE: OnceLock<&'static Later> = OnceLock::new();

/// Waits for the second part. After a failure it is tried anew.
pub async fn load() -> Result<&'static Later, Missing> {
    if let Some(later) = here() {
        return Ok(later);
    }
    let later = cut::table().await?;
    Ok(HERE.get_or_init(|| later))
}

/// Returns the second part, if it is here.
pub fn here() -> Option<&'static Later> {
    HERE.get().copied()
}

/// Does something with the second part: at once, or when it is here.
pub fn with(act: impl FnOnce(&'static Later) + 'static) {
    if let Some(later) = here() {
        return act(later);
    }
    spawn_local(async move {
        if let Ok(later) = load().await {
            act(later);
        }
    });
}

/// How far the second part is on its way.
#[derive(Clone, Copy, Debug)]
pub enum LaterState {
    /// It is being fetched.
    Loading,
    /// It is here.
    Here(&'static Later),
    /// It cannot be had.
    Failed,
}

/// Draws a part of a page once the second part is here; nothing before.
pub fn late(draw: impl Fn(&'static Later) -> AnyView + Send + 'static) -> AnyView {
    let state = use_session().later;
    let drawn = move || match state.get() {
        LaterState::Here(later) => Some(untrack(|| draw(later))),
        LaterState::Loading | LaterState::Failed => None,
    };
    drawn.into_any()
}

/// Draws a whole page once the second part is here, and says what is the matter before.
pub fn late_page(draw: impl Fn(&'static Later) -> AnyView + Send + 'static) -> AnyView {
    let state = use_session().later;
    let drawn = move || match state.get() {
        LaterState::Here(later) => untrack(|| draw(later)),
        LaterState::Loading => {
            view! { <p class="waiting" role="status">{strings::PAGE_LOADS}</p> }.into_any()
        }
        LaterState::Failed => view! {
            <div class="page-notice" role="alert">
                <Notice tone=Tone::Bad><p>{strings::LATER_MISSING}</p></Notice>
            </div>
        }
        .into_any(),
    };
    drawn.into_any()
}

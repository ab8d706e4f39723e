//! Owns the frame round every page: header, notices, and which page is shown.

use leptos::{ev::SubmitEvent, html, prelude::*};

use crate::{
    browser::{self, Update},
    embed::{Embed, View},
    later::{self, Later, late, late_page},
    pages,
    panes::status::{PythonBar, PythonNotice},
    parts::{
        icon::{Glyph, Icon, Mark},
        notice::{Notice, Tone},
    },
    route::Route,
    session::{CourseState, Session, use_session},
    store::{Keeping, ShelfError},
    strings,
};

/// The whole page.
#[component]
pub fn App(
    /// The part of the page that comes later, where the page cannot begin without it.
    later: Option<&'static Later>,
) -> impl IntoView {
    let session = Session::open(later);
    provide_context(session);
    if let Some(embed) = Embed::parse(&browser::query()) {
        return embedded(&embed.view);
    }
    view! {
        // The address belongs to the routes, so the link to the content moves the focus by hand.
        <a
            class="skip"
            href="#main"
            on:click=move |event| {
                event.prevent_default();
                browser::reveal("main");
            }
        >
            {strings::SKIP}
        </a>
        <Header/>
        <Banners/>
        <main id="main" tabindex="-1">
            <Outlet/>
        </main>
    }
    .into_any()
}

/// What stands in the frame of another page: no name, no ways, no search.
fn embedded(shown: &View) -> AnyView {
    match shown {
        View::Nothing => view! { <p class="embedded">{strings::EMBEDDED}</p> }.into_any(),
        View::Unknown(asked) => {
            view! { <p class="embedded" role="alert">{strings::embed_unknown(asked)}</p> }
                .into_any()
        }
        View::Page(_) => view! {
            <div class="embed-bar"><PythonBar/></div>
            <PythonNotice/>
            <main id="main" tabindex="-1">
                <Outlet/>
            </main>
        }
        .into_any(),
    }
}

/// Name, ways, search.
#[component]
fn Header() -> impl IntoView {
    let session = use_session();
    let is_current = move |route: Route| {
        move || session.route.with(|it| it.is_same_page(&route)).then_some("page")
    };
    view! {
        <header class="top">
            <a class="brand" href=Route::Home.href() aria-current=is_current(Route::Home)>
                <Mark/>
                <span>{strings::NAME}</span>
            </a>
            <nav class="ways" aria-label=strings::MAIN_NAVIGATION>
                <a
                    href=Route::Playground(None).href()
                    aria-current=is_current(Route::Playground(None))
                    aria-label=strings::PLAYGROUND
                >
                    <Glyph icon=Icon::Prompt/>
                    <span>{strings::PLAYGROUND}</span>
                </a>
                <SearchField/>
                <a
                    class="way-search"
                    href=Route::Search(String::new()).href()
                    aria-label=strings::SEARCH
                    title=strings::SEARCH
                >
                    <Glyph icon=Icon::Search/>
                </a>
                <a
                    href=Route::Settings.href()
                    aria-current=is_current(Route::Settings)
                    aria-label=strings::SETTINGS
                    title=strings::SETTINGS
                >
                    <Glyph icon=Icon::Settings/>
                </a>
                <a
                    href=Route::About.href()
                    aria-current=is_current(Route::About)
                    aria-label=strings::ABOUT
                    title=strings::ABOUT
                >
                    <Glyph icon=Icon::Info/>
                </a>
            </nav>
            <PythonBar/>
        </header>
    }
}

/// Leads to the search from every page.
#[component]
fn SearchField() -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    let search = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(field) = field.get_untracked() {
            browser::go(&Route::Search(field.value()));
            field.set_value("");
        }
    };
    view! {
        <form class="top-search" role="search" aria-label=strings::SEARCH_EVERYWHERE on:submit=search>
            <Glyph icon=Icon::Search/>
            <input
                type="search"
                aria-label=strings::SEARCH_LESSONS
                placeholder=strings::SEARCH_LESSONS
                node_ref=field
            />
        </form>
    }
}

/// What a learner must know wherever they are.
#[component]
fn Banners() -> impl IntoView {
    let session = use_session();
    let keeping = move || {
        let reason = match session.keeping.get() {
            Keeping::Stored => return None,
            Keeping::InMemory(ShelfError::Refused) => strings::STORAGE_REFUSED,
            Keeping::InMemory(ShelfError::Full) => strings::STORAGE_FULL,
        };
        let save = move |_| later::with(move |it| (it.save)(session));
        Some(view! {
            <div class="page-notice" role="status">
                <Notice tone=Tone::Plain>
                    <p>{reason}</p>
                    <button type="button" class="button button-small" on:click=save>
                        <Glyph icon=Icon::Download/>
                        {strings::DOWNLOAD_PROGRESS}
                    </button>
                </Notice>
            </div>
        })
    };
    view! {
        <div class="banners">
            <UpdateNotice/>
            {session.lms.map(|lms| late(move |it| (it.lms_bar)(lms)))}
            {keeping}
            <PythonNotice/>
        </div>
    }
}

/// Offers a newer build that is there; nothing is loaded before the learner says so.
#[component]
fn UpdateNotice() -> impl IntoView {
    let update = RwSignal::new(browser::update());
    window_event_listener_untyped("vivarium-update", move |_| update.set(browser::update()));
    move || {
        let (reason, can_wait) = match update.get() {
            Update::None => return None,
            Update::Waiting => (strings::UPDATE_WAITING, true),
            Update::Stale => (strings::UPDATE_STALE, false),
        };
        let later = can_wait.then(|| {
            view! {
                <button
                    type="button"
                    class="button button-quiet button-small"
                    on:click=move |_| update.set(Update::None)
                >
                    {strings::UPDATE_LATER}
                </button>
            }
        });
        Some(view! {
            <div class="page-notice" role="status">
                <Notice tone=Tone::Plain>
                    <p>{reason}</p>
                    <p>
                        <button
                            type="button"
                            class="button button-small"
                            on:click=|_| browser::apply_update()
                        >
                            {strings::UPDATE_NOW}
                        </button>
                        {later}
                    </p>
                </Notice>
            </div>
        })
    }
}

/// The page that the address names.
#[component]
fn Outlet() -> impl IntoView {
    let session = use_session();
    // A place inside a page is no other page: it scrolls and leaves the page as it is.
    let page = Memo::new(move |before: Option<&Route>| {
        let route = session.route.get();
        match before {
            Some(before) if before.is_same_page(&route) => before.clone(),
            _ => route,
        }
    });
    Effect::new(move |before: Option<Route>| {
        let now = page.get();
        if before.is_some_and(|before| before != now) {
            browser::scroll_to_top();
            browser::reveal("main");
            browser::scroll_to_top();
        }
        now
    });
    move || {
        let route = page.get();
        browser::set_title(&strings::page_title(&route, None));
        match route {
            Route::Playground(_) | Route::Settings | Route::About => {
                late_page(move |it| (it.page)(route.clone()))
            }
            Route::NotFound(_) => view! { <pages::not_found::NotFound/> }.into_any(),
            Route::Search(_) => {
                view! { <CourseGate page=Route::Search(String::new())/> }.into_any()
            }
            route => view! { <CourseGate page=route/> }.into_any(),
        }
    }
}

/// Shows a page that needs the course once the course is here.
#[component]
fn CourseGate(
    /// The page.
    page: Route,
) -> impl IntoView {
    let session = use_session();
    move || {
        let course = match session.course.get() {
            CourseState::Ready(course) => course,
            CourseState::Loading => {
                return view! { <p class="waiting" role="status">{strings::COURSE_LOADS}</p> }
                    .into_any();
            }
            CourseState::Failed(message) => {
                return view! {
                    <div class="page-notice" role="alert">
                        <Notice tone=Tone::Bad><p>{strings::course_failed(&message)}</p></Notice>
                    </div>
                }
                .into_any();
            }
        };
        match page.clone() {
            Route::Home => view! { <pages::home::Home course=course/> }.into_any(),
            Route::Module(id) => {
                view! { <pages::module::ModulePage course=course id=id/> }.into_any()
            }
            Route::Lesson { id, .. } => {
                view! { <pages::lesson::LessonPage course=course id=id/> }.into_any()
            }
            route @ (Route::Exercise(_) | Route::Search(_) | Route::Class | Route::Package) => {
                late_page(move |it| (it.course_page)(route.clone(), course.clone()))
            }
            Route::Playground(_) | Route::Settings | Route::About | Route::NotFound(_) => {
                view! { <pages::not_found::NotFound/> }.into_any()
            }
        }
    }
}

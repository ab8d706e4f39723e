//! Owns the state that all pages share, as signals, and keeps it stored.
//!
//! A [`Session`] is given by context. Pages read its signals and change them through its
//! methods, which write to the store and follow what other tabs write.

use std::{rc::Rc, sync::Arc};

use leptos::{prelude::*, task::spawn_local, web_sys};
use serde::{Serialize, de::DeserializeOwned};
use vivarium_course::model::{Course, FORMAT_VERSION};
use vivarium_webhost::Progress as HostProgress;

use crate::{
    browser::{self, storage},
    embed::Embed,
    host::Python,
    later::{self, Later, LaterState},
    lms::{Lms, Owner},
    progress::Progress,
    route::Route,
    search::SearchIndex,
    settings::{Settings, Theme},
    share::Shared,
    store::{Keeping, Key, Shelf, Store},
    transfer::{self, TransferError},
};

/// How far the course is on its way.
#[derive(Clone, Debug)]
pub enum CourseState {
    /// It is being fetched.
    Loading,
    /// It is here.
    Ready(Arc<Course>),
    /// It cannot be had, and why.
    Failed(String),
}

/// How far Python is on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PythonState {
    /// Bytes are coming.
    Loading {
        /// Bytes that are here.
        loaded: u64,
        /// Bytes in all; 0 if that is unknown.
        total: u64,
    },
    /// The interpreter is being compiled and started.
    Starting,
    /// Programs start at once.
    Ready {
        /// Whether programs can wait: for input, for each other, for time.
        can_block: bool,
    },
    /// It cannot be had, and why.
    Failed(String),
}

/// The state that all pages share.
#[derive(Clone, Copy)]
pub struct Session {
    /// The page the address names.
    pub route: RwSignal<Route>,
    /// The course.
    pub course: RwSignal<CourseState>,
    /// The interpreter.
    pub python: RwSignal<PythonState>,
    /// The part of the page that comes after what a lesson needs.
    pub later: RwSignal<LaterState>,
    /// What the learner has done.
    pub progress: RwSignal<Progress>,
    /// What the learner has chosen.
    pub settings: RwSignal<Settings>,
    /// Whether all of it is stored.
    pub keeping: RwSignal<Keeping>,
    /// What another tab has changed last.
    pub changed_elsewhere: RwSignal<Option<Key>>,
    /// The conversation with an LMS, if the page came in a package for one.
    pub lms: Option<Lms>,
    part: StoredValue<storage::BrowserShelf>,
    /// A program of somebody else that came as a file.
    pub brought: StoredValue<Option<Shared>>,
    store: StoredValue<Store, LocalStorage>,
    host: StoredValue<Option<Python>, LocalStorage>,
    index: StoredValue<Option<Rc<SearchIndex>>, LocalStorage>,
}

impl Session {
    /// Reads what is stored, and begins to fetch the course and Python. `later` is given where the page
    /// cannot begin without it.
    pub fn open(later: Option<&'static Later>) -> Self {
        // A page around this one sees nothing of what the learner has stored.
        let embed = Embed::parse(&browser::query());
        let is_embedded = embed.is_some();
        let lms = later.filter(|_| !is_embedded).and_then(|it| (it.call_lms)());
        let (lms, owner) = lms.unzip();
        let part = owner.as_ref().map_or_else(storage::BrowserShelf::of_place, shelf_of);
        let shelf: Box<dyn Shelf> =
            if is_embedded { Box::new(storage::NoShelf) } else { Box::new(part.clone()) };
        let mut store = Store::new(shelf);
        if owner == Some(Owner::Nameless) {
            store.clear();
        }
        let shown = embed.as_ref().and_then(Embed::route).cloned();
        let theme = embed.as_ref().and_then(|it| it.theme);
        let session = Self {
            route: RwSignal::new(Route::Home),
            course: RwSignal::new(CourseState::Loading),
            python: RwSignal::new(PythonState::Loading { loaded: 0, total: 0 }),
            later: RwSignal::new(later.map_or(LaterState::Loading, LaterState::Here)),
            progress: RwSignal::new(store.get(&Key::Progress).unwrap_or_default()),
            settings: RwSignal::new(settings(&store, theme)),
            keeping: RwSignal::new(store.keeping()),
            changed_elsewhere: RwSignal::new(None),
            lms,
            part: StoredValue::new(part),
            brought: StoredValue::new(None),
            store: StoredValue::new_local(store),
            host: StoredValue::new_local(None),
            index: StoredValue::new_local(None),
        };
        session.follow_browser(shown.clone());
        if !is_embedded || shown.is_some() {
            session.load_course();
        }
        if let (Some(embed), Some(later)) = (&embed, later) {
            (later.begin_frame)(session, embed);
        }
        session.load_python();
        session
    }

    /// `shown` is the page of an address that names none.
    fn follow_browser(self, shown: Option<Route>) {
        let read = move || match (Route::parse(&browser::hash()), &shown) {
            (Route::Home, Some(shown)) => shown.clone(),
            (route, _) => route,
        };
        self.route.set(read());
        window_event_listener_untyped("hashchange", move |_| self.route.set(read()));
        window_event_listener_untyped("storage", move |event| {
            use wasm_bindgen::JsCast as _;
            let name =
                event.dyn_ref::<web_sys::StorageEvent>().and_then(web_sys::StorageEvent::key);
            self.follow_tab(name.as_deref());
        });
        Effect::new(move |_| browser::apply(self.settings.get()));
        if let (Some(lms), Some(later)) = (self.lms, later::here()) {
            Effect::new(move |_| {
                if let Some(course) = self.ready_course() {
                    untrack(|| (later.begin_lms)(lms, self, &course));
                }
            });
        }
    }

    /// Another tab has written under `name`, or has cleared everything.
    fn follow_tab(self, name: Option<&str>) {
        let parse = |name| self.part.with_value(|part| part.inner_name(name).and_then(Key::parse));
        let key = match name {
            Some(name) => match parse(name) {
                Some(key) => Some(key),
                None => return,
            },
            None => None,
        };
        if let Some(key) = &key {
            self.store.update_value(|store| store.follow_shelf(key));
        }
        let concerns = |wanted: Key| key.is_none() || key == Some(wanted);
        if concerns(Key::Progress) {
            match self.stored::<Progress>(&Key::Progress) {
                Some(theirs) => self.progress.update(|ours| ours.merge(&theirs)),
                None => self.progress.set(Progress::default()),
            }
        }
        if concerns(Key::Settings) {
            self.settings.set(self.stored(&Key::Settings).unwrap_or_default());
        }
        self.note_keeping();
        self.changed_elsewhere.set(key);
    }

    fn load_course(self) {
        spawn_local(async move {
            let state = match browser::asset("lessons.json").await {
                Ok(bytes) => match serde_json::from_slice::<Course>(&bytes) {
                    Ok(course) if course.format_version == FORMAT_VERSION => {
                        CourseState::Ready(Arc::new(course))
                    }
                    Ok(_) => CourseState::Failed(crate::strings::COURSE_OTHER_VERSION.to_owned()),
                    Err(error) => CourseState::Failed(error.to_string()),
                },
                Err(message) => CourseState::Failed(message),
            };
            self.course.set(state);
        });
    }

    fn load_python(self) {
        let python = Python::new(move |progress| {
            let state = match progress {
                HostProgress::Loading { loaded, total } => PythonState::Loading { loaded, total },
                HostProgress::Starting => PythonState::Starting,
                HostProgress::Ready => return,
                HostProgress::Failed(message) => PythonState::Failed(message),
            };
            self.python.set(state);
        });
        self.host.set_value(Some(python.clone()));
        spawn_local(async move {
            self.later.set(match later::load().await {
                Ok(later) => LaterState::Here(later),
                Err(later::Missing) => LaterState::Failed,
            });
            self.python.set(match python.ready().await {
                Ok(()) => PythonState::Ready { can_block: python.can_block().unwrap_or(true) },
                Err(error) => PythonState::Failed(error.to_string()),
            });
        });
    }

    /// Returns the interpreter's handle, which exists from the start.
    pub fn host(self) -> Option<Python> {
        self.host.get_value()
    }

    /// Tries again to fetch Python, after it failed.
    pub fn retry_python(self) {
        if later::here().is_none() {
            self.later.set(LaterState::Loading);
        }
        self.python.set(PythonState::Loading { loaded: 0, total: 0 });
        self.load_python();
    }

    /// Returns the course, if it is here.
    pub fn ready_course(self) -> Option<Arc<Course>> {
        match self.course.get() {
            CourseState::Ready(course) => Some(course),
            CourseState::Loading | CourseState::Failed(_) => None,
        }
    }

    /// Returns the course, if it is here, and follows nothing.
    pub fn ready_course_untracked(self) -> Option<Arc<Course>> {
        untrack(|| self.ready_course())
    }

    /// Returns the index of the course, which the first search makes.
    pub fn index(self) -> Option<Rc<SearchIndex>> {
        if let Some(index) = self.index.get_value() {
            return Some(index);
        }
        let index = Rc::new(SearchIndex::new(&*self.ready_course()?));
        self.index.set_value(Some(index.clone()));
        Some(index)
    }

    /// Returns a stored value.
    pub fn stored<T: DeserializeOwned>(self, key: &Key) -> Option<T> {
        self.store.with_value(|store| store.get(key))
    }

    /// Stores a value.
    pub fn keep<T: Serialize>(self, key: &Key, value: &T) {
        self.store.update_value(|store| store.put(key, value));
        self.note_keeping();
    }

    /// Forgets a value.
    pub fn forget(self, key: &Key) {
        self.store.update_value(|store| store.remove(key));
        self.note_keeping();
    }

    fn note_keeping(self) {
        let keeping = self.store.with_value(Store::keeping);
        if self.keeping.get_untracked() != keeping {
            self.keeping.set(keeping);
        }
    }

    /// Changes the progress, together with what other tabs have stored meanwhile.
    pub fn change_progress<T>(self, change: impl FnOnce(&mut Progress) -> T) -> T {
        let theirs: Option<Progress> = self.stored(&Key::Progress);
        let mut progress = self.progress.get_untracked();
        if let Some(theirs) = theirs {
            progress.merge(&theirs);
        }
        let result = change(&mut progress);
        self.keep(&Key::Progress, &progress);
        self.progress.set(progress);
        result
    }

    /// Changes the settings.
    pub fn change_settings(self, change: impl FnOnce(&mut Settings)) {
        let mut settings = self.settings.get_untracked();
        change(&mut settings);
        self.keep(&Key::Settings, &settings);
        self.settings.set(settings);
    }

    /// Carries everything to the part of the storage that is its owner's, who has become known.
    pub fn move_store(self, owner: &Owner) {
        let part = shelf_of(owner);
        let mut store = Store::new(Box::new(part.clone()));
        self.store.update_value(|old| {
            store.take_over(old);
            *old = store;
        });
        self.part.set_value(part);
        self.change_progress(|_| {});
        self.note_keeping();
    }

    /// Returns everything stored as the text of a file.
    pub fn export(self) -> String {
        self.store.with_value(transfer::export)
    }

    /// Takes in a file, or says why not.
    pub fn import(self, text: &str) -> Result<(), TransferError> {
        let arrival = transfer::import(text)?;
        self.take(arrival);
        Ok(())
    }

    /// Stores what has been examined.
    pub fn take(self, arrival: transfer::Arrival) {
        self.store.update_value(|store| arrival.apply(store));
        self.read_again();
    }

    /// Forgets everything.
    pub fn clear(self) {
        self.store.update_value(Store::clear);
        self.read_again();
    }

    fn read_again(self) {
        self.progress.set(self.stored(&Key::Progress).unwrap_or_default());
        self.settings.set(self.stored(&Key::Settings).unwrap_or_default());
        self.note_keeping();
    }
}

fn shelf_of(owner: &Owner) -> storage::BrowserShelf {
    storage::BrowserShelf::part(owner.part())
}

/// What the learner has chosen, in the look that the page around this one asks for.
fn settings(store: &Store, theme: Option<Theme>) -> Settings {
    let mut settings: Settings = store.get(&Key::Settings).unwrap_or_default();
    settings.theme = theme.unwrap_or(settings.theme);
    settings
}

/// Returns the state that all pages share.
pub fn use_session() -> Session {
    expect_context::<Session>()
}

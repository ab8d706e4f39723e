//! Owns the browser view: an address bar for the learner's own servers, and what they answer. Each visit is a process of
//! its own in the same machine (`python/_vivarium_browse`); what it brings is shown in a frame where nothing runs.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use leptos::{
    ev::{Event, SubmitEvent},
    html,
    prelude::*,
    web_sys,
};
use vivarium_webhost::{RunEvent, RunSpec, SockAddr, SocketKind, SocketState, Stdin};
use wasm_bindgen::{JsCast as _, prelude::Closure};

use super::{
    page::{self, Wish},
    pulse::pulse,
};
use crate::{
    machine::visits::{Answer, Cookies, Hop, Request, Trail, typed},
    pages::exercise::can_block,
    panes::bench::Bench,
    parts::{
        icon::{Glyph, Icon},
        notice::{Notice, Tone},
    },
    strings,
};

/// After this long a visit is given up; the fetching program gives up earlier and says why.
const TIMEOUT_MS: u32 = 30_000;

/// What of the answer is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Page,
    Source,
    Headers,
}

/// What the view shows instead of an answer.
#[derive(Clone, Debug, PartialEq)]
enum Shown {
    Nothing,
    Busy,
    Sorry(&'static str),
    Answer(Box<Answer>),
}

/// Where a browser is, and has been; it outlives the view.
#[derive(Clone, Copy)]
pub struct Browsing {
    bench: Bench,
    address: RwSignal<String>,
    trail: RwSignal<Trail>,
    cookies: StoredValue<Cookies>,
    shown: RwSignal<Shown>,
    part: RwSignal<Part>,
    /// Tells a visit that was given up from the present one.
    serial: StoredValue<u32>,
}

impl Browsing {
    /// Opens a browser for the servers of a place of work.
    pub fn new(bench: Bench) -> Self {
        Self {
            bench,
            address: RwSignal::new(String::new()),
            trail: RwSignal::new(Trail::default()),
            cookies: StoredValue::new(Cookies::new()),
            shown: RwSignal::new(Shown::Nothing),
            part: RwSignal::new(Part::Page),
            serial: StoredValue::new(0),
        }
    }

    /// Goes to an address.
    fn go(self, url: &str) {
        self.visit(url.to_owned(), None);
    }

    fn step(self, forward: bool) {
        if let Some(url) = self.trail.try_update(|it| it.step(forward)).flatten() {
            self.go(&url);
        }
    }

    /// Does what was asked for in the page.
    fn follow(self, wish: &Wish, frame: &web_sys::Document) {
        let here = self.trail.with_untracked(|it| it.here().map(str::to_owned));
        let Some(here) = here else { return };
        let resolve = |reference: &str| {
            web_sys::Url::new_with_base(reference, &here).ok().map(|it| it.href())
        };
        match wish {
            Wish::Show(part) => {
                if let Some(element) = frame.get_element_by_id(part) {
                    element.scroll_into_view();
                }
            }
            Wish::Go(reference) => {
                if let Some(url) = resolve(reference) {
                    self.go(&url);
                }
            }
            Wish::Send { action, is_post, fields } => {
                let action = if action.is_empty() { &here } else { action };
                let Some(url) = resolve(action) else { return };
                if *is_post {
                    self.visit(url, Some(fields.clone()));
                } else {
                    let bare = url.split(['?', '#']).next().unwrap_or(&url);
                    self.go(&format!("{bare}?{fields}"));
                }
            }
        }
    }

    fn visit(self, url: String, form: Option<String>) {
        self.address.set(url.clone());
        let Some(machine) = self.bench.machine() else {
            self.shown.set(Shown::Sorry(strings::BROWSER_NO_MACHINE));
            return;
        };
        self.serial.update_value(|it| *it += 1);
        let serial = self.serial.get_value();
        self.shown.set(Shown::Busy);
        let method = if form.is_some() { "POST" } else { "GET" };
        let request = Request { url, method, form, cookies: self.cookies.get_value() };
        let Ok(stdin) = serde_json::to_vec(&request) else { return };
        let spec = RunSpec {
            argv: vec!["-m".into(), "_vivarium_browse".into()],
            stdin: Stdin::Prepared(stdin),
            report: true,
            timeout_ms: Some(TIMEOUT_MS),
            ..RunSpec::default()
        };
        let mut report = Vec::new();
        machine.run(spec, move |event| match event {
            RunEvent::Report(bytes) => report.extend(bytes),
            RunEvent::Ended(_) if self.serial.try_get_value() == Some(serial) => {
                self.arrived(serde_json::from_slice(&report).ok());
            }
            _ => {}
        });
    }

    fn arrived(self, answer: Option<Answer>) {
        let Some(answer) = answer else {
            self.shown.set(Shown::Sorry(strings::BROWSER_BROKEN));
            return;
        };
        self.cookies.set_value(answer.cookies.clone());
        let last = answer.hops.last().map(|hop| hop.url.clone());
        let url = last.unwrap_or_else(|| self.address.get_untracked());
        self.trail.update(|trail| trail.go(&url));
        self.address.set(url);
        self.shown.set(Shown::Answer(Box::new(answer)));
    }
}

/// The browser of a place of work.
#[component]
pub fn BrowserView(
    /// Where it is.
    browsing: Browsing,
) -> impl IntoView {
    let beat = pulse(&browsing.bench);
    let listening = Memo::new(move |_| {
        beat.track();
        listeners(&browsing.bench)
    });
    let session = browsing.bench.session;
    let bar = move || {
        listening
            .get()
            .into_iter()
            .map(|url| {
                let target = url.clone();
                view! {
                    <button
                        type="button"
                        class="button button-quiet button-small"
                        on:click=move |_| browsing.go(&target)
                    >
                        <code>{url}</code>
                    </button>
                }
            })
            .collect_view()
    };
    view! {
        <div class="machine browser">
            <Show
                when=move || can_block(&session.python.get())
                fallback=|| view! { <p class="machine-empty">{strings::BROWSER_NO_BLOCKING}</p> }
            >
                <AddressBar browsing=browsing/>
                <p class="browser-listening" class:hidden=move || listening.with(Vec::is_empty)>
                    <span>{strings::BROWSER_LISTENING}</span>
                    {bar}
                </p>
                {move || shown(&browsing)}
            </Show>
        </div>
    }
}

/// Returns the addresses at which somebody takes connections.
fn listeners(bench: &Bench) -> Vec<String> {
    let sockets = bench.machine().map(|it| it.sockets()).unwrap_or_default();
    let mut found: Vec<String> = sockets
        .iter()
        .map(|held| &held.socket)
        .filter(|it| it.state == SocketState::Listen && it.kind == SocketKind::Stream)
        .filter_map(|socket| match socket.local {
            SockAddr::Inet { port, .. } => Some(format!("http://localhost:{port}/")),
            SockAddr::Inet6 { port, .. } => Some(format!("http://[::1]:{port}/")),
            SockAddr::Unix(_) => None,
        })
        .collect();
    found.sort();
    found.dedup();
    found
}

#[component]
fn AddressBar(
    /// Where it is.
    browsing: Browsing,
) -> impl IntoView {
    let go = move |event: SubmitEvent| {
        event.prevent_default();
        browsing.go(&typed(&browsing.address.get_untracked()));
    };
    let step = move |forward: bool, icon: Icon, label: &'static str| {
        view! {
            <button
                type="button"
                class="button button-quiet button-small button-icon"
                aria-label=label
                title=label
                disabled=move || !browsing.trail.with(|it| it.can_step(forward))
                on:click=move |_| browsing.step(forward)
            >
                <Glyph icon=icon/>
            </button>
        }
    };
    let reload = move |_| {
        if let Some(url) = browsing.trail.with_untracked(|it| it.here().map(str::to_owned)) {
            browsing.go(&url);
        }
    };
    view! {
        <form class="browser-bar" on:submit=go>
            {step(false, Icon::Left, strings::BROWSER_BACK)}
            {step(true, Icon::Right, strings::BROWSER_FORWARD)}
            <button
                type="button"
                class="button button-quiet button-small button-icon"
                aria-label=strings::BROWSER_RELOAD
                title=strings::BROWSER_RELOAD
                disabled=move || browsing.trail.with(|it| it.here().is_none())
                on:click=reload
            >
                <Glyph icon=Icon::Reset/>
            </button>
            <input
                type="text"
                inputmode="url"
                class="field browser-address"
                aria-label=strings::BROWSER_ADDRESS
                placeholder="http://localhost:8000/"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                prop:value=browsing.address
                on:input:target=move |event| browsing.address.set(event.target().value())
            />
            <button type="submit" class="button button-small">{strings::BROWSER_GO}</button>
        </form>
    }
}

fn shown(browsing: &Browsing) -> AnyView {
    match browsing.shown.get() {
        Shown::Nothing => {
            view! { <p class="machine-empty">{strings::BROWSER_EMPTY}</p> }.into_any()
        }
        Shown::Busy => {
            view! { <p class="machine-empty" role="status">{strings::BROWSER_BUSY}</p> }.into_any()
        }
        Shown::Sorry(words) => sorry(words.to_owned()),
        Shown::Answer(answer) => match &answer.error {
            Some(failure) => {
                let hops = answer.hops.iter().map(exchange).collect_view();
                view! { {sorry(strings::visit_failed(failure))} {hops} }.into_any()
            }
            None => answered(browsing, &answer),
        },
    }
}

fn sorry(words: String) -> AnyView {
    view! {
        <div class="browser-sorry" role="status">
            <Notice tone=Tone::Bad><p>{words}</p></Notice>
        </div>
    }
    .into_any()
}

fn answered(browsing: &Browsing, answer: &Answer) -> AnyView {
    let browsing = *browsing;
    let Some(last) = answer.hops.last().cloned() else { return ().into_any() };
    let bytes = STANDARD.decode(&answer.body).unwrap_or_default();
    let words = strings::visited(&last, bytes.len());
    let is_good = last.status < 400;
    let cut = answer.cut.then(|| view! { <p class="machine-note">{strings::BROWSER_CUT}</p> });
    let answer = StoredValue::new(answer.clone());
    let choice = move |part: Part, label: &'static str| {
        view! {
            <button
                type="button"
                class="choice"
                aria-pressed=move || if browsing.part.get() == part { "true" } else { "false" }
                on:click=move |_| browsing.part.set(part)
            >
                {label}
            </button>
        }
    };
    view! {
        <div class="browser-status">
            <div class="choices" role="group" aria-label=strings::BROWSER_PARTS>
                {choice(Part::Page, strings::BROWSER_PAGE)}
                {choice(Part::Source, strings::BROWSER_SOURCE)}
                {choice(Part::Headers, strings::BROWSER_HEADERS)}
            </div>
            <span role="status" class:status-bad=!is_good>{words}</span>
        </div>
        {cut}
        {move || answer.with_value(|answer| match browsing.part.get() {
            Part::Page => view! { <Frame browsing=browsing page=frame_text(answer)/> }.into_any(),
            Part::Source => view! {
                <pre class="browser-source" tabindex="0">{text_of(&answer.body)}</pre>
            }.into_any(),
            Part::Headers => view! {
                <div class="browser-headers" tabindex="0">{answer.hops.iter().map(exchange).collect_view()}</div>
            }.into_any(),
        })}
    }
    .into_any()
}

/// Returns the text of bytes in base64.
pub(super) fn text_of(data: &str) -> String {
    String::from_utf8_lossy(&STANDARD.decode(data).unwrap_or_default()).into_owned()
}

fn frame_text(answer: &Answer) -> String {
    let kind = answer.hops.last().and_then(|hop| hop.header("content-type")).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if kind.starts_with("image/") {
        return page::of_image(kind, &answer.body);
    }
    let text = text_of(&answer.body);
    let framed = (kind == "text/html").then(|| page::for_frame(&text, &answer.resources)).flatten();
    framed.unwrap_or_else(|| page::of_text(&text))
}

/// One question and its answer, field by field.
fn exchange(hop: &Hop) -> AnyView {
    let fields = |fields: &[(String, String)]| {
        let line = |(name, value): &(String, String)| {
            view! { <div><b>{name.clone()}</b> ": " {value.clone()}</div> }
        };
        fields.iter().map(line).collect_view()
    };
    let sent = (!hop.sent.is_empty()).then(|| view! { <div>{hop.sent.clone()}</div> });
    let status = format!("{} {} {}", hop.version, hop.status, hop.reason);
    view! {
        <div class="exchange">
            <div class="said said-forth"><div>{hop.line.clone()}</div>{fields(&hop.request)}{sent}</div>
            <div class="said said-back"><div>{status}</div>{fields(&hop.response)}</div>
        </div>
    }
    .into_any()
}

/// The page itself, where nothing runs; its links and forms are followed here.
#[component]
fn Frame(
    /// Who follows them.
    browsing: Browsing,
    /// The text of the page.
    page: String,
) -> impl IntoView {
    let place = NodeRef::<html::Iframe>::new();
    let listeners = StoredValue::new_local(Vec::<Closure<dyn FnMut(Event)>>::new());
    let attach = move |_| {
        // In a page that is sandboxed itself the frame cannot be looked into; then it is only seen.
        let Some(frame) = place.get_untracked().and_then(|it| it.content_document()) else {
            return;
        };
        let document = frame.clone();
        let clicked = Closure::new(move |event: Event| {
            let target =
                event.target().map(web_sys::EventTarget::unchecked_into::<web_sys::Element>);
            if let Some(wish) = target.as_ref().and_then(page::wish_of_click) {
                event.prevent_default();
                browsing.follow(&wish, &document);
            }
        });
        let document = frame.clone();
        let sent = Closure::new(move |event: Event| {
            event.prevent_default();
            let event: SubmitEvent = event.unchecked_into();
            let button = event.submitter();
            let form = event
                .target()
                .map(web_sys::EventTarget::unchecked_into::<web_sys::HtmlFormElement>);
            let wish = form.and_then(|form| page::wish_of_form(&form, button.as_ref()));
            if let Some(wish) = wish {
                browsing.follow(&wish, &document);
            }
        });
        for (name, closure) in [("click", clicked), ("submit", sent)] {
            // Without it a link does nothing.
            let _ = frame.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
            listeners.update_value(|it| it.push(closure));
        }
    };
    view! {
        <iframe
            class="browser-frame"
            title=strings::BROWSER_FRAME
            sandbox="allow-same-origin allow-forms"
            srcdoc=page
            node_ref=place
            on:load=attach
        ></iframe>
    }
}

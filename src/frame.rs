//! Owns the talk with the page around this one, as far as it concerns views: it is told how tall
//! the page is and what the learner has done, and its calls are carried out.
//!
//! What may be asked is [`crate::embed`]'s; who is answered is `vivarium-webhost`'s.

use std::{cell::Cell, rc::Rc};

use leptos::{prelude::*, task::spawn_local, web_sys};
use serde_json::{Value, json};
use vivarium_course::grade::{CheckState, Verdict};
use vivarium_webhost::run_api;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

use crate::{
    browser,
    embed::{Embed, Request, Told},
    session::Session,
    strings, transfer,
};

/// Begins to talk.
pub fn begin(session: Session, embed: &Embed) {
    mark(embed);
    run_api::on_page_call(move |call, options| {
        let options = js_sys::JSON::stringify(options).ok().and_then(|it| it.as_string());
        let request = Request::parse(call, &options.unwrap_or_default())?;
        Some(request.map_err(str::to_owned).and_then(|it| carry_out(session, it)))
    });
    Effect::new(move |before: Option<()>| {
        let told = session.progress.with(|it| serde_json::to_value(Told::of(it)));
        // What was there from the start is no news.
        if let (Some(()), Ok(Value::Object(told))) = (before, told) {
            let mut event = json!({ "event": "progress" });
            if let Some(event) = event.as_object_mut() {
                event.extend(told);
            }
            tell(&event);
        }
    });
    Effect::new(move |_| {
        tell(&json!({ "event": "page", "page": session.route.get().to_string() }));
    });
    follow_height();
}

/// Tells what came of a checked run.
pub fn tell_checks(exercise: &str, verdict: &Verdict) {
    let n_passed = verdict.checks.iter().filter(|it| it.state == CheckState::Passed).count();
    tell(&json!({
        "event": "checked",
        "exercise": exercise,
        "passed": verdict.passed,
        "nPassed": n_passed,
        "nChecks": verdict.checks.len(),
    }));
}

fn tell(event: &Value) {
    if let Ok(event) = js_sys::JSON::parse(&event.to_string()) {
        run_api::tell_parent(&event);
    }
}

fn carry_out(session: Session, request: Request) -> Result<JsValue, String> {
    match request {
        Request::Show(route) => {
            browser::go(&route);
            Ok(JsValue::NULL)
        }
        Request::Theme(theme) => {
            session.change_settings(|it| it.theme = theme);
            Ok(JsValue::NULL)
        }
        Request::Save => Ok(session.export().into()),
        Request::Restore(text) => {
            let arrival = transfer::import(&text).map_err(|it| strings::import_failed(&it))?;
            // Each is stored and taken over at once, before what is open can store its own again.
            spawn_local(async move {
                for (key, entry) in arrival.split() {
                    session.take(entry);
                    session.changed_elsewhere.set(Some(key));
                    leptos::task::tick().await;
                }
            });
            Ok(JsValue::NULL)
        }
        Request::Progress => {
            let told = session.progress.with_untracked(|it| serde_json::to_string(&Told::of(it)));
            js_sys::JSON::parse(&told.unwrap_or_default()).map_err(browser::words)
        }
    }
}

/// The style sheets leave out what is not wanted.
fn mark(embed: &Embed) {
    if let Some(root) = browser::document().document_element() {
        let _ = root.set_attribute("data-embed", "");
        let _ = root.set_attribute("data-hide", &embed.hidden);
    }
}

/// Tells the height whenever it changes; `lti.frameResize` is what learning platforms listen to.
fn follow_height() {
    let Some(body) = browser::document().body() else { return };
    let last = Rc::new(Cell::new(0));
    let watched = body.clone();
    let changed = Closure::<dyn Fn()>::new(move || {
        #[expect(clippy::cast_possible_truncation, reason = "a page is not that tall")]
        let height = watched.get_bounding_client_rect().height().ceil() as i32;
        if last.replace(height) != height {
            tell(&json!({ "event": "height", "height": height }));
            let resize = json!({ "subject": "lti.frameResize", "height": height }).to_string();
            if let Ok(resize) = js_sys::JSON::parse(&resize) {
                run_api::tell_parent_plainly(&resize);
            }
        }
    });
    if let Ok(observer) = web_sys::ResizeObserver::new(changed.as_ref().unchecked_ref()) {
        observer.observe(&body);
    }
    // As long as the page.
    changed.forget();
}

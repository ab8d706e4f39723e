//! Owns requests to an LMS. Nothing else in the page talks to a server that is not its own.

use leptos::web_sys;
use vivarium_lms::cmi5::{Answer, Request};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::window;

/// What a browser still sends for a page that goes away.
const MAX_LAST_BYTES: usize = 60_000;

/// Makes a request and waits for the answer, but not for ever.
pub async fn send(request: &Request, patience_ms: u32) -> Answer {
    let Ok(promise) = begin(request, Some(patience_ms)) else { return Answer::Nothing };
    let Ok(response) = JsFuture::from(promise).await else { return Answer::Nothing };
    let Ok(response) = response.dyn_into::<web_sys::Response>() else { return Answer::Nothing };
    let text = match response.text() {
        Ok(promise) => JsFuture::from(promise).await,
        Err(error) => Err(error),
    };
    match text {
        Ok(text) => Answer::Status(response.status(), text.as_string().unwrap_or_default()),
        Err(_) => Answer::Nothing,
    }
}

/// Makes a request that outlives the page.
pub fn send_at_last(request: &Request) {
    if let Ok(promise) = begin(request, None) {
        // Nobody is there any more to hear what came of it.
        wasm_bindgen_futures::spawn_local(async move {
            let _ = JsFuture::from(promise).await;
        });
    }
}

fn begin(request: &Request, patience_ms: Option<u32>) -> Result<js_sys::Promise, JsValue> {
    let headers = web_sys::Headers::new()?;
    for (name, value) in &request.headers {
        headers.set(name, value)?;
    }
    let init = web_sys::RequestInit::new();
    init.set_method(request.method);
    init.set_headers(&headers);
    if let Some(patience_ms) = patience_ms {
        init.set_signal(Some(&web_sys::AbortSignal::timeout_with_u32(patience_ms)));
    }
    js_sys::Reflect::set(&init, &"cache".into(), &"no-store".into())?;
    if let Some(body) = &request.body {
        init.set_body(&JsValue::from_str(body));
        if body.len() < MAX_LAST_BYTES {
            js_sys::Reflect::set(&init, &"keepalive".into(), &JsValue::TRUE)?;
        }
    }
    Ok(window().fetch_with_str_and_init(&request.url, &init))
}

//! Owns what the page asks of the browser besides drawing: address, time, files, styles.
//!
//! Every call to `web_sys` that is not part of a widget is here or in [`storage`], so that what
//! may fail in a sandboxed frame is in one place.

mod files;
pub mod http;
mod own;
pub mod scorm_api;
pub mod storage;

pub use files::*;
pub use own::*;

use leptos::web_sys;
use wasm_bindgen::{JsCast, JsValue, prelude::*};
use wasm_bindgen_futures::JsFuture;

use crate::settings::{Settings, Theme};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = vivariumAsset, catch)]
    fn vivarium_asset(name: &str) -> Result<js_sys::Promise, JsValue>;
}

/// Returns the window; the page does not exist without one.
pub fn window() -> web_sys::Window {
    leptos::prelude::window()
}

/// Returns the document.
pub fn document() -> web_sys::Document {
    leptos::prelude::document()
}

/// Returns the bytes of a build product.
pub async fn asset(name: &str) -> Result<Vec<u8>, String> {
    let promise = vivarium_asset(name).map_err(words)?;
    let bytes = JsFuture::from(promise).await.map_err(words)?;
    Ok(js_sys::Uint8Array::new(&bytes).to_vec())
}

/// Returns the message of a JavaScript error.
pub fn words(error: JsValue) -> String {
    match error.dyn_ref::<js_sys::Error>() {
        Some(error) => String::from(error.message()),
        None => error.as_string().unwrap_or_else(|| format!("{error:?}")),
    }
}

/// Milliseconds since 1970.
pub fn now_ms() -> u64 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a date is small")]
    let now = js_sys::Date::now() as u64;
    now
}

/// Returns 16 bytes that no program can guess, as hexadecimal digits.
pub fn token() -> String {
    let mut bytes = [0_u8; 16];
    let filled = window()
        .crypto()
        .is_ok_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        for byte in &mut bytes {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "below 256"
            )]
            let random = (js_sys::Math::random() * 256.0) as u8;
            *byte = random;
        }
    }
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(u32::from(digit), 16))
        .collect()
}

/// Returns what stands after `#` in the address.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Goes to another page of ours.
pub fn go(route: &crate::route::Route) {
    // A refused navigation leaves the learner where they are.
    let _ = window().location().set_hash(&route.to_string());
}

/// Returns the page's address without `#` and `?`; `None` where it is a folder on this machine.
pub fn public_address() -> Option<String> {
    let href = window().location().href().ok()?;
    let address = href.split(['#', '?']).next()?;
    address.starts_with("http").then(|| address.to_owned())
}

/// Milliseconds since 1970, with what the learner's clock adds to UTC.
pub fn moment() -> vivarium_lms::time::Moment {
    let behind = js_sys::Date::new_0().get_timezone_offset();
    #[expect(clippy::cast_possible_truncation, reason = "less than a day of minutes")]
    let ahead_minutes = -(behind as i32);
    vivarium_lms::time::Moment { utc_ms: now_ms(), ahead_minutes }
}

/// Returns what a `meta` element of the frame says.
pub fn meta(name: &str) -> Option<String> {
    let found = document().query_selector(&format!("meta[name=\"{name}\"]")).ok().flatten()?;
    found.get_attribute("content")
}

/// Says whether the page is looked at.
pub fn is_visible() -> bool {
    !document().hidden()
}

/// Returns what stands between `?` and `#` in the address.
pub fn query() -> String {
    window().location().search().unwrap_or_default()
}

/// Goes to another site.
pub fn leave_for(address: &str) {
    let _ = window().location().assign(address);
}

/// Closes the window, which the browser allows only where a script opened it.
pub fn close_window() {
    let _ = window().close();
}

/// Loads the page anew.
pub fn reload() {
    let _ = window().location().reload();
}

/// Whether a newer build of the product is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Update {
    /// None that is known.
    None,
    /// It is complete and waits for its turn.
    Waiting,
    /// It has replaced this one on the server: what is fetched now does not fit this page.
    Stale,
}

fn updater() -> Option<js_sys::Object> {
    js_sys::Reflect::get(&window(), &"vivariumUpdate".into()).ok()?.dyn_into().ok()
}

/// Asks whether a newer build is there.
pub fn update() -> Update {
    let state = updater().and_then(|it| js_sys::Reflect::get(&it, &"state".into()).ok());
    match state.and_then(|it| it.as_string()).as_deref() {
        Some("waiting") => Update::Waiting,
        Some("stale") => Update::Stale,
        _ => Update::None,
    }
}

/// Goes over to the newer build: loads the page anew.
pub fn apply_update() {
    let apply = updater().and_then(|it| js_sys::Reflect::get(&it, &"apply".into()).ok());
    if let Some(apply) = apply.and_then(|it| it.dyn_into::<js_sys::Function>().ok()) {
        // It ends with the page.
        let _ = apply.call0(&JsValue::UNDEFINED);
    }
}

/// Says whether the system prefers dark pages.
pub fn prefers_dark() -> bool {
    let query = window().match_media("(prefers-color-scheme: dark)");
    query.ok().flatten().is_some_and(|it| it.matches())
}

/// Puts the settings where the style sheets see them.
pub fn apply(settings: Settings) {
    let Some(root) = document().document_element() else { return };
    for (name, word) in [
        ("data-theme", settings.theme.word()),
        ("data-motion", settings.motion.word()),
        ("data-text-size", settings.text_size.word()),
    ] {
        let _ = root.set_attribute(name, word);
    }
}

/// Returns the theme that is in force, as the editor wants it.
pub fn theme_word(settings: Settings) -> &'static str {
    match settings.theme {
        Theme::Dark => "dark",
        Theme::System if prefers_dark() => "dark",
        Theme::Light | Theme::System => "light",
    }
}

/// Sets the title of the tab.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Scrolls to an element and gives it the focus; says whether there is one.
pub fn reveal(id: &str) -> bool {
    let Some(element) = document().get_element_by_id(id) else { return false };
    element.scroll_into_view();
    if let Ok(element) = element.dyn_into::<web_sys::HtmlElement>() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
    true
}

/// Returns how far below the top of the window elements begin, and whether the page's end is in view.
pub fn tops(ids: &[String]) -> (Vec<f64>, bool) {
    let top = |id: &String| {
        document().get_element_by_id(id).map(|it| it.get_bounding_client_rect().top())
    };
    let number =
        |it: Result<JsValue, JsValue>| it.ok().and_then(|it| it.as_f64()).unwrap_or_default();
    let seen = number(window().inner_height()) + number(window().scroll_y().map(JsValue::from));
    let height = document().document_element().map_or(0, |it| it.scroll_height());
    let is_end = window().scroll_y().is_ok_and(|it| it > 0.0) && seen + 2.0 >= f64::from(height);
    (ids.iter().filter_map(top).collect(), is_end)
}

/// Scrolls to the top of the page.
pub fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Copies a text; resolves to whether that was allowed.
pub async fn copy(text: &str) -> bool {
    let clipboard = window().navigator().clipboard();
    // Outside secure contexts the property is missing.
    if JsValue::from(clipboard.clone()).is_undefined() {
        return false;
    }
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

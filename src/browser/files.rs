//! Owns files on their way in and out: chosen, dropped, offered, and deflated for links.

use leptos::web_sys;
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::*};
use wasm_bindgen_futures::JsFuture;

use super::{document, words};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = vivariumDeflate, catch)]
    fn vivarium_deflate(bytes: &[u8]) -> Result<js_sys::Promise, JsValue>;
    #[wasm_bindgen(js_name = vivariumInflate, catch)]
    fn vivarium_inflate(bytes: &[u8], limit: f64) -> Result<js_sys::Promise, JsValue>;
    #[wasm_bindgen(js_name = vivariumTakeDrops, catch)]
    fn vivarium_take_drops(
        element: &web_sys::Element,
        hover: &JsValue,
        take: &JsValue,
    ) -> Result<(), JsValue>;
}

/// A file of the learner's machine, under the path it has there below what was dropped; `None`
/// where the browser did not give it.
pub type Named = (String, Option<web_sys::File>);

/// Takes files and folders that are dropped onto an element. `hover` is told whether some are
/// held above it.
pub fn take_drops(
    element: &web_sys::Element,
    hover: impl Fn(bool) + 'static,
    take: impl Fn(Vec<Named>) + Clone + 'static,
) {
    let hover = Closure::<dyn Fn(bool)>::new(hover).into_js_value();
    let taking = Closure::<dyn Fn(js_sys::Promise)>::new(move |gathered| {
        let take = take.clone();
        wasm_bindgen_futures::spawn_local(async move {
            if let Ok(list) = JsFuture::from(gathered).await {
                take(named(&list));
            }
        });
    });
    // Without the script that owns it, nothing can be dropped; files can still be chosen.
    let _ = vivarium_take_drops(element, &hover, &taking.into_js_value());
}

fn named(list: &JsValue) -> Vec<Named> {
    let pairs = js_sys::Array::from(list);
    let one = |pair: JsValue| {
        let pair = js_sys::Array::from(&pair);
        Some((pair.get(0).as_string()?, pair.get(1).dyn_into().ok()))
    };
    pairs.iter().filter_map(one).collect()
}

/// Returns the files that were chosen in a field, and empties it so that the same can be chosen
/// again.
pub fn chosen(field: &web_sys::HtmlInputElement) -> Vec<Named> {
    let Some(list) = field.files() else { return Vec::new() };
    let files = (0..list.length()).filter_map(|index| list.get(index));
    let files = files.map(|file| (file.name(), Some(file))).collect();
    field.set_value("");
    files
}

/// Returns how many bytes a file has.
pub fn size(file: &web_sys::File) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes are whole")]
    let size = file.size() as usize;
    size
}

/// Reads a file that the learner chose.
pub async fn read_bytes(file: &web_sys::File) -> Result<Vec<u8>, String> {
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(words)?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Why bytes could not be inflated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InflateError {
    /// They are not what they should be.
    Damaged,
    /// They hold more than was allowed.
    TooLarge,
}

/// Compresses bytes: deflate without a header.
pub async fn deflate(bytes: &[u8]) -> Result<Vec<u8>, String> {
    // The browser copies the bytes before the call is over.
    let promise = vivarium_deflate(bytes).map_err(words)?;
    Ok(js_sys::Uint8Array::new(&JsFuture::from(promise).await.map_err(words)?).to_vec())
}

/// The inverse of [`deflate`], up to `limit` bytes.
pub async fn inflate(bytes: &[u8], limit: usize) -> Result<Vec<u8>, InflateError> {
    let failure = |error: JsValue| {
        if error.is_instance_of::<js_sys::RangeError>() {
            InflateError::TooLarge
        } else {
            InflateError::Damaged
        }
    };
    #[expect(clippy::cast_precision_loss, reason = "bounds are far below 2^53")]
    let promise = vivarium_inflate(bytes, limit as f64).map_err(failure)?;
    Ok(js_sys::Uint8Array::new(&JsFuture::from(promise).await.map_err(failure)?).to_vec())
}

/// Offers a text as a file.
pub fn download(name: &str, text: &str) {
    download_bytes(name, "application/json", text.as_bytes());
}

/// Offers bytes as a file.
pub fn download_bytes(name: &str, media_type: &str, bytes: &[u8]) {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(media_type);
    let Ok(blob) = web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options) else {
        return;
    };
    let Ok(url) = web_sys::Url::create_object_url_with_blob(&blob) else { return };
    if let Ok(anchor) = document().create_element("a")
        && let Ok(anchor) = anchor.dyn_into::<web_sys::HtmlAnchorElement>()
    {
        anchor.set_href(&url);
        anchor.set_download(name);
        anchor.click();
    }
    let _ = web_sys::Url::revoke_object_url(&url);
}

/// Reads a file that the learner chose, as text.
pub async fn read_text(file: &web_sys::File) -> Result<String, String> {
    let text = JsFuture::from(file.text()).await.map_err(words)?;
    text.as_string().ok_or_else(|| "not a text".to_owned())
}

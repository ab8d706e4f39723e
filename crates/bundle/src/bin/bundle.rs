//! The command line of the bundler: `bundle FORM DIST OUT [--module ID | --lesson ID ...] [--mastery PERCENT]`.
//!
//! It owns arguments and files; what a bundle holds is the library's.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "this is a command-line tool")]

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, bail};
use vivarium_bundle::{
    BundleError, Site,
    archive::Archive,
    lms::{self, MASTERY, Order},
    select::Selection,
    single, usb,
};
use vivarium_lms::package::Standard;

const USAGE: &str = "usage: bundle usb|single|scorm12|scorm2004|cmi5 DIST OUT [--module ID | --lesson ID ...] [--mastery PERCENT]
OUT is a folder, in which the bundle gets a name that says what is in it, or a path that ends in .zip.
For single it is the page, a path that ends in .html.
For usb without .zip it is the folder of the stick itself, which must be new or an earlier one.";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match run(&arguments) {
        Ok(out) => {
            println!("{}", out.display());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> anyhow::Result<PathBuf> {
    let [standard, dist, out, options @ ..] = arguments else { bail!("{USAGE}") };
    if standard == "single" {
        return single_file(dist, Path::new(out), options);
    }
    if standard == "usb" {
        return stick(dist, Path::new(out), options);
    }
    let Some(standard) = Standard::parse(standard) else { bail!("{USAGE}") };
    let order = order(standard, options)?;
    let site = page(dist)?;
    let made = lms::package(site, &order)?;
    let out = Path::new(out);
    let is_file = out.extension().is_some_and(|it| it == "zip");
    let path = if is_file { out.to_owned() } else { out.join(lms::archive_name(&order)) };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    fs::write(&path, pack(&made)?).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(path)
}

fn page(dist: &str) -> anyhow::Result<Site> {
    let mut site = Site::new();
    read(Path::new(dist), Path::new(dist), &mut site)
        .with_context(|| format!("cannot read the built page in {dist}"))?;
    Ok(site)
}

/// Makes the folder of a stick, or a zip of it.
fn stick(dist: &str, out: &Path, options: &[String]) -> anyhow::Result<PathBuf> {
    let (selection, mastery) = chosen(options)?;
    if mastery.is_some() {
        bail!("a stick has no LMS that --mastery could be for");
    }
    let (site, course) = usb::folder(page(dist)?, &selection, script)?;
    if out.extension().is_some_and(|it| it == "zip") {
        let folder = out.parent().unwrap_or(Path::new(""));
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        fs::write(out, pack(&site)?).with_context(|| format!("cannot write {}", out.display()))?;
    } else {
        claim(out)?;
        for (path, content) in &site {
            let path = out.join(path);
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(&path, content)
                .with_context(|| format!("cannot write {}", path.display()))?;
        }
    }
    let (n_lessons, bytes) = (course.lessons().count(), site.values().map(Vec::len).sum::<usize>());
    println!("A folder with {n_lessons} lessons, {} MB; open {}.", bytes / 1_000_000, usb::START);
    Ok(out.to_owned())
}

/// Makes the single file.
fn single_file(dist: &str, out: &Path, options: &[String]) -> anyhow::Result<PathBuf> {
    let (selection, mastery) = chosen(options)?;
    if mastery.is_some() {
        bail!("a single file has no LMS that --mastery could be for");
    }
    let (page, course) = single::page(page(dist)?, &selection, script)?;
    let is_page = out.extension().is_some_and(|it| it == "html");
    let path = if is_page { out.to_owned() } else { out.join(single::NAME) };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    let (n_lessons, bytes) = (course.lessons().count(), page.len());
    fs::write(&path, page).with_context(|| format!("cannot write {}", path.display()))?;
    println!("A page with {n_lessons} lessons, {} MB.", bytes / 1_000_000);
    Ok(path)
}

/// Refuses a folder of somebody else's. One of ours is written over; nothing in it is deleted, since progress may be
/// collected there.
fn claim(out: &Path) -> anyhow::Result<()> {
    let is_free = !out.exists() || fs::read_dir(out)?.next().is_none();
    if !is_free && !out.join(usb::START).is_file() {
        bail!("{} holds other files; name a new folder with --out", out.display());
    }
    Ok(())
}

fn deflated(content: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec(content, 8)
}

fn script(name: &str, content: &[u8]) -> Option<String> {
    vivarium_data::script(name, content).ok()
}

fn pack(site: &Site) -> Result<Vec<u8>, BundleError> {
    let mut archive = Archive::default();
    for (path, content) in site {
        archive.add(path, content, &deflated(content))?;
    }
    archive.finish()
}

fn order(standard: Standard, options: &[String]) -> anyhow::Result<Order> {
    let (selection, mastery) = chosen(options)?;
    Ok(Order { standard, selection, mastery: mastery.unwrap_or(MASTERY) })
}

fn chosen(options: &[String]) -> anyhow::Result<(Selection, Option<u32>)> {
    let mut module = None;
    let mut lessons = Vec::new();
    let mut mastery = None;
    for pair in options.chunks(2) {
        let [name, value] = pair else { bail!("{USAGE}") };
        match name.as_str() {
            "--module" if module.is_none() => module = Some(value.clone()),
            "--lesson" => lessons.push(value.clone()),
            "--mastery" => match value.trim_end_matches('%').parse() {
                Ok(percent @ 0..=100) => mastery = Some(percent),
                _ => bail!("`{value}` is no share: --mastery takes a number from 0 to 100"),
            },
            _ => bail!("{USAGE}"),
        }
    }
    let selection = match (module, lessons.is_empty()) {
        (None, true) => Selection::Whole,
        (None, false) => Selection::Lessons(lessons),
        (Some(id), true) => Selection::Module(id),
        (Some(_), false) => bail!("choose one module or some lessons, not both"),
    };
    Ok((selection, mastery))
}

fn read(root: &Path, folder: &Path, site: &mut Site) -> anyhow::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            read(root, &path, site)?;
            continue;
        }
        let parts = path.strip_prefix(root)?.components();
        let name: Vec<_> = parts.map(|it| it.as_os_str().to_string_lossy().into_owned()).collect();
        site.insert(name.join("/"), fs::read(&path)?);
    }
    Ok(())
}

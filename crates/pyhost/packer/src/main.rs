//! Makes the packs of the standard library and of our own Python packages.
//!
//! `vivarium-packer OUT_DIR [NAME=FOLDER ...] [--packages FOLDER]`: each further folder becomes the
//! package NAME, in the core pack. Writes `core.pack` (the code of what start-up and most lessons
//! import), `library.pack` (everything else, and all sources), `pydoc.pack`, `tzdata.pack`, and
//! `packages.pack`, what pip has installed into FOLDER.

mod zones;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result, bail};
use pack::PackWriter;
use rustpython_compiler::{CompileOpts, Mode};
use rustpython_compiler_core::bytecode::ConstantData;
use rustpython_compiler_core::marshal::{self, DumpableValue};

/// Where the library seems to lie; the file names of code objects.
const ROOT: &str = "/usr/lib/python3.14";

/// What no page can run: other programs' windows, installers, tests.
const LEFT_OUT: &[&str] = &[
    "__hello__.py",
    "__phello__/",
    // Ours takes its place.
    "ctypes/",
    "ensurepip/",
    "idlelib/",
    "test/",
    "tkinter/",
    "turtle.py",
    "turtledemo/",
    "venv/",
];

/// Packages that are ours, under the names of the library's.
const OURS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/library");

/// The core pack's modules, one path or folder a line.
const CORE: &str = include_str!("../core.txt");

/// Where the packages of other people lie below the root.
const PACKAGES: &str = "site-packages/";

/// What a package needs besides its modules: data, and what `importlib.metadata` reads.
const PACKAGE_DATA: &[&str] = &[".pem", "/METADATA", "/entry_points.txt", "/top_level.txt"];

fn main() -> Result<()> {
    let mut args = env::args().skip(1);
    let out = PathBuf::from(args.next().context("usage: vivarium-packer OUT_DIR [NAME=FOLDER]")?);
    let mut files = BTreeMap::new();
    gather(Path::new(rustpython_pylib::LIB_PATH), "", &mut files)?;
    files.retain(|path, _| !LEFT_OUT.iter().any(|out| is_below(path, out)));
    gather(Path::new(OURS), "", &mut files)?;
    zones::add(&mut files);
    let mut core: Vec<String> = CORE.lines().map(str::to_owned).collect();
    while let Some(arg) = args.next() {
        if arg == "--packages" {
            let folder = args.next().context("--packages wants a folder")?;
            gather_packages(Path::new(&folder), &mut files)?;
            continue;
        }
        let (name, folder) = arg.split_once('=').context("expected NAME=FOLDER")?;
        gather(Path::new(folder), &format!("{name}/"), &mut files)?;
        core.push(format!("{name}/"));
    }
    for line in &core {
        if !files.keys().any(|path| is_below(path, line)) {
            bail!("core.txt names {line}, which is not in the library");
        }
    }
    fs::create_dir_all(&out)?;
    write(&out, &files, |path| core.iter().any(|line| is_below(path, line)))
}

fn write(
    out: &Path,
    files: &BTreeMap<String, Vec<u8>>,
    is_core: impl Fn(&str) -> bool,
) -> Result<()> {
    let (mut core, mut library) = (PackWriter::default(), PackWriter::default());
    let (mut pydoc, mut tzdata) = (PackWriter::default(), PackWriter::default());
    let mut packages = PackWriter::default();
    for (path, source) in files {
        let code = if path.ends_with(".py") { Some(compile(path, source)?) } else { None };
        if is_core(path) {
            core.add(path, code.as_deref(), source, false);
            library.add(path, None, source, true);
            continue;
        }
        let (name, pack) = match path.split('/').next() {
            Some("pydoc_data") => ("pydoc.pack", &mut pydoc),
            Some("tzdata") => ("tzdata.pack", &mut tzdata),
            Some("site-packages") => ("packages.pack", &mut packages),
            _ => ("library.pack", &mut library),
        };
        core.add_elsewhere(path, name);
        pack.add(path, code.as_deref(), source, true);
    }
    let packs = [
        ("core", core),
        ("library", library),
        ("packages", packages),
        ("pydoc", pydoc),
        ("tzdata", tzdata),
    ];
    for (name, pack) in packs {
        let bytes = pack.finish();
        println!("{name}.pack: {} bytes", bytes.len());
        fs::write(out.join(format!("{name}.pack")), bytes)?;
    }
    Ok(())
}

/// Says whether `path` is the file `place`, or lies in the folder `place` (which ends in a slash).
fn is_below(path: &str, place: &str) -> bool {
    path == place || (place.ends_with('/') && path.starts_with(place))
}

/// Adds the Python files below `folder`, under their paths with `prefix` in front.
fn gather(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {folder:?}"))?;
    for entry in entries {
        let path = entry?.path();
        let name =
            path.file_name().and_then(|name| name.to_str()).context("a name not in UTF-8")?;
        if path.is_dir() {
            if name != "__pycache__" {
                gather(&path, &format!("{prefix}{name}/"), files)?;
            }
        } else if name.ends_with(".py") {
            files.insert(format!("{prefix}{name}"), fs::read(&path)?);
        }
    }
    Ok(())
}

/// Adds what pip has installed: modules, and the files that they read.
fn gather_packages(folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    let mut open = vec![folder.to_path_buf()];
    while let Some(parent) = open.pop() {
        for entry in fs::read_dir(&parent).with_context(|| format!("cannot read {parent:?}"))? {
            let path = entry?.path();
            let inner = path.strip_prefix(folder)?.to_str().context("a name not in UTF-8")?;
            if path.is_dir() {
                if !matches!(inner, "bin" | "__pycache__") {
                    open.push(path);
                }
            } else if inner.ends_with(".py") || PACKAGE_DATA.iter().any(|end| inner.ends_with(end))
            {
                files.insert(format!("{PACKAGES}{inner}"), fs::read(&path)?);
            }
        }
    }
    Ok(())
}

/// Compiles a module and returns the marshaled code object.
fn compile(path: &str, source: &[u8]) -> Result<Vec<u8>> {
    let source = std::str::from_utf8(source).with_context(|| format!("{path} is not UTF-8"))?;
    let name = format!("{ROOT}/{path}");
    let code = rustpython_compiler::compile(source, Mode::Exec, &name, CompileOpts::default())
        .with_context(|| format!("cannot compile {path}"))?;
    let mut bytes = Vec::new();
    let value: DumpableValue<'_, ConstantData> = DumpableValue::Code(&code);
    match marshal::serialize_value(&mut bytes, value) {
        Ok(()) => Ok(bytes),
        Err(impossible) => match impossible {},
    }
}

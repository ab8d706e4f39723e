//! Owns the conversion between JavaScript values and ours, with sentences on what does not fit.

use std::collections::BTreeMap;

use js_sys::{Array, ArrayBuffer, Object, Reflect, Uint8Array};
use serde::Serialize;
use vivarium_protocol::{Mode, Seed};
use wasm_bindgen::{JsCast, JsValue};

use super::execution::Outcome;
use crate::{HostError, RunSpec, Stdin, Traced, Workspace};

type Result<T> = std::result::Result<T, HostError>;

/// Returns a property; undefined where there is none, or no object.
pub(crate) fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// Sets a property of an object that we have just made.
pub(crate) fn set(object: &Object, name: &str, value: impl Into<JsValue>) {
    Reflect::set(object, &name.into(), &value.into()).expect("a plain object takes properties");
}

fn wrong(what: &str) -> HostError {
    HostError::Call(what.to_owned())
}

fn is_absent(value: &JsValue) -> bool {
    value.is_undefined() || value.is_null()
}

/// Returns the entries of a plain object of options.
fn entries(object: &JsValue, what: &str) -> Result<Vec<(String, JsValue)>> {
    if is_absent(object) {
        return Ok(Vec::new());
    }
    let object: &Object = object.dyn_ref().ok_or_else(|| wrong(what))?;
    let mut entries = Vec::new();
    for entry in Object::entries(object).iter() {
        let entry: Array = entry.unchecked_into();
        if let Some(name) = entry.get(0).as_string() {
            entries.push((name, entry.get(1)));
        }
    }
    Ok(entries)
}

fn bytes(value: &JsValue) -> Option<Vec<u8>> {
    if let Some(text) = value.as_string() {
        return Some(text.into_bytes());
    }
    // Not by its class: an array may come from another frame's realm.
    if ArrayBuffer::is_view(value) {
        let view: &Uint8Array = value.unchecked_ref();
        let (start, len) = (view.byte_offset(), view.byte_length());
        return Some(
            Uint8Array::new_with_byte_offset_and_length(&view.buffer(), start, len).to_vec(),
        );
    }
    value.dyn_ref::<ArrayBuffer>().map(|buffer| Uint8Array::new(buffer).to_vec())
}

/// Writes `files` (name to text, bytes, or null to remove) into a workspace.
pub(crate) fn write_files(workspace: &Workspace, files: &JsValue) -> Result<()> {
    for (path, value) in entries(files, "files must be an object of names and contents")? {
        if is_absent(&value) {
            workspace.remove(&path)?;
            continue;
        }
        let data = bytes(&value)
            .ok_or_else(|| wrong(&format!("{path}: a file is a string or a Uint8Array")))?;
        workspace.write(&path, &data)?;
    }
    Ok(())
}

/// Returns a workspace's files as an object: text where it is UTF-8, otherwise bytes.
pub(crate) fn files_object(files: BTreeMap<String, Vec<u8>>) -> Object {
    let object = Object::new();
    for (path, data) in files {
        match String::from_utf8(data) {
            Ok(text) => set(&object, &path, text),
            Err(error) => set(&object, &path, Uint8Array::from(error.as_bytes())),
        }
    }
    object
}

/// Reads `mode` and `seed`.
pub(crate) fn mode(options: &JsValue) -> Result<Mode> {
    let mode = get(options, "mode");
    match mode.as_string().as_deref() {
        None if is_absent(&mode) => Ok(Mode::Live),
        Some("live") => Ok(Mode::Live),
        Some("lockstep") => {
            let seed = number(options, "seed")?.unwrap_or(1);
            Ok(Mode::Lockstep { seed: Seed(seed), budget: None })
        }
        _ => Err(wrong("mode must be \"live\" or \"lockstep\"")),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "checked to be a whole number in range"
)]
fn number(options: &JsValue, name: &str) -> Result<Option<u32>> {
    let value = get(options, name);
    if is_absent(&value) {
        return Ok(None);
    }
    match value.as_f64() {
        Some(n) if (0.0..=f64::from(u32::MAX)).contains(&n) => Ok(Some(n as u32)),
        _ => Err(wrong(&format!("{name} must be a number from 0 to 4294967295"))),
    }
}

/// Reads the options of `run`, but for callbacks.
pub(crate) fn run_spec(options: &JsValue, mode: Mode) -> Result<RunSpec> {
    const ARGV: &str = "argv must be an array of strings, as after `python` on a command line";
    let argv = strings(&get(options, "argv")).ok_or_else(|| wrong(ARGV))?;
    let hosts = get(options, "hosts");
    let hosts = if is_absent(&hosts) { Some(Vec::new()) } else { strings(&hosts) };
    let hosts = hosts
        .filter(|hosts| hosts.iter().all(|host| !host.trim_matches('.').is_empty()))
        .ok_or_else(|| wrong("hosts must be an array of host names"))?;
    let stdin = get(options, "stdin");
    let stdin = if is_absent(&stdin) {
        Vec::new()
    } else {
        bytes(&stdin).ok_or_else(|| wrong("stdin must be a string or a Uint8Array"))?
    };
    let env = entries(&get(options, "env"), "env must be an object of strings")?
        .into_iter()
        .map(|(name, value)| {
            let text = value.as_string();
            text.map(|text| (name, text)).ok_or_else(|| wrong("env must be an object of strings"))
        })
        .collect::<Result<Vec<_>>>()?;
    let timeout_ms = number(options, "timeoutMs")?;
    let stdin = Stdin::Prepared(stdin);
    let mode = match (mode, number(options, "bytecodes")?) {
        (Mode::Lockstep { seed, .. }, budget @ Some(_)) => Mode::Lockstep { seed, budget },
        (mode, _) => mode,
    };
    let report = get(options, "onReport").is_function() || get(options, "report").is_truthy();
    let trace = get(options, "onTrace").is_function() || get(options, "trace").is_truthy();
    Ok(RunSpec { argv, stdin, env, mode, timeout_ms, report, trace, hosts, ..RunSpec::default() })
}

fn strings(value: &JsValue) -> Option<Vec<String>> {
    value.dyn_ref::<Array>()?.iter().map(|word| word.as_string()).collect()
}

/// Returns a piece of a trace as plain objects.
pub(crate) fn trace_object(piece: &Traced) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    piece.serialize(&serializer).unwrap_or(JsValue::UNDEFINED)
}

/// Returns what `run` resolves to.
pub(crate) fn outcome_object(outcome: Outcome) -> Object {
    let result = outcome.result;
    let object = Object::new();
    set(&object, "stdout", outcome.stdout);
    set(&object, "stderr", outcome.stderr);
    set(&object, "truncated", outcome.is_truncated);
    set(&object, "exitCode", result.exit_code);
    set(&object, "reason", result.reason.name());
    set(&object, "message", result.message);
    set(&object, "wallMs", result.wall_ms);
    let processes = Array::new();
    for process in result.processes {
        let entry = Object::new();
        set(&entry, "pid", process.pid);
        set(&entry, "ppid", process.ppid);
        set(&entry, "command", process.command.as_str());
        let argv: Array = process.argv.iter().map(|word| JsValue::from_str(word)).collect();
        set(&entry, "argv", argv);
        set(&entry, "exitCode", process.exit_code);
        processes.push(&entry);
    }
    set(&object, "processes", processes);
    object
}

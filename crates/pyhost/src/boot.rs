//! Owns the making of the interpreter, before there is a program; what a program is it does not
//! know (`run`).

use std::cell::RefCell;

use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::compiler::Mode;
use rustpython_vm::{AsObject, Interpreter, PyResult, Settings, VirtualMachine, py_freeze};
use vivarium_protocol::ParseError;

use crate::{io, modules, packs, signals, syscalls};

/// Where the standard library seems to lie; served from packs.
pub(crate) const STDLIB: &str = "/usr/lib/python3.14";

/// `sys.executable`.
const EXECUTABLE: &str = "/usr/bin/python3";

/// What an interpreter is built from.
#[derive(Debug)]
pub struct Boot {
    /// `PYTHONHASHSEED`: fixes the order of sets of strings.
    pub hash_seed: u32,
    /// The pack of what start-up and most lessons import.
    pub core: Vec<u8>,
}

/// The interpreter of one process.
pub struct Python {
    pub(crate) interpreter: RefCell<Option<Interpreter>>,
}

impl Python {
    /// Builds the interpreter and imports what every program needs.
    ///
    /// # Panics
    /// When the pack does not fit this build: there is no Python to report it with.
    pub fn boot(boot: Boot) -> Self {
        packs::set_core(boot.core);
        let builder = Interpreter::builder(settings(boot.hash_seed));
        let stdlib = rustpython_stdlib::stdlib_module_defs(&builder.ctx);
        let ours = modules::all(&builder.ctx);
        let interpreter = builder
            .add_native_modules(&stdlib)
            .add_native_modules(&ours)
            .add_frozen_modules(py_freeze!(dir = "../python"))
            .init_hook(|vm| {
                let state = rustpython_vm::common::rc::PyRc::get_mut(&mut vm.state);
                let state = state.expect("hooks run before the state is shared");
                let paths = &mut state.config.paths;
                paths.executable = EXECUTABLE.to_owned();
                paths.base_executable = EXECUTABLE.to_owned();
                for prefix in [
                    &mut paths.prefix,
                    &mut paths.base_prefix,
                    &mut paths.exec_prefix,
                    &mut paths.base_exec_prefix,
                ] {
                    *prefix = "/usr".to_owned();
                }
                paths.stdlib_dir = Some(STDLIB.to_owned());
                paths.module_search_paths = vec![STDLIB.to_owned()];
            })
            .build();
        rustpython_stdlib::entropy::set_source(entropy);
        interpreter.enter_and_expect(prepare, "the interpreter must start");
        Self { interpreter: RefCell::new(Some(interpreter)) }
    }

    /// Returns the syntax errors of `source`.
    pub fn parse(&self, source: &str, filename: &str) -> Vec<ParseError> {
        let interpreter = self.interpreter.borrow();
        let Some(interpreter) = interpreter.as_ref() else { return Vec::new() };
        interpreter.enter(|vm| match vm.compile(source, Mode::Exec, filename) {
            Ok(_) => Vec::new(),
            Err(error) => {
                vec![parse_error(vm, &error.into_pyexception(vm, Some(source)))]
            }
        })
    }
}

fn settings(hash_seed: u32) -> Settings {
    let mut settings = Settings::default();
    settings.hash_seed = Some(hash_seed);
    settings.install_signal_handlers = false;
    settings.import_site = false;
    settings.utf8_mode = 1;
    settings.write_bytecode = false;
    settings
}

/// Where `random` starts from if it is not told; from the seed in lockstep.
fn entropy() -> [u32; 8] {
    let mut bytes = [0; 32];
    if let Some(syscalls) = syscalls::try_current() {
        syscalls.random(&mut bytes);
    }
    let (words, _) = bytes.as_chunks::<4>();
    std::array::from_fn(|index| u32::from_le_bytes(words[index]))
}

fn prepare(vm: &VirtualMachine) -> PyResult<()> {
    // What the kernel imitates; the library looks at it when it is imported.
    vm.sys_module.set_attr("platform", vm.ctx.new_str("linux"), vm)?;
    let importlib = vm.import("_frozen_importlib", 0)?;
    importlib.get_attr("_install_external_importers", vm)?.call((), vm)?;
    packs::install(vm)?;
    io::install(vm)?;
    signals::install(vm)?;
    modules::lacking::install(vm)?;
    vm.import("_vivarium_site", 0)?;
    vm.import("_vivarium_main", 0)?;
    // Before any program's clock begins: this import would count as the program's.
    vm.import("_vivarium_trace", 0)?;
    Ok(())
}

fn parse_error(vm: &VirtualMachine, error: &PyBaseExceptionRef) -> ParseError {
    let number = |name: &str| {
        let value = error.as_object().get_attr(&vm.ctx.new_str(name), vm).ok()?;
        value.try_into_value::<u32>(vm).ok()
    };
    let message = error.as_object().get_attr("msg", vm).and_then(|message| message.str(vm));
    let line = number("lineno").unwrap_or(1);
    let column = number("offset").unwrap_or(1).max(1);
    ParseError {
        message: message.map_or_else(|_| "invalid syntax".into(), |text| text.to_string()),
        line,
        column,
        end_line: number("end_lineno").filter(|end| *end >= line).unwrap_or(line),
        end_column: number("end_offset").filter(|end| *end > 0).unwrap_or(column + 1),
    }
}

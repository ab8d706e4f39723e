//! Owns the installation of files and standard streams into a fresh interpreter: `open` over our
//! raw files, then `sys.stdin`, `sys.stdout` and `sys.stderr` over descriptors 0, 1 and 2.

use rustpython_vm::{
    PyObjectRef, PyResult, VirtualMachine,
    function::{FuncArgs, KwArgs},
    stdlib::_io,
};
use vivarium_protocol::{Fd, Syscall};

use crate::{modules, syscalls};

/// Gives the interpreter files and codecs. `_io`, `io` and `builtins.open` work from then on.
pub fn install(vm: &VirtualMachine) -> PyResult<()> {
    vm.import("_vivarium_file", 0)?;
    let class = modules::file_io_class();
    _io::set_file_io(class.clone());
    vm.import("_io", 0)?.set_attr("FileIO", class.clone(), vm)?;
    // `io` may have been imported while there were no files yet.
    let modules = vm.sys_module.get_attr("modules", vm)?;
    if let Ok(io) = modules.get_item("io", vm) {
        io.set_attr("FileIO", class.clone(), vm)?;
        let register = io.get_attr("RawIOBase", vm)?.get_attr("register", vm)?;
        register.call((class,), vm)?;
    }
    // The package registers the search for all codecs but the few that the VM has itself.
    vm.import("encodings", 0)?;
    Ok(())
}

/// Gives the program its standard streams.
pub fn install_stdio(vm: &VirtualMachine) -> PyResult<()> {
    for (name, fd, writes) in [("stdin", 0, false), ("stdout", 1, true), ("stderr", 2, true)] {
        let stream = match syscalls::quick(Syscall::Fstat { fd: Fd(fd) }) {
            Ok(_) => standard_stream(vm, name, fd, writes)?,
            // A process may be started with a stream closed; CPython has None there.
            Err(_) => vm.ctx.none(),
        };
        vm.sys_module.set_attr(vm.ctx.intern_str(name), stream.clone(), vm)?;
        vm.sys_module.set_attr(vm.ctx.intern_str(format!("__{name}__")), stream, vm)?;
    }
    Ok(())
}

fn standard_stream(vm: &VirtualMachine, name: &str, fd: u32, writes: bool) -> PyResult {
    let is_terminal = syscalls::quick(Syscall::WindowSize { fd: Fd(fd) }).is_ok();
    let unbuffered = writes && is_set("PYTHONUNBUFFERED");
    let raw_mode = if writes { "wb" } else { "rb" };
    let io = vm.import("_io", 0)?;
    let file = _io::OpenArgs {
        buffering: if unbuffered { 0 } else { -1 },
        closefd: false,
        ..Default::default()
    };
    let buffer = _io::open(vm.ctx.new_int(fd).into(), Some(raw_mode), file, vm)?;
    let raw = if unbuffered { buffer.clone() } else { buffer.get_attr("raw", vm)? };
    raw.set_attr("name", vm.ctx.new_str(format!("<{name}>")), vm)?;
    let (encoding, errors) = encoding_of(fd);
    // Descriptor 2 is line buffered whatever it is, so that a crash loses no message. The page
    // shows the output that it collects as it comes, both streams in order, so that 1 is, too.
    let line_buffering = !unbuffered && (is_terminal || writes);
    let text = |value: &str| PyObjectRef::from(vm.ctx.new_str(value));
    let flag = |value: bool| PyObjectRef::from(vm.ctx.new_bool(value));
    let keywords = [
        ("encoding", text(&encoding)),
        ("errors", text(&errors)),
        ("newline", text("\n")),
        ("line_buffering", flag(line_buffering)),
        ("write_through", flag(unbuffered)),
    ];
    let keywords = keywords.into_iter().map(|(name, value)| (name.to_owned(), value));
    let keywords: KwArgs = keywords.collect();
    let class = io.get_attr("TextIOWrapper", vm)?;
    let stream = class.call_with_args(FuncArgs::new(vec![buffer], keywords), vm)?;
    stream.set_attr("mode", text(if writes { "w" } else { "r" }), vm)?;
    Ok(stream)
}

fn variable(name: &str) -> Option<&'static str> {
    let env = &syscalls::current().program().env;
    env.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

fn is_set(name: &str) -> bool {
    variable(name).is_some_and(|value| !value.is_empty())
}

/// `PYTHONIOENCODING`, else UTF-8; what cannot be encoded is never lost on standard error.
fn encoding_of(fd: u32) -> (String, String) {
    let (encoding, errors) = match variable("PYTHONIOENCODING").map(|value| value.split_once(':')) {
        Some(Some((encoding, errors))) => (encoding, errors),
        Some(None) => (variable("PYTHONIOENCODING").unwrap_or_default(), ""),
        None => ("", ""),
    };
    let encoding = if encoding.is_empty() { "utf-8" } else { encoding };
    let errors = match errors {
        _ if fd == 2 => "backslashreplace",
        // UTF-8 mode (PEP 540).
        "" => "surrogateescape",
        errors => errors,
    };
    (encoding.to_owned(), errors.to_owned())
}

//! Owns the start of a program from Python: the file that is tried, the descriptors it inherits,
//! the environment, and what the `OSError` says when it cannot be started.
//!
//! Knows nothing of the modules that ask for it (`_posixsubprocess`, `posix.posix_spawn`).

use rustpython_vm::{
    AsObject, PyObjectRef, PyResult, VirtualMachine,
    builtins::{PyBaseExceptionRef, PyBytes, PyStr},
    common::lock::PyMutex,
};
use vivarium_protocol::{
    DirEntry, Errno, Fd, FileKind, Pid, PollEvents, PollFd, Reply, SpawnGroup, Syscall,
};

use crate::syscalls::{self, os_error, os_error_because, os_error_named};

/// Descriptors from here on are not looked for when a program inherits all that are open.
const MAX_INHERITED: u32 = 256;

/// The environment that a new process gets if none is given: C's `environ`.
static ENVIRONMENT: PyMutex<Vec<(String, String)>> = PyMutex::new(Vec::new());

/// Sets a variable of the environment.
pub fn put_variable(name: &str, value: &str) {
    let mut environment = ENVIRONMENT.lock();
    match environment.iter_mut().find(|(known, _)| known == name) {
        Some((_, known)) => value.clone_into(known),
        None => environment.push((name.to_owned(), value.to_owned())),
    }
}

/// Removes a variable of the environment.
pub fn remove_variable(name: &str) {
    ENVIRONMENT.lock().retain(|(known, _)| known != name);
}

/// The environment of this process.
pub fn environment() -> Vec<(String, String)> {
    ENVIRONMENT.lock().clone()
}

/// A program to be started.
#[derive(Clone, Debug)]
pub struct Launch {
    /// Where it may be; the first file that can be run is.
    pub paths: Vec<String>,
    /// Its arguments, with its own name first.
    pub argv: Vec<String>,
    /// Its environment.
    pub env: Vec<(String, String)>,
    /// Its working directory; `None` is the caller's.
    pub cwd: Option<String>,
    /// Its descriptors, as (its number, ours).
    pub fds: Vec<(Fd, Fd)>,
    /// Its process group.
    pub group: SpawnGroup,
}

impl Launch {
    /// Starts the program. `name` is what an exception calls it.
    pub fn start(self, name: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Pid> {
        let mut failure = Errno::ENOENT;
        for path in &self.paths {
            match self.attempt(path, vm)? {
                Ok(pid) => return Ok(pid),
                Err(Errno::ENOENT | Errno::ENOTDIR) => {}
                Err(errno) => failure = errno,
            }
        }
        Err(self.explain(failure, name, vm))
    }

    fn attempt(&self, path: &str, vm: &VirtualMachine) -> PyResult<Result<Pid, Errno>> {
        let mut fds = self.fds.clone();
        loop {
            let call = Syscall::Spawn {
                path: path.to_owned(),
                argv: self.argv.clone(),
                env: self.env.clone(),
                cwd: self.cwd.clone(),
                fds: fds.clone(),
                group: self.group,
            };
            match syscalls::retry(vm, call)? {
                Ok(Reply::Pid(pid)) => return Ok(Ok(pid)),
                Ok(other) => return Err(syscalls::unexpected(vm, &other)),
                // A standard stream that this process has closed is none of the new one's either.
                Err(Errno::EBADF) => {
                    let closed = closed_among(fds.iter().map(|(_, ours)| *ours), vm)?;
                    let before = fds.len();
                    fds.retain(|(theirs, ours)| theirs.0 > 2 || !closed.contains(ours));
                    if fds.len() == before {
                        return Ok(Err(Errno::EBADF));
                    }
                }
                Err(errno) => return Ok(Err(errno)),
            }
        }
    }

    /// Makes the exception of CPython, and notes on it what this page can run.
    fn explain(&self, errno: Errno, name: &PyObjectRef, vm: &VirtualMachine) -> PyBaseExceptionRef {
        if let Some(cwd) = &self.cwd
            && let Some(errno) = folder_failure(cwd, vm)
        {
            let cwd: PyObjectRef = vm.ctx.new_str(cwd.as_str()).into();
            return os_error_named(vm, errno, Some(&cwd), None);
        }
        if errno == Errno::ENOSYS {
            let reason = "there are no other processes here: this browser cannot pause a program";
            return os_error_because(vm, errno, reason);
        }
        if !matches!(errno, Errno::ENOENT | Errno::EACCES | Errno::ENOEXEC) {
            return os_error(vm, errno);
        }
        let error = os_error_named(vm, errno, Some(name), None);
        let note = self.note(errno);
        // Without its note the exception still says what is wrong.
        let _ = vm.call_method(error.as_object(), "add_note", (vm.ctx.new_str(note),));
        error
    }

    fn note(&self, errno: Errno) -> String {
        if self.paths.iter().any(|path| path == "/bin/sh") {
            return "There is no shell here: give the program and its arguments as a list, \
                    without shell=True."
                .to_owned();
        }
        let commands = commands().join(", ");
        match errno {
            Errno::EACCES => "The file lacks the permission to be run: os.chmod(path, 0o755) \
                              gives it."
                .to_owned(),
            Errno::ENOEXEC => "What can be run are Python scripts whose first line is \
                               #!/usr/bin/env python3."
                .to_owned(),
            _ => format!(
                "What can be run here: {commands}; and executable scripts whose first line is \
                 #!/usr/bin/env python3."
            ),
        }
    }
}

/// Why a folder cannot be a working directory.
fn folder_failure(path: &str, vm: &VirtualMachine) -> Option<Errno> {
    let call = Syscall::Stat { at: None, path: path.to_owned(), follow: true };
    match syscalls::retry(vm, call).ok()? {
        Ok(Reply::Metadata(metadata)) if metadata.kind != FileKind::Directory => {
            Some(Errno::ENOTDIR)
        }
        Ok(_) => None,
        Err(errno) => Some(errno),
    }
}

/// The names of the programs that are installed.
fn commands() -> Vec<String> {
    let call = Syscall::ReadDir { at: None, path: "/usr/bin".to_owned() };
    let entries: Vec<DirEntry> = match syscalls::quick(call) {
        Ok(Reply::Entries(entries)) => entries,
        _ => Vec::new(),
    };
    entries.into_iter().map(|entry| entry.name).collect()
}

fn closed_among(fds: impl Iterator<Item = Fd>, vm: &VirtualMachine) -> PyResult<Vec<Fd>> {
    let fds = fds.map(|fd| PollFd { fd, events: PollEvents(0) }).collect();
    match syscalls::call(vm, Syscall::Poll { fds, timeout_ms: Some(0) })? {
        Reply::Ready(ready) => Ok(ready
            .into_iter()
            .filter(|entry| entry.events.0 & PollEvents::NVAL != 0)
            .map(|entry| entry.fd)
            .collect()),
        other => Err(syscalls::unexpected(vm, &other)),
    }
}

/// The open descriptors from 3 on that a new process inherits if it is not told otherwise.
pub fn inheritable(vm: &VirtualMachine) -> PyResult<Vec<Fd>> {
    let closed = closed_among((3..MAX_INHERITED).map(Fd), vm)?;
    let open = (3..MAX_INHERITED).map(Fd).filter(|fd| !closed.contains(fd));
    let is_inherited = |fd: &Fd| {
        let call = Syscall::GetCloexec { fd: *fd };
        matches!(syscalls::quick(call), Ok(Reply::Count(0)))
    };
    Ok(open.filter(is_inherited).collect())
}

/// The text of a `str`, `bytes` or path object, as the file system writes it.
pub fn text(object: &PyObjectRef, vm: &VirtualMachine) -> PyResult<String> {
    let object = vm.import("os", 0)?.get_attr("fspath", vm)?.call((object.clone(),), vm)?;
    let bytes = match (object.downcast_ref::<PyStr>(), object.downcast_ref::<PyBytes>()) {
        (Some(text), _) => text.as_bytes().to_vec(),
        (_, Some(bytes)) => bytes.as_bytes().to_vec(),
        _ => Vec::new(),
    };
    if bytes.contains(&0) {
        return Err(vm.new_value_error("embedded null byte"));
    }
    String::from_utf8(bytes).map_err(|_| os_error(vm, Errno::EILSEQ))
}

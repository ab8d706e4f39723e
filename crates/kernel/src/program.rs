//! Owns the search for the program that a path means: Python, a built-in command, or a script.

use vivarium_protocol::Errno;
use vivarium_vfs::{Descriptors, PROGRAM_MAGIC};

use crate::builtin::{self, Builtin};
use crate::kernel::Kernel;
use crate::spawn::Order;

/// How many `#!` lines and `env` commands may lead to each other.
const DEPTH_MAX: u32 = 5;
/// How much of a `#!` line counts, in bytes.
const LINE_MAX: usize = 255;
/// Where a command without a slash is looked for if the environment has no `PATH`.
const USUAL_PATH: &str = "/usr/bin";

/// What a new process executes.
pub(crate) enum Image {
    /// The interpreter, with what stands after `python`.
    Python { argv: Vec<String>, env: Vec<(String, String)> },
    /// A command that the kernel itself runs.
    Builtin { name: String, argv: Vec<String>, builtin: Box<Builtin> },
}

/// A command line on its way to its program.
struct Command {
    path: String,
    argv: Vec<String>,
    env: Vec<(String, String)>,
}

impl Kernel {
    /// Finds the program of an order, with the child's directory for relative paths.
    pub(crate) fn image(
        &self,
        descriptors: &Descriptors,
        order: &Order<'_>,
    ) -> Result<Image, Errno> {
        let command = Command {
            path: order.path.to_owned(),
            argv: order.argv.to_vec(),
            env: order.env.to_vec(),
        };
        self.resolve(descriptors, command, DEPTH_MAX)
    }

    fn resolve(
        &self,
        descriptors: &Descriptors,
        command: Command,
        depth: u32,
    ) -> Result<Image, Errno> {
        let Command { path, argv, env } = command;
        let depth = depth.checked_sub(1).ok_or(Errno::ELOOP)?;
        let data = self.files.program(descriptors, &path)?;
        if let Some(rest) = data.strip_prefix(PROGRAM_MAGIC.as_bytes()) {
            let name = String::from_utf8_lossy(rest).trim_end().to_owned();
            let argv = argv.into_iter().skip(1).collect();
            return self.system_program(descriptors, &name, argv, env, depth);
        }
        let (interpreter, option) = shebang(data).ok_or(Errno::ENOEXEC)?;
        let name = interpreter.clone();
        let script = std::iter::once(name).chain(option).chain([path]);
        let argv = script.chain(argv.into_iter().skip(1)).collect();
        if is_python(&interpreter) {
            return self.system_program(descriptors, "python", skip(argv), env, depth);
        }
        self.resolve(descriptors, Command { path: interpreter, argv, env }, depth)
    }

    fn system_program(
        &self,
        descriptors: &Descriptors,
        name: &str,
        argv: Vec<String>,
        env: Vec<(String, String)>,
        depth: u32,
    ) -> Result<Image, Errno> {
        if name == "env" {
            return self.with_environment(descriptors, argv, env, depth);
        }
        if !name.starts_with("python") {
            let builtin = Box::new(Builtin::command(name, &argv).ok_or(Errno::ENOEXEC)?);
            return Ok(Image::Builtin { name: name.to_owned(), argv, builtin });
        }
        Ok(match builtin::resource_tracker(&argv) {
            Some(builtin) => {
                let (name, builtin) = ("resource_tracker".to_owned(), Box::new(builtin));
                Image::Builtin { name, argv, builtin }
            }
            None => Image::Python { argv, env },
        })
    }

    /// `env [-i] [NAME=VALUE]... [COMMAND [ARGUMENT]...]`.
    fn with_environment(
        &self,
        descriptors: &Descriptors,
        argv: Vec<String>,
        mut env: Vec<(String, String)>,
        depth: u32,
    ) -> Result<Image, Errno> {
        let mut words = argv.iter().cloned().peekable();
        while words.next_if(|word| word == "-i" || word == "-").is_some() {
            env.clear();
        }
        while let Some(word) = words.next_if(|word| word.contains('=')) {
            let (name, value) = word.split_once('=').unwrap_or_default();
            env.retain(|(known, _)| known != name);
            env.push((name.to_owned(), value.to_owned()));
        }
        let words: Vec<String> = words.collect();
        let Some(name) = words.first().cloned() else {
            let builtin = Box::new(Builtin::env(&env));
            return Ok(Image::Builtin { name: "env".into(), argv, builtin });
        };
        let mut result = Err(Errno::ENOENT);
        for path in candidates(&name, &env) {
            let command = Command { path, argv: words.clone(), env: env.clone() };
            match self.resolve(descriptors, command, depth) {
                Ok(image) => return Ok(image),
                Err(Errno::ENOENT) => {}
                Err(errno) => result = Err(errno),
            }
        }
        result.or_else(|errno: Errno| {
            let code = if errno == Errno::ENOENT { 127 } else { 126 };
            let builtin = Builtin::failure(&format!("env: ‘{name}’: {}\n", errno.message()), code);
            Ok(Image::Builtin { name: "env".into(), argv, builtin: Box::new(builtin) })
        })
    }
}

/// Where a command may lie: as it says, or in the folders of `PATH`.
fn candidates(name: &str, env: &[(String, String)]) -> Vec<String> {
    if name.contains('/') {
        return vec![name.to_owned()];
    }
    let path = env.iter().find(|(key, _)| key == "PATH");
    let path = path.map_or(USUAL_PATH, |(_, value)| value.as_str());
    path.split(':').map(|folder| format!("{folder}/{name}")).collect()
}

/// Reads a `#!` line: the interpreter, and the one argument it may have.
fn shebang(data: &[u8]) -> Option<(String, Option<String>)> {
    let line = data.strip_prefix(b"#!")?;
    let line = line.split(|byte| *byte == b'\n').next()?;
    let line = String::from_utf8_lossy(&line[..line.len().min(LINE_MAX)]).into_owned();
    let (interpreter, option) = match line.trim().split_once([' ', '\t']) {
        Some((interpreter, option)) => (interpreter, Some(option.trim().to_owned())),
        None => (line.trim(), None),
    };
    (!interpreter.is_empty()).then(|| (interpreter.to_owned(), option))
}

/// Says whether an interpreter is a Python, wherever the script thinks that it lies.
fn is_python(interpreter: &str) -> bool {
    let name = interpreter.rsplit('/').next().unwrap_or_default();
    let version = name
        .strip_prefix("python")
        .map(|v| v.trim_matches(|c: char| c.is_ascii_digit() || c == '.'));
    version == Some("")
}

fn skip(argv: Vec<String>) -> Vec<String> {
    argv.into_iter().skip(1).collect()
}

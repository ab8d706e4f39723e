//! Python on this machine, without browser and kernel: the interpreter of the worker over
//! [`LocalSyscalls`], for tests and for trying things.
//!
//! `VIVARIUM_PACKS=folder vivarium-python [as python's arguments]`. The program sees the files of
//! the folder `VIVARIUM_FILES` in `/home/learner` and the bytes of the file `VIVARIUM_STDIN` on
//! standard input. With `VIVARIUM_SEED` it runs in lockstep.

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    native::main();
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::{
        env, fs,
        io::{self, Read, Write},
        path::{Path, PathBuf},
        process, thread,
    };

    use vivarium_protocol::{Bytes, Console, ExitStatus, Mode, Pid, Program, Seed, StartFile};
    use vivarium_pyhost::{
        Boot, Python,
        local::{LocalSyscalls, Outside},
        syscalls::Randomness,
    };
    use vivarium_vfs::{HOME, Stream};

    /// The interpreter's frames are large where it is not optimized.
    const STACK_BYTES: usize = 512 << 20;

    pub(super) fn main() {
        let python = thread::Builder::new().stack_size(STACK_BYTES).spawn(run);
        let status = python.expect("this machine has threads").join();
        exit(status.unwrap_or_else(|_| ExitStatus::Crashed { message: "a panic".to_owned() }));
    }

    fn run() -> ExitStatus {
        green::native::install();
        let packs =
            env::var_os("VIVARIUM_PACKS").expect("VIVARIUM_PACKS names the folder of packs");
        let packs = PathBuf::from(packs);
        let core = fs::read(packs.join("core.pack")).expect("the folder of packs has core.pack");
        let seed = env::var("VIVARIUM_SEED").ok().and_then(|seed| seed.parse().ok()).map(Seed);
        let python = Python::boot(Boot { hash_seed: seed.map_or(0, |seed| seed.0), core });
        if let Some(seed) = seed {
            green::configure(green::Config::lockstep(u64::from(seed.0)));
        }
        let randomness = seed.map_or_else(|| Randomness::system(fill), Randomness::seeded);
        let program = program(seed);
        let local = LocalSyscalls::new(&program, randomness, Box::new(Machine { packs }));
        python.run(Box::leak(Box::new(local)))
    }

    fn program(seed: Option<Seed>) -> Program {
        let mut files = Vec::new();
        if let Some(folder) = env::var_os("VIVARIUM_FILES") {
            gather(Path::new(&folder), HOME, &mut files);
        }
        let stdin = env::var_os("VIVARIUM_STDIN").and_then(|path| fs::read(path).ok());
        let variables = [
            ("HOME", HOME),
            ("PATH", "/usr/bin"),
            ("LANG", "C.UTF-8"),
            ("USER", "learner"),
            ("TERM", "xterm-256color"),
            ("PYTHONUTF8", "1"),
        ];
        let mut env: Vec<(String, String)> =
            variables.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        env.extend(env::vars().filter(|(name, _)| name.starts_with("PYTHON")));
        Program {
            pid: Pid(1),
            argv: env::args().skip(1).collect(),
            env,
            cwd: HOME.to_owned(),
            mode: seed.map_or(Mode::Live, |seed| Mode::Lockstep { seed, budget: None }),
            clock: None,
            traced: env::var_os("VIVARIUM_TRACE").is_some(),
            schedule: None,
            console: [Console::Collected; 3],
            columns: 80,
            rows: 24,
            files,
            stdin: Bytes(stdin.unwrap_or_default()),
        }
    }

    fn gather(folder: &Path, prefix: &str, files: &mut Vec<StartFile>) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = format!("{prefix}/{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                gather(&entry.path(), &path, files);
            } else if let Ok(data) = fs::read(entry.path()) {
                files.push(StartFile { path, data: Bytes(data) });
            }
        }
    }

    fn fill(out: &mut [u8]) {
        let source = fs::File::open("/dev/urandom").and_then(|mut file| file.read_exact(out));
        source.expect("this machine has random bytes");
    }

    struct Machine {
        packs: PathBuf,
    }

    impl Outside for Machine {
        fn output(&self, stream: Stream, data: &[u8]) {
            // Whoever closed our output does not want it.
            let _ = match stream {
                Stream::Stdout => io::stdout().write_all(data).and_then(|()| io::stdout().flush()),
                Stream::Stderr | Stream::Report => io::stderr().write_all(data),
            };
        }

        fn pack(&self, name: &str) -> Option<Vec<u8>> {
            fs::read(self.packs.join(name)).ok()
        }

        fn exit(&self, status: ExitStatus) -> ! {
            exit(status)
        }
    }

    fn exit(status: ExitStatus) -> ! {
        if let Some(path) = env::var_os("VIVARIUM_TRACE") {
            let events = vivarium_pyhost::trace::take(true).unwrap_or_default().events;
            let lines = events.iter().map(|event| format!("{event:?}\n")).collect::<String>();
            fs::write(path, lines).expect("the trace can be written");
        }
        match status {
            ExitStatus::Exited(code) => process::exit(i32::from(code)),
            ExitStatus::Signaled(signal) => process::exit(128 + i32::from(signal.0)),
            ExitStatus::Crashed { message } => {
                eprintln!("the interpreter broke down: {message}");
                process::exit(134)
            }
        }
    }
}

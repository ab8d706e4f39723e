//! Compiles the product in the background while the first test parts run: most of that is one long step on one
//! processor. Knows when to start and to wait; what is compiled, and how, is the business of `assets` and `tools`.

use crate::paths::Paths;
use crate::{assets, compiler, tools, ui};
use anyhow::Result;
use std::env;
use std::process::{Child, Command, Stdio};

/// The command of the background process.
pub const COMMAND: &str = "ahead";

/// A build in the background.
pub struct Ahead {
    child: Child,
}

impl Ahead {
    /// Starts it; what it prints goes to a log.
    ///
    /// # Errors
    /// When no process can be started, or the log cannot be written.
    pub fn start(paths: &Paths) -> Result<Self> {
        let log = paths.log(COMMAND);
        let output = ui::log_file(&log)?;
        let child = Command::new(env::current_exe()?)
            .arg(COMMAND)
            .current_dir(&paths.root)
            .stdin(Stdio::null())
            .stdout(output.try_clone()?)
            .stderr(output)
            .spawn()?;
        ui::say(&format!("Compiling Python in the background; see {}", log.display()));
        Ok(Self { child })
    }

    /// Waits for its end. Whether it succeeded is told by the build itself, which does again what failed.
    pub fn finish(mut self, paths: &Paths) -> Result<()> {
        if self.child.try_wait()?.is_none() {
            ui::wait(
                "Waiting for the build in the background",
                &paths.log(COMMAND),
                &mut self.child,
            )?;
        }
        Ok(())
    }
}

impl Drop for Ahead {
    fn drop(&mut self) {
        // It has ended, or nobody needs it any more.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What the background process does, the longest first.
pub fn run(paths: &Paths) -> Result<()> {
    assets::worker(paths, &compiler::find(paths)?)?;
    tools::all(paths).map(drop)
}

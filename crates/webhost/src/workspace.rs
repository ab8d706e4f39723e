//! Owns one kernel: a file tree and the runs in it.

use std::collections::BTreeMap;

use crate::{HostError, Run, RunEvent, RunSpec};

/// A file tree and the programs that run in it. Clones share it.
#[derive(Clone)]
pub struct Workspace;

impl Workspace {
    /// Starts a program; `sink` is told what happens, never before this returns.
    pub fn run(&self, spec: RunSpec, sink: impl FnMut(RunEvent) + 'static) -> Run {
        let _ = (spec, Box::new(sink));
        Run
    }

    /// Makes or replaces a file.
    pub fn write(&self, path: &str, data: &[u8]) -> Result<(), HostError> {
        let _ = (path, data);
        Ok(())
    }

    /// Returns a file's content.
    pub fn read(&self, path: &str) -> Result<Vec<u8>, HostError> {
        let _ = path;
        Ok(Vec::new())
    }

    /// Removes a file, or a directory with all that is in it.
    pub fn remove(&self, path: &str) -> Result<(), HostError> {
        let _ = path;
        Ok(())
    }

    /// Returns the files in the learner's directory, by relative path.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        BTreeMap::new()
    }

    /// Kills every run and forgets the files.
    pub fn close(&self) {}
}

//! Owns what the start of a process needs of the files: the table of a child, and its program.

use std::collections::BTreeMap;

use vivarium_protocol::{Access, Errno, Fd};

use crate::descriptor::{Descriptor, Descriptors, Object};
use crate::files::Files;
use crate::inode::Node;
use crate::resolve::LastLink;
use crate::semaphore::OpenSemaphores;

/// How the content of a system program in `/usr/bin` begins; its name follows, and a line's end.
/// A copy of such a file, or a link to it, is the same program.
pub const PROGRAM_MAGIC: &str = "\u{7f}VIVARIUM ";

/// The system programs; `python3.14` has links with shorter names.
pub(crate) const PROGRAMS: [&str; 9] =
    ["cat", "echo", "env", "false", "ls", "pwd", "python3.14", "sleep", "true"];

impl Files {
    /// Returns the table of a process started from `parent`: exactly the descriptors of `fds`, as
    /// pairs (child's number, parent's number), and `cwd` as its directory, or the parent's.
    pub fn inherit(
        &mut self,
        parent: &Descriptors,
        fds: &[(Fd, Fd)],
        cwd: Option<&str>,
    ) -> Result<Descriptors, Errno> {
        let directory = match cwd {
            Some(path) => self.tree.resolve(parent.cwd, path, LastLink::Follow)?,
            None => parent.cwd,
        };
        if cwd.is_some() {
            self.tree.directory(directory)?;
            self.tree.require(directory, Access::X_OK)?;
        }
        let mut open = BTreeMap::new();
        for &(theirs, ours) in fds {
            if theirs.0 >= self.limits.descriptors {
                return Err(Errno::EBADF);
            }
            let description = parent.get(ours)?.description;
            open.insert(theirs, Descriptor { description, cloexec: false });
        }
        for descriptor in open.values() {
            self.share(descriptor.description);
        }
        self.tree.hold(directory);
        Ok(Descriptors {
            id: self.fresh_table(),
            open,
            cwd: directory,
            umask: parent.umask,
            stdio: parent.stdio,
            semaphores: OpenSemaphores::default(),
        })
    }

    /// Returns the content of the program at `path`, as `execve` looks for it: a regular file that
    /// the learner may execute, or EACCES.
    pub fn program(&self, process: &Descriptors, path: &str) -> Result<&[u8], Errno> {
        let ino = self.tree.resolve(process.cwd, path, LastLink::Follow)?;
        let inode = self.tree.inode(ino)?;
        match &inode.node {
            Node::File(data) if inode.permits(Access::X_OK) => Ok(data),
            Node::File(_)
            | Node::Directory(_)
            | Node::Device(_)
            | Node::Symlink(_)
            | Node::Socket(_) => Err(Errno::EACCES),
        }
    }

    /// Says whether a descriptor is one of its run's own standard streams.
    pub fn is_console(&self, process: &Descriptors, fd: Fd) -> bool {
        let object = self.description(process, fd).map(|description| description.object);
        matches!(object, Ok(Object::Input(_) | Object::Output(..)))
    }
}

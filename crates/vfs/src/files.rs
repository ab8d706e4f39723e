//! Owns everything open: descriptions, pipes and standard streams, over one tree.

use std::collections::{BTreeMap, BTreeSet};
use std::mem;

use vivarium_protocol::{Errno, Fd, Ino, OpenFlags, Reply, Timespec};

use crate::descriptor::{
    Description, DescriptionId, Descriptor, DescriptorView, Descriptors, Object, TableId,
};
use crate::inode::Node;
use crate::lease::Leases;
use crate::pipe::{Pipe, PipeId};
use crate::random::Random;
use crate::semaphore::{OpenSemaphores, SemaphoreId, Semaphores};
use crate::socket::{Network, SocketId};
use crate::stdio::{Output, Stdio, StdioId, Stream};
use crate::tree::{FileTree, Limits};

/// What came of a system call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is done.
    Done(Result<Reply, Errno>),
    /// It has to wait. Repeat it, with the same `written`, when [`Files::take_woken`] concerns it.
    Blocked(Wait),
    /// It is not about files: the caller's own business.
    Elsewhere,
}

/// What a blocked call waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wait {
    /// Something to be typed.
    Input(StdioId),
    /// Data in a pipe, or its last writer to close.
    PipeData(PipeId),
    /// Room in a pipe, or its last reader to close.
    PipeRoom(PipeId),
    /// A connection to a listening socket.
    Accept(SocketId),
    /// A place in the queue of the listener to which this socket connects.
    Connect(SocketId),
    /// Something to receive from this socket, or its end.
    SocketData(SocketId),
    /// Room in the queue of this socket, to which another one sends.
    SocketRoom(SocketId),
    /// A semaphore to be posted.
    Semaphore(SemaphoreId),
    /// One of several descriptors; the input is named if it is among them.
    Poll(Option<StdioId>),
}

/// What calls that wait may wait for no longer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Woken(BTreeSet<Wait>);

impl Woken {
    /// Says whether every call that waits would wait again.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Says whether a call that waits so is worth another attempt.
    pub fn concerns(&self, wait: Wait) -> bool {
        match wait {
            Wait::Poll(_) => !self.is_empty(),
            wait => self.0.contains(&wait),
        }
    }
}

/// A file tree with everything that is open in it.
#[derive(Debug)]
pub struct Files {
    pub(crate) tree: FileTree,
    pub(crate) limits: Limits,
    pub(crate) descriptions: BTreeMap<DescriptionId, Description>,
    pub(crate) pipes: BTreeMap<PipeId, Pipe>,
    pub(crate) stdios: BTreeMap<StdioId, Stdio>,
    pub(crate) outputs: Vec<Output>,
    pub(crate) random: Random,
    pub(crate) network: Network,
    pub(crate) semaphores: Semaphores,
    pub(crate) leases: Leases,
    /// What calls that wait may wait for no longer.
    pub(crate) woken: BTreeSet<Wait>,
    next_id: u32,
    next_pipe: u32,
    next_table: u32,
}

impl Files {
    /// Returns a fresh tree with nothing open. `seed` is for `/dev/urandom`.
    pub fn new(limits: Limits, seed: u64, now: Timespec) -> Self {
        Self {
            tree: FileTree::new(limits, now),
            limits,
            descriptions: BTreeMap::new(),
            pipes: BTreeMap::new(),
            stdios: BTreeMap::new(),
            outputs: Vec::new(),
            random: Random::new(seed),
            network: Network::new(),
            semaphores: Semaphores::default(),
            leases: Leases::default(),
            woken: BTreeSet::new(),
            next_id: 1,
            next_pipe: 1,
            next_table: 0,
        }
    }

    /// Returns the tree.
    pub fn tree(&self) -> &FileTree {
        &self.tree
    }

    /// Returns the tree, to be changed from outside.
    pub fn tree_mut(&mut self) -> &mut FileTree {
        &mut self.tree
    }

    /// Begins `/dev/urandom` anew from a seed.
    ///
    /// Free ports are chosen in the same order again, too.
    pub fn reseed(&mut self, seed: u64) {
        self.network.reset_choice();
        self.random = Random::new(seed);
    }

    /// Adds the standard streams of a run.
    pub fn add_stdio(&mut self, stdio: Stdio) -> StdioId {
        let id = StdioId(self.fresh_id());
        self.stdios.insert(id, stdio);
        id
    }

    /// Returns standard streams, to be typed into. Wakes who waits.
    pub fn stdio_mut(&mut self, id: StdioId) -> Option<&mut Stdio> {
        self.woken.insert(Wait::Input(id));
        self.stdios.get_mut(&id)
    }

    /// Says whether these standard streams are a terminal.
    pub fn is_terminal(&self, id: StdioId) -> bool {
        self.stdios.get(&id).is_some_and(Stdio::is_terminal)
    }

    /// Returns the path of a process's working directory; ENOENT if it was removed.
    pub fn working_directory(&self, process: &Descriptors) -> Result<String, Errno> {
        self.tree.path_of(process.cwd)
    }

    /// Ends the standard streams of a run: further use of them is EIO.
    pub fn remove_stdio(&mut self, id: StdioId) {
        self.woken.insert(Wait::Input(id));
        self.network.forget_run(id);
        self.semaphores.forget_run(id);
        self.stdios.remove(&id);
        if self.stdios.is_empty() {
            self.tree.empty_shared_memory();
        }
    }

    /// Returns the table of a first process: standard streams open, in the home directory.
    pub fn spawn(&mut self, stdio: StdioId) -> Descriptors {
        let cwd = self.tree.home().unwrap_or(crate::tree::ROOT);
        self.tree.hold(cwd);
        let mut process = Descriptors {
            id: self.fresh_table(),
            open: BTreeMap::new(),
            cwd,
            umask: 0o022,
            stdio,
            semaphores: OpenSemaphores::default(),
        };
        let state = self.stdios.get(&stdio);
        let is_terminal = state.is_some_and(Stdio::is_terminal);
        let reports = state.is_some_and(|state| state.reports);
        let (reads, writes) = if is_terminal {
            (OpenFlags::RDWR, OpenFlags::RDWR)
        } else {
            (OpenFlags::RDONLY, OpenFlags::WRONLY)
        };
        let mut open = |fd, object, flags| {
            let description = self.describe(object, OpenFlags(flags));
            process.open.insert(fd, Descriptor { description, cloexec: false });
        };
        open(Fd::STDIN, Object::Input(stdio), reads);
        open(Fd::STDOUT, Object::Output(stdio, Stream::Stdout), writes);
        open(Fd::STDERR, Object::Output(stdio, Stream::Stderr), writes);
        if reports {
            open(Fd::REPORT, Object::Output(stdio, Stream::Report), OpenFlags::WRONLY);
        }
        process
    }

    /// Closes all that a process has open, and lets go of its working directory.
    pub fn close_all(&mut self, process: &mut Descriptors) {
        self.network.enter_process(process.stdio);
        for (fd, descriptor) in mem::take(&mut process.open) {
            self.end_leases(process.id, fd, descriptor);
            self.unshare(descriptor.description);
        }
        self.close_semaphores(process);
        self.tree.release(process.cwd);
        process.cwd = crate::tree::ROOT;
        self.tree.hold(process.cwd);
    }

    /// Returns which blocked calls may have become possible since the last question.
    pub fn take_woken(&mut self) -> Woken {
        let mut woken = mem::take(&mut self.woken);
        woken.append(&mut self.network.woken);
        Woken(woken)
    }

    /// Returns what was written to standard streams since the last question.
    pub fn take_output(&mut self) -> Vec<Output> {
        mem::take(&mut self.outputs)
    }

    /// Returns what a process has open, in order, as `lsof` would show it.
    pub fn open_files(&self, process: &Descriptors) -> Vec<DescriptorView> {
        process
            .open
            .iter()
            .filter_map(|(&fd, descriptor)| {
                let description = self.descriptions.get(&descriptor.description)?;
                let access = match description.flags.0 & OpenFlags::ACCMODE {
                    OpenFlags::RDONLY => 'r',
                    OpenFlags::WRONLY => 'w',
                    _ => 'u',
                };
                let (target, pipe) = self.name_of(description.object);
                let socket = match description.object {
                    Object::Socket(id) => Some(id),
                    _ => None,
                };
                Some(DescriptorView { fd, access, target, pipe, socket })
            })
            .collect()
    }

    fn name_of(&self, object: Object) -> (String, Option<PipeId>) {
        match object {
            Object::Inode(ino) => {
                let path = self.tree.any_path_of(ino);
                (path.unwrap_or_else(|| format!("inode:{} (deleted)", ino.0)), None)
            }
            Object::PipeReader(id) | Object::PipeWriter(id) => (format!("pipe:{}", id.0), Some(id)),
            Object::Input(_) => ("stdin".to_owned(), None),
            Object::Output(_, Stream::Stdout) => ("stdout".to_owned(), None),
            Object::Output(_, Stream::Stderr) => ("stderr".to_owned(), None),
            Object::Output(_, Stream::Report) => ("report".to_owned(), None),
            Object::Socket(id) => (self.network.title(id), None),
        }
    }

    /// Makes a description with one share, and holds what it leads to.
    pub(crate) fn describe(&mut self, object: Object, flags: OpenFlags) -> DescriptionId {
        match object {
            Object::Inode(ino) => self.tree.hold(ino),
            Object::PipeReader(id) => self.pipes.entry(id).or_default().readers += 1,
            Object::PipeWriter(id) => self.pipes.entry(id).or_default().writers += 1,
            Object::Input(_) | Object::Output(..) | Object::Socket(_) => {}
        }
        let id = DescriptionId(self.fresh_id());
        self.descriptions.insert(id, Description { object, flags, offset: 0, descriptors: 1 });
        id
    }

    pub(crate) fn share(&mut self, id: DescriptionId) {
        if let Some(description) = self.descriptions.get_mut(&id) {
            description.descriptors += 1;
        }
    }

    /// Gives back a share; with the last one what it leads to is let go.
    pub(crate) fn unshare(&mut self, id: DescriptionId) {
        let Some(description) = self.descriptions.get_mut(&id) else { return };
        description.descriptors -= 1;
        if description.descriptors > 0 {
            return;
        }
        let object = description.object;
        self.descriptions.remove(&id);
        match object {
            Object::Inode(ino) => self.tree.release(ino),
            Object::PipeReader(id) => self.leave_pipe(id, |pipe| pipe.readers -= 1),
            Object::PipeWriter(id) => self.leave_pipe(id, |pipe| pipe.writers -= 1),
            Object::Socket(id) => self.network.close(id),
            Object::Input(_) | Object::Output(..) => {}
        }
    }

    fn leave_pipe(&mut self, id: PipeId, leave: impl FnOnce(&mut Pipe)) {
        self.woken.extend([Wait::PipeData(id), Wait::PipeRoom(id)]);
        let Some(pipe) = self.pipes.get_mut(&id) else { return };
        leave(pipe);
        if pipe.readers == 0 {
            self.leases.recall_room(id);
        }
        if pipe.readers == 0 && pipe.writers == 0 {
            self.pipes.remove(&id);
        }
    }

    pub(crate) fn description(&self, process: &Descriptors, fd: Fd) -> Result<&Description, Errno> {
        let id = process.get(fd)?.description;
        self.descriptions.get(&id).ok_or(Errno::EBADF)
    }

    pub(crate) fn description_mut(
        &mut self,
        process: &Descriptors,
        fd: Fd,
    ) -> Result<&mut Description, Errno> {
        let id = process.get(fd)?.description;
        self.descriptions.get_mut(&id).ok_or(Errno::EBADF)
    }

    /// Returns the inode of a descriptor; `None` for pipes and standard streams.
    pub(crate) fn inode_of(&self, process: &Descriptors, fd: Fd) -> Result<Option<Ino>, Errno> {
        Ok(match self.description(process, fd)?.object {
            Object::Inode(ino) => Some(ino),
            Object::PipeReader(_)
            | Object::PipeWriter(_)
            | Object::Input(_)
            | Object::Output(..)
            | Object::Socket(_) => None,
        })
    }

    /// Returns where a path starts; an absolute one does not look at the descriptor.
    pub(crate) fn start(
        &self,
        process: &Descriptors,
        at: Option<Fd>,
        path: &str,
    ) -> Result<Ino, Errno> {
        match at {
            Some(fd) if !path.starts_with('/') => self.inode_of(process, fd)?.ok_or(Errno::ENOTDIR),
            Some(_) | None => Ok(process.cwd),
        }
    }

    /// Opens `object` on the lowest free descriptor.
    pub(crate) fn install(
        &mut self,
        process: &mut Descriptors,
        object: Object,
        flags: OpenFlags,
    ) -> Result<Fd, Errno> {
        let fd = process.lowest_free(Fd(0), self.limits.descriptors)?;
        let cloexec = flags.has(OpenFlags::CLOEXEC);
        let description = self.describe(object, flags);
        process.open.insert(fd, Descriptor { description, cloexec });
        Ok(fd)
    }

    pub(crate) fn fresh_pipe(&mut self) -> PipeId {
        let id = PipeId(self.next_pipe);
        self.next_pipe += 1;
        id
    }

    /// Returns a number for a table; kept apart from the other numbers, which are seen.
    pub(crate) fn fresh_table(&mut self) -> TableId {
        self.next_table += 1;
        TableId(self.next_table)
    }

    fn fresh_id(&mut self) -> u32 {
        let id = self.next_id;
        self.next_id += 1;
        id
    }
}

impl FileTree {
    /// Returns a path of the inode, for people to read.
    pub(crate) fn any_path_of(&self, ino: Ino) -> Option<String> {
        if let Ok(Node::Directory(_)) = self.inode(ino).map(|inode| &inode.node) {
            return self.path_of(ino).ok();
        }
        self.search(crate::tree::ROOT, "", ino)
    }

    fn search(&self, directory: Ino, prefix: &str, wanted: Ino) -> Option<String> {
        let entries = &self.directory(directory).ok()?.entries;
        entries.iter().find_map(|(name, &ino)| {
            let path = format!("{prefix}/{name}");
            if ino == wanted { Some(path) } else { self.search(ino, &path, wanted) }
        })
    }
}

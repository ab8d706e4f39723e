//! Owns memory that several processes see: each process has a copy of a mapped file's pages, and
//! the copies are made to agree where POSIX says that memory is synchronized.
//!
//! A [`Region`] keeps beside its copy a twin, the bytes as the kernel last knew them: what differs
//! is what this process wrote. Before a system call by which another process could learn of it
//! ([`before`]) that is sent; after one by which this process could have learned of something
//! ([`learns`]) changed pages are taken over. So whoever locks sees what others wrote under the
//! lock, and an update without a lock can be lost. Knows nothing of the `mmap` module.

use std::sync::{
    Arc, Weak,
    atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering},
};

use rustpython_vm::common::lock::{PyMutex, PyMutexGuard};
use vivarium_protocol::{Bytes, Errno, Fd, Ino, Reply, Syscall};

use crate::syscalls;

/// A loop that only looks at shared memory sees news after this time, in nanoseconds.
const LOOK_AGAIN_NS: u64 = 10_000_000;

/// The regions with a file behind them.
static REGIONS: PyMutex<Vec<Weak<Region>>> = PyMutex::new(Vec::new());
/// How many there are: nearly all programs have none, and pay a comparison.
static COUNT: AtomicU32 = AtomicU32::new(0);

/// Bytes of a mapped file, or of nobody else.
#[derive(Debug)]
pub struct Region {
    data: PyMutex<Data>,
    /// The file that is shared, and where in it the region begins.
    file: Option<(Fd, u32)>,
    ino: Option<Ino>,
    /// Whether this process has mapped the file a second time.
    is_mapped_again: AtomicBool,
    is_dirty: AtomicBool,
    /// The version of the file that the copy agrees with.
    seen: AtomicU32,
    synced_ns: AtomicU64,
}

/// The bytes of a [`Region`].
#[derive(Debug, Default)]
pub struct Data {
    /// What the program reads and writes.
    pub copy: Vec<u8>,
    /// What the kernel knows; empty as long as nothing was written.
    twin: Vec<u8>,
}

impl Region {
    /// Makes memory of this process alone.
    pub fn private(copy: Vec<u8>) -> Arc<Self> {
        Arc::new(Self::new(copy, None))
    }

    /// Maps a file from `offset` on; `zeros` has the length. The descriptor becomes the region's.
    pub fn shared(fd: Fd, offset: u32, zeros: Vec<u8>) -> Result<Arc<Self>, Errno> {
        publish();
        let ino = match syscalls::current().call(Syscall::Fstat { fd })? {
            Reply::Metadata(metadata) => Some(metadata.ino),
            _ => None,
        };
        let mut region = Self::new(zeros, Some((fd, offset)));
        region.ino = ino;
        let region = Arc::new(region);
        region.sync(true)?;
        for other in region.others() {
            other.is_mapped_again.store(true, Ordering::SeqCst);
            region.is_mapped_again.store(true, Ordering::SeqCst);
        }
        REGIONS.lock().push(Arc::downgrade(&region));
        COUNT.fetch_add(1, Ordering::SeqCst);
        Ok(region)
    }

    fn new(copy: Vec<u8>, file: Option<(Fd, u32)>) -> Self {
        Self {
            data: PyMutex::new(Data { copy, twin: Vec::new() }),
            file,
            ino: None,
            is_mapped_again: AtomicBool::new(false),
            is_dirty: AtomicBool::new(false),
            seen: AtomicU32::new(0),
            synced_ns: AtomicU64::new(0),
        }
    }

    /// The file behind it.
    pub fn file(&self) -> Option<Fd> {
        self.file.map(|(fd, _)| fd)
    }

    /// The bytes, to be read.
    pub fn read(&self) -> PyMutexGuard<'_, Data> {
        self.look();
        self.data.lock()
    }

    /// The bytes, to be written.
    pub fn write(&self) -> PyMutexGuard<'_, Data> {
        self.look();
        let mut data = self.data.lock();
        if self.file.is_some() {
            if data.twin.len() != data.copy.len() {
                data.twin = data.copy.clone();
            }
            self.is_dirty.store(true, Ordering::SeqCst);
        }
        data
    }

    /// Gives the region another length; new bytes are zero until the next agreement.
    pub fn resize(&self, len: usize) -> Result<(), Errno> {
        let _ = self.sync(false);
        let mut data = self.data.lock();
        data.copy.resize(len, 0);
        data.twin = Vec::new();
        drop(data);
        self.seen.store(0, Ordering::SeqCst);
        self.sync(true)
    }

    /// Sends what was written here, and takes over what was written elsewhere if `takes`.
    pub fn sync(&self, takes: bool) -> Result<(), Errno> {
        let Some((fd, offset)) = self.file else { return Ok(()) };
        let (writes, len) = {
            let mut data = self.data.lock();
            let is_dirty = self.is_dirty.swap(false, Ordering::SeqCst);
            let writes = if is_dirty { data.take_changes(offset) } else { Vec::new() };
            (writes, data.copy.len())
        };
        if writes.is_empty() && !takes {
            return Ok(());
        }
        let len = u32::try_from(len).map_err(|_| Errno::ENOMEM)?;
        let seen = self.seen.load(Ordering::SeqCst);
        self.synced_ns.store(green::now_ns(), Ordering::SeqCst);
        let call = Syscall::MapSync { fd, offset, len, seen, writes };
        match syscalls::current().call(call)? {
            Reply::Pages { version, pages } => {
                let mut data = self.data.lock();
                // Another thread may have asked later and be here first: it knows all this.
                if version >= self.seen.load(Ordering::SeqCst) {
                    self.seen.store(version, Ordering::SeqCst);
                    pages.iter().for_each(|(at, bytes)| data.take_page(*at, offset, &bytes.0));
                }
                Ok(())
            }
            _ => Err(Errno::EIO),
        }
    }

    /// Lets a program that makes no system calls take part all the same; what it wrote through
    /// another map of the same file it sees at once.
    fn look(&self) {
        if self.file.is_some() {
            let before = self.synced_ns.load(Ordering::SeqCst);
            let is_old = green::now_ns().saturating_sub(before) >= LOOK_AGAIN_NS;
            if self.learns_from_others() || is_old {
                // The file is open: it cannot fail, and there is nobody to tell.
                let _ = self.sync(true);
            }
        }
    }

    /// Publishes what was written through this process's other maps of the file, if anything.
    fn learns_from_others(&self) -> bool {
        if !self.is_mapped_again.load(Ordering::SeqCst) {
            return false;
        }
        let mut has_news = false;
        for other in self.others() {
            if other.is_dirty.load(Ordering::SeqCst) {
                has_news |= other.sync(false).is_ok();
            }
        }
        has_news
    }

    /// This process's other maps of the file.
    fn others(&self) -> impl Iterator<Item = Arc<Self>> {
        regions()
            .into_iter()
            .filter(|other| other.ino == self.ino && !std::ptr::eq(Arc::as_ptr(other), self))
    }
}

impl Drop for Region {
    fn drop(&mut self) {
        let Some((fd, _)) = self.file else { return };
        // One that was never entered is not counted, but then its descriptor is closed all the same.
        let _ = self.sync(false);
        for other in self.others() {
            // It looks again at its next use.
            other.synced_ns.store(0, Ordering::SeqCst);
        }
        let mut regions = REGIONS.lock();
        let before = regions.len();
        regions.retain(|region| region.strong_count() > 0);
        let gone = u32::try_from(before - regions.len()).unwrap_or(0);
        drop(regions);
        COUNT.fetch_sub(gone, Ordering::SeqCst);
        let _ = syscalls::quick(Syscall::Close { fd });
    }
}

impl Data {
    /// Returns what differs from the twin, exactly: a byte that was not written here may have been
    /// written elsewhere.
    fn take_changes(&mut self, offset: u32) -> Vec<(u32, Bytes)> {
        const STEP: usize = 256;
        let mut changes = Vec::new();
        if self.twin.len() != self.copy.len() {
            return changes;
        }
        let mut at = 0;
        while at < self.copy.len() {
            let end = (at + STEP).min(self.copy.len());
            if self.copy[at..end] == self.twin[at..end] {
                at = end;
                continue;
            }
            let Some(first) = (at..end).find(|i| self.copy[*i] != self.twin[*i]) else { break };
            let rest = first..self.copy.len();
            let last = rest.into_iter().find(|i| self.copy[*i] == self.twin[*i]);
            let last = last.unwrap_or(self.copy.len());
            let place = u32::try_from(first).unwrap_or(u32::MAX).saturating_add(offset);
            changes.push((place, Bytes(self.copy[first..last].to_vec())));
            self.twin[first..last].copy_from_slice(&self.copy[first..last]);
            at = last;
        }
        changes
    }

    /// Takes over a page, but for what was written here and is not sent yet.
    fn take_page(&mut self, at: u32, offset: u32, bytes: &[u8]) {
        // A page may begin before the region, and end behind it.
        let skipped = offset.saturating_sub(at) as usize;
        let start = at.saturating_sub(offset) as usize;
        let Some(bytes) = bytes.get(skipped..) else { return };
        let end = (start + bytes.len()).min(self.copy.len());
        if start >= end {
            return;
        }
        let bytes = &bytes[..end - start];
        if self.twin.len() != self.copy.len() {
            self.copy[start..end].copy_from_slice(bytes);
            return;
        }
        for (index, new) in (start..end).zip(bytes) {
            if self.copy[index] == self.twin[index] {
                self.copy[index] = *new;
            }
            self.twin[index] = *new;
        }
    }
}

fn regions() -> Vec<Arc<Region>> {
    REGIONS.lock().iter().filter_map(Weak::upgrade).collect()
}

/// Makes visible to others what this process wrote to shared memory.
pub fn publish() {
    if COUNT.load(Ordering::SeqCst) == 0 {
        return;
    }
    for region in regions() {
        // Whoever reads it learns it at the next agreement; a closed file has no readers.
        let _ = region.sync(false);
    }
}

/// Takes over what others wrote to shared memory.
pub fn refresh() {
    if COUNT.load(Ordering::SeqCst) == 0 {
        return;
    }
    for region in regions() {
        let _ = region.sync(true);
    }
}

/// Called before a system call: others may learn by it what this process has done.
pub fn before(call: &Syscall) {
    if COUNT.load(Ordering::SeqCst) > 0 && tells(call) {
        publish();
    }
}

fn tells(call: &Syscall) -> bool {
    matches!(
        call,
        Syscall::SemPost { .. }
            | Syscall::SemWait { .. }
            | Syscall::Write { .. }
            | Syscall::Pwrite { .. }
            | Syscall::Read { .. }
            | Syscall::Pread { .. }
            | Syscall::Send { .. }
            | Syscall::Receive { .. }
            | Syscall::Poll { .. }
            | Syscall::Close { .. }
            | Syscall::Kill { .. }
            | Syscall::Spawn { .. }
            | Syscall::Waitpid { .. }
    )
}

/// Whether this process may learn by a system call what others have done.
pub fn learns(call: &Syscall) -> bool {
    COUNT.load(Ordering::SeqCst) > 0
        && matches!(
            call,
            Syscall::SemWait { .. }
                | Syscall::SemValue { .. }
                | Syscall::Read { .. }
                | Syscall::Receive { .. }
                | Syscall::Poll { .. }
                | Syscall::Waitpid { .. }
        )
}

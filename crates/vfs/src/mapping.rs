//! Owns which pages of a mapped file changed when, so that private copies can be made to agree.
//!
//! Workers share no memory. Each keeps a copy of what it has mapped and exchanges changed bytes
//! with the file where a program synchronizes: release consistency, page by page.

use std::ops::Range;

use vivarium_protocol::{Bytes, Errno, Fd, Reply, Timespec};

use crate::descriptor::Descriptors;
use crate::files::Files;
use crate::inode::Node;

/// The size of a page in bytes.
pub const PAGE_SIZE: usize = 4096;

/// The version at which each page of one file changed last.
#[derive(Clone, Debug)]
pub(crate) struct PageVersions {
    current: u32,
    pages: Vec<u32>,
}

impl PageVersions {
    fn new(len: usize) -> Self {
        Self { current: 1, pages: vec![1; len.div_ceil(PAGE_SIZE)] }
    }

    /// Notes a change of these bytes in a file that now has `len` of them.
    pub(crate) fn touch(&mut self, changed: Range<usize>, len: usize) {
        self.current = self.current.saturating_add(1);
        self.pages.resize(len.div_ceil(PAGE_SIZE), self.current);
        let first = (changed.start / PAGE_SIZE).min(self.pages.len());
        let last = changed.end.div_ceil(PAGE_SIZE).clamp(first, self.pages.len());
        self.pages[first..last].fill(self.current);
    }

    /// Returns the pages among `range` that changed after `seen`.
    fn newer(&self, range: Range<usize>, seen: u32) -> Vec<usize> {
        let last = range.end.div_ceil(PAGE_SIZE).min(self.pages.len());
        (range.start / PAGE_SIZE..last).filter(|page| self.pages[*page] > seen).collect()
    }
}

impl Files {
    /// Answers `MapSync`: applies the caller's writes, and tells what others have changed.
    pub(crate) fn map_sync(
        &mut self,
        process: &Descriptors,
        fd: Fd,
        range: Range<usize>,
        seen: u32,
        writes: &[(u32, Bytes)],
        now: Timespec,
    ) -> Result<Reply, Errno> {
        let flags = self.description(process, fd)?.flags;
        let ino = self.inode_of(process, fd)?.ok_or(Errno::ENODEV)?;
        if !flags.reads() || (!writes.is_empty() && !flags.writes()) {
            return Err(Errno::EACCES);
        }
        let inode = self.tree.inode_mut(ino)?;
        let Node::File(data) = &inode.node else { return Err(Errno::ENODEV) };
        let len = data.len();
        let versions = inode.pages.get_or_insert_with(|| Box::new(PageVersions::new(len)));
        // Asked before the caller's own writes, which it need not be told.
        let newer = versions.newer(range, seen);
        for (offset, bytes) in writes {
            // A mapping cannot make its file longer: what lies beyond the end is dropped.
            let room = len.saturating_sub(*offset as usize);
            let bytes = &bytes.0[..bytes.0.len().min(room)];
            self.tree.write_at(ino, *offset as usize, bytes, now)?;
        }
        let inode = self.tree.inode(ino)?;
        let (Node::File(data), Some(versions)) = (&inode.node, &inode.pages) else {
            return Err(Errno::ENODEV);
        };
        let page = |page: usize| {
            let start = page * PAGE_SIZE;
            let bytes = &data[start..data.len().min(start + PAGE_SIZE)];
            Ok((u32::try_from(start).map_err(|_| Errno::EFBIG)?, bytes.into()))
        };
        let pages = newer.into_iter().map(page).collect::<Result<_, Errno>>()?;
        Ok(Reply::Pages { version: versions.current, pages })
    }
}

#[cfg(test)]
mod tests {
    use vivarium_protocol::{Bytes, Errno, Fd, OpenFlags, Reply, Syscall, Timespec};

    use super::PAGE_SIZE;
    use crate::{Descriptors, Files, Limits, Outcome, Stdio};

    type Pages = Vec<(u32, Vec<u8>)>;

    struct World {
        files: Files,
        process: Descriptors,
    }

    impl World {
        fn new() -> Self {
            let mut files = Files::new(Limits::default(), 7, Timespec::default());
            let stdio = files.add_stdio(Stdio::prepared(Vec::new()));
            let process = files.spawn(stdio);
            Self { files, process }
        }

        #[track_caller]
        fn call(&mut self, call: &Syscall) -> Result<Reply, Errno> {
            match self.files.call(&mut self.process, Timespec::default(), call, &mut 0) {
                Outcome::Done(result) => result,
                other => panic!("{call:?} gave {other:?}"),
            }
        }

        fn open(&mut self, path: &str, flags: u32) -> Fd {
            let (path, flags) = (path.to_owned(), OpenFlags(flags));
            match self.call(&Syscall::Open { at: None, path, flags, mode: 0o600 }) {
                Ok(Reply::Fd(fd)) => fd,
                other => panic!("open gave {other:?}"),
            }
        }

        fn sync(
            &mut self,
            fd: Fd,
            len: usize,
            seen: u32,
            writes: &[(usize, &[u8])],
        ) -> Result<(u32, Pages), Errno> {
            let number = |n: usize| u32::try_from(n).unwrap();
            let writes = writes.iter().map(|(at, data)| (number(*at), Bytes(data.to_vec())));
            let writes = writes.collect();
            let call = Syscall::MapSync { fd, offset: 0, len: number(len), seen, writes };
            match self.call(&call)? {
                Reply::Pages { version, pages } => {
                    Ok((version, pages.into_iter().map(|(at, data)| (at, data.0)).collect()))
                }
                other => panic!("it gave {other:?}"),
            }
        }
    }

    #[test]
    fn each_side_gets_what_the_other_wrote_and_nothing_twice() {
        const LEN: usize = 3 * PAGE_SIZE + 100;
        let mut world = World::new();
        let fd = world.open("/dev/shm/psm", OpenFlags::RDWR | OpenFlags::CREAT);
        world.call(&Syscall::Truncate { fd, len: u32::try_from(LEN).unwrap() }).unwrap();
        let (mine, pages) = world.sync(fd, LEN, 0, &[]).unwrap();
        assert_eq!(pages.len(), 4, "at first everything");
        assert_eq!(pages[3].1.len(), 100, "the last page is short");
        let (theirs, _) = world.sync(fd, LEN, 0, &[]).unwrap();
        let (mine, pages) = world.sync(fd, LEN, mine, &[(PAGE_SIZE - 1, b"ab")]).unwrap();
        assert_eq!(pages, [], "one's own writes are known");
        let (theirs, pages) = world.sync(fd, LEN, theirs, &[(0, b"x")]).unwrap();
        assert_eq!(pages.iter().map(|page| page.0).collect::<Vec<_>>(), [0, 4096]);
        assert_eq!((pages[0].1[0], pages[0].1[4095], pages[1].1[0]), (b'x', b'a', b'b'));
        assert_eq!(world.sync(fd, LEN, theirs, &[]).unwrap(), (theirs, Vec::new()));
        let (_, pages) = world.sync(fd, LEN, mine, &[]).unwrap();
        assert_eq!(pages.iter().map(|page| page.0).collect::<Vec<_>>(), [0]);
    }

    #[test]
    fn writes_and_truncation_by_descriptor_are_seen_too() {
        let mut world = World::new();
        let fd = world.open("/dev/shm/psm", OpenFlags::RDWR | OpenFlags::CREAT);
        world.call(&Syscall::Truncate { fd, len: 9000 }).unwrap();
        let (seen, _) = world.sync(fd, 9000, 0, &[]).unwrap();
        let data = Bytes(b"z".to_vec());
        world.call(&Syscall::Pwrite { fd, data, offset: 5000 }).unwrap();
        let (seen, pages) = world.sync(fd, 9000, seen, &[]).unwrap();
        assert_eq!(pages.iter().map(|page| page.0).collect::<Vec<_>>(), [4096]);
        world.call(&Syscall::Truncate { fd, len: 5000 }).unwrap();
        let (_, pages) = world.sync(fd, 9000, seen, &[(6000, b"beyond the end")]).unwrap();
        assert_eq!(pages.len(), 1);
        assert_eq!((pages[0].0, pages[0].1.len()), (4096, 904));
    }

    #[test]
    fn an_unlinked_mapping_lives_and_rights_are_kept() {
        let mut world = World::new();
        let fd = world.open("/dev/shm/psm", OpenFlags::RDWR | OpenFlags::CREAT);
        world.call(&Syscall::Truncate { fd, len: 10 }).unwrap();
        let reader = world.open("/dev/shm/psm", OpenFlags::RDONLY);
        world.call(&Syscall::Unlink { at: None, path: "/dev/shm/psm".into() }).unwrap();
        let (version, _) = world.sync(fd, 10, 0, &[(3, b"kept")]).unwrap();
        let (_, pages) = world.sync(reader, 10, 0, &[]).unwrap();
        assert_eq!(pages, [(0, b"\0\0\0kept\0\0\0".to_vec())]);
        assert_eq!(world.sync(reader, 10, version, &[(0, b"x")]), Err(Errno::EACCES));
        assert_eq!(world.sync(Fd(1), 10, 0, &[]), Err(Errno::ENODEV), "no regular file");
        let (first, second) = match world.call(&Syscall::Pipe { flags: OpenFlags(0) }) {
            Ok(Reply::Pair(first, second)) => (first, second),
            other => panic!("pipe gave {other:?}"),
        };
        assert_eq!(world.sync(first, 10, 0, &[]), Err(Errno::ENODEV));
        assert_eq!(world.sync(second, 10, 0, &[]), Err(Errno::ENODEV));
    }

    #[test]
    fn shared_memory_that_is_left_behind_goes_with_the_last_run() {
        let mut world = World::new();
        world.open("/dev/shm/left", OpenFlags::RDWR | OpenFlags::CREAT);
        world.files.close_all(&mut world.process);
        let stdio = world.process.stdio();
        world.files.remove_stdio(stdio);
        assert_eq!(world.files.tree().export("/dev/shm").unwrap().len(), 0);
    }
}

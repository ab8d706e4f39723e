//! Owns named semaphores: their values, their names, and which of them each process has open.

use std::collections::BTreeMap;
use std::mem;

use vivarium_protocol::{Errno, Lease, OpenFlags, Reply, SemId, Syscall};

use crate::descriptor::{Descriptors, TableId};
use crate::files::{Files, Wait};
use crate::lease::{Habit, Units};
use crate::stdio::StdioId;
use crate::transfer::Transfer;

/// The highest value (`SEM_VALUE_MAX`).
const VALUE_MAX: u32 = 0x7fff_ffff;
/// With so many units nobody will have to wait for one: what is freed may be told late.
const PLENTY: u32 = 1 << 30;

/// The longest name, without its slash: Linux makes a file `sem.NAME` of it.
const NAME_MAX: usize = 251;

/// The number of a semaphore, for messages about who waits for what; none is used twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SemaphoreId(pub u32);

#[derive(Debug)]
struct Semaphore {
    value: u32,
    /// How many processes have it open.
    holders: u32,
    /// Its name, until that is removed.
    name: Option<String>,
    /// The run that has made it, and takes its name along when it ends.
    maker: StdioId,
    lease: Option<Units>,
    habit: Habit,
}

impl Semaphore {
    /// How many units may be taken by who has no lease.
    fn free(&self) -> u32 {
        self.value.saturating_sub(self.lease.as_ref().map_or(0, |lease| lease.count))
    }
}

/// All semaphores.
#[derive(Debug, Default)]
pub(crate) struct Semaphores {
    all: BTreeMap<SemaphoreId, Semaphore>,
    names: BTreeMap<String, SemaphoreId>,
    last_id: u32,
}

/// The semaphores that one process has open, with how often it has opened each.
#[derive(Debug, Default)]
pub(crate) struct OpenSemaphores {
    open: BTreeMap<SemId, (SemaphoreId, u32)>,
}

impl OpenSemaphores {
    pub(crate) fn get(&self, sem: SemId) -> Result<SemaphoreId, Errno> {
        self.open.get(&sem).map(|(id, _)| *id).ok_or(Errno::EINVAL)
    }

    /// Adds an opening; says whether it is the first of this semaphore.
    fn add(&mut self, id: SemaphoreId) -> (SemId, bool) {
        let known = self.open.iter_mut().find(|(_, (open, _))| *open == id);
        if let Some((sem, (_, count))) = known {
            *count += 1;
            return (*sem, false);
        }
        let sem = SemId(self.open.last_key_value().map_or(1, |(sem, _)| sem.0 + 1));
        self.open.insert(sem, (id, 1));
        (sem, true)
    }

    /// Takes an opening back; returns the semaphore with the last one.
    fn remove(&mut self, sem: SemId) -> Result<Option<SemaphoreId>, Errno> {
        let (id, count) = self.open.get_mut(&sem).ok_or(Errno::EINVAL)?;
        let id = *id;
        *count -= 1;
        if *count > 0 {
            return Ok(None);
        }
        self.open.remove(&sem);
        Ok(Some(id))
    }
}

impl Semaphores {
    fn open(
        &mut self,
        name: &str,
        flags: OpenFlags,
        value: u32,
        maker: StdioId,
    ) -> Result<SemaphoreId, Errno> {
        check_name(name)?;
        if let Some(&id) = self.names.get(name) {
            let is_exclusive = flags.has(OpenFlags::CREAT) && flags.has(OpenFlags::EXCL);
            return if is_exclusive { Err(Errno::EEXIST) } else { Ok(id) };
        }
        if !flags.has(OpenFlags::CREAT) {
            return Err(Errno::ENOENT);
        }
        if value > VALUE_MAX {
            return Err(Errno::EINVAL);
        }
        self.last_id += 1;
        let id = SemaphoreId(self.last_id);
        let named = Some(name.to_owned());
        let semaphore = Semaphore {
            value,
            holders: 0,
            name: named,
            maker,
            lease: None,
            habit: Habit::default(),
        };
        self.all.insert(id, semaphore);
        self.names.insert(name.to_owned(), id);
        Ok(id)
    }

    fn unlink(&mut self, name: &str) -> Result<(), Errno> {
        check_name(name)?;
        let id = self.names.remove(name).ok_or(Errno::ENOENT)?;
        if let Some(semaphore) = self.all.get_mut(&id) {
            semaphore.name = None;
        }
        self.drop_if_unused(id);
        Ok(())
    }

    fn hold(&mut self, id: SemaphoreId) {
        if let Some(semaphore) = self.all.get_mut(&id) {
            semaphore.holders += 1;
        }
    }

    fn release(&mut self, id: SemaphoreId) {
        if let Some(semaphore) = self.all.get_mut(&id) {
            semaphore.holders -= 1;
        }
        self.drop_if_unused(id);
    }

    fn drop_if_unused(&mut self, id: SemaphoreId) {
        if self.all.get(&id).is_some_and(|s| s.holders == 0 && s.name.is_none()) {
            self.all.remove(&id);
        }
    }

    /// Removes the names that a run has made and left behind.
    pub(crate) fn forget_run(&mut self, stdio: StdioId) {
        let left = self.all.values().filter(|semaphore| semaphore.maker == stdio);
        let names: Vec<String> = left.filter_map(|semaphore| semaphore.name.clone()).collect();
        for name in names {
            // The name was seen above, so there is nothing to fail.
            let _ = self.unlink(&name);
        }
    }

    fn get_mut(&mut self, id: SemaphoreId) -> Result<&mut Semaphore, Errno> {
        self.all.get_mut(&id).ok_or(Errno::EINVAL)
    }

    /// Returns a name of the semaphore for a sentence.
    pub(crate) fn title(&self, id: SemaphoreId) -> String {
        let name = self.all.get(&id).and_then(|semaphore| semaphore.name.as_deref());
        name.map_or_else(|| format!("semaphore {}", id.0), |name| format!("semaphore {name}"))
    }
}

/// A portable name begins with a slash and has no other.
fn check_name(name: &str) -> Result<(), Errno> {
    match name.strip_prefix('/') {
        Some(rest) if rest.len() > NAME_MAX => Err(Errno::ENAMETOOLONG),
        Some(rest) if !rest.is_empty() && !rest.contains(['/', '\0']) => Ok(()),
        Some(_) | None => Err(Errno::EINVAL),
    }
}

impl Files {
    /// Answers a system call about semaphores; `None` if it is about something else.
    pub(crate) fn semaphore_call(
        &mut self,
        process: &mut Descriptors,
        call: &Syscall,
    ) -> Option<Result<Transfer<Reply>, Errno>> {
        let quick = match call {
            Syscall::SemOpen { name, flags, value } => {
                self.open_semaphore(process, name, *flags, *value)
            }
            Syscall::SemClose { sem } => self.close_semaphore(process, *sem),
            Syscall::SemUnlink { name } => self.semaphores.unlink(name).map(|()| Reply::Done),
            Syscall::SemPost { sem, max } => self.post(process, *sem, *max),
            Syscall::SemValue { sem } => process
                .semaphores
                .get(*sem)
                .and_then(|id| Ok(Reply::Count(self.semaphores.get_mut(id)?.value))),
            Syscall::SemWait { sem, timeout_ms } => {
                return Some(self.take_semaphore(process, *sem, *timeout_ms));
            }
            _ => return None,
        };
        Some(quick.map(Transfer::Done))
    }

    fn open_semaphore(
        &mut self,
        process: &mut Descriptors,
        name: &str,
        flags: OpenFlags,
        value: u32,
    ) -> Result<Reply, Errno> {
        let id = self.semaphores.open(name, flags, value, process.stdio)?;
        let (sem, is_first) = process.semaphores.add(id);
        if is_first {
            self.semaphores.hold(id);
        }
        let has_plenty = self.semaphores.get_mut(id)?.value >= PLENTY;
        Ok(Reply::Sem { sem, has_plenty })
    }

    fn post(&mut self, process: &Descriptors, sem: SemId, max: u32) -> Result<Reply, Errno> {
        let id = process.semaphores.get(sem)?;
        let semaphore = self.semaphores.get_mut(id)?;
        if semaphore.value >= max.min(VALUE_MAX) {
            return Err(Errno::EOVERFLOW);
        }
        semaphore.value += 1;
        // What the holder of a lease gives back it may take again.
        if let Some(lease) = semaphore.lease.as_mut().filter(|lease| lease.holder == process.id) {
            lease.count += 1;
        }
        self.woken.insert(Wait::Semaphore(id));
        Ok(Reply::Done)
    }

    fn take_semaphore(
        &mut self,
        process: &Descriptors,
        sem: SemId,
        timeout_ms: Option<u32>,
    ) -> Result<Transfer<Reply>, Errno> {
        let id = process.semaphores.get(sem)?;
        self.end_units(id, process.id);
        let semaphore = self.semaphores.get_mut(id)?;
        if semaphore.free() > 0 {
            semaphore.value -= 1;
            semaphore.habit.took(process.id);
            return Ok(Transfer::Done(Reply::Done));
        }
        if semaphore.value == 0 && timeout_ms == Some(0) {
            return Err(Errno::EAGAIN);
        }
        semaphore.habit.is_contended();
        if let Some(lease) = &mut semaphore.lease {
            self.leases.recall(lease.holder, Lease::Units(lease.sem), &mut lease.is_recalled);
        }
        Ok(Transfer::Blocked(Wait::Semaphore(id)))
    }

    fn close_semaphore(&mut self, process: &mut Descriptors, sem: SemId) -> Result<Reply, Errno> {
        let id = process.semaphores.get(sem)?;
        self.end_units(id, process.id);
        if let Some(id) = process.semaphores.remove(sem)? {
            self.semaphores.release(id);
        }
        Ok(Reply::Done)
    }

    /// Closes all semaphores of a process.
    pub(crate) fn close_semaphores(&mut self, process: &mut Descriptors) {
        for (id, _) in mem::take(&mut process.semaphores.open).into_values() {
            self.end_units(id, process.id);
            self.semaphores.release(id);
        }
    }

    /// Takes a unit of a lease, as its holder says it has.
    pub(crate) fn take_unit(&mut self, process: &Descriptors, sem: SemId) {
        let Ok(id) = process.semaphores.get(sem) else { return };
        let Ok(semaphore) = self.semaphores.get_mut(id) else { return };
        if let Some(lease) = semaphore.lease.as_mut().filter(|lease| lease.holder == process.id) {
            lease.count = lease.count.saturating_sub(1);
            semaphore.value = semaphore.value.saturating_sub(1);
        }
    }

    /// Gives a process a lease on a semaphore that it alone has taken for some time; returns its
    /// units.
    pub(crate) fn lease_units(
        &mut self,
        process: &Descriptors,
        sem: SemId,
        is_wanted: impl FnOnce(Wait) -> bool,
    ) -> Option<u32> {
        let id = process.semaphores.get(sem).ok()?;
        let semaphore = self.semaphores.get_mut(id).ok()?;
        if semaphore.lease.is_some()
            || !semaphore.habit.is_of(process.id)
            || is_wanted(Wait::Semaphore(id))
        {
            return None;
        }
        let count = semaphore.value;
        semaphore.lease = Some(Units { holder: process.id, sem, count, is_recalled: false });
        Some(count)
    }

    /// Ends the lease that a process has on a semaphore, if it has one.
    pub(crate) fn end_units(&mut self, id: SemaphoreId, holder: TableId) {
        let Ok(semaphore) = self.semaphores.get_mut(id) else { return };
        if semaphore.lease.as_ref().is_some_and(|lease| lease.holder == holder) {
            semaphore.lease = None;
            self.woken.insert(Wait::Semaphore(id));
        }
    }

    /// Says whether a process may take units of a semaphore without asking.
    pub fn is_leased(&self, id: SemaphoreId) -> bool {
        self.semaphores.all.get(&id).is_some_and(|semaphore| semaphore.lease.is_some())
    }

    /// Returns what a semaphore is, in words.
    pub fn semaphore_title(&self, id: SemaphoreId) -> String {
        self.semaphores.title(id)
    }
}

#[cfg(test)]
mod tests {
    use vivarium_protocol::{Errno, OpenFlags, Reply, SemId, Syscall, Timespec};

    use super::VALUE_MAX;
    use crate::{Descriptors, Files, Limits, Outcome, Stdio, Wait};

    const NEW: OpenFlags = OpenFlags(OpenFlags::CREAT | OpenFlags::EXCL);

    fn world() -> (Files, Descriptors) {
        let mut files = Files::new(Limits::default(), 7, Timespec::default());
        let stdio = files.add_stdio(Stdio::prepared(Vec::new()));
        let process = files.spawn(stdio);
        (files, process)
    }

    #[track_caller]
    fn call(files: &mut Files, process: &mut Descriptors, call: &Syscall) -> Result<Reply, Errno> {
        match files.call(process, Timespec::default(), call, &mut 0) {
            Outcome::Done(result) => result,
            other => panic!("{call:?} gave {other:?}"),
        }
    }

    fn open(
        files: &mut Files,
        process: &mut Descriptors,
        name: &str,
        flags: OpenFlags,
        value: u32,
    ) -> Result<SemId, Errno> {
        match call(files, process, &Syscall::SemOpen { name: name.into(), flags, value })? {
            Reply::Sem { sem, .. } => Ok(sem),
            other => panic!("sem_open gave {other:?}"),
        }
    }

    #[test]
    fn a_semaphore_counts_down_blocks_and_wakes() {
        let (mut files, mut process) = world();
        let mut other = files.spawn(process.stdio());
        let sem = open(&mut files, &mut process, "/s", NEW, 1).unwrap();
        let same = open(&mut files, &mut other, "/s", OpenFlags(0), 9).unwrap();
        let value = |sem| Syscall::SemValue { sem };
        assert_eq!(call(&mut files, &mut other, &value(same)), Ok(Reply::Count(1)));
        let wait = |timeout_ms| Syscall::SemWait { sem, timeout_ms };
        assert_eq!(call(&mut files, &mut process, &wait(None)), Ok(Reply::Done));
        assert_eq!(call(&mut files, &mut process, &wait(Some(0))), Err(Errno::EAGAIN));
        let blocked = files.call(&mut process, Timespec::default(), &wait(Some(5)), &mut 0);
        let Outcome::Blocked(wanted @ Wait::Semaphore(_)) = blocked else {
            panic!("it gave {blocked:?}")
        };
        assert!(files.take_woken().is_empty());
        call(&mut files, &mut other, &Syscall::SemPost { sem: same, max: 1 }).unwrap();
        assert!(files.take_woken().concerns(wanted));
        assert_eq!(call(&mut files, &mut process, &wait(None)), Ok(Reply::Done));
    }

    #[test]
    fn names_follow_the_rules_and_values_have_a_limit() {
        let (mut files, mut process) = world();
        let mut open =
            |name: &str, flags, value| open(&mut files, &mut process, name, flags, value);
        assert_eq!(open("/s", OpenFlags(0), 0), Err(Errno::ENOENT));
        let sem = open("/s", NEW, VALUE_MAX).unwrap();
        assert_eq!(open("/s", NEW, 0), Err(Errno::EEXIST));
        assert_eq!(open("/s", OpenFlags(OpenFlags::CREAT), 0), Ok(sem), "the same one again");
        assert_eq!(open("s", NEW, 0), Err(Errno::EINVAL));
        assert_eq!(open("/a/b", NEW, 0), Err(Errno::EINVAL));
        assert_eq!(open(&format!("/{}", "n".repeat(252)), NEW, 0), Err(Errno::ENAMETOOLONG));
        assert_eq!(open("/t", NEW, VALUE_MAX + 1), Err(Errno::EINVAL));
        let post = Syscall::SemPost { sem, max: u32::MAX };
        assert_eq!(call(&mut files, &mut process, &post), Err(Errno::EOVERFLOW));
    }

    #[test]
    fn only_the_semaphore_of_a_queue_without_a_limit_has_plenty() {
        let (mut files, mut process) = world();
        for (name, value, expected) in [("/queue", VALUE_MAX, true), ("/pool", 1000, false)] {
            let open = Syscall::SemOpen { name: name.into(), flags: NEW, value };
            match call(&mut files, &mut process, &open) {
                Ok(Reply::Sem { has_plenty, .. }) => assert_eq!(has_plenty, expected, "{name}"),
                other => panic!("sem_open gave {other:?}"),
            }
        }
    }

    #[test]
    fn an_unlinked_semaphore_lives_until_its_last_close() {
        let (mut files, mut process) = world();
        let sem = open(&mut files, &mut process, "/s", NEW, 3).unwrap();
        open(&mut files, &mut process, "/s", OpenFlags(0), 0).unwrap();
        let unlink = Syscall::SemUnlink { name: "/s".into() };
        call(&mut files, &mut process, &unlink).unwrap();
        assert_eq!(call(&mut files, &mut process, &unlink), Err(Errno::ENOENT));
        let close = Syscall::SemClose { sem };
        call(&mut files, &mut process, &close).unwrap();
        let value = Syscall::SemValue { sem };
        assert_eq!(call(&mut files, &mut process, &value), Ok(Reply::Count(3)), "opened twice");
        call(&mut files, &mut process, &close).unwrap();
        assert_eq!(call(&mut files, &mut process, &value), Err(Errno::EINVAL));
        assert!(files.semaphores.all.is_empty());
    }

    #[test]
    fn the_end_of_a_process_and_of_a_run_frees_them() {
        let (mut files, mut process) = world();
        open(&mut files, &mut process, "/left", NEW, 3).unwrap();
        open(&mut files, &mut process, "/gone", NEW, 3).unwrap();
        call(&mut files, &mut process, &Syscall::SemUnlink { name: "/gone".into() }).unwrap();
        files.close_all(&mut process);
        assert_eq!(files.semaphores.all.len(), 1, "a name outlives its process");
        files.remove_stdio(process.stdio());
        assert!(files.semaphores.all.is_empty() && files.semaphores.names.is_empty());
    }
}

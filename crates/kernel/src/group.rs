//! Owns process groups and sessions, and who is meant by `kill`.

use vivarium_protocol::{Errno, KillTarget, Pid, Reply, Signal};

use crate::event::Effect;
use crate::kernel::Kernel;
use crate::process::Process;

/// The highest signal number there is.
const SIGNAL_MAX: u8 = 64;

impl Kernel {
    /// `kill`; signal 0 only asks whether the target is there.
    pub(crate) fn kill(
        &mut self,
        caller: Pid,
        target: KillTarget,
        signal: Signal,
        effects: &mut Vec<Effect>,
    ) -> Result<Reply, Errno> {
        if signal.0 > SIGNAL_MAX {
            return Err(Errno::EINVAL);
        }
        let me = self.processes.get(&caller).ok_or(Errno::ESRCH)?;
        let (group, run) = (me.group, me.run);
        let is_meant = |process: &&Process| match target {
            KillTarget::Process(pid) => process.pid == pid,
            KillTarget::Group(wanted) => process.group == wanted.unwrap_or(group),
            KillTarget::All => process.run == run && process.pid != caller,
        };
        let targets: Vec<Pid> =
            self.processes.values().filter(is_meant).map(|process| process.pid).collect();
        if targets.is_empty() {
            return Err(Errno::ESRCH);
        }
        if signal.0 > 0 {
            for pid in targets {
                self.signal(pid, signal, effects);
            }
        }
        Ok(Reply::Done)
    }

    /// Answers a call about groups and sessions.
    pub(crate) fn getpgid(&self, caller: Pid, pid: Option<Pid>) -> Result<Reply, Errno> {
        let process = self.processes.get(&pid.unwrap_or(caller)).ok_or(Errno::ESRCH)?;
        Ok(Reply::Pid(process.group))
    }

    pub(crate) fn getsid(&self, caller: Pid, pid: Option<Pid>) -> Result<Reply, Errno> {
        let process = self.processes.get(&pid.unwrap_or(caller)).ok_or(Errno::ESRCH)?;
        Ok(Reply::Pid(process.session))
    }

    /// `setpgid`. A child has always executed its program, so that its parent cannot move it.
    pub(crate) fn setpgid(
        &mut self,
        caller: Pid,
        pid: Option<Pid>,
        group: Option<Pid>,
    ) -> Result<Reply, Errno> {
        let pid = pid.unwrap_or(caller);
        let process = self.processes.get(&pid).ok_or(Errno::ESRCH)?;
        if pid != caller {
            return Err(if process.ppid == caller { Errno::EACCES } else { Errno::ESRCH });
        }
        if process.session == pid {
            return Err(Errno::EPERM);
        }
        let session = process.session;
        let group = group.unwrap_or(pid);
        if group != pid {
            self.require_group(group, session)?;
        }
        if let Some(process) = self.processes.get_mut(&pid) {
            process.group = group;
        }
        Ok(Reply::Done)
    }

    pub(crate) fn setsid(&mut self, caller: Pid) -> Result<Reply, Errno> {
        if self.processes.values().any(|process| process.group == caller) {
            return Err(Errno::EPERM);
        }
        let process = self.processes.get_mut(&caller).ok_or(Errno::ESRCH)?;
        process.session = caller;
        process.group = caller;
        Ok(Reply::Pid(caller))
    }

    /// Fails unless a session has such a group.
    pub(crate) fn require_group(&self, group: Pid, session: Pid) -> Result<(), Errno> {
        let is_there = |process: &Process| process.group == group && process.session == session;
        if self.processes.values().any(is_there) { Ok(()) } else { Err(Errno::EPERM) }
    }
}

//! Owns the answering of system calls: at once, or parked until what they wait for is there.

use std::mem;

use vivarium_protocol::{Errno, Pid, Reply, RequestId, Syscall};
use vivarium_vfs::{Outcome, Wait};

use crate::event::Effect;
use crate::kernel::Kernel;
use crate::process::{Parked, Timer, Waiting};
use crate::run::Stop;
use crate::spawn::Order;
use crate::trace::Step;

impl Kernel {
    /// Tries a call; answers it or parks it.
    pub(crate) fn attempt(&mut self, mut parked: Parked, is_new: bool, effects: &mut Vec<Effect>) {
        let Some(process) = self.processes.get_mut(&parked.pid) else { return };
        let outcome = self.files.call(
            &mut process.descriptors,
            process.clock,
            &parked.call,
            &mut parked.written,
        );
        self.drain_output(effects);
        self.take_leases_back(effects);
        match outcome {
            Outcome::Done(result) => {
                let result = result.map(|reply| self.grant(parked.pid, &parked.call, reply));
                self.reply(parked.pid, parked.id, result, effects);
            }
            Outcome::Blocked(wait) => {
                parked.waiting = Waiting::Files(wait);
                self.park(parked, is_new, effects);
            }
            Outcome::Elsewhere => self.process_call(parked, is_new, effects),
        }
    }

    /// Lets a call wait: here, or in lockstep with its process.
    fn park(&mut self, mut parked: Parked, is_new: bool, effects: &mut Vec<Effect>) {
        let pid = parked.pid;
        let process = self.processes.get(&pid);
        let sent = process.map_or(0, |process| process.signals);
        let is_builtin = process.is_some_and(|process| process.builtin.is_some());
        // A signal that has not reached its process yet came before the call.
        if is_new && !is_builtin && parked.signals < sent {
            let result = match parked.written {
                0 => Err(Errno::EINTR),
                written => Ok(Reply::Count(written)),
            };
            self.reply(pid, parked.id, result, effects);
            return;
        }
        let is_lockstep = self.is_in_lockstep(pid);
        if is_lockstep && !is_builtin && !self.waits_for_typing(parked.waiting) {
            let (id, result) = (parked.id, Ok(Reply::Blocked(parked.written)));
            self.wait_for_turn(parked);
            self.reply(pid, id, result, effects);
            return;
        }
        if is_new {
            if let Syscall::Poll { timeout_ms: Some(ms), .. }
            | Syscall::SemWait { timeout_ms: Some(ms), .. } = parked.call
            {
                if is_lockstep {
                    self.give_up_in_turn(pid, ms);
                } else if ms > 0 {
                    // Who may not wait at all waits only for a lease to be given back.
                    parked.deadline = Some(self.now.after(ms));
                }
            }
            self.tell_wait(&parked, effects);
        }
        self.parked.push_back(parked);
    }

    fn waits_for_typing(&self, waiting: Waiting) -> bool {
        match waiting {
            Waiting::Files(Wait::Input(stdio) | Wait::Poll(Some(stdio))) => {
                self.files.is_terminal(stdio)
            }
            Waiting::Files(_) | Waiting::Child(_) | Waiting::Pack => false,
        }
    }

    /// Records that a call waits; for a terminal's input, asks for it.
    fn tell_wait(&mut self, parked: &Parked, effects: &mut Vec<Effect>) {
        let step = Step::Block { id: parked.id, reason: self.reason(parked.waiting) };
        self.trace.record(self.now, parked.pid, step);
        let Waiting::Files(Wait::Input(stdio) | Wait::Poll(Some(stdio))) = parked.waiting else {
            return;
        };
        if !self.files.is_terminal(stdio) {
            return;
        }
        let Some(id) = self.run_of_stdio(stdio) else { return };
        effects.push(Effect::WantsInput(id));
        // Back at a prompt. One that looks for input now and then is not.
        if let Some(run) = self.runs.get_mut(&id)
            && parked.deadline.is_none()
        {
            run.stop = Stop::Idle;
        }
    }

    fn process_call(&mut self, mut parked: Parked, is_new: bool, effects: &mut Vec<Effect>) {
        let (pid, id) = (parked.pid, parked.id);
        let result = match &parked.call {
            Syscall::Spawn { path, argv, env, cwd, fds, group } => {
                let (cwd, group) = (cwd.as_deref(), *group);
                self.spawn(pid, &Order { path, argv, env, cwd, fds, group }, effects)
            }
            Syscall::Kill { target, signal } => self.kill(pid, *target, *signal, effects),
            Syscall::Waitpid { who, no_hang } => {
                let (who, no_hang) = (*who, *no_hang);
                match self.waitpid(pid, who) {
                    Ok(None) if !no_hang => {
                        parked.waiting = Waiting::Child(who);
                        self.park(parked, is_new, effects);
                        return;
                    }
                    result => result.map(Reply::Waited),
                }
            }
            Syscall::Getpgid { pid: whose } => self.getpgid(pid, *whose),
            Syscall::Setpgid { pid: whose, group } => self.setpgid(pid, *whose, *group),
            Syscall::Getsid { pid: whose } => self.getsid(pid, *whose),
            Syscall::Setsid => self.setsid(pid),
            Syscall::Getppid => {
                self.processes.get(&pid).map(|p| Reply::Count(p.ppid.0)).ok_or(Errno::ESRCH)
            }
            Syscall::SetTimer { first_ms, then_ms } => {
                Ok(Reply::Count(self.set_timer(pid, *first_ms, *then_ms)))
            }
            Syscall::LoadPack { name } => {
                effects.push(Effect::LoadPack { pid, id, name: name.clone() });
                parked.waiting = Waiting::Pack;
                self.parked.push_back(parked);
                return;
            }
            _ => Err(Errno::ENOSYS),
        };
        self.reply(pid, id, result, effects);
    }

    fn set_timer(&mut self, pid: Pid, first_ms: u32, then_ms: u32) -> u32 {
        let now = self.now;
        let Some(process) = self.processes.get_mut(&pid) else { return 0 };
        let new = (first_ms > 0).then(|| Timer { at: now.after(first_ms), then_ms });
        mem::replace(&mut process.timer, new).map_or(0, |old| now.until(old.at))
    }

    pub(crate) fn pack_loaded(
        &mut self,
        pid: Pid,
        id: RequestId,
        data: Option<Vec<u8>>,
        effects: &mut Vec<Effect>,
    ) {
        let before = self.parked.len();
        self.parked.retain(|parked| {
            !(parked.pid == pid && parked.id == id && parked.waiting == Waiting::Pack)
        });
        // A call that a signal has interrupted meanwhile is answered already.
        if self.parked.len() < before {
            let result = data.map(|data| Reply::Data(data.into())).ok_or(Errno::ENOENT);
            self.reply(pid, id, result, effects);
        }
    }

    pub(crate) fn reply(
        &mut self,
        pid: Pid,
        id: RequestId,
        result: Result<Reply, Errno>,
        effects: &mut Vec<Effect>,
    ) {
        // A process that has killed itself gets no answer.
        if !self.processes.get(&pid).is_some_and(crate::process::Process::is_alive) {
            return;
        }
        let errno = result.as_ref().err().copied();
        if !matches!(result, Ok(Reply::Blocked(_))) {
            self.trace.record(self.now, pid, Step::Return { id, errno });
        }
        if self.processes.get(&pid).is_some_and(|process| process.builtin.is_some()) {
            self.answer_builtin(pid, result);
        } else {
            if let Some(process) = self.processes.get_mut(&pid) {
                process.is_idle = false;
            }
            if id != RequestId::UNHEARD {
                effects.push(Effect::Reply { pid, id, result });
            }
        }
    }

    /// Tries the parked calls again, in their order, as long as that changes anything.
    pub(crate) fn wake(&mut self, effects: &mut Vec<Effect>) {
        loop {
            let woken = self.files.take_woken();
            if woken.is_empty() {
                return;
            }
            self.wake_all_for_turn(&woken);
            // Those that wait stay among the others meanwhile: a lease may not be given over their heads.
            for _ in 0..self.parked.len() {
                let Some(parked) = self.parked.pop_front() else { break };
                match parked.waiting {
                    Waiting::Files(wait) if woken.concerns(wait) => {
                        self.attempt(parked, false, effects);
                    }
                    Waiting::Files(_) | Waiting::Child(_) | Waiting::Pack => {
                        self.parked.push_back(parked);
                    }
                }
            }
        }
    }
}

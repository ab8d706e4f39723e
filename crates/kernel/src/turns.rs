//! Owns turns: in lockstep the processes of a run share one clock, and one of them at a time goes on.
//!
//! Whose turn is next is drawn from the run's seed among those that can go on. If none can, the
//! clock jumps to the earliest moment at which one can; if there is none, the run is deadlocked.
//! A process alone has the clock to itself, and this module has nothing to do.

use std::collections::BTreeMap;

use vivarium_protocol::{Mode, Pid, Program, Reply, Seed, Timespec};
use vivarium_vfs::{Random, Stream, Woken};

use crate::builtin::Cue;
use crate::event::{Effect, RunId};
use crate::kernel::{Kernel, LOCKSTEP_START};
use crate::process::{Parked, Process, Waiting};
use crate::run::{Cause, Deadlock};
use crate::trace::Step;

/// How many calls a built-in command makes in one turn.
const CALLS_IN_A_TURN: u32 = 64;
/// How many turns built-in commands have before the host has one.
const TURNS_AT_ONCE: u32 = 1000;
/// How long a call of a built-in command takes.
const NS_PER_CALL: u32 = 1000;

/// Who has the turn in a lockstep run, and what the others wait for.
#[derive(Debug)]
pub(crate) struct Turns {
    random: Random,
    clock: Timespec,
    /// Whose turn it is, until it yields or ends.
    holder: Option<Pid>,
    members: BTreeMap<Pid, Member>,
}

#[derive(Debug, Default)]
struct Member {
    /// When it can go on by itself.
    until: Option<Timespec>,
    /// Something that it waits for may have happened since its last turn.
    is_woken: bool,
    /// The calls that were answered [`Reply::Blocked`] in its last turn.
    waits: Vec<Parked>,
    /// Of a process that had no turn yet: what it is to be started with.
    program: Option<Box<Program>>,
    /// Of a built-in command: it goes on with this.
    cue: Option<Cue>,
}

impl Turns {
    /// Returns the turns of a run with its first process, whose turn it is.
    pub(crate) fn new(mode: Mode, first: Pid) -> Option<Self> {
        let Mode::Lockstep { seed: Seed(seed), .. } = mode else { return None };
        Some(Self {
            random: Random::new(u64::from(seed)),
            clock: LOCKSTEP_START,
            holder: Some(first),
            members: [(first, Member::default())].into(),
        })
    }

    fn is_ready(&self, member: &Member) -> bool {
        member.is_woken
            || member.program.is_some()
            || member.cue.is_some()
            || member.until.is_some_and(|until| until <= self.clock)
    }
}

impl Kernel {
    fn turns_of(&mut self, pid: Pid) -> Option<&mut Turns> {
        let run = self.processes.get(&pid)?.run;
        self.runs.get_mut(&run)?.turns.as_mut()
    }

    fn member(&mut self, pid: Pid) -> Option<&mut Member> {
        self.turns_of(pid)?.members.get_mut(&pid)
    }

    pub(crate) fn is_in_lockstep(&self, pid: Pid) -> bool {
        let run = self.processes.get(&pid).map(|process| process.run);
        run.and_then(|run| self.runs.get(&run)).is_some_and(|run| run.turns.is_some())
    }

    /// Starts a process now, or, in lockstep, with its first turn.
    pub(crate) fn start(&mut self, run: RunId, program: Box<Program>, effects: &mut Vec<Effect>) {
        match self.runs.get_mut(&run).and_then(|run| run.turns.as_mut()) {
            Some(turns) => {
                let pid = program.pid;
                turns.members.insert(pid, Member { program: Some(program), ..Member::default() });
            }
            None => effects.push(Effect::Start { run, program }),
        }
    }

    /// Keeps what a built-in command of a lockstep run goes on with; gives it back for a live one.
    pub(crate) fn keep_for_turn(&mut self, pid: Pid, cue: Cue) -> Option<Cue> {
        let Some(turns) = self.turns_of(pid) else { return Some(cue) };
        turns.members.entry(pid).or_default().cue = Some(cue);
        None
    }

    /// Notes a process's clock.
    pub(crate) fn hear_clock(&mut self, pid: Pid, at: Timespec) {
        if let Some(turns) = self.turns_of(pid)
            && turns.holder == Some(pid)
        {
            turns.clock = turns.clock.max(at);
        }
    }

    /// The turn of a process is over.
    pub(crate) fn yielded(&mut self, pid: Pid, at: Timespec, until: Option<Timespec>) {
        self.hear_clock(pid, at);
        let Some(turns) = self.turns_of(pid).filter(|turns| turns.holder == Some(pid)) else {
            return;
        };
        turns.holder = None;
        if let Some(member) = turns.members.get_mut(&pid) {
            member.until = until;
        }
    }

    /// Notes that a call waits, which its process makes again in its next turn. One that is alone
    /// has no turns, and looks after its waits itself.
    pub(crate) fn wait_for_turn(&mut self, parked: Parked) {
        if self.turns_of(parked.pid).is_none_or(|turns| turns.members.len() < 2) {
            return;
        }
        let Some(member) = self.member(parked.pid) else { return };
        // Another thread of the process has let it ask again.
        if member.waits.iter().any(|other| other.call == parked.call) {
            return;
        }
        let step = Step::Block { id: parked.id, reason: self.reason(parked.waiting) };
        self.trace.record(self.now, parked.pid, step);
        if let Some(member) = self.member(parked.pid) {
            member.waits.push(parked);
        }
    }

    /// Notes when a waiting built-in command gives up, `ms` from now on the run's clock.
    pub(crate) fn give_up_in_turn(&mut self, pid: Pid, ms: u32) {
        let Some(turns) = self.turns_of(pid) else { return };
        let at = later(turns.clock, u64::from(ms) * 1_000_000);
        if let Some(member) = turns.members.get_mut(&pid) {
            member.until = Some(at);
        }
    }

    /// Lets a process have a turn again, since something happened to it.
    pub(crate) fn wake_for_turn(&mut self, pid: Pid) {
        if let Some(member) = self.member(pid) {
            member.is_woken = true;
        }
    }

    /// The same for a process that waits for a child.
    pub(crate) fn wake_parent_for_turn(&mut self, parent: Pid) {
        if let Some(member) = self.member(parent) {
            let waits = |wait: &Parked| matches!(wait.waiting, Waiting::Child(_));
            member.is_woken |= member.waits.iter().any(waits);
        }
    }

    /// The same for all whose calls this concerns.
    pub(crate) fn wake_all_for_turn(&mut self, woken: &Woken) {
        let concerns = |parked: &Parked| match parked.waiting {
            Waiting::Files(wait) => woken.concerns(wait),
            Waiting::Child(_) | Waiting::Pack => false,
        };
        let turns = self.runs.values_mut().filter_map(|run| run.turns.as_mut());
        for member in turns.flat_map(|turns| turns.members.values_mut()) {
            member.is_woken |= member.waits.iter().any(concerns);
        }
    }

    /// Returns the calls of a process that wait for its next turn.
    pub(crate) fn waits_in_turns(&self, pid: Pid) -> &[Parked] {
        let run = self.processes.get(&pid).and_then(|process| self.runs.get(&process.run));
        let turns = run.and_then(|run| run.turns.as_ref());
        turns.and_then(|turns| turns.members.get(&pid)).map_or(&[], |member| &member.waits)
    }

    /// Says whether built-in commands of a lockstep run wait for the host's leave.
    pub(crate) fn has_turns_to_give(&self) -> bool {
        self.runs.values().filter_map(|run| run.turns.as_ref()).any(|turns| {
            turns.holder.is_none() && turns.members.values().any(|member| turns.is_ready(member))
        })
    }

    /// In each lockstep run in which it is nobody's turn, gives it to somebody.
    pub(crate) fn give_turns(&mut self, effects: &mut Vec<Effect>) {
        let runs: Vec<RunId> = self.runs.keys().copied().collect();
        for run in runs {
            for _ in 0..TURNS_AT_ONCE {
                let Some(pid) = self.next_turn(run, effects) else { break };
                self.take_turn(pid, effects);
            }
        }
    }

    /// Draws whose turn it is. Returns a built-in command; a worker is told.
    fn next_turn(&mut self, id: RunId, effects: &mut Vec<Effect>) -> Option<Pid> {
        let processes = &self.processes;
        let is_alive = |pid: Pid| processes.get(&pid).is_some_and(Process::is_alive);
        let turns = self.runs.get_mut(&id)?.turns.as_mut()?;
        turns.members.retain(|pid, _| is_alive(*pid));
        if turns.holder.is_some_and(is_alive) {
            return None;
        }
        turns.holder = None;
        if !turns.members.values().any(|member| turns.is_ready(member)) {
            let Some(at) = turns.members.values().filter_map(|member| member.until).min() else {
                self.tell_deadlock(id, effects);
                return None;
            };
            turns.clock = at;
        }
        let ready = turns.members.iter().filter(|(_, member)| turns.is_ready(member));
        let ready: Vec<Pid> = ready.map(|(pid, _)| *pid).collect();
        let pid = ready[turns.random.below(ready.len())];
        if processes.get(&pid).is_some_and(|process| process.builtin.is_some()) {
            return Some(pid);
        }
        let (at, is_alone) = (turns.clock, turns.members.len() == 1);
        turns.holder = Some(pid);
        let member = turns.members.get_mut(&pid)?;
        let waited = std::mem::take(member);
        for wait in waited.waits {
            // Woken to ask again; if in vain, it waits under another number.
            self.trace.record(self.now, pid, Step::Return { id: wait.id, errno: None });
        }
        effects.push(match waited.program {
            Some(mut program) => {
                program.clock = Some(at);
                Effect::Start { run: id, program }
            }
            None => Effect::GoOn { pid, at, is_alone },
        });
        None
    }

    /// Lets a built-in command have its turn.
    fn take_turn(&mut self, pid: Pid, effects: &mut Vec<Effect>) {
        for _ in 0..CALLS_IN_A_TURN {
            let Some(turns) = self.turns_of(pid) else { return };
            let clock = later(turns.clock, u64::from(NS_PER_CALL));
            let Some(member) = turns.members.get_mut(&pid) else { return };
            member.is_woken = false;
            if member.cue.is_some() {
                member.until = None;
            } else if member.until.is_some_and(|until| until <= clock) {
                member.until = None;
                self.give_up(pid, effects);
            }
            let Some(cue) = self.member(pid).and_then(|member| member.cue.take()) else {
                return;
            };
            if let Some(turns) = self.turns_of(pid) {
                turns.clock = clock;
            }
            if let Some(process) = self.processes.get_mut(&pid) {
                process.clock = clock;
            }
            self.step_builtin(pid, cue, effects);
            self.wake(effects);
        }
    }

    /// Answers the call of a built-in command whose time is up.
    fn give_up(&mut self, pid: Pid, effects: &mut Vec<Effect>) {
        let Some(position) = self.parked.iter().position(|parked| parked.pid == pid) else {
            return;
        };
        let Some(parked) = self.parked.remove(position) else { return };
        self.reply(pid, parked.id, Ok(Reply::Ready(Vec::new())), effects);
    }

    /// Says once, on standard error, that a run cannot go on, and who waits for what. A check is
    /// over then.
    pub(crate) fn tell_deadlock(&mut self, run: RunId, effects: &mut Vec<Effect>) {
        let Some(state) = self.runs.get_mut(&run) else { return };
        if std::mem::replace(&mut state.deadlock, Deadlock::Told) == Deadlock::Told {
            return;
        }
        let is_check = state.reports;
        let note = self.stuck_note(run).unwrap_or_default();
        let text = format!("Deadlock: every process of this program waits. {note}");
        let text = format!("{} Stop the program to go on.\n", text.trim_end());
        effects.push(Effect::Print { run, stream: Stream::Stderr, data: text.into_bytes() });
        if is_check {
            self.kill_run(run, Cause::Stopped, effects);
        }
    }
}

fn later(time: Timespec, ns: u64) -> Timespec {
    let nsec = u64::from(time.nsec) + ns % 1_000_000_000;
    let seconds = ns / 1_000_000_000 + nsec / 1_000_000_000;
    let sec = time.sec.saturating_add(i64::try_from(seconds).unwrap_or(i64::MAX));
    Timespec { sec, nsec: u32::try_from(nsec % 1_000_000_000).unwrap_or(0) }
}

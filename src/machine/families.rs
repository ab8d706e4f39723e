//! Owns the order of processes: children below their parents, as `ps --forest` has it.

use vivarium_webhost::ProcessView;

/// A process in its family.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// How many ancestors stand above it.
    pub depth: usize,
    /// The process.
    pub process: ProcessView,
}

/// Puts children below their parents; whose parent is gone stands at the top.
pub fn families(processes: &[ProcessView]) -> Vec<Member> {
    let is_child = |process: &ProcessView| processes.iter().any(|it| it.pid == process.ppid);
    let mut members = Vec::with_capacity(processes.len());
    for process in processes.iter().filter(|process| !is_child(process)) {
        add(process, 0, processes, &mut members);
    }
    members
}

fn add(process: &ProcessView, depth: usize, all: &[ProcessView], members: &mut Vec<Member>) {
    members.push(Member { depth, process: process.clone() });
    for child in all.iter().filter(|it| it.ppid == process.pid) {
        add(child, depth + 1, all, members);
    }
}

#[cfg(test)]
mod tests {
    use vivarium_webhost::{Pid, RunId};

    use super::*;

    fn process(pid: u32, ppid: u32) -> ProcessView {
        ProcessView {
            pid: Pid(pid),
            ppid: Pid(ppid),
            run: RunId(1),
            letter: 'R',
            waits_for: Vec::new(),
            group: Pid(1),
            session: Pid(1),
            command: "python".into(),
            argv: Vec::new(),
            open_files: Vec::new(),
            busy_ms: None,
            memory: None,
        }
    }

    #[test]
    fn children_stand_below_their_parents() {
        let all = [process(1, 0), process(2, 1), process(3, 1), process(4, 2), process(9, 7)];
        let found: Vec<(u32, usize)> =
            families(&all).iter().map(|it| (it.process.pid.0, it.depth)).collect();
        assert_eq!(found, [(1, 0), (2, 1), (4, 2), (3, 1), (9, 0)]);
    }
}

//! Owns the search for a schedule that breaks a program, and the making of it as short as can be.
//! It decides which trial comes next; who runs it is not its business.

use std::collections::BTreeMap;

use vivarium_webhost::{Reason, SwitchPoint};

/// How many seeds are tried.
pub const SEEDS: u32 = 50;
/// How many trials a schedule is worth.
const MOST_CUTS: u32 = 160;

/// One run that is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trial {
    /// The seed.
    pub seed: u32,
    /// The hand-overs, where the seed is not to draw them.
    pub schedule: Option<Vec<SwitchPoint>>,
}

/// What a trial came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Why it ended.
    pub reason: Reason,
    /// Its exit status.
    pub exit_code: i32,
    /// What it printed.
    pub stdout: String,
    /// What it said on its error stream.
    pub stderr: String,
    /// The hand-overs of its schedule.
    pub points: Vec<SwitchPoint>,
}

/// How a program fails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// All threads wait for each other.
    Deadlock,
    /// An exception that nobody caught: the last line of its traceback.
    Raised(String),
    /// It ended with this status.
    Status(i32),
}

impl Failure {
    /// Says whether two failures are of one kind.
    fn is_like(&self, other: &Self) -> bool {
        let name = |text: &str| text.split(':').next().map(str::to_owned);
        match (self, other) {
            (Self::Raised(one), Self::Raised(two)) => name(one) == name(two),
            (one, two) => one == two,
        }
    }
}

/// A schedule under which the program fails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The seed that found it.
    pub seed: u32,
    /// How the program fails.
    pub failure: Failure,
    /// How many hand-overs there were at first.
    pub drawn: usize,
    /// Those that are left; `None` if it fails with the seed's own alone.
    pub schedule: Option<Vec<SwitchPoint>>,
}

/// One thing that the program printed under some of the schedules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// The first seed that printed it.
    pub seed: u32,
    /// How many did.
    pub count: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Phase {
    Searching { seed: u32 },
    Cutting(Cut),
    Done,
}

/// The cutting of a schedule: parts of it are left out as long as the program fails all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Cut {
    points: Vec<SwitchPoint>,
    /// Where the part that is left out now begins, and how long it is.
    at: usize,
    size: usize,
    trials: u32,
    /// Something was left out since the last time through.
    is_shorter: bool,
    /// The whole schedule is tried first: it may not hold all that the seed decides.
    is_first: bool,
}

impl Cut {
    fn without(&self) -> Vec<SwitchPoint> {
        if self.is_first {
            return self.points.clone();
        }
        let end = (self.at + self.size).min(self.points.len());
        [&self.points[..self.at], &self.points[end..]].concat()
    }

    /// Goes on to the next part; false if nothing is left to try.
    fn advance(&mut self, fails: bool) -> bool {
        self.trials += 1;
        if self.is_first {
            self.is_first = false;
            self.size = self.points.len();
        } else if fails {
            self.points = self.without();
            self.is_shorter = true;
        } else {
            self.at += self.size;
        }
        if self.at >= self.points.len() {
            self.at = 0;
            // Without the others one more may have become needless.
            if self.size <= 1 && !std::mem::take(&mut self.is_shorter) {
                return false;
            }
            self.size = self.size.min(self.points.len().max(2)).div_ceil(2);
        }
        !self.points.is_empty() && self.trials < MOST_CUTS
    }
}

/// A search under way.
#[derive(Clone, Debug)]
pub struct Explore {
    seeds: u32,
    phase: Phase,
    found: Option<Found>,
    printed: BTreeMap<String, Variant>,
    endless: u32,
}

impl Explore {
    /// Begins a search over so many seeds.
    pub fn new(seeds: u32) -> Self {
        Self {
            seeds,
            phase: Phase::Searching { seed: 1 },
            found: None,
            printed: BTreeMap::new(),
            endless: 0,
        }
    }

    /// Returns the run that is wanted next, if one is.
    pub fn next(&self) -> Option<Trial> {
        match &self.phase {
            Phase::Searching { seed } => Some(Trial { seed: *seed, schedule: None }),
            Phase::Cutting(cut) => {
                let seed = self.found.as_ref().map_or(1, |found| found.seed);
                Some(Trial { seed, schedule: Some(cut.without()) })
            }
            Phase::Done => None,
        }
    }

    /// Returns how many seeds were tried, and how many there are.
    pub fn progress(&self) -> (u32, u32) {
        match self.phase {
            Phase::Searching { seed } => (seed - 1, self.seeds),
            Phase::Cutting(_) | Phase::Done => {
                (self.found.as_ref().map_or(self.seeds, |found| found.seed), self.seeds)
            }
        }
    }

    /// Says whether a schedule was found and is being shortened.
    pub fn is_cutting(&self) -> bool {
        matches!(self.phase, Phase::Cutting(_))
    }

    /// Returns the schedule that breaks the program, as short as it is by now.
    pub fn found(&self) -> Option<&Found> {
        self.found.as_ref()
    }

    /// Returns what the program printed, the most frequent first.
    pub fn variants(&self) -> Vec<(&str, &Variant)> {
        let mut all: Vec<_> = self.printed.iter().map(|(text, it)| (text.as_str(), it)).collect();
        all.sort_by_key(|(_, variant)| (std::cmp::Reverse(variant.count), variant.seed));
        all
    }

    /// Returns how many trials did not end.
    pub fn endless(&self) -> u32 {
        self.endless
    }

    /// Takes what the wanted run came to; true if it is the failure to be shown.
    pub fn tell(&mut self, outcome: Outcome) -> bool {
        match &mut self.phase {
            Phase::Searching { seed } => {
                let seed = *seed;
                if let Some(failure) = failure(&outcome) {
                    self.begin_cutting(seed, failure, outcome.points);
                    return true;
                }
                if is_endless(&outcome) {
                    self.endless += 1;
                } else {
                    let variant = Variant { seed, count: 0 };
                    self.printed.entry(outcome.stdout).or_insert(variant).count += 1;
                }
                self.phase = match seed {
                    last if last >= self.seeds => Phase::Done,
                    _ => Phase::Searching { seed: seed + 1 },
                };
                false
            }
            Phase::Cutting(cut) => {
                let Some(found) = &mut self.found else { return false };
                let fails = failure(&outcome).is_some_and(|it| it.is_like(&found.failure));
                if cut.is_first && !fails {
                    // It takes more than hand-overs; the seed itself is the answer.
                    self.phase = Phase::Done;
                    return false;
                }
                if fails {
                    found.schedule = Some(cut.without());
                }
                if !cut.advance(fails) {
                    self.phase = Phase::Done;
                }
                fails
            }
            Phase::Done => false,
        }
    }

    fn begin_cutting(&mut self, seed: u32, failure: Failure, points: Vec<SwitchPoint>) {
        let drawn = points.len();
        self.found = Some(Found { seed, failure, drawn, schedule: None });
        self.phase = match drawn {
            0 => Phase::Done,
            _ => Phase::Cutting(Cut {
                points,
                at: 0,
                size: 0,
                trials: 0,
                is_shorter: false,
                is_first: true,
            }),
        };
    }
}

/// It used up its bytecodes or its time, which proves nothing.
fn is_endless(outcome: &Outcome) -> bool {
    outcome.reason == Reason::Timeout || outcome.exit_code == -9
}

/// Says how a run failed, if it did.
pub fn failure(outcome: &Outcome) -> Option<Failure> {
    if outcome.stderr.contains("Deadlock: ") {
        return Some(Failure::Deadlock);
    }
    if is_endless(outcome) {
        return None;
    }
    // An exception in a thread leaves the status of the program as it is.
    if let Some(at) = outcome.stderr.rfind("Traceback (most recent call last)") {
        let is_line = |line: &&str| !line.starts_with([' ', '\t']) && !line.trim().is_empty();
        let last = outcome.stderr[at..].lines().skip(1).find(is_line);
        return Some(Failure::Raised(last.unwrap_or("an exception").trim().to_owned()));
    }
    (outcome.exit_code != 0).then_some(Failure::Status(outcome.exit_code))
}

#[cfg(test)]
mod tests;

//! Owns what is different between two pictures.

use std::collections::BTreeSet;

use super::trace::{Step, Value};

/// What a step has changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Names that are new or stand for something else, by frame.
    pub names: BTreeSet<(u32, String)>,
    /// Entries that are new or different, by object and place among its values.
    pub entries: BTreeSet<(u32, usize)>,
    /// Objects that were not there before.
    pub fresh: BTreeSet<u32>,
    /// Objects that are in another state, such as a generator that goes on.
    pub states: BTreeSet<u32>,
    /// Objects that cannot be reached any more.
    pub gone: usize,
}

/// Compares a picture with the one before it.
pub fn between(before: Option<&Step>, after: &Step) -> Changes {
    let mut changes = Changes::default();
    let Some(before) = before else { return changes };
    for frame in &after.frames {
        let old = before.frames.iter().find(|it| it.number == frame.number);
        for (name, value) in &frame.names {
            let was = old.and_then(|it| it.names.iter().find(|(other, _)| other == name));
            if was.is_none_or(|(_, it)| it != value) {
                changes.names.insert((frame.number, name.clone()));
            }
        }
    }
    for (number, object) in &after.objects {
        let Some(old) = before.objects.get(number) else {
            changes.fresh.insert(*number);
            continue;
        };
        if std::sync::Arc::ptr_eq(old, object) {
            continue;
        }
        if old.words != object.words {
            changes.states.insert(*number);
        }
        let was: Vec<&Value> = old.values().collect();
        for (index, value) in object.values().enumerate() {
            if was.get(index) != Some(&value) {
                changes.entries.insert((*number, index));
            }
        }
    }
    changes.gone = before.objects.keys().filter(|it| !after.objects.contains_key(*it)).count();
    changes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::steps::trace::Trace;

    #[test]
    fn what_is_new_rebound_or_replaced_is_told_and_nothing_else() {
        let report = r#"{"e":"line","l":1,"f":[{"f":1,"n":"f","l":1,"v":[["a",1],["b","i1"]]}],"h":[{"n":1,"k":"list","t":"list","i":["i1","i2"]},{"n":2,"k":"list","t":"list"}]}
{"e":"line","l":2,"f":[{"f":1,"n":"f","l":2,"v":[["a",1],["b","i2"],["c",3]]}],"h":[{"n":1,"k":"list","t":"list","i":["i1","i5"]},{"n":3,"k":"list","t":"list"}],"g":[2]}
{"end":"done"}"#;
        let trace = Trace::parse(report);
        let changes = between(trace.steps.first(), &trace.steps[1]);
        let names: Vec<_> = changes.names.iter().map(|(_, name)| name.as_str()).collect();
        assert_eq!(names, ["b", "c"]);
        assert_eq!(changes.entries.iter().copied().collect::<Vec<_>>(), [(1, 1)]);
        assert_eq!(changes.fresh.iter().copied().collect::<Vec<_>>(), [3]);
        assert_eq!(changes.gone, 1);
    }

    #[test]
    fn a_report_that_breaks_off_shows_what_arrived() {
        let report = "{\"e\":\"line\",\"l\":1,\"f\":[],\"h\":[],\"o\":\"hi\\n\"}\n{\"e\":\"li";
        let trace = Trace::parse(report);
        assert_eq!((trace.steps.len(), trace.printed(0)), (1, "hi\n"));
        assert_eq!(trace.ending, crate::steps::trace::Ending::Cut);
    }
}

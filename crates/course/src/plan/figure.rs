//! What proves a figure: the recorder follows its program to the end, within the steps of a lesson,
//! and what the view needs is there. It does not know how steps are drawn.

use serde::Deserialize;

use super::{Ran, indented};
use crate::grade::Reason;
use crate::model::Figure;
use crate::run::FIGURE_STEPS;

/// A line of the recorder's report, as far as it concerns the proof.
#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    l: usize,
    end: Option<String>,
    x: Option<String>,
    lookup: Option<Lookup>,
}

#[derive(Deserialize)]
struct Lookup {
    problem: Option<String>,
}

/// Returns what is wrong with a figure's run.
pub(super) fn stepped(figure: &Figure, ran: &Ran) -> Option<String> {
    let lines: Result<Vec<Line>, _> =
        ran.report.lines().map(serde_json::from_str::<Line>).collect();
    let Ok(lines) = lines else {
        return Some("the recorder's report cannot be read".to_owned());
    };
    let Some(last) = lines.last().filter(|_| ran.reason == Reason::Exit) else {
        return Some(format!("nothing was recorded; printed:\n{}", indented(&ran.output)));
    };
    let error = last.x.as_deref().unwrap_or_default();
    match last.end.as_deref() {
        Some("done") if figure.fails => {
            return Some("the figure says `error`, but its program ends without one".to_owned());
        }
        Some("error") if !figure.fails => {
            return Some(format!("the program ends with {error}; say error = true if it is to"));
        }
        Some("done" | "error") => {}
        Some("syntax") => return Some(format!("the program is not valid Python: {error}")),
        Some(_) => return Some(format!("the program takes more than {FIGURE_STEPS} steps")),
        None => {
            let output = indented(&ran.output);
            return Some(format!("the recording has no end; printed:\n{output}"));
        }
    }
    if let Some(at) = figure.at
        && !lines.iter().any(|it| it.end.is_none() && it.l == at)
    {
        return Some(format!("line {at}, which `at` names, is never executed"));
    }
    last.lookup.as_ref().and_then(|it| it.problem.clone())
}

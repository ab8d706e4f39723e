//! Owns the modules that a program imported: a row each in the order of `sys.modules`, with arrows
//! from the one that imports to the one that is imported.

use leptos::prelude::*;

use crate::{steps::record::Imports, strings};

const ROW: f64 = 40.0;
const STEP: f64 = 16.0;

/// The imports of a program.
#[component]
pub fn ImportsView(
    /// What was found.
    imports: Imports,
) -> impl IntoView {
    let place = |name: &str| imports.modules.iter().position(|it| it.name == name);
    let edges: Vec<(usize, usize)> = imports
        .edges
        .iter()
        .filter_map(|(from, to)| Some((place(from)?, place(to)?)))
        .filter(|(from, to)| from != to)
        .collect();
    #[expect(clippy::cast_precision_loss, reason = "a few dozen modules")]
    let middle = |row: usize| row as f64 * ROW + ROW / 2.0;
    #[expect(clippy::cast_precision_loss, reason = "a few dozen modules")]
    let span = |from: usize, to: usize| from.abs_diff(to) as f64;
    let width = edges.iter().map(|(from, to)| span(*from, *to)).fold(1.0, f64::max);
    let width = (24.0 + width * STEP).min(180.0);
    let arrows = edges
        .iter()
        .map(|(from, to)| {
            let (y1, y2) = (middle(*from) - 4.0, middle(*to) + 4.0);
            let out = (8.0 + span(*from, *to) * STEP).min(width - 8.0);
            let line = format!("M0 {y1}C{out} {y1} {out} {y2} 7 {y2}");
            view! {
                <g class="steps-arrow">
                    <path class="steps-arrow-line" d=line></path>
                    <path class="steps-arrow-head" d=format!("M0 {y2}l8 -4v8z")></path>
                </g>
            }
        })
        .collect_view();
    let height = middle(imports.modules.len());
    let rows = imports
        .modules
        .iter()
        .map(|module| {
            let mut words = Vec::new();
            if module.own {
                words.push(strings::IMPORTS_OWN.to_owned());
            }
            if module.old {
                words.push(strings::IMPORTS_OLD.to_owned());
            }
            let of = strings::imports_of(&imports, &module.name);
            if !of.is_empty() {
                words.push(of);
            }
            let class = if module.own { "imports-module is-own" } else { "imports-module" };
            view! {
                <li class=class>
                    <span class="imports-place">{strings::imports_place(module.place)}</span>
                    <code>{module.name.clone()}</code>
                    <span class="imports-words">{words.join("; ")}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="imports">
            <p class="steps-label">{strings::IMPORTS_TITLE}</p>
            <div class="imports-graph">
                <ol class="imports-list">{rows}</ol>
                <svg
                    class="imports-arrows"
                    width=width.to_string()
                    height=height.to_string()
                    viewBox=format!("0 0 {width} {height}")
                    aria-hidden="true"
                >
                    {arrows}
                </svg>
            </div>
            <p class="imports-rest">{strings::imports_rest(&imports)}</p>
        </div>
    }
}

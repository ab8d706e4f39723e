//! Owns how often the views of the machine look again: while something runs, and once more when it has ended.

use std::time::Duration;

use leptos::prelude::*;

use crate::{panes::bench::Bench, run_state::RunState};

/// How often they look.
const PAUSE: Duration = Duration::from_millis(200);

/// Returns a signal that changes when it is time to look again.
pub(super) fn pulse(bench: &Bench) -> ReadSignal<u32> {
    let state = bench.runner.state;
    let (beat, set_beat) = signal(0_u32);
    let look = move || set_beat.update(|it| *it = it.wrapping_add(1));
    Effect::new(move |_| {
        state.track();
        look();
    });
    let timer = set_interval_with_handle(
        move || {
            if state.with_untracked(RunState::has_process) {
                look();
            }
        },
        PAUSE,
    );
    on_cleanup(move || {
        if let Ok(timer) = timer {
            timer.clear();
        }
    });
    beat
}

//! Owns the small program on the first page: it shows at once that things run here.

use leptos::prelude::*;
use vivarium_webhost::{RunEvent, RunSpec, Stdin};

use super::{
    code::EditableCode,
    output::{OutputView, Screen},
    run_block::plain_env,
    status::{RunButton, RunStatus},
};
use crate::{
    output::Stream,
    python::Runner,
    run_state::RunState,
    session::{PythonState, use_session},
    strings,
};

/// A small program to run and to change; nothing of it is kept.
#[component]
pub fn Demo() -> impl IntoView {
    let session = use_session();
    let code = RwSignal::new(strings::DEMO_PROGRAM.to_owned());
    let runner = Runner::new(session);
    let screen = Screen::new();
    let run = Callback::new(move |()| {
        screen.clear();
        let can_block =
            !matches!(session.python.get_untracked(), PythonState::Ready { can_block: false });
        let stdin = if can_block { Stdin::Terminal } else { Stdin::Prepared(Vec::new()) };
        let spec = RunSpec {
            argv: vec!["main.py".to_owned()],
            stdin,
            env: plain_env(),
            ..Default::default()
        };
        let text = format!("{}\n", code.get_untracked()).into_bytes();
        let workspace = move || session.host()?.workspace([("main.py".to_owned(), text)].into());
        runner.start(spec, workspace, move |event| match event {
            RunEvent::Stdout(bytes) => screen.print(Stream::Stdout, &bytes),
            RunEvent::Stderr(bytes) => screen.print(Stream::Stderr, &bytes),
            RunEvent::WantsInput | RunEvent::Ended(_) => screen.draw(),
            RunEvent::Report(_) | RunEvent::Files | RunEvent::Trace(_) => {}
        });
    });
    view! {
        <section class="block" aria-label=strings::DEMO>
            <header class="block-head">
                <span class="block-name">"main.py"</span>
                <span class="spring"></span>
                <RunButton runner=runner on_run=run what=strings::WORD_PROGRAM.to_owned()/>
            </header>
            <EditableCode
                code=code
                name="main.py".to_owned()
                label=strings::DEMO.to_owned()
                on_edit=Callback::new(|()| {})
                on_run=run
            />
            <div class="block-below">
                <Show when=move || runner.state.get() == RunState::Idle>
                    <p class="output-none">{strings::DEMO_EMPTY}</p>
                </Show>
                <OutputView screen=screen runner=runner label=strings::output_of(1)/>
                <RunStatus runner=runner/>
            </div>
        </section>
    }
}

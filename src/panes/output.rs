//! Owns the place below a block where a program prints and asks.

use std::time::Duration;

use leptos::{ev::SubmitEvent, html, prelude::*};

use crate::{
    output::{Cut, Output, Span, Stream},
    python::{Runner, Throttle},
    run_state::RunState,
    strings,
};

/// What a program printed, drawn a few times a second at most.
#[derive(Clone, Copy)]
pub struct Screen {
    output: StoredValue<Output>,
    spans: RwSignal<Vec<Span>>,
    cut: RwSignal<Cut>,
    throttle: Throttle,
}

impl Default for Screen {
    fn default() -> Self {
        Self::new()
    }
}

impl Screen {
    /// Makes an empty screen.
    pub fn new() -> Self {
        Self {
            output: StoredValue::new(Output::default()),
            spans: RwSignal::new(Vec::new()),
            cut: RwSignal::new(Cut::default()),
            throttle: Throttle::new(Duration::from_millis(50)),
        }
    }

    /// Empties it.
    pub fn clear(self) {
        self.output.set_value(Output::default());
        self.draw();
    }

    /// Appends what a program printed.
    pub fn print(self, stream: Stream, bytes: &[u8]) {
        self.output.update_value(|output| output.push_bytes(stream, bytes));
        self.throttle.ask(move || self.draw());
    }

    /// Appends a line that was typed.
    pub fn echo(self, line: &str) {
        self.output.update_value(|output| output.push_text(Stream::Typed, &format!("{line}\n")));
        self.draw();
    }

    /// Draws what is there.
    pub fn draw(self) {
        if let Some((spans, cut)) =
            self.output.try_update_value(|output| (output.spans(), output.cut()))
        {
            self.spans.set(spans);
            self.cut.set(cut);
        }
    }

    /// Returns what the program printed, without what was typed.
    pub fn printed(self) -> String {
        self.output.with_value(Output::printed)
    }

    /// Returns what went to the error stream.
    pub fn errors(self) -> String {
        self.output.with_value(Output::errors)
    }
}

/// The place where a program prints and asks.
#[component]
pub fn OutputView(
    /// What it printed.
    screen: Screen,
    /// The run that prints.
    runner: Runner,
    /// Its name for a screen reader.
    label: String,
    /// The lines the lesson suggests to type, in order.
    #[prop(optional)]
    suggested: Vec<String>,
) -> impl IntoView {
    let spans = move || {
        let draw = |span: Span| {
            let class = match span.stream {
                Stream::Stdout => "out",
                Stream::Stderr => "out-error",
                Stream::Typed => "out-typed",
            };
            view! { <span class=class>{span.text}</span> }
        };
        screen.spans.get().into_iter().map(draw).collect_view()
    };
    let cut = move || {
        let cut = screen.cut.get();
        (cut.bytes > 0).then(
            || view! { <p class="output-cut">{strings::output_cut(cut.lines, cut.bytes)}</p> },
        )
    };
    let box_ref = NodeRef::<html::Pre>::new();
    // A console stays at its end.
    Effect::new(move |_| {
        screen.spans.track();
        if let Some(pre) = box_ref.get() {
            request_animation_frame(move || pre.set_scroll_top(pre.scroll_height()));
        }
    });
    let told = move || match runner.state.get() {
        RunState::Ended(_) => strings::told(&screen.printed()),
        _ => String::new(),
    };
    let asks = Memo::new(move |_| runner.state.get() == RunState::AwaitingInput);
    let n_typed = RwSignal::new(0_usize);
    Effect::new(move |_| {
        if matches!(runner.state.get(), RunState::Starting) {
            n_typed.set(0);
        }
    });
    let suggested = StoredValue::new(suggested);
    let answer = Callback::new(move |line: String| {
        screen.echo(&line);
        n_typed.update(|count| *count += 1);
        runner.send_line(&line);
    });
    view! {
        <div class="output">
            {cut}
            <pre class="output-text" tabindex="0" role="group" aria-label=label node_ref=box_ref>
                {spans}
            </pre>
            <p class="unseen" role="status">{told}</p>
            <Show when=move || asks.get()>
                <InputLine
                    suggestion=suggested
                        .with_value(|it| it.get(n_typed.get_untracked()).cloned())
                        .unwrap_or_default()
                    on_line=answer
                    on_end=Callback::new(move |()| runner.end_input())
                />
            </Show>
        </div>
    }
}

/// A line to type for a program that waits for one.
#[component]
fn InputLine(
    /// What the lesson types here.
    suggestion: String,
    /// Told the line.
    on_line: Callback<String>,
    /// Ctrl-D.
    on_end: Callback<()>,
) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // The program waits: what is typed next is meant for it.
            let _ = field.focus();
        }
    });
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(field) = field.get_untracked() {
            on_line.run(field.value());
            field.set_value("");
        }
    };
    view! {
        <form class="ask" on:submit=send>
            <span class="ask-mark" aria-hidden="true">"›"</span>
            <input
                type="text"
                class="ask-field"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                aria-label=strings::INPUT_FOR_PROGRAM
                placeholder=strings::INPUT_PLACEHOLDER
                value=suggestion
                node_ref=field
                on:keydown=move |event| {
                    if event.ctrl_key() && event.key() == "d" {
                        event.prevent_default();
                        on_end.run(());
                    }
                }
            />
            <button type="submit" class="button button-small">{strings::ENTER}</button>
        </form>
    }
}

//! Owns the place of the console widget, and ties it to a bench.

use leptos::{html, prelude::*, task::spawn_local};
use wasm_bindgen::JsValue;

use super::{bench::Bench, code::widget_theme};
use crate::{
    editor::{self, Console, ConsoleCalls, ConsoleMode, Look},
    store::Key,
    strings,
};

/// The console of a bench.
#[component]
pub fn ConsoleView(
    /// Whose programs print here.
    bench: Bench,
) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let Some(parent) = place.get() else { return };
        spawn_local(async move {
            let Ok(bundle) = editor::bundle().await else { return };
            if bench.console.try_with_value(Option::is_some) != Some(false) {
                return;
            }
            let settings = bench.session.settings.get_untracked();
            let look = Look {
                label: strings::CONSOLE,
                theme: widget_theme(bench.session),
                pixels: settings.text_size.code_pixels() - 1.0,
                gutter: false,
            };
            let history: Vec<String> = bench.session.stored(&Key::History).unwrap_or_default();
            let console = Console::new(&bundle, &parent, &look, &history, calls(&bench));
            console.set(ConsoleMode::Idle);
            console.say(strings::CONSOLE_EMPTY);
            bench.console.set_value(Some(console));
        });
    });
    Effect::new(move |_| {
        let settings = bench.session.settings.get();
        bench.console.with_value(|console| {
            if let Some(console) = console {
                console.set_console_theme(crate::browser::theme_word(settings));
                console.set_console_font_size(settings.text_size.code_pixels() - 1.0);
            }
        });
    });
    on_cleanup(move || {
        bench.console.try_update_value(Option::take);
    });
    view! { <div class="console" node_ref=place></div> }
}

fn calls(bench: &Bench) -> ConsoleCalls {
    let bench = *bench;
    ConsoleCalls {
        line: Box::new(move |line| bench.typed(&line)),
        interrupt: Box::new(move || bench.runner.interrupt()),
        end_of_file: Box::new(move || bench.runner.end_input()),
        resize: Box::new(move |columns, rows| bench.runner.resize(columns, rows)),
        complete: Box::new(move |prefix| {
            let words = crate::completion::complete(
                &prefix,
                bench.sources().iter().map(|file| file.text.as_str()),
            );
            words.iter().map(|word| JsValue::from_str(word)).collect::<js_sys::Array>().into()
        }),
    }
}

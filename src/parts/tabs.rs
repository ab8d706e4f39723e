//! Owns a row of tabs with the keyboard habits that screen readers expect.

use leptos::{ev::KeyboardEvent, prelude::*, web_sys};

/// One tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab<T> {
    /// What it stands for.
    pub value: T,
    /// Its name.
    pub label: String,
    /// The id of the element it shows.
    pub panel: String,
}

/// A row of tabs; arrows, Home and End move between them.
#[component]
pub fn Tabs<T>(
    /// The name of the row for a screen reader.
    label: &'static str,
    /// The tabs in order.
    #[prop(into)]
    tabs: Signal<Vec<Tab<T>>>,
    /// The one that is shown.
    #[prop(into)]
    shown: Signal<T>,
    /// Told what is chosen.
    on_choose: Callback<T>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let list = NodeRef::<leptos::html::Div>::new();
    let move_by_key = move |event: KeyboardEvent| {
        let all = tabs.get_untracked();
        let Some(at) = all.iter().position(|tab| tab.value == shown.get_untracked()) else {
            return;
        };
        let next = match event.key().as_str() {
            "ArrowRight" => (at + 1) % all.len(),
            "ArrowLeft" => (at + all.len() - 1) % all.len(),
            "Home" => 0,
            "End" => all.len() - 1,
            _ => return,
        };
        event.prevent_default();
        on_choose.run(all[next].value.clone());
        focus_child(list, next);
    };
    let row = move || {
        let draw = |tab: Tab<T>| {
            let value = tab.value.clone();
            let is_shown = Signal::derive(move || shown.get() == value);
            let value = tab.value;
            view! {
                <button
                    type="button"
                    role="tab"
                    class="tab"
                    id=format!("{}-tab", tab.panel)
                    aria-controls=tab.panel.clone()
                    aria-selected=move || if is_shown.get() { "true" } else { "false" }
                    tabindex=move || if is_shown.get() { "0" } else { "-1" }
                    on:click=move |_| on_choose.run(value.clone())
                >
                    {tab.label}
                </button>
            }
        };
        tabs.get().into_iter().map(draw).collect_view()
    };
    view! {
        <div class="tabs" role="tablist" aria-label=label node_ref=list on:keydown=move_by_key>
            {row}
        </div>
    }
}

fn focus_child(list: NodeRef<leptos::html::Div>, index: usize) {
    use wasm_bindgen::JsCast as _;
    let Some(list) = list.get_untracked() else { return };
    #[expect(clippy::cast_possible_truncation, reason = "there are a handful of tabs")]
    let child = list.children().item(index as u32);
    if let Some(child) = child.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
        // Losing the focus is all that can go wrong.
        let _ = child.focus();
    }
}

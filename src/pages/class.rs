//! Owns the page where a teacher reads many progress files and sees a class. Stores nothing.

use std::sync::Arc;

use leptos::{html, prelude::*, task::spawn_local};
use vivarium_course::model::Course;

use crate::{
    browser::{self, Named},
    class::{self, Column, Learner, Order, Share},
    parts::{
        icon::{Glyph, Icon},
        notice::{Notice, Tone},
    },
    route::Route,
    strings, transfer,
};

/// What the page shows.
#[derive(Clone, Copy)]
struct Table {
    class: RwSignal<Vec<Learner>>,
    problems: RwSignal<Vec<String>>,
    filter: RwSignal<String>,
    module: RwSignal<String>,
    order: RwSignal<Order>,
}

/// A class.
#[component]
pub fn ClassPage(
    /// The course.
    course: Arc<Course>,
) -> impl IntoView {
    browser::set_title(&strings::page_title(&Route::Class, None));
    let table = Table {
        class: RwSignal::new(Vec::new()),
        problems: RwSignal::new(Vec::new()),
        filter: RwSignal::new(String::new()),
        module: RwSignal::new(String::new()),
        order: RwSignal::new(Order::default()),
    };
    let place = NodeRef::<html::Div>::new();
    let is_hovered = RwSignal::new(false);
    Effect::new(move |_| {
        if let Some(element) = place.get() {
            let hover = move |is_above| {
                is_hovered.try_set(is_above);
            };
            browser::take_drops(&element, hover, move |files| table.bring(files));
        }
    });
    let field = NodeRef::<html::Input>::new();
    let choose = move |_| {
        if let Some(input) = field.get_untracked() {
            table.bring(browser::chosen(&input));
        }
    };
    view! {
        <div class="page class-page" class:is-hovered=is_hovered node_ref=place>
            <header class="page-head">
                <nav class="trail" aria-label=strings::TRAIL>
                    <a href=Route::Settings.href()>{strings::SETTINGS}</a>
                </nav>
                <h1>{strings::CLASS}</h1>
                <p class="lead">{strings::CLASS_LEAD}</p>
            </header>
            <div class="settings-row">
                <label class="button button-main file-button">
                    {strings::CLASS_CHOOSE}
                    <input
                        type="file"
                        class="unseen"
                        multiple=true
                        accept="application/json,.json"
                        node_ref=field
                        on:change=choose
                    />
                </label>
            </div>
            <div role="status">
                {move || {
                    let said = table.problems.get();
                    (!said.is_empty()).then(|| {
                        let lines = said.into_iter().map(|it| view! { <p>{it}</p> }).collect_view();
                        view! { <Notice tone=Tone::Bad>{lines}</Notice> }
                    })
                }}
            </div>
            {move || table.class.with(|it| !it.is_empty()).then(|| filled(table, &course))}
        </div>
    }
}

impl Table {
    /// Reads files one after the other; each that is refused is named, and the others count.
    fn bring(self, files: Vec<Named>) {
        spawn_local(async move {
            let mut problems = Vec::new();
            for (name, file) in files {
                let read = match file {
                    None => Err(strings::class_unread(&name)),
                    Some(file) if browser::size(&file) > transfer::MAX_BYTES => {
                        Err(strings::class_refused(&name, &transfer::TransferError::TooLarge))
                    }
                    Some(file) => match browser::read_text(&file).await {
                        Ok(text) => class::read(&name, &text)
                            .map_err(|error| strings::class_refused(&name, &error)),
                        Err(_) => Err(strings::class_unread(&name)),
                    },
                };
                match read {
                    Ok(learner) => {
                        self.class.try_update(|it| class::add(it, learner));
                    }
                    Err(problem) => problems.push(problem),
                }
            }
            self.problems.try_set(problems);
        });
    }
}

fn filled(table: Table, course: &Arc<Course>) -> AnyView {
    let for_rows = course.clone();
    let for_file = course.clone();
    let modules = course
        .modules
        .iter()
        .filter(|it| !it.lessons.is_empty())
        .map(|it| view! { <option value=it.id.clone()>{it.title.clone()}</option> })
        .collect_view();
    let shown = move |course: &Course| {
        let columns = table.module.with(|it| class::columns(course, it));
        let rows = table.class.with(|all| {
            table.filter.with(|filter| class::rows(all, &columns, filter, table.order.get()))
        });
        let file = class::csv(&rows, &columns, strings::CLASS_LEARNER, strings::CLASS_DONE);
        (file, drawn(table.order, &rows, &columns))
    };
    let save = move |_| {
        let (file, _) = untrack(|| shown(&for_file));
        // Without the mark, Excel takes UTF-8 for something else.
        let file = format!("\u{feff}{file}");
        browser::download_bytes(strings::CLASS_CSV_FILE, "text/csv", file.as_bytes());
    };
    view! {
        <div class="class-tools">
            <label>
                {strings::CLASS_FILTER}
                <input
                    type="search"
                    prop:value=move || table.filter.get()
                    on:input=move |event| table.filter.set(event_target_value(&event))
                />
            </label>
            <label>
                {strings::CLASS_SHOW}
                <select on:change=move |event| {
                    table.order.set(Order::Name);
                    table.module.set(event_target_value(&event));
                }>
                    <option value="">{strings::CLASS_WHOLE}</option>
                    {modules}
                </select>
            </label>
            <button type="button" class="button" on:click=save>
                <Glyph icon=Icon::Download/>
                {strings::CLASS_CSV}
            </button>
            <button type="button" class="button" on:click=move |_| table.class.set(Vec::new())>
                {strings::CLASS_CLEAR}
            </button>
        </div>
        <p class="class-note">
            {move || strings::n_learners(table.class.with(Vec::len))}". "{strings::CLASS_LEGEND}
        </p>
        {move || shown(&for_rows).1}
    }
    .into_any()
}

fn drawn(order: RwSignal<Order>, rows: &[Learner], columns: &[Column<'_>]) -> AnyView {
    if rows.is_empty() {
        return view! { <p>{strings::CLASS_NONE}</p> }.into_any();
    }
    let heads = columns
        .iter()
        .enumerate()
        .map(|(place, it)| head(order, Order::Done(Some(place)), it.title().to_owned()))
        .collect_view();
    let body = rows
        .iter()
        .map(|row| {
            let cells = columns.iter().map(|it| cell(it.share(&row.progress))).collect_view();
            view! {
                <tr>
                    <th scope="row">{row.name.clone()}</th>
                    {cell(class::total(columns, &row.progress))}
                    {cells}
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="class-scroll" role="region" tabindex="0" aria-label=strings::CLASS>
            <table class="class-table">
                <thead>
                    <tr>
                        {head(order, Order::Name, strings::CLASS_LEARNER.to_owned())}
                        {head(order, Order::Done(None), strings::CLASS_DONE.to_owned())}
                        {heads}
                    </tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn head(order: RwSignal<Order>, own: Order, title: String) -> AnyView {
    let sorted = match (order.get() == own, own) {
        (false, _) => "none",
        (true, Order::Name) => "ascending",
        (true, Order::Done(_)) => "descending",
    };
    view! {
        <th scope="col" aria-sort=sorted>
            <button type="button" on:click=move |_| order.set(own)>{title}</button>
        </th>
    }
    .into_any()
}

fn cell(share: Share) -> AnyView {
    let Share { done, begun, all } = share;
    let said = strings::class_cell(done, begun, all);
    let is_done = done == all;
    view! {
        <td class:is-done=is_done class:is-begun={begun > 0 && !is_done} title=said>
            {done}"/"{all}
        </td>
    }
    .into_any()
}

//! Owns the table form of a recording: every event in words, a page at a time.

use leptos::prelude::*;
use vivarium_webhost::SourceLine;

use super::in_words;
use crate::{recording::Recording, strings};

/// Rows of a page.
const PAGE: usize = 100;

/// The events of a recording as a table.
#[component]
pub fn EventTable(
    /// Whose events.
    recording: Recording,
    /// Goes to a line.
    on_line: Callback<(SourceLine, bool)>,
) -> impl IntoView {
    let page = RwSignal::new(recording.cursor.get_untracked().unwrap_or(0) / PAGE);
    Effect::new(move |_| {
        if let Some(index) = recording.cursor.get() {
            page.set(index / PAGE);
        }
    });
    let count = Memo::new(move |_| {
        recording.version.track();
        recording.with(|timeline, _| timeline.marks().len())
    });
    let rows = move || {
        recording.version.track();
        let first = page.get() * PAGE;
        let rows: Vec<_> = recording.with(|timeline, _| {
            let marks = timeline.marks().iter().enumerate().skip(first).take(PAGE);
            marks
                .map(|(index, mark)| (index, mark.at, in_words(timeline, mark), mark.line.clone()))
                .collect()
        });
        rows.into_iter()
            .map(|(index, at, (who, what), line)| {
                let is_pointed = move || recording.cursor.get() == Some(index);
                let place = line.map(|line| {
                    let text = strings::place(&line);
                    let go = move |_| {
                        recording.point_at(index);
                        on_line.run((line.clone(), true));
                    };
                    view! { <button type="button" class="table-line" on:click=go>{text}</button> }
                });
                view! {
                    <tr
                        class:is-pointed=is_pointed
                        on:click=move |_| recording.point_at(index)
                    >
                        <td class="is-number">{index + 1}</td>
                        <td class="is-number">{strings::moment(at)}</td>
                        <th scope="row">{who}</th>
                        <td>{what}</td>
                        <td>{place}</td>
                    </tr>
                }
            })
            .collect_view()
    };
    let last = move || count.get().saturating_sub(1) / PAGE;
    // Not in the view: there a `>` would end the tag.
    let is_last = move || page.get() >= last();
    view! {
        <div class="timeline-table" tabindex="0" role="group" aria-label=strings::TIMELINE>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{strings::COLUMN_EVENT}</th>
                        <th scope="col">{strings::COLUMN_TIME}</th>
                        <th scope="col">{strings::COLUMN_WHO}</th>
                        <th scope="col">{strings::COLUMN_WHAT}</th>
                        <th scope="col">{strings::COLUMN_LINE}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <div class="timeline-pages" class:hidden=move || last() == 0>
                <button
                    type="button"
                    class="button button-small"
                    disabled=move || page.get() == 0
                    on:click=move |_| page.update(|it| *it = it.saturating_sub(1))
                >
                    {strings::EARLIER_EVENTS}
                </button>
                <button
                    type="button"
                    class="button button-small"
                    disabled=is_last
                    on:click=move |_| page.update(|it| *it += 1)
                >
                    {strings::LATER_EVENTS}
                </button>
            </div>
        </div>
    }
}

//! Owns how text is drawn: paragraphs, lists, tables, links. Everything that can run or ask is
//! drawn by the caller.
//!
//! Text reaches the page as a tree and leaves as elements; nothing is ever read as HTML.

use leptos::prelude::*;
use vivarium_course::model::{Alignment, Block, CodeKind, Inline, LinkTarget};

use crate::{
    panes::code::StaticCode,
    route::{Place, Route},
    strings,
};

/// What draws the blocks that can run or ask; `None` leaves them out.
pub type Special<'a> = &'a dyn Fn(&Block) -> Option<AnyView>;

/// Draws blocks. `lesson` is the one that links to headings stay in.
pub fn blocks(blocks: &[Block], lesson: Option<&str>, special: Special<'_>) -> Vec<AnyView> {
    blocks.iter().filter_map(|it| block(it, lesson, special)).collect()
}

/// Draws blocks in which nothing can run.
pub fn plain_blocks(list: &[Block], lesson: Option<&str>) -> Vec<AnyView> {
    blocks(list, lesson, &|_| None)
}

fn block(block: &Block, lesson: Option<&str>, special: Special<'_>) -> Option<AnyView> {
    let text = |content: &[Inline]| inline(content, lesson);
    Some(match block {
        Block::Heading { level, anchor, content } => heading(*level, anchor, content, lesson),
        Block::Paragraph(content) => view! { <p>{text(content)}</p> }.into_any(),
        Block::List { start, items } => {
            let items = items
                .iter()
                .map(|item| view! { <li>{item_blocks(item, lesson, special)}</li> })
                .collect_view();
            match start {
                Some(start) => view! { <ol start=start.to_string()>{items}</ol> }.into_any(),
                None => view! { <ul>{items}</ul> }.into_any(),
            }
        }
        Block::Quote(inner) => {
            view! { <blockquote>{blocks(inner, lesson, special)}</blockquote> }.into_any()
        }
        Block::Table { alignment, head, rows } => table(alignment, head, rows, lesson),
        Block::Code { kind: CodeKind::Python, text } => {
            view! { <StaticCode code=text.clone() label=strings::CODE_SHOWN/> }.into_any()
        }
        Block::Code { kind, text } => {
            let label = match kind {
                CodeKind::Console => strings::TRANSCRIPT,
                CodeKind::Python | CodeKind::Text => strings::TEXT_SHOWN,
            };
            view! {
                <pre class="code code-plain" tabindex="0" role="group" aria-label=label>
                    <code>{text.clone()}</code>
                </pre>
            }
            .into_any()
        }
        Block::Rule => view! { <hr/> }.into_any(),
        Block::Run(_)
        | Block::Quiz(_)
        | Block::Predict(_)
        | Block::Figure(_)
        | Block::Exercise(_) => {
            return special(block);
        }
    })
}

/// A list item of one paragraph is drawn without the paragraph's space.
fn item_blocks(item: &[Block], lesson: Option<&str>, special: Special<'_>) -> Vec<AnyView> {
    match item {
        [Block::Paragraph(content)] => inline(content, lesson),
        _ => blocks(item, lesson, special),
    }
}

fn heading(level: u8, anchor: &str, content: &[Inline], lesson: Option<&str>) -> AnyView {
    let id = heading_id(anchor);
    let text = inline(content, lesson);
    match level {
        2 => view! { <h2 id=id tabindex="-1">{text}</h2> }.into_any(),
        3 => view! { <h3 id=id tabindex="-1">{text}</h3> }.into_any(),
        _ => view! { <h4 id=id tabindex="-1">{text}</h4> }.into_any(),
    }
}

/// Returns the id of a heading's element.
pub fn heading_id(anchor: &str) -> String {
    format!("at-{anchor}")
}

fn table(
    alignment: &[Alignment],
    head: &[Vec<Inline>],
    rows: &[Vec<Vec<Inline>>],
    lesson: Option<&str>,
) -> AnyView {
    let class = |column: usize| match alignment.get(column) {
        Some(Alignment::Center) => "cell-center",
        Some(Alignment::End) => "cell-end",
        Some(Alignment::Start) | None => "",
    };
    let head = head
        .iter()
        .enumerate()
        .map(|(column, cell)| {
            view! { <th scope="col" class=class(column)>{inline(cell, lesson)}</th> }
        })
        .collect_view();
    let rows = rows
        .iter()
        .map(|row| {
            let cells = row
                .iter()
                .enumerate()
                .map(|(column, cell)| {
                    view! { <td class=class(column)>{inline(cell, lesson)}</td> }
                })
                .collect_view();
            view! { <tr>{cells}</tr> }
        })
        .collect_view();
    view! {
        <div class="table" tabindex="0" role="group" aria-label=strings::TABLE>
            <table>
                <thead><tr>{head}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Draws what stands inside a line.
pub fn inline(content: &[Inline], lesson: Option<&str>) -> Vec<AnyView> {
    content.iter().map(|it| piece(it, lesson)).collect()
}

fn piece(piece: &Inline, lesson: Option<&str>) -> AnyView {
    match piece {
        Inline::Text(words) => words.clone().into_any(),
        Inline::Code(code) => view! { <code>{code.clone()}</code> }.into_any(),
        Inline::Emphasis(inner) => view! { <em>{inline(inner, lesson)}</em> }.into_any(),
        Inline::Strong(inner) => view! { <strong>{inline(inner, lesson)}</strong> }.into_any(),
        Inline::Break => view! { <br/> }.into_any(),
        Inline::Link { target, content } => {
            let words = inline(content, lesson);
            match target {
                LinkTarget::External(address) if LinkTarget::leads_out(address) => view! {
                    <a href=address.clone() target="_blank" rel="noopener noreferrer" class="away">
                        {words}
                        <span class="unseen">{strings::OPENS_BESIDE}</span>
                    </a>
                }
                .into_any(),
                LinkTarget::External(_) => view! { <span>{words}</span> }.into_any(),
                inside => view! { <a href=address(inside, lesson)>{words}</a> }.into_any(),
            }
        }
    }
}

fn address(target: &LinkTarget, lesson: Option<&str>) -> String {
    let route = match target {
        LinkTarget::Lesson(id) => Route::lesson(id),
        LinkTarget::Module(id) => Route::Module(id.clone()),
        LinkTarget::Exercise(id) => Route::Exercise(id.clone()),
        LinkTarget::Anchor(anchor) => match lesson {
            Some(id) => {
                Route::Lesson { id: id.to_owned(), place: Some(Place::Heading(anchor.clone())) }
            }
            None => Route::Home,
        },
        LinkTarget::External(address) => return address.clone(),
    };
    route.href()
}

//! Markdown to blocks.
//!
//! It owns the walk over the parser's events and what of Markdown a lesson may use. What fenced
//! blocks mean is the business of `fence`.

use std::collections::BTreeSet;
use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::fence::{self, Fence};
use crate::diagnostic::{Diagnostics, Place};
use crate::model::{Alignment, Block, Inline, LinkTarget, plain_text};

/// A lesson's or task's text.
pub(super) struct Document {
    /// The text of the first heading, if that is of level 1.
    pub(super) title: Option<String>,
    /// Everything else.
    pub(super) blocks: Vec<Block>,
    /// The line of each block of `blocks`.
    pub(super) lines: Vec<usize>,
}

/// Parses a text file. `place` is its first line.
pub(super) fn parse(text: &str, place: &Place, found: &mut Diagnostics) -> Document {
    let mut reader = Reader::new(text, place, found);
    let mut document = Document { title: None, blocks: Vec::new(), lines: Vec::new() };
    while let Some((event, range)) = reader.events.next() {
        let line = reader.line(range.start);
        if let Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) = event {
            let content = reader.inlines();
            if document.title.is_some() || !document.blocks.is_empty() {
                reader.problem("markdown", line, "a heading of level 1 can only open the text");
            }
            document.title = Some(plain_text(&content));
            continue;
        }
        let block = if let Event::Start(Tag::CodeBlock(kind)) = event {
            let fence = reader.fence(kind, line);
            fence::read(fence, &mut document.blocks, reader.found)
        } else {
            reader.block(event, range)
        };
        if let Some(block) = block {
            document.blocks.push(block);
            document.lines.push(line);
        }
    }
    document
}

/// Parses a text that must be one paragraph.
pub(super) fn parse_inline(text: &str, place: &Place, found: &mut Diagnostics) -> Vec<Inline> {
    let mut blocks = parse(text.trim(), place, found).blocks;
    match (blocks.len(), blocks.pop()) {
        (1, Some(Block::Paragraph(content))) => content,
        _ => {
            found.add("markdown", place, "this text must be one paragraph");
            Vec::new()
        }
    }
}

struct Reader<'a, 'd> {
    events: Peekable<pulldown_cmark::OffsetIter<'a>>,
    starts: Vec<usize>,
    place: Place,
    found: &'d mut Diagnostics,
    anchors: BTreeSet<String>,
}

impl<'a, 'd> Reader<'a, 'd> {
    fn new(text: &'a str, place: &Place, found: &'d mut Diagnostics) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(it, _)| it + 1));
        Reader {
            events: Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter().peekable(),
            starts: starts.collect(),
            place: place.clone(),
            found,
            anchors: BTreeSet::new(),
        }
    }

    fn line(&self, offset: usize) -> usize {
        self.place.line + self.starts.partition_point(|start| *start <= offset) - 1
    }

    fn problem(&mut self, rule: &'static str, line: usize, message: impl Into<String>) {
        self.found.add(rule, &self.place.at(line), message);
    }

    /// Reads the blocks up to the end of the open element, and that end.
    fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some((event, range)) = self.events.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            // A list without empty lines has bare inline content in its items.
            if is_inline(&event) {
                let content = self.inlines_from(Some((event, range)));
                blocks.push(Block::Paragraph(content));
            } else {
                blocks.extend(self.block(event, range));
            }
        }
        blocks
    }

    fn block(&mut self, event: Event<'a>, range: Range<usize>) -> Option<Block> {
        let line = self.line(range.start);
        match event {
            Event::Start(Tag::Paragraph) => Some(Block::Paragraph(self.inlines())),
            Event::Start(Tag::Heading { level, .. }) => {
                let content = self.inlines();
                let anchor = self.anchor(&plain_text(&content));
                if level as u8 > 4 {
                    self.problem("markdown", line, "headings go down to level 4");
                }
                Some(Block::Heading { level: level as u8, anchor, content })
            }
            Event::Start(Tag::BlockQuote(_)) => Some(Block::Quote(self.blocks())),
            Event::Start(Tag::List(start)) => Some(Block::List { start, items: self.items() }),
            Event::Start(Tag::Table(alignment)) => Some(self.table(&alignment)),
            Event::Start(Tag::CodeBlock(kind)) => {
                let fence = self.fence(kind, line);
                let shown = fence::shown(&fence);
                if shown.is_none() {
                    self.problem("fences", line, "only code that is shown can stand in a list");
                }
                shown
            }
            Event::Rule => Some(Block::Rule),
            Event::Start(Tag::HtmlBlock) => {
                self.blocks();
                self.problem("raw-html", line, "HTML is not allowed in lessons");
                None
            }
            Event::Html(_) | Event::End(_) | Event::Text(_) => None,
            other => {
                self.problem("markdown", line, format!("{other:?} is not part of the format"));
                None
            }
        }
    }

    fn items(&mut self) -> Vec<Vec<Block>> {
        let mut items = Vec::new();
        while let Some((Event::Start(Tag::Item), _)) = self.events.next() {
            items.push(self.blocks());
        }
        items
    }

    fn table(&mut self, alignment: &[pulldown_cmark::Alignment]) -> Block {
        let alignment = alignment.iter().map(|it| match it {
            pulldown_cmark::Alignment::Center => Alignment::Center,
            pulldown_cmark::Alignment::Right => Alignment::End,
            pulldown_cmark::Alignment::None | pulldown_cmark::Alignment::Left => Alignment::Start,
        });
        let alignment = alignment.collect();
        let mut rows = Vec::new();
        while let Some((Event::Start(Tag::TableHead | Tag::TableRow), _)) = self.events.next() {
            let mut cells = Vec::new();
            while let Some((Event::Start(Tag::TableCell), _)) = self.events.next() {
                cells.push(self.inlines());
            }
            rows.push(cells);
        }
        let head = if rows.is_empty() { Vec::new() } else { rows.remove(0) };
        Block::Table { alignment, head, rows }
    }

    fn fence(&mut self, kind: CodeBlockKind<'a>, line: usize) -> Fence {
        let info = match kind {
            CodeBlockKind::Fenced(info) => info.to_string(),
            CodeBlockKind::Indented => "an indented block".to_owned(),
        };
        Fence { info, text: self.code_text(), place: self.place.at(line) }
    }

    fn code_text(&mut self) -> String {
        let mut text = String::new();
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Text(part) => text.push_str(&part),
                _ => break,
            }
        }
        text.truncate(text.trim_end_matches('\n').len());
        text
    }

    fn inlines(&mut self) -> Vec<Inline> {
        self.inlines_from(None)
    }

    fn inlines_from(&mut self, first: Option<(Event<'a>, Range<usize>)>) -> Vec<Inline> {
        let mut content = Vec::new();
        let mut next = first.or_else(|| self.events.next());
        while let Some((event, range)) = next {
            match event {
                Event::End(_) => break,
                Event::Start(Tag::Emphasis) => content.push(Inline::Emphasis(self.inlines())),
                Event::Start(Tag::Strong) => content.push(Inline::Strong(self.inlines())),
                Event::Start(Tag::Link { dest_url, .. }) => {
                    let inner = self.inlines();
                    let target = self.target(&dest_url, range.start);
                    content.extend(target.map(|target| Inline::Link { target, content: inner }));
                }
                Event::Text(words) => push_text(&mut content, &words),
                Event::Code(code) => content.push(Inline::Code(code.to_string())),
                Event::SoftBreak => push_text(&mut content, " "),
                Event::HardBreak => content.push(Inline::Break),
                Event::Start(Tag::Image { .. }) => {
                    self.inlines();
                    let line = self.line(range.start);
                    self.problem("markdown", line, "images are not part of the format yet");
                }
                Event::Html(_) | Event::InlineHtml(_) => {
                    let line = self.line(range.start);
                    self.problem("raw-html", line, "HTML is not allowed in lessons");
                }
                other => {
                    let line = self.line(range.start);
                    self.problem("markdown", line, format!("{other:?} cannot stand in a line"));
                }
            }
            // A tight list item ends, or holds a nested list, without a paragraph's end.
            if first_of_block(self.events.peek()) {
                break;
            }
            next = self.events.next();
        }
        content
    }

    fn target(&mut self, address: &str, offset: usize) -> Option<LinkTarget> {
        let (scheme, rest) = address.split_once(':').unwrap_or(("", address));
        match scheme {
            "lesson" => Some(LinkTarget::Lesson(rest.to_owned())),
            "module" => Some(LinkTarget::Module(rest.to_owned())),
            "exercise" => Some(LinkTarget::Exercise(rest.to_owned())),
            "https" if LinkTarget::leads_out(address) => {
                Some(LinkTarget::External(address.to_owned()))
            }
            "" if rest.starts_with('#') => Some(LinkTarget::Anchor(rest[1..].to_owned())),
            _ => {
                let place = self.place.at(self.line(offset));
                self.found.add_with_hint(
                    "links",
                    &place,
                    format!("the link target `{address}` is of no known kind"),
                    "use lesson:ID, module:ID, exercise:ID, #heading or an https address",
                );
                None
            }
        }
    }

    fn anchor(&mut self, title: &str) -> String {
        let name: String = title
            .chars()
            .filter_map(|it| match it {
                ' ' | '-' | '_' => Some('-'),
                it if it.is_alphanumeric() => Some(it.to_ascii_lowercase()),
                _ => None,
            })
            .collect();
        let mut anchor = name.clone();
        let mut n_same = 1;
        while !self.anchors.insert(anchor.clone()) {
            n_same += 1;
            anchor = format!("{name}-{n_same}");
        }
        anchor
    }
}

fn is_inline(event: &Event<'_>) -> bool {
    matches!(
        event,
        Event::Text(_)
            | Event::Code(_)
            | Event::SoftBreak
            | Event::HardBreak
            | Event::InlineHtml(_)
            | Event::Start(Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. })
    )
}

/// Whether the content of a tight list item stops before this event.
fn first_of_block(next: Option<&(Event<'_>, Range<usize>)>) -> bool {
    match next {
        None | Some((Event::End(TagEnd::Item), _)) => true,
        Some((Event::Start(tag), _)) => matches!(
            tag,
            Tag::List(_)
                | Tag::CodeBlock(_)
                | Tag::BlockQuote(_)
                | Tag::Paragraph
                | Tag::Heading { .. }
        ),
        Some(_) => false,
    }
}

fn push_text(content: &mut Vec<Inline>, words: &str) {
    if let Some(Inline::Text(text)) = content.last_mut() {
        text.push_str(words);
    } else {
        content.push(Inline::Text(words.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    fn problems(text: &str, expected: Expect) {
        let mut found = Diagnostics::default();
        parse(text, &Place::new("lesson.md", 1), &mut found);
        let lines: Vec<String> = found.into_sorted().iter().map(ToString::to_string).collect();
        expected.assert_eq(&lines.join("\n"));
    }

    fn blocks(text: &str) -> Vec<Block> {
        let mut found = Diagnostics::default();
        let document = parse(text, &Place::new("lesson.md", 1), &mut found);
        assert!(found.is_empty(), "{found:?}");
        document.blocks
    }

    #[test]
    fn all_mistakes_are_told_with_their_lines() {
        problems(
            "# Title\n\n<b>bold</b>\n\n```python\nx\n```\n\n```output\n1\n```\n\n[a](b)\n\n```quiz\nquestion = \"\"\nanswer = 3\n```\n",
            expect![[r"
                lesson.md:3: HTML is not allowed in lessons [raw-html]
                lesson.md:5: a block `python` is not part of the format [fences]
                    hint: use python run, output, stdin, python show, console, text, quiz, predict, figure, exercise
                lesson.md:9: `output`: this block must directly follow a `python run` block [fences]
                lesson.md:13: the link target `b` is of no known kind [links]
                    hint: use lesson:ID, module:ID, exercise:ID, #heading or an https address
                lesson.md:17: unknown field `answer`, expected one of `question`, `code`, `choice` [toml]"]],
        );
    }

    #[test]
    fn input_and_output_belong_to_the_program_before_them() {
        let text = "```python run name=a.py args=\"-i -q\" error\ninput()\n```\n\n```stdin\nhi\n```\n\n```output\n'hi'\n```\n";
        let [Block::Run(run)] = &blocks(text)[..] else { panic!("one block") };
        assert_eq!((run.name.as_str(), run.fails), ("a.py", true));
        assert_eq!(run.args, ["-i", "-q"]);
        assert_eq!((run.stdin.as_str(), run.output.as_deref()), ("hi\n", Some("'hi'")));
    }

    #[test]
    fn an_output_after_other_text_has_no_program() {
        problems(
            "```python run\n1\n```\n\ntext\n\n```output\n```\n",
            expect![
                "lesson.md:7: `output`: this block must directly follow a `python run` block [fences]"
            ],
        );
    }

    #[test]
    fn lists_without_empty_lines_hold_what_was_written() {
        let text = "- one `x` two\n- three\n  - inner\n- **four** five\n";
        let [Block::List { start: None, items }] = &blocks(text)[..] else { panic!("a list") };
        assert_eq!(items.len(), 3);
        let Block::Paragraph(first) = &items[0][0] else { panic!("a paragraph") };
        assert_eq!(plain_text(first), "one x two");
        assert!(matches!(&items[1][..], [Block::Paragraph(_), Block::List { .. }]));
        let Block::Paragraph(last) = &items[2][0] else { panic!("a paragraph") };
        assert_eq!(plain_text(last), "four five");
    }

    #[test]
    fn tables_keep_their_cells() {
        let text = "| a | b |\n|---|--:|\n| `1` | two *words* |\n";
        let [Block::Table { alignment, head, rows }] = &blocks(text)[..] else { panic!("a table") };
        assert_eq!(alignment[..], [Alignment::Start, Alignment::End]);
        assert_eq!(plain_text(&head[1]), "b");
        assert_eq!(plain_text(&rows[0][1]), "two words");
    }

    #[test]
    fn headings_of_one_name_have_anchors_of_their_own() {
        let all = blocks("## A b!\n\n## A b\n");
        let anchors: Vec<&str> = all
            .iter()
            .map(|block| match block {
                Block::Heading { anchor, .. } => anchor.as_str(),
                _ => panic!("a heading"),
            })
            .collect();
        assert_eq!(anchors, ["a-b", "a-b-2"]);
    }
}

//! Owns the index of words over the course, and what a query finds in it.
//!
//! Every word of a query must begin a word of the text. It knows the model of a course, but no
//! widget; an index over some hundred lessons is made in a few milliseconds.

use std::collections::BTreeMap;

use vivarium_course::model::{Block, Course, Inline, plain_text};

use crate::route::{Place, Route};

/// What a find is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindKind {
    /// A lesson.
    Lesson,
    /// An exercise.
    Exercise,
    /// A topic that has no lesson yet.
    Topic,
}

/// Something a query found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Find {
    /// What it is.
    pub kind: FindKind,
    /// Its title.
    pub title: String,
    /// The module it belongs to.
    pub module: String,
    /// Where it is.
    pub route: Route,
    /// Some words around the first place found; empty if that is the title.
    pub excerpt: String,
}

struct Page {
    find: Find,
    /// Pieces of text, with the heading they stand under.
    pieces: Vec<(Option<String>, String)>,
}

/// Words of the course, and where they stand.
#[derive(Default)]
pub struct SearchIndex {
    pages: Vec<Page>,
    /// Word to pages with weight.
    words: BTreeMap<String, BTreeMap<usize, u32>>,
}

const IN_TITLE: u32 = 40;
const IN_HEADING: u32 = 8;
const IN_TEXT: u32 = 1;

impl SearchIndex {
    /// Reads a whole course.
    pub fn new(course: &Course) -> Self {
        let mut index = Self::default();
        for module in &course.modules {
            for lesson in &module.lessons {
                let page = index.page(FindKind::Lesson, &lesson.title, &module.title, {
                    Route::lesson(&lesson.id)
                });
                for goal in &lesson.goals {
                    index.add(page, None, &plain_text(goal), IN_HEADING);
                }
                for topic in module.topics.iter().filter(|it| lesson.topics.contains(&it.id)) {
                    index.add(page, None, &topic.title, IN_HEADING);
                }
                index.add_blocks(page, &lesson.blocks, true);
                for exercise in &lesson.exercises {
                    let route = Route::Exercise(exercise.id.clone());
                    let page =
                        index.page(FindKind::Exercise, &exercise.title, &module.title, route);
                    index.add_blocks(page, &exercise.task, false);
                }
            }
            for topic in module.topics.iter().filter(|it| it.lesson.is_none()) {
                let route = Route::Module(module.id.clone());
                index.page(FindKind::Topic, &topic.title, &module.title, route);
            }
        }
        index
    }

    fn page(&mut self, kind: FindKind, title: &str, module: &str, route: Route) -> usize {
        let find = Find {
            kind,
            title: title.to_owned(),
            module: module.to_owned(),
            route,
            excerpt: String::new(),
        };
        self.pages.push(Page { find, pieces: Vec::new() });
        let page = self.pages.len() - 1;
        self.count(page, title, IN_TITLE);
        self.count(page, module, IN_TEXT);
        page
    }

    fn add(&mut self, page: usize, anchor: Option<&String>, text: &str, weight: u32) {
        self.count(page, text, weight);
        self.pages[page].pieces.push((anchor.cloned(), text.to_owned()));
    }

    fn count(&mut self, page: usize, text: &str, weight: u32) {
        for word in words(text) {
            let entry = self.words.entry(word).or_default().entry(page).or_default();
            // A word said often is not much more to the point.
            *entry = (*entry + weight).min(IN_TITLE + 3 * weight);
        }
    }

    fn add_blocks(&mut self, page: usize, blocks: &[Block], anchors: bool) {
        let mut anchor = None;
        for block in blocks {
            if let Block::Heading { anchor: name, content, .. } = block {
                anchor = anchors.then(|| name.clone());
                self.add(page, anchor.as_ref(), &plain_text(content), IN_HEADING);
            } else {
                let mut texts = Vec::new();
                collect(block, &mut texts);
                for text in texts {
                    self.add(page, anchor.as_ref(), &text, IN_TEXT);
                }
            }
        }
    }

    /// Returns what holds every word of the query, best first.
    pub fn find(&self, query: &str, limit: usize) -> Vec<Find> {
        // Signs that stand nowhere are somebody's punctuation.
        let wanted: Vec<String> = plain_words(query)
            .chain(signs(query).filter(|sign| !self.scores(sign).is_empty()))
            .collect();
        let Some((first, others)) = wanted.split_first() else { return Vec::new() };
        let mut scores = self.scores(first);
        for word in others {
            let more = self.scores(word);
            scores.retain(|page, _| more.contains_key(page));
            for (page, score) in &mut scores {
                *score += more[page];
            }
        }
        let mut ranked: Vec<(usize, u32)> = scores.into_iter().collect();
        ranked.sort_by_key(|(page, score)| (std::cmp::Reverse(*score), *page));
        ranked.into_iter().take(limit).map(|(page, _)| self.with_excerpt(page, &wanted)).collect()
    }

    /// Whole words count double.
    fn scores(&self, word: &str) -> BTreeMap<usize, u32> {
        let mut scores: BTreeMap<usize, u32> = BTreeMap::new();
        let range = self.words.range(word.to_owned()..);
        for (found, pages) in range.take_while(|(found, _)| found.starts_with(word)) {
            let factor = if found == word { 2 } else { 1 };
            for (page, weight) in pages {
                let score = scores.entry(*page).or_default();
                *score = (*score).max(weight * factor);
            }
        }
        scores
    }

    fn with_excerpt(&self, page: usize, wanted: &[String]) -> Find {
        let page = &self.pages[page];
        let mut find = page.find.clone();
        let in_piece = |text: &str| {
            let lower = text.to_lowercase();
            wanted.iter().filter(|word| lower.contains(word.as_str())).count()
        };
        if in_piece(&find.title) == wanted.len() {
            return find;
        }
        let best = page.pieces.iter().rev().max_by_key(|(_, text)| in_piece(text));
        if let Some((anchor, text)) = best.filter(|(_, text)| in_piece(text) > 0) {
            find.excerpt = excerpt(text, wanted);
            if let (Route::Lesson { place, .. }, Some(anchor)) = (&mut find.route, anchor) {
                *place = Some(Place::Heading(anchor.clone()));
            }
        }
        find
    }
}

/// Characters that make operators and other signs of the language.
const SIGNS: &str = "@*:=-><!/%&|^~.";
/// Those of them that are one by themselves; the others are also found in plain prose.
const LONE_SIGNS: &str = "@*%&|^~";

/// Splits into words in lower case, and signs: `a.b_c` gives the whole and its parts, `*args` gives `args` and `*`.
fn words(text: &str) -> impl Iterator<Item = String> {
    plain_words(text).chain(signs(text))
}

fn signs(text: &str) -> impl Iterator<Item = String> {
    text.split(|ch: char| !SIGNS.contains(ch))
        .filter(|run| match run.len() {
            1 => LONE_SIGNS.contains(*run),
            length => (2..=3).contains(&length),
        })
        .map(str::to_owned)
}

fn plain_words(text: &str) -> impl Iterator<Item = String> {
    text.split(|ch: char| !ch.is_alphanumeric() && ch != '_')
        .filter(|word| !word.is_empty())
        .flat_map(|word| {
            let lower = word.to_lowercase();
            let parts: Vec<String> = if lower.trim_matches('_').contains('_') {
                lower.split('_').filter(|it| !it.is_empty()).map(str::to_owned).collect()
            } else {
                Vec::new()
            };
            std::iter::once(lower).chain(parts)
        })
}

fn collect(block: &Block, texts: &mut Vec<String>) {
    let push = |content: &[Inline], texts: &mut Vec<String>| texts.push(plain_text(content));
    match block {
        Block::Heading { content, .. } | Block::Paragraph(content) => push(content, texts),
        Block::List { items, .. } => items.iter().flatten().for_each(|it| collect(it, texts)),
        Block::Quote(blocks) => blocks.iter().for_each(|it| collect(it, texts)),
        Block::Table { head, rows, .. } => {
            head.iter().chain(rows.iter().flatten()).for_each(|cell| push(cell, texts));
        }
        Block::Code { text, .. } => texts.push(text.clone()),
        Block::Run(run) => texts.push(run.code.clone()),
        Block::Quiz(quiz) => push(&quiz.question, texts),
        Block::Predict(predict) => {
            push(&predict.question, texts);
            texts.push(predict.code.clone());
        }
        Block::Figure(figure) => {
            push(&figure.title, texts);
            texts.push(figure.code.clone());
        }
        Block::Rule | Block::Exercise(_) => {}
    }
}

/// Returns about 140 characters around the first word found.
fn excerpt(text: &str, wanted: &[String]) -> String {
    let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let lower = text.to_lowercase();
    let at = wanted.iter().filter_map(|word| lower.find(word.as_str())).min().unwrap_or(0);
    // Lower case may have another length in bytes; count characters instead.
    let at = lower[..at].chars().count();
    let chars: Vec<char> = text.chars().collect();
    let start = at.saturating_sub(50);
    let end = (start + 140).min(chars.len());
    let mut out: String = chars[start.min(end)..end].iter().collect();
    if start > 0 {
        out.insert(0, '…');
    }
    if end < chars.len() {
        out.push('…');
    }
    out
}

#[cfg(test)]
mod tests {
    use vivarium_course::model::{Course, Lesson, Module};

    use super::SearchIndex;
    use crate::route::Route;

    fn course() -> Course {
        let lesson = |id: &str, title: &str, blocks: &str| -> Lesson {
            let text = format!(
                r#"{{"id":"{id}","slug":"{id}","title":"{title}","minutes":5,"topics":[],
                "needs":[],"goals":[],"blocks":{blocks},"exercises":[],"files":[]}}"#
            );
            serde_json::from_str(&text).expect("a lesson of today's form")
        };
        let lessons = vec![
            lesson(
                "groups",
                "Exception groups",
                r#"[{"Heading":{"level":2,"anchor":"star","content":[{"Text":"The star"}]}},
                    {"Paragraph":[{"Text":"Handle several with "},{"Code":"except*"},{"Text":" at once."}]}]"#,
            ),
            lesson(
                "finally",
                "Cleaning up",
                r#"[{"Paragraph":[{"Text":"An exception may pass through."}]},
                    {"Code":{"kind":"Python","text":"raise_if_needed()"}}]"#,
            ),
        ];
        let module = Module {
            id: "exceptions".into(),
            number: 7,
            title: "Errors".into(),
            summary: String::new(),
            needs: vec![],
            topics: vec![],
            lessons,
        };
        Course {
            format_version: 1,
            title: "Course".into(),
            summary: String::new(),
            modules: vec![module],
        }
    }

    fn check(query: &str, expected: &[&str]) {
        let found = SearchIndex::new(&course()).find(query, 10);
        let titles: Vec<&str> = found.iter().map(|it| it.title.as_str()).collect();
        assert_eq!(titles, expected, "{query}");
    }

    #[test]
    fn titles_come_first_and_beginnings_suffice() {
        check("exception", &["Exception groups", "Cleaning up"]);
        check("Excep gro", &["Exception groups"]);
        check("needed", &["Cleaning up"]);
        check("raise_if", &["Cleaning up"]);
        check("errors", &["Exception groups", "Cleaning up"]);
        check("exception nowhere", &[]);
        check(" ?! ", &[]);
    }

    #[test]
    fn signs_are_found_and_punctuation_is_not_asked_for() {
        check("*", &["Exception groups"]);
        check("except*", &["Exception groups"]);
        check("raise_if_needed!", &["Cleaning up"]);
        check("cleaning -- up", &["Cleaning up"]);
        check("@", &[]);
    }

    #[test]
    fn a_find_in_the_text_leads_to_its_heading() {
        let found = SearchIndex::new(&course()).find("several", 10);
        assert_eq!(found[0].route, Route::parse("#/lesson/groups?at=star"));
        assert_eq!(found[0].excerpt, "Handle several with except* at once.");
    }
}

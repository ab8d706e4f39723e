//! Owns what a frame or an object looks like: a title and cells, measured in the width of a
//! character of the code font. It does not know where boxes stand.

use super::trace::{Event, Frame, FrameKind, Object, ObjectKind, Plain, Step, Value};

/// Width of a character of the code font at the size of the pictures.
pub const CHARACTER: f64 = 7.2;
/// Height of a row.
pub const ROW: f64 = 24.0;
/// Height of the title above a box.
pub const HEAD: f64 = 18.0;
/// Room at both sides of a text.
const PAD: f64 = 7.0;
/// Height of the index above an item.
const INDEX: f64 = 14.0;
/// Room for the dot that an arrow begins at.
const DOT: f64 = 26.0;

/// How large boxes may become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Characters of a text.
    pub text: usize,
    /// Characters of a name.
    pub name: usize,
    /// Characters of a row of items.
    pub row: usize,
    /// Columns of objects.
    pub columns: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { text: 24, name: 16, row: 36, columns: 3 }
    }
}

impl Limits {
    /// Returns the limits for a picture of this width, in pixels.
    pub fn for_width(width: f64) -> Self {
        if width < 520.0 {
            return Self { text: 13, name: 9, row: 18, columns: 1 };
        }
        if width < 760.0 {
            return Self { text: 18, name: 12, row: 26, columns: 2 };
        }
        Self::default()
    }
}

/// A box.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shape {
    /// What stands above it.
    pub title: String,
    /// Width in pixels.
    pub width: f64,
    /// Height in pixels, with the title.
    pub height: f64,
    /// What stands in it.
    pub cells: Vec<Cell>,
}

/// A part of a box.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Left edge in the box.
    pub x: f64,
    /// Top edge in the box.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Its text; empty where an arrow begins.
    pub text: String,
    /// The index above it.
    pub index: Option<usize>,
    /// How its text is drawn.
    pub kind: CellKind,
    /// Its place among the values of its box.
    pub entry: Option<usize>,
    /// The object that it refers to.
    pub target: Option<u32>,
}

impl Cell {
    /// Returns where its arrow begins.
    pub fn dot_x(&self) -> f64 {
        self.x + self.width / 2.0
    }

    /// Returns where its arrow begins.
    pub fn dot_y(&self) -> f64 {
        self.y + self.height - ROW / 2.0
    }
}

/// How a cell is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellKind {
    /// A name.
    Name,
    /// A name that lives in a cell.
    CellName,
    /// A value.
    Value(Plain),
    /// A few words about the object.
    Words,
    /// What is returned or raised.
    Result,
    /// How much is left out.
    More,
}

/// Draws an object.
pub fn of_object(object: &Object, limits: Limits) -> Shape {
    let mut rows = Rows::new(object.type_name.clone(), limits);
    let is_plain = object.items.is_empty() && object.pairs.is_empty() && object.named.is_empty();
    if !object.words.is_empty() {
        rows.words(&object.words, CellKind::Words);
    } else if is_plain && object.left_out == 0 {
        rows.words(empty_words(object), CellKind::More);
    }
    if !object.items.is_empty() {
        rows.items(&object.items, object.kind == ObjectKind::Sequence);
    }
    let start = object.items.len();
    rows.table(object.pairs.iter().enumerate().map(|(at, (key, value))| Row {
        left: Left::Value(key, start + 2 * at),
        right: value,
        entry: start + 2 * at + 1,
    }));
    let start = start + 2 * object.pairs.len();
    rows.table(object.named.iter().enumerate().map(|(at, (name, value))| Row {
        left: Left::Name(name, CellKind::Name),
        right: value,
        entry: start + at,
    }));
    if object.left_out > 0 {
        rows.words(&crate::strings::steps_more(object.left_out), CellKind::More);
    }
    rows.finish()
}

/// Draws a frame; the one that runs shows what it returns.
pub fn of_frame(frame: &Frame, result: Option<&Step>, limits: Limits) -> Shape {
    let mut rows = Rows::new(crate::strings::steps_frame(frame), limits);
    rows.table(frame.names.iter().enumerate().map(|(entry, (name, value))| {
        let kind = if frame.cells.contains(name) { CellKind::CellName } else { CellKind::Name };
        Row { left: Left::Name(name, kind), right: value, entry }
    }));
    if let Some((event, value)) = result.and_then(|it| Some((it.event, it.value.as_ref()?)))
        && (event == Event::Raised
            || (event == Event::Return
                && frame.kind != FrameKind::Module
                && frame.kind != FrameKind::Class))
    {
        let word = crate::strings::steps_result(event);
        let row = Row {
            left: Left::Name(word, CellKind::Result),
            right: value,
            entry: frame.names.len(),
        };
        rows.table([row].into_iter());
    }
    if rows.shape.cells.is_empty() {
        rows.words(crate::strings::STEPS_NO_NAMES, CellKind::More);
    }
    rows.finish()
}

fn empty_words(object: &Object) -> &'static str {
    match object.kind {
        ObjectKind::Sequence | ObjectKind::Set | ObjectKind::Dict => crate::strings::STEPS_EMPTY,
        ObjectKind::Library => crate::strings::STEPS_LIBRARY,
        _ => crate::strings::STEPS_NO_ENTRIES,
    }
}

struct Row<'a> {
    left: Left<'a>,
    right: &'a Value,
    entry: usize,
}

enum Left<'a> {
    Name(&'a str, CellKind),
    Value(&'a Value, usize),
}

/// A box that grows row by row.
struct Rows {
    shape: Shape,
    limits: Limits,
    y: f64,
}

impl Rows {
    fn new(title: String, limits: Limits) -> Self {
        let title = shortened(&title, limits.text + limits.name);
        let width = wide(&title);
        Self { shape: Shape { title, width, ..Shape::default() }, limits, y: HEAD }
    }

    fn words(&mut self, text: &str, kind: CellKind) {
        let text = shortened(text, self.limits.text + self.limits.name);
        let width = wide(&text);
        self.shape.width = self.shape.width.max(width);
        self.cell(0.0, width, ROW, text, kind, None, None);
        self.y += ROW;
    }

    fn table<'a>(&mut self, rows: impl Iterator<Item = Row<'a>>) {
        let limits = self.limits;
        let rows: Vec<_> = rows
            .map(|row| {
                let left = match row.left {
                    Left::Name(name, kind) => (shortened(name, limits.name), kind, None, None),
                    Left::Value(value, entry) => {
                        let (text, kind, target) = drawn(value, limits.name);
                        (text, kind, target, Some(entry))
                    }
                };
                (left, drawn(row.right, limits.text), row.entry)
            })
            .collect();
        let width_of = |text: &str, target: Option<u32>| match target {
            Some(_) => DOT,
            None => wide(text),
        };
        let left = rows.iter().map(|((text, _, target, _), ..)| width_of(text, *target));
        let left = left.fold(0.0, f64::max);
        let right = rows.iter().map(|(_, (text, _, target), _)| width_of(text, *target));
        let right = right.fold(DOT, f64::max);
        for ((text, kind, target, own), (value, value_kind, to), entry) in rows {
            self.cell(0.0, left, ROW, text, kind, own, target);
            self.cell(left, right, ROW, value, value_kind, Some(entry), to);
            self.y += ROW;
        }
        self.shape.width = self.shape.width.max(left + right);
    }

    fn items(&mut self, items: &[Value], has_indices: bool) {
        let top = if has_indices { INDEX } else { 0.0 };
        let full = wide_of(self.limits.row);
        let mut x = 0.0;
        for (index, value) in items.iter().enumerate() {
            let (text, kind, target) = drawn(value, self.limits.text);
            let width = if target.is_some() { DOT } else { wide(&text).max(DOT) };
            if x > 0.0 && x + width > full {
                x = 0.0;
                self.y += ROW + top;
            }
            self.cell(x, width, ROW + top, text, kind, Some(index), target);
            if has_indices && let Some(cell) = self.shape.cells.last_mut() {
                cell.index = Some(index);
            }
            x += width;
            self.shape.width = self.shape.width.max(x);
        }
        self.y += ROW + top;
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of a cell, in a private function")]
    fn cell(
        &mut self,
        x: f64,
        width: f64,
        height: f64,
        text: String,
        kind: CellKind,
        entry: Option<usize>,
        target: Option<u32>,
    ) {
        let y = self.y;
        self.shape.cells.push(Cell { x, y, width, height, text, index: None, kind, entry, target });
    }

    /// The last cell of each row reaches to the right edge.
    fn finish(mut self) -> Shape {
        let width = self.shape.width;
        let mut last: Option<usize> = None;
        for index in 0..self.shape.cells.len() {
            let ends_row = self
                .shape
                .cells
                .get(index + 1)
                .is_none_or(|next| next.y > self.shape.cells[index].y);
            if ends_row && self.shape.cells[index].index.is_none() {
                last = Some(index);
            }
            if let Some(at) = last.take() {
                let cell = &mut self.shape.cells[at];
                cell.width = width - cell.x;
            }
        }
        self.shape.height = self.y;
        self.shape
    }
}

fn drawn(value: &Value, limit: usize) -> (String, CellKind, Option<u32>) {
    match value {
        Value::Object(number) => (String::new(), CellKind::Value(Plain::Other), Some(*number)),
        Value::Plain(kind, text) => (shortened(text, limit), CellKind::Value(*kind), None),
    }
}

fn wide(text: &str) -> f64 {
    wide_of(text.chars().map(cells_of).sum())
}

/// Characters of East Asian scripts and most symbols take two cells.
fn cells_of(letter: char) -> usize {
    if letter as u32 >= 0x1100 { 2 } else { 1 }
}

fn wide_of(characters: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a few dozen characters")]
    let characters = characters as f64;
    characters * CHARACTER + 2.0 * PAD
}

fn shortened(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(limit.saturating_sub(1)).collect();
    short.push('…');
    short
}

//! Owns where frames, objects and arrows are drawn, in pixels of a picture of its own.
//!
//! Positions are decided for the whole recording at once: a column for each object when it first
//! appears, and a height that it keeps as long as there is room, so that from step to step only
//! what changes moves. What a box looks like inside is [`super::shape`]'s business.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    sync::Arc,
};

use super::{
    shape::{self, HEAD, Limits, ROW, Shape},
    trace::{Object, Step, Trace, Value},
};

/// Between frames and objects, and between columns of objects.
const GAP_X: f64 = 44.0;
/// Between boxes of a column.
const GAP_Y: f64 = 14.0;
/// Room for arrows that go back, at the right edge.
const MARGIN: f64 = 34.0;
/// Pictures up to this height keep the height of the largest.
const CALM_HEIGHT: f64 = 420.0;
/// From the source's dot to where an arrow bends at least.
const BEND: f64 = 20.0;

/// Where everything of a recording is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    limits: Limits,
    frame_width: f64,
    /// Left edge and width of each column of objects.
    columns: Vec<(f64, f64)>,
    column_of: BTreeMap<u32, usize>,
    /// The top of each object, one map for each step.
    tops: Vec<BTreeMap<u32, f64>>,
    height: f64,
}

/// One picture, placed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    /// Width in pixels.
    pub width: f64,
    /// Height in pixels.
    pub height: f64,
    /// Frames, outermost first.
    pub frames: Vec<Placed>,
    /// Objects with their numbers.
    pub objects: Vec<(u32, Placed)>,
    /// Arrows.
    pub arrows: Vec<Arrow>,
}

/// A box at its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// What it looks like.
    pub shape: Shape,
}

/// An arrow from a name or an entry to an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrow {
    /// The line, as an SVG path.
    pub line: String,
    /// The head, as an SVG path.
    pub head: String,
    /// Whose entry it begins at: a frame's place in the stack, or an object's number.
    pub from: Owner,
    /// The entry.
    pub entry: usize,
    /// The object it leads to.
    pub to: u32,
}

/// What an arrow begins at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The frame at this place in the stack.
    Frame(usize),
    /// The object with this number.
    Object(u32),
}

/// Shapes that need not be made again, since the object is the very same.
type Shapes = BTreeMap<u32, (Arc<Object>, Shape)>;

impl Layout {
    /// Decides all positions of a recording.
    pub fn new(trace: &Trace, limits: Limits) -> Self {
        let mut layout = Self { limits, ..Self::default() };
        let mut shapes = Shapes::new();
        let mut widths: Vec<f64> = Vec::new();
        let mut tops = BTreeMap::new();
        for step in &trace.steps {
            shapes.retain(|number, _| step.objects.contains_key(number));
            for (number, object) in &step.objects {
                if shapes.get(number).is_none_or(|(known, _)| !Arc::ptr_eq(known, object)) {
                    shapes.insert(*number, (object.clone(), shape::of_object(object, limits)));
                }
            }
            let frames = frames_of(step, limits);
            let widest = frames.iter().map(|it| it.shape.width).fold(0.0, f64::max);
            layout.frame_width = layout.frame_width.max(widest);
            tops = layout.place(step, &frames, &shapes, &tops);
            for (number, (_, shape)) in &shapes {
                let column = layout.column_of.get(number).copied().unwrap_or(0);
                if widths.len() <= column {
                    widths.resize(column + 1, 0.0);
                }
                widths[column] = widths[column].max(shape.width);
            }
            let lowest = |at: f64, shape: &Shape| at + shape.height;
            let bottom = tops.iter().map(|(it, top)| lowest(*top, &shapes[it].1));
            let frames_bottom = frames.iter().map(|it| lowest(it.y, &it.shape));
            layout.height = bottom.chain(frames_bottom).fold(layout.height, f64::max);
            layout.tops.push(tops.clone());
        }
        let mut x = layout.frame_width + GAP_X;
        for width in widths {
            layout.columns.push((x, width));
            x += width + GAP_X;
        }
        layout
    }

    /// Decides the tops of a step's objects, keeping those of the step before where possible.
    fn place(
        &mut self,
        step: &Step,
        frames: &[Placed],
        shapes: &Shapes,
        before: &BTreeMap<u32, f64>,
    ) -> BTreeMap<u32, f64> {
        let mut tops: BTreeMap<u32, f64> = before
            .iter()
            .filter(|(it, _)| shapes.contains_key(it))
            .map(|(it, y)| (*it, *y))
            .collect();
        self.push_apart(&mut tops, shapes);
        for (number, column, wish) in newcomers(step, frames, &tops) {
            // The parent may be new as well, and has its place by now.
            let (column, wish) = match (column, wish) {
                (_, Wish::Beside(parent)) => {
                    let of_parent = self.column_of.get(&parent).copied().unwrap_or(0);
                    let top = tops.get(&parent).copied().unwrap_or(0.0);
                    ((of_parent + 1).min(self.limits.columns - 1), top)
                }
                (column, Wish::At(y)) => (column, y),
            };
            self.column_of.insert(number, column);
            let top = self.free_place(&tops, shapes, column, wish, shapes[&number].1.height);
            tops.insert(number, top);
        }
        tops
    }

    /// Moves boxes down that a grown one above would cover.
    fn push_apart(&self, tops: &mut BTreeMap<u32, f64>, shapes: &Shapes) {
        for column in 0..self.limits.columns {
            let mut order: Vec<(u32, f64)> = tops
                .iter()
                .filter(|(it, _)| self.column_of.get(it) == Some(&column))
                .map(|(it, y)| (*it, *y))
                .collect();
            order.sort_by(|a, b| a.1.total_cmp(&b.1));
            let mut free = 0.0_f64;
            for (number, y) in order {
                let top = y.max(free);
                tops.insert(number, top);
                free = top + shapes[&number].1.height + GAP_Y;
            }
        }
    }

    /// Returns the first place of this height at or below a wish.
    fn free_place(
        &self,
        tops: &BTreeMap<u32, f64>,
        shapes: &Shapes,
        column: usize,
        wish: f64,
        height: f64,
    ) -> f64 {
        let mut taken: Vec<(f64, f64)> = tops
            .iter()
            .filter(|(it, _)| self.column_of.get(it) == Some(&column))
            .map(|(it, top)| (*top, top + shapes[it].1.height))
            .collect();
        taken.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut top = wish.max(0.0);
        for (start, end) in taken {
            if end + GAP_Y > top && start < top + height + GAP_Y {
                top = end + GAP_Y;
            }
        }
        top
    }

    /// Returns one picture.
    pub fn picture(&self, trace: &Trace, index: usize) -> Picture {
        let (Some(step), Some(tops)) = (trace.steps.get(index), self.tops.get(index)) else {
            return Picture::default();
        };
        let frames = frames_of(step, self.limits);
        let mut objects = Vec::new();
        for (number, object) in &step.objects {
            let (Some(y), Some(column)) = (tops.get(number), self.column_of.get(number)) else {
                continue;
            };
            let (x, _) = self.columns.get(*column).copied().unwrap_or_default();
            let shape = shape::of_object(object, self.limits);
            objects.push((*number, Placed { x, y: *y, shape }));
        }
        let placed = frames.iter().chain(objects.iter().map(|(_, it)| it));
        let lowest = placed.map(|it| it.y + it.shape.height).fold(0.0, f64::max);
        // What stands below a small picture shall not jump; a large one may not waste the screen.
        let height = self.height.min(CALM_HEIGHT).max(lowest) + 4.0;
        let right = self.columns.last().map_or(self.frame_width, |(x, width)| x + width);
        let mut picture =
            Picture { width: right + MARGIN, height, frames, objects, arrows: Vec::new() };
        picture.arrows = arrows(&picture);
        picture
    }
}

/// Where a new object would like to be.
enum Wish {
    At(f64),
    Beside(u32),
}

/// Returns the objects that have no place yet, each after the one that refers to it.
fn newcomers(step: &Step, frames: &[Placed], tops: &BTreeMap<u32, f64>) -> Vec<(u32, usize, Wish)> {
    let mut seen = BTreeSet::new();
    let mut waiting = VecDeque::new();
    let mut found = Vec::new();
    for frame in frames {
        for cell in &frame.shape.cells {
            let Some(target) = cell.target else { continue };
            if seen.insert(target) {
                waiting.push_back(target);
                if !tops.contains_key(&target) {
                    let y = frame.y + cell.y - HEAD;
                    found.push((target, 0, Wish::At(y)));
                }
            }
        }
    }
    while let Some(parent) = waiting.pop_front() {
        let Some(object) = step.objects.get(&parent) else { continue };
        for value in object.values() {
            let Value::Object(target) = value else { continue };
            if seen.insert(*target) {
                waiting.push_back(*target);
                if !tops.contains_key(target) {
                    found.push((*target, 0, Wish::Beside(parent)));
                }
            }
        }
    }
    found.retain(|(number, ..)| step.objects.contains_key(number));
    // What is reached from nowhere that is drawn, such as an exception in flight.
    for number in step.objects.keys() {
        if !seen.contains(number) && !tops.contains_key(number) {
            found.push((*number, 0, Wish::At(0.0)));
        }
    }
    found
}

fn frames_of(step: &Step, limits: Limits) -> Vec<Placed> {
    let mut y = 0.0;
    let last = step.frames.len().saturating_sub(1);
    step.frames
        .iter()
        .enumerate()
        .map(|(index, frame)| {
            let result = (index == last).then_some(step).filter(|it| it.value.is_some());
            let shape = shape::of_frame(frame, result, limits);
            let placed = Placed { x: 0.0, y, shape };
            y += placed.shape.height + GAP_Y;
            placed
        })
        .collect()
}

fn arrows(picture: &Picture) -> Vec<Arrow> {
    let places: BTreeMap<u32, &Placed> =
        picture.objects.iter().map(|(number, placed)| (*number, placed)).collect();
    let frames = picture.frames.iter().enumerate().map(|(at, it)| (Owner::Frame(at), it));
    let objects = picture.objects.iter().map(|(number, it)| (Owner::Object(*number), it));
    let mut arrows = Vec::new();
    for (from, placed) in frames.chain(objects) {
        for cell in &placed.shape.cells {
            let Some((to, target)) = cell.target.and_then(|it| Some((it, places.get(&it)?))) else {
                continue;
            };
            let start = (placed.x + cell.dot_x(), placed.y + cell.dot_y());
            let (line, head) = path(start, placed.x + placed.shape.width, target);
            arrows.push(Arrow { line, head, from, entry: cell.entry.unwrap_or(0), to });
        }
    }
    arrows
}

/// Returns line and head of an arrow; one that goes back or stays in its column bends round the right.
fn path((x, y): (f64, f64), own_right: f64, target: &Placed) -> (String, String) {
    let ty = target.y + HEAD + ROW.min(target.shape.height - HEAD) / 2.0;
    if target.x > own_right {
        let tx = target.x - 1.0;
        let bend = ((tx - x) / 2.0).max(BEND);
        let line = format!(
            "M{x:.1} {y:.1}C{:.1} {y:.1} {:.1} {ty:.1} {:.1} {ty:.1}",
            x + bend,
            tx - bend,
            tx - 6.0
        );
        return (line, format!("M{tx:.1} {ty:.1}l-8 -4v8z"));
    }
    let tx = target.x + target.shape.width + 1.0;
    let out = own_right.max(tx) + 26.0;
    let line = format!("M{x:.1} {y:.1}C{out:.1} {y:.1} {out:.1} {ty:.1} {:.1} {ty:.1}", tx + 6.0);
    (line, format!("M{tx:.1} {ty:.1}l8 -4v8z"))
}

#[cfg(test)]
mod tests;

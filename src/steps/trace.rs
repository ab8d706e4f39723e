//! Owns a recording as a list of whole pictures: each step with all frames and objects.

use std::{collections::BTreeMap, sync::Arc};

use super::record::{FrameLine, FrameRecord, Imports, Line, Lookup, ObjectLine, WireValue};

/// A recorded run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trace {
    /// The pictures in order.
    pub steps: Vec<Step>,
    /// Everything that was printed.
    pub output: String,
    /// How it ended.
    pub ending: Ending,
    /// Whether some picture leaves something out.
    pub is_cut: bool,
    /// The way of a lookup, where one was wanted.
    pub lookup: Option<Lookup>,
    /// What was imported.
    pub imports: Imports,
}

/// How a recording ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Ending {
    /// The program came to its end.
    Done,
    /// An exception ended it.
    Failed(String),
    /// It took more steps than are recorded.
    TooLong,
    /// Its pictures are too large.
    TooLarge,
    /// It is no program: the message and its line.
    Syntax(String, usize),
    /// It was stopped, or its process ended without a word.
    #[default]
    Cut,
}

/// What a step tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A function begins.
    Call,
    /// A line is about to run.
    Line,
    /// A function gives its value back.
    Return,
    /// An exception was raised here or came through.
    Raised,
    /// An exception leaves the function.
    Unwind,
}

/// One picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What happens.
    pub event: Event,
    /// The line it happens on.
    pub line: usize,
    /// Frames, outermost first.
    pub frames: Vec<Arc<Frame>>,
    /// Objects by number.
    pub objects: BTreeMap<u32, Arc<Object>>,
    /// Bytes of [`Trace::output`] that are printed by now.
    pub printed: usize,
    /// What is returned or raised.
    pub value: Option<Value>,
    /// The exception in words.
    pub error: Option<String>,
}

impl Step {
    /// Returns the frame that runs.
    pub fn top(&self) -> Option<&Arc<Frame>> {
        self.frames.last()
    }

    /// Counts the drawn references to an object: from names, entries and what is returned.
    pub fn references_to(&self, number: u32) -> usize {
        let is_it = |value: &&Value| **value == Value::Object(number);
        let names = self.frames.iter().flat_map(|it| it.names.iter().map(|(_, value)| value));
        let entries = self.objects.values().flat_map(|it| it.values());
        names.chain(entries).filter(is_it).count()
    }
}

/// A frame on the stack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Tells it from other calls of the same function.
    pub number: u32,
    /// The function, class or module.
    pub name: String,
    /// The line it is at.
    pub line: usize,
    /// The file, if it is not the first one.
    pub path: Option<String>,
    /// Names with their values.
    pub names: Vec<(String, Value)>,
    /// The names that live in cells, since an inner function shares them.
    pub cells: Vec<String>,
    /// What runs in it.
    pub kind: FrameKind,
}

/// What runs in a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrameKind {
    /// A module.
    Module,
    /// The body of a class.
    Class,
    /// A generator or coroutine.
    Generator,
    /// A function.
    Function,
}

/// What a name or an entry stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A simple value, by its kind and as text.
    Plain(Plain, String),
    /// The object with this number.
    Object(u32),
}

/// Kinds of simple values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plain {
    /// None and its like.
    Nothing,
    /// A number or truth value.
    Number,
    /// Text or bytes.
    Text,
    /// Something that is not drawn.
    Other,
}

/// An object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Object {
    /// Its number in the recording.
    pub number: u32,
    /// How it is drawn.
    pub kind: ObjectKind,
    /// The name of its type.
    pub type_name: String,
    /// A few words, such as a function's signature or what a generator waits for.
    pub words: String,
    /// Entries in order.
    pub items: Vec<Value>,
    /// Keys with values.
    pub pairs: Vec<(Value, Value)>,
    /// Named entries.
    pub named: Vec<(String, Value)>,
    /// Entries that are not shown.
    pub left_out: usize,
}

impl Object {
    /// Iterates over everything it refers to, in the order in which it is drawn.
    pub fn values(&self) -> impl Iterator<Item = &Value> {
        let pairs = self.pairs.iter().flat_map(|(key, value)| [key, value]);
        self.items.iter().chain(pairs).chain(self.named.iter().map(|(_, value)| value))
    }
}

/// How an object is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ObjectKind {
    /// Entries with indices: list, tuple.
    Sequence,
    /// Entries without order.
    Set,
    /// Keys and values.
    Dict,
    /// A function, bound or not.
    Function,
    /// A class.
    Class,
    /// A cell that functions share.
    Cell,
    /// A generator or another iterator.
    Iterator,
    /// A simple value that is drawn as an object.
    Value,
    /// An exception.
    Exception,
    /// Something of a library, which is not looked into.
    Library,
    /// Anything else.
    Instance,
}

impl Trace {
    /// Reads a report; a line that cannot be read ends it.
    pub fn parse(report: &str) -> Self {
        let mut reader = Reader::default();
        for line in report.lines() {
            match serde_json::from_str::<Line>(line) {
                Ok(line) => reader.take(line),
                Err(_) => break,
            }
        }
        reader.trace
    }

    /// Returns the first step at a line, for a jump there; the search begins after `from` and wraps.
    pub fn next_at(&self, path: Option<&str>, line: usize, from: usize) -> Option<usize> {
        let is_there = |it: &usize| {
            let step = &self.steps[*it];
            let file = step.top().and_then(|it| it.path.as_deref());
            step.event == Event::Line && step.line == line && file == path
        };
        let count = self.steps.len();
        (from + 1..count).find(is_there).or_else(|| (0..count.min(from + 1)).find(is_there))
    }

    /// Says which lines of a file run at all.
    pub fn lines_of(&self, path: Option<&str>) -> std::collections::BTreeSet<usize> {
        let in_file = |it: &&Step| it.top().and_then(|it| it.path.as_deref()) == path;
        let lines = self.steps.iter().filter(|it| it.event == Event::Line).filter(in_file);
        lines.map(|it| it.line).collect()
    }

    /// Returns what is printed by a step; after the last one, everything.
    pub fn printed(&self, step: usize) -> &str {
        let is_last = step + 1 >= self.steps.len();
        let end =
            self.steps.get(step).filter(|_| !is_last).map_or(self.output.len(), |it| it.printed);
        self.output.get(..end).unwrap_or_default()
    }
}

#[derive(Default)]
struct Reader {
    trace: Trace,
    frames: BTreeMap<u32, Arc<Frame>>,
    objects: BTreeMap<u32, Arc<Object>>,
}

impl Reader {
    fn take(&mut self, line: Line) {
        self.trace.output.push_str(&line.o);
        if let Some(end) = line.end {
            self.trace.is_cut = line.cut;
            self.trace.lookup = line.lookup;
            self.trace.imports = line.imports.unwrap_or_default();
            let message = line.x.unwrap_or_default();
            self.trace.ending = match end.as_str() {
                "done" => Ending::Done,
                "error" => Ending::Failed(message),
                "steps" => Ending::TooLong,
                "bytes" => Ending::TooLarge,
                "syntax" => Ending::Syntax(message, line.l),
                _ => Ending::Cut,
            };
            return;
        }
        for number in &line.g {
            self.objects.remove(number);
        }
        for record in line.h {
            self.objects.insert(record.n, Arc::new(object(record)));
        }
        let mut frames = Vec::new();
        for record in line.f {
            match record {
                FrameLine::Same(number) => frames.extend(self.frames.get(&number).cloned()),
                FrameLine::New(record) => frames.push(Arc::new(frame(record))),
            }
        }
        self.frames = frames.iter().map(|it| (it.number, it.clone())).collect();
        self.trace.steps.push(Step {
            event: match line.e.as_str() {
                "call" => Event::Call,
                "return" => Event::Return,
                "exception" => Event::Raised,
                "unwind" => Event::Unwind,
                _ => Event::Line,
            },
            line: line.l,
            frames,
            objects: self.objects.clone(),
            printed: self.trace.output.len(),
            value: line.r.map(value),
            error: line.x,
        });
    }
}

fn frame(record: FrameRecord) -> Frame {
    Frame {
        number: record.f,
        name: record.n,
        line: record.l,
        path: record.p,
        names: record.v.into_iter().map(|(name, it)| (name, value(it))).collect(),
        cells: record.c,
        kind: match record.k.as_str() {
            "module" => FrameKind::Module,
            "class" => FrameKind::Class,
            "generator" => FrameKind::Generator,
            _ => FrameKind::Function,
        },
    }
}

fn object(record: ObjectLine) -> Object {
    Object {
        number: record.n,
        kind: match record.k.as_str() {
            "list" | "tuple" => ObjectKind::Sequence,
            "set" | "frozenset" => ObjectKind::Set,
            "dict" => ObjectKind::Dict,
            "function" | "method" => ObjectKind::Function,
            "class" => ObjectKind::Class,
            "cell" => ObjectKind::Cell,
            "generator" | "iterator" => ObjectKind::Iterator,
            "value" => ObjectKind::Value,
            "exception" => ObjectKind::Exception,
            "other" | "module" => ObjectKind::Library,
            _ => ObjectKind::Instance,
        },
        type_name: record.t,
        // A simple value says what it is by its first letter, as everywhere.
        words: if record.k == "value" { record.s.chars().skip(1).collect() } else { record.s },
        items: record.i.into_iter().map(value).collect(),
        pairs: record.d.into_iter().map(|(key, it)| (value(key), value(it))).collect(),
        named: record.a.into_iter().map(|(name, it)| (name, value(it))).collect(),
        left_out: record.x,
    }
}

fn value(wire: WireValue) -> Value {
    match wire {
        WireValue::Number(number) => Value::Object(number),
        WireValue::Text(text) => {
            let mut letters = text.chars();
            let kind = match letters.next() {
                Some('n') => Plain::Nothing,
                Some('s' | 'b') => Plain::Text,
                Some('o') | None => Plain::Other,
                Some(_) => Plain::Number,
            };
            Value::Plain(kind, letters.collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strings;

    const REPORT: &str = r#"{"e":"line","l":1,"f":[{"f":1,"n":"__main__","l":1,"v":[],"k":"module"}],"h":[]}
{"e":"call","l":1,"f":[1,{"f":2,"n":"half","l":1,"v":[["n","i4"]]}],"h":[]}
{"e":"line","l":2,"f":[1,2],"h":[],"o":"hi\n"}
{"e":"return","l":2,"r":1,"f":[1,2],"h":[{"n":1,"k":"list","t":"list","i":["i2"],"x":3}]}
{"e":"line","l":3,"f":[{"f":1,"n":"__main__","l":3,"v":[["x",1]],"k":"module"}],"h":[],"o":"there\n"}
{"end":"error","x":"ValueError: no","cut":true,"o":"Traceback\n"}"#;

    #[test]
    fn frames_that_stay_are_taken_from_the_step_before() {
        let trace = Trace::parse(REPORT);
        let names: Vec<_> = trace.steps[2].frames.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["__main__", "half"]);
        assert_eq!(trace.steps[4].frames.len(), 1);
        assert_eq!(trace.ending, Ending::Failed("ValueError: no".to_owned()));
        assert!(trace.is_cut);
    }

    #[test]
    fn a_jump_goes_on_to_the_next_run_of_a_line_and_wraps() {
        let trace = Trace::parse(REPORT);
        assert_eq!(trace.next_at(None, 2, 0), Some(2));
        assert_eq!(trace.next_at(None, 2, 2), Some(2));
        assert_eq!(trace.next_at(None, 1, 4), Some(0));
        assert_eq!(trace.next_at(Some("other.py"), 2, 0), None);
        assert_eq!(trace.lines_of(None).into_iter().collect::<Vec<_>>(), [1, 2, 3]);
    }

    #[test]
    fn what_is_printed_grows_and_the_last_step_has_all() {
        let trace = Trace::parse(REPORT);
        assert_eq!((trace.printed(1), trace.printed(2)), ("", "hi\n"));
        assert_eq!(trace.printed(4), "hi\nthere\nTraceback\n");
    }

    #[test]
    fn each_event_is_a_sentence() {
        let trace = Trace::parse(REPORT);
        let said: Vec<_> =
            trace.steps.iter().map(|it| strings::steps_event(it, "  x = 1")).collect();
        let expected = [
            "Line 1 runs next: x = 1",
            "half is called.",
            "Line 2 runs next: x = 1",
            "half returns list #1 of 4 items.",
            "Line 3 runs next: x = 1",
        ];
        assert_eq!(said, expected);
        let changes = crate::steps::changes::between(trace.steps.get(3), &trace.steps[4]);
        assert_eq!(strings::steps_changes(&trace.steps[4], &changes), "x is list #1 of 4 items.");
    }
}

//! Owns the form in which the recorder (`python/steps`) reports: one line of JSON for each step,
//! with only what has changed, and a last line that says how it ended.

use serde::Deserialize;

/// One line, as it was sent.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Line {
    /// The event, in a step.
    #[serde(default)]
    pub e: String,
    /// The line of the program.
    #[serde(default)]
    pub l: usize,
    /// Frames, outermost first.
    #[serde(default)]
    pub f: Vec<FrameLine>,
    /// Objects that are new or have changed.
    #[serde(default)]
    pub h: Vec<ObjectLine>,
    /// Numbers of objects that cannot be reached any more.
    #[serde(default)]
    pub g: Vec<u32>,
    /// What was printed since the step before.
    #[serde(default)]
    pub o: String,
    /// What is returned or raised.
    pub r: Option<WireValue>,
    /// The exception in words.
    pub x: Option<String>,
    /// How the recording ended, in its last line.
    pub end: Option<String>,
    /// Whether something was left out of some picture.
    #[serde(default)]
    pub cut: bool,
    /// The way of a lookup.
    pub lookup: Option<Lookup>,
    /// The imports of the program.
    pub imports: Option<Imports>,
}

/// A value: a number names an object, a text says what it is by its first letter.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub(super) enum WireValue {
    Number(u32),
    Text(String),
}

/// A frame, or the number of one that is as it was.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum FrameLine {
    Same(u32),
    New(FrameRecord),
}

#[derive(Debug, Deserialize)]
pub(super) struct FrameRecord {
    pub f: u32,
    pub n: String,
    pub l: usize,
    pub p: Option<String>,
    pub v: Vec<(String, WireValue)>,
    #[serde(default)]
    pub c: Vec<String>,
    #[serde(default)]
    pub k: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct ObjectLine {
    pub n: u32,
    pub k: String,
    pub t: String,
    #[serde(default)]
    pub s: String,
    #[serde(default)]
    pub i: Vec<WireValue>,
    #[serde(default)]
    pub d: Vec<(WireValue, WireValue)>,
    #[serde(default)]
    pub a: Vec<(String, WireValue)>,
    #[serde(default)]
    pub x: usize,
}

/// The way that the lookup of an attribute takes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Lookup {
    /// What is looked up, such as `c.name`.
    pub of: String,
    /// Why there is no way to show.
    pub problem: Option<String>,
    /// The attribute.
    pub name: String,
    /// The type of the object.
    #[serde(rename = "type")]
    pub kind: String,
    /// Whether the object is a class itself.
    pub is_class: bool,
    /// The name of that class.
    pub own_name: String,
    /// The classes along the order of resolution of the type.
    pub classes: Vec<LookupPlace>,
    /// The classes along its own order, where the object is a class.
    pub own_classes: Vec<LookupPlace>,
    /// What the object itself has under the name; empty for nothing.
    pub own: String,
    /// Whether the object has a place for attributes of its own.
    pub has_dict: bool,
    /// The class whose `__getattr__` is asked last; empty for none.
    pub getattr: String,
    /// The class that has a `__getattribute__` of its own; empty for none.
    pub special: String,
    /// Which place answers.
    pub winner: Winner,
}

/// A class that a lookup passes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct LookupPlace {
    /// Its name.
    pub name: String,
    /// Whether it has the attribute.
    pub has: bool,
    /// What it has.
    pub what: String,
    /// Whether that is a data descriptor, which comes before the object's own attributes.
    pub data: bool,
    /// Whether that has a `__get__`, which makes the value.
    pub get: bool,
}

/// The place that answers a lookup.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Winner {
    /// A class along the type's order of resolution.
    Type,
    /// The object itself.
    Own,
    /// `__getattr__`.
    Getattr,
    /// None: an `AttributeError`.
    #[default]
    None,
}

/// What a program imported.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Imports {
    /// The modules that are drawn, in the order of `sys.modules`.
    pub modules: Vec<ImportedModule>,
    /// Who imports whom, by name.
    pub edges: Vec<(String, String)>,
    /// Modules in `sys.modules` at the end.
    pub all: usize,
    /// Modules that came along and are not drawn.
    pub further: usize,
}

/// A module that a program imported, or is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct ImportedModule {
    /// Its name.
    pub name: String,
    /// Its place in `sys.modules`, from 0.
    pub place: usize,
    /// Whether it is the learner's own.
    pub own: bool,
    /// Whether it was there before the program began.
    pub old: bool,
}

//! English: stepping through a program, in pictures and in words.

use crate::steps::{
    changes::Changes,
    record::{Imports, Lookup, Winner},
    trace::{Ending, Event, Frame, FrameKind, Object, ObjectKind, Step, Value},
};

pub const STEP_THROUGH: &str = "Step through";
pub const STEPS_AGAIN: &str = "Run again";
pub const STEPS_DRAW: &str = "Run and draw";
pub const STEPS_EMPTY_PANEL: &str = "Runs the program as it stands and records up to 1,000 steps. Then you go through them, forwards and backwards: which line runs, which names there are, and which objects they stand for.";
pub const STEPS_INPUT: &str = "Lines that input() reads";
pub const STEPS_CONTROLS: &str = "Steps of the program";
pub const STEPS_FIRST: &str = "First step";
pub const STEPS_BACK: &str = "Step back";
pub const STEPS_FORWARD: &str = "Step forward";
pub const STEPS_LAST: &str = "Last step";
pub const STEPS_SLIDER: &str = "Step";
pub const STEPS_HELP: &str = "Left and right arrow keys step, Home and End go to the first and the last step; a line number goes to the next time that line runs, and up and down go between line numbers.";
pub const STEPS_PICTURE: &str = "Frames and objects at this step; the same stands below as text";
pub const STEPS_SCROLL: &str = "Picture of frames and objects";
pub const STEPS_AS_TEXT: &str = "This step as text";
pub const STEPS_FRAMES: &str = "Frames";
pub const STEPS_OBJECTS: &str = "Objects";
pub const STEPS_OUTPUT: &str = "Printed so far";
pub const STEPS_NO_NAMES: &str = "no names yet";
pub const STEPS_EMPTY: &str = "empty";
pub const STEPS_LIBRARY: &str = "not looked into";
pub const STEPS_NO_ENTRIES: &str = "no attributes";
pub const STEPS_COUNTS: &str = "Count arrows";
pub const STEPS_COUNTS_LONG: &str =
    "Shows at each object how many of the names and entries drawn here refer to it";
pub const STEPS_VALUES: &str = "Values as objects";
pub const STEPS_VALUES_LONG: &str =
    "Draws numbers and texts as objects, too, and runs the program again";
pub const STEPS_CUT: &str =
    "Some objects or frames are left out of the pictures, since there are too many.";
pub const STEPS_NOTHING: &str = "The program has no step to show.";
pub const STEPS_UNREADABLE: &str =
    "The recording did not arrive. Run it again; if that does not help, reload the page.";
pub const STEPS_SOURCE: &str = "Program";
pub const STEPS_CHANGED: &str = "changed";
pub const LOOKUP_ON_TYPE: &str = "The type's classes, in their order";
pub const LOOKUP_FOUND: &str = "answers";
pub const LOOKUP_SHADOWED: &str = "shadowed";
pub const LOOKUP_PASSED: &str = "has no such name";
pub const LOOKUP_NO_DICT: &str = "holds no attributes of its own";
pub const LOOKUP_FAILS: &str = "Nothing answers: the lookup raises AttributeError.";
pub const IMPORTS_TITLE: &str = "Modules in sys.modules";
pub const IMPORTS_OWN: &str = "your file";
pub const IMPORTS_OLD: &str = "there before the program";

/// Says which step of how many.
pub fn steps_number(at: usize, count: usize) -> String {
    format!("Step {} of {count}", at + 1)
}

/// Names the button at a line.
pub fn steps_go_to(line: usize) -> String {
    format!("Go to the next run of line {line}")
}

/// Says how many entries are left out.
pub fn steps_more(count: usize) -> String {
    format!("and {count} more")
}

/// Says how many drawn references an object has.
pub fn steps_count(count: usize) -> String {
    match count {
        1 => "1 drawn reference".to_owned(),
        _ => format!("{count} drawn references"),
    }
}

/// Names a frame.
pub fn steps_frame(frame: &Frame) -> String {
    match frame.kind {
        FrameKind::Module if frame.name == "__main__" => "Global names".to_owned(),
        FrameKind::Module => format!("Module {}", frame.name),
        FrameKind::Class => format!("Body of class {}", frame.name),
        FrameKind::Generator | FrameKind::Function if frame.name == "<lambda>" => {
            "lambda".to_owned()
        }
        FrameKind::Generator | FrameKind::Function => frame.name.clone(),
    }
}

/// Names what a frame gives back.
pub fn steps_result(event: Event) -> &'static str {
    if event == Event::Raised { "raised" } else { "result" }
}

/// Says what happens in a step; `source` is the line it happens on.
pub fn steps_event(step: &Step, source: &str) -> String {
    let Some(top) = step.top() else { return String::new() };
    let name = match top.kind {
        FrameKind::Module if top.name == "__main__" => "the program".to_owned(),
        FrameKind::Module => format!("module {}", top.name),
        FrameKind::Class => format!("the body of class {}", top.name),
        _ => steps_frame(top),
    };
    let value = || step.value.as_ref().map(|it| steps_value(step, it)).unwrap_or_default();
    let is_yield = top.kind == FrameKind::Generator && source.contains("yield");
    match step.event {
        Event::Line => format!("Line {} runs next: {}", step.line, source.trim()),
        Event::Call if top.kind == FrameKind::Class => {
            format!("The body of class {} begins.", top.name)
        }
        Event::Call if top.kind == FrameKind::Generator => {
            format!("{name} starts, or goes on where it paused.")
        }
        Event::Call => format!("{name} is called."),
        Event::Return if is_yield => format!("{name} yields {} and pauses.", value()),
        Event::Return if matches!(top.kind, FrameKind::Module | FrameKind::Class) => {
            // A sentence begins with a capital letter.
            let mut letters = name.chars();
            let first = letters.next().map(|it| it.to_ascii_uppercase()).unwrap_or_default();
            format!("{first}{} ends.", letters.as_str())
        }
        Event::Return => format!("{name} returns {}.", value()),
        Event::Raised => {
            format!(
                "An exception in {name}, line {}: {}",
                step.line,
                step.error.as_deref().unwrap_or_default()
            )
        }
        Event::Unwind => format!("The exception leaves {name}."),
    }
}

/// Says what a step has changed; empty for nothing.
pub fn steps_changes(step: &Step, changes: &Changes) -> String {
    let mut words = Vec::new();
    for (number, name) in changes.names.iter().take(4) {
        let frame = step.frames.iter().find(|it| it.number == *number);
        let value = frame.and_then(|it| it.names.iter().find(|(other, _)| other == name));
        if let Some((_, value)) = value {
            words.push(format!("{name} is {}", steps_value(step, value)));
        }
    }
    if changes.names.len() > 4 {
        words.push(format!("{} more names changed", changes.names.len() - 4));
    }
    let mut touched: Vec<u32> = changes.entries.iter().map(|(number, _)| *number).collect();
    touched.extend(&changes.states);
    touched.sort_unstable();
    touched.dedup();
    for number in touched.iter().take(3) {
        if let Some(object) = step.objects.get(number) {
            words.push(format!("{} changed", steps_object(object)));
        }
    }
    if changes.gone > 0 {
        let noun = if changes.gone == 1 { "object" } else { "objects" };
        words.push(format!("{} {noun} can no longer be reached", changes.gone));
    }
    if words.is_empty() { String::new() } else { format!("{}.", words.join("; ")) }
}

/// Describes a value.
pub fn steps_value(step: &Step, value: &Value) -> String {
    match value {
        Value::Plain(_, text) => text.clone(),
        Value::Object(number) => {
            step.objects.get(number).map_or_else(|| "an object".to_owned(), |it| steps_object(it))
        }
    }
}

/// Describes an object with its number, by which it can be recognized.
pub fn steps_object(object: &Object) -> String {
    let count = |count: usize, one: &str, many: &str| {
        format!("{count} {}", if count == 1 { one } else { many })
    };
    let number = object.number;
    let name = &object.type_name;
    match object.kind {
        ObjectKind::Sequence | ObjectKind::Set => {
            let items = count(object.items.len() + object.left_out, "item", "items");
            format!("{name} #{number} of {items}")
        }
        ObjectKind::Dict => {
            let entries = count(object.pairs.len() + object.left_out, "entry", "entries");
            format!("{name} #{number} of {entries}")
        }
        ObjectKind::Value => object.words.clone(),
        _ if object.words.is_empty() => format!("{name} #{number}"),
        _ => format!("{name} {} #{number}", object.words),
    }
}

/// Says how a recording ended, if that must be known.
pub fn steps_ending(ending: &Ending, count: usize) -> Option<String> {
    match ending {
        Ending::Done => None,
        Ending::Failed(error) => Some(format!("The program ended with {error}")),
        Ending::TooLong => Some(format!(
            "The recording stops after {count} steps. Make the data smaller or the loops shorter to see the rest."
        )),
        Ending::TooLarge => Some(
            "The recording stops here, since its objects are too large. Make the data smaller to see the rest."
                .to_owned(),
        ),
        Ending::Syntax(message, line) => Some(format!("Line {line}: {message}. Mend it and step again.")),
        Ending::Cut => Some("The program was stopped before its end; this is what it did until then.".to_owned()),
    }
}

/// Says who answers a lookup.
pub fn lookup_verdict(lookup: &Lookup) -> String {
    let hit = lookup.classes.iter().find(|it| it.has);
    let own_hit = lookup.own_classes.iter().find(|it| it.has);
    match (lookup.winner, hit) {
        (Winner::Type, Some(place)) if place.data => format!(
            "{} in class {} answers: it is a data descriptor, and those come before the object's own attributes.",
            place.what, place.name
        ),
        (Winner::Type, Some(place)) if place.get => format!(
            "{} in class {} answers, by its __get__: nothing came before it.",
            place.what, place.name
        ),
        (Winner::Type, Some(place)) => {
            format!(
                "{} in class {} answers: the object has no such attribute of its own.",
                place.what, place.name
            )
        }
        (Winner::Own, _) => match own_hit {
            Some(place) => format!("{} in class {} answers.", place.what, place.name),
            None => format!("The object's own attribute answers: {}.", lookup.own),
        },
        (Winner::Getattr, _) => {
            format!("Nothing has the name, so {}.__getattr__ is called with it.", lookup.getattr)
        }
        (Winner::None | Winner::Type, _) => LOOKUP_FAILS.to_owned(),
    }
}

/// Names the object whose attribute is looked up.
pub fn lookup_object(lookup: &Lookup) -> String {
    if lookup.is_class {
        format!("Class {} and the classes it is made of", lookup.own_name)
    } else {
        format!("The {} object itself", lookup.kind)
    }
}

/// Says what a class has under the name.
pub fn lookup_has(what: &str, is_data: bool, has_get: bool) -> String {
    match (is_data, has_get) {
        (true, _) => format!("{what}, a data descriptor"),
        (false, true) => format!("{what}, a non-data descriptor"),
        (false, false) => what.to_owned(),
    }
}

/// Says that the class has a `__getattribute__` of its own.
pub fn lookup_special(class: &str) -> String {
    format!("{class} has a __getattribute__ of its own, which may answer in any other way.")
}

/// Says where a module stands.
pub fn imports_place(place: usize) -> String {
    format!("entry {}", place + 1)
}

/// Says what a module imports.
pub fn imports_of(imports: &Imports, name: &str) -> String {
    let targets: Vec<&str> =
        imports.edges.iter().filter(|(from, _)| from == name).map(|(_, to)| to.as_str()).collect();
    if targets.is_empty() { String::new() } else { format!("imports {}", targets.join(", ")) }
}

/// Says how many modules there are besides.
pub fn imports_rest(imports: &Imports) -> String {
    let all = format!("sys.modules has {} entries at the end.", imports.all);
    match imports.further {
        0 => all,
        further => format!("{all} {further} of those that are not drawn came with the imports."),
    }
}

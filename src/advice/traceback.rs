//! Owns the reading of a traceback as Python prints it: the last one, its type, message and the
//! last line of the learner's own.

/// A traceback, as far as advice needs it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Traceback {
    /// The exception's type, without its module.
    pub(super) kind: String,
    /// Its message, the first line.
    pub(super) message: String,
    /// The last line of the learner's program on the way.
    pub(super) line: Option<usize>,
    /// The functions on the way, outermost first.
    pub(super) functions: Vec<String>,
}

impl Traceback {
    /// Reads the last traceback in `text`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let lines: Vec<&str> = text.lines().collect();
        let is_start = |line: &&str| line.starts_with("Traceback (most recent call last)");
        let start = lines.iter().rposition(is_start);
        // A syntax error at compile time has frames, but no first line.
        let start = start.or_else(|| lines.iter().position(|line| frame(line).is_some()))?;
        let mut line = None;
        let mut functions = Vec::new();
        let mut last = None;
        for text in &lines[start..] {
            if let Some((file, number, function)) = frame(text) {
                if is_own(file) {
                    line = Some(number);
                }
                functions.extend(function.map(str::to_owned));
                last = None;
            } else if last.is_none()
                && let Some(found) = exception(text)
            {
                last = Some(found);
            }
        }
        let (kind, message) = last?;
        Some(Self { kind: kind.to_owned(), message: message.to_owned(), line, functions })
    }
}

/// Reads `  File "main.py", line 3, in f`.
fn frame(line: &str) -> Option<(&str, usize, Option<&str>)> {
    let rest = line.trim_start().strip_prefix("File \"")?;
    let (file, rest) = rest.split_once('"')?;
    let rest = rest.strip_prefix(", line ")?;
    let (number, function) = match rest.split_once(", in ") {
        Some((number, function)) => (number, Some(function)),
        None => (rest, None),
    };
    Some((file, number.trim().parse().ok()?, function))
}

/// Library code is never to blame, and neither is what the interpreter makes up.
fn is_own(file: &str) -> bool {
    !file.starts_with("/usr/") && !file.starts_with("<frozen")
}

/// Reads `ValueError: message`; a type alone counts too.
fn exception(line: &str) -> Option<(&str, &str)> {
    let (name, message) = match line.split_once(": ") {
        Some((name, message)) => (name, message),
        None => (line.trim_end_matches(':'), ""),
    };
    let is_name = !name.is_empty()
        && name.chars().all(|ch| ch.is_alphanumeric() || ch == '_' || ch == '.')
        && !name.starts_with(|ch: char| ch.is_ascii_digit());
    is_name.then(|| (name.rsplit('.').next().unwrap_or(name), message))
}

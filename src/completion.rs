//! Owns the completion of a name at Python's prompt: keywords, builtins, and the names of the
//! learner's files. It runs nothing, so it works while a program is busy.

use std::collections::BTreeSet;

/// Names that are always there.
pub const BUILTINS: &[&str] = &[
    "ArithmeticError",
    "AssertionError",
    "AttributeError",
    "BaseException",
    "BaseExceptionGroup",
    "BlockingIOError",
    "BrokenPipeError",
    "BufferError",
    "BytesWarning",
    "ChildProcessError",
    "ConnectionError",
    "DeprecationWarning",
    "EOFError",
    "Ellipsis",
    "Exception",
    "ExceptionGroup",
    "False",
    "FileExistsError",
    "FileNotFoundError",
    "FloatingPointError",
    "FutureWarning",
    "GeneratorExit",
    "ImportError",
    "IndentationError",
    "IndexError",
    "InterruptedError",
    "IsADirectoryError",
    "KeyError",
    "KeyboardInterrupt",
    "LookupError",
    "MemoryError",
    "ModuleNotFoundError",
    "NameError",
    "None",
    "NotADirectoryError",
    "NotImplemented",
    "NotImplementedError",
    "OSError",
    "OverflowError",
    "PermissionError",
    "ProcessLookupError",
    "RecursionError",
    "ReferenceError",
    "ResourceWarning",
    "RuntimeError",
    "RuntimeWarning",
    "StopAsyncIteration",
    "StopIteration",
    "SyntaxError",
    "SystemExit",
    "TabError",
    "TimeoutError",
    "True",
    "TypeError",
    "UnboundLocalError",
    "UnicodeDecodeError",
    "UnicodeEncodeError",
    "UnicodeError",
    "UserWarning",
    "ValueError",
    "Warning",
    "ZeroDivisionError",
    "abs",
    "aiter",
    "all",
    "anext",
    "any",
    "ascii",
    "bin",
    "bool",
    "breakpoint",
    "bytearray",
    "bytes",
    "callable",
    "chr",
    "classmethod",
    "compile",
    "complex",
    "delattr",
    "dict",
    "dir",
    "divmod",
    "enumerate",
    "eval",
    "exec",
    "exit",
    "filter",
    "float",
    "format",
    "frozenset",
    "getattr",
    "globals",
    "hasattr",
    "hash",
    "help",
    "hex",
    "id",
    "input",
    "int",
    "isinstance",
    "issubclass",
    "iter",
    "len",
    "list",
    "locals",
    "map",
    "max",
    "memoryview",
    "min",
    "next",
    "object",
    "oct",
    "open",
    "ord",
    "pow",
    "print",
    "property",
    "quit",
    "range",
    "repr",
    "reversed",
    "round",
    "set",
    "setattr",
    "slice",
    "sorted",
    "staticmethod",
    "str",
    "sum",
    "super",
    "tuple",
    "type",
    "vars",
    "zip",
];

const KEYWORDS: &[&str] = &[
    "and", "as", "assert", "async", "await", "break", "case", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
    "lambda", "match", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with",
    "yield",
];

/// Returns whole replacements of the last name of `prefix`, in order.
pub fn complete<'a>(prefix: &str, sources: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let start = prefix
        .char_indices()
        .rev()
        .take_while(|(_, ch)| ch.is_alphanumeric() || *ch == '_' || *ch == '.')
        .last()
        .map_or(prefix.len(), |(at, _)| at);
    let dotted = &prefix[start..];
    let (owner, name) = match dotted.rsplit_once('.') {
        Some((owner, name)) => (Some(owner), name),
        None => (None, dotted),
    };
    if name.is_empty() && owner.is_none() {
        return Vec::new();
    }
    let mut found = BTreeSet::new();
    for source in sources {
        for (before, word) in names(source) {
            // Behind a dot only names that stand behind a dot make sense.
            if word.starts_with(name) && word != name && (owner.is_none() || before == Some('.')) {
                found.insert(word.to_owned());
            }
        }
    }
    if owner.is_none() {
        let always = BUILTINS.iter().chain(KEYWORDS);
        found.extend(always.filter(|it| it.starts_with(name)).map(|it| (*it).to_owned()));
    }
    let head = owner.map_or(String::new(), |owner| format!("{owner}."));
    found.into_iter().map(|word| format!("{head}{word}")).collect()
}

/// Returns the names of a source text with the character before each.
pub fn names(source: &str) -> impl Iterator<Item = (Option<char>, &str)> {
    let is_part = |ch: char| ch.is_alphanumeric() || ch == '_';
    source
        .split_inclusive(move |ch| !is_part(ch))
        .scan(None, move |before, piece| {
            let word = piece.trim_end_matches(move |ch| !is_part(ch));
            let was = *before;
            *before = piece.chars().next_back().filter(|ch| !is_part(*ch));
            Some((was, word))
        })
        .filter(|(_, word)| word.chars().next().is_some_and(|ch| !ch.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::complete;

    #[test]
    fn names_of_files_builtins_and_keywords_are_offered() {
        let source = "def parse_port(text):\n    return int(text.strip())\n";
        assert_eq!(complete("x = pars", [source]), ["parse_port"]);
        assert_eq!(complete("prin", [source]), ["print"]);
        assert_eq!(complete("retu", []), ["return"]);
        assert_eq!(complete("f(text.st", [source]), ["text.strip"]);
        assert!(complete("text.pars", [source]).is_empty());
        assert!(complete("x = ", [source]).is_empty());
    }
}

//! Owns the rules: which type and message stand for which mistake.
//!
//! Messages are those of CPython 3.14; where RustPython's parser says it otherwise, its words
//! are recognized too.

use super::{
    Advice, Mistake,
    source::{Source, distance},
    traceback::Traceback,
};

/// Modules that learners use without importing them.
const MODULES: &[&str] = &[
    "abc",
    "argparse",
    "asyncio",
    "bisect",
    "collections",
    "contextlib",
    "copy",
    "csv",
    "dataclasses",
    "datetime",
    "decimal",
    "enum",
    "fractions",
    "functools",
    "glob",
    "heapq",
    "inspect",
    "io",
    "itertools",
    "json",
    "logging",
    "math",
    "operator",
    "os",
    "pathlib",
    "pickle",
    "queue",
    "random",
    "re",
    "shutil",
    "socket",
    "sqlite3",
    "statistics",
    "string",
    "struct",
    "subprocess",
    "sys",
    "tempfile",
    "textwrap",
    "threading",
    "time",
    "timeit",
    "traceback",
    "types",
    "typing",
    "unittest",
    "urllib",
    "uuid",
    "weakref",
    "zlib",
];

/// Methods that change their object and return `None`.
const IN_PLACE: &[&str] = &[
    "append", "extend", "insert", "sort", "reverse", "remove", "clear", "update", "add", "discard",
    "shuffle",
];

/// Builtins whose names are often taken.
const OFTEN_TAKEN: &[&str] = &[
    "list", "dict", "str", "int", "set", "tuple", "sum", "max", "min", "len", "type", "id",
    "input", "print", "range", "filter", "map", "next", "open", "iter", "sorted", "float", "bool",
];

/// Names the mistake behind a traceback.
pub(super) fn mistake(traceback: &Traceback, source: &Source<'_>) -> Option<Mistake> {
    let message = traceback.message.as_str();
    let line = source.line(traceback.line);
    match traceback.kind.as_str() {
        "NameError" => name_error(message, line, source),
        "UnboundLocalError" => Some(Mistake::UnboundLocal { name: quoted(message)? }),
        "SyntaxError" => syntax_error(message, line),
        "IndentationError" => indentation_error(message),
        "TabError" => Some(Mistake::MixedTabs),
        "IndexError" => Some(index_error(line)),
        "KeyError" => Some(Mistake::MissingKey { key: message.to_owned() }),
        "AttributeError" => attribute_error(message, line, source),
        "TypeError" => type_error(message, line, source, traceback),
        "ValueError" => value_error(message),
        "StopIteration" => Some(Mistake::Exhausted),
        "RecursionError" => Some(Mistake::EndlessRecursion {
            function: traceback.functions.last().cloned().unwrap_or_default(),
        }),
        "ZeroDivisionError" => Some(Mistake::DivisionByZero),
        "FileNotFoundError" => Some(Mistake::MissingFile { name: quoted(message)? }),
        "ModuleNotFoundError" => Some(Mistake::MissingModule { module: quoted(message)? }),
        "ImportError" => import_error(message),
        "RuntimeError" => runtime_error(message),
        _ => None,
    }
}

/// Names a mistake that raises nothing, but shows in a warning or in the program itself.
pub(super) fn warning(errors: &str, source: &Source<'_>) -> Option<Advice> {
    if let Some((before, _)) = errors.split_once("' was never awaited") {
        let name = before.rsplit('\'').next().unwrap_or_default().to_owned();
        return Some(Advice { line: None, mistake: Mistake::NeverAwaited { name } });
    }
    if !errors.trim().is_empty() {
        return None;
    }
    let (line, function, name) = source.shared_default()?;
    Some(Advice { line: Some(line), mistake: Mistake::MutableDefault { function, name } })
}

fn name_error(message: &str, line: &str, source: &Source<'_>) -> Option<Mistake> {
    let name = quoted(message)?;
    if let Some(instead) = suggestion(message) {
        return Some(Mistake::DidYouMean { name, instead });
    }
    if MODULES.contains(&name.as_str()) && line.contains(&format!("{name}.")) {
        return Some(Mistake::MissingImport { module: name });
    }
    if message.contains("free variable") {
        return Some(Mistake::UnboundLocal { name });
    }
    if let Some(instead) = source.like(&name) {
        return Some(Mistake::DidYouMean { name, instead });
    }
    // `d[key]` or `print(hello)`: a bare word where text is usual.
    let looks_like_text = [format!("print({name})"), format!("[{name}]"), format!("== {name}")];
    if looks_like_text.iter().any(|it| line.contains(it.as_str())) && !source.assigns(&name) {
        return Some(Mistake::MissingQuotes { name });
    }
    Some(Mistake::UnknownName { name })
}

fn syntax_error(message: &str, line: &str) -> Option<Mistake> {
    let lower = message.to_lowercase();
    let has = |text: &str| lower.contains(text);
    if has("expected ':'") || has("expected `:`") {
        return Some(Mistake::MissingColon);
    }
    if has("was never closed") {
        return Some(Mistake::OpenBracket { bracket: quoted(message)? });
    }
    if has("unterminated") || has("missing closing quote") || has("unterminated string") {
        return Some(Mistake::OpenQuote);
    }
    if has("maybe you meant '=='") || has("instead of '='") {
        return Some(Mistake::AssignInCondition);
    }
    if has("missing parentheses in call to 'print'") {
        return Some(Mistake::PrintWithoutParentheses);
    }
    if has("perhaps you forgot a comma") {
        return Some(Mistake::MissingComma);
    }
    if has("'await' outside") || has("`await` outside") {
        return Some(Mistake::AwaitOutside);
    }
    if has("'return' outside") || has("`return` outside") || has("return statement outside") {
        return Some(Mistake::ReturnOutside);
    }
    let line = line.trim();
    if line.starts_with("print ") && !line.contains('(') {
        return Some(Mistake::PrintWithoutParentheses);
    }
    let opens_block = ["if ", "elif ", "else", "for ", "while ", "def ", "class ", "try", "with "];
    if !line.is_empty()
        && opens_block.iter().any(|word| line.starts_with(word))
        && !line.contains(':')
    {
        return Some(Mistake::MissingColon);
    }
    let has_condition =
        line.starts_with("if ") || line.starts_with("while ") || line.starts_with("elif ");
    if has_condition && line.contains(" = ") {
        return Some(Mistake::AssignInCondition);
    }
    None
}

fn indentation_error(message: &str) -> Option<Mistake> {
    let lower = message.to_lowercase();
    if lower.contains("expected an indented block") {
        Some(Mistake::EmptyBlock)
    } else if lower.contains("unindent") {
        Some(Mistake::UnevenIndent)
    } else if lower.contains("unexpected indent") {
        Some(Mistake::UnexpectedIndent)
    } else {
        None
    }
}

fn index_error(line: &str) -> Mistake {
    // `items[len(items)]`, or a loop that counts to `len(items) + 1`.
    if let Some((before, rest)) = line.split_once("[len(")
        && let Some((inside, after)) = rest.split_once(')')
        && before.ends_with(inside)
        && after.starts_with(']')
    {
        return Mistake::OffByOne { name: inside.to_owned() };
    }
    let next = line.split('[').skip(1).find_map(|it| {
        let index = it.split(']').next()?;
        index.ends_with("+ 1").then(|| index.trim_end_matches("+ 1").trim().to_owned())
    });
    match next {
        Some(name) => Mistake::OffByOne { name },
        None => Mistake::IndexTooLarge,
    }
}

fn attribute_error(message: &str, line: &str, source: &Source<'_>) -> Option<Mistake> {
    let mut quotes = message.split('\'').skip(1).step_by(2);
    let kind = quotes.next()?.to_owned();
    let name = quotes.next()?.to_owned();
    if kind == "NoneType" {
        return Some(match in_place_call(line) {
            Some(method) => Mistake::InPlaceResult { method },
            None => Mistake::NoneAttribute { name },
        });
    }
    if let Some(instead) = suggestion(message) {
        return Some(Mistake::AttributeDidYouMean { name, instead });
    }
    let instead = source.like(&name).filter(|it| distance(it, &name) <= 2)?;
    Some(Mistake::AttributeDidYouMean { name, instead })
}

fn type_error(
    message: &str,
    line: &str,
    source: &Source<'_>,
    traceback: &Traceback,
) -> Option<Mistake> {
    if let Some(rest) = message.strip_prefix("can only concatenate str (not \"") {
        let kind = rest.split('"').next().unwrap_or_default().to_owned();
        return Some(text_plus(kind));
    }
    if message.starts_with("unsupported operand type") {
        return operands(message, line);
    }
    if message.contains("unhashable type") {
        return Some(Mistake::Unhashable { kind: quoted(message)? });
    }
    if message.contains("cannot be interpreted as an integer")
        || (message.contains("indices must be integers") && message.contains("float"))
    {
        return message.contains("float").then_some(Mistake::FloatNotInt);
    }
    if message.contains("is not callable") {
        return not_callable(message, line, source);
    }
    if message.starts_with("'NoneType' object is not") || message.contains("not NoneType") {
        return Some(none_result(line));
    }
    if message.contains("object is not subscriptable") {
        let kind = quoted(message)?;
        let is_code = kind.contains("function") || kind.contains("method") || kind == "type";
        return is_code.then_some(Mistake::MissingCall);
    }
    if message.contains("positional argument") {
        return arguments(message, source, traceback);
    }
    if message.starts_with("cannot unpack non-iterable NoneType") {
        return Some(none_result(line));
    }
    None
}

fn text_plus(kind: String) -> Mistake {
    if kind == "NoneType" {
        Mistake::NoneResult { what: String::new() }
    } else {
        Mistake::TextPlusNumber { kind }
    }
}

/// `unsupported operand type(s) for +: 'int' and 'str'`
fn operands(message: &str, line: &str) -> Option<Mistake> {
    let kinds: Vec<&str> = message.split('\'').skip(1).step_by(2).collect();
    if kinds.contains(&"NoneType") {
        return Some(none_result(line));
    }
    let other = kinds.iter().find(|it| **it != "str")?;
    kinds.contains(&"str").then(|| match message.split(": ").next() {
        Some(before) if before.ends_with('+') => {
            Mistake::TextPlusNumber { kind: (*other).to_owned() }
        }
        _ => Mistake::InputIsText,
    })
}

fn none_result(line: &str) -> Mistake {
    match in_place_call(line) {
        Some(method) => Mistake::InPlaceResult { method },
        None => Mistake::NoneResult { what: called(line) },
    }
}

fn not_callable(message: &str, line: &str, source: &Source<'_>) -> Option<Mistake> {
    let kind = quoted(message)?;
    let taken =
        OFTEN_TAKEN.iter().find(|name| line.contains(&format!("{name}(")) && source.assigns(name));
    Some(match taken {
        Some(name) => Mistake::ShadowedBuiltin { name: (*name).to_owned() },
        None => Mistake::NotCallable { kind },
    })
}

/// `C.f() takes 0 positional arguments but 1 was given`, and what is missing.
fn arguments(message: &str, source: &Source<'_>, traceback: &Traceback) -> Option<Mistake> {
    let (function, rest) = message.split_once("() ")?;
    let name = function.rsplit('.').next().unwrap_or(function);
    if rest.starts_with("takes ") && rest.contains("given") {
        let numbers: Vec<i64> = rest
            .split(|ch: char| !ch.is_ascii_digit())
            .filter_map(|digits| digits.parse().ok())
            .collect();
        let is_one_more = numbers.last()? - numbers.get(numbers.len().checked_sub(2)?)? == 1;
        let _ = traceback;
        return (is_one_more && source.method_without_self(name).is_some())
            .then(|| Mistake::MissingSelf { method: name.to_owned() });
    }
    if rest.starts_with("missing ") {
        let names =
            rest.split_once(": ").map_or(String::new(), |(_, names)| names.replace('\'', "`"));
        return Some(Mistake::MissingArgument { function: name.to_owned(), names });
    }
    None
}

fn value_error(message: &str) -> Option<Mistake> {
    if message.contains("values to unpack") {
        return Some(Mistake::Unpack);
    }
    if message.starts_with("invalid literal for int()")
        || message.contains("convert string to float")
    {
        let text = message.split_once(": ").map_or("", |(_, text)| text);
        return Some(Mistake::NotANumber { text: text.to_owned() });
    }
    None
}

fn import_error(message: &str) -> Option<Mistake> {
    let mut quotes = message.split('\'').skip(1).step_by(2);
    let name = quotes.next()?.to_owned();
    let module = quotes.next()?.to_owned();
    if message.contains("circular import") || message.contains("consider renaming") {
        return Some(Mistake::ShadowedModule { module });
    }
    message.starts_with("cannot import name").then_some(Mistake::MissingInModule { name, module })
}

fn runtime_error(message: &str) -> Option<Mistake> {
    if message.contains("generator raised StopIteration") {
        return Some(Mistake::Exhausted);
    }
    if message.contains("changed size during iteration") {
        return Some(Mistake::ChangedInLoop);
    }
    if message.contains("bootstrapping phase") {
        return Some(Mistake::MissingMainGuard);
    }
    None
}

/// Returns the first text in single quotes.
fn quoted(message: &str) -> Option<String> {
    message.split('\'').nth(1).map(str::to_owned)
}

/// Python's own `Did you mean: 'x'?`
fn suggestion(message: &str) -> Option<String> {
    quoted(message.split_once("Did you mean: ")?.1)
}

/// Returns the method of `x = items.sort()` or `items.sort().y`.
fn in_place_call(line: &str) -> Option<String> {
    IN_PLACE
        .iter()
        .find(|method| line.contains(&format!(".{method}(")))
        .map(|method| (*method).to_owned())
}

/// Returns the function that a line calls, if it is clear which.
fn called(line: &str) -> String {
    let Some((before, _)) = line.split_once('(') else { return String::new() };
    let start = before
        .rfind(|ch: char| !(ch.is_alphanumeric() || ch == '_' || ch == '.'))
        .map_or(0, |at| at + 1);
    let name = &before[start..];
    let is_builtin = crate::completion::BUILTINS.contains(&name);
    if is_builtin { String::new() } else { name.to_owned() }
}

//! The mistakes that must be recognized, each as Python tells it, and some that must not.

use super::{Advice, Mistake, advise};

/// Wraps the last line of a traceback as Python prints it, with its place in the program.
fn traceback(line: usize, last: &str) -> String {
    format!(
        "Traceback (most recent call last):\n  File \"main.py\", line {line}, in <module>\n    \
         x\n    ^\n{last}\n"
    )
}

fn check(code: &str, line: usize, last: &str, mistake: Mistake) {
    let expected = Advice { line: Some(line), mistake };
    assert_eq!(advise(&traceback(line, last), code), Some(expected), "{last}");
}

fn text(words: &str) -> String {
    words.to_owned()
}

#[test]
fn names() {
    let mean = |name: &str, instead: &str| Mistake::DidYouMean {
        name: name.into(),
        instead: instead.into(),
    };
    let code = "total = 1\nprint(totl)\n";
    check(
        code,
        2,
        "NameError: name 'totl' is not defined. Did you mean: 'total'?",
        mean("totl", "total"),
    );
    check(code, 2, "NameError: name 'totl' is not defined", mean("totl", "total"));
    check("pritn(1)", 1, "NameError: name 'pritn' is not defined", mean("pritn", "print"));
    let code = "print(math.pi)";
    check(
        code,
        1,
        "NameError: name 'math' is not defined",
        Mistake::MissingImport { module: text("math") },
    );
    let code = "print(hello)";
    check(
        code,
        1,
        "NameError: name 'hello' is not defined",
        Mistake::MissingQuotes { name: text("hello") },
    );
    let code = "y = banana + 1";
    check(
        code,
        1,
        "NameError: name 'banana' is not defined",
        Mistake::UnknownName { name: text("banana") },
    );
    let last = "UnboundLocalError: cannot access local variable 'n' where it is not associated with a value";
    check("", 1, last, Mistake::UnboundLocal { name: text("n") });
}

#[test]
fn syntax() {
    let check = |code: &str, message: &str, mistake| {
        let errors =
            format!("  File \"main.py\", line 1\n    {code}\n    ^\nSyntaxError: {message}\n");
        assert_eq!(advise(&errors, code), Some(Advice { line: Some(1), mistake }), "{message}");
    };
    check("if x", "expected ':'", Mistake::MissingColon);
    check("if x", "Expected ':', found newline", Mistake::MissingColon);
    check("for x in y", "invalid syntax", Mistake::MissingColon);
    check("f(1", "'(' was never closed", Mistake::OpenBracket { bracket: text("(") });
    check("'abc", "unterminated string literal (detected at line 1)", Mistake::OpenQuote);
    let message = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
    check("if x = 1:", message, Mistake::AssignInCondition);
    check("while x = 1:", "invalid syntax", Mistake::AssignInCondition);
    check("print 1", "invalid syntax", Mistake::PrintWithoutParentheses);
    let message = "Missing parentheses in call to 'print'. Did you mean print(...)?";
    check("print 1", message, Mistake::PrintWithoutParentheses);
    check("[1 2]", "invalid syntax. Perhaps you forgot a comma?", Mistake::MissingComma);
    check("await f()", "'await' outside function", Mistake::AwaitOutside);
}

#[test]
fn indentation() {
    check(
        "",
        2,
        "IndentationError: expected an indented block after 'if' statement on line 1",
        Mistake::EmptyBlock,
    );
    check(
        "",
        2,
        "IndentationError: unindent does not match any outer indentation level",
        Mistake::UnevenIndent,
    );
    check("", 2, "IndentationError: unexpected indent", Mistake::UnexpectedIndent);
    check(
        "",
        2,
        "TabError: inconsistent use of tabs and spaces in indentation",
        Mistake::MixedTabs,
    );
}

#[test]
fn places_in_collections() {
    let last = "IndexError: list index out of range";
    check("x = items[len(items)]", 1, last, Mistake::OffByOne { name: text("items") });
    check("x = items[i + 1]", 1, last, Mistake::OffByOne { name: text("i") });
    check("x = items[7]", 1, last, Mistake::IndexTooLarge);
    check("", 1, "KeyError: 'age'", Mistake::MissingKey { key: text("'age'") });
    check("", 1, "TypeError: unhashable type: 'list'", Mistake::Unhashable { kind: text("list") });
    let last = "RuntimeError: dictionary changed size during iteration";
    check("", 1, last, Mistake::ChangedInLoop);
    check("", 1, "StopIteration", Mistake::Exhausted);
    check("", 1, "RuntimeError: generator raised StopIteration", Mistake::Exhausted);
    check("", 1, "ValueError: too many values to unpack (expected 2)", Mistake::Unpack);
    check("", 1, "ValueError: not enough values to unpack (expected 3, got 2)", Mistake::Unpack);
}

#[test]
fn none_where_a_value_was_meant() {
    let last = "AttributeError: 'NoneType' object has no attribute 'upper'";
    check("f().upper()", 1, last, Mistake::NoneAttribute { name: text("upper") });
    let code = "names.sort().reverse()";
    let last = "AttributeError: 'NoneType' object has no attribute 'reverse'";
    check(code, 1, last, Mistake::InPlaceResult { method: text("sort") });
    let last = "TypeError: 'NoneType' object is not iterable";
    check("for x in load(1):", 1, last, Mistake::NoneResult { what: text("load") });
    let last = "TypeError: unsupported operand type(s) for +: 'NoneType' and 'int'";
    check("y = twice(2) + 1", 1, last, Mistake::NoneResult { what: text("twice") });
}

#[test]
fn kinds_that_do_not_fit() {
    let last = "TypeError: can only concatenate str (not \"int\") to str";
    check("", 1, last, Mistake::TextPlusNumber { kind: text("int") });
    let last = "TypeError: unsupported operand type(s) for +: 'int' and 'str'";
    check("", 1, last, Mistake::TextPlusNumber { kind: text("int") });
    let last = "TypeError: unsupported operand type(s) for -: 'str' and 'int'";
    check("", 1, last, Mistake::InputIsText);
    let last = "TypeError: 'float' object cannot be interpreted as an integer";
    check("", 1, last, Mistake::FloatNotInt);
    let last = "TypeError: list indices must be integers or slices, not float";
    check("", 1, last, Mistake::FloatNotInt);
    let last = "ValueError: invalid literal for int() with base 10: 'abc'";
    check("", 1, last, Mistake::NotANumber { text: text("'abc'") });
    check("", 1, "ZeroDivisionError: division by zero", Mistake::DivisionByZero);
}

#[test]
fn calls() {
    let code = "class A:\n    def f():\n        pass\nA().f()\n";
    let last = "TypeError: A.f() takes 0 positional arguments but 1 was given";
    check(code, 4, last, Mistake::MissingSelf { method: text("f") });
    let last = "TypeError: f() missing 1 required positional argument: 'b'";
    let names = text("`b`");
    check("", 1, last, Mistake::MissingArgument { function: text("f"), names });
    let code = "list = [1]\nx = list('ab')\n";
    let last = "TypeError: 'list' object is not callable";
    check(code, 2, last, Mistake::ShadowedBuiltin { name: text("list") });
    check(
        "x = 3(4)",
        1,
        "TypeError: 'int' object is not callable",
        Mistake::NotCallable { kind: text("int") },
    );
    let last = "TypeError: 'builtin_function_or_method' object is not subscriptable";
    check("x = f[1]", 1, last, Mistake::MissingCall);
    let last = "AttributeError: 'list' object has no attribute 'appned'. Did you mean: 'append'?";
    let mistake = Mistake::AttributeDidYouMean { name: text("appned"), instead: text("append") };
    check("", 1, last, mistake);
}

#[test]
fn files_and_modules() {
    let last = "FileNotFoundError: [Errno 2] No such file or directory: 'data.txt'";
    check("", 1, last, Mistake::MissingFile { name: text("data.txt") });
    let last = "ModuleNotFoundError: No module named 'numpy'";
    check("", 1, last, Mistake::MissingModule { module: text("numpy") });
    let last = "ImportError: cannot import name 'foo' from 'math' (/usr/lib/python3.14/math.py)";
    check("", 1, last, Mistake::MissingInModule { name: text("foo"), module: text("math") });
}

#[test]
fn the_last_own_line_and_the_deepest_function_are_named() {
    let errors = "Traceback (most recent call last):\n  File \"main.py\", line 9, in <module>\n    f()\n  \
        File \"main.py\", line 4, in f\n    json.loads(x)\n  \
        File \"/usr/lib/python3.14/json/__init__.py\", line 300, in loads\n    y\n\
        RecursionError: maximum recursion depth exceeded\n";
    let advice = advise(errors, "").expect("recursion is known");
    assert_eq!(advice.line, Some(4));
    assert_eq!(advice.mistake, Mistake::EndlessRecursion { function: text("loads") });
}

#[test]
fn of_several_tracebacks_the_last_counts() {
    let errors = format!(
        "{}\nDuring handling of the above exception, another exception occurred:\n\n{}",
        traceback(1, "KeyError: 'a'"),
        traceback(3, "ZeroDivisionError: division by zero")
    );
    let expected = Advice { line: Some(3), mistake: Mistake::DivisionByZero };
    assert_eq!(advise(&errors, ""), Some(expected));
}

#[test]
fn mistakes_that_raise_nothing() {
    let code = "def add(item, items=[]):\n    items.append(item)\n    return items\n";
    let mistake = Mistake::MutableDefault { function: text("add"), name: text("items") };
    assert_eq!(advise("", code), Some(Advice { line: Some(1), mistake }));
    let innocent = "def add(item, items=[]):\n    return [*items, item]\n";
    assert_eq!(advise("", innocent), None);
    let errors = "main.py:3: RuntimeWarning: coroutine 'main' was never awaited\n";
    let mistake = Mistake::NeverAwaited { name: text("main") };
    assert_eq!(advise(errors, ""), Some(Advice { line: None, mistake }));
}

#[test]
fn what_is_not_known_draws_nothing() {
    assert_eq!(advise("", "x = 1"), None);
    assert_eq!(advise("some words on stderr\n", ""), None);
    assert_eq!(advise(&traceback(1, "CustomError: boom"), ""), None);
    assert_eq!(advise(&traceback(1, "ValueError: bad port"), ""), None);
    assert_eq!(advise(&traceback(1, "AssertionError"), ""), None);
}

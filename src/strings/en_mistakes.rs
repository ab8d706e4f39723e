//! English: what to say to a common mistake. Words between backquotes are drawn as code.

use crate::advice::Mistake;

/// Where the mistake is.
pub fn on_line(number: usize) -> String {
    format!("Line {number}:")
}

/// Says in plain words what is likely wrong, and what to do.
#[expect(clippy::too_many_lines, reason = "it is only a table")]
pub fn mistake(mistake: &Mistake) -> String {
    match mistake {
        Mistake::DidYouMean { name, instead } => {
            format!("`{name}` has no value. Did you mean `{instead}`?")
        }
        Mistake::MissingImport { module } => {
            format!("`{module}` is a module that is not imported yet. Put `import {module}` at the top.")
        }
        Mistake::UnknownName { name } => format!(
            "`{name}` has no value here. Set it before this line, or check whether it is known only inside a function."
        ),
        Mistake::MissingQuotes { name } => {
            format!("`{name}` is read as a name. If you mean the text, put it in quotes: `\"{name}\"`.")
        }
        Mistake::MissingColon => {
            "a line that opens a block (`if`, `for`, `def`, ...) ends with a colon `:`.".to_owned()
        }
        Mistake::OpenBracket { bracket } => {
            format!("the `{bracket}` that opens here is never closed.")
        }
        Mistake::OpenQuote => "a text begins here, but its closing quote is missing.".to_owned(),
        Mistake::AssignInCondition => {
            "one `=` gives a value to a name. To compare two values, write `==`.".to_owned()
        }
        Mistake::PrintWithoutParentheses => {
            "`print` is a function: put what it prints in parentheses, `print(...)`.".to_owned()
        }
        Mistake::MissingComma => "two items stand side by side. A comma is missing between them.".to_owned(),
        Mistake::EmptyBlock => {
            "the block above needs at least one indented line. `pass` does nothing, if that is meant.".to_owned()
        }
        Mistake::UnexpectedIndent => {
            "this line stands further right than the one above, but opens no block. Check the spaces at its start.".to_owned()
        }
        Mistake::UnevenIndent => {
            "this line goes back to a depth at which no block began. Indent it exactly like the line it belongs with.".to_owned()
        }
        Mistake::MixedTabs => {
            "tabs and spaces are mixed. Use four spaces for each level everywhere.".to_owned()
        }
        Mistake::OffByOne { name } => format!(
            "indices begin at 0, so the last one is `len(...) - 1`. The index made from `{name}` goes one too far."
        ),
        Mistake::IndexTooLarge => {
            "there is no item at this index. Indices begin at 0 and end at `len(...) - 1`; an empty list has none.".to_owned()
        }
        Mistake::MissingKey { key } => format!(
            "the dictionary has no key `{key}`. Check its spelling, or use `.get(...)` where a key may be missing."
        ),
        Mistake::InPlaceResult { method } => format!(
            "`.{method}()` changes its object in place and gives back `None`. Call it on a line of its own, then use the object."
        ),
        Mistake::NoneResult { what } if what.is_empty() => {
            "one of the values here is `None`. A function without `return` gives `None`.".to_owned()
        }
        Mistake::NoneResult { what } => {
            format!("a value here is `None`. Does `{what}` end with `return` on every path?")
        }
        Mistake::NoneAttribute { name } => format!(
            "the value before `.{name}` is `None`. Look where it comes from: perhaps a function without `return`, or a search that found nothing."
        ),
        Mistake::AttributeDidYouMean { name, instead } => {
            format!("there is no `.{name}` here. Did you mean `.{instead}`?")
        }
        Mistake::TextPlusNumber { kind } => format!(
            "text and `{kind}` cannot be joined with `+`. Turn one into the other with `str(...)` or `int(...)`, or use an f-string."
        ),
        Mistake::InputIsText => {
            "one of the values is text, even if it looks like a number. `input()` gives text: turn it into a number with `int(...)`.".to_owned()
        }
        Mistake::Unhashable { kind } => format!(
            "a `{kind}` can change, so it cannot be a dictionary key or an item of a set. A tuple can."
        ),
        Mistake::MissingSelf { method } => format!(
            "Python passes the object as the first argument. Begin the parameters of `{method}` with `self`."
        ),
        Mistake::MissingArgument { function, names } if names.is_empty() => {
            format!("the call of `{function}` lacks an argument.")
        }
        Mistake::MissingArgument { function, names } => {
            format!("the call of `{function}` lacks {names}.")
        }
        Mistake::ShadowedBuiltin { name } => format!(
            "`{name}` was given to something else in this program, so the builtin function is hidden. Choose another name for yours."
        ),
        Mistake::NotCallable { kind } => format!(
            "parentheses after a value call it, but a value of type `{kind}` is no function. Is an operator or a comma missing?"
        ),
        Mistake::MissingCall => {
            "square brackets follow the name of a function or class. Call it with parentheses first.".to_owned()
        }
        Mistake::FloatNotInt => {
            "a whole number is needed here. `/` always gives a float: use `//`, or `int(...)`.".to_owned()
        }
        Mistake::Exhausted => {
            "the iterator has nothing left. A generator can be walked through only once: make a new one, or keep its values in a list.".to_owned()
        }
        Mistake::EndlessRecursion { function } if function.is_empty() || function == "<module>" => {
            "a function calls itself without end. It needs a case in which it stops.".to_owned()
        }
        Mistake::EndlessRecursion { function } => {
            format!("`{function}` calls itself without end. It needs a case in which it stops, and must come closer to it each time.")
        }
        Mistake::Unpack => {
            "the number of names on the left must be the number of values on the right. A starred name takes the rest: `first, *rest = ...`.".to_owned()
        }
        Mistake::UnboundLocal { name } => format!(
            "`{name}` is set somewhere in this function, which makes it local to the whole function; here it is read before that. Set it first, pass it in, or declare it `global` or `nonlocal`."
        ),
        Mistake::NotANumber { text } => {
            format!("`{text}` is not a number. Check the text first, or catch the `ValueError`.")
        }
        Mistake::DivisionByZero => "the divisor is 0. Check it before dividing.".to_owned(),
        Mistake::MissingFile { name } => format!(
            "there is no file `{name}`. Check the spelling and the folder; `os.listdir()` shows what is there."
        ),
        Mistake::MissingModule { module } => format!(
            "there is no module `{module}`. Check the spelling; packages with compiled code cannot be used here."
        ),
        Mistake::ShadowedModule { module } => format!(
            "a file of yours has the name of the library module `{module}` and hides it, or two files import each other. Rename it."
        ),
        Mistake::MissingInModule { name, module } => {
            format!("the module `{module}` has nothing called `{name}`. Check the spelling.")
        }
        Mistake::MutableDefault { function, name } => format!(
            "the default of `{name}` is made once and shared by all calls of `{function}`. Use `None`, and make a new value inside."
        ),
        Mistake::ChangedInLoop => {
            "a dictionary or set must not grow or shrink while a loop walks over it. Walk over a copy: `list(...)`.".to_owned()
        }
        Mistake::NeverAwaited { name } => {
            format!("calling `{name}()` only makes a coroutine. Write `await {name}()`, or start it with `asyncio.run({name}())`.")
        }
        Mistake::AwaitOutside => {
            "`await` works only inside `async def`. At the top level, use `asyncio.run(...)`.".to_owned()
        }
        Mistake::ReturnOutside => {
            "`return` works only inside a function. Check the indentation of this line.".to_owned()
        }
        Mistake::MissingMainGuard => {
            "a process started here imports this file again. Put the code that starts processes below `if __name__ == \"__main__\":`.".to_owned()
        }
    }
}

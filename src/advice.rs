//! Owns the recognition of common mistakes in what Python wrote to its error stream.
//!
//! Given a traceback and the program, [`advise`] names the mistake and its line. The original
//! text is always shown as well, so silence is better than a guess: what is not known for sure
//! draws no advice. Words are the catalogue's business.

mod rules;
mod source;
mod traceback;

use source::Source;
use traceback::Traceback;

/// What is likely wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// The line in the learner's program.
    pub line: Option<usize>,
    /// What is likely wrong.
    pub mistake: Mistake,
}

/// A common mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are names and values from the message")]
pub enum Mistake {
    /// A name is misspelled.
    DidYouMean { name: String, instead: String },
    /// A module is used without being imported.
    MissingImport { module: String },
    /// A name was never given a value.
    UnknownName { name: String },
    /// Text was meant, but the quotes are missing.
    MissingQuotes { name: String },
    /// A block begins without a colon.
    MissingColon,
    /// A bracket is not closed.
    OpenBracket { bracket: String },
    /// A quote is not closed.
    OpenQuote,
    /// One `=` where two are meant.
    AssignInCondition,
    /// `print x` as in Python 2.
    PrintWithoutParentheses,
    /// A comma between two items is missing.
    MissingComma,
    /// A block has nothing in it.
    EmptyBlock,
    /// A line stands too far right.
    UnexpectedIndent,
    /// A line returns to no open block.
    UnevenIndent,
    /// Tabs and spaces are mixed.
    MixedTabs,
    /// A counting loop goes one too far.
    OffByOne { name: String },
    /// The index is not there.
    IndexTooLarge,
    /// The key is not there.
    MissingKey { key: String },
    /// The result of a method that changes in place is used.
    InPlaceResult { method: String },
    /// A function without `return` gives `None`.
    NoneResult { what: String },
    /// An attribute of `None` is asked for.
    NoneAttribute { name: String },
    /// A misspelled attribute.
    AttributeDidYouMean { name: String, instead: String },
    /// Text and number are added.
    TextPlusNumber { kind: String },
    /// Input is text, not a number.
    InputIsText,
    /// A list or the like as a key or set item.
    Unhashable { kind: String },
    /// A method lacks `self`.
    MissingSelf { method: String },
    /// A function is called with too few arguments.
    MissingArgument { function: String, names: String },
    /// A builtin's name was given to something else.
    ShadowedBuiltin { name: String },
    /// Something that is no function is called.
    NotCallable { kind: String },
    /// A function or class is indexed: its call is missing.
    MissingCall,
    /// A float where a whole number is needed.
    FloatNotInt,
    /// An iterator has nothing more.
    Exhausted,
    /// A function calls itself for ever.
    EndlessRecursion { function: String },
    /// More or fewer values than names.
    Unpack,
    /// A local variable is read before it is set.
    UnboundLocal { name: String },
    /// Text that is no number.
    NotANumber { text: String },
    /// A division by zero.
    DivisionByZero,
    /// A file is not there.
    MissingFile { name: String },
    /// A module is not there.
    MissingModule { module: String },
    /// A file of the learner has the name of a library module.
    ShadowedModule { module: String },
    /// A name is not in a module.
    MissingInModule { name: String, module: String },
    /// A default value is shared between calls.
    MutableDefault { function: String, name: String },
    /// A dictionary or set is changed in a loop over it.
    ChangedInLoop,
    /// A coroutine was made, but never awaited.
    NeverAwaited { name: String },
    /// `await` outside of an asynchronous function.
    AwaitOutside,
    /// `return` outside of a function.
    ReturnOutside,
    /// A process is started while a module is imported.
    MissingMainGuard,
}

/// Says what is likely wrong, given the error stream of a finished run and the program.
pub fn advise(errors: &str, code: &str) -> Option<Advice> {
    let source = Source::new(code);
    if let Some(traceback) = Traceback::parse(errors) {
        let mistake = rules::mistake(&traceback, &source)?;
        return Some(Advice { line: traceback.line, mistake });
    }
    rules::warning(errors, &source)
}

#[cfg(test)]
mod tests;

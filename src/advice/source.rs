//! Owns what advice asks of the learner's program: its lines, names and functions.
//!
//! It reads lines, not syntax: the program may not even parse.

use std::collections::BTreeSet;

use crate::completion;

/// The learner's program.
pub(super) struct Source<'a> {
    code: &'a str,
}

impl<'a> Source<'a> {
    pub(super) fn new(code: &'a str) -> Self {
        Self { code }
    }

    /// Returns a line, counted from 1; empty where there is none.
    pub(super) fn line(&self, number: Option<usize>) -> &'a str {
        let index = number.and_then(|it| it.checked_sub(1));
        index.and_then(|it| self.code.lines().nth(it)).unwrap_or_default()
    }

    /// Returns the known name that is most like `name`: of the program, or a builtin.
    pub(super) fn like(&self, name: &str) -> Option<String> {
        let mut known: BTreeSet<&str> = completion::names(self.code).map(|(_, it)| it).collect();
        known.extend(completion::BUILTINS);
        known.remove(name);
        let limit = if name.chars().count() <= 5 { 1 } else { 2 };
        known
            .into_iter()
            .filter(|it| it.len() > 1)
            .map(|it| (distance(name, it), it))
            .filter(|(distance, _)| *distance <= limit)
            // A name that is used twice is more likely meant than one used once.
            .min_by_key(|(distance, it)| (*distance, usize::MAX - self.count(it)))
            .map(|(_, it)| it.to_owned())
    }

    fn count(&self, name: &str) -> usize {
        completion::names(self.code).filter(|(_, it)| *it == name).count()
    }

    /// Says whether the program gives `name` a value: by `name =`, `def name` or as a parameter.
    pub(super) fn assigns(&self, name: &str) -> bool {
        self.code.lines().any(|line| {
            let line = line.trim_start();
            let assigned = line
                .strip_prefix(name)
                .map(str::trim_start)
                .is_some_and(|rest| rest.starts_with('=') && !rest.starts_with("=="));
            let defined = line
                .strip_prefix("def ")
                .or_else(|| line.strip_prefix("class "))
                .and_then(|rest| rest.strip_prefix(name))
                .is_some_and(|rest| rest.starts_with(['(', ':']));
            let looped = line.starts_with(&format!("for {name} in "));
            assigned || defined || looped || Self::has_parameter(line, name)
        })
    }

    fn has_parameter(line: &str, name: &str) -> bool {
        let inside = line.strip_prefix("def ").and_then(|rest| rest.split_once('('));
        inside.is_some_and(|(_, rest)| {
            let names = rest.trim_end_matches([':', ' ']).trim_end_matches(')').split(',');
            names
                .map(|it| it.split(['=', ':']).next().unwrap_or_default().trim())
                .any(|it| it == name)
        })
    }

    /// Returns the line of `def method(` whose parameters do not begin with `self` or `cls`,
    /// inside a class.
    pub(super) fn method_without_self(&self, method: &str) -> Option<usize> {
        let wanted = format!("def {method}(");
        self.code.lines().enumerate().find_map(|(index, line)| {
            let rest = line.trim_start().strip_prefix(&wanted)?;
            let is_inside = line.starts_with([' ', '\t']);
            (is_inside && !rest.starts_with("self") && !rest.starts_with("cls"))
                .then_some(index + 1)
        })
    }

    /// Returns a default value that is shared and changed: line, function and parameter.
    pub(super) fn shared_default(&self) -> Option<(usize, String, String)> {
        let lines: Vec<&str> = self.code.lines().collect();
        lines.iter().enumerate().find_map(|(index, line)| {
            let rest = line.trim_start().strip_prefix("def ")?;
            let (function, parameters) = rest.split_once('(')?;
            let name = parameters.split(',').find_map(shared_parameter)?;
            let indent = line.len() - line.trim_start().len();
            let body = lines[index + 1..]
                .iter()
                .take_while(|it| it.trim().is_empty() || it.len() - it.trim_start().len() > indent);
            let changes = |it: &&str| {
                let it = it.trim_start();
                [".append(", ".add(", ".extend(", ".update(", ".insert(", ".setdefault(", "["]
                    .iter()
                    .any(|change| {
                        it.starts_with(&format!("{name}{change}"))
                            && (*change != "[" || it.contains("] =") || it.contains("] +="))
                    })
            };
            body.into_iter().any(changes).then(|| (index + 1, function.to_owned(), name))
        })
    }
}

/// Reads `items=[]` and its like.
fn shared_parameter(parameter: &str) -> Option<String> {
    let (name, value) = parameter.split_once('=')?;
    let value = value.trim().trim_end_matches([')', ':', ' ']);
    let is_shared = ["[]", "[", "{}", "{", "set(", "list(", "dict("].contains(&value)
        || value.starts_with("[]")
        || value.starts_with("{}");
    let name = name.split(':').next().unwrap_or_default().trim();
    (is_shared && !name.is_empty()).then(|| name.to_owned())
}

/// Counts the letters to add, drop, change or swap, without regard to case.
pub(super) fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.to_lowercase().chars().collect();
    let b: Vec<char> = b.to_lowercase().chars().collect();
    if a.len().abs_diff(b.len()) > 2 {
        return usize::MAX;
    }
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for (i, row) in rows.iter_mut().enumerate() {
        row[0] = i;
    }
    rows[0] = (0..=b.len()).collect();
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            let change = usize::from(a[i - 1] != b[j - 1]);
            let mut best =
                (rows[i - 1][j] + 1).min(rows[i][j - 1] + 1).min(rows[i - 1][j - 1] + change);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = best;
        }
    }
    rows[a.len()][b.len()]
}

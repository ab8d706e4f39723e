//! Owns the comparison of what was expected with what came, line by line.
//!
//! Within a changed line it marks the part that differs. It knows no widget.

/// One line of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// In both.
    Same(String),
    /// Expected, and missing.
    Missing(Marked),
    /// Came, and was not expected.
    Extra(Marked),
}

/// A line whose middle differs from its counterpart; all of it where there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// The same at the start.
    pub before: String,
    /// What differs.
    pub changed: String,
    /// The same at the end.
    pub after: String,
}

/// More lines than this on one side are compared from both ends only.
const MAX_LINES: usize = 400;

/// Compares two texts; a final newline does not count.
pub fn compare(expected: &str, actual: &str) -> Vec<Line> {
    let expected: Vec<&str> = expected.lines().collect();
    let actual: Vec<&str> = actual.lines().collect();
    let start = expected.iter().zip(&actual).take_while(|(a, b)| a == b).count();
    let rest = expected.len().min(actual.len()) - start;
    let end = (1..=rest)
        .take_while(|back| expected[expected.len() - back] == actual[actual.len() - back])
        .count();

    let same = |lines: &[&str]| {
        lines.iter().map(|line| Line::Same((*line).to_owned())).collect::<Vec<_>>()
    };
    let mut out = same(&expected[..start]);
    out.extend(changed(&expected[start..expected.len() - end], &actual[start..actual.len() - end]));
    out.extend(same(&expected[expected.len() - end..]));
    out
}

fn changed(expected: &[&str], actual: &[&str]) -> Vec<Line> {
    let pairs = if expected.len().max(actual.len()) > MAX_LINES {
        Vec::new()
    } else {
        common(expected, actual)
    };
    let mut out = Vec::new();
    let (mut i, mut j) = (0, 0);
    for (next_i, next_j) in pairs.into_iter().chain([(expected.len(), actual.len())]) {
        replaced(&expected[i..next_i], &actual[j..next_j], &mut out);
        if let Some(line) = expected.get(next_i) {
            out.push(Line::Same((*line).to_owned()));
        }
        (i, j) = (next_i + 1, next_j + 1);
    }
    out
}

/// Lines at the same place in the two gaps are taken as changed versions of each other.
fn replaced(expected: &[&str], actual: &[&str], out: &mut Vec<Line>) {
    for (index, line) in expected.iter().enumerate() {
        out.push(Line::Missing(marked(line, actual.get(index).copied())));
    }
    for (index, line) in actual.iter().enumerate() {
        out.push(Line::Extra(marked(line, expected.get(index).copied())));
    }
}

fn marked(line: &str, other: Option<&str>) -> Marked {
    let all = |text: &str| Marked {
        before: String::new(),
        changed: text.to_owned(),
        after: String::new(),
    };
    let Some(other) = other else { return all(line) };
    let line: Vec<char> = line.chars().collect();
    let other: Vec<char> = other.chars().collect();
    let start = line.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let rest = line.len().min(other.len()) - start;
    let end =
        (1..=rest).take_while(|back| line[line.len() - back] == other[other.len() - back]).count();
    if start + end == 0 {
        return all(&line.iter().collect::<String>());
    }
    Marked {
        before: line[..start].iter().collect(),
        changed: line[start..line.len() - end].iter().collect(),
        after: line[line.len() - end..].iter().collect(),
    }
}

/// Returns the places of a longest common subsequence.
fn common(a: &[&str], b: &[&str]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    let mut lengths = vec![0_u32; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            lengths[i * width + j] = if a[i] == b[j] {
                lengths[(i + 1) * width + j + 1] + 1
            } else {
                lengths[(i + 1) * width + j].max(lengths[i * width + j + 1])
            };
        }
    }
    let mut pairs = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            pairs.push((i, j));
            i += 1;
            j += 1;
        } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::{Line, Marked, compare};

    fn drawn(expected: &str, actual: &str) -> String {
        let sides = |sign: &str, it: Marked| {
            [sign, &it.before, "[", &it.changed, "]", &it.after, "\n"].concat()
        };
        let lines = compare(expected, actual).into_iter().map(|line| match line {
            Line::Same(line) => [" ", &line, "\n"].concat(),
            Line::Missing(it) => sides("-", it),
            Line::Extra(it) => sides("+", it),
        });
        lines.collect()
    }

    #[test]
    fn equal_texts_have_only_same_lines() {
        assert_eq!(drawn("a\nb\n", "a\nb"), " a\n b\n");
        assert_eq!(drawn("", ""), "");
    }

    #[test]
    fn the_changed_part_of_a_line_is_marked() {
        assert_eq!(drawn("total: 10 kg", "total: 12 kg"), "-total: 1[0] kg\n+total: 1[2] kg\n");
        assert_eq!(drawn("aa", "aaa"), "-aa[]\n+aa[a]\n");
    }

    #[test]
    fn missing_and_extra_lines_stand_where_they_belong() {
        assert_eq!(drawn("a\nb\nc\nd", "a\nc\nx\nd"), " a\n-[b]\n c\n+[x]\n d\n");
        assert_eq!(drawn("a", ""), "-[a]\n");
        assert_eq!(drawn("", "b"), "+[b]\n");
    }

    #[test]
    fn large_texts_are_compared_from_their_ends() {
        let numbers = |skip: usize| {
            let numbers = (0..5_000).filter(|n| *n != skip).map(|n: usize| n.to_string());
            numbers.collect::<Vec<_>>().join(
                "
",
            )
        };
        let lines = compare(&numbers(5_000), &numbers(2_500));
        assert_eq!(lines.iter().filter(|it| !matches!(it, Line::Same(_))).count(), 1);
    }
}

//! Owns the command line that a learner types beside a program: splitting it into words.

/// Splits as a shell does: by spaces, with quotes that keep them.
pub fn split(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    let mut chars = line.chars();
    while let Some(ch) = chars.next() {
        match (quote, ch) {
            (Some(open), ch) if ch == open => quote = None,
            (None, '"' | '\'') => {
                quote = Some(ch);
                word.get_or_insert_default();
            }
            (None | Some('"'), '\\') => {
                word.get_or_insert_default().push(chars.next().unwrap_or('\\'));
            }
            (None, ch) if ch.is_whitespace() => words.extend(word.take()),
            (_, ch) => word.get_or_insert_default().push(ch),
        }
    }
    words.extend(word);
    words
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn words_are_split_as_by_a_shell() {
        assert_eq!(split("  a b  c "), ["a", "b", "c"]);
        assert_eq!(split(r#"--name "Ada L" 'x "y"' """#), ["--name", "Ada L", "x \"y\"", ""]);
        assert_eq!(split(r"a\ b \"), ["a b", "\\"]);
        assert!(split("   ").is_empty());
    }
}

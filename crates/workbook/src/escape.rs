//! Cells of text that say exactly what they hold, and cells that hold several texts.
//!
//! What people type is read with plain spaces and without marks that nobody sees. A text that such
//! reading would change, or that could be taken for something else, is written with `\` before it: what
//! stands behind is taken letter by letter. In lists, `\` does so for the one letter behind it.

/// The sign before what is meant letter by letter.
const LITERAL: char = '\\';
/// An empty text, which an empty cell is not.
pub(crate) const EMPTY: &str = "\"\"";
/// A record without any field, where there could be none.
pub(crate) const PRESENT: &str = "{}";
/// A list without any element, where there could be none.
pub(crate) const NO_ELEMENTS: &str = "[]";
/// What divides the elements of a list.
const DIVIDER: char = ';';
/// What divides a name from its value.
const EQUALS: char = '=';

/// A text as a cell shows it.
pub(crate) fn shown(text: &str) -> String {
    match text {
        "" => EMPTY.to_owned(),
        _ if is_plain(text) => text.to_owned(),
        _ => literal(text),
    }
}

/// What is meant letter by letter, as a cell shows it.
pub(crate) fn literal(text: &str) -> String {
    format!("{LITERAL}{text}")
}

/// The elements of a list as a cell shows them; an absent one leaves its place empty.
pub(crate) fn joined<'t>(elements: impl Iterator<Item = Option<&'t str>>) -> String {
    let shown = |element: Option<&str>| element.map_or_else(String::new, |text| escaped(text, &[DIVIDER]));
    let mut joined = elements.map(shown).collect::<Vec<_>>().join("; ");
    // Absent ones at the end are known from the other column.
    while let Some(rest) = joined.strip_suffix("; ") {
        joined.truncate(rest.len());
    }
    joined
}

/// Names and values as a cell shows them.
pub(crate) fn pairs<'t>(pairs: impl Iterator<Item = (&'t str, &'t str)>) -> String {
    let shown = |(name, value)| {
        format!("{}{EQUALS}{}", escaped(name, &[DIVIDER, EQUALS]), escaped(value, &[DIVIDER, EQUALS]))
    };
    pairs.map(shown).collect::<Vec<_>>().join("; ")
}

/// An element of a list, with `\` before each letter that would not be read as it is.
fn escaped(text: &str, dividers: &[char]) -> String {
    if text.is_empty() {
        return EMPTY.to_owned();
    }
    let mut out = String::new();
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    let looks_like_a_sign = [EMPTY, PRESENT, NO_ELEMENTS, "-", "–", "—"].contains(&text);
    while let Some(c) = letters.next() {
        let is_space_at_an_end = c == ' ' && (before == ' ' || letters.peek().is_none());
        let is_first = out.is_empty() && (looks_like_a_sign || matches!(c, '#' | '\''));
        let is_odd = c != ' ' && (c.is_whitespace() || c.is_control() || is_hidden(c));
        if c == LITERAL || dividers.contains(&c) || is_space_at_an_end || is_first || is_odd {
            out.push(LITERAL);
        }
        out.push(c);
        before = c;
    }
    out
}

/// Whether a text is read as it stands.
fn is_plain(text: &str) -> bool {
    let is_sign = [EMPTY, PRESENT, NO_ELEMENTS, "-", "–", "—"].contains(&text);
    let mut before = ' ';
    let mut odd = false;
    for c in text.chars() {
        odd |= c == ' ' && before == ' ';
        odd |= c != ' ' && (c.is_whitespace() || c.is_control() || is_hidden(c));
        before = c;
    }
    !is_sign && !odd && before != ' ' && !text.starts_with([LITERAL, '#', '\''])
}

/// Zero-width spaces, byte order marks, word joiners and marks of direction.
pub(crate) fn is_hidden(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The text behind the sign that it is meant letter by letter.
pub(crate) fn behind_literal(cell: &str) -> Option<&str> {
    cell.strip_prefix(LITERAL)
}

/// The elements of a list in a cell; `None` for one that is absent.
pub(crate) fn split(cell: &str) -> Vec<Option<String>> {
    let mut all: Vec<Option<String>> = parts(cell, DIVIDER).iter().map(|part| element(part)).collect();
    while matches!(all.last(), Some(None)) {
        all.pop();
    }
    all
}

/// Names and values in a cell.
///
/// # Errors
/// The part that has no `=`.
pub(crate) fn split_pairs(cell: &str) -> Result<Vec<(String, String)>, String> {
    let mut all = Vec::new();
    for part in parts(cell, DIVIDER) {
        let sides = parts(&part, EQUALS);
        match sides.as_slice() {
            [one] if element(one).is_none() => {}
            [name, value] => match (element(name), element(value)) {
                (Some(name), Some(value)) => all.push((name, value)),
                _ => return Err(part.trim().to_owned()),
            },
            _ => return Err(part.trim().to_owned()),
        }
    }
    Ok(all)
}

/// The parts between dividers, still escaped.
fn parts(cell: &str, divider: char) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut is_escaped = false;
    for c in cell.chars() {
        if c == divider && !is_escaped {
            all.push(String::new());
            continue;
        }
        is_escaped = c == LITERAL && !is_escaped;
        if let Some(part) = all.last_mut() {
            part.push(c);
        }
    }
    all
}

/// An element as it is meant: plain spaces and none around it, but for what is escaped.
fn element(part: &str) -> Option<String> {
    let bare = part.trim_matches(|c: char| c.is_whitespace() || c.is_control() || is_hidden(c));
    match bare {
        EMPTY => return Some(String::new()),
        "-" | "–" | "—" => return None,
        _ => {}
    }
    let mut out = String::new();
    let (mut gap, mut is_escaped) = (false, false);
    for c in part.chars() {
        if is_escaped {
            if gap && !out.is_empty() {
                out.push(' ');
            }
            out.push(c);
            (gap, is_escaped) = (false, false);
        } else if c == LITERAL {
            is_escaped = true;
        } else if c.is_whitespace() || c.is_control() {
            gap = true;
        } else if !is_hidden(c) {
            if gap && !out.is_empty() {
                out.push(' ');
            }
            gap = false;
            out.push(c);
        }
    }
    (!out.is_empty()).then_some(out)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn plain_texts_stay_as_they_are() {
        for text in ["Kabupaten Lahat", "=1+1", "+5", "@x", "31,33%", "a\\b", "16.08", "Palem\u{ad}bang"] {
            assert_eq!(shown(text), text);
        }
        for text in [" a", "a  b", "a\nb", "\\a", "#a", "-", "{}", "a\u{202e}b\u{202c}", "'a", "\""] {
            let shown = shown(text);
            assert!(text == "\"" || behind_literal(&shown) == Some(text), "{text:?}: {shown:?}");
        }
        assert_eq!(shown(""), "\"\"");
    }

    #[test]
    fn lists_and_pairs_read_well() {
        assert_eq!(joined([Some("a"), Some("b c")].into_iter()), "a; b c");
        assert_eq!(joined([None, Some("b"), None].into_iter()), "; b");
        assert_eq!(joined([Some("a;b"), Some(" ")].into_iter()), "a\\;b; \\ ");
        assert_eq!(
            pairs([("kemendagri", "16.08"), ("bps", "1609")].into_iter()),
            "kemendagri=16.08; bps=1609"
        );
        let owned = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let read = split_pairs(" kemendagri = 16.08 ;bps=1609; ").unwrap();
        assert_eq!(read, [owned("kemendagri", "16.08"), owned("bps", "1609")]);
        assert_eq!(split_pairs("16.08; bps=1"), Err("16.08".to_owned()));
        assert_eq!(
            split("a;b ;; c;"),
            [Some("a".to_owned()), Some("b".to_owned()), None, Some("c".to_owned())]
        );
        assert!(split("").is_empty() && split(" - ").is_empty());
    }

    proptest! {
        #[test]
        fn what_is_joined_is_split(texts in prop::collection::vec(any::<String>(), 1..5)) {
            let read = split(&joined(texts.iter().map(|text| Some(text.as_str()))));
            prop_assert_eq!(read, texts.into_iter().map(Some).collect::<Vec<_>>());
        }

        #[test]
        fn pairs_are_read_back(texts in prop::collection::vec(("[ -~]{0,6}", any::<String>()), 1..4)) {
            let read = split_pairs(&pairs(texts.iter().map(|(a, b)| (a.as_str(), b.as_str()))));
            prop_assert_eq!(read, Ok(texts));
        }
    }
}

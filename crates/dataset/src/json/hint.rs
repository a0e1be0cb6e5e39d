//! Why a text is not JSON, told more closely: for publishers, who have the whole text at hand.
use super::parse::{Reason, SyntaxError};
use super::position;

/// The reason that explains best what the reader of the text stumbled over.
pub(crate) fn closer(text: &str, error: SyntaxError) -> Reason {
    let (before, rest) = text.split_at_checked(error.at as usize).unwrap_or((text, ""));
    let digit = |text: &str, end: bool| {
        let letter = if end { text.chars().next_back() } else { text.chars().next() };
        letter.is_some_and(|letter| letter.is_ascii_digit())
    };
    let follows_digit = digit(before, true) && !rest.starts_with(char::is_whitespace);
    match error.reason {
        _ if text.trim_start_matches('\u{feff}').trim().is_empty() => Reason::Empty,
        Reason::UnexpectedEnd => unclosed(text).unwrap_or(error.reason),
        _ if ["//", "/*", "#", "<!--"].iter().any(|start| rest.starts_with(start)) => Reason::Comment,
        _ if rest.starts_with(['\'', '`', '“', '”', '„', '‘', '’', '«', '»']) => Reason::Quotes,
        // `31,33`, `45.000.000`, `31%`
        Reason::ExpectedName
            if before.strip_suffix(',').is_some_and(|n| digit(n, true)) && digit(rest, false) =>
        {
            Reason::BadNumber
        }
        Reason::ExpectedCommaOrEnd if follows_digit && !rest.starts_with(['"', '{', '[']) => {
            Reason::BadNumber
        }
        reason => reason,
    }
}

/// The innermost bracket or quotation mark that is still open at the end of the text.
fn unclosed(text: &str) -> Option<Reason> {
    let mut open = Vec::new();
    let mut letters = text.char_indices();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '{' | '[' => open.push((at, letter)),
            '}' | ']' => drop(open.pop()),
            '"' => {
                open.push((at, letter));
                while let Some((_, letter)) = letters.next() {
                    match letter {
                        '\\' => drop(letters.next()),
                        '"' => {
                            open.pop();
                            break;
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    let (at, mark) = open.pop()?;
    Some(Reason::Unclosed { mark, line: position(text, u32::try_from(at).ok()?).line })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Document;

    fn reason(text: &str) -> Reason {
        closer(text, Document::parse(text).unwrap_err())
    }

    #[test]
    fn usual_slips_are_recognised() {
        for empty in ["", " \n", "\u{feff}"] {
            assert_eq!(reason(empty), Reason::Empty, "{empty:?}");
        }
        for comment in ["{\n// x\n\"a\": 1}", "{\"a\": 1 /* x */}", "[1] # x", "{\"a\": // x\n 1}"] {
            assert_eq!(reason(comment), Reason::Comment, "{comment}");
        }
        for quotes in ["{“a”: 1}", "{\"a\": ‘b’}", "{'a': 1}"] {
            assert_eq!(reason(quotes), Reason::Quotes, "{quotes}");
        }
        for number in ["{\"a\": 31,33}", "{\"a\": 45.000.000}", "{\"a\": 31%}", "{\"a\": 12 345}", "[01]"] {
            let expected = if number.contains(' ') && number.contains("345") {
                Reason::ExpectedCommaOrEnd
            } else {
                Reason::BadNumber
            };
            assert_eq!(reason(number), expected, "{number}");
        }
        assert_eq!(reason("{\"a\": 1, 2}"), Reason::ExpectedName);
        assert_eq!(reason("{\"a\": 1\n\"b\": 2}"), Reason::ExpectedCommaOrEnd);
        assert_eq!(reason("{\"a\": 1\"b\": 2}"), Reason::ExpectedCommaOrEnd);
    }

    #[test]
    fn what_is_not_closed_is_named() {
        let open = |mark, line| Reason::Unclosed { mark, line };
        assert_eq!(reason("{\n \"a\": [1, {\"b\": \"}]\"}"), open('[', 2));
        assert_eq!(reason("{\n\"a\": [1]\n\n"), open('{', 1));
        assert_eq!(reason("{\n\"a\":\n \"b\\\"}"), open('"', 3));
        // A value that is missing outside of any bracket cannot be.
        assert_eq!(reason("tru"), Reason::ExpectedValue);
    }
}

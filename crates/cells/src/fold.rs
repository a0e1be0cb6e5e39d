//! Texts without what nobody sees.

/// What errors quote of a cell, in characters.
const QUOTED: usize = 60;

/// The text with plain single spaces and none around it, without marks that nobody sees.
///
/// Spaces of any kind (U+00A0, U+202F, U+2009 …), tabs and line breaks count as spaces.
/// The soft hyphen stays: it says where a label may break.
#[must_use]
pub(crate) fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        if c.is_whitespace() || c.is_control() {
            gap = true;
        } else if !is_hidden(c) {
            if gap && !out.is_empty() {
                out.push(' ');
            }
            gap = false;
            out.push(c);
        }
    }
    out
}

/// Whether nothing of a text is seen.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c.is_control() || is_hidden(c))
}

/// Zero-width spaces, byte order marks, word joiners and marks of direction.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The beginning of a text, as an error quotes it.
#[must_use]
pub(crate) fn quote(text: &str) -> String {
    let mut out: String = text.chars().take(QUOTED).collect();
    if out.len() < text.len() {
        out.push('…');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_are_spaces_and_hidden_marks_are_gone() {
        assert_eq!(tidy("\u{feff} Musi\u{a0}\u{202f}Rawas\r\n\tUtara\u{200b} "), "Musi Rawas Utara");
        assert_eq!(tidy("Palem\u{ad}bang"), "Palem\u{ad}bang");
        assert_eq!(tidy(" \u{3000}\u{2009}"), "");
        assert!(is_blank(" \u{a0}\r\n\u{feff}") && !is_blank(" \u{ad}"));
    }

    #[test]
    fn long_texts_are_quoted_by_their_beginning() {
        assert_eq!(quote("31,33%"), "31,33%");
        assert_eq!(quote(&"é".repeat(100)).chars().count(), QUOTED + 1);
    }
}

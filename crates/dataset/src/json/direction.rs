//! Marks that turn the direction of text.

/// Closes what the marks of direction in a text open (embeddings, overrides, isolates: Unicode Standard Annex 9), so
/// that it turns nothing that stands behind it: a figure, or the words of the page.
pub(super) fn close(text: &mut String) {
    let mut open = Vec::new();
    for mark in text.chars() {
        match mark {
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => open.push('\u{202c}'),
            '\u{2066}'..='\u{2068}' => open.push('\u{2069}'),
            // One that closes an isolate closes what was opened in it, too.
            '\u{2069}' => {
                if let Some(at) = open.iter().rposition(|closes| *closes == mark) {
                    open.truncate(at);
                }
            }
            // One that closes an embedding does nothing in an isolate of its own.
            '\u{202c}' if open.last() == Some(&mark) => drop(open.pop()),
            _ => {}
        }
    }
    text.extend(open.iter().rev());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_open_is_closed_in_order() {
        let closed = |text: &str| {
            let mut text = text.to_owned();
            close(&mut text);
            text
        };
        assert_eq!(closed("31%"), "31%");
        assert_eq!(closed("A\u{202e}B"), "A\u{202e}B\u{202c}");
        assert_eq!(closed("\u{202e}A\u{202c}B"), "\u{202e}A\u{202c}B");
        assert_eq!(closed("\u{2067}A\u{202b}B"), "\u{2067}A\u{202b}B\u{202c}\u{2069}");
        assert_eq!(closed("\u{2067}A\u{202b}B\u{2069}"), "\u{2067}A\u{202b}B\u{2069}");
        assert_eq!(closed("\u{202e}\u{2066}\u{202c}"), "\u{202e}\u{2066}\u{202c}\u{2069}\u{202c}");
    }
}

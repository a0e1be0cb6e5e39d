//! What stands above a block in somebody else's page.

/// What a host asks of the title of an embed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum EmbedTitle {
    /// The publisher's.
    #[default]
    Publisher,
    /// None, because the article has one.
    Hidden,
    /// The host's own words above the publisher's; they come from [`EmbedTitle::parse`].
    Own(String),
}

impl EmbedTitle {
    /// The most characters of a host's own words.
    pub const MAX: usize = 120;

    /// The title that a parameter's value asks for: none for `0`, the publisher's for `1` and for nothing, else the
    /// text on one line, without what cannot be seen, and not longer than [`EmbedTitle::MAX`] characters.
    #[must_use]
    pub fn parse(value: &str) -> Self {
        let spaced = value.chars().map(|c| if c.is_whitespace() { ' ' } else { c });
        let seen: String = spaced.filter(|c| !is_unseen(*c)).collect();
        let text: String = seen.trim().chars().take(Self::MAX).collect();
        match text.trim_end() {
            "0" => Self::Hidden,
            "" | "1" => Self::Publisher,
            own => Self::Own(own.to_owned()),
        }
    }

    /// Its value in addresses; `None` for that of the publisher.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        match self {
            Self::Publisher => None,
            Self::Hidden => Some("0"),
            Self::Own(text) => Some(text),
        }
    }

    /// The host's own words, if there are any.
    #[must_use]
    pub fn own(&self) -> Option<&str> {
        match self {
            Self::Own(text) => Some(text),
            Self::Publisher | Self::Hidden => None,
        }
    }
}

/// Whether a character is not seen but changes how others are: controls, the marks that turn the direction of a text
/// (Unicode Standard Annex 9, section 2), and spaces without a width.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_a_line_of_what_can_be_seen() {
        let own = |value: &str| EmbedTitle::parse(value).own().unwrap_or_default().to_owned();
        assert_eq!(own("  Siapa\tyang\r\nterlindungi?  "), "Siapa yang  terlindungi?");
        assert_eq!(own("<b>a</b> & \"b\""), "<b>a</b> & \"b\"");
        assert_eq!(own("a\u{202e}b\u{2066}c\u{200f}d\u{7}e\u{feff}"), "abcde");
        assert_eq!(own(&"é ".repeat(100)).chars().count(), 119, "no space at the end");
        assert_eq!(own(&"é".repeat(300)).chars().count(), EmbedTitle::MAX);
        for nothing in ["", "1", "  ", "\u{202e}", "\n"] {
            assert_eq!(EmbedTitle::parse(nothing), EmbedTitle::Publisher, "{nothing:?}");
        }
        assert_eq!(EmbedTitle::parse(" 0 "), EmbedTitle::Hidden);
    }

    #[test]
    fn what_was_parsed_is_parsed_again() {
        for value in ["0", "", "a", "a \u{200b} b", "00", &"x y".repeat(100)] {
            let title = EmbedTitle::parse(value);
            assert_eq!(EmbedTitle::parse(title.code().unwrap_or_default()), title);
        }
    }
}

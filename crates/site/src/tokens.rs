//! The colours of the site, as `public/styles/tokens.css` has them.

/// The tokens; the light ones stand first.
const TOKENS: &str = include_str!("../../../public/styles/tokens.css");
/// Where the dark ones begin.
const DARK: &str = "@media (prefers-color-scheme: dark)";

/// A colour of the light theme by its token, such as `covered`.
///
/// A token that does not exist is the ink of text: visible, and found by the test.
#[must_use]
pub fn light(token: &str) -> &'static str {
    find(TOKENS, token)
}

/// A colour of the dark theme by its token.
#[must_use]
pub fn dark(token: &str) -> &'static str {
    find(TOKENS.split_once(DARK).map_or("", |(_, dark)| dark), token)
}

fn find(tokens: &'static str, token: &str) -> &'static str {
    let value = tokens.split_once(&format!("--{token}:")).and_then(|(_, after)| after.split_once(';'));
    value.map_or("black", |(value, _)| value.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_theme_has_its_paper() {
        assert!(light("paper").starts_with('#') && dark("paper").starts_with('#'));
        assert_ne!(light("paper"), dark("paper"));
        assert_eq!(light("no-such-token"), "black");
    }
}

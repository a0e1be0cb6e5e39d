//! `404.html`: the page for unknown addresses.
use anyhow::Result;

use crate::{policy::Policy, styles};

const PAGE: &str = include_str!("404.html");
const STYLE: &str = include_str!("404.css");

/// The page for unknown addresses. It may be shown at any depth, so it has no file of its own and
/// its links are absolute: the one place where the base path is needed.
///
/// # Errors
/// Never in practice: its stylesheet is CSS.
pub fn page(base: &str) -> Result<String> {
    let style = styles::minified(STYLE)?;
    let policy = Policy::of_plain(&style).to_string();
    Ok(PAGE.replace("{{policy}}", &policy).replace("{{style}}", &style).replace("{{base}}", base))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_needs_no_other_file() {
        let html = page("/repo/").unwrap();
        assert!(html.contains("href=\"/repo/\"") && html.contains("href=\"/repo/en/\""));
        assert!(html.contains("style-src 'sha256-") && !html.contains("{{"), "{html}");
        assert!(!html.contains(" src=") && !html.contains("<link"), "{html}");
    }
}

//! The content security policy of a page.
use std::fmt;

use base64::{Engine, prelude::BASE64_STANDARD};
use jamsostek_dashboard::document::Inline;
use sha2::{Digest, Sha256};

/// A content security policy: what a page may load and run. It is made of the very texts that stand in the
/// page, each allowed by its hash (CSP 3, section 2.3.1).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    reach: Reach,
    scripts: Vec<String>,
    styles: Vec<String>,
}

/// What the scripts of a page may load.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Reach {
    /// No script runs.
    #[default]
    Plain,
    /// The application runs, and may load the files of its site.
    Site,
    /// The same, and a worker may begin in the page, as it must in a frame without an origin of its own.
    Workers,
    /// The application runs, and has a worker that begins in the page and so has its policy.
    Worker,
    /// The application runs, and all of it is in the page.
    Alone,
}

impl Policy {
    /// The policy of a page with the application and these scripts and styles.
    #[must_use]
    pub fn of(inline: &Inline) -> Self {
        let scripts = inline.scripts().map(source).collect();
        let styles = vec![source(&inline.style)];
        Self { reach: Reach::Site, scripts, styles }
    }

    /// The same for a page with the application whose tables have workers: of published claims, or of many claims.
    #[must_use]
    pub fn with_workers(self) -> Self {
        Self { reach: Reach::Workers, ..self }
    }

    /// The policy of the studio: nothing that is opened there leaves for another place.
    #[must_use]
    pub fn of_studio(inline: &Inline) -> Self {
        Self { reach: Reach::Worker, ..Self::of(inline) }
    }

    /// The policy of a page that is one file: whatever its scripts try, nothing is loaded and nothing is sent.
    #[must_use]
    pub fn of_alone(inline: &Inline) -> Self {
        Self { reach: Reach::Alone, ..Self::of(inline) }
    }

    /// The policy of a page that loads and runs nothing, with a style in it.
    #[must_use]
    pub fn of_plain(style: &str) -> Self {
        Self { styles: vec![source(style)], ..Self::default() }
    }
}

/// The hash of a text as a source of a policy.
fn source(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text.as_bytes())))
}

impl fmt::Display for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (scripts, styles) = (self.scripts.join(" "), self.styles.join(" "));
        let workers = if self.reach == Reach::Workers { "worker-src 'self' blob:; " } else { "" };
        match self.reach {
            Reach::Site | Reach::Workers => write!(
                f,
                "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {scripts}; {workers}style-src 'self' {styles}; \
                 img-src 'self' data: blob:; connect-src 'self'; frame-src 'self'; font-src 'self'; \
                 manifest-src 'self'; base-uri 'none'; form-action 'none'"
            ),
            Reach::Worker => write!(
                f,
                "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {scripts}; worker-src 'self' blob:; \
                 style-src 'self' {styles}; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; \
                 form-action 'none'"
            ),
            Reach::Alone => write!(
                f,
                "default-src 'none'; script-src 'wasm-unsafe-eval' {scripts}; style-src data: {styles}; \
                 img-src data: blob:; base-uri 'none'; form-action 'none'"
            ),
            Reach::Plain => {
                write!(f, "default-src 'none'; style-src {styles}; base-uri 'none'; form-action 'none'")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_allowed_by_its_hash() {
        // The example of CSP 3: the hash of `alert('Hello, world.');`.
        let inline = Inline { start: "alert('Hello, world.');".to_owned(), ..Inline::default() };
        let policy = Policy::of(&inline).to_string();
        assert!(policy.contains("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"), "{policy}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("style-src 'self' blob:"), "{policy}");
    }

    #[test]
    fn a_page_has_workers_only_where_it_asks_for_them() {
        let inline = Inline::default();
        let policy = Policy::of(&inline).with_workers().to_string();
        assert!(policy.contains("; worker-src 'self' blob:; style-src"), "{policy}");
        assert!(!Policy::of(&inline).to_string().contains("blob:; style-src"));
    }

    #[test]
    fn a_plain_page_runs_nothing() {
        let policy = Policy::of_plain("a{}").to_string();
        assert!(policy.contains("style-src 'sha256-") && !policy.contains("script-src"), "{policy}");
    }
}

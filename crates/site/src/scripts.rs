//! The scripts that stand in a page.

/// Tells a host how high the content is. It stands in the page itself, behind its content, because it must
/// run before anything else has come.
const FRAME: &str = include_str!("../../../src/scripts/frame.js");
/// Runs before anything is painted, and starts the application.
const START: &str = include_str!("../../../src/scripts/start.js");

/// Starts a report that is one file, and answers what its application asks for.
pub const ALONE_SCRIPT: &str = include_str!("../../../src/scripts/alone.js");
/// Keeps pages for those without a connection.
pub const OFFLINE_SCRIPT: &str = include_str!("../../../src/scripts/offline.js");

/// The scripts, as they stand in a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scripts {
    /// Runs before anything is painted, and starts the application.
    pub start: String,
    /// Speaks to the host of a frame.
    pub frame: String,
}

impl Scripts {
    /// The scripts as `minify` makes them small. It is given each in the form of the sources, without types.
    ///
    /// # Errors
    /// When `minify` fails.
    pub fn minified<E>(minify: impl Fn(&str) -> Result<String, E>) -> Result<Self, E> {
        let Self { start, frame } = Self::default();
        let small = |script: &str| minify(script).map(|script| script.trim_end().to_owned());
        Ok(Self { start: small(&start)?, frame: small(&frame)? })
    }
}

impl Default for Scripts {
    fn default() -> Self {
        Self { start: plain(START), frame: plain(FRAME) }
    }
}

/// A script without what is only for its readers: comments on lines of their own, types, and indentation.
#[must_use]
pub fn plain(script: &str) -> String {
    let untyped = without_types(script);
    let said = |line: &&str| !line.is_empty() && !line.starts_with("//");
    untyped.lines().map(str::trim).filter(said).collect::<Vec<_>>().join("\n")
}

/// A script without its `/** … */`.
fn without_types(script: &str) -> String {
    let mut parts = script.split("/** ");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain += part.split_once("*/").map_or(part, |(_, code)| code);
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_for_readers_is_left_out() {
        let script =
            "// Why.\n{\n  /** @type {string} */\n  const a = /** @type {string} */ (b);\n\n  // c\n}\n";
        assert_eq!(plain(script), "{\nconst a =  (b);\n}");
    }

    #[test]
    fn no_script_can_end_its_element() {
        let Scripts { start, frame } = Scripts::default();
        for script in [start, frame] {
            assert!(
                !script.contains("</") && !script.contains("<!--") && !script.contains("/**"),
                "{script}"
            );
        }
    }
}

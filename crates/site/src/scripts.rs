//! The scripts that stand in a page.

/// Tells a host how high the content is. It stands in the page itself, behind its content, because it must
/// run before anything else has come.
const FRAME: &str = include_str!("../../../src/scripts/frame.js");
/// Runs before anything is painted.
const START: &str = include_str!("../../../src/scripts/start.js");
/// Starts the application.
const LOAD: &str = include_str!("../../../src/scripts/load.js");

/// The scripts, as they stand in a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scripts {
    /// Runs before anything is painted.
    pub start: String,
    /// Starts the application.
    pub load: String,
    /// Speaks to the host of a frame.
    pub frame: String,
}

impl Default for Scripts {
    fn default() -> Self {
        Self { start: plain(START), load: plain(LOAD), frame: plain(FRAME) }
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
        let Scripts { start, load, frame } = Scripts::default();
        for script in [start, load, frame] {
            assert!(
                !script.contains("</") && !script.contains("<!--") && !script.contains("/**"),
                "{script}"
            );
        }
    }
}

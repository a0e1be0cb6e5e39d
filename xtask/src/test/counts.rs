//! How many tests passed, read from what their runners print.
use std::fmt;

use anyhow::{Context, Result};

/// How many tests ran and how they ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) passed: u64,
    pub(super) failed: u64,
    pub(super) skipped: u64,
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        match self.skipped {
            0 => Ok(()),
            skipped => write!(f, ", {skipped} skipped"),
        }
    }
}

/// Sums the lines `test result: ok. 12 passed; 0 failed; 1 ignored; …` of cargo's tests.
pub(super) fn of_cargo(text: &str) -> Counts {
    let mut counts = Counts::default();
    for line in text.lines().filter_map(|line| line.trim_start().strip_prefix("test result: ")) {
        for part in line.split(['.', ';']) {
            let mut words = part.split_whitespace();
            let (Some(Ok(number)), Some(what)) = (words.next().map(str::parse::<u64>), words.next()) else {
                continue;
            };
            match what {
                "passed" => counts.passed += number,
                "failed" => counts.failed += number,
                "ignored" => counts.skipped += number,
                _ => {}
            }
        }
    }
    counts
}

/// The counts in a report of Playwright's JSON reporter. A test that passed only when repeated has
/// failed.
pub(super) fn of_playwright(report: &str) -> Result<Counts> {
    let report: serde_json::Value = serde_json::from_str(report).context("Playwright's report is no JSON")?;
    let count = |name: &str| {
        report.pointer(&format!("/stats/{name}")).and_then(serde_json::Value::as_u64).unwrap_or(0)
    };
    let errors = report.get("errors").and_then(serde_json::Value::as_array).map_or(0, Vec::len);
    Ok(Counts {
        passed: count("expected"),
        failed: count("unexpected") + count("flaky") + u64::try_from(errors)?,
        skipped: count("skipped"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_results_are_summed() {
        let text = "running 2 tests\ntest result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s\n\
            test result: FAILED. 3 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out\n";
        assert_eq!(of_cargo(text), Counts { passed: 5, failed: 1, skipped: 1 });
    }

    #[test]
    fn playwright_results_are_read() {
        let report = r#"{"stats":{"expected":7,"unexpected":1,"flaky":1,"skipped":2},"errors":[]}"#;
        assert_eq!(of_playwright(report).unwrap(), Counts { passed: 7, failed: 2, skipped: 2 });
        assert!(of_playwright("").is_err());
    }
}

//! Languages.
mod messages;

use crate::model::Finding;
pub use crate::model::Lang;
pub use messages::{Messages, fill, messages};

/// What a finding says and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingText {
    /// What is wrong.
    pub what: String,
    /// How to mend it.
    pub mend: String,
}

/// The words for a finding.
#[must_use]
pub fn finding(_lang: Lang, finding: &Finding) -> FindingText {
    FindingText { what: finding.rule.code().to_owned(), mend: String::new() }
}

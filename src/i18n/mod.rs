//! Languages.
use crate::model::Finding;

/// A language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// Indonesian.
    Id,
    /// English.
    En,
}

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
    FindingText {
        what: finding.code.to_owned(),
        mend: String::new(),
    }
}

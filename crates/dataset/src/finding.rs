//! What is wrong with a dataset, and where.
use super::json::{Position, Problem, Reason};
#[cfg(feature = "publish")]
use super::{Breach, FileFault};

/// Something found in a dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which rule, with what it found.
    pub rule: Rule,
    /// How bad it is.
    pub severity: Severity,
    /// JSON pointer (RFC 6901) of the value it is about; empty for the whole document.
    pub pointer: String,
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1, counted in characters.
    pub column: u32,
}

impl Finding {
    /// A finding at a place.
    #[must_use]
    pub fn new(rule: Rule, pointer: String, position: Position) -> Self {
        Self { severity: rule.severity(), rule, pointer, line: position.line, column: position.column }
    }
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Readers are told.
    Note,
    /// The publisher is told.
    Warning,
    /// A build stops.
    Error,
}

/// The rules, with what they found. The words are in [`words`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The file holds no dataset. Readers' pages are given texts.
    #[cfg(feature = "publish")]
    File(FileFault),
    /// The text is not JSON.
    Syntax(Reason),
    /// The document names a format that this program does not read.
    UnknownFormat {
        /// What it names; `None` where it names nothing.
        found: Option<String>,
    },
    /// A value could not be read.
    Value(Problem),
    /// A rule that a schema cannot express is broken. Readers' pages only read.
    #[cfg(feature = "publish")]
    Breach(Breach),
    /// There are more findings of a kind than are listed.
    #[cfg(feature = "publish")]
    More {
        /// The code of the kind.
        code: &'static str,
        /// How many are not listed.
        count: usize,
        /// How bad the worst of them is.
        worst: Severity,
    },
}

impl Rule {
    /// How bad a breach is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::Syntax(_) | Self::UnknownFormat { .. } | Self::Value(_) => Severity::Error,
            #[cfg(feature = "publish")]
            Self::File(_) => Severity::Error,
            #[cfg(feature = "publish")]
            Self::Breach(breach) => breach.severity(),
            #[cfg(feature = "publish")]
            Self::More { worst, .. } => *worst,
        }
    }

    /// A stable name for programs and for searching.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Syntax(_) => "syntax",
            Self::UnknownFormat { .. } => "unknown-format",
            Self::Value(problem) => match problem {
                Problem::WrongType { .. } => "wrong-type",
                Problem::UnknownWord { .. } => "unknown-word",
                Problem::NotADate(_) => "not-a-date",
                Problem::MissingField(_) => "missing-field",
                Problem::UnknownField { .. } => "unknown-field",
                Problem::DuplicateField(_) => "duplicate-field",
                Problem::Invalid(_) => "invalid",
            },
            #[cfg(feature = "publish")]
            Self::File(fault) => fault.code(),
            #[cfg(feature = "publish")]
            Self::Breach(breach) => breach.code(),
            #[cfg(feature = "publish")]
            Self::More { .. } => "more-findings",
        }
    }
}

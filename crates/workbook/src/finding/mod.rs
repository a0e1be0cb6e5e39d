//! What is wrong with a workbook, and in which cell.
mod local;
mod rules;
mod words;

use cells::Unclear;
use dataset::{Lang, Severity};

use crate::place::Place;
use crate::read::Fault;

pub use ::words::FindingText;

pub(crate) use local::Local;

/// What the dataset says of a figure without a value and without a reason.
pub(crate) const UNEXPLAINED: &str = "a value that is null needs \"missing\": why there is none";

/// Something found in a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// What it is.
    pub problem: Problem,
    /// What the columns around it are called; only for what the check of the dataset finds.
    pub(crate) local: Option<Box<Local>>,
}

/// What is wrong with a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// The file holds no workbook that is read.
    File(Fault),
    /// None of the sheets is one of a report.
    NoSheet,
    /// A sheet that the format does not know.
    UnknownSheet {
        /// The sheet that is probably meant, in Indonesian and in English.
        similar: Option<[String; 2]>,
    },
    /// A sheet for which there is another one already.
    SecondSheet {
        /// The name of the first one.
        first: String,
    },
    /// No row of a sheet has the names of its columns.
    NoHeader,
    /// A column that the sheet does not have.
    UnknownColumn {
        /// What stands at its top.
        name: String,
        /// The column that is probably meant, in Indonesian and in English.
        similar: Option<[String; 2]>,
    },
    /// A column for which there is another one already.
    SecondColumn {
        /// What stands at its top.
        name: String,
    },
    /// Cells below an empty name.
    NamelessColumn,
    /// Cells above the names of the columns, or beside them.
    Unread,
    /// Cells that are merged.
    Merged,
    /// A formula of which the file has no value.
    Uncomputed,
    /// A sheet, or rows or columns of it, that nobody sees, but that are read.
    Hidden,
    /// A cell that does not say clearly enough what it means.
    Unclear(Unclear),
    /// A word that the column does not know.
    UnknownWord {
        /// The word.
        word: String,
        /// Those that it knows, in Indonesian and in English.
        known: [String; 2],
    },
    /// A part of a list of codes without a `=`.
    NotPairs {
        /// The part.
        part: String,
    },
    /// The number has more digits than its format shows; what is shown is read.
    HiddenDigits,
    /// The cell says one thing and another column of the row says another.
    Contradiction {
        /// The other column, in Indonesian and in English.
        column: [String; 2],
    },
    /// Money of another currency than the indicator's.
    OtherCurrency {
        /// The currency in the cell.
        found: String,
        /// The indicator's unit.
        expected: String,
    },
    /// A row that does not say which record it belongs to.
    NoParent {
        /// What such a record is called, in Indonesian and in English.
        of: [String; 2],
    },
    /// A row that belongs to a record that there is not.
    UnknownParent {
        /// The id that it names.
        id: String,
        /// What such a record is called, in Indonesian and in English.
        of: [String; 2],
        /// The id that is probably meant.
        similar: Option<String>,
    },
    /// A record without an id where the id is needed.
    NoKey,
    /// A second record of the same id, which is left out.
    SecondKey {
        /// The id.
        id: String,
    },
    /// An id that is written as the name of a record; its id is taken.
    NamedRecord {
        /// The name.
        name: String,
        /// The record's id.
        id: String,
    },
    /// A record without an id, for which one is made from what it is called or from its row.
    MadeId {
        /// The id.
        id: String,
    },
    /// What the check of the dataset finds.
    Dataset(Box<dataset::Finding>),
}

impl Finding {
    /// A finding at a place.
    pub(crate) fn new(place: Place, problem: Problem) -> Self {
        Self { severity: problem.severity(), place, problem, local: None }
    }

    /// A file that holds no workbook.
    #[must_use]
    pub fn of_file(name: &str, fault: Fault) -> Self {
        Self::new(Place::sheet(name), Problem::File(fault))
    }

    /// A stable name for programs and for searching.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.problem.code()
    }

    /// What is wrong, and how to mend it.
    #[must_use]
    pub fn words(&self, lang: Lang) -> FindingText {
        match (&self.problem, &self.local) {
            (Problem::Dataset(finding), Some(local)) => words::of_rules(&rules::words(finding, local, lang)),
            _ => words::words(&self.problem, lang),
        }
    }
}

impl Problem {
    fn severity(&self) -> Severity {
        match self {
            Self::Dataset(finding) => finding.severity,
            Self::Hidden | Self::Unread | Self::NamedRecord { .. } | Self::MadeId { .. } => Severity::Note,
            Self::UnknownSheet { .. } | Self::Merged | Self::HiddenDigits | Self::Contradiction { .. } => {
                Severity::Warning
            }
            _ => Severity::Error,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::File(fault) => fault.code(),
            Self::NoSheet => "no-sheet",
            Self::UnknownSheet { .. } => "unknown-sheet",
            Self::SecondSheet { .. } => "second-sheet",
            Self::NoHeader => "no-header",
            Self::UnknownColumn { .. } => "unknown-column",
            Self::SecondColumn { .. } => "second-column",
            Self::NamelessColumn => "nameless-column",
            Self::Unread => "unread-cell",
            Self::Merged => "merged-cells",
            Self::Uncomputed => "uncomputed-formula",
            Self::Hidden => "hidden-cells",
            Self::Unclear(unclear) => unclear.code(),
            Self::UnknownWord { .. } => "unknown-word",
            Self::NotPairs { .. } => "not-pairs",
            Self::HiddenDigits => "hidden-digits",
            Self::Contradiction { .. } => "contradiction",
            Self::OtherCurrency { .. } => "other-currency",
            Self::NoParent { .. } => "no-parent",
            Self::UnknownParent { .. } => "unknown-parent",
            Self::NoKey => "no-key",
            Self::SecondKey { .. } => "duplicate-id",
            Self::NamedRecord { .. } => "named-record",
            Self::MadeId { .. } => "made-id",
            Self::Dataset(finding) => finding.rule.code(),
        }
    }
}

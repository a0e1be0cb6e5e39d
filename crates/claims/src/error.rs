//! What can be wrong with a published file.
use thiserror::Error;

/// Why a file is not what it should be. A reader tries it again once, and then says what is missing.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FormatError {
    /// It begins with other bytes.
    #[error("this is no {expected} file")]
    Magic {
        /// What was asked for.
        expected: &'static str,
    },
    /// It is of a version that is not known here.
    #[error("the file is of version {found}, and this page reads version {known}: load the page again")]
    Version {
        /// The version of the file.
        found: u16,
        /// The version that is read.
        known: u16,
    },
    /// It ends too early.
    #[error("the file ends after {found} bytes")]
    Truncated {
        /// How many bytes there are.
        found: usize,
    },
    /// Its bytes are not those that were written.
    #[error("the file is damaged: its checksum differs")]
    Checksum,
    /// Its bytes are no such columns.
    #[error("the column `{column}` cannot be read")]
    Column {
        /// The column.
        column: &'static str,
    },
    /// The manifest is no such JSON.
    #[error("the manifest cannot be read: {0}")]
    Manifest(String),
    /// A value does not fit the format.
    #[error("`{column}` holds {value}, which the format has no place for")]
    Range {
        /// The column.
        column: &'static str,
        /// The value.
        value: i128,
    },
}

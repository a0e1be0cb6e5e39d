//! Files that hold no dataset: what they are instead, so that each can be told how to mend it.
use std::io;

use super::json::Position;
use super::{Finding, Rule, read};

/// Why a file holds no dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// There is no such file.
    Missing,
    /// It is a folder.
    Folder,
    /// The system refuses it, in the system's words.
    Unreadable(String),
    /// A text that is encoded as UTF-16.
    Utf16,
    /// Bytes that are not UTF-8; the line, from 1, of the first one.
    NotUtf8 {
        /// The line.
        line: u32,
    },
    /// A workbook, or another file that is packed.
    Spreadsheet,
    /// A web page.
    Html,
    /// A table of separated values.
    Csv,
}

impl FileFault {
    /// Why a file could not be opened or read.
    #[must_use]
    pub fn of(error: &io::Error, is_folder: bool) -> Self {
        match error.kind() {
            _ if is_folder => Self::Folder,
            io::ErrorKind::NotFound => Self::Missing,
            _ => Self::Unreadable(error.to_string()),
        }
    }

    /// A stable name for programs and for searching.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Missing => "missing-file",
            Self::Folder => "folder",
            Self::Unreadable(_) => "unreadable-file",
            Self::Utf16 => "utf-16",
            Self::NotUtf8 { .. } => "not-utf8",
            Self::Spreadsheet => "spreadsheet",
            Self::Html => "html",
            Self::Csv => "csv",
        }
    }
}

impl From<FileFault> for Finding {
    fn from(fault: FileFault) -> Self {
        let line = if let FileFault::NotUtf8 { line } = fault { line } else { 1 };
        Self::new(Rule::File(fault), String::new(), Position { line, column: 1 })
    }
}

/// Checks the content of a file that is called `name`, without its ending, and applies every rule.
/// The findings are in the order of the text.
#[must_use]
pub fn check_file(name: &str, bytes: &[u8]) -> Vec<Finding> {
    match text(bytes) {
        Ok(text) => read::check_named(text, Some(name)),
        Err(fault) => vec![fault.into()],
    }
}

/// The text of a file, if it can be one of JSON.
fn text(bytes: &[u8]) -> Result<&str, FileFault> {
    // ZIP, which XLSX and ODS are, and the compound files of older offices.
    if [b"PK\x03\x04".as_slice(), b"\xd0\xcf\x11\xe0"].iter().any(|mark| bytes.starts_with(mark)) {
        return Err(FileFault::Spreadsheet);
    }
    let marked = [b"\xff\xfe", b"\xfe\xff"].iter().any(|mark| bytes.starts_with(*mark));
    // A text that begins with letters of ASCII has a zero beside each in UTF-16 and none in UTF-8.
    if marked || matches!(bytes, [0, first, ..] | [first, 0, ..] if first.is_ascii() && *first != 0) {
        return Err(FileFault::Utf16);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let good = bytes.iter().take(error.valid_up_to());
        let breaks = good.filter(|byte| **byte == b'\n').count();
        FileFault::NotUtf8 { line: u32::try_from(breaks).unwrap_or(u32::MAX).saturating_add(1) }
    })?;
    let start = text.trim_start_matches('\u{feff}').trim_start();
    if start.starts_with('<') && !start.starts_with("<!--") {
        return Err(FileFault::Html);
    }
    if is_table(start) {
        return Err(FileFault::Csv);
    }
    Ok(text)
}

/// Whether a text begins as a table does: a line of several names that are no JSON.
fn is_table(text: &str) -> bool {
    let line = text.lines().next().unwrap_or_default();
    let first = line.chars().next().unwrap_or_default();
    let named = first.is_alphabetic() || first == '"' || first == '_';
    let cells = |separator: char| {
        let mut cells = line.split(separator);
        named && cells.clone().count() > 1 && cells.all(|cell| !cell.contains(['{', '}', ':']))
    };
    [',', ';', '\t'].into_iter().any(cells)
}

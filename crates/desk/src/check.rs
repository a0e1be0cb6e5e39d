//! `cargo xtask check`: reads and validates datasets and workbooks, and prints every finding.
use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use dataset::{Finding, Lang, Rule, Severity};
use serde::{Serialize, Serializer};
use workbook::Problem;

use crate::{Words, source, workbooks};

/// What is checked, and how it is told.
#[derive(Args, Clone, Debug)]
pub struct Check {
    /// The datasets, workbooks, or folders of CSV tables
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// The language of the findings
    #[arg(long, default_value = "en")]
    pub lang: Words,
    /// How findings are printed
    #[arg(long, default_value = "text")]
    pub format: Format,
}

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A line each: `file:line:column: severity[code] /pointer: what — mend: how`; of a workbook,
    /// `file:Angka!F12` in place of line and column.
    Text,
    /// One array of objects.
    Json,
}

/// How a check ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// No error.
    Sound,
    /// A dataset has errors.
    Errors,
    /// A file could not be read at all.
    Unread,
}

impl Verdict {
    /// The exit code: a file that is no dataset is another thing than a dataset with errors.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Sound => 0,
            Self::Errors => 1,
            Self::Unread => 2,
        }
    }

    pub(crate) fn of(rows: &[Row]) -> Self {
        if rows.iter().any(|row| row.is_of_file) {
            Self::Unread
        } else if rows.iter().any(|row| row.severity == Severity::Error) {
            Self::Errors
        } else {
            Self::Sound
        }
    }
}

/// A finding for other programs.
#[derive(Serialize)]
pub(crate) struct Row {
    file: String,
    #[serde(flatten)]
    place: Place,
    #[serde(serialize_with = "severity")]
    pub(crate) severity: Severity,
    code: String,
    pointer: String,
    what: String,
    mend: String,
    /// Whether the file could not be read at all.
    #[serde(skip)]
    is_of_file: bool,
}

/// Where something is found.
#[derive(Serialize)]
#[serde(untagged)]
enum Place {
    /// In a text.
    Text { line: u32, column: u32 },
    /// In a workbook.
    Cell { cell: String },
}

fn severity<S: Serializer>(severity: &Severity, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(name(*severity))
}

const fn name(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

impl Row {
    /// A finding of a dataset.
    fn of_text(file: &str, lang: Lang, finding: &Finding) -> Self {
        let words = words::finding(lang, finding);
        Self {
            file: file.to_owned(),
            place: Place::Text { line: finding.line, column: finding.column },
            severity: finding.severity,
            code: finding.rule.code().to_owned(),
            pointer: finding.pointer.clone(),
            what: words.what,
            mend: words.mend,
            is_of_file: matches!(finding.rule, Rule::File(_)),
        }
    }

    /// A finding of a workbook.
    pub(crate) fn of_cell(file: &str, lang: Lang, finding: &workbook::Finding) -> Self {
        let words = finding.words(lang);
        let pointer = match &finding.problem {
            Problem::Dataset(finding) => finding.pointer.clone(),
            _ => String::new(),
        };
        Self {
            file: file.to_owned(),
            place: Place::Cell { cell: finding.place.to_string() },
            severity: finding.severity,
            code: finding.code().to_owned(),
            pointer,
            what: words.what,
            mend: words.mend,
            is_of_file: matches!(finding.problem, Problem::File(_) | Problem::NoSheet),
        }
    }

    fn line(&self, lang: Lang) -> String {
        let file = &self.file;
        let place = match &self.place {
            Place::Text { line, column } => format!("{file}:{line}:{column}"),
            Place::Cell { cell } if cell.is_empty() => file.clone(),
            Place::Cell { cell } => format!("{file}:{cell}"),
        };
        let mend = match self.mend.as_str() {
            "" => String::new(),
            mend => format!(" — {}: {mend}", words::verdict(lang).mend),
        };
        let gap = if self.pointer.is_empty() { "" } else { " " };
        let severity = name(self.severity);
        format!("{place}: {severity}[{}]{gap}{}: {}{mend}", self.code, self.pointer, self.what)
    }
}

/// Checks files and prints the findings. A file that cannot be read is a finding, too, and the
/// others are checked all the same.
///
/// # Errors
/// When the findings cannot be written as JSON.
pub fn check(check: &Check) -> Result<Verdict> {
    let lang = check.lang.into();
    let rows: Vec<Row> = check.files.iter().flat_map(|file| rows(file, lang)).collect();
    print(&rows, check.format, lang)?;
    if check.format == Format::Text {
        println!("{}", summary(lang, check.files.len(), rows.iter().map(|row| row.severity)));
    }
    Ok(Verdict::of(&rows))
}

/// Prints findings.
///
/// # Errors
/// When they cannot be written as JSON.
pub(crate) fn print(rows: &[Row], format: Format, lang: Lang) -> Result<()> {
    match format {
        Format::Text => rows.iter().for_each(|row| println!("{}", row.line(lang))),
        Format::Json => println!("{}", serde_json::to_string_pretty(rows)?),
    }
    Ok(())
}

/// What is found in a file, or in a folder of tables.
fn rows(file: &Path, lang: Lang) -> Vec<Row> {
    let name = file.display().to_string();
    if file.exists() && source::is_workbook(file) {
        match source::files(file) {
            Ok(files) => return workbooks::rows(&name, lang, &workbook::import(&files)),
            Err(error) => {
                let finding = dataset::FileFault::Unreadable(format!("{error:#}")).into();
                return vec![Row::of_text(&name, lang, &finding)];
            }
        }
    }
    findings(file).iter().map(|finding| Row::of_text(&name, lang, finding)).collect()
}

/// What is found in a dataset.
#[must_use]
pub fn findings(file: &Path) -> Vec<Finding> {
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    match fs::read(file) {
        Ok(bytes) => dataset::check_file(&name, &bytes),
        Err(error) => vec![dataset::FileFault::of(&error, file.is_dir()).into()],
    }
}

pub(crate) fn summary(
    lang: Lang,
    files: usize,
    severities: impl Iterator<Item = Severity> + Clone,
) -> String {
    let count = |wanted| severities.clone().filter(|severity| *severity == wanted).count().to_string();
    let [errors, warnings, notes] = [Severity::Error, Severity::Warning, Severity::Note].map(count);
    words::fill(words::verdict(lang).sum, &[&files.to_string(), &errors, &warnings, &notes])
}

/// Checks the dataset of a build.
///
/// # Errors
/// When it cannot be read or has errors.
pub fn for_build(data: &Path) -> Result<()> {
    let options = Check { files: vec![data.to_owned()], lang: Words::En, format: Format::Text };
    if check(&options)? != Verdict::Sound {
        bail!("the dataset {} has errors (above): mend them, then build again", data.display());
    }
    Ok(())
}

#[cfg(test)]
mod tests;

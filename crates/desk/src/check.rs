//! `cargo xtask check`: reads and validates datasets and workbooks, and prints every finding.
mod github;
mod sarif;
mod summary;

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
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
    /// Compare evidence with the text of a source: each token must stand in the line that is named
    #[arg(long = "source", value_name = "ID=FILE", value_parser = source_text)]
    pub sources: Vec<(String, PathBuf)>,
    /// The language of the findings
    #[arg(long, default_value = "en")]
    pub lang: Words,
    /// How findings are printed
    #[arg(long, default_value = "text")]
    pub format: Format,
    /// Write a page (Markdown) that says what was found, behind what stands in this file
    #[arg(long, value_name = "FILE")]
    pub summary: Option<PathBuf>,
}

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A line each: `file:line:column: severity[code] /pointer: what — mend: how`; of a workbook,
    /// `file:Angka!F12` in place of line and column.
    Text,
    /// One array of objects.
    Json,
    /// A workflow command of GitHub each, which it shows beside the lines of a change.
    Github,
    /// A SARIF log.
    Sarif,
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
/// When the text of a source cannot be read, or the findings cannot be written.
pub fn check(check: &Check) -> Result<Verdict> {
    let lang = check.lang.into();
    let texts = source_texts(&check.sources)?;
    let rows: Vec<Row> = check.files.iter().flat_map(|file| rows(file, lang, &texts)).collect();
    print(&rows, check.format, lang)?;
    if matches!(check.format, Format::Text | Format::Github) {
        let severities = rows.iter().map(|row| row.severity);
        writeln!(io::stdout(), "{}", summary(lang, check.files.len(), severities))?;
    }
    if let Some(file) = &check.summary {
        let page = summary::page(&rows, check.files.len(), lang);
        let mut file = fs::OpenOptions::new().append(true).create(true).open(file)?;
        file.write_all(page.as_bytes())?;
    }
    Ok(Verdict::of(&rows))
}

/// Prints findings.
///
/// # Errors
/// When nobody reads them any more.
pub(crate) fn print(rows: &[Row], format: Format, lang: Lang) -> Result<()> {
    let mut out = io::stdout().lock();
    match format {
        Format::Text => rows.iter().try_for_each(|row| writeln!(out, "{}", row.line(lang)))?,
        Format::Json => writeln!(out, "{}", serde_json::to_string_pretty(rows)?)?,
        Format::Github => rows.iter().try_for_each(|row| writeln!(out, "{}", github::command(row)))?,
        Format::Sarif => writeln!(out, "{}", serde_json::to_string_pretty(&sarif::log(rows))?)?,
    }
    Ok(())
}

/// The id of a source and the file with its text.
fn source_text(argument: &str) -> Result<(String, PathBuf), String> {
    match argument.split_once('=') {
        Some((id, file)) if !id.is_empty() && !file.is_empty() => Ok((id.to_owned(), file.into())),
        _ => Err("write the source's id and the file with its text: ID=FILE".to_owned()),
    }
}

/// The texts of sources with the sources' ids.
type Texts<'c> = Vec<(&'c str, String)>;

fn source_texts(sources: &[(String, PathBuf)]) -> Result<Texts<'_>> {
    let read = |file: &Path| fs::read_to_string(file).with_context(|| format!("reading {}", file.display()));
    sources.iter().map(|(id, file)| Ok((id.as_str(), read(file)?))).collect()
}

/// What the texts of sources do not bear out of a dataset.
fn unproven(json: &str, texts: &Texts<'_>) -> Vec<Finding> {
    texts.iter().flat_map(|(id, text)| dataset::check_source(json, id, text)).collect()
}

/// What is found in a file, or in a folder of tables.
fn rows(file: &Path, lang: Lang, texts: &Texts<'_>) -> Vec<Row> {
    let name = file.display().to_string();
    if file.exists() && source::is_workbook(file) {
        match source::files(file) {
            Ok(files) => {
                let imported = workbook::import(&files);
                let unproven = unproven(&imported.json, texts).into_iter();
                let unproven: Vec<_> = unproven.map(|finding| imported.placed(finding)).collect();
                let unproven = unproven.iter().map(|finding| Row::of_cell(&name, lang, finding));
                return workbooks::rows(&name, lang, &imported).into_iter().chain(unproven).collect();
            }
            Err(error) => {
                let finding = dataset::FileFault::Unreadable(format!("{error:#}")).into();
                return vec![Row::of_text(&name, lang, &finding)];
            }
        }
    }
    // A file that is no text has a finding already.
    let json = if texts.is_empty() { String::new() } else { fs::read_to_string(file).unwrap_or_default() };
    let found = findings(file).into_iter().chain(unproven(&json, texts));
    found.map(|finding| Row::of_text(&name, lang, &finding)).collect()
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

/// The dataset of a workbook, a table or a folder of tables, as far as it can be read; `None` for any other file.
///
/// # Errors
/// When the file cannot be read.
pub fn dataset_of(file: &Path) -> Result<Option<String>> {
    if !source::is_workbook(file) {
        return Ok(None);
    }
    Ok(Some(workbook::import(&source::files(file)?).json))
}

/// Checks the dataset of a build.
///
/// # Errors
/// When it cannot be read or has errors.
pub fn for_build(data: &Path) -> Result<()> {
    let (files, sources) = (vec![data.to_owned()], Vec::new());
    let options = Check { files, sources, lang: Words::En, format: Format::Text, summary: None };
    if check(&options)? != Verdict::Sound {
        bail!("the dataset {} has errors (above): mend them, then build again", data.display());
    }
    Ok(())
}

#[cfg(test)]
mod tests;

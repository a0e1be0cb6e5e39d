//! `cargo xtask check`: reads and validates datasets, and prints every finding.
use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};
use dataset::{Finding, Lang, Rule, Severity};
use serde::Serialize;

/// What is checked, and how it is told.
#[derive(Args, Clone, Debug)]
pub struct Check {
    /// The datasets
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Compare evidence with the text of a source: each token must stand in the line that is named
    #[arg(long = "source", value_name = "ID=FILE", value_parser = source_file)]
    pub sources: Vec<(String, PathBuf)>,
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
    /// A line each: `file:line:column: severity[code] /pointer: what — mend: how`.
    Text,
    /// One array of objects.
    Json,
}

/// The language of the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Words {
    /// Indonesian.
    Id,
    /// English.
    En,
}

impl From<Words> for Lang {
    fn from(words: Words) -> Self {
        match words {
            Words::Id => Self::Id,
            Words::En => Self::En,
        }
    }
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

    fn of<'f>(findings: impl Iterator<Item = &'f Finding> + Clone) -> Self {
        if findings.clone().any(|finding| matches!(finding.rule, Rule::File(_))) {
            Self::Unread
        } else if findings.clone().any(|finding| finding.severity == Severity::Error) {
            Self::Errors
        } else {
            Self::Sound
        }
    }
}

/// A finding for other programs.
#[derive(Serialize)]
struct Row<'a> {
    file: &'a str,
    line: u32,
    column: u32,
    severity: &'static str,
    code: &'a str,
    pointer: &'a str,
    what: String,
    mend: String,
}

impl<'a> Row<'a> {
    fn new(file: &'a str, lang: Lang, finding: &'a Finding) -> Self {
        let words = words::finding(lang, finding);
        Self {
            file,
            line: finding.line,
            column: finding.column,
            severity: match finding.severity {
                Severity::Note => "note",
                Severity::Warning => "warning",
                Severity::Error => "error",
            },
            code: finding.rule.code(),
            pointer: &finding.pointer,
            what: words.what,
            mend: words.mend,
        }
    }

    fn line(&self, lang: Lang) -> String {
        let place = format!("{}:{}:{}", self.file, self.line, self.column);
        let mend = match self.mend.as_str() {
            "" => String::new(),
            mend => format!(" — {}: {mend}", words::verdict(lang).mend),
        };
        let gap = if self.pointer.is_empty() { "" } else { " " };
        format!("{place}: {}[{}]{gap}{}: {}{mend}", self.severity, self.code, self.pointer, self.what)
    }
}

/// Checks files and prints the findings. A file that cannot be read is a finding, too, and the
/// others are checked all the same.
///
/// # Errors
/// When the text of a source cannot be read, or the findings cannot be written as JSON.
pub fn run(check: &Check) -> Result<Verdict> {
    let lang = check.lang.into();
    let texts = source_texts(&check.sources)?;
    let found = |file: &PathBuf| {
        let mut found = findings(file);
        found.extend(sources_of(file, &texts));
        (file.display().to_string(), found)
    };
    let checked: Vec<_> = check.files.iter().map(found).collect();
    let findings = || checked.iter().flat_map(|(file, findings)| findings.iter().map(move |f| (file, f)));
    let rows: Vec<Row<'_>> = findings().map(|(file, finding)| Row::new(file, lang, finding)).collect();
    match check.format {
        Format::Text => {
            rows.iter().for_each(|row| println!("{}", row.line(lang)));
            println!("{}", summary(lang, checked.len(), findings().map(|(_, finding)| finding.severity)));
        }
        Format::Json => println!("{}", serde_json::to_string_pretty(&rows)?),
    }
    Ok(Verdict::of(checked.iter().flat_map(|(_, findings)| findings)))
}

/// What is found in a file.
#[must_use]
pub fn findings(file: &Path) -> Vec<Finding> {
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    match fs::read(file) {
        Ok(bytes) => dataset::check_file(&name, &bytes),
        Err(error) => vec![dataset::FileFault::of(&error, file.is_dir()).into()],
    }
}

/// The id of a source and the file with its text.
fn source_file(argument: &str) -> Result<(String, PathBuf), String> {
    match argument.split_once('=') {
        Some((id, file)) if !id.is_empty() && !file.is_empty() => Ok((id.to_owned(), file.into())),
        _ => Err("write the source's id and the file with its text: ID=FILE".to_owned()),
    }
}

/// The texts of sources by the sources' ids.
fn source_texts(sources: &[(String, PathBuf)]) -> Result<Vec<(&str, String)>> {
    let read = |(id, file): &'_ (String, PathBuf)| {
        fs::read_to_string(file).with_context(|| format!("the text of the source {id}, {}", file.display()))
    };
    sources.iter().map(|source| Ok((source.0.as_str(), read(source)?))).collect()
}

/// What the texts of sources do not bear out of a file. One that is no dataset has a finding already.
fn sources_of(file: &Path, texts: &[(&str, String)]) -> Vec<Finding> {
    let Ok(json) = fs::read_to_string(file) else { return Vec::new() };
    texts.iter().flat_map(|(id, text)| dataset::check_source(&json, id, text)).collect()
}

fn summary(lang: Lang, files: usize, severities: impl Iterator<Item = Severity> + Clone) -> String {
    let count = |wanted| severities.clone().filter(|severity| *severity == wanted).count().to_string();
    let [errors, warnings, notes] = [Severity::Error, Severity::Warning, Severity::Note].map(count);
    words::fill(words::verdict(lang).sum, &[&files.to_string(), &errors, &warnings, &notes])
}

/// Checks the dataset of a build.
///
/// # Errors
/// When it cannot be read or has errors.
pub fn for_build(data: &Path) -> Result<()> {
    let check =
        Check { files: vec![data.to_owned()], sources: Vec::new(), lang: Words::En, format: Format::Text };
    if run(&check)? != Verdict::Sound {
        bail!("the dataset {} has errors (above): mend them, then build again", data.display());
    }
    Ok(())
}

#[cfg(test)]
mod tests;

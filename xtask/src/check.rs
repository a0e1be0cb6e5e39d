//! `check`: parses and validates datasets, and prints every finding.
use std::{fs, path::Path};

use anyhow::{Context, Result, anyhow, bail};
use clap::ValueEnum;
use dataset::{Finding, Lang, Severity};
use serde::Serialize;

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

/// Checks files and prints the findings. True when none is an error.
///
/// # Errors
/// When a file cannot be read.
pub fn run(files: &[impl AsRef<Path>], lang: Lang, format: Format) -> Result<bool> {
    let mut checked = Vec::new();
    for file in files {
        let file = file.as_ref();
        let text = read(file)?;
        checked.push((file.display().to_string(), dataset::check(&text)));
    }
    let findings = || checked.iter().flat_map(|(file, findings)| findings.iter().map(move |f| (file, f)));
    let rows: Vec<Row<'_>> = findings().map(|(file, finding)| Row::new(file, lang, finding)).collect();
    match format {
        Format::Text => rows.iter().for_each(|row| println!("{}", row.line(lang))),
        Format::Json => println!("{}", serde_json::to_string_pretty(&rows)?),
    }
    let sound = findings().all(|(_, finding)| finding.severity < Severity::Error);
    if format == Format::Text {
        println!("{}", summary(lang, checked.len(), findings().map(|(_, finding)| finding.severity)));
    }
    Ok(sound)
}

/// The text of a file. Programs of an office often write another encoding.
fn read(file: &Path) -> Result<String> {
    let bytes = fs::read(file).with_context(|| format!("reading {}", file.display()))?;
    String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let line = error.as_bytes().iter().take(good).filter(|byte| **byte == b'\n').count() + 1;
        anyhow!("{}:{line}: the file is no UTF-8 text: save it with the encoding UTF-8", file.display())
    })
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
    if !run(&[data], Lang::En, Format::Text)? {
        bail!("the dataset {} has errors (above): mend them, then build again", data.display());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_is_one_line_that_an_editor_can_jump_to() {
        let mut row = Row {
            file: "a.json",
            line: 3,
            column: 7,
            severity: "error",
            code: "missing-unit",
            pointer: "/claims/0/amount",
            what: "no unit".to_owned(),
            mend: "add \"unit\"".to_owned(),
        };
        assert_eq!(
            row.line(Lang::En),
            "a.json:3:7: error[missing-unit] /claims/0/amount: no unit — mend: add \"unit\""
        );
        row.pointer = "";
        assert_eq!(row.line(Lang::Id), "a.json:3:7: error[missing-unit]: no unit — perbaikan: add \"unit\"");
    }

    #[test]
    fn a_missing_file_is_named() {
        let error = run(&["no/such.json"], Lang::En, Format::Text).unwrap_err();
        assert!(format!("{error:#}").contains("no/such.json"));
    }

    #[test]
    fn findings_are_counted_by_severity() {
        let severities = [Severity::Warning, Severity::Error, Severity::Warning];
        let sum = |lang| summary(lang, 1, severities.into_iter());
        assert_eq!(sum(Lang::En), "1 file checked: 1 error, 2 warnings, 0 notes");
        assert_eq!(sum(Lang::Id), "1 berkas diperiksa: 1 kesalahan, 2 peringatan, 0 catatan");
    }

    #[test]
    fn a_file_of_another_encoding_says_how_to_save_it() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("a.json");
        fs::write(&file, b"{\n\"title\": \"Jum\xe9\"}").unwrap();
        let error = format!("{:#}", run(&[&file], Lang::En, Format::Text).unwrap_err());
        assert!(
            error.ends_with("a.json:2: the file is no UTF-8 text: save it with the encoding UTF-8"),
            "{error}"
        );
    }
}

//! `cargo xtask template`, `import` and `export`.
use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use clap::Args;
use dataset::Lang;
use words::{VerdictWords, fill, verdict};
use workbook::{File, Imported};

use crate::check::{Row, print, summary};
use crate::{Format, Verdict, Words, source};

/// Which template is written, and where.
#[derive(Args, Clone, Debug)]
pub struct Template {
    /// The language of names and explanations
    #[arg(long, default_value = "id")]
    pub lang: Words,
    /// A dataset whose regions, groups, indicators and sources are kept
    #[arg(long, value_name = "DATASET")]
    pub from: Option<PathBuf>,
    /// The file to write (default: templat.xlsx or template.xlsx)
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Overwrite the file if it is there
    #[arg(long)]
    pub force: bool,
}

/// Which workbook is read, and where its dataset goes.
#[derive(Args, Clone, Debug)]
pub struct Import {
    /// A workbook (XLSX), a CSV file, a folder of CSV files, or an address
    #[arg(value_name = "FILE|FOLDER|URL")]
    pub source: String,
    /// The file to write (default: the report's id in public/data/, or here)
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// The language of the findings
    #[arg(long, default_value = "en")]
    pub lang: Words,
    /// How findings are printed
    #[arg(long, default_value = "text")]
    pub format: Format,
    /// Overwrite the file if it is there
    #[arg(long)]
    pub force: bool,
    /// Write what could be read although there are errors
    #[arg(long)]
    pub partial: bool,
}

/// Which dataset is written as a workbook, and where.
#[derive(Args, Clone, Debug)]
pub struct Export {
    /// The dataset
    pub dataset: PathBuf,
    /// The file to write (default: the dataset's name with .xlsx, here)
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// The language of names and words
    #[arg(long, default_value = "id")]
    pub lang: Words,
    /// Overwrite the file if it is there
    #[arg(long)]
    pub force: bool,
}

/// Writes an empty workbook.
///
/// # Errors
/// When a file cannot be read or written, or is there already.
pub fn template(template: &Template) -> Result<()> {
    let lang = template.lang.into();
    let from = template.from.as_deref().map(text).transpose()?;
    let bytes = workbook::template(lang, from.as_deref()).with_context(|| of(template.from.as_deref()))?;
    let name = words::pick(lang, "templat.xlsx", "template.xlsx");
    let out = template.out.clone().unwrap_or_else(|| PathBuf::from(name));
    write(&out, &bytes, template.force, lang)
}

/// Writes a dataset as a workbook, and tells what the format does not know.
///
/// # Errors
/// When a file cannot be read or written, or is there already.
pub fn export(export: &Export) -> Result<Verdict> {
    let lang = export.lang.into();
    let exported =
        workbook::export(lang, &text(&export.dataset)?).with_context(|| of(Some(&export.dataset)))?;
    let name = export.dataset.file_stem().unwrap_or_default();
    let out = export.out.clone().unwrap_or_else(|| PathBuf::from(name).with_extension("xlsx"));
    write(&out, &exported.bytes, export.force, lang)?;
    let left = exported.left.iter();
    left.for_each(|pointer| eprintln!("{}", fill(verdict(lang).left, &[pointer])));
    Ok(if exported.left.is_empty() { Verdict::Sound } else { Verdict::Errors })
}

/// Reads a workbook, prints what is wrong with it, and writes its dataset where there is no error.
///
/// # Errors
/// When a file cannot be read or written, or is there already.
pub fn import(import: &Import) -> Result<Verdict> {
    let lang = import.lang.into();
    let is_url = source::is_url(&import.source);
    let files = if is_url {
        vec![source::download(&import.source, lang)?]
    } else {
        source::files(Path::new(&import.source))?
    };
    let imported = workbook::import(&files);
    let rows = rows(&import.source, lang, &imported);
    print(&rows, import.format, lang)?;
    let verdict = Verdict::of(&rows);
    if import.format == Format::Text {
        println!("{}", summary(lang, 1, rows.iter().map(|row| row.severity)));
    }
    let is_sound = verdict == Verdict::Sound || verdict == Verdict::Errors && import.partial;
    if !is_sound {
        eprintln!("{}", words::verdict(lang).not_written);
        return Ok(verdict);
    }
    let out = import.out.clone().unwrap_or_else(|| default_out(&imported.json));
    write(&out, imported.json.as_bytes(), import.force, lang)?;
    if let (true, [File { bytes, .. }]) = (is_url, files.as_slice()) {
        let ending = if bytes.starts_with(b"PK") { "xlsx" } else { "csv" };
        write(&out.with_extension(ending), bytes, true, lang)?;
    }
    Ok(verdict)
}

/// What is found in a workbook, by itself and by the rules of the dataset.
pub(crate) fn rows(file: &str, lang: Lang, imported: &Imported) -> Vec<Row> {
    let findings = imported.checked();
    findings.iter().map(|finding| Row::of_cell(file, lang, finding)).collect()
}

/// Where the dataset of a report belongs.
fn default_out(json: &str) -> PathBuf {
    let id = dataset::read(json).dataset.map(|dataset| dataset.id);
    // An id is a name here, never a path.
    let is_name = |id: &String| {
        !id.is_empty() && id.chars().all(|c| c.is_alphanumeric() || "-_.".contains(c)) && !id.starts_with('.')
    };
    let name = id.filter(is_name).unwrap_or_else(|| "report".to_owned());
    let folder = Path::new("public/data");
    let folder = if folder.is_dir() { folder } else { Path::new("") };
    folder.join(format!("{name}.json"))
}

fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))
}

fn of(path: Option<&Path>) -> String {
    path.map(|path| path.display().to_string()).unwrap_or_default()
}

/// Writes a file that is not there yet, or that may be overwritten.
fn write(path: &Path, bytes: &[u8], force: bool, lang: Lang) -> Result<()> {
    let VerdictWords { exists, written, .. } = verdict(lang);
    let shown = path.display().to_string();
    if path.exists() && !force {
        bail!("{}", fill(exists, &[&shown]));
    }
    fs::write(path, bytes).with_context(|| format!("writing {shown}"))?;
    eprintln!("{}", fill(written, &[&shown]));
    Ok(())
}

#[cfg(test)]
mod tests;

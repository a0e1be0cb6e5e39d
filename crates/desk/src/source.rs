//! Where a workbook comes from: a file, a folder of CSV tables, or an address.
use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};
use dataset::Lang;
use words::{fill, verdict};
use workbook::{File, MAX_BYTES};

/// The endings of files that are workbooks, or taken for one.
const WORKBOOKS: [&str; 9] = ["xlsx", "xlsm", "xltx", "xls", "xlsb", "ods", "numbers", "csv", "tsv"];

/// Whether a path is a workbook, a table, or a folder of tables; anything else is taken for a dataset.
pub(crate) fn is_workbook(path: &Path) -> bool {
    if path.is_dir() {
        return !tables(path).unwrap_or_default().is_empty();
    }
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    WORKBOOKS.contains(&ending.as_str())
}

/// Whether a source is an address.
pub(crate) fn is_url(source: &str) -> bool {
    source.starts_with("https://") || source.starts_with("http://")
}

/// The files of a path, in the order of their names.
///
/// # Errors
/// When it cannot be read, or is a folder without a table.
pub(crate) fn files(path: &Path) -> Result<Vec<File>> {
    if !path.is_dir() {
        return Ok(vec![file(path)?]);
    }
    let files = tables(path)?;
    if files.is_empty() {
        bail!("{} has no CSV file", path.display());
    }
    files.iter().map(|path| file(path)).collect()
}

fn file(path: &Path) -> Result<File> {
    let reading = || format!("reading {}", path.display());
    // What is too large is refused without being read.
    let size = fs::metadata(path).with_context(reading)?.len();
    let most = u64::try_from(MAX_BYTES)?;
    let bytes = if size > most { vec![b' '; MAX_BYTES + 1] } else { fs::read(path).with_context(reading)? };
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(File { name, bytes })
}

/// The tables of a folder in the order of their names.
fn tables(folder: &Path) -> Result<Vec<std::path::PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        if path.is_file() && ["csv", "tsv"].contains(&ending.as_str()) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The address of the workbook itself, where that of a page around it is given.
///
/// Google Sheets: `/edit` is the page of an editor, `/pubhtml` that of a published sheet.
pub(crate) fn address(url: &str) -> String {
    let Some(rest) = url.strip_prefix("https://docs.google.com/spreadsheets/d/") else {
        return url.to_owned();
    };
    let key = rest.split(['?', '#']).next().unwrap_or_default();
    let base = |key: &str| format!("https://docs.google.com/spreadsheets/d/{}", key.trim_end_matches('/'));
    if let Some(key) = key.strip_suffix("/pubhtml") {
        return format!("{}/pub?output=xlsx", base(key));
    }
    match key.split_once('/') {
        Some((key, "edit" | "view" | "")) if key != "e" => format!("{}/export?format=xlsx", base(key)),
        None => format!("{}/export?format=xlsx", base(key)),
        _ => url.to_owned(),
    }
}

/// Downloads a workbook by curl, which nearly every machine has: a library for TLS would be compiled
/// before anything else begins.
///
/// # Errors
/// When the address is not that of an encrypted connection, or curl is missing or fails; the message is its own.
pub(crate) fn download(url: &str, lang: Lang) -> Result<File> {
    if !url.starts_with("https://") {
        bail!("{}", fill(verdict(lang).only_https, &[url]));
    }
    let output = Command::new("curl")
        .args(["--proto", "=https", "--proto-redir", "=https", "--fail", "--location", "--silent"])
        .args(["--show-error", "--connect-timeout", "10", "--max-time", "60", "--max-redirs", "5"])
        .args(["--max-filesize", &MAX_BYTES.to_string(), "--", &address(url)])
        .stdin(Stdio::null())
        .output()
        .context("curl is not here")?;
    if !output.status.success() {
        bail!("{url}: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(File { name: url.to_owned(), bytes: output.stdout })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_around_a_sheet_is_not_the_sheet() {
        let google = "https://docs.google.com/spreadsheets/d/";
        for (page, sheet) in [
            ("KEY/edit?usp=sharing#gid=0", "KEY/export?format=xlsx"),
            ("KEY/edit#gid=0", "KEY/export?format=xlsx"),
            ("KEY", "KEY/export?format=xlsx"),
            ("e/KEY/pubhtml", "e/KEY/pub?output=xlsx"),
            ("e/KEY/pubhtml?gid=0", "e/KEY/pub?output=xlsx"),
            ("e/KEY/pub?output=xlsx", "e/KEY/pub?output=xlsx"),
            ("e/KEY/pub?output=csv", "e/KEY/pub?output=csv"),
        ] {
            assert_eq!(address(&format!("{google}{page}")), format!("{google}{sheet}"), "{page}");
        }
        assert_eq!(address("https://example.org/a.xlsx"), "https://example.org/a.xlsx");
    }

    #[test]
    fn a_folder_with_tables_is_a_workbook_and_one_without_is_not() {
        let dir = tempfile::tempdir().unwrap();
        assert!(!is_workbook(dir.path()) && files(dir.path()).is_err());
        fs::write(dir.path().join("b.csv"), "a,b\n").unwrap();
        fs::write(dir.path().join("a.CSV"), "a,b\n").unwrap();
        fs::write(dir.path().join("x.json"), "{}").unwrap();
        let names: Vec<String> = files(dir.path()).unwrap().into_iter().map(|file| file.name).collect();
        assert_eq!(names, ["a.CSV", "b.csv"]);
        assert!(
            is_workbook(dir.path()) && is_workbook(Path::new("a.xlsx")) && !is_workbook(Path::new("a.json"))
        );
    }

    #[test]
    fn an_address_without_encryption_is_not_asked() {
        for (lang, words) in [(Lang::Id, "diawali https://"), (Lang::En, "begin with https://")] {
            let told = download("http://example.org/a.xlsx", lang).unwrap_err().to_string();
            assert!(told.contains(words) && told.contains("http://example.org/a.xlsx"), "{told}");
        }
    }
}

//! The report that is built: a dataset, or a workbook that is read into one.
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use crate::tools::{Workspace, write_whole};
use anyhow::{Context, Result, ensure};

/// Where reports lie: those of the site, or, as long as there is none, the one that came with the program.
const FOLDERS: [&str; 2] = [OWN, "public/data"];

/// The folder of the site's own reports, all of which are published.
const OWN: &str = "reports";

/// The endings of reports.
const ENDINGS: [&str; 2] = ["json", "xlsx"];

/// A report as it was given, and its dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportFile {
    /// The file that was given: a dataset or a workbook. What belongs to the report lies beside it.
    pub given: PathBuf,
    /// The dataset: the same file, or one written from the workbook.
    pub data: PathBuf,
}

impl ReportFile {
    /// Reads a report. What is wrong with a workbook is told by [`desk::for_build`].
    ///
    /// # Errors
    /// When the file cannot be read, or the dataset of a workbook cannot be written.
    pub fn read(ws: &Workspace, given: &Path) -> Result<Self> {
        let given =
            fs::canonicalize(given).with_context(|| format!("there is no report {}", given.display()))?;
        let Some(json) = desk::dataset_of(&given)? else { return Ok(Self { data: given.clone(), given }) };
        let name = given.file_stem().unwrap_or_default();
        let data = ws.state().join("reports").join(name).with_added_extension("json");
        write_whole(&data, json.as_bytes())?;
        Ok(Self { given, data })
    }
}

/// The reports of the site. The first one stands at its root: the only one in `reports/`, or the one named in `Cargo.toml`
/// under `package.metadata.dashboard.dataset`; the others of that folder follow. As long as there is none, the same of
/// `public/data/`, but only that one.
///
/// # Errors
/// When there is none, or several and none is named.
pub fn of_site(ws: &Workspace) -> Result<Vec<PathBuf>> {
    let manifest: toml::Table = fs::read_to_string(ws.root.join("Cargo.toml"))?.parse()?;
    let named = ["package", "metadata", "dashboard"]
        .iter()
        .try_fold(&manifest, |table, key| table.get(*key)?.as_table())
        .and_then(|table| table.get("dataset")?.as_str());
    choose(&ws.root, named)
}

fn choose(root: &Path, named: Option<&str>) -> Result<Vec<PathBuf>> {
    let folders = FOLDERS.map(|folder| (folder, reports(&root.join(folder))));
    let Some((folder, found)) = folders.iter().find(|(_, found)| !found.is_empty()) else {
        anyhow::bail!(
            "there is no report: put a workbook or a dataset into reports/, or name a file with `--data`"
        )
    };
    if let [only] = found.as_slice() {
        return Ok(vec![only.clone()]);
    }
    let stem = |path: &PathBuf| path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let mut stems = BTreeSet::new();
    let twice = found.iter().map(stem).find(|stem| !stems.insert(stem.clone())).flatten();
    ensure!(
        twice.is_none(),
        "{folder}/ has the report {} twice, as a workbook and as a dataset: keep one of them",
        twice.unwrap_or_default()
    );
    let (wanted, others): (Vec<_>, Vec<_>) =
        found.iter().cloned().partition(|path| stem(path).as_deref() == named);
    ensure!(
        !wanted.is_empty(),
        "{folder}/ has several reports: name the one at the site's root in Cargo.toml, \
         `[package.metadata.dashboard] dataset = \"…\"`, or one with `--data`"
    );
    Ok(if *folder == OWN { wanted.into_iter().chain(others).collect() } else { wanted })
}

/// The reports in a folder, by name.
fn reports(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut found: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            // `<report>.heights.json` is no report, nor is what an office program keeps beside an open file.
            ENDINGS.contains(&ending.as_str()) && !stem.ends_with(".heights") && !stem.starts_with("~$")
        })
        .collect();
    found.sort();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(root: &Path, file: &str) -> PathBuf {
        let path = root.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, "{}").unwrap();
        path
    }

    #[test]
    fn the_default_is_the_only_report_or_the_named_one() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path();
        assert!(choose(root, None).unwrap_err().to_string().contains("--data"));
        let shipped = put(root, "public/data/a.json");
        put(root, "public/data/a.heights.json");
        assert_eq!(choose(root, Some("b")).unwrap(), [shipped.as_path()]);
        put(root, "public/data/b.json");
        assert_eq!(choose(root, Some("a")).unwrap(), [shipped.as_path()]);
        assert!(choose(root, Some("c")).is_err());
    }

    #[test]
    fn a_report_in_its_own_folder_takes_the_place_of_the_shipped_one() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path();
        put(root, "public/data/a.json");
        let own = put(root, "reports/jambi-2026.xlsx");
        put(root, "reports/~$jambi-2026.xlsx");
        put(root, "reports/README.md");
        assert_eq!(choose(root, Some("a")).unwrap(), [own.as_path()]);
        // The one that is named stands at the root, and all are published.
        let other = put(root, "reports/bali-2026.json");
        assert!(choose(root, Some("a")).unwrap_err().to_string().contains("several reports"));
        assert_eq!(choose(root, Some("jambi-2026")).unwrap(), [own.as_path(), other.as_path()]);
        put(root, "reports/jambi-2026.json");
        let twice = choose(root, Some("jambi-2026")).unwrap_err().to_string();
        assert!(twice.contains("twice"), "{twice}");
    }

    #[test]
    fn a_dataset_is_its_own_and_a_workbook_is_read_into_one() {
        let dir = tempfile::tempdir().unwrap();
        let ws = Workspace {
            root: dir.path().to_owned(),
            target: dir.path().join("target"),
            tools: dir.path().to_owned(),
        };
        let json = put(dir.path(), "reports/a.json");
        let read = ReportFile::read(&ws, &json).unwrap();
        assert_eq!(read.given, read.data);
        let bytes = workbook::template(dataset::Lang::Id, None).unwrap();
        let given = dir.path().join("reports/b.xlsx");
        fs::write(&given, bytes).unwrap();
        let read = ReportFile::read(&ws, &given).unwrap();
        assert!(fs::read_to_string(&read.data).unwrap().contains("jamsostek-dashboard/1"));
        assert!(read.data != read.given && read.data.ends_with("reports/b.json"));
        assert!(ReportFile::read(&ws, &dir.path().join("none.xlsx")).is_err());
    }
}

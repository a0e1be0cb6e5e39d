//! Old editions are copied from what was published before; the newest one from the site's root.
use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail, ensure};
use walkdir::WalkDir;

use super::{
    list::{Edition, FOLDER, LIST, List},
    slots,
};
use crate::hash::sha256_hex;

/// What a site has at its root only.
const ROOT_ONLY: [&str; 4] = ["404.html", "robots.txt", "sitemap.xml", LIST];

/// What was published before: a folder with `editions.json`, `v/`, and scripts that hosts include.
#[derive(Debug, Default)]
pub struct Kept {
    dir: PathBuf,
    editions: Vec<Edition>,
}

impl Kept {
    /// Reads and checks it. An empty folder is what a first deployment has.
    ///
    /// # Errors
    /// When the folder, its list or a listed edition is missing or not what the list says.
    pub fn read(dir: Option<&Path>) -> Result<Self> {
        let Some(dir) = dir else { return Ok(Self::default()) };
        ensure!(
            dir.is_dir(),
            "there is no folder {}: name one that holds {LIST} and {FOLDER}/ of the published site, or an empty one",
            dir.display()
        );
        let folders = folders(&dir.join(FOLDER))?;
        let Some(list) = List::read(dir)? else {
            ensure!(
                folders.is_empty(),
                "{} has editions but no {LIST}: put the one of the last deployment there",
                dir.display()
            );
            return Ok(Self { dir: dir.to_path_buf(), editions: Vec::new() });
        };
        for edition in &list.editions {
            let data = dir.join(&edition.data);
            let bytes = fs::read(&data).with_context(|| {
                format!("{LIST} lists {}, but its dataset cannot be read: {}", edition.id, data.display())
            })?;
            ensure!(
                sha256_hex(&bytes) == edition.sha256,
                "{} is not the dataset that was published as {}: put the published one there",
                data.display(),
                edition.id
            );
        }
        for folder in folders {
            if !list.editions.iter().any(|edition| edition.id == folder) {
                bail!("{} is not in {LIST}: list it, or remove it", dir.join(FOLDER).join(folder).display());
            }
        }
        Ok(Self { dir: dir.to_path_buf(), editions: list.editions })
    }

    /// Refuses editions of another report than the one that is published now.
    ///
    /// # Errors
    /// When there are any.
    pub fn of_report(&self, newest: &Edition) -> Result<()> {
        match self.editions.iter().find(|edition| edition.report() != newest.report()) {
            Some(other) => bail!(
                "{} has an edition of another report: {} is of \"{}\", and \"{}\" is of \"{}\". Publish each report at an \
                 address of its own, or name the same \"report\" in both datasets",
                self.dir.join(LIST).display(),
                other.id,
                other.report(),
                newest.dataset,
                newest.report()
            ),
            None => Ok(()),
        }
    }

    /// The editions.
    #[must_use]
    pub fn editions(&self) -> &[Edition] {
        &self.editions
    }

    /// Copies what is older than the newest edition into a site: each edition with its notice, and
    /// scripts that hosts include under names that the site no longer writes.
    ///
    /// # Errors
    /// When a file cannot be read or written.
    pub fn copy(&self, site: &Path, newest: &Edition) -> Result<()> {
        for edition in self.editions.iter().filter(|edition| edition.id != newest.id) {
            let from = self.dir.join(&edition.path);
            for path in files(&from)? {
                let bytes = fs::read(from.join(&path))?;
                let to = site.join(&edition.path).join(&path);
                if path.ends_with(".html") {
                    let html = String::from_utf8(bytes).with_context(|| format!("{path} is not UTF-8"))?;
                    write(&to, slots::outdated(&html, &path, edition, newest)?.as_bytes())?;
                } else {
                    write(&to, &bytes)?;
                }
            }
        }
        for name in scripts(&self.dir)? {
            let to = site.join(&name);
            if !to.exists() {
                write(&to, &fs::read(self.dir.join(&name))?)?;
            }
        }
        Ok(())
    }
}

/// Says which editions a folder holds that a build into it will not keep.
///
/// # Errors
/// When the folder holds an `editions.json` that is no list of editions: it would be overwritten.
pub fn told_dropped(out: &Path, kept: &Kept, newest: &str) -> Result<Option<String>> {
    let Some(list) = List::read(out)? else { return Ok(None) };
    let held = |id: &String| id == newest || kept.editions.iter().any(|edition| edition.id == *id);
    let ids: Vec<String> =
        list.editions.into_iter().map(|edition| edition.id).filter(|id| !held(id)).collect();
    Ok((!ids.is_empty()).then(|| {
        format!(
            "{} will no longer hold {}: `--editions` keeps what was published",
            out.display(),
            ids.join(", ")
        )
    }))
}

/// Gives an edition its own copy of everything at the root that it does not have yet.
///
/// # Errors
/// When a file cannot be read or written.
pub fn copy_of_the_root(site: &Path, edition: &Edition) -> Result<()> {
    for path in files(site)? {
        let to = site.join(&edition.path).join(&path);
        let elsewhere = path.starts_with("v/") || path.starts_with('.') || ROOT_ONLY.contains(&path.as_str());
        if !elsewhere && !to.exists() {
            write(&to, &fs::read(site.join(&path))?)?;
        }
    }
    Ok(())
}

/// The paths of all files below a folder, with slashes, in order.
fn files(dir: &Path) -> Result<Vec<String>> {
    let mut paths = Vec::new();
    for entry in WalkDir::new(dir).sort_by_file_name() {
        let entry = entry.with_context(|| format!("reading {}", dir.display()))?;
        if entry.file_type().is_file() {
            let parts = entry.path().strip_prefix(dir)?.iter();
            let parts: Option<Vec<&str>> = parts.map(|part| part.to_str()).collect();
            paths.push(parts.with_context(|| format!("{} is not UTF-8", entry.path().display()))?.join("/"));
        }
    }
    Ok(paths)
}

/// The folders in a folder, which need not be there.
fn folders(dir: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(dir).into_iter().flatten() {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

/// `embed-….js` at the root.
fn scripts(dir: &Path) -> Result<Vec<String>> {
    let mut names = folders(dir)?;
    names.retain(|name| name.starts_with("embed-") && name.ends_with(".js") && dir.join(name).is_file());
    Ok(names)
}

fn write(to: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(dir) = to.parent() {
        fs::create_dir_all(dir)?;
    }
    fs::write(to, bytes).with_context(|| format!("writing {}", to.display()))
}

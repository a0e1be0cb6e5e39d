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
use crate::{assets::Assets, hash::sha256_hex, html::attributes};

/// The folder of the studio.
const STUDIO: &str = "studio/";

/// What a site has at its root only.
const ROOT_ONLY: [&str; 4] = ["404.html", "robots.txt", "sitemap.xml", LIST];

/// What was published before: a folder with `editions.json`, `v/`, scripts that hosts include, and the application's
/// files of editions.
#[derive(Debug, Default)]
pub struct Kept {
    /// The folder of the report.
    dir: PathBuf,
    /// The folder of the site.
    root: PathBuf,
    editions: Vec<Edition>,
}

impl Kept {
    /// Reads and checks what was published in a folder of a site: the path is empty for the root, else it has a slash
    /// at its end. An empty site is what a first deployment has, and a new report has no folder yet.
    ///
    /// # Errors
    /// When the site, a list or a listed edition is missing or not what the list says.
    pub fn read(site: Option<&Path>, path: &str) -> Result<Self> {
        let Some(root) = site else { return Ok(Self::default()) };
        ensure!(
            root.is_dir(),
            "there is no folder {}: name one that holds {LIST} and {FOLDER}/ of the published site, or an empty one",
            root.display()
        );
        let (dir, root) = (&root.join(path), root.to_path_buf());
        if !dir.is_dir() {
            return Ok(Self { dir: dir.clone(), root, editions: Vec::new() });
        }
        let folders = folders(&dir.join(FOLDER))?;
        let Some(list) = List::read(dir)? else {
            ensure!(
                folders.is_empty(),
                "{} has editions but no {LIST}: put the one of the last deployment there",
                dir.display()
            );
            return Ok(Self { dir: dir.clone(), root, editions: Vec::new() });
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
        Ok(Self { dir: dir.clone(), root, editions: list.editions })
    }

    /// Refuses editions of other reports than those of the site, of which the first is published here.
    ///
    /// # Errors
    /// When there are any.
    pub fn of_reports(&self, reports: &[Edition]) -> Result<()> {
        let is_known = |edition: &Edition| reports.iter().any(|known| known.report() == edition.report());
        let (Some(newest), Some(other)) =
            (reports.first(), self.editions.iter().find(|edition| !is_known(edition)))
        else {
            return Ok(());
        };
        bail!(
            "{} has an edition of another report: {} is of \"{}\", and \"{}\" is of \"{}\". Keep both reports in \
             reports/, publish each at an address of its own, or name the same \"report\" in both datasets",
            self.dir.join(LIST).display(),
            other.id,
            other.report(),
            newest.dataset,
            newest.report()
        )
    }

    /// Copies the files of the applications that the pages of an edition name and the site no longer has. Most pages name
    /// the same, and some none: those of claims may be elsewhere, or have an application of their own.
    fn copy_applications(&self, root: &Path, folder: &str) -> Result<()> {
        // Beside the dataset lies what others have written.
        let is_page = |path: &String| path.ends_with(".html") && !path.starts_with("data/");
        for page in files(&root.join(folder))?.into_iter().filter(is_page) {
            self.copy_application(root, &[folder, page.as_str()].concat())?;
        }
        Ok(())
    }

    /// Copies the files of the application that a page names and the site no longer has.
    fn copy_application(&self, root: &Path, page: &str) -> Result<()> {
        let html = fs::read_to_string(root.join(page))?;
        for link in ["link[rel=modulepreload]", "link[rel=icon]"] {
            for href in attributes(&html, link, "href")? {
                let Some(file) = resolve(page, &href).filter(|file| !root.join(file).exists()) else {
                    continue;
                };
                // Its chunks are no links of a page: the folder belongs together.
                let (folder, _) = file.rsplit_once('/').unwrap_or_default();
                let from = if folder.is_empty() { self.root.join(&file) } else { self.root.join(folder) };
                ensure!(
                    from.exists(),
                    "{page} needs {file}, which is not in {}: put what the last deployment had there",
                    self.root.display()
                );
                if from.is_file() {
                    write(&root.join(&file), &fs::read(&from)?)?;
                    continue;
                }
                for name in files(&from)? {
                    write(&root.join(folder).join(&name), &fs::read(from.join(&name))?)?;
                }
            }
        }
        Ok(())
    }

    /// The editions.
    #[must_use]
    pub fn editions(&self) -> &[Edition] {
        &self.editions
    }

    /// Copies what is older than the newest edition into a folder of a site: each edition with its notice, what it needs
    /// of the application, and scripts that hosts include under names that the site no longer writes. Of the reports of
    /// the site, the first is published here; others may have been before, and have folders of their own now.
    ///
    /// # Errors
    /// When a file cannot be read or written.
    pub fn copy(&self, root: &Path, path: &str, reports: &[Edition]) -> Result<()> {
        let site = &root.join(path);
        let here = reports.first().map(|newest| newest.id.as_str());
        for edition in self.editions.iter().filter(|edition| Some(edition.id.as_str()) != here) {
            let newest = reports.iter().find(|report| report.report() == edition.report());
            let newest = newest.filter(|newest| newest.id != edition.id);
            let folder = newest.filter(|newest| Some(newest.id.as_str()) != here);
            let folder = folder.map(|newest| format!("{}/", newest.dataset)).unwrap_or_default();
            let from = self.dir.join(&edition.path);
            for path in files(&from)? {
                let bytes = fs::read(from.join(&path))?;
                let to = site.join(&edition.path).join(&path);
                match newest.filter(|_| path.ends_with(".html")) {
                    Some(newest) => {
                        let html =
                            String::from_utf8(bytes).with_context(|| format!("{path} is not UTF-8"))?;
                        write(&to, slots::outdated(&html, &path, edition, (newest, &folder))?.as_bytes())?;
                    }
                    None => write(&to, &bytes)?,
                }
            }
            self.copy_applications(root, &[path, edition.path.as_str()].concat())?;
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

/// Where an address in a page leads, both seen from the site's root; `None` where that is elsewhere.
fn resolve(page: &str, href: &str) -> Option<String> {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in href.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    let is_file = !href.contains(':') && parts.last().is_some_and(|name| !name.is_empty());
    is_file.then(|| parts.join("/"))
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

/// Gives an edition its own copy of everything at the root that it does not have yet, but for the files of the
/// applications, which lie at the root of the site for all, the claims that are published beside the dataset, which may be
/// hundreds of megabytes, and the studio, which is no part of a report.
///
/// # Errors
/// When a file cannot be read or written.
pub fn copy_of_the_root(site: &Path, edition: &Edition, assets: &Assets) -> Result<()> {
    for path in files(site)? {
        let to = site.join(&edition.path).join(&path);
        let is_claims = path.starts_with("data/") && path.contains(".claims/");
        let of_an_application = assets.folders().any(|folder| path.starts_with(folder));
        let shared = is_claims || of_an_application || path == assets.icon || path.starts_with(STUDIO);
        let elsewhere =
            shared || path.starts_with("v/") || path.starts_with('.') || ROOT_ONLY.contains(&path.as_str());
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

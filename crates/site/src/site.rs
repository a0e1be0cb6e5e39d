//! Writes a site: everything that is made of its reports, and what is served as it is.
mod folder;

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use dataset::Date;
use jamsostek_dashboard::sections::has_many_handovers;
use routes::{Block, Page};
use walkdir::WalkDir;
use words::Lang;

use crate::{
    assets::Assets,
    claims, mask, not_found,
    publish::{self, KeptPictures, OtherReport},
    scripts::Scripts,
    studio::Studio,
    styles::Styles,
};
use folder::{Folder, Source};

/// What a site is made of, and where it goes.
#[derive(Clone, Debug)]
pub struct Site {
    /// The folder that it is written to.
    pub out: PathBuf,
    /// Its reports. The first one is at the root; where there are several, each is also in a folder named after its id.
    pub reports: Vec<ReportFiles>,
    /// The path that it will be served under.
    pub base: String,
    /// Its public address.
    pub site_url: Option<String>,
    /// The folder with what was published before.
    pub editions: Option<PathBuf>,
    /// The scripts that stand in pages.
    pub scripts: Scripts,
    /// The pictures of earlier builds.
    pub pictures: KeptPictures,
    /// The studio, where it was compiled.
    pub studio: Option<Studio>,
}

/// The files of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportFiles {
    /// The dataset's file.
    pub data: PathBuf,
    /// The report as it was given, a dataset or a workbook: its heights and the table of its claims lie beside it.
    pub given: PathBuf,
    /// The day of publication.
    pub published: Option<Date>,
}

impl ReportFiles {
    /// Whether claims are published beside the report.
    #[must_use]
    pub fn has_claims(&self) -> bool {
        claims::manifest(&self.given).is_file()
    }

    /// Whether the report has more single claims than a page writes.
    ///
    /// # Errors
    /// When the dataset's file cannot be read.
    pub fn has_many_handovers(&self) -> Result<bool> {
        let text =
            fs::read_to_string(&self.data).with_context(|| format!("reading {}", self.data.display()))?;
        Ok(dataset::read(&text).dataset.as_ref().is_some_and(has_many_handovers))
    }
}

impl Site {
    /// Writes the site and says, as sentences, what whoever builds it should know. All of it is made of the
    /// datasets as they are served. `public` is the folder of what is served as it is, and of the stylesheets.
    ///
    /// # Errors
    /// When a dataset cannot be read, or a file cannot be read or written.
    pub fn write(&self, assets: &Assets, public: &Path) -> Result<Vec<String>> {
        let styles = Styles::read(&public.join("styles"))?;
        let sources = self.reports.iter().map(Source::read).collect::<Result<Vec<_>>>()?;
        let ids: Vec<String> = sources.iter().map(|source| source.data.id.clone()).collect();
        if sources.len() > 1 {
            refuse_taken(&ids)?;
        }
        let folder = |source, path: String| Folder {
            site: self,
            source,
            others: others(&sources, source),
            sources: &sources,
            path,
            assets,
            styles: &styles,
            public,
        };
        let first = sources.first().context("a site needs a report")?;
        let mut folders = vec![folder(first, String::new())];
        if sources.len() > 1 {
            let own = sources.iter().zip(&ids);
            folders
                .extend(own.map(|(source, id)| folder(source, format!("{}/", routes::percent_encode(id)))));
        }
        let mut told: Vec<String> = Vec::new();
        for folder in &folders {
            let said = folder.write()?;
            told.extend(said.into_iter().filter(|sentence| !told.contains(sentence)).collect::<Vec<_>>());
        }
        if let Some(studio) = &self.studio {
            let shell = first.shell(assets, &styles, &self.scripts);
            for (path, bytes) in studio.files(&shell, public)? {
                self.write_file(&path, &bytes)?;
            }
        }
        let robots = publish::robots(self.site_url.as_deref(), folders.iter().map(|of| of.path.as_str()));
        self.write_file("robots.txt", robots.as_bytes())?;
        self.write_file("404.html", not_found::page(&self.base)?.as_bytes())?;
        for source in &sources {
            mask::refuse_leaks(&self.out, &source.given)?;
        }
        Ok(told)
    }

    /// Writes a file of the site.
    fn write_file(&self, path: &str, bytes: &[u8]) -> Result<()> {
        let to = self.out.join(path);
        if let Some(dir) = to.parent() {
            fs::create_dir_all(dir)?;
        }
        fs::write(&to, bytes).with_context(|| format!("writing {}", to.display()))
    }
}

/// The reports of a site beside one of them.
fn others(sources: &[Source], own: &Source) -> Vec<OtherReport> {
    let others = sources.iter().filter(|source| source.data.id != own.data.id);
    others
        .map(|source| OtherReport {
            path: format!("{}/", routes::percent_encode(&source.data.id)),
            data: source.data.clone(),
        })
        .collect()
}

/// Refuses reports whose folders would be somebody else's.
fn refuse_taken(ids: &[String]) -> Result<()> {
    let mut known = std::collections::BTreeSet::new();
    for id in ids {
        ensure!(known.insert(id), "two reports are called \"{id}\": give one of them another id");
        let plain = !id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b));
        ensure!(
            plain && !id.starts_with('.'),
            "the report \"{id}\" cannot have a folder of its own: write its id with letters, digits and hyphens"
        );
        let of_pages = routes::path(Lang::En, Page::Report);
        let embeds = routes::path(Lang::Id, Page::Embed(Block::Report));
        let taken =
            [of_pages.as_str(), embeds.as_str()].iter().any(|path| path.split('/').next() == Some(id));
        ensure!(
            !taken && !TAKEN.contains(&id.as_str()) && !id.starts_with("app-"),
            "the report \"{id}\" cannot have a folder of its own, because pages of the site lie there: give it another id"
        );
    }
    Ok(())
}

/// Folders of a site that are no report's.
const TAKEN: [&str; 7] = ["claims", "data", "figures", "schema", "studio", "v", "snippets"];

/// What is served as it is: all of `public/` but the datasets, of which only the chosen one is
/// served, the stylesheets, which stand in the pages, and what lies with the application.
fn copy_public(public: &Path, staging: &Path) -> Result<()> {
    for entry in WalkDir::new(public).sort_by_file_name() {
        let entry = entry?;
        let path = entry.path().strip_prefix(public)?;
        let of_the_application =
            path == Path::new("icon.svg") || path.extension().is_some_and(|ending| ending == "css");
        let elsewhere = path.starts_with("data") || path.starts_with("styles") || of_the_application;
        if elsewhere || !entry.file_type().is_file() {
            continue;
        }
        let to = staging.join(path);
        if let Some(dir) = to.parent() {
            fs::create_dir_all(dir)?;
        }
        fs::copy(entry.path(), &to).with_context(|| format!("copying {}", entry.path().display()))?;
    }
    Ok(())
}

#[cfg(test)]
pub(crate) mod tests;

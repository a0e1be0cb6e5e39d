//! Writes a site: everything that is made of a dataset, and what is served as it is.
use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::{Context, Result};
use dataset::{Dataset, Date, Finding, Lang};
use jamsostek_dashboard::report_page;
use walkdir::WalkDir;

use crate::{
    assets::Assets,
    content::Content,
    editions::{self, Edition, Kept, List},
    embed_page, figures, mask, not_found,
    publish::{self, Heights, KeptPictures, Publication},
    reports,
    scripts::Scripts,
    shell::Shell,
    studio::Studio,
    styles::Styles,
};

/// Empty workbooks for the next report, with what it has in common with this one.
const TEMPLATES: [(Lang, &str); 2] = [(Lang::Id, "templat.xlsx"), (Lang::En, "template.xlsx")];

/// The script for hosts, without the heights.
const EMBED: &str = include_str!("../../../src/scripts/embed.js");

/// What a site is made of, and where it goes.
#[derive(Clone, Debug)]
pub struct Site {
    /// The folder that it is written to.
    pub out: PathBuf,
    /// The dataset's file.
    pub data: PathBuf,
    /// The report as it was given, a dataset or a workbook: its heights and the table of its claims lie beside it.
    pub given: PathBuf,
    /// The path that it will be served under.
    pub base: String,
    /// Its public address.
    pub site_url: Option<String>,
    /// The folder with what was published before.
    pub editions: Option<PathBuf>,
    /// The day of publication.
    pub published: Option<Date>,
    /// The scripts that stand in pages.
    pub scripts: Scripts,
    /// The pictures of earlier builds.
    pub pictures: KeptPictures,
    /// The studio, where it was compiled.
    pub studio: Option<Studio>,
}

/// What the pages are made of.
struct Sources<'a> {
    /// The dataset as it is served.
    data: Arc<Dataset>,
    /// What could not be read of it.
    findings: Vec<Finding>,
    /// What all documents share.
    shell: Shell,
    /// The edition.
    edition: &'a Edition,
    /// What is published at the root, and below `v/`.
    publications: [Publication<'a>; 2],
}

impl Site {
    /// Writes the site and says, as sentences, what whoever builds it should know. All of it is made of the
    /// dataset as it is served. `public` is the folder of what is served as it is, and of the stylesheets.
    ///
    /// # Errors
    /// When the dataset cannot be read, or a file cannot be read or written.
    pub fn write(&self, assets: Assets, public: &Path) -> Result<Vec<String>> {
        let name = self.data.file_name().context("the dataset has no file name")?;
        let address = format!("data/{}", name.to_string_lossy());
        copy_public(public, &self.out)?;
        let source =
            fs::read_to_string(&self.data).with_context(|| format!("reading {}", self.data.display()))?;
        let text = mask::served(&source)?;
        self.write_file(&address, text.as_bytes())?;
        let reading = dataset::read(&text);
        let data = Arc::new(reading.dataset.context("the dataset cannot be read")?);
        let blocks = report_page::blocks(&data);
        let kept = Kept::read(self.editions.as_deref())?;
        let edition = Edition::of(&data, &address, text.as_bytes(), self.published);
        kept.of_report(&edition)?;
        let list = List::with(edition, kept.editions());
        let edition = list.editions.first().context("the list of editions is empty")?;
        let heights = Heights::of(&data, &self.given, text.as_bytes(), &blocks)?;
        let publication = Publication {
            data: &data,
            dataset_file: &address,
            dataset_bytes: text.as_bytes(),
            site_url: self.site_url.as_deref(),
            pinned: false,
            blocks: &blocks,
            heights: &heights,
        };
        let url = self.site_url.as_ref().map(|url| format!("{}/{}", url.trim_end_matches('/'), edition.path));
        let pinned = Publication { site_url: url.as_deref(), pinned: true, ..publication };
        let shell = Shell {
            assets,
            styles: Styles::read(&public.join("styles"))?,
            scripts: self.scripts.clone(),
            dataset_file: address.clone(),
            fingerprint: dataset::fingerprint(text.as_bytes()),
            edition: edition.id.clone(),
        };
        let findings = reading.findings;
        let publications = [publication, pinned];
        let sources = Sources { data: Arc::clone(&data), findings, shell, edition, publications };
        let embed = heights.fill(EMBED)?;
        self.write_reports(&sources)?;
        let mut told = self.write_pages_beside(&sources, embed.as_bytes())?;
        let [publication, pinned] = &sources.publications;
        for (path, bytes) in publish::files(publication)? {
            self.write_file(&path, &bytes)?;
        }
        told.extend(publish::left_out(publication));
        told.extend(heights.notice.clone());
        told.extend(self.copy_records(&data)?);
        for (path, bytes) in publish::files_of_an_edition(pinned)? {
            self.write_file(&format!("{}{path}", edition.path), &bytes)?;
        }
        editions::copy_of_the_root(&self.out, edition)?;
        kept.copy(&self.out, edition)?;
        self.write_file(editions::LIST, &list.json()?)?;
        if let Some(page) = reports::root(&data) {
            self.write_file("index.html", page.as_bytes())?;
        }
        for (lang, name) in TEMPLATES {
            self.write_file(name, &workbook::template(lang, Some(&text))?)?;
        }
        if let Some(studio) = &self.studio {
            for (path, bytes) in studio.files(&sources.shell, public)? {
                self.write_file(&path, &bytes)?;
            }
        }
        self.write_file("404.html", not_found::page(&self.base)?.as_bytes())?;
        mask::refuse_leaks(&self.out, &source)?;
        Ok(told)
    }

    /// Writes the report and each block alone, in each language, at the root and below `v/`, with its pictures.
    fn write_reports(&self, of: &Sources<'_>) -> Result<()> {
        for page in report_page::pages(&of.data) {
            for lang in of.data.published() {
                let content = Content::of_report(&of.data, &of.findings, (lang, page));
                for publication in &of.publications {
                    let (path, html) =
                        reports::page(&of.shell, publication, of.edition, (lang, page), &content);
                    self.write_file(&in_folder(publication, of.edition, &path), html.as_bytes())?;
                }
                let [publication, _] = &of.publications;
                let drawings = match publish::chart_of(page) {
                    Some(figure) => content.drawings(figure)?,
                    None => Vec::new(),
                };
                for (shape, picture) in publish::pictures(publication, lang, page, &drawings, &self.pictures)?
                {
                    self.write_file(&publish::picture_path(lang, page, shape), &picture)?;
                }
            }
        }
        Ok(())
    }

    /// Writes the pages of all figures and of snippets, and the script for hosts.
    fn write_pages_beside(&self, of: &Sources<'_>, embed: &[u8]) -> Result<Vec<String>> {
        let script = embed_page::host_script(embed);
        self.write_file("embed.js", embed)?;
        self.write_file(&script.file, embed)?;
        let address = of.publications.iter().find(|publication| publication.pinned);
        let address = address.and_then(|pinned| pinned.site_url);
        for publication in &of.publications {
            let options = embed_page::options(publication, of.edition, &script);
            let snippets = embed_page::files(&of.shell, publication, &options)?;
            let figures = figures::pages(&of.shell, publication, address);
            for (path, text) in snippets.into_iter().chain(figures) {
                self.write_file(&in_folder(publication, of.edition, &path), text.as_bytes())?;
            }
        }
        Ok(vec![format!("for hosts: {} integrity=\"{}\"", script.file, script.integrity)])
    }

    /// Copies the large table that the dataset links to, where that is a file beside it. The sentence
    /// tells that there is none.
    fn copy_records(&self, dataset: &Dataset) -> Result<Option<String>> {
        let records = dataset.claims.as_ref().and_then(|claims| claims.records.as_ref());
        let beside = |href: &&str| {
            let plain = !href.contains([':', '\\', '?', '#'])
                && href.split('/').all(|part| !matches!(part, "" | "." | ".."));
            // What the build itself wrote there, such as the dataset without names, stays.
            let taken = self.out.join("data").join(href).exists();
            plain && !taken && !self.given.with_file_name(href).is_dir()
        };
        let Some(href) = records.map(|records| records.href.as_str()).filter(beside) else { return Ok(None) };
        let from = self.given.with_file_name(href);
        if !from.is_file() {
            return Ok(Some(format!(
                "the link to all claims leads nowhere, because there is no {}: put the table there, or write its whole address",
                from.display()
            )));
        }
        let bytes = fs::read(&from).with_context(|| format!("reading {}", from.display()))?;
        self.write_file(&format!("data/{href}"), &bytes)?;
        Ok(None)
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

/// The path of a page of a publication, seen from the root of the site.
fn in_folder(publication: &Publication<'_>, edition: &Edition, path: &str) -> String {
    if publication.pinned { format!("{}{path}", edition.path) } else { path.to_owned() }
}

/// What is served as it is: all of `public/` but the datasets, of which only the chosen one is
/// served, the stylesheets, which stand in the pages, and what Trunk has served under a name with a hash.
fn copy_public(public: &Path, staging: &Path) -> Result<()> {
    for entry in WalkDir::new(public).sort_by_file_name() {
        let entry = entry?;
        let path = entry.path().strip_prefix(public)?;
        let elsewhere =
            path.starts_with("data") || path.starts_with("styles") || path == Path::new("icon.svg");
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

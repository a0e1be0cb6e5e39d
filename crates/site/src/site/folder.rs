//! A report in a folder of the site: its pages, pictures, tables and editions.
use std::{fs, path::Path, sync::Arc};

use anyhow::{Context, Result};
use dataset::{Dataset, Finding, Lang};
use jamsostek_dashboard::{
    document::{self, DocumentKind},
    report_page,
};
use routes::{Block, Page};

use super::{ReportFiles, Site, copy_public};
use crate::{
    assets::Assets,
    claims::Claims,
    content::Content,
    editions::{self, Edition, Kept, List},
    embed_page, figures, mask,
    offline::{self, Offline},
    publish::{self, Heights, OtherReport, Publication},
    reports,
    scripts::Scripts,
    shell::Shell,
    styles::Styles,
};

/// Empty workbooks for the next report, with what it has in common with this one.
const TEMPLATES: [(Lang, &str); 2] = [(Lang::Id, "templat.xlsx"), (Lang::En, "template.xlsx")];

/// The script for hosts, without the heights.
const EMBED: &str = include_str!("../../../../src/scripts/embed.js");

/// A report as it was read.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its files.
    files: ReportFiles,
    /// The text as it was given.
    pub given: String,
    /// The text as it is served.
    served: String,
    /// The dataset as it is served.
    pub data: Arc<Dataset>,
    /// What could not be read of it.
    findings: Vec<Finding>,
    /// The dataset's file, seen from the root of its folder.
    address: String,
    /// The claims that are published beside it.
    claims: Option<Claims>,
}

impl Source {
    /// Reads a report.
    ///
    /// # Errors
    /// When it is no dataset, or the claims beside it cannot be read.
    pub fn read(files: &ReportFiles) -> Result<Self> {
        let name = files.data.file_name().context("the dataset has no file name")?;
        let given =
            fs::read_to_string(&files.data).with_context(|| format!("reading {}", files.data.display()))?;
        let served = mask::served(&given)?.into_owned();
        let reading = dataset::read(&served);
        let data = Arc::new(reading.dataset.context("the dataset cannot be read")?);
        let address = format!("data/{}", name.to_string_lossy());
        let claims = Claims::read(&files.given, &address)?;
        Ok(Self { files: files.clone(), given, served, data, findings: reading.findings, address, claims })
    }

    /// What all documents of the report share.
    pub fn shell(&self, assets: &Assets, styles: &Styles, scripts: &Scripts) -> Shell {
        Shell {
            assets: assets.clone(),
            styles: styles.clone(),
            scripts: scripts.clone(),
            dataset_file: self.address.clone(),
            fingerprint: dataset::fingerprint(self.served.as_bytes()),
            edition: self.edition().id,
            claims: String::new(),
        }
    }

    /// Its edition.
    fn edition(&self) -> Edition {
        Edition::of(&self.data, &self.address, self.served.as_bytes(), self.files.published)
    }
}

/// A report in a folder of a site.
pub struct Folder<'a> {
    /// The site.
    pub site: &'a Site,
    /// The report.
    pub source: &'a Source,
    /// All reports of the site.
    pub sources: &'a [Source],
    /// The other reports of the site.
    pub others: Vec<OtherReport>,
    /// The folder seen from the site's root: empty, or with a slash at its end.
    pub path: String,
    /// The files of the applications, which lie at the site's root.
    pub assets: &'a Assets,
    /// The stylesheets.
    pub styles: &'a Styles,
    /// The folder of what is served as it is.
    pub public: &'a Path,
}

/// What the pages are made of.
struct Sources<'a> {
    /// The dataset as it is served.
    data: Arc<Dataset>,
    /// What could not be read of it.
    findings: Vec<Finding>,
    /// The claims that are published beside it.
    claims: Option<Claims>,
    /// What all documents share.
    shell: Shell,
    /// The edition.
    edition: &'a Edition,
    /// What is published at the folder's root, and below `v/`.
    publications: [Publication<'a>; 2],
}

impl Folder<'_> {
    /// Writes all of it, and says what whoever builds it should know.
    ///
    /// # Errors
    /// When a file cannot be read or written.
    pub fn write(&self) -> Result<Vec<String>> {
        let Source { served: text, data, address, files, .. } = self.source;
        let out = self.site.out.join(&self.path);
        copy_public(self.public, &out)?;
        self.write_file(address, text.as_bytes())?;
        let claims = self.claims()?;
        let blocks = blocks(data, claims.is_some());
        let reports = self.reports();
        let kept = Kept::read(self.site.editions.as_deref(), &self.path)?;
        kept.of_reports(&reports)?;
        let list = List::with(self.source.edition(), kept.editions());
        let edition = list.editions.first().context("the list of editions is empty")?;
        let heights = Heights::of(data, &files.given, text.as_bytes(), &blocks)?;
        let up = "../".repeat(self.path.matches('/').count());
        let site_url = self.site_url();
        let publication = Publication {
            data,
            dataset_file: address,
            dataset_bytes: text.as_bytes(),
            site_url: site_url.as_deref(),
            pinned: false,
            blocks: &blocks,
            heights: &heights,
            up: &up,
            others: &self.others,
        };
        let url = site_url.as_ref().map(|url| format!("{}/{}", url.trim_end_matches('/'), edition.path));
        let pinned_up = [&up, editions::UP].concat();
        let pinned = Publication {
            site_url: url.as_deref(),
            pinned: true,
            up: &pinned_up,
            others: &[],
            ..publication
        };
        let mut shell = self.source.shell(self.assets, self.styles, &self.site.scripts);
        shell.claims = claims.as_ref().map(|claims| claims.address.clone()).unwrap_or_default();
        let publications = [publication, pinned];
        let findings = self.source.findings.clone();
        let sources = Sources { data: Arc::clone(data), findings, claims, shell, edition, publications };
        let embed = heights.fill(EMBED)?;
        self.write_reports(&sources)?;
        let mut told = self.write_pages_beside(&sources, embed.as_bytes())?;
        let [publication, pinned] = &sources.publications;
        for (path, bytes) in publish::files(publication)? {
            self.write_file(&path, &bytes)?;
        }
        told.extend(publish::left_out(publication));
        told.extend(heights.notice.clone());
        told.extend(self.copy_records(data)?);
        for (path, bytes) in publish::files_of_an_edition(pinned)? {
            self.write_file(&format!("{}{path}", edition.path), &bytes)?;
        }
        editions::copy_of_the_root(&out, edition, self.assets)?;
        self.write_offline(&sources)?;
        kept.copy(&self.site.out, &self.path, &reports)?;
        self.write_file(editions::LIST, &list.json()?)?;
        if let Some(page) = reports::root(data) {
            self.write_file("index.html", page.as_bytes())?;
        }
        if let Some((path, bytes)) = self.workbook()? {
            self.write_file(&path, &bytes)?;
        }
        for (lang, name) in TEMPLATES {
            self.write_file(name, &workbook::template(lang, Some(text))?)?;
        }
        Ok(told)
    }

    /// The workbook of a report that was given as one. It is made of the dataset as it is served, so it has none of the
    /// names that the report withholds; the one that was given is never served.
    fn workbook(&self) -> Result<Option<(String, Vec<u8>)>> {
        let Source { served, data, address, files, .. } = self.source;
        if files.given == files.data {
            return Ok(None);
        }
        let lang = data.published().first().copied().unwrap_or(Lang::Id);
        let path = Path::new(address).with_extension("xlsx").to_string_lossy().into_owned();
        Ok(Some((path, workbook::export(lang, served)?.bytes)))
    }

    /// The claims that are published beside the report, copied into the folder. A report that is at the root and in a
    /// folder of its own has them in the latter only: there may be hundreds of megabytes of them.
    fn claims(&self) -> Result<Option<Claims>> {
        let Some(claims) = self.source.claims.clone() else { return Ok(None) };
        if self.path.is_empty() && self.sources.len() > 1 {
            let own = format!("{}/", routes::percent_encode(&self.source.data.id));
            return Ok(Some(claims.seen_from(&own)));
        }
        claims.copy(&self.site.out.join(&self.path))?;
        Ok(Some(claims))
    }

    /// The folder's public address.
    fn site_url(&self) -> Option<String> {
        let url = self.site.site_url.as_ref()?;
        Some(format!("{}/{}", url.trim_end_matches('/'), self.path))
    }

    /// The reports whose editions may lie in this folder, its own first: at the root of the site, any of it may have been.
    fn reports(&self) -> Vec<Edition> {
        let others = self
            .sources
            .iter()
            .filter(|source| self.path.is_empty() && source.data.id != self.source.data.id);
        std::iter::once(self.source).chain(others).map(Source::edition).collect()
    }

    /// Writes the report and each block alone, in each language, at the root and below `v/`, with its pictures.
    fn write_reports(&self, of: &Sources<'_>) -> Result<()> {
        let claims = of.claims.as_ref();
        for page in pages(&of.data, claims.is_some()) {
            for lang in of.data.published() {
                let content = Content::of_report(&of.data, &of.findings, claims, (lang, page));
                for publication in &of.publications {
                    if page.is_explorer() && publication.pinned {
                        // The claims lie at the root only, and so do their pages.
                        let way =
                            [&routes::to_root(lang, page), editions::UP, &routes::path(lang, page)].concat();
                        let title = words::claims(lang).title().to_owned();
                        let path = [&routes::path(lang, page), "index.html"].concat();
                        let html = document::redirect(lang, title, way);
                        self.write_file(&in_folder(publication, of.edition, &path), html.as_bytes())?;
                        continue;
                    }
                    let (path, html) =
                        reports::page(&of.shell, publication, of.edition, (lang, page), &content)?;
                    self.write_file(&in_folder(publication, of.edition, &path), html.as_bytes())?;
                }
                let [publication, _] = &of.publications;
                let drawings = match publish::chart_of(page) {
                    Some(figure) => content.drawings(figure)?,
                    None => Vec::new(),
                };
                for (shape, picture) in
                    publish::pictures(publication, lang, page, &drawings, &self.site.pictures)?
                {
                    self.write_file(&publish::picture_path(lang, page, shape), &picture)?;
                }
            }
        }
        Ok(())
    }

    /// Writes what keeps the pages of claims for those without a connection. Those of an edition lead to them, and need
    /// none.
    fn write_offline(&self, of: &Sources<'_>) -> Result<()> {
        let Some(claims) = &of.claims else { return Ok(()) };
        let application = self.assets.folder_of(DocumentKind::Claims)?;
        let chunks = offline::chunks(&self.site.out.join(application))?;
        let [publication, _] = &of.publications;
        for lang in of.data.published() {
            let (folder, root) = (routes::path(lang, Page::Claims), routes::to_root(lang, Page::Claims));
            let page = self.site.out.join(&self.path).join(&folder).join("index.html");
            let page = fs::read_to_string(&page).with_context(|| format!("reading {}", page.display()))?;
            let app = [&root, publication.up, application].concat();
            let kept = Offline::of_claims(claims, &of.shell.dataset_file, &root, &app, &chunks);
            let script = kept.named_after(&page).script()?;
            self.write_file(&[&folder, offline::NAME].concat(), script.as_bytes())?;
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
            let figures = figures::pages(&of.shell, publication, address)?;
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
            let taken = self.site.out.join(&self.path).join("data").join(href).exists();
            plain && !taken && !self.source.files.given.with_file_name(href).is_dir()
        };
        let Some(href) = records.map(|records| records.href.as_str()).filter(beside) else { return Ok(None) };
        let from = self.source.files.given.with_file_name(href);
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

    /// Writes a file of the folder.
    fn write_file(&self, path: &str, bytes: &[u8]) -> Result<()> {
        self.site.write_file(&[&self.path, path].concat(), bytes)
    }
}

/// The blocks of a report, in its order, with the explorer of claims where some are published.
fn blocks(data: &Dataset, has_claims: bool) -> Vec<Block> {
    let found = report_page::blocks(data);
    let is_in = |block: &Block| found.contains(block) || (has_claims && *block == Block::ClaimsExplorer);
    Block::ALL.into_iter().filter(is_in).collect()
}

/// The pages of a report: the whole, the page of claims, and each block alone.
fn pages(data: &Dataset, has_claims: bool) -> impl Iterator<Item = Page> {
    let claims = has_claims.then_some(Page::Claims);
    std::iter::once(Page::Report).chain(claims).chain(blocks(data, has_claims).into_iter().map(Page::Embed))
}

/// The path of a page of a publication, seen from the root of the site.
fn in_folder(publication: &Publication<'_>, edition: &Edition, path: &str) -> String {
    if publication.pinned { format!("{}{path}", edition.path) } else { path.to_owned() }
}

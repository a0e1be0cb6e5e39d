//! Turns the one page that Trunk wrote into the site's pages.
//!
//! In this order: the dataset, the other public files, each page rendered and with its content
//! security policy, `404.html`.
mod still;
mod styles;

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use base64::{Engine, prelude::BASE64_STANDARD};
use dataset::{Dataset, Date, Lang};
use jamsostek_dashboard::prerender;
use lol_html::{RewriteStrSettings, element, html_content::ContentType, rewrite_str};
use routes::Page;
use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use self::still::{once, seen_first, with_orders, without_controls};
use self::styles::with_styles;

pub use self::still::SORT;
pub use self::styles::join_stylesheets;

use crate::{
    builder::{self, Script},
    editions::{self, Edition, Kept, List},
    figures, mask,
    publish::{self, Heights, Publication},
};

/// Every language that pages are written in.
const LANGS: [Lang; 2] = [Lang::Id, Lang::En];

/// What a site is made of, and where it goes.
#[derive(Clone, Debug)]
pub struct Site {
    /// The folder that it is written to.
    pub out: PathBuf,
    /// The dataset's file.
    pub data: PathBuf,
    /// The path that it will be served under.
    pub base: String,
    /// Its public address.
    pub site_url: Option<String>,
    /// The folder with what was published before.
    pub editions: Option<PathBuf>,
    /// The day of publication.
    pub published: Option<Date>,
}

/// Script elements that only some pages have.
#[derive(Clone, Debug)]
pub struct Scripts {
    /// Speaks to a host.
    pub frame: String,
    /// Sorts the static table.
    pub sort: String,
    /// Lets the headline be painted first.
    pub pause: String,
}

impl Site {
    /// Writes everything that is made from the dataset, and what is public as it is. All of it is
    /// made from the dataset as it is served.
    ///
    /// # Errors
    /// When the dataset cannot be read, or a file cannot be read or written.
    pub fn write_site(&self, shell: &str, scripts: &Scripts, public: &Path) -> Result<()> {
        let name = self.data.file_name().context("the dataset has no file name")?;
        let address = format!("data/{}", name.to_string_lossy());
        copy_public(public, &self.out)?;
        let source =
            fs::read_to_string(&self.data).with_context(|| format!("reading {}", self.data.display()))?;
        let text = mask::served(&source)?;
        self.write(&address, text.as_bytes())?;
        let reading = dataset::read(&text);
        let dataset = reading.dataset.context("the dataset cannot be read")?;
        // The components hold it as long as the program runs, as they do in the browser.
        let dataset: &'static Dataset = Box::leak(Box::new(dataset));
        let blocks = prerender::blocks(dataset);
        let kept = Kept::read(self.editions.as_deref())?;
        let edition = Edition::of(dataset, &address, text.as_bytes(), self.published);
        let list = List::with(edition, kept.editions());
        let edition = list.editions.first().context("the list of editions is empty")?;
        let heights = Heights::of(dataset, &self.data, text.as_bytes(), &blocks)?;
        let embed = heights.fill(EMBED)?;
        self.write("embed.js", embed.as_bytes())?;
        let publication = Publication {
            data: dataset,
            dataset_file: &address,
            dataset_bytes: text.as_bytes(),
            site_url: self.site_url.as_deref(),
            pinned: false,
            blocks: &blocks,
            heights: &heights,
        };
        let url = self.site_url.as_ref().map(|url| format!("{}/{}", url.trim_end_matches('/'), edition.path));
        let pinned = Publication { site_url: url.as_deref(), pinned: true, ..publication };
        for (lang, page) in every_page(dataset) {
            let content = prerender::render(dataset, &reading.findings, lang, page);
            let tables = format!("{}data/{}/", routes::to_root(lang, page), dataset.id);
            let still = without_controls(&once(&content), &tables)?;
            let orders = prerender::orders(dataset, lang);
            for (publication, folder) in [(&publication, ""), (&pinned, edition.path.as_str())] {
                let html = localised(shell, publication, lang, page)?;
                let html = with_frame(&with_styles(&html, page), page, &scripts.frame)?;
                let html = with_content(&html, &still)?;
                let html = with_orders(&html, &orders, &scripts.sort)?;
                let html = seen_first(&html, &scripts.pause)?;
                let html = editions::with_slots(&html, edition, publication.pinned, lang, page)?;
                let path = format!("{folder}{}index.html", routes::path(lang, page));
                self.write(&path, with_policy(&html)?.as_bytes())?;
            }
            let picture = publish::picture(&publication, lang, page, chart_for_picture(&content))?;
            self.write(&publish::picture_path(lang, page), &picture)?;
        }
        let plain = with_styles(shell, Page::Report);
        let script = Script::of(embed.as_bytes());
        self.write(&script.file, embed.as_bytes())?;
        println!("for hosts: {} integrity=\"{}\"", script.file, script.integrity);
        for (publication, folder) in [(&publication, ""), (&pinned, edition.path.as_str())] {
            for (path, html) in builder::pages(&plain, publication, &script)? {
                let html = with_policy(&editions::named(&html, edition)?)?;
                self.write(&format!("{folder}{path}"), html.as_bytes())?;
            }
            for (path, html) in figures::pages(&plain, publication, &edition.id, url.as_deref())? {
                let html = with_policy(&editions::named(&html, edition)?)?;
                self.write(&format!("{folder}{path}"), html.as_bytes())?;
            }
        }
        for (path, bytes) in publish::files(&publication)? {
            self.write(&path, &bytes)?;
        }
        let records = self.copy_records(dataset)?;
        for sentence in
            publish::left_out(&publication).into_iter().chain(heights.notice.clone()).chain(records)
        {
            println!("{sentence}");
        }
        for (path, bytes) in publish::files_of_an_edition(&pinned)? {
            self.write(&format!("{}{path}", edition.path), &bytes)?;
        }
        editions::copy_of_the_root(&self.out, edition)?;
        kept.copy(&self.out, edition)?;
        self.write(editions::LIST, &list.json()?)?;
        self.write("404.html", not_found(&self.base)?.as_bytes())?;
        mask::refuse_leaks(&self.out, &source)
    }
}

impl Site {
    /// Copies the large table that the dataset links to, where that is a file beside it. The sentence
    /// tells that there is none.
    fn copy_records(&self, dataset: &Dataset) -> Result<Option<String>> {
        let records = dataset.claims.as_ref().and_then(|claims| claims.records.as_ref());
        let beside = |href: &&str| {
            let plain = !href.contains([':', '\\', '?', '#'])
                && href.split('/').all(|part| !matches!(part, "" | "." | ".."));
            // What the build itself wrote there, such as the dataset without names, stays.
            let taken = self.out.join("data").join(href).exists();
            plain && !taken && !self.data.with_file_name(href).is_dir()
        };
        let Some(href) = records.map(|records| records.href.as_str()).filter(beside) else { return Ok(None) };
        let from = self.data.with_file_name(href);
        if !from.is_file() {
            return Ok(Some(format!(
                "the link to all claims leads nowhere, because there is no {}: put the table there, or write its whole address",
                from.display()
            )));
        }
        let bytes = fs::read(&from).with_context(|| format!("reading {}", from.display()))?;
        self.write(&format!("data/{href}"), &bytes)?;
        Ok(None)
    }

    /// Writes a file of the site.
    fn write(&self, path: &str, bytes: &[u8]) -> Result<()> {
        let to = self.out.join(path);
        if let Some(dir) = to.parent() {
            fs::create_dir_all(dir)?;
        }
        fs::write(&to, bytes).with_context(|| format!("writing {}", to.display()))
    }
}

/// The first chart of a page, as it is drawn for a tablet: in a picture, which is seen small, its
/// labels are large. The page has each chart in every width, one after the other.
fn chart_for_picture(content: &str) -> Option<&str> {
    let [.., width, _] = charts::WIDTHS;
    let (_, from) = content.split_once(&format!("<div class=\"w{width}\">"))?;
    let (svg, _) = from.split_once("</svg>")?;
    from.get(..svg.len() + "</svg>".len())
}

/// Every page of the site, in every language.
fn every_page(dataset: &Dataset) -> Vec<(Lang, Page)> {
    let pages = prerender::pages(dataset);
    LANGS.into_iter().flat_map(|lang| pages.iter().map(move |page| (lang, *page))).collect()
}

/// The few lines that tell a host how high the content is. They stand in the page itself, behind its
/// content, because they must run before anything else has come.
pub const FRAME: &str = include_str!("../../../src/scripts/frame.js");

/// Lets the headline be painted first, by a stylesheet of its own making.
pub const PAUSE: &str = include_str!("../../../src/pause.js");

/// The script for hosts, without the heights.
const EMBED: &str = include_str!("../../../src/scripts/embed.js");

/// An embed's page with the script element that speaks to its host.
fn with_frame(html: &str, page: Page, frame: &str) -> Result<String> {
    let Page::Embed(_) = page else { return Ok(html.to_owned()) };
    rewrite(
        html,
        vec![element!("body", |body| {
            body.append(frame, ContentType::Html);
            Ok(())
        })],
    )
}

/// The link past the masthead and all notices: the first stop of a page for those who use a keyboard.
/// It stands before the container, because a notice about the page's edition does, too.
pub fn skip_link(lang: Lang) -> String {
    format!("<a class=\"skip\" href=\"#content\">{}</a>", words::shell(lang).skip_to_content)
}

/// Puts the rendered content into the shell's container.
fn with_content(html: &str, content: &str) -> Result<String> {
    rewrite(
        html,
        vec![element!("#app", |app| {
            app.set_inner_content(content, ContentType::Html);
            Ok(())
        })],
    )
}

/// What is served as it is: all of `public/` but the datasets (only the chosen one is served) and
/// what Trunk has served under a name with a hash.
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

/// The shell in a page's language, with its head, and with addresses as they are seen from the page.
fn localised(shell: &str, publication: &Publication<'_>, lang: Lang, page: Page) -> Result<String> {
    let (words, root) = (words::shell(lang), routes::to_root(lang, page));
    let (title, description) = publish::about(publication, lang, page);
    let head = publish::head(publication, lang, page);
    let data = publish::data(publication, lang, page);
    let dataset = publication.dataset_file;
    let text = |selector: &str, text: &str| {
        let text = text.to_owned();
        element!(selector, move |el| {
            el.set_inner_content(&text, ContentType::Text);
            Ok(())
        })
    };
    let attribute = |selector: &str, name: &'static str, value: String| {
        element!(selector, move |el| {
            el.set_attribute(name, &value)?;
            Ok(())
        })
    };
    rewrite(
        shell,
        vec![
            attribute("html", "lang", lang.code().to_owned()),
            text("title", &title),
            attribute("meta[name=description]", "content", description),
            attribute("meta[name=jamsostek-root]", "content", root.clone()),
            attribute("meta[name=jamsostek-dataset]", "content", dataset.to_owned()),
            attribute("link#dataset", "href", format!("./{dataset}")),
            element!("link[href^='./']", |link| {
                if let Some(rest) =
                    link.get_attribute("href").as_deref().and_then(|href| href.strip_prefix("./"))
                {
                    link.set_attribute("href", &format!("{root}{rest}"))?;
                }
                Ok(())
            }),
            element!("title", |title| {
                title.after(&head, ContentType::Html);
                Ok(())
            }),
            element!("body", |body| {
                body.append(&data, ContentType::Html);
                Ok(())
            }),
            text("#failed", words.failed),
            element!("#app", |app| {
                if page == Page::Report {
                    app.before(&skip_link(lang), ContentType::Html);
                }
                Ok(())
            }),
        ],
    )
}

/// Fills in the content security policy, with the hash of each inline script and style.
fn with_policy(html: &str) -> Result<String> {
    let (scripts, styles) = (hashes(html, "script"), hashes(html, "style"));
    // The stylesheet of `PAUSE`; no text of a dataset can open an element.
    let made = if html.contains("<script>document.write(") { " blob:" } else { "" };
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'{made}{styles}; img-src 'self' data: \
         blob:; connect-src 'self'; frame-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
    );
    set_policy(html, &policy)
}

fn set_policy(html: &str, policy: &str) -> Result<String> {
    let selector = "meta[http-equiv='Content-Security-Policy']";
    if attributes(html, selector, "content")?.len() != 1 {
        bail!("index.html must have one <meta http-equiv=\"Content-Security-Policy\"> for the policy");
    }
    rewrite(
        html,
        vec![element!(selector, |meta| {
            meta.set_attribute("content", policy)?;
            Ok(())
        })],
    )
}

/// A page of the same text and nothing else: what the fastest page could be.
///
/// # Errors
/// When the page is no HTML that can be parsed.
pub fn bare(html: &str) -> Result<String> {
    let away = "script, style, link, svg, meta[http-equiv], .tools, .switch, .theme";
    rewrite(
        html,
        vec![element!(away, |el| {
            el.remove();
            Ok(())
        })],
    )
}

/// The page for unknown addresses. It may be shown at any depth, so it has no file of its own and
/// its links are absolute: the one place where the base path is needed.
fn not_found(base: &str) -> Result<String> {
    let html = include_str!("404.html").replace("{{base}}", base);
    let policy = format!(
        "default-src 'none'; style-src{}; base-uri 'none'; form-action 'none'",
        hashes(&html, "style")
    );
    set_policy(&html, &policy)
}

/// The hashes of inline elements of a kind as sources of a policy: ` 'sha256-…'` each.
fn hashes(html: &str, tag: &str) -> String {
    let (open, close) = (format!("<{tag}"), format!("</{tag}>"));
    let mut sources = String::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once(&open) {
        let Some((attributes, content)) = after.split_once('>') else { break };
        let Some((content, tail)) = content.split_once(&close) else { break };
        // Data in a script element is not run, and files are allowed by their place.
        if !attributes.contains("src=") && !attributes.contains("json") {
            let hash = BASE64_STANDARD.encode(Sha256::digest(content.as_bytes()));
            sources += &format!(" 'sha256-{hash}'");
        }
        rest = tail;
    }
    sources
}

/// The values of an attribute of the elements that a selector names, in the page's order.
///
/// # Errors
/// When the page is no HTML that can be parsed.
pub fn attributes(html: &str, selector: &str, name: &str) -> Result<Vec<String>> {
    let mut values = Vec::new();
    rewrite(
        html,
        vec![element!(selector, |el| {
            values.extend(el.get_attribute(name));
            Ok(())
        })],
    )?;
    Ok(values)
}

/// What is done with the elements of a selector.
pub type Handler<'h> = (std::borrow::Cow<'h, lol_html::Selector>, lol_html::ElementContentHandlers<'h>);

/// Rewrites a page.
///
/// # Errors
/// When the page is no HTML that can be parsed.
pub fn rewrite(html: &str, element_content_handlers: Vec<Handler<'_>>) -> Result<String> {
    let settings = RewriteStrSettings { element_content_handlers, ..RewriteStrSettings::new() };
    rewrite_str(html, settings).context("rewriting a page")
}

#[cfg(test)]
/// Tests of the pages, and the pages that tests of other files start from.
pub mod tests;

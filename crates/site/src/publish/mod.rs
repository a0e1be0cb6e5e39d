//! What is published beside the pages: head elements, pictures, tables, oEmbed, sitemap.
//!
//! Everything here is a pure function of a [`Publication`]; `site.rs` writes what comes out.
//! Absolute addresses exist only where the site's public address is known; what needs one is left
//! out without it, and [`left_out`] says so. Names of private persons never reach a head, a
//! picture, JSON-LD, oEmbed or the sitemap: none of these modules reads a person.
mod crawlers;
mod head;
pub mod heights;
mod jsonld;
mod oembed;
mod package;
mod picture;
mod story;
mod tables;

use std::sync::Arc;

use anyhow::Result;
use dataset::{Dataset, Lang};
use routes::{Block, Page};

pub use crawlers::robots;
pub use head::{about, alternative, card, data, links};
pub use heights::Heights;
pub use picture::{KeptPictures, Shape, chart_of, pictures};

/// What is published, and where.
pub struct Publication<'a> {
    /// The dataset.
    pub data: &'a Arc<Dataset>,
    /// The dataset's file, seen from the site's root: `data/sumsel-2025-08.json`.
    pub dataset_file: &'a str,
    /// The file's content.
    pub dataset_bytes: &'a [u8],
    /// The site's public address, absolute; `None` where it is unknown.
    pub site_url: Option<&'a str>,
    /// Whether this is the copy of an edition below `v/`, which search engines leave to the root.
    pub pinned: bool,
    /// The blocks that the dataset has, in the order of the report, [`Block::Report`] included.
    pub blocks: &'a [Block],
    /// How high the blocks are.
    pub heights: &'a Heights,
    /// The way from its root to the site's, where the files of the application lie: empty, or `../` a folder.
    pub up: &'a str,
    /// The other reports of the site.
    pub others: &'a [OtherReport],
}

/// Another report of the same site.
#[derive(Clone, Debug)]
pub struct OtherReport {
    /// Its folder, seen from the site's root.
    pub path: String,
    /// Its dataset.
    pub data: Arc<Dataset>,
}

impl Publication<'_> {
    /// The absolute address of a file or page, by its path from the root.
    #[must_use]
    pub fn absolute(&self, path: &str) -> Option<String> {
        self.site_url.map(|url| format!("{}/{path}", url.trim_end_matches('/')))
    }

    /// The address of a file as a page may write it: absolute, or else relative to the page.
    fn address(&self, lang: Lang, from: Page, path: &str) -> String {
        self.absolute(path).unwrap_or_else(|| routes::to_root(lang, from) + path)
    }

    /// The other reports with their titles and the ways to them from a page.
    #[must_use]
    pub fn other_reports(&self, seen: Lang, from: Page) -> Vec<(String, String)> {
        let way = |other: &OtherReport| {
            let published = other.data.published();
            let lang = published.iter().find(|known| **known == seen).or(published.first()).copied();
            let page = lang.map(|lang| routes::path(lang, Page::Report)).unwrap_or_default();
            format!("{}{}{}{page}", routes::to_root(seen, from), self.up, other.path)
        };
        self.others.iter().map(|other| (other.data.title.get(seen).to_owned(), way(other))).collect()
    }

    /// Every page: the report, the explorer of claims where it has one, and each block alone.
    fn pages(&self) -> impl Iterator<Item = Page> + '_ {
        let claims = self.blocks.contains(&Block::ClaimsExplorer).then_some(Page::Claims);
        std::iter::once(Page::Report).chain(claims).chain(self.blocks.iter().copied().map(Page::Embed))
    }

    /// Every page in each language.
    fn views(&self) -> impl Iterator<Item = (Lang, Page)> + '_ {
        self.data.published().into_iter().flat_map(|lang| self.pages().map(move |page| (lang, page)))
    }
}

/// Where a page's picture belongs, seen from the site's root: `en/embed/groups/picture.png`.
#[must_use]
pub fn picture_path(lang: Lang, page: Page, shape: Shape) -> String {
    routes::path(lang, page) + shape.file()
}

/// All files beside the pages: path from the root and content. Pictures are not among them,
/// because they need the pages' charts; see [`pictures`] and [`picture_path`].
///
/// # Errors
/// When the icon cannot be drawn or a table cannot be written.
pub fn files(publication: &Publication<'_>) -> Result<Vec<(String, Vec<u8>)>> {
    let tables = tables::tables(publication.data);
    let mut files = package::files(publication, &tables)?;
    files.extend(oembed::files(publication)?);
    files.extend(crawlers::files(publication)?);
    Ok(files)
}

/// The files beside the pages that are not the same in an edition's folder as at the root.
///
/// # Errors
/// Never in practice: what is written is made of texts.
pub fn files_of_an_edition(publication: &Publication<'_>) -> Result<Vec<(String, Vec<u8>)>> {
    oembed::files(publication)
}

/// What the build leaves out because no public address is known, as sentences for the terminal.
#[must_use]
pub fn left_out(publication: &Publication<'_>) -> Vec<String> {
    if publication.site_url.is_some() {
        return Vec::new();
    }
    let words = words::publish(Lang::En);
    [words.left_out_cards(), words.left_out_oembed(), words.left_out_sitemap()].map(str::to_owned).to_vec()
}

#[cfg(test)]
pub use tables::private_names;

#[cfg(test)]
pub mod tests;

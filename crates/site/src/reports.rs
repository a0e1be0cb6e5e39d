//! The pages of the report: the whole of it, and each block alone.
use anyhow::Result;
use dataset::{Dataset, Lang};
use jamsostek_dashboard::document::{self, DocumentKind};
use routes::Page;

use crate::{
    content::Content,
    editions::{self, Edition},
    publish::{self, Publication},
    shell::{PageOptions, Shell},
};

/// The path of a page's file from the root, and its document.
///
/// # Errors
/// When the page is one of claims, and there is no application for it.
pub fn page(
    shell: &Shell,
    publication: &Publication<'_>,
    edition: &Edition,
    (lang, page): (Lang, Page),
    content: &Content,
) -> Result<(String, String)> {
    let path = routes::path(lang, page);
    let (title, description) = publish::about(publication, lang, page);
    let options = PageOptions {
        kind: match page {
            Page::Embed(block) => DocumentKind::Block(block),
            Page::Claims => DocumentKind::Claims,
            Page::Report | Page::NotFound => DocumentKind::Report,
        },
        lang,
        path: path.clone(),
        up: publication.up.to_owned(),
        title,
        description,
        links: publish::links(publication, lang, page),
        card: Some(publish::card(publication, lang, page)),
        json_ld: publish::data(publication, lang, page),
        edition: editions::notices(
            edition,
            publication.pinned,
            (lang, page),
            publication.other_reports(lang, page),
        ),
    };
    Ok((path + "index.html", shell.document(options, content)?))
}

/// The page at the site's root where the report has none there, because its only language has a folder of its own: it
/// leads to the report. `None` where the report stands at the root.
#[must_use]
pub fn root(data: &Dataset) -> Option<String> {
    let published = data.published();
    let lang = *published.first()?;
    let path = routes::path(lang, Page::Report);
    (!path.is_empty()).then(|| document::redirect(lang, data.title.get(lang).to_owned(), path))
}

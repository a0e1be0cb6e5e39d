//! What a page says of its edition: the permanent link, and that it is an old one.
//!
//! It stands outside the container of the content, so the application neither knows nor removes it.
//! Pages below `v/` have an empty `<aside id="outdated" hidden>`: the one place that later builds fill.
use anyhow::Result;
use dataset::{Date, Lang};
use jamsostek_dashboard::document::{EditionLine, EditionNotices};
use lol_html::{element, html_content::ContentType};
use quick_xml::escape::escape;
use routes::Page;
use words::fill;

use super::list::{Edition, FOLDER};
use crate::html::rewrite;

/// The way from an edition's folder to the site's root.
pub const UP: &str = "../../";

/// What a report or a block says of its edition. `pinned`: it is the page below `v/`. A report names the others of the
/// site, too, each by its title and the way to it.
#[must_use]
pub fn notices(
    edition: &Edition,
    pinned: bool,
    (lang, page): (Lang, Page),
    others: Vec<(String, String)>,
) -> EditionNotices {
    let is_report = page == Page::Report;
    let line = is_report.then(|| line(edition, pinned, lang));
    EditionNotices { has_outdated: pinned, line, others: if is_report { others } else { Vec::new() } }
}

/// The line at the end of a report.
fn line(edition: &Edition, pinned: bool, lang: Lang) -> EditionLine {
    let (root, path) = (routes::to_root(lang, Page::Report), routes::path(lang, Page::Report));
    let id = edition.id.clone();
    if pinned {
        let href = format!("{root}{UP}{path}");
        EditionLine::Pinned { edition: id, published: edition.published(), href }
    } else {
        let href = format!("{root}{FOLDER}/{id}/{path}");
        EditionLine::Permanent { edition: id, href }
    }
}

/// A page of an old edition that says so, and where the newest one is: the edition, and its report's folder seen from
/// where the editions lie. The path is seen from the edition's folder. A page without the place for it is left as it is.
///
/// # Errors
/// When the page is no HTML that can be parsed.
pub fn outdated(
    html: &str,
    path: &str,
    edition: &Edition,
    (newest, folder): (&Edition, &str),
) -> Result<String> {
    let address = routes::parse(path, "");
    let lang = address.lang;
    let words = words::editions(lang);
    let report = routes::path(lang, Page::Report);
    let way = format!("{}{UP}{folder}{report}", "../".repeat(path.matches('/').count()));
    let date = edition.published().map(|date| words::date(lang, date));
    let said = match (address.page, date) {
        (Page::Report, Some(date)) => fill(words.old_dated(), &[&date]),
        (Page::Report, None) => words.old().to_owned(),
        (_, Some(date)) => fill(words.old_short_dated(), &[&date]),
        (_, None) => words.old_short().to_owned(),
    };
    let newer = |date: &Date| edition.figures().is_none_or(|old| date.is_after(old));
    let link = match newest.figures().filter(newer) {
        Some(date) => fill(words.see_newest_dated(), &[&words::date(lang, date)]),
        None => words.see_newest().to_owned(),
    };
    let content = format!("<p>{} <a href=\"{way}\">{}</a></p>", escape(said), escape(link));
    rewrite(
        html,
        vec![element!("#outdated", |slot| {
            slot.remove_attribute("hidden");
            slot.set_attribute("aria-label", words.old_label())?;
            slot.set_inner_content(&content, ContentType::Html);
            Ok(())
        })],
    )
}

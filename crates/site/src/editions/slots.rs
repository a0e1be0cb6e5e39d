//! What a page says of its edition: the permanent link, and that it is an old one.
//!
//! It stands outside the container that the application fills, so the application neither knows
//! nor removes it. Pages below `v/` have an empty `<aside id="outdated" hidden>`: the one place
//! that later builds fill.
use anyhow::Result;
use dataset::{Date, Lang};
use lol_html::{element, html_content::ContentType};
use quick_xml::escape::escape;
use routes::Page;
use words::fill;

use super::{Edition, FOLDER};
use crate::pages;

/// The way from an edition's folder to the site's root.
const UP: &str = "../../";

/// A page with what it says of its edition. `pinned`: it is the page below `v/`.
///
/// # Errors
/// When the page is no HTML that can be parsed.
pub fn with_slots(html: &str, edition: &Edition, pinned: bool, lang: Lang, page: Page) -> Result<String> {
    let slot = "<aside id=\"outdated\" hidden></aside>";
    let report = page == Page::Report;
    let line = report.then(|| line(edition, pinned, lang));
    pages::rewrite(
        &named(html, edition)?,
        vec![element!("#app", |app| {
            if pinned && report {
                // Read before the figures.
                app.before(slot, ContentType::Html);
            } else if pinned {
                app.after(slot, ContentType::Html);
            }
            if let Some(line) = &line {
                app.after(line, ContentType::Html);
            }
            Ok(())
        })],
    )
}

/// A page that names its edition in its head.
///
/// # Errors
/// When the page is no HTML that can be parsed.
pub fn named(html: &str, edition: &Edition) -> Result<String> {
    let meta = format!("<meta name=\"jamsostek-edition\" content=\"{}\">", escape(&edition.id));
    pages::rewrite(
        html,
        vec![element!("meta[name=jamsostek-root]", |root| {
            root.after(&meta, ContentType::Html);
            Ok(())
        })],
    )
}

/// The line at the end of a report.
fn line(edition: &Edition, pinned: bool, lang: Lang) -> String {
    let (words, path) = (words::editions(lang), routes::path(lang, Page::Report));
    let root = routes::to_root(lang, Page::Report);
    let id = escape(&edition.id);
    let content = if pinned {
        let said = match edition.published() {
            Some(date) => fill(words.this_dated, &[&edition.id, &words::date(lang, date)]),
            None => fill(words.this, &[&edition.id]),
        };
        let way = format!("{root}{UP}{path}");
        format!("{} <a href=\"{way}\">{}</a>", escape(said), escape(words.newest))
    } else {
        let way = format!("{root}{FOLDER}/{id}/{path}");
        format!("<a href=\"{way}\">{}</a> <code>{id}</code>", escape(words.permanent))
    };
    format!("<aside id=\"edition\" aria-label=\"{}\"><p>{content}</p></aside>", escape(words.edition))
}

/// A page of an old edition that says so. The path is seen from the edition's folder. A page
/// without the place for it is left as it is.
///
/// # Errors
/// When the page is no HTML that can be parsed.
pub fn outdated(html: &str, path: &str, edition: &Edition, newest: &Edition) -> Result<String> {
    let address = routes::parse(path, "");
    let lang = address.lang;
    let words = words::editions(lang);
    let report = routes::path(lang, Page::Report);
    let way = format!("{}{UP}{report}", "../".repeat(path.matches('/').count()));
    let date = edition.published().map(|date| words::date(lang, date));
    let said = match (address.page, date) {
        (Page::Report, Some(date)) => fill(words.old_dated, &[&date]),
        (Page::Report, None) => words.old.to_owned(),
        (_, Some(date)) => fill(words.old_short_dated, &[&date]),
        (_, None) => words.old_short.to_owned(),
    };
    let newer = |date: &Date| edition.figures().is_none_or(|old| date.is_after(old));
    let link = match newest.figures().filter(newer) {
        Some(date) => fill(words.see_newest_dated, &[&words::date(lang, date)]),
        None => words.see_newest.to_owned(),
    };
    let content = format!("<p>{} <a href=\"{way}\">{}</a></p>", escape(said), escape(link));
    pages::rewrite(
        html,
        vec![element!("#outdated", |slot| {
            slot.remove_attribute("hidden");
            slot.set_attribute("aria-label", words.old_label)?;
            slot.set_inner_content(&content, ContentType::Html);
            Ok(())
        })],
    )
}

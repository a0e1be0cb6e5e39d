//! The stylesheets of a page: many in the sources, those that it needs in the page, in its order.
use std::{fs, path::Path};

use anyhow::{Context, Result};
use lol_html::{element, html_content::ContentType};
use routes::{Block, Page};

use super::{attributes, rewrite};

/// What stands in front of each stylesheet among those that are joined; its name follows.
pub(super) const MARK: &str = "/*:";

/// A page with the stylesheets that it can use: an embed has no masthead, and awards and tables to
/// sort only where it shows some. The report has them in two elements, and the second holds what its
/// first section has not: see [`super::still::seen_first`].
pub(super) fn with_styles(html: &str, page: Page) -> String {
    let Page::Embed(block) = page else { return styles(html, |_| true, |name| LATER.contains(&name)) };
    let awards = matches!(block, Block::Winners | Block::SpecialAwards | Block::Jury);
    let rows = matches!(block, Block::Handovers | Block::Jury);
    let needed = |name: &str| match name {
        "report" => false,
        "method" => block == Block::Report,
        "awards" => awards || block == Block::Report,
        "tools" => matches!(block, Block::Handovers | Block::Winners | Block::Report),
        "sortable" => matches!(block, Block::Handovers | Block::Report),
        "headline" | "charts-more" => !awards && block != Block::Handovers,
        "charts" => !rows,
        _ => true,
    };
    styles(html, needed, |_| false)
}

/// What the headline does not need: tables, awards, the method and paper.
const LATER: [&str; 6] = ["tables", "tools", "sortable", "awards", "method", "print"];

/// A page with those of its stylesheets that are needed; what is needed later is an element of its own.
fn styles(html: &str, needed: impl Fn(&str) -> bool, later: impl Fn(&str) -> bool) -> String {
    let Some((before, rest)) = html.split_once("<style>") else { return html.to_owned() };
    let Some((css, after)) = rest.split_once("</style>") else { return html.to_owned() };
    let mut sheets = css.split(MARK);
    let (mut now, mut then) = (sheets.next().unwrap_or_default().to_owned(), String::new());
    for (name, sheet) in sheets.filter_map(|sheet| sheet.split_once("*/")).filter(|(name, _)| needed(name)) {
        if later(name) { &mut then } else { &mut now }.push_str(sheet);
    }
    let elements: String = [now, then]
        .iter()
        .filter(|css| !css.is_empty())
        .map(|css| format!("<style>{}</style>", css.trim_end()))
        .collect();
    format!("{before}{elements}{after}")
}

/// Joins the stylesheets that Trunk linked into one, in their order, and puts it into the page: a
/// file of its own would have to come before anything can be seen (`docs/adr/0008-static-pages.md`).
///
/// # Errors
/// When a stylesheet cannot be read.
pub fn join_stylesheets(html: &str, staging: &Path) -> Result<String> {
    let mut css = String::new();
    for href in attributes(html, "link[rel=stylesheet]", "href")? {
        let path = staging.join(href.trim_start_matches("./"));
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        // Trunk puts a hash behind the name.
        css += &format!("{MARK}{}*/", name.rsplit_once('-').map_or(name.as_str(), |(name, _)| name));
        css += &fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        css.push('\n');
        fs::remove_file(&path)?;
    }
    let style = format!("<style>{}</style>", css.trim_end());
    let mut placed = false;
    rewrite(
        html,
        vec![element!("link[rel=stylesheet]", |link| {
            if placed {
                link.remove();
            } else {
                link.replace(&style, ContentType::Html);
            }
            placed = true;
            Ok(())
        })],
    )
}

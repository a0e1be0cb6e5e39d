//! Links between pages, to the data, and into sources.
use super::query::percent_encode;
use super::{EmbedOptions, Page, Theme, ViewState, to_query};
use dataset::Lang;

/// The folder of the page of claims.
pub(super) const CLAIMS: &str = "claims";

/// The path of a page below the site's root: empty, `en/`, `claims/`, `embed/groups/`, `en/embed/groups/`.
///
/// A page that is not found has no path of its own; it gets that of the report. A page shown for
/// an unknown address must therefore put the site's root in front of every path.
#[must_use]
pub fn path(lang: Lang, page: Page) -> String {
    let mut path = String::new();
    if lang == Lang::En {
        path.push_str("en/");
    }
    match page {
        Page::Report | Page::NotFound => {}
        Page::Claims => {
            path.push_str(CLAIMS);
            path.push('/');
        }
        Page::Embed(block) => {
            path.push_str("embed/");
            path.push_str(block.id());
            path.push('/');
        }
    }
    path
}

/// The way from a page up to the site's root: `./`, `../`, `../../` …
#[must_use]
pub fn to_root(lang: Lang, page: Page) -> String {
    climb(path(lang, page).matches('/').count())
}

fn climb(levels: usize) -> String {
    if levels == 0 { "./".to_owned() } else { "../".repeat(levels) }
}

/// A relative link from one page to another, or to another state of the same page.
///
/// The link carries the view, with these exceptions. Parameters that are not ours were given to
/// one document, by its host or by a campaign, so they stay behind when the path changes; those of the explorer of
/// claims go along to wherever it is. Embed
/// options go along from embed to embed only. A theme that was chosen to fit a host does not follow
/// the reader out of it, and one that a page has by itself is not that of another kind of page.
#[must_use]
pub fn link(lang: Lang, page: Page, to_lang: Lang, to_page: Page, view: &ViewState) -> String {
    let (from, to) = (path(lang, page), path(to_lang, to_page));
    let mut view = view.clone();
    if from != to && !(page.is_explorer() && to_page.is_explorer()) {
        view.unknown.clear();
    }
    let (embed, to_embed) = (matches!(page, Page::Embed(_)), matches!(to_page, Page::Embed(_)));
    if !to_embed {
        view.embed = EmbedOptions::default();
    }
    let is_own = view.theme == Theme::of(page);
    if (embed && !to_embed) || (is_own && embed != to_embed) {
        view.theme = Theme::of(to_page);
    }
    let mut link = between(&from, &to);
    link.push_str(&to_query(to_page, &view));
    link
}

/// The relative way from one folder to another; both end with a slash or are empty.
fn between(from: &str, to: &str) -> String {
    let shared: usize = from
        .split_inclusive('/')
        .zip(to.split_inclusive('/'))
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len())
        .sum();
    let up = from.get(shared..).unwrap_or_default().matches('/').count();
    let down = to.get(shared..).unwrap_or_default();
    if up == 0 && !down.is_empty() {
        return down.to_owned();
    }
    let mut way = climb(up);
    way.push_str(down);
    way
}

/// The link from a page to the dataset of an id: `../data/sumsel-2025-08.json`.
#[must_use]
pub fn data_link(lang: Lang, page: Page, id: &str) -> String {
    let mut link = to_root(lang, page);
    link.push_str("data/");
    link.push_str(&percent_encode(id));
    link.push_str(".json");
    link
}

/// The link from a page to where a figure comes from: `figures/#coverage-total-2025-08`.
#[must_use]
pub fn figure_link(page: Page, key: &str) -> String {
    let way = match page {
        Page::Embed(_) => "../../figures/#",
        Page::Claims => "../figures/#",
        Page::Report | Page::NotFound => "figures/#",
    };
    [way, &figure_anchor(key)].concat()
}

/// The ids of the page of all figures that are not made from data.
const OWN_IDS: [&str; 9] =
    ["app", "ask-h", "content", "edition", "failed", "notice", "outdated", "ready", "whole"];

/// What stands in front of a figure's key where that is an id of the page's own. Keys of the dataset that are none
/// are what addresses have always been.
const FIGURE: &str = "figure.";

/// The id of a figure's section, which is its fragment too: its key, as addresses write it.
#[must_use]
pub fn figure_anchor(key: &str) -> String {
    let anchor = percent_encode(key);
    if is_taken(key) { [FIGURE, &anchor].concat() } else { anchor }
}

fn is_taken(key: &str) -> bool {
    OWN_IDS.contains(&key) || key.starts_with(FIGURE)
}

/// The key of a figure of a fragment that is decoded: the inverse of [`figure_anchor`].
#[must_use]
pub fn figure_key(fragment: &str) -> &str {
    fragment.strip_prefix(FIGURE).filter(|key| is_taken(key)).unwrap_or(fragment)
}

/// The link from a page to a file that a dataset names relative to itself, or by its web address.
#[must_use]
pub fn data_file_link(lang: Lang, page: Page, href: &str) -> String {
    if is_web_address(href) {
        return href.to_owned();
    }
    // Below a folder's path no other scheme, such as `javascript:`, is one.
    let mut link = to_root(lang, page);
    link.push_str("data/");
    link.push_str(href);
    link
}

/// The link to a source, landing on a figure where one is given: a text fragment
/// (`#:~:text=31%2C33%25`) with the figure as it is printed.
///
/// Only `http:` and `https:` addresses become links to elsewhere; anything else is `#`.
#[must_use]
pub fn text_fragment(url: &str, figure: Option<&str>) -> String {
    if !is_web_address(url) {
        return "#".to_owned();
    }
    let mut link = url.to_owned();
    if let Some(figure) = figure.filter(|figure| !figure.is_empty()) {
        link.push_str(if url.contains('#') { ":~:text=" } else { "#:~:text=" });
        // In a text directive a hyphen marks a prefix or a suffix.
        link.push_str(&percent_encode(figure).replace('-', "%2D"));
    }
    link
}

fn is_web_address(url: &str) -> bool {
    ["https://", "http://"]
        .iter()
        .any(|scheme| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
}

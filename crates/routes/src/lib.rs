//! Addresses: which page, language and view state they mean, and how to link to them.
//!
//! The path chooses page and language (`en/embed/groups/`), the query string holds the state of
//! the view (`?handovers.sort=-amount`), and the fragment stays free for hosts. Everything is
//! relative to the site's root, so a site works under any base path.
//!
//! ```
//! use dataset::Lang;
//! use routes::{self as page, Block, Page};
//!
//! let path = routes::below_root("/repo/en/embed/groups/", "/repo/");
//! let address = routes::parse(path, "?theme=dark");
//! assert_eq!((address.lang, address.page), (Lang::En, Page::Embed(Block::Groups)));
//! let report = routes::link(address.lang, address.page, Lang::Id, Page::Report, &address.view);
//! assert_eq!(report, "../../../");
//! ```
mod block;
mod links;
mod query;
mod title;
mod view;

pub use block::{Block, Blocks};
pub use links::{
    data_file_link, data_link, figure_anchor, figure_key, figure_link, link, path, text_fragment, to_root,
};
pub use query::percent_encode;
pub use title::EmbedTitle;
pub use view::{Accent, EmbedOptions, TableId, Theme, ViewState, parse_view, to_query};

use dataset::Lang;

/// What an address means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The language of the page.
    pub lang: Lang,
    /// Which page it is.
    pub page: Page,
    /// The state of the view.
    pub view: ViewState,
}

/// A page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Page {
    /// The whole report.
    Report,
    /// The explorer of published claims.
    Claims,
    /// One block alone, for a frame in somebody else's page.
    Embed(Block),
    /// No page of ours.
    NotFound,
}

impl Page {
    /// Whether it shows the explorer of claims, which has parameters of its own among those that are not ours.
    #[must_use]
    pub fn is_explorer(self) -> bool {
        matches!(self, Self::Claims | Self::Embed(Block::ClaimsExplorer))
    }
}

/// What a path below the site's root and a query string mean.
///
/// The path has no slash in front (see [`below_root`]); a slash or `index.html` at its end makes
/// no difference. The query may start with `?`. Neither can be wrong: a path that leads nowhere
/// is [`Page::NotFound`], and what is not understood of a query is kept as it is.
#[must_use]
pub fn parse(path: &str, query: &str) -> Address {
    let (lang, rest) = split_lang(without_index(path));
    let page = match rest.strip_prefix("embed/") {
        Some(id) => Block::from_id(id).map_or(Page::NotFound, Page::Embed),
        None if rest.is_empty() => Page::Report,
        None if rest == links::CLAIMS => Page::Claims,
        None => Page::NotFound,
    };
    Address { lang, page, view: parse_view(page, query) }
}

/// The part of a URL's path that stands below the site's root: `en/` of `/repo/en/` below
/// `/repo/`. The root itself is the empty path, with or without its last slash.
///
/// A path that is not below the root comes back whole, with its first slash: no page has it.
#[must_use]
pub fn below_root<'p>(path: &'p str, root: &str) -> &'p str {
    let root = root.strip_suffix('/').unwrap_or(root);
    match path.strip_prefix(root) {
        Some("") => "",
        Some(rest) => rest.strip_prefix('/').unwrap_or(path),
        None => path,
    }
}

/// A path without `index.html` and without the slash at its end.
fn without_index(path: &str) -> &str {
    let folder = match path.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        _ => path,
    };
    // A slash alone is a path that is not below the root.
    folder.strip_suffix('/').filter(|folder| !folder.is_empty()).unwrap_or(folder)
}

fn split_lang(path: &str) -> (Lang, &str) {
    match path.strip_prefix(Lang::En.code()) {
        Some("") => (Lang::En, ""),
        // With nothing behind its slash, the path had two of them.
        Some(rest) => match rest.strip_prefix('/').filter(|rest| !rest.is_empty()) {
            Some(rest) => (Lang::En, rest),
            None => (Lang::Id, path),
        },
        None => (Lang::Id, path),
    }
}

#[cfg(test)]
mod tests;

//! What all documents of a site share, and the document of a page.
use anyhow::Result;
use claims::manifest::MANIFEST;
use jamsostek_dashboard::{
    document::{self, Card, DocumentHead, DocumentKind, EditionNotices, Inline, Links, SiteFiles, SiteMeta},
    ui::LivePart,
};
use words::Lang;

use crate::{
    assets::{Assets, shows_claims},
    content::Content,
    policy::Policy,
    scripts::Scripts,
    styles::Styles,
    tokens,
};

/// Where what the form of snippets knows of the site lies, seen from the root.
pub const FORM_OPTIONS: &str = "embed/form.json";

/// What all documents of a site share.
#[derive(Clone, Debug)]
pub struct Shell {
    /// The files of the applications.
    pub assets: Assets,
    /// The stylesheets.
    pub styles: Styles,
    /// The scripts that stand in pages.
    pub scripts: Scripts,
    /// The dataset's file, seen from the root.
    pub dataset_file: String,
    /// The [`dataset::fingerprint`] of that file.
    pub fingerprint: String,
    /// The name of the edition.
    pub edition: String,
    /// The folder of the published claims, seen from the root; empty where there are none.
    pub claims: String,
}

/// What a page says besides its content.
#[derive(Clone, Debug)]
pub struct PageOptions {
    /// Which page it is.
    pub kind: DocumentKind,
    /// Its language.
    pub lang: Lang,
    /// Its path below the site's root: empty, or with a slash at its end.
    pub path: String,
    /// The way from the report's root to the site's, where the files of the application lie.
    pub up: String,
    /// What it is called.
    pub title: String,
    /// What it is about, in a sentence.
    pub description: String,
    /// What search engines, content systems and home screens ask for. Stylesheets are among the files of the
    /// application.
    pub links: Links,
    /// What a link to it looks like elsewhere.
    pub card: Option<Card>,
    /// The dataset for search engines as JSON-LD.
    pub json_ld: Option<String>,
    /// What it says of its edition.
    pub edition: EditionNotices,
}

impl Shell {
    /// The document of a page.
    ///
    /// # Errors
    /// When the page is one of claims, and there is no application for it.
    pub fn document(&self, page: PageOptions, content: &Content) -> Result<String> {
        let PageOptions { kind, lang, path, up, title, description, mut links, card, json_ld, edition } =
            page;
        let root = to_root(&path);
        let seen = |file: &str| format!("{root}{file}");
        let folder = self.assets.folder_of(kind)?;
        let app = |file: &str| format!("{root}{up}{folder}{file}");
        for sheet in &mut links.stylesheets {
            *sheet = app(sheet);
        }
        let inline = self.inline(kind);
        let explores = shows_claims(kind);
        let later = explores.then(|| seen(&[&self.claims, MANIFEST].concat())).into_iter().collect();
        // Their grids make workbooks of what they show.
        let has_grid = explores || content.has(LivePart::ManyHandovers);
        let policy = Policy::of(&inline);
        let policy = if has_grid { policy.with_workers() } else { policy };
        let workbook = has_grid.then(|| [Assets::WORKBOOK_WORKER, ".js"].concat());
        let head = DocumentHead {
            kind,
            lang,
            title,
            description,
            policy: policy.to_string(),
            paper: [tokens::light("paper"), tokens::dark("paper")].map(str::to_owned),
            files: SiteFiles {
                icon: format!("{root}{up}{}", self.assets.icon),
                script: app(Assets::SCRIPT),
                loader: app(Assets::LOADER),
                module: app(Assets::MODULE),
                data: seen(if kind == DocumentKind::EmbedForm { FORM_OPTIONS } else { &self.dataset_file }),
                later,
            },
            site: SiteMeta {
                dataset: self.dataset_file.clone(),
                fingerprint: self.fingerprint.clone(),
                edition: self.edition.clone(),
                claims: self.claims.clone(),
                workbook: workbook.unwrap_or_default(),
                shapes: content.shapes().to_owned(),
                root,
            },
            links,
            card,
            json_ld,
            inline,
            edition,
        };
        Ok(document::render(head, content.markup().to_owned()))
    }

    /// What stands in a page.
    fn inline(&self, kind: DocumentKind) -> Inline {
        let Scripts { start, frame } = self.scripts.clone();
        Inline {
            start,
            frame: matches!(kind, DocumentKind::Block(_)).then_some(frame),
            style: self.styles.of(kind),
        }
    }
}

/// The way from a page to the site's root.
fn to_root(path: &str) -> String {
    match path.matches('/').count() {
        0 => "./".to_owned(),
        depth => "../".repeat(depth),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use routes::{Block, Page};

    #[test]
    fn the_way_up_is_that_of_the_addresses() {
        for lang in Lang::ALL {
            for page in [Page::Report, Page::Embed(Block::Jury)] {
                assert_eq!(to_root(&routes::path(lang, page)), routes::to_root(lang, page));
            }
        }
    }
}

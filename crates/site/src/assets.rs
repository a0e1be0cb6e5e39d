//! The files of the application.
use anyhow::{Context, Result, bail};
use jamsostek_dashboard::document::DocumentKind;
use routes::Block;

use crate::html::attributes;

/// Where the files of the applications lie, seen from the site's root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assets {
    /// The folder of the module, its scripts and its chunks, with a slash at its end. It is named after its content.
    pub folder: String,
    /// The icon.
    pub icon: String,
    /// The application of the page of claims; none where no claims are published.
    pub claims: Option<ClaimsAssets>,
}

/// Where the files of the page of claims lie, which has an application of its own. They have the names of the report's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimsAssets {
    /// The folder of the module, its scripts and its chunks, with a slash at its end. It is named after its content.
    pub folder: String,
}

/// Whether a document shows published claims: their page, and the block of it.
#[must_use]
pub fn shows_claims(kind: DocumentKind) -> bool {
    matches!(kind, DocumentKind::Claims | DocumentKind::Block(Block::ClaimsExplorer))
}

impl Assets {
    /// The folder of the application that a document loads.
    ///
    /// # Errors
    /// When it shows claims, and there is no application for them.
    pub fn folder_of(&self, kind: DocumentKind) -> Result<&str> {
        if !shows_claims(kind) {
            return Ok(&self.folder);
        }
        let claims = self.claims.as_ref();
        let claims = claims.context(
            "claims are published, but the application of their page is not there: have it compiled with the site",
        )?;
        Ok(&claims.folder)
    }

    /// The folders of all applications of the site.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        let claims = self.claims.as_ref().map(|claims| claims.folder.as_str());
        std::iter::once(self.folder.as_str()).chain(claims)
    }

    /// The name of the script that starts the module, in the folder.
    pub const SCRIPT: &str = "app.js";
    /// The name of the module, in the folder.
    pub const MODULE: &str = "app_bg.wasm";
    /// The name of the script that loads chunks, in the folder. The first script imports it.
    pub const LOADER: &str = "split.js";
    /// The name of the list of chunks, in the folder: the files that each loads.
    pub const CHUNKS: &str = "chunks.json";
    /// The workers of the explorer, in the folder of the page of claims: that which holds claims, and that which makes
    /// workbooks of them. Each has a script of that name (`.js`), and a module (`_bg.wasm`).
    pub const CLAIMS_WORKERS: [&str; 2] = ["claims-worker", Self::WORKBOOK_WORKER];
    /// The worker that makes workbooks. It is in the folder of the report, too, where one has more single claims than a page
    /// writes.
    pub const WORKBOOK_WORKER: &str = "claims-workbook";
}

/// The files that Trunk made, as they lie in the site's root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrunkFiles {
    /// The script that would start the module as a whole.
    pub script: String,
    /// The module before it is split.
    pub module: String,
    /// The icon.
    pub icon: String,
}

impl TrunkFiles {
    /// Reads their names from the page that Trunk wrote.
    ///
    /// # Errors
    /// When the page does not link one of each.
    pub fn read(html: &str) -> Result<Self> {
        let one = |selector: &str| match attributes(html, selector, "href")?.as_slice() {
            [href] => Ok(href.trim_start_matches("./").to_owned()),
            found => bail!("Trunk's page has {} of `{selector}`, not one: see Trunk.toml", found.len()),
        };
        Ok(Self {
            script: one("link[rel=modulepreload]")?,
            module: one("link[type='application/wasm']")?,
            icon: one("link[rel=icon]")?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::assets;

    #[test]
    fn a_document_loads_one_application() {
        let (both, claims) = (assets(), [DocumentKind::Claims, DocumentKind::Block(Block::ClaimsExplorer)]);
        for kind in claims {
            assert_eq!(both.folder_of(kind).unwrap(), "app-claims-1/", "{kind:?}");
        }
        for kind in [DocumentKind::Report, DocumentKind::Figures, DocumentKind::Block(Block::Claims)] {
            assert_eq!(both.folder_of(kind).unwrap(), "app-1/", "{kind:?}");
        }
        assert_eq!(both.folders().collect::<Vec<_>>(), ["app-1/", "app-claims-1/"]);
        let report = Assets { claims: None, ..both };
        assert_eq!(report.folders().collect::<Vec<_>>(), ["app-1/"]);
        assert!(report.folder_of(DocumentKind::Report).is_ok());
        for kind in claims {
            let refused = report.folder_of(kind).unwrap_err().to_string();
            assert!(refused.contains("application of their page"), "{refused}");
        }
    }

    #[test]
    fn names_are_those_of_the_page_that_trunk_wrote() {
        let html = "<!DOCTYPE html><html><head><link rel=icon href=./icon-1.svg><link rel=modulepreload crossorigin \
            href=./app-2.js><link rel=preload as=fetch type=application/wasm crossorigin href=./app-2_bg.wasm></head>";
        let files = TrunkFiles::read(html).unwrap();
        assert_eq!([files.script, files.module, files.icon], ["app-2.js", "app-2_bg.wasm", "icon-1.svg"]);
        let error = TrunkFiles::read("<link rel=icon href=./i.svg>").unwrap_err().to_string();
        assert!(error.contains("modulepreload") && error.contains("Trunk.toml"), "{error}");
    }
}

//! The files of the application.
use anyhow::{Result, bail};

use crate::html::attributes;

/// Where the files of the application lie, seen from the site's root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assets {
    /// The folder of the module, its scripts and its chunks, with a slash at its end. It is named after its content.
    pub folder: String,
    /// The icon.
    pub icon: String,
    /// What the explorer of claims loads once the module is there, in the folder.
    pub explorer: Vec<String>,
}

impl Assets {
    /// The name of the script that starts the module, in the folder.
    pub const SCRIPT: &str = "app.js";
    /// The name of the module, in the folder.
    pub const MODULE: &str = "app_bg.wasm";
    /// The name of the script that loads chunks, in the folder. The first script imports it.
    pub const LOADER: &str = "split.js";
    /// The name of the list of chunks, in the folder: the files that each loads.
    pub const CHUNKS: &str = "chunks.json";
    /// Where claims are published, the workers of the explorer in the folder: that which holds claims, and that which makes
    /// workbooks of them. Each has a script of that name (`.js`), and a module (`_bg.wasm`).
    pub const CLAIMS_WORKERS: [&str; 2] = ["claims-worker", Self::WORKBOOK_WORKER];
    /// The worker that makes workbooks: where claims are published, or a report has more of them than a page writes.
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

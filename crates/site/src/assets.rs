//! The files that Trunk made.
use anyhow::{Result, bail};

use crate::html::attributes;

/// The files that Trunk made, as they lie in the site's root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assets {
    /// The script that starts the module.
    pub script: String,
    /// The module.
    pub module: String,
    /// The icon.
    pub icon: String,
}

impl Assets {
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
        let assets = Assets::read(html).unwrap();
        assert_eq!([assets.script, assets.module, assets.icon], ["app-2.js", "app-2_bg.wasm", "icon-1.svg"]);
        let error = Assets::read("<link rel=icon href=./i.svg>").unwrap_err().to_string();
        assert!(error.contains("modulepreload") && error.contains("Trunk.toml"), "{error}");
    }
}

//! What the form knows of the site whose blocks it hands out: the build writes it as `embed/form.json`.
use dataset::Lang;
use routes::Block;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What the form knows of the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmbedFormOptions {
    /// The site's public address with a slash at its end, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
    /// The script for hosts.
    pub script: HostScript,
    /// The folder of the edition that is shown, seen from the site's root (`v/2025-08/`); `None` where none is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
    /// What can be embedded, in the order of the report.
    pub blocks: Vec<Embeddable>,
}

/// The script for hosts as snippets name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HostScript {
    /// Its versioned file, seen from the site's root.
    pub file: String,
    /// Its hash, as the attribute `integrity` has it.
    pub integrity: String,
}

/// A block that can be embedded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Embeddable {
    /// Which block it is.
    pub block: Block,
    /// How it is embedded in Indonesian.
    pub id: EmbeddableWords,
    /// How it is embedded in English.
    pub en: EmbeddableWords,
}

/// A block in one language: what is said of it, and how high that makes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmbeddableWords {
    /// What a frame with it is called.
    pub title: String,
    /// What its picture shows.
    pub alternative: String,
    /// The heights of its frame.
    pub heights: Heights,
}

/// The heights that a frame needs, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heights {
    /// In an article's column, 640 CSS pixels wide.
    pub wide: u32,
    /// In the column of a phone, 358 CSS pixels wide.
    pub narrow: u32,
}

/// Why the options cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("the options of the form cannot be read: {0}")]
pub struct OptionsError(String);

impl EmbedFormOptions {
    /// Reads the options from the text of `embed/form.json`.
    ///
    /// # Errors
    /// [`OptionsError`] where the text is not what a build writes, or offers no block.
    pub fn read(json: &str) -> Result<Self, OptionsError> {
        let options: Self = serde_json::from_str(json).map_err(|error| OptionsError(error.to_string()))?;
        if options.blocks.is_empty() { Err(OptionsError("no blocks".to_owned())) } else { Ok(options) }
    }

    /// The options for a site that lies at `root`, where the build did not know its address.
    #[must_use]
    pub fn at(mut self, root: &str) -> Self {
        self.site.get_or_insert_with(|| root.to_owned());
        self
    }

    /// A block that can be embedded.
    #[must_use]
    pub fn find(&self, block: Block) -> Option<&Embeddable> {
        self.blocks.iter().find(|entry| entry.block == block)
    }

    /// The address of the site's newest edition: pages of an edition lie below it.
    #[must_use]
    pub fn newest(&self) -> Option<&str> {
        let site = self.site.as_deref()?;
        let above = self.edition.as_deref().and_then(|edition| site.strip_suffix(edition));
        Some(above.filter(|above| above.ends_with('/')).unwrap_or(site))
    }
}

impl Embeddable {
    /// How the block is embedded in a language.
    #[must_use]
    pub fn in_language(&self, lang: Lang) -> &EmbeddableWords {
        match lang {
            Lang::Id => &self.id,
            Lang::En => &self.en,
        }
    }
}

impl Heights {
    /// The heights of a frame that is this much lower.
    #[must_use]
    pub fn less(self, pixels: u32) -> Self {
        Self { wide: self.wide.saturating_sub(pixels), narrow: self.narrow.saturating_sub(pixels) }
    }

    /// The height that a frame keeps before it says its own, as a CSS length: that of a wide column, and on a phone
    /// that of a narrow one.
    #[must_use]
    pub fn reserved(self) -> String {
        let Self { wide, narrow } = self;
        if wide <= narrow {
            format!("clamp({wide}px,(700px - 100vw)*9,{narrow}px)")
        } else {
            format!("clamp({narrow}px,(100vw - 600px)*9,{wide}px)")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::options;
    use super::*;

    #[test]
    fn what_the_build_writes_can_be_read() {
        for site in [Some("https://example.org/r/"), None] {
            let options = options(site);
            let json = serde_json::to_string(&options).unwrap();
            assert_eq!(EmbedFormOptions::read(&json), Ok(options));
        }
        for broken in ["", "{}", "<!doctype html>", r#"{"script":{"file":"a","integrity":"b"},"blocks":[]}"#]
        {
            assert!(EmbedFormOptions::read(broken).is_err(), "{broken}");
        }
    }

    #[test]
    fn blocks_are_named_as_in_addresses() {
        let json = serde_json::to_value(Block::ALL).unwrap();
        assert_eq!(json, serde_json::json!(Block::ALL.map(Block::id)));
    }

    #[test]
    fn the_newest_edition_lies_above_the_others() {
        let newest = |site: Option<&str>, edition: Option<&str>| {
            let options = EmbedFormOptions { edition: edition.map(str::to_owned), ..options(site) };
            options.at("http://localhost/r/").newest().unwrap_or_default().to_owned()
        };
        let edition = Some("v/2025-08/");
        assert_eq!(newest(Some("https://a.b/v/2025-08/"), edition), "https://a.b/");
        assert_eq!(newest(Some("https://a.b/"), edition), "https://a.b/");
        assert_eq!(newest(Some("https://a.b/rev/2025-08/"), Some("v/2025-08/")), "https://a.b/rev/2025-08/");
        assert_eq!(newest(None, None), "http://localhost/r/");
    }
}

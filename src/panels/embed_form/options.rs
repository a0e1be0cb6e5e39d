//! What the form knows of the site whose blocks it hands out: the build writes it as `embed/form.json`.
use std::cmp::Ordering;

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
    /// The codes of the languages that there are pages in.
    pub languages: Vec<String>,
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
    /// What the block is called.
    pub name: String,
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
    /// The most that it needs from 320 to 400 CSS pixels, from there to 640, and in wider columns: those of articles
    /// begin at 600.
    pub most: [u32; 3],
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

    /// Whether there are pages in a language.
    #[must_use]
    pub fn has(&self, lang: Lang) -> bool {
        self.languages.iter().any(|code| code == lang.code())
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
    /// The heights of a frame that is this much higher, or lower.
    #[must_use]
    pub fn changed_by(self, pixels: i32) -> Self {
        let change = |height: u32| height.saturating_add_signed(pixels);
        Self { wide: change(self.wide), narrow: change(self.narrow), most: self.most.map(change) }
    }

    /// The height that a frame keeps before it says its own, as a CSS length: that of a wide column, and on a phone
    /// that of a narrow one.
    #[must_use]
    pub fn reserved(self) -> String {
        let Self { wide, narrow, .. } = self;
        if wide <= narrow {
            format!("clamp({wide}px,(700px - 100vw)*9,{narrow}px)")
        } else {
            format!("clamp({narrow}px,(100vw - 600px)*9,{wide}px)")
        }
    }

    /// The heights of a frame that nobody corrects, so that nothing of it is cut: the most that it ever needs, for
    /// systems that drop styles, and a CSS length that is less where the window is wider.
    ///
    /// Only the window can be asked for in a style of one element. A column is taken to be up to 48 CSS pixels
    /// narrower than it. A frame of a `width` of its own never has more.
    #[must_use]
    pub fn kept(self, width: Option<u32>) -> (u32, String) {
        let [narrow, middle, wide] = self.most;
        let [middle, wide] = match width {
            Some(..=400) => [narrow; 2],
            Some(401..640) => [middle; 2],
            _ => [middle, wide],
        };
        let steps = [step(688, middle, wide), step(448, narrow, middle)];
        let steps: String = steps.into_iter().flatten().collect();
        let length = if steps.is_empty() { format!("{wide}px") } else { format!("calc({wide}px{steps})") };
        (narrow.max(middle).max(wide), length)
    }
}

/// What a frame is higher, or lower, in windows that are narrower than an edge, in CSS pixels.
fn step(edge: u32, below: u32, above: u32) -> Option<String> {
    let change = below.abs_diff(above);
    match below.cmp(&above) {
        Ordering::Equal => None,
        Ordering::Greater => Some(format!(" + clamp(0px,({edge}px - 100vw)*99,{change}px)")),
        Ordering::Less => Some(format!(" - clamp(0px,({edge}px - 100vw)*99,{change}px)")),
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
    fn a_frame_that_nobody_corrects_has_three_heights() {
        let heights = Heights { wide: 700, narrow: 900, most: [950, 910, 720] };
        let steps = "calc(720px + clamp(0px,(688px - 100vw)*99,190px) + clamp(0px,(448px - 100vw)*99,40px))";
        assert_eq!(heights.kept(None), (950, steps.to_owned()));
        assert_eq!(heights.kept(Some(640)), heights.kept(None));
        assert_eq!(heights.kept(Some(320)), (950, "950px".to_owned()));
        assert_eq!(
            heights.kept(Some(480)),
            (950, "calc(910px + clamp(0px,(448px - 100vw)*99,40px))".to_owned())
        );
        let wider = Heights { most: [500, 500, 560], ..heights };
        assert_eq!(wider.kept(None), (560, "calc(560px - clamp(0px,(688px - 100vw)*99,60px))".to_owned()));
        assert_eq!(heights.changed_by(-20), Heights { wide: 680, narrow: 880, most: [930, 890, 700] });
        assert_eq!(Heights::default().changed_by(-20), Heights::default());
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

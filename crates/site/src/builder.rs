//! The page that hands out snippets, in each language, and the script for hosts under an address
//! that never changes its content (`docs/adr/0009-embed-builder.md`).
use base64::{Engine, prelude::BASE64_STANDARD};
use dataset::Lang;
use jamsostek_dashboard::{
    document::{DocumentKind, EditionNotices, Links},
    prerender::{self, Builder, Embeddable},
};
use routes::{Block, Page};
use sha2::{Digest, Sha384};

use crate::{
    content::Content,
    hash::sha256_hex,
    publish::{self, Publication},
    shell::{PageOptions, Shell},
};

/// The column of an article, and that of a phone, in CSS pixels.
const WIDE: u32 = 640;
const NARROW: u32 = 358;

/// The script for hosts as snippets name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Script {
    /// Its file, seen from the site's root. Whatever has this name has this content.
    pub file: String,
    /// The value of the attribute `integrity`.
    pub integrity: String,
}

impl Script {
    /// The script with this content.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let hash = sha256_hex(bytes);
        let integrity = format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)));
        Self { file: format!("embed-{}.js", hash.get(..8).unwrap_or(&hash)), integrity }
    }
}

/// The pages: path from the root and document.
#[must_use]
pub fn pages(shell: &Shell, publication: &Publication<'_>, script: &Script) -> Vec<(String, String)> {
    let blocks: Vec<Embeddable> =
        publication.blocks.iter().map(|block| embeddable(publication, *block)).collect();
    let site = publication.absolute("");
    Lang::ALL
        .into_iter()
        .map(|lang| {
            // The component of the form comes in here.
            let content = Content::of_markup(prerender::embed_builder(Builder {
                lang,
                site: site.as_deref(),
                script: &script.file,
                integrity: &script.integrity,
                blocks: &blocks,
            }));
            let (report, _) = publish::about(publication, lang, Page::Report);
            let words = words::publish(lang);
            let path = prerender::builder_path(lang);
            let page = PageOptions {
                kind: DocumentKind::EmbedForm,
                lang,
                path: path.clone(),
                title: format!("{} – {report}", words.builder_title),
                description: words.builder_intro.to_owned(),
                links: Links { stylesheets: vec!["embed-builder.css".to_owned()], ..Links::default() },
                card: None,
                json_ld: None,
                edition: EditionNotices::default(),
            };
            (path + "index.html", shell.document(page, &content))
        })
        .collect()
}

fn embeddable(publication: &Publication<'_>, block: Block) -> Embeddable {
    let about = |lang| publish::about(publication, lang, Page::Embed(block)).0;
    let alternative = |lang| publish::alternative(publication, lang, Page::Embed(block));
    let heights = |lang| {
        let at = |width| publication.heights.at(lang, block, width).unwrap_or_default();
        (at(WIDE), at(NARROW))
    };
    Embeddable {
        block,
        heights: [heights(Lang::Id), heights(Lang::En)],
        titles: [about(Lang::Id), about(Lang::En)],
        alternatives: [alternative(Lang::Id), alternative(Lang::En)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        publish::tests::{publication, shipped},
        testing::shell,
    };

    #[test]
    fn the_script_has_a_name_and_a_hash_of_its_content() {
        let script = Script::of(b"x");
        assert_eq!(script.file.len(), "embed-01234567.js".len());
        let hash = sha256_hex(b"x");
        assert_eq!(script.file, format!("embed-{}.js", &hash[..8]));
        // 48 bytes in base64.
        assert_eq!(script.integrity.len(), "sha384-".len() + 64);
    }

    #[test]
    fn the_pages_reach_their_files_and_are_no_search_results() {
        let data = shipped();
        let script = Script::of(b"x");
        let pages = pages(&shell(), &publication(&data, Some("https://example.org/r")), &script);
        let paths: Vec<&str> = pages.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(paths, ["embed/index.html", "en/embed/index.html"]);
        for ((_, html), root) in pages.iter().zip(["../", "../../"]) {
            assert!(html.contains("<meta name=\"robots\" content=\"noindex\">"));
            assert!(html.contains("<meta name=\"jamsostek-page\" content=\"embed\">"));
            for file in ["embed-builder.css", "icon-2.svg", "app-1.js", "data/d.json"] {
                assert!(html.contains(&format!("\"{root}{file}\"")), "{file}: {html}");
            }
            assert!(html.contains(&format!("https://example.org/r/{}", script.file)));
            assert!(html.contains(&script.integrity));
        }
    }

    #[test]
    fn no_private_person_is_in_a_snippet() {
        let data = shipped();
        let pages = pages(&shell(), &publication(&data, None), &Script::of(b"x"));
        for name in publish::private_names(&data) {
            assert!(pages.iter().all(|(_, html)| !html.contains(name)), "{name}");
        }
    }

    #[test]
    fn each_block_has_the_height_of_its_frames() {
        let data = shipped();
        let publication = publication(&data, None);
        let pages = pages(&shell(), &publication, &Script::of(b"x"));
        let (_, html) = &pages[0];
        for block in publication.blocks {
            let height = publication.heights.at(Lang::Id, *block, WIDE).unwrap();
            assert!(height > 0, "{block:?}");
            assert!(
                html.contains(&format!("value=\"{}\" data-height-id=\"{height}\"", block.id())),
                "{block:?}"
            );
        }
    }
}

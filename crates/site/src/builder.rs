//! The page that hands out snippets, in each language, and the script for hosts under an address
//! that never changes its content (`docs/adr/0009-embed-builder.md`).
use anyhow::Result;
use base64::{Engine, prelude::BASE64_STANDARD};
use dataset::Lang;
use jamsostek_dashboard::prerender::{self, Builder, Embeddable};
use lol_html::{element, html_content::ContentType};
use routes::{Block, Page};
use sha2::{Digest, Sha384};

use crate::{
    hash::sha256_hex,
    pages::{rewrite, skip_link},
    publish::{self, Publication},
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

/// The pages: path from the root and content, the policy still to be filled in. The shell is that
/// of the other pages, as it comes from Trunk.
///
/// # Errors
/// When the shell is no HTML that can be parsed.
pub fn pages(shell: &str, publication: &Publication<'_>, script: &Script) -> Result<Vec<(String, String)>> {
    let blocks: Vec<Embeddable> =
        publication.blocks.iter().map(|block| embeddable(publication, *block)).collect();
    let site = publication.absolute("");
    Lang::ALL
        .into_iter()
        .map(|lang| {
            let content = prerender::embed_builder(Builder {
                lang,
                site: site.as_deref(),
                script: &script.file,
                integrity: &script.integrity,
                blocks: &blocks,
            });
            let (root, own) = (prerender::builder_to_root(lang), words::publish(lang));
            let (report, _) = publish::about(publication, lang, Page::Report);
            let around = Around {
                lang,
                root,
                title: &format!("{} – {report}", own.builder_title),
                description: own.builder_intro,
                head: &format!(
                    "<link rel=\"stylesheet\" href=\"{root}embed-builder.css\">\
                     <script type=\"module\" src=\"{root}embed-builder.js\"></script>"
                ),
            };
            Ok((prerender::builder_path(lang) + "index.html", in_shell(shell, around, &content)?))
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

/// What stands around a page that does without the application.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// The language of the page.
    pub lang: Lang,
    /// The way up to the site's root.
    pub root: &'a str,
    /// The page's title.
    pub title: &'a str,
    /// What the page is about.
    pub description: &'a str,
    /// Elements for its head.
    pub head: &'a str,
}

/// The shell around a page's content: without the application and what it loads. Such a page belongs
/// to the report, so search engines leave it out.
///
/// # Errors
/// When the shell is no HTML that can be parsed.
pub fn in_shell(shell: &str, around: Around<'_>, content: &str) -> Result<String> {
    let Around { lang, root, title, description, head } = around;
    let head = format!("<meta name=\"robots\" content=\"noindex\">{head}");
    rewrite(
        shell,
        vec![
            element!("html", |html| Ok(html.set_attribute("lang", lang.code())?)),
            element!(
                "link[rel=preload], link[rel=modulepreload], script[type=module], #failed, #notice, \
                 meta[name=jamsostek-dataset]",
                |away| {
                    away.remove();
                    Ok(())
                }
            ),
            element!("title", |el| {
                el.set_inner_content(title, ContentType::Text);
                // Trunk leaves out the tags that HTML can do without, such as that of the head.
                el.after(&head, ContentType::Html);
                Ok(())
            }),
            element!("meta[name=description]", |el| Ok(el.set_attribute("content", description)?)),
            element!("meta[name=jamsostek-root]", |el| Ok(el.set_attribute("content", root)?)),
            element!("link[href^='./']", |link| {
                let href = link.get_attribute("href").unwrap_or_default();
                Ok(link.set_attribute("href", &format!("{root}{}", href.trim_start_matches("./")))?)
            }),
            element!("#app", |app| {
                app.before(&skip_link(lang), ContentType::Html);
                app.set_inner_content(content, ContentType::Html);
                Ok(())
            }),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::tests::{publication, shipped};

    const SHELL: &str = "<!DOCTYPE html><html lang=id><title>x</title><meta name=description content=x>\
        <meta name=jamsostek-root content=./><meta name=jamsostek-dataset content=x>\
        <link rel=preload href=./d.json><link rel=modulepreload href=./app-3.js><link rel=icon href=./icon.svg>\
        <script type=module>start()</script><div id=app></div><p id=failed hidden></p>";

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
    fn the_pages_load_no_application_and_reach_their_files() {
        let data = shipped();
        let script = Script::of(b"x");
        let pages = pages(SHELL, &publication(&data, Some("https://example.org/r")), &script).unwrap();
        let paths: Vec<&str> = pages.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(paths, ["embed/index.html", "en/embed/index.html"]);
        for ((_, html), root) in pages.iter().zip(["../", "../../"]) {
            assert!(
                !html.contains("preload") && !html.contains("start()") && !html.contains("id=failed"),
                "{html}"
            );
            assert!(html.contains("<meta name=\"robots\" content=\"noindex\">"));
            for file in ["embed-builder.css", "embed-builder.js", "icon.svg"] {
                assert!(html.contains(&format!("\"{root}{file}\"")), "{file}: {html}");
            }
            assert!(html.contains(&format!("https://example.org/r/{}", script.file)));
            assert!(html.contains(&script.integrity));
        }
    }

    #[test]
    fn no_private_person_is_in_a_snippet() {
        let data = shipped();
        let pages = pages(SHELL, &publication(&data, None), &Script::of(b"x")).unwrap();
        for name in publish::private_names(&data) {
            assert!(pages.iter().all(|(_, html)| !html.contains(name)), "{name}");
        }
    }

    #[test]
    fn each_block_has_the_height_of_its_frames() {
        let data = shipped();
        let publication = publication(&data, None);
        let pages = pages(SHELL, &publication, &Script::of(b"x")).unwrap();
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

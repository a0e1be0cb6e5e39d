//! The page that hands out snippets, in each language, what its form knows of the site, and the script for hosts
//! under an address that never changes its content (`docs/adr/0009-embed-builder.md`).
use anyhow::Result;
use base64::{Engine, prelude::BASE64_STANDARD};
use dataset::Lang;
use jamsostek_dashboard::{
    document::{DocumentKind, EditionNotices, Links},
    panels::embed_form::{
        EmbedFormOptions, EmbedPage, Embeddable, EmbeddableWords, Heights, HostScript, embed_page_path,
    },
    ui::block_name,
};
use leptos::prelude::*;
use routes::{Block, Page};
use sha2::{Digest, Sha384};
use words::Names;

use crate::{
    content::Content,
    editions::Edition,
    hash::sha256_hex,
    publish::{self, Publication},
    shell::{FORM_OPTIONS, PageOptions, Shell},
};

/// The column of an article, and that of a phone, in CSS pixels.
const WIDE: u32 = 640;
const NARROW: u32 = 358;
/// The columns of phones, of small windows and of articles, in CSS pixels: a frame that nobody corrects must fit in
/// all of a kind. Those of articles begin before the last kind ends, as a window does not tell how wide they are.
const COLUMNS: [(u32, u32); 3] = [(320, 400), (400, 640), (600, 1200)];

/// The script for hosts with this content, as snippets name it: whatever has its name has its content.
#[must_use]
pub fn host_script(bytes: &[u8]) -> HostScript {
    let hash = sha256_hex(bytes);
    let integrity = format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)));
    HostScript { file: format!("embed-{}.js", hash.get(..8).unwrap_or(&hash)), integrity }
}

/// What the form knows of the site.
#[must_use]
pub fn options(publication: &Publication<'_>, edition: &Edition, script: &HostScript) -> EmbedFormOptions {
    EmbedFormOptions {
        site: publication.absolute(""),
        script: script.clone(),
        edition: Some(edition.path.clone()),
        languages: publication.data.published().into_iter().map(|lang| lang.code().to_owned()).collect(),
        blocks: publication.blocks.iter().map(|block| embeddable(publication, *block)).collect(),
    }
}

/// The pages and the options of their form: path from the root and content.
///
/// # Errors
/// Never in practice: the options are made of texts and numbers.
pub fn files(
    shell: &Shell,
    publication: &Publication<'_>,
    options: &EmbedFormOptions,
) -> Result<Vec<(String, String)>> {
    let mut files = vec![(FORM_OPTIONS.to_owned(), serde_json::to_string(options)?)];
    let languages = publication.data.published();
    for lang in languages {
        files.push(page(shell, publication, lang, options.clone())?);
    }
    Ok(files)
}

fn page(
    shell: &Shell,
    publication: &Publication<'_>,
    lang: Lang,
    options: EmbedFormOptions,
) -> Result<(String, String)> {
    let brand = Names::of(publication.data, lang).brand();
    let content = Content::of(move || view! { <EmbedPage lang brand options/> }.into_any());
    let (report, _) = publish::about(publication, lang, Page::Report);
    let words = words::publish(lang);
    let path = embed_page_path(lang);
    let page = PageOptions {
        kind: DocumentKind::EmbedForm,
        lang,
        path: path.clone(),
        up: publication.up.to_owned(),
        title: format!("{} – {report}", words.builder_title()),
        description: words.builder_intro().to_owned(),
        links: Links { stylesheets: vec!["embed-builder.css".to_owned()], ..Links::default() },
        card: None,
        json_ld: None,
        edition: EditionNotices::default(),
    };
    Ok((path + "index.html", shell.document(page, &content)?))
}

fn embeddable(publication: &Publication<'_>, block: Block) -> Embeddable {
    let words = |lang| EmbeddableWords {
        name: block_name(words::messages(lang), publication.data, block).to_owned(),
        title: publish::about(publication, lang, Page::Embed(block)).0,
        alternative: publish::alternative(publication, lang, Page::Embed(block)),
        heights: Heights {
            wide: publication.heights.at(lang, block, WIDE).unwrap_or_default(),
            narrow: publication.heights.at(lang, block, NARROW).unwrap_or_default(),
            most: COLUMNS.map(|widths| publication.heights.most(lang, block, widths).unwrap_or_default()),
        },
    };
    Embeddable { block, id: words(Lang::Id), en: words(Lang::En) }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use dataset::Dataset;

    use super::*;
    use crate::{
        publish::tests::{publication, shipped},
        testing::shell,
    };

    /// What is written for the shipped dataset.
    fn written(data: &Arc<Dataset>, site_url: Option<&str>) -> Vec<(String, String)> {
        let publication = publication(data, site_url);
        let edition = Edition::of(data, "data/d.json", b"", None);
        let options = options(&publication, &edition, &host_script(b"x"));
        files(&shell(), &publication, &options).unwrap()
    }

    #[test]
    fn the_script_has_a_name_and_a_hash_of_its_content() {
        let script = host_script(b"x");
        let hash = sha256_hex(b"x");
        assert_eq!(script.file, format!("embed-{}.js", &hash[..8]));
        // 48 bytes in base64.
        assert_eq!(script.integrity.len(), "sha384-".len() + 64);
    }

    #[test]
    fn the_pages_reach_their_files_and_are_no_search_results() {
        let script = host_script(b"x");
        let files = written(&shipped(), Some("https://example.org/r"));
        let paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(paths, ["embed/form.json", "embed/index.html", "en/embed/index.html"]);
        for ((_, html), root) in files[1..].iter().zip(["../", "../../"]) {
            assert!(html.contains("<meta name=\"robots\" content=\"noindex\">"));
            assert!(html.contains("<meta name=\"jamsostek-page\" content=\"embed\">"));
            for file in ["app-1/embed-builder.css", "icon-2.svg", "app-1/app.js", "embed/form.json"] {
                assert!(html.contains(&format!("\"{root}{file}\"")), "{file}: {html}");
            }
            assert!(html.contains(&format!("https://example.org/r/{}", script.file)));
            assert!(html.contains(&script.integrity));
        }
    }

    #[test]
    fn no_private_person_is_in_a_snippet() {
        let data = shipped();
        let files = written(&data, None);
        for name in publish::private_names(&data) {
            assert!(files.iter().all(|(_, text)| !text.contains(name)), "{name}");
        }
    }

    #[test]
    fn the_form_can_read_its_options_and_each_block_has_the_height_of_its_frames() {
        let data = shipped();
        let publication = publication(&data, None);
        let (_, json) = written(&data, None).swap_remove(0);
        let options = EmbedFormOptions::read(&json).unwrap();
        assert_eq!(options.site, None);
        let folder = options.edition.as_deref().unwrap_or_default();
        assert!(folder.starts_with("v/sumsel-2025-08-") && folder.ends_with('/'), "{folder}");
        assert_eq!(options.blocks.len(), publication.blocks.len());
        for entry in &options.blocks {
            let height = publication.heights.at(Lang::Id, entry.block, WIDE).unwrap();
            assert!(height > 0 && entry.id.heights.wide == height, "{:?}", entry.block);
            let [narrow, ..] = entry.id.heights.most;
            for width in [320, 328, 360, 390] {
                let needed = publication.heights.at(Lang::Id, entry.block, width).unwrap();
                assert!(narrow >= needed, "{:?} at {width}: {narrow} for {needed}", entry.block);
            }
        }
    }
}

//! The page that says where each figure comes from, in each language
//! (`docs/adr/0013-ask-a-figure.md`).
use anyhow::Result;
use dataset::Lang;
use jamsostek_dashboard::prerender::{self, FiguresPage};
use routes::Page;

use crate::{
    builder::{self, Around},
    pages::rewrite,
    publish::{self, Publication},
};
use lol_html::{element, html_content::ContentType};

/// The pages: path from the root and content, the policy still to be filled in. The shell is that of
/// the other pages, as it comes from Trunk. Citations name the edition and, where it is known, the
/// `address` of its folder.
///
/// # Errors
/// When the shell is no HTML that can be parsed.
pub fn pages(
    shell: &str,
    publication: &Publication<'_>,
    edition: &str,
    address: Option<&str>,
) -> Result<Vec<(String, String)>> {
    Lang::ALL
        .into_iter()
        .map(|lang| {
            let path = prerender::figures_path(lang);
            let root = "../".repeat(path.matches('/').count());
            let content = prerender::figures_page(FiguresPage {
                data: publication.data,
                lang,
                edition,
                dataset_file: publication.dataset_file,
                blocks: publication.blocks,
                address,
            });
            let (report, _) = publish::about(publication, lang, Page::Report);
            let own = words::ask(lang);
            let around = Around {
                lang,
                root: &root,
                title: &format!("{} – {report}", own.title),
                description: own.intro,
                head: &format!("<link rel=\"stylesheet\" href=\"{root}ask.css\">"),
            };
            let mut html = builder::in_shell(shell, around, &content)?;
            if publication.pinned {
                html = with_slot(&html)?;
            }
            Ok((path + "index.html", html))
        })
        .collect()
}

/// The place that later builds fill when the edition is an old one.
fn with_slot(html: &str) -> Result<String> {
    rewrite(
        html,
        vec![element!("#app", |app| {
            app.before("<aside id=\"outdated\" hidden></aside>", ContentType::Html);
            Ok(())
        })],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::tests::{publication, shipped};

    const SHELL: &str = "<!DOCTYPE html><html lang=id><title>x</title><meta name=description content=x>\
        <meta name=jamsostek-root content=./><meta name=jamsostek-dataset content=x>\
        <link rel=preload href=./d.json><link rel=icon href=./icon.svg>\
        <script type=module>start()</script><div id=app></div><p id=failed hidden></p>";

    #[test]
    fn the_pages_load_no_application_and_reach_their_files() {
        let data = shipped();
        let site = publication(&data, Some("https://example.org/r"));
        let pages = pages(SHELL, &site, "e-0", Some("https://example.org/r/v/e-0/")).unwrap();
        let paths: Vec<&str> = pages.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(paths, ["figures/index.html", "en/figures/index.html"]);
        for ((_, html), root) in pages.iter().zip(["../", "../../"]) {
            assert!(!html.contains("preload") && !html.contains("start()"), "{html}");
            assert!(html.contains("<meta name=\"robots\" content=\"noindex\">"));
            assert!(html.contains(&format!("href=\"{root}ask.css\"")));
            assert!(html.contains("https://example.org/r/v/e-0/") && !html.contains("id=\"outdated\""));
            for name in publish::private_names(&data) {
                assert!(!html.contains(name), "{name}");
            }
        }
    }

    #[test]
    fn pages_of_an_edition_have_the_place_for_the_notice() {
        let data = shipped();
        let site = Publication { pinned: true, ..publication(&data, None) };
        for (_, html) in pages(SHELL, &site, "e-0", None).unwrap() {
            assert!(html.contains("<aside id=\"outdated\" hidden></aside>"), "{html}");
        }
    }
}

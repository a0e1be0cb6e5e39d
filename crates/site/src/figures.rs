//! The page that says where each figure comes from, in each language
//! (`docs/adr/0013-ask-a-figure.md`).
use std::sync::Arc;

use anyhow::Result;
use jamsostek_dashboard::{
    context::{Report, ReportOptions},
    document::{DocumentKind, EditionNotices, Links},
    figures_page::{FiguresOptions, FiguresPage, figures_path},
};
use leptos::prelude::*;
use routes::Page;

use crate::{
    content::Content,
    publish::{self, Publication},
    shell::{PageOptions, Shell},
};

/// The pages: path from the root and document. Citations name the edition and, where it is known, the
/// `address` of its folder.
///
/// # Errors
/// When their application is not there.
pub fn pages(
    shell: &Shell,
    publication: &Publication<'_>,
    address: Option<&str>,
) -> Result<Vec<(String, String)>> {
    publication
        .data
        .published()
        .into_iter()
        .map(|lang| {
            let options = FiguresOptions {
                edition: shell.edition.clone(),
                dataset_file: publication.dataset_file.to_owned(),
                blocks: publication.blocks.to_vec(),
                address: address.map(str::to_owned),
            };
            let data = Arc::clone(publication.data);
            let content = Content::of(move || {
                provide_context(Report::new(ReportOptions { data, lang, page: Page::Report, newer: false }));
                view! { <FiguresPage options/> }.into_any()
            });
            let (report, _) = publish::about(publication, lang, Page::Report);
            let words = words::ask(lang);
            let path = figures_path(lang);
            let page = PageOptions {
                kind: DocumentKind::Figures,
                lang,
                path: path.clone(),
                up: publication.up.to_owned(),
                title: format!("{} – {report}", words.title()),
                description: words.intro().to_owned(),
                links: Links { stylesheets: vec!["ask.css".to_owned()], ..Links::default() },
                card: None,
                json_ld: None,
                edition: EditionNotices { has_outdated: publication.pinned, line: None, others: Vec::new() },
            };
            Ok((path + "index.html", shell.document(page, &content)?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        publish::tests::{publication, shipped},
        testing::shell,
    };

    #[test]
    fn the_pages_reach_their_files_and_cite_the_edition() {
        let data = shipped();
        let site = publication(&data, Some("https://example.org/r"));
        let pages = pages(&shell(), &site, Some("https://example.org/r/v/e-0/")).unwrap();
        let paths: Vec<&str> = pages.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(paths, ["figures/index.html", "en/figures/index.html"]);
        for ((_, html), root) in pages.iter().zip(["../", "../../"]) {
            assert!(html.contains("<meta name=\"robots\" content=\"noindex\">"));
            assert!(html.contains("<meta name=\"jamsostek-page\" content=\"figures\">"));
            assert!(html.contains(&format!("href=\"{root}app-1/ask.css\"")));
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
        for (_, html) in pages(&shell(), &site, None).unwrap() {
            assert!(html.contains("<aside id=\"outdated\" hidden></aside>"), "{html}");
            assert!(html.find("id=\"outdated\"") < html.find("id=\"app\""));
        }
    }
}

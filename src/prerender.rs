//! The page's components rendered to text: what the static pages hold before the application takes
//! them over.
//!
//! The markup is what the application would build for the same dataset, language and page in its
//! first state, with two differences. Charts are there in each of [`crate::charts::WIDTHS`],
//! because the width of the column is not known yet. And there are no event handlers, so whoever
//! writes the page disables its controls.
use leptos::prelude::*;

pub use crate::components::{Builder, Embeddable, builder_path, builder_to_root, embed_builder};
use crate::components::{Report, ReportPage};
use crate::model::{Dataset, Finding, Lang};
use crate::page::{Block, Page, ViewState};

/// The content of a page's container, as HTML. The findings are what could not be read of the
/// dataset; the page says so.
#[must_use]
pub fn render(data: &'static Dataset, findings: &[Finding], lang: Lang, page: Page) -> String {
    let findings = findings.to_vec();
    Owner::new().with(|| {
        let report = Report::new(data, (lang, page), RwSignal::new(ViewState::default()), RwSignal::new(0));
        view! { <ReportPage report findings/> }.to_html()
    })
}

/// The pages that a dataset has something for: the report, and each of its blocks alone.
#[must_use]
pub fn pages(data: &Dataset) -> Vec<Page> {
    std::iter::once(Page::Report).chain(blocks(data).into_iter().map(Page::Embed)).collect()
}

/// The blocks that a dataset has something for, in the order of the report.
#[must_use]
pub fn blocks(data: &Dataset) -> Vec<Block> {
    Block::ALL.into_iter().filter(|block| has(data, *block)).collect()
}

fn has(data: &Dataset, block: Block) -> bool {
    let any_award = |has: &dyn Fn(&crate::model::Award) -> bool| data.awards.iter().any(has);
    match block {
        Block::Headline => crate::figures::headline(data).is_some(),
        Block::Groups => crate::figures::has_comparison(data),
        Block::Trend => crate::figures::trend(data).is_some(),
        Block::Claims => crate::figures::claims(data).is_some(),
        Block::Handovers => {
            crate::figures::claims(data).is_some()
                && data.claims.as_ref().is_some_and(|claims| !claims.cases.is_empty())
        }
        Block::Winners => any_award(&|award| award.categories.iter().any(|c| !c.winners.is_empty())),
        Block::SpecialAwards => any_award(&|award| !award.special.is_empty()),
        Block::Jury => any_award(&|award| award.jury.as_ref().is_some()),
        Block::Report => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model;

    fn dataset(text: &str) -> &'static Dataset {
        Box::leak(Box::new(model::read(text).dataset.unwrap()))
    }

    #[test]
    fn every_page_of_the_shipped_dataset_is_complete() {
        let data = dataset(include_str!("../public/data/sumsel-2025-08.json"));
        let pages = pages(data);
        assert_eq!(pages.len(), 9);
        for lang in [Lang::Id, Lang::En] {
            let report = render(data, &[], lang, Page::Report);
            assert!(report.contains(if lang == Lang::Id { "31,33%" } else { "31.33%" }));
            for page in &pages {
                let html = render(data, &[], lang, *page);
                assert_eq!(html.matches("<h1").count(), 1, "{page:?}");
                assert!(html.contains("id=\"content\""), "{page:?}");
                let empty = crate::i18n::messages(lang).empty_title;
                assert!(!html.contains(empty), "{page:?} shows nothing");
            }
        }
    }

    #[test]
    fn a_block_is_there_only_where_the_dataset_has_it() {
        let minimal = dataset(include_str!("../tests/data/minimal.json"));
        assert_eq!(blocks(minimal), [Block::Headline, Block::Report]);
        let awards = blocks(dataset(include_str!("../tests/data/only-awards.json")));
        assert!(!awards.contains(&Block::Headline) && awards.contains(&Block::Winners));
    }

    #[test]
    fn a_chart_is_there_for_each_width() {
        let data = dataset(include_str!("../public/data/sumsel-2025-08.json"));
        let html = render(data, &[], Lang::Id, Page::Embed(Block::Groups));
        for width in crate::charts::WIDTHS {
            assert!(html.contains(&format!("<div class=\"w{width}\"><svg")), "{width}");
        }
    }

    #[test]
    fn the_same_dataset_gives_the_same_text() {
        let data = dataset(include_str!("../tests/data/capabilities.json"));
        let text = || render(data, &[], Lang::En, Page::Report);
        assert_eq!(text(), text());
    }
}

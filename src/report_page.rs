//! A page: its frame, and the sections of the report in order.
use dataset::{Dataset, Finding};
use leptos::prelude::*;
use routes::{Block, Page};

use crate::context::use_report;
use crate::explorer::{ClaimsPage, ExplorerBlock};
use crate::sections::{
    AwardBlocks, AwardsSection, ClaimsSection, EmbedFrame, GroupsSection, HandoversAlone, HeadlineSection,
    MethodSection, MoreFigures, NothingToShow, PageFrame, Section, TrendSection, award_has,
};
use crate::ui::{Problems, block_heading};

/// The pages that a dataset has something for: the report, and each of its blocks alone.
#[must_use]
pub fn pages(data: &Dataset) -> Vec<Page> {
    std::iter::once(Page::Report).chain(blocks(data).into_iter().map(Page::Embed)).collect()
}

/// The blocks that a dataset has something for, in the order of the report. Claims that are published beside it are not
/// told of in it.
#[must_use]
pub fn blocks(data: &Dataset) -> Vec<Block> {
    Block::ALL.into_iter().filter(|block| has(data, *block)).collect()
}

fn has(data: &Dataset, block: Block) -> bool {
    match block {
        Block::Headline => figures::headline(data).is_some(),
        Block::Groups => figures::has_comparison(data),
        Block::Trend => figures::has_course(data),
        Block::Claims => figures::has_claims(data),
        Block::Handovers => {
            figures::claims(data).is_some()
                && data.claims.as_ref().is_some_and(|claims| !claims.cases.is_empty())
        }
        Block::Winners | Block::SpecialAwards | Block::Jury => {
            data.awards.iter().any(|award| award_has(award, block))
        }
        Block::ClaimsExplorer => false,
        Block::Report => true,
    }
}

/// The whole page that the report of the context is for.
#[component]
pub fn ReportPage(
    /// What could not be read of the dataset.
    findings: Vec<Finding>,
) -> impl IntoView {
    let report = use_report();
    let problems = view! { <Problems lang=report.lang findings/> };
    match report.page {
        Page::Report | Page::NotFound => view! { <PageFrame>{problems}<Sections/></PageFrame> }.into_any(),
        Page::Claims => view! { <ClaimsPage/> }.into_any(),
        Page::Embed(Block::ClaimsExplorer) => view! { <ExplorerBlock/> }.into_any(),
        Page::Embed(block @ Block::Report) => {
            let heading = report.words.full_report();
            view! { <EmbedFrame block heading>{problems}<Sections/></EmbedFrame> }.into_any()
        }
        Page::Embed(block) => {
            let heading = block_heading(&report, block);
            view! { <EmbedFrame block heading>{problems}<BlockAlone block/></EmbedFrame> }.into_any()
        }
    }
}

/// The sections of the report; a notice first where there are no figures.
#[component]
fn Sections() -> impl IntoView {
    let report = use_report();
    let of_figures = Section::ALL.into_iter().filter(|section| *section != Section::Method);
    let has_figures =
        has(&report.data, Block::Headline) || of_figures.into_iter().any(|section| section.is_in(&report));
    view! {
        {(!has_figures).then(|| view! { <NothingToShow/> })}
        <HeadlineSection/>
        <GroupsSection/>
        <TrendSection/>
        <ClaimsSection/>
        <AwardsSection/>
        <MoreFigures/>
        <MethodSection/>
    }
}

/// A block without the rest of the report; a notice where the dataset has nothing for it.
#[component]
fn BlockAlone(
    /// The block.
    block: Block,
) -> impl IntoView {
    if !has(&use_report().data, block) {
        return view! { <NothingToShow/> }.into_any();
    }
    match block {
        Block::Headline => view! { <HeadlineSection/> }.into_any(),
        Block::Groups => view! { <GroupsSection/> }.into_any(),
        Block::Trend => view! { <TrendSection/> }.into_any(),
        Block::Claims => view! { <ClaimsSection/> }.into_any(),
        Block::Handovers => view! { <HandoversAlone/> }.into_any(),
        Block::Winners | Block::SpecialAwards | Block::Jury => view! { <AwardBlocks block/> }.into_any(),
        Block::ClaimsExplorer | Block::Report => ().into_any(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::sync::Arc;

    use words::Lang;

    use super::*;
    use crate::context::{Report, ReportOptions};

    const SHIPPED: &str = include_str!("../public/data/sumsel-2025-08.json");
    const CAPABILITIES: &str = include_str!("../tests/data/capabilities.json");
    const CONTRADICTIONS: &str = include_str!("../tests/data/contradictions.json");
    const ONLY_AWARDS: &str = include_str!("../tests/data/only-awards.json");
    const MINIMAL: &str = include_str!("../tests/data/minimal.json");

    /// Two editions of an award that both have everything.
    const TWO_EDITIONS: &str = r#"{"format": "jamsostek-dashboard/1", "id": "two", "title": "Two editions", "region": "r",
        "regions": {"r": {"name": "Sample Island", "level": "province"},
            "a": {"name": "A", "level": "city", "parent": "r"}, "b": {"name": "B", "level": "city", "parent": "r"}},
        "awards": [
            {"id": "none", "name": "Not given"},
            {"id": "first", "name": "First", "jury": {"members": [{"name": "J"}]},
             "categories": [{"id": "k", "label": "Towns", "winners": [
                 {"id": "a1", "name": "A", "place": {"region": "a"}}, {"id": "b1", "name": "B", "place": {"region": "b"}}]}],
             "special": [{"id": "s1", "name": "Village", "persons": {"value": 7}}]},
            {"id": "second", "name": "Second", "jury": {"members": [{"name": "K"}]},
             "categories": [{"id": "k", "label": "Towns", "winners": [
                 {"id": "a2", "name": "A", "place": {"region": "a"}}, {"id": "b2", "name": "B", "place": {"region": "b"}}]}],
             "special": [{"id": "s2", "name": "Hamlet", "persons": {"value": 9}}]}]}"#;

    fn read(text: &str) -> Arc<Dataset> {
        Arc::new(dataset::read(text).dataset.unwrap())
    }

    /// A page as the build writes it, with plain spaces.
    fn html(data: &Arc<Dataset>, lang: Lang, page: Page) -> String {
        Owner::new().with(|| {
            provide_context(Report::new(ReportOptions { data: data.clone(), lang, page, newer: false }));
            view! { <ReportPage findings=Vec::new()/> }.to_html().replace('\u{a0}', " ")
        })
    }

    #[test]
    fn every_page_of_the_shipped_dataset_is_complete() {
        let data = read(SHIPPED);
        let pages = pages(&data);
        assert_eq!(pages.len(), 10);
        for lang in [Lang::Id, Lang::En] {
            let empty = words::messages(lang).empty_title();
            for page in &pages {
                let html = html(&data, lang, *page);
                assert_eq!(html.matches("<h1").count(), 1, "{page:?}");
                assert!(html.contains("id=\"content\""), "{page:?}");
                assert!(!html.contains(empty), "{page:?} shows nothing");
            }
        }
    }

    #[test]
    fn a_block_is_there_only_where_the_dataset_has_it() {
        assert_eq!(blocks(&read(MINIMAL)), [Block::Headline, Block::Report]);
        let awards = read(ONLY_AWARDS);
        let found = blocks(&awards);
        assert!(!found.contains(&Block::Headline) && found.contains(&Block::Winners));
        let empty = words::messages(Lang::En).empty_title();
        for block in Block::ALL.into_iter().filter(|block| *block != Block::ClaimsExplorer) {
            let says_nothing = html(&awards, Lang::En, Page::Embed(block)).contains(empty);
            assert_eq!(says_nothing, !found.contains(&block), "{block:?}");
        }
    }

    #[test]
    fn an_id_stands_on_a_page_once() {
        for text in [SHIPPED, CAPABILITIES, CONTRADICTIONS, ONLY_AWARDS, MINIMAL, TWO_EDITIONS] {
            let data = read(text);
            for page in pages(&data) {
                let html = html(&data, Lang::En, page);
                let mut ids = BTreeSet::new();
                for id in html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                    assert!(ids.insert(id), "{} {page:?}: {id}", data.id);
                }
            }
        }
        let editions = html(&read(TWO_EDITIONS), Lang::En, Page::Report);
        let of_second =
            ["id=\"winners-3-places-chart\"", "id=\"winners-3-title\"", "id=\"special-awards-3-chart\""];
        let of_first = ["id=\"winners-places-chart\"", "id=\"winners\"", "id=\"jury\""];
        for wanted in of_first.into_iter().chain(of_second) {
            assert!(editions.contains(wanted), "{wanted}");
        }
    }

    #[test]
    fn what_does_not_fit_stands_in_the_method() {
        let html = html(&read(CONTRADICTIONS), Lang::Id, Page::Report);
        let (_, checks) = html.split_once("<ul class=\"checks\">").unwrap();
        let (checks, _) = checks.split_once("</ul>").unwrap();
        assert_eq!(checks.matches("<li>").count(), 6, "{checks}");
        assert!(checks.contains("Dewan juri, Penghargaan Contoh: disebut 3, tercantum 2."), "{checks}");
        assert!(html.contains("Sumber menyebut 3 juri dan mencantumkan 2 nama."));
    }
}

//! A page: its frame, and the sections of the report in order.
use dataset::{Dataset, Finding};
use leptos::prelude::*;
use routes::{Block, Page};

use crate::context::use_report;
use crate::sections::{
    AwardBlocks, AwardsSection, ClaimsSection, Contents, EmbedFrame, GroupsSection, HandoversAlone,
    HeadlineSection, MethodSection, NothingToShow, PageFrame, Section, TrendSection, award_has,
};
use crate::ui::Problems;

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
    match block {
        Block::Headline => figures::headline(data).is_some(),
        Block::Groups => figures::has_comparison(data),
        Block::Trend => figures::trend(data).is_some(),
        Block::Claims => figures::claims(data).is_some(),
        Block::Handovers => {
            figures::claims(data).is_some()
                && data.claims.as_ref().is_some_and(|claims| !claims.cases.is_empty())
        }
        Block::Winners | Block::SpecialAwards | Block::Jury => {
            data.awards.iter().any(|award| award_has(award, block))
        }
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
        Page::Embed(block @ Block::Report) => {
            view! { <EmbedFrame block>{problems}<Sections/></EmbedFrame> }.into_any()
        }
        Page::Embed(block) => {
            view! { <EmbedFrame block>{problems}<BlockAlone block/></EmbedFrame> }.into_any()
        }
    }
}

/// The sections of the report; a notice first where there are no figures.
#[component]
fn Sections() -> impl IntoView {
    let report = use_report();
    let of_figures = Section::ALL.into_iter().filter(|section| *section != Section::Method);
    let has_figures = has(&report.data, Block::Headline)
        || of_figures.into_iter().any(|section| section.is_in(&report));
    view! {
        {(!has_figures).then(|| view! { <NothingToShow/> })}
        <HeadlineSection/>
        <Contents/>
        <TrendSection/>
        <GroupsSection/>
        <ClaimsSection/>
        <AwardsSection/>
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
        Block::Report => ().into_any(),
    }
}

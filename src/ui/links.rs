//! The links below a block: to what can be taken along of it, and to the page that hands out snippets (`embed/`).
use dataset::Dataset;
use figures::key::{Record, key};
use leptos::prelude::*;
use routes::{Block, Page};
use words::Messages;

use crate::context::{Report, use_report};

/// What a block of a dataset is called: figures of one time and a goal are no change over time.
#[must_use]
pub fn block_name(words: &Messages, data: &Dataset, block: Block) -> &'static str {
    match block {
        Block::Headline => words.headline(),
        Block::Groups if figures::coverage(data).is_none() => words.regions(),
        Block::Groups => words.groups(),
        Block::Trend if figures::trend(data).is_none() => words.trend_to_goal(),
        Block::Trend => words.trend(),
        Block::Claims => words.claims(),
        Block::Handovers => words.handovers(),
        Block::ClaimsExplorer => words.explorer(),
        Block::Winners => words.winners(),
        Block::SpecialAwards => words.special(),
        Block::Jury => words.jury(),
        Block::Report => words.full_report(),
    }
}

/// What a block of a report is called.
#[must_use]
pub fn block_heading(report: &Report, block: Block) -> &'static str {
    block_name(report.words, &report.data, block)
}

/// The items of a card's menu that lead away from it: to what can be taken along, and to its snippets. In a frame the
/// credit line has them ([`FrameLinks`]).
#[component]
pub fn CardLinks(
    /// The block.
    block: Block,
    /// What it is called.
    heading: &'static str,
) -> impl IntoView {
    (!use_report().is_embed()).then(|| {
        view! {
            <li><TakeLink block heading/></li>
            <li><EmbedLink to=to_snippets(&use_report()) block heading/></li>
        }
    })
}

/// A line with nothing but the links of a block; none in a frame.
#[component]
pub fn EmbedLine(
    /// The block.
    block: Block,
    /// What it is called.
    heading: &'static str,
) -> impl IntoView {
    let report = use_report();
    (!report.is_embed()).then(|| {
        let to = to_snippets(&report);
        view! { <p class="credit embed-it"><TakeLink block heading/>" · "<EmbedLink to block heading/></p> }
    })
}

/// The way from a page that is no frame to that of snippets.
fn to_snippets(report: &Report) -> &'static str {
    if report.page == Page::Claims { "../embed/#" } else { "embed/#" }
}

/// The links from a block in a frame.
#[component]
pub fn FrameLinks(
    /// The block.
    block: Block,
    /// What it is called.
    heading: &'static str,
) -> impl IntoView {
    view! {
        <TakeLink block heading/>
        " · "
        <EmbedLink to="../#" block heading/>
    }
}

/// The link to what can be taken along of a block; its name is heard with that of the block.
#[component]
fn TakeLink(block: Block, heading: &'static str) -> impl IntoView {
    let report = use_report();
    let href = routes::figure_link(report.page, &key(Record::Take, block.id()));
    view! {
        <a class="ask take" href=href>
            {report.words.take()}
            <span class="hidden">{format!(" {heading}")}</span>
        </a>
    }
}

/// The link to a block's snippets, by the way `to` to their page.
#[component]
fn EmbedLink(to: &'static str, block: Block, heading: &'static str) -> impl IntoView {
    let report = use_report();
    view! {
        <a href=[to, block.id()].concat()>
            {report.words.embed()}
            <span class="hidden">{format!(" {heading}")}</span>
        </a>
    }
}

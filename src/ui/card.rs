//! The card: one finding with its picture, its source, and one menu. The page, embeds and paper show the same one.
use dataset::Evidence;
use leptos::prelude::*;
use routes::Block;

use super::chart::{ChartTable, Spoken};
use super::links::{CardLinks, block_heading};
use super::phrase::{Phrase, PhraseText};
use super::source::SourceNote;
use crate::context::use_report;

/// A card of a block.
///
/// The page is made of cards; what a card shows comes as its children: charts, a table, a list, and the one line
/// that must be known to read them right.
#[component]
pub fn Card(
    /// The block that it belongs to, which is what its menu takes along.
    block: Block,
    /// What the ids of its title and its table start with; unique in the page.
    #[prop(into)]
    name: String,
    /// What was found.
    #[prop(into)]
    title: Phrase,
    /// When the figures hold.
    #[prop(into, optional)]
    time: String,
    /// What the figures rest on.
    evidence: Option<Evidence>,
    /// The name by which the first of its figures is asked; empty where none can be.
    #[prop(into, optional)]
    figure: String,
    /// The figures of its charts.
    #[prop(optional)]
    table: Option<Spoken>,
    /// What is shown.
    children: Children,
    /// What the menu has besides: definitions of what is shown.
    #[prop(optional_no_strip)]
    more: Option<AnyView>,
) -> impl IntoView {
    let title_id = [&name, "-title"].concat();
    let labelled = title_id.clone();
    // The first card of a block is the block's; each other one is heard by its own title.
    let heard = (name != block.id()).then(|| title.text());
    let heading = block_heading(&use_report(), block);
    view! {
        <article class="card" aria-labelledby=labelled>
            <h3 id=title_id class="card-title"><PhraseText phrase=title/></h3>
            {children()}
            <CardFoot block heading name heard time evidence figure table more/>
        </article>
    }
}

/// The last lines of a card: when, the source, and the menu.
#[component]
pub fn CardFoot(
    /// The block that the menu takes along.
    block: Block,
    /// What that block is called.
    heading: &'static str,
    /// What the id of the table starts with; unique in the page.
    #[prop(into)]
    name: String,
    /// What the menu is called, where the card is not the first one of its block.
    #[prop(optional_no_strip)]
    heard: Option<String>,
    /// When the figures hold.
    #[prop(into, optional)]
    time: String,
    /// What the figures rest on.
    evidence: Option<Evidence>,
    /// The name by which the first of the figures is asked; empty where none can be.
    #[prop(into, optional)]
    figure: String,
    /// The figures of the charts.
    #[prop(optional_no_strip)]
    table: Option<Spoken>,
    /// What the menu has besides.
    #[prop(optional_no_strip)]
    more: Option<AnyView>,
) -> impl IntoView {
    let time = (!time.is_empty()).then(|| [&time, ". "].concat());
    view! {
        <div class="card-foot">
            <p class="credit">{time}<SourceNote evidence/></p>
            <CardMenu block heading name heard figure table more/>
        </div>
    }
}

/// Everything that can be done with a card: ask where it comes from, read it as a table, take it along, embed it.
#[component]
fn CardMenu(
    block: Block,
    heading: &'static str,
    name: String,
    heard: Option<String>,
    figure: String,
    table: Option<Spoken>,
    more: Option<AnyView>,
) -> impl IntoView {
    let report = use_report();
    let words = report.words;
    let is_first = heard.is_none();
    let heard = heard.unwrap_or_else(|| heading.to_owned());
    let asked = (!figure.is_empty()).then(|| {
        let href = routes::figure_link(report.page, &figure);
        view! { <li><a class="ask-it ask" href=href>{words.where_from()}</a></li> }
    });
    let table = table.filter(|table| !table.rows.is_empty()).map(|spoken| {
        let labelled = [&name, "-title"].concat();
        // A table wider than a phone is scrolled, so it takes the focus, under the card's name.
        view! {
            <li>
                <details class="chart-table" data-block=is_first.then(|| block.id())>
                    <summary>{words.as_table()}</summary>
                    <div class="scroll" tabindex="0" role="group" aria-labelledby=labelled>
                        <ChartTable spoken/>
                    </div>
                </details>
            </li>
        }
    });
    let more = more.map(|more| view! { <li>{more}</li> });
    view! {
        <details class="menu">
            <summary>{words.menu()}<span class="hidden">{format!(": {heard}")}</span></summary>
            <ul>{asked}{table}{more}{is_first.then(|| view! { <CardLinks block heading/> })}</ul>
        </details>
    }
}

//! The frame of one block in somebody else's page: no chrome, a title that is heard only, one line
//! of credit.
use leptos::prelude::*;

use super::embed_link::link_from_frame;
use super::markup::Markup;
use super::part::{Part, part};
use super::report::Report;
use crate::figures;
use crate::i18n;
use crate::model::{Dataset, Time};
use crate::page::{self, Block, Page};

/// A block, or the whole report, between its title and its credit.
pub fn embed_frame(report: Report, block: Block, children: Vec<Part>) -> Part {
    let title = report.data.title.get(report.lang);
    // The report shows its title; of a block alone it is the context that a reader cannot see.
    let class = if block == Block::Report { "" } else { "hidden" };
    let credit = credit_line(report, block);
    part(view! {
        <main id="content" class="embed" tabindex="-1">
            <h1 class=class>{title}</h1>
            {children}
        </main>
        <footer class="embed-credit" inner_html=credit></footer>
    })
}

/// When the figures of a block hold. Awards and single claims have dates of their own, beside them.
pub fn time_of(data: &Dataset, block: Block) -> Option<Time> {
    match block {
        Block::Handovers | Block::Winners | Block::SpecialAwards | Block::Jury => None,
        Block::Claims => {
            figures::claims(data).and_then(|claims| claims.amount.or(claims.count)).map(|o| o.time)
        }
        Block::Headline | Block::Groups | Block::Trend | Block::Report => {
            data.observations.iter().map(|o| o.time).max_by_key(|time| time.end())
        }
    }
}

/// Source and date, the full report, the data, the way to embed it. What a short credit leaves out has a class of its
/// own.
fn credit_line(report: Report, block: Block) -> String {
    let (lang, words) = (report.lang, report.words);
    let mut html = Markup::new();
    html.open("p");
    if let Some(source) = report.data.sources.first() {
        let (before, after) = words.source_of.split_once("{0}").unwrap_or_default();
        html.text(before);
        let name = source.publisher.get(lang);
        match source.url.as_deref() {
            Some(url) => {
                let href = page::text_fragment(url, None);
                html.open_with("a", &[("href", &href), ("rel", "external noopener")]).text(name).close("a");
            }
            None => {
                html.text(name);
            }
        }
        html.text(after);
    }
    if let Some(time) = time_of(report.data, block) {
        html.open("span class=\"date\"").text(" · ").text(&i18n::time(lang, time)).close("span");
    }
    let full = page::link(lang, report.page, lang, Page::Report, &report.view.get_untracked());
    let data = page::data_link(lang, report.page, &report.data.id);
    for (tag, href, label) in
        [("span", full, words.full_report), ("span class=\"data\"", data, words.data_file)]
    {
        html.open(tag).text(" · ").open_with("a", &[("href", &href)]).text(label).close("a").close("span");
    }
    html.open("span class=\"data\"").text(" · ");
    link_from_frame(&mut html, report, block);
    html.close("span").close("p");
    html.finish()
}

//! The frame of one block in somebody else's page: no chrome, a title that is heard only, one line
//! of credit.
use leptos::prelude::*;

use super::markup::Markup;
use super::part::{Part, part};
use super::report::Report;
use crate::i18n::{self, fill};
use crate::page::{self, Block, Page};

/// A block, or the whole report, between its title and its credit.
pub fn embed_frame(report: Report, block: Block, children: Vec<Part>) -> Part {
    let title = report.data.title.get(report.lang);
    // The report shows its title; of a block alone it is the context that a reader cannot see.
    let class = if block == Block::Report { "" } else { "hidden" };
    part(view! {
        <main id="content" class="embed" tabindex="-1">
            <h1 class=class>{title}</h1>
            {children}
        </main>
        <footer class="embed-credit" inner_html=credit_line(report)></footer>
    })
}

/// Source and date, the full report, the data.
fn credit_line(report: Report) -> String {
    let (lang, words) = (report.lang, report.words);
    let mut html = Markup::new();
    html.open("p");
    let mut parts: Vec<String> = Vec::new();
    if let Some(source) = report.data.sources.first() {
        parts.push(fill(words.source_of, &[source.publisher.get(lang)]));
    }
    if let Some(time) = report.data.observations.iter().map(|o| o.time).max_by_key(|time| time.end()) {
        parts.push(i18n::time(lang, time));
    }
    html.text(&parts.join(" · "));
    let full = page::link(lang, report.page, lang, Page::Report, &report.view.read_untracked());
    let data = page::data_link(lang, report.page, &report.data.id);
    for (href, label) in [(full, words.full_report), (data, words.data_file)] {
        if !html.is_empty() {
            html.text(" · ");
        }
        html.open_with("a", &[("href", &href), ("target", "_top")]).text(label).close("a");
    }
    html.close("p");
    html.finish()
}

//! The frame of one block in somebody else's page: no chrome, a title that is heard only, one line
//! of credit.
use leptos::prelude::*;

use super::embed_link::link_from_frame;
use super::markup::Markup;
use super::part::{Part, part};
use super::report::Report;
use dataset::{Dataset, Event, Time};
use routes::{Block, Page};

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

/// When the figures of a block hold: those of single claims when the last one was handed over, those of
/// awards when they were given.
pub fn time_of(data: &Dataset, block: Block) -> Option<Time> {
    match block {
        Block::Handovers => {
            let cases = data.claims.iter().flat_map(|claims| &claims.cases);
            cases.filter_map(|case| case.date).max().map(Time::AsOf)
        }
        Block::Winners | Block::SpecialAwards | Block::Jury => {
            let given =
                |event: &&Event| data.awards.iter().any(|award| award.event.as_ref() == Some(&event.id));
            data.events.iter().filter(given).filter_map(|event| event.date).max().map(Time::AsOf)
        }
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
                let href = routes::text_fragment(url, None);
                html.open_with("a", &[("href", &href), ("rel", "external noopener")]).text(name).close("a");
            }
            None => {
                html.text(name);
            }
        }
        html.text(after);
    }
    if let Some(time) = time_of(report.data, block) {
        html.open("span class=\"date\"").text(" · ").text(&words::time(lang, time)).close("span");
    }
    let full = routes::link(lang, report.page, lang, Page::Report, &report.view.get_untracked());
    let data = routes::data_link(lang, report.page, &report.data.id);
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

#[cfg(test)]
mod tests {
    use super::*;
    use dataset::read;

    #[test]
    fn the_credit_has_the_date_of_its_block() {
        let data = read(include_str!("../../public/data/sumsel-2025-08.json")).dataset.unwrap();
        let said = |block| time_of(&data, block).map(|time| words::time(dataset::Lang::En, time));
        let wanted = [
            (Block::Headline, "as of 1 August 2025"),
            (Block::Groups, "as of 1 August 2025"),
            (Block::Claims, "up to July 2025"),
            (Block::Handovers, "as of 27 August 2025"),
            (Block::Winners, "as of 27 August 2025"),
            (Block::Jury, "as of 27 August 2025"),
            (Block::Report, "as of 1 August 2025"),
        ];
        for (block, time) in wanted {
            assert_eq!(said(block).unwrap_or_default().replace(words::NBSP, " "), time, "{block:?}");
        }
        let bare = read(include_str!("../../tests/data/only-awards.json")).dataset.unwrap();
        assert_eq!(time_of(&bare, Block::Claims), None);
    }
}

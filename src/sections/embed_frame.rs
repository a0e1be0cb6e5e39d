//! The frame of one block in somebody else's page: no chrome, a title that is heard only, one line of credit.
use dataset::{Dataset, Event, Time};
use leptos::prelude::*;
use routes::{Block, Page};

use crate::context::use_report;
use crate::ui::{ExternalLink, FrameLinks};

/// A block, or the whole report, between its title and its credit.
#[component]
pub fn EmbedFrame(
    /// The block.
    block: Block,
    /// What it shows.
    children: Children,
) -> impl IntoView {
    let report = use_report();
    let title = report.data.title.get(report.lang).to_owned();
    // The report shows its title; of a block alone it is the context that a reader cannot see.
    let class = (block != Block::Report).then_some("hidden");
    view! {
        <main id="content" class="embed" tabindex="-1">
            <h1 class=class>{title}</h1>
            {children()}
        </main>
        <footer class="embed-credit">
            <FrameCredit block/>
        </footer>
    }
}

/// Source and date, the full report, the data, the way to embed it. What a short credit leaves out has a class of
/// its own.
#[component]
fn FrameCredit(block: Block) -> impl IntoView {
    let report = use_report();
    let (lang, page, words) = (report.lang, report.page, report.words);
    let source = report.data.sources.first().map(|source| {
        let (before, after) = words.source_of.split_once("{0}").unwrap_or_default();
        let href = source.url.as_deref().map(|url| routes::text_fragment(url, None));
        view! { {before}<ExternalLink href label=source.publisher.get(lang)/>{after} }
    });
    let time = time_of(&report.data, block).map(|time| format!(" · {}", words::time(lang, time)));
    let full = report.view.with_untracked(|view| routes::link(lang, page, lang, Page::Report, view));
    let data = routes::data_link(lang, page, &report.data.id);
    view! {
        <p>
            {source}
            {time.map(|time| view! { <span class="date">{time}</span> })}
            <span>" · "<a href=full>{words.full_report}</a></span>
            <span class="data">" · "<a href=data>{words.data_file}</a></span>
            <span class="data">" · "<FrameLinks block/></span>
        </p>
    }
}

/// When the figures of a block hold: those of single claims when the last one was handed over, those of
/// awards when they were given.
#[must_use]
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

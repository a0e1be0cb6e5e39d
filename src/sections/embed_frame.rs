//! The frame of one block in somebody else's page: no chrome, a title the size of a caption, one line of links.
use dataset::{Dataset, Event, Time};
use leptos::either::Either;
use leptos::prelude::*;
use routes::{Block, Page};

use crate::context::use_report;
use crate::ui::{FrameLinks, Live, LivePart};

/// A block, or the whole report, between its title and its links.
#[component]
pub fn EmbedFrame(
    /// The block.
    block: Block,
    /// What it is called.
    heading: &'static str,
    /// What it shows.
    children: Children,
) -> impl IntoView {
    // A block has a title of its own; that of the report is a caption above it.
    let (main, class) = if block == Block::Report { ("embed", "") } else { ("embed alone", "embed-title") };
    view! {
        <main id="content" class=main tabindex="-1">
            <Live part=LivePart::EmbedTitle class>
                <EmbedTitle/>
            </Live>
            {children()}
        </main>
        <footer class="embed-credit">
            <FrameCredit block heading/>
        </footer>
    }
}

/// The title of the report, or the words that the host has for it, with that title beneath them.
#[component]
pub fn EmbedTitle() -> impl IntoView {
    let report = use_report();
    let title = report.data.title.get(report.lang).to_owned();
    let view = report.view;
    let own = Memo::new(move |_| view.with(|view| view.embed.title.own().map(str::to_owned)));
    move || {
        let title = title.clone();
        match own.get() {
            Some(own) => Either::Left(view! { <h1>{own}</h1><p>{title}</p> }),
            None => Either::Right(view! { <h1>{title}</h1> }),
        }
    }
}

/// The full report, the data, the way to embed it; source and date stand in the block. What a short credit leaves out
/// has a class of its own. Behind it is the link to the block alone, which the frame's script shows where the host
/// cuts the frame (`frame.js`).
#[component]
fn FrameCredit(block: Block, heading: &'static str) -> impl IntoView {
    let report = use_report();
    let (lang, page, words) = (report.lang, report.page, report.words);
    let full = report.view.with_untracked(|view| routes::link(lang, page, lang, Page::Report, view));
    let data = routes::data_link(lang, page, &report.data.id);
    view! {
        <p>
            <a href=full>{words.full_report()}</a>
            <span class="data">" · "<a href=data>{words.data_file()}</a>" · "<FrameLinks block heading/></span>
        </p>
        <a id="whole" class="button" href="" hidden=true>{words.show_all()}</a>
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
        Block::Claims | Block::ClaimsExplorer => {
            figures::claims(data).and_then(|claims| claims.amount.or(claims.count)).map(|o| o.time)
        }
        Block::Headline | Block::Groups | Block::Trend | Block::Report => {
            data.observations.iter().map(|o| o.time).max_by_key(|time| time.end())
        }
    }
}

#[cfg(test)]
mod tests {
    use dataset::{Lang, read};

    use super::*;
    use crate::sections::testing::html;

    #[test]
    fn words_of_the_host_stand_above_the_title_as_text() {
        let shown = |query: &str| {
            html("sumsel-2025-08", Lang::En, || {
                use_report().view.set(routes::parse_view(Page::Embed(Block::Groups), query));
                view! { <EmbedTitle/> }
            })
        };
        let title = shown("");
        assert!(title.starts_with("<h1>") && !title.contains("<p>"), "{title}");
        let publisher = title.trim_start_matches("<h1>").split("</h1>").next().unwrap().to_owned();
        let own = shown("?title=%3Cb%3EOurs%3C/b%3E");
        assert!(own.contains("&lt;b&gt;Ours&lt;/b&gt;</h1>"), "{own}");
        assert!(own.contains(&format!("<p>{publisher}</p>")), "{own}");
    }

    #[test]
    fn the_line_below_a_block_has_links_and_nothing_else() {
        let frame = html(
            "sumsel-2025-08",
            Lang::Id,
            || view! { <EmbedFrame block=Block::Jury heading="Jury">""</EmbedFrame> },
        );
        let footer = frame.split("<footer").nth(1).unwrap();
        assert!(footer.contains("Laporan lengkap") && footer.contains("Tampilkan semua"), "{footer}");
        assert!(!footer.contains("Sumber") && !footer.contains("2025\""), "{footer}");
        assert!(footer.contains("<a id=\"whole\"") && footer.contains(" hidden"), "{footer}");
    }

    #[test]
    fn the_credit_has_the_date_of_its_block() {
        let data = read(include_str!("../../public/data/sumsel-2025-08.json")).dataset.unwrap();
        let said = |block| time_of(&data, block).map(|time| words::time(Lang::En, time));
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

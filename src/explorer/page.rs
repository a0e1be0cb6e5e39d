//! The page of claims and the block alone: their frames, and what the build writes inside.
use leptos::prelude::*;
use routes::{Block, Page};

use crate::context::use_report;
use crate::sections::{EmbedFrame, LanguageLink, ThemeChoice};
use crate::ui::{EmbedLine, Live, LivePart};

/// The page of claims: masthead, title and footer around the explorer.
#[component]
pub fn ClaimsPage() -> impl IntoView {
    let report = use_report();
    let (words, own) = (report.words, words::claims(report.lang));
    let to_report = report
        .view
        .with_untracked(|view| routes::link(report.lang, report.page, report.lang, Page::Report, view));
    let data = routes::data_link(report.lang, report.page, &report.data.id);
    view! {
        <header class="masthead">
            <p class="brand">{report.names.brand()}</p>
            <div class="masthead-tools">
                <a class="language" href=to_report>{words.to_report()}</a>
                <Live part=LivePart::Language>
                    <LanguageLink/>
                </Live>
            </div>
        </header>
        <main id="content" class="explorer-page" tabindex="-1">
            <h1>{own.title()}</h1>
            <p class="kicker">{own.lead()}</p>
            <Explored/>
        </main>
        <footer class="footer">
            <Live part=LivePart::Theme>
                <ThemeChoice/>
            </Live>
            <div>
                <EmbedLine block=Block::ClaimsExplorer heading=words.explorer()/>
                <p><a href=data>{words.footer_data()}</a></p>
            </div>
        </footer>
    }
}

/// The explorer alone, in a frame of somebody else's page.
#[component]
pub fn ExplorerBlock() -> impl IntoView {
    let heading = use_report().words.explorer();
    view! { <EmbedFrame block=Block::ClaimsExplorer heading><Explored/></EmbedFrame> }
}

/// Writes what stands in the page before it acts. Who publishes claims provides it as context; a program that does not
/// has nothing of it.
#[derive(Clone, Copy, Debug)]
pub struct WriteExplorer(pub fn() -> Option<AnyView>);

/// The explorer as the build writes it; the application mounts it afresh.
#[component]
fn Explored() -> impl IntoView {
    let written = use_context::<WriteExplorer>().and_then(|WriteExplorer(write)| write());
    view! { <Live part=LivePart::Explorer class="explorer">{written}</Live> }
}

/// The state without parameters; nothing where no claims are published.
#[cfg(feature = "ssr")]
#[must_use]
pub fn written() -> Option<AnyView> {
    use super::choose::Choose;
    use super::context::{Explorer, Published};
    use super::figures::{Charts, EXPLORER_HEADING, ExplorerHeading, Invented, Pictures};
    use super::overview::OverviewCard;

    let published: Published = use_context()?;
    let lang = use_report().lang;
    provide_context(Explorer::new(lang, &published, None));
    Some(
        view! {
            <Invented/>
            <Choose/>
            <section id=Block::ClaimsExplorer.id() class="explorer-cards" aria-labelledby=EXPLORER_HEADING>
                <ExplorerHeading/>
                <Pictures charts=|picked| view! { <Charts picked/> }/>
                <OverviewCard/>
            </section>
        }
        .into_any(),
    )
}

//! The page of all figures.
use leptos::prelude::*;
use words::pick;

use super::chapters::{Chapter, chapters};
use super::citation::citation;
use super::entry::Entry;
use super::host::Host;
use super::search::FigureSearch;
use super::section::EntrySection;
use super::take::TakeEntry;
use super::{FiguresOptions, figures_path};
use crate::context::use_report;
use crate::ui::{Live, LivePart};

/// The content of the page of all figures: a section a figure, and a section a block with what can be taken along
/// of it.
#[component]
pub fn FiguresPage(
    /// What it says beside what the dataset says.
    options: FiguresOptions,
) -> impl IntoView {
    let report = use_report();
    let own = words::ask(report.lang);
    let chapters = chapters(&report);
    let contents = chapters.iter().map(|chapter| view! { <ContentsOfChapter chapter=chapter.clone()/> });
    let contents = contents.collect_view();
    let chapters =
        chapters.into_iter().map(|chapter| view! { <ChapterOfFigures chapter options=options.clone()/> });
    let chapters = chapters.collect_view();
    let take = options.blocks.iter().map(|block| view! { <TakeEntry block=*block options=options.clone()/> });
    let take = take.collect_view();
    view! {
        <Masthead/>
        <main id="content" class="asked-page" tabindex="-1">
            <h1>{own.title()}</h1>
            <p>{own.intro()}</p>
            <Live part=LivePart::FigureSearch>
                <FigureSearch find=None/>
            </Live>
            <nav class="asked-contents" aria-label=report.words.contents()>{contents}</nav>
            {chapters}
            <div class="asked-chapter">
                <h2>{report.words.take()}</h2>
                {take}
            </div>
        </main>
    }
}

/// The page's head: the ways to the report and to the other language.
#[component]
fn Masthead() -> impl IntoView {
    let report = use_report();
    let words = report.words;
    let other = report.other_language().map(|other| {
        let href = pick(report.lang, "../", "../../").to_owned() + &figures_path(other);
        view! {
            <a class="language" href=href lang=other.code() hreflang=other.code()>{words.other_language()}</a>
        }
    });
    view! {
        <header class="masthead">
            <p class="brand">{report.names.brand()}</p>
            <div class="masthead-tools">
                <a class="language" href="../">{words.to_report()}</a>
                {other}
            </div>
        </header>
    }
}

/// The links to the figures of a chapter.
#[component]
fn ContentsOfChapter(
    /// The chapter.
    chapter: Chapter,
) -> impl IntoView {
    let link = |entry: Entry| {
        let href = ["#", &routes::figure_anchor(&entry.key)].concat();
        view! { <li><a href=href>{entry.name}</a></li> }
    };
    let summary = format!("{} ({})", chapter.title, chapter.entries.len());
    view! {
        <details>
            <summary>{summary}</summary>
            <ul>{chapter.entries.into_iter().map(link).collect_view()}</ul>
        </details>
    }
}

/// Figures that belong together.
#[component]
fn ChapterOfFigures(chapter: Chapter, options: FiguresOptions) -> impl IntoView {
    let report = use_report();
    let section = |entry| {
        let citation = citation(&report, &options, &entry);
        view! { <EntrySection entry citation host=Host::Page/> }
    };
    view! {
        <div class="asked-chapter">
            <h2>{chapter.title}</h2>
            {chapter.entries.into_iter().map(section).collect_view()}
        </div>
    }
}

//! What stands around the report: masthead and footer.
use leptos::prelude::*;
use routes::{Block, Page, Theme};

use super::contents::{Contents, Section};
use crate::context::{Report, use_report};
use crate::ui::{Choice, ChoiceOption, EmbedLine, Live, LivePart};

/// Masthead, title and footer around the report.
#[component]
pub fn PageFrame(
    /// The sections.
    children: Children,
) -> impl IntoView {
    let report = use_report();
    let words = report.words;
    let title = report.data.title.get(report.lang).to_owned();
    let region = region_beside(&report, &title);
    let data = routes::data_link(report.lang, report.page, &report.data.id);
    // What stands beside what is known before either comes: nothing moves while a page is still arriving.
    let beside = Section::Claims.is_in(&report)
        && [Section::Groups, Section::Trend].into_iter().any(|section| section.is_in(&report));
    let class = if beside { "report beside" } else { "report" };
    view! {
        <header class="masthead">
            <p class="brand">{report.names.brand()}</p>
            <Contents/>
            <Live part=LivePart::Language class="masthead-tools">
                <LanguageLink/>
            </Live>
        </header>
        <main id="content" class=class tabindex="-1">
            <h1>{title}</h1>
            {region.map(|region| view! { <p class="kicker">{region}</p> })}
            {children()}
        </main>
        <footer class="footer">
            // Few look for it, and a field among the first things of a page is laid out before its first figure is seen.
            <Live part=LivePart::Theme>
                <ThemeChoice/>
            </Live>
            <div>
                <p>{words.footer_made()}</p>
                <EmbedLine block=Block::Report heading=words.full_report()/>
                <p><a href=data>{words.footer_data()}</a></p>
            </div>
        </footer>
    }
}

/// The name of the report's region, where neither the title nor the main figure says it: figures without a region
/// beside them are of that one.
fn region_beside(report: &Report, title: &str) -> Option<String> {
    let id = &report.data.region;
    let by_headline = figures::headline(&report.data).is_some_and(|found| found.observation.region == *id);
    let is_said = by_headline || title.contains(&report.region(id));
    (!is_said).then(|| report.region_name(id))
}

/// The link to the same page in the other language, in the same state; nothing where the report has only one.
#[component]
pub fn LanguageLink() -> impl IntoView {
    let report = use_report();
    let (lang, page, view, other) = (report.lang, report.page, report.view, report.other_language()?);
    let same = if page == Page::Claims { page } else { Page::Report };
    let href = move || view.with(|view| routes::link(lang, page, other, same, view));
    Some(view! {
        <a class="language" href=href lang=other.code() hreflang=other.code()>
            {report.words.other_language()}
        </a>
    })
}

/// The choice between light, dark, and what the device says.
#[component]
pub fn ThemeChoice() -> impl IntoView {
    let report = use_report();
    let (view, words) = (report.view, report.words);
    let options = [
        (Theme::Auto, words.theme_auto()),
        (Theme::Light, words.theme_light()),
        (Theme::Dark, words.theme_dark()),
    ];
    let option = |(theme, label): (Theme, &str)| ChoiceOption {
        value: theme.code().to_owned(),
        label: label.to_owned(),
    };
    let options: Vec<ChoiceOption> = options.into_iter().map(option).collect();
    let chosen = Memo::new(move |_| view.with(|view| view.theme.code().to_owned()));
    let choose = move |code: String| view.update(|view| view.theme = Theme::from_code(&code));
    view! { <Choice class="field theme" name="theme" label=words.theme() options chosen on_choose=choose settled=report.ready/> }
}

/// What stands on the page when the dataset has no figures.
#[component]
pub fn NothingToShow() -> impl IntoView {
    let words = use_report().words;
    view! { <div class="message"><h2>{words.empty_title()}</h2><p>{words.empty_text()}</p></div> }
}

//! The frame of the report: masthead, contents, footer.
use leptos::prelude::*;

use super::embed_link::embed_line;
use super::markup::Markup;
use super::part::{Part, part};
use super::parts::{choice, memo};
use super::report::Report;
use routes::{Block, Page, Theme};
use words::Messages;

/// A section that the contents list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// The main figure over time.
    Trend,
    /// Coverage by group.
    Groups,
    /// Claims and benefits.
    Claims,
    /// Awards.
    Awards,
    /// Method and sources.
    Method,
}

impl Section {
    /// The fragment of its address.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Trend => "trend",
            Self::Groups => "groups",
            Self::Claims => "claims",
            Self::Awards => "awards",
            Self::Method => "method",
        }
    }

    /// Its heading.
    #[must_use]
    pub fn title(self, words: &'static Messages) -> &'static str {
        match self {
            Self::Trend => words.trend,
            Self::Groups => words.groups,
            Self::Claims => words.claims,
            Self::Awards => words.awards,
            Self::Method => words.method,
        }
    }
}

/// The links to the sections; `None` where there is only one.
pub fn contents(report: Report, sections: &[Section]) -> Option<Part> {
    let words = report.words;
    let mut contents = Markup::new();
    for section in sections {
        let href = format!("#{}", section.id());
        contents
            .open("li")
            .open_with("a", &[("href", &href)])
            .text(section.title(words))
            .close("a")
            .close("li");
    }
    (sections.len() > 1).then(|| {
        part(view! {
            <nav class="contents" aria-label=words.contents><ul inner_html=contents.finish()></ul></nav>
        })
    })
}

/// Masthead and footer around the report's parts.
pub fn page_frame(report: Report, children: Vec<Part>) -> Part {
    let words = report.words;
    let other = report.lang.other();
    let other_href = memo(Box::new(move || {
        routes::link(report.lang, report.page, other, Page::Report, &report.view.get())
    }));
    let title = report.data.title.get(report.lang).to_owned();
    let data = routes::data_link(report.lang, report.page, &report.data.id);
    let mut footer = Markup::new();
    footer.element("p", words.footer_made);
    embed_line(&mut footer, report, Block::Report);
    footer.open("p").open_with("a", &[("href", &data)]).text(words.footer_data).close("a").close("p");
    part(view! {
        <header class="masthead">
            <p class="brand">{words.brand}</p>
            <div class="masthead-tools">
                <a class="language" href=other_href lang=other.code() hreflang=other.code()>
                    {words.other_language}
                </a>
            </div>
        </header>
        <main id="content" tabindex="-1">
            <h1>{title}</h1>
            {children}
        </main>
        <footer class="footer">
            {theme_switch(report)}
            <div inner_html=footer.finish()></div>
        </footer>
    })
}

/// The choice between light, dark, and what the device says. It stands in the footer: few look for it,
/// and a field among the first things of a page is laid out before its first figure is seen.
fn theme_switch(report: Report) -> Part {
    let words = report.words;
    let options = move || {
        let mut html = Markup::new();
        let chosen = report.view.get().theme;
        for (theme, label) in [
            (Theme::Auto, words.theme_auto),
            (Theme::Light, words.theme_light),
            (Theme::Dark, words.theme_dark),
        ] {
            let attributes = [("value", theme.code()), ("selected", "")];
            let used = if theme == chosen { 2 } else { 1 };
            html.open_with("option", attributes.get(..used).unwrap_or_default()).text(label).close("option");
        }
        html.finish()
    };
    let choose = move |code: &str| report.change(&|view| view.theme = Theme::from_code(code));
    choice("field theme", words.theme, Box::new(options), Box::new(choose))
}

//! The HTML document around a page's content. Only the build renders it; browsers hydrate what is inside.
use dataset::{Date, Lang};
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;
use leptos::tachys::html::InertElement;
use routes::{Block, Theme};
use words::fill;

/// A page of the site, as its document and the application tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentKind {
    /// The report.
    Report,
    /// The explorer of claims.
    Claims,
    /// A block alone, in a frame of somebody else's page.
    Block(Block),
    /// All figures and where they come from.
    Figures,
    /// The snippets to embed blocks.
    EmbedForm,
    /// The studio, where a report is made.
    Studio,
    /// A report that is one file, without a site around it.
    Alone,
}

impl DocumentKind {
    /// Its name in `<meta name="jamsostek-page">`; none for those of which the address says all.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Report | Self::Claims | Self::Block(_) => None,
            Self::Figures => Some("figures"),
            Self::EmbedForm => Some("embed"),
            Self::Studio => Some("studio"),
            Self::Alone => Some("alone"),
        }
    }

    /// Whether it has a masthead, and so something to skip for those who use a keyboard.
    #[must_use]
    pub fn has_masthead(self) -> bool {
        !matches!(self, Self::Block(_))
    }
}

/// All that stands in a document besides the page's content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentHead {
    /// Which page it is.
    pub kind: DocumentKind,
    /// The language of the page.
    pub lang: Lang,
    /// What it is called.
    pub title: String,
    /// What it is about, in a sentence.
    pub description: String,
    /// The content security policy: it must allow each of the `inline` scripts and styles.
    pub policy: String,
    /// The colour of the page in the light and in the dark theme.
    pub paper: [String; 2],
    /// What the application reads.
    pub site: SiteMeta,
    /// The files that every page loads.
    pub files: SiteFiles,
    /// What search engines, content systems and home screens ask for.
    pub links: Links,
    /// What a link to the page looks like elsewhere.
    pub card: Option<Card>,
    /// The dataset for search engines as JSON-LD, without `<`.
    pub json_ld: Option<String>,
    /// The scripts and styles that stand in the page.
    pub inline: Inline,
    /// What the page says of its edition.
    pub edition: EditionNotices,
}

/// What the application reads of the page. Addresses are seen from where each says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteMeta {
    /// The site's root, seen from the page.
    pub root: String,
    /// The dataset's file, seen from the root.
    pub dataset: String,
    /// The dataset's [`dataset::fingerprint`].
    pub fingerprint: String,
    /// The edition's name.
    pub edition: String,
    /// The folder of the published claims, seen from the root; empty where there are none.
    pub claims: String,
    /// The script of the worker that makes workbooks, beside the application; empty where the page makes none.
    pub workbook: String,
    /// The name and the shape of each part that acts, with spaces between them; empty where none does.
    pub shapes: String,
}

/// The files that every page loads, seen from the page. A page alone loads none, and has no script here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteFiles {
    /// The icon.
    pub icon: String,
    /// The script that starts the application's module.
    pub script: String,
    /// The script that loads chunks; the first script imports it.
    pub loader: String,
    /// The module.
    pub module: String,
    /// What the application reads first: the dataset, or what the form knows of the site; empty where it reads
    /// nothing.
    pub data: String,
    /// What a part of the page loads once the application is there.
    pub later: Vec<String>,
}

/// Addresses of what belongs to the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Links {
    /// Whether search engines may list the page.
    pub is_indexed: bool,
    /// The page's one address, absolute; none where the site's is unknown.
    pub canonical: Option<String>,
    /// The page in each language: code and absolute address. Relative ones say nothing to search engines,
    /// so there are none where the site's address is unknown.
    pub languages: Vec<(&'static str, String)>,
    /// The page's answer for content systems, absolute.
    pub oembed: Option<String>,
    /// What home screens need.
    pub manifest: Option<String>,
    /// Stylesheets that are files of their own.
    pub stylesheets: Vec<String>,
}

/// What a link to the page looks like elsewhere: Open Graph, and what Twitter needs besides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// The site's name.
    pub site_name: String,
    /// The page's locale, and that of the page in the other language, after Open Graph.
    pub locales: Vec<&'static str>,
    /// The absolute address of the page, where the site's is known.
    pub page: Option<String>,
    /// The page's pictures, the one that most programs take first; none where the site's address is unknown.
    pub pictures: Vec<CardPicture>,
}

/// A picture of a [`Card`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CardPicture {
    /// The absolute address of the picture, a PNG.
    pub url: String,
    /// Its width and height in pixels.
    pub size: (u32, u32),
    /// What it shows, in words.
    pub alternative: String,
}

/// The scripts and styles that stand in the page itself. What is here needs a hash in the policy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inline {
    /// Runs before anything is painted, and starts the application.
    pub start: String,
    /// Speaks to the host of a frame.
    pub frame: Option<String>,
    /// The page's stylesheets.
    pub style: String,
}

impl Inline {
    /// Every script.
    pub fn scripts(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.start).chain(&self.frame).map(String::as_str)
    }
}

/// What a page says of its edition. It stands outside the container of the content.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EditionNotices {
    /// Whether there is an empty `<aside id="outdated">`: the one place of a published page that later builds
    /// fill, when the edition is an old one.
    pub has_outdated: bool,
    /// The line at the end of a report.
    pub line: Option<EditionLine>,
    /// The other reports of the site: the title of each, and the way to it.
    pub others: Vec<(String, String)>,
}

/// The line at the end of a report about its edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditionLine {
    /// On the newest report: where it will stay.
    Permanent {
        /// The edition's name.
        edition: String,
        /// The way to the report of the edition.
        href: String,
    },
    /// On the report of an edition: which one it is, and where the newest is.
    Pinned {
        /// The edition's name.
        edition: String,
        /// When it was published, where that is known.
        published: Option<Date>,
        /// The way to the newest report.
        href: String,
    },
}

/// The markup of content that a [`Document`] is put around.
#[must_use]
pub fn markup(content: impl FnOnce() -> AnyView) -> String {
    Owner::new().with(|| content().to_html())
}

/// A whole document as text. The content is [`markup`]: it stands in the document of an edition as well as in
/// that of the root, and its shape in their heads, so it is rendered once.
#[must_use]
pub fn render(head: DocumentHead, content: String) -> String {
    Owner::new().with(|| view! { <Document head>{InertElement::new(content)}</Document> }.to_html())
}

/// A document that only leads to another page.
#[must_use]
pub fn redirect(lang: Lang, title: String, href: String) -> String {
    let refresh = ["0; url=", &href].concat();
    let page = view! {
        <!DOCTYPE html>
        <html lang=lang.code()>
            <head>
                <meta charset="utf-8"/>
                <meta http-equiv="refresh" content=refresh/>
                <title>{title.clone()}</title>
                <link rel="canonical" href=href.clone()/>
            </head>
            <body>
                <p><a href=href>{title}</a></p>
            </body>
        </html>
    };
    Owner::new().with(|| page.to_html())
}

/// The document around a page's content.
#[component]
pub fn Document(
    /// What stands in it besides the content.
    head: DocumentHead,
    /// The content.
    children: Children,
) -> impl IntoView {
    let (lang, kind) = (head.lang, head.kind);
    let words = words::shell(lang);
    // A frame is light unless its host says otherwise, without scripts, too.
    let theme = (!kind.has_masthead()).then(|| Theme::Light.code());
    let frame = head.inline.frame.clone();
    let (json_ld, notices) = (head.json_ld.clone(), head.edition.clone());
    let outdated = || view! { <aside id="outdated" hidden=true></aside> };
    // A report says first that it is an old one; in a frame there is no room for that above the figures.
    let (above, below) =
        (notices.has_outdated && kind.has_masthead(), notices.has_outdated && !kind.has_masthead());
    view! {
        <!DOCTYPE html>
        <html lang=lang.code() data-theme=theme>
            <Head head/>
            <body>
                <FailedNotice lang kind/>
                {kind.has_masthead().then(|| view! { <a class="skip" href="#content">{words.skip_to_content()}</a> })}
                {above.then(outdated)}
                <div id="app">{children()}</div>
                {below.then(outdated)}
                {notices.line.map(|line| view! { <EditionAside lang line others=notices.others/> })}
                <div id="notice" role="status"></div>
                {frame.map(|script| view! { <script inner_html=script></script> })}
                {json_ld.map(|json| view! { <script type="application/ld+json" inner_html=json></script> })}
            </body>
        </html>
    }
}

/// What is said where the application does not start, by the reason that the page's script finds
/// (`start.js`). It stands first: of a page that was cut it is there, too.
#[component]
fn FailedNotice(lang: Lang, kind: DocumentKind) -> impl IntoView {
    let words = words::shell(lang);
    // Nothing of the studio can be read without its application.
    let (slow, failed) = match kind {
        DocumentKind::Studio => (words::studio(lang).starting(), words::studio(lang).not_started()),
        _ => (words.slow(), words.failed()),
    };
    view! {
        <div id="failed" role="status" hidden=true>
            <p class="of-slow">{slow}</p>
            <p class="of-failure">
                <strong>{failed}</strong>
                <span class="of-browser">" "{words.failed_browser()}</span>
                <span class="of-connection">" "{words.failed_connection()}</span>
                <span class="of-copy">" "{words.failed_copy()}</span>
                <span class="of-page">" "{words.failed_page()}</span>
            </p>
            <button type="button" class="button">{words.retry()}</button>
        </div>
    }
}

/// The head of a document.
#[component]
fn Head(head: DocumentHead) -> impl IntoView {
    let Inline { start, style, .. } = head.inline;
    let [light, dark] = head.paper;
    // Around a frame there is nothing of the browser's to colour.
    let themes = head.kind.has_masthead().then(|| {
        view! {
            <meta name="color-scheme" content="light dark"/>
            <meta name="theme-color" {..custom_attribute("media", "(prefers-color-scheme: light)")} content=light/>
            <meta name="theme-color" {..custom_attribute("media", "(prefers-color-scheme: dark)")} content=dark/>
        }
    });
    let card = head.card.map(|card| {
        let (title, description) = (head.title.clone(), head.description.clone());
        view! { <CardMeta card title description/> }
    });
    view! {
        <head>
            <meta charset="utf-8"/>
            <meta http-equiv="Content-Security-Policy" content=head.policy/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>{head.title.clone()}</title>
            <meta name="description" content=head.description/>
            {themes}
            <SiteMetas site=head.site kind=head.kind/>
            <script inner_html=start></script>
            <FileLinks files=head.files/>
            <HeadLinks links=head.links title=head.title/>
            {card}
            <style inner_html=style></style>
        </head>
    }
}

/// What the application reads of the page.
#[component]
fn SiteMetas(site: SiteMeta, kind: DocumentKind) -> impl IntoView {
    let page = kind.name().map(|name| view! { <meta name="jamsostek-page" content=name/> });
    let claims =
        (!site.claims.is_empty()).then(|| view! { <meta name="jamsostek-claims" content=site.claims/> });
    let workbook = (!site.workbook.is_empty())
        .then(|| view! { <meta name="jamsostek-workbook" content=site.workbook/> });
    let shapes =
        (!site.shapes.is_empty()).then(|| view! { <meta name="jamsostek-shapes" content=site.shapes/> });
    view! {
        <meta name="jamsostek-root" content=site.root/>
        <meta name="jamsostek-dataset" content=site.dataset/>
        <meta name="jamsostek-fingerprint" content=site.fingerprint/>
        <meta name="jamsostek-edition" content=site.edition/>
        {page}
        {claims}
        {workbook}
        {shapes}
    }
}

/// The application's files are asked for with the first byte of the page, behind what is needed to see it.
#[component]
fn FileLinks(files: SiteFiles) -> impl IntoView {
    let SiteFiles { icon, script, loader, module, data, later } = files;
    let data = (!data.is_empty()).then(|| {
        view! { <link rel="preload" r#as="fetch" crossorigin="" fetchpriority="low" href=data/> }
    });
    let application = (!script.is_empty()).then(|| {
        view! {
            <link rel="modulepreload" crossorigin="" fetchpriority="low" href=script/>
            <link rel="modulepreload" crossorigin="" fetchpriority="low" href=loader/>
            <link rel="preload" r#as="fetch" type="application/wasm" crossorigin="" fetchpriority="low" href=module/>
        }
    });
    let later = later.into_iter().map(|href| {
        view! { <link rel="preload" r#as="fetch" crossorigin="" fetchpriority="low" href=href/> }
    });
    view! {
        <link rel="icon" type="image/svg+xml" href=icon/>
        {data}
        {application}
        {later.collect_view()}
    }
}

/// What search engines, content systems and home screens ask for.
#[component]
fn HeadLinks(links: Links, title: String) -> impl IntoView {
    let languages = links.languages.into_iter();
    let languages = languages.map(|(code, href)| view! { <link rel="alternate" hreflang=code href=href/> });
    let stylesheets = links.stylesheets.into_iter().map(|href| view! { <link rel="stylesheet" href=href/> });
    let oembed = links.oembed.map(|href| {
        view! { <link rel="alternate" type="application/json+oembed" href=href title=title/> }
    });
    view! {
        {(!links.is_indexed).then(|| view! { <meta name="robots" content="noindex"/> })}
        {links.canonical.map(|href| view! { <link rel="canonical" href=href/> })}
        {languages.collect_view()}
        {links.manifest.map(|href| view! { <link rel="manifest" href=href/> })}
        {oembed}
        {stylesheets.collect_view()}
    }
}

/// What a link to the page looks like elsewhere.
#[component]
fn CardMeta(card: Card, title: String, description: String) -> impl IntoView {
    let mut locales = card.locales.into_iter();
    let locale = locales.next();
    let others = locales.map(|other| view! { <Property name="og:locale:alternate" content=other/> });
    let others = others.collect_view();
    let size = if card.pictures.is_empty() { "summary" } else { "summary_large_image" };
    let page = card.page.map(|page| view! { <Property name="og:url" content=page/> });
    // What describes a picture stands behind its address and before the next one.
    let pictures = card.pictures.into_iter().map(|picture| {
        let (width, height) = picture.size;
        view! {
            <Property name="og:image" content=picture.url/>
            <Property name="og:image:type" content="image/png"/>
            <Property name="og:image:width" content=width.to_string()/>
            <Property name="og:image:height" content=height.to_string()/>
            <Property name="og:image:alt" content=picture.alternative/>
        }
    });
    let pictures = pictures.collect_view();
    view! {
        <Property name="og:type" content="website"/>
        <Property name="og:site_name" content=card.site_name/>
        {locale.map(|locale| view! { <Property name="og:locale" content=locale/> })}
        {others}
        <Property name="og:title" content=title/>
        <Property name="og:description" content=description/>
        {page}
        {pictures}
        <meta name="twitter:card" content=size/>
    }
}

/// A property after Open Graph.
#[component]
fn Property(name: &'static str, #[prop(into)] content: String) -> impl IntoView {
    view! { <meta {..custom_attribute("property", name)} content=content/> }
}

/// The line at the end of a report about its edition, and the other reports of the site.
#[component]
fn EditionAside(lang: Lang, line: EditionLine, others: Vec<(String, String)>) -> impl IntoView {
    let words = words::editions(lang);
    let content = match line {
        EditionLine::Permanent { edition, href } => {
            view! { <p><a href=href>{words.permanent()}</a>" "<code>{edition}</code></p> }.into_any()
        }
        EditionLine::Pinned { edition, published, href } => {
            let said = match published {
                Some(date) => fill(words.this_dated(), &[&edition, &words::date(lang, date)]),
                None => fill(words.this(), &[&edition]),
            };
            view! { <p>{said + " "}<a href=href>{words.newest()}</a></p> }.into_any()
        }
    };
    let others = (!others.is_empty()).then(|| {
        let link = |(at, (title, href)): (usize, (String, String))| {
            let between = if at == 0 { " " } else { " · " };
            view! { {between}<a href=href>{title}</a> }
        };
        let links = others.into_iter().enumerate().map(link).collect_view();
        view! { <p>{words.other_reports()}{links}</p> }
    });
    view! { <aside id="edition" aria-label=words.edition()>{content}{others}</aside> }
}

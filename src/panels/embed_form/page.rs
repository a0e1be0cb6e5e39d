//! The page that hands out snippets, `embed/`.
use dataset::Lang;
use leptos::prelude::*;
use routes::{Block, Page};

use super::EmbedForm;
use super::options::EmbedFormOptions;
use super::ready::ReadySnippets;
use super::state::FormState;
use crate::ui::{Live, LivePart};

/// The page's path below the site's root.
#[must_use]
pub fn embed_page_path(lang: Lang) -> String {
    routes::path(lang, Page::Report) + "embed/"
}

/// The way from the page to the site's root.
pub(super) fn to_root(lang: Lang) -> &'static str {
    words::pick(lang, "../", "../../")
}

/// The content of the page: the form, which the browser hydrates, and below it every block with its snippets.
#[component]
pub fn EmbedPage(
    /// The language of the page.
    lang: Lang,
    /// The name of the scheme, as a heading.
    brand: String,
    /// What the form knows of the site.
    options: EmbedFormOptions,
) -> impl IntoView {
    let words = words::publish(lang);
    let other = options.has(lang.other());
    let listed = options.clone();
    view! {
        <Masthead lang brand other/>
        <main id="content" class="builder-page" tabindex="-1">
            <h1>{words.builder_title()}</h1>
            <p>{words.builder_intro()}</p>
            <Live part=LivePart::EmbedForm>
                <EmbedPart lang options/>
            </Live>
            <ReadySnippets lang options=listed/>
        </main>
    }
}

/// The part of the page that acts. In the browser the form shows the block that the address names.
#[component]
pub fn EmbedPart(
    /// The language of the page.
    lang: Lang,
    /// What the form knows of the site; in the browser with its address, see [`EmbedFormOptions::at`].
    options: EmbedFormOptions,
) -> impl IntoView {
    let state = FormState::new(lang, to_root(lang), options);
    Effect::new(move || state.show(location_hash().and_then(|hash| Block::from_id(&hash))));
    view! { <EmbedForm state/> }
}

/// The name of the site, the way back to the report, and the page in the other language.
#[component]
fn Masthead(
    /// The language of the page.
    lang: Lang,
    /// The name of the scheme.
    brand: String,
    /// Whether there is a page in the other language.
    other: bool,
) -> impl IntoView {
    let words = words::messages(lang);
    let to_other = other.then(|| {
        let other = lang.other();
        let href = [to_root(lang), &*embed_page_path(other)].concat();
        view! {
            <a class="language" href=href lang=other.code() hreflang=other.code()>{words.other_language()}</a>
        }
    });
    view! {
        <header class="masthead">
            <p class="brand">{brand}</p>
            <div class="masthead-tools">
                <a class="language" href="../">{words.to_report()}</a>
                {to_other}
            </div>
        </header>
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::options;
    use super::*;

    fn html(lang: Lang, site: Option<&str>) -> String {
        Owner::new().with(|| view! { <EmbedPage lang brand=String::new() options=options(site)/> }.to_html())
    }

    /// What a reader of the page copies: its text areas with what is in them.
    fn copied(html: &str) -> Vec<String> {
        let areas = html.split("<textarea").filter_map(|area| area.split_once("</textarea>"));
        let texts = areas.filter_map(|(area, _)| area.split_once('>').map(|(_, text)| text));
        texts.map(|text| html_escape::decode_html_entities(text).into_owned()).collect()
    }

    #[test]
    fn every_block_has_all_its_snippets_without_scripts() {
        let html = html(Lang::Id, Some("https://example.org/r/"));
        let snippets = copied(&html);
        // The first area is that of the form.
        assert_eq!(snippets.len(), 1 + 3 * 5);
        assert_eq!(snippets[4], "https://example.org/r/embed/headline/");
        assert!(snippets[6].starts_with("<iframe src=\"https://example.org/r/embed/groups/\" title=\"Judul &quot;satu&quot; &amp; &lt;dua&gt;\""), "{}", snippets[6]);
        assert!(html.contains("<section id=\"groups\" aria-labelledby=\"groups-h\">"), "{html}");
        assert!(
            html.contains("href=\"groups/picture.png\"") && html.contains("href=\"../en/embed/\""),
            "{html}"
        );
        assert!(!html.contains("{situs}"));
    }

    #[test]
    fn an_unknown_address_is_said() {
        let html = html(Lang::En, None);
        assert!(html.contains("Replace {site} with"), "{html}");
        assert_eq!(copied(&html)[4], "{site}/en/embed/headline/");
    }
}

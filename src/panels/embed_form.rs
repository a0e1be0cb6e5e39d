//! The form that hands out snippets: on the page `embed/`, and in a dialog over the report.
mod code;
#[cfg(feature = "browser")]
mod dialog;
mod fields;
mod options;
mod page;
#[cfg(feature = "browser")]
mod preview;
mod ready;
mod snippet;
#[cfg(feature = "hydrate")]
mod start;
mod state;

#[cfg(feature = "browser")]
pub use dialog::{EmbedFormRequest, open, open_embed_form};
pub use options::{EmbedFormOptions, Embeddable, EmbeddableWords, Heights, HostScript, OptionsError};
pub use page::{EmbedPage, EmbedPart, embed_page_path};
pub use snippet::{EmbedChoice, SnippetKind, snippet};
#[cfg(feature = "hydrate")]
pub use start::{EmbedPageRequest, start_embed_page};
pub use state::FormState;

use code::CodeField;
use fields::{Fields, Kinds};
use leptos::prelude::*;

/// The form. It is hidden until [`FormState::show`] says that it works.
#[component]
pub fn EmbedForm(
    /// What was chosen, and what there is to choose from.
    state: FormState,
    /// What the button that closes the form does; without it there is none.
    #[prop(optional)]
    on_close: Option<Callback<()>>,
) -> impl IntoView {
    provide_context(state);
    let words = state.words();
    let close = on_close.map(|close| {
        view! {
            <button type="button" name="close" class="button" on:click=move |_| close.run(())>
                {words.builder_close()}
            </button>
        }
    });
    view! {
        <form
            id="builder"
            class="builder"
            aria-labelledby="builder-h"
            autocomplete="off"
            hidden=move || !state.works.get()
            on:submit=|event| event.prevent_default()
        >
            <div class="builder-head">
                <h2 id="builder-h">{words.builder_heading()}</h2>
                {close}
            </div>
            <h3 id="builder-preview-h" class="builder-label">{words.builder_preview()}</h3>
            <div class="builder-preview" role="group" tabindex="0" aria-labelledby="builder-preview-h">
                {move || state.is_shown().then(|| preview(on_close))}
            </div>
            <Fields/>
            <Kinds/>
            <CodeField/>
        </form>
    }
}

/// What is previewed; only a browser shows the form, so natively there is nothing.
#[cfg(not(feature = "browser"))]
fn preview(_on_close: Option<Callback<()>>) -> impl IntoView {}

#[cfg(feature = "browser")]
fn preview(on_close: Option<Callback<()>>) -> impl IntoView {
    view! { <preview::Preview on_close/> }
}

#[cfg(test)]
mod tests {
    use dataset::Lang;
    use routes::Block;

    use super::*;

    /// Three blocks of a site.
    pub fn options(site: Option<&str>) -> EmbedFormOptions {
        let words = |title: &str, alternative: &str, wide, narrow| EmbeddableWords {
            name: title.to_owned(),
            title: title.to_owned(),
            alternative: alternative.to_owned(),
            heights: Heights { wide, narrow, most: [wide.max(narrow) + 40, wide + 20, wide] },
        };
        let entry = |block, wide, narrow| Embeddable {
            block,
            id: words("Judul \"satu\" & <dua>", "Gambar.", wide, narrow),
            en: words("A title", "A picture.", 500, 480),
        };
        EmbedFormOptions {
            site: site.map(str::to_owned),
            script: HostScript { file: "embed-0.js".to_owned(), integrity: "sha384-x".to_owned() },
            edition: None,
            languages: vec!["id".to_owned(), "en".to_owned()],
            blocks: vec![
                entry(Block::Headline, 400, 420),
                entry(Block::Groups, 720, 900),
                entry(Block::Report, 1000, 1000),
            ],
        }
    }

    fn html(lang: Lang, edition: Option<&str>) -> String {
        let options = EmbedFormOptions {
            edition: edition.map(str::to_owned),
            ..options(Some("https://example.org/r/"))
        };
        Owner::new().with(|| {
            let state = FormState::new(lang, "../", options);
            view! { <EmbedForm state/> }.to_html()
        })
    }

    #[test]
    fn before_it_works_the_form_is_hidden_and_shows_nothing_of_hosts() {
        let html = html(Lang::Id, None);
        assert!(html.contains("<form") && html.contains(" hidden"), "{html}");
        assert!(!html.contains("<iframe") && !html.contains("name=\"close\""), "{html}");
        for name in [
            "block",
            "lang",
            "theme",
            "width",
            "title",
            "own-title",
            "accent",
            "credit",
            "notes",
            "transparent",
            "kind",
            "code",
            "copy",
        ] {
            assert!(html.contains(&format!("name=\"{name}\"")), "{name}: {html}");
        }
        assert_eq!(html.matches("type=\"radio\"").count(), SnippetKind::ALL.len());
        assert_eq!(html.matches(" checked").count(), 2, "the first kind and the notes: {html}");
        assert!(
            html.find("builder-preview").unwrap() < html.find("builder-fields").unwrap(),
            "the preview is first"
        );
    }

    #[test]
    fn there_is_a_choice_of_editions_only_where_one_is_kept() {
        let field = |edition| {
            let html = html(Lang::En, edition);
            html.contains("Always the latest")
        };
        assert!(field(Some("v/2025-08/")) && !field(None));
    }
}

//! Every block with its snippets ready, for readers without scripts.
use leptos::prelude::*;

use super::options::{EmbedFormOptions, Embeddable};
use super::snippet::{EmbedChoice, SnippetKind, snippet};
use crate::ui::{Caveat, area_text};
use dataset::Lang;
use routes::Block;

/// All blocks with all that can be copied, as the form gives it first. The stylesheet hides it where the form works.
#[component]
pub fn ReadySnippets(
    /// The language of the page.
    lang: Lang,
    /// What can be embedded.
    options: EmbedFormOptions,
) -> impl IntoView {
    let no_site = options.site.is_none().then(|| words::publish(lang).builder_no_site().to_owned());
    let block = |entry: &Embeddable| {
        let block = entry.block;
        let snippets = SnippetKind::ALL.map(|kind| {
            let choice = EmbedChoice { kind, ..EmbedChoice::new(block, lang) };
            (kind, snippet(&choice, &options))
        });
        let name = entry.in_language(lang).name.clone();
        view! { <ReadyBlock lang block name snippets=snippets.to_vec()/> }
    };
    let blocks = options.blocks.iter().map(block).collect_view();
    view! {
        <div id="ready" class="ready">
            <Caveat text=no_site/>
            {blocks}
        </div>
    }
}

/// A block with its snippets; the names of its links and fields are heard with that of the block.
#[component]
fn ReadyBlock(
    /// The language of the page.
    lang: Lang,
    /// Which block it is.
    block: Block,
    /// What it is called.
    name: String,
    /// Its snippets.
    snippets: Vec<(SnippetKind, String)>,
) -> impl IntoView {
    let words = words::publish(lang);
    let name = StoredValue::new(name);
    let heading = format!("{}-h", block.id());
    let labelled = heading.clone();
    let heard = move || view! { <span class="hidden">{format!(" {}", name.get_value())}</span> };
    let field = move |(kind, code): (SnippetKind, String)| {
        let rows = if kind == SnippetKind::Link { "1" } else { "4" };
        view! {
            <label class="field">
                <span>{kind.label(words)}{heard()}</span>
                <textarea readonly rows=rows spellcheck="false">{area_text(code)}</textarea>
            </label>
        }
    };
    view! {
        <section id=block.id() aria-labelledby=labelled>
            <h2 id=heading>{name.get_value()}</h2>
            <p>
                <a href=format!("{}/", block.id())>{words.builder_open()}{heard()}</a>
                <a href=format!("{}/picture.png", block.id())>{words.builder_png()}{heard()}</a>
            </p>
            {snippets.into_iter().map(field).collect_view()}
        </section>
    }
}

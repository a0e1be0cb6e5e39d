//! The form on its own page, in the browser.
use std::any::Any;

use dataset::Lang;
use leptos::mount::{hydrate_from, mount_to};
use leptos::prelude::*;

use super::options::EmbedFormOptions;
use super::page::{EmbedPart, to_root};
use crate::browser::absolute::absolute;
use crate::browser::live_element::LiveElement;
use crate::panels::PanelError;

/// The form of the page `embed/`, which the build wrote.
#[derive(Clone, Debug)]
pub struct EmbedPageRequest {
    /// The element of the page that holds the form ([`crate::ui::LivePart::EmbedForm`]).
    pub live: LiveElement,
    /// The language of the page.
    pub lang: Lang,
    /// The text of `embed/form.json`.
    pub options: String,
}

/// Makes the form of the page work, for the block that the address names. What is returned keeps it there.
///
/// # Errors
/// [`PanelError::Options`] where the options cannot be read; the page then stays as it is, with all snippets.
pub fn start_embed_page(request: EmbedPageRequest) -> Result<Box<dyn Any>, PanelError> {
    let EmbedPageRequest { live, lang, options } = request;
    let options = EmbedFormOptions::read(&options)?.at(&absolute(to_root(lang)));
    let part = move || view! { <EmbedPart lang options/> };
    if live.is_as_built() {
        return Ok(Box::new(hydrate_from(live.element, part)));
    }
    let element = live.element;
    element.replace_children_with_node_0();
    Ok(Box::new(mount_to(element, part)))
}

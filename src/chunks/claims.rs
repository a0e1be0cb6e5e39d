//! The chunks of the application of published claims.
use std::any::Any;

use leptos::mount::mount_to;
use leptos::prelude::*;
use routes::{Block, Page};
use wasm_split_helpers::wasm_split;
use web_sys::HtmlElement;

use super::ChunkError;
use crate::context::{PublishedClaims, Report};
use crate::explorer::{ClaimsPage, ExplorerBlock, Rest};

/// What the explorer shows after figures and rows.
///
/// # Errors
/// [`ChunkError`] where the code does not come; figures and rows are there without it.
#[wasm_split(explorer_rest, fallible)]
pub fn explorer_rest() -> Result<Rest, ChunkError> {
    Ok(Rest::new())
}

/// Mounts the page of claims of a dataset that is newer than the page into `container`, without the explorer. `claims` is the
/// folder of what is published. What is returned keeps it there.
///
/// # Errors
/// [`ChunkError`] where the code does not come; the page stays as it is.
#[wasm_split(newer, fallible)]
pub fn newer_claims_page(
    report: Report,
    claims: Option<String>,
    container: HtmlElement,
) -> Result<Box<dyn Any>, ChunkError> {
    container.replace_children_with_node_0();
    Ok(Box::new(mount_to(container, move || {
        let is_block = report.page == Page::Embed(Block::ClaimsExplorer);
        provide_context(report);
        if let Some(folder) = claims {
            provide_context(PublishedClaims { folder });
        }
        if is_block { view! { <ExplorerBlock/> }.into_any() } else { view! { <ClaimsPage/> }.into_any() }
    })))
}

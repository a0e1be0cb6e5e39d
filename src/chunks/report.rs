//! The chunks of the report's application.
use std::any::Any;

use dataset::Finding;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_split_helpers::wasm_split;
use web_sys::HtmlElement;

use super::ChunkError;
use crate::attach::attach;
use crate::browser::answers;
use crate::browser::live_element::LiveElement;
use crate::context::{PublishedClaims, Report};
use crate::figures_page::{FigureSearch, FiguresOptions, FiguresPage, FindFigures};
use crate::panels::{EmbedFormRequest, EmbedPageRequest};
use crate::report_page::{self, ReportPage};
use crate::sections::{EmbedTitle, HandoverTable, ManyWinners};

/// Opens the form that hands out snippets. Its stylesheet must be there.
///
/// # Errors
/// [`ChunkError`] where it cannot be opened: the link then leads to the form's own page.
#[wasm_split(embed, fallible)]
pub fn embed(report: Report, request: EmbedFormRequest) -> Result<(), ChunkError> {
    Ok(crate::panels::open_embed_form(report, request)?)
}

/// Makes the form of the page of snippets work. What is returned keeps it there.
///
/// # Errors
/// [`ChunkError`] where it cannot work; the page then stays as it is, with all snippets.
#[wasm_split(embed, fallible)]
pub fn embed_page(request: EmbedPageRequest) -> Result<Box<dyn Any>, ChunkError> {
    Ok(crate::panels::start_embed_page(request)?)
}

/// Makes the search of the page of all figures work. What is returned keeps it there.
///
/// # Errors
/// [`ChunkError`] where the code does not come.
#[wasm_split(search, fallible)]
pub fn figure_search(
    report: Report,
    live: LiveElement,
    container: HtmlElement,
) -> Result<Box<dyn Any>, ChunkError> {
    let find = FindFigures::new(move |query: String| answers::show_matching(&container, &query));
    Ok(attach(live, &report, move || view! { <FigureSearch find=Some(find)/> }))
}

/// Makes the table of single claims act. What is returned keeps it there.
///
/// # Errors
/// [`ChunkError`] where the code does not come; the table stays as it is.
#[wasm_split(handovers, fallible)]
pub fn handovers(report: Report, live: LiveElement) -> Result<Box<dyn Any>, ChunkError> {
    Ok(attach(live, &report, || view! { <HandoverTable/> }))
}

/// Puts a grid in the place of the table of more single claims than a page writes. What is returned keeps it there.
///
/// # Errors
/// [`ChunkError`] where the code does not come; the table stays as it is.
#[wasm_split(grid, fallible)]
pub fn many_handovers(report: Report, element: HtmlElement) -> Result<Box<dyn Any>, ChunkError> {
    Ok(crate::grid::start_many_handovers(report, element))
}

/// Makes the list of an award with many winners act. What is returned keeps it there.
///
/// # Errors
/// [`ChunkError`] where the code does not come; the list stays as it is.
#[wasm_split(winners, fallible)]
pub fn many_winners(report: Report, live: LiveElement, award: usize) -> Result<Box<dyn Any>, ChunkError> {
    Ok(attach(live, &report, move || view! { <ManyWinners award/> }))
}

/// Puts the words of a host above a block. What is returned keeps them there.
///
/// # Errors
/// [`ChunkError`] where the code does not come; the title stays that of the report.
#[wasm_split(title, fallible)]
pub fn embed_title(report: Report, live: LiveElement) -> Result<Box<dyn Any>, ChunkError> {
    Ok(attach(live, &report, || view! { <EmbedTitle/> }))
}

/// The file of a dataset.
#[derive(Clone, Debug)]
pub struct DatasetFile {
    /// Where it lies, seen from the site's root.
    pub name: String,
    /// What is in it.
    pub text: String,
    /// The folder of the claims that are published beside it, where there are any.
    pub claims: Option<String>,
}

/// A page that was mounted.
pub struct NewerPage {
    /// The name of the edition that it shows.
    pub edition: String,
    /// Keeps it there.
    pub handle: Box<dyn Any>,
}

/// Mounts the page of all figures of a dataset that is newer than the page into `container`. What is returned keeps it
/// there.
///
/// # Errors
/// [`ChunkError`] where the code does not come.
#[wasm_split(newer, fallible)]
pub fn newer_figures(
    report: Report,
    file: DatasetFile,
    container: HtmlElement,
) -> Result<Box<dyn Any>, ChunkError> {
    let options = FiguresOptions {
        edition: dataset::edition_name(&report.data.id, file.text.as_bytes()),
        dataset_file: file.name,
        blocks: report_page::blocks(&report.data),
        address: None,
    };
    container.replace_children_with_node_0();
    Ok(Box::new(mount_to(container, move || {
        provide_context(report);
        view! { <FiguresPage options/> }
    })))
}

/// Mounts the report of a dataset that is newer than the page into `container`.
///
/// # Errors
/// [`ChunkError`] where the code does not come.
#[wasm_split(newer, fallible)]
pub fn newer_report(
    report: Report,
    findings: Vec<Finding>,
    file: DatasetFile,
    container: HtmlElement,
) -> Result<NewerPage, ChunkError> {
    let edition = dataset::edition_name(&report.data.id, file.text.as_bytes());
    container.replace_children_with_node_0();
    let handle = mount_to(container, move || {
        provide_context(report);
        if let Some(folder) = file.claims {
            provide_context(PublishedClaims { folder });
        }
        view! { <ReportPage findings/> }
    });
    Ok(NewerPage { edition, handle: Box::new(handle) })
}

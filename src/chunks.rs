//! What is loaded only when it is needed: each function here is the door to a chunk of its own, see
//! `docs/adr/0017-house.md`.
//!
//! The macro links the chunk by names that the linker must keep, which the compiler calls unsafe.
#![allow(unsafe_code)]
use std::any::Any;

use dataset::Finding;
use leptos::mount::mount_to;
use leptos::prelude::*;
use thiserror::Error;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::{Event, HtmlElement};

use crate::context::Report;
use crate::openers::Openers;
use crate::report_page::ReportPage;

/// Why something did not open.
#[derive(Debug, Error)]
pub enum ChunkError {
    /// Its code did not come.
    #[error("a part of the application did not come")]
    Load,
}

impl From<SplitLoaderError> for ChunkError {
    fn from(_: SplitLoaderError) -> Self {
        Self::Load
    }
}

/// Makes the marks of charts answer to keys, pointers and fingers, beginning with an event that came before.
///
/// # Errors
/// [`ChunkError`] where the code does not come.
#[wasm_split(marks, fallible)]
pub fn marks(report: Report, openers: Openers, first: Event) -> Result<(), ChunkError> {
    crate::panels::start_marks(report, openers, &first);
    Ok(())
}

/// Mounts the report of a dataset that is newer than the page into `container`. What is returned keeps it there.
///
/// # Errors
/// [`ChunkError`] where the code does not come.
#[wasm_split(newer, fallible)]
pub fn newer_report(
    report: Report,
    findings: Vec<Finding>,
    container: HtmlElement,
) -> Result<Box<dyn Any>, ChunkError> {
    container.replace_children_with_node_0();
    Ok(Box::new(mount_to(container, move || {
        provide_context(report);
        view! { <ReportPage findings/> }
    })))
}

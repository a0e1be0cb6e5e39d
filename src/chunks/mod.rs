//! What is loaded only when it is needed: each function here and below is the door to a chunk of its own, see
//! `docs/adr/0017-house.md`. Each application has those of its own, and both have what opens from their cards.
//!
//! The macro links the chunk by names that the linker must keep, which the compiler calls unsafe.
#![allow(unsafe_code)]
#[cfg(feature = "csr")]
mod claims;
#[cfg(feature = "hydrate")]
mod report;

use std::any::Any;
use std::rc::Rc;

use dataset::Finding;
use leptos::prelude::*;
use thiserror::Error;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::Event;
use words::Lang;

#[cfg(feature = "csr")]
pub use self::claims::*;
#[cfg(feature = "hydrate")]
pub use self::report::*;
use crate::context::Report;
use crate::panels::ask::{AskError, AskOptions};
use crate::panels::{OnOpen, PanelError};
use crate::ui::FindingList;

/// Why something did not open.
#[derive(Debug, Error)]
pub enum ChunkError {
    /// Its code did not come.
    #[error("a part of the application did not come")]
    Load,
    /// The panel cannot show the figure here.
    #[error("{0}")]
    Ask(#[from] AskError),
    /// The form cannot be shown here.
    #[error("{0}")]
    Panel(#[from] PanelError),
}

impl From<SplitLoaderError> for ChunkError {
    fn from(_: SplitLoaderError) -> Self {
        Self::Load
    }
}

/// Opens the panel that says where a figure comes from. Its stylesheet must be there.
///
/// # Errors
/// [`ChunkError`] where it cannot be opened: the link then leads to the page of all figures.
#[wasm_split(ask, fallible)]
pub fn ask(report: Report, options: AskOptions) -> Result<(), ChunkError> {
    Ok(crate::panels::ask::open(report, options)?)
}

/// Makes the list of what is wrong with a dataset.
pub type MakeFindings = fn(Lang, Vec<Finding>) -> AnyView;

/// What is wrong with a dataset, in words.
///
/// # Errors
/// [`ChunkError`] where the code does not come.
#[wasm_split(findings, fallible)]
pub fn findings() -> Result<MakeFindings, ChunkError> {
    Ok(|lang, findings| view! { <FindingList lang findings/> }.into_any())
}

/// Says which event came last.
pub type LastEvent = Rc<dyn Fn() -> Option<Event>>;

/// Makes the marks of charts answer to keys, pointers and fingers, beginning with the last event that came before. What is
/// returned keeps their tooltip.
///
/// # Errors
/// [`ChunkError`] where the code does not come.
#[wasm_split(marks, fallible)]
pub fn marks(on_open: OnOpen, last: LastEvent) -> Result<Option<Box<dyn Any>>, ChunkError> {
    Ok(last().and_then(|event| crate::panels::start_marks(on_open, &event)))
}

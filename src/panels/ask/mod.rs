//! Where a figure comes from, in a panel beside it.
//!
//! A figure that was computed leads on to those that it was computed from; the panel keeps the trail, so that there
//! is a way back. The same panel shows what can be taken along of a block.
mod answer;
mod copy;
mod panel;
mod state;

pub use panel::AskPanel;

use std::any::Any;
use std::cell::RefCell;

use figures::key::{Record, record};
use leptos::mount::mount_to;
use leptos::prelude::*;
use routes::Block;
use thiserror::Error;
use web_sys::{Element, HtmlElement};

use self::state::AskState;
use crate::browser::popover;
use crate::context::Report;
use crate::figures_page::{FiguresOptions, edition_address, find};

/// What is asked.
#[derive(Clone, Debug)]
pub struct AskOptions {
    /// The figure's key, see [`figures::key`], or that of what can be taken along of a block.
    pub key: String,
    /// The figure in the page: a link (`.ask`), or a mark of a chart (`.mark` with `data-key` in a `figure` with an
    /// id). The panel stands beside it, and the focus returns to it.
    pub anchor: Element,
    /// The address of the site's root, absolute and with a slash at its end.
    pub root: String,
    /// The id of the edition, for citations.
    pub edition: String,
    /// The dataset's file, seen from the site's root.
    pub dataset_file: String,
}

/// Why a figure is not shown in the panel.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AskError {
    /// The browser has no popovers.
    #[error("this browser has no popovers: follow the link to the page of all figures")]
    NoPopovers,
    /// The page has no body.
    #[error("the page has no body: follow the link to the page of all figures")]
    NoBody,
    /// The dataset has no such figure.
    #[error("there is no figure {key} here: follow the link to the page of all figures")]
    UnknownFigure {
        /// What was asked for.
        key: String,
    },
}

/// The panel in the page. What it is made of is taken away with it.
struct Mounted {
    state: AskState,
    /// The view, which unmounts when it is dropped.
    _view: Box<dyn Any>,
    _owner: Owner,
}

thread_local! {
    /// The panel, as soon as something was asked.
    static PANEL: RefCell<Option<Mounted>> = const { RefCell::new(None) };
}

/// Shows a figure in the panel. Its stylesheet (`ask.css`) must be there, see [`crate::browser::stylesheet`].
///
/// # Errors
/// [`AskError`] where it cannot be shown; the link to the figure's page is then to be followed.
pub fn open(report: Report, options: AskOptions) -> Result<(), AskError> {
    if !popover::are_supported() {
        return Err(AskError::NoPopovers);
    }
    let AskOptions { key, anchor, root, edition, dataset_file } = options;
    let block = taken_along(&key);
    if block.is_none() && find(&report, &key).is_none() {
        return Err(AskError::UnknownFigure { key });
    }
    let body = document().body().ok_or(AskError::NoBody)?;
    let address = Some(edition_address(&root, &edition, report.newer));
    let figures = FiguresOptions { edition, dataset_file, blocks: block.into_iter().collect(), address };
    let state = PANEL.with_borrow_mut(|panel| panel.get_or_insert_with(|| mount(body)).state);
    state.open(report, figures, key, anchor);
    Ok(())
}

/// The block that a key says can be taken along.
fn taken_along(key: &str) -> Option<Block> {
    record(key).filter(|(kind, _)| *kind == Record::Take).and_then(|(_, id)| Block::from_id(id))
}

/// Puts the panel at the end of the page. It belongs to nobody: whatever asks first may go away before it.
fn mount(body: HtmlElement) -> Mounted {
    let current = Owner::current();
    let owner = Owner::new_root(None);
    let (state, view) = owner.with(|| {
        let state = AskState::new();
        (state, mount_to(body, move || view! { <AskPanel state/> }))
    });
    // A new root is the current owner from then on.
    match current {
        Some(current) => current.set(),
        None => owner.clone().unset(),
    }
    Mounted { state, _view: Box::new(view), _owner: owner }
}

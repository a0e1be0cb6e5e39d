//! The form in a dialog over the report.
use std::any::Any;
use std::cell::RefCell;

use leptos::html;
use leptos::mount::mount_to;
use leptos::prelude::*;
use routes::Block;
use web_sys::Element;

use super::EmbedForm;
use super::options::EmbedFormOptions;
use super::state::FormState;
use crate::browser::absolute::absolute;
use crate::browser::refocus::{focus_first, focus_link};
use crate::context::Report;
use crate::panels::PanelError;

thread_local! {
    /// The one dialog of the page, from when it was first opened.
    static DIALOG: RefCell<Option<Mounted>> = const { RefCell::new(None) };
}

/// The dialog as it stands in the page.
struct Mounted {
    handles: Handles,
    /// The page lets the dialog go with this.
    _view: Box<dyn Any>,
    _owner: Owner,
}

/// What the dialog is spoken to by.
#[derive(Clone, Copy)]
struct Handles {
    dialog: NodeRef<html::Dialog>,
    form: FormState,
    /// The link that opened it.
    opener: StoredValue<Option<Element>, LocalStorage>,
}

/// Which form is asked for.
#[derive(Clone, Debug)]
pub struct EmbedFormRequest {
    /// The text of `embed/form.json`.
    pub options: String,
    /// The block that is shown first.
    pub block: Block,
    /// The link that asks; the focus returns to it.
    pub opener: Element,
}

/// Opens the form for a request; see [`open`].
///
/// # Errors
/// [`PanelError`] where its options cannot be read, or the browser shows no dialogs.
pub fn open_embed_form(report: Report, request: EmbedFormRequest) -> Result<(), PanelError> {
    let EmbedFormRequest { options, block, opener } = request;
    open(report, EmbedFormOptions::read(&options)?, block, opener)
}

/// Opens the form for a block. When it closes, the focus goes back to `opener`.
///
/// Its stylesheet (`embed-builder.css`) must be there already.
///
/// # Errors
/// [`PanelError::Unsupported`] where the browser shows no dialogs.
pub fn open(
    report: Report,
    options: EmbedFormOptions,
    block: Block,
    opener: Element,
) -> Result<(), PanelError> {
    let handles = DIALOG.with_borrow_mut(|dialog| match dialog {
        Some(mounted) => Ok(mounted.handles),
        None => mount(&report, options, block).map(|mounted| dialog.insert(mounted).handles),
    })?;
    let element = handles.dialog.get_untracked().ok_or(PanelError::Unsupported)?;
    if element.open() {
        return Ok(());
    }
    element.show_modal().map_err(|_| PanelError::Unsupported)?;
    handles.opener.set_value(Some(opener));
    handles.form.show(Some(block));
    focus_first(&element, "select");
    Ok(())
}

/// Puts the dialog, closed, at the end of the page. Its form works at once, so that it can take the focus.
fn mount(report: &Report, options: EmbedFormOptions, block: Block) -> Result<Mounted, PanelError> {
    let body = document().body().ok_or(PanelError::Unsupported)?;
    let root = routes::to_root(report.lang, report.page);
    let (lang, options) = (report.lang, options.at(&absolute(&root)));
    // It belongs to nobody: whatever asks first may go away before it.
    let current = Owner::current();
    let owner = Owner::new_root(None);
    let (handles, view) = owner.with(|| {
        let form = FormState::new(lang, &root, options);
        form.show(Some(block));
        let handles = Handles { dialog: NodeRef::new(), form, opener: StoredValue::new_local(None) };
        (handles, mount_to(body, move || view! { <FormDialog handles/> }))
    });
    // A new root is the current owner from then on.
    match current {
        Some(current) => current.set(),
        None => owner.clone().unset(),
    }
    Ok(Mounted { handles, _view: Box::new(view), _owner: owner })
}

/// The dialog with the form.
#[component]
fn FormDialog(handles: Handles) -> impl IntoView {
    let Handles { dialog, form: state, opener } = handles;
    let on_close = Callback::new(move |()| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    });
    let closed = move |_| {
        state.rest();
        opener.with_value(|opener| opener.as_ref().map(focus_link));
    };
    view! {
        <dialog class="builder-dialog" aria-labelledby="builder-h" node_ref=dialog on:close=closed>
            <EmbedForm state on_close/>
        </dialog>
    }
}

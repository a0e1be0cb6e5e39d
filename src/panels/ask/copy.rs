//! The button that copies a citation.
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::clipboard;
use crate::context::use_report;
use crate::ui::LiveText;

/// Copies the citation in a field, or selects it where the clipboard is denied, and says what was done.
#[component]
pub fn CopyCitation(
    /// The field with the citation.
    field: NodeRef<html::Textarea>,
) -> impl IntoView {
    let own = words::ask(use_report().lang);
    let status = RwSignal::new("");
    let copy = move |_| {
        let Some(field) = field.get_untracked() else { return };
        spawn_local(async move {
            let done = match clipboard::write_text(&field.value()).await {
                Ok(()) => own.copied(),
                Err(_) => {
                    // Focus is a kindness: where it cannot be set, the page works as well.
                    drop(field.focus());
                    field.select();
                    own.selected()
                }
            };
            // Another figure may be shown by now.
            status.try_set(done);
        });
    };
    view! {
        <div class="ask-copy">
            <button type="button" name="copy" class="button" on:click=copy>
                {own.copy()}
            </button>
            <span role="status"><LiveText text=Signal::derive(move || status.get().to_owned())/></span>
        </div>
    }
}

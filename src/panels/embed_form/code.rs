//! The field with the snippet, and the button that copies it.
use leptos::html;
use leptos::prelude::*;

use super::state::{FormState, use_form};
#[cfg(feature = "browser")]
use crate::browser::clipboard;
use crate::ui::LiveText;

/// The snippet, to be copied.
#[component]
pub fn CodeField() -> impl IntoView {
    let form = use_form();
    let words = form.words();
    let field = NodeRef::<html::Textarea>::new();
    // What was said holds for the snippet that it was said of; the next choice takes the words back.
    let status = Signal::derive(move || {
        let said = form.copied.get().filter(|(copied, _)| form.code.with(|code| code == copied));
        match said {
            Some((_, true)) => words.builder_copied().to_owned(),
            Some((_, false)) => words.builder_selected().to_owned(),
            None => String::new(),
        }
    });
    view! {
        <label class="field">
            <span>{words.builder_code()}</span>
            <textarea
                node_ref=field
                name="code"
                rows="6"
                readonly
                spellcheck="false"
                prop:value=move || form.code.get()
            ></textarea>
        </label>
        <div class="builder-copy">
            <button type="button" name="copy" class="button" on:click=move |_| copy(form, field)>
                {words.builder_copy()}
            </button>
            <span role="status"><LiveText text=status/></span>
        </div>
    }
}

/// Copies the snippet, or selects it where the clipboard is denied.
#[cfg(feature = "browser")]
fn copy(form: FormState, field: NodeRef<html::Textarea>) {
    leptos::task::spawn_local(async move {
        let code = form.code.get_untracked();
        let copied = clipboard::write_text(&code).await.is_ok();
        if let Some(field) = field.get_untracked().filter(|_| !copied) {
            // Where it cannot take the focus, the reader selects the text by hand.
            drop(field.focus());
            field.select();
        }
        form.copied.set(Some((code, copied)));
    });
}

/// Natively nobody clicks.
#[cfg(not(feature = "browser"))]
fn copy(_form: FormState, _field: NodeRef<html::Textarea>) {}

//! The editor of a text.
use leptos::html;
use leptos::prelude::*;

use crate::desk::Desk;
use crate::moves;

/// The height of a line in pixels; the stylesheet has the same.
const LINE: u32 = 20;

/// The editor of a text.
#[component]
pub(crate) fn TextPart(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let field = NodeRef::<html::Textarea>::new();
    Effect::new(move |_| {
        if let (Some((line, column, _)), Some(field)) = (desk.text_spot.get(), field.get_untracked()) {
            let (from, to) = desk.text.with_untracked(|text| moves::line_range(text, line, column));
            // Where the browser refuses, the field has the focus all the same.
            drop(field.focus());
            drop(field.set_selection_range(from, to));
            let top = line.saturating_sub(4) * LINE;
            field.set_scroll_top(i32::try_from(top).unwrap_or_default());
        }
    });
    view! {
        <label class="field text-editor">
            <span>{words.text()}</span>
            <textarea node_ref=field spellcheck="false" wrap="off" autocomplete="off" prop:value=desk.text
                on:input:target=move |event| desk.write_text(event.target().value())></textarea>
        </label>
    }
}

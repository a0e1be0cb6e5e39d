//! What can be done with the report as a whole.
use leptos::prelude::*;
use studio_worker::Form;

use crate::desk::Desk;

/// What can be done with the report as a whole.
#[component]
pub(crate) fn ToolsPart(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let can_undo = move || desk.history.with(|history| history.can_undo());
    let can_redo = move || desk.history.with(|history| history.can_redo());
    let save = move |label: &'static str, form: Form| {
        view! { <button type="button" class="button" on:click=move |_| desk.save(form)>{label}</button> }
    };
    view! {
        <div class="studio-tools">
            <p class="report-name"><strong>{desk.name}</strong>" "<span class="draft-state">{desk.draft_state}</span></p>
            <div class="tool-group" role="group" aria-label=words.editor()>
                <button type="button" class="button" aria-disabled=move || (!can_undo()).to_string()
                    on:click=move |_| desk.undo()>{words.undo()}</button>
                <button type="button" class="button" aria-disabled=move || (!can_redo()).to_string()
                    on:click=move |_| desk.redo()>{words.redo()}</button>
                <button type="button" class="button" on:click=move |_| desk.turn()>
                    {move || if desk.sheets.with(Option::is_some) { words.as_text() } else { words.as_sheets() }}
                </button>
                <button type="button" class="button" on:click=move |_| desk.restart()>{words.restart()}</button>
            </div>
            <div class="tool-group save" role="group" aria-labelledby="save-title">
                <span id="save-title">{words.save()}</span>
                {save(words.save_xlsx(), Form::Workbook)}
                {save(words.save_json(), Form::Dataset)}
                <button type="button" class="button primary" title=words.save_html_about()
                    on:click=move |_| desk.save(Form::Page)>{words.save_html()}</button>
            </div>
        </div>
    }
}

//! The cell that keys go to: all of what stands in it, and what belongs there.
use leptos::prelude::*;
use studio_worker::CellHelp;
use words::fill;

use super::grid::{help_of, said_of};
use crate::desk::Desk;
use crate::moves;

/// The name of the cell that keys go to.
pub(crate) fn cell_name(desk: Desk) -> String {
    let (row, column) = desk.at.get();
    let sheet = desk.sheet.get();
    let name = desk.sheets.with(|sheets| {
        sheets.as_ref().and_then(|sheets| sheets.get(sheet)).map_or(String::new(), |(name, _)| name.clone())
    });
    format!("{name}!{}{}", moves::letters(column), row + 1)
}

/// The cell that keys go to: all of what stands in it, and what belongs there.
#[component]
pub(crate) fn CellBar(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let name = Memo::new(move |_| cell_name(desk));
    let stands = Memo::new(move |_| desk.rows.with(|rows| moves::cell(rows, desk.at.get()).to_owned()));
    let help = Memo::new(move |_| desk.guide.with(|guide| help_of(guide.as_ref(), desk.at.get())));
    let wrong = Memo::new(move |_| said_of(desk, desk.at.get()));
    let is_fixed = move || (!desk.rows_may_move()).to_string();
    let typed = move |text: String| {
        desk.editing.set(None);
        desk.write(&[(desk.at.get_untracked(), text)]);
    };
    view! {
        <div class="cell-bar">
            <label class="field">
                <span>{move || fill(words.cell(), &[&name.get()])}</span>
                <textarea rows="2" spellcheck="false" prop:value=stands
                    on:change:target=move |event| typed(event.target().value())></textarea>
            </label>
            <div class="cell-help" id="cell-help">
                {move || wrong.get().into_iter().map(|said| {
                    let mend = (!said.mend.is_empty()).then(|| format!("{}: {}", words.mend(), said.mend));
                    view! { <p class="wrong">{said.what}{mend.map(|mend| view! { <br/>{mend} })}</p> }
                }).collect_view()}
                {move || help.get().map(|help| view! { <Help desk help/> })}
            </div>
            <div class="row-tools">
                <button type="button" class="button" aria-disabled=is_fixed on:click=move |_| desk.insert_row()>
                    {words.insert_row()}
                </button>
                <button type="button" class="button" aria-disabled=is_fixed on:click=move |_| desk.remove_row()>
                    {words.remove_row()}
                </button>
            </div>
        </div>
    }
}

/// What belongs into a cell.
#[component]
fn Help(desk: Desk, help: CellHelp) -> impl IntoView {
    let words = desk.words;
    let CellHelp { name, text, example, required, .. } = help;
    view! {
        <p>
            <strong>{name}</strong>" · "{text}
            {required.then(|| format!(" {}", words.required()))}
            {(!example.is_empty()).then(|| view! { " "{words.example()}": "<code>{example}</code> })}
        </p>
    }
}

//! The sheets of a workbook.
use std::collections::BTreeMap;

use leptos::prelude::*;
use studio_worker::{Grade, Spot};

use crate::desk::Desk;

/// The sheets of a workbook, with how many errors each has.
#[component]
pub(crate) fn SheetsPart(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let errors = Memo::new(move |_| {
        let mut errors: BTreeMap<usize, usize> = BTreeMap::new();
        desk.findings.with(|findings| {
            for said in findings.iter().filter(|said| said.grade == Grade::Error) {
                if let Spot::Cell { sheet, .. } | Spot::Sheet { index: Some(sheet), .. } = said.spot {
                    *errors.entry(sheet).or_default() += 1;
                }
            }
        });
        errors
    });
    let tab = move |(index, (name, is_filled)): (usize, (String, bool))| {
        let count = move || errors.with(|errors| errors.get(&index).copied().unwrap_or_default());
        view! {
            <li>
                <button type="button" class="sheet-tab" class:blank=!is_filled
                    aria-current=move || (desk.sheet.get() == index).then_some("true")
                    on:click=move |_| desk.show_sheet(index, None, false)>
                    {name}
                    {(!is_filled).then(|| view! { <span class="hidden">", "{words.empty_sheet()}</span> })}
                    {move || (count() > 0).then(|| view! { " "<span class="badge">{count}</span> })}
                </button>
            </li>
        }
    };
    view! {
        <nav class="sheets" aria-label=words.sheets()>
            <ul>
                {move || desk.sheets.get().unwrap_or_default().into_iter().enumerate().map(tab).collect_view()}
            </ul>
        </nav>
    }
}

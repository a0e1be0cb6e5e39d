//! What was found, each with the way to its place.
use leptos::prelude::*;
use studio_worker::{Grade, Said, Spot};
use words::fill;

use crate::desk::Desk;

/// A place in words.
pub(crate) fn spot_words(desk: Desk, spot: &Spot) -> String {
    let words = desk.words;
    match spot {
        Spot::Whole => words.whole().to_owned(),
        Spot::Sheet { name, .. } | Spot::Cell { name, .. } => name.clone(),
        Spot::Text { line, column } => fill(words.line(), &[&line.to_string(), &column.to_string()]),
    }
}

/// What was found.
#[component]
pub(crate) fn FindingsPart(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let sum = move || match desk.counts.get() {
        None => words.checking().to_owned(),
        Some(counts) => match [counts.errors, counts.warnings, counts.notes] {
            [0, 0, 0] => words.nothing_found().to_owned(),
            all => {
                let [errors, warnings, notes] = all.map(|count| count.to_string());
                let sum = fill(words.found(), &[&errors, &warnings, &notes]);
                if counts.errors == 0 { format!("{sum}. {}", words.publishable()) } else { sum }
            }
        },
    };
    let more = move || {
        let counts = desk.counts.get().unwrap_or_default();
        let all = counts.errors + counts.warnings + counts.notes;
        let listed = desk.findings.with(Vec::len);
        (all > listed).then(|| fill(words.more_findings(), &[&(all - listed).to_string()]))
    };
    view! {
        <section class="findings-part" aria-labelledby="findings-title">
            <h2 id="findings-title">{words.findings()}</h2>
            <p class="sum" role="status" class:sound=move || desk.counts.get().is_some_and(|counts| counts.errors == 0)>
                {sum}
                {move || desk.checking.get().then(|| view! { " "<span class="checking">{words.checking()}</span> })}
            </p>
            <ol class="found">
                {move || desk.findings.get().into_iter().map(|said| view! { <Found desk said/> }).collect_view()}
            </ol>
            {move || more().map(|more| view! { <p>{more}</p> })}
        </section>
    }
}

/// A finding, as a button that leads to its place.
#[component]
fn Found(desk: Desk, said: Said) -> impl IntoView {
    let words = desk.words;
    let Said { grade, what, mend, spot, .. } = said;
    let (class, label) = match grade {
        Grade::Error => ("error", words.error()),
        Grade::Warning => ("warning", words.warning()),
        Grade::Note => ("note", words.note()),
    };
    let place = spot_words(desk, &spot);
    view! {
        <li class=class>
            <button type="button" class="found-button" on:click=move |_| desk.follow(&spot)>
                <span class="grade">{label}</span>" "<span class="spot">{place}</span>
                <span class="what">{what}</span>
                {(!mend.is_empty()).then(|| view! { <span class="mend">{words.mend()}": "{mend}</span> })}
            </button>
        </li>
    }
}

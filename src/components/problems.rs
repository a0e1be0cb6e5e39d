//! What could not be read of a dataset.
use leptos::prelude::*;

use crate::i18n::{self, Lang, fill, messages};
use crate::model::Finding;

/// A short notice that opens into the list of findings.
#[component]
pub fn Problems(
    /// The language.
    lang: Lang,
    /// The findings.
    findings: Vec<Finding>,
) -> impl IntoView {
    let words = messages(lang);
    let summary = match findings.len() {
        1 => words.partly_one.to_owned(),
        count => fill(words.partly_many, &[&count.to_string()]),
    };
    view! {
        <details class="message problems" role="status">
            <summary>{summary}</summary>
            <FindingList lang findings/>
        </details>
    }
    .into_any()
}

/// Findings with their place, what is wrong and how to mend it.
#[component]
pub fn FindingList(
    /// The language.
    lang: Lang,
    /// The findings.
    findings: Vec<Finding>,
) -> impl IntoView {
    let words = messages(lang);
    let items: Vec<_> = findings
        .iter()
        .map(|finding| {
            let text = i18n::finding(lang, finding);
            let place = fill(words.finding_place, &[&finding.line.to_string(), &finding.column.to_string()]);
            let pointer = finding.pointer.clone();
            view! {
                <li>
                    <p class="finding-place">{place}" "<code>{pointer}</code></p>
                    <p>{text.what}" "{text.mend}</p>
                </li>
            }
        })
        .collect();
    view! { <ul class="findings">{items}</ul> }.into_any()
}

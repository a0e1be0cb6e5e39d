//! What could not be read of a dataset.
use dataset::Finding;
use leptos::prelude::*;
use words::{Lang, fill, messages};

/// A short notice that opens into the list of findings; nothing where there are none.
#[component]
pub fn Problems(
    /// The language of the page.
    lang: Lang,
    /// What could not be read.
    findings: Vec<Finding>,
) -> impl IntoView {
    let words = messages(lang);
    let summary = match findings.len() {
        0 => return None,
        1 => words.partly_one().to_owned(),
        count => fill(words.partly_many(), &[&words::count(lang, count)]),
    };
    Some(view! {
        <div class="message problems">
            <details>
                <summary>{summary}</summary>
                <FindingList lang findings/>
            </details>
        </div>
    })
}

/// Findings with their place, what is wrong and how to mend it.
#[component]
pub fn FindingList(
    /// The language of the page.
    lang: Lang,
    /// The findings, in the order of the text.
    findings: Vec<Finding>,
) -> impl IntoView {
    let words = messages(lang);
    let item = |finding: Finding| {
        let text = words::finding(lang, &finding);
        let place = fill(words.finding_place(), &[&finding.line.to_string(), &finding.column.to_string()]);
        view! {
            <li>
                <p class="finding-place">{format!("{place} ")}<code>{finding.pointer}</code></p>
                <p>{format!("{} {}", text.what, text.mend)}</p>
            </li>
        }
    };
    view! { <ul class="findings">{findings.into_iter().map(item).collect_view()}</ul> }
}

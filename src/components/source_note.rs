//! Where a figure comes from.
use leptos::prelude::*;

use super::report::Report;
use crate::i18n::fill;
use crate::model::Evidence;
use crate::page;

/// The source of a figure in a few words, with a link that lands on the figure where the source
/// has an address. Nothing where there is no evidence.
#[component]
pub fn SourceNote(
    /// The report.
    report: Report,
    /// Where the figure stands.
    evidence: Option<&'static Evidence>,
) -> impl IntoView {
    evidence
        .map(|evidence| {
            let source = report.data.sources.iter().find(|s| s.id == evidence.source);
            let publisher = source.map_or(evidence.source.as_str(), |s| s.publisher.get(report.lang));
            let mut label = publisher.to_owned();
            if let Some(line) = evidence.line {
                label.push_str(", ");
                label.push_str(&fill(report.words.source_line, &[&line.to_string()]));
            }
            let address = source.and_then(|s| s.url.as_deref());
            let href = address.map(|url| page::text_fragment(url, evidence.figure.as_deref()));
            let label = match href {
                Some(href) => view! { <a href=href rel="external noopener">{label}</a> }.into_any(),
                None => label.into_any(),
            };
            let (before, after) = report.words.source_of.split_once("{0}").unwrap_or_default();
            view! { <span class="source">{before}{label}{after}</span> }
        })
        .into_any()
}

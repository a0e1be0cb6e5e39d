//! Where a figure comes from, in a few words.
use dataset::Evidence;
use leptos::either::Either;
use leptos::prelude::*;
use words::fill;

use crate::context::use_report;

/// The source of a figure, with a link that lands on the figure where the source has an address.
/// Nothing where there is no evidence.
#[component]
pub fn SourceNote(
    /// What the figure rests on.
    evidence: Option<Evidence>,
) -> impl IntoView {
    let evidence = evidence?;
    let (before, after) = use_report().words.source_of().split_once("{0}").unwrap_or_default();
    Some(view! { <span class="source">{before}<SourceLink evidence/>{after}</span> })
}

/// The place of a figure in its source: who published it, and the line; a link where the source has an address.
#[component]
pub fn SourceLink(
    /// What the figure rests on.
    evidence: Evidence,
) -> impl IntoView {
    let report = use_report();
    let source = report.data.sources.iter().find(|source| source.id == evidence.source);
    let words = report.words;
    let mut label = source.map_or(evidence.source.as_str(), |s| s.publisher.get(report.lang)).to_owned();
    if let Some(line) = evidence.line {
        label.push_str(", ");
        label.push_str(&fill(words.source_line(), &[&line.to_string()]));
    }
    let url = source.and_then(|source| source.url.as_deref());
    let href = url.map(|url| routes::text_fragment(url, evidence.figure.as_deref()));
    view! { <ExternalLink href label/> }
}

/// A link to another site, or its label alone where there is no address.
#[component]
pub fn ExternalLink(
    /// The address.
    href: Option<String>,
    /// What the link is called.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    match href {
        Some(href) => Either::Left(view! { <a href=href rel="external noopener">{label}</a> }),
        None => Either::Right(label),
    }
}

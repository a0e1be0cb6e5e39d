//! Where a figure comes from, in a few words.
use dataset::Evidence;
use leptos::either::Either;
use leptos::prelude::*;
use routes::{Block, Page};
use words::fill;

use super::links::EmbedLinks;
use crate::context::use_report;

/// The source of a figure, with a link that lands on the figure where the source has an address.
/// Nothing where there is no evidence.
///
/// A block alone names the publisher once, in its credit line; what comes from there says only where in the
/// source it stands.
#[component]
pub fn SourceNote(
    /// What the figure rests on.
    evidence: Option<Evidence>,
) -> impl IntoView {
    let evidence = evidence?;
    let report = use_report();
    let source = report.data.sources.iter().find(|source| source.id == evidence.source);
    let words = report.words;
    let alone = matches!(report.page, Page::Embed(block) if block != Block::Report);
    let credited = alone && report.data.sources.first().is_some_and(|first| first.id == evidence.source);
    let mut around = words.source_of;
    let mut label = source.map_or(evidence.source.as_str(), |s| s.publisher.get(report.lang)).to_owned();
    if let Some(line) = evidence.line {
        if credited {
            around = "{0}";
            label.clear();
        } else {
            label.push_str(", ");
        }
        let place = if credited { words.source_line_alone } else { words.source_line };
        label.push_str(&fill(place, &[&line.to_string()]));
    }
    let (before, after) = around.split_once("{0}").unwrap_or_default();
    let url = source.and_then(|source| source.url.as_deref());
    let href = url.map(|url| routes::text_fragment(url, evidence.figure.as_deref()));
    Some(view! { <span class="source">{before}<ExternalLink href label/>{after}</span> })
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

/// The line below a chart or a block: words in front, the source, and, for a block of the report, how it can be
/// taken along.
#[component]
pub fn Credit(
    /// What stands in front.
    #[prop(into, optional)]
    before: String,
    /// What the figures rest on.
    evidence: Option<Evidence>,
    /// The block that can be taken along.
    #[prop(optional)]
    block: Option<Block>,
) -> impl IntoView {
    let alone = before.is_empty() && evidence.is_none();
    let before = (!before.is_empty()).then(|| [before.as_str(), " "].concat());
    let links = block.map(|block| view! { <EmbedLinks block alone/> });
    view! { <div class="credit">{before}<SourceNote evidence/>{links}</div> }
}

//! Where a figure comes from.
use super::embed_link::embed_link;
use super::markup::Markup;
use super::report::Report;
use dataset::Evidence;
use routes::Block;
use words::fill;

/// The source of a figure in a few words, with a link that lands on the figure where the source
/// has an address. Nothing where there is no evidence. A block alone names the publisher once, in
/// its credit line; what comes from there says only where in the source it stands.
pub fn source_note(html: &mut Markup, report: Report, evidence: Option<&Evidence>) {
    let Some(evidence) = evidence else { return };
    let source = report.data.sources.iter().find(|s| s.id == evidence.source);
    let words = report.words;
    let alone = matches!(report.page, routes::Page::Embed(block) if block != routes::Block::Report);
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
    html.open("span class=\"source\"").text(before);
    match source.and_then(|s| s.url.as_deref()) {
        Some(url) => {
            let href = routes::text_fragment(url, evidence.figure.as_deref());
            html.open_with("a", &[("href", &href), ("rel", "external noopener")]).text(&label).close("a");
        }
        None => {
            html.text(&label);
        }
    }
    html.text(after).close("span");
}

/// The line below a chart that says where it comes from, with words in front of it.
pub fn source_line(report: Report, before: &str, evidence: Option<&Evidence>) -> Markup {
    let mut html = Markup::new();
    if !before.is_empty() {
        html.text(before).text(" ");
    }
    source_note(&mut html, report, evidence);
    html
}

/// The line below a block that says where it comes from, with words in front of it, and how it can
/// be embedded.
pub fn credit(report: Report, before: &str, evidence: Option<&Evidence>, block: Block) -> String {
    let mut html = source_line(report, before, evidence);
    let alone = html.is_empty();
    embed_link(&mut html, report, block, alone);
    html.finish()
}

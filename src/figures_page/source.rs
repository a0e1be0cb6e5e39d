//! Where figures stand in their sources.
use dataset::{Evidence, Source};
use routes::text_fragment;
use words::fill;

use super::line::Line;
use crate::context::Report;

/// Where a figure stands, with a link that lands on it, and what is printed there.
pub fn source(report: &Report, evidence: Option<&Evidence>) -> Line {
    source_of(report, evidence, words::ask(report.lang).printed())
}

/// As [`source`]; `printed` says what is printed there, and nothing where it is empty.
pub fn source_of(report: &Report, evidence: Option<&Evidence>, printed: &str) -> Line {
    let Some(evidence) = evidence else { return words::ask(report.lang).no_source().into() };
    let source = find(report, evidence);
    let label = place(report, evidence);
    let mut line = match source.and_then(|source| source.url.as_deref()) {
        Some(url) => Line::external(text_fragment(url, evidence.figure.as_deref()), label),
        None => label.into(),
    };
    if let Some(source) = source {
        let published = source.published.map(|date| words::date(report.lang, date));
        let published = published.as_deref().unwrap_or(report.words.source_undated());
        line = line.then(["; ", source.title.get(report.lang), ", ", published].concat());
    }
    match evidence.figure.as_ref().filter(|_| !printed.is_empty()) {
        Some(figure) => line.then("; ").then(fill(printed, &[figure])),
        None => line,
    }
}

/// Who computed or counted a figure, and where its inputs stand.
pub fn computed_source(report: &Report, said: &str, evidence: Option<&Evidence>, printed: &str) -> Line {
    Line::from(said).then(" ").then(source_of(report, evidence, printed))
}

/// A source's publisher and the line.
pub fn place(report: &Report, evidence: &Evidence) -> String {
    let source = find(report, evidence);
    let publisher = source.map_or(evidence.source.as_str(), |source| source.publisher.get(report.lang));
    match evidence.line {
        Some(line) => [publisher, ", ", &fill(report.words.source_line(), &[&line.to_string()])].concat(),
        None => publisher.to_owned(),
    }
}

/// The source that a figure stands in; `None` where the dataset does not describe it.
pub fn find<'r>(report: &'r Report, evidence: &Evidence) -> Option<&'r Source> {
    report.lookup().source(&report.data, &evidence.source)
}

/// The address of the source that a figure stands in.
#[must_use]
pub fn source_address(report: &Report, evidence: &Evidence) -> Option<String> {
    find(report, evidence)?.url.clone()
}

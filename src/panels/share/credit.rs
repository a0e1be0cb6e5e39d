//! What stands below a chart that is taken along.
use routes::Block;
use words::fill;

use crate::context::Report;
use crate::sections::time_of;

/// Publishers, time, title and edition of a block.
#[must_use]
pub fn credit(report: &Report, block: Block, edition: &str) -> String {
    let (data, lang) = (&report.data, report.lang);
    let publishers: Vec<&str> = data.sources.iter().map(|source| source.publisher.get(lang)).collect();
    let source = (!publishers.is_empty()).then(|| fill(report.words.source_of(), &[&publishers.join(", ")]));
    let time = time_of(data, block).map(|time| words::time(lang, time));
    let title = Some(data.title.get(lang).to_owned());
    let edition = (!edition.is_empty()).then(|| fill(words::ask(lang).take_edition(), &[edition]));
    [source, time, title, edition].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

//! A number of claims, or an amount paid, by programme.
use std::sync::Arc;

use super::chart_figure::{Draw, Spoken, always, named_figure};
use super::describe;
use super::markup::Markup;
use super::part::Part;
use super::parts::fixed;
use super::report::Report;
use super::source_note::source_line;
use crate::charts::{Frame, bars};
use crate::figures::programmes;
use crate::i18n::fill;
use crate::model::{Observation, Role};
use crate::page::Block;

/// A bar a programme, the most first; `None` where the dataset has no two programmes to compare.
/// `name` is what the chart's id starts with.
pub fn programme_chart(report: Report, role: Role, name: &str) -> Option<[Part; 3]> {
    let found = programmes(report.data, role)?;
    let words = report.words;
    let label = |id: &str| {
        let programme = report.data.programmes.get(id);
        programme.map_or(id, |programme| programme.label.get(report.lang)).to_owned()
    };
    let said = |observation: &Observation| describe::observed(report, Some(observation));
    let (most, least) = describe::ends(&found.items)?;
    let (names, values) = ((label(most.0), label(least.0)), (said(most.1), said(least.1)));
    let items = found.items.iter();
    let row = |(id, observation): &(&str, &Observation)| {
        bars::Row::new(id, label(id), describe::amount(report, Some(observation)))
    };
    let rows: Vec<bars::Row> = items.clone().map(row).collect();
    let spoken = Spoken {
        title: fill(words.programmes_chart, &[found.indicator.label.get(report.lang)]),
        description: fill(words.programmes_text, &[&names.0, &values.0, &names.1, &values.1]),
        columns: vec![(words.column_programme, false), (words.column_amount, true)],
        rows: items.map(|(id, observation)| vec![label(id), said(observation)]).collect(),
    };
    let draw: Draw = Arc::new(move |frame: Frame| {
        bars::draw(&bars::Options { frame, rows: rows.clone(), ..Default::default() })
    });
    let mut caveat = Markup::new();
    caveat.element("p class=\"caveat\"", words.programmes_not_summed);
    let evidence = most.1.evidence.as_ref();
    Some([
        named_figure(report, Block::Claims, name, always(spoken), draw),
        fixed("caveats", caveat.finish()),
        fixed("credit", source_line(report, "", evidence).finish()),
    ])
}

//! What the covered workers are made up of.
use std::sync::Arc;

use super::chart_figure::{Draw, Spoken, always, named_figure};
use super::describe;
use super::markup::Markup;
use super::part::Part;
use super::parts::fixed;
use super::report::Report;
use super::source_note::source_line;
use crate::charts::{Amount, Frame, bars};
use crate::figures::shares;
use crate::i18n::{self, fill};
use crate::model::Decimal;
use crate::page::Block;

/// The parts of the whole in the order of their set; `None` where no set of groups is the whole
/// without overlap.
pub fn share_chart(report: Report) -> Option<[Part; 3]> {
    let found = shares(report.data)?;
    let (lang, words) = (report.lang, report.words);
    let (mut rows, mut table) = (Vec::new(), Vec::new());
    let mut largest: Option<(Decimal, String, String)> = None;
    for (id, observation, share) in &found.parts {
        let value = observation.value.stated()?.number;
        let (name, persons) = (report.group(id), describe::observed(report, Some(observation)));
        let percent = describe::computed_percent(lang, share);
        let amount = Amount::Known { value: value.to_f64(), label: percent.clone(), interval: None };
        let sub_label = Some(fill(words.shares_persons, &[&persons]));
        rows.push(bars::Row { sub_label, ..bars::Row::new(id, name.clone(), amount) });
        if largest.as_ref().is_none_or(|(most, ..)| value.compare(*most).is_gt()) {
            largest = Some((value, name.clone(), percent.clone()));
        }
        table.push(vec![name, persons, percent]);
    }
    let whole = i18n::number(lang, found.whole.point);
    let (_, name, percent) = largest?;
    let spoken = Spoken {
        title: words.shares_chart.to_owned(),
        description: fill(words.shares_text, &[&name, &percent, &whole]),
        columns: vec![(words.column_group, false), (words.column_covered, true), (words.column_share, true)],
        rows: table,
    };
    let draw: Draw = Arc::new(move |frame: Frame| {
        let shape = bars::Shape::Parts;
        bars::draw(&bars::Options { frame, rows: rows.clone(), shape, ..Default::default() })
    });
    let mut caveat = Markup::new();
    caveat.element("p class=\"caveat\"", words.shares_whole);
    Some([
        named_figure(report, Block::Groups, "shares", always(spoken), draw),
        fixed("caveats", caveat.finish()),
        fixed("credit", source_line(report, "", found.set.evidence.as_ref()).finish()),
    ])
}

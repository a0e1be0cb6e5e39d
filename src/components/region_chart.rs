//! Coverage by region.
use std::sync::Arc;

use super::chart_figure::{Draw, Spoken, always, named_figure};
use super::describe;
use super::groups_section::{capitalised, references};
use super::markup::Markup;
use super::part::Part;
use super::parts::fixed;
use super::report::Report;
use super::source_note::source_line;
use crate::charts::{Frame, bars};
use crate::figures::{Breakdown, regions};
use crate::i18n::{self, fill};
use crate::model::{Decimal, Observation};
use crate::page::Block;

/// A dot a region, the best covered first; `None` where the dataset has no two regions to compare.
pub fn region_chart(report: Report) -> Option<[Part; 3]> {
    let found = regions(report.data)?;
    let words = report.words;
    let evidence = found.items.iter().find_map(|(_, observation)| observation.evidence.as_ref());
    let before = capitalised(&i18n::time(report.lang, found.time)) + ".";
    let row = |(id, observation): &(&str, &'static Observation)| {
        bars::Row::new(id, report.region(id), describe::amount(report, Some(observation)))
    };
    let rows: Vec<bars::Row> = found.items.iter().map(row).collect();
    let lines = references(report, found.total);
    let draw: Draw = Arc::new(move |frame: Frame| {
        bars::draw(&bars::Options {
            frame,
            rows: rows.clone(),
            references: lines.clone(),
            at_least: Some(100.0),
            shape: bars::Shape::Dots,
            ..Default::default()
        })
    });
    let cells = |name: String, observation: &'static Observation| {
        vec![name, describe::observed(report, Some(observation))]
    };
    let mut table: Vec<Vec<String>> =
        found.items.iter().map(|(id, observation)| cells(report.region_name(id), observation)).collect();
    table.extend(found.total.map(|total| cells(report.region_name(&total.region), total)));
    let spoken = Spoken {
        title: words.regions_chart.to_owned(),
        description: sentence(report, &found),
        columns: vec![(words.column_place, false), (words.column_rate, true)],
        rows: table,
    };
    let mut caveat = Markup::new();
    caveat.element("p class=\"caveat\"", words.regions_not_summed);
    Some([
        named_figure(report, Block::Groups, "regions", always(spoken), draw),
        fixed("caveats", caveat.finish()),
        fixed("credit", source_line(report, &before, evidence).finish()),
    ])
}

/// The highest and the lowest rate, how far the lowest is from 100 %, and what is missing.
fn sentence(report: Report, found: &Breakdown<'static>) -> String {
    let (lang, words) = (report.lang, report.words);
    let Some((highest, lowest)) = describe::ends(&found.items) else { return String::new() };
    let said = |item: &(&str, &Observation)| describe::observed(report, Some(item.1));
    let numbers = (highest.1.value.stated(), lowest.1.value.stated());
    let (Some(high), Some(low)) = numbers else { return String::new() };
    let hundred = Decimal::whole(100);
    let mut text = if high.number.compare(low.number).is_eq() {
        fill(words.regions_tie, &[&said(highest)])
    } else {
        let names = (report.region(highest.0), report.region(lowest.0));
        fill(words.regions_text, &[&names.0, &said(highest), &names.1, &said(lowest)])
    };
    let mut add = |sentence: &str| {
        text.push(' ');
        text.push_str(sentence);
    };
    let left = low.number;
    if let Some(units) = hundred.rescale(left.scale).units.checked_sub(left.units).filter(|units| *units > 0)
    {
        let points = i18n::points(lang, Decimal::new(units, left.scale));
        add(&fill(words.regions_gap, &[&report.region(lowest.0), &points]));
    }
    if high.number.compare(hundred).is_gt() {
        add(words.regions_over);
    }
    let missing = found.items.iter().filter(|(_, observation)| observation.value.stated().is_none());
    let missing: Vec<String> = missing.map(|(id, _)| report.region(id)).collect();
    if !missing.is_empty() {
        add(&fill(words.regions_missing, &[&missing.join(", ")]));
    }
    text
}

//! The two charts of the groups: their rates, and their persons.
use charts::{Amount, Frame, Reference, bars};
use dataset::{Observation, Unit};
use figures::key::{Record, key};
use figures::{Coverage, GroupFigure};
use leptos::prelude::*;
use words::fill;

use crate::checks::computed_rate;
use crate::context::Report;
use crate::describe;
use crate::titles;
use crate::ui::{ChartFigure, Draw, Spoken, SpokenRow};

/// A bar for the rate of each group, and one for that of the whole region.
///
/// It may stand beside that of the persons.
pub fn rate_chart(report: &Report, coverage: &Coverage<'_>, beside: bool) -> impl IntoView + use<> {
    let description = match describe::rates(report, coverage) {
        nothing if nothing.is_empty() => [&titles::groups(report, coverage), "."].concat(),
        text => text,
    };
    let draw = bars(rates(report, coverage));
    view! { <ChartFigure name="groups" title=report.words.groups_chart_rate description draw beside/> }
}

/// A bar for the persons of each group: those who are covered, and those who are not; the most of these first.
pub fn persons_chart(report: &Report, coverage: &Coverage<'_>) -> impl IntoView + use<> {
    let description = [&titles::persons(report, coverage), "."].concat();
    let draw = bars(persons(report, coverage));
    view! { <ChartFigure name="groups-persons" title=report.words.groups_chart_persons description draw beside=true/> }
}

/// The line that rates are compared with: that of the whole region, if there is one.
pub fn references(report: &Report, total: Option<&Observation>) -> Vec<Reference> {
    let total = total.and_then(|total| {
        let value = total.value.stated()?.number.to_f64();
        let label = [report.region(&total.region), describe::observed(report, Some(total))].join("\u{a0}");
        Some(Reference { value, label })
    });
    total.into_iter().collect()
}

fn bars(options: bars::Options) -> Draw {
    Box::new(move |frame: Frame| bars::draw(&bars::Options { frame, ..options.clone() }))
}

/// The table of both charts: a row a group, with all that is known of it and how it compares, and one for the whole
/// region.
pub fn spoken(report: &Report, coverage: &Coverage<'_>) -> Spoken {
    let words = report.words;
    let has_persons = coverage.groups.iter().any(|group| group.covered.is_some());
    let mut columns = vec![(words.column_group.into(), false), (words.column_rate.into(), true)];
    if has_persons {
        columns.extend([(words.column_covered.into(), true), (words.column_uncovered.into(), true)]);
    }
    let mut rows: Vec<SpokenRow> = Vec::new();
    for group in &coverage.groups {
        let row = SpokenRow::new(group.id, report.group(group.id))
            .cell(rate_text(report, group.rate), id(group.rate));
        rows.push(if has_persons { with_persons(report, row, group) } else { row });
    }
    if let Some(total) = coverage.total.and_then(|total| total.value.stated()) {
        let name = report.region(&report.data.region);
        for (row, group) in rows.iter_mut().zip(&coverage.groups) {
            let say = group.rate_value().map(|rate| describe::compared(report, &rate, &total, &name));
            row.say = say.unwrap_or_default();
        }
    }
    if let Some(total) = coverage.total {
        let mut row = SpokenRow::new("total", report.region(&total.region))
            .cell(rate_text(report, Some(total)), &total.id);
        row.cells.resize(columns.len(), (words.not_stated.to_owned(), String::new()));
        rows.push(row);
    }
    Spoken { title: words.groups.to_owned(), columns, rows, ..Spoken::default() }
}

/// The row with the persons of its group.
fn with_persons(report: &Report, row: SpokenRow, group: &GroupFigure<'_>) -> SpokenRow {
    let row = row.cell(describe::observed(report, group.covered), id(group.covered));
    match &group.uncovered {
        Some(uncovered) => {
            row.cell(describe::computed_persons(report.lang, uncovered), &key(Record::Uncovered, group.id))
        }
        None => row.cell(report.words.not_stated.to_owned(), ""),
    }
}

fn id(observation: Option<&Observation>) -> &str {
    observation.map_or("", |observation| &observation.id)
}

/// A rate as it is stated, and what it would be where that does not fit.
fn rate_text(report: &Report, rate: Option<&Observation>) -> String {
    let text = describe::observed(report, rate);
    match computed_rate(report, rate) {
        Some(computed) => format!("{text} ({computed})"),
        None => text,
    }
}

fn rates(report: &Report, coverage: &Coverage<'_>) -> bars::Options {
    let row = |key: &str, label: String, rate: Option<&Observation>| {
        let row = bars::Row::new(key, label, describe::amount(report, rate));
        bars::Row { sub_label: computed_rate(report, rate), ..row }
    };
    let groups = coverage.groups.iter().map(|group| row(group.id, report.group(group.id), group.rate));
    let total = coverage.total.map(|total| {
        let row = row("total", report.region(&total.region), Some(total));
        bars::Row { tone: bars::Tone::Comparison, ..row }
    });
    bars::Options {
        rows: groups.chain(total).collect(),
        references: references(report, coverage.total),
        at_least: Some(100.0),
        track: Some(100.0),
        ..bars::Options::default()
    }
}

fn persons(report: &Report, coverage: &Coverage<'_>) -> bars::Options {
    let (lang, words) = (report.lang, report.words);
    let row = |group: &GroupFigure<'_>| {
        let amount = match group.covered_value() {
            Some(covered) => Amount::Known {
                value: covered.number.to_f64(),
                label: words::value(lang, &covered, &Unit::Person),
                interval: None,
            },
            None => Amount::Missing { label: words.no_persons.to_owned() },
        };
        let second = group.uncovered.as_ref().map(|uncovered| bars::Second {
            value: uncovered.point.to_f64(),
            interval: (uncovered.interval.low.to_f64(), uncovered.interval.high.to_f64()),
            label: fill(words.not_covered_value, &[&describe::computed_persons(lang, uncovered)]),
        });
        bars::Row { second, ..bars::Row::new(group.id, report.group(group.id), amount) }
    };
    let mut groups: Vec<&GroupFigure<'_>> = coverage.groups.iter().collect();
    groups.sort_by_key(|group| {
        std::cmp::Reverse(group.uncovered.as_ref().map(|computed| computed.point.units))
    });
    bars::Options { rows: groups.into_iter().map(row).collect(), ..bars::Options::default() }
}

//! The two charts of the groups: their rates, and their persons.
use std::cmp::Ordering;

use charts::{Amount, Frame, Reference, bars};
use dataset::{Decimal, Observation, Role, Time, Unit};
use figures::key::{Record, key};
use figures::{Coverage, GroupFigure, Wanted, fraction};
use leptos::prelude::*;
use tables::ROWS_WRITTEN;
use words::fill;

use crate::checks::computed_rate;
use crate::context::Report;
use crate::describe;
use crate::titles;
use crate::ui::{ChartFigure, Draw, Spoken, SpokenRow};

/// A bar for the rate of each group, and one for that of the whole region.
///
/// It may stand beside that of the persons. The sentence is about all groups, also where the chart has no room for all
/// of `whole`.
pub fn rate_chart(
    report: &Report,
    coverage: &Coverage<'_>,
    whole: &Coverage<'_>,
    beside: bool,
) -> impl IntoView + use<> {
    let description = match describe::rates(report, whole) {
        nothing if nothing.is_empty() => [&titles::groups(report, whole), "."].concat(),
        text => text,
    };
    let draw = bars(rates(report, coverage));
    view! { <ChartFigure name="groups" title=report.words.groups_chart_rate() description draw beside/> }
}

/// A bar for the persons of each group: those who are covered, and those who are not; the most of these first.
pub fn persons_chart(report: &Report, coverage: &Coverage<'_>) -> impl IntoView + use<> {
    let description = [&titles::persons(report, coverage), "."].concat();
    let draw = bars(persons(report, coverage));
    let title = titles::persons_name(report, coverage);
    view! { <ChartFigure name="groups-persons" title description draw beside=true/> }
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

/// What a group is shown with: its rate, or else its persons.
#[must_use]
pub fn main_of<'d>(group: &GroupFigure<'d>) -> Option<&'d Observation> {
    group.rate.or(group.covered).or(group.stated_uncovered)
}

/// When the newest of the figures hold; one that holds at another time says so in its name.
#[must_use]
pub fn time(coverage: &Coverage<'_>) -> Option<Time> {
    let times = coverage.groups.iter().filter_map(main_of).map(|observation| observation.time);
    // Of several the first.
    times.rev().max_by_key(|time| time.end().middle())
}

/// The observations that the table shows, and the charts some of them.
pub fn shown<'r>(report: &'r Report, coverage: &Coverage<'r>) -> Vec<&'r Observation> {
    let columns = Columns::of(coverage);
    let groups = coverage
        .groups
        .iter()
        .map(|group| [group.rate, group.covered, group.potential, group.stated_uncovered]);
    let total = coverage.total.map(|total| of_total(report, total));
    let cells = groups.chain(total).flat_map(|[rate, covered, base, uncovered]| {
        let of_persons = [covered, uncovered].map(|of| of.filter(|_| columns.persons));
        [rate].into_iter().chain(of_persons).chain([base.filter(|_| columns.base)])
    });
    cells.flatten().collect()
}

/// Which columns the table has besides the rates.
#[derive(Clone, Copy)]
struct Columns {
    /// The persons covered, and those who are not.
    persons: bool,
    /// Whether the source states some of those who are not.
    stated: bool,
    /// The persons of whom the percentage is taken.
    base: bool,
}

impl Columns {
    fn of(coverage: &Coverage<'_>) -> Self {
        let stated = coverage.groups.iter().any(|group| group.stated_uncovered.is_some());
        let persons = stated || coverage.groups.iter().any(|group| group.covered.is_some());
        Self { persons, stated, base: coverage.groups.iter().any(|group| group.potential.is_some()) }
    }
}

/// The rate of the whole region, the persons covered and the base that it is made of, and those who are not covered.
fn of_total<'r>(report: &'r Report, total: &'r Observation) -> [Option<&'r Observation>; 4] {
    let [covered, base] = fraction(&report.data, total);
    let wanted = Wanted { role: Role::Uncovered, region: &total.region, group: None };
    [Some(total), covered, base, figures::at(&report.data, wanted, total.time)]
}

/// The name of a row, with the time where that is not the card's.
fn named(report: &Report, coverage: &Coverage<'_>, name: String, of: Option<&Observation>) -> String {
    match of.map(|of| of.time) {
        Some(time) if Some(time) != self::time(coverage) => {
            fill(words::titles(report.lang).two(), &[&name, &words::time(report.lang, time)])
        }
        _ => name,
    }
}

fn group_name(report: &Report, coverage: &Coverage<'_>, group: &GroupFigure<'_>) -> String {
    named(report, coverage, report.group(group.id), main_of(group))
}

fn total_name(report: &Report, coverage: &Coverage<'_>, total: &Observation) -> String {
    named(report, coverage, report.region(&total.region), Some(total))
}

/// The table of both charts: a row a group, with all that is known of it and how it compares, and one for the whole
/// region.
pub fn spoken(report: &Report, coverage: &Coverage<'_>) -> Spoken {
    let words = report.words;
    let has = Columns::of(coverage);
    let mut columns = vec![(words.column_group().into(), false), (words.column_rate().into(), true)];
    if has.persons {
        let uncovered =
            if has.stated { words::more(report.lang).uncovered() } else { words.column_uncovered() };
        columns.extend([(words.column_covered().into(), true), (uncovered.into(), true)]);
    }
    if has.base {
        columns.push((words::more(report.lang).base().into(), true));
    }
    let row = |key: &str, name: String, [rate, covered, base]: [Option<&Observation>; 3], uncovered| {
        let mut row = SpokenRow::new(key, name).cell(rate_text(report, rate), id(rate));
        if has.persons {
            let (value, figure): (String, String) = uncovered;
            row = row.cell(describe::observed(report, covered), id(covered)).cell(value, &figure);
        }
        if has.base { row.cell(describe::observed(report, base), id(base)) } else { row }
    };
    let mut rows: Vec<SpokenRow> = Vec::new();
    for group in &coverage.groups {
        let figures = [group.rate, group.covered, group.potential];
        let name = group_name(report, coverage, group);
        rows.push(row(group.id, name, figures, uncovered(report, group, has.stated)));
    }
    if let Some(total) = coverage.total.and_then(|total| total.value.stated()) {
        let name = report.region(&report.data.region);
        for (row, group) in rows.iter_mut().zip(&coverage.groups) {
            let say = group.rate_value().map(|rate| describe::compared(report, &rate, &total, &name));
            row.say = say.unwrap_or_default();
        }
    }
    if let Some(total) = coverage.total {
        let [rate, covered, base, uncovered] = of_total(report, total);
        let uncovered = (describe::observed(report, uncovered), id(uncovered).to_owned());
        rows.push(row("total", total_name(report, coverage, total), [rate, covered, base], uncovered));
    }
    Spoken { title: words.groups().to_owned(), columns, rows, ..Spoken::default() }
}

/// The persons of a group who are not covered, and the name by which they are asked for.
fn uncovered(report: &Report, group: &GroupFigure<'_>, beside_stated: bool) -> (String, String) {
    match (&group.uncovered, group.stated_uncovered) {
        (Some(uncovered), _) => {
            let text = describe::computed_persons(report.lang, uncovered);
            let marked = || fill(words::more(report.lang).computed(), &[&text]);
            (if beside_stated { marked() } else { text.clone() }, key(Record::Uncovered, group.id))
        }
        (None, stated) => (describe::observed(report, stated), id(stated).to_owned()),
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
    let groups =
        coverage.groups.iter().map(|group| row(group.id, group_name(report, coverage, group), group.rate));
    let total = coverage.total.map(|total| {
        let row = row("total", total_name(report, coverage, total), Some(total));
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

/// How many of a group are not covered, stated or computed.
fn uncovered_point(group: &GroupFigure<'_>) -> Option<f64> {
    let stated = group.uncovered_value().map(|stated| stated.number);
    stated.or(group.uncovered.as_ref().map(|computed| computed.point)).map(Decimal::to_f64)
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
            None => Amount::Missing { label: words.no_persons().to_owned() },
        };
        let second = uncovered_point(group).map(|value| {
            let interval = group.uncovered_interval();
            bars::Second {
                value,
                interval: interval.map_or((value, value), |ends| (ends.low.to_f64(), ends.high.to_f64())),
                label: fill(words.not_covered_value(), &[&uncovered(report, group, false).0]),
            }
        });
        bars::Row { second, ..bars::Row::new(group.id, group_name(report, coverage, group), amount) }
    };
    let mut groups: Vec<&GroupFigure<'_>> = coverage.groups.iter().collect();
    groups.sort_by(|a, b| uncovered_point(b).partial_cmp(&uncovered_point(a)).unwrap_or(Ordering::Equal));
    let rows = groups.into_iter().take(ROWS_WRITTEN).map(row).collect();
    bars::Options { rows, ..bars::Options::default() }
}

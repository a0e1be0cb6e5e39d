//! Coverage by group: rates, or persons.
use std::sync::Arc;

use leptos::prelude::*;

use super::chart_figure::{Draw, Say, Spoken, SpokenRow, chart_figure};
use super::checks::{computed_rate, push_checks};
use super::describe;
use super::markup::Markup;
use super::part::{Part, part};
use super::parts::{fixed, flag, heading, live, section};
use super::region_chart::region_chart;
use super::report::Report;
use super::share_chart::share_chart;
use super::source_note::credit;
use charts::{Amount, Frame, Reference, bars};
use dataset::{Decimal, Observation, Role, Unit};
use figures::key::{Record, key as figure_key};
use figures::{Coverage, GroupFigure, coverage};
use routes::{Block, Measure};

/// The groups, what the whole is made up of, and the regions; `None` where the dataset has none of
/// them.
pub fn groups_section(report: Report) -> Option<Part> {
    let mut children = groups(report).unwrap_or_default();
    children.extend(share_chart(report).into_iter().flatten());
    children.extend(region_chart(report).into_iter().flatten());
    if children.is_empty() {
        return None;
    }
    children.insert(0, heading("groups-h", report.words.groups));
    Some(section("groups", "", children))
}

/// Bars of all groups, the best covered first, with a switch between rates and persons; `None`
/// where the dataset has no groups.
fn groups(report: Report) -> Option<Vec<Part>> {
    let coverage = Arc::new(coverage(report.data)?);
    let has_persons = coverage.groups.iter().any(|group| group.covered.is_some());
    let has_uncovered = coverage.groups.iter().any(|group| group.uncovered.is_some());
    let shows_persons = flag(Box::new(move || has_persons && report.view.get().groups == Measure::Persons));
    let measure = move || if shows_persons.get() { Measure::Persons } else { Measure::Rate };
    let spoken: Say = {
        let coverage = coverage.clone();
        Arc::new(move || Arc::new(spoken(report, &coverage, measure())))
    };
    let draw: Draw = {
        let coverage = coverage.clone();
        Arc::new(move |frame: Frame| match measure() {
            Measure::Rate => bars::draw(&rate_options(report, &coverage, frame)),
            Measure::Persons => bars::draw(&person_options(report, &coverage, frame)),
        })
    };
    let time = coverage.groups.iter().find_map(|group| group.rate.or(group.covered)).map(|o| o.time);
    let evidence = coverage.groups.iter().find_map(|group| group.rate.or(group.covered)?.evidence.as_ref());
    let before = time.map(|time| capitalised(&words::time(report.lang, time)) + ".").unwrap_or_default();
    let may_be_summed = coverage.may_be_summed() || coverage.groups.len() < 2;
    let implied = move || has_uncovered && shows_persons.get();
    let mut children = Vec::new();
    if has_persons {
        children.push(measure_switch(report, shows_persons));
    }
    children.extend([
        live("text", Box::new(move || if implied() { key(report) } else { String::new() })),
        chart_figure(report, Block::Groups, spoken, draw),
        fixed("caveats", checks(report, &coverage)),
        live("caveats", Box::new(move || caveats(report, may_be_summed, implied()))),
        fixed("text", definitions(report, &coverage)),
        fixed("credit", credit(report, &before, evidence, Block::Groups)),
    ]);
    Some(children)
}

/// What the two colours of the persons chart mean.
fn key(report: Report) -> String {
    let mut html = Markup::new();
    html.open("ul class=\"key\"").element("li class=\"key-covered\"", report.words.key_covered);
    html.element("li class=\"key-uncovered\"", report.words.key_uncovered).close("ul");
    html.finish()
}

fn caveats(report: Report, may_be_summed: bool, implied: bool) -> String {
    let mut html = Markup::new();
    html.maybe("p class=\"caveat\"", (!may_be_summed).then_some(report.words.groups_not_whole));
    html.maybe("p class=\"caveat\"", implied.then_some(report.words.groups_implied));
    html.finish()
}

/// What does not fit about the figures of this time.
fn checks(report: Report, coverage: &Coverage<'_>) -> String {
    let shown = |group: &GroupFigure<'_>| group.rate.or(group.covered).map(|o| o.time);
    let mut html = Markup::new();
    push_checks(&mut html, report, &|o| {
        let role = report.data.indicators.get(&o.indicator).and_then(|indicator| indicator.role);
        matches!(role, Some(Role::CoverageRate | Role::Covered | Role::Potential))
            && o.region == report.data.region
            && o.programme.is_none()
            && coverage.groups.iter().any(|group| shown(group) == Some(o.time))
    });
    html.finish()
}

/// A rate as it is stated, and what it would be where that does not fit.
fn rate_text(report: Report, rate: Option<&Observation>) -> String {
    let mut text = describe::observed(report, rate);
    if let Some(computed) = computed_rate(report, rate) {
        text.push_str(" (");
        text.push_str(&computed);
        text.push(')');
    }
    text
}

/// The first letter as a capital: for a phrase of the catalogue that stands alone. Those start with a
/// letter of ASCII; the table for all others would be several KB of WebAssembly.
pub fn capitalised(phrase: &str) -> String {
    let mut phrase = phrase.to_owned();
    if let Some(first) = phrase.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    phrase
}

/// The choice between rates and persons.
fn measure_switch(report: Report, shows_persons: Memo<bool>) -> Part {
    let words = report.words;
    let choices: Vec<_> = [(Measure::Rate, words.groups_rate), (Measure::Persons, words.groups_persons)]
        .into_iter()
        .map(|(value, label)| {
            view! {
                <label>
                    <input
                        type="radio"
                        name="groups"
                        prop:checked=move || shows_persons.get() == (value == Measure::Persons)
                        on:change=move |_| report.change(&|view| view.groups = value)
                    />
                    <span>{label}</span>
                </label>
            }
        })
        .collect();
    part(view! { <fieldset class="switch"><legend>{words.groups_measure}</legend>{choices}</fieldset> })
}

fn spoken(report: Report, coverage: &Coverage<'_>, measure: Measure) -> Spoken {
    let words = report.words;
    let (title, description) = match measure {
        Measure::Rate => (words.groups_chart_rate, describe::rates(report, coverage)),
        Measure::Persons => (words.groups_chart_persons, describe::persons(report, coverage)),
    };
    let mut columns = vec![(words.column_group, false), (words.column_rate, true)];
    let has_persons = coverage.groups.iter().any(|group| group.covered.is_some());
    if has_persons {
        columns.extend([(words.column_covered, true), (words.column_uncovered, true)]);
    }
    let id = |observation: Option<&Observation>| observation.map(|o| o.id.clone()).unwrap_or_default();
    let mut rows: Vec<SpokenRow> = coverage
        .groups
        .iter()
        .map(|group| {
            let mut row = SpokenRow::new(group.id, report.group(group.id));
            let rates = (group.rate_value(), coverage.total.and_then(|o| o.value.stated()));
            if let ((Some(rate), Some(total)), Measure::Rate) = (rates, measure) {
                row.say = describe::compared(report, &rate, &total, &report.region(&report.data.region));
            }
            let row = row.cell(rate_text(report, group.rate), &id(group.rate));
            if !has_persons {
                return row;
            }
            let row = row.cell(describe::observed(report, group.covered), &id(group.covered));
            match &group.uncovered {
                Some(uncovered) => row.cell(
                    describe::computed_persons(report.lang, uncovered),
                    &figure_key(Record::Uncovered, group.id),
                ),
                None => row.cell(words.not_stated.to_owned(), ""),
            }
        })
        .collect();
    if let Some(total) = coverage.total {
        let mut row = SpokenRow::new("total", report.region(&total.region))
            .cell(rate_text(report, Some(total)), &total.id);
        row.cells.resize(columns.len(), (words.not_stated.to_owned(), String::new()));
        rows.push(row);
    }
    Spoken { title: title.to_owned(), description, columns, rows }
}

/// The lines that rates are compared with: that of the whole region, if there is one, and 100 %.
pub fn references(report: Report, total: Option<&Observation>) -> Vec<Reference> {
    let full = Reference { value: 100.0, label: words::percent(report.lang, Decimal::whole(100)) };
    let total = total.and_then(|total| {
        let value = total.value.stated()?.number.to_f64();
        let label = [report.region(&total.region), describe::observed(report, Some(total))].join("\u{a0}");
        Some(Reference { value, label })
    });
    total.into_iter().chain([full]).collect()
}

fn rate_options(report: Report, coverage: &Coverage<'_>, frame: Frame) -> bars::Options {
    let mut rows: Vec<_> = coverage
        .groups
        .iter()
        .map(|group| {
            let row = bars::Row::new(group.id, report.group(group.id), describe::amount(report, group.rate));
            bars::Row { sub_label: computed_rate(report, group.rate), ..row }
        })
        .collect();
    if let Some(total) = coverage.total {
        let amount = describe::amount(report, Some(total));
        let row = bars::Row::new("total", report.region(&total.region), amount);
        let sub_label = computed_rate(report, Some(total));
        rows.push(bars::Row { tone: bars::Tone::Comparison, sub_label, ..row });
    }
    bars::Options {
        frame,
        rows,
        references: references(report, coverage.total),
        at_least: Some(100.0),
        track: Some(100.0),
        ..Default::default()
    }
}

fn person_options(report: Report, coverage: &Coverage<'_>, frame: Frame) -> bars::Options {
    let lang = report.lang;
    let rows = coverage
        .groups
        .iter()
        .map(|group| {
            let amount = match group.covered_value() {
                Some(covered) => Amount::Known {
                    value: covered.number.to_f64(),
                    label: words::value(lang, &covered, &Unit::Person),
                    interval: None,
                },
                None => Amount::Missing { label: report.words.no_persons.to_owned() },
            };
            let second = group.uncovered.as_ref().map(|uncovered| bars::Second {
                value: uncovered.point.to_f64(),
                interval: (uncovered.interval.low.to_f64(), uncovered.interval.high.to_f64()),
                label: words::fill(
                    report.words.not_covered_value,
                    &[&describe::computed_persons(lang, uncovered)],
                ),
            });
            bars::Row { second, ..bars::Row::new(group.id, report.group(group.id), amount) }
        })
        .collect();
    bars::Options { frame, rows, ..Default::default() }
}

/// Who belongs to each group, and what is known of its base.
fn definitions(report: Report, coverage: &Coverage<'_>) -> String {
    let lang = report.lang;
    let mut items = Markup::new();
    for group in coverage.groups.iter().filter_map(|figure| figure.group) {
        let texts = [group.definition.as_ref(), group.base.as_ref()];
        let text: Vec<&str> = texts.into_iter().flatten().map(|text| text.get(lang)).collect();
        if !text.is_empty() {
            items.element("dt", group.label.get(lang)).element("dd", &text.join(" "));
        }
    }
    let mut html = Markup::new();
    if !items.is_empty() {
        html.open("details class=\"more\"").element("summary", report.words.groups_who);
        html.open("dl").push(&items).close("dl").close("details");
    }
    html.finish()
}

//! A choice over time.
use charts::{Amount, lines};
use explorer::{Grain, Measure, Selection, texts, trend};
use leptos::prelude::*;
use words::fill;

use super::asked::Asked;
use super::context::{Picked, use_explorer};
use super::drawn::{ExplorerCard, Table, TableRow, amount, largest, ticks};
use crate::ui::{ChartFigure, Draw};

/// The chart of a choice over time, and its highest figure as the title.
#[component]
pub fn TrendCard(picked: Picked) -> impl IntoView {
    let explorer = use_explorer();
    let (index, lang, measure) = (explorer.index(), explorer.lang, picked.measure);
    let found = explorer.cubes.with_untracked(|cubes| trend(&index, cubes, picked.selection));
    let name = texts::measure(explorer.words, measure);
    let heading =
        if found.grain == Grain::Year { explorer.words.trend_years() } else { explorer.words.trend() };
    let values: Vec<(u16, Amount)> =
        found.points.iter().map(|(time, found)| (*time, amount(&index, lang, found, measure))).collect();
    let peak = values
        .iter()
        .filter_map(|(time, amount)| match amount {
            Amount::Known { value, label, .. } => Some((*value, *time, label.as_str())),
            Amount::Missing { .. } => None,
        })
        .reduce(|best, next| if next.0 > best.0 { next } else { best });
    let title = match peak {
        Some((_, time, label)) if values.len() > 1 => {
            fill(explorer.own.peak(), &[name, &index.period_label(lang, time), label])
        }
        _ => heading.to_owned(),
    };
    let rows = found.points.iter().map(|(time, found)| {
        let exact = texts::figure(&index, lang, found, measure);
        let asked = Asked::measure(picked, measure).of(Selection { time: *time, ..picked.selection });
        let name = index.period_label(lang, *time);
        TableRow { key: key(*time), name, leads_to: None, cells: vec![(exact, Some(asked))] }
    });
    let table =
        Table { title: heading.to_owned(), columns: vec![explorer.own.time(), name], rows: rows.collect() };
    // A month stands among those of its year, and years among all.
    let time = if found.grain == Grain::Year { 0 } else { index.year_of(picked.selection.time) };
    let subject = explorer.subject(Selection { time, ..picked.selection });
    let caption = if found.grain == Grain::Year { explorer.own.by_year() } else { explorer.own.by_month() };
    let chart = drawn(&index, lang, measure, &values).map(|options| {
        let draw: Draw = Box::new(move |frame| lines::draw(&lines::Options { frame, ..options.clone() }));
        let description = title.clone();
        let title = fill(caption, &[name, &subject]);
        view! { <ChartFigure name="claims-trend" title description draw/> }
    });
    let nothing = chart.is_none().then(|| view! { <p>{explorer.own.nothing_drawn()}</p> });
    view! {
        <ExplorerCard name="claims-trend" class="wide" title picked table>
            {chart}
            {nothing}
        </ExplorerCard>
    }
}

/// The key of a time's mark.
fn key(time: u16) -> String {
    format!("t{time}")
}

/// What is drawn; `None` where no two times have a figure.
fn drawn(
    index: &explorer::Index,
    lang: words::Lang,
    measure: Measure,
    values: &[(u16, Amount)],
) -> Option<lines::Options> {
    let known = values.iter().filter(|(_, amount)| matches!(amount, Amount::Known { .. })).count();
    if known < 2 {
        return None;
    }
    let first = index.date(values.first()?.0)?.middle();
    let mut options = lines::Options {
        ticks: ticks(index, lang, largest(values.iter().map(|(_, amount)| amount)), measure),
        ..lines::Options::default()
    };
    let last = values.len() - 1;
    for (at, (time, amount)) in values.iter().enumerate() {
        let date = index.date(*time)?;
        let position = f64::from(date.middle() - first);
        options.times.push(lines::Moment { position, label: words::date(lang, date) });
        // The figures between are in the table, and said by the mark: so many would cover the line.
        let amount = match amount.clone() {
            Amount::Known { value, interval, .. } if at != 0 && at != last => {
                Amount::Known { value, interval, label: String::new() }
            }
            Amount::Missing { .. } => Amount::Missing { label: String::new() },
            known @ Amount::Known { .. } => known,
        };
        options.points.push(lines::Point { key: key(*time), time: at, amount });
    }
    Some(options)
}

//! The main figure over time.
use charts::{Frame, Reference, Tick, lines};
use dataset::{Decimal, Observation, SeriesBreak, Unit};
use figures::form::Form;
use figures::{Trend, trend};
use leptos::prelude::*;
use routes::Block;
use words::fill;

use crate::checks::checks_about;
use crate::context::{Report, use_report};
use crate::describe;
use crate::titles;
use crate::ui::{Card, Caveat, ChartFigure, CheckNotes, Draw, Spoken, SpokenRow};

/// A line through the times, with what breaks the series; nothing where there are no two values to compare.
#[component]
pub fn TrendSection() -> impl IntoView {
    let report = use_report();
    let trend = trend(&report.data)?;
    let words = report.words;
    let breaks = trend.breaks.iter().map(|found| {
        let date = words::date(report.lang, found.at);
        let text = fill(words.trend_break, &[&date, found.note.get(report.lang)]);
        view! { <Caveat text/> }
    });
    let breaks = breaks.collect_view();
    let checks = checks_about(&report, |other| trend.points.iter().any(|point| std::ptr::eq(*point, other)));
    let table = table(&report, &trend);
    let evidence = trend.points.iter().rev().find_map(|point| point.evidence.clone());
    let (title, figure) = (titles::trend(&report, &trend), table.first_figure());
    let chart = chart(&report, &trend, table.clone());
    Some(view! {
        <section id="trend" aria-labelledby="trend-h">
            <h2 id="trend-h">{words.trend}</h2>
            <Card
                block=Block::Trend
                name="trend"
                title
                evidence
                figure
                table
            >
                {chart}
                <div class="caveats">
                    {breaks}
                    <CheckNotes checks/>
                </div>
            </Card>
        </section>
    })
}

fn chart(report: &Report, trend: &Trend<'_>, table: Spoken) -> impl IntoView + use<> {
    let options = options(report, trend);
    let draw: Draw = Box::new(move |frame| lines::draw(&lines::Options { frame, ..options.clone() }));
    view! { <ChartFigure name="trend" title=table.title description=table.description draw/> }
}

/// A row a time, with how it compares with the one before.
fn table(report: &Report, trend: &Trend<'_>) -> Spoken {
    let words = report.words;
    let label = trend.indicator.label.get(report.lang);
    let befores = std::iter::once(None).chain(trend.points.iter().copied().map(Some));
    let row = |(point, before): (&&Observation, Option<&Observation>)| {
        let say = before.and_then(|before| change(report, trend, point, before));
        let row = SpokenRow::new(&point.id, words::time(report.lang, point.time))
            .cell(describe::observed(report, Some(point)), &point.id);
        SpokenRow { say: say.unwrap_or_default(), ..row }
    };
    let rows = trend.points.iter().zip(befores).map(row).collect();
    let title = if trend.form == Form::Slope { words.trend_slope } else { words.trend_chart };
    Spoken {
        title: fill(title, &[label]),
        description: sentence(report, trend),
        columns: vec![(words.column_time.into(), false), (words.column_amount.into(), true)],
        rows,
    }
}

/// How a percentage compares with that of the time before.
fn change(report: &Report, trend: &Trend<'_>, now: &Observation, before: &Observation) -> Option<String> {
    let values = (now.value.stated()?, before.value.stated()?);
    let name = words::time(report.lang, before.time);
    (trend.indicator.unit == Unit::Percent).then(|| describe::compared(report, &values.0, &values.1, &name))
}

/// What is drawn, at the days of the times and of the breaks.
fn options(report: &Report, trend: &Trend<'_>) -> lines::Options {
    let first = trend.points.first().map_or(0, |point| point.time.end().middle());
    let at = |day: i32| f64::from(day - first);
    let time = |point: &&Observation| {
        let date = point.time.end();
        lines::Moment { position: at(date.middle()), label: words::date(report.lang, date) }
    };
    let broken = |found: &&SeriesBreak| Reference {
        value: at(found.at.start()),
        label: fill(report.words.trend_break_mark, &[&words::date(report.lang, found.at)]),
    };
    let point = |(time, point): (usize, &&Observation)| lines::Point {
        key: point.id.clone(),
        time,
        amount: describe::amount(report, Some(point)),
    };
    let is_percent = trend.indicator.unit == Unit::Percent;
    let tick = |value: u8| Tick {
        value: f64::from(value),
        label: words::percent(report.lang, Decimal::whole(i64::from(value))),
    };
    lines::Options {
        frame: Frame::default(),
        times: trend.points.iter().map(time).collect(),
        points: trend.points.iter().enumerate().map(point).collect(),
        breaks: trend.breaks.iter().map(broken).collect(),
        ticks: if is_percent { [0, 50, 100].map(tick).to_vec() } else { Vec::new() },
        at_least: is_percent.then_some(100.0),
        goal: None,
    }
}

/// From the first figure to the last, and what is missing.
fn sentence(report: &Report, trend: &Trend<'_>) -> String {
    let words = report.words;
    let said = |point: &Observation| describe::observed(report, Some(point));
    let when = |point: &Observation| words::time(report.lang, point.time);
    let mut text = Vec::new();
    if let Some((first, last)) = ends(&trend.points) {
        text.push(fill(words.trend_text, &[&said(first), &when(first), &said(last), &when(last)]));
    }
    for point in trend.points.iter().filter(|point| point.value.stated().is_none()) {
        text.push(fill(words.trend_gap, &[&when(point), &said(point)]));
    }
    text.join(" ")
}

/// The first and the last figure that have a value.
fn ends<'d>(points: &[&'d Observation]) -> Option<(&'d Observation, &'d Observation)> {
    let known = |point: &&&Observation| point.value.stated().is_some();
    Some((points.iter().find(known)?, points.iter().rfind(known)?))
}

#[cfg(test)]
mod tests {
    use words::Lang;

    use super::*;
    use crate::sections::testing::html;

    #[test]
    fn each_time_but_the_first_says_how_it_compares() {
        let page = html("capabilities", Lang::En, || view! { <TrendSection/> });
        let (_, table) = page.split_once("<tbody>").unwrap();
        let rows: Vec<&str> = table.split("<tr ").skip(1).collect();
        let (first, others) = rows.split_first().unwrap();
        assert!(!first.contains("data-say") && others.iter().any(|row| row.contains("data-say")), "{table}");
    }

    #[test]
    fn one_time_is_no_trend() {
        assert!(!html("one-group", Lang::Id, || view! { <TrendSection/> }).contains("<section"));
    }
}

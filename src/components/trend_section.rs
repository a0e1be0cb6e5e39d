//! The main figure over time.
use std::sync::Arc;

use super::chart_figure::{Draw, Spoken, always, chart_figure};
use super::checks::push_checks;
use super::describe;
use super::markup::Markup;
use super::part::Part;
use super::parts::{fixed, heading, section};
use super::report::Report;
use super::source_note::credit;
use crate::charts::{Amount, Frame, bars};
use crate::figures::{Trend, trend};
use crate::i18n::{self, fill};
use crate::model::{Observation, Unit};
use crate::page::Block;

/// One bar a time, the earliest first, with what breaks the series; `None` where there are no two
/// values to compare.
pub fn trend_section(report: Report) -> Option<Part> {
    let trend = trend(report.data)?;
    let evidence = trend.points.iter().rev().find_map(|point| point.evidence.as_ref());
    let mut notes = Markup::new();
    for found in &trend.breaks {
        let date = i18n::date(report.lang, found.at);
        let note = fill(report.words.trend_break, &[&date, found.note.get(report.lang)]);
        notes.element("p class=\"caveat\"", &note);
    }
    push_checks(&mut notes, report, &|o| trend.points.iter().any(|point| std::ptr::eq(*point, o)));
    let children = vec![
        heading("trend-h", report.words.trend),
        chart(report, &trend),
        fixed("caveats", notes.finish()),
        fixed("credit", credit(report, "", evidence, Block::Trend)),
    ];
    Some(section("trend", "", children))
}

fn chart(report: Report, trend: &Trend<'static>) -> Part {
    let words = report.words;
    let label = trend.indicator.label.get(report.lang);
    let stated = |point: &&&'static Observation| point.value.stated().is_some();
    let said =
        |point: &Observation| (describe::observed(report, Some(point)), i18n::time(report.lang, point.time));
    let ends = (trend.points.iter().find(stated), trend.points.iter().rev().find(stated));
    let description = match ends {
        (Some(first), Some(last)) => {
            let ((from, then), (to, now)) = (said(first), said(last));
            fill(words.trend_text, &[&from, &then, &to, &now])
        }
        _ => String::new(),
    };
    let rows: Vec<bars::Row> = trend
        .points
        .iter()
        .map(|point| {
            let (label, time) = said(point);
            let amount = match point.value.stated() {
                Some(stated) => Amount::Known { value: stated.number.to_f64(), label, interval: None },
                None => Amount::Missing { label },
            };
            bars::Row {
                key: point.id.clone(),
                label: time,
                sub_label: None,
                amount,
                tone: bars::Tone::Main,
                second: None,
            }
        })
        .collect();
    let full = (trend.indicator.unit == Unit::Percent).then_some(100.0);
    let spoken = Spoken {
        title: fill(words.trend_chart, &[label]),
        description,
        columns: vec![(words.column_time, false), (words.column_amount, true)],
        rows: trend
            .points
            .iter()
            .map(|point| {
                let (value, time) = said(point);
                vec![time, value]
            })
            .collect(),
    };
    let draw: Draw = Arc::new(move |frame: Frame| {
        bars::draw(&bars::Options {
            frame,
            rows: rows.clone(),
            at_least: full,
            track: full,
            ..Default::default()
        })
    });
    chart_figure(report, Block::Trend, always(spoken), draw)
}

//! The one strong figure and what it means.
use std::sync::Arc;

use super::ask_link::ask;
use super::chart_figure::{Draw, Spoken, SpokenRow, always, chart_figure};
use super::checks::push_checks_of;
use super::describe;
use super::markup::Markup;
use super::part::Part;
use super::parts::{fixed, section};
use super::report::Report;
use super::source_note::credit;
use charts::{Amount, Frame, progress};
use dataset::{Unit, Value};
use figures::{Headline, headline};
use routes::Block;
use words::fill;

/// The figure in large, one sentence, the way to the goal, date and source; `None` where the
/// dataset has no such figure.
pub fn headline_section(report: Report) -> Option<Part> {
    let headline = headline(report.data)?;
    let headline = &headline;
    let lang = report.lang;
    let observation = headline.observation;
    let figure = describe::value(lang, &observation.value, &headline.indicator.unit);
    let missing = matches!(observation.value, Value::Missing(_));
    let region = report.region(&observation.region);
    let date = words::time(lang, observation.time);
    let chart = (headline.indicator.unit == Unit::Percent).then(|| chart(report, headline));
    let before = format!("{}, {date}.", headline.indicator.label.get(lang));
    let mut intro = Markup::new();
    intro.element("h2 id=\"headline-h\" class=\"kicker\"", &format!("{region} · {date}"));
    intro.open(if missing { "p class=\"figure missing\"" } else { "p class=\"figure\"" });
    ask(&mut intro, report, &observation.id, &figure);
    intro.close("p");
    intro.element("p class=\"lead\"", &describe::headline_sentence(report, headline));
    if let Some(goal) = describe::goal_sentence(report, headline) {
        intro.open("p").raw(&goal).close("p");
    }
    push_checks_of(&mut intro, report, Some(observation));
    let mut children = vec![fixed("intro", intro.finish())];
    children.extend(chart);
    children.push(fixed("credit", credit(report, &before, observation.evidence.as_ref(), Block::Headline)));
    Some(section("headline", "headline", children))
}

fn chart(report: Report, headline: &Headline<'static>) -> Part {
    let (lang, words) = (report.lang, report.words);
    let goal = words::percent(lang, headline.goal());
    let by = headline.target.and_then(|(_, target)| target.by);
    let goal_name = describe::goal_name(report, headline);
    let figure = describe::value(lang, &headline.observation.value, &headline.indicator.unit);
    let left = headline.gap.as_ref().map(|gap| fill(words.to_go, &[&words::points(lang, gap.point)]));
    let amount = match headline.observation.value {
        Value::Stated(stated) => Amount::Known {
            value: stated.number.to_f64(),
            label: format!("{figure} {}", words.covered_short),
            interval: None,
        },
        Value::Missing(_) => Amount::Missing { label: figure.clone() },
    };
    let mut goal_label = fill(words.goal_label, &[&goal]);
    if let Some(by) = by {
        goal_label.push_str(" · ");
        goal_label.push_str(&words::date(lang, by));
    }
    let description = match &left {
        Some(_) => {
            let points = headline.gap.as_ref().map(|gap| words::points(lang, gap.point)).unwrap_or_default();
            fill(words.headline_chart_text, &[&figure, &goal, &points, &goal_name])
        }
        None => fill(words.headline_chart_reached, &[&figure, &goal]),
    };
    let spoken = Spoken {
        title: fill(words.headline_chart, &[&goal_name]),
        description,
        columns: vec![(words.column_item, false), (words.column_rate, true)],
        rows: vec![
            SpokenRow {
                say: left.clone().unwrap_or_default(),
                ..SpokenRow::new("headline", report.region(&headline.observation.region))
                    .cell(figure, &headline.observation.id)
            },
            SpokenRow::new("goal", goal_label.clone()).cell(goal, &describe::goal_key(headline)),
        ],
    };
    let goal = headline.goal().to_f64();
    let draw: Draw = Arc::new(move |frame: Frame| {
        progress::draw(&progress::Options {
            frame,
            key: "headline".to_owned(),
            amount: amount.clone(),
            goal,
            goal_label: Some(goal_label.clone()),
            left_label: left.clone(),
        })
    });
    chart_figure(report, Block::Headline, always(spoken), draw)
}

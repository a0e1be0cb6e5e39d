//! The one strong figure and what it means.
use charts::{Amount, Frame, progress};
use dataset::{Unit, Value};
use figures::{Headline, headline};
use leptos::prelude::*;
use routes::Block;
use words::fill;

use crate::checks::checks_about;
use crate::context::{Report, use_report};
use crate::describe;
use crate::ui::{ChartFigure, CheckNotes, Credit, Draw, Figure, PhraseText, Spoken, SpokenRow};

/// The figure in large, one sentence, the way to the goal, date and source; nothing where the dataset has no such
/// figure.
#[component]
pub fn HeadlineSection() -> impl IntoView {
    let report = use_report();
    let headline = headline(&report.data)?;
    let observation = headline.observation;
    let figure = describe::value(report.lang, &observation.value, &headline.indicator.unit);
    let missing = matches!(observation.value, Value::Missing(_));
    let region = report.region(&observation.region);
    let date = words::time(report.lang, observation.time);
    let before = format!("{}, {date}.", headline.indicator.label.get(report.lang));
    let checks = checks_about(&report, |other| std::ptr::eq(observation, other));
    let goal = describe::goal_sentence(&report, &headline);
    let chart = (headline.indicator.unit == Unit::Percent).then(|| chart(&report, &headline));
    Some(view! {
        <section id="headline" class="headline" aria-labelledby="headline-h">
            <div class="intro">
                <h2 id="headline-h" class="kicker">{format!("{region} · {date}")}</h2>
                <p class=if missing { "figure missing" } else { "figure" }>
                    <Figure key=observation.id.clone() value=figure/>
                </p>
                <p class="lead">{describe::headline_sentence(&report, &headline)}</p>
                {goal.map(|phrase| view! { <p><PhraseText phrase/></p> })}
                <CheckNotes checks/>
            </div>
            {chart}
            <Credit before evidence=observation.evidence.clone() block=Block::Headline/>
        </section>
    })
}

/// The way to the goal: what is covered, what is left, and the goal's own mark.
fn chart(report: &Report, headline: &Headline<'_>) -> impl IntoView + use<> {
    let (lang, words) = (report.lang, report.words);
    let goal = words::percent(lang, headline.goal());
    let mut goal_label = fill(words.goal_label, &[&goal]);
    if let Some(by) = headline.target.and_then(|(_, target)| target.by) {
        goal_label = [&goal_label, " · ", &words::date(lang, by)].concat();
    }
    let figure = describe::value(lang, &headline.observation.value, &headline.indicator.unit);
    let points = headline.gap.as_ref().map(|gap| words::points(lang, gap.point));
    let left = points.as_ref().map(|points| fill(words.to_go, &[points]));
    let goal_name = describe::goal_name(report, headline);
    let description = match &points {
        Some(points) => fill(words.headline_chart_text, &[&figure, &goal, points, &goal_name]),
        None => fill(words.headline_chart_reached, &[&figure, &goal]),
    };
    let amount = match headline.observation.value {
        Value::Stated(stated) => Amount::Known {
            value: stated.number.to_f64(),
            label: format!("{figure} {}", words.covered_short),
            interval: None,
        },
        Value::Missing(_) => Amount::Missing { label: figure.clone() },
    };
    let name = report.region(&headline.observation.region);
    let row = SpokenRow::new("headline", name).cell(figure, &headline.observation.id);
    let spoken = Spoken {
        title: fill(words.headline_chart, &[&goal_name]),
        description,
        columns: vec![(words.column_item, false), (words.column_rate, true)],
        rows: vec![
            SpokenRow { say: left.clone().unwrap_or_default(), ..row },
            SpokenRow::new("goal", goal_label.clone()).cell(goal, &describe::goal_key(headline)),
        ],
    };
    let options = progress::Options {
        frame: Frame::default(),
        key: "headline".to_owned(),
        amount,
        goal: headline.goal().to_f64(),
        goal_label: Some(goal_label),
        left_label: left,
    };
    let draw: Draw = Box::new(move |frame| progress::draw(&progress::Options { frame, ..options.clone() }));
    view! { <ChartFigure block=Block::Headline spoken draw/> }
}

#[cfg(test)]
mod tests {
    use words::Lang;

    use super::*;
    use crate::sections::testing::html;

    #[test]
    fn the_figure_says_how_far_the_goal_is() {
        for (lang, figure) in [(Lang::Id, "31,33%"), (Lang::En, "31.33%")] {
            let page = html("sumsel-2025-08", lang, || view! { <HeadlineSection/> });
            assert!(page.contains(&format!(">{figure}</a></p>")), "{page}");
        }
        let page = html("sumsel-2025-08", Lang::Id, || view! { <HeadlineSection/> });
        assert!(page.contains(r#"<tr data-key="headline" data-say="68,67 poin persen lagi">"#), "{page}");
    }

    #[test]
    fn without_a_figure_there_is_no_section() {
        assert!(!html("only-awards", Lang::Id, || view! { <HeadlineSection/> }).contains("<section"));
    }
}

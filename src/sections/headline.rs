//! The one strong figure and what it means.
use charts::{Amount, Frame, dots};
use dataset::{Observation, Stated, Unit, Value};
use figures::{Headline, fraction, headline};
use leptos::prelude::*;
use routes::Block;
use words::fill;

use super::amounts;
use crate::checks::checks_about;
use crate::context::{Report, use_report};
use crate::describe;
use crate::ui::{CardFoot, ChartFigure, CheckNotes, Draw, Figure, PhraseText, Spoken, SpokenRow};

/// The figure in large, one sentence, a hundred dots, the goal, date and source; nothing where the dataset has no
/// such figure.
#[component]
pub fn HeadlineSection() -> impl IntoView {
    let report = use_report();
    let headline = headline(&report.data)?;
    let observation = headline.observation;
    let figure = describe::observed(&report, Some(observation));
    let missing = matches!(observation.value, Value::Missing(_));
    let sentence = describe::headline_sentence(&report, &headline);
    let kicker = kicker(&report, observation, &sentence);
    let checks = checks_about(&report, |other| std::ptr::eq(observation, other));
    let is_percent = headline.indicator.unit == Unit::Percent;
    // A goal of another unit stands with its policy.
    let goal = describe::goal_sentence(&report, &headline).filter(|_| is_percent);
    let chart = is_percent.then(|| chart(&report, &headline));
    let table = is_percent.then(|| table(&report, &headline));
    let class = if is_percent { "headline beside card" } else { "headline card" };
    Some(view! {
        <section id="headline" class=class aria-labelledby="headline-title">
            <div class="intro">
                <h2 id="headline-title" class="kicker">{kicker}</h2>
                <p class=if missing { "figure missing" } else { "figure" }>
                    <Figure key=observation.id.clone() value=figure/>
                </p>
                <p class="lead">{sentence}</p>
                {goal.map(|phrase| view! { <p><PhraseText phrase/></p> })}
                <CheckNotes checks/>
            </div>
            {chart}
            <CardFoot
                block=Block::Headline
                heading=report.words.headline()
                name="headline"
                time=headline.indicator.label.get(report.lang)
                evidence=observation.evidence.clone()
                figure=observation.id.clone()
                table
            />
        </section>
    })
}

/// The observations that the section shows: the figure, and of a percentage what it is made of.
pub(super) fn shown(report: &Report) -> Vec<&Observation> {
    let Some(headline) = headline(&report.data) else { return Vec::new() };
    let of_table = headline.indicator.unit == Unit::Percent;
    let parts = fraction(&report.data, headline.observation).into_iter().flatten().filter(|_| of_table);
    std::iter::once(headline.observation).chain(parts).collect()
}

/// Where the figure holds, and of which group and programme.
fn of_whom(report: &Report, observation: &Observation) -> String {
    let part = describe::part(&report.data, report.lang, observation);
    let parts = std::iter::once(report.region(&observation.region)).chain(part);
    parts.collect::<Vec<_>>().join(" · ")
}

/// Of what the figure is, as far as the sentence below it does not say it; when it holds, and who says so.
fn kicker(report: &Report, observation: &Observation, sentence: &str) -> String {
    let part = describe::part(&report.data, report.lang, observation);
    let region = Some(report.region(&observation.region)).filter(|name| !sentence.contains(name.as_str()));
    let time = words::time(report.lang, observation.time);
    // In somebody else's page the foot is near, and names the source once.
    let evidence = observation.evidence.as_ref().filter(|_| !report.is_embed());
    let source = evidence.map(|evidence| report.publisher(&evidence.source));
    let said = match source {
        Some(source) => fill(report.words.according(), &[&time, &source]),
        None => time,
    };
    let parts = region.into_iter().chain(part).chain([said]);
    words::capitalised(&parts.collect::<Vec<_>>().join(" · "))
}

/// A dot for each hundredth: filled for those who are covered.
fn chart(report: &Report, headline: &Headline<'_>) -> impl IntoView + use<> {
    let words = report.words;
    let description =
        filled(headline).map(|filled| fill(words.headline_chart_text(), &[&filled.to_string()]));
    let title = fill(words.headline_chart(), &[&describe::counted(&report.data, report.lang, headline)]);
    let options = hundred_dots(report, headline, 20);
    let draw: Draw = Box::new(move |frame| dots::draw(&dots::Options { frame, ..options.clone() }));
    view! { <ChartFigure name="headline" title description=description.unwrap_or_default() draw/> }
}

/// The whole dots of the headline figure, of a range those of its smaller end; `None` where there is no number, and where
/// it is only known what it is less than.
fn filled(headline: &Headline<'_>) -> Option<i64> {
    let stated = headline.observation.value.stated().filter(|stated| !stated.qualifier.is_upper_bound())?;
    Some(stated.number.rescale(0).units.clamp(0, 100))
}

/// The headline figure, a percentage, as a hundred dots in rows of `columns`.
#[must_use]
pub fn hundred_dots(report: &Report, headline: &Headline<'_>, columns: u32) -> dots::Options {
    let words = report.words;
    let label = describe::value(report.lang, &headline.observation.value, &headline.indicator.unit);
    let amount = match headline.observation.value {
        Value::Stated(stated) if !stated.qualifier.is_upper_bound() => {
            Amount::Known { value: stated.number.to_f64(), label: label.clone(), interval: None }
        }
        _ => Amount::Missing { label: label.clone() },
    };
    let said = |count: i64, what: &str| format!("{count} {what}");
    let filled = filled(headline);
    // What a bound or a range leaves open is no number of dots.
    let is_open = headline.observation.value.stated().is_some_and(|stated| is_open(&stated));
    let covered = |filled: i64| {
        if is_open {
            [&label, " ", words.covered_short()].concat()
        } else {
            said(filled, words.covered_short())
        }
    };
    dots::Options {
        frame: Frame::default(),
        key: "headline".to_owned(),
        amount,
        columns,
        covered_label: filled.map(covered),
        rest_label: filled
            .filter(|filled| *filled < 100 && !is_open)
            .map(|filled| said(100 - filled, words.not_covered_short())),
    }
}

/// Whether a number is a bound or one of two.
fn is_open(stated: &Stated) -> bool {
    stated.qualifier.is_bound() || stated.upper().is_some()
}

/// The figure, what it is made of, and the goal that it is on the way to, where the dataset sets one.
fn table(report: &Report, headline: &Headline<'_>) -> Spoken {
    let (lang, words) = (report.lang, report.words);
    let goal = headline.target.map(|(_, target)| {
        let goal = words::percent(lang, headline.goal());
        let mut label = fill(words.goal_label(), &[&goal]);
        if let Some(by) = target.by {
            label = [&label, " · ", &words::date(lang, by)].concat();
        }
        SpokenRow::new("goal", label).cell(goal, &describe::goal_key(headline))
    });
    let figure = describe::observed(report, Some(headline.observation));
    let left = headline.gap.as_ref().map(|gap| fill(words.to_go(), &[&words::points(lang, gap.point)]));
    let row = SpokenRow::new("headline", of_whom(report, headline.observation));
    let row = row.cell(figure, &headline.observation.id);
    let parts: Vec<SpokenRow> = shown(report)
        .into_iter()
        .skip(1)
        .map(|part| {
            let row = SpokenRow::new(&part.id, amounts::label(report, part));
            row.cell(amounts::in_unit(report, part), &part.id)
        })
        .collect();
    let values = if parts.is_empty() { words.column_rate() } else { words::more(lang).value() };
    let first = SpokenRow { say: left.unwrap_or_default(), ..row };
    Spoken {
        title: words.headline().to_owned(),
        columns: vec![(words.column_item().into(), false), (values.into(), true)],
        rows: std::iter::once(first).chain(parts).chain(goal).collect(),
        ..Spoken::default()
    }
}

#[cfg(test)]
mod tests {
    use words::Lang;

    use super::*;
    use crate::sections::testing::{html, html_of, sample};

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

    #[test]
    fn a_range_and_a_bound_are_no_number_of_dots() {
        let page = html("additions", Lang::En, || view! { <HeadlineSection/> });
        assert!(page.contains(">40–45% covered</text>") && !page.contains("60 not covered"), "{page}");
        let text =
            sample("minimal").replace("\"value\": 42.0", "\"value\": 42.0, \"qualifier\": \"less_than\"");
        let page = html_of(&text, Lang::En, || view! { <HeadlineSection/> });
        assert!(
            page.contains("less than 42.0%") && !page.contains("42 covered") && !page.contains("58 not"),
            "{page}"
        );
    }

    #[test]
    fn regions_alone_are_no_groups() {
        let heading = |name: &str| html(name, Lang::En, || view! { <crate::sections::GroupsSection/> });
        assert!(heading("cash-benefit").contains(">Coverage by region</h2>"));
        assert!(heading("sumsel-2025-08").contains(">Coverage by group</h2>"));
    }
}

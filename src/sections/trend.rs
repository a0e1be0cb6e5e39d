//! The main figure over time, and its way to the goal.
use charts::{Frame, Reference, Tick, lines};
use dataset::{Decimal, Observation, SeriesBreak, Unit};
use figures::form::Form;
use figures::key::{PACE, REACHED_PACE};
use figures::{Computed, Headline, Trend, headline, trend};
use leptos::prelude::*;
use routes::Block;
use tables::ROWS_WRITTEN;
use words::fill;

use super::amounts;
use super::breaks;
use crate::checks::checks_about;
use crate::context::{Report, use_report};
use crate::describe;
use crate::titles;
use crate::ui::{Card, Caveat, ChartFigure, CheckNotes, Draw, Phrase, PhraseText, Spoken, SpokenRow};

/// The main figure at its times, and how fast it must rise to reach its goal.
struct Course<'d> {
    headline: Headline<'d>,
    /// The figure at several times.
    trend: Option<Trend<'d>>,
    /// What is drawn: that figure at all its times, or at the one there is.
    points: Vec<&'d Observation>,
    /// How many times there are, drawn or not.
    total: usize,
    /// The points a year to the goal.
    pace: Option<Computed>,
}

impl<'d> Course<'d> {
    /// `None` where there are neither several times nor a way to a goal.
    fn of(report: &'d Report) -> Option<Self> {
        let headline = headline(&report.data)?;
        let (mut trend, pace) = (trend(&report.data), figures::pace(&headline));
        let mut total = 1;
        // The newest times are what a reader wants to see; the others stand with all other figures.
        if let Some(trend) = &mut trend {
            total = trend.points.len();
            trend.points.drain(..total.saturating_sub(ROWS_WRITTEN));
            let first = trend.points.first().map(|point| point.time.end().middle());
            trend.breaks.retain(|found| first.is_some_and(|first| found.at.start() > first));
        }
        if trend.is_none() && pace.is_none() {
            return None;
        }
        let points = trend.as_ref().map_or_else(|| vec![headline.observation], |trend| trend.points.clone());
        Some(Self { headline, trend, points, total, pace })
    }

    /// The breaks of the series that it says.
    fn breaks(&self) -> &[&'d SeriesBreak] {
        self.trend.as_ref().map(|trend| trend.breaks.as_slice()).unwrap_or_default()
    }
}

/// The observations that the section shows.
pub(super) fn shown(report: &Report) -> Vec<&Observation> {
    Course::of(report).map(|course| course.points).unwrap_or_default()
}

/// The breaks of series that the section says.
pub(super) fn breaks(report: &Report) -> Vec<&SeriesBreak> {
    Course::of(report).map(|course| course.breaks().to_vec()).unwrap_or_default()
}

/// A line through the times, with what breaks the series and the way to the goal; nothing where there are neither two
/// values to compare nor a goal with a date.
#[component]
pub fn TrendSection() -> impl IntoView {
    let report = use_report();
    let course = Course::of(&report)?;
    let words = report.words;
    let breaks = course.breaks().iter().map(|found| {
        let text = breaks::sentence(&report, found);
        view! { <Caveat text/> }
    });
    let breaks = breaks.collect_view();
    let left_out = amounts::left_out(&report, course.total);
    let checks = match course.trend {
        Some(_) => {
            checks_about(&report, |other| course.points.iter().any(|point| std::ptr::eq(*point, other)))
        }
        None => Vec::new(),
    };
    let (subject, title) = match &course.trend {
        Some(trend) => (words.trend(), titles::trend(&report, trend)),
        None => (words.trend_to_goal(), titles::pace(&report, &course.headline)),
    };
    let table = table(&report, &course);
    let evidence = course.points.iter().rev().find_map(|point| point.evidence.clone());
    let paces = paces(&report, &course).into_iter().map(|phrase| view! { <p><PhraseText phrase/></p> });
    let paces = paces.collect_view();
    let figure = if course.pace.is_some() { PACE.to_owned() } else { table.first_figure() };
    let chart = chart(&report, &course, &table);
    Some(view! {
        <section id="trend" aria-labelledby="trend-h">
            <h2 id="trend-h">{subject}</h2>
            <Card block=Block::Trend name="trend" title evidence figure table>
                {chart}
                <div class="text">{paces}</div>
                <div class="caveats">
                    <Caveat text=left_out/>
                    {breaks}
                    <CheckNotes checks/>
                </div>
            </Card>
        </section>
    })
}

/// The pace to the goal with its assumption, and the pace up to now.
fn paces(report: &Report, course: &Course<'_>) -> Vec<Phrase> {
    let reached = course.trend.as_ref().and_then(figures::reached_pace);
    let of = [
        (report.words.pace_text(), PACE, course.pace.clone()),
        (report.words.pace_reached(), REACHED_PACE, reached),
    ];
    let said = of.into_iter().filter_map(|(message, key, computed)| {
        let computed = computed?;
        let shown = describe::computed_points(report.lang, &computed);
        let hint = describe::computed_hint(report, &computed, |number| {
            words::points(report.lang, number.rescale(2))
        });
        Some(Phrase::fill(message, &[Phrase::figure(key, shown), hint.into()]))
    });
    said.collect()
}

fn chart(report: &Report, course: &Course<'_>, table: &Spoken) -> impl IntoView + use<> {
    let options = options(report, course);
    let draw: Draw = Box::new(move |frame| lines::draw(&lines::Options { frame, ..options.clone() }));
    let (title, description) = (table.title.clone(), table.description.clone());
    view! { <ChartFigure name="trend" title description draw/> }
}

/// A row a time, with how it compares with the one before, and one for the goal.
fn table(report: &Report, course: &Course<'_>) -> Spoken {
    let words = report.words;
    let label = course.headline.indicator.label.get(report.lang);
    let befores = std::iter::once(None).chain(course.points.iter().copied().map(Some));
    let row = |(point, before): (&&Observation, Option<&Observation>)| {
        let say = before.and_then(|before| change(report, course, point, before));
        let row = SpokenRow::new(&point.id, words::time(report.lang, point.time))
            .cell(describe::observed(report, Some(point)), &point.id);
        SpokenRow { say: say.unwrap_or_default(), ..row }
    };
    let mut rows: Vec<SpokenRow> = course.points.iter().zip(befores).map(row).collect();
    if let Some((goal, by)) = goal(report, course) {
        rows.push(SpokenRow::new("goal", by).cell(goal, &describe::goal_key(&course.headline)));
    }
    let title = match &course.trend {
        Some(trend) if trend.form == Form::Slope => words.trend_slope(),
        Some(_) => words.trend_chart(),
        None => words.trend_goal(),
    };
    Spoken {
        title: fill(title, &[label]),
        description: sentence(report, course),
        columns: vec![
            (words.column_time().into(), false),
            (describe::column(report, course.headline.indicator).into(), true),
        ],
        rows,
    }
}

/// The goal and its time, where the way to it is drawn.
fn goal(report: &Report, course: &Course<'_>) -> Option<(String, String)> {
    course.pace.as_ref()?;
    let by = course.headline.target?.1.by?;
    Some((words::percent(report.lang, course.headline.goal()), words::date(report.lang, by)))
}

/// How a percentage compares with that of the time before.
fn change(report: &Report, course: &Course<'_>, now: &Observation, before: &Observation) -> Option<String> {
    let values = (now.value.stated()?, before.value.stated()?);
    let name = words::time(report.lang, before.time);
    (course.headline.indicator.unit == Unit::Percent)
        .then(|| describe::compared(report, &values.0, &values.1, &name))
}

/// What is drawn, at the days of the times and of the breaks.
fn options(report: &Report, course: &Course<'_>) -> lines::Options {
    let first = course.points.first().map_or(0, |point| point.time.end().middle());
    let at = |day: i32| f64::from(day - first);
    let time = |point: &&Observation| {
        let date = point.time.end();
        lines::Moment { position: at(date.middle()), label: words::date(report.lang, date) }
    };
    let broken = |found: &&SeriesBreak| Reference {
        value: at(found.at.start()),
        label: fill(report.words.trend_break_mark(), &[&words::date(report.lang, found.at)]),
    };
    let point = |(time, point): (usize, &&Observation)| lines::Point {
        key: point.id.clone(),
        time,
        amount: describe::amount(report, Some(point)),
    };
    let goal = way(report, course, first);
    let end = goal.as_ref().zip(self::goal(report, course));
    let end = end.map(|(goal, (_, by))| lines::Moment { position: goal.position, label: by });
    let is_percent = course.headline.indicator.unit == Unit::Percent;
    let tick = |value: u8| Tick {
        value: f64::from(value),
        label: words::percent(report.lang, Decimal::whole(i64::from(value))),
    };
    lines::Options {
        frame: Frame::default(),
        times: course.points.iter().map(time).chain(end).collect(),
        points: course.points.iter().enumerate().map(point).collect(),
        breaks: course.breaks().iter().map(broken).collect(),
        ticks: if is_percent { [0, 50, 100].map(tick).to_vec() } else { Vec::new() },
        at_least: is_percent.then_some(100.0),
        goal,
    }
}

/// The way to the goal; `None` where there is none. Days count from `first`.
fn way(report: &Report, course: &Course<'_>, first: i32) -> Option<lines::Goal> {
    let pace = course.pace.as_ref()?;
    let (goal, by) = goal(report, course)?;
    let position = f64::from(course.headline.target?.1.by?.middle() - first);
    let shown = describe::computed_points(report.lang, pace);
    Some(lines::Goal {
        position,
        value: course.headline.goal().to_f64(),
        label: fill(report.words.goal_by(), &[&goal, &by]),
        pace: fill(report.words.pace_label(), &[&shown]),
    })
}

/// From the first figure to the last, what is missing, and the goal.
fn sentence(report: &Report, course: &Course<'_>) -> String {
    let words = report.words;
    let said = |point: &Observation| describe::observed(report, Some(point));
    let when = |point: &Observation| words::time(report.lang, point.time);
    let mut text = Vec::new();
    if let Some((first, last)) = ends(&course.points) {
        text.push(fill(words.trend_text(), &[&said(first), &when(first), &said(last), &when(last)]));
    }
    for point in course.points.iter().filter(|point| point.value.stated().is_none()) {
        text.push(fill(words.trend_gap(), &[&when(point), &said(point)]));
    }
    let is_percent = course.headline.indicator.unit == Unit::Percent;
    if let Some(goal) = describe::goal_sentence(report, &course.headline).filter(|_| is_percent) {
        text.push(goal.text());
    }
    text.join(" ")
}

/// The first and the last figure that have a value.
fn ends<'d>(points: &[&'d Observation]) -> Option<(&'d Observation, &'d Observation)> {
    let known = |point: &&&Observation| point.value.stated().is_some();
    let (first, last) = (points.iter().find(known)?, points.iter().rfind(known)?);
    (!std::ptr::eq(*first, *last)).then_some((*first, *last))
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
    fn one_time_and_a_goal_make_a_way() {
        let page = html("sumsel-2025-08", Lang::Id, || view! { <TrendSection/> });
        assert!(page.contains("href=\"figures/#computed.pace\""), "{page}");
        assert!(page.contains("c-way") && page.contains("<tr data-key=\"goal\">"), "{page}");
    }

    #[test]
    fn one_time_without_a_goal_is_no_trend() {
        assert!(!html("one-group", Lang::Id, || view! { <TrendSection/> }).contains("<section"));
    }
}

//! The pace to the goal, and the pace so far.
use dataset::{Date, Observation};
use figures::key::{GAP, PACE, REACHED_PACE};
use figures::{Computed, Headline, headline, trend};
use words::fill;

use super::entry::Entry;
use super::gap;
use super::working::{Input, Working, result, rounding};
use crate::context::Report;
use crate::describe;

/// The percentage points a year by which the headline figure must rise to be at its goal in time.
pub fn pace(report: &Report) -> Option<Entry> {
    let own = words::ask(report.lang);
    let headline = headline(&report.data)?;
    let computed = figures::pace(&headline)?;
    let (_, target) = headline.target?;
    let (observation, by) = (headline.observation, target.by?);
    let working = Working {
        key: PACE.to_owned(),
        name: fill(own.name(), &[own.pace(), &report.region(&observation.region)]),
        value: value(report, &computed),
        counts: own.pace_counts(),
        computed: &computed,
        code: CODE,
        unit: own.unit_points_a_year().to_owned(),
        observation,
        formula: own.pace_formula(),
        inputs: inputs(report, &headline, by),
        result: result(report, &computed, |number| words::points(report.lang, number)),
        why: why(report, &[observation], &[by, observation.time.end()]),
        about: vec![&target.id],
    };
    Some(working.entry(report))
}

/// The percentage points a year by which the headline figure has changed.
pub fn reached(report: &Report) -> Option<Entry> {
    let own = words::ask(report.lang);
    let trend = trend(&report.data)?;
    let computed = figures::reached_pace(&trend)?;
    let (first, last) = trend.comparable()?;
    let times = [first, last].map(|point| words::date(report.lang, point.time.end()));
    let counts = fill(own.reached_pace_counts(), &times.each_ref().map(String::as_str));
    // Two dates that name the same parts are the same day of them, so they leave nothing open.
    let (from, to) = (first.time.end(), last.time.end());
    let alike = from.month.is_some() == to.month.is_some() && from.day.is_some() == to.day.is_some();
    let open: &[Date] = if alike { &[] } else { &[from, to] };
    let working = Working {
        key: REACHED_PACE.to_owned(),
        name: fill(own.name(), &[own.reached_pace(), &report.region(&last.region)]),
        value: value(report, &computed),
        counts: &counts,
        computed: &computed,
        code: CODE,
        unit: own.unit_points_a_year().to_owned(),
        observation: last,
        formula: own.reached_pace_formula(),
        inputs: [first, last].into_iter().filter_map(|point| dated(report, point)).collect(),
        result: result(report, &computed, |number| words::points(report.lang, number)),
        why: why(report, &[first, last], open),
        about: Vec::new(),
    };
    Some(working.entry(report))
}

/// What the unit is called in data.
const CODE: &str = "percentage-point/year";

/// A pace as the report shows it.
fn value(report: &Report, computed: &Computed) -> String {
    fill(words::ask(report.lang).a_year(), &[&describe::computed_points(report.lang, computed)])
}

/// What is left, the goal with its date, and the rate with its own.
fn inputs(report: &Report, headline: &Headline<'_>, by: Date) -> Vec<Input> {
    let (own, lang) = (words::ask(report.lang), report.lang);
    let left = headline.gap.as_ref().map(|gap| Input {
        key: GAP.to_owned(),
        name: own.gap().to_owned(),
        value: words::points(lang, gap.point),
    });
    let goal = gap::goal(report, headline);
    let goal =
        goal.map(|goal| Input { value: fill(own.at_time(), &[&goal.value, &words::date(lang, by)]), ..goal });
    left.into_iter().chain(goal).chain(dated(report, headline.observation)).collect()
}

/// An observation as an input, with its time.
fn dated(report: &Report, observation: &Observation) -> Option<Input> {
    let input = Input::of(report, observation)?;
    let time = words::time(report.lang, observation.time);
    Some(Input { value: fill(words::ask(report.lang).at_time(), &[&input.value, &time]), ..input })
}

/// What leaves a range: rounding, and dates that name no day.
fn why(report: &Report, rounded: &[&Observation], dates: &[Date]) -> Vec<String> {
    let own = words::ask(report.lang);
    let undated = dates.iter().filter(|date| date.day.is_none());
    let undated = undated.map(|date| fill(own.why_undated(), &[&words::date(report.lang, *date)]));
    let rounded = rounded.iter().filter_map(|observation| rounding(report, own.why_rounded(), observation));
    undated.chain(rounded).collect()
}

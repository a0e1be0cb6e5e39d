//! What is left to the goal.
use dataset::{Decimal, Interval};
use figures::key::{GAP, Record, key};
use figures::{Computed, Headline, bounds, headline};
use words::fill;

use super::entry::Entry;
use super::working::{Input, Working, result, rounding};
use crate::context::Report;

/// The distance of the headline figure to its goal.
pub fn gap(report: &Report) -> Option<Entry> {
    let (own, lang) = (words::ask(report.lang), report.lang);
    let headline = headline(&report.data)?;
    let gap = headline.gap.as_ref()?;
    let observation = headline.observation;
    let computed = with_rounding(&headline, gap);
    let working = Working {
        key: GAP.to_owned(),
        name: fill(own.name(), &[own.gap(), &report.region(&observation.region)]),
        value: words::points(lang, gap.point),
        counts: "",
        computed: &computed,
        code: "percentage-point",
        unit: own.unit_points().to_owned(),
        observation,
        formula: own.gap_formula(),
        inputs: goal(report, &headline).into_iter().chain(Input::of(report, observation)).collect(),
        result: result(report, &computed, |number| words::points(lang, number)),
        why: rounding(report, own.why_rounded(), observation).into_iter().collect(),
        about: Vec::new(),
    };
    Some(working.entry(report))
}

/// The gap with the interval that the rate's rounding leaves: the report shows it with the rate's own decimals,
/// here its rounding counts.
fn with_rounding(headline: &Headline<'_>, gap: &Computed) -> Computed {
    let goal = headline.goal();
    let less = |number: Decimal| {
        let scale = number.scale.max(goal.scale);
        let left = goal.rescale(scale).units.checked_sub(number.rescale(scale).units);
        left.map(|units| Decimal::new(units, scale))
    };
    let ends = headline.observation.value.stated().as_ref().and_then(bounds);
    let interval = ends.and_then(|ends| Some(Interval { low: less(ends.high)?, high: less(ends.low)? }));
    let exact = Interval { low: gap.point, high: gap.point };
    Computed { interval: interval.unwrap_or(exact), ..gap.clone() }
}

/// The goal as an input; `None` where the dataset sets none.
pub fn goal(report: &Report, headline: &Headline<'_>) -> Option<Input> {
    let (_, target) = headline.target?;
    Some(Input {
        key: key(Record::Goal, &target.id),
        name: fill(words::ask(report.lang).goal(), &[target.label.get(report.lang)]),
        value: words::percent(report.lang, headline.goal()),
    })
}

//! Averages and shares of what was paid.
use dataset::{Observation, Unit};
use figures::key::{AVERAGE, PER_CHILD, SHARE};
use figures::{ClaimFigures, Computed, claims};
use words::fill;

use super::entry::{Entry, unit_code};
use super::wording::{full, unit};
use super::working::{Input, Working, result, rounding};
use crate::context::Report;
use crate::describe;

/// All of them.
pub fn benefits(report: &Report) -> Vec<Entry> {
    let Some(claims) = claims(&report.data) else { return Vec::new() };
    let all = [average_of(report, &claims), per_child_of(report, &claims), share_of(report, &claims)];
    all.into_iter().flatten().collect()
}

/// The benefit per claim.
pub fn average(report: &Report) -> Option<Entry> {
    average_of(report, &claims(&report.data)?)
}

/// The scholarship per child.
pub fn per_child(report: &Report) -> Option<Entry> {
    per_child_of(report, &claims(&report.data)?)
}

/// The scholarships' share of the benefits.
pub fn share(report: &Report) -> Option<Entry> {
    share_of(report, &claims(&report.data)?)
}

fn average_of(report: &Report, claims: &ClaimFigures<'_>) -> Option<Entry> {
    let (computed, currency) = (claims.average.as_ref()?, claims.currency?);
    let ratio = Ratio {
        key: AVERAGE,
        name: report.words.claims_average(),
        formula: words::ask(report.lang).average_formula(),
        value: describe::computed_money(report.lang, computed, currency),
        unit: Unit::Money(currency.clone()),
        computed,
        inputs: [claims.amount, claims.count],
    };
    ratio.entry(report)
}

fn per_child_of(report: &Report, claims: &ClaimFigures<'_>) -> Option<Entry> {
    let own = words::ask(report.lang);
    let (computed, currency) = (claims.per_child.as_ref()?, claims.currency?);
    let ratio = Ratio {
        key: PER_CHILD,
        name: own.per_child(),
        formula: own.per_child_formula(),
        value: describe::computed_money(report.lang, computed, currency),
        unit: Unit::Money(currency.clone()),
        computed,
        inputs: [claims.scholarships, claims.children],
    };
    ratio.entry(report)
}

fn share_of(report: &Report, claims: &ClaimFigures<'_>) -> Option<Entry> {
    let own = words::ask(report.lang);
    let computed = claims.share.as_ref()?;
    let ratio = Ratio {
        key: SHARE,
        name: own.share(),
        formula: own.share_formula(),
        value: describe::computed_percent(report.lang, computed),
        unit: Unit::Percent,
        computed,
        inputs: [claims.scholarships, claims.amount],
    };
    ratio.entry(report)
}

/// One number divided by another.
struct Ratio<'r> {
    key: &'static str,
    name: &'static str,
    formula: &'static str,
    /// The figure as the report shows it.
    value: String,
    unit: Unit,
    computed: &'r Computed,
    inputs: [Option<&'r Observation>; 2],
}

impl Ratio<'_> {
    fn entry(self, report: &Report) -> Option<Entry> {
        let Self { unit: of, computed, .. } = self;
        let own = words::ask(report.lang);
        let inputs = self.inputs.into_iter().flatten();
        let observation = inputs.clone().next()?;
        let working = Working {
            key: self.key.to_owned(),
            name: fill(own.name(), &[self.name, &report.region(&observation.region)]),
            value: self.value,
            counts: "",
            computed,
            code: unit_code(&of),
            unit: unit(report, &of, ""),
            observation,
            formula: self.formula,
            inputs: inputs.clone().filter_map(|o| Input::of(report, o)).collect(),
            result: result(report, computed, |number| full(report, number, &of)),
            why: inputs.filter_map(|input| rounding(report, own.why_rounded(), input)).collect(),
            about: Vec::new(),
        };
        Some(working.entry(report))
    }
}

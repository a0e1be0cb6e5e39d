//! How a computed figure came about: formula, inputs, result, and why there is an interval.
use dataset::{Decimal, Interval, Observation};
use figures::{Computed, bounds, indicator_of};
use words::fill;

use super::entry::{Entry, Measurement, Origin};
use super::line::Line;
use super::observations;
use super::source::computed_source;
use super::wording::{full, iso, notes};
use crate::context::Report;
use crate::describe;

/// What a figure was computed from, one input.
pub struct Input {
    /// The name by which it is asked for.
    pub key: String,
    /// What it is.
    pub name: String,
    /// The figure as the report shows it.
    pub value: String,
}

impl Input {
    /// An observation as an input; `None` where the dataset does not say what it is of.
    pub fn of(report: &Report, observation: &Observation) -> Option<Self> {
        let indicator = indicator_of(&report.data, observation)?;
        Some(Self {
            key: observation.id.clone(),
            name: observations::name(report, observation, indicator),
            value: describe::value(report.lang, &observation.value, &indicator.unit),
        })
    }

    /// Its name, as a link to it, and its value.
    pub fn line(&self) -> Line {
        Line::figure(&self.key, &self.name).then(": ").then(self.value.as_str())
    }
}

/// What is said of a computed figure.
pub struct Working<'w> {
    /// The name by which it is asked for.
    pub key: String,
    /// What it is.
    pub name: String,
    /// The figure as the report shows it.
    pub value: String,
    /// What it counts; empty where its name says it.
    pub counts: &'w str,
    /// The number with its interval.
    pub computed: &'w Computed,
    /// The unit in data, see [`Measurement::unit`].
    pub code: &'w str,
    /// What the unit is called.
    pub unit: String,
    /// The observation whose time, region and evidence are those of the figure.
    pub observation: &'w Observation,
    /// The formula in words.
    pub formula: &'static str,
    /// What it was computed from.
    pub inputs: Vec<Input>,
    /// What came out, see [`result`].
    pub result: String,
    /// Where the interval comes from.
    pub why: Vec<String>,
    /// The records that notes about the figure may name, besides its inputs.
    pub about: Vec<&'w str>,
}

impl Working<'_> {
    /// The figure.
    pub fn entry(self, report: &Report) -> Entry {
        let own = words::ask(report.lang);
        let Self { computed, observation, .. } = self;
        let evidence = observation.evidence.as_ref();
        let mut entry = Entry::new(self.key, self.name, self.value, Origin::Computed(evidence.cloned()));
        entry.when = words::time(report.lang, observation.time);
        entry.time = Some(iso(observation.time));
        let bounds = (!computed.is_exact()).then_some(computed.interval);
        entry.measurement = Some(Measurement { value: computed.point, bounds, unit: self.code.to_owned() });
        entry.row(own.counts(), self.counts);
        entry.row(own.result(), self.result);
        entry.row(own.unit(), self.unit);
        entry.row(own.when(), entry.when.clone());
        entry.row(own.place(), report.region(&observation.region));
        entry.row(own.formula(), self.formula);
        entry.list(own.inputs(), self.inputs.iter().map(Input::line));
        entry.list(own.why(), self.why.into_iter().map(Line::from));
        entry.row(own.source(), computed_source(report, own.own(), evidence, own.printed_input()));
        let inputs = self.inputs.iter().map(|input| input.key.as_str());
        let about: Vec<&str> = inputs.chain(self.about.iter().copied()).collect();
        entry.list(own.notes(), notes(report, &about, None));
        entry
    }
}

/// What came out, with its interval; `show` writes a number in the figure's unit.
pub fn result(report: &Report, computed: &Computed, show: impl Fn(Decimal) -> String) -> String {
    let own = words::ask(report.lang);
    let point = show(computed.point);
    if computed.is_exact() {
        return fill(own.result_exact(), &[&point]);
    }
    let Interval { low, high } = computed.interval;
    fill(own.result_between(), &[&point, &show(low), &show(high)])
}

/// The rounding of an observation in the words of `template`; `None` where it is exact.
pub fn rounding(report: &Report, template: &str, observation: &Observation) -> Option<String> {
    let stated = observation.value.stated()?;
    let unit = &indicator_of(&report.data, observation)?.unit;
    let ends = bounds(&stated)?;
    let shown = words::value(report.lang, &stated, unit);
    Some(fill(template, &[&shown, &full(report, ends.low, unit), &full(report, ends.high, unit)]))
}

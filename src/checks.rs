//! What does not fit together in a dataset, as sentences: for the text beside the figure, and for a list of all.
use dataset::{AverageBounds, Interval, Mismatch, Observation, Policy, Qualifier, Stated, Unit, crosscheck};
use figures::{Computed, average, share};
use words::{Form, fill};

use crate::context::{Check, Report};
use crate::describe;

/// What does not fit together in the report's dataset, in its order: looked for when somebody first asks.
#[must_use]
pub fn checks(report: &Report) -> &[Check] {
    report.checks.get_or_init(|| found(report))
}

/// What does not fit about the figures asked for.
#[must_use]
pub fn checks_about(report: &Report, is_about: impl Fn(&Observation) -> bool) -> Vec<Check> {
    let found = |check: &Check| report.lookup().observation(&report.data, &check.about);
    let about = |check: &&Check| found(check).is_some_and(&is_about);
    checks(report).iter().filter(about).cloned().collect()
}

/// Everything in the dataset that does not fit, in the language of the page.
fn found(report: &Report) -> Vec<Check> {
    crosscheck(&report.data).iter().map(|mismatch| check(report, mismatch)).collect()
}

/// What a rate would be by its numerator and denominator; `None` where the stated one fits.
#[must_use]
pub fn computed_rate(report: &Report, rate: Option<&Observation>) -> Option<String> {
    let rates = report.rates.get_or_init(|| {
        let computed = checks(report).iter().filter(|check| !check.computed.is_empty());
        computed.map(|check| (check.about.clone(), check.computed.clone())).rev().collect()
    });
    rates.get(&rate?.id).cloned()
}

/// What a policy is called.
#[must_use]
pub fn policy_name(report: &Report, policy: &Policy) -> String {
    let instrument = policy.instrument.get(report.lang);
    let year = policy.year.map(|year| year.to_string());
    match (&policy.number, year) {
        (Some(number), Some(year)) => fill(report.words.policy_name(), &[instrument, number, &year]),
        (Some(number), None) => fill(words::more(report.lang).policy_number(), &[instrument, number]),
        (None, Some(year)) => fill(words::more(report.lang).policy_year(), &[instrument, &year]),
        (None, None) => instrument.to_owned(),
    }
}

fn check(report: &Report, mismatch: &Mismatch<'_>) -> Check {
    let about = match (mismatch, mismatch.figure()) {
        (_, Some(figure)) => figure.id.clone(),
        (Mismatch::Jury { award, .. }, _) => award.id.clone(),
        _ => String::new(),
    };
    let computed = match mismatch {
        Mismatch::Rate { .. } => fill(words::checks(report.lang).computed(), &[&computed(report, mismatch)]),
        _ => String::new(),
    };
    Check { about, computed, text: sentence(report, mismatch) }
}

/// What is stated, and what it should be by the figures beside it.
fn sentence(report: &Report, mismatch: &Mismatch<'_>) -> String {
    let words = words::checks(report.lang);
    let observed = |o: &Observation| describe::observed(report, Some(o));
    let (mut subject, mut stated) = match mismatch.figure() {
        Some(figure) => (name(report, figure), observed(figure)),
        None => (String::new(), String::new()),
    };
    let (form, third, fourth) = match mismatch {
        Mismatch::Rate { numerator, denominator, .. } => {
            (words.rate(), observed(numerator), observed(denominator))
        }
        Mismatch::Change { from, to, .. } => (words.change(), observed(from), observed(to)),
        Mismatch::Uncovered { whole, covered, .. } => (words.uncovered(), observed(whole), observed(covered)),
        Mismatch::Sum { set, .. } => (words.sum(), set.label.get(report.lang).to_owned(), String::new()),
        Mismatch::Part { whole, .. } => (words.part(), name(report, whole), String::new()),
        Mismatch::Average { amount, bounds, .. } => {
            let allowed = range(report, amount, Interval { low: bounds.low, high: bounds.high });
            (words.average(), allowed, legal_basis(report, bounds).unwrap_or_default())
        }
        Mismatch::Listed { .. } => (words.listed(), String::new(), String::new()),
        Mismatch::Jury { award, stated: number, .. } => {
            subject = [report.words.jury(), ", ", award.name.get(report.lang)].concat();
            stated = number.to_string();
            (words.listed(), String::new(), String::new())
        }
    };
    fill(form, &[&subject, &stated, &computed(report, mismatch), &third, &fourth])
}

/// What is computed or counted, with the interval that rounding leaves.
fn computed(report: &Report, mismatch: &Mismatch<'_>) -> String {
    let (figure, number, computed) = match mismatch {
        Mismatch::Rate { rate, computed, numerator, denominator } => {
            (rate, *computed, of_both(numerator, denominator, share))
        }
        Mismatch::Average { amount, computed, count, .. } => {
            (amount, *computed, of_both(amount, count, average))
        }
        Mismatch::Change { change, computed, .. } => {
            let computed = Stated { number: *computed, step: None, qualifier: Qualifier::Exact };
            let indicator = report.data.indicators.get(&change.indicator);
            return indicator.map(|of| describe::stated(report.lang, &computed, of)).unwrap_or_default();
        }
        Mismatch::Uncovered { uncovered, computed, .. } => (uncovered, *computed, None),
        Mismatch::Sum { total, sum, .. } => (total, *sum, None),
        Mismatch::Listed { figure, listed } => (figure, *listed, None),
        Mismatch::Part { whole, .. } => return describe::observed(report, Some(whole)),
        Mismatch::Jury { listed, .. } => return listed.to_string(),
    };
    let exact = Interval { low: number, high: number };
    let interval = computed.filter(|computed| !computed.is_exact()).map_or(exact, |c| c.interval);
    range(report, figure, interval)
}

fn of_both(
    over: &Observation,
    under: &Observation,
    formula: fn(&Stated, &Stated) -> Option<Computed>,
) -> Option<Computed> {
    formula(&over.value.stated()?, &under.value.stated()?)
}

/// A range in the unit of a figure.
fn range(report: &Report, figure: &Observation, range: Interval) -> String {
    let form = match report.data.indicators.get(&figure.indicator).map(|indicator| &indicator.unit) {
        Some(Unit::Percent) => Form::Percent,
        Some(Unit::Money(currency)) => Form::MoneyShort { step: None, currency },
        _ => Form::Number,
    };
    words::interval(report.lang, range, form)
}

fn legal_basis(report: &Report, bounds: &AverageBounds) -> Option<String> {
    let id = bounds.policy.as_ref()?;
    let policy = report.data.policies.iter().find(|policy| policy.id == *id)?;
    Some(fill(words::checks(report.lang).basis(), &[&policy_name(report, policy)]))
}

/// What a figure is of: indicator, group, region, programme and time.
fn name(report: &Report, o: &Observation) -> String {
    let (data, lang) = (&report.data, report.lang);
    let indicator = data.indicators.get(&o.indicator).map_or(&*o.indicator, |i| i.label.get(lang));
    let mut parts = vec![indicator.to_owned()];
    parts.extend(o.group.as_ref().map(|id| report.group(id)));
    if o.region != data.region {
        parts.push(report.region(&o.region));
    }
    parts.extend(o.programme.as_ref().map(|id| {
        data.programmes.get(id).map_or(id.as_str(), |programme| programme.label.get(lang)).to_owned()
    }));
    parts.push(words::time(lang, o.time));
    parts.join(", ")
}

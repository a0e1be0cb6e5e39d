//! What does not fit together: beside the figure, and in a list of all.
use super::describe;
use super::markup::Markup;
use super::report::Report;
use crate::figures::{Computed, average, share};
use crate::i18n::{self, Form, fill};
use crate::model::{AverageBounds, Interval, Mismatch, Observation, Policy, Stated, Unit};

/// A paragraph for each thing that does not fit about the figures asked for.
pub fn push_checks(html: &mut Markup, report: Report, is_about: &dyn Fn(&Observation) -> bool) {
    for mismatch in &report.mismatches {
        if mismatch.figure().is_some_and(is_about) {
            html.element("p class=\"caveat check\"", &sentence(report, mismatch));
        }
    }
}

/// A paragraph for each thing that does not fit about one figure.
pub fn push_checks_of(html: &mut Markup, report: Report, observation: Option<&Observation>) {
    push_checks(html, report, &|other| observation.is_some_and(|o| std::ptr::eq(o, other)));
}

/// All that does not fit, an item each.
pub fn items(report: Report) -> Markup {
    let mut html = Markup::new();
    for mismatch in &report.mismatches {
        html.element("li", &sentence(report, mismatch));
    }
    html
}

/// What a rate would be by its numerator and denominator; `None` where the stated one fits.
pub fn computed_rate(report: Report, rate: Option<&Observation>) -> Option<String> {
    let rate = rate?;
    report.mismatches.iter().find_map(|mismatch| match mismatch {
        Mismatch::Rate { rate: other, .. } if std::ptr::eq(*other, rate) => {
            Some(fill(report.words.check_computed, &[&found(report, mismatch)]))
        }
        _ => None,
    })
}

/// What is stated, and what it should be by the figures beside it.
#[inline(never)]
fn sentence(report: Report, mismatch: &Mismatch<'_>) -> String {
    let words = report.words;
    let found = found(report, mismatch);
    let mut values = [String::new(), String::new(), found, String::new(), String::new()];
    let [subject, stated, _, third, fourth] = &mut values;
    let form = match mismatch {
        Mismatch::Rate { numerator, denominator, .. } => {
            push_observed(third, report, numerator);
            push_observed(fourth, report, denominator);
            words.check_rate
        }
        Mismatch::Sum { set, .. } => {
            third.push_str(set.label.get(report.lang));
            words.check_sum
        }
        Mismatch::Part { whole, .. } => {
            push_name(third, report, whole);
            words.check_part
        }
        Mismatch::Average { amount, bounds, .. } => {
            *third = range(report, amount, Interval { low: bounds.low, high: bounds.high });
            *fourth = legal_basis(report, bounds).unwrap_or_default();
            words.check_average
        }
        Mismatch::Listed { .. } => words.check_listed,
        Mismatch::Jury { award, stated: number, .. } => {
            subject.push_str(words.jury);
            subject.push_str(", ");
            subject.push_str(award.name.get(report.lang));
            *stated = number.to_string();
            words.check_listed
        }
    };
    if let Some(figure) = mismatch.figure() {
        push_name(subject, report, figure);
        push_observed(stated, report, figure);
    }
    fill(form, &values.each_ref().map(String::as_str))
}

/// What is computed or counted, with the interval that rounding leaves.
#[inline(never)]
fn found(report: Report, mismatch: &Mismatch<'_>) -> String {
    let (figure, number, computed) = match mismatch {
        Mismatch::Rate { rate, computed, numerator, denominator } => {
            (rate, *computed, of_both(numerator, denominator, share))
        }
        Mismatch::Average { amount, computed, count, .. } => {
            (amount, *computed, of_both(amount, count, average))
        }
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
#[inline(never)]
fn range(report: Report, figure: &Observation, range: Interval) -> String {
    let form = match report.data.indicators.get(&figure.indicator).map(|indicator| &indicator.unit) {
        Some(Unit::Percent) => Form::Percent,
        Some(Unit::Money(currency)) => Form::MoneyShort { step: None, currency },
        _ => Form::Number,
    };
    i18n::interval(report.lang, range, form)
}

fn legal_basis(report: Report, bounds: &AverageBounds) -> Option<String> {
    let id = bounds.policy.as_ref()?;
    let policy = report.data.policies.iter().find(|policy| policy.id == *id)?;
    Some(fill(report.words.check_basis, &[&policy_name(report, policy)]))
}

/// What a policy is called.
#[inline(never)]
pub fn policy_name(report: Report, policy: &Policy) -> String {
    let instrument = policy.instrument.get(report.lang);
    let year = policy.year.map(|year| year.to_string());
    match (&policy.number, year) {
        (Some(number), Some(year)) => fill(report.words.policy_name, &[instrument, number, &year]),
        _ => instrument.to_owned(),
    }
}

#[inline(never)]
fn push_observed(out: &mut String, report: Report, o: &Observation) {
    out.push_str(&describe::observed(report, Some(o)));
}

/// What a figure is of: indicator, group, region, programme and time.
#[inline(never)]
fn push_name(out: &mut String, report: Report, o: &Observation) {
    let (data, lang) = (report.data, report.lang);
    out.push_str(data.indicators.get(&o.indicator).map_or(&*o.indicator, |i| i.label.get(lang)));
    if let Some(id) = &o.group {
        push_more(out, &report.group(id));
    }
    if o.region != data.region {
        push_more(out, &report.region(&o.region));
    }
    if let Some(id) = &o.programme {
        push_more(out, data.programmes.get(id).map_or(id.as_str(), |programme| programme.label.get(lang)));
    }
    push_more(out, &i18n::time(lang, o.time));
}

#[inline(never)]
fn push_more(out: &mut String, text: &str) {
    out.push_str(", ");
    out.push_str(text);
}

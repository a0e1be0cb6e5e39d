//! What does not fit together, as sentences. The build writes them, and the pages carry them
//! into the application ([`super::checks`]); only where the dataset is newer than the pages a module
//! of its own does (`src/explain.rs`).
use super::checks::{Check, key, key_of_jury, policy_name};
use super::describe;
use super::report::Report;
use dataset::{AverageBounds, Interval, Mismatch, Observation, Stated, Unit, crosscheck};
use figures::{Computed, average, share};
use words::{Form, fill};

/// Everything in the dataset that does not fit, in the language of the page.
#[must_use]
pub fn told(report: Report) -> Vec<Check> {
    crosscheck(report.data).iter().map(|mismatch| check(report, mismatch)).collect()
}

fn check(report: Report, mismatch: &Mismatch<'_>) -> Check {
    let about = match (mismatch, mismatch.figure()) {
        (_, Some(figure)) => key(report, figure),
        (Mismatch::Jury { award, .. }, _) => key_of_jury(award),
        _ => String::new(),
    };
    let computed = match mismatch {
        Mismatch::Rate { .. } => fill(words::checks(report.lang).computed, &[&found(report, mismatch)]),
        _ => String::new(),
    };
    Check { about, computed, text: sentence(report, mismatch) }
}

/// What is stated, and what it should be by the figures beside it.
fn sentence(report: Report, mismatch: &Mismatch<'_>) -> String {
    let words = words::checks(report.lang);
    let found = found(report, mismatch);
    let mut values = [String::new(), String::new(), found, String::new(), String::new()];
    let [subject, stated, _, third, fourth] = &mut values;
    let form = match mismatch {
        Mismatch::Rate { numerator, denominator, .. } => {
            push_observed(third, report, numerator);
            push_observed(fourth, report, denominator);
            words.rate
        }
        Mismatch::Sum { set, .. } => {
            third.push_str(set.label.get(report.lang));
            words.sum
        }
        Mismatch::Part { whole, .. } => {
            push_name(third, report, whole);
            words.part
        }
        Mismatch::Average { amount, bounds, .. } => {
            *third = range(report, amount, Interval { low: bounds.low, high: bounds.high });
            *fourth = legal_basis(report, bounds).unwrap_or_default();
            words.average
        }
        Mismatch::Listed { .. } => words.listed,
        Mismatch::Jury { award, stated: number, .. } => {
            subject.push_str(report.words.jury);
            subject.push_str(", ");
            subject.push_str(award.name.get(report.lang));
            *stated = number.to_string();
            words.listed
        }
    };
    if let Some(figure) = mismatch.figure() {
        push_name(subject, report, figure);
        push_observed(stated, report, figure);
    }
    fill(form, &values.each_ref().map(String::as_str))
}

/// What is computed or counted, with the interval that rounding leaves.
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
fn range(report: Report, figure: &Observation, range: Interval) -> String {
    let form = match report.data.indicators.get(&figure.indicator).map(|indicator| &indicator.unit) {
        Some(Unit::Percent) => Form::Percent,
        Some(Unit::Money(currency)) => Form::MoneyShort { step: None, currency },
        _ => Form::Number,
    };
    words::interval(report.lang, range, form)
}

fn legal_basis(report: Report, bounds: &AverageBounds) -> Option<String> {
    let id = bounds.policy.as_ref()?;
    let policy = report.data.policies.iter().find(|policy| policy.id == *id)?;
    Some(fill(words::checks(report.lang).basis, &[&policy_name(report, policy)]))
}

fn push_observed(out: &mut String, report: Report, o: &Observation) {
    out.push_str(&describe::observed(report, Some(o)));
}

/// What a figure is of: indicator, group, region, programme and time.
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
    push_more(out, &words::time(lang, o.time));
}

fn push_more(out: &mut String, text: &str) {
    out.push_str(", ");
    out.push_str(text);
}

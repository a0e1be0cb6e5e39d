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
pub fn sentence(report: Report, mismatch: &Mismatch<'_>) -> String {
    let words = report.words;
    let stated = |o: &Observation| describe::observed(report, Some(o));
    let found = found(report, mismatch);
    let (form, more) = match mismatch {
        Mismatch::Rate { numerator, denominator, .. } => {
            (words.check_rate, [stated(numerator), stated(denominator)])
        }
        Mismatch::Sum { set, .. } => {
            (words.check_sum, [set.label.get(report.lang).to_owned(), String::new()])
        }
        Mismatch::Part { whole, .. } => (words.check_part, [name(report, whole), String::new()]),
        Mismatch::Average { amount, bounds, .. } => {
            (words.check_average, [between(report, amount, bounds), legal_basis(report, bounds)])
        }
        Mismatch::Listed { .. } | Mismatch::Jury { .. } => {
            (words.check_listed, [String::new(), String::new()])
        }
    };
    let (name, stated) = match (mismatch, mismatch.figure()) {
        (_, Some(figure)) => (name(report, figure), stated(figure)),
        (Mismatch::Jury { award, stated, .. }, _) => {
            ([words.jury, award.name.get(report.lang)].join(", "), stated.to_string())
        }
        _ => Default::default(),
    };
    let [third, fourth] = more;
    fill(form, &[&name, &stated, &found, &third, &fourth])
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
    match computed.filter(|computed| !computed.is_exact()) {
        Some(computed) => range(report, figure, computed.interval),
        None => range(report, figure, Interval { low: number, high: number }),
    }
}

fn of_both(
    over: &Observation,
    under: &Observation,
    formula: fn(&Stated, &Stated) -> Option<Computed>,
) -> Option<Computed> {
    formula(&over.value.stated()?, &under.value.stated()?)
}

fn between(report: Report, amount: &Observation, bounds: &AverageBounds) -> String {
    range(report, amount, Interval { low: bounds.low, high: bounds.high })
}

/// A range in the unit of a figure.
fn range(report: Report, figure: &Observation, range: Interval) -> String {
    let form = match report.data.indicators.get(&figure.indicator).map(|indicator| &indicator.unit) {
        Some(Unit::Percent) => Form::Percent,
        Some(Unit::Money(currency)) => Form::MoneyShort { step: None, currency },
        _ => Form::Number,
    };
    i18n::interval(report.lang, range, form)
}

fn legal_basis(report: Report, bounds: &AverageBounds) -> String {
    let policy = bounds.policy.as_ref();
    let policy = policy.and_then(|id| report.data.policies.iter().find(|policy| &policy.id == id));
    policy.map(|policy| fill(report.words.check_basis, &[&policy_name(report, policy)])).unwrap_or_default()
}

/// What a policy is called.
pub fn policy_name(report: Report, policy: &Policy) -> String {
    let instrument = policy.instrument.get(report.lang);
    let year = policy.year.map(|year| year.to_string());
    match (&policy.number, year) {
        (Some(number), Some(year)) => fill(report.words.policy_name, &[instrument, number, &year]),
        _ => instrument.to_owned(),
    }
}

/// What a figure is of: indicator, group, region, programme and time.
fn name(report: Report, o: &Observation) -> String {
    let (data, lang) = (report.data, report.lang);
    let mut name = data.indicators.get(&o.indicator).map_or(&*o.indicator, |i| i.label.get(lang)).to_owned();
    let programme =
        |id: &String| data.programmes.get(id).map_or(id.as_str(), |p| p.label.get(lang)).to_owned();
    let more = [
        o.group.as_ref().map(|id| report.group(id)),
        (o.region != data.region).then(|| report.region(&o.region)),
        o.programme.as_ref().map(programme),
        Some(i18n::time(lang, o.time)),
    ];
    for part in more.into_iter().flatten() {
        name.push_str(", ");
        name.push_str(&part);
    }
    name
}

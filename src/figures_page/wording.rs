//! Numbers in full, units and times, in words.
use dataset::{
    Award, ChangeKind, Currency, Decimal, Indicator, Observation, Qualifier, Stated, Text, Time, Unit,
};
use figures::bounds;
use words::fill;

use super::line::Line;
use crate::context::Report;
use crate::describe;

/// A text in the page's language; empty where there is none.
pub fn text<'t>(report: &Report, text: Option<&'t Text>) -> &'t str {
    text.map(|text| text.get(report.lang)).unwrap_or_default()
}

/// A number in full, in its unit.
pub fn full(report: &Report, number: Decimal, unit: &Unit) -> String {
    match unit {
        Unit::Percent => words::percent(report.lang, number),
        Unit::Person | Unit::Claim => words::number(report.lang, number),
        Unit::Money(currency) => words::money(report.lang, number, currency),
    }
}

/// An amount in full, in a currency where one is known.
pub fn full_amount(report: &Report, amount: Decimal, currency: Option<&Currency>) -> String {
    match currency {
        Some(currency) => words::money(report.lang, amount, currency),
        None => words::number(report.lang, amount),
    }
}

/// A number in full, and how precise it is.
pub fn precise(report: &Report, stated: &Stated, unit: &Unit) -> String {
    let own = words::ask(report.lang);
    let number = full(report, stated.number, unit);
    let ends = bounds(stated).map(|ends| (full(report, ends.low, unit), full(report, ends.high, unit)));
    match (stated.qualifier, ends) {
        (Qualifier::Rounded, Some((low, high))) => fill(own.rounded(), &[&number, &low, &high]),
        (Qualifier::Truncated, Some((low, high))) => fill(own.truncated(), &[&number, &low, &high]),
        (Qualifier::Between, Some((low, high))) => fill(own.between(), &[&low, &high]),
        (Qualifier::AtLeast, _) => fill(own.at_least(), &[&number]),
        (Qualifier::MoreThan, _) => fill(own.more_than(), &[&number]),
        (Qualifier::LessThan, _) => fill(own.less_than(), &[&number]),
        (Qualifier::AtMost, _) => fill(own.at_most(), &[&number]),
        (Qualifier::Approx, _) => fill(own.approx(), &[&number]),
        (Qualifier::Estimate, _) => fill(own.estimate(), &[&number]),
        _ => fill(own.exact(), &[&number]),
    }
}

/// What the unit of an observation is called.
pub fn unit_of(report: &Report, observation: &Observation, indicator: &Indicator) -> String {
    if let Some(name) = &indicator.unit_name {
        return name.get(report.lang).to_owned();
    }
    if let Some(change) = &indicator.change {
        let own = words::ask(report.lang);
        return match change.kind {
            ChangeKind::Points => own.unit_points().to_owned(),
            ChangeKind::Percent => own.unit_percent().to_owned(),
        };
    }
    let counted = text(report, indicator.counted.as_ref());
    if indicator.unit == Unit::Percent && observation.group.is_some() && !counted.is_empty() {
        return fill(words::ask(report.lang).unit_percent_of_group(), &[counted]);
    }
    unit(report, &indicator.unit, counted)
}

/// What a unit is called; `counted` is what is counted, and empty where that is not known.
pub fn unit(report: &Report, unit: &Unit, counted: &str) -> String {
    let own = words::ask(report.lang);
    match unit {
        Unit::Percent if counted.is_empty() => own.unit_percent().to_owned(),
        Unit::Percent => fill(own.unit_percent_of(), &[counted]),
        Unit::Person if counted.is_empty() => own.unit_person().to_owned(),
        Unit::Person => fill(own.unit_person_of(), &[counted]),
        Unit::Claim => own.unit_claim().to_owned(),
        Unit::Money(currency) => self::currency(report, currency),
    }
}

/// What a currency is called.
pub fn currency(report: &Report, currency: &Currency) -> String {
    let own = words::ask(report.lang);
    match currency.code() {
        "IDR" => own.unit_rupiah().to_owned(),
        code => fill(own.unit_money(), &[code]),
    }
}

/// The notes that concern any of some records, behind what the record itself has to say.
pub fn notes(report: &Report, about: &[&str], own: Option<&Text>) -> Vec<Line> {
    let (lookup, data) = (report.lookup(), &report.data);
    let notes = lookup.notes(data, about).map(|note| &note.text);
    let facts = lookup.facts(data, about).map(|fact| Line::from(describe::fact(report, fact)));
    own.into_iter().chain(notes).map(|note| note.get(report.lang).into()).chain(facts).collect()
}

/// A time after ISO 8601: a date, or an interval whose start may be open.
pub fn iso(time: Time) -> String {
    match time {
        Time::AsOf(date) => date.to_string(),
        Time::Period { start: Some(start), end } => format!("{start}/{end}"),
        Time::Period { start: None, end } => format!("../{end}"),
    }
}

/// When an award was given; empty where it is not known.
pub fn given(report: &Report, award: &Award) -> String {
    let event = award.event.as_ref().and_then(|id| report.lookup().event(&report.data, id));
    let date = event.and_then(|event| event.date).map(|date| words::date(report.lang, date));
    date.map(|date| fill(words::ask(report.lang).given(), &[&date])).unwrap_or_default()
}

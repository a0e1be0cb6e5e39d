//! Rules about single figures, indicators and statements of the same figure.
use std::collections::BTreeMap;

use crate::number::MAX_SCALE;
use crate::{
    Dataset, Decimal, Evidence, Indicator, Observation, Qualifier, Stated, Status, Time, Unit, Value,
};

use super::printed;
use super::walk::{Lists, Pointer};
use super::{Breach, Measure, Report};

pub(super) fn check(report: &mut Report<'_>, dataset: &Dataset, lists: &Lists<'_>) {
    let root = Pointer::default();
    for (id, indicator) in dataset.indicators.iter() {
        units(report, dataset, &root.to("indicators").to(id), indicator);
    }
    let observations = lists.of(&root.to("observations"), &dataset.observations);
    for (at, observation) in &observations {
        figure(report, at, observation, dataset.indicators.get(&observation.indicator));
    }
    same_figures(report, &observations);
    let claims = dataset.claims.as_ref();
    for (at, case) in claims.map(|c| lists.of(&root.to("claims").to("cases"), &c.cases)).unwrap_or_default() {
        if let Some(amount) = case.amount.filter(|amount| *amount < 0) {
            report.add(&at.to("amount"), Breach::Negative { value: Decimal::whole(amount) });
        }
    }
}

fn units(report: &mut Report<'_>, dataset: &Dataset, at: &Pointer, indicator: &Indicator) {
    let found = Measure::from(&indicator.unit);
    if let Some(role) = indicator.role {
        let expected = Measure::from(role);
        if found != expected {
            report.add(&at.to("unit"), Breach::UnitOfRole { role, expected, found });
        }
    }
    if let Some(change) = &indicator.change
        && (found != Measure::Percent
            || dataset.indicators.get(&change.of).is_some_and(|of| std::ptr::eq(of, indicator)))
    {
        report.add(&at.to("change"), Breach::OddChange);
    }
    let fraction = [("numerator", &indicator.numerator), ("denominator", &indicator.denominator)];
    if found != Measure::Percent && fraction.iter().any(|(_, id)| id.is_some()) {
        report.add(&at.to("unit"), Breach::UnitOfRate { found });
    }
    let unit_of =
        |id: &Option<String>| id.as_ref().and_then(|id| dataset.indicators.get(id)).map(|i| &i.unit);
    for (name, id) in fraction {
        if let (Some(id), Some(Unit::Percent)) = (id, unit_of(id)) {
            report.add(&at.to(name), Breach::RateOfRates { indicator: id.clone() });
        }
    }
    if let Some(bounds) = &indicator.average_bounds {
        let at = at.to("average_bounds");
        if found == Measure::Percent {
            report.add(&at, Breach::RateOfRates { indicator: bounds.per.clone() });
        } else if let Some(Unit::Percent) = unit_of(&Some(bounds.per.clone())) {
            report.add(&at.to("per"), Breach::RateOfRates { indicator: bounds.per.clone() });
        }
        let (low, high) = (bounds.low, bounds.high);
        if low.compare(high).is_gt() {
            report.add(&at, Breach::EmptyBounds { low, high });
        }
    }
    let mut alike = |name: &str, part: &Unit, whole: &Option<String>| {
        let (Some(id), Some(unit)) = (whole, unit_of(whole)) else { return };
        if unit != part {
            let (expected, found) = (unit.clone(), part.clone());
            report.add(&at.to(name), Breach::UnitOfPart { whole: id.clone(), expected, found });
        }
    };
    alike("part_of", &indicator.unit, &indicator.part_of);
    let fraction = (unit_of(&indicator.numerator), unit_of(&indicator.denominator));
    if let (Some(numerator), Some(denominator)) = fraction
        && ![numerator, denominator].contains(&&Unit::Percent)
    {
        alike("denominator", numerator, &indicator.denominator);
    }
}

fn figure(report: &mut Report<'_>, at: &Pointer, observation: &Observation, indicator: Option<&Indicator>) {
    let is_missing = matches!(observation.status, Status::L | Status::M | Status::O);
    let has_value = observation.value.stated().is_some();
    if is_missing == has_value {
        report.add(&at.to("status"), Breach::StatusMismatch { has_value });
    }
    if let Value::Stated(stated) = observation.value {
        number(report, &at.to("value"), stated, indicator);
        match &observation.evidence {
            None => report.add(at, Breach::NoEvidence),
            Some(evidence) => token(report, at, stated, evidence, indicator),
        }
    }
}

fn token(
    report: &mut Report<'_>,
    at: &Pointer,
    stated: Stated,
    evidence: &Evidence,
    indicator: Option<&Indicator>,
) {
    let Some(token) = &evidence.figure else {
        report.add(&at.to("evidence"), Breach::NoToken);
        return;
    };
    let mut number = stated.number;
    // That something fell is said in words.
    if indicator.is_some_and(|indicator| indicator.change.is_some()) {
        number.units = number.units.saturating_abs();
    }
    if !printed::can_be(token, number, stated.step.is_some()) {
        let breach = Breach::TokenMismatch { value: stated.number, token: token.clone() };
        report.add(&at.to("value"), breach);
    }
}

/// A percentage above this is a slip of units more often than a fact.
const ABSURD: Decimal = Decimal { units: 1000, scale: 0 };

fn number(report: &mut Report<'_>, at: &Pointer, stated: Stated, indicator: Option<&Indicator>) {
    let value = stated.number;
    let unit = indicator.map(|indicator| &indicator.unit);
    // What falls is below 0, and may grow more than tenfold.
    let changes = indicator.is_some_and(|indicator| indicator.change.is_some());
    if value.units < 0 && !changes {
        report.add(at, Breach::Negative { value });
    }
    if unit == Some(&Unit::Percent) && !changes && value.compare(ABSURD).is_gt() {
        report.add(at, Breach::AbsurdPercentage { value });
    }
    let counted = unit.is_some_and(|unit| *unit != Unit::Percent);
    if counted && value.rescale(0).compare(value).is_ne() {
        report.add(at, Breach::NotWhole { value });
    }
    if let Some(step) = stated.step.filter(|_| stated.qualifier != Qualifier::Between) {
        let scale = value.scale.max(step.scale);
        if value.units_at(scale) % step.units_at(scale).max(1) != 0 {
            report.add(at, Breach::OffStep { value, step });
        }
    }
}

/// What makes two observations statements of the same figure.
type Key<'d> = (&'d str, &'d str, Option<&'d str>, Option<&'d str>, Time);

fn key(o: &Observation) -> Key<'_> {
    (&o.indicator, &o.region, o.group.as_deref(), o.programme.as_deref(), o.time)
}

fn same_figures(report: &mut Report<'_>, observations: &[(Pointer, &Observation)]) {
    let mut by_key: BTreeMap<Key<'_>, Vec<(&Pointer, &Observation, Stated)>> = BTreeMap::new();
    for (at, observation) in observations {
        if let Value::Stated(stated) = observation.value {
            by_key.entry(key(observation)).or_default().push((at, observation, stated));
        }
    }
    for same in by_key.values() {
        let differ = |a: &Stated, b: &Stated| a.number.compare(b.number).is_ne();
        let mut before: BTreeMap<(Option<&str>, i128), &str> = BTreeMap::new();
        for (at, observation, stated) in same {
            let source = observation.evidence.as_ref().map(|evidence| evidence.source.as_str());
            let statement = (source, stated.number.units_at(MAX_SCALE));
            match before.get(&statement) {
                Some(first) => report.add(at, Breach::DuplicateObservation { first: (*first).to_owned() }),
                None => {
                    before.insert(statement, &observation.id);
                }
            }
        }
        let preferred = same.iter().filter(|(_, o, _)| o.preferred).count();
        if let [(_, _, first), (second, ..), ..] = same.as_slice()
            && preferred != 1
            && same.iter().any(|(_, _, stated)| differ(first, stated))
        {
            let ids = same.iter().map(|(_, o, _)| o.id.clone()).collect();
            report.add(second, Breach::Conflict { ids, preferred });
        }
    }
}

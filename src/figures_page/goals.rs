//! The goals of policies.
use dataset::{Basis, Decimal, Policy, Target, Unit};
use figures::key::{Record, key};
use words::fill;

use super::entry::{Entry, Measurement, Origin, unit_code};
use super::source::source;
use super::wording::{full, notes, text};
use crate::checks::policy_name;
use crate::context::Report;

/// Every goal.
pub fn goals(report: &Report) -> Vec<Entry> {
    targets(report).map(|(policy, target)| entry(report, policy, target)).collect()
}

/// The goal of an id.
pub fn goal(report: &Report, id: &str) -> Option<Entry> {
    let (policy, target) = targets(report).find(|(_, target)| target.id == id)?;
    Some(entry(report, policy, target))
}

fn targets(report: &Report) -> impl Iterator<Item = (&Policy, &Target)> {
    let policies = report.data.policies.iter();
    policies.flat_map(|policy| policy.targets.iter().map(move |target| (policy, target)))
}

fn entry(report: &Report, policy: &Policy, target: &Target) -> Entry {
    let (lang, own) = (report.lang, words::ask(report.lang));
    let indicator = report.data.indicators.get(&target.indicator);
    let unit = indicator.map_or(&Unit::Percent, |indicator| &indicator.unit);
    // The report takes a goal without a value for all, where it is one of a percentage.
    let number = target.value.or_else(|| (*unit == Unit::Percent).then_some(Decimal::whole(100)));
    let value =
        number.map_or_else(|| report.words.not_stated().to_owned(), |number| full(report, number, unit));
    let inferred = (target.value.is_none() && number.is_some()) || target.basis == Basis::Inferred;
    let name = fill(own.goal(), &[target.label.get(lang)]);
    let origin = Origin::Source(target.evidence.clone());
    let mut entry = Entry::new(key(Record::Goal, &target.id), name, value.clone(), origin);
    entry.cited = inferred.then(|| fill(own.citation_inferred(), &[&value]));
    entry.row(own.value(), if inferred { fill(own.goal_inferred(), &[&value]) } else { value });
    let unit = unit_code(unit).to_owned();
    entry.measurement = number.map(|value| Measurement { value, bounds: None, unit });
    entry.when = target.by.map(|by| words::date(lang, by)).unwrap_or_default();
    entry.row(own.when(), entry.when.clone());
    if let Some(region) = &target.region {
        entry.row(own.place(), report.region(region));
    }
    entry.row(own.counts(), text(report, indicator.and_then(|indicator| indicator.definition.as_ref())));
    entry.row(own.policy(), policy_name(report, policy));
    entry.row(own.source(), source(report, target.evidence.as_ref()));
    entry.list(own.notes(), notes(report, &[&target.id, &policy.id], target.note.as_ref()));
    entry
}

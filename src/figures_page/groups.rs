//! What is computed of groups: their base, who is not covered, their share of the whole.
use dataset::Observation;
use figures::key::{Record, key};
use figures::{Computed, Formula, GroupFigure, Shares, coverage, group_coverage};
use words::fill;

use super::entry::Entry;
use super::observations::about_group;
use super::wording::text;
use super::working::{Input, Working, result, rounding};
use crate::context::Report;
use crate::describe;

/// For each group its base and who is not covered, and then the shares.
pub fn groups(report: &Report) -> Vec<Entry> {
    let coverage = coverage(&report.data);
    let groups = coverage.iter().flat_map(|coverage| &coverage.groups);
    let mut entries: Vec<Entry> =
        groups.flat_map(|group| [base_of(report, group), uncovered_of(report, group)]).flatten().collect();
    if let Some(shares) = figures::shares(&report.data) {
        let share = |(id, observation, share): &(&str, &Observation, Computed)| {
            share_of(report, &shares, id, observation, share)
        };
        entries.extend(shares.parts.iter().map(share));
    }
    entries
}

/// The base of the group of an id, where it is not stated.
pub fn base(report: &Report, id: &str) -> Option<Entry> {
    base_of(report, &group_coverage(&report.data, id))
}

/// Who of the group of an id is not covered.
pub fn uncovered(report: &Report, id: &str) -> Option<Entry> {
    uncovered_of(report, &group_coverage(&report.data, id))
}

/// The share of the group of an id in the whole, where groups may be added up.
pub fn share(report: &Report, id: &str) -> Option<Entry> {
    let shares = figures::shares(&report.data)?;
    let (id, observation, share) = shares.parts.iter().find(|(group, ..)| *group == id)?;
    Some(share_of(report, &shares, id, observation, share))
}

fn base_of(report: &Report, group: &GroupFigure<'_>) -> Option<Entry> {
    let own = words::ask(report.lang);
    let base = implied_base(group)?;
    let (covered, rate) = (group.covered?, group.rate?);
    let Input { key, name, value } = base_input(report, group, base);
    let working = Working {
        key,
        name,
        value,
        counts: text(report, group.group.and_then(|group| group.base.as_ref())),
        computed: base,
        code: "person",
        unit: own.unit_person().to_owned(),
        observation: covered,
        formula: own.implied_base_formula(),
        inputs: [covered, rate].into_iter().filter_map(|o| Input::of(report, o)).collect(),
        result: result(report, base, |number| words::number(report.lang, number)),
        why: rounding(report, own.why_base(), rate).into_iter().collect(),
        about: about_group(report, group.id).collect(),
    };
    Some(working.entry(report))
}

/// A group's base, where it follows from rate and persons.
fn implied_base<'g>(group: &'g GroupFigure<'_>) -> Option<&'g Computed> {
    group.base.as_ref().filter(|base| base.formula == Formula::ImpliedBase)
}

fn base_input(report: &Report, group: &GroupFigure<'_>, base: &Computed) -> Input {
    Input {
        key: key(Record::Base, group.id),
        name: fill(words::ask(report.lang).implied_base(), &[&report.group(group.id)]),
        value: describe::computed_persons(report.lang, base),
    }
}

fn uncovered_of(report: &Report, group: &GroupFigure<'_>) -> Option<Entry> {
    let own = words::ask(report.lang);
    let (uncovered, base) = (group.uncovered.as_ref()?, group.base.as_ref()?);
    let covered = group.covered?;
    let potential = match implied_base(group) {
        Some(base) => Some(base_input(report, group, base)),
        None => group.potential.and_then(|o| Input::of(report, o)),
    };
    let inherited = potential.as_ref().filter(|_| !base.is_exact());
    let working = Working {
        key: key(Record::Uncovered, group.id),
        name: fill(own.uncovered(), &[&report.group(group.id)]),
        value: describe::computed_persons(report.lang, uncovered),
        counts: "",
        computed: uncovered,
        code: "person",
        unit: own.unit_person().to_owned(),
        observation: covered,
        formula: own.uncovered_formula(),
        result: result(report, uncovered, |number| words::number(report.lang, number)),
        why: inherited.map(|base| fill(own.why_inherited(), &[&base.name])).into_iter().collect(),
        inputs: potential.into_iter().chain(Input::of(report, covered)).collect(),
        about: about_group(report, group.id).collect(),
    };
    Some(working.entry(report))
}

fn share_of(
    report: &Report,
    shares: &Shares<'_>,
    id: &str,
    observation: &Observation,
    share: &Computed,
) -> Entry {
    let (own, lang) = (words::ask(report.lang), report.lang);
    let value = if share.is_exact() {
        words::percent(lang, share.point.rescale(1))
    } else {
        describe::computed_percent(lang, share)
    };
    let all = shares.parts.iter().map(|(_, observation, _)| *observation);
    let working = Working {
        key: key(Record::Share, id),
        name: fill(own.part(), &[&report.group(id)]),
        value,
        counts: "",
        computed: share,
        code: "percent",
        unit: own.unit_percent().to_owned(),
        observation,
        formula: own.part_formula(),
        inputs: all.clone().filter_map(|o| Input::of(report, o)).collect(),
        result: result(report, share, |number| words::percent(lang, number)),
        why: all.filter_map(|o| rounding(report, own.why_rounded(), o)).collect(),
        about: about_group(report, id).collect(),
    };
    working.entry(report)
}

//! Figures that the dataset states as observations.
use dataset::{Indicator, Observation, Role, Sides, Time, Unit, Value};
use figures::key::{Record, key};
use figures::{bounds, indicator_of};
use words::fill;

use super::entry::{Entry, Measurement, Origin, unit_code};
use super::line::Line;
use super::source::source;
use super::wording::{iso, notes, precise, text, unit_of};
use crate::context::Report;
use crate::describe;

/// Every observation: those about coverage, about claims, and all others.
pub fn observations(report: &Report) -> [Vec<Entry>; 3] {
    let mut chapters = [const { Vec::new() }; 3];
    for observation in &report.data.observations {
        let Some(indicator) = indicator_of(&report.data, observation) else { continue };
        let [coverage, claims, others] = &mut chapters;
        let chapter = match indicator.role {
            Some(Role::CoverageRate | Role::Covered | Role::Potential | Role::Uncovered) => coverage,
            Some(
                Role::ClaimCount | Role::ClaimAmount | Role::ScholarshipAmount | Role::ScholarshipChildren,
            ) => claims,
            None => others,
        };
        chapter.push(entry(report, observation, indicator));
    }
    chapters
}

/// The observation of an id.
pub fn observation(report: &Report, id: &str) -> Option<Entry> {
    let observation = report.lookup().observation(&report.data, id)?;
    Some(entry(report, observation, indicator_of(&report.data, observation)?))
}

/// What an observation is of, and where or in whom.
pub fn name(report: &Report, observation: &Observation, indicator: &Indicator) -> String {
    let whom = match &observation.group {
        Some(group) => report.group(group),
        None => report.region(&observation.region),
    };
    fill(words::ask(report.lang).name(), &[indicator.label.get(report.lang), &whom])
}

/// What a note about a group may name: the group, and the sets that it belongs to.
pub fn about_group<'r>(report: &'r Report, group: &'r str) -> impl Iterator<Item = &'r str> {
    let sets = report.lookup().sets(&report.data, group);
    std::iter::once(group).chain(sets.map(|set| set.id.as_str()))
}

fn entry(report: &Report, observation: &Observation, indicator: &Indicator) -> Entry {
    let own = words::ask(report.lang);
    let value = describe::observed(report, Some(observation));
    let origin = Origin::Source(observation.evidence.clone());
    let mut entry = Entry::new(&observation.id, name(report, observation, indicator), value, origin);
    entry.when = words::time(report.lang, observation.time);
    entry.time = Some(iso(observation.time));
    match &observation.value {
        Value::Stated(stated) => {
            entry.row(own.value(), precise(report, stated, &indicator.unit));
            let unit = unit_code(&indicator.unit).to_owned();
            entry.measurement = Some(Measurement { value: stated.number, bounds: bounds(stated), unit });
        }
        Value::Missing(reason) => entry.row(own.value(), words::missing(report.lang, *reason)),
    }
    entry.row(own.unit(), unit_of(report, observation, indicator));
    let open = matches!(observation.time, Time::Period { start: None, .. });
    let when = if open { fill(own.open_start(), &[&entry.when]) } else { entry.when.clone() };
    entry.row(own.when(), when);
    entry.row(own.place(), report.region(&observation.region));
    if let Some(programme) = &observation.programme {
        let label = report.data.programmes.get(programme).map(|programme| &programme.label);
        entry.row(own.programme(), label.map_or(programme.as_str(), |label| label.get(report.lang)));
    }
    entry.row(own.paid_by(), text(report, observation.paid_by.as_ref()));
    entry.row(own.counts(), counts(report, observation, indicator));
    entry.row(own.base(), base(report, observation, indicator));
    entry.row(own.source(), source(report, observation.evidence.as_ref()));
    let mut about = vec![observation.id.as_str(), observation.indicator.as_str()];
    about.extend(observation.group.iter().flat_map(|group| about_group(report, group)));
    entry.list(own.notes(), notes(report, &about, observation.note.as_ref()));
    entry
}

/// The definitions of what is counted and of who belongs to the group.
fn counts(report: &Report, observation: &Observation, indicator: &Indicator) -> Line {
    let group = observation.group.as_ref().and_then(|id| report.data.groups.get(id));
    let texts = [
        text(report, indicator.definition.as_ref()),
        text(report, group.and_then(|group| group.definition.as_ref())),
    ];
    let texts: Vec<&str> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    let line = Line::from(texts.join(" "));
    match whole(report, observation, indicator) {
        Some(whole) => line.then(" ").then(Line::fill(words::ask(report.lang).inside(), &whole)),
        None => line,
    }
}

/// The figure that an observation is a part of.
fn whole(report: &Report, observation: &Observation, indicator: &Indicator) -> Option<Line> {
    let id = indicator.part_of.as_ref()?;
    let found = report.lookup().beside(&report.data, id, observation)?;
    Some(Line::figure(&found.id, report.data.indicators.get(id)?.label.get(report.lang)))
}

/// What a rate is taken of, and what is not known about it.
fn base(report: &Report, observation: &Observation, indicator: &Indicator) -> Line {
    if indicator.unit != Unit::Percent {
        return Line::default();
    }
    let own = words::ask(report.lang);
    let label = |id: Option<&str>| report.data.indicators.get(id?).map(|i| i.label.get(report.lang));
    let [above, below] = Sides::of(&report.data).of_rate(indicator);
    let mut line = match (label(above), label(below)) {
        (Some(above), Some(below)) => Line::from(fill(own.fraction(), &[above, below])).then(" "),
        _ => Line::default(),
    };
    let [_, found] = report.lookup().fraction(&report.data, observation);
    let group = observation.group.as_ref().and_then(|id| report.data.groups.get(id));
    let said = group.and_then(|group| group.base.as_ref());
    line = line.then(match (found, said) {
        (Some(base), _) if base.value.stated().is_some() => {
            let unit = indicator_of(&report.data, base).map_or(&Unit::Person, |indicator| &indicator.unit);
            let value = describe::value(report.lang, &base.value, unit);
            Line::fill(own.base_stated(), &Line::figure(&base.id, value))
        }
        (_, Some(said)) => said.get(report.lang).into(),
        (Some(base), None) => Line::figure(&base.id, own.base_unknown()),
        (None, None) => own.base_unknown().into(),
    });
    match implied(report, observation) {
        Some(implied) => line.then(" ").then(implied),
        None => line,
    }
}

/// The base that follows from a group's rate and persons.
fn implied(report: &Report, observation: &Observation) -> Option<Line> {
    let group = observation.group.as_ref()?;
    let base = report.lookup().implied_base(group, &observation.id)?;
    let value = describe::computed_persons(report.lang, base);
    let link = Line::figure(key(Record::Base, group), value);
    Some(Line::fill(words::ask(report.lang).base_implied(), &link))
}

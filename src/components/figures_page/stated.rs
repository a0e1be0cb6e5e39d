//! Figures that the dataset states: observations and goals.
use super::entry::{Book, Entry, From, code, filled, iso, link};
use crate::components::describe;
use crate::components::markup::Markup;
use dataset::{Basis, Indicator, Observation, Role, Time, Unit, Value};
use figures::key::{Record, key};
use figures::{bounds, coverage};
use words::fill;

/// Every observation: those about coverage, about claims, and all others.
pub fn observations(book: &Book<'_>) -> [Vec<Entry>; 3] {
    let mut chapters = [const { Vec::new() }; 3];
    for observation in &book.data.observations {
        let Some(indicator) = book.data.indicators.get(&observation.indicator) else { continue };
        let [coverage, claims, others] = &mut chapters;
        let chapter = match indicator.role {
            Some(Role::CoverageRate | Role::Covered | Role::Potential) => coverage,
            Some(
                Role::ClaimCount | Role::ClaimAmount | Role::ScholarshipAmount | Role::ScholarshipChildren,
            ) => claims,
            None => others,
        };
        chapter.push(entry(book, observation, indicator));
    }
    chapters
}

/// What an observation is of, and where or in whom.
pub fn name(book: &Book<'_>, observation: &Observation, indicator: &Indicator) -> String {
    let whom = match &observation.group {
        Some(group) => book.group(group),
        None => book.region(&observation.region),
    };
    fill(book.own.name, &[indicator.label.get(book.lang), whom])
}

fn entry(book: &Book<'_>, observation: &Observation, indicator: &Indicator) -> Entry {
    let own = book.own;
    let value = describe::value(book.lang, &observation.value, &indicator.unit);
    let from = From::Source(observation.evidence.clone());
    let mut entry = Entry::new(&observation.id, name(book, observation, indicator), value, from);
    entry.when = words::time(book.lang, observation.time);
    entry.data.push(("data-time", iso(observation.time)));
    match &observation.value {
        Value::Stated(stated) => {
            entry.say(own.value, &book.precise(stated, &indicator.unit));
            entry.number(stated.number, bounds(stated), code(&indicator.unit));
        }
        Value::Missing(reason) => entry.say(own.value, words::missing(book.lang, *reason)),
    }
    entry.say(own.unit, &book.unit_of(observation, indicator));
    let open = matches!(observation.time, Time::Period { start: None, .. });
    let when = if open { fill(own.open_start, &[&entry.when]) } else { entry.when.clone() };
    entry.say(own.when, &when);
    entry.say(own.place, book.region(&observation.region));
    if let Some(programme) = &observation.programme {
        let label = book.data.programmes.get(programme).map(|programme| &programme.label);
        entry.say(own.programme, label.map_or(programme, |label| label.get(book.lang)));
    }
    entry.row(own.counts, counts(book, observation, indicator));
    entry.row(own.base, base(book, observation, indicator));
    entry.row(own.source, book.source(observation.evidence.as_ref()));
    let mut about = vec![observation.id.as_str(), observation.indicator.as_str()];
    about.extend(observation.group.iter().flat_map(|group| of_group(book, group)));
    entry.row(own.notes, book.notes(&about, observation.note.as_ref()));
    entry
}

/// What a note about a group may name: the group, and the sets that it belongs to.
pub fn of_group<'b>(book: &'b Book<'_>, group: &'b str) -> impl Iterator<Item = &'b str> {
    let sets =
        book.data.group_sets.iter().filter(move |set| set.members.iter().any(|member| member == group));
    std::iter::once(group).chain(sets.map(|set| set.id.as_str()))
}

/// The definitions of what is counted and of who belongs to the group.
fn counts(book: &Book<'_>, observation: &Observation, indicator: &Indicator) -> Markup {
    let group = observation.group.as_ref().and_then(|id| book.data.groups.get(id));
    let texts =
        [book.text(indicator.definition.as_ref()), book.text(group.and_then(|g| g.definition.as_ref()))];
    let mut html = Markup::new();
    html.text(texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ").as_str());
    let whole = indicator.part_of.as_ref().and_then(|id| {
        let fits = |o: &&Observation| {
            o.indicator == *id && o.region == observation.region && o.time == observation.time
        };
        let found = book.data.observations.iter().find(fits)?;
        Some(link(&found.id, book.data.indicators.get(id)?.label.get(book.lang)))
    });
    if let Some(whole) = whole {
        html.text(" ").push(&filled(book.own.inside, &[&whole]));
    }
    html
}

/// What a rate is taken of, and what is not known about it.
fn base(book: &Book<'_>, observation: &Observation, indicator: &Indicator) -> Markup {
    let own = book.own;
    let mut html = Markup::new();
    if indicator.unit != Unit::Percent {
        return html;
    }
    let label = |id: Option<&String>| book.data.indicators.get(id?).map(|i| i.label.get(book.lang));
    if let (Some(above), Some(below)) =
        (label(indicator.numerator.as_ref()), label(indicator.denominator.as_ref()))
    {
        html.text(&fill(own.fraction, &[above, below])).text(" ");
    }
    let fits = |o: &&Observation| {
        Some(&o.indicator) == indicator.denominator.as_ref()
            && o.region == observation.region
            && o.group == observation.group
            && o.time == observation.time
    };
    let found = book.data.observations.iter().find(fits);
    let group = observation.group.as_ref().and_then(|id| book.data.groups.get(id));
    let said = group.and_then(|group| group.base.as_ref());
    match found.filter(|base| base.value.stated().is_some()) {
        Some(base) => {
            let unit = book.data.indicators.get(&base.indicator).map_or(&Unit::Person, |i| &i.unit);
            let value = link(&base.id, &describe::value(book.lang, &base.value, unit));
            html.push(&filled(own.base_stated, &[&value]));
        }
        None => match said {
            Some(said) => {
                html.text(said.get(book.lang));
            }
            None => match found {
                Some(base) => {
                    html.push(&link(&base.id, own.base_unknown));
                }
                None => {
                    html.text(own.base_unknown);
                }
            },
        },
    }
    if let Some(implied) = implied(book, observation) {
        html.text(" ").push(&implied);
    }
    html
}

/// The base that follows from a group's rate and persons.
fn implied(book: &Book<'_>, observation: &Observation) -> Option<Markup> {
    let coverage = coverage(book.data)?;
    let group = coverage.groups.iter().find(|group| group.rate.is_some_and(|r| r.id == observation.id))?;
    let base = group.base.as_ref().filter(|base| base.formula == figures::Formula::ImpliedBase)?;
    let value = link(&key(Record::Base, group.id), &describe::computed_persons(book.lang, base));
    Some(filled(book.own.base_implied, &[&value]))
}

/// Every goal with a value.
pub fn goals(book: &Book<'_>) -> Vec<Entry> {
    let (lang, own) = (book.lang, book.own);
    let targets =
        book.data.policies.iter().flat_map(|policy| policy.targets.iter().map(move |t| (policy, t)));
    let entry = |(policy, target): (&dataset::Policy, &dataset::Target)| {
        // The report takes a goal without a value for all.
        let number = target.value.unwrap_or(dataset::Decimal::whole(100));
        let value = words::percent(lang, number);
        let inferred = target.value.is_none() || target.basis == Basis::Inferred;
        let name = fill(own.goal, &[target.label.get(lang)]);
        let from = From::Source(target.evidence.clone());
        let mut entry = Entry::new(key(Record::Goal, &target.id), name, value.clone(), from);
        entry.cited = inferred.then(|| fill(own.citation_inferred, &[&value]));
        entry.say(own.value, if inferred { fill(own.goal_inferred, &[&value]) } else { value }.as_str());
        entry.number(number, None, code(&Unit::Percent));
        entry.when = target.by.map(|by| words::date(lang, by)).unwrap_or_default();
        entry.say(own.when, &entry.when.clone());
        if let Some(region) = &target.region {
            entry.say(own.place, book.region(region));
        }
        let indicator = book.data.indicators.get(&target.indicator);
        entry.say(own.counts, book.text(indicator.and_then(|i| i.definition.as_ref())));
        entry.say(own.policy, &policy_name(book, policy));
        entry.row(own.source, book.source(target.evidence.as_ref()));
        entry.row(own.notes, book.notes(&[&target.id, &policy.id], target.note.as_ref()));
        entry
    };
    targets.map(entry).collect()
}

fn policy_name(book: &Book<'_>, policy: &dataset::Policy) -> String {
    let instrument = policy.instrument.get(book.lang);
    match (&policy.number, policy.year) {
        (Some(number), Some(year)) => fill(book.words.policy_name, &[instrument, number, &year.to_string()]),
        _ => instrument.to_owned(),
    }
}

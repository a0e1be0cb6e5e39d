//! The records of a dataset by what they are asked for: found once, however often they are asked for.
use std::collections::BTreeMap;

use dataset::{Dataset, Event, Fact, GroupSet, Note, Observation, Role, Sides, Source, Time};
use figures::{Computed, Formula, coverage, indicator_of, newest};

/// Indicator, region, programme, group and time of an observation.
type What = (String, String, Option<String>, Option<String>, Time);

/// Where records stand in the lists of a dataset; of several with one id the first.
#[derive(Clone, Debug, Default)]
pub struct Lookup {
    observations: BTreeMap<String, usize>,
    alike: BTreeMap<What, Vec<usize>>,
    sources: BTreeMap<String, usize>,
    events: BTreeMap<String, usize>,
    /// By the id of a record that they are about.
    notes: BTreeMap<String, Vec<usize>>,
    facts: BTreeMap<String, Vec<usize>>,
    /// By the id of a member.
    sets: BTreeMap<String, Vec<usize>>,
    /// What rates are made of that name nothing: the persons covered, and the base.
    sides: [Option<String>; 2],
    /// By the id of a group: that of its rate, and the base that this and its persons imply.
    bases: BTreeMap<String, (String, Computed)>,
}

/// Where the records of a list stand, by their ids.
fn by_id<T>(list: &[T], id: fn(&T) -> &String) -> BTreeMap<String, usize> {
    let mut places = BTreeMap::new();
    for (at, record) in list.iter().enumerate() {
        places.entry(id(record).clone()).or_insert(at);
    }
    places
}

/// Where the records of a list stand, by each of the ids that they name.
fn by_ids<T>(list: &[T], ids: fn(&T) -> &[String]) -> BTreeMap<String, Vec<usize>> {
    let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, record) in list.iter().enumerate() {
        for id in ids(record) {
            places.entry(id.clone()).or_default().push(at);
        }
    }
    places
}

fn what(indicator: &str, o: &Observation) -> What {
    (indicator.to_owned(), o.region.clone(), o.programme.clone(), o.group.clone(), o.time)
}

impl Lookup {
    /// The places of a dataset's records.
    #[must_use]
    pub fn of(data: &Dataset) -> Self {
        let mut alike: BTreeMap<What, Vec<usize>> = BTreeMap::new();
        for (at, observation) in data.observations.iter().enumerate() {
            alike.entry(what(&observation.indicator, observation)).or_default().push(at);
        }
        let sides = Sides::of(data);
        let groups = coverage(data).map(|coverage| coverage.groups).unwrap_or_default();
        let implied = groups.into_iter().filter_map(|group| {
            let base = group.base.filter(|base| base.formula == Formula::ImpliedBase)?;
            Some((group.id.to_owned(), (group.rate?.id.clone(), base)))
        });
        Self {
            observations: by_id(&data.observations, |o| &o.id),
            alike,
            sources: by_id(&data.sources, |source| &source.id),
            events: by_id(&data.events, |event| &event.id),
            notes: by_ids(&data.notes, |note| &note.about),
            facts: by_ids(&data.facts, |fact| &fact.about),
            sets: by_ids(&data.group_sets, |set| &set.members),
            sides: [Role::Covered, Role::Potential].map(|role| sides.of_role(role).map(str::to_owned)),
            bases: implied.collect(),
        }
    }

    /// The observation of an id.
    #[must_use]
    pub fn observation<'d>(&self, data: &'d Dataset, id: &str) -> Option<&'d Observation> {
        data.observations.get(*self.observations.get(id)?)
    }

    /// The source of an id.
    #[must_use]
    pub fn source<'d>(&self, data: &'d Dataset, id: &str) -> Option<&'d Source> {
        data.sources.get(*self.sources.get(id)?)
    }

    /// The event of an id.
    #[must_use]
    pub fn event<'d>(&self, data: &'d Dataset, id: &str) -> Option<&'d Event> {
        data.events.get(*self.events.get(id)?)
    }

    /// The figure of another indicator that is of the same as an observation: region, programme, group and time.
    #[must_use]
    pub fn beside<'d>(
        &self,
        data: &'d Dataset,
        indicator: &str,
        of: &Observation,
    ) -> Option<&'d Observation> {
        let places = self.alike.get(&what(indicator, of))?;
        newest(places.iter().filter_map(|at| data.observations.get(*at)))
    }

    /// What stands above and below the fraction line of a rate, as [`figures::fraction`] finds it.
    #[must_use]
    pub fn fraction<'d>(&self, data: &'d Dataset, rate: &'d Observation) -> [Option<&'d Observation>; 2] {
        let Some(indicator) = indicator_of(data, rate) else { return [None, None] };
        let [covered, potential] = self.sides.each_ref().map(Option::as_deref);
        let sides = Sides::named(covered, potential).of_rate(indicator);
        sides.map(|side| self.beside(data, side?, rate))
    }

    /// The base of a group that a rate and its persons imply; `None` where another rate does, or none.
    #[must_use]
    pub fn implied_base(&self, group: &str, rate: &str) -> Option<&Computed> {
        self.bases.get(group).filter(|(of, _)| of == rate).map(|(_, base)| base)
    }

    /// The notes about any of some records, in their order.
    pub fn notes<'d>(&self, data: &'d Dataset, about: &[&str]) -> impl Iterator<Item = &'d Note> + use<'d> {
        places(&self.notes, about).into_iter().filter_map(|at| data.notes.get(at))
    }

    /// What sources state differently about any of some records, in their order.
    pub fn facts<'d>(&self, data: &'d Dataset, about: &[&str]) -> impl Iterator<Item = &'d Fact> + use<'d> {
        places(&self.facts, about).into_iter().filter_map(|at| data.facts.get(at))
    }

    /// The sets that a group belongs to.
    pub fn sets<'d>(&self, data: &'d Dataset, group: &str) -> impl Iterator<Item = &'d GroupSet> + use<'d> {
        places(&self.sets, &[group]).into_iter().filter_map(|at| data.group_sets.get(at))
    }
}

/// Where the records stand that name any of some ids: each once, in their order.
fn places(by: &BTreeMap<String, Vec<usize>>, ids: &[&str]) -> Vec<usize> {
    let mut places: Vec<usize> = ids.iter().filter_map(|id| by.get(*id)).flatten().copied().collect();
    places.sort_unstable();
    places.dedup();
    places
}

#[cfg(test)]
mod tests {
    use figures::fraction;

    use super::*;
    use crate::sections::testing::SAMPLES;

    #[test]
    fn what_is_looked_up_is_what_is_found() {
        for (name, text) in SAMPLES {
            let data = dataset::read(text).dataset.unwrap();
            let lookup = Lookup::of(&data);
            for observation in &data.observations {
                let found = lookup.observation(&data, &observation.id).unwrap();
                assert!(std::ptr::eq(found, observation), "{name}: {}", observation.id);
                assert_eq!(lookup.fraction(&data, observation), fraction(&data, observation), "{name}");
            }
            for note in &data.notes {
                let about: Vec<&str> = note.about.iter().map(String::as_str).collect();
                let found = lookup.notes(&data, &about).any(|other| other.id == note.id);
                assert!(found || about.is_empty(), "{name}: {}", note.id);
            }
        }
    }

    #[test]
    fn of_two_records_with_one_id_the_first_counts() {
        let text = r#"{"format": "jamsostek-dashboard/1", "id": "a", "title": "A", "region": "r", "observations": [
            {"id": "o", "indicator": "i", "region": "r", "time": {"as_of": "2024"}, "value": 1},
            {"id": "o", "indicator": "i", "region": "r", "time": {"as_of": "2025"}, "value": 2}]}"#;
        let data = dataset::read(text).dataset.unwrap();
        let found = Lookup::of(&data).observation(&data, "o").map(|o| o.value.stated().unwrap().number.units);
        assert_eq!(found, Some(1));
    }
}

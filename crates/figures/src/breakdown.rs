//! The same figure for several regions, or for several programmes, at one time.
use super::find::{Wanted, best_of_each, indicator_of, latest};
use super::form::{by_programme, by_region};
use super::order::highest_first;
use dataset::{Dataset, Indicator, Observation, Role, Time};

/// A figure that is stated for several regions or programmes.
#[derive(Clone, Debug, PartialEq)]
pub struct Breakdown<'d> {
    /// What is observed.
    pub indicator: &'d Indicator,
    /// When: the same for all.
    pub time: Time,
    /// The figure of the dataset's region and of all programmes, for the same time.
    pub total: Option<&'d Observation>,
    /// The id of each region or programme with its figure: the highest first, those without a
    /// value last.
    pub items: Vec<(&'d str, &'d Observation)>,
}

impl Breakdown<'_> {
    /// How many have a value.
    #[must_use]
    pub fn known(&self) -> usize {
        known(&self.items)
    }
}

/// The coverage rates of all workers by region: of regions of one level, at the newest time at which
/// two of them have a value. The report's own region is one of them where it is of their level. `None` where there is no
/// such time.
#[must_use]
pub fn regions(dataset: &Dataset) -> Option<Breakdown<'_>> {
    let level = |o: &Observation| dataset.regions.get(&o.region).map(|region| region.level.as_str());
    let found =
        breakdown(dataset, Role::CoverageRate, &|o| o.programme.is_none().then_some(&o.region), &level);
    found.filter(|found| by_region(found.known()).is_some())
}

/// A number of the dataset's region by programme, at the newest time at which two programmes have
/// one. `None` where there is no such time.
#[must_use]
pub fn programmes(dataset: &Dataset, role: Role) -> Option<Breakdown<'_>> {
    // What stands for several programmes is none beside them.
    let is_one = |id: &String| dataset.programmes.get(id).is_none_or(|of| of.includes.is_empty());
    let of_region = |o: &Observation| o.region == dataset.region;
    let found =
        breakdown(dataset, role, &|o| o.programme.as_ref().filter(|id| of_region(o) && is_one(id)), &|_| {
            None
        });
    found.filter(|found| by_programme(found.known()).is_some())
}

/// How the observations of a breakdown are told apart: by what `key` gives.
type Key<'k, 'd> = &'k dyn Fn(&'d Observation) -> Option<&'d String>;

/// The observations of a role that have a key, of one indicator, one time, and one class. Of all such
/// sets the newest with two values or more; of those the one with most.
fn breakdown<'d>(
    dataset: &'d Dataset,
    role: Role,
    key: Key<'_, 'd>,
    class: &dyn Fn(&'d Observation) -> Option<&'d str>,
) -> Option<Breakdown<'d>> {
    let of_role = |o: &Observation| {
        o.group.is_none() && indicator_of(dataset, o).is_some_and(|indicator| indicator.role == Some(role))
    };
    let keyed = dataset.observations.iter().filter(|o| of_role(o));
    let keyed = keyed.enumerate().filter_map(|(index, o)| {
        let set = (o.indicator.as_str(), o.time, class(o));
        Some((set, index, (key(o)?.as_str(), o)))
    });
    let mut keyed: Vec<_> = keyed.collect();
    keyed.sort_by_key(|(set, ..)| *set);
    // How new and how large the best set is, and where it begins: of two such the earlier one.
    let mut best: Option<(_, &Observation, Vec<(&str, &Observation)>)> = None;
    for same in keyed.chunk_by(|(one, ..), (other, ..)| one == other) {
        let Some((_, index, (_, anchor))) = same.first() else { continue };
        let items = best_of_each(same.iter().map(|(_, _, item)| *item));
        let rank = (anchor.time.end().middle(), known(&items), std::cmp::Reverse(*index));
        if known(&items) > 1 && best.as_ref().is_none_or(|(other, ..)| rank > *other) {
            best = Some((rank, anchor, items));
        }
    }
    let (_, anchor, mut items) = best?;
    items.sort_by(|(_, a), (_, b)| highest_first(a.value.stated().as_ref(), b.value.stated().as_ref()));
    let total = latest(dataset, Wanted { role, region: &dataset.region, group: None })
        .filter(|total| total.time == anchor.time && total.indicator == anchor.indicator)
        // A city among cities is one of them.
        .filter(|total| items.iter().all(|(_, item)| !std::ptr::eq(*item, *total)));
    Some(Breakdown { indicator: indicator_of(dataset, anchor)?, time: anchor.time, total, items })
}

fn known(items: &[(&str, &Observation)]) -> usize {
    items.iter().filter(|(_, observation)| observation.value.stated().is_some()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CAPABILITIES: &str = include_str!("../../../tests/data/capabilities.json");
    const SHIPPED: &str = include_str!("../../../public/data/sumsel-2025-08.json");

    fn dataset(text: &str) -> Dataset {
        dataset::read(text).dataset.unwrap()
    }

    fn ids<'d>(found: &Breakdown<'d>) -> Vec<&'d str> {
        found.items.iter().map(|(id, _)| *id).collect()
    }

    #[test]
    fn regions_of_one_level_are_compared_the_highest_first() {
        let data = dataset(CAPABILITIES);
        let found = regions(&data).unwrap();
        assert_eq!(ids(&found), ["east", "west"]);
        assert_eq!(found.known(), 2);
        assert_eq!(found.total.map(|o| o.id.as_str()), Some("rate-2025"));
    }

    #[test]
    fn a_region_among_its_likes_is_one_of_them() {
        let mut data = dataset(CAPABILITIES);
        data.region = "west".to_owned();
        let found = regions(&data).unwrap();
        assert_eq!(ids(&found), ["east", "west"]);
        assert!(found.total.is_none());
    }

    #[test]
    fn programmes_are_compared_where_there_are_two() {
        let data = dataset(CAPABILITIES);
        let found = programmes(&data, Role::ClaimCount).unwrap();
        assert_eq!(ids(&found), ["accident", "death"]);
        assert!(programmes(&data, Role::ClaimAmount).is_none());
    }

    #[test]
    fn the_shipped_report_has_neither() {
        let data = dataset(SHIPPED);
        assert!(regions(&data).is_none());
        assert!(programmes(&data, Role::ClaimCount).is_none());
        assert!(programmes(&data, Role::ClaimAmount).is_none());
    }

    #[test]
    fn one_region_with_a_value_is_no_comparison() {
        let mut data = dataset(CAPABILITIES);
        let kept: Vec<Observation> =
            data.observations.iter().filter(|o| o.region != "west").cloned().collect();
        data.observations = kept.into();
        assert!(regions(&data).is_none());
    }
}

//! The groups of a set as parts of a whole.
use super::computed::{Computed, share};
use super::find::{Latest, Wanted};
use super::form::of_whole;
use dataset::{Dataset, Decimal, GroupSet, Observation, Qualifier, Role, Stated};

/// Groups that make up the whole without overlap, with the persons covered in each.
#[derive(Clone, Debug, PartialEq)]
pub struct Shares<'d> {
    /// The set.
    pub set: &'d GroupSet,
    /// The id of each group with its persons covered and their share in percent, in the set's order.
    pub parts: Vec<(&'d str, &'d Observation, Computed)>,
    /// The persons of all groups together.
    pub whole: Decimal,
}

/// The first set of groups that may be added up, where all of its numbers are stated for one time
/// as numbers, not as bounds. `None` where there is none.
#[must_use]
pub fn shares(dataset: &Dataset) -> Option<Shares<'_>> {
    let figures = Latest::of(dataset);
    dataset.group_sets.iter().find_map(|set| of_set(dataset, &figures, set))
}

fn of_set<'d>(dataset: &Dataset, figures: &Latest<'d>, set: &'d GroupSet) -> Option<Shares<'d>> {
    let mut stated: Vec<(&str, &Observation, Stated)> = Vec::new();
    for id in &set.members {
        let wanted = Wanted { role: Role::Covered, region: &dataset.region, group: Some(id) };
        let observation = figures.get(wanted)?;
        let number = observation.value.stated()?;
        let fits = !number.qualifier.is_bound()
            && stated.first().is_none_or(|(_, first, _)| first.time == observation.time);
        stated.extend(fits.then_some((id.as_str(), observation, number)));
    }
    of_whole(set, stated.len())?;
    // Persons are whole numbers; the rounding steps of all parts add up.
    let (mut sum, mut steps) = (0_i64, 0_i64);
    for (_, _, number) in &stated {
        sum = sum.checked_add(number.number.rescale(0).units)?;
        steps = steps.checked_add(number.step.map_or(0, |step| step.rescale(0).units))?;
    }
    let step = (steps > 0).then(|| Decimal::whole(steps));
    let whole = Stated { number: Decimal::whole(sum), step, qualifier: Qualifier::Exact };
    let mut parts = Vec::new();
    for (id, observation, number) in stated {
        let part = share(&number, &whole)?;
        parts.push((id, observation, part));
    }
    Some(Shares { set, parts, whole: whole.number })
}

#[cfg(test)]
mod tests {
    use super::*;

    const CAPABILITIES: &str = include_str!("../../../tests/data/capabilities.json");

    #[test]
    fn a_whole_without_overlap_has_shares() {
        let data = dataset::read(CAPABILITIES).dataset.unwrap();
        let shares = shares(&data).unwrap();
        assert_eq!(shares.whole, Decimal::whole(750_000));
        let points: Vec<(&str, Decimal)> =
            shares.parts.iter().map(|(id, _, part)| (*id, part.point)).collect();
        assert_eq!(
            points,
            [("salaried", Decimal::new(80_000, 3)), ("self-employed", Decimal::new(20_000, 3))]
        );
    }

    #[test]
    fn overlapping_unfinished_or_bounded_sets_have_none() {
        let text = |from: &str, to: &str| {
            let changed = CAPABILITIES.replacen(from, to, 1);
            assert_ne!(changed, CAPABILITIES);
            let data = dataset::read(&changed).dataset.unwrap();
            shares(&data).is_some()
        };
        assert!(!text("\"disjoint\": true", "\"disjoint\": null"));
        assert!(!text("\"exhaustive\": true", "\"exhaustive\": false"));
        assert!(!text("\"value\": 150000, ", "\"value\": 150000, \"qualifier\": \"at_least\", "));
        assert!(!text("\"value\": 150000, ", "\"value\": null, \"missing\": \"confidential\", "));
        let shipped = include_str!("../../../public/data/sumsel-2025-08.json");
        assert!(shares(&dataset::read(shipped).dataset.unwrap()).is_none());
    }
}

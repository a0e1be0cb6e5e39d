//! Coverage: the one strong figure, and the groups beside it.
use super::computed::{Computed, Formula, bounds, implied_base, uncovered};
use super::find::{Latest, Wanted, at, best_of_each, indicator_of, latest};
use super::order::{highest_first, is_bound};
use dataset::{
    Basis, Dataset, Decimal, Group, GroupSet, Indicator, Interval, Observation, Policy, Role, Stated, Target,
    Time, Unit,
};

/// The report's one strong figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Headline<'d> {
    /// The figure.
    pub observation: &'d Observation,
    /// What it is a figure of.
    pub indicator: &'d Indicator,
    /// What is left to the goal in percentage points; `None` where there is no goal or no figure, it is no
    /// percentage, or the goal is reached.
    pub gap: Option<Computed>,
    /// The goal, and the policy that sets it.
    pub target: Option<(&'d Policy, &'d Target)>,
}

impl Headline<'_> {
    /// The goal's value in percent: the target's, or 100 for a coverage rate.
    #[must_use]
    pub fn goal(&self) -> Decimal {
        self.target.and_then(|(_, target)| target.value).unwrap_or(Decimal::whole(100))
    }

    /// Whether the goal's value was inferred from its name rather than stated.
    #[must_use]
    pub fn goal_is_inferred(&self) -> bool {
        self.target.is_none_or(|(_, target)| target.value.is_none() || target.basis == Basis::Inferred)
    }
}

/// The figure that the dataset names as its headline, or else the newest coverage rate of its
/// region.
#[must_use]
pub fn headline(dataset: &Dataset) -> Option<Headline<'_>> {
    let named = dataset.headline.as_ref().and_then(|id| dataset.observations.iter().find(|o| &o.id == id));
    let wanted = Wanted { role: Role::CoverageRate, region: &dataset.region, group: None };
    let observation = named.or_else(|| latest(dataset, wanted))?;
    let indicator = indicator_of(dataset, observation)?;
    let target = dataset
        .policies
        .iter()
        .flat_map(|policy| policy.targets.iter().map(move |target| (policy, target)))
        .filter(|(_, target)| target.indicator == observation.indicator)
        .filter(|(_, target)| target.region.as_ref().is_none_or(|r| r == &observation.region))
        .max_by_key(|(_, target)| target.region.is_some());
    let mut headline = Headline { observation, indicator, gap: None, target };
    if let (Unit::Percent, Some(stated), Some(_)) = (&indicator.unit, observation.value.stated(), target) {
        headline.gap = gap(stated, headline.goal());
    }
    Some(headline)
}

fn gap(stated: Stated, goal: Decimal) -> Option<Computed> {
    let scale = stated.number.scale.max(goal.scale);
    let left = goal.rescale(scale).units.checked_sub(stated.number.rescale(scale).units)?;
    // The rate's rounding moves the gap by as much; it is shown with the rate's own decimals.
    (left > 0).then(|| Computed::exact(Decimal::new(left, scale), Formula::Gap))
}

/// The coverage of one group.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupFigure<'d> {
    /// The group's id.
    pub id: &'d str,
    /// The group; `None` where the dataset does not describe it.
    pub group: Option<&'d Group>,
    /// Its coverage rate.
    pub rate: Option<&'d Observation>,
    /// How many of its persons are covered.
    pub covered: Option<&'d Observation>,
    /// How many persons it has, as it is stated for the time of those who are covered.
    pub potential: Option<&'d Observation>,
    /// How many persons it has: stated, or implied by rate and persons covered.
    pub base: Option<Computed>,
    /// How many are not covered, where the source states it.
    pub stated_uncovered: Option<&'d Observation>,
    /// How many are not covered, where it must be computed.
    pub uncovered: Option<Computed>,
}

impl GroupFigure<'_> {
    /// The coverage rate's number.
    #[must_use]
    pub fn rate_value(&self) -> Option<Stated> {
        self.rate.and_then(|o| o.value.stated())
    }

    /// The number of persons covered.
    #[must_use]
    pub fn covered_value(&self) -> Option<Stated> {
        self.covered.and_then(|o| o.value.stated())
    }

    /// The number of persons who are not covered, where the source states it.
    #[must_use]
    pub fn uncovered_value(&self) -> Option<Stated> {
        self.stated_uncovered.and_then(|o| o.value.stated())
    }

    /// The interval of the number of persons who are not covered, stated or computed; `None` where it has none.
    #[must_use]
    pub fn uncovered_interval(&self) -> Option<Interval> {
        match (self.uncovered_value(), &self.uncovered) {
            (Some(stated), _) => bounds(&stated),
            (None, Some(computed)) => Some(computed.interval),
            (None, None) => None,
        }
    }
}

/// The coverage of a region and of its groups.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage<'d> {
    /// The rate of all workers.
    pub total: Option<&'d Observation>,
    /// The groups, the best covered first, those without a rate last.
    pub groups: Vec<GroupFigure<'d>>,
    /// The sets that the groups belong to.
    pub sets: Vec<&'d GroupSet>,
}

impl Coverage<'_> {
    /// Whether the groups make up the whole and no one is in two of them, so that they may be
    /// added up.
    #[must_use]
    pub fn may_be_summed(&self) -> bool {
        match self.sets.as_slice() {
            [set] => set.exhaustive == Some(true) && set.disjoint == Some(true),
            _ => false,
        }
    }
}

/// The coverage of the dataset's region. `None` where it has no groups.
#[must_use]
pub fn coverage(dataset: &Dataset) -> Option<Coverage<'_>> {
    let region = dataset.region.as_str();
    let role_of = |o: &Observation| indicator_of(dataset, o).and_then(|i| i.role);
    let grouped = dataset.observations.iter().filter_map(|o| {
        let fits = matches!(role_of(o), Some(Role::CoverageRate | Role::Covered | Role::Uncovered))
            && o.region == region;
        Some((o.group.as_deref().filter(|_| fits)?, o))
    });
    let ids: Vec<&str> = best_of_each(grouped).into_iter().map(|(id, _)| id).collect();
    let figures = Latest::of(dataset);
    let mut groups: Vec<_> = ids
        .iter()
        .map(|id| {
            in_group(dataset, id, &|wanted, time| match time {
                Some(time) => figures.at(wanted, time),
                None => figures.get(wanted),
            })
        })
        .collect();
    groups.sort_by(|a, b| highest_first(a.rate_value().as_ref(), b.rate_value().as_ref()));
    let total = figures.get(Wanted { role: Role::CoverageRate, region, group: None });
    let mut known = ids;
    known.sort_unstable();
    let sets = dataset
        .group_sets
        .iter()
        .filter(|set| set.members.iter().any(|m| known.binary_search(&m.as_str()).is_ok()))
        .collect();
    (!groups.is_empty()).then_some(Coverage { total, groups, sets })
}

/// The coverage of one group in the dataset's region. Where many are asked for, [`coverage`] finds
/// all of them at once.
#[must_use]
pub fn group_coverage<'d>(dataset: &'d Dataset, id: &'d str) -> GroupFigure<'d> {
    in_group(dataset, id, &|wanted, time| match time {
        Some(time) => at(dataset, wanted, time),
        None => latest(dataset, wanted),
    })
}

/// The coverage of one group, whose observations are found so: for a time, or the newest.
fn in_group<'d>(
    dataset: &'d Dataset,
    id: &'d str,
    find: &dyn Fn(Wanted<'_>, Option<Time>) -> Option<&'d Observation>,
) -> GroupFigure<'d> {
    let region = &dataset.region;
    let wanted = |role| Wanted { role, region, group: Some(id) };
    let rate = find(wanted(Role::CoverageRate), None);
    let covered = match rate {
        Some(rate) => find(wanted(Role::Covered), Some(rate.time)),
        None => find(wanted(Role::Covered), None),
    };
    // A base of another time is that of other people.
    let potential = rate.or(covered).and_then(|of| find(wanted(Role::Potential), Some(of.time)));
    let stated_uncovered = match rate.or(covered) {
        Some(of) => find(wanted(Role::Uncovered), Some(of.time)),
        None => find(wanted(Role::Uncovered), None),
    };
    let group = dataset.groups.get(id);
    let mut figure =
        GroupFigure { id, group, rate, covered, potential, base: None, stated_uncovered, uncovered: None };
    if let Some(covered) = figure.covered_value().filter(|covered| !is_bound(covered)) {
        let potential = potential.and_then(|o| o.value.stated()).filter(|base| !is_bound(base));
        figure.base = match (potential, figure.rate_value()) {
            (Some(potential), _) => Some(Computed::exact(potential.number, Formula::StatedBase)),
            (None, Some(rate)) => implied_base(covered.number, &rate),
            (None, None) => None,
        };
        if figure.uncovered_value().is_none() {
            figure.uncovered = figure.base.as_ref().and_then(|base| uncovered(base, covered.number));
        }
        // A number takes the place of the word that the source has none.
        if figure.uncovered.is_some() {
            figure.stated_uncovered = None;
        }
    }
    figure
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_of_another_time_is_not_that_of_the_rate() {
        let observation = |id: &str, indicator: &str, year: u16, value: &str| {
            format!(
                r#"{{"id": "{id}", "indicator": "{indicator}", "region": "r", "group": "g", "time": {{"as_of": "{year}"}}, "value": {value}}}"#
            )
        };
        let observations = [
            observation("rate", "rate", 2024, "50.0"),
            observation("covered", "covered", 2024, "400"),
            observation("newer-covered", "covered", 2025, "500"),
            observation("older-base", "potential", 2023, "900"),
        ];
        let text = format!(
            r#"{{"format": "jamsostek-dashboard/1", "id": "x", "title": "x", "region": "r", "groups": {{"g": {{"label": "G"}}}},
            "indicators": {{"rate": {{"label": "Rate", "unit": "percent", "role": "coverage-rate"}},
                "covered": {{"label": "Covered", "unit": "person", "role": "covered"}},
                "potential": {{"label": "Potential", "unit": "person", "role": "potential"}}}},
            "observations": [{}]}}"#,
            observations.join(",")
        );
        let data = dataset::read(&text).dataset.unwrap();
        let group = group_coverage(&data, "g");
        assert_eq!(group.covered.map(|o| o.id.as_str()), Some("covered"), "that of the rate's own time");
        assert_eq!(group.potential, None);
        let base = group.base.unwrap();
        assert_eq!((base.formula, base.point), (Formula::ImpliedBase, Decimal::whole(800)));
    }

    #[test]
    fn a_number_that_is_computed_takes_the_place_of_one_that_is_not_stated() {
        let of = |value: &str| {
            format!(
                r#"{{"format": "jamsostek-dashboard/1", "id": "x", "title": "x", "region": "r", "groups": {{"g": {{"label": "G"}}}},
                "indicators": {{"rate": {{"label": "Rate", "unit": "percent", "role": "coverage-rate"}},
                    "covered": {{"label": "Covered", "unit": "person", "role": "covered"}},
                    "rest": {{"label": "Rest", "unit": "person", "role": "uncovered"}}}},
                "observations": [
                    {{"id": "a", "indicator": "rate", "region": "r", "group": "g", "time": {{"as_of": "2024"}}, "value": 50.0}},
                    {{"id": "b", "indicator": "covered", "region": "r", "group": "g", "time": {{"as_of": "2024"}}, "value": 400}},
                    {{"id": "c", "indicator": "rest", "region": "r", "group": "g", "time": {{"as_of": "2024"}}, {value}}}]}}"#
            )
        };
        let silent = dataset::read(&of(r#""value": null, "missing": "not_stated""#)).dataset.unwrap();
        let group = group_coverage(&silent, "g");
        assert!(group.uncovered.is_some() && group.stated_uncovered.is_none());
        let stated = dataset::read(&of(r#""value": 399"#)).dataset.unwrap();
        let group = group_coverage(&stated, "g");
        assert!(group.uncovered.is_none() && group.stated_uncovered.is_some());
    }
}

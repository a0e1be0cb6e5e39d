//! Finding observations.
use dataset::{Dataset, Indicator, Observation, Role, Time};

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted<'q> {
    /// The role of the indicator.
    pub role: Role,
    /// The id of the region.
    pub region: &'q str,
    /// The id of the group; `None` for all workers.
    pub group: Option<&'q str>,
}

/// The indicator of an observation.
#[must_use]
pub fn indicator_of<'d>(dataset: &'d Dataset, observation: &Observation) -> Option<&'d Indicator> {
    dataset.indicators.get(&observation.indicator)
}

/// The newest observation that fits and is not about a single programme. Of several for the same
/// time, the one that the dataset prefers, else one that has a value, else the first.
#[must_use]
pub fn latest<'d>(dataset: &'d Dataset, wanted: Wanted<'_>) -> Option<&'d Observation> {
    best(dataset, wanted, |_| true)
}

/// As [`latest`], of the observations for one time.
#[must_use]
pub fn at<'d>(dataset: &'d Dataset, wanted: Wanted<'_>, time: Time) -> Option<&'d Observation> {
    best(dataset, wanted, |o| o.time == time)
}

fn best<'d>(
    dataset: &'d Dataset,
    wanted: Wanted<'_>,
    of_time: impl Fn(&Observation) -> bool,
) -> Option<&'d Observation> {
    let fits = |o: &&Observation| {
        o.region == wanted.region
            && o.group.as_deref() == wanted.group
            && o.programme.is_none()
            && of_time(o)
            && indicator_of(dataset, o).is_some_and(|i| i.role == Some(wanted.role))
    };
    let rank = |o: &Observation| (o.time.end(), o.preferred, o.value.stated().is_some());
    dataset.observations.iter().filter(fits).reduce(|best, o| if rank(o) > rank(best) { o } else { best })
}

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
///
/// It looks at all observations: where many are asked for, [`Latest`] looks at them once.
#[must_use]
pub fn latest<'d>(dataset: &'d Dataset, wanted: Wanted<'_>) -> Option<&'d Observation> {
    newest(of_place(dataset, wanted))
}

/// As [`latest`], of the observations for one time.
#[must_use]
pub fn at<'d>(dataset: &'d Dataset, wanted: Wanted<'_>, time: Time) -> Option<&'d Observation> {
    newest(of_place(dataset, wanted).filter(|o| o.time == time))
}

fn of_place<'d>(dataset: &'d Dataset, wanted: Wanted<'_>) -> impl Iterator<Item = &'d Observation> {
    dataset.observations.iter().filter(move |o| place_of(dataset, o) == Some(place(&wanted)))
}

/// The observations of a dataset in the order in which [`latest`] looks for them.
#[derive(Clone, Debug)]
pub struct Latest<'d> {
    figures: Vec<(Place<'d>, &'d Observation)>,
}

impl<'d> Latest<'d> {
    /// Those of a dataset.
    #[must_use]
    pub fn of(dataset: &'d Dataset) -> Self {
        let placed = |o: &'d Observation| Some((place_of(dataset, o)?, o));
        let mut figures: Vec<_> = dataset.observations.iter().filter_map(placed).collect();
        figures.sort_by_key(|(place, _)| *place);
        Self { figures }
    }

    /// What [`latest`] finds.
    #[must_use]
    pub fn get(&self, wanted: Wanted<'_>) -> Option<&'d Observation> {
        newest(self.of_place(wanted))
    }

    /// What [`at`] finds.
    #[must_use]
    pub fn at(&self, wanted: Wanted<'_>, time: Time) -> Option<&'d Observation> {
        newest(self.of_place(wanted).filter(|o| o.time == time))
    }

    fn of_place(&self, wanted: Wanted<'_>) -> impl Iterator<Item = &'d Observation> {
        let wanted = place(&wanted);
        let from = self.figures.partition_point(|(place, _)| *place < wanted);
        let same = self.figures.iter().skip(from).take_while(move |(place, _)| *place == wanted);
        same.map(|(_, observation)| *observation)
    }
}

/// The role, where, and for which group.
type Place<'q> = (u8, &'q str, Option<&'q str>);

fn place<'q>(wanted: &Wanted<'q>) -> Place<'q> {
    (wanted.role as u8, wanted.region, wanted.group)
}

/// `None` for an observation that is never looked for.
fn place_of<'d>(dataset: &Dataset, o: &'d Observation) -> Option<Place<'d>> {
    let role = indicator_of(dataset, o).filter(|_| o.programme.is_none())?.role?;
    Some(place(&Wanted { role, region: &o.region, group: o.group.as_deref() }))
}

/// The newest observation; of those for the same time the one that counts.
#[must_use]
pub fn newest<'d>(observations: impl Iterator<Item = &'d Observation>) -> Option<&'d Observation> {
    let rank = |o: &Observation| (o.time.end(), rank(o));
    observations.reduce(|best, o| if rank(o) > rank(best) { o } else { best })
}

/// Of several observations of the same the one that the dataset prefers counts, else one that has a value.
fn rank(observation: &Observation) -> (bool, bool) {
    (observation.preferred, observation.value.stated().is_some())
}

/// Of the items of each key the best one, in the order in which the keys come first. Of two that
/// are as good the earlier one counts.
pub(crate) fn best_of_each<'d, K: Ord + Copy>(
    items: impl Iterator<Item = (K, &'d Observation)>,
) -> Vec<(K, &'d Observation)> {
    let mut sorted: Vec<(usize, (K, &Observation))> = items.enumerate().collect();
    sorted.sort_by_key(|(_, (key, _))| *key);
    let same = sorted.chunk_by(|(_, (one, _)), (_, (other, _))| one == other);
    let mut best: Vec<(usize, (K, &Observation))> = same
        .filter_map(|same| {
            let better = |best: (K, &'d Observation), item: (K, &'d Observation)| {
                if rank(item.1) > rank(best.1) { item } else { best }
            };
            let (first, _) = same.first()?;
            Some((*first, same.iter().map(|(_, item)| *item).reduce(better)?))
        })
        .collect();
    best.sort_by_key(|(first, _)| *first);
    best.into_iter().map(|(_, item)| item).collect()
}

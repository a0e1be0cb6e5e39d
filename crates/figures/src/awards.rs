//! Awards: winners with their category and place.
use super::form::{Form, by_place};
use dataset::{Award, Basis, Category, Dataset, Region, Winner};

/// One edition of an award, counted.
#[derive(Clone, Debug, PartialEq)]
pub struct AwardFigures<'d> {
    /// The edition.
    pub award: &'d Award,
    /// How many winners the categories have together; special awards do not count.
    pub winners: usize,
}

/// Where a winner is, as far as a filter by place is concerned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WinnerPlace<'d> {
    /// The id of the place that filters offer: the regency or city, also for a village in it.
    pub id: &'d str,
    /// The place that filters offer.
    pub region: &'d Region,
    /// The place itself, as precisely as it is known.
    pub at: &'d Region,
    /// Whether the place was inferred.
    pub inferred: bool,
}

/// The awards of a dataset.
#[must_use]
pub fn awards(dataset: &Dataset) -> Vec<AwardFigures<'_>> {
    dataset.awards.iter().map(AwardFigures::of).collect()
}

impl<'d> AwardFigures<'d> {
    /// An edition, counted.
    #[must_use]
    pub fn of(award: &'d Award) -> Self {
        let winners = award.categories.iter().map(|category: &Category| category.winners.len()).sum();
        Self { award, winners }
    }
}

impl<'d> WinnerPlace<'d> {
    /// The place of a winner. A village counts as the regency or city it lies in, which is the
    /// highest of its ancestors below the dataset's own region. A place that does not lie in that region counts as
    /// itself.
    #[must_use]
    pub fn of(dataset: &'d Dataset, winner: &'d Winner) -> Option<Self> {
        let place = winner.place.as_ref()?;
        let stated = dataset.regions.get_key_value(&place.region)?;
        let up = |(_, region): &(&'d String, &'d Region)| {
            region.parent.as_ref().and_then(|parent| dataset.regions.get_key_value(parent))
        };
        // A chain that is longer runs in a circle: no country is divided so deeply.
        let mut chain = std::iter::successors(Some(stated), up).take(DEEPEST);
        let below = chain.find(|(_, region)| region.parent.as_ref() == Some(&dataset.region));
        let (id, region) = below.filter(|_| *stated.0 != dataset.region).unwrap_or(stated);
        Some(Self { id, region, at: stated.1, inferred: place.basis == Basis::Inferred })
    }
}

/// So many regions lie in one another at most.
const DEEPEST: usize = 32;

/// The winners of an award by place.
#[derive(Clone, Debug, PartialEq)]
pub struct Places<'d> {
    /// How the places are drawn.
    pub form: Form,
    /// Each place with its id and the number of winners from it, the most first; on a map of tiles
    /// also the places without any.
    pub places: Vec<(&'d str, &'d Region, usize)>,
    /// How many winners there are.
    pub winners: usize,
    /// How many of them have a place.
    pub placed: usize,
    /// How many of those places were inferred.
    pub inferred: usize,
}

/// The winners of an award's categories, counted by the regency or city they are from; special
/// awards do not count. `None` where fewer than two places have any.
#[must_use]
pub fn places<'d>(dataset: &'d Dataset, award: &'d Award) -> Option<Places<'d>> {
    // In the order of their ids, as regions are.
    let mut places: Vec<(&str, &Region, usize)> = dataset
        .regions
        .iter()
        .filter(|(_, region)| region.parent.as_ref() == Some(&dataset.region))
        .map(|(id, region)| (id.as_str(), region, 0))
        .collect();
    let (mut winners, mut placed, mut inferred) = (0, 0, 0);
    let mut elsewhere = Vec::new();
    for winner in award.categories.iter().flat_map(|category| &category.winners) {
        winners += 1;
        let Some(place) = WinnerPlace::of(dataset, winner) else { continue };
        placed += 1;
        inferred += usize::from(place.inferred);
        let found = places.binary_search_by(|(id, ..)| (*id).cmp(place.id)).ok();
        match found.and_then(|index| places.get_mut(index)) {
            Some((_, _, count)) => *count += 1,
            None => elsewhere.push((place.id, elsewhere.len(), place.region)),
        }
    }
    places.extend(counted(elsewhere));
    places.sort_by_key(|(_, _, count)| std::cmp::Reverse(*count));
    let regions: Vec<&Region> = places.iter().map(|(_, region, _)| *region).collect();
    let found = places.iter().filter(|(_, _, count)| *count > 0).count();
    let form = by_place(&regions, found)?;
    if form == Form::Bars {
        places.retain(|(_, _, count)| *count > 0);
    }
    Some(Places { form, places, winners, placed, inferred })
}

/// How often each place is there, in the order in which they come first.
fn counted<'d>(mut found: Vec<(&'d str, usize, &'d Region)>) -> Vec<(&'d str, &'d Region, usize)> {
    found.sort_by_key(|(id, first, _)| (*id, *first));
    let same = found.chunk_by(|(one, ..), (other, ..)| one == other);
    let mut places: Vec<_> = same.filter_map(|same| Some((*same.first()?, same.len()))).collect();
    places.sort_by_key(|((_, first, _), _)| *first);
    places.into_iter().map(|((id, _, region), count)| (id, region, count)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(text: &str) -> (Form, Vec<(String, usize)>, [usize; 3]) {
        let data = dataset::read(text).dataset.unwrap();
        let found = places(&data, &data.awards[0]).unwrap();
        let places = found.places.iter().filter(|(_, _, count)| *count > 0);
        let places = places.map(|(id, _, count)| ((*id).to_owned(), *count)).collect();
        (found.form, places, [found.winners, found.placed, found.inferred])
    }

    #[test]
    fn villages_count_for_their_regency_and_unknown_places_for_none() {
        let (form, places, counts) = count(include_str!("../../../public/data/sumsel-2025-08.json"));
        let place = |id: &str, count| (id.to_owned(), count);
        assert_eq!(form, Form::Tiles);
        assert_eq!(
            places,
            [
                place("prabumulih", 3),
                place("lahat", 2),
                place("muara-enim", 2),
                place("musi-rawas", 1),
                place("musi-rawas-utara", 1),
                place("palembang", 1)
            ]
        );
        assert_eq!(counts, [22, 10, 3]);
    }

    #[test]
    fn places_without_tiles_are_bars_of_those_with_winners() {
        let (form, places, counts) = count(include_str!("../../../tests/data/only-awards.json"));
        assert_eq!(form, Form::Bars);
        assert_eq!(places, [("selatan".to_owned(), 2), ("utara".to_owned(), 1)]);
        assert_eq!(counts, [3, 3, 0]);
    }

    #[test]
    fn a_place_outside_the_region_counts_as_itself() {
        let text = include_str!("../../../tests/data/capabilities.json");
        // Seen from one province, the other and what lies in it are outside.
        let data = dataset::read(&text.replacen("\"region\": \"northland\"", "\"region\": \"west\"", 1))
            .dataset
            .unwrap();
        let place = |id: &str| {
            let mut winners = data.awards.iter().flat_map(|award| &award.categories).flat_map(|c| &c.winners);
            let winner = winners.find(|winner| winner.id == id).unwrap();
            WinnerPlace::of(&data, winner).map(|place| place.id.to_owned())
        };
        assert_eq!(place("port").as_deref(), Some("port"));
        assert_eq!(place("second-only").as_deref(), Some("hill"));
    }
}

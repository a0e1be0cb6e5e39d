//! Awards: winners with their category and place.
use crate::model::{Award, Basis, Category, Dataset, Region, Winner};

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
    /// Whether the place was inferred.
    pub inferred: bool,
}

/// The awards of a dataset.
#[must_use]
pub fn awards(dataset: &Dataset) -> Vec<AwardFigures<'_>> {
    dataset.awards.iter().map(figures).collect()
}

fn figures(award: &Award) -> AwardFigures<'_> {
    let winners = award.categories.iter().map(|c: &Category| c.winners.len()).sum();
    AwardFigures { award, winners }
}

impl<'d> WinnerPlace<'d> {
    /// The place of a winner. A village counts as the regency or city it lies in, which is the
    /// highest of its ancestors below the dataset's own region.
    #[must_use]
    pub fn of(dataset: &'d Dataset, winner: &'d Winner) -> Option<Self> {
        let place = winner.place.as_ref()?;
        let (mut id, mut region) = dataset.regions.get_key_value(&place.region)?;
        // A chain longer than the number of regions runs in a circle.
        for _ in 0..dataset.regions.len() {
            match region.parent.as_ref() {
                Some(parent) if *id != dataset.region && *parent != dataset.region => {
                    match dataset.regions.get_key_value(parent) {
                        Some(up) => (id, region) = up,
                        None => break,
                    }
                }
                _ => break,
            }
        }
        Some(Self { id, region, inferred: place.basis == Basis::Inferred })
    }
}

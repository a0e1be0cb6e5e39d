//! Which form a chart takes: decided by the shape of the data alone (`docs/charts.md`).
use dataset::{GroupSet, Region};

/// What a comparison is drawn as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Two times, joined.
    Slope,
    /// Several times on an axis, joined where nothing is missing between them.
    Line,
    /// A dot a row, the highest first.
    Dots,
    /// A bar a row, the highest first.
    Bars,
    /// A tile a place.
    Tiles,
    /// Bars that follow one another and fill the whole.
    Parts,
}

/// The form for one figure at `times`, of which `known` have a value: one value is no change.
#[must_use]
pub fn over_time(times: usize, known: usize) -> Option<Form> {
    match (times, known) {
        (_, 0 | 1) => None,
        (2, _) => Some(Form::Slope),
        _ => Some(Form::Line),
    }
}

/// The form for the same rate in several regions at one time, of which `known` have a value.
#[must_use]
pub fn by_region(known: usize) -> Option<Form> {
    (known > 1).then_some(Form::Dots)
}

/// The form for the same number of several programmes at one time, of which `known` have a value.
#[must_use]
pub fn by_programme(known: usize) -> Option<Form> {
    (known > 1).then_some(Form::Bars)
}

/// The form for something counted in places, `found` of which have any. Tiles where each of
/// `regions` has a place of its own in the grid, else bars of those that were found.
#[must_use]
pub fn by_place(regions: &[&Region], found: usize) -> Option<Form> {
    if found < 2 {
        return None;
    }
    let tiles = regions.iter().map(|region| Some((region.tile.as_ref()?.column, region.tile.as_ref()?.row)));
    let Some(mut tiles) = tiles.collect::<Option<Vec<_>>>() else { return Some(Form::Bars) };
    tiles.sort_unstable();
    let shared = tiles.windows(2).any(|two| matches!(two, [one, other] if one == other));
    Some(if shared { Form::Bars } else { Form::Tiles })
}

/// The form for the groups of a set, of which `known` have a number of persons: parts of a whole
/// only where the set is stated to be the whole, without overlap, and no part is missing.
#[must_use]
pub fn of_whole(set: &GroupSet, known: usize) -> Option<Form> {
    let whole = set.exhaustive == Some(true) && set.disjoint == Some(true);
    (whole && known > 1 && known == set.members.len()).then_some(Form::Parts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use dataset::{Map, Text, Tile};

    #[test]
    fn two_times_are_a_slope_and_more_are_a_line() {
        assert_eq!(over_time(1, 1), None);
        assert_eq!(over_time(3, 1), None);
        assert_eq!(over_time(2, 2), Some(Form::Slope));
        assert_eq!(over_time(3, 2), Some(Form::Line));
        assert_eq!(over_time(9, 9), Some(Form::Line));
    }

    #[test]
    fn one_region_or_programme_is_no_comparison() {
        assert_eq!((by_region(0), by_region(1), by_region(2)), (None, None, Some(Form::Dots)));
        assert_eq!((by_programme(1), by_programme(3)), (None, Some(Form::Bars)));
    }

    fn region(tile: Option<(u8, u8)>) -> Region {
        Region {
            name: Text::from("R"),
            short: None,
            level: "regency".to_owned(),
            parent: None,
            codes: Map::default(),
            tile: tile.map(|(column, row)| Tile { column, row, label: None }),
        }
    }

    #[test]
    fn tiles_need_a_place_of_its_own_for_every_region() {
        let (a, b, none) = (region(Some((0, 0))), region(Some((1, 0))), region(None));
        assert_eq!(by_place(&[&a, &b], 2), Some(Form::Tiles));
        assert_eq!(by_place(&[&a, &b], 1), None);
        assert_eq!(by_place(&[&a, &b, &none], 2), Some(Form::Bars));
        assert_eq!(by_place(&[&a, &a], 2), Some(Form::Bars));
    }

    #[test]
    fn parts_need_a_whole_without_overlap() {
        let set = |exhaustive, disjoint| GroupSet {
            id: "s".to_owned(),
            label: Text::from("S"),
            members: vec!["a".to_owned(), "b".to_owned()],
            exhaustive,
            disjoint,
            evidence: None,
        };
        assert_eq!(of_whole(&set(Some(true), Some(true)), 2), Some(Form::Parts));
        assert_eq!(of_whole(&set(Some(true), Some(true)), 1), None);
        for (exhaustive, disjoint) in
            [(Some(false), Some(true)), (Some(true), Some(false)), (None, Some(true)), (Some(true), None)]
        {
            assert_eq!(of_whole(&set(exhaustive, disjoint), 2), None);
        }
    }
}

//! The cube files that are there, and what they say of a cell.
//!
//! A cell that a file does not have has no claims or fewer than five, and nobody is told which (`docs/claims.md`).
//! That is another thing than a cell that is not published for any region of its kind, and than a file that has not come.
use claims::{Cell, Cube, lattice::Point};
use thiserror::Error;

use crate::{Grain, Index};

/// What is known of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup<T> {
    /// It is published.
    Value(T),
    /// It has no claims, or fewer than are published.
    FewOrNone,
    /// Cells of its kind are not published: months of single groups of small regions.
    NotTabulated,
    /// No file that is there has cells of its kind.
    NotLoaded,
}

impl<T> Lookup<T> {
    /// The value, if there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            _ => None,
        }
    }

    /// What a value is made of, made of it.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Lookup<U> {
        match self {
            Self::Value(value) => Lookup::Value(make(value)),
            Self::FewOrNone => Lookup::FewOrNone,
            Self::NotTabulated => Lookup::NotTabulated,
            Self::NotLoaded => Lookup::NotLoaded,
        }
    }
}

/// A cube file that is not of this manifest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the file is of other claims than the manifest")]
pub struct OtherClaims;

/// Cube files, each by the region that it is of.
#[derive(Clone, Debug, Default)]
pub struct Cubes {
    files: Vec<(u16, Cube)>,
}

impl Cubes {
    /// Takes the file of a region; one that is there is replaced.
    ///
    /// # Errors
    /// When its regions or its axes are not those of the manifest.
    pub fn insert(&mut self, index: &Index, region: u16, cube: Cube) -> Result<(), OtherClaims> {
        let manifest = index.manifest();
        let fits = |size: u16, length: usize| usize::from(size) == length;
        let shape = &cube.shape;
        let of_manifest = fits(shape.times, manifest.times.len())
            && fits(shape.programmes, manifest.programmes.len())
            && fits(shape.groups, manifest.groups.len())
            && shape.first_month == index.first_month()
            && shape.regions.contains(&region)
            && shape.regions.iter().all(|region| usize::from(*region) < manifest.regions.len());
        if !of_manifest {
            return Err(OtherClaims);
        }
        self.files.retain(|(of, _)| *of != region);
        self.files.push((region, cube));
        Ok(())
    }

    /// The file of a region.
    #[must_use]
    pub fn get(&self, region: u16) -> Option<&Cube> {
        self.files.iter().find(|(of, _)| *of == region).map(|(_, cube)| cube)
    }

    /// Forgets all files but those of some regions.
    pub fn retain(&mut self, regions: &[u16]) {
        self.files.retain(|(of, _)| regions.contains(of));
    }

    /// What is known of a cell.
    #[must_use]
    pub fn cell(&self, index: &Index, point: Point) -> Lookup<Cell> {
        if !index.is_tabulated(point) {
            return Lookup::NotTabulated;
        }
        let mut files = self.files.iter().filter(|(of, _)| has_kind(index, *of, point));
        match files.next() {
            Some((_, cube)) => cube.get(point).map_or(Lookup::FewOrNone, Lookup::Value),
            None => Lookup::NotLoaded,
        }
    }

    /// The region whose file says something of a cell; the file of the region itself before others.
    #[must_use]
    pub fn source(&self, index: &Index, point: Point) -> Option<u16> {
        let [region, ..] = point;
        let mut of: Vec<u16> =
            self.files.iter().map(|(of, _)| *of).filter(|of| has_kind(index, *of, point)).collect();
        of.sort_by_key(|of| *of != region);
        of.first().copied()
    }
}

/// Whether the file of a region has cells of this kind: all of its own; those of its parts by year, for all groups;
/// those of the nation for all groups, where the region has parts.
#[must_use]
pub fn has_kind(index: &Index, of: u16, [region, time, _, group]: Point) -> bool {
    if region == of {
        return true;
    }
    if group != 0 {
        return false;
    }
    if region == 0 {
        return !index.is_leaf(of);
    }
    index.parent(region) == Some(of) && index.grain(time) != Grain::Month
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn few_or_none_is_told_from_not_there() {
        let index = sample::index();
        let mut cubes = Cubes::default();
        assert_eq!(cubes.cell(&index, [3, 1, 0, 0]), Lookup::NotLoaded);
        // Programme 2 has too few claims everywhere.
        let count = |[_, _, programme, _]: Point| if programme == 2 { 4 } else { 12 };
        for of in [3, 1] {
            cubes.insert(&index, of, sample::cube(&index, of, count)).unwrap();
        }
        let kind = |point| match cubes.cell(&index, point) {
            Lookup::Value(cell) => cell.count.to_string(),
            Lookup::FewOrNone => "few".to_owned(),
            Lookup::NotTabulated => "kind".to_owned(),
            Lookup::NotLoaded => "file".to_owned(),
        };
        for (point, wanted) in [
            ([3, 1, 0, 0], "12"),
            ([3, 3, 1, 0], "12"),
            ([3, 1, 2, 0], "few"),
            ([3, 1, 1, 2], "12"),
            // A month of a single group of a regency.
            ([3, 3, 1, 2], "kind"),
            ([1, 3, 1, 2], "12"),
            // A neighbour: by year, for all groups.
            ([4, 1, 1, 0], "12"),
            ([4, 3, 1, 0], "file"),
            ([4, 1, 1, 1], "file"),
            // The nation, out of the province's file.
            ([0, 3, 1, 0], "12"),
            ([0, 3, 1, 1], "file"),
            ([5, 1, 0, 0], "file"),
        ] {
            assert_eq!(kind(point), wanted, "{point:?}");
        }
        assert_eq!(cubes.source(&index, [3, 1, 0, 0]), Some(3));
        assert_eq!(cubes.source(&index, [4, 1, 0, 0]), Some(1));
        assert_eq!(cubes.source(&index, [5, 1, 0, 0]), None);
        cubes.retain(&[3]);
        assert_eq!(cubes.cell(&index, [4, 1, 1, 0]), Lookup::NotLoaded);
    }

    #[test]
    fn a_file_of_other_claims_is_refused() {
        let index = sample::index();
        let cube = sample::cube(&index, 3, |_| 9);
        let mut cubes = Cubes::default();
        assert_eq!(cubes.insert(&index, 4, cube.clone()), Err(OtherClaims));
        let mut other = cube.clone();
        other.shape.times += 1;
        assert_eq!(cubes.insert(&index, 3, other), Err(OtherClaims));
        assert_eq!(cubes.insert(&index, 3, cube), Ok(()));
        assert!(cubes.get(3).is_some() && cubes.get(4).is_none());
    }
}

//! What the page shows without scripts: the newest year by region and programme.
use crate::{Cubes, Figures, Index, Lookup, Selection, figures};

/// A table of regions and programmes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// The year, by its place in the manifest's times.
    pub year: u16,
    /// Its last month that is there, where that is not December.
    pub last_month: Option<u16>,
    /// The programmes, by column; the first is all of them.
    pub programmes: Vec<u16>,
    /// The regions, by row, each with what is known of it and each programme. The first is the whole.
    pub regions: Vec<(u16, Vec<Lookup<Figures>>)>,
}

/// The newest year of a region and its parts by programme, from the file of the region. `None` where there is no year.
#[must_use]
pub fn overview(index: &Index, cubes: &Cubes, region: u16) -> Option<Overview> {
    let year = index.newest_year()?;
    let [_, last] = index.span(year)?;
    let programmes: Vec<u16> = (0..u16::try_from(index.manifest().programmes.len()).ok()?).collect();
    let row = |region: u16| {
        let of = |programme: &u16| {
            figures(index, cubes, Selection { region, time: year, programme: *programme, group: 0 })
        };
        (region, programmes.iter().map(of).collect())
    };
    let regions = std::iter::once(region).chain(index.children(region)).map(row).collect();
    let is_whole = index.date(last).is_some_and(|date| date.month == Some(12));
    Some(Overview { year, last_month: (!is_whole).then_some(last), programmes, regions })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn the_newest_year_by_region_and_programme() {
        let index = sample::index();
        let mut cubes = Cubes::default();
        let cube =
            sample::cube(&index, 0, |[region, _, programme, _]| if region + programme == 4 { 1 } else { 20 });
        cubes.insert(&index, 0, cube).unwrap();
        let found = overview(&index, &cubes, 0).unwrap();
        assert_eq!((found.year, found.last_month), (2, Some(7)), "2025 ends with February");
        assert_eq!(found.programmes, [0, 1, 2]);
        let regions: Vec<u16> = found.regions.iter().map(|(region, _)| *region).collect();
        assert_eq!(regions, [0, 1, 2]);
        let counts = |row: usize| -> Vec<Option<u32>> {
            found.regions[row].1.iter().map(|cell| cell.value().map(|figures| figures.count)).collect()
        };
        assert_eq!(counts(1), [Some(20), Some(20), Some(20)]);
        assert_eq!(counts(2), [Some(20), Some(20), None]);
    }

    #[test]
    fn a_year_with_december_is_whole() {
        let mut manifest = sample::manifest();
        manifest.times.retain(|time| !time.id.starts_with("2025"));
        manifest.times.iter_mut().skip(2).for_each(|time| time.parent = Some(1));
        let index = Index::new(manifest).unwrap();
        let found = overview(&index, &Cubes::default(), 0).unwrap();
        assert_eq!((found.year, found.last_month), (1, None));
        assert_eq!(found.regions[0].1[0], Lookup::NotLoaded);
    }
}

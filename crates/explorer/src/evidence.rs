//! Where a figure comes from.
use claims::{
    lattice::Point,
    manifest::{File, Run},
};
use figures::Formula;

use crate::{Cubes, Index, Measure, Selection};

/// What a figure rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence<'a> {
    /// The preparation that it is of: its id, its engine, the SHA-256 of its statements, its input files with theirs.
    pub run: &'a Run,
    /// When that was, such as `2026-11-29T22:00:00Z`.
    pub made: &'a str,
    /// Whether the claims are invented.
    pub is_invented: bool,
    /// The file that has it, below `cube/`.
    pub file: &'a File,
    /// The ids of region, time, programme and group of its cell; empty for all.
    pub cell: [&'a str; 4],
    /// How it is computed from the cell; `None` where it stands there.
    pub formula: Option<Formula>,
}

/// Where a figure of a selection comes from; `None` where no file that is there says anything of it.
#[must_use]
pub fn evidence<'a>(
    index: &'a Index,
    cubes: &Cubes,
    selection: Selection,
    measure: Measure,
) -> Option<Evidence<'a>> {
    let point: Point = selection.point();
    let manifest = index.manifest();
    let of = cubes.source(index, point)?;
    let [region, time, programme, group] = point.map(usize::from);
    Some(Evidence {
        run: &manifest.run,
        made: &manifest.made,
        is_invented: manifest.invented,
        file: &manifest.regions.get(usize::from(of))?.cube,
        cell: [
            &manifest.regions.get(region)?.id,
            &manifest.times.get(time)?.id,
            &manifest.programmes.get(programme)?.id,
            &manifest.groups.get(group)?.id,
        ],
        formula: (measure == Measure::Average).then_some(Formula::Average),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn a_figure_names_its_file_and_its_cell() {
        let index = sample::index();
        let mut cubes = Cubes::default();
        let selection = Selection { region: 4, time: 1, programme: 1, group: 0 };
        assert_eq!(evidence(&index, &cubes, selection, Measure::Count), None);
        cubes.insert(&index, 1, sample::cube(&index, 1, |_| 9)).unwrap();
        let found = evidence(&index, &cubes, selection, Measure::Average).unwrap();
        assert_eq!(found.file.name, "prov-1.bin.gz");
        assert_eq!(found.cell, ["kota-b", "2024", "jht", ""]);
        assert_eq!(found.formula, Some(Formula::Average));
        assert!(found.is_invented && found.run.id == "run-1");
        // The regency's own file comes before that of its province.
        cubes.insert(&index, 4, sample::cube(&index, 4, |_| 9)).unwrap();
        let found = evidence(&index, &cubes, selection, Measure::Count).unwrap();
        assert_eq!((found.file.name.as_str(), found.formula), ("kota-b.bin.gz", None));
    }
}

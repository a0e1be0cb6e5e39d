//! What a preparation has published (`tests/claims/klaim-rekaan.claims`, invented) is what the explorer takes for
//! granted.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::{collections::BTreeSet, fs, io::Read, path::PathBuf};

use claims::Cube;
use explorer::{
    Column, Cubes, Filter, Index, Lookup, Measure, RowPlan, Selection, Sort, Worker, comparison, figures,
    first_view, has_kind, overview,
    protocol::{Expected, Parcel, Request, Response, Shown},
    ranking, trend, without_rows,
};
use tables::Direction;
use words::Lang;

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/claims/klaim-rekaan.claims").join(name)
}

fn manifest() -> String {
    fs::read_to_string(path("manifest.json")).unwrap()
}

fn unpacked(name: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(fs::File::open(path(name)).unwrap()).read_to_end(&mut bytes).unwrap();
    bytes
}

fn cube(index: &Index, region: u16) -> Cube {
    let file = &index.manifest().regions[usize::from(region)].cube;
    assert_eq!(fs::metadata(path("cube").join(&file.name)).unwrap().len(), file.bytes);
    Cube::decode(&unpacked(&format!("cube/{}", file.name))).unwrap()
}

fn regions(index: &Index) -> impl Iterator<Item = u16> + use<> {
    0..u16::try_from(index.manifest().regions.len()).unwrap()
}

fn region(index: &Index, id: &str) -> u16 {
    regions(index).find(|region| index.manifest().regions[usize::from(*region)].id == id).unwrap()
}

/// A worker with all rows of a selection, and what it shows of them.
fn loaded(index: &Index, cube: &Cube, selection: Selection) -> (Worker, Shown) {
    let mut worker = Worker::default();
    let open = Request::Open { lang: "id".to_owned(), lists: index.lists(Lang::Id) };
    assert_eq!(worker.handle(open, Parcel::new()).0, Response::Done);
    let show = Request::Show { filter: Filter { selection, ..Filter::default() }, sort: None };
    worker.handle(show.clone(), Parcel::new());
    let plan = RowPlan::new(index, cube, selection);
    let chunks =
        plan.chunks.iter().map(|chunk| Expected { file: chunk.file.clone(), rows: chunk.rows }).collect();
    worker.handle(Request::Expect { chunks }, Parcel::new());
    for chunk in &plan.chunks {
        let bytes = unpacked(&format!("rows/{}", chunk.file));
        let taken = worker.handle(Request::Chunk { file: chunk.file.clone() }, vec![bytes]).0;
        assert!(matches!(taken, Response::Chunk { .. }), "{taken:?}");
    }
    match worker.handle(show, Parcel::new()).0 {
        Response::Shown(shown) => (worker, shown),
        other => panic!("{other:?}"),
    }
}

#[test]
fn files_have_cells_of_the_kinds_that_are_looked_for_there_and_no_others() {
    let index = Index::read(&manifest()).unwrap();
    for of in regions(&index) {
        let cube = cube(&index, of);
        let mut kinds = BTreeSet::new();
        for cell in 0..cube.keys.len() {
            let point = cube.point(cell).unwrap();
            assert!(
                has_kind(&index, of, point) && index.is_tabulated(point),
                "{point:?} in the file of {of}"
            );
            kinds.insert(point[0]);
        }
        // Its own, its parts and the whole are there, unless there is too little of them.
        let parts: Vec<u16> = index.children(of).collect();
        assert!(kinds.contains(&of) && (parts.is_empty() || kinds.contains(&0)), "{of}");
        assert!(
            parts.is_empty() || parts.iter().filter(|part| kinds.contains(part)).count() * 2 > parts.len()
        );
    }
}

#[test]
fn two_files_have_every_figure_of_a_first_view() {
    let index = Index::read(&manifest()).unwrap();
    let nation = cube(&index, 0).get([0, 0, 0, 0]).unwrap();
    assert_eq!(u64::from(nation.count), index.manifest().totals.claims);
    for of in regions(&index) {
        let mut cubes = Cubes::default();
        for region in first_view(&index, of) {
            cubes.insert(&index, region, cube(&index, region)).unwrap();
        }
        let selection = Selection { region: of, ..Selection::default() };
        assert!(figures(&index, &cubes, selection).value().is_some(), "{of}");
        let parts = comparison(&index, &cubes, selection, Measure::Count);
        assert_eq!(parts.len(), usize::from(index.depth(of)) + 1);
        assert!(parts.iter().all(|part| part.figures != Lookup::NotLoaded), "{of}");
        let points = trend(&index, &cubes, selection).points;
        assert!(points.len() == 19 && points.iter().all(|(_, found)| *found != Lookup::NotLoaded), "{of}");
        let ranking = ranking(&index, &cubes, selection, Measure::Amount).unwrap();
        assert!(ranking.regions.iter().all(|ranked| ranked.part.figures != Lookup::NotLoaded), "{of}");
        assert!(ranking.regions.iter().any(|ranked| ranked.rank == Some(1)), "{of}");
    }
}

#[test]
fn rows_are_never_more_than_the_cube_counts() {
    let index = Index::read(&manifest()).unwrap();
    let mut told = 0;
    for of in regions(&index).filter(|region| *region != 0) {
        let cube = cube(&index, of);
        let mut cubes = Cubes::default();
        cubes.insert(&index, of, cube.clone()).unwrap();
        for programme in 0..u16::try_from(index.manifest().programmes.len()).unwrap() {
            let selection = Selection { region: of, programme, ..Selection::default() };
            let (_, shown) = loaded(&index, &cube, selection);
            assert_eq!(shown.rows, shown.of);
            let found = figures(&index, &cubes, selection);
            if let Lookup::Value(figures) = &found {
                assert!(shown.rows <= figures.count, "{selection:?}");
                assert_eq!(
                    without_rows(&found, shown.rows.into()),
                    Some(u64::from(figures.count - shown.rows)),
                    "{selection:?}"
                );
            }
            if programme == 0 && index.depth(of) == 1 {
                told += u64::from(shown.rows);
            }
        }
    }
    // Those that are told of the nation alone are in no province.
    let (_, of_nation) = loaded(&index, &cube(&index, 0), Selection::default());
    assert!(told + u64::from(of_nation.rows) >= index.manifest().totals.rows, "{told}");
}

#[test]
fn the_rows_of_a_city_are_sorted_and_give_its_median() {
    let index = Index::read(&manifest()).unwrap();
    let selection = Selection { region: region(&index, "kota-palembang"), ..Selection::default() };
    let (mut worker, shown) = loaded(&index, &cube(&index, selection.region), selection);
    assert!(shown.rows > 1000, "{}", shown.rows);
    let sort = Some(Sort { column: Column::Amount, direction: Direction::Descending });
    worker.handle(Request::Show { filter: Filter { selection, ..Filter::default() }, sort }, Parcel::new());
    let Response::Rows { rows, .. } = worker.handle(Request::Rows { first: 0, count: 3 }, Parcel::new()).0
    else {
        panic!()
    };
    let amounts: Vec<u64> = rows
        .iter()
        .map(|row| row.cells[5].chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap())
        .collect();
    assert!(amounts.is_sorted_by(|a, b| a >= b) && amounts[0] > 100_000_000, "{amounts:?}");
    // Rows leave claims out, so that their median is near the published one and not it.
    let mut cubes = Cubes::default();
    cubes.insert(&index, selection.region, cube(&index, selection.region)).unwrap();
    let published = figures(&index, &cubes, selection).value().unwrap().median_amount().value().unwrap();
    let of_rows = shown.totals.amounts.unwrap()[2];
    assert!((published - of_rows).abs() * 10 < published, "{published} {of_rows}");
}

#[test]
fn the_page_without_scripts_has_the_newest_year() {
    let index = Index::read(&manifest()).unwrap();
    let mut cubes = Cubes::default();
    cubes.insert(&index, 0, cube(&index, 0)).unwrap();
    let found = overview(&index, &cubes, 0).unwrap();
    assert_eq!(index.manifest().times[usize::from(found.year)].id, "2025");
    assert_eq!(
        found.last_month.map(|month| index.manifest().times[usize::from(month)].id.as_str()),
        Some("2025-07")
    );
    assert_eq!(found.regions.len(), 3);
    assert!(found.regions.iter().all(|(_, cells)| cells.len() == 6 && cells[0].value().is_some()));
}

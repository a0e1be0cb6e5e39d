use claims::{Row, Rows, Shape};
use proptest::prelude::*;

use super::*;
use crate::sample;

fn chunk(first: [u16; 3], rows: u32, name: u8) -> Chunk {
    Chunk { first, rows, bytes: 10 * rows, hash: [name; 8] }
}

fn cube(chunks: Vec<Chunk>) -> Cube {
    Cube { chunks, ..Cube::new(Shape::default()) }
}

#[test]
fn a_first_view_is_two_requests_at_most() {
    let index = sample::index();
    for (region, files) in [(0, vec![0]), (1, vec![1]), (3, vec![3, 1]), (6, vec![6, 2])] {
        assert_eq!(first_view(&index, region), files);
    }
    // Where the whole has no level between, a regency needs its neighbours.
    let mut manifest = sample::manifest();
    manifest.regions.truncate(3);
    let flat = Index::new(manifest).unwrap();
    assert_eq!(first_view(&flat, 2), [2, 0]);
}

#[test]
fn the_nation_lists_what_is_told_of_no_region_within() {
    let index = sample::index();
    assert_eq!([0, 1, 3].map(|region| reach(&index, region)), [Reach::Own, Reach::All, Reach::All]);
}

#[test]
fn the_chunk_with_the_first_row_is_loaded_first() {
    let index = sample::index();
    let cube = cube((0..4).map(|n| chunk([3, u16::from(n), 3], 100, n)).collect());
    let plan = RowPlan::new(&index, &cube, Selection { region: 3, ..Selection::default() });
    assert_eq!((plan.chunks.len(), plan.rows(), plan.bytes()), (4, 400, 4000));
    let none = [None; 4];
    assert_eq!(plan.order(0, &none), [0, 1, 2, 3]);
    assert_eq!(plan.order(250, &none), [2, 1, 0, 3]);
    assert_eq!(plan.order(9999, &none), [3, 2, 1, 0]);
    // The first chunk turned out to have few rows of the region, so that row 120 is one further on.
    assert_eq!(plan.order(120, &none), [1, 0, 2, 3]);
    assert_eq!(plan.order(120, &[Some(5), None, None, None]), [2, 1, 3]);
    let empty = RowPlan { reach: Reach::All, chunks: Vec::new() };
    assert_eq!(empty.order(7, &[]), Vec::<usize>::new());
}

#[test]
fn a_programme_needs_some_of_the_chunks_of_a_region() {
    let index = sample::index();
    let firsts = [[1, 1, 1], [3, 1, 5], [3, 2, 3], [4, 1, 3]];
    let cube = cube(firsts.iter().zip(0..).map(|(first, n)| chunk(*first, 100, n)).collect());
    let places = |region, programme, time| {
        let selection = Selection { region, time, programme, group: 0 };
        let plan = RowPlan::new(&index, &cube, selection);
        let place = |planned: &Planned| cube.chunks.iter().position(|chunk| chunk.file() == planned.file);
        plan.chunks.iter().filter_map(place).collect::<Vec<_>>()
    };
    assert_eq!(places(1, 0, 0), [0, 1, 2, 3]);
    assert_eq!(places(3, 0, 0), [0, 1, 2]);
    assert_eq!(places(3, 1, 0), [0, 1]);
    assert_eq!(places(3, 2, 0), [1, 2]);
    assert_eq!(places(4, 0, 0), [2, 3]);
    // Of programme 1, times up to December 2024 are in the first chunk, and from then on in the second.
    assert_eq!(places(3, 1, 4), [0]);
    assert_eq!(places(3, 1, 6), [1]);
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let row = (1_u16..7, 1_u8..3, 1_u16..8, 0..900_i64).prop_map(|(region, programme, time, amount)| Row {
        region,
        programme,
        time,
        amount,
        group: 0,
        channel: 0,
        days: 0,
    });
    proptest::collection::vec(row, 1..60)
}

proptest! {
    /// No chunk with a row of the selection is left out, whatever is chosen and wherever chunks are cut.
    #[test]
    fn no_row_is_missed(
        mut rows in rows(),
        size in 1_usize..9,
        (region, time, programme) in (0_u16..7, 0_u16..8, 0_u16..3),
    ) {
        let index = sample::index();
        rows.sort_unstable();
        let chunks: Vec<Chunk> = rows
            .chunks(size)
            .zip(0..)
            .map(|(rows, name)| {
                let first = [rows[0].region, rows[0].programme.into(), rows[0].time];
                chunk(first, u32::try_from(rows.len()).unwrap(), name)
            })
            .collect();
        let cube = cube(chunks);
        let selection = Selection { region, time, programme, group: 0 };
        let plan = RowPlan::new(&index, &cube, selection);
        for (place, rows) in rows.chunks(size).enumerate() {
            let mut held = Rows::default();
            rows.iter().for_each(|row| held.push(row));
            let has = (0..held.len()).any(|at| {
                index.is_within(held.region[at], region)
                    && index.is_during(held.time[at], time)
                    && (programme == 0 || u16::from(held.programme[at]) == programme)
            });
            let is_planned = plan.chunks.iter().any(|planned| planned.file == cube.chunks[place].file());
            prop_assert!(is_planned || !has, "chunk {}", place);
        }
    }

    #[test]
    fn every_chunk_is_loaded_once(
        held in proptest::collection::vec(proptest::option::of(0_u32..100), 0..9),
        row in 0_u32..1200,
    ) {
        let chunks = (0_u8..).zip(&held).map(|(name, _)| planned(&chunk([3, 1, 3], 100, name))).collect();
        let plan = RowPlan { reach: Reach::All, chunks };
        let mut order = plan.order(row, &held);
        order.sort_unstable();
        let missing: Vec<usize> = (0..held.len()).filter(|place| held[*place].is_none()).collect();
        prop_assert_eq!(order, missing);
    }
}

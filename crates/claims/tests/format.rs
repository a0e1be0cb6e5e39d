//! What is written is read again, and what is damaged is refused.
#![allow(clippy::indexing_slicing)]
use claims::{Cell, Chunk, Cube, FormatError, NOT_STATED, Row, Rows, Shape, quantile::rounded};
use proptest::prelude::*;

const SHAPE: [u16; 4] = [7, 9, 4, 3];

fn cell() -> impl Strategy<Value = Cell> {
    let codes = prop::collection::vec(0_i64..2_000_000_000, 5);
    (5_u32..2_000_000, 0_i64..1 << 50, codes, prop::collection::vec(0_u16..400, 5), 0_usize..4).prop_map(
        |(count, amount, mut amounts, mut days, published)| {
            amounts.sort_unstable();
            days.sort_unstable();
            // From the median outwards, as more claims allow.
            let is_published = |place: usize| place.abs_diff(2) < published;
            Cell {
                count,
                amount,
                amounts: std::array::from_fn(|place| is_published(place).then(|| rounded(amounts[place]))),
                days: std::array::from_fn(|place| is_published(place).then_some(days[place])),
            }
        },
    )
}

fn cubes() -> impl Strategy<Value = Cube> {
    let [regions, times, programmes, groups] = SHAPE;
    let points =
        prop::collection::btree_map((0..regions, 0..times, 0..programmes, 0..groups), cell(), 0..150);
    let chunk = (any::<[u16; 3]>(), any::<u32>(), any::<u32>(), any::<[u8; 8]>());
    (points, prop::collection::vec(chunk, 0..20)).prop_map(move |(cells, chunks)| {
        let regions = (0..regions).map(|region| region * 13).collect();
        let mut cube = Cube::new(Shape { regions, times, first_month: 4, programmes, groups });
        for ((r, t, p, g), mut cell) in cells {
            if t >= 4 {
                // Of a month only the median is written.
                for place in [0, 1, 3, 4] {
                    cell.amounts[place] = None;
                    cell.days[place] = None;
                }
            }
            assert!(cube.push([r * 13, t, p, g], &cell));
            assert_eq!(cube.get([r * 13, t, p, g]), Some(cell));
        }
        let chunks = chunks.into_iter().map(|(first, rows, bytes, hash)| Chunk { first, rows, bytes, hash });
        cube.chunks = chunks.collect();
        cube
    })
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let days = prop_oneof![4 => 0_u16..400, 1 => Just(NOT_STATED)];
    let row = (0_u16..600, 0_u8..6, 0_u16..60, 0_i64..1 << 40, 0_u8..5, 0_u8..4, days);
    prop::collection::vec(row, 0..300).prop_map(|rows| {
        let row = |(region, programme, time, amount, group, channel, days)| Row {
            region,
            programme,
            time,
            amount: rounded(amount),
            group,
            channel,
            days,
        };
        let mut rows: Vec<Row> = rows.into_iter().map(row).collect();
        rows.sort_unstable();
        rows
    })
}

proptest! {
    #[test]
    fn a_cube_comes_back(cube in cubes()) {
        let read = Cube::decode(&cube.encode().unwrap()).unwrap();
        prop_assert_eq!(&read, &cube);
        for index in 0..cube.keys.len() {
            prop_assert_eq!(read.find(read.point(index).unwrap()), Some(index));
        }
    }

    #[test]
    fn rows_come_back(rows in rows()) {
        let mut chunk = Rows::default();
        rows.iter().for_each(|row| chunk.push(row));
        let read = Rows::decode(&chunk.encode().unwrap()).unwrap();
        prop_assert_eq!(&read, &chunk);
        prop_assert_eq!((0..read.len()).map(|index| read.row(index).unwrap()).collect::<Vec<_>>(), rows);
    }

    #[test]
    fn what_is_cut_is_refused(cube in cubes(), at: prop::sample::Index) {
        let bytes = cube.encode().unwrap();
        prop_assert!(Cube::decode(&bytes[..at.index(bytes.len())]).is_err());
    }

    #[test]
    fn any_bytes_are_refused(bytes: Vec<u8>) {
        prop_assert!(Cube::decode(&bytes).is_err());
        prop_assert!(Rows::decode(&bytes).is_err());
    }
}

#[test]
fn one_format_is_not_the_other() {
    let cube = Cube::new(Shape::default()).encode().unwrap();
    assert_eq!(Rows::decode(&cube), Err(FormatError::Magic { expected: "rows" }));
}

#[test]
fn cells_are_pushed_in_order_and_inside() {
    let shape = Shape { regions: vec![3, 5], times: 2, first_month: 1, programmes: 2, groups: 2 };
    let mut cube = Cube::new(shape);
    assert!(cube.push([5, 0, 0, 0], &Cell::default()));
    assert!(!cube.push([3, 0, 0, 0], &Cell::default()), "it stands before the last one");
    assert!(!cube.push([5, 2, 0, 0], &Cell::default()), "there is no such time");
    assert!(!cube.push([4, 0, 0, 0], &Cell::default()), "it is of another file");
}

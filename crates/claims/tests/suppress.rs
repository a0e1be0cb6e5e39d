//! Nothing withheld can be computed from what is published.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use std::collections::{BTreeMap, BTreeSet};

use claims::{
    audit::{bounds, determined},
    lattice::{Axis, Lattice, Point},
    release::{self, Release},
    suppress::{Rule, State, Suppression},
};
use proptest::prelude::*;

/// Regions in two provinces, months in two years.
fn axes(regencies: [u16; 2], months: [u16; 2], programmes: u16, groups: u16) -> [Axis; 4] {
    let tree = |below: [u16; 2]| {
        let parents = (1..).zip(below).flat_map(|(parent, n)| vec![parent; n.into()]);
        Axis::new(&[0, 0].into_iter().chain(parents).collect::<Vec<_>>()).unwrap()
    };
    [tree(regencies), tree(months), Axis::flat(programmes).unwrap(), Axis::flat(groups).unwrap()]
}

fn leaves(axes: &[Axis; 4]) -> Vec<Point> {
    let mut points = Vec::new();
    for &r in axes[0].leaves() {
        for &t in axes[1].leaves() {
            for &p in axes[2].leaves() {
                points.extend(axes[3].leaves().iter().map(|&g| [r, t, p, g]));
            }
        }
    }
    points
}

/// Small cubes, because elimination takes the third power of their cells: 80 cells of leaves at most.
fn cubes() -> impl Strategy<Value = (Lattice, Rule)> {
    let size = ([1_u16..4, 1..3], [1_u16..3, 1..3], 1_u16..3, 1_u16..3);
    (size, 0_u8..3, 1_u64..4, 1_u64..40).prop_flat_map(|((r, t, p, g), months_by_group, values, most)| {
        let axes = axes(r, t, p, g);
        let points = leaves(&axes);
        let size = points.len();
        prop::collection::vec(prop_oneof![2 => Just(0_u64), 3 => 0..6_u64, 3 => 0..=most], size).prop_map(
            move |counts| {
                let mut lattice = Lattice::new(axes.clone());
                for (point, count) in points.iter().zip(counts) {
                    assert!(lattice.add(*point, count, i64::try_from(count).unwrap() * 1000));
                }
                (lattice, Rule { values: values + 1, months_by_group, ..Rule::default() })
            },
        )
    })
}

/// How many rows are told as what.
fn told(lattice: &Lattice, suppression: &Suppression, rule: &Rule) -> BTreeMap<Point, u64> {
    let release = Release::new(lattice, suppression, rule);
    let mut told = BTreeMap::new();
    for leaf in leaves(lattice.axes()) {
        if let Some(point) = release.told(lattice, leaf) {
            *told.entry(point).or_default() += lattice.count(leaf);
        }
    }
    told
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// By adding and subtracting everything that is published, the numbers of rows among it.
    #[test]
    fn no_small_cell_is_determined((lattice, rule) in cubes()) {
        let suppression = Suppression::new(&lattice, &rule);
        let release = Release::new(&lattice, &suppression, &rule);
        let told: BTreeSet<Point> =
            leaves(lattice.axes()).iter().filter_map(|leaf| release.told(&lattice, *leaf)).collect();
        let mut rows: BTreeMap<Point, Vec<Point>> = BTreeMap::new();
        for leaf in leaves(lattice.axes()) {
            // Nobody sees which cells are empty: these belong to what would tell them if they had claims.
            if let Some(told) = release::as_told(&lattice, leaf).find(|total| told.contains(total)) {
                rows.entry(told).or_default().push(leaf);
            }
        }
        let rows: Vec<Vec<Point>> = rows.into_values().collect();
        prop_assert_eq!(determined(&lattice, &suppression, &rows), Vec::<usize>::new());
    }

    /// By the ranges that sums leave.
    #[test]
    fn the_range_of_a_small_cell_is_wide((lattice, rule) in cubes()) {
        let suppression = Suppression::new(&lattice, &rule);
        let bounds = bounds(&lattice, &suppression);
        for (index, state) in suppression.states.iter().enumerate() {
            let count = lattice.counts()[index];
            prop_assert!((bounds.low[index]..=bounds.high[index]).contains(&count));
            if *state == State::Small {
                let values = bounds.high[index] - bounds.low[index] + 1;
                prop_assert!(values >= rule.values, "{:?}: {} values", lattice.point(index), values);
            }
        }
    }

    /// Each small cell has a table of its own in which it is another number, and all that is published is the same: every
    /// number of the cube, and how many rows are told as what.
    #[test]
    fn each_small_cell_could_be_another_number((lattice, rule) in cubes()) {
        let suppression = Suppression::new(&lattice, &rule);
        let rows = told(&lattice, &suppression, &rule);
        let mut differs = vec![false; lattice.len()];
        for swap in &suppression.swaps {
            let corners: Vec<_> = swap.corners().collect();
            let up = corners.iter().all(|(point, plus)| *plus || lattice.count(*point) > 0);
            let mut other = Lattice::new(lattice.axes().clone());
            for point in leaves(lattice.axes()) {
                let change = match corners.iter().find(|corner| corner.0 == point) {
                    None => 0,
                    Some((_, plus)) => if *plus == up { 1 } else { -1 },
                };
                prop_assert!(other.add(point, lattice.count(point).checked_add_signed(change).unwrap(), 0));
            }
            for (index, state) in suppression.states.iter().enumerate() {
                let is_same = other.counts()[index] == lattice.counts()[index];
                prop_assert!(is_same || *state != State::Kept, "{:?} is published", lattice.point(index));
                differs[index] |= !is_same;
            }
            let changed: BTreeSet<usize> =
                swap.changed(&lattice).into_iter().map(|point| lattice.index(point)).collect();
            let found = (0..lattice.len()).filter(|index| other.counts()[*index] != lattice.counts()[*index]);
            prop_assert_eq!(found.collect::<BTreeSet<_>>(), changed);
            prop_assert!(swap.values(&lattice) >= rule.values);
            prop_assert_eq!(told(&other, &suppression, &rule), rows.clone());
        }
        for (index, state) in suppression.states.iter().enumerate() {
            prop_assert!(*state != State::Small || differs[index]);
        }
    }
}

/// A table in which each row and each column has two withheld cells, and one of them follows all the same.
#[test]
fn elimination_finds_what_single_sums_do_not() {
    let axes =
        [Axis::flat(4).unwrap(), Axis::flat(4).unwrap(), Axis::flat(1).unwrap(), Axis::flat(1).unwrap()];
    let mut lattice = Lattice::new(axes);
    for point in leaves(&lattice.axes().clone()) {
        assert!(lattice.add(point, if point == [2, 3, 1, 1] { 3 } else { 20 }, 0));
    }
    let withheld = [[1, 1], [1, 2], [2, 1], [2, 2], [2, 3], [3, 3], [3, 4], [4, 3], [4, 4]];
    let states = (0..lattice.len())
        .map(|index| match lattice.point(index) {
            [2, 3, ..] => State::Small,
            [r, t, ..] if withheld.contains(&[r, t]) => State::Protecting,
            _ => State::Kept,
        })
        .collect();
    let naive = Suppression { states, swaps: Vec::new() };
    assert!(determined(&lattice, &naive, &[]).contains(&lattice.index([2, 3, 1, 1])));
    let ours = Suppression::new(&lattice, &Rule::default());
    assert_eq!(determined(&lattice, &ours, &[]), [0; 0]);
    assert_eq!(ours.number(State::Small), 4, "the cell, and its totals of one programme and one group");
}

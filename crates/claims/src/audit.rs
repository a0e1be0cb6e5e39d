//! What somebody can compute of withheld cells from all that is published.
//!
//! [`bounds`] narrows the range of every cell by every sum until nothing changes, which is quick and finds what single
//! sums give away.
//! [`determined`] finds by elimination what all sums together give away; it is for cubes of some thousand cells.
use crate::{
    lattice::{DIMENSIONS, Lattice, Point},
    suppress::{State, Suppression},
};

/// The range of each cell, as far as sums narrow it; both ends are possible as far as is known.
#[derive(Clone, Debug)]
pub struct Bounds {
    /// The least value of each cell.
    pub low: Vec<u64>,
    /// The greatest value of each cell.
    pub high: Vec<u64>,
}

/// Narrows the range of every cell by each total and its parts, until nothing changes.
pub fn bounds(lattice: &Lattice, suppression: &Suppression) -> Bounds {
    let all = lattice.count([0; DIMENSIONS]);
    let known = |index: usize| suppression.states.get(index) == Some(&State::Kept);
    let (low, high) = lattice
        .counts()
        .iter()
        .enumerate()
        .map(|(index, &count)| if known(index) { (count, count) } else { (0, all.saturating_mul(2)) })
        .unzip();
    let mut bounds = Bounds { low, high };
    let sums = sums(lattice);
    // Ranges settle in few rounds; the limit is there for tables that go on by ones.
    for _ in 0..100 {
        let mut changed = false;
        for (total, parts) in &sums {
            changed |= bounds.narrow(*total, parts);
        }
        if !changed {
            break;
        }
    }
    bounds
}

impl Bounds {
    fn at(&self, index: usize) -> (u64, u64) {
        (self.low.get(index).copied().unwrap_or(0), self.high.get(index).copied().unwrap_or(u64::MAX))
    }

    /// Narrows a total by its parts and each part by the total and the others. Whether anything changed.
    fn narrow(&mut self, total: usize, parts: &[usize]) -> bool {
        let (mut least, mut most) = (0_u64, 0_u64);
        for &part in parts {
            let (low, high) = self.at(part);
            least = least.saturating_add(low);
            most = most.saturating_add(high);
        }
        let mut changed = self.meet(total, least, most);
        let (low, high) = self.at(total);
        for &part in parts {
            let (part_low, part_high) = self.at(part);
            if part_low == part_high {
                continue;
            }
            let others_most = most.saturating_sub(part_high);
            let others_least = least.saturating_sub(part_low);
            changed |= self.meet(part, low.saturating_sub(others_most), high.saturating_sub(others_least));
        }
        changed
    }

    fn meet(&mut self, index: usize, least: u64, most: u64) -> bool {
        let mut changed = false;
        if let Some(low) = self.low.get_mut(index).filter(|low| **low < least) {
            *low = least;
            changed = true;
        }
        if let Some(high) = self.high.get_mut(index).filter(|high| **high > most) {
            *high = most;
            changed = true;
        }
        changed
    }
}

/// Every total with its parts along one axis.
fn sums(lattice: &Lattice) -> Vec<(usize, Vec<usize>)> {
    let children: Vec<Vec<Vec<u16>>> = lattice
        .axes()
        .iter()
        .map(|axis| {
            (0..axis.len()).map(|node| axis.children(u16::try_from(node).unwrap_or(0)).collect()).collect()
        })
        .collect();
    let mut sums = Vec::new();
    for index in 0..lattice.len() {
        let point = lattice.point(index);
        for (d, (below, node)) in children.iter().zip(point).enumerate() {
            let Some(parts) = below.get(usize::from(node)).filter(|parts| !parts.is_empty()) else {
                continue;
            };
            let cell = |part: &u16| {
                let mut point = point;
                if let Some(node) = point.get_mut(d) {
                    *node = *part;
                }
                lattice.index(point)
            };
            sums.push((index, parts.iter().map(cell).collect()));
        }
    }
    sums
}

/// The small cells that follow from what is published by adding and subtracting alone.
///
/// Elimination is modulo a prime below 2³¹, so that a cell that is found by chance is as unlikely as that prime is
/// large, and none is overlooked but by such a chance.
///
/// `sums` are further numbers that are known: each the sum of some cells of leaves.
pub fn determined(lattice: &Lattice, suppression: &Suppression, sums: &[Vec<Point>]) -> Vec<usize> {
    let leaves = leaf_numbers(lattice);
    let row = |index: usize| {
        let point = lattice.point(index);
        let mut row = vec![0_u64; leaves.len()];
        for (slot, leaf) in row.iter_mut().zip(&leaves) {
            let is_part = lattice
                .axes()
                .iter()
                .zip(leaf)
                .zip(point)
                .all(|((axis, leaf), node)| axis.is_under(*leaf, node));
            *slot = u64::from(is_part);
        }
        row
    };
    let kept = suppression.states.iter().enumerate().filter(|(_, state)| **state == State::Kept);
    let further = sums.iter().map(|sum| leaves.iter().map(|leaf| u64::from(sum.contains(leaf))).collect());
    let mut basis: Vec<(usize, Vec<u64>)> = Vec::new();
    for known in kept.map(|(index, _)| row(index)).chain(further) {
        let rest = reduced(known, &basis);
        if let Some(pivot) = rest.iter().position(|value| *value != 0) {
            basis.push((pivot, scaled(rest, pivot)));
        }
    }
    suppression
        .states
        .iter()
        .enumerate()
        .filter(|(_, state)| **state == State::Small)
        .map(|(index, _)| index)
        .filter(|&index| reduced(row(index), &basis).iter().all(|value| *value == 0))
        .collect()
}

/// The prime 2³¹ − 1.
const PRIME: u64 = 0x7fff_ffff;

fn leaf_numbers(lattice: &Lattice) -> Vec<Point> {
    let lists: [Vec<u16>; DIMENSIONS] = std::array::from_fn(|d| lattice.axis(d).leaves().to_vec());
    let mut leaves = Vec::new();
    crate::lattice::each_product(&lists, |point| leaves.push(point));
    leaves
}

fn reduced(mut row: Vec<u64>, basis: &[(usize, Vec<u64>)]) -> Vec<u64> {
    for (pivot, other) in basis {
        let factor = row.get(*pivot).copied().unwrap_or(0);
        if factor != 0 {
            for (value, step) in row.iter_mut().zip(other) {
                *value = (*value + (PRIME - factor) * step) % PRIME;
            }
        }
    }
    row
}

fn scaled(mut row: Vec<u64>, pivot: usize) -> Vec<u64> {
    let inverse = power(row.get(pivot).copied().unwrap_or(1), PRIME - 2);
    row.iter_mut().for_each(|value| *value = *value * inverse % PRIME);
    row
}

fn power(mut base: u64, mut exponent: u64) -> u64 {
    let mut result = 1;
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = result * base % PRIME;
        }
        base = base * base % PRIME;
        exponent >>= 1;
    }
    result
}

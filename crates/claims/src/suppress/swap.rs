//! A change of the table that nothing published tells.
use crate::lattice::{DIMENSIONS, Lattice, Point, each_product};

/// Claims that change places.
///
/// Two cells of leaves differ along some axes, and these axes are put into blocks.
/// Each block takes its nodes from the first or from the second cell; all choices together are the corners.
/// One claim more at those corners where an even number of blocks is from the second, and one less at the others,
/// changes a total only if in each block some axis tells the two nodes apart: in all other totals one more and one less
/// fall together.
/// So it is a table that looks the same wherever none of those totals is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Swap {
    /// A cell of leaves.
    pub first: Point,
    /// Another one.
    pub second: Point,
    /// The axes of each block, a bit for each; axes of no block are the same in both cells.
    pub blocks: [u8; DIMENSIONS],
}

impl Swap {
    /// Every corner, and whether there is one claim more rather than one less.
    pub fn corners(&self) -> impl Iterator<Item = (Point, bool)> {
        choices(self.blocks).map(|(axes, more)| {
            let mut point = self.first;
            for (d, (node, other)) in point.iter_mut().zip(self.second).enumerate() {
                if axes & (1 << d) != 0 {
                    *node = other;
                }
            }
            (point, more)
        })
    }

    /// How many values it leaves possible for each cell that it changes: no corner falls below zero.
    pub fn values(&self, lattice: &Lattice) -> u64 {
        values(self.corners().map(|(point, more)| (lattice.count(point), more)))
    }

    /// Every cell that it changes, by one claim.
    pub fn changed(&self, lattice: &Lattice) -> Vec<Point> {
        let mut points = Vec::new();
        for (corner, _) in self.corners() {
            let paths = std::array::from_fn(|d| match corner.get(d) {
                Some(node) => lattice.axis(d).path(*node).to_vec(),
                None => Vec::new(),
            });
            each_product(&paths, |point| {
                if self.changes(lattice, point) {
                    points.push(point);
                }
            });
        }
        points
    }

    /// Whether in each block some axis tells the two cells apart.
    fn changes(&self, lattice: &Lattice, total: Point) -> bool {
        self.blocks.iter().filter(|block| **block != 0).all(|block| {
            (0..DIMENSIONS).zip(total).zip(self.first.into_iter().zip(self.second)).any(
                |((d, node), (first, second))| {
                    let axis = lattice.axis(d);
                    block & (1 << d) != 0 && axis.is_under(first, node) != axis.is_under(second, node)
                },
            )
        })
    }
}

/// For each corner, the axes that it has of the second cell, and whether it has one claim more.
pub(super) fn choices(blocks: [u8; DIMENSIONS]) -> impl Iterator<Item = (u8, bool)> {
    let number = blocks.iter().take_while(|block| **block != 0).count();
    (0_u32..1 << number).map(move |choice| {
        let chosen = blocks.iter().enumerate().filter(|(n, _)| choice & (1 << n) != 0);
        (chosen.fold(0, |axes, (_, block)| axes | block), choice.count_ones() % 2 == 0)
    })
}

/// How many values are possible where some counts go one way and the others the other.
fn values(counts: impl Iterator<Item = (u64, bool)>) -> u64 {
    let (mut more, mut less) = (u64::MAX, u64::MAX);
    for (count, is_more) in counts {
        let side = if is_more { &mut more } else { &mut less };
        *side = count.min(*side);
    }
    more.saturating_add(less).saturating_add(1)
}

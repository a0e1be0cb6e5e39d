//! Cells of leaves in a row, and where what is above each of them stands: tables, because a search asks millions of
//! times.
use super::pattern::{Patterns, spread};
use crate::{
    lattice::{Axis, DIMENSIONS, Lattice, Point, each_product},
    suppress::State,
};

/// The levels of totals that fit the bits of a number.
const MOST_LEVELS: usize = 64;

/// An axis.
struct Line {
    /// For each node, what it adds to the place of a cell of leaves; 0 where it is no leaf.
    places: Vec<usize>,
    /// For each leaf, what the node of each height above it adds to the index of a cell, the leaf itself first: `height`
    /// numbers for each node.
    above: Vec<usize>,
    height: usize,
    /// The leaves below each node.
    below: Vec<Vec<u16>>,
}

impl Line {
    /// An axis of which the next leaf is `stride` places and the next node `step` cells further.
    fn new(axis: &Axis, stride: usize, step: usize) -> Self {
        let height = axis.leaves().first().map_or(1, |leaf| axis.path(*leaf).len());
        let mut line = Self {
            places: vec![0; axis.len()],
            above: vec![0; axis.len() * height],
            height,
            below: vec![Vec::new(); axis.len()],
        };
        for (n, leaf) in axis.leaves().iter().enumerate() {
            let slots = line.above.iter_mut().skip(usize::from(*leaf) * height);
            for (slot, node) in slots.zip(axis.path(*leaf)) {
                *slot = usize::from(*node) * step;
                if let Some(below) = line.below.get_mut(usize::from(*node)) {
                    below.push(*leaf);
                }
            }
            if let Some(place) = line.places.get_mut(usize::from(*leaf)) {
                *place = n * stride;
            }
        }
        line
    }

    /// What the nodes above a leaf add to the index of a cell.
    fn above(&self, leaf: u16) -> &[usize] {
        let from = usize::from(leaf) * self.height;
        self.above.get(from..from + self.height).unwrap_or_default()
    }
}

/// What is looked up of cells.
pub(super) struct Grid {
    lines: [Line; DIMENSIONS],
    heights: [usize; DIMENSIONS],
    /// The heights of each level.
    levels: Vec<[usize; DIMENSIONS]>,
    /// The number of claims of each cell of leaves.
    counts: Vec<u64>,
    /// For each cell of leaves, which of the totals above it are published: a bit for each level.
    kept: Vec<u64>,
}

impl Grid {
    /// The tables of a lattice; `None` where it has more levels than a number has bits.
    pub(super) fn new(lattice: &Lattice, states: &[State]) -> Option<Self> {
        let axes = lattice.axes();
        let heights =
            axes.each_ref().map(|axis| axis.leaves().first().map_or(1, |leaf| axis.path(*leaf).len()));
        let levels: usize = heights.iter().product();
        if levels > MOST_LEVELS {
            return None;
        }
        let lines = std::array::from_fn(|d| {
            let below = axes.get(d + 1..).unwrap_or_default();
            let stride = below.iter().map(|axis| axis.leaves().len()).product();
            Line::new(lattice.axis(d), stride, below.iter().map(Axis::len).product())
        });
        let levels = (0..levels).map(|level| spread(heights, level)).collect();
        let mut grid = Self { lines, heights, levels, counts: Vec::new(), kept: Vec::new() };
        let leaves: [Vec<u16>; DIMENSIONS] = axes.each_ref().map(|axis| axis.leaves().to_vec());
        each_product(&leaves, |leaf| {
            grid.counts.push(lattice.count(leaf));
            let is_kept = |level: &usize| states.get(grid.above(leaf, *level)) == Some(&State::Kept);
            let kept = (0..grid.levels.len()).filter(is_kept).fold(0, |bits, level| bits | 1 << level);
            grid.kept.push(kept);
        });
        Some(grid)
    }

    /// The patterns of such cells.
    pub(super) fn patterns(&self) -> Patterns {
        Patterns::new(self.heights)
    }

    /// What each node adds to the place of a cell of leaves.
    pub(super) fn offsets(&self, leaf: Point) -> [usize; DIMENSIONS] {
        let mut offsets = [0; DIMENSIONS];
        for (offset, (line, node)) in offsets.iter_mut().zip(self.lines.iter().zip(leaf)) {
            *offset = line.places.get(usize::from(node)).copied().unwrap_or(0);
        }
        offsets
    }

    /// The number of claims at a place, and which totals above it are published.
    pub(super) fn at(&self, place: usize) -> (u64, u64) {
        (self.counts.get(place).copied().unwrap_or(0), self.kept.get(place).copied().unwrap_or(0))
    }

    /// The same of a cell of leaves.
    pub(super) fn of(&self, leaf: Point) -> (u64, u64) {
        self.at(self.offsets(leaf).iter().sum())
    }

    /// That the total of a level is no longer published, for every cell of leaves below it.
    pub(super) fn hide(&mut self, total: Point, level: usize) {
        let below = self.below(total).map(<[u16]>::to_vec);
        each_product(&below, |leaf| {
            let place = self.offsets(leaf).iter().sum::<usize>();
            if let Some(kept) = self.kept.get_mut(place) {
                *kept &= !(1 << level);
            }
        });
    }

    /// The leaves of each axis below a cell.
    pub(super) fn below(&self, cell: Point) -> [&[u16]; DIMENSIONS] {
        let mut lists: [&[u16]; DIMENSIONS] = [&[]; DIMENSIONS];
        for (list, (line, node)) in lists.iter_mut().zip(self.lines.iter().zip(cell)) {
            *list = line.below.get(usize::from(node)).map_or(&[], Vec::as_slice);
        }
        lists
    }

    /// The index of the total of a level above a cell of leaves.
    pub(super) fn above(&self, leaf: Point, level: usize) -> usize {
        let heights = self.levels.get(level).copied().unwrap_or_default();
        let nodes = self.lines.iter().zip(leaf).zip(heights);
        nodes.map(|((line, node), height)| line.above(node).get(height).copied().unwrap_or(0)).sum()
    }

    /// The height of the lowest common total of each axis.
    pub(super) fn common(&self, first: Point, second: Point) -> [usize; DIMENSIONS] {
        let mut common = [0; DIMENSIONS];
        for (height, (line, (a, b))) in
            common.iter_mut().zip(self.lines.iter().zip(first.into_iter().zip(second)))
        {
            if a != b {
                *height = line.above(a).iter().zip(line.above(b)).take_while(|(a, b)| a != b).count();
            }
        }
        common
    }

    /// The level of a cell.
    pub(super) fn level_of(&self, lattice: &Lattice, cell: Point) -> usize {
        lattice.depths(cell).into_iter().zip(self.heights).fold(0, |level, (depth, height)| {
            level * height + (height - 1).saturating_sub(usize::from(depth))
        })
    }
}

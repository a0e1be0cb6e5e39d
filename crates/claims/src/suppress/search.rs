//! Finds a swap for each small cell, and withholds what it changes.
use super::{Rule, State, Suppression, Swap, swap};
use crate::lattice::{DIMENSIONS, Lattice, Point, REGION, each_product};

/// How many cells of leaves below a small total are tried as first cell.
const FIRST: usize = 4;
/// How many cells of the same region are looked at for the second, and how many of these are tried with every other
/// region.
const SEEN: usize = 160;
const TRIED: usize = 16;
/// How many of all cells are looked at where none of these protects.
const FAR: usize = 20_000;

/// How the two cells of a swap differ, and what that changes.
struct Pattern {
    blocks: [u8; DIMENSIONS],
    /// The axes that each corner has of the second cell, and whether it has one claim more.
    corners: Vec<(u8, bool)>,
    /// The levels whose totals change, a bit for each.
    changed: u64,
}

/// What is known of a corner.
#[derive(Clone, Copy, Default)]
struct Corner {
    cell: Point,
    count: u64,
    kept: u64,
}

/// A swap that was found, and how many claims are no longer seen in the cells that it costs, summed up.
struct Found {
    cost: u64,
    swap: Swap,
}

/// What is known while swaps are looked for.
pub(super) struct Search<'a> {
    lattice: &'a Lattice,
    rule: &'a Rule,
    states: Vec<State>,
    is_protected: Vec<bool>,
    swaps: Vec<Swap>,
    /// How many levels each axis has.
    heights: [usize; DIMENSIONS],
    /// For each cell of leaves, which of the totals above it are published: a bit for each combination of levels.
    kept: Vec<u64>,
    /// The number of claims of each cell of leaves.
    counts: Vec<u64>,
    /// The place of a leaf among the leaves of its axis, and how far the next one is among cells.
    places: [Vec<usize>; DIMENSIONS],
    strides: [usize; DIMENSIONS],
    /// The patterns by the height of the lowest common total of each axis; 0 where an axis does not change.
    patterns: Vec<Vec<Pattern>>,
}

impl<'a> Search<'a> {
    pub(super) fn new(lattice: &'a Lattice, rule: &'a Rule, states: Vec<State>) -> Self {
        let heights: [usize; DIMENSIONS] = std::array::from_fn(|d| {
            let axis = lattice.axis(d);
            axis.leaves().first().map_or(1, |leaf| axis.path(*leaf).len())
        });
        let places = std::array::from_fn(|d| {
            let axis = lattice.axis(d);
            let mut places = vec![usize::MAX; axis.len()];
            for (place, leaf) in axis.leaves().iter().enumerate() {
                if let Some(slot) = places.get_mut(usize::from(*leaf)) {
                    *slot = place;
                }
            }
            places
        });
        let leaves: [Vec<u16>; DIMENSIONS] = std::array::from_fn(|d| lattice.axis(d).leaves().to_vec());
        let mut search = Self {
            lattice,
            rule,
            is_protected: vec![false; states.len()],
            states,
            swaps: Vec::new(),
            heights,
            strides: std::array::from_fn(|d| leaves.iter().skip(d + 1).map(Vec::len).product()),
            kept: Vec::new(),
            counts: Vec::new(),
            places,
            patterns: patterns(heights),
        };
        let (mut kept, mut counts) = (Vec::new(), Vec::new());
        each_product(&leaves, |leaf| {
            counts.push(lattice.count(leaf));
            kept.push(search.kept_above(leaf));
        });
        search.kept = kept;
        search.counts = counts;
        search
    }

    /// Totals first: what protects them protects many of their parts.
    pub(super) fn run(mut self) -> Suppression {
        let lattice = self.lattice;
        let mut small: Vec<(u8, usize)> = self
            .states
            .iter()
            .enumerate()
            .filter(|(_, state)| **state == State::Small)
            .map(|(index, _)| (lattice.depths(lattice.point(index)).iter().sum(), index))
            .collect();
        small.sort_unstable();
        for (_, index) in small {
            if self.is_protected.get(index) == Some(&false) {
                self.protect(lattice.point(index));
            }
        }
        Suppression { states: self.states, swaps: self.swaps }
    }

    fn protect(&mut self, cell: Point) {
        let mut best = None;
        for first in self.first_cells(cell) {
            self.look_near(cell, first, &mut best);
            if best.as_ref().is_some_and(|found| found.cost == 0) {
                break;
            }
        }
        if best.is_none() {
            for first in self.first_cells(cell) {
                self.look_far(cell, first, &mut best);
            }
        }
        if let Some(Found { swap, .. }) = best {
            self.withhold(swap);
        }
    }

    /// Cells of leaves below a cell that have claims; the cell itself where it is one.
    fn first_cells(&self, cell: Point) -> Vec<Point> {
        let mut cells = Vec::new();
        each_product(&self.leaves_below(cell), |point| {
            if cells.len() < FIRST && self.count(point) > 0 {
                cells.push(point);
            }
        });
        cells
    }

    fn leaves_below(&self, cell: Point) -> [Vec<u16>; DIMENSIONS] {
        std::array::from_fn(|d| {
            let (axis, node) = (self.lattice.axis(d), cell.get(d).copied().unwrap_or(0));
            axis.leaves().iter().copied().filter(|leaf| axis.is_under(*leaf, node)).collect()
        })
    }

    /// Second cells that cost little in the region of the first, each with all regions of the same total.
    fn look_near(&self, cell: Point, first: Point, best: &mut Option<Found>) {
        let [region, ..] = first;
        let mut seconds = self.seconds(cell, first);
        let axis = self.lattice.axis(REGION);
        let [of_cell, ..] = cell;
        let mut regions: Vec<u16> = if of_cell == 0 {
            vec![region]
        } else {
            let total = axis.parent(of_cell);
            let near = |leaf: &u16| axis.is_under(*leaf, total) && !axis.is_under(*leaf, of_cell);
            axis.leaves().iter().copied().filter(near).collect()
        };
        if regions.is_empty() {
            regions = axis.leaves().iter().copied().filter(|leaf| *leaf != region).collect();
        }
        seconds.truncate(TRIED);
        for (_, second) in seconds {
            for &other in &regions {
                let mut second = second;
                if let Some(node) = second.get_mut(REGION) {
                    *node = other;
                }
                self.weigh(cell, first, second, best);
                if best.as_ref().is_some_and(|found| found.cost == 0) {
                    return;
                }
            }
        }
    }

    /// Cells of the same region, the first itself among them; those first that touch few published totals.
    fn seconds(&self, cell: Point, first: Point) -> Vec<(u32, Point)> {
        let mut lists: [Vec<u16>; DIMENSIONS] = std::array::from_fn(|d| match (cell.get(d), first.get(d)) {
            (Some(0), Some(node)) => vec![*node],
            _ => self.lattice.axis(d).leaves().to_vec(),
        });
        let [region, ..] = first;
        if let Some(regions) = lists.first_mut() {
            *regions = vec![region];
        }
        let mut all = Vec::new();
        each_product(&lists, |point| {
            all.push(point);
        });
        let step = all.len().div_ceil(SEEN).max(1);
        let shift = usize::from(first.iter().fold(0_u16, |sum, node| sum.wrapping_add(*node))) % step;
        let mut seconds: Vec<(u32, Point)> = all
            .into_iter()
            .enumerate()
            .filter(|(n, point)| n % step == shift || *point == first)
            .map(|(_, point)| (self.touched(first, point), point))
            .collect();
        seconds.sort_unstable();
        seconds
    }

    /// How many published totals of the two cells change at least, if a second region takes part.
    fn touched(&self, first: Point, second: Point) -> u32 {
        let mut common = self.common(first, second);
        if let Some(region) = common.first_mut() {
            *region = 1;
        }
        let (here, there) = (self.kept_of(first), self.kept_of(second));
        self.patterns_of(common)
            .iter()
            .map(|pattern| (here & pattern.changed).count_ones() + (there & pattern.changed).count_ones())
            .min()
            .unwrap_or(u32::MAX)
    }

    /// Everything else, until something protects: other regions of the nation alone, and changed grand totals.
    fn look_far(&self, cell: Point, first: Point, best: &mut Option<Found>) {
        let lists: [Vec<u16>; DIMENSIONS] = std::array::from_fn(|d| match (cell.get(d), first.get(d)) {
            (Some(0), Some(node)) => vec![*node],
            _ => self.lattice.axis(d).leaves().to_vec(),
        });
        let step = (lists.iter().map(Vec::len).product::<usize>() / FAR).max(1);
        let mut number = 0;
        each_product(&lists, |second| {
            number += 1;
            // A cell with itself changes every total above it, and is always possible.
            let is_seen = number % step == 0 || second == first;
            if is_seen && best.as_ref().is_none_or(|found| found.cost > 0) {
                self.weigh(cell, first, second, best);
            }
        });
    }

    /// Keeps a swap that protects the cell and costs less than the best.
    fn weigh(&self, cell: Point, first: Point, second: Point, best: &mut Option<Found>) {
        let level = self.level_of(cell);
        let corners = self.corners(first, second);
        for Pattern { blocks, corners: chosen, changed } in self.patterns_of(self.common(first, second)) {
            if changed & (1 << level) == 0 {
                continue;
            }
            let of_choice = |(axes, more): &(u8, bool)| {
                (corners.get(usize::from(*axes)).copied().unwrap_or_default(), *more)
            };
            if swap::values(
                chosen.iter().map(|choice| of_choice(choice)).map(|(corner, more)| (corner.count, more)),
            ) < self.rule.values
            {
                continue;
            }
            let limit = best.as_ref().map_or(u64::MAX, |found| found.cost);
            let mut cost = 0_u64;
            for (corner, _) in chosen.iter().map(of_choice) {
                let mut touched = corner.kept & changed;
                while touched != 0 && cost < limit {
                    let total = self.above(corner.cell, touched.trailing_zeros() as usize);
                    cost = cost.saturating_add(self.lattice.count(total));
                    touched &= touched - 1;
                }
            }
            if cost < limit {
                *best = Some(Found { cost, swap: Swap { first, second, blocks: *blocks } });
            }
        }
    }

    /// Every cell whose nodes are each of the first or of the second cell, by the axes of the second.
    fn corners(&self, first: Point, second: Point) -> [Corner; 1 << DIMENSIONS] {
        let (of_first, of_second) = (self.offsets(first), self.offsets(second));
        std::array::from_fn(|axes| {
            let (mut cell, mut place) = (first, 0);
            for (d, (node, (a, b))) in cell.iter_mut().zip(of_first.iter().zip(&of_second)).enumerate() {
                if axes & (1 << d) != 0 {
                    *node = second.get(d).copied().unwrap_or(0);
                    place += b;
                } else {
                    place += a;
                }
            }
            Corner {
                cell,
                count: self.counts.get(place).copied().unwrap_or(0),
                kept: self.kept.get(place).copied().unwrap_or(0),
            }
        })
    }

    fn withhold(&mut self, swap: Swap) {
        for point in swap.changed(self.lattice) {
            let index = self.lattice.index(point);
            if let Some(mark) = self.is_protected.get_mut(index) {
                *mark = true;
            }
            let Some(state) = self.states.get_mut(index).filter(|state| **state == State::Kept) else {
                continue;
            };
            *state = State::Protecting;
            let bit = 1 << self.level_of(point);
            each_product(&self.leaves_below(point), |leaf| {
                let place = self.place(leaf);
                if let Some(kept) = self.kept.get_mut(place) {
                    *kept &= !bit;
                }
            });
        }
        self.swaps.push(swap);
    }
}

/// Places and levels.
impl Search<'_> {
    /// What each node adds to the place of a cell of leaves.
    fn offsets(&self, leaf: Point) -> [usize; DIMENSIONS] {
        let mut offsets = [0; DIMENSIONS];
        let nodes = self.places.iter().zip(leaf).zip(self.strides);
        for (offset, ((places, node), stride)) in offsets.iter_mut().zip(nodes) {
            *offset = places.get(usize::from(node)).copied().unwrap_or(0) * stride;
        }
        offsets
    }

    fn place(&self, leaf: Point) -> usize {
        self.offsets(leaf).iter().sum()
    }

    fn count(&self, leaf: Point) -> u64 {
        self.counts.get(self.place(leaf)).copied().unwrap_or(0)
    }

    fn kept_of(&self, leaf: Point) -> u64 {
        self.kept.get(self.place(leaf)).copied().unwrap_or(0)
    }

    fn kept_above(&self, leaf: Point) -> u64 {
        let levels: usize = self.heights.iter().product();
        (0..levels)
            .filter(|level| {
                self.states.get(self.lattice.index(self.above(leaf, *level))) == Some(&State::Kept)
            })
            .fold(0, |bits, level| bits | 1 << level)
    }

    /// The total of a level above a cell of leaves.
    fn above(&self, leaf: Point, mut level: usize) -> Point {
        let mut point = leaf;
        for ((node, axis), height) in point.iter_mut().zip(self.lattice.axes()).zip(self.heights).rev() {
            *node = axis.path(*node).get(level % height).copied().unwrap_or(0);
            level /= height;
        }
        point
    }

    fn level_of(&self, cell: Point) -> usize {
        self.lattice.depths(cell).into_iter().zip(self.heights).fold(0, |level, (depth, height)| {
            level * height + (height - 1).saturating_sub(usize::from(depth))
        })
    }

    /// The height of the lowest common total of each axis.
    fn common(&self, first: Point, second: Point) -> [usize; DIMENSIONS] {
        std::array::from_fn(|d| {
            let (axis, a, b) = (self.lattice.axis(d), first.get(d), second.get(d));
            let (Some(a), Some(b)) = (a, b) else { return 0 };
            axis.path(*a).iter().zip(axis.path(*b)).take_while(|(a, b)| a != b).count()
        })
    }

    fn patterns_of(&self, common: [usize; DIMENSIONS]) -> &[Pattern] {
        let key = common.iter().zip(self.heights).fold(0, |key, (common, height)| key * height + common);
        self.patterns.get(key).map_or(&[], Vec::as_slice)
    }
}

/// For each combination of lowest common totals, every way to put the axes that change into blocks.
fn patterns(heights: [usize; DIMENSIONS]) -> Vec<Vec<Pattern>> {
    let levels: usize = heights.iter().product();
    let spread = |mut number: usize| {
        let mut parts = [0; DIMENSIONS];
        for (part, height) in parts.iter_mut().zip(heights).rev() {
            *part = number % height;
            number /= height;
        }
        parts
    };
    (0..levels)
        .map(|key| {
            let common = spread(key);
            let active: Vec<usize> =
                common.iter().enumerate().filter(|(_, height)| **height > 0).map(|(d, _)| d).collect();
            let changes = |blocks: &[u8; DIMENSIONS], level: usize| {
                let at = spread(level);
                blocks.iter().filter(|block| **block != 0).all(|block| {
                    (0..DIMENSIONS)
                        .zip(at)
                        .zip(common)
                        .any(|((d, at), common)| block & (1 << d) != 0 && at < common)
                })
            };
            partitions(&active)
                .into_iter()
                .map(|blocks| Pattern {
                    corners: swap::choices(blocks).collect(),
                    changed: (0..levels)
                        .filter(|level| changes(&blocks, *level))
                        .fold(0, |bits, level| bits | 1 << level),
                    blocks,
                })
                .collect()
        })
        .collect()
}

/// Every way to put axes into blocks; those with many blocks first, because they change few totals.
fn partitions(axes: &[usize]) -> Vec<[u8; DIMENSIONS]> {
    let mut all = vec![[0; DIMENSIONS]];
    for axis in axes {
        let mut next = Vec::new();
        for blocks in all {
            let used = blocks.iter().take_while(|block| **block != 0).count();
            for n in 0..=used {
                let mut blocks = blocks;
                if let Some(block) = blocks.get_mut(n) {
                    *block |= 1 << axis;
                    next.push(blocks);
                }
            }
        }
        all = next;
    }
    all.sort_by_key(|blocks| std::cmp::Reverse(blocks.iter().filter(|block| **block != 0).count()));
    all
}

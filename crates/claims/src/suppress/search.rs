//! Finds a swap for each small cell, and withholds what it changes.
mod grid;
mod pattern;

use super::{Rule, State, Suppression, Swap};
use crate::lattice::{DIMENSIONS, Lattice, Point, REGION, each_product};
use grid::Grid;
use pattern::{Pattern, Patterns};

/// How many cells of leaves below a small total are tried as first cell.
const FIRST: usize = 4;
/// How many cells of the same region are looked at for the second, and how many of these are tried with every other
/// region.
const SEEN: usize = 160;
const TRIED: usize = 16;
/// How many of all cells are looked at where none of these protects.
const FAR: usize = 20_000;
/// The corners in one region.
const HALF: usize = 1 << (DIMENSIONS - 1);

/// A small cell, the bit of its level, and the cell of leaves that a swap begins with.
#[derive(Clone, Copy)]
struct Target {
    cell: Point,
    bit: u64,
    first: Point,
}

/// A pattern of which the corners in the first region have been seen.
struct Half<'p> {
    pattern: &'p Pattern,
    side: Side,
}

/// What corners allow and cost.
#[derive(Clone, Copy)]
struct Side {
    /// The fewest claims of a corner that gets one more, and of one that gets one less.
    more: u64,
    less: u64,
    /// How many claims are no longer seen in the cells that are withheld, summed up.
    cost: u64,
}

/// A swap that was found.
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
    grid: Grid,
}

impl<'a> Search<'a> {
    /// `None` where regions are deeper than can be looked at.
    pub(super) fn new(lattice: &'a Lattice, rule: &'a Rule, states: &[State]) -> Option<Self> {
        let grid = Grid::new(lattice, states)?;
        let (is_protected, states) = (vec![false; states.len()], states.to_vec());
        Some(Self { lattice, rule, states, is_protected, swaps: Vec::new(), grid })
    }

    /// Totals first: what protects them protects many of their parts.
    pub(super) fn run(mut self) -> Suppression {
        let lattice = self.lattice;
        let patterns = self.grid.patterns();
        let mut small: Vec<(u8, usize)> = self
            .states
            .iter()
            .enumerate()
            .filter(|(_, state)| **state == State::Small)
            .map(|(index, _)| (lattice.depths(lattice.point(index)).iter().sum(), index))
            .collect();
        small.sort_unstable();
        for (_, index) in small {
            if self.is_protected.get(index) == Some(&false)
                && let Some(found) = self.protect(&patterns, lattice.point(index))
            {
                self.withhold(&patterns, found.swap);
            }
        }
        Suppression { states: self.states, swaps: self.swaps }
    }

    /// The cheapest swap that is found for a cell.
    fn protect(&self, patterns: &Patterns, cell: Point) -> Option<Found> {
        let bit = 1 << self.grid.level_of(self.lattice, cell);
        let firsts = self.first_cells(cell);
        let regions = self.regions(cell);
        let mut best = None;
        for &first in &firsts {
            self.look_near(patterns, Target { cell, bit, first }, &regions, &mut best);
            if limit(&best) == 0 {
                return best;
            }
        }
        if best.is_none() {
            for first in firsts {
                self.look_far(patterns, Target { cell, bit, first }, &mut best);
            }
        }
        best
    }

    /// Cells of leaves below a cell that have claims; the cell itself where it is one.
    fn first_cells(&self, cell: Point) -> Vec<Point> {
        let [regions, times, programmes, groups] = self.grid.below(cell);
        let mut cells = Vec::new();
        for &region in regions {
            for &time in times {
                for &programme in programmes {
                    for &group in groups {
                        let point = [region, time, programme, group];
                        if self.grid.of(point).0 > 0 {
                            cells.push(point);
                        }
                        if cells.len() == FIRST {
                            return cells;
                        }
                    }
                }
            }
        }
        cells
    }

    /// The regions that a second cell may lie in: those of the same total, or else all others. None where the cell is
    /// of all regions, because then only one region takes part.
    fn regions(&self, [region, ..]: Point) -> Vec<u16> {
        if region == 0 {
            return Vec::new();
        }
        let axis = self.lattice.axis(REGION);
        let all = axis.leaves().iter().copied();
        let total = axis.parent(region);
        let others = |within: u16| {
            let is_other = move |leaf: &u16| axis.is_under(*leaf, within) && !axis.is_under(*leaf, region);
            all.clone().filter(is_other).collect::<Vec<u16>>()
        };
        let near = others(total);
        if near.is_empty() { others(0) } else { near }
    }

    /// Second cells that cost little in the region of the first, each with all regions of the same total.
    fn look_near<'p>(
        &self,
        patterns: &'p Patterns,
        target: Target,
        regions: &[u16],
        best: &mut Option<Found>,
    ) {
        let [region, ..] = target.first;
        let own = [region];
        let regions = if regions.is_empty() { own.as_slice() } else { regions };
        let mut halves: Vec<Half<'p>> = Vec::new();
        for (_, mut second) in self.seconds(patterns, target, regions) {
            let mut known = None;
            for &other in regions {
                if let Some(node) = second.get_mut(REGION) {
                    *node = other;
                }
                let common = self.grid.common(target.first, second);
                if known != Some(common) {
                    known = Some(common);
                    self.begin(patterns.of(common), target, second, limit(best), &mut halves);
                }
                if halves.is_empty() {
                    continue;
                }
                self.end(&halves, target, second, best);
                if limit(best) == 0 {
                    return;
                }
            }
        }
    }

    /// Cells of the same region, the first itself among them, that touch few published totals: those that touch the
    /// fewest first.
    fn seconds(&self, patterns: &Patterns, target: Target, regions: &[u16]) -> Vec<(u32, Point)> {
        let Target { first, bit, .. } = target;
        let [_, times, programmes, groups] = self.seconds_of(target);
        let [region, ..] = first;
        let number = times.len() * programmes.len() * groups.len();
        let step = number.div_ceil(SEEN).max(1);
        let shift = usize::from(first.iter().fold(0_u16, |sum, node| sum.wrapping_add(*node))) % step;
        let mut elsewhere = first;
        if let Some((node, other)) = elsewhere.first_mut().zip(regions.first()) {
            *node = *other;
        }
        let [height, ..] = self.grid.common(first, elsewhere);
        let (_, here) = self.grid.of(first);
        // How many published totals change at least, here and at the same cell of a second region.
        let touched = |second: Point| {
            let [_, time, programme, group] = self.grid.common(first, second);
            let (_, there) = self.grid.of(second);
            let changed = patterns.of([height, time, programme, group]).iter().map(|pattern| pattern.changed);
            changed
                .filter(|changed| changed & bit != 0)
                .map(|changed| (here & changed).count_ones() + (there & changed).count_ones())
                .min()
        };
        let at = |n: usize| {
            let (n, group) = (n / groups.len(), groups.get(n % groups.len())?);
            let (n, programme) = (n / programmes.len(), programmes.get(n % programmes.len())?);
            Some([region, *times.get(n)?, *programme, *group])
        };
        let mut seconds: Vec<(u32, Point)> = (shift..number)
            .step_by(step)
            .filter_map(at)
            .filter(|point| *point != first)
            .chain([first])
            .filter_map(|point| Some((touched(point)?, point)))
            .collect();
        if seconds.len() > TRIED {
            seconds.select_nth_unstable(TRIED);
            seconds.truncate(TRIED);
        }
        seconds.sort_unstable();
        seconds
    }

    /// The leaves of each axis that a second cell may have: an axis of which the cell has the total stays as it is.
    fn seconds_of(&self, Target { cell, first, .. }: Target) -> [Vec<u16>; DIMENSIONS] {
        let mut lists = self.lattice.axes().each_ref().map(|axis| axis.leaves().to_vec());
        for (list, (node, first)) in lists.iter_mut().zip(cell.into_iter().zip(first)) {
            if node == 0 {
                *list = vec![first];
            }
        }
        lists
    }

    /// Everything else, until something protects: other regions of the nation alone, and changed grand totals.
    fn look_far<'p>(&self, patterns: &'p Patterns, target: Target, best: &mut Option<Found>) {
        let lists = self.seconds_of(target);
        let step = (lists.iter().map(Vec::len).product::<usize>() / FAR).max(1);
        let mut number = 0;
        let mut halves: Vec<Half<'p>> = Vec::new();
        each_product(&lists, |second| {
            number += 1;
            // A cell with itself changes every total above it, and is always possible.
            let is_seen = number % step == 0 || second == target.first;
            if is_seen && limit(best) > 0 {
                let common = self.grid.common(target.first, second);
                self.begin(patterns.of(common), target, second, limit(best), &mut halves);
                self.end(&halves, target, second, best);
            }
        });
    }

    /// Looks at the corners in the first region, and keeps the patterns that can still protect the cell for less than
    /// a limit.
    fn begin<'p>(
        &self,
        patterns: &'p [Pattern],
        target: Target,
        second: Point,
        limit: u64,
        halves: &mut Vec<Half<'p>>,
    ) {
        halves.clear();
        let [region, ..] = target.first;
        let corners = self.corners(target.first, second, region);
        for pattern in patterns.iter().filter(|pattern| pattern.changed & target.bit != 0) {
            let mut half = Half { pattern, side: Side { more: u64::MAX, less: u64::MAX, cost: 0 } };
            if self.see(&mut half, &corners, false, target.first, second, limit) {
                halves.push(half);
            }
        }
    }

    /// Looks at the corners in the region of the second cell, and keeps the swap that costs less than the best.
    fn end(&self, halves: &[Half<'_>], target: Target, second: Point, best: &mut Option<Found>) {
        let [region, ..] = second;
        let corners = self.corners(target.first, second, region);
        for &Half { pattern, side } in halves {
            let mut half = Half { pattern, side };
            if self.see(&mut half, &corners, true, target.first, second, limit(best)) {
                let swap = Swap { first: target.first, second, blocks: pattern.blocks };
                *best = Some(Found { cost: half.side.cost, swap });
            }
        }
    }

    /// Adds the corners of a region to what is known of a pattern. Whether it still protects for less than a limit.
    fn see(
        &self,
        half: &mut Half<'_>,
        corners: &[(u64, u64); HALF],
        is_second: bool,
        first: Point,
        second: Point,
        limit: u64,
    ) -> bool {
        let of_region = || {
            let corners = half.pattern.corners.iter().filter(|(axes, _)| (axes & 1 == 1) == is_second);
            corners.map(|(axes, more)| (*axes, *more))
        };
        let of = |axes: u8| corners.get(usize::from(axes >> 1)).copied().unwrap_or_default();
        let Side { mut more, mut less, mut cost } = half.side;
        for (axes, is_more) in of_region() {
            let side = if is_more { &mut more } else { &mut less };
            *side = of(axes).0.min(*side);
        }
        if more.saturating_add(less).saturating_add(1) < self.rule.values {
            return false;
        }
        for (axes, _) in of_region() {
            let mut touched = of(axes).1 & half.pattern.changed;
            let corner = corner(first, second, axes);
            while touched != 0 && cost < limit {
                let total = self.grid.above(corner, touched.trailing_zeros() as usize);
                cost = cost.saturating_add(self.lattice.counts().get(total).copied().unwrap_or(0));
                touched &= touched - 1;
            }
        }
        half.side = Side { more, less, cost };
        cost < limit
    }

    /// What is known of every cell of a region whose other nodes are each of the first or of the second cell.
    fn corners(&self, first: Point, second: Point, region: u16) -> [(u64, u64); HALF] {
        let with = |[_, rest @ ..]: Point| {
            let [time, programme, group] = rest;
            self.grid.offsets([region, time, programme, group])
        };
        let ([place, a @ ..], [_, b @ ..]) = (with(first), with(second));
        std::array::from_fn(|axes| {
            let offsets = a.iter().zip(&b).enumerate();
            let place =
                offsets.fold(place, |place, (d, (a, b))| place + if axes & (1 << d) == 0 { a } else { b });
            self.grid.at(place)
        })
    }

    fn withhold(&mut self, patterns: &Patterns, swap: Swap) {
        let common = self.grid.common(swap.first, swap.second);
        let Some(pattern) = patterns.of(common).iter().find(|pattern| pattern.blocks == swap.blocks) else {
            return;
        };
        for (axes, _) in &pattern.corners {
            let corner = corner(swap.first, swap.second, *axes);
            let mut changed = pattern.changed;
            while changed != 0 {
                let level = changed.trailing_zeros() as usize;
                changed &= changed - 1;
                let index = self.grid.above(corner, level);
                if let Some(mark) = self.is_protected.get_mut(index) {
                    *mark = true;
                }
                if let Some(state) = self.states.get_mut(index).filter(|state| **state == State::Kept) {
                    *state = State::Protecting;
                    self.grid.hide(self.lattice.point(index), level);
                }
            }
        }
        self.swaps.push(swap);
    }
}

/// What a swap must cost less than to be taken.
fn limit(best: &Option<Found>) -> u64 {
    best.as_ref().map_or(u64::MAX, |found| found.cost)
}

/// The first cell with some nodes of the second.
fn corner(first: Point, second: Point, axes: u8) -> Point {
    let mut corner = first;
    for (d, (node, other)) in corner.iter_mut().zip(second).enumerate() {
        if axes & (1 << d) != 0 {
            *node = other;
        }
    }
    corner
}

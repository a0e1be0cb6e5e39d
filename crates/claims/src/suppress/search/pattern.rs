//! The ways in which two cells of leaves can change places, and which totals each of them changes.
use crate::{lattice::DIMENSIONS, suppress::swap};

/// How the two cells of a swap differ, and what that changes.
pub(super) struct Pattern {
    pub(super) blocks: [u8; DIMENSIONS],
    /// The axes that each corner has of the second cell, and whether it has one claim more.
    pub(super) corners: Vec<(u8, bool)>,
    /// The levels whose totals change, a bit for each.
    pub(super) changed: u64,
}

/// The patterns by the height of the lowest common total of each axis; 0 where an axis does not change.
pub(super) struct Patterns {
    heights: [usize; DIMENSIONS],
    all: Vec<Vec<Pattern>>,
}

impl Patterns {
    /// For each combination of lowest common totals, every way to put the axes that change into blocks.
    pub(super) fn new(heights: [usize; DIMENSIONS]) -> Self {
        let levels: usize = heights.iter().product();
        let all = (0..levels).map(|key| of_key(heights, levels, spread(heights, key))).collect();
        Self { heights, all }
    }

    pub(super) fn of(&self, common: [usize; DIMENSIONS]) -> &[Pattern] {
        let key = common.iter().zip(self.heights).fold(0, |key, (common, height)| key * height + common);
        self.all.get(key).map_or(&[], Vec::as_slice)
    }
}

/// The heights of a level, the last axis counted fastest.
pub(super) fn spread(heights: [usize; DIMENSIONS], mut level: usize) -> [usize; DIMENSIONS] {
    let mut parts = [0; DIMENSIONS];
    for (part, height) in parts.iter_mut().zip(heights).rev() {
        *part = level % height;
        level /= height;
    }
    parts
}

fn of_key(heights: [usize; DIMENSIONS], levels: usize, common: [usize; DIMENSIONS]) -> Vec<Pattern> {
    let active: Vec<usize> =
        common.iter().enumerate().filter(|(_, height)| **height > 0).map(|(d, _)| d).collect();
    let changes = |blocks: &[u8; DIMENSIONS], level: usize| {
        let at = spread(heights, level);
        blocks.iter().filter(|block| **block != 0).all(|block| {
            (0..DIMENSIONS).zip(at).zip(common).any(|((d, at), common)| block & (1 << d) != 0 && at < common)
        })
    };
    let pattern = |blocks: [u8; DIMENSIONS]| Pattern {
        corners: swap::choices(blocks).collect(),
        changed: (0..levels)
            .filter(|level| changes(&blocks, *level))
            .fold(0, |bits, level| bits | 1 << level),
        blocks,
    };
    partitions(&active).into_iter().map(pattern).collect()
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

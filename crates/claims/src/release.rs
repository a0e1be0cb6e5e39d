//! How exactly single claims are told.
//!
//! Counting rows is counting a cell, so a row may only be told as exactly as a cell that is published.
//! A claim is told with the first of these that is published, and of which enough claims are told so: region, month and
//! group; region and month; region and year; the region above and year; and so on up to the nation and year.
//! Each of them contains the ones before it, and all claims of it that are not told more exactly are told together.
//! So their number is what is left of a published total when published parts are subtracted, which everybody can
//! compute anyway: rows tell no number that the cube does not.
//! What is left nowhere in groups of [`Rule::smallest`] is left out.
use crate::{
    lattice::{DIMENSIONS, Lattice, Point, REGION, TIME, each_product},
    suppress::{Rule, Suppression},
};

/// How each cell of leaves is told.
#[derive(Clone, Debug)]
pub struct Release {
    told: Vec<Option<Point>>,
    /// How many claims are told with their month and region.
    pub exact: u64,
    /// How many are told less exactly.
    pub coarser: u64,
    /// How many are left out.
    pub left_out: u64,
}

impl Release {
    /// Decides for every cell of leaves.
    pub fn new(lattice: &Lattice, suppression: &Suppression, rule: &Rule) -> Self {
        let mut release = Self { told: vec![None; lattice.len()], exact: 0, coarser: 0, left_out: 0 };
        let leaves: [Vec<u16>; DIMENSIONS] = std::array::from_fn(|d| lattice.axis(d).leaves().to_vec());
        let mut waiting = Vec::new();
        each_product(&leaves, |leaf| {
            if lattice.count(leaf) > 0 {
                waiting.push(leaf);
            }
        });
        for level in 0.. {
            let mut told: Vec<(usize, Point, Point)> = Vec::new();
            let mut ended = true;
            for &leaf in &waiting {
                if let Some(total) = total(lattice, leaf, level) {
                    ended = false;
                    told.push((lattice.index(total), total, leaf));
                }
            }
            if ended {
                break;
            }
            told.sort_unstable();
            for together in told.chunk_by(|a, b| a.0 == b.0) {
                release.tell(lattice, suppression, rule, together);
            }
            waiting.retain(|leaf| release.told(lattice, *leaf).is_none());
        }
        release.left_out = waiting.iter().map(|leaf| lattice.count(*leaf)).sum();
        release
    }

    fn tell(
        &mut self,
        lattice: &Lattice,
        suppression: &Suppression,
        rule: &Rule,
        together: &[(usize, Point, Point)],
    ) {
        let claims: u64 = together.iter().map(|(_, _, leaf)| lattice.count(*leaf)).sum();
        let Some((_, total, first)) = together.first() else { return };
        if claims < rule.smallest || !suppression.is_kept(lattice, *total) {
            return;
        }
        for (_, total, leaf) in together {
            if let Some(told) = self.told.get_mut(lattice.index(*leaf)) {
                *told = Some(*total);
            }
        }
        let [region, time, ..] = *first;
        if (total[REGION], total[TIME]) == (region, time) {
            self.exact += claims;
        } else {
            self.coarser += claims;
        }
    }

    /// As what claims of a cell of leaves are told; `None` where they are left out.
    pub fn told(&self, lattice: &Lattice, leaf: Point) -> Option<Point> {
        self.told.get(lattice.index(leaf)).copied().flatten()
    }
}

/// All that claims of a cell of leaves can be told as, from the most exact on.
pub fn as_told(lattice: &Lattice, leaf: Point) -> impl Iterator<Item = Point> + '_ {
    (0..).map_while(move |level| total(lattice, leaf, level))
}

/// The total of a level above a cell of leaves, from the most exact on; each contains the one before it.
fn total(lattice: &Lattice, leaf: Point, level: usize) -> Option<Point> {
    let [region, time, programme, group] = leaf;
    let times = lattice.axis(TIME).path(time);
    // The last two of a path are the year and all times; where there are no years, the month stays.
    let year = *times.get(times.len().saturating_sub(2)).unwrap_or(&time);
    match level {
        0 => Some([region, time, programme, group]),
        1 => Some([region, time, programme, 0]),
        _ => Some([*lattice.axis(REGION).path(region).get(level - 2)?, year, programme, 0]),
    }
}

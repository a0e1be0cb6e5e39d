//! Which cells are not published: small ones, and what would let them be computed.
//!
//! A cell with 1 to `smallest - 1` claims is small.
//! It could be computed from totals and from the other parts of them, so further cells are withheld.
//! This is the hypercube method of official statistics (R. D. Repsilber; GHMITER in τ-ARGUS), with two changes: several
//! axes may change together, and each small cell has a proof ([`Swap`]).
//! Whoever knows everything that is published cannot tell the true table from the one after the swap.
//!
//! Nobody is told whether a cell that is not published is small, protects others, or is empty: that empty cells stay
//! empty would be one more thing to compute with.
mod search;
mod swap;

pub use swap::Swap;

use crate::lattice::{Lattice, Point, TIME};

/// What is small, and what of a cube is published at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The smallest number of claims that is published; 5 by default.
    pub smallest: u64,
    /// How many values must be possible for a small cell; 2 by default.
    pub values: u64,
    /// How deep a region may be for cells of a month and a single group; deeper ones are published by month for all
    /// groups, and by year for single ones.
    pub months_by_group: u8,
}

impl Default for Rule {
    fn default() -> Self {
        Self { smallest: 5, values: 2, months_by_group: 1 }
    }
}

impl Rule {
    /// Whether cells of this kind are published where they are large enough.
    pub fn has(&self, lattice: &Lattice, point: Point) -> bool {
        let [region, _, _, group] = lattice.depths(point);
        let [_, time, ..] = point;
        let is_month = lattice.axis(TIME).leaves().binary_search(&time).is_ok();
        !is_month || group == 0 || region <= self.months_by_group
    }
}

/// What becomes of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Published.
    Kept,
    /// Of a kind that is not published.
    Absent,
    /// Withheld because it has few claims.
    Small,
    /// Withheld to protect others.
    Protecting,
    /// Without claims; nothing is published of it.
    Empty,
}

/// What is withheld of a cube, and why that is enough.
#[derive(Clone, Debug)]
pub struct Suppression {
    /// What becomes of each cell, in the order of the lattice.
    pub states: Vec<State>,
    /// The swaps that protect small cells.
    pub swaps: Vec<Swap>,
}

impl Suppression {
    /// Decides for every cell. Regions may lie in at most four others; else everything is withheld.
    pub fn new(lattice: &Lattice, rule: &Rule) -> Self {
        let states: Vec<State> = lattice
            .counts()
            .iter()
            .enumerate()
            .map(|(index, &count)| match count {
                0 => State::Empty,
                few if few < rule.smallest => State::Small,
                _ if rule.has(lattice, lattice.point(index)) => State::Kept,
                _ => State::Absent,
            })
            .collect();
        match search::Search::new(lattice, rule, &states) {
            Some(search) => search.run(),
            None => Self::nothing(states),
        }
    }

    /// Everything withheld: what cannot be looked at is not published.
    fn nothing(mut states: Vec<State>) -> Self {
        for state in states.iter_mut().filter(|state| **state == State::Kept) {
            *state = State::Protecting;
        }
        Self { states, swaps: Vec::new() }
    }

    /// What becomes of a cell.
    pub fn state(&self, lattice: &Lattice, point: Point) -> State {
        self.states.get(lattice.index(point)).copied().unwrap_or(State::Empty)
    }

    /// Whether a cell is published.
    pub fn is_kept(&self, lattice: &Lattice, point: Point) -> bool {
        self.state(lattice, point) == State::Kept
    }

    /// How many cells have a state.
    pub fn number(&self, state: State) -> u64 {
        self.states.iter().map(|found| u64::from(*found == state)).sum()
    }
}

//! What is loaded for a selection, and in which order.
//!
//! Figures need the cube file of the region and, where that does not have it, the file of the region above: two requests
//! at most.
//! Rows are in chunks of about 8,000, sorted by region, programme and time, that the region's file lists; those that can
//! hold a row of the selection are loaded, the one with the first row that is seen before all others.
use claims::{Chunk, Cube};

use crate::{Grain, Index, Selection};

/// The regions whose cube files a first view of a region needs: its own, and that of the region that it lies in where
/// its own has too little to compare with. Never more than two.
///
/// ```
/// # fn view(index: &explorer::Index) {
/// let files = explorer::first_view(index, 7);
/// assert!(files.len() <= 2 && files.first() == Some(&7));
/// # }
/// ```
#[must_use]
pub fn first_view(index: &Index, region: u16) -> Vec<u16> {
    let mut files = vec![region];
    // A file of a region with parts has these and the nation; all others are of the region alone.
    let above = index.parent(region).filter(|parent| *parent != 0 || index.is_leaf(region));
    files.extend(above);
    files
}

/// Of which regions rows are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Of the region and all that lie in it.
    All,
    /// Of the region and those right below; deeper ones have files of their own.
    Parts,
    /// Only those that are told of no region within: the nation has too many to show all.
    Own,
}

/// A chunk that is loaded for a selection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Its file below `rows/`.
    pub file: String,
    /// Its bytes, packed.
    pub bytes: u32,
    /// Its rows, of which some may be of other selections.
    pub rows: u32,
}

/// The chunks that can hold rows of a selection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowPlan {
    /// Of which regions rows are listed.
    pub reach: Reach,
    /// The chunks in the order of their rows.
    pub chunks: Vec<Planned>,
}

impl RowPlan {
    /// The chunks of a selection, by the cube file of its region.
    #[must_use]
    pub fn new(index: &Index, cube: &Cube, selection: Selection) -> Self {
        let wanted = Wanted::new(index, selection);
        let ends = cube.chunks.iter().skip(1).map(|next| Some(next.first)).chain([None]);
        let chunks = cube
            .chunks
            .iter()
            .zip(ends)
            .filter(|(chunk, end)| wanted.may_be_in(chunk.first, *end))
            .map(|(chunk, _)| planned(chunk))
            .collect();
        Self { reach: reach(index, selection.region), chunks }
    }

    /// The places of the chunks that are not loaded, in the order to load them: the one with the row that is seen first,
    /// those before it from near to far, so that its place is known, then those behind it.
    ///
    /// `held` is how many rows of the selection each chunk turned out to have; `None` where it is not loaded. Rows count
    /// from 0, in the order of the files.
    #[must_use]
    pub fn order(&self, row: u32, held: &[Option<u32>]) -> Vec<usize> {
        let held_by = |place: usize| held.get(place).copied().flatten();
        let mut end = 0_u64;
        let first = self.chunks.iter().enumerate().position(|(place, chunk)| {
            end += u64::from(held_by(place).unwrap_or(chunk.rows));
            u64::from(row) < end
        });
        let first = first.unwrap_or(self.chunks.len().saturating_sub(1));
        let order = (0..=first).rev().chain(first + 1..self.chunks.len());
        order.filter(|place| *place < self.chunks.len() && held_by(*place).is_none()).collect()
    }

    /// The bytes of all chunks, packed.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.chunks.iter().map(|chunk| u64::from(chunk.bytes)).sum()
    }

    /// How many rows the chunks have; those of the selection are not more.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.chunks.iter().map(|chunk| u64::from(chunk.rows)).sum()
    }
}

fn planned(chunk: &Chunk) -> Planned {
    Planned { file: chunk.file(), bytes: chunk.bytes, rows: chunk.rows }
}

fn reach(index: &Index, region: u16) -> Reach {
    let has_grandchildren = index.children(region).any(|child| !index.is_leaf(child));
    match (has_grandchildren, region) {
        (false, _) => Reach::All,
        (true, 0) => Reach::Own,
        (true, _) => Reach::Parts,
    }
}

/// What rows of a selection can be.
struct Wanted {
    /// The region and all that lie in it, rising.
    regions: Vec<u16>,
    /// The programme; `None` for any.
    programme: Option<u16>,
    /// The year and its months, or the month; `None` for any.
    times: Option<Vec<u16>>,
}

impl Wanted {
    fn new(index: &Index, selection: Selection) -> Self {
        let all = u16::try_from(index.manifest().regions.len()).unwrap_or(u16::MAX);
        let time = selection.time;
        let times = (index.grain(time) != Grain::All).then(|| {
            let months = index.months(time).filter(|month| *month != time);
            std::iter::once(time).chain(months).collect()
        });
        Self {
            regions: (0..all).filter(|region| index.is_within(*region, selection.region)).collect(),
            programme: (selection.programme != 0).then_some(selection.programme),
            times,
        }
    }

    /// Whether one of them can stand in a chunk that begins at `first` and ends at `end`, which is the first row of the
    /// next chunk; `None` for the last.
    fn may_be_in(&self, first: [u16; 3], end: Option<[u16; 3]>) -> bool {
        let [low, ..] = first;
        let high = end.map_or(u16::MAX, |[region, ..]| region);
        let from = self.regions.partition_point(|region| *region < low);
        let regions = self.regions.iter().skip(from).take_while(|region| **region <= high);
        regions.copied().any(|region| {
            let [_, first_programme, first_time] = if region == low { first } else { [0; 3] };
            let [_, last_programme, last_time] = end.filter(|_| region == high).unwrap_or([u16::MAX; 3]);
            if self.programme.is_some_and(|one| one < first_programme || one > last_programme) {
                return false;
            }
            // Where programmes differ within the chunk, any time can be there.
            let one = self.programme.or((first_programme == last_programme).then_some(first_programme));
            let earliest = if one == Some(first_programme) { first_time } else { 0 };
            let latest = if one == Some(last_programme) { last_time } else { u16::MAX };
            self.times
                .as_ref()
                .is_none_or(|times| times.iter().any(|time| (earliest..=latest).contains(time)))
        })
    }
}

#[cfg(test)]
mod tests;

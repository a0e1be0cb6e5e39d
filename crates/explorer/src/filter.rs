//! Which rows a selection, filters and words leave.
//!
//! Words and choices are looked up for each member of each list, not for each row: a row takes five look-ups, however
//! many words there are.
use claims::{NOT_STATED, quantile::code_of};
use serde::{Deserialize, Serialize};
use tables::fold;

use crate::{Column, Columns, Filters, Index, Labels, Range, Selection, TableState, labels::Names};

/// The most words that are searched; what follows them does not count.
pub const MOST_WORDS: usize = 48;

/// The bit that says that a member of the first of the five lists may stay; those of the others follow.
const FIRST_CHOICE: u32 = 56;

/// Which rows are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filter {
    /// What is chosen.
    pub selection: Selection,
    /// The filters of the table.
    pub filters: Filters,
    /// The words that a row must hold, each in any of its names.
    pub query: String,
}

impl Filter {
    /// What is chosen, and what is asked of the table.
    #[must_use]
    pub fn new(selection: Selection, table: &TableState) -> Self {
        Self { selection, filters: table.filters.clone(), query: table.query.clone() }
    }

    /// The same without what is chosen of a column.
    #[must_use]
    pub fn without(&self, column: Column) -> Self {
        let mut filter = self.clone();
        if let Some(chosen) = filter.filters.chosen_mut(column) {
            chosen.clear();
        }
        filter
    }
}

/// Rows, by their numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rows {
    /// All of so many, in the order of the files.
    All(u32),
    /// These, in this order.
    These(Vec<u32>),
}

impl Rows {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::All(rows) => *rows as usize,
            Self::These(rows) => rows.len(),
        }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The row at a place, from 0.
    #[must_use]
    pub fn get(&self, place: usize) -> Option<u32> {
        match self {
            Self::All(rows) => u32::try_from(place).ok().filter(|row| row < rows),
            Self::These(rows) => rows.get(place).copied(),
        }
    }

    /// Them all.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        let (all, these) = match self {
            Self::All(rows) => (0..*rows, &[][..]),
            Self::These(rows) => (0..0, rows.as_slice()),
        };
        all.chain(these.iter().copied())
    }
}

/// A filter made ready for the lists of a manifest.
pub(crate) struct Ready {
    /// For each member of region, period, programme, group and channel: the words that its name has, and whether it may
    /// stay.
    bits: [Vec<u64>; 5],
    /// The bits that a row must have.
    all: u64,
    /// The least and the greatest number of an amount.
    amount: [u16; 2],
    /// The least and the greatest days; all of them take those that are not stated.
    days: [u16; 2],
}

/// The columns whose members have names, in the order of [`Ready::bits`].
const NAMED: [Column; 5] =
    [Column::Region, Column::Period, Column::Programme, Column::Group, Column::Channel];

impl Ready {
    pub(crate) fn new(index: &Index, labels: &Labels, filter: &Filter) -> Self {
        let query = fold(&filter.query);
        let mut words: Vec<&str> = query.split_ascii_whitespace().collect();
        words.sort_unstable();
        words.dedup();
        words.truncate(MOST_WORDS);
        let found = words.iter().zip(0_u32..).fold(0, |bits, (_, word)| bits | 1_u64 << word);
        let choices = (0..5).fold(0, |bits, list| bits | 1_u64 << (FIRST_CHOICE + list));
        let mut lists = (0_u32..).zip(NAMED).map(|(list, column)| {
            let mut bits = labels.names(column).map_or(Vec::new(), |names: &Names| names.hits(&words));
            for (node, bits) in (0..=u16::MAX).zip(&mut bits) {
                if may_stay(index, filter, column, node) {
                    *bits |= 1 << (FIRST_CHOICE + list);
                }
            }
            bits
        });
        let bits = std::array::from_fn(|_| lists.next().unwrap_or_default());
        let Filters { amount, days, .. } = &filter.filters;
        Self { bits, all: found | choices, amount: amount_codes(*amount), days: days_range(*days) }
    }

    /// Whether it leaves every row of these lists, whatever it is.
    fn leaves_all(&self) -> bool {
        let mut needed = self.bits.iter().zip(0_u32..);
        let words = self.all & !(u64::MAX << FIRST_CHOICE);
        words == 0
            && self.amount == [0, u16::MAX]
            && self.days == [0, u16::MAX]
            && needed.all(|(bits, list)| bits.iter().all(|bits| bits & 1 << (FIRST_CHOICE + list) != 0))
    }

    /// The rows that it leaves, in the order of the files.
    pub(crate) fn rows(&self, columns: &Columns) -> Rows {
        let length = u32::try_from(columns.len()).unwrap_or(u32::MAX);
        if self.leaves_all() {
            return Rows::All(length);
        }
        let mut rows = Vec::new();
        self.each(columns, |row| rows.push(row));
        if rows.len() == columns.len() { Rows::All(length) } else { Rows::These(rows) }
    }

    /// How many of the rows that it leaves name each member of a column. Empty for a column without names.
    pub(crate) fn counts(&self, columns: &Columns, column: Column) -> Vec<u32> {
        let Some(list) = NAMED.iter().position(|named| *named == column) else { return Vec::new() };
        let mut counts = vec![0_u32; self.bits.get(list).map_or(0, Vec::len)];
        self.each(columns, |row| {
            let row = row as usize;
            let narrow = |column: &[u8]| column.get(row).map(|node| u16::from(*node));
            let node = match column {
                Column::Region => columns.region.get(row).copied(),
                Column::Period => columns.time.get(row).copied(),
                Column::Programme => narrow(&columns.programme),
                Column::Group => narrow(&columns.group),
                _ => narrow(&columns.channel),
            };
            if let Some(count) = node.and_then(|node| counts.get_mut(usize::from(node))) {
                *count += 1;
            }
        });
        counts
    }

    fn each(&self, columns: &Columns, mut leave: impl FnMut(u32)) {
        let all = self.all;
        let [regions, times, programmes, groups, channels] = &self.bits;
        let of = |bits: &[u64], node: usize| bits.get(node).copied().unwrap_or(0);
        let [least, greatest] = self.amount;
        let [soonest, latest] = self.days;
        let places = columns.region.iter().zip(&columns.time);
        let kinds = columns.programme.iter().zip(&columns.group).zip(&columns.channel);
        let values = columns.amount.iter().zip(&columns.days);
        for (row, (((region, time), ((programme, group), channel)), (amount, days))) in
            (0_u32..).zip(places.zip(kinds).zip(values))
        {
            let bits = of(regions, usize::from(*region))
                | of(times, usize::from(*time))
                | of(programmes, usize::from(*programme))
                | of(groups, usize::from(*group))
                | of(channels, usize::from(*channel));
            // No short cut: whether a row stays cannot be guessed, and a wrong guess costs more than all five.
            let stays = (bits & all == all)
                & (least <= *amount)
                & (*amount <= greatest)
                & (soonest <= *days)
                & (*days <= latest);
            if stays {
                leave(row);
            }
        }
    }
}

/// Whether a member of a list may stay by what is chosen above and in the column.
fn may_stay(index: &Index, filter: &Filter, column: Column, node: u16) -> bool {
    let Filter { selection, filters, .. } = filter;
    let chosen = filters.chosen(column);
    let is_one = |is_in: fn(&Index, u16, u16) -> bool, whole: u16| {
        is_in(index, node, whole) && (chosen.is_empty() || chosen.iter().any(|one| is_in(index, node, *one)))
    };
    match column {
        Column::Region => is_one(Index::is_within, selection.region),
        Column::Period => is_one(Index::is_during, selection.time),
        Column::Programme => is_one(|_, node, one| one == 0 || node == one, selection.programme),
        Column::Group => {
            // A group of 0 is chosen above as all of them, and below as those that are not given.
            (selection.group == 0 || node == selection.group) && (chosen.is_empty() || chosen.contains(&node))
        }
        Column::Channel => chosen.is_empty() || chosen.contains(&node),
        Column::Amount | Column::Days => true,
    }
}

/// The numbers of the amounts that lie in a range.
fn amount_codes(range: Range) -> [u16; 2] {
    // The number of an amount that is rounded may be of one just outside.
    let least = range.from.map_or(0, |from| {
        let code = code_of(from);
        if claims::quantile::value_of(code) < from { code.saturating_add(1) } else { code }
    });
    let greatest = range.to.map_or(Some(u16::MAX), |to| {
        let code = code_of(to);
        if claims::quantile::value_of(code) > to { code.checked_sub(1) } else { Some(code) }
    });
    greatest.map_or([1, 0], |greatest| [least, greatest])
}

/// Days that lie in a range; where there is one, days that are not stated do not.
fn days_range(range: Range) -> [u16; 2] {
    if range.is_open() {
        return [0, u16::MAX];
    }
    let last = NOT_STATED - 1;
    let end = |end: Option<i64>, open: u16| end.map_or(open, |end| u16::try_from(end).unwrap_or(NOT_STATED));
    let (from, to) = (end(range.from, 0), end(range.to, last).min(last));
    [from, to]
}

#[cfg(test)]
mod tests;

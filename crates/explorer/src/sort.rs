//! Rows in the order of a column.
//!
//! Every column is small whole numbers, so that a counting sort takes two passes, whatever the order before (D. E. Knuth,
//! *The Art of Computer Programming* 3, section 5.2, algorithm D). It is stable in both directions: rows that are equal
//! stay in the order of the files. Rows without a value stand last in both, as in [`tables`].
use tables::Direction;

use crate::{Column, Columns, Labels, Sort, filter::Rows, labels::LAST};

/// Rows in the order of a column; `rows` are in the order of the files.
pub(crate) fn sorted(columns: &Columns, labels: &Labels, sort: Sort, rows: &Rows) -> Rows {
    let ranks = labels.names(sort.column).map_or(&[][..], |names| names.ranks());
    let keys = Keys::new(ranks.iter().copied(), sort.direction);
    let wide = |column: &[u16]| counted(column, &keys, ranks, rows);
    let narrow = |column: &[u8]| counted(column, &keys, ranks, rows);
    // Amounts and days are keys themselves; days that are not stated are the one that stands last.
    let plain = |column: &[u16]| {
        let keys = Keys::new(column.iter().copied(), sort.direction);
        placed(column, &keys, |value| value, rows)
    };
    Rows::These(match sort.column {
        Column::Region => wide(&columns.region),
        Column::Period => wide(&columns.time),
        Column::Programme => narrow(&columns.programme),
        Column::Group => narrow(&columns.group),
        Column::Channel => narrow(&columns.channel),
        Column::Amount => plain(&columns.amount),
        Column::Days => plain(&columns.days),
    })
}

/// Where keys go.
struct Keys {
    /// The greatest key that is a value.
    greatest: u16,
    direction: Direction,
}

impl Keys {
    fn new(keys: impl Iterator<Item = u16>, direction: Direction) -> Self {
        Self { greatest: keys.filter(|key| *key != LAST).max().unwrap_or(0), direction }
    }

    /// The bucket of a key, from the first on.
    fn bucket(&self, key: u16) -> usize {
        usize::from(match self.direction {
            _ if key == LAST => self.greatest.saturating_add(1),
            Direction::Ascending => key,
            Direction::Descending => self.greatest.saturating_sub(key),
        })
    }

    /// How many buckets there are.
    fn buckets(&self) -> usize {
        usize::from(self.greatest) + 2
    }
}

fn counted<T: Copy + Into<usize>>(column: &[T], keys: &Keys, ranks: &[u16], rows: &Rows) -> Vec<u32> {
    placed(column, keys, |node| ranks.get(node.into()).copied().unwrap_or(LAST), rows)
}

/// The rows in the order of their buckets.
fn placed<T: Copy>(column: &[T], keys: &Keys, key: impl Fn(T) -> u16, rows: &Rows) -> Vec<u32> {
    let bucket = |value: &T| keys.bucket(key(*value));
    let mut starts = vec![0_u32; keys.buckets()];
    let mut count = |bucket: usize| {
        if let Some(slot) = starts.get_mut(bucket) {
            *slot += 1;
        }
    };
    match rows {
        Rows::All(_) => column.iter().for_each(|value| count(bucket(value))),
        Rows::These(rows) => {
            rows.iter().filter_map(|row| column.get(*row as usize)).for_each(|value| count(bucket(value)));
        }
    }
    let mut start = 0;
    for slot in &mut starts {
        start += std::mem::replace(slot, start);
    }
    let mut order = vec![0_u32; rows.len()];
    let mut place = |bucket: usize, row: u32| {
        let Some(next) = starts.get_mut(bucket) else { return };
        if let Some(slot) = order.get_mut(*next as usize) {
            *slot = row;
        }
        *next += 1;
    };
    match rows {
        Rows::All(_) => (0_u32..).zip(column).for_each(|(row, value)| place(bucket(value), row)),
        Rows::These(rows) => {
            for row in rows {
                if let Some(value) = column.get(*row as usize) {
                    place(bucket(value), *row);
                }
            }
        }
    }
    order
}

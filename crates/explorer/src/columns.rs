//! Single claims, held in columns of small numbers: 11 bytes a row.
use std::ops;

use claims::{
    NOT_STATED, Rows,
    quantile::{code_of, value_of},
};
use thiserror::Error;

use crate::{Column, Index};

/// A row that names what the manifest does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a row names a {column:?} that the manifest does not have")]
pub struct UnknownMember {
    /// In which column.
    pub column: Column,
}

/// Columns of claims. Row `i` of each column is row `i`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    pub(crate) region: Vec<u16>,
    pub(crate) time: Vec<u16>,
    pub(crate) programme: Vec<u8>,
    pub(crate) group: Vec<u8>,
    pub(crate) channel: Vec<u8>,
    /// Numbers of amounts, see [`code_of`]: larger amounts have larger numbers.
    pub(crate) amount: Vec<u16>,
    pub(crate) days: Vec<u16>,
}

/// A claim of [`Columns`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Its region.
    pub region: u16,
    /// Its month or year.
    pub time: u16,
    /// Its programme.
    pub programme: u16,
    /// Its group; 0 where it is not given.
    pub group: u16,
    /// Its channel; 0 where it is not stated.
    pub channel: u16,
    /// Its amount, in whole units of the currency and three significant digits.
    pub amount: i64,
    /// Its days to payment, where they are stated.
    pub days: Option<u16>,
}

impl Columns {
    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.region.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.region.is_empty()
    }

    /// A row.
    #[must_use]
    pub fn claim(&self, row: u32) -> Option<Claim> {
        let row = row as usize;
        Some(Claim {
            region: *self.region.get(row)?,
            time: *self.time.get(row)?,
            programme: u16::from(*self.programme.get(row)?),
            group: u16::from(*self.group.get(row)?),
            channel: u16::from(*self.channel.get(row)?),
            amount: value_of(*self.amount.get(row)?),
            days: Some(*self.days.get(row)?).filter(|days| *days != NOT_STATED),
        })
    }

    /// The bytes that the columns take.
    #[must_use]
    pub fn bytes(&self) -> usize {
        2 * (self.region.capacity() + self.time.capacity() + self.amount.capacity() + self.days.capacity())
            + self.programme.capacity()
            + self.group.capacity()
            + self.channel.capacity()
    }

    /// Makes room for so many more rows, so that columns do not grow by doubling.
    pub fn reserve(&mut self, rows: usize) {
        self.region.reserve_exact(rows);
        self.time.reserve_exact(rows);
        self.programme.reserve_exact(rows);
        self.group.reserve_exact(rows);
        self.channel.reserve_exact(rows);
        self.amount.reserve_exact(rows);
        self.days.reserve_exact(rows);
    }

    /// Puts rows before the row `at`; behind all where there are not so many.
    pub(crate) fn insert(&mut self, at: usize, rows: Rows) {
        let at = at.min(self.len());
        let place = at..at;
        self.region.splice(place.clone(), rows.region);
        self.time.splice(place.clone(), rows.time);
        self.programme.splice(place.clone(), rows.programme);
        self.group.splice(place.clone(), rows.group);
        self.channel.splice(place.clone(), rows.channel);
        self.amount.splice(place.clone(), rows.amount.into_iter().map(code_of));
        self.days.splice(place, rows.days);
    }

    /// Takes rows out.
    pub(crate) fn remove(&mut self, rows: ops::Range<usize>) {
        let rows = rows.start.min(self.len())..rows.end.min(self.len());
        self.region.drain(rows.clone());
        self.time.drain(rows.clone());
        self.programme.drain(rows.clone());
        self.group.drain(rows.clone());
        self.channel.drain(rows.clone());
        self.amount.drain(rows.clone());
        self.days.drain(rows);
    }
}

/// Whether all members that rows name are in the manifest's lists, so that nothing has to be asked of them later.
pub(crate) fn check(index: &Index, rows: &Rows) -> Result<(), UnknownMember> {
    let manifest = index.manifest();
    let within = |column, greatest: Option<u16>, length: usize| match greatest {
        Some(greatest) if usize::from(greatest) >= length => Err(UnknownMember { column }),
        _ => Ok(()),
    };
    let wide = |column: &[u16]| column.iter().max().copied();
    let narrow = |column: &[u8]| column.iter().max().map(|greatest| u16::from(*greatest));
    within(Column::Region, wide(&rows.region), manifest.regions.len())?;
    within(Column::Period, wide(&rows.time), manifest.times.len())?;
    within(Column::Programme, narrow(&rows.programme), manifest.programmes.len())?;
    within(Column::Group, narrow(&rows.group), manifest.groups.len())?;
    within(Column::Channel, narrow(&rows.channel), manifest.channels.len())
}

#[cfg(test)]
mod tests {
    use claims::Row;

    use super::*;
    use crate::sample;

    fn rows(amounts: &[i64]) -> Rows {
        let mut rows = Rows::default();
        for &amount in amounts {
            rows.push(&Row {
                region: 3,
                programme: 1,
                time: 4,
                amount,
                group: 0,
                channel: 1,
                days: NOT_STATED,
            });
        }
        rows
    }

    fn amounts(columns: &Columns) -> Vec<i64> {
        (0..).map_while(|row| columns.claim(row)).map(|claim| claim.amount).collect()
    }

    #[test]
    fn rows_come_and_go_where_they_belong() {
        let mut columns = Columns::default();
        columns.insert(9, rows(&[10, 20]));
        columns.insert(0, rows(&[1_234_567]));
        columns.insert(1, rows(&[5, 6]));
        assert_eq!(amounts(&columns), [1_230_000, 5, 6, 10, 20]);
        columns.remove(1..3);
        columns.remove(2..9);
        assert_eq!(amounts(&columns), [1_230_000, 10]);
        assert_eq!((columns.len(), columns.claim(0).unwrap().days), (2, None));
        assert_eq!(columns.claim(2), None);
    }

    #[test]
    fn a_row_of_other_claims_is_refused() {
        let index = sample::index();
        let good = rows(&[1]);
        assert_eq!(check(&index, &good), Ok(()));
        for (column, change) in [
            (Column::Region, (|rows: &mut Rows| rows.region[0] = 7) as fn(&mut Rows)),
            (Column::Period, |rows| rows.time[0] = 8),
            (Column::Programme, |rows| rows.programme[0] = 3),
            (Column::Group, |rows| rows.group[0] = 4),
            (Column::Channel, |rows| rows.channel[0] = 4),
        ] {
            let mut bad = good.clone();
            change(&mut bad);
            assert_eq!(check(&index, &bad), Err(UnknownMember { column }));
        }
        assert_eq!(check(&index, &Rows::default()), Ok(()));
    }
}

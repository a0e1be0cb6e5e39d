//! What rows add up to, and how their amounts are spread.
use claims::{
    NOT_STATED,
    quantile::{PERCENTS, place, value_of},
};
use dataset::{Decimal, Interval};
use figures::{Computed, Formula};
use serde::{Deserialize, Serialize};

use crate::{Columns, filter::Rows};

/// How many rows have each amount, and each number of days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// For each number of an amount, up to the greatest.
    amounts: Vec<u32>,
    /// For each number of days that is stated, up to the greatest.
    days: Vec<u32>,
}

/// What rows add up to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// How many rows there are.
    pub rows: u64,
    /// The sum of their amounts, of which each is rounded to three significant digits.
    pub amount: i64,
    /// The least that the sum of the exact amounts can be.
    pub amount_low: i64,
    /// The greatest that it can be.
    pub amount_high: i64,
    /// Their amounts at [`PERCENTS`]; none where there is no row.
    pub amounts: Option<[i64; PERCENTS.len()]>,
    /// How many rows state the days to payment.
    pub with_days: u64,
    /// Days to payment at [`PERCENTS`], of those that state them.
    pub days: Option<[u16; PERCENTS.len()]>,
}

impl Totals {
    /// The sum of amounts as a computed figure, with the interval that their rounding leaves.
    #[must_use]
    pub fn sum(&self) -> Computed {
        let [point, low, high] = [self.amount, self.amount_low, self.amount_high].map(Decimal::whole);
        Computed { point, interval: Interval { low, high }, formula: Formula::Sum }
    }
}

impl Counts {
    /// Counts rows.
    #[must_use]
    pub fn new(columns: &Columns, rows: &Rows) -> Self {
        // No amount has the number that says of days that they are not stated.
        Self { amounts: counted(&columns.amount, rows), days: counted(&columns.days, rows) }
    }

    /// What they add up to.
    #[must_use]
    pub fn totals(&self) -> Totals {
        let (mut sum, mut least, mut most) = (0_i128, 0_i128, 0_i128);
        for (code, rows) in (0..=u16::MAX).zip(&self.amounts).filter(|(_, rows)| **rows > 0) {
            let (rows, [low, high]) = (i128::from(*rows), exact_range(code));
            sum += rows * i128::from(value_of(code));
            least += rows * i128::from(low);
            most += rows * i128::from(high);
        }
        let whole = |sum: i128| i64::try_from(sum).unwrap_or(i64::MAX);
        let rows = self.amounts.iter().map(|rows| u64::from(*rows)).sum();
        let at = |counts: &[u32]| PERCENTS.map(|percent| at_percent(counts, percent));
        let with_days = self.days.iter().map(|rows| u64::from(*rows)).sum();
        Totals {
            rows,
            amount: whole(sum),
            amount_low: whole(least),
            amount_high: whole(most),
            amounts: (rows > 0).then(|| at(&self.amounts).map(value_of)),
            with_days,
            days: (with_days > 0).then(|| at(&self.days)),
        }
    }

    /// Amounts that occur, the smallest first, and how many rows have each.
    pub fn amounts(&self) -> impl Iterator<Item = (i64, u32)> + '_ {
        let codes = (0..=u16::MAX).zip(&self.amounts).filter(|(_, rows)| **rows > 0);
        codes.map(|(code, rows)| (value_of(code), *rows))
    }
}

/// The least and the greatest whole amount that are rounded, half up, to the amount of a number.
fn exact_range(code: u16) -> [i64; 2] {
    let value = value_of(code);
    let half_below = (value - code.checked_sub(1).map_or(value, value_of)) / 2;
    let half_above = (value_of(code.saturating_add(1)).saturating_sub(value)) / 2;
    [value - half_below, value.saturating_add((half_above - 1).max(0))]
}

/// How many rows have each value, up to the greatest; [`NOT_STATED`] is none.
fn counted(column: &[u16], rows: &Rows) -> Vec<u32> {
    // Few columns have great values, and what has no rows is not to be looked through.
    let greatest = column.iter().filter(|value| **value != NOT_STATED).max();
    let mut counts = vec![0_u32; greatest.map_or(0, |greatest| usize::from(*greatest) + 1)];
    let mut count = |value: u16| {
        if let Some(slot) = counts.get_mut(usize::from(value)) {
            *slot += 1;
        }
    };
    match rows {
        Rows::All(_) => column.iter().for_each(|value| count(*value)),
        Rows::These(rows) => {
            rows.iter().filter_map(|row| column.get(*row as usize)).for_each(|value| count(*value));
        }
    }
    counts
}

/// The value at a percentile, by nearest rank as in [`claims::quantile`]; 0 where there is none.
pub(crate) fn at_percent(counts: &[u32], percent: u64) -> u16 {
    let all: u64 = counts.iter().map(|rows| u64::from(*rows)).sum();
    let place = place(percent, all);
    let mut before = 0_u64;
    let found = (0..=u16::MAX).zip(counts).find(|(_, rows)| {
        before += u64::from(**rows);
        before >= place
    });
    found.map_or(0, |(value, _)| value)
}

#[cfg(test)]
mod tests {
    use claims::{Row, Rows as Chunk, quantile::code_of};
    use proptest::prelude::*;

    use super::*;

    fn columns(claims: &[(i64, u16)]) -> Columns {
        let mut chunk = Chunk::default();
        for &(amount, days) in claims {
            chunk.push(&Row { region: 0, programme: 1, time: 1, amount, group: 0, channel: 0, days });
        }
        let mut columns = Columns::default();
        columns.insert(0, chunk);
        columns
    }

    #[test]
    fn a_sum_of_rounded_amounts_says_how_exact_it_is() {
        let columns = columns(&[(1_234_000, 3), (999, NOT_STATED), (10_000, 9)]);
        let totals = Counts::new(&columns, &Rows::All(3)).totals();
        assert_eq!(totals.amount, 1_230_000 + 999 + 10_000);
        // 1,225,000 to 1,234,999, 999, and 9,995 to 10,049.
        assert_eq!([totals.amount_low, totals.amount_high], [1_235_994, 1_246_047]);
        assert_eq!((totals.rows, totals.with_days), (3, 2));
        assert_eq!(totals.amounts, Some([999, 999, 10_000, 1_230_000, 1_230_000]));
        assert_eq!(totals.days, Some([3, 3, 3, 9, 9]));
        assert_eq!(totals.sum().interval.low, Decimal::whole(1_235_994));
        let none = Counts::new(&columns, &Rows::These(Vec::new())).totals();
        assert_eq!(none, Totals::default());
    }

    proptest! {
        #[test]
        fn the_exact_sum_lies_in_the_interval(
            claims in proptest::collection::vec((0_i64..100_000_000_000, 0_u16..500), 0..50),
        ) {
            let rows = u32::try_from(claims.len()).unwrap();
            let totals = Counts::new(&columns(&claims), &Rows::All(rows)).totals();
            let exact: i64 = claims.iter().map(|(amount, _)| amount).sum();
            prop_assert!((totals.amount_low..=totals.amount_high).contains(&exact));
            prop_assert!((totals.amount_low..=totals.amount_high).contains(&totals.amount));
        }

        #[test]
        fn the_range_of_an_amount_is_what_is_rounded_to_it(amount in 0_i64..1_000_000_000_000_000) {
            let [low, high] = exact_range(code_of(amount));
            prop_assert!((low..=high).contains(&amount));
            prop_assert_eq!([code_of(low), code_of(high)], [code_of(amount); 2]);
            prop_assert_eq!(code_of(high + 1), code_of(amount) + 1);
        }
    }
}

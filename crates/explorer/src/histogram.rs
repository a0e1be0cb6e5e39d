//! The distribution of amounts of rows, in bins whose edges are round numbers.
use serde::{Deserialize, Serialize};

use crate::totals::Counts;

/// How wide bins are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Spacing {
    /// All the same: 1, 2 or 5 times a power of ten.
    #[default]
    Linear,
    /// From 1 to 2 to 5 to 10 times a power of ten; powers of ten alone, at most 20, where these would be too many.
    Log,
}

/// Amounts from one edge on to below the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bin {
    /// The least amount, in whole units of the currency.
    pub from: i64,
    /// What amounts are below; none for the last bin of a distribution with a long tail.
    pub to: Option<i64>,
    /// How many rows.
    pub rows: u64,
}

/// A distribution of amounts. Bins follow each other without a gap; every row is in one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Histogram {
    /// How wide the bins are.
    pub spacing: Spacing,
    /// The bins, the smallest amounts first; none where there is no row.
    pub bins: Vec<Bin>,
}

/// Of a linear distribution, so many of 100 rows are in bins of the same width; the rest is in the last one, which is
/// open, so that few large amounts do not press all others into one bin.
const BODY: u64 = 98;

/// The distribution of amounts in at most `most` bins, and of a linear one an open one for its tail.
///
/// Amounts have three significant digits, so that one just below an edge can have been rounded up to it.
#[must_use]
pub fn histogram(counts: &Counts, spacing: Spacing, most: u32) -> Histogram {
    let amounts: Vec<(i64, u32)> = counts.amounts().collect();
    let (Some((least, _)), Some((greatest, _))) = (amounts.first(), amounts.last()) else {
        return Histogram { spacing, bins: Vec::new() };
    };
    let most = i64::from(most.max(1));
    let edges = match spacing {
        Spacing::Linear => linear(*least, body(&amounts), most),
        Spacing::Log => log(*least, *greatest, most),
    };
    let ends = edges.iter().skip(1).copied().map(Some).chain([None]);
    let mut bins: Vec<Bin> =
        edges.iter().zip(ends).map(|(from, to)| Bin { from: *from, to, rows: 0 }).collect();
    for (amount, rows) in amounts {
        let place = bins.partition_point(|bin| bin.from <= amount).saturating_sub(1);
        if let Some(bin) = bins.get_mut(place) {
            bin.rows += u64::from(rows);
        }
    }
    // The last bin is only there for what is beyond all others.
    bins.pop_if(|bin| bin.rows == 0);
    Histogram { spacing, bins }
}

/// The greatest amount of the body of a distribution.
fn body(amounts: &[(i64, u32)]) -> i64 {
    let all: u64 = amounts.iter().map(|(_, rows)| u64::from(*rows)).sum();
    let place = claims::quantile::place(BODY, all);
    let mut before = 0;
    let found = amounts.iter().find(|(_, rows)| {
        before += u64::from(*rows);
        before >= place
    });
    found.map_or(0, |(amount, _)| *amount)
}

/// Edges at multiples of the smallest round step that takes no more than `most` bins from `least` to `greatest`.
fn linear(least: i64, greatest: i64, most: i64) -> Vec<i64> {
    let bins = |step: i64| greatest / step - least / step + 1;
    let step = steps().find(|step| bins(*step) <= most).unwrap_or(i64::MAX);
    let first = least / step;
    (first..=first.saturating_add(bins(step))).map(|n| n.saturating_mul(step)).collect()
}

/// Edges from the round number at or below `least` to the first one above `greatest`. Nothing is a bin of its own.
fn log(least: i64, greatest: i64, most: i64) -> Vec<i64> {
    let between = |edges: Vec<i64>| -> Vec<i64> {
        let first = edges.partition_point(|edge| *edge <= least).saturating_sub(1);
        let last = edges.partition_point(|edge| *edge <= greatest);
        edges.get(first..=last.min(edges.len().saturating_sub(1))).unwrap_or_default().to_vec()
    };
    let fine = between(std::iter::once(0).chain(steps()).collect());
    if i64::try_from(fine.len()).unwrap_or(i64::MAX) <= most.saturating_add(1) {
        return fine;
    }
    between(std::iter::once(0).chain((0..19).map(|power| 10_i64.pow(power))).collect())
}

/// 1, 2 and 5 times every power of ten.
fn steps() -> impl Iterator<Item = i64> {
    (0..19).flat_map(|power| [1, 2, 5].map(|digit| 10_i64.pow(power).saturating_mul(digit)))
}

#[cfg(test)]
mod tests {
    use claims::{Row, Rows as Chunk, quantile::rounded};
    use proptest::prelude::*;

    use super::*;
    use crate::{Columns, filter::Rows};

    fn counts(amounts: &[i64]) -> Counts {
        let mut chunk = Chunk::default();
        for &amount in amounts {
            let row = Row { region: 0, programme: 1, time: 1, amount, group: 0, channel: 0, days: 0 };
            chunk.push(&row);
        }
        let mut columns = Columns::default();
        columns.insert(0, chunk);
        Counts::new(&columns, &Rows::All(u32::try_from(amounts.len()).unwrap()))
    }

    fn bins(amounts: &[i64], spacing: Spacing, most: u32) -> Vec<(i64, Option<i64>, u64)> {
        let histogram = histogram(&counts(amounts), spacing, most);
        histogram.bins.iter().map(|bin| (bin.from, bin.to, bin.rows)).collect()
    }

    #[test]
    fn bins_have_round_edges() {
        let found = bins(&[12, 14, 18, 31], Spacing::Linear, 5);
        assert_eq!(
            found,
            [(10, Some(15), 2), (15, Some(20), 1), (20, Some(25), 0), (25, Some(30), 0), (30, Some(35), 1)]
        );
        let found = bins(&[0, 3, 30], Spacing::Log, 9);
        assert_eq!(
            found,
            [
                (0, Some(1), 1),
                (1, Some(2), 0),
                (2, Some(5), 1),
                (5, Some(10), 0),
                (10, Some(20), 0),
                (20, Some(50), 1)
            ]
        );
        assert_eq!(bins(&[3, 30_000], Spacing::Log, 6).len(), 5, "powers of ten");
        assert_eq!(bins(&[], Spacing::Log, 6), []);
        assert_eq!(bins(&[7], Spacing::Linear, 6), [(7, Some(8), 1)]);
    }

    #[test]
    fn a_long_tail_is_in_an_open_bin() {
        let amounts: Vec<i64> = (1..100).map(|n| n * 10).chain([1_000_000]).collect();
        let found = bins(&amounts, Spacing::Linear, 10);
        assert_eq!(found.first(), Some(&(0, Some(100), 9)));
        assert_eq!(found.last(), Some(&(1000, None, 1)));
    }

    proptest! {
        #[test]
        fn every_row_is_in_one_bin(
            amounts in proptest::collection::vec(prop_oneof![0_i64..50, 0_i64..5_000_000_000_000], 1..80),
            is_log: bool,
            most in 1_u32..40,
        ) {
            let spacing = if is_log { Spacing::Log } else { Spacing::Linear };
            let found = bins(&amounts, spacing, most);
            let limit = if is_log { most.max(20) } else { most + 1 };
            prop_assert!(found.len() <= limit as usize);
            for pair in found.windows(2) {
                prop_assert_eq!(pair[0].1, Some(pair[1].0));
            }
            for (from, to, rows) in &found {
                let within = amounts
                    .iter()
                    .filter(|amount| *from <= rounded(**amount) && to.is_none_or(|to| rounded(**amount) < to));
                prop_assert_eq!(within.count() as u64, *rows);
                let first = from.to_string();
                let is_round = |text: &str| text.trim_end_matches('0').len() <= 1;
                prop_assert!(!is_log || is_round(&first));
            }
            prop_assert_eq!(found.iter().map(|bin| bin.2).sum::<u64>(), amounts.len() as u64);
        }
    }
}

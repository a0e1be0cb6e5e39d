//! Quantiles, and the precision in which amounts are published.
//!
//! A quantile is the nearest-rank one: of `n` sorted values, the `p`-th percentile is the value at place
//! `k = ⌈p·n / 100⌉`, counted from 1 (method 1 of R. J. Hyndman and Y. Fan, *Sample Quantiles in Statistical Packages*,
//! The American Statistician 50, 1996).
//! It is always a value that occurs, so both engines give the same, without a fraction.
//!
//! A value that occurs is the amount of one claim.
//! So a quantile is published only where at least [`Rule::smallest`](crate::suppress::Rule) claims lie at or below it and
//! as many at or above it, and amounts of single claims have three significant digits ([`rounded`]).

/// The percentiles that are published.
pub const PERCENTS: [u64; 5] = [10, 25, 50, 75, 90];
/// Where the median stands among them.
pub const MEDIAN: usize = 2;
/// How many digits of the amount of a single claim are published.
pub const DIGITS: u32 = 3;

/// The place of a percentile among `count` sorted values, from 1 on; 0 where there are none.
pub fn place(percent: u64, count: u64) -> u64 {
    (percent * count).div_ceil(100)
}

/// Whether a percentile of so many values tells nothing of fewer than `smallest` claims.
pub fn is_published(percent: u64, count: u64, smallest: u64) -> bool {
    let place = place(percent, count);
    place >= smallest && count + 1 >= place + smallest
}

/// An amount in three significant digits, half up.
pub fn rounded(amount: i64) -> i64 {
    value_of(code_of(amount))
}

/// The number of an amount among all of three significant digits: 0 to 999 are themselves, then 900 for each power of
/// ten. Larger amounts have larger numbers.
pub fn code_of(amount: i64) -> u16 {
    let mut power = 0_u16;
    let mut digits = amount.max(0);
    let mut lost = 0;
    while digits > 999 {
        lost = digits % 10;
        digits /= 10;
        power += 1;
    }
    // Half up is decided by the first digit that is lost.
    if lost >= 5 {
        digits += 1;
    }
    if digits > 999 {
        digits = 100;
        power += 1;
    }
    u16::try_from(digits).unwrap_or(0) + 900 * power
}

/// The amount of a number, the reverse of [`code_of`].
pub fn value_of(code: u16) -> i64 {
    if code < 1000 {
        return i64::from(code);
    }
    let power = (code - 100) / 900;
    i64::from(code - 900 * power).saturating_mul(10_i64.saturating_pow(u32::from(power)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_nearest_rank() {
        assert_eq!([10, 25, 50, 75, 90].map(|percent| place(percent, 10)), [1, 3, 5, 8, 9]);
        assert_eq!(place(50, 5), 3);
        assert_eq!(place(50, 0), 0);
    }

    #[test]
    fn ends_of_small_cells_are_not_published() {
        let published = |percent| (1..200).find(|count| is_published(percent, *count, 5));
        assert_eq!(PERCENTS.map(published), [Some(41), Some(17), Some(9), Some(16), Some(40)]);
    }

    #[test]
    fn three_digits() {
        for (amount, expected) in
            [(0, 0), (999, 999), (1004, 1000), (1005, 1010), (9_996, 10_000), (42_000_000, 42_000_000)]
        {
            assert_eq!(rounded(amount), expected);
        }
    }

    proptest! {
        #[test]
        fn codes_are_in_order(a in 0_i64..1_000_000_000_000, b in 0_i64..1_000_000_000_000) {
            prop_assert!(a > b || code_of(a) <= code_of(b));
            prop_assert_eq!(code_of(rounded(a)), code_of(a));
            prop_assert!((rounded(a) - a).abs() * 200 <= a);
        }
    }
}

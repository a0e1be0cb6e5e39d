//! Values to positions: a linear scale from zero, and round numbers to mark on it.

use super::ChartError;
use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordf64;

/// A linear scale from zero to [`Scale::max`].
#[derive(Clone)]
pub struct Scale {
    coord: RangedCoordf64,
    max: f64,
    from: i32,
    to: i32,
}

impl Scale {
    /// Maps 0 to `from` and `max` to `to`, both in scene units.
    ///
    /// # Errors
    /// [`ChartError::Domain`] where `max` is not a finite number above zero, or where `to` is not
    /// beyond `from`.
    pub fn new(max: f64, from: i32, to: i32) -> Result<Self, ChartError> {
        if !max.is_finite() || max <= 0.0 || to <= from {
            return Err(ChartError::Domain);
        }
        Ok(Self { coord: (0.0..max).into(), max, from, to })
    }

    /// The largest value of the scale.
    #[must_use]
    pub fn max(&self) -> f64 {
        self.max
    }

    /// The position of `value` in scene units; values beyond the scale stop at its ends.
    #[must_use]
    pub fn at(&self, value: f64) -> i32 {
        let inside = value.max(0.0).min(self.max);
        self.coord.map(&inside, (self.from, self.to)).clamp(self.from, self.to)
    }
}

/// The end of a scale that holds all `values` and reaches `at_least`; 1 where all are zero, so
/// that a chart of zeros can be drawn.
///
/// # Errors
/// [`ChartError::Domain`] where a value is not finite.
pub fn domain(at_least: Option<f64>, values: impl IntoIterator<Item = f64>) -> Result<f64, ChartError> {
    let mut max = at_least.unwrap_or(0.0);
    for value in values {
        if !value.is_finite() {
            return Err(ChartError::Domain);
        }
        max = max.max(value);
    }
    if !max.is_finite() {
        return Err(ChartError::Domain);
    }
    // Below the smallest normal number a division by the length overflows.
    Ok(if max < f64::MIN_POSITIVE { 1.0 } else { max })
}

/// Round values from zero to at most `max`, no more than `count` steps: multiples of 1, 2 or 5
/// times a power of ten. Empty where `max` is not a finite number above zero or `count` is 0.
///
/// The step is kept as a quotient of whole numbers, so that ticks of 0.1 come out as 0.3 and not
/// as 0.30000000000000004.
#[must_use]
pub fn ticks(max: f64, count: u32) -> Vec<f64> {
    if !max.is_finite() || max < f64::MIN_POSITIVE || count == 0 {
        return Vec::new();
    }
    let (mut power, mut per) = (1.0_f64, 1.0_f64);
    while max / power > f64::from(count) && power < 1e300 {
        power *= 10.0;
    }
    while power <= 1.0 && max * per * 10.0 <= f64::from(count) && per < 1e300 {
        per *= 10.0;
    }
    // `power / per` is the smallest power of ten that needs no more than `count` steps.
    let mut step = (power, per);
    for smaller in [5.0, 2.0] {
        if max * per * smaller <= f64::from(count) * power {
            step = (power, per * smaller);
            break;
        }
    }
    let (power, per) = step;
    (0..=count).map(|index| f64::from(index) * power / per).take_while(|tick| *tick <= max).collect()
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn zero_is_at_the_start_and_max_at_the_end() {
        let scale = Scale::new(100.0, 40, 440).unwrap();
        assert_eq!((scale.at(0.0), scale.at(25.0), scale.at(100.0)), (40, 140, 440));
        assert_eq!((scale.at(-5.0), scale.at(1e300), scale.at(f64::NAN)), (40, 440, 40));
    }

    #[test]
    fn useless_ranges_are_refused() {
        for max in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(Scale::new(max, 0, 100).err(), Some(ChartError::Domain));
        }
        assert_eq!(Scale::new(1.0, 100, 100).err(), Some(ChartError::Domain));
        assert_eq!(domain(None, [f64::NAN]), Err(ChartError::Domain));
        assert_eq!(domain(Some(f64::INFINITY), []), Err(ChartError::Domain));
    }

    #[test]
    fn a_domain_reaches_the_hint_and_every_value() {
        assert_eq!(domain(Some(100.0), [31.33]), Ok(100.0));
        assert_eq!(domain(Some(100.0), [104.2]), Ok(104.2));
        assert_eq!(domain(None, [0.0, 0.0]), Ok(1.0));
        assert_eq!(domain(None, []), Ok(1.0));
    }

    #[test]
    fn ticks_are_round() {
        assert_eq!(ticks(100.0, 5), [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
        assert_eq!(ticks(100.0, 4), [0.0, 50.0, 100.0]);
        assert_eq!(ticks(184_366.0, 4), [0.0, 50_000.0, 100_000.0, 150_000.0]);
        assert_eq!(ticks(0.35, 4), [0.0, 0.1, 0.2, 0.3]);
        assert_eq!(ticks(1.0, 5), [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
        assert!(ticks(0.0, 4).is_empty());
        assert!(ticks(f64::NAN, 4).is_empty());
    }
}

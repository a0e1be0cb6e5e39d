//! What a stated number may stand for.
use super::number::{MAX_SCALE, pow10, round_div};
use super::{Decimal, Qualifier, Stated};

/// The closed range of a stated number, in halves of units of 10^−`scale`: half a rounding step is
/// then a whole number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bounds {
    /// The smallest value; `None` where there is no bound.
    low: Option<i128>,
    /// The largest value; `None` where there is no bound.
    high: Option<i128>,
    /// The scale of both.
    scale: u8,
}

impl Bounds {
    /// The bounds of a stated number. Rounding is to the nearest step, half up or half to even.
    #[inline(never)]
    pub(super) fn of(stated: &Stated) -> Self {
        let scale = stated.number.scale.max(stated.step.map_or(0, |step| step.scale));
        let point = 2 * stated.number.units_at(scale);
        let step = stated.step.map_or(0, |step| step.units_at(scale));
        let (low, high) = match stated.qualifier {
            Qualifier::Exact => (Some(point), Some(point)),
            Qualifier::Rounded => (Some(point - step), Some(point + step)),
            Qualifier::Truncated | Qualifier::Between => (Some(point), Some(point + 2 * step)),
            // Closed, though a strict bound is not: what is at the bound is not told to contradict it.
            Qualifier::AtLeast | Qualifier::MoreThan => (Some(point), None),
            Qualifier::LessThan | Qualifier::AtMost => (None, Some(point)),
            Qualifier::Approx | Qualifier::Estimate => (None, None),
        };
        Self { low, high, scale }
    }

    /// The range between two numbers.
    pub(super) fn between(low: Decimal, high: Decimal) -> Self {
        let scale = low.scale.max(high.scale);
        let doubled = |end: Decimal| Some(2 * end.units_at(scale));
        Self { low: doubled(low), high: doubled(high), scale }
    }

    /// The sum of this range and another.
    #[inline(never)]
    pub(super) fn plus(&self, other: &Self) -> Self {
        let scale = self.scale.max(other.scale);
        let add = |end: fn(&Self) -> Option<i128>| Some(self.at(scale, end)? + other.at(scale, end)?);
        Self { low: add(|bounds| bounds.low), high: add(|bounds| bounds.high), scale }
    }

    /// Whether everything in this range is greater than everything in the other.
    #[inline(never)]
    pub(super) fn is_above(&self, other: &Self) -> bool {
        let scale = self.scale.max(other.scale);
        let ends = (self.at(scale, |bounds| bounds.low), other.at(scale, |bounds| bounds.high));
        matches!(ends, (Some(low), Some(high)) if low > high)
    }

    /// Whether no number is in both ranges.
    pub(super) fn is_apart(&self, other: &Self) -> bool {
        self.is_above(other) || other.is_above(self)
    }

    /// Whether `factor` × `part` ÷ `whole` cannot be in this range. Products too large to compute
    /// leave the question open.
    #[inline(never)]
    pub(super) fn excludes(&self, factor: i128, part: &Self, whole: &Self) -> bool {
        if whole.low.is_none_or(|low| low <= 0) {
            return false;
        }
        // factor × part ÷ whole > range, with all scales brought to one side, is
        // part.low × factor × 2 × 10^(range + whole) > range.high × whole.high × 10^part.
        let sign = |part_end: Option<i128>, range_end: Option<i128>, whole_end: Option<i128>| {
            let over = times(times(part_end, Some(2 * factor)), power(self.scale + whole.scale))?;
            let under = times(times(range_end, whole_end), power(part.scale))?;
            Some((over > under, over < under))
        };
        let sign: &dyn Fn(_, _, _) -> Option<(bool, bool)> = &sign;
        let too_large = matches!(sign(part.low, self.high, whole.high), Some((true, _)));
        too_large || matches!(sign(part.high, self.low, whole.low), Some((_, true)))
    }

    #[inline(never)]
    fn at(&self, scale: u8, end: fn(&Self) -> Option<i128>) -> Option<i128> {
        times(end(self), power(scale.saturating_sub(self.scale)))
    }
}

/// `factor` × `part` ÷ `whole` with `scale` decimals, rounded half away from zero. `None` where
/// the whole is not greater than 0 or the number is too large.
#[inline(never)]
pub(super) fn quotient(factor: i128, part: Decimal, whole: Decimal, scale: u8) -> Option<Decimal> {
    let (common, scale) = (part.scale.max(whole.scale), scale.min(MAX_SCALE));
    let over = times(times(Some(part.units_at(common)), Some(factor)), power(scale))?;
    let under = whole.units_at(common);
    if under <= 0 {
        return None;
    }
    i64::try_from(round_div(over, under)).ok().map(|units| Decimal::new(units, scale))
}

/// The product, with room for a sum; `None` where it may be too large. The compiler's own check
/// is larger than all the rest here.
#[inline(never)]
fn times(a: Option<i128>, b: Option<i128>) -> Option<i128> {
    let (a, b) = (a?, b?);
    (a.unsigned_abs().leading_zeros() + b.unsigned_abs().leading_zeros() > 130).then(|| a * b)
}

/// 10 to the power of the sum of two scales.
fn power(scale: u8) -> Option<i128> {
    Some(i128::from(pow10(scale)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn stated(number: Decimal, step: Option<Decimal>, qualifier: Qualifier) -> Stated {
        Stated { number, step, qualifier }
    }

    fn exact(value: i64) -> Stated {
        stated(Decimal::whole(value), None, Qualifier::Exact)
    }

    /// A whole number as a source would round it.
    fn rounded(value: i64, step: i64) -> Stated {
        let value = (value + step / 2) / step * step;
        stated(Decimal::whole(value), Some(Decimal::whole(step)), Qualifier::Rounded)
    }

    proptest! {
        #[test]
        fn a_true_rate_never_raises_an_alarm(part in 0_i64..2_000_000, whole in 1_i64..2_000_000, scale in 0_u8..=4, zeros in 0_u32..=3) {
            let rate = quotient(100, Decimal::whole(part), Decimal::whole(whole), scale).unwrap();
            let rate = stated(rate, Some(Decimal::new(1, scale)), Qualifier::Rounded);
            let step = 10_i64.pow(zeros);
            let (part, whole) = (rounded(part, step), rounded(whole, step));
            prop_assert!(!Bounds::of(&rate).excludes(100, &Bounds::of(&part), &Bounds::of(&whole)));
        }

        #[test]
        fn a_rate_off_by_more_than_its_step_raises_one(part in 0_i64..2_000_000, whole in 1_i64..2_000_000, scale in 0_u8..=4, off in 2_i64..50) {
            let rate = quotient(100, Decimal::whole(part), Decimal::whole(whole), scale).unwrap();
            for units in [rate.units - off, rate.units + off] {
                let wrong = stated(Decimal::new(units, scale), Some(Decimal::new(1, scale)), Qualifier::Rounded);
                let (part, whole) = (Bounds::of(&exact(part)), Bounds::of(&exact(whole)));
                prop_assert!(Bounds::of(&wrong).excludes(100, &part, &whole));
            }
        }

        #[test]
        fn rounded_parts_of_a_true_total_never_raise_an_alarm(parts in prop::collection::vec(0_i64..1_000_000, 1..8), zeros in 0_u32..=4) {
            let step = 10_i64.pow(zeros);
            let whole = Bounds::of(&rounded(parts.iter().sum(), step));
            let bounds: Vec<_> = parts.iter().map(|part| Bounds::of(&rounded(*part, step))).collect();
            let sum = bounds.iter().skip(1).fold(bounds[0], |sum, part| sum.plus(part));
            prop_assert!(!sum.is_apart(&whole));
            prop_assert!(bounds.iter().all(|part| !part.is_above(&whole)));
        }
    }

    #[test]
    fn a_qualifier_opens_the_range_on_its_side() {
        let bounds = |qualifier| {
            let bounds = Bounds::of(&stated(Decimal::whole(50), Some(Decimal::whole(10)), qualifier));
            (bounds.low, bounds.high)
        };
        assert_eq!(bounds(Qualifier::Exact), (Some(100), Some(100)));
        assert_eq!(bounds(Qualifier::Rounded), (Some(90), Some(110)));
        assert_eq!(bounds(Qualifier::Truncated), (Some(100), Some(120)));
        assert_eq!(bounds(Qualifier::AtLeast), (Some(100), None));
        assert_eq!(bounds(Qualifier::LessThan), (None, Some(100)));
        assert_eq!(bounds(Qualifier::Approx), (None, None));
    }
}

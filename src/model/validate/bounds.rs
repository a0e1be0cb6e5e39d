//! What a stated number may stand for.
use crate::model::number::pow10;
use crate::model::{Decimal, Qualifier, Stated};

/// The closed range of a stated number, in halves of units of 10^−`scale`: half a rounding step is
/// then a whole number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bounds {
    /// The smallest value; `None` where there is no bound.
    pub(super) low: Option<i128>,
    /// The largest value; `None` where there is no bound.
    pub(super) high: Option<i128>,
    /// The scale of both.
    pub(super) scale: u8,
}

impl Bounds {
    /// The bounds of a stated number. Rounding is to the nearest step, half up or half to even.
    pub(super) fn of(stated: &Stated) -> Self {
        let scale = stated.number.scale.max(stated.step.map_or(0, |step| step.scale));
        let point = 2 * stated.number.units_at(scale);
        let step = stated.step.map_or(0, |step| step.units_at(scale));
        let (low, high) = match stated.qualifier {
            Qualifier::Exact => (Some(point), Some(point)),
            Qualifier::Rounded => (Some(point - step), Some(point + step)),
            Qualifier::Truncated => (Some(point), Some(point + 2 * step)),
            Qualifier::AtLeast => (Some(point), None),
            Qualifier::LessThan => (None, Some(point)),
            Qualifier::Approx | Qualifier::Estimate => (None, None),
        };
        Self { low, high, scale }
    }

    /// The sum of ranges.
    pub(super) fn sum(all: &[Self]) -> Self {
        let scale = all.iter().map(|bounds| bounds.scale).max().unwrap_or_default();
        let add = |end: fn(&Self) -> Option<i128>| {
            all.iter().try_fold(0_i128, |sum, bounds| sum.checked_add(bounds.at(scale, end)?))
        };
        Self { low: add(|bounds| bounds.low), high: add(|bounds| bounds.high), scale }
    }

    /// Whether everything in this range is greater than everything in the other.
    pub(super) fn is_above(&self, other: &Self) -> bool {
        let scale = self.scale.max(other.scale);
        let ends = (self.at(scale, |bounds| bounds.low), other.at(scale, |bounds| bounds.high));
        matches!(ends, (Some(low), Some(high)) if low > high)
    }

    /// Whether no number is in both ranges.
    pub(super) fn is_apart(&self, other: &Self) -> bool {
        self.is_above(other) || other.is_above(self)
    }

    /// Whether 100 × `part` ÷ `whole` cannot be in this range. Products too large to compute leave
    /// the question open.
    pub(super) fn excludes_share(&self, part: &Self, whole: &Self) -> bool {
        // part ÷ whole > rate, with all scales brought to one side, is
        // part.low × 100 × 2 × 10^(rate + whole) > rate.high × whole.high × 10^part.
        let over = |part_end: Option<i128>| {
            part_end?.checked_mul(200)?.checked_mul(power(self.scale))?.checked_mul(power(whole.scale))
        };
        let under = |rate_end: Option<i128>, whole_end: Option<i128>| {
            rate_end?.checked_mul(whole_end?)?.checked_mul(power(part.scale))
        };
        if whole.low.is_none_or(|low| low <= 0) {
            return false;
        }
        let too_large = matches!((over(part.low), under(self.high, whole.high)), (Some(a), Some(b)) if a > b);
        let too_small = matches!((over(part.high), under(self.low, whole.low)), (Some(a), Some(b)) if a < b);
        too_large || too_small
    }

    fn at(&self, scale: u8, end: fn(&Self) -> Option<i128>) -> Option<i128> {
        end(self)?.checked_mul(power(scale.saturating_sub(self.scale)))
    }
}

/// 100 × `part` ÷ `whole` with `scale` decimals, rounded half away from zero. `None` where the
/// whole is not greater than 0 or the number is too large.
pub(super) fn percentage(part: Decimal, whole: Decimal, scale: u8) -> Option<Decimal> {
    let common = part.scale.max(whole.scale);
    let over = part.units_at(common).checked_mul(100)?.checked_mul(power(scale))?;
    let under = whole.units_at(common);
    if under <= 0 {
        return None;
    }
    let half = if over < 0 { -(under / 2) } else { under / 2 };
    i64::try_from(over.checked_add(half)? / under).ok().map(|units| Decimal::new(units, scale))
}

/// The sum of numbers; `None` where it is too large.
pub(super) fn total(numbers: &[Decimal]) -> Option<Decimal> {
    let scale = numbers.iter().map(|number| number.scale).max().unwrap_or_default();
    let sum = numbers.iter().try_fold(0_i128, |sum, number| sum.checked_add(number.units_at(scale)))?;
    i64::try_from(sum).ok().map(|units| Decimal::new(units, scale))
}

fn power(scale: u8) -> i128 {
    i128::from(pow10(scale))
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
            let rate = percentage(Decimal::whole(part), Decimal::whole(whole), scale).unwrap();
            let rate = stated(rate, Some(Decimal::new(1, scale)), Qualifier::Rounded);
            let step = 10_i64.pow(zeros);
            let (part, whole) = (rounded(part, step), rounded(whole, step));
            prop_assert!(!Bounds::of(&rate).excludes_share(&Bounds::of(&part), &Bounds::of(&whole)));
        }

        #[test]
        fn a_rate_off_by_more_than_its_step_raises_one(part in 0_i64..2_000_000, whole in 1_i64..2_000_000, scale in 0_u8..=4, off in 2_i64..50) {
            let rate = percentage(Decimal::whole(part), Decimal::whole(whole), scale).unwrap();
            for units in [rate.units - off, rate.units + off] {
                let wrong = stated(Decimal::new(units, scale), Some(Decimal::new(1, scale)), Qualifier::Rounded);
                let (part, whole) = (Bounds::of(&exact(part)), Bounds::of(&exact(whole)));
                prop_assert!(Bounds::of(&wrong).excludes_share(&part, &whole));
            }
        }

        #[test]
        fn rounded_parts_of_a_true_total_never_raise_an_alarm(parts in prop::collection::vec(0_i64..1_000_000, 1..8), zeros in 0_u32..=4) {
            let step = 10_i64.pow(zeros);
            let whole = Bounds::of(&rounded(parts.iter().sum(), step));
            let bounds: Vec<_> = parts.iter().map(|part| Bounds::of(&rounded(*part, step))).collect();
            prop_assert!(!Bounds::sum(&bounds).is_apart(&whole));
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

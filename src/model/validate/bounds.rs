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

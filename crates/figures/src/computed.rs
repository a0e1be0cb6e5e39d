//! Formulas over stated numbers, in exact integer arithmetic.
use dataset::number::{divide, round_div};
use dataset::{Decimal, Interval, Stated};

use super::order::is_bound;

/// A number that the program computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Computed {
    /// The number that the inputs give as they were stated.
    pub point: Decimal,
    /// The smallest and the largest number that the rounding of the inputs allows. Both ends are
    /// the point where the inputs are exact.
    pub interval: Interval,
    /// How it was computed.
    pub formula: Formula,
}

/// How a number was computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Formula {
    /// 100 × persons covered ÷ coverage rate.
    ImpliedBase,
    /// Not computed: the base as the source states it.
    StatedBase,
    /// Potential persons − persons covered.
    Uncovered,
    /// Implied base − persons covered.
    ImpliedUncovered,
    /// Amount ÷ number.
    Average,
    /// 100 × part ÷ whole.
    Share,
    /// 100 − rate, in percentage points.
    Gap,
    /// The sum of the amounts listed.
    Sum,
    /// What is left to the goal ÷ years to it, in percentage points a year.
    Pace,
    /// The change of a rate ÷ years, in percentage points a year.
    ReachedPace,
}

impl Computed {
    /// A number computed from exact inputs.
    #[must_use]
    pub fn exact(point: Decimal, formula: Formula) -> Self {
        Self { point, interval: Interval { low: point, high: point }, formula }
    }

    /// Whether rounding leaves more than one number open.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.interval.low.compare(self.interval.high).is_eq()
    }

    /// How the number is shown: no more precisely than its interval allows, and never outside of it.
    #[must_use]
    pub fn shown(&self) -> Shown {
        if self.is_exact() {
            return Shown::Exact(self.point);
        }
        let Interval { low, high } = self.interval;
        let scale = low.scale.max(high.scale).max(self.point.scale);
        let [low, point, high] = [low, self.point, high].map(|number| number.units_at(scale));
        if (high - low) * WIDE > point.abs() {
            // A hundredth to a tenth of the width says where it begins and ends; the ends are rounded away from each other.
            let step = steps().take_while(|step| step * 10 <= high - low).last().unwrap_or(1);
            let (low, high) = (low.div_euclid(step), -(-high).div_euclid(step));
            return match (decimal(low * step, scale), decimal(high * step, scale), decimal(step, scale)) {
                (Some(low), Some(high), Some(step)) => Shown::Between(Interval { low, high }, step),
                _ => Shown::Exact(self.point),
            };
        }
        let inside = |step: i128| {
            let number = round_div(point, step) * step;
            (low <= number && number <= high).then_some((number, step))
        };
        let rounded = steps().take_while(|step| *step <= point.abs().max(1)).filter_map(inside).last();
        let rounded =
            rounded.and_then(|(number, step)| Some((decimal(number, scale)?, decimal(step, scale)?)));
        rounded.map_or(Shown::Exact(self.point), |(number, step)| Shown::Rounded(number, step))
    }
}

/// How a computed number is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// As it is: its inputs are exact.
    Exact(Decimal),
    /// The roundest number that lies inside the interval, and the step that it is rounded to.
    Rounded(Decimal, Decimal),
    /// The interval, rounded away from its middle to a step, as no single number stands for it.
    Between(Interval, Decimal),
}

/// An interval is wide from one part in so many of its number.
const WIDE: i128 = 20;

/// The powers of ten that steps are.
fn steps() -> impl Iterator<Item = i128> {
    (0..18).map(|power| i128::from(dataset::number::pow10(power)))
}

/// Twice the lower and upper bound of what a stated number may stand for, at the scale of number
/// and step, and that scale. Half-up rounding is assumed: 31.33 stands for \[31.325, 31.335).
fn doubled_bounds(stated: &Stated) -> (i128, i128, u8) {
    let scale = stated.step.map_or(0, |step| step.scale).max(stated.number.scale);
    let units = 2 * stated.number.units_at(scale);
    let step = stated.step.map_or(0, |step| step.units_at(scale));
    match stated.qualifier {
        dataset::Qualifier::Truncated | dataset::Qualifier::Between => (units, units + 2 * step, scale),
        _ => (units - step, units + step, scale),
    }
}

/// The lowest and the highest number that a stated one may stand for; `None` where it is exact, or
/// so large that the ends do not fit.
#[must_use]
pub fn bounds(stated: &Stated) -> Option<Interval> {
    let (low, high, scale) = doubled_bounds(stated);
    // Half of a number, without zeros that say nothing.
    let half = |doubled: i128| {
        let mut number = decimal(doubled * 5, scale + 1)?;
        while number.scale > 0 && number.units % 10 == 0 {
            number = Decimal::new(number.units / 10, number.scale - 1);
        }
        Some(number)
    };
    (low < high).then_some(Interval { low: half(low)?, high: half(high)? })
}

fn decimal(units: i128, scale: u8) -> Option<Decimal> {
    i64::try_from(units).ok().map(|units| Decimal::new(units, scale))
}

fn power(scale: u8) -> i128 {
    i128::from(dataset::number::pow10(scale))
}

/// The number of potential persons that `covered` persons and a coverage `rate` imply.
///
/// A rate stated as p with half a rounding step h says p − h ≤ 100·n ÷ N < p + h, and N is a
/// whole number. So N runs from ⌊100·n ÷ (p + h)⌋ + 1 to ⌊100·n ÷ (p − h)⌋; the point is 100·n ÷ p,
/// rounded. `None` where the rate or the lower bound is not greater than 0, the rate is a bound, or no whole number fits.
#[must_use]
pub fn implied_base(covered: Decimal, rate: &Stated) -> Option<Computed> {
    let covered = covered.rescale(0).units_at(0);
    let (low, high, scale) = doubled_bounds(rate);
    if low <= 0 || covered <= 0 || is_bound(rate) {
        return None;
    }
    let hundredfold = 200 * covered * power(scale);
    let point = round_div(hundredfold, 2 * rate.number.units_at(scale));
    let (least, most) =
        if low == high { (point, point) } else { (divide(hundredfold, high) + 1, divide(hundredfold, low)) };
    if least > most {
        return None;
    }
    Some(Computed {
        point: decimal(point, 0)?,
        interval: Interval { low: decimal(least, 0)?, high: decimal(most, 0)? },
        formula: Formula::ImpliedBase,
    })
}

/// The persons not covered: the base less the `covered`. `None` where the base is the smaller one,
/// as it is with rates above 100.
#[must_use]
pub fn uncovered(base: &Computed, covered: Decimal) -> Option<Computed> {
    let covered = covered.rescale(0).units;
    let less = |number: Decimal| {
        number.rescale(0).units.checked_sub(covered).filter(|n| *n >= 0).map(Decimal::whole)
    };
    let formula = match base.formula {
        Formula::ImpliedBase => Formula::ImpliedUncovered,
        _ => Formula::Uncovered,
    };
    Some(Computed {
        point: less(base.point)?,
        interval: Interval { low: less(base.interval.low)?, high: less(base.interval.high)? },
        formula,
    })
}

/// `amount` ÷ `count`, in whole units of the amount. `None` where the count is not greater than 0, or one of
/// both is a bound.
#[must_use]
pub fn average(amount: &Stated, count: &Stated) -> Option<Computed> {
    ratio(amount, count, 1, 0, Formula::Average)
}

/// 100 × `part` ÷ `whole`, to three decimals. `None` where the whole is not greater than 0, or one of
/// both is a bound.
#[must_use]
pub fn share(part: &Stated, whole: &Stated) -> Option<Computed> {
    ratio(part, whole, 100, 3, Formula::Share)
}

fn ratio(over: &Stated, under: &Stated, factor: i128, decimals: u8, formula: Formula) -> Option<Computed> {
    let (over_low, over_high, over_scale) = doubled_bounds(over);
    let (under_low, under_high, under_scale) = doubled_bounds(under);
    // Of a bound follows a bound, not a number.
    if under_low <= 0 || is_bound(over) || is_bound(under) {
        return None;
    }
    let up = factor * power(decimals) * power(under_scale);
    let down = power(over_scale);
    let divide = |a: i128, b: i128| decimal(round_div(a * up, b * down), decimals);
    Some(Computed {
        point: divide(2 * over.number.units_at(over_scale), 2 * under.number.units_at(under_scale))?,
        interval: Interval { low: divide(over_low, under_high)?, high: divide(over_high, under_low)? },
        formula,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use dataset::Qualifier;

    fn stated(text: &str, step: Option<&str>) -> Stated {
        let number = Decimal::parse(text).unwrap();
        let step = step.map(|s| Decimal::parse(s).unwrap());
        let qualifier = if step.is_some() { Qualifier::Rounded } else { Qualifier::Exact };
        Stated { number, step, qualifier }
    }

    #[test]
    fn the_implied_base_of_each_group() {
        let groups = [
            (44_547, "89.1", 49_969, 49_997, 50_024),
            (86_007, "46.7", 183_973, 184_169, 184_366),
            (13_117, "15.1", 86_581, 86_868, 87_156),
            (40_011, "80.6", 49_611, 49_641, 49_672),
        ];
        for (covered, rate, low, point, high) in groups {
            let base = implied_base(Decimal::whole(covered), &stated(rate, Some("0.1"))).unwrap();
            assert_eq!(
                (base.interval.low, base.point, base.interval.high),
                (Decimal::whole(low), Decimal::whole(point), Decimal::whole(high)),
                "{rate}"
            );
            let gap = uncovered(&base, Decimal::whole(covered)).unwrap();
            assert_eq!(gap.point, Decimal::whole(point - covered));
            assert_eq!(gap.formula, Formula::ImpliedUncovered);
        }
    }

    #[test]
    fn a_rounded_number_stands_for_an_interval() {
        let ends = |text, step| bounds(&stated(text, step)).map(|i| (i.low.to_string(), i.high.to_string()));
        let pair = |low: &str, high: &str| Some((low.to_owned(), high.to_owned()));
        assert_eq!(ends("31.33", Some("0.01")), pair("31.325", "31.335"));
        assert_eq!(ends("46.70", Some("0.1")), pair("46.65", "46.75"));
        assert_eq!(ends("718700000000", Some("100000000")), pair("718650000000", "718750000000"));
        assert_eq!(ends("45", Some("1")), pair("44.5", "45.5"));
        assert_eq!(ends("43251", None), None);
        let cut = Stated { qualifier: Qualifier::Truncated, ..stated("31", Some("1")) };
        assert_eq!(bounds(&cut).map(|i| (i.low.to_string(), i.high.to_string())), pair("31", "32"));
    }

    #[test]
    fn averages_and_shares_carry_their_interval() {
        let amount = stated("718700000000", Some("100000000"));
        let average = average(&amount, &stated("43251", None)).unwrap();
        assert_eq!(average.point, Decimal::whole(16_616_957));
        assert_eq!(average.interval.low, Decimal::whole(16_615_801));
        assert_eq!(average.interval.high, Decimal::whole(16_618_113));
        assert_eq!(average.shown(), Shown::Rounded(Decimal::whole(16_617_000), Decimal::whole(1000)));

        let share = share(&stated("6180000000", Some("10000000")), &amount).unwrap();
        assert_eq!(share.point, Decimal::new(860, 3));
        assert_eq!((share.interval.low, share.interval.high), (Decimal::new(859, 3), Decimal::new(861, 3)));
        assert_eq!(share.shown(), Shown::Rounded(Decimal::new(860, 3), Decimal::new(10, 3)));
    }

    #[test]
    fn a_wide_interval_is_shown_instead_of_a_number() {
        // 21 billion to the nearest billion for 1,320 claims: no round number stands for that.
        let wide = average(&stated("21000000000", Some("1000000000")), &stated("1320", None)).unwrap();
        let ends = Interval { low: Decimal::whole(15_470_000), high: Decimal::whole(16_350_000) };
        assert_eq!(wide.shown(), Shown::Rounded(Decimal::whole(16_000_000), Decimal::whole(1_000_000)));
        let wider = average(&stated("21000000000", Some("1000000000")), &stated("1320", Some("10"))).unwrap();
        assert_eq!(wider.shown(), Shown::Between(ends, Decimal::whole(10_000)));
    }

    #[test]
    fn a_bound_gives_no_number() {
        let bound = Stated { qualifier: Qualifier::AtLeast, ..stated("500", None) };
        assert_eq!(average(&bound, &stated("5", None)), None);
        assert_eq!(share(&stated("5", None), &bound), None);
        assert_eq!(implied_base(Decimal::whole(5), &bound), None);
    }

    proptest::proptest! {
        /// What is shown of a computed number is true of it.
        #[test]
        fn what_is_shown_lies_inside_the_interval(
            amount in 1_i64..1_000_000_000_000, count in 1_i64..1_000_000,
            zeros in 0_u8..10, other in 0_u8..4, percent: bool,
        ) {
            let round = |number: i64, zeros: u8| {
                let step = dataset::number::pow10(zeros);
                let number = Decimal::whole((number / step).max(1) * step);
                Stated { number, step: Some(Decimal::whole(step)), qualifier: Qualifier::Rounded }
            };
            let (over, under) = (round(amount, zeros), round(count, other));
            let computed = if percent { share(&over, &under) } else { average(&over, &under) };
            let Some(computed) = computed else { return Ok(()) };
            let Interval { low, high } = computed.interval;
            match computed.shown() {
                Shown::Exact(number) => proptest::prop_assert_eq!(number, computed.point),
                Shown::Rounded(number, _) => {
                    proptest::prop_assert!(number.compare(low).is_ge() && number.compare(high).is_le());
                }
                Shown::Between(ends, _) => {
                    proptest::prop_assert!(ends.low.compare(low).is_le() && ends.high.compare(high).is_ge());
                }
            }
        }
    }

    #[test]
    fn what_cannot_be_computed_is_none() {
        assert_eq!(implied_base(Decimal::whole(5), &stated("0", None)), None);
        assert_eq!(implied_base(Decimal::whole(5), &stated("0.0", Some("0.1"))), None);
        assert_eq!(average(&stated("5", None), &stated("0", None)), None);
        let base = implied_base(Decimal::whole(110), &stated("110", None)).unwrap();
        assert_eq!(base.point, Decimal::whole(100));
        assert_eq!(uncovered(&base, Decimal::whole(110)), None);
    }
}

//! Exact decimal numbers and the intervals that rounding leaves open.
use std::fmt;

use serde::de::{self, Deserialize, Deserializer, Visitor};

use super::json;

/// The most decimals that are kept.
pub const MAX_SCALE: u8 = 9;

/// An exact decimal number: `units` × 10^−`scale`.
///
/// The scale is part of what a source says: 46.70 is stated to two decimals, 46.7 to one.
/// Two decimals are equal only if both parts are; compare values with [`Decimal::compare`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    /// The number without its decimal point.
    pub units: i64,
    /// How many of its digits stand behind the decimal point; at most [`MAX_SCALE`].
    pub scale: u8,
}

impl Decimal {
    /// A number of units with `scale` decimals.
    #[must_use]
    pub fn new(units: i64, scale: u8) -> Self {
        Self { units, scale: scale.min(MAX_SCALE) }
    }

    /// A whole number.
    #[must_use]
    pub fn whole(value: i64) -> Self {
        Self { units: value, scale: 0 }
    }

    /// Reads a JSON number. `None` where it is none, too large, or finer than nine decimals.
    ///
    /// ```
    /// use dataset::Decimal;
    ///
    /// assert_eq!(Decimal::parse("31.30"), Some(Decimal::new(3130, 2)));
    /// assert_eq!(Decimal::parse("7.187e11"), Some(Decimal::whole(718_700_000_000)));
    /// assert_eq!(Decimal::parse("31,3"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (mantissa, exponent) = match text.find(['e', 'E']) {
            Some(at) => (text.get(..at)?, text.get(at + 1..)?.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let digits = mantissa.strip_prefix('-').unwrap_or(mantissa);
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        if whole.is_empty() || fraction.is_empty() {
            return None;
        }
        let fraction = if digits.contains('.') { fraction } else { "" };
        let mut units = 0_i64;
        for digit in whole.bytes().chain(fraction.bytes()) {
            let digit = digit.checked_sub(b'0').filter(|d| *d < 10)?;
            units = units.checked_mul(10)?.checked_add(i64::from(digit))?;
        }
        if digits.len() < mantissa.len() {
            units = -units;
        }
        let mut scale = i32::try_from(fraction.len()).ok()?.checked_sub(exponent)?;
        // Nothing stays nothing, however often it is taken ten times; all else is too large after a few steps.
        if units == 0 {
            scale = scale.max(0);
        }
        while scale < 0 {
            units = units.checked_mul(10)?;
            scale += 1;
        }
        let scale = u8::try_from(scale).ok().filter(|scale| *scale <= MAX_SCALE)?;
        Some(Self { units, scale })
    }

    /// The number with exactly `scale` decimals, rounded half away from zero.
    #[must_use]
    pub fn rescale(self, scale: u8) -> Self {
        let scale = scale.min(MAX_SCALE);
        if scale >= self.scale {
            let factor = pow10(scale - self.scale);
            return Self { units: self.units.saturating_mul(factor), scale };
        }
        let factor = pow10(self.scale - scale);
        let (whole, rest) = (self.units / factor, self.units % factor);
        // By the rest, as there may be no room to add the half to the number.
        let up = if 2 * rest.abs() >= factor { rest.signum() } else { 0 };
        Self { units: whole + up, scale }
    }

    /// Orders two numbers by value, whatever their scales.
    #[must_use]
    #[inline(never)]
    pub fn compare(self, other: Self) -> std::cmp::Ordering {
        let scale = self.scale.max(other.scale);
        self.units_at(scale).cmp(&other.units_at(scale))
    }

    /// The units this number has at a finer scale.
    #[must_use]
    #[inline(never)]
    pub fn units_at(self, scale: u8) -> i128 {
        i128::from(self.units) * i128::from(pow10(scale.saturating_sub(self.scale)))
    }

    /// The nearest floating-point number, for placing marks; never for showing.
    #[must_use]
    #[allow(clippy::cast_precision_loss)]
    pub fn to_f64(self) -> f64 {
        self.units as f64 / pow10(self.scale) as f64
    }
}

/// 10 to the power of a scale.
#[must_use]
pub fn pow10(scale: u8) -> i64 {
    10_i64.pow(u32::from(scale.min(18)))
}

/// `a ÷ b`, rounded half away from zero; `b` > 0.
#[must_use]
#[inline(never)]
pub fn round_div(a: i128, b: i128) -> i128 {
    let half = if a < 0 { -(b >> 1) } else { b >> 1 };
    divide(a + half, b)
}

/// `a ÷ b`, cut off towards zero; `b` > 0. By long division, bit by bit: the compiler's own for
/// numbers of this width is 1 KB of WebAssembly.
#[must_use]
pub fn divide(a: i128, b: i128) -> i128 {
    let (mut rest, divisor) = (a.unsigned_abs(), b.unsigned_abs().max(1));
    let mut quotient = 0;
    for bit in (0..=divisor.leading_zeros()).rev() {
        if divisor << bit <= rest {
            rest -= divisor << bit;
            quotient |= 1 << bit;
        }
    }
    if a < 0 { -quotient } else { quotient }
}

impl fmt::Display for Decimal {
    /// As JSON writes it: a decimal point, no grouping.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.units < 0 { "-" } else { "" };
        let factor = pow10(self.scale).unsigned_abs();
        let units = self.units.unsigned_abs();
        write!(f, "{sign}{}", units / factor)?;
        if self.scale > 0 {
            write!(f, ".{:0width$}", units % factor, width = usize::from(self.scale))?;
        }
        Ok(())
    }
}

struct DecimalVisitor;

impl<'de> Visitor<'de> for DecimalVisitor {
    type Value = Decimal;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number of at most nine decimals")
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Decimal, E> {
        Decimal::parse(text).ok_or_else(|| E::invalid_type(de::Unexpected::Other("number"), &self))
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(json::NUMBER, DecimalVisitor)
    }
}

/// The closed range of values that are possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The smallest possible value.
    pub low: Decimal,
    /// The largest possible value.
    pub high: Decimal,
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Decimal {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Decimal".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "number", "description": "A number of at most nine decimals." })
    }
    fn inline_schema() -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use proptest::prelude::*;

    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).unwrap()
    }

    #[test]
    fn what_is_a_number_and_what_is_not() {
        let cases = [
            ("0", Some((0, 0))),
            ("-0", Some((0, 0))),
            ("-0.5", Some((-5, 1))),
            ("46.70", Some((4670, 2))),
            ("1e3", Some((1000, 0))),
            ("0e2147483647", Some((0, 0))),
            ("0.0e-2147483648", None),
            ("1e2147483647", None),
            ("1.50e1", Some((150, 1))),
            ("15E-1", Some((15, 1))),
            ("9223372036854775807", Some((i64::MAX, 0))),
            ("0.123456789", Some((123_456_789, 9))),
            ("9223372036854775808", None),
            ("0.1234567890", None),
            ("1e19", None),
            ("1e-10", None),
            ("1e99999999999", None),
            ("", None),
            ("-", None),
            ("--1", None),
            (".5", None),
            ("5.", None),
            ("1.2.3", None),
            ("1,5", None),
            ("1e", None),
            ("1e+2", Some((100, 0))),
            ("1e++2", None),
            ("1e+-2", None),
            ("x", None),
        ];
        for (text, expected) in cases {
            let expected = expected.map(|(units, scale)| Decimal { units, scale });
            assert_eq!(Decimal::parse(text), expected, "{text}");
        }
    }

    #[test]
    fn rounding_is_half_away_from_zero() {
        let cases = [
            ("2.5", 0, "3"),
            ("-2.5", 0, "-3"),
            ("2.49", 0, "2"),
            ("0.05", 1, "0.1"),
            ("-0.04", 1, "0.0"),
            ("31.33", 4, "31.3300"),
            ("99.95", 1, "100.0"),
            ("9223372036.854775807", 8, "9223372036.85477581"),
            ("-9223372036.854775807", 8, "-9223372036.85477581"),
            ("9223372036854775.807", 0, "9223372036854776"),
        ];
        for (number, scale, expected) in cases {
            assert_eq!(decimal(number).rescale(scale).to_string(), expected, "{number}");
        }
    }

    #[test]
    fn numbers_are_compared_by_value() {
        assert_eq!(decimal("46.7").compare(decimal("46.70")), Ordering::Equal);
        assert_ne!(decimal("46.7"), decimal("46.70"));
        assert_eq!(decimal("-1").compare(decimal("0.1")), Ordering::Less);
        let largest = Decimal::whole(i64::MAX);
        assert_eq!(largest.compare(Decimal::new(i64::MAX, 9)), Ordering::Greater);
    }

    proptest! {
        #[test]
        fn long_division_is_division(a in i128::MIN + 1.., b in 1_i128.., small in 1_i128..1_000_000) {
            prop_assert_eq!(divide(a, b), a / b);
            prop_assert_eq!(divide(a, small), a / small);
        }

        #[test]
        fn display_is_read_back(units in any::<i64>().prop_filter("-2^63 has no positive", |n| *n != i64::MIN), scale in 0_u8..=9) {
            let number = Decimal::new(units, scale);
            prop_assert_eq!(Decimal::parse(&number.to_string()), Some(number));
        }

        #[test]
        fn rescaling_moves_by_half_a_step_at_most(units in -1_000_000_000_i64..1_000_000_000, from in 0_u8..=9, to in 0_u8..=9) {
            let number = Decimal::new(units, from);
            let rescaled = number.rescale(to);
            prop_assert_eq!(rescaled.scale, to);
            let distance = (rescaled.units_at(9) - number.units_at(9)).abs();
            let half_step = if to < from { i128::from(pow10(9 - to)) / 2 } else { 0 };
            prop_assert!(distance <= half_step, "{} to {}", number, rescaled);
        }

        #[test]
        fn comparing_agrees_with_arithmetic(a in -1000_i64..1000, b in -1000_i64..1000, from in 0_u8..=3, to in 0_u8..=3) {
            let (left, right) = (a * pow10(3 - from), b * pow10(3 - to));
            prop_assert_eq!(Decimal::new(a, from).compare(Decimal::new(b, to)), left.cmp(&right));
        }

        #[test]
        fn no_text_makes_it_panic(text in any::<String>(), number in "-?[0-9.eE+-]{0,24}") {
            let _ = (Decimal::parse(&text), Decimal::parse(&number));
        }
    }
}

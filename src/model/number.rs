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

    /// Reads a JSON number. `None` where it is too large, or finer than nine decimals.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (mantissa, exponent) = match text.find(['e', 'E']) {
            Some(at) => (text.get(..at)?, text.get(at + 1..)?.trim_start_matches('+').parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let mut units = 0_i64;
        for digit in whole.trim_start_matches('-').bytes().chain(fraction.bytes()) {
            let digit = digit.checked_sub(b'0').filter(|d| *d < 10)?;
            units = units.checked_mul(10)?.checked_add(i64::from(digit))?;
        }
        if whole.starts_with('-') {
            units = -units;
        }
        let mut scale = i32::try_from(fraction.len()).ok()?.checked_sub(exponent)?;
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
        let half = if self.units < 0 { -(factor / 2) } else { factor / 2 };
        Self { units: self.units.saturating_add(half) / factor, scale }
    }

    /// Orders two numbers by value, whatever their scales.
    #[must_use]
    pub fn compare(self, other: Self) -> std::cmp::Ordering {
        let scale = self.scale.max(other.scale);
        self.units_at(scale).cmp(&other.units_at(scale))
    }

    /// The units this number has at a finer scale.
    #[must_use]
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

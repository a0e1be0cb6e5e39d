//! Exact numbers of any power of ten, on the way to a [`Decimal`].
use dataset::Decimal;
use dataset::number::MAX_SCALE;

/// The most digits that are read.
const MAX_DIGITS: usize = 30;

/// `units` × 10^`exponent`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Exact {
    pub(crate) units: i128,
    pub(crate) exponent: i32,
}

/// Why an exact number is no [`Decimal`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unfit {
    /// More than nine decimals.
    TooFine,
    /// More than 2^63.
    TooLarge,
}

impl Exact {
    /// The number of digits before and behind the decimal sign. `None` where there are none, or too many.
    pub(crate) fn of_digits(whole: &str, fraction: &str) -> Option<Self> {
        let digits = whole.len() + fraction.len();
        let are_digits = whole.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit());
        if digits == 0 || digits > MAX_DIGITS || !are_digits {
            return None;
        }
        let units = whole
            .bytes()
            .chain(fraction.bytes())
            .fold(0_i128, |units, byte| units * 10 + i128::from(byte - b'0'));
        Some(Self { units, exponent: -i32::try_from(fraction.len()).ok()? })
    }

    /// The number to at most 15 significant digits, as spreadsheets keep it: 7.0000000000000009 is 7.
    /// `None` where it is infinite or none.
    pub(crate) fn of_f64(value: f64) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        let text = format!("{value:.14e}");
        let (mantissa, exponent) = text.split_once('e')?;
        let (negative, digits) = mantissa.strip_prefix('-').map_or((false, mantissa), |rest| (true, rest));
        let (whole, fraction) = digits.split_once('.')?;
        let number = Self::of_digits(whole, fraction)?;
        let units = if negative { -number.units } else { number.units };
        Some(Self { units, exponent: number.exponent + exponent.parse::<i32>().ok()? }.trimmed(i32::MAX))
    }

    /// The number times a power of ten.
    pub(crate) fn shift(self, power: i32) -> Self {
        Self { exponent: self.exponent + power, ..self }
    }

    /// The number of the other sign.
    pub(crate) fn negated(self) -> Self {
        Self { units: -self.units, ..self }
    }

    /// Without zeros at its end, up to an exponent.
    pub(crate) fn trimmed(self, most: i32) -> Self {
        if self.units == 0 {
            return Self { units: 0, exponent: self.exponent.max(0).min(most) };
        }
        let Self { mut units, mut exponent } = self;
        while exponent < most && units % 10 == 0 {
            units /= 10;
            exponent += 1;
        }
        Self { units, exponent }
    }

    /// Rounded half away from zero to an exponent; unchanged where it is no finer.
    pub(crate) fn rounded(self, exponent: i32) -> Self {
        let drop = exponent - self.exponent;
        if drop <= 0 {
            return self;
        }
        let units = u32::try_from(drop).ok().and_then(|drop| 10_i128.checked_pow(drop)).map_or(0, |factor| {
            let half = if self.units < 0 { -(factor / 2) } else { factor / 2 };
            (self.units + half) / factor
        });
        Self { units, exponent }
    }

    /// Whether there is no fraction but zeros.
    pub(crate) fn is_whole(self) -> bool {
        self.trimmed(i32::MAX).exponent >= 0
    }

    /// As a decimal with the decimals that it has.
    pub(crate) fn to_decimal(self) -> Result<Decimal, Unfit> {
        let scale = if self.exponent < 0 { self.exponent.unsigned_abs() } else { 0 };
        let scale = u8::try_from(scale).ok().filter(|scale| *scale <= MAX_SCALE).ok_or(Unfit::TooFine)?;
        let units = match u32::try_from(self.exponent) {
            Ok(_) if self.units == 0 => Some(0),
            Ok(exponent) => 10_i128.checked_pow(exponent).and_then(|factor| self.units.checked_mul(factor)),
            Err(_) => Some(self.units),
        };
        units.and_then(|units| i64::try_from(units).ok()).map_or(Err(Unfit::TooLarge), |units| {
            if units == i64::MIN { Err(Unfit::TooLarge) } else { Ok(Decimal::new(units, scale)) }
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn decimal(value: f64) -> String {
        Exact::of_f64(value)
            .unwrap()
            .to_decimal()
            .map_or_else(|unfit| format!("{unfit:?}"), |d| d.to_string())
    }

    #[test]
    fn floating_point_numbers_have_fifteen_digits() {
        assert_eq!(decimal(7.000_000_000_000_001), "7");
        assert_eq!(decimal(0.1 + 0.2), "0.3");
        assert_eq!(decimal(0.3133), "0.3133");
        assert_eq!(decimal(-43_251.0), "-43251");
        assert_eq!(decimal(718_700_000_000.0), "718700000000");
        assert_eq!(decimal(1.0 / 3.0), "TooFine");
        assert_eq!(decimal(1e300), "TooLarge");
        assert_eq!(decimal(-0.0), "0");
        assert_eq!(Exact::of_f64(f64::NAN), None);
    }

    #[test]
    fn rounding_is_half_away_from_zero() {
        let at = |value, exponent| {
            Exact::of_f64(value).unwrap().rounded(exponent).to_decimal().unwrap().to_string()
        };
        assert_eq!(at(31.335, -2), "31.34");
        assert_eq!(at(-2.5, 0), "-3");
        assert_eq!(at(718_712_345_678.0, 8), "718700000000");
        assert_eq!(at(4.0, 100), "0");
    }

    proptest! {
        #[test]
        fn no_number_makes_it_panic(value in any::<f64>(), exponent in -400..400) {
            if let Some(exact) = Exact::of_f64(value) {
                let _ = (exact.rounded(exponent).to_decimal(), exact.shift(exponent).is_whole(), exact.negated());
            }
        }
    }
}

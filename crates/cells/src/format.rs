//! Number formats: what a person sees of a number.
//!
//! The codes are those of ECMA-376 part 1, 18.8.31, always as an English Excel writes them:
//! a point before the decimals, commas between or behind the digits.
mod code;

use std::fmt;

use crate::exact::Exact;
use code::{Kind, Section};

/// The code of a number format, such as `#,##0.00`; "" or `General` where nothing is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Format(String);

/// The parts of a date that a number format shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateParts {
    /// The year.
    pub year: bool,
    /// The month, as a name or as a number.
    pub month: bool,
    /// The day of the month.
    pub day: bool,
}

/// A number as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    /// With all its digits.
    Plain(Exact),
    /// Rounded, perhaps with words around it.
    Digits(Digits),
    /// Words in place of a number, or nothing.
    Words(String),
}

/// A number that a format has rounded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Digits {
    /// What is shown: times 100 under a percent sign, divided where the format divides.
    pub(crate) number: Exact,
    /// The power of ten that the shown number was divided by.
    pub(crate) divided: i32,
    /// Whether a percent sign that multiplies is shown.
    pub(crate) percent: bool,
    /// Words in front.
    pub(crate) before: String,
    /// Words behind.
    pub(crate) behind: String,
    /// The least number of digits before the decimal sign: 4 for `0000`.
    pub(crate) least: usize,
    /// Whether thousands are set apart.
    pub(crate) grouped: bool,
    /// Whether the number has digits that are not shown.
    pub(crate) hides: bool,
}

impl Format {
    /// A format by its code.
    #[must_use]
    pub fn new(code: &str) -> Self {
        Self(code.trim().to_owned())
    }

    /// The code.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.0
    }

    /// Whether it says nothing of how a number is shown: `General`, `@` (text), or no code.
    #[must_use]
    pub fn is_general(&self) -> bool {
        self.first().is_none_or(|section| section.kind == Kind::General)
    }

    /// Whether numbers are multiplied by 100 and shown with a percent sign.
    #[must_use]
    pub fn is_percent(&self) -> bool {
        self.first().is_some_and(|section| section.percents > 0)
    }

    /// The most decimals that are shown; `None` where the format does not say.
    #[must_use]
    pub fn decimals(&self) -> Option<u8> {
        let section = self.first().filter(|section| section.kind == Kind::Number)?;
        u8::try_from(section.most_decimals).ok()
    }

    /// Whether numbers are shown as dates or times of day.
    #[must_use]
    pub fn is_date(&self) -> bool {
        self.first().is_some_and(|section| section.kind == Kind::Date)
    }

    /// The parts of a date that are shown.
    #[must_use]
    pub fn date_parts(&self) -> DateParts {
        self.first().map(|section| section.date).unwrap_or_default()
    }

    fn first(&self) -> Option<Section> {
        code::sections(&self.0).into_iter().next()
    }

    /// What is seen of a number. `None` where it is infinite or none.
    pub(crate) fn show(&self, value: f64) -> Option<Shown> {
        let exact = Exact::of_f64(value)?;
        let sections = code::sections(&self.0);
        let Some(section) = code::for_value(&sections, value) else { return Some(Shown::Plain(exact)) };
        Some(match section.kind {
            Kind::General | Kind::Date | Kind::Other => Shown::Plain(exact),
            Kind::Words => Shown::Words(section.before.trim().to_owned()),
            Kind::Number => Shown::Digits(section.digits(exact)),
        })
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Section {
    fn digits(&self, exact: Exact) -> Digits {
        let divided = 3 * i32::try_from(self.divides).unwrap_or(0);
        let multiplied = 2 * i32::try_from(self.percents).unwrap_or(0);
        let most = i32::try_from(self.most_decimals).unwrap_or(0);
        let least = i32::try_from(self.least_decimals).unwrap_or(0);
        let full = exact.shift(multiplied - divided);
        let rounded = full.rounded(-most);
        // A zero that the format asks for is shown, one under `#` is not.
        let number = fitted(rounded.trimmed(-least), -least);
        let hides = rounded.trimmed(i32::MAX) != full.trimmed(i32::MAX);
        Digits {
            number,
            divided,
            percent: self.percents > 0,
            before: around(&self.before),
            behind: around(&self.behind),
            least: self.least_digits,
            grouped: self.grouped,
            hides,
        }
    }
}

/// The number with at least the decimals of an exponent.
fn fitted(number: Exact, exponent: i32) -> Exact {
    let more = u32::try_from(number.exponent - exponent).ok().and_then(|more| 10_i128.checked_pow(more));
    match more.and_then(|factor| number.units.checked_mul(factor)) {
        Some(units) => Exact { units, exponent },
        None => number,
    }
}

/// The words around a number, without the signs that say that it is negative: the value says it.
fn around(words: &str) -> String {
    words.replace(['(', ')', '-', '+', '\u{2212}'], " ").trim().to_owned()
}

#[cfg(test)]
mod tests;

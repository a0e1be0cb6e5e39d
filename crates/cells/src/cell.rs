//! Cells as a spreadsheet or a CSV file holds them, and what a column expects of them.
use dataset::{Currency, Date, Decimal, Missing, Qualifier};

use crate::format::Format;

/// A cell as a spreadsheet or a CSV file holds it.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// What somebody typed, or the cell of a CSV file.
    Text(String),
    /// A number, or the number that a formula gives.
    Number {
        /// The number.
        value: f64,
        /// How it is shown.
        format: Format,
    },
    /// A number that is shown as a date.
    Date {
        /// Days since the epoch; the fraction is the time of day.
        serial: f64,
        /// What the days are counted from.
        epoch: Epoch,
        /// How it is shown.
        format: Format,
    },
    /// True or false.
    Bool(bool),
    /// What a formula that fails shows, such as `#REF!`.
    Error(String),
}

impl Cell {
    /// A text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A number under a number format; "" is `General`.
    #[must_use]
    pub fn number(value: f64, format: &str) -> Self {
        Self::Number { value, format: Format::new(format) }
    }

    /// A date of the 1900 epoch under a number format.
    #[must_use]
    pub fn date(serial: f64, format: &str) -> Self {
        Self::Date { serial, epoch: Epoch::Y1900, format: Format::new(format) }
    }

    /// Whether nothing stands in it that anybody sees.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => crate::fold::is_blank(text),
            _ => false,
        }
    }
}

/// The day from which a workbook counts days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Epoch {
    /// Day 1 is 1 January 1900, and 29 February 1900 counts as a day.
    #[default]
    Y1900,
    /// Day 0 is 1 January 1904, as in workbooks from old Macs.
    Y1904,
}

/// The sign that divides decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `1.234,5`
    Comma,
    /// `1,234.5`
    Point,
}

/// What a column is expected to hold, which settles what else could mean two things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Expect {
    /// Persons, claims, or money in whole units: a fraction cannot be meant.
    pub whole: bool,
    /// Hundredths.
    pub percent: bool,
    /// The sign that divides decimals, where the workbook says so.
    pub style: Option<Style>,
}

impl Expect {
    /// Persons, claims, or money in whole units.
    pub const WHOLE: Self = Self { whole: true, percent: false, style: None };
    /// Hundredths.
    pub const PERCENT: Self = Self { whole: false, percent: true, style: None };
    /// Any number.
    pub const ANY: Self = Self { whole: false, percent: false, style: None };
}

/// What a cell of numbers says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// A number.
    Number(Entered),
    /// That there is none, and why.
    Missing(Missing),
    /// Nothing.
    Empty,
}

/// A number as it was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entered {
    /// The number with the decimals it was entered with; hundredths where the unit is percent.
    pub value: Decimal,
    /// The larger one of two numbers: 40 in `30–40%`.
    pub upper: Option<Decimal>,
    /// The rounding step that a word for a power of ten or the number format gives:
    /// 100 000 000 for `718,7 miliar`.
    pub step: Option<Decimal>,
    /// What the words beside it say of its relation to the truth.
    pub qualifier: Option<Qualifier>,
    /// The unit beside it.
    pub unit: Option<EnteredUnit>,
    /// Whether the cell holds more digits than its number format shows; the value is what is shown.
    pub hides_digits: bool,
}

impl Entered {
    /// A bare number.
    #[must_use]
    pub fn bare(value: Decimal) -> Self {
        Self { value, upper: None, step: None, qualifier: None, unit: None, hides_digits: false }
    }
}

/// The unit beside a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EnteredUnit {
    /// `31,33%`
    Percent,
    /// `68,67 poin persen`
    Points,
    /// `Rp5.000`
    Money(Currency),
    /// `45.000 pekerja rentan`: the noun, in small letters.
    Noun(String),
}

/// One of the things that a cell can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// A number.
    Number(Entered),
    /// A date.
    Date(Date),
    /// A day or a period.
    Time(dataset::Time),
}

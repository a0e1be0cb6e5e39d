//! What a cell does not say clearly enough.
use std::{error, fmt};

use dataset::{Date, Decimal, Lang, Qualifier};

use crate::cell::{EnteredUnit, Meaning};

/// Why a cell is refused. `text` is what is seen in it, cut off where it is long.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unclear {
    /// It can mean two things.
    TwoReadings {
        /// What is seen.
        text: String,
        /// One of them.
        first: Box<Meaning>,
        /// The other one.
        second: Box<Meaning>,
        /// Whether the column holds whole numbers only.
        whole: bool,
    },
    /// A word between two qualifiers of the dataset, such as `hampir`.
    TwoQualifiers {
        /// What is seen.
        text: String,
        /// The word.
        word: String,
        /// What it can be written as.
        first: Qualifier,
        /// What else it can be written as.
        second: Qualifier,
    },
    /// 0, or no number: `nihil`, or a zero that is shown as a dash.
    ZeroOrMissing {
        /// What is seen.
        text: String,
    },
    /// A sign that several currencies have, such as `$`.
    WhichCurrency {
        /// What is seen.
        text: String,
        /// The sign.
        sign: String,
    },
    /// A word or a sign beside a number that is not known.
    UnknownWord {
        /// What is seen.
        text: String,
        /// The word.
        word: String,
    },
    /// No number.
    NotANumber {
        /// What is seen.
        text: String,
    },
    /// Signs between digits that are neither thousands nor decimals: `1.23.456`.
    BadGroups {
        /// What is seen.
        text: String,
    },
    /// A range that ends before it starts, or has different words at its ends.
    BadRange {
        /// What is seen.
        text: String,
    },
    /// A fraction where only whole numbers can be meant.
    NotWhole {
        /// What is seen.
        text: String,
        /// The number.
        value: Decimal,
    },
    /// Money or persons in a column of percentages, or the other way round.
    OtherUnit {
        /// What is seen.
        text: String,
        /// The unit beside the number.
        found: EnteredUnit,
    },
    /// Digits other than 0 to 9, such as full-width ones, raised ones or ½.
    OtherDigits {
        /// What is seen.
        text: String,
    },
    /// More than nine decimals.
    TooFine {
        /// What is seen.
        text: String,
    },
    /// Larger than the dataset can hold.
    TooLarge {
        /// What is seen.
        text: String,
    },
    /// A spreadsheet has dropped digits: `4.33E+07`, or the 16th digit of a number.
    LostDigits {
        /// What is seen.
        text: String,
    },
    /// A date where a number is expected: the spreadsheet took 1.8 for 1 August.
    TurnedIntoADate {
        /// The date.
        date: Date,
        /// What may have been typed: day and month, then year and month.
        typed: Vec<[u16; 2]>,
    },
    /// The number format shows nothing, or words in place of the number.
    HiddenByFormat {
        /// What is seen.
        text: String,
    },
    /// A formula that failed.
    FormulaError {
        /// What it shows.
        text: String,
    },
    /// No date.
    NotADate {
        /// What is seen.
        text: String,
    },
    /// No date and no period.
    NotATime {
        /// What is seen.
        text: String,
    },
    /// A day without a year; a spreadsheet adds the year in which it was typed.
    NoYear {
        /// What is seen.
        text: String,
    },
    /// A year of two digits.
    TwoDigitYear {
        /// What is seen.
        text: String,
    },
    /// A day that the calendar does not have.
    NoSuchDay {
        /// What is seen.
        text: String,
    },
    /// A day of the week that the date is not.
    WrongWeekday {
        /// What is seen.
        text: String,
        /// The date.
        date: Date,
    },
    /// A period that ends before it starts.
    PeriodBackwards {
        /// What is seen.
        text: String,
    },
    /// A number or a date in a column of texts, of which nobody knows how it was typed.
    NotAText {
        /// What is seen.
        text: String,
    },
    /// A cross, which is yes to one and no to the other.
    YesOrNo {
        /// What is seen.
        text: String,
    },
    /// Neither yes nor no.
    NotYesOrNo {
        /// What is seen.
        text: String,
    },
}

impl Unclear {
    /// A word for programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::TwoReadings { .. } => "two-readings",
            Self::TwoQualifiers { .. } => "two-qualifiers",
            Self::ZeroOrMissing { .. } => "zero-or-missing",
            Self::WhichCurrency { .. } => "which-currency",
            Self::UnknownWord { .. } => "unknown-word-in-number",
            Self::NotANumber { .. } => "not-a-number",
            Self::BadGroups { .. } => "bad-groups",
            Self::BadRange { .. } => "bad-range",
            Self::NotWhole { .. } => "not-whole-number",
            Self::OtherUnit { .. } => "other-unit",
            Self::OtherDigits { .. } => "other-digits",
            Self::TooFine { .. } => "too-fine",
            Self::TooLarge { .. } => "too-large",
            Self::LostDigits { .. } => "lost-digits",
            Self::TurnedIntoADate { .. } => "turned-into-a-date",
            Self::HiddenByFormat { .. } => "hidden-by-format",
            Self::FormulaError { .. } => "formula-error",
            Self::NotADate { .. } => "cell-not-a-date",
            Self::NotATime { .. } => "not-a-time",
            Self::NoYear { .. } => "no-year",
            Self::TwoDigitYear { .. } => "two-digit-year",
            Self::NoSuchDay { .. } => "no-such-day",
            Self::WrongWeekday { .. } => "wrong-weekday",
            Self::PeriodBackwards { .. } => "period-backwards",
            Self::NotAText { .. } => "not-a-text",
            Self::YesOrNo { .. } => "yes-or-no",
            Self::NotYesOrNo { .. } => "not-yes-or-no",
        }
    }
}

impl fmt::Display for Unclear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&crate::words::words(Lang::En, self).what)
    }
}

impl error::Error for Unclear {}

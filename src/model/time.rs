//! Days, months and years as precise as they were stated.
use std::fmt;

use serde::de::{self, Deserialize, Deserializer, Visitor};

/// A calendar date (proleptic Gregorian, after ISO 8601) that says how precise it is:
/// `2025`, `2025-07` or `2025-08-01`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Year, 1 to 9999.
    pub year: u16,
    /// Month, 1 to 12; `None` in a date that names a year only.
    pub month: Option<u8>,
    /// Day, 1 to 31; `None` in a date that names no day.
    pub day: Option<u8>,
}

impl Date {
    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. `None` where the text is none of them or names a
    /// day that does not exist.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = parts.next().map(|part| digits(part, 2)).transpose_flat()?;
        let day = parts.next().map(|part| digits(part, 2)).transpose_flat()?;
        let small = |n: Option<u16>| n.and_then(|n| u8::try_from(n).ok());
        let date = Self { year, month: small(month), day: small(day) };
        let fits = parts.next().is_none()
            && year > 0
            && date.month.is_none_or(|m| (1..=12).contains(&m))
            && date.day.is_none_or(|d| d >= 1 && d <= date.days_in_month());
        fits.then_some(date)
    }

    /// The number of days of the date's month; 31 where it names none.
    #[must_use]
    pub fn days_in_month(self) -> u8 {
        let leap =
            self.year.is_multiple_of(4) && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400));
        match self.month {
            Some(4 | 6 | 9 | 11) => 30,
            Some(2) if leap => 29,
            Some(2) => 28,
            _ => 31,
        }
    }

    /// The day of the week, 0 for Sunday; `None` where the date names no day.
    ///
    /// Sakamoto's method (comp.lang.c, 1992).
    #[must_use]
    pub fn weekday(self) -> Option<u8> {
        const OFFSETS: [u16; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
        let month = self.month?;
        let year = if month < 3 { self.year - 1 } else { self.year };
        let offset = OFFSETS.get(usize::from(month) - 1)?;
        let sum = year + year / 4 - year / 100 + year / 400 + offset + u16::from(self.day?);
        u8::try_from(sum % 7).ok()
    }
}

/// `Some(None)` is a failure to read a part that is there.
trait TransposeFlat {
    fn transpose_flat(self) -> Option<Option<u16>>;
}

impl TransposeFlat for Option<Option<u16>> {
    fn transpose_flat(self) -> Option<Option<u16>> {
        match self {
            None => Some(None),
            Some(None) => None,
            Some(Some(n)) => Some(Some(n)),
        }
    }
}

fn digits(text: &str, length: usize) -> Option<u16> {
    (text.len() == length && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

struct DateVisitor;

impl Visitor<'_> for DateVisitor {
    type Value = Date;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date: \"2025\", \"2025-07\" or \"2025-07-31\"")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Date, E> {
        Date::parse(text).ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(DateVisitor)
    }
}

/// When a figure holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(try_from = "RawTime")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "RawTime"))]
pub enum Time {
    /// The state on a day (or in a month or year, where no day is stated).
    AsOf(Date),
    /// What happened in a period, both ends included.
    Period {
        /// The first day, month or year; `None` where the source does not state it.
        start: Option<Date>,
        /// The last day, month or year.
        end: Date,
    },
}

impl Time {
    /// The date by which times are put in order: the day itself, or the end of the period.
    #[must_use]
    pub fn end(self) -> Date {
        match self {
            Self::AsOf(date) | Self::Period { end: date, .. } => date,
        }
    }
}

/// Either `as_of`, or `end` with or without `start`.
#[derive(serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Time"))]
struct RawTime {
    /// The state on this day.
    as_of: Option<Date>,
    /// The first day of the period; null where it is not stated.
    start: Option<Date>,
    /// The last day of the period.
    end: Option<Date>,
}

impl TryFrom<RawTime> for Time {
    type Error = &'static str;

    fn try_from(raw: RawTime) -> Result<Self, Self::Error> {
        match (raw.as_of, raw.start, raw.end) {
            (Some(date), None, None) => Ok(Self::AsOf(date)),
            (None, Some(start), Some(end)) if start > end => Err("the period ends before it starts"),
            (None, start, Some(end)) => Ok(Self::Period { start, end }),
            _ => Err("a time has either \"as_of\", or \"end\" with or without \"start\""),
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Date {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
            "description": "A year, a month of a year, or a day: as precise as it was stated."
        })
    }
}

//! Days, months and years as precise as they were stated.
use std::fmt;

use serde::de::{self, Deserialize, Deserializer, Visitor};

use super::json::{Context, Node, Problem, Unread};
use super::record::{Field, NO_DATE, Place, record};

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

    /// Whether the date is surely later than another: in the parts that both name. July 2025 is
    /// not after 2025.
    #[must_use]
    pub fn is_after(self, other: Self) -> bool {
        if self.year != other.year {
            return self.year > other.year;
        }
        match (self.month, other.month) {
            (Some(month), Some(other_month)) if month != other_month => month > other_month,
            (Some(_), Some(_)) => matches!((self.day, other.day), (Some(a), Some(b)) if a > b),
            _ => false,
        }
    }

    /// The day in the middle of what the date names, for placing it on an axis: days since the
    /// year 0, as if every month had 31. `2025` is 1 July 2025, `2025-07` is 16 July 2025.
    #[must_use]
    pub fn middle(self) -> i32 {
        self.day_number(7, if self.month.is_some() { 16 } else { 1 })
    }

    /// The first day of what the date names, counted as in [`Date::middle`].
    #[must_use]
    pub fn start(self) -> i32 {
        self.day_number(1, 1)
    }

    fn day_number(self, month: u8, day: u8) -> i32 {
        let (month, day) = (self.month.unwrap_or(month), self.day.unwrap_or(day));
        i32::from(self.year) * 372 + i32::from(month) * 31 + i32::from(day) - 32
    }

    /// The day that a spreadsheet keeps as a number: days since the last but one of 1899. `None`
    /// before 1950 and after 2099, where such a number is hardly a date.
    #[cfg(feature = "publish")]
    #[must_use]
    pub fn of_spreadsheet(number: u32) -> Option<Self> {
        // Day 1 would be 31 December 1899 if these programs did not count 29 February 1900.
        let mut left = number.checked_sub(2)?;
        let mut date = Self { year: 1900, month: Some(1), day: Some(1) };
        let days_in_year =
            |date: Self| if (Self { month: Some(2), ..date }).days_in_month() == 29 { 366 } else { 365 };
        while left >= days_in_year(date) {
            left -= days_in_year(date);
            date.year = date.year.checked_add(1).filter(|year| *year < 2100)?;
        }
        let mut month = 1;
        while left >= u32::from((Self { month: Some(month), ..date }).days_in_month()) {
            left -= u32::from((Self { month: Some(month), ..date }).days_in_month());
            month += 1;
        }
        let day = u8::try_from(left + 1).ok()?;
        (date.year >= 1950).then_some(Self { month: Some(month), day: Some(day), ..date })
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(
        rename = "Time",
        extend(
            "oneOf" = [{ "required": ["as_of"] }, { "required": ["end"] }],
            "dependentRequired" = { "start": ["end"] }
        )
    )
)]
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
            (None, Some(start), Some(end)) if start.is_after(end) => Err("the period ends before it starts"),
            (None, start, Some(end)) => Ok(Self::Period { start, end }),
            _ => Err("a time has either \"as_of\", or \"end\" with or without \"start\""),
        }
    }
}

record!(RawTime { as_of, start, end });

impl Field for Time {
    const BLANK: Self = Self::AsOf(NO_DATE);
}

impl Place for Time {
    fn read(&mut self, node: &Node, context: &Context) -> Result<(), Unread> {
        let mut raw = RawTime::BLANK;
        raw.read(node, context)?;
        match Self::try_from(raw) {
            Ok(time) => {
                *self = time;
                Ok(())
            }
            Err(message) => context.fail(node, Problem::Invalid(message.to_owned())),
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn numbers_of_spreadsheets_are_days() {
        let day = |number| Date::of_spreadsheet(number).map(|date| date.to_string());
        assert_eq!(day(45870).as_deref(), Some("2025-08-01"));
        assert_eq!(day(45351).as_deref(), Some("2024-02-29"));
        assert_eq!(day(18264).as_deref(), Some("1950-01-01"));
        assert_eq!(day(73050).as_deref(), Some("2099-12-31"));
        for other in [0, 1, 2025, 18263, 73051, u32::MAX] {
            assert_eq!(day(other), None, "{other}");
        }
    }

    #[test]
    fn days_that_exist_and_days_that_do_not() {
        for text in ["2025", "2025-07", "2025-08-01", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"]
        {
            assert_eq!(date(text).to_string(), text);
        }
        let wrong = [
            "",
            "0",
            "0000",
            "20250",
            "25-01-01",
            "2025-13",
            "2025-00",
            "2025-2-3",
            "2025-02-29",
            "1900-02-29",
            "2025-04-31",
            "2025-01-32",
            "2025-01-00",
            "2025-01-01-01",
            "2025-",
            "2025-01-",
            "+2025",
            "2025/01/01",
            "2025-01-01T00:00",
            " 2025",
            "２０２５",
        ];
        for text in wrong {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn days_of_the_week() {
        let days = [
            ("2025-08-27", 3), // A Wednesday, as the shipped report prints it.
            ("2025-08-01", 5),
            ("2000-01-01", 6),
            ("2024-02-29", 4),
            ("1900-03-01", 4),
            ("0001-01-01", 1),
            ("9999-12-31", 5),
        ];
        for (text, weekday) in days {
            assert_eq!(date(text).weekday(), Some(weekday), "{text}");
        }
        assert_eq!((date("2025-08").weekday(), date("2025").weekday()), (None, None));
    }

    #[test]
    fn dates_have_a_place_on_an_axis() {
        assert!(date("2025").start() == date("2025-01-01").middle());
        assert!(date("2025").middle() == date("2025-07-01").middle());
        assert!(date("2025-07").middle() == date("2025-07-16").start());
        assert!(date("2024-12-31").middle() < date("2025").start());
        assert_eq!(date("2025-01-01").middle() - date("2024-12-31").middle(), 1);
    }

    #[test]
    fn days_of_a_month() {
        let days = |text| date(text).days_in_month();
        assert_eq!([days("2024-02"), days("2025-02"), days("1900-02"), days("2000-02")], [29, 28, 28, 29]);
        assert_eq!([days("2025-04"), days("2025-12"), days("2025")], [30, 31, 31]);
    }

    #[test]
    fn later_is_said_only_where_it_is_sure() {
        let after = |a, b| date(a).is_after(date(b));
        assert!(
            after("2026", "2025-12-31")
                && after("2025-08", "2025-07-31")
                && after("2025-07-02", "2025-07-01")
        );
        assert!(!after("2025-07", "2025") && !after("2025", "2025-07") && !after("2025-07-31", "2025-07"));
        assert!(!after("2025-07-01", "2025-07-01"));
    }

    #[test]
    fn a_day_is_sorted_behind_its_month_and_its_year() {
        let mut dates = [date("2025-08-27"), date("2026"), date("2025"), date("2025-08"), date("2025-07-31")];
        dates.sort();
        let sorted = dates.map(|date| date.to_string());
        assert_eq!(sorted, ["2025", "2025-07-31", "2025-08", "2025-08-27", "2026"]);
    }

    proptest! {
        #[test]
        fn the_day_after_is_the_next_weekday(year in 1_u16..9999, month in 1_u8..=12, day in 1_u8..=31) {
            let today = Date { year, month: Some(month), day: Some(day) };
            prop_assume!(day <= today.days_in_month());
            let tomorrow = match (month, day == today.days_in_month()) {
                (12, true) => Date { year: year + 1, month: Some(1), day: Some(1) },
                (_, true) => Date { month: Some(month + 1), day: Some(1), ..today },
                (_, false) => Date { day: Some(day + 1), ..today },
            };
            prop_assert_eq!(tomorrow.weekday(), today.weekday().map(|day| (day + 1) % 7));
            prop_assert!(today < tomorrow);
            prop_assert_eq!(Date::parse(&today.to_string()), Some(today));
        }

        #[test]
        fn no_text_makes_it_panic(text in any::<String>(), date in "[0-9-]{0,12}") {
            let _ = (Date::parse(&text), Date::parse(&date));
        }
    }
}

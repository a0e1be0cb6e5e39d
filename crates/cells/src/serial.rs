//! Days that spreadsheets keep as numbers.
use dataset::Date;

use crate::cell::Epoch;

/// Days from 1 March of the year 0 to the last day before 1900, after which day 1 comes.
const DAYS_TO_1900: i64 = 693_900;

/// Days from 1 March of the year 0 to 1 January 1904.
const DAYS_TO_1904: i64 = 695_361;

/// The day of a serial number; the time of day is dropped. `None` where there is no such day.
///
/// The epoch of 1900 counts a 29 February 1900 that never was: day 60.
pub(crate) fn date(serial: f64, epoch: Epoch) -> Option<Date> {
    if !serial.is_finite() || !(0.0..3_000_000.0).contains(&serial) {
        return None;
    }
    #[allow(clippy::cast_possible_truncation)]
    let day = serial.floor() as i64;
    let days = match epoch {
        Epoch::Y1904 => DAYS_TO_1904 + day,
        Epoch::Y1900 if day > 60 => DAYS_TO_1900 + day - 1,
        Epoch::Y1900 if (1..60).contains(&day) => DAYS_TO_1900 + day,
        Epoch::Y1900 => return None,
    };
    civil(days)
}

/// The date of a number of days since 1 March of the year 0: Howard Hinnant's `civil_from_days`.
fn civil(days: i64) -> Option<Date> {
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    let year = u16::try_from(year).ok().filter(|year| (1..=9999).contains(year))?;
    Some(Date { year, month: u8::try_from(month).ok(), day: u8::try_from(day).ok() })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn iso(serial: f64, epoch: Epoch) -> Option<String> {
        date(serial, epoch).map(|date| date.to_string())
    }

    #[test]
    fn serial_numbers_are_days() {
        for (serial, wanted) in [
            (1.0, "1900-01-01"),
            (59.0, "1900-02-28"),
            (61.0, "1900-03-01"),
            (45_870.0, "2025-08-01"),
            (45_870.75, "2025-08-01"),
            (45_351.0, "2024-02-29"),
            (2_958_465.0, "9999-12-31"),
        ] {
            assert_eq!(iso(serial, Epoch::Y1900).as_deref(), Some(wanted), "{serial}");
        }
        assert_eq!(iso(0.0, Epoch::Y1904).as_deref(), Some("1904-01-01"));
        assert_eq!(iso(44_408.0, Epoch::Y1904).as_deref(), Some("2025-08-01"));
        for none in [0.0, 60.0, 60.5, -1.0, 2_958_466.0, f64::NAN, f64::INFINITY] {
            assert_eq!(iso(none, Epoch::Y1900), None, "{none}");
        }
    }

    proptest! {
        #[test]
        fn it_agrees_with_the_dataset(day in 18_264_u32..=73_050) {
            prop_assert_eq!(date(f64::from(day), Epoch::Y1900), Date::of_spreadsheet(day));
            prop_assert_eq!(date(f64::from(day - 1462), Epoch::Y1904), Date::of_spreadsheet(day));
        }
    }
}

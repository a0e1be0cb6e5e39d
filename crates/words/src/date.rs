//! Dates and periods, as precise as they were stated.
use super::{NBSP, pick};
use dataset::{Date, Lang, Time};

const MONTHS_ID: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];

const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const DAYS_ID: [&str; 7] = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];

const DAYS_EN: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/// A date: `1 Agustus 2025`, `Juli 2025` or `2025`; in English `1 August 2025`.
///
/// The space between day and month does not break.
#[must_use]
pub fn date(lang: Lang, date: Date) -> String {
    let mut out = String::new();
    push(&mut out, lang, date, Depth::Year);
    out
}

/// A date with its day of the week: `Rabu, 27 Agustus 2025`. Without it where no day is stated.
#[must_use]
pub fn date_weekday(lang: Lang, date: Date) -> String {
    let names = match lang {
        Lang::Id => DAYS_ID,
        Lang::En => DAYS_EN,
    };
    let mut out = String::new();
    if let Some(name) = date.weekday().and_then(|day| names.get(usize::from(day))) {
        out.push_str(name);
        out.push_str(", ");
    }
    push(&mut out, lang, date, Depth::Year);
    out
}

/// When a figure holds, as it stands inside a sentence: `per 1 Agustus 2025`, `sampai Juli 2025`,
/// `Januari–Juli 2025`, `3 Maret 2024 – 2 Juli 2025`.
#[must_use]
pub fn time(lang: Lang, time: Time) -> String {
    let mut out = String::new();
    match time {
        Time::AsOf(date) => {
            out.push_str(pick(lang, "per ", "as of "));
            push(&mut out, lang, date, Depth::Year);
        }
        Time::Period { start: None, end } => {
            out.push_str(pick(lang, "sampai ", "up to "));
            push(&mut out, lang, end, Depth::Year);
        }
        Time::Period { start: Some(start), end } => push_period(&mut out, lang, start, end),
    }
    out
}

/// A date after ISO 8601, for `datetime` attributes and files: `2025-08-01`, `2025-07`, `2025`.
#[must_use]
pub fn iso(date: Date) -> String {
    date.to_string()
}

/// Up to where a date is written out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Depth {
    /// `3`
    Day,
    /// `3 Maret`
    Month,
    /// `3 Maret 2024`
    Year,
}

fn push(out: &mut String, lang: Lang, date: Date, depth: Depth) {
    if let Some(day) = date.day {
        out.push_str(&day.to_string());
        if depth == Depth::Day {
            return;
        }
        out.push(NBSP);
    }
    if let Some(month) = date.month {
        let names = match lang {
            Lang::Id => &MONTHS_ID,
            Lang::En => &MONTHS_EN,
        };
        out.push_str(names.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default());
        if depth == Depth::Month {
            return;
        }
        out.push(' ');
    }
    out.push_str(&date.year.to_string());
}

/// Both ends, the first one without what both have in common.
fn push_period(out: &mut String, lang: Lang, start: Date, end: Date) {
    if start != end {
        let same_precision =
            start.month.is_some() == end.month.is_some() && start.day.is_some() == end.day.is_some();
        let depth = if !same_precision || start.year != end.year {
            Depth::Year
        } else if start.month != end.month {
            Depth::Month
        } else {
            Depth::Day
        };
        push(out, lang, start, depth);
        // The dash stands close between two words, apart between longer texts.
        let words = match depth {
            Depth::Year => usize::from(start.month.is_some() || end.month.is_some()),
            Depth::Month => usize::from(start.day.is_some()),
            Depth::Day => 0,
        };
        out.push_str(if words == 0 { "–" } else { "\u{a0}– " });
    }
    push(out, lang, end, Depth::Year);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[track_caller]
    fn same(found: &str, wanted: &str) {
        assert_eq!(found.replace(NBSP, " "), wanted);
    }

    #[test]
    fn dates_are_as_precise_as_stated() {
        same(&date(Lang::Id, day("2025-08-01")), "1 Agustus 2025");
        same(&date(Lang::En, day("2025-08-01")), "1 August 2025");
        same(&date(Lang::Id, day("2025-07")), "Juli 2025");
        same(&date(Lang::En, day("2025-12")), "December 2025");
        same(&date(Lang::Id, day("2025")), "2025");
        same(&date_weekday(Lang::Id, day("2025-08-27")), "Rabu, 27 Agustus 2025");
        same(&date_weekday(Lang::En, day("2025-08-27")), "Wednesday, 27 August 2025");
        same(&date_weekday(Lang::Id, day("2025-08")), "Agustus 2025");
        assert_eq!(iso(day("2025-08-01")), "2025-08-01");
        assert_eq!(iso(day("2025-07")), "2025-07");
        assert_eq!(date(Lang::Id, day("2025-08-01")), "1\u{a0}Agustus 2025");
    }

    #[test]
    fn a_month_that_does_not_exist_has_no_name() {
        let broken = Date { year: 2025, month: Some(0), day: None };
        assert_eq!(date(Lang::Id, broken), " 2025");
    }

    #[test]
    fn times_say_what_they_are() {
        let as_of = Time::AsOf(day("2025-08-01"));
        same(&time(Lang::Id, as_of), "per 1 Agustus 2025");
        same(&time(Lang::En, as_of), "as of 1 August 2025");
        let until = Time::Period { start: None, end: day("2025-07") };
        same(&time(Lang::Id, until), "sampai Juli 2025");
        same(&time(Lang::En, until), "up to July 2025");
    }

    #[test]
    fn periods_write_once_what_both_ends_share() {
        let check = |start: &str, end: &str, wanted: &str| {
            let period = Time::Period { start: Some(day(start)), end: day(end) };
            same(&time(Lang::Id, period), wanted);
        };
        check("2025-01", "2025-07", "Januari–Juli 2025");
        check("2024-03-03", "2025-07-02", "3 Maret 2024 – 2 Juli 2025");
        check("2025-03-03", "2025-07-02", "3 Maret – 2 Juli 2025");
        check("2025-03-03", "2025-03-17", "3–17 Maret 2025");
        check("2024-11", "2025-02", "November 2024 – Februari 2025");
        check("2020", "2025", "2020–2025");
        check("2024", "2025-07", "2024 – Juli 2025");
        check("2025", "2025-07", "2025 – Juli 2025");
        check("2025-07", "2025-07", "Juli 2025");
        check("2025-07-01", "2025-07-01", "1 Juli 2025");
    }
}

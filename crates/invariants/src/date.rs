//! Dates, periods, and their words.
use std::cmp::Ordering;

use dataset::{Date, Lang, Time};

/// Dates, parted by spaces, are read, put in order, and said so that they can be read back.
///
/// # Panics
/// Where a rule does not hold.
pub fn date(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let dates: Vec<Date> = text.split(' ').take(8).filter_map(parsed).collect();
    for date in &dates {
        of_one(*date);
    }
    for pair in dates.windows(2) {
        if let [a, b] = pair {
            of_two(*a, *b);
        }
    }
    for three in dates.windows(3) {
        if let [a, b, c] = three {
            periods(*a, *b, *c);
        }
    }
    if let Some(number) = text.split(' ').find_map(|word| word.parse().ok()) {
        spreadsheet(number);
    }
}

/// A date is written as it was read, and is one that the calendar has.
fn parsed(text: &str) -> Option<Date> {
    let date = Date::parse(text)?;
    assert_eq!(date.to_string(), text);
    assert_eq!(words::iso(date), text);
    assert!(date.year >= 1 && date.month.is_none_or(|month| (1..=12).contains(&month)));
    assert!(date.day.is_none_or(|day| day >= 1 && day <= date.days_in_month() && date.month.is_some()));
    Some(date)
}

fn of_one(date: Date) {
    assert!(date.start() <= date.middle());
    assert_eq!(date.weekday(), days(date).map(|days| u8::try_from(days % 7).unwrap_or(u8::MAX)));
    for lang in Lang::ALL {
        let said = words::date(lang, date);
        assert_eq!(heard(lang, &said), Some(date), "{said}");
        let weekday = words::date_weekday(lang, date);
        assert!(weekday.ends_with(&said) && (weekday.len() > said.len()) == date.day.is_some(), "{weekday}");
    }
}

fn of_two(a: Date, b: Date) {
    assert!(!(a.is_after(b) && b.is_after(a)), "{a} and {b}");
    if a.is_after(b) {
        assert!(a > b && a.start() > b.start(), "{a} is after {b}");
    }
    if let (Some(first), Some(second)) = (days(a), days(b)) {
        assert_eq!(a.cmp(&b), first.cmp(&second));
        assert_eq!(a.is_after(b), first > second);
        assert_eq!(a.middle().cmp(&b.middle()), first.cmp(&second));
    }
    assert_eq!(a == b, a.cmp(&b) == Ordering::Equal);
}

/// Times that differ are said differently.
fn periods(a: Date, b: Date, end: Date) {
    let of = |start| Time::Period { start: Some(start), end };
    let times = [Time::AsOf(end), Time::Period { start: None, end }, of(a), of(b)];
    for lang in Lang::ALL {
        let said = times.map(|time| words::time(lang, time));
        assert!(said.iter().all(|said| said.ends_with(&words::date(lang, end))), "{said:?}");
        for (one, said_one) in times.iter().zip(&said) {
            for (other, said_other) in times.iter().zip(&said) {
                assert_eq!(one == other, said_one == said_other, "{one:?} and {other:?} are {said_one}");
            }
        }
    }
}

/// The number of a day in a spreadsheet is that of the day before and one.
fn spreadsheet(number: u32) {
    let day = Date::of_spreadsheet(number);
    if let Some(date) = day {
        // 1 January 1900 has the number 1, and a 29 February 1900 is counted that was none.
        let first = days(Date { year: 1900, month: Some(1), day: Some(1) });
        assert_eq!(days(date), first.map(|first| first + i64::from(number) - 2));
    }
}

/// Days since a Sunday, counted year by year and month by month; `None` where no day is named.
fn days(date: Date) -> Option<i64> {
    let (month, day) = (date.month?, date.day?);
    let years = i64::from(date.year) - 1;
    let months = (1..month).map(|month| i64::from(Date { month: Some(month), ..date }.days_in_month()));
    // 1 January of the year 1 was a Monday.
    Some(years * 365 + years / 4 - years / 100 + years / 400 + months.sum::<i64>() + i64::from(day))
}

/// A date from its words.
fn heard(lang: Lang, said: &str) -> Option<Date> {
    let mut parts: Vec<&str> = said.split([' ', words::NBSP]).collect();
    let year = parts.pop()?.parse().ok()?;
    let name_of = |month| words::date(lang, Date { year, month: Some(month), day: None });
    let month = match parts.pop() {
        None => None,
        Some(name) => Some((1..=12).find(|month| name_of(*month) == format!("{name} {year}"))?),
    };
    let day = match parts.pop() {
        None => None,
        Some(day) => Some(day.parse().ok()?),
    };
    Some(Date { year, month, day })
}

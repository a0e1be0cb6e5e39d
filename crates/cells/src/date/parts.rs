//! The numbers and names that a date is made of.
use crate::fold;
use crate::unclear::Unclear;

/// Which of two numbers is the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// `31/12/2025`
    DayFirst,
    /// `12/31/2025`
    MonthFirst,
}

/// What a text says of a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) year: Option<u16>,
    pub(crate) month: Option<u8>,
    pub(crate) day: Option<u8>,
    /// The day of the week, 0 for Sunday.
    pub(crate) weekday: Option<u8>,
    /// Whether the month's name stands before the day.
    pub(crate) month_first: bool,
    /// Whether there is a year of two digits.
    pub(crate) has_short_year: bool,
}

const MONTHS: [&[&str]; 12] = [
    &["januari", "january", "jan"],
    &["februari", "february", "pebruari", "feb", "peb"],
    &["maret", "march", "mar", "mrt"],
    &["april", "apr"],
    &["mei", "may"],
    &["juni", "june", "jun"],
    &["juli", "july", "jul"],
    &["agustus", "august", "agu", "agt", "ags", "agst", "agus", "aug"],
    &["september", "sept", "sep"],
    &["oktober", "october", "okt", "oct"],
    &["november", "nopember", "nov", "nop"],
    &["desember", "december", "des", "dec"],
];

const WEEKDAYS: [&[&str]; 7] = [
    &["minggu", "ahad", "sunday", "sun"],
    &["senin", "monday", "mon", "sen"],
    &["selasa", "tuesday", "tue", "tues", "sel"],
    &["rabu", "wednesday", "wed", "rab"],
    &["kamis", "thursday", "thu", "thurs", "kam"],
    &["jumat", "friday", "fri", "jum"],
    &["sabtu", "saturday", "sat", "sab"],
];

/// Words that say nothing beside a date.
const NOISE: [&str; 10] = ["tanggal", "tgl", "bulan", "bln", "tahun", "thn", "hari", "the", "of", "year"];

const ORDINALS: [&str; 4] = ["st", "nd", "rd", "th"];

/// A number or a name in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Item {
    /// A number of one or two digits.
    Small(u8),
    /// Two digits that can be no day: behind an apostrophe, 00, or above 31.
    ShortYear,
    Year(u16),
    Month(u8),
}

/// A text, taken apart.
#[derive(Default)]
struct Items {
    all: Vec<Item>,
    weekday: Option<u8>,
    /// The signs between the items.
    dividers: Vec<char>,
}

/// Reads a date in small letters.
pub(crate) fn read(text: &str, order: Order) -> Result<Part, Unclear> {
    let not_a_date = || Unclear::NotADate { text: fold::quote(text) };
    let items = Items::of(&text.replace("jum'at", "jumat")).ok_or_else(not_a_date)?;
    let part = match items.all.as_slice() {
        [Item::Small(_) | Item::Year(_), Item::Small(_) | Item::Year(_) | Item::ShortYear, ..] => {
            // Digits only: one sign divides them all, and it is no space.
            let first = items.dividers.first().copied().unwrap_or(' ');
            if !matches!(first, '-' | '/' | '.') || items.dividers.iter().any(|other| *other != first) {
                return Err(not_a_date());
            }
            in_digits(&items.all, order)
        }
        all => with_name(all),
    };
    part.map(|part| Part { weekday: items.weekday, ..part }).ok_or_else(not_a_date)
}

fn in_digits(items: &[Item], order: Order) -> Option<Part> {
    let part = Part::default();
    Some(match *items {
        [Item::Year(year), Item::Small(month)] | [Item::Small(month), Item::Year(year)] => {
            Part { year: Some(year), month: Some(month), ..part }
        }
        [Item::Year(year), Item::Small(month), Item::Small(day)] => {
            Part { year: Some(year), month: Some(month), day: Some(day), ..part }
        }
        [Item::Small(a), Item::Small(b), Item::Year(year)] => {
            let (day, month) = if order == Order::DayFirst { (a, b) } else { (b, a) };
            Part { year: Some(year), month: Some(month), day: Some(day), ..part }
        }
        [Item::Small(_), Item::Small(_), Item::Small(_) | Item::ShortYear]
        | [Item::Small(_), Item::ShortYear] => Part { has_short_year: true, ..part },
        _ => return None,
    })
}

fn with_name(items: &[Item]) -> Option<Part> {
    let part = Part::default();
    Some(match *items {
        [Item::Year(year)] => Part { year: Some(year), ..part },
        [Item::Small(day)] => Part { day: Some(day), ..part },
        [Item::Month(month)] => Part { month: Some(month), ..part },
        [Item::Month(month), Item::Year(year)] | [Item::Year(year), Item::Month(month)] => {
            Part { year: Some(year), month: Some(month), ..part }
        }
        [Item::Small(day), Item::Month(month)] => Part { month: Some(month), day: Some(day), ..part },
        // `Jul 25` is a day or a year.
        [Item::Month(month), Item::Small(day)] => {
            let has_short_year = day > 9;
            Part { month: Some(month), day: Some(day), month_first: true, has_short_year, ..part }
        }
        [Item::Small(day), Item::Month(month), Item::Year(year)]
        | [Item::Year(year), Item::Month(month), Item::Small(day)] => {
            Part { year: Some(year), month: Some(month), day: Some(day), ..part }
        }
        [Item::Month(month), Item::Small(day), Item::Year(year)] => {
            Part { year: Some(year), month: Some(month), day: Some(day), month_first: true, ..part }
        }
        [Item::Small(_), Item::Month(_), Item::Small(_) | Item::ShortYear]
        | [Item::Month(_), Item::ShortYear]
        | [Item::Month(_), Item::Small(_), Item::Small(_) | Item::ShortYear] => {
            Part { has_short_year: true, ..part }
        }
        _ => return None,
    })
}

/// `17, 2025` behind `March 3–`: a day and a year.
pub(crate) fn day_and_year(text: &str) -> Option<(u8, u16)> {
    match Items::of(text)?.all.as_slice() {
        [Item::Small(day), Item::Year(year)] => Some((*day, *year)),
        _ => None,
    }
}

impl Items {
    /// `None` where something stands in the text that belongs to no date.
    fn of(text: &str) -> Option<Self> {
        let mut items = Self::default();
        let mut rest = text;
        let mut apostrophe = false;
        while let Some(c) = rest.chars().next() {
            let goes_on = |next: char| {
                if c.is_ascii_digit() {
                    next.is_ascii_digit()
                } else {
                    c.is_alphabetic() && next.is_alphabetic()
                }
            };
            let end = rest.find(|next| !goes_on(next)).unwrap_or(rest.len());
            let (run, left) = rest.split_at(end.max(c.len_utf8()));
            rest = left;
            match c {
                '0'..='9' => items.all.push(number(run, std::mem::take(&mut apostrophe))?),
                '\'' | '\u{2019}' => apostrophe = true,
                ' ' | '-' | '/' | '.' | ',' if items.all.is_empty() || rest.is_empty() => {}
                ' ' | '-' | '/' | '.' | ',' => items.dividers.push(c),
                _ => items.name(run)?,
            }
        }
        Some(items)
    }

    fn name(&mut self, word: &str) -> Option<()> {
        let behind_number = matches!(self.all.last(), Some(Item::Small(_)));
        if let Some(month) = named(&MONTHS, word) {
            self.all.push(Item::Month(month + 1));
        } else if let Some(day) =
            named(&WEEKDAYS, word).filter(|_| self.all.is_empty() && self.weekday.is_none())
        {
            self.weekday = Some(day);
        } else if !(NOISE.contains(&word) || behind_number && ORDINALS.contains(&word)) {
            return None;
        }
        Some(())
    }
}

fn number(digits: &str, apostrophe: bool) -> Option<Item> {
    match digits.len() {
        4 => digits.parse().ok().filter(|year| *year > 0).map(Item::Year),
        2 if apostrophe => Some(Item::ShortYear),
        1 | 2 => {
            let number: u8 = digits.parse().ok()?;
            Some(if number > 31 || digits == "00" { Item::ShortYear } else { Item::Small(number) })
        }
        _ => None,
    }
}

fn named(names: &[&[&str]], word: &str) -> Option<u8> {
    names.iter().position(|names| names.contains(&word)).and_then(|index| u8::try_from(index).ok())
}

/// A date without the time of day behind it. `None` where that may move the date: a time of another zone.
pub(crate) fn without_time_of_day(text: &str) -> Option<String> {
    let Some(colon) = text.find(':') else { return Some(text.to_owned()) };
    let before = text.get(..colon)?;
    let date = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let hours = before.get(date.len()..)?;
    let time = text.get(date.len()..)?;
    let date = date.strip_suffix(['t', ' '])?.trim_end_matches([' ', ',']);
    let clock = time.trim_end_matches(|c: char| !c.is_ascii_digit());
    let zone = time.get(clock.len()..)?.trim();
    let fields: Vec<&str> = clock.split([':', '.']).collect();
    let are_digits =
        fields.iter().all(|field| !field.is_empty() && field.bytes().all(|byte| byte.is_ascii_digit()));
    let is_midnight = clock.bytes().all(|byte| matches!(byte, b'0' | b':' | b'.'));
    let is_time = are_digits
        && (2..=4).contains(&fields.len())
        && hours.parse::<u8>().is_ok_and(|hours| hours < 24)
        && fields.iter().skip(1).take(2).all(|field| field.parse::<u8>().is_ok_and(|minutes| minutes < 60));
    let keeps_day = matches!(zone, "" | "am" | "pm") || zone == "z" && is_midnight;
    (is_time && keeps_day && !date.is_empty()).then(|| date.to_owned())
}

//! Days and periods as people type them.
use dataset::{Date, Time};

use crate::cell::{Cell, Meaning};
use crate::date::parts::{self, Order, Part};
use crate::date::{self, Stated};
use crate::fold;
use crate::unclear::Unclear;

/// What stands before a day on which something holds.
const AS_OF: [&str; 11] = [
    "per tanggal",
    "per",
    "pada tanggal",
    "pada",
    "posisi",
    "keadaan",
    "tertanggal",
    "as of",
    "as at",
    "as on",
    "on",
];

/// What stands before the end of a period whose start is not stated; the longer ones first.
const UP_TO: [&str; 13] = [
    "sampai dengan",
    "sampai",
    "hingga",
    "s.d.",
    "s.d",
    "s/d",
    "sd.",
    "sd",
    "up to",
    "until",
    "till",
    "through",
    "to",
];

/// What stands before a period, or before a month or a year that is one.
const DURING: [&str; 7] = ["selama", "sepanjang", "periode", "kurun", "during", "throughout", "period"];

/// What stands before the start of a period.
const FROM: [&str; 5] = ["dari", "mulai", "antara", "from", "between"];

/// When something holds, as a cell says it; `None` for an empty cell or one that says that it is not
/// stated. A bare date is the day, month or year on which it holds.
///
/// # Errors
/// Where it can be two times, or none that the dataset can hold.
pub fn time(cell: &Cell) -> Result<Option<Time>, Unclear> {
    let text = match date::stated(cell) {
        Ok(Stated::Nothing) => return Ok(None),
        Ok(Stated::Date(date)) => return Ok(Some(Time::AsOf(date))),
        Ok(Stated::Text(text)) => text,
        Err(Unclear::NotADate { text }) => return Err(Unclear::NotATime { text }),
        Err(unclear) => return Err(unclear),
    };
    read(&text).map(Some).map_err(|unclear| match unclear {
        Unclear::NotADate { .. } => Unclear::NotATime { text: fold::quote(&text) },
        unclear => unclear,
    })
}

fn read(text: &str) -> Result<Time, Unclear> {
    if let Some(rest) = behind(text, &AS_OF) {
        return dated(rest, Time::AsOf);
    }
    if let Some(rest) = behind(text, &UP_TO) {
        return dated(rest, |end| Time::Period { start: None, end });
    }
    if let Some(rest) = behind(text, &DURING) {
        return dated_or_period(rest, |date| Time::Period { start: Some(date), end: date });
    }
    if let Some(rest) = behind(text, &FROM) {
        return period(rest).unwrap_or_else(|| Err(Unclear::NotADate { text: text.to_owned() }));
    }
    dated_or_period(text, Time::AsOf)
}

fn dated_or_period(text: &str, make: impl Fn(Date) -> Time) -> Result<Time, Unclear> {
    match dated(text, make) {
        Err(unclear @ Unclear::TwoReadings { .. }) => Err(unclear),
        Err(unclear) => period(text).unwrap_or(Err(unclear)),
        found => found,
    }
}

/// What a single date makes. Where it can be two, so can the time.
fn dated(text: &str, make: impl Fn(Date) -> Time) -> Result<Time, Unclear> {
    let timed = |meaning: Box<Meaning>| match *meaning {
        Meaning::Date(date) => Box::new(Meaning::Time(make(date))),
        _ => meaning,
    };
    date::single(text).map(&make).map_err(|unclear| match unclear {
        Unclear::TwoReadings { text, first, second, whole } => {
            Unclear::TwoReadings { text, first: timed(first), second: timed(second), whole }
        }
        unclear => unclear,
    })
}

/// The text behind one of some words.
fn behind<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    words.iter().find_map(|word| {
        let rest = text.strip_prefix(word)?;
        // `s.d.Juli` needs no space, `perak` is no `per`.
        let apart =
            rest.starts_with(' ') || word.ends_with('.') || rest.starts_with(|c: char| c.is_ascii_digit());
        apart.then(|| rest.trim_start())
    })
}

/// The period between the two halves of a text. `None` where nothing divides it into two dates;
/// an error where a half is refused for a reason of its own.
fn period(text: &str) -> Option<Result<Time, Unclear>> {
    let mut refusal = None;
    for (start, end) in halves(text) {
        let read = |order| between(text, start, end, order);
        match date::either(read, Meaning::Time, text) {
            Ok(time) => return Some(Ok(time)),
            Err(Unclear::NotADate { .. }) => {}
            Err(unclear) => refusal = refusal.or(Some(unclear)),
        }
    }
    refusal.map(Err)
}

/// Where a text may be divided: at words, at dashes, and last at any hyphen or stroke.
fn halves(text: &str) -> Vec<(&str, &str)> {
    let words = [
        " sampai dengan ",
        " sampai ",
        " hingga ",
        " s.d. ",
        " s.d ",
        " s/d ",
        " sd ",
        " to ",
        " until ",
        " till ",
        " through ",
        " dan ",
        " and ",
        "–",
        "—",
        " - ",
        "−",
    ];
    let at_words = words.iter().filter_map(|word| text.split_once(word));
    let at_signs = text
        .match_indices(['-', '/'])
        .filter_map(|(at, sign)| Some((text.get(..at)?, text.get(at + sign.len()..)?)));
    at_words.chain(at_signs).map(|(start, end)| (start.trim(), end.trim())).collect()
}

fn between(text: &str, start: &str, end: &str, order: Order) -> Result<Time, Unclear> {
    let first = date::part(start, order)?;
    let last = match (parts::day_and_year(end), first) {
        (Some((day, year)), Part { month: Some(month), year: None, month_first: true, .. }) => {
            Part { year: Some(year), month: Some(month), day: Some(day), ..Part::default() }
        }
        _ => date::part(end, order)?,
    };
    let end = date::whole(end, last)?;
    let start = date::whole(
        start,
        completed(first, end).ok_or_else(|| Unclear::NotADate { text: text.to_owned() })?,
    )?;
    if start.is_after(end) {
        return Err(Unclear::PeriodBackwards { text: fold::quote(text) });
    }
    Ok(Time::Period { start: Some(start), end })
}

/// The start of a period with what only its end says. `None` where the two do not go together.
fn completed(start: Part, end: Date) -> Option<Part> {
    if start.year.is_some() || start.has_short_year && !start.month_first {
        return Some(start);
    }
    let month = match start.month {
        Some(month) => month,
        None => end.month.filter(|_| end.day.is_some())?,
    };
    if start.day.is_some() && end.day.is_none() || end.month.is_none() {
        return None;
    }
    Some(Part { year: Some(end.year), month: Some(month), ..start })
}

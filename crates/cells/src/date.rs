//! Dates as people type them.
pub(crate) mod parts;

use dataset::Date;

use crate::cell::{Cell, Epoch, Meaning};
use crate::fold;
use crate::format::Format;
use crate::number::lexicon;
use crate::serial;
use crate::unclear::Unclear;
use parts::{Order, Part};

/// The longest text that is read as a date or a period, in bytes.
const LONGEST: usize = 120;

/// The serial numbers of the years 1950 to 2099, in which a number is rather a day than anything else.
const SERIALS: std::ops::RangeInclusive<u32> = 18_264..=73_050;

/// The date that a cell says, as precise as it is written; `None` for an empty cell or one that says
/// that there is none.
///
/// # Errors
/// Where it can be two dates, or none that the dataset can hold.
pub fn date(cell: &Cell) -> Result<Option<Date>, Unclear> {
    match stated(cell)? {
        Stated::Nothing => Ok(None),
        Stated::Date(date) => Ok(Some(date)),
        Stated::Text(text) => single(&text).map(Some),
    }
}

/// What a cell holds before its text is read.
pub(crate) enum Stated {
    Nothing,
    Date(Date),
    /// In small letters, without the time of day.
    Text(String),
}

/// What a cell holds where a date or a period is expected.
pub(crate) fn stated(cell: &Cell) -> Result<Stated, Unclear> {
    match cell {
        Cell::Empty => Ok(Stated::Nothing),
        Cell::Date { serial, epoch, format } => of_serial(*serial, *epoch, format).map(Stated::Date),
        Cell::Number { value, format } if format.is_date() => {
            of_serial(*value, Epoch::Y1900, format).map(Stated::Date)
        }
        Cell::Number { value, format } => of_number(*value, format).map(Stated::Date),
        Cell::Bool(value) => Err(Unclear::NotADate { text: value.to_string().to_uppercase() }),
        Cell::Error(text) => Err(Unclear::FormulaError { text: fold::quote(text) }),
        Cell::Text(text) => {
            let text = fold::tidy(text);
            let text = text.strip_prefix('\'').map_or(text.as_str(), str::trim_start);
            let small = text.to_lowercase();
            if lexicon::is_error(text) {
                Err(Unclear::FormulaError { text: fold::quote(text) })
            } else if small.is_empty() || lexicon::missing(&small).is_some() {
                Ok(Stated::Nothing)
            } else if small.len() > LONGEST {
                Err(Unclear::NotADate { text: fold::quote(text) })
            } else {
                let unknown = || Unclear::NotADate { text: fold::quote(text) };
                parts::without_time_of_day(&small).map(Stated::Text).ok_or_else(unknown)
            }
        }
    }
}

/// The date of a serial number, as precise as its format shows it.
fn of_serial(serial: f64, epoch: Epoch, format: &Format) -> Result<Date, Unclear> {
    let not_a_date = || Unclear::NotADate { text: serial.to_string() };
    let date = serial::date(serial, epoch).ok_or_else(not_a_date)?;
    let shown = format.date_parts();
    if !format.is_date() || shown.year && shown.month && shown.day {
        return Ok(date);
    }
    match (shown.year, shown.month) {
        (true, true) => Ok(Date { day: None, ..date }),
        (true, false) => Ok(Date { month: None, day: None, ..date }),
        (false, false) if !shown.day => Err(not_a_date()),
        // The program adds the year in which the day was typed, and nobody sees it.
        (false, _) => Err(Unclear::NoYear { text: date.to_string() }),
    }
}

/// A year, or a serial number whose format was lost.
fn of_number(value: f64, format: &Format) -> Result<Date, Unclear> {
    let text = value.to_string();
    if value.fract() != 0.0 || format.is_percent() || !(format.is_general() || format.decimals() == Some(0)) {
        return Err(Unclear::NotADate { text });
    }
    single(&text)
}

/// The one date that a text in small letters can be.
pub(crate) fn single(text: &str) -> Result<Date, Unclear> {
    either(|order| part(text, order).and_then(|part| whole(text, part)), Meaning::Date, text)
        .map_err(|unclear| serial_or(text, unclear))
}

/// What can be read with the day first and with the month first. Where both can be, it is two things.
pub(crate) fn either<T: PartialEq>(
    read: impl Fn(Order) -> Result<T, Unclear>,
    meaning: impl Fn(T) -> Meaning,
    text: &str,
) -> Result<T, Unclear> {
    match (read(Order::DayFirst), read(Order::MonthFirst)) {
        (Ok(first), Ok(second)) if first != second => Err(Unclear::TwoReadings {
            text: fold::quote(text),
            first: Box::new(meaning(first)),
            second: Box::new(meaning(second)),
            whole: false,
        }),
        (Ok(found), _) | (Err(_), Ok(found)) => Ok(found),
        (Err(unclear), Err(_)) => Err(unclear),
    }
}

/// A bare number that a spreadsheet keeps for a day is one day by either epoch.
fn serial_or(text: &str, unclear: Unclear) -> Unclear {
    let number = text.parse::<u32>().ok().filter(|number| SERIALS.contains(number)).map(f64::from);
    let day = |epoch| {
        number.and_then(|number| serial::date(number, epoch)).map(|date| Box::new(Meaning::Date(date)))
    };
    match (day(Epoch::Y1900), day(Epoch::Y1904)) {
        (Some(first), Some(second)) => {
            Unclear::TwoReadings { text: text.to_owned(), first, second, whole: false }
        }
        _ => unclear,
    }
}

/// A date, perhaps without its year.
pub(crate) fn part(text: &str, order: Order) -> Result<Part, Unclear> {
    parts::read(text, order)
}

/// A date that has a year and is in the calendar.
pub(crate) fn whole(text: &str, part: Part) -> Result<Date, Unclear> {
    let Some(year) = part.year else {
        let text = fold::quote(text);
        return Err(if part.has_short_year {
            Unclear::TwoDigitYear { text }
        } else {
            Unclear::NoYear { text }
        });
    };
    let date = Date { year, month: part.month, day: part.day };
    let exists = date.month.is_none_or(|month| (1..=12).contains(&month))
        && date.day.is_none_or(|day| date.month.is_some() && day >= 1 && day <= date.days_in_month());
    if !exists {
        return Err(Unclear::NoSuchDay { text: fold::quote(text) });
    }
    if part.weekday.is_some_and(|weekday| date.weekday().is_some_and(|real| real != weekday)) {
        return Err(Unclear::WrongWeekday { text: fold::quote(text), date });
    }
    Ok(date)
}

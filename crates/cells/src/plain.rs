//! Texts, whole numbers, and yes or no.
use crate::cell::{Cell, Expect, Reading};
use crate::fold;
use crate::format::Shown;
use crate::number::{lexicon, number};
use crate::serial;
use crate::unclear::Unclear;

/// The largest number of which a spreadsheet keeps every digit.
const MOST_DIGITS: f64 = 1e15;

/// The text of a cell, with plain single spaces; `None` for an empty cell or a dash.
///
/// A whole number is as it is shown: `2024`, not `2024.0`; `09` under the format `00`.
///
/// # Errors
/// For a number with decimals, thousands or a percent sign, and for a date: nobody knows how it was typed.
pub fn text(cell: &Cell) -> Result<Option<String>, Unclear> {
    match cell {
        Cell::Empty => Ok(None),
        Cell::Text(text) => {
            let text = fold::tidy(text);
            if lexicon::is_error(&text) {
                return Err(Unclear::FormulaError { text });
            }
            let says_nothing = matches!(text.as_str(), "" | "-" | "–" | "—");
            Ok(Some(text).filter(|_| !says_nothing))
        }
        Cell::Number { value, format } if format.is_date() => {
            Err(not_a_text(&day(*value, crate::Epoch::Y1900)))
        }
        Cell::Number { value, .. } if value.abs() >= MOST_DIGITS => {
            Err(Unclear::LostDigits { text: value.to_string() })
        }
        Cell::Number { value, format } => {
            let (number, least) = match format.show(*value) {
                Some(Shown::Plain(exact)) => (exact, 0),
                Some(Shown::Digits(digits))
                    if !(digits.hides || digits.percent || digits.grouped || digits.divided > 0)
                        && digits.before.is_empty()
                        && digits.behind.is_empty() =>
                {
                    (digits.number, digits.least)
                }
                _ => return Err(not_a_text(&value.to_string())),
            };
            match number.to_decimal() {
                Ok(number) if number.scale == 0 && number.units < 0 => Ok(Some(number.to_string())),
                Ok(number) if number.scale == 0 => Ok(Some(format!("{:0>least$}", number.to_string()))),
                _ => Err(not_a_text(&value.to_string())),
            }
        }
        Cell::Date { serial, epoch, .. } => Err(not_a_text(&day(*serial, *epoch))),
        Cell::Bool(value) => Err(not_a_text(&value.to_string().to_uppercase())),
        Cell::Error(text) => Err(Unclear::FormulaError { text: fold::quote(text) }),
    }
}

/// A whole number without a unit, such as a rank; `None` for an empty cell or one that says that there is none.
///
/// # Errors
/// As [`number`], and for a number with words beside it.
pub fn integer(cell: &Cell) -> Result<Option<i64>, Unclear> {
    match number(cell, &Expect::WHOLE)? {
        Reading::Empty | Reading::Missing(_) => Ok(None),
        Reading::Number(entered)
            if entered.qualifier.is_none() && entered.step.is_none() && entered.unit.is_none() =>
        {
            Ok(Some(entered.value.units))
        }
        Reading::Number(entered) => Err(Unclear::NotWhole { text: seen(cell), value: entered.value }),
    }
}

/// Yes or no; `None` for an empty cell or one that says that it is not stated.
///
/// # Errors
/// For anything else, and for a cross: it is yes to one and no to the other.
pub fn boolean(cell: &Cell) -> Result<Option<bool>, Unclear> {
    let text = match cell {
        Cell::Empty => return Ok(None),
        Cell::Bool(value) => return Ok(Some(*value)),
        Cell::Error(text) => return Err(Unclear::FormulaError { text: fold::quote(text) }),
        Cell::Text(_) | Cell::Number { .. } | Cell::Date { .. } => seen(cell),
    };
    let small = text.to_lowercase();
    match small.as_str() {
        "ya" | "iya" | "y" | "yes" | "benar" | "betul" | "true" | "1" | "✓" | "✔" | "☑" | "✅" | "√"
        | "v" => Ok(Some(true)),
        "tidak" | "tdk" | "bukan" | "n" | "no" | "salah" | "false" | "0" => Ok(Some(false)),
        "x" | "×" | "✗" | "✘" | "☒" | "❌" | "✖" => Err(Unclear::YesOrNo { text }),
        _ if small.is_empty() || lexicon::missing(&small).is_some() => Ok(None),
        _ if lexicon::is_error(&text) => Err(Unclear::FormulaError { text }),
        _ => Err(Unclear::NotYesOrNo { text: fold::quote(&text) }),
    }
}

fn seen(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Error(text) => fold::tidy(text),
        Cell::Number { value, .. } => value.to_string(),
        Cell::Date { serial, epoch, .. } => day(*serial, *epoch),
        Cell::Bool(value) => value.to_string(),
    }
}

fn day(serial: f64, epoch: crate::Epoch) -> String {
    serial::date(serial, epoch).map_or_else(|| serial.to_string(), |date| date.to_string())
}

fn not_a_text(text: &str) -> Unclear {
    Unclear::NotAText { text: fold::quote(text) }
}

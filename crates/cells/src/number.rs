//! Numbers as people type them.
mod lex;
pub(crate) mod lexicon;
mod parse;

use crate::cell::{Cell, Entered, EnteredUnit, Expect, Meaning, Reading, Style};
use crate::exact::{Exact, Unfit};
use crate::fold;
use crate::format::{Digits, Format, Shown};
use crate::serial;
use crate::unclear::Unclear;
use dataset::Decimal;
use parse::Choice;

/// The longest text that is read as a number, in bytes.
const LONGEST: usize = 200;

/// The largest number of which a spreadsheet keeps every digit.
const MOST_DIGITS: f64 = 1e15;

/// The number that a cell says.
///
/// # Errors
/// Where it can mean two things, or nothing that the column can hold.
pub fn number(cell: &Cell, expect: &Expect) -> Result<Reading, Unclear> {
    match cell {
        Cell::Empty => Ok(Reading::Empty),
        Cell::Text(text) => typed(&fold::tidy(text), expect),
        Cell::Number { value, format } if format.is_date() => Err(turned(*value, crate::Epoch::Y1900)),
        Cell::Number { value, format } => shown(*value, format, expect).map(Reading::Number),
        Cell::Date { serial, epoch, .. } => Err(turned(*serial, *epoch)),
        Cell::Bool(value) => Err(Unclear::NotANumber { text: value.to_string().to_uppercase() }),
        Cell::Error(text) => Err(Unclear::FormulaError { text: fold::quote(text) }),
    }
}

/// A number in a text.
fn typed(text: &str, expect: &Expect) -> Result<Reading, Unclear> {
    if text.is_empty() {
        return Ok(Reading::Empty);
    }
    // The sign that keeps a spreadsheet from changing what is typed.
    let text = text.strip_prefix('\'').map_or(text, str::trim_start);
    let quoted = fold::quote(text);
    if text.len() > LONGEST {
        return Err(Unclear::NotANumber { text: quoted });
    }
    let small = text.to_lowercase();
    if let Some(reason) = lexicon::missing(&small) {
        return Ok(Reading::Missing(reason));
    }
    if lexicon::is_zero_or_missing(&small) {
        return Err(Unclear::ZeroOrMissing { text: quoted });
    }
    if lexicon::is_error(text) {
        return Err(Unclear::FormulaError { text: quoted });
    }
    if text.chars().any(|c| c.is_numeric() && !c.is_ascii_digit()) {
        return Err(Unclear::OtherDigits { text: quoted });
    }
    let readings = readings(text, &[Style::Comma, Style::Point])?;
    settle(text, readings, expect).map(Reading::Number)
}

/// What a text means in each style, each meaning once.
fn readings(text: &str, styles: &[Style]) -> Result<Vec<(Style, Entered)>, Unclear> {
    let tokens = parse::tokens(text).map_err(|unclear| shortened(unclear, text))?;
    let powers: &[i32] = if parse::has_m(&tokens) { &[9, 6] } else { &[9] };
    let mut found: Vec<(Style, Entered)> = Vec::new();
    let mut refusal = None;
    for style in styles {
        for m in powers {
            match parse::parse(&tokens, text, Choice { style: *style, m: *m }) {
                Ok(entered) if found.iter().any(|(_, other)| *other == entered) => {}
                Ok(entered) => found.push((*style, entered)),
                // That digits do not fit one style says nothing where they fit the other.
                Err(unclear) if matches!(refusal, None | Some(Unclear::BadGroups { .. })) => {
                    refusal = Some(unclear)
                }
                Err(_) => {}
            }
        }
    }
    match refusal {
        Some(unclear) if found.is_empty() => Err(shortened(unclear, text)),
        _ => Ok(found),
    }
}

/// The one of several meanings that the column leaves.
fn settle(text: &str, mut found: Vec<(Style, Entered)>, expect: &Expect) -> Result<Entered, Unclear> {
    if let Some((_, first)) = found.first() {
        fits_unit(text, first, expect)?;
    }
    let is_whole =
        |entered: &Entered| entered.value.scale == 0 && entered.upper.is_none_or(|upper| upper.scale == 0);
    if found.len() > 1 {
        let all = found.clone();
        if let Some(style) = expect.style {
            found.retain(|(other, _)| *other == style);
            // A sign for decimals, where there can be none, contradicts itself.
            let contradicts = expect.whole && !found.iter().any(|(_, entered)| is_whole(entered));
            if found.is_empty() || contradicts {
                found = all;
            }
        } else if expect.whole {
            found.retain(|(_, entered)| is_whole(entered));
            if found.is_empty() {
                found = all;
            }
        }
    }
    let mut found = found.into_iter().map(|(_, entered)| entered);
    let Some(first) = found.next() else { return Err(Unclear::NotANumber { text: fold::quote(text) }) };
    if let Some(second) = found.next() {
        return Err(two(text, first, second, expect));
    }
    checked(text, first, expect)
}

/// Refuses money and persons among percentages, and percentages among persons and money.
fn fits_unit(text: &str, entered: &Entered, expect: &Expect) -> Result<(), Unclear> {
    let fits = match &entered.unit {
        Some(EnteredUnit::Percent | EnteredUnit::Points) => expect.percent || !expect.whole,
        Some(_) => !expect.percent,
        None => true,
    };
    match entered.unit.clone().filter(|_| !fits) {
        Some(found) => Err(Unclear::OtherUnit { text: fold::quote(text), found }),
        None => Ok(()),
    }
}

/// A number in the kind of column that it stands in.
fn checked(text: &str, mut entered: Entered, expect: &Expect) -> Result<Entered, Unclear> {
    if expect.whole && !expect.percent {
        for value in [Some(&mut entered.value), entered.upper.as_mut()].into_iter().flatten() {
            if value.rescale(0).compare(*value).is_ne() {
                return Err(Unclear::NotWhole { text: fold::quote(text), value: *value });
            }
            *value = value.rescale(0);
        }
    }
    if expect.percent && entered.unit.is_none() && is_fraction(&entered) {
        return Err(percent_or_fraction(text, entered, expect));
    }
    Ok(entered)
}

/// Whether a number without a percent sign can be a share of 1: 0.3133 for 31.33%.
fn is_fraction(entered: &Entered) -> bool {
    let one = Decimal::whole(1);
    let largest = entered.upper.unwrap_or(entered.value);
    let within = |value: Decimal| value.compare(one).is_le() && value.compare(Decimal::whole(-1)).is_ge();
    within(largest) && within(entered.value) && (entered.value.units != 0 || largest.units != 0)
}

fn percent_or_fraction(text: &str, entered: Entered, expect: &Expect) -> Unclear {
    let first = Entered { unit: Some(EnteredUnit::Percent), ..entered };
    let hundredfold = |value: Decimal| {
        let exact = Exact { units: i128::from(value.units), exponent: -i32::from(value.scale) }.shift(2);
        exact.to_decimal().unwrap_or(value)
    };
    let second =
        Entered { value: hundredfold(first.value), upper: first.upper.map(hundredfold), ..first.clone() };
    two(text, first, second, expect)
}

fn two(text: &str, first: Entered, second: Entered, expect: &Expect) -> Unclear {
    let (first, second) = (Box::new(Meaning::Number(first)), Box::new(Meaning::Number(second)));
    Unclear::TwoReadings { text: fold::quote(text), first, second, whole: expect.whole }
}

/// A number as its format shows it.
fn shown(value: f64, format: &Format, expect: &Expect) -> Result<Entered, Unclear> {
    let no_number = || Unclear::NotANumber { text: value.to_string() };
    let exact = Exact::of_f64(value).ok_or_else(no_number)?;
    let plain =
        exact.rounded(-9).to_decimal().map_or_else(|_| value.to_string(), |decimal| decimal.to_string());
    if value.abs() >= MOST_DIGITS {
        return Err(Unclear::LostDigits { text: plain });
    }
    let (text, entered) = match format.show(value).ok_or_else(no_number)? {
        Shown::Plain(exact) => {
            let value = exact.to_decimal().map_err(|refused| unfit(&value.to_string(), refused))?;
            (plain, Entered::bare(value))
        }
        Shown::Words(words) if value == 0.0 && !words.is_empty() => {
            return Err(Unclear::ZeroOrMissing { text: words });
        }
        Shown::Words(words) => return Err(Unclear::HiddenByFormat { text: words }),
        Shown::Digits(digits) => with_words(&digits)?,
    };
    fits_unit(&text, &entered, expect)?;
    if expect.whole && !expect.percent && entered.step.is_none() && !exact.is_whole() {
        return Err(not_whole(exact, expect));
    }
    checked(&text, entered, expect)
}

/// What is seen of a number and the words around it.
fn with_words(digits: &Digits) -> Result<(String, Entered), Unclear> {
    let refused = |unfit_: Unfit| unfit("", unfit_);
    let number = digits.number.to_decimal().map_err(refused)?;
    let percent = if digits.percent { "%" } else { "" };
    let text = fold::tidy(&format!("{} {number}{percent} {}", digits.before, digits.behind));
    // Digits of the format beside those of the number: nobody can tell them apart.
    if [&digits.before, &digits.behind].iter().any(|words| words.contains(char::is_numeric)) {
        return Err(Unclear::HiddenByFormat { text: fold::quote(&text) });
    }
    let bare = digits.before.is_empty() && digits.behind.is_empty() && !digits.percent;
    let mut entered = if bare {
        Entered::bare(number)
    } else {
        let mut found = readings(&text, &[Style::Point])?.into_iter().map(|(_, entered)| entered);
        let first = found.next().ok_or_else(|| Unclear::NotANumber { text: text.clone() })?;
        match found.next() {
            // The format that divides says which of the two an `M` is.
            Some(second) if digits.divided == 6 => second,
            Some(second) if digits.divided != 9 => return Err(two(&text, first, second, &Expect::ANY)),
            _ => first,
        }
    };
    if entered.step.is_none() && digits.divided > 0 {
        let seen = digits.number.shift(digits.divided);
        entered.value = seen.to_decimal().map_err(refused)?;
        entered.step = Some(Exact { units: 1, exponent: seen.exponent }.to_decimal().map_err(refused)?);
    }
    entered.hides_digits = digits.hides;
    Ok((text, entered))
}

/// A number with a fraction in a column of whole ones. `43.251` that an English spreadsheet took for
/// a decimal point may have been meant as thousands, and so may 43.25, which was 43.250.
fn not_whole(exact: Exact, expect: &Expect) -> Unclear {
    let value = exact.rounded(-9).to_decimal().unwrap_or(Decimal::whole(0));
    let text = value.to_string();
    let thousands = exact.shift(3);
    let size = Decimal::new(value.units.saturating_abs(), value.scale);
    let has_three_digits =
        size.compare(Decimal::whole(1)).is_ge() && size.compare(Decimal::whole(1000)).is_lt();
    match thousands.trimmed(0).to_decimal() {
        Ok(thousands) if thousands.scale == 0 && has_three_digits => {
            two(&text, Entered::bare(thousands), Entered::bare(value), expect)
        }
        _ => Unclear::NotWhole { text, value },
    }
}

/// A date where a number is expected.
fn turned(serial: f64, epoch: crate::Epoch) -> Unclear {
    match serial::date(serial, epoch) {
        Some(date) => {
            let (day, month) = (u16::from(date.day.unwrap_or(1)), u16::from(date.month.unwrap_or(1)));
            let mut typed = vec![[day, month]];
            if day == 1 {
                typed.push([date.year, month]);
            }
            Unclear::TurnedIntoADate { date, typed }
        }
        None => Unclear::NotANumber { text: serial.to_string() },
    }
}

pub(crate) fn unfit(text: &str, unfit: Unfit) -> Unclear {
    let text = fold::quote(text);
    match unfit {
        Unfit::TooFine => Unclear::TooFine { text },
        Unfit::TooLarge => Unclear::TooLarge { text },
    }
}

/// The refusal with its text cut off where it is long.
fn shortened(mut unclear: Unclear, text: &str) -> Unclear {
    if let Unclear::NotANumber { text: quoted }
    | Unclear::UnknownWord { text: quoted, .. }
    | Unclear::TwoQualifiers { text: quoted, .. }
    | Unclear::WhichCurrency { text: quoted, .. }
    | Unclear::BadGroups { text: quoted }
    | Unclear::BadRange { text: quoted }
    | Unclear::LostDigits { text: quoted } = &mut unclear
    {
        *quoted = fold::quote(text);
    }
    unclear
}

#[cfg(test)]
mod tests;

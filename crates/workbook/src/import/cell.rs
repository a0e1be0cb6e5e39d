//! One cell as a value of its column.
use std::borrow::Cow;

use cells::{Cell, Entered, Expect, Reading, Unclear};
use dataset::{Decimal, Qualifier};

use super::header::words_in;
use super::names;
use crate::escape;
use crate::finding::Problem;
use crate::json::Value;
use crate::layout::Column;
use crate::schema::Shape;
use crate::words;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Read {
    /// Nothing.
    Nothing,
    /// That the record around it is there, though it has no field.
    Present,
    /// A value.
    One(Value),
    /// The elements of a list of texts in one language.
    Elements(Vec<Option<String>>),
}

/// A cell as a value of its column.
///
/// # Errors
/// Where it does not say clearly what it means.
pub(super) fn read(cell: &Cell, column: &Column, expect: &Expect) -> Result<Read, Problem> {
    if let Some(read) = sign(cell, &column.shape) {
        return Ok(read);
    }
    let string = |text: Option<String>| text.map_or(Read::Nothing, |text| Read::One(Value::String(text)));
    Ok(match &column.shape {
        Shape::Text | Shape::String => string(text(cell)?),
        Shape::Date => string(cells::date(cell).map_err(Problem::Unclear)?.map(|date| date.to_string())),
        Shape::Number => match bare(cell, expect)? {
            Some(number) => Read::One(Value::Number(number.to_string())),
            None => Read::Nothing,
        },
        Shape::Whole => match whole(cell)? {
            Some(number) => Read::One(Value::Number(number.to_string())),
            None => Read::Nothing,
        },
        Shape::Bool => cells::boolean(cell)
            .map_err(Problem::Unclear)?
            .map_or(Read::Nothing, |value| Read::One(Value::Bool(value))),
        Shape::Word(list) => match text(cell)? {
            Some(word) => Read::One(Value::String(known(list, &word)?)),
            None => Read::Nothing,
        },
        Shape::Unit => match text(cell)? {
            Some(word) => Read::One(Value::String(unit(&word)?)),
            None => Read::Nothing,
        },
        Shape::Currency => string(text(cell)?.map(|code| currency(&code))),
        Shape::List(element) => list(cell, element, column.is_text())?,
        Shape::Map(_) => pairs(cell)?,
        Shape::Record(_) => Read::Nothing,
    })
}

/// What stands for something that cannot be typed otherwise.
fn sign(cell: &Cell, shape: &Shape) -> Option<Read> {
    let Cell::Text(raw) = cell else { return None };
    let is_list = matches!(shape, Shape::List(_) | Shape::Map(_));
    match raw.trim() {
        escape::PRESENT => return Some(Read::Present),
        escape::NO_ELEMENTS if is_list => return Some(Read::One(Value::List(Vec::new()))),
        escape::EMPTY if matches!(shape, Shape::Text | Shape::String) => {
            return Some(Read::One(Value::String(String::new())));
        }
        _ => {}
    }
    let literal = escape::behind_literal(raw).filter(|_| !is_list)?;
    let is_number = matches!(shape, Shape::Number | Shape::Whole) && is_json_number(literal);
    let literal = literal.to_owned();
    Some(Read::One(if is_number { Value::Number(literal) } else { Value::String(literal) }))
}

/// Whether a text is a number of JSON.
fn is_json_number(text: &str) -> bool {
    use dataset::json::{Document, Kind};
    Document::parse(text).is_ok_and(|document| matches!(document.root().kind, Kind::Number(_)))
}

/// A text with plain spaces.
pub(super) fn text(cell: &Cell) -> Result<Option<String>, Problem> {
    cells::text(cell).map_err(Problem::Unclear)
}

/// A number and what stands beside it.
pub(super) fn entered(cell: &Cell, expect: &Expect) -> Result<Reading, Problem> {
    cells::number(cell, expect).map_err(Problem::Unclear)
}

/// A number with nothing that its column cannot keep.
fn bare(cell: &Cell, expect: &Expect) -> Result<Option<Decimal>, Problem> {
    match entered(cell, expect)? {
        Reading::Empty | Reading::Missing(_) => Ok(None),
        Reading::Number(Entered { value, upper: None, qualifier: None, .. }) => Ok(Some(value)),
        Reading::Number(_) => Err(Problem::Unclear(Unclear::NotANumber { text: words_in(cell).to_owned() })),
    }
}

/// A whole number; an amount may have its currency and a word for a power of ten beside it.
fn whole(cell: &Cell) -> Result<Option<Decimal>, Problem> {
    bare(cell, &Expect::WHOLE)
}

/// The word of a closed list that a word means.
fn known(list: &str, word: &str) -> Result<String, Problem> {
    names::closed(list, word).map(str::to_owned).ok_or_else(|| unknown(list, word))
}

fn unknown(list: &str, word: &str) -> Problem {
    let known = [0, 1].map(|language: usize| {
        let names = words::closed(list).iter().filter_map(|(_, names)| names.get(language).copied());
        names.collect::<Vec<_>>().join(", ")
    });
    Problem::UnknownWord { word: word.to_owned(), known }
}

/// What an indicator is counted in: a word, or a currency.
fn unit(word: &str) -> Result<String, Problem> {
    if let Some(known) = names::closed("Unit", word) {
        return Ok(known.to_owned());
    }
    let code = currency(word);
    let is_code = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    if word == "%" {
        Ok("percent".to_owned())
    } else if is_code {
        Ok(code)
    } else {
        let Problem::UnknownWord { word, known } = unknown("Unit", word) else { return Ok(code) };
        Err(Problem::UnknownWord { word, known: known.map(|known| format!("{known}, IDR")) })
    }
}

/// The code of a currency as people write it.
fn currency(word: &str) -> String {
    match word.to_lowercase().as_str() {
        "rp" | "rp." | "rupiah" => "IDR".to_owned(),
        _ => word.to_uppercase(),
    }
}

fn list(cell: &Cell, element: &Shape, is_text: bool) -> Result<Read, Problem> {
    // A number or a date is refused as in any column of texts.
    let Some(plain) = text(cell)? else { return Ok(Read::Nothing) };
    let elements = match cell {
        Cell::Text(raw) => escape::split(raw),
        _ => escape::split(&plain),
    };
    if is_text {
        return Ok(if elements.is_empty() { Read::Nothing } else { Read::Elements(elements) });
    }
    let mut items = Vec::new();
    for text in elements.into_iter().flatten() {
        let value = match element {
            Shape::Word(list) => known(list, &text)?,
            _ => text,
        };
        items.push(Value::String(value).into());
    }
    Ok(if items.is_empty() { Read::Nothing } else { Read::One(Value::List(items)) })
}

fn pairs(cell: &Cell) -> Result<Read, Problem> {
    let Some(plain) = text(cell)? else { return Ok(Read::Nothing) };
    let raw = if let Cell::Text(raw) = cell { raw } else { &plain };
    let pairs = escape::split_pairs(raw).map_err(|part| Problem::NotPairs { part })?;
    let member = |(name, value)| (Cow::Owned(name), Value::String(value).into());
    Ok(Read::One(Value::Object(pairs.into_iter().map(member).collect())))
}

/// The word of a qualifier.
pub(super) fn qualifier(qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::Exact => "exact",
        Qualifier::Rounded => "rounded",
        Qualifier::Truncated => "truncated",
        Qualifier::AtLeast => "at_least",
        Qualifier::MoreThan => "more_than",
        Qualifier::AtMost => "at_most",
        Qualifier::LessThan => "less_than",
        Qualifier::Between => "between",
        Qualifier::Approx => "approx",
        Qualifier::Estimate => "estimate",
    }
}

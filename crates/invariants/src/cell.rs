//! What people type into cells.
use cells::{Cell, Entered, Expect, Reading, Style, Unclear};
use dataset::number::MAX_SCALE;
use dataset::{Decimal, Lang};

/// A text as the cell of a number, a date, a time, a whole number, a yes or no: read or refused with words, and read the
/// same with spaces around it. Its first bytes are the number of a cell, too, and the rest the format it has.
///
/// # Panics
/// Where a rule does not hold.
pub fn cell(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for style in [None, Some(Style::Comma), Some(Style::Point)] {
        for (whole, percent) in [(false, false), (true, false), (false, true)] {
            typed(&text, &Expect { whole, percent, style });
        }
    }
    of_all_kinds(&Cell::text(text.as_ref()));
    if let Some((number, format)) = bytes.split_first_chunk::<8>() {
        let (number, format) = (f64::from_le_bytes(*number), String::from_utf8_lossy(format));
        if number.is_finite() {
            of_all_kinds(&Cell::number(number, &format));
            of_all_kinds(&Cell::date(number, &format));
            stored(number, &format);
        }
    }
}

/// Numbers as they are typed.
fn typed(text: &str, expect: &Expect) {
    let read = cells::number(&Cell::text(text), expect);
    let spaced = cells::number(&Cell::text(format!("\u{a0} {text} ")), expect);
    assert_eq!(read.is_ok(), spaced.is_ok(), "spaces around {text:?} change what it says");
    match (&read, &spaced) {
        (Ok(read), Ok(spaced)) => assert_eq!(read, spaced, "{text:?}"),
        (Err(unclear), _) => in_words(unclear),
        _ => {}
    }
    let Ok(Reading::Number(entered)) = &read else { return };
    entered_number(text, entered);
    // Plain digits are that number, whatever else is possible.
    let plain = text.trim();
    if !plain.is_empty() && plain.len() <= 15 && plain.bytes().all(|b| b.is_ascii_digit()) {
        assert_eq!(
            Some(entered.value.units_at(MAX_SCALE)),
            Decimal::parse(plain).map(|of| of.units_at(MAX_SCALE)),
            "{text:?}"
        );
    }
}

fn entered_number(text: &str, entered: &Entered) {
    assert!(!entered.hides_digits, "a text hides no digits: {text:?}");
    assert_eq!(Decimal::parse(&entered.value.to_string()), Some(entered.value), "{text:?}");
    if let Some(upper) = entered.upper {
        assert!(upper.to_f64() > entered.value.to_f64(), "{text:?}: {} to {upper}", entered.value);
    }
    if let Some(step) = entered.step {
        assert!(step.to_f64() > 0.0, "{text:?}: steps of {step}");
    }
    assert!(text.chars().any(|c| c.is_numeric()), "{text:?} has no digit, and is read as {}", entered.value);
}

/// A cell that holds a number is read as that number to what its format shows.
fn stored(number: f64, format: &str) {
    for expect in [Expect::ANY, Expect::WHOLE, Expect::PERCENT] {
        let Ok(Reading::Number(entered)) = cells::number(&Cell::number(number, format), &expect) else {
            continue;
        };
        let value = entered.value.to_f64();
        let near = |other: f64| (value - other).abs() <= other.abs() * 1e-9 + 1e-9 || entered.hides_digits;
        assert!(near(number) || near(number * 100.0), "{number} as {format:?} is read as {value}");
    }
}

/// Each reader takes the cell or says why not.
fn of_all_kinds(cell: &Cell) {
    let unclear = [
        cells::number(cell, &Expect::ANY).err(),
        cells::date(cell).err(),
        cells::time(cell).err(),
        cells::integer(cell).err(),
        cells::boolean(cell).err(),
        cells::text(cell).err(),
    ];
    unclear.iter().flatten().for_each(in_words);
    if let Ok(Some(date)) = cells::date(cell) {
        assert_eq!(dataset::Date::parse(&date.to_string()), Some(date), "{cell:?}");
    }
    if let Ok(Some(time)) = cells::time(cell) {
        assert!(time.end().year >= 1, "{cell:?} is read as {time:?}");
    }
}

/// What is refused is said, with what to write.
fn in_words(unclear: &Unclear) {
    assert!(!unclear.code().is_empty());
    for lang in Lang::ALL {
        let words = cells::words::words(lang, unclear);
        assert!(!words.what.is_empty() && !words.mend.is_empty(), "{unclear:?}");
    }
}

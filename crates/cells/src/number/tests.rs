use dataset::{Date, Qualifier};
use proptest::prelude::*;

use super::*;

mod properties;
mod typed;

/// What is read, in short: `31.33 %`, `at_least 45000`, `718700000000 step 100000000 IDR`,
/// `missing not_stated`, `? not-a-number`, `? two-readings 1234 | 1.234`.
fn brief(reading: &Result<Reading, Unclear>) -> String {
    match reading {
        Ok(Reading::Empty) => "empty".to_owned(),
        Ok(Reading::Missing(reason)) => format!("missing {}", reason.word()),
        Ok(Reading::Number(entered)) => brief_number(entered),
        Err(Unclear::TwoReadings { first, second, .. }) => {
            let number = |meaning: &Meaning| match meaning {
                Meaning::Number(entered) => brief_number(entered),
                other => panic!("{other:?}"),
            };
            format!("? two-readings {} | {}", number(first), number(second))
        }
        Err(Unclear::TwoQualifiers { first, second, .. }) => {
            format!("? two-qualifiers {} | {}", first.word(), second.word())
        }
        Err(Unclear::UnknownWord { word, .. }) => format!("? unknown {word}"),
        Err(unclear) => format!("? {}", unclear.code()),
    }
}

fn brief_number(entered: &Entered) -> String {
    let mut out = String::new();
    if let Some(qualifier) = entered.qualifier.filter(|qualifier| *qualifier != Qualifier::Between) {
        out = format!("{} ", qualifier.word());
    }
    out += &entered.value.to_string();
    if let Some(upper) = entered.upper {
        out += &format!("..{upper}");
    }
    if let Some(step) = entered.step {
        out += &format!(" step {step}");
    }
    match &entered.unit {
        Some(EnteredUnit::Percent) => out += " %",
        Some(EnteredUnit::Points) => out += " points",
        Some(EnteredUnit::Money(currency)) => out += &format!(" {}", currency.code()),
        Some(EnteredUnit::Noun(noun)) => out += &format!(" {noun}"),
        None => {}
    }
    if entered.hides_digits {
        out += " …";
    }
    out
}

#[track_caller]
fn check(cell: &Cell, expect: &Expect, wanted: &str) {
    assert_eq!(brief(&number(cell, expect)), wanted, "{cell:?} in {expect:?}");
}

#[test]
fn number_cells_are_what_a_person_sees() {
    for (expect, value, format, wanted) in [
        (Expect::PERCENT, 31.33, "", "31.33"),
        (Expect::PERCENT, 31.33, "0.00", "31.33"),
        (Expect::PERCENT, 46.7, "0.00", "46.70"),
        (Expect::PERCENT, 0.3133, "0.00%", "31.33 %"),
        (Expect::PERCENT, 0.467, "0.00%", "46.70 %"),
        (Expect::PERCENT, 0.075, "0.0%", "7.5 %"),
        (Expect::PERCENT, 0.31, "0%", "31 %"),
        (Expect::PERCENT, 1.0, "0%", "100 %"),
        (Expect::PERCENT, 1.25, "0%", "125 %"),
        (Expect::PERCENT, 0.313_333, "0.00%", "31.33 % …"),
        (Expect::PERCENT, 31.3333, "0.00", "31.33 …"),
        (Expect::PERCENT, 31.33, "0.00\"%\"", "31.33 %"),
        (Expect::PERCENT, 0.3133, "", "? two-readings 0.3133 % | 31.33 %"),
        (Expect::PERCENT, 0.5, "0.0", "? two-readings 0.5 % | 50 %"),
        (Expect::PERCENT, 1.0, "", "? two-readings 1 % | 100 %"),
        (Expect::PERCENT, 0.0, "", "0"),
        (Expect::PERCENT, 7.000_000_000_000_001, "", "7"),
        (Expect::PERCENT, 0.1 + 0.2 + 7.0, "", "7.3"),
        (Expect::PERCENT, 100.0 / 3.0, "", "? too-fine"),
        (Expect::ANY, 43.251, "", "43.251"),
        (Expect::WHOLE, 43_251.0, "", "43251"),
        (Expect::WHOLE, 43_251.0, "#,##0", "43251"),
        (Expect::WHOLE, 43_251.0, "#,##0.00", "43251"),
        (Expect::WHOLE, 43_251.0, "#,##0\" orang\"", "43251 orang"),
        (Expect::WHOLE, 43.251, "", "? two-readings 43251 | 43.251"),
        (Expect::WHOLE, 43.25, "", "? two-readings 43250 | 43.25"),
        (Expect::WHOLE, 43.251, "0", "? two-readings 43251 | 43.251"),
        (Expect::WHOLE, 43.2514, "", "? not-whole-number"),
        (Expect::WHOLE, 0.5, "", "? not-whole-number"),
        (Expect::WHOLE, 31.0, "0%", "? other-unit"),
        (Expect::WHOLE, -5.0, "0;[Red]0", "-5"),
        (Expect::WHOLE, -5.0, "0_);(0)", "-5"),
        (Expect::WHOLE, 5000.0, "[$Rp-421]#,##0.00", "5000 IDR"),
        (Expect::WHOLE, 718_712_345_678.0, "0.0,,,", "718700000000 step 100000000 …"),
        (Expect::WHOLE, 718_700_000_000.0, "\"Rp\"0.0,,,\" miliar\"", "718700000000 step 100000000 IDR"),
        (Expect::WHOLE, 718.7, "\"Rp\"0.0\" miliar\"", "718700000000 step 100000000 IDR"),
        (Expect::WHOLE, 718_700_000.0, "0.0,,\"M\"", "718700000 step 100000"),
        (
            Expect::WHOLE,
            718.7,
            "0.0\"M\"",
            "? two-readings 718700000000 step 100000000 | 718700000 step 100000",
        ),
        (Expect::WHOLE, 0.0, "#,##0;-#,##0;\"-\"", "? zero-or-missing"),
        (Expect::WHOLE, 5.0, ";;;", "? hidden-by-format"),
        (Expect::WHOLE, 5.0, "0\" kodi\"", "? unknown kodi"),
        (Expect::WHOLE, 43_251.0, "0.00E+00", "43251"),
        (Expect::WHOLE, 718_700_000_000.0, "", "718700000000"),
        (Expect::WHOLE, 1e15, "0", "? lost-digits"),
        (Expect::WHOLE, 45_870.0, "d-mmm", "? turned-into-a-date"),
        (Expect::WHOLE, f64::NAN, "", "? not-a-number"),
    ] {
        check(&Cell::number(value, format), &expect, wanted);
    }
}

#[test]
fn cells_that_are_no_numbers() {
    check(&Cell::Empty, &Expect::ANY, "empty");
    check(&Cell::text(" \u{a0} "), &Expect::ANY, "empty");
    check(&Cell::Bool(true), &Expect::ANY, "? not-a-number");
    check(&Cell::Error("#REF!".to_owned()), &Expect::ANY, "? formula-error");
    let turned = number(&Cell::date(45_870.0, "d-mmm"), &Expect::PERCENT);
    let date = Date::parse("2025-08-01").unwrap();
    assert_eq!(turned, Err(Unclear::TurnedIntoADate { date, typed: vec![[1, 8], [2025, 8]] }));
}

#[test]
fn the_style_settles_what_else_is_two_things() {
    let with = |style, whole, percent| Expect { whole, percent, style: Some(style) };
    let any = |style| with(style, false, false);
    for (expect, text, wanted) in [
        (any(Style::Comma), "1.234", "1234"),
        (any(Style::Point), "1.234", "1.234"),
        (any(Style::Comma), "1,234", "1.234"),
        (any(Style::Point), "1,234", "1234"),
        (any(Style::Point), "31,33", "31.33"),
        (any(Style::Comma), "31.33", "31.33"),
        (any(Style::Comma), "1,234 juta", "1234000 step 1000"),
        (any(Style::Point), "1,234 million", "1234000000 step 1000000"),
        (with(Style::Comma, false, true), "1,234%", "1.234 %"),
        (with(Style::Comma, true, false), "43.251", "43251"),
        (with(Style::Point, true, false), "43,251", "43251"),
        (with(Style::Point, true, false), "43.251", "? two-readings 43251 | 43.251"),
        (
            with(Style::Comma, true, false),
            "2 M",
            "? two-readings 2000000000 step 1000000000 | 2000000 step 1000000",
        ),
    ] {
        check(&Cell::text(text), &expect, wanted);
    }
}

#[test]
fn long_texts_are_refused_at_once() {
    let long = "1".repeat(1_000_000);
    check(&Cell::text(&long), &Expect::ANY, "? not-a-number");
    let Err(Unclear::NotANumber { text }) = number(&Cell::text(long), &Expect::ANY) else { panic!() };
    assert!(text.chars().count() < 100);
}

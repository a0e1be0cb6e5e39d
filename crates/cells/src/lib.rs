//! What people type into the cells of a spreadsheet, as numbers, dates and times with their precision.
//!
//! Nothing here guesses. What can mean two things is [`Unclear`], with both of them; [`words::words`] says
//! so in the languages of the page, and what to write.
//!
//! ```
//! use cells::{Cell, Expect, Reading, Unclear, number};
//!
//! let read = |text: &str| number(&Cell::text(text), &Expect::WHOLE);
//! let Ok(Reading::Number(amount)) = read("Rp718,7 miliar") else { panic!() };
//! assert_eq!(amount.value.to_string(), "718700000000");
//! assert_eq!(amount.step.map(|step| step.to_string()).as_deref(), Some("100000000"));
//! assert!(matches!(read("hampir 45.000"), Err(Unclear::TwoQualifiers { .. })));
//! ```
//!
//! | typed | read as |
//! |---|---|
//! | `31,33%`, `31.33 persen`, `31.33 per cent` | 31.33, percent |
//! | 0.3133 under the format `0.00%` | 31.33, percent |
//! | `43.251` where whole numbers are expected | 43251 |
//! | `1.234.567`, `1,234,567`, `1 234 567`, `1'234'567` | 1234567 |
//! | `1.234,5`, `1,234.5`, `,5` | 1234.5, 0.5 |
//! | `Rp718,7 miliar`, `IDR 718.7 billion` | 718700000000 to the nearest 100000000, rupiah |
//! | `Rp1.500.000,-`, `Rp1.500.000,00` | 1500000, rupiah |
//! | `1,2 juta orang`, `45 rb`, `2 triliun` | with the noun and the step |
//! | `lebih dari 45.000`, `> 45.000`, `45.000 lebih` | more than |
//! | `sedikitnya`, `minimal`, `paling sedikit`, `at least`, `≥`, `45.000 atau lebih` | at least |
//! | `kurang dari`, `di bawah`, `fewer than`, `<` | less than |
//! | `paling banyak`, `maksimal`, `tidak lebih dari`, `at most`, `≤` | at most |
//! | `sekitar`, `kurang lebih`, `about`, `±`, `~` | approximate |
//! | `perkiraan`, `est.` | an estimate |
//! | `31% (dibulatkan ke bawah)`, `(rounded down)` | truncated |
//! | `30–40%`, `antara 30 dan 40 persen`, `Rp1–2 juta`, `30 s.d. 40` | between two numbers |
//! | `-5`, `−5`, `(5)`, `minus 5` | below zero |
//! | `4.3251E+04` | 43251, where no digit was lost |
//! | `-`, `–`, `n/a`, `tidak disebutkan`, `not stated` | not stated |
//! | `tidak didata`, `tidak berlaku`, `dirahasiakan`, and in English | the other reasons of the dataset |
//! | `1 Agustus 2025`, `1 Ags 2025`, `August 1st, 2025`, `Rabu, 27 Agustus 2025` | a day |
//! | `2025-08-01`, `2025/8/1`, `31/12/2025`, `12/31/2025` | a day |
//! | `Juli 2025`, `07/2025`, `2025-07`; `2025` | a month; a year |
//! | serial numbers of both epochs | the parts that their format shows |
//! | `per 1 Agustus 2025`, `as of 1 August 2025`, a bare date | as of |
//! | `sampai Juli 2025`, `s.d. Juli 2025`, `up to July 2025` | a period whose start is not stated |
//! | `Januari–Juli 2025`, `1 Januari s.d. 31 Juli 2025`, `3–17 Maret 2025`, `2020–2025` | a period |
//! | `selama 2025`, `sepanjang Juli 2025`, `during 2025` | the whole of it |
//! | `ya`, `benar`, `✓`, `v`, 1; `tidak`, `salah`, 0 | yes; no |
//!
//! Refused, with what to write: `1.234` where it may be a fraction, `3 M` (*miliar* or million), a bare 0.3133
//! in percent, `hampir 45.000`, `45.000+`, `$5`, `nihil`, `01/08/2025`, years of two digits, dates without a
//! year, numbers that became dates, digits that a spreadsheet dropped, `x` for yes or no.
//!
//! # Grammar
//!
//! ```text
//! number    = [ opening ] amount [ ( dash | to | and ) amount ]
//! amount    = { qualifier | currency | minus | "(" } digits { power | "%" | currency | noun | qualifier | ")" }
//! digits    = whole in threes, or without a separator; one sign for decimals; an exponent
//! time      = as-of date | up-to date | [ from ] date to date | during date | date
//! date      = [ weekday ] ( day month year | month day year | month year | year | digits )
//! ```
//!
//! Each text is read in both styles, with a decimal comma and with a decimal point, and with `M` as either
//! power of ten; dates are read with the day first and with the month first. Where that gives one result, it
//! is what was meant; where it gives two, [`Expect`] may leave one of them: its `style`, or that a fraction
//! cannot be meant.
//!
//! What cannot be seen is not found: `43.000` that an English spreadsheet made 43 is 43.
mod cell;
pub mod csv;
mod date;
mod exact;
mod fold;
mod format;
mod number;
mod plain;
mod serial;
mod time;
mod unclear;
pub mod words;

pub use cell::{Cell, Entered, EnteredUnit, Epoch, Expect, Meaning, Reading, Style};
pub use date::date;
pub use format::{DateParts, Format};
pub use number::number;
pub use plain::{boolean, integer, text};
pub use time::time;
pub use unclear::Unclear;

#[cfg(test)]
mod tests;

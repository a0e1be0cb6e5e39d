//! Numbers as sources print them, in Indonesian and in English.
use crate::Decimal;
use crate::number::MAX_SCALE;

/// Words that stand for powers of ten. "M" is *miliar* to one and *million* to the other.
const POWERS: [(&[&str], &[u8]); 6] = [
    (&["ribu", "rb", "thousand", "k"], &[3]),
    (&["juta", "jt", "million", "millions", "mn", "mio"], &[6]),
    (&["miliar", "milyar", "billion", "billions", "bn"], &[9]),
    (&["triliun", "trilyun", "trillion", "trillions", "tn", "t"], &[12]),
    (&["m"], &[6, 9]),
    (&["ratus", "hundred"], &[2]),
];

/// Whether a token as printed can be a number: whether one of the numbers in it is it, in one of the
/// two styles. A token without digits can be any, as nobody reads words here. Where `in_units`, the
/// number may be printed in thousands or millions, as a table's head says. A percentage may be printed as a fraction,
/// `1 in 5`.
pub(super) fn can_be(token: &str, number: Decimal, in_units: bool) -> bool {
    if is_fraction(token, number) {
        return true;
    }
    let mut any = false;
    let mut rest = token;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let negative = rest.get(..start).is_some_and(|before| before.ends_with(['-', '−']));
        let from = rest.get(start..).unwrap_or_default();
        let end = from.find(|c: char| !is_of_number(c)).unwrap_or(from.len());
        let (digits, behind) = from.split_at(end);
        any = true;
        let powers = powers(behind);
        let scaled: &[u8] = if in_units && powers == [0] { &[0, 3, 6, 9, 12] } else { powers };
        let fits = |read: Decimal| scaled.iter().any(|power| is(read, negative, *power, number));
        if readings(digits.trim_end_matches(['.', ',', '\'', '\u{a0}', '\u{202f}', ' '])).any(fits) {
            return true;
        }
        rest = behind;
    }
    !any
}

/// What stands between the two numbers of a fraction.
const OVER: [&str; 6] = ["dari", "in", "of", "out of", "per", "/"];

/// Whether two whole numbers in a token are a fraction that is a percentage, to the percent.
fn is_fraction(token: &str, number: Decimal) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    let mut parts = token.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let (Some(part), Some(whole), None) = (parts.next(), parts.next(), parts.next()) else { return false };
    let between = token.trim_start_matches(|c| !digit(c)).trim_start_matches(digit);
    let between = between.split(digit).next().unwrap_or_default().trim();
    let (Ok(part), Ok(whole)) = (part.parse::<u32>(), whole.parse::<u32>()) else { return false };
    let units = number.units_at(MAX_SCALE);
    let percent = 10_i128.pow(u32::from(MAX_SCALE));
    let off = i128::from(whole) * units - i128::from(part) * 100 * percent;
    whole > 0 && OVER.contains(&between) && 2 * off.abs() <= i128::from(whole) * percent
}

fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | '\u{a0}' | '\u{202f}')
}

/// The powers of ten that the word behind a number stands for.
fn powers(behind: &str) -> &'static [u8] {
    let word = behind.trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let word = word.to_lowercase();
    let found = POWERS.iter().find(|(words, _)| words.contains(&word.as_str()));
    found.map_or(&[0], |(_, powers)| *powers)
}

/// The numbers that digits with separators may stand for: with a decimal comma, and with a decimal
/// point.
fn readings(digits: &str) -> impl Iterator<Item = Decimal> {
    [(',', "."), ('.', ",")].into_iter().filter_map(|(point, group)| {
        let (whole, fraction) = digits.split_once(point).unwrap_or((digits, ""));
        let mut groups = whole.split(|c: char| group.contains(c) || !c.is_ascii_digit());
        let first = groups.next()?;
        let rest: Vec<&str> = groups.collect();
        let grouped = rest.is_empty() || (1..=3).contains(&first.len()) && rest.iter().all(|g| g.len() == 3);
        let alone = |c: char| c.is_ascii_digit();
        if !grouped || !fraction.chars().all(alone) || whole.contains(point) {
            return None;
        }
        let whole = [first, &rest.concat()].concat();
        match fraction {
            "" => Decimal::parse(&whole),
            fraction => Decimal::parse(&format!("{whole}.{fraction}")),
        }
    })
}

/// Whether a number that is printed so, times a power of ten, is a number.
fn is(printed: Decimal, negative: bool, power: u8, number: Decimal) -> bool {
    let factor = 10_i128.pow(u32::from(power));
    let sign = if negative { -1 } else { 1 };
    let units = |of: Decimal| of.units_at(MAX_SCALE);
    units(printed).checked_mul(factor).is_some_and(|product| {
        // A minus may be a dash between two numbers.
        product == units(number) || product * sign == units(number)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fits(token: &str, number: &str) -> bool {
        can_be(token, Decimal::parse(number).unwrap(), false)
    }

    #[test]
    fn both_styles_and_their_words_are_read() {
        for (token, number) in [
            ("31,33%", "31.33"),
            ("31.33 per cent", "31.330"),
            ("44.547", "44547"),
            ("44,547 people", "44547"),
            ("Rp718,7 miliar", "718700000000"),
            ("IDR 718.7 billion", "718700000000"),
            ("lebih dari 45 ribu", "45000"),
            ("1.234,5", "1234.5"),
            ("1,234.5", "1234.5"),
            ("1 234 567", "1"),
            ("1\u{a0}234\u{a0}567", "1234567"),
            ("Rp1.500.000,-", "1500000"),
            ("Rp1,2 T", "1200000000000"),
            ("3 M", "3000000000"),
            ("antara 5 dan 7 persen", "7"),
            ("1 dari 5 pekerja", "20"),
            ("2 in 3", "67"),
            ("3/4", "75"),
            ("sekitar 1 dari 3", "33.3"),
            ("2019–2025: 40", "40"),
            ("-0,5", "-0.5"),
            ("seperempat", "25"),
            ("1.000", "1"),
            ("50%.", "50"),
        ] {
            assert!(fits(token, number), "{token} is {number}");
        }
    }

    #[test]
    fn slips_are_seen() {
        for (token, number) in [
            ("31,33%", "13.33"),
            ("31,33%", "0.3133"),
            ("31,33%", "3133"),
            ("44.547", "44.574"),
            ("44.547", "45547"),
            ("Rp718,7 miliar", "718700000"),
            ("Rp6,18 miliar", "6.18"),
            ("45.000.000", "45000"),
            ("1.23.456", "123456"),
        ] {
            assert!(!fits(token, number), "{token} is not {number}");
        }
        let billions = Decimal::whole(718_700_000_000);
        assert!(can_be("718,7", billions, true) && !can_be("718,7", billions, false));
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(token in any::<String>(), digits in "[0-9.,'\u{a0} -]{0,40}", units: i64, scale in 0_u8..=9) {
            let number = Decimal::new(units, scale);
            let _ = (can_be(&token, number, true), can_be(&digits, number, true));
        }

        #[test]
        fn what_is_printed_in_either_style_is_the_number(units in 0_i64..10_000_000_000, scale in 0_u8..=4) {
            let number = Decimal::new(units, scale);
            let plain = number.to_string();
            let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
            let grouped = |separator: &str| {
                let reversed: Vec<u8> = whole.bytes().rev().collect();
                let groups: Vec<String> =
                    reversed.chunks(3).map(|g| g.iter().rev().map(|b| char::from(*b)).collect()).rev().collect();
                groups.join(separator)
            };
            for (separator, point) in [(".", ","), (",", ".")] {
                let tail = if fraction.is_empty() { String::new() } else { format!("{point}{fraction}") };
                let token = format!("Rp{}{tail} per orang", grouped(separator));
                prop_assert!(can_be(&token, number, false), "{}", token);
            }
        }
    }
}

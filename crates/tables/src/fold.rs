//! Text made comparable: without case and accents, numbers inside it by their value.
use std::cmp::Ordering;

/// The base letters of U+00C0 to U+017F; a space where [`wide`] decides.
const BASE: &[u8; 192] = b"aaaaaa ceeeeiiii nooooo ouuuuy  \
aaaaaa ceeeeiiii nooooo ouuuuy y\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii  jjkkklllllllllln\
nnnnnnnnoooooo  rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// A text in lower case and without accents, for searching and sorting.
///
/// Covers ASCII, Latin-1 and Latin Extended-A (U+0000 to U+017F) and combining accents; other
/// letters stay as they are. All spaces become plain ones, all dashes and the minus sign `-`, and
/// curly quotes straight ones, so that what is typed finds what is set.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\0'..='\x7f' => out.push(c.to_ascii_lowercase()),
            'À'..='ſ' => match base(c) {
                Some(letter) => out.push(letter),
                None => out.push_str(wide(c)),
            },
            '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' => {}
            '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{202f}' => out.push(' '),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => out.push('-'),
            '‘' | '’' => out.push('\''),
            '“' | '”' => out.push('"'),
            other => out.push(other),
        }
    }
    out
}

fn base(c: char) -> Option<char> {
    let index = u32::from(c).checked_sub(0xC0)?;
    let letter = char::from(*BASE.get(usize::try_from(index).ok()?)?);
    (letter != ' ').then_some(letter)
}

/// The letters and signs of U+00C0 to U+017F that have no single base letter.
fn wide(c: char) -> &'static str {
    match c {
        'Æ' | 'æ' => "ae",
        'Ð' | 'ð' => "d",
        'Þ' | 'þ' => "th",
        'ß' => "ss",
        'Ĳ' | 'ĳ' => "ij",
        'Œ' | 'œ' => "oe",
        '×' => "×",
        _ => "÷",
    }
}

/// Orders two folded texts the way people do: `Desa 2` before `Desa 10`.
///
/// Runs of digits are compared by value, however long they are and whatever zeros they start
/// with; everything else by code point.
#[must_use]
pub fn natural(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a.as_bytes(), b.as_bytes());
    loop {
        let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
        let (number_a, rest_a) = number_from(a, same);
        let (number_b, rest_b) = number_from(b, same);
        if number_a.is_empty() || number_b.is_empty() {
            // They differ in this byte; bytes of UTF-8 have the order of code points.
            return a.get(same).cmp(&b.get(same));
        }
        let order = by_value(number_a, number_b);
        if order.is_ne() {
            return order;
        }
        (a, b) = (rest_a, rest_b);
    }
}

/// The digits around a place of a text, and the rest after them.
fn number_from(text: &[u8], place: usize) -> (&[u8], &[u8]) {
    let (before, after) = text.split_at_checked(place).unwrap_or((text, &[]));
    let first = place - before.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let last = place + after.iter().take_while(|byte| byte.is_ascii_digit()).count();
    (text.get(first..last).unwrap_or_default(), text.get(last..).unwrap_or_default())
}

fn by_value(a: &[u8], b: &[u8]) -> Ordering {
    let digits = |number: &[u8]| number.iter().skip_while(|digit| **digit == b'0').count();
    let digits_a = a.iter().skip_while(|digit| **digit == b'0');
    digits(a).cmp(&digits(b)).then_with(|| digits_a.cmp(b.iter().skip_while(|digit| **digit == b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_accents_fold_away() {
        assert_eq!(fold("Musi BANYUASIN"), "musi banyuasin");
        assert_eq!(fold("ÀÉÎÕÜ çñý ÿ ĀąĆđĞħİıĵķŁńŋŏŒřŞťŰŵŽſ"), "aeiou cny y aacdghiijklnnooerstuwzs");
        assert_eq!(fold("Straße Æsir þing"), "strasse aesir thing");
        assert_eq!(fold("e\u{301}"), "e");
        assert_eq!(fold("1\u{a0}Agustus – “Ya’u” −5"), "1 agustus - \"ya'u\" -5");
        assert_eq!(fold("×÷ Жук 汉"), "×÷ Жук 汉");
    }

    #[test]
    fn the_table_of_base_letters_is_in_step() {
        // Letters whose neighbours would betray a shift by one.
        for (accented, plain) in [
            ('Å', "a"),
            ('Ç', "c"),
            ('Ñ', "n"),
            ('Ø', "o"),
            ('Ý', "y"),
            ('å', "a"),
            ('ç', "c"),
            ('ñ', "n"),
            ('ø', "o"),
            ('ÿ', "y"),
            ('ą', "a"),
            ('č', "c"),
            ('đ', "d"),
            ('ě', "e"),
            ('ģ', "g"),
            ('ħ', "h"),
            ('ı', "i"),
            ('Ĵ', "j"),
            ('ĸ', "k"),
            ('Ĺ', "l"),
            ('ł', "l"),
            ('Ń', "n"),
            ('ŋ', "n"),
            ('ő', "o"),
            ('Ŕ', "r"),
            ('š', "s"),
            ('Ţ', "t"),
            ('ŧ', "t"),
            ('Ũ', "u"),
            ('ų', "u"),
            ('Ŵ', "w"),
            ('Ÿ', "y"),
            ('Ź', "z"),
            ('ž', "z"),
            ('ſ', "s"),
        ] {
            assert_eq!(fold(&accented.to_string()), plain, "{accented}");
        }
    }

    #[test]
    fn numbers_inside_text_go_by_value() {
        let mut names = ["desa 10", "desa 2", "desa", "desa 02 b", "desa 2 a", "10", "9", "a", "-"];
        names.sort_by(|a, b| natural(a, b));
        assert_eq!(names, ["-", "9", "10", "a", "desa", "desa 2", "desa 2 a", "desa 02 b", "desa 10"]);
        assert_eq!(natural("007", "7"), Ordering::Equal);
        let long = "9".repeat(60);
        assert_eq!(natural(&long, &format!("1{long}")), Ordering::Less);
    }

    #[cfg(not(target_arch = "wasm32"))]
    mod properties {
        use proptest::prelude::*;

        use super::*;

        /// A text as its numbers and its letters. Digits stand before all letters here but space and dash.
        fn parts(text: &str) -> Vec<(char, u64)> {
            let mut parts: Vec<(char, u64)> = Vec::new();
            let mut is_number = false;
            for c in text.chars() {
                let digit = c.to_digit(10).map(u64::from);
                match (digit, parts.last_mut()) {
                    (Some(digit), Some((_, number))) if is_number => *number = *number * 10 + digit,
                    _ => parts.push(digit.map_or((c, 0), |digit| ('0', digit))),
                }
                is_number = digit.is_some();
            }
            parts
        }

        proptest! {
            #[test]
            fn folding_twice_changes_nothing(text in any::<String>()) {
                let once = fold(&text);
                prop_assert_eq!(fold(&once), once);
            }

            #[test]
            fn the_natural_order_goes_by_numbers_and_letters(a in "[a-cé0-2 -]{0,8}", b in "[a-cé0-2 -]{0,8}") {
                prop_assert_eq!(natural(&a, &b), parts(&a).cmp(&parts(&b)));
            }

            #[test]
            fn the_natural_order_is_an_order(a in "[a-c0-2 -]{0,6}", b in "[a-c0-2 -]{0,6}", c in "[a-c0-2 -]{0,6}") {
                prop_assert_eq!(natural(&a, &b), natural(&b, &a).reverse());
                if natural(&a, &b).is_le() && natural(&b, &c).is_le() {
                    prop_assert!(natural(&a, &c).is_le());
                }
            }
        }
    }
}

//! A text beside a number, cut into digits, words and signs.
use crate::cell::Style;
use crate::exact::Exact;

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Lexeme {
    /// Digits with what stands between them, and the exponent behind `E`.
    Digits(String, Option<i32>),
    /// Letters, as they are written.
    Word(String),
    /// A sign, or several that belong together.
    Sign(String),
}

/// Cuts a tidy text.
pub(super) fn lexemes(text: &str) -> Vec<Lexeme> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if c == ' ' {
            rest = rest.get(1..).unwrap_or_default();
            continue;
        }
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        let starts_digits = c.is_ascii_digit()
            || matches!(c, '.' | ',') && after.starts_with(|next: char| next.is_ascii_digit());
        let (lexeme, length) = if starts_digits {
            digits(rest)
        } else if c.is_alphabetic() {
            word(rest)
        } else {
            sign(rest, c)
        };
        found.push(lexeme);
        rest = rest.get(length.max(1)..).unwrap_or_default();
    }
    found
}

/// Digits, what may stand between them, an exponent and the `,-` behind round amounts.
fn digits(text: &str) -> (Lexeme, usize) {
    let bytes = text.as_bytes();
    let digit_at = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while let Some(c) = text.get(end..).and_then(|rest| rest.chars().next()) {
        let next = end + c.len_utf8();
        let belongs = match c {
            '0'..='9' => true,
            '.' | ',' => digit_at(next),
            // A space or an apostrophe divides thousands: three digits follow, and no more.
            ' ' | '\'' | '\u{2019}' => (0..3).all(|n| digit_at(next + n)) && !digit_at(next + 3),
            _ => false,
        };
        if !belongs {
            break;
        }
        end = next;
    }
    let shown = text.get(..end).unwrap_or_default().to_owned();
    let (exponent, end) = exponent(text, end).map_or((None, end), |(exponent, end)| (Some(exponent), end));
    let rest = text.get(end..).unwrap_or_default();
    let round = [",--", ",-", ",\u{2013}", ",\u{2014}", ".-"].into_iter().find(|mark| {
        rest.strip_prefix(mark).is_some_and(|tail| tail.is_empty() || tail.starts_with([' ', ')']))
    });
    (Lexeme::Digits(shown, exponent), end + round.map_or(0, str::len))
}

/// `E+04` behind digits, and where it ends.
fn exponent(text: &str, at: usize) -> Option<(i32, usize)> {
    let rest = text.get(at..)?.strip_prefix(['E', 'e'])?;
    let unsigned = rest.strip_prefix(['+', '-']).unwrap_or(rest);
    let digits = unsigned.bytes().take_while(u8::is_ascii_digit).count();
    let end = at + 1 + (rest.len() - unsigned.len()) + digits;
    let follows_letter = text.get(end..)?.starts_with(char::is_alphanumeric);
    let exponent = text.get(at + 1..end)?.parse().ok()?;
    (digits > 0 && digits <= 3 && !follows_letter).then_some((exponent, end))
}

/// Letters, with the points, strokes and hyphens between them, and a point behind.
fn word(text: &str) -> (Lexeme, usize) {
    let mut end = 0;
    let letter_at = |at: usize| text.get(at..).is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    while let Some(c) = text.get(end..).and_then(|rest| rest.chars().next()) {
        let next = end + c.len_utf8();
        let belongs = c.is_alphabetic() || c == '$' || matches!(c, '.' | '/' | '-' | '_') && letter_at(next);
        if !belongs {
            break;
        }
        end = next;
    }
    let word = text.get(..end).unwrap_or_default().to_owned();
    let point = text.get(end..).is_some_and(|rest| rest.starts_with('.'));
    (Lexeme::Word(word), end + usize::from(point))
}

fn sign(text: &str, first: char) -> (Lexeme, usize) {
    let joined = [">=", "<=", "+/-", "+-"].into_iter().find(|joined| text.starts_with(joined));
    let sign = match joined {
        Some("+/-") => "+-".to_owned(),
        Some(joined) => joined.to_owned(),
        None => first.to_string(),
    };
    (Lexeme::Sign(sign), joined.map_or(first.len_utf8(), str::len))
}

/// The number that digits stand for in a style. `None` where they are none in it.
pub(super) fn value(shown: &str, exponent: Option<i32>, style: Style) -> Option<Exact> {
    let (mark, group) = match style {
        Style::Comma => (',', '.'),
        Style::Point => ('.', ','),
    };
    let (whole, fraction) = match shown.split_once(mark) {
        Some((_, "")) => return None,
        Some((whole, fraction)) => (whole, fraction),
        None => (shown, ""),
    };
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let number = Exact::of_digits(&ungrouped(whole, group)?, fraction)?;
    match exponent {
        Some(exponent) if whole.bytes().all(|byte| byte.is_ascii_digit()) => Some(number.shift(exponent)),
        Some(_) => None,
        None => Some(number),
    }
}

/// The digits of a whole number without what divides its thousands.
fn ungrouped(whole: &str, group: char) -> Option<String> {
    let Some(divider) = whole.chars().find(|c| !c.is_ascii_digit()) else { return Some(whole.to_owned()) };
    if divider != group && !matches!(divider, ' ' | '\'' | '\u{2019}') {
        return None;
    }
    let mut groups = whole.split(divider);
    let first = groups.next()?;
    let fits =
        (1..=3).contains(&first.len()) && !first.starts_with('0') && groups.all(|group| group.len() == 3);
    fits.then(|| whole.replace(divider, ""))
}

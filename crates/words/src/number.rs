//! Numbers, percentages and money.
//!
//! Indonesian groups with a point and has a decimal comma (`43.251`, `31,33`), English the other
//! way round. A number keeps exactly the decimals it has. Signs and spaces: U+2212 for minus,
//! U+2013 between the ends of an interval, U+00A0 between a number and its unit.
use super::pick;
use dataset::{Currency, Decimal, Interval, Lang, Missing, Qualifier, Stated, Unit};

/// The space at which no line breaks.
pub const NBSP: char = '\u{a0}';

const MINUS: char = '\u{2212}';
const EN_DASH: char = '\u{2013}';

/// The powers of ten that have a name in running text.
const MAGNITUDES: [u8; 4] = [12, 9, 6, 3];

/// What a number is dressed as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form<'a> {
    /// `43.251`
    Number,
    /// `2,7 juta`: scaled as in [`Form::MoneyShort`].
    Short {
        /// The rounding step; `None` for a number that is exact.
        step: Option<Decimal>,
    },
    /// `31,33%`
    Percent,
    /// `68,67 poin persen`
    Points,
    /// `Rp16.616.957`
    Money(&'a Currency),
    /// `Rp718,7 miliar`
    MoneyShort {
        /// The rounding step; `None` for an amount that is exact.
        step: Option<Decimal>,
        /// The currency.
        currency: &'a Currency,
    },
}

/// A number in a form.
#[must_use]
pub fn format(lang: Lang, form: Form<'_>, number: Decimal) -> String {
    let mut out = String::new();
    Parts::new(lang, form, number).push_all(&mut out);
    out
}

/// A plain number: `43.251`, `31,33`; in English `43,251`, `31.33`.
#[must_use]
pub fn number(lang: Lang, number: Decimal) -> String {
    format(lang, Form::Number, number)
}

/// How many there are of something: `1.582`.
#[must_use]
pub fn count(lang: Lang, count: usize) -> String {
    number(lang, Decimal::whole(i64::try_from(count).unwrap_or(i64::MAX)))
}

/// A number of hundredths: `31,33%`.
#[must_use]
pub fn percent(lang: Lang, number: Decimal) -> String {
    format(lang, Form::Percent, number)
}

/// A difference of percentages: `68,67 poin persen`, `68.67 percentage points`.
#[must_use]
pub fn points(lang: Lang, number: Decimal) -> String {
    format(lang, Form::Points, number)
}

/// An amount in full: `Rp16.616.957`, `US$1.250`.
#[must_use]
pub fn money(lang: Lang, amount: Decimal, currency: &Currency) -> String {
    format(lang, Form::Money(currency), amount)
}

/// An amount in words for its magnitude: `Rp718,7 miliar`.
///
/// With a step, it shows exactly the places that the step says (718 700 000 000 to the nearest
/// 100 000 000 is `Rp718,7 miliar`; 1 000 000 000 000 to the nearest 1 000 000 000 is
/// `Rp1,000 triliun`). Without one it is exact, and is shortened only where that loses nothing:
/// 42 000 000 is `Rp42 juta`, but 16 616 957 stays `Rp16.616.957`.
#[must_use]
pub fn money_short(lang: Lang, amount: Decimal, step: Option<Decimal>, currency: &Currency) -> String {
    format(lang, Form::MoneyShort { step, currency }, amount)
}

/// An interval: `5.422–5.477`, `Rp718,65–718,75 miliar`. One number where both ends look alike.
///
/// With a negative end both are written out, apart: `−5% – 3%`.
#[must_use]
pub fn interval(lang: Lang, interval: Interval, form: Form<'_>) -> String {
    let low = Parts::new(lang, form, interval.low);
    let high = Parts::new(lang, form, interval.high);
    let mut out = String::new();
    if low == high {
        low.push_all(&mut out);
    } else if low.after == high.after && !low.negative && !high.negative {
        low.push_before(&mut out);
        out.push_str(&low.digits);
        out.push(EN_DASH);
        out.push_str(&high.digits);
        out.push_str(low.after);
    } else {
        low.push_all(&mut out);
        out.push(NBSP);
        out.push(EN_DASH);
        out.push(' ');
        high.push_all(&mut out);
    }
    out
}

/// A stated number in its unit, with the words that its qualifier asks for:
/// `sedikitnya 45.000`, `less than 5%`, `Rp718,7 miliar`.
///
/// Money is written short as by [`money_short`], and so are counts that are stated to the nearest
/// hundred thousand or more. Persons and claims come without a noun; see [`value_with_unit`].
#[must_use]
pub fn value(lang: Lang, stated: &Stated, unit: &Unit) -> String {
    let step = stated.step.filter(|_| stated.qualifier != Qualifier::Between);
    let coarse = step.is_some_and(|step| step.compare(Decimal::whole(100_000)).is_ge());
    let form = match unit {
        Unit::Percent => Form::Percent,
        Unit::Person | Unit::Claim if coarse => Form::Short { step },
        Unit::Person | Unit::Claim => Form::Number,
        Unit::Money(currency) => Form::MoneyShort { step, currency },
    };
    if let Some(upper) = stated.upper() {
        return interval(lang, Interval { low: stated.number, high: upper }, form);
    }
    qualified(lang, stated.qualifier, unit, &format(lang, form, stated.number))
}

/// A stated number followed by the noun of what is counted: `sedikitnya 45.000 pekerja`.
///
/// An empty noun adds nothing. The noun stands in the form that goes with the number.
#[must_use]
pub fn value_with_unit(lang: Lang, stated: &Stated, unit: &Unit, noun: &str) -> String {
    let mut out = value(lang, stated, unit);
    if !noun.is_empty() {
        out.push(NBSP);
        out.push_str(noun);
    }
    out
}

/// A formatted number with the words for how it relates to the truth.
///
/// Exact and rounded numbers get none: how far they are rounded can be seen.
#[must_use]
pub fn qualified(lang: Lang, qualifier: Qualifier, unit: &Unit, text: &str) -> String {
    let counts = matches!(unit, Unit::Person | Unit::Claim);
    let (before, after) = match qualifier {
        // Both ends of a range are written out.
        Qualifier::Exact | Qualifier::Rounded | Qualifier::Between => ("", ""),
        Qualifier::Truncated => ("", pick(lang, " (dibulatkan ke bawah)", " (rounded down)")),
        Qualifier::AtLeast => (pick(lang, "sedikitnya ", "at least "), ""),
        Qualifier::MoreThan => (pick(lang, "lebih dari ", "more than "), ""),
        Qualifier::AtMost => (pick(lang, "paling banyak ", "at most "), ""),
        Qualifier::LessThan if counts => (pick(lang, "kurang dari ", "fewer than "), ""),
        Qualifier::LessThan => (pick(lang, "kurang dari ", "less than "), ""),
        Qualifier::Approx => (pick(lang, "sekitar ", "about "), ""),
        Qualifier::Estimate => (pick(lang, "perkiraan ", "est. "), ""),
    };
    [before, text, after].concat()
}

/// Why there is no number.
#[must_use]
pub fn missing(lang: Lang, reason: Missing) -> &'static str {
    match reason {
        Missing::NotStated => pick(lang, "tidak disebutkan", "not stated"),
        Missing::NotCollected => pick(lang, "tidak didata", "not collected"),
        Missing::NotApplicable => pick(lang, "tidak berlaku", "not applicable"),
        Missing::Confidential => pick(lang, "dirahasiakan", "withheld"),
    }
}

/// A formatted number, taken apart so that an interval can write its unit once.
#[derive(PartialEq, Eq)]
struct Parts<'a> {
    negative: bool,
    /// The currency's sign.
    sign: &'a str,
    /// Whether the sign is a code, which stands apart from the digits.
    apart: bool,
    digits: String,
    after: &'static str,
}

impl<'a> Parts<'a> {
    fn new(lang: Lang, form: Form<'a>, number: Decimal) -> Self {
        let (sign, apart) = match form {
            Form::Money(currency) | Form::MoneyShort { currency, .. } => currency_sign(currency),
            _ => ("", false),
        };
        let short = match form {
            Form::Short { step } | Form::MoneyShort { step, .. } => scaled(number, step),
            _ => None,
        };
        let after = match form {
            Form::Percent => "%",
            Form::Points if number == Decimal::whole(1) => {
                pick(lang, "\u{a0}poin persen", "\u{a0}percentage point")
            }
            Form::Points => pick(lang, "\u{a0}poin persen", "\u{a0}percentage points"),
            _ => short.map_or("", |(_, magnitude)| magnitude_name(lang, magnitude)),
        };
        let shown = short.map_or(number, |(scaled, _)| scaled);
        Self { negative: shown.units < 0, sign, apart, digits: digits(lang, shown), after }
    }

    fn push_before(&self, out: &mut String) {
        if self.negative {
            out.push(MINUS);
        }
        out.push_str(self.sign);
        if self.apart {
            out.push(NBSP);
        }
    }

    fn push_all(&self, out: &mut String) {
        self.push_before(out);
        out.push_str(&self.digits);
        out.push_str(self.after);
    }
}

/// The digits of a number without its sign, grouped in threes before the decimal mark.
fn digits(lang: Lang, number: Decimal) -> String {
    let (group, mark) = match lang {
        Lang::Id => ('.', ','),
        Lang::En => (',', '.'),
    };
    let raw = number.units.unsigned_abs().to_string();
    let scale = usize::from(number.scale);
    let padding = (scale + 1).saturating_sub(raw.len());
    let whole = padding + raw.len() - scale;
    let mut out = String::new();
    for (index, digit) in std::iter::repeat_n('0', padding).chain(raw.chars()).enumerate() {
        if index == whole {
            out.push(mark);
        } else if index > 0 && index < whole && (whole - index).is_multiple_of(3) {
            out.push(group);
        }
        out.push(digit);
    }
    out
}

/// The sign of a currency, and whether a space follows it.
fn currency_sign(currency: &Currency) -> (&str, bool) {
    match currency.code() {
        "IDR" => ("Rp", false),
        "USD" => ("US$", false),
        "MYR" => ("RM", false),
        "EUR" => ("€", false),
        code => (code, true),
    }
}

fn magnitude_name(lang: Lang, magnitude: u8) -> &'static str {
    match magnitude {
        3 => pick(lang, "\u{a0}ribu", "\u{a0}thousand"),
        6 => pick(lang, "\u{a0}juta", "\u{a0}million"),
        9 => pick(lang, "\u{a0}miliar", "\u{a0}billion"),
        _ => pick(lang, "\u{a0}triliun", "\u{a0}trillion"),
    }
}

/// The number divided by the largest magnitude at which it reads well, and that magnitude.
///
/// `None` where it does not: below 1000, or where more decimals would be needed than a reader
/// takes in (two, or three where a step asks for them).
fn scaled(number: Decimal, step: Option<Decimal>) -> Option<(Decimal, u8)> {
    let last = last_place(step.unwrap_or(number));
    MAGNITUDES.into_iter().find_map(|magnitude| {
        let decimals = u8::try_from((i16::from(magnitude) - last).max(0)).ok()?;
        let (most_decimals, below) = match (magnitude, step) {
            (3, _) => (0, 1000),
            (_, None) => (2, 10_000),
            (_, Some(_)) => (3, 10_000),
        };
        let dropped = magnitude.checked_add(number.scale)?.checked_sub(decimals)?;
        if decimals > most_decimals || dropped > 18 {
            return None;
        }
        let whole = Decimal { units: number.units, scale: dropped };
        let units = round_to_whole(whole);
        let one = dataset::number::pow10(decimals);
        let reads_well = (one..below * one).contains(&units.saturating_abs());
        reads_well.then_some((Decimal::new(units, decimals), magnitude))
    })
}

/// The power of ten of the last place of a number that is not zero: 8 for 500 000 000, −2 for
/// 0.01.
fn last_place(number: Decimal) -> i16 {
    let mut place = -i16::from(number.scale);
    let mut units = number.units;
    while units != 0 && units % 10 == 0 {
        units /= 10;
        place += 1;
    }
    place
}

/// Rounds half away from zero. The scale is at most 18.
fn round_to_whole(number: Decimal) -> i64 {
    let factor = dataset::number::pow10(number.scale);
    let (whole, rest) = (number.units / factor, number.units % factor);
    // By the rest, as there may be no room to add the half to the number, nor to double the rest.
    let up = if rest.abs() >= factor - rest.abs() { rest.signum() } else { 0 };
    whole + up
}

#[cfg(test)]
mod tests;

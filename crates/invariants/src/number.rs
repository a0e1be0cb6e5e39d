//! Numbers, what is computed of them, and how they are said.
use dataset::json::Document;
use dataset::number::MAX_SCALE;
use dataset::{Breach, Currency, Decimal, Interval, Lang, Qualifier, Rule, Stated, Unit, check};
use words::Form;

/// Numbers, parted by spaces, are read, compared, rounded, and said so that they can be read back.
///
/// # Panics
/// Where a rule does not hold.
pub fn number(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let numbers: Vec<Decimal> = text.split(' ').take(6).filter_map(parsed).collect();
    for number in &numbers {
        of_one(*number);
    }
    for pair in numbers.windows(2) {
        if let [a, b] = pair {
            of_two(*a, *b);
            stated(*a, *b);
        }
    }
    if let [part, whole, off, ..] = numbers.as_slice() {
        rate(*part, *whole, *off);
    }
}

/// What is read is a JSON number, and that very number; what is not read is none, too large or too fine.
fn parsed(text: &str) -> Option<Decimal> {
    let is_json = text.len() == text.trim().len()
        && Document::parse(text).is_ok_and(|d| d.root().kind_name() == "number");
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let Some(number) = Decimal::parse(text) else {
        let short = text.len() <= 18 && fraction.len() <= usize::from(MAX_SCALE);
        assert!(!(is_json && short && !text.contains(['e', 'E'])), "{text} is a number");
        return None;
    };
    // Zeros may stand before a number that is printed, never before one in JSON.
    let zeros = whole.trim_start_matches('-').starts_with('0');
    assert!(is_json || zeros, "{text} is no number");
    let (float, other) = (number.to_f64(), text.parse::<f64>().unwrap_or(f64::NAN));
    assert!((float - other).abs() <= other.abs() * 1e-15, "{text} is read as {number}");
    Some(number)
}

fn of_one(number: Decimal) {
    assert!(number.scale <= MAX_SCALE);
    assert_eq!(Decimal::parse(&number.to_string()), Some(number));
    for scale in 0..=MAX_SCALE {
        let rescaled = number.rescale(scale);
        assert_eq!((rescaled.scale, rescaled.rescale(scale)), (scale, rescaled));
        let moved = 2 * (rescaled.units_at(MAX_SCALE) - number.units_at(MAX_SCALE)).abs();
        let step = Decimal::new(1, scale).units_at(MAX_SCALE);
        let at_end = rescaled.units.saturating_abs() == i64::MAX;
        assert!(
            if scale < number.scale { moved <= step } else { moved == 0 || at_end },
            "{number} to {scale}"
        );
    }
    for lang in Lang::ALL {
        let said = words::number(lang, number);
        assert_eq!(heard(lang, &said), Some(number), "{said}");
        assert_eq!(words::percent(lang, number), format!("{said}%"));
        assert!(words::points(lang, number).starts_with(&said));
        let alone = words::interval(lang, Interval { low: number, high: number }, Form::Number);
        assert_eq!(alone, said);
    }
}

fn of_two(a: Decimal, b: Decimal) {
    let (first, second) = (a.units_at(MAX_SCALE), b.units_at(MAX_SCALE));
    assert_eq!(a.compare(b), first.cmp(&second), "{a} and {b}");
    for lang in Lang::ALL {
        let range = words::interval(lang, Interval { low: a, high: b }, Form::Percent);
        assert_eq!(
            range.matches('%').count(),
            if a.units < 0 || b.units < 0 { 1 + usize::from(a != b) } else { 1 }
        );
        if a != b && a.units >= 0 && b.units >= 0 {
            let ends = range.trim_end_matches('%').split_once('\u{2013}');
            let ends = ends.map(|(low, high)| (heard(lang, low), heard(lang, high)));
            assert_eq!(ends, Some((Some(a), Some(b))), "{range}");
        }
    }
}

const QUALIFIERS: [Qualifier; 10] = [
    Qualifier::Exact,
    Qualifier::Rounded,
    Qualifier::Truncated,
    Qualifier::AtLeast,
    Qualifier::MoreThan,
    Qualifier::AtMost,
    Qualifier::LessThan,
    Qualifier::Between,
    Qualifier::Approx,
    Qualifier::Estimate,
];

/// A number with a step can be said in each unit, and the check finds it in what is said.
fn stated(number: Decimal, step: Decimal) {
    let Ok(rupiah) = Currency::try_from("IDR".to_owned()) else { return };
    let units = [(Unit::Percent, "percent"), (Unit::Person, "person"), (Unit::Money(rupiah), "IDR")];
    let step = Some(step).filter(|step| step.units > 0);
    for (unit, name) in &units {
        for qualifier in QUALIFIERS {
            let stated = Stated { number, step, qualifier };
            let said = Lang::ALL.map(|lang| words::value(lang, &stated, unit));
            assert!(said.iter().all(|said| said.contains(|c: char| c.is_ascii_digit())), "{said:?}");
        }
        let scale = number.scale.max(step.map_or(0, |step| step.scale));
        let fits = step.is_none_or(|step| number.units_at(scale) % step.units_at(scale) == 0);
        if fits && number.units >= 0 {
            for lang in Lang::ALL {
                let qualifier = if step.is_some() { Qualifier::Rounded } else { Qualifier::Exact };
                let said = words::value(lang, &Stated { number, step, qualifier }, unit);
                let step = step.map_or_else(String::new, |step| format!(r#""step": {step}, "#));
                let figure = format!(
                    r#"{{"id": "a", "indicator": "i", "region": "r", "time": {{"as_of": "2025"}}, "value": {number}, {step}
                    "evidence": {{"source": "s", "figure": "{said}"}}}}"#
                );
                let found = checked(&format!(r#""i": {{"label": "I", "unit": "{name}"}}"#), &figure);
                let differs = found.iter().any(|b| matches!(b, Breach::TokenMismatch { .. }));
                assert!(!differs, "{number} with {step} is {said}");
            }
        }
    }
}

/// A rate that is computed is never told to be wrong, and one that is off by two steps always is.
fn rate(part: Decimal, whole: Decimal, off: Decimal) {
    let (over, under) = (part.units_at(MAX_SCALE), whole.units_at(MAX_SCALE));
    let limit = Decimal::whole(1_000_000_000).units_at(MAX_SCALE);
    if !(0..limit).contains(&over) || !(1..limit).contains(&under) || over * 100 / under > 1_000_000 {
        return;
    }
    let exact = |decimal: Decimal, id: &str| figure(id, &format!(r#"{decimal}, "qualifier": "exact""#));
    for scale in 0..=3_u8 {
        let factor = 100 * 10_i128.pow(u32::from(scale));
        let Ok(units) = i64::try_from((2 * over * factor + under) / (2 * under)) else { return };
        for away in [0, off.units.clamp(-1_000_000, 1_000_000)] {
            let stated = Decimal::new(units + away, scale);
            if stated.units < 0 || away.abs() == 1 {
                continue;
            }
            let figures = [exact(part, "part"), exact(whole, "whole"), figure("rate", &stated.to_string())];
            let indicators = r#""rate": {"label": "R", "unit": "percent", "numerator": "part", "denominator": "whole"},
                "part": {"label": "P", "unit": "person"}, "whole": {"label": "W", "unit": "person"}"#;
            let found = checked(indicators, &figures.join(","));
            let told = found.iter().any(|b| matches!(b, Breach::RateMismatch { .. }));
            assert_eq!(told, away != 0, "{stated} of {part} and {whole}: {found:?}");
        }
    }
}

fn figure(indicator: &str, value: &str) -> String {
    format!(
        r#"{{"id": "of-{indicator}", "indicator": "{indicator}", "region": "r", "time": {{"as_of": "2025"}}, "value": {value}}}"#
    )
}

/// The rules that a dataset of some figures breaks.
fn checked(indicators: &str, observations: &str) -> Vec<Breach> {
    let text = format!(
        r#"{{"format": "{}", "id": "x", "title": "X", "region": "r", "regions": {{"r": {{"name": "R", "level": "province"}}}},
        "indicators": {{{indicators}}}, "observations": [{observations}]}}"#,
        dataset::FORMAT
    );
    let found = check(&text).into_iter().map(|finding| match finding.rule {
        Rule::Breach(breach) => breach,
        rule => panic!("{rule:?} in {text}"),
    });
    found.collect()
}

/// A number from how it is said.
fn heard(lang: Lang, said: &str) -> Option<Decimal> {
    let (group, mark) = match lang {
        Lang::Id => ('.', ','),
        Lang::En => (',', '.'),
    };
    Decimal::parse(&said.replace(group, "").replace(mark, ".").replace('\u{2212}', "-"))
}

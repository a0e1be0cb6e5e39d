use proptest::prelude::*;

use super::*;

/// What is seen, with `|` around the number where words stand beside it, and `…` where digits are hidden.
fn seen(code: &str, value: f64) -> String {
    match Format::new(code).show(value).unwrap() {
        Shown::Plain(exact) => exact.to_decimal().unwrap().to_string(),
        Shown::Words(words) => format!("words {words}"),
        Shown::Digits(digits) => {
            let number = digits.number.to_decimal().unwrap();
            let percent = if digits.percent { "%" } else { "" };
            let divided = if digits.divided > 0 { format!(" e{}", digits.divided) } else { String::new() };
            let hides = if digits.hides { "…" } else { "" };
            let words = format!("{}|{}", digits.before, digits.behind);
            let words = if words == "|" { String::new() } else { format!(" {words}") };
            format!("{number}{percent}{divided}{hides}{words}")
        }
    }
}

#[test]
fn formats_show_what_a_person_sees() {
    for (code, value, wanted) in [
        ("", 31.33, "31.33"),
        ("General", 7.000_000_000_000_001, "7"),
        ("@", 45.0, "45"),
        ("0", 43_251.0, "43251"),
        ("0.00", 46.7, "46.70"),
        ("0.00", 31.3333, "31.33…"),
        ("0.0#", 31.0, "31.0"),
        ("0.0#", 31.25, "31.25"),
        ("#,##0", 43_251.0, "43251"),
        ("#,##0.0", 43_251.26, "43251.3…"),
        ("0%", 0.31, "31%"),
        ("0.00%", 0.3133, "31.33%"),
        ("0.0%", 0.075, "7.5%"),
        ("0.00%", 1.0 / 3.0, "33.33%…"),
        ("0.00\\%", 31.33, "31.33 |%"),
        ("0.00\"%\"", 31.33, "31.33 |%"),
        ("0.00;[Red]0.00", -31.33, "-31.33"),
        ("0.00;[Red](0.00)", -5.5, "-5.50"),
        ("0.00_);(0.00)", 5.0, "5.00"),
        ("0.0,,", 718_712_345_678.0, "718712.3 e6…"),
        ("0.0,,,", 718_700_000_000.0, "718.7 e9"),
        ("#,##0.0,,\" juta\"", 1_234_500_000.0, "1234.5 e6 |juta"),
        ("\"Rp\"#,##0", 5000.0, "5000 Rp|"),
        ("[$Rp-421]#,##0.00", 5000.0, "5000.00 Rp|"),
        ("_-[$Rp-421]* #,##0_-;-[$Rp-421]* #,##0_-;_-[$Rp-421]* \"-\"_-;_-@_-", -5000.0, "-5000 Rp|"),
        ("_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)", 0.0, "words -"),
        ("[$$-409]#,##0.00", 1.5, "1.50 US$|"),
        (";;;", 5.0, "words "),
        ("0;-0;;@", 0.0, "words "),
        ("[>=1000000]0.0,,\" juta\";[>=1000]0,\" ribu\";0", 1_500_000.0, "1.5 e6 |juta"),
        ("[>=1000000]0.0,,\" juta\";[>=1000]0,\" ribu\";0", 12_000.0, "12 e3 |ribu"),
        ("[>=1000000]0.0,,\" juta\";[>=1000]0,\" ribu\";0", 12.0, "12"),
        ("0.00E+00", 43_251.0, "43251"),
        ("# ?/?", 0.5, "0.5"),
        ("0000", 9.0, "9"),
        (".00", 0.5, "0.50"),
        ("0\" orang\"", 5.0, "5 |orang"),
    ] {
        assert_eq!(seen(code, value), wanted, "{code} of {value}");
    }
}

#[test]
fn dates_are_told_from_numbers_and_months_from_minutes() {
    let parts = |code: &str| {
        let format = Format::new(code);
        let DateParts { year, month, day } = format.date_parts();
        [(format.is_date(), 'D'), (year, 'y'), (month, 'm'), (day, 'd')]
            .into_iter()
            .filter_map(|(there, letter)| there.then_some(letter))
            .collect::<String>()
    };
    for (code, wanted) in [
        ("", ""),
        ("General", ""),
        ("0.00", ""),
        ("[Red]0.00", ""),
        ("0.00E+00", ""),
        ("\"day\" 0", ""),
        ("m/d/yyyy", "Dymd"),
        ("dd-mmm-yy", "Dymd"),
        ("d-mmm", "Dmd"),
        ("mmm-yy", "Dym"),
        ("mmmm yyyy", "Dym"),
        ("yyyy", "Dy"),
        ("[$-421]dd mmmm yyyy;@", "Dymd"),
        ("[$-F800]dddd, mmmm dd, yyyy", "Dymd"),
        ("h:mm", "D"),
        ("mm:ss.0", "D"),
        ("[h]:mm:ss", "D"),
        ("m/d/yyyy h:mm AM/PM", "Dymd"),
        ("dddd", "D"),
    ] {
        assert_eq!(parts(code), wanted, "{code}");
    }
}

#[test]
fn what_a_format_says_of_itself() {
    let format = Format::new(" 0.00% ");
    assert!(format.is_percent() && !format.is_general() && !format.is_date());
    assert_eq!((format.decimals(), format.code()), (Some(2), "0.00%"));
    assert_eq!(Format::new("General").decimals(), None);
    assert!(Format::new("").is_general() && Format::new("@").is_general());
    assert!(!Format::new("0\"%\"").is_percent());
}

proptest! {
    #[test]
    fn no_code_makes_it_panic(code in "[0#?.,%;@\\[\\]\"\\\\_*dmyhsE+\\-/ >=<RpG$é]{0,24}", any in any::<String>(), value in any::<f64>()) {
        for code in [code, any] {
            let format = Format::new(&code);
            let _ = (format.show(value), format.decimals(), format.is_percent(), format.date_parts());
        }
    }

    #[test]
    fn decimals_that_a_format_shows_are_those_of_the_number(units in -1_000_000_000_i64..1_000_000_000, scale in 0_u8..=5) {
        let number = dataset::Decimal::new(units, scale);
        let code = if scale == 0 { "0".to_owned() } else { format!("#,##0.{}", "0".repeat(usize::from(scale))) };
        let Some(Shown::Digits(digits)) = Format::new(&code).show(number.to_f64()) else { panic!() };
        prop_assert_eq!(digits.number.to_decimal(), Ok(number));
        prop_assert!(!digits.hides);
        let percent = Format::new(&format!("{code}%"));
        let Some(Shown::Digits(digits)) = percent.show(number.to_f64() / 100.0) else { panic!() };
        prop_assert_eq!(digits.number.to_decimal(), Ok(number));
    }
}

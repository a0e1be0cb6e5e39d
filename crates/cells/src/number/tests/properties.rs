//! What holds of every number and of every text.
use dataset::{Currency, Interval, Lang, Missing, Stated, Unit};

use super::*;

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

fn decimals() -> impl Strategy<Value = Decimal> {
    let units = prop_oneof![-i64::MAX..=i64::MAX, -100_000_000..=100_000_000_i64, -2000..=2000_i64];
    (units, 0..=9_u8).prop_map(|(units, scale)| Decimal::new(units, scale))
}

fn style(lang: Lang) -> Style {
    if lang == Lang::Id { Style::Comma } else { Style::Point }
}

fn read(text: &str, expect: &Expect) -> Result<Reading, Unclear> {
    number(&Cell::text(text), expect)
}

/// Texts of what people put beside numbers.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[0-9]{1,4}",
        "[.,' \u{a0}%()<>~±+–-]",
        "[0-9]{1,3}([.,][0-9]{3}){1,3}",
        prop::sample::select(vec![
            "Rp",
            "juta",
            " miliar",
            " M",
            "lebih dari ",
            "antara ",
            " dan ",
            " s.d. ",
            "persen",
            "E+04",
            "orang",
            "$",
            "hampir ",
            "(dibulatkan ke bawah)",
            "atau lebih",
            "1 Agustus 2025",
            "é",
            "٣",
            "½",
            "\u{200b}",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn what_the_page_writes_is_read_back(number in decimals()) {
        for lang in Lang::ALL {
            let text = ::words::number(lang, number);
            let told = Expect { style: Some(style(lang)), ..Expect::ANY };
            prop_assert_eq!(read(&text, &told), Ok(Reading::Number(Entered::bare(number))), "{}", text);
        }
    }

    #[test]
    fn without_a_style_it_is_that_number_or_refused_with_it(number in decimals()) {
        for lang in Lang::ALL {
            let text = ::words::number(lang, number);
            match read(&text, &Expect::ANY) {
                Ok(reading) => prop_assert_eq!(reading, Reading::Number(Entered::bare(number))),
                Err(Unclear::TwoReadings { first, second, .. }) => {
                    let wanted = Meaning::Number(Entered::bare(number));
                    prop_assert!(first != second && (*first == wanted || *second == wanted), "{}", text);
                }
                Err(unclear) => prop_assert!(false, "{}: {:?}", text, unclear),
            }
        }
    }

    #[test]
    fn whole_numbers_need_no_style(units in -i64::MAX..=i64::MAX) {
        let number = Decimal::whole(units);
        for lang in Lang::ALL {
            let text = ::words::number(lang, number);
            prop_assert_eq!(read(&text, &Expect::WHOLE), Ok(Reading::Number(Entered::bare(number))), "{}", text);
        }
    }

    #[test]
    fn stated_values_are_read_back(number in decimals(), distance in 1_i64..100_000, which in 0_usize..10, unit in 0_usize..4) {
        let number = Decimal::new(number.units / 2, number.scale);
        let qualifier = QUALIFIERS[which];
        let currency = |code: &str| Currency::try_from(code.to_owned()).unwrap();
        let unit = [Unit::Percent, Unit::Person, Unit::Money(currency("IDR")), Unit::Money(currency("SGD"))][unit].clone();
        let step = (qualifier == Qualifier::Between).then(|| Decimal::new(distance, number.scale));
        let stated = Stated { number, step, qualifier };
        for lang in Lang::ALL {
            let text = ::words::value(lang, &stated, &unit);
            let expect = Expect { style: Some(style(lang)), ..Expect::ANY };
            let Ok(Reading::Number(entered)) = read(&text, &expect) else {
                return Err(TestCaseError::fail(format!("{text}: {:?}", read(&text, &expect))));
            };
            prop_assert!(entered.value.compare(number).is_eq(), "{} is {:?}", text, entered);
            let upper = stated.upper();
            prop_assert_eq!(entered.upper.map(|u| u.to_string()).is_some(), upper.is_some());
            prop_assert!(entered.upper.zip(upper).is_none_or(|(a, b)| a.compare(b).is_eq()), "{}", text);
            let said = !matches!(qualifier, Qualifier::Exact | Qualifier::Rounded);
            prop_assert_eq!(entered.qualifier, said.then_some(qualifier), "{}", text);
            let wanted = match &unit {
                Unit::Percent => Some(EnteredUnit::Percent),
                Unit::Money(currency) => Some(EnteredUnit::Money(currency.clone())),
                _ => None,
            };
            prop_assert_eq!(entered.unit, wanted, "{}", text);
        }
    }

    #[test]
    fn short_money_is_read_back_with_its_step(units in 1_i64..10_000, zeros in 0_u8..13, power in 0_u8..3) {
        let step = dataset::number::pow10(zeros);
        let Some(amount) = units.checked_mul(step) else { return Ok(()) };
        let currency = Currency::try_from("IDR".to_owned()).unwrap();
        let step = Decimal::whole(step / dataset::number::pow10(power.min(zeros)));
        for lang in Lang::ALL {
            let text = ::words::money_short(lang, Decimal::whole(amount), Some(step), &currency);
            let expect = Expect { style: Some(style(lang)), ..Expect::WHOLE };
            let Ok(Reading::Number(entered)) = read(&text, &expect) else {
                return Err(TestCaseError::fail(format!("{text}: {:?}", read(&text, &expect))));
            };
            prop_assert_eq!(entered.value, Decimal::whole(amount), "{}", text);
            // The page writes whole thousands, whatever is left out of them.
            prop_assert!(entered.step.is_none_or(|read| read.compare(step).is_le()), "{} has the step {:?}", text, entered.step);
        }
    }

    #[test]
    fn intervals_and_points_are_read_back(low in -1_000_000_i64..1_000_000, distance in 1_i64..100_000, scale in 0_u8..4) {
        let interval = Interval { low: Decimal::new(low, scale), high: Decimal::new(low + distance, scale) };
        for lang in Lang::ALL {
            let expect = Expect { style: Some(style(lang)), ..Expect::PERCENT };
            let text = ::words::interval(lang, interval, ::words::Form::Percent);
            let Ok(Reading::Number(entered)) = read(&text, &expect) else {
                return Err(TestCaseError::fail(format!("{text}: {:?}", read(&text, &expect))));
            };
            prop_assert_eq!((entered.value, entered.upper), (interval.low, Some(interval.high)), "{}", text);
            let text = ::words::points(lang, interval.low);
            let points = Entered { unit: Some(EnteredUnit::Points), ..Entered::bare(interval.low) };
            prop_assert_eq!(read(&text, &expect), Ok(Reading::Number(points)), "{}", text);
        }
    }

    #[test]
    fn no_text_makes_it_panic(any in any::<String>(), text in texts(), whole in any::<bool>(), percent in any::<bool>()) {
        for style in [None, Some(Style::Comma), Some(Style::Point)] {
            let expect = Expect { whole, percent, style };
            for text in [&any, &text] {
                for lang in Lang::ALL {
                    if let Err(unclear) = read(text, &expect) {
                        prop_assert!(!crate::words::words(lang, &unclear).mend.is_empty(), "{:?}", unclear);
                    }
                }
            }
        }
    }

    #[test]
    fn no_cell_makes_it_panic(value in any::<f64>(), format in "[0#,.%;\"Mmd_ -]{0,10}", whole in any::<bool>()) {
        for expect in [Expect { whole, ..Expect::ANY }, Expect::PERCENT] {
            let _ = (number(&Cell::number(value, &format), &expect), number(&Cell::date(value, &format), &expect));
        }
    }

    #[test]
    fn a_percentage_is_the_same_typed_shown_and_as_text(units in 0_i64..1_000_000, scale in 0_u8..5) {
        let wanted = Decimal::new(units, scale);
        let places = "0".repeat(usize::from(scale));
        let code = if scale == 0 { "0%".to_owned() } else { format!("0.{places}%") };
        let wanted = Ok(Reading::Number(Entered { unit: Some(EnteredUnit::Percent), ..Entered::bare(wanted) }));
        prop_assert_eq!(number(&Cell::number(Decimal::new(units, scale).to_f64() / 100.0, &code), &Expect::PERCENT), wanted.clone());
        let text = ::words::percent(Lang::Id, Decimal::new(units, scale));
        let expect = Expect { style: Some(Style::Comma), ..Expect::PERCENT };
        prop_assert_eq!(read(&text, &expect), wanted);
    }

    #[test]
    fn what_was_in_a_column_of_whole_numbers_is_whole(text in texts()) {
        if let Ok(Reading::Number(entered)) = read(&text, &Expect::WHOLE) {
            prop_assert_eq!(entered.value.scale, 0, "{}", text);
        }
    }
}

#[test]
fn reasons_for_no_number_are_read_back() {
    for lang in Lang::ALL {
        for reason in
            [Missing::NotStated, Missing::NotCollected, Missing::NotApplicable, Missing::Confidential]
        {
            assert_eq!(read(::words::missing(lang, reason), &Expect::WHOLE), Ok(Reading::Missing(reason)));
        }
    }
}

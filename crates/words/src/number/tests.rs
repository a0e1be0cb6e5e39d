use super::*;

fn currency(code: &str) -> Currency {
    Currency::try_from(code.to_owned()).unwrap()
}

fn rupiah() -> Currency {
    currency("IDR")
}

fn plain(text: &str) -> String {
    text.replace(NBSP, " ")
}

#[track_caller]
fn check(form: Form<'_>, number: &str, id: &str, en: &str) {
    let number = Decimal::parse(number).unwrap();
    assert_eq!(plain(&format(Lang::Id, form, number)), id);
    assert_eq!(plain(&format(Lang::En, form, number)), en);
}

#[track_caller]
fn check_short(amount: i64, step: Option<i64>, id: &str, en: &str) {
    let step = step.map(Decimal::whole);
    check(Form::MoneyShort { step, currency: &rupiah() }, &amount.to_string(), id, en);
}

#[test]
fn numbers_are_grouped_and_keep_their_decimals() {
    check(Form::Number, "0", "0", "0");
    check(Form::Number, "0.05", "0,05", "0.05");
    check(Form::Number, "999", "999", "999");
    check(Form::Number, "1582", "1.582", "1,582");
    check(Form::Number, "43251", "43.251", "43,251");
    check(Form::Number, "31.33", "31,33", "31.33");
    check(Form::Number, "46.70", "46,70", "46.70");
    check(Form::Number, "-1234567.5", "−1.234.567,5", "−1,234,567.5");
    check(Form::Number, "-0", "0", "0");
}

#[test]
fn percentages_and_points() {
    check(Form::Percent, "31.33", "31,33%", "31.33%");
    check(Form::Percent, "1104.5", "1.104,5%", "1,104.5%");
    check(Form::Points, "68.67", "68,67 poin persen", "68.67 percentage points");
    check(Form::Points, "1", "1 poin persen", "1 percentage point");
    check(Form::Points, "1.0", "1,0 poin persen", "1.0 percentage points");
    assert!(points(Lang::Id, Decimal::whole(2)).starts_with("2\u{a0}poin"));
}

#[test]
fn money_in_full() {
    check(Form::Money(&rupiah()), "16616957", "Rp16.616.957", "Rp16,616,957");
    check(Form::Money(&rupiah()), "-5000", "−Rp5.000", "−Rp5,000");
    check(Form::Money(&currency("USD")), "1250.50", "US$1.250,50", "US$1,250.50");
    check(Form::Money(&currency("MYR")), "10", "RM10", "RM10");
    check(Form::Money(&currency("EUR")), "10", "€10", "€10");
    check(Form::Money(&currency("SGD")), "-10", "−SGD 10", "−SGD 10");
}

#[test]
fn short_money_has_the_precision_of_its_step() {
    check_short(718_700_000_000, Some(100_000_000), "Rp718,7 miliar", "Rp718.7 billion");
    check_short(6_180_000_000, Some(10_000_000), "Rp6,18 miliar", "Rp6.18 billion");
    check_short(1_000_000_000_000, Some(1_000_000_000), "Rp1,000 triliun", "Rp1.000 trillion");
    check_short(700_000_000_000, Some(1_000_000_000), "Rp700 miliar", "Rp700 billion");
    check_short(2_500_000_000, Some(500_000_000), "Rp2,5 miliar", "Rp2.5 billion");
    check_short(16_616_957, Some(100_000), "Rp16,6 juta", "Rp16.6 million");
    check_short(-16_650_000, Some(100_000), "−Rp16,7 juta", "−Rp16.7 million");
    check_short(700_000_000, Some(1_000_000_000), "Rp1 miliar", "Rp1 billion");
    check_short(400_000_000, Some(1_000_000_000), "Rp400 juta", "Rp400 million");
    check_short(1_234_567_000_000, Some(1_000_000), "Rp1.234,567 miliar", "Rp1,234.567 billion");
    check_short(950, Some(10), "Rp950", "Rp950");
    let largest = Decimal::new(i64::MAX, 9);
    let said = money_short(Lang::Id, largest, Some(Decimal::whole(100_000)), &rupiah());
    assert_eq!(plain(&said), "Rp9.223,4 juta");
}

#[test]
fn exact_money_is_shortened_only_where_nothing_is_lost() {
    check_short(42_000_000, None, "Rp42 juta", "Rp42 million");
    check_short(168_000_000, None, "Rp168 juta", "Rp168 million");
    check_short(1_500_000, None, "Rp1,5 juta", "Rp1.5 million");
    check_short(150_000, None, "Rp150 ribu", "Rp150 thousand");
    check_short(1_234_000_000_000, None, "Rp1.234 miliar", "Rp1,234 billion");
    check_short(16_616_957, None, "Rp16.616.957", "Rp16,616,957");
    check_short(16_617_000, None, "Rp16.617.000", "Rp16,617,000");
    check_short(1500, None, "Rp1.500", "Rp1,500");
    check_short(0, None, "Rp0", "Rp0");
    check_short(i64::MAX, None, "Rp9.223.372.036.854.775.807", "Rp9,223,372,036,854,775,807");
}

#[test]
fn an_interval_writes_its_unit_once_and_collapses() {
    let check = |low: &str, high: &str, form: Form<'_>, id: &str| {
        let range = Interval { low: Decimal::parse(low).unwrap(), high: Decimal::parse(high).unwrap() };
        assert_eq!(plain(&interval(Lang::Id, range, form)), id);
    };
    let rupiah = rupiah();
    check("5422", "5477", Form::Number, "5.422–5.477");
    check("5422", "5422", Form::Number, "5.422");
    check("49.48", "49.63", Form::Percent, "49,48–49,63%");
    check("16615801", "16618113", Form::Money(&rupiah), "Rp16.615.801–16.618.113");
    let step = Some(Decimal::whole(10_000_000));
    let short = Form::MoneyShort { step, currency: &rupiah };
    check("718650000000", "718750000000", short, "Rp718,65–718,75 miliar");
    check("990000000", "1010000000", short, "Rp990 juta – Rp1,01 miliar");
    check("718650000000", "718650000001", short, "Rp718,65 miliar");
    check("-5", "3", Form::Percent, "−5% – 3%");
    check("-5", "-3", Form::Number, "−5 – −3");
}

#[test]
fn qualifiers_are_said_in_words() {
    let check = |number: i64, step: Option<i64>, qualifier, unit: &Unit, id: &str, en: &str| {
        let number = Decimal::whole(number);
        let stated = Stated { number, step: step.map(Decimal::whole), qualifier };
        assert_eq!(plain(&value(Lang::Id, &stated, unit)), id);
        assert_eq!(plain(&value(Lang::En, &stated, unit)), en);
    };
    let idr = Unit::Money(rupiah());
    check(45_000, None, Qualifier::AtLeast, &Unit::Person, "sedikitnya 45.000", "at least 45,000");
    check(45_000, None, Qualifier::LessThan, &Unit::Person, "kurang dari 45.000", "fewer than 45,000");
    check(5, None, Qualifier::LessThan, &Unit::Percent, "kurang dari 5%", "less than 5%");
    check(300, Some(10), Qualifier::Approx, &Unit::Claim, "sekitar 300", "about 300");
    check(300, None, Qualifier::Estimate, &Unit::Claim, "perkiraan 300", "est. 300");
    check(
        31,
        Some(1),
        Qualifier::Truncated,
        &Unit::Percent,
        "31% (dibulatkan ke bawah)",
        "31% (rounded down)",
    );
    check(43_251, None, Qualifier::Exact, &Unit::Claim, "43.251", "43,251");
    check(2_700_000, Some(100_000), Qualifier::Rounded, &Unit::Person, "2,7 juta", "2.7 million");
    check(6_180_000_000, Some(10_000_000), Qualifier::Rounded, &idr, "Rp6,18 miliar", "Rp6.18 billion");
}

#[test]
fn the_noun_follows_a_space_that_does_not_break() {
    let stated = Stated { number: Decimal::whole(45_000), step: None, qualifier: Qualifier::AtLeast };
    let text = value_with_unit(Lang::Id, &stated, &Unit::Person, "pekerja rentan");
    assert_eq!(text, "sedikitnya 45.000\u{a0}pekerja rentan");
    assert_eq!(value_with_unit(Lang::En, &stated, &Unit::Person, ""), "at least 45,000");
}

#[cfg(not(target_arch = "wasm32"))]
mod properties {
    use proptest::prelude::*;

    use super::*;

    /// Reads a formatted number back.
    fn read(lang: Lang, text: &str) -> Decimal {
        let (group, mark) = match lang {
            Lang::Id => ('.', ','),
            Lang::En => (',', '.'),
        };
        let text = text.replace(group, "").replace(mark, ".").replace(MINUS, "-");
        Decimal::parse(&text).unwrap()
    }

    fn decimal() -> impl Strategy<Value = Decimal> {
        let units = prop_oneof![-i64::MAX..=i64::MAX, -100_000_000..=100_000_000_i64, Just(0)];
        (units, 0..=9_u8).prop_map(|(units, scale)| Decimal::new(units, scale))
    }

    proptest! {
        #[test]
        fn no_digit_is_lost(number in decimal()) {
            for lang in Lang::ALL {
                prop_assert_eq!(read(lang, &super::number(lang, number)), number);
            }
        }

        #[test]
        fn groups_have_three_digits(number in decimal()) {
            let text = super::number(Lang::En, number);
            let whole = text.trim_start_matches(MINUS).split('.').next().unwrap();
            let groups: Vec<_> = whole.split(',').collect();
            prop_assert!((1..=3).contains(&groups[0].len()));
            prop_assert!(groups[1..].iter().all(|group| group.len() == 3));
        }

        #[test]
        fn exact_money_keeps_its_value_when_short(units in -i64::MAX..=i64::MAX, zeros in 0..=18_u8) {
            let factor = dataset::number::pow10(zeros);
            let amount = Decimal::whole(units / factor * factor);
            for lang in Lang::ALL {
                let text = money_short(lang, amount, None, &rupiah()).replace("Rp", "");
                let (digits, word) = text.split_once(NBSP).unwrap_or((&text, ""));
                let magnitude = MAGNITUDES.into_iter()
                    .find(|m| !word.is_empty() && magnitude_name(lang, *m).ends_with(word));
                let shown = read(lang, digits);
                let factor = dataset::number::pow10(magnitude.unwrap_or(0));
                let whole = i128::from(shown.units) * i128::from(factor)
                    / i128::from(dataset::number::pow10(shown.scale));
                prop_assert_eq!(whole, i128::from(amount.units));
            }
        }

        #[test]
        fn any_number_and_step_can_be_written(number in decimal(), step in proptest::option::of(decimal())) {
            for lang in Lang::ALL {
                let text = format(lang, Form::MoneyShort { step, currency: &rupiah() }, number);
                prop_assert!(text.contains("Rp"));
            }
        }
    }
}

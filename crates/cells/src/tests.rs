//! Dates, times, texts, whole numbers, yes or no.
use dataset::{Date, Lang, Time};
use proptest::prelude::*;

use super::*;

fn brief_date(found: &Result<Option<Date>, Unclear>) -> String {
    match found {
        Ok(date) => date.map_or_else(|| "none".to_owned(), |date| date.to_string()),
        Err(unclear) => refusal(unclear),
    }
}

fn brief_time(time: Time) -> String {
    match time {
        Time::AsOf(date) => format!("as of {date}"),
        Time::Period { start: None, end } => format!("up to {end}"),
        Time::Period { start: Some(start), end } => format!("{start} to {end}"),
    }
}

fn meaning(meaning: &Meaning) -> String {
    match meaning {
        Meaning::Date(date) => date.to_string(),
        Meaning::Time(time) => brief_time(*time),
        Meaning::Number(entered) => entered.value.to_string(),
    }
}

fn refusal(unclear: &Unclear) -> String {
    match unclear {
        Unclear::TwoReadings { first, second, .. } => format!("? {} | {}", meaning(first), meaning(second)),
        unclear => format!("? {}", unclear.code()),
    }
}

#[test]
fn dates_as_they_are_typed() {
    for (text, wanted) in [
        ("1 Agustus 2025", "2025-08-01"),
        ("1\u{a0}Agustus\u{a0}2025", "2025-08-01"),
        ("01 agustus 2025", "2025-08-01"),
        ("1 Ags 2025", "2025-08-01"),
        ("1 Agt. 2025", "2025-08-01"),
        ("1-Agu-2025", "2025-08-01"),
        ("1 August 2025", "2025-08-01"),
        ("1 Aug 2025", "2025-08-01"),
        ("August 1, 2025", "2025-08-01"),
        ("August 1st, 2025", "2025-08-01"),
        ("1st of August 2025", "2025-08-01"),
        ("tanggal 1 Agustus 2025", "2025-08-01"),
        ("Rabu, 27 Agustus 2025", "2025-08-27"),
        ("Wednesday, 27 August 2025", "2025-08-27"),
        ("Jum'at, 1 Agustus 2025", "2025-08-01"),
        ("Senin, 27 Agustus 2025", "? wrong-weekday"),
        ("2025-08-01", "2025-08-01"),
        ("2025-8-1", "2025-08-01"),
        ("2025/08/01", "2025-08-01"),
        ("2025.08.01", "2025-08-01"),
        ("2025-08-01T00:00:00", "2025-08-01"),
        ("2025-08-01 00:00:00", "2025-08-01"),
        ("2025-08-01T00:00:00.000Z", "2025-08-01"),
        ("2025-08-01 09:30", "2025-08-01"),
        ("1 Agustus 2025 09:30:00", "2025-08-01"),
        ("2025-07-31T17:00:00Z", "? cell-not-a-date"),
        ("2025-07-31T17:00:00+07:00", "? cell-not-a-date"),
        ("Juli 2025", "2025-07"),
        ("July 2025", "2025-07"),
        ("Jul-2025", "2025-07"),
        ("bulan Juli 2025", "2025-07"),
        ("07/2025", "2025-07"),
        ("2025-07", "2025-07"),
        ("Pebruari 2024", "2024-02"),
        ("Nopember 2024", "2024-11"),
        ("Sept 2024", "2024-09"),
        ("2025", "2025"),
        ("tahun 2025", "2025"),
        ("31/12/2025", "2025-12-31"),
        ("12/31/2025", "2025-12-31"),
        ("13-8-2025", "2025-08-13"),
        ("8/8/2025", "2025-08-08"),
        ("01/08/2025", "? 2025-08-01 | 2025-01-08"),
        ("1-8-2025", "? 2025-08-01 | 2025-01-08"),
        ("1.8.2025", "? 2025-08-01 | 2025-01-08"),
        ("45870", "? 2025-08-01 | 2029-08-02"),
        ("1 Ags 25", "? two-digit-year"),
        ("01/08/25", "? two-digit-year"),
        ("Jul-25", "? two-digit-year"),
        ("Agustus '25", "? two-digit-year"),
        ("1 Agustus", "? no-year"),
        ("Agustus", "? no-year"),
        ("August 1", "? no-year"),
        ("31 Februari 2025", "? no-such-day"),
        ("29 Februari 2025", "? no-such-day"),
        ("29 Februari 2024", "2024-02-29"),
        ("31/02/2025", "? no-such-day"),
        ("2025-13", "? no-such-day"),
        ("2025-08-32", "? cell-not-a-date"),
        ("1 Agustus 2025 Palembang", "? cell-not-a-date"),
        ("kemarin", "? cell-not-a-date"),
        ("1 8 2025", "? cell-not-a-date"),
        ("20250801", "? cell-not-a-date"),
        ("Triwulan II 2025", "? cell-not-a-date"),
        ("", "none"),
        ("-", "none"),
        ("tidak disebutkan", "none"),
        ("#VALUE!", "? formula-error"),
    ] {
        assert_eq!(brief_date(&date(&Cell::text(text))), wanted, "{text}");
    }
}

#[test]
fn dates_of_number_cells() {
    let old =
        |format: &str| Cell::Date { serial: 44_408.0, epoch: Epoch::Y1904, format: Format::new(format) };
    for (cell, wanted) in [
        (Cell::date(45_870.0, "dd/mm/yyyy"), "2025-08-01"),
        (Cell::date(45_870.0, ""), "2025-08-01"),
        (Cell::date(45_870.4, "m/d/yyyy h:mm"), "2025-08-01"),
        (Cell::date(45_870.0, "mmm-yy"), "2025-08"),
        (Cell::date(45_870.0, "[$-421]mmmm yyyy;@"), "2025-08"),
        (Cell::date(45_870.0, "yyyy"), "2025"),
        (Cell::date(45_870.0, "d-mmm"), "? no-year"),
        (Cell::date(45_870.0, "h:mm"), "? cell-not-a-date"),
        (Cell::date(0.5, "m/d/yyyy"), "? cell-not-a-date"),
        (Cell::number(45_870.0, "m/d/yyyy"), "2025-08-01"),
        (old("yyyy-mm-dd"), "2025-08-01"),
        (Cell::number(2025.0, ""), "2025"),
        (Cell::number(2025.0, "0"), "2025"),
        (Cell::number(45_870.0, ""), "? 2025-08-01 | 2029-08-02"),
        (Cell::number(2025.5, ""), "? cell-not-a-date"),
        (Cell::number(20.25, "0%"), "? cell-not-a-date"),
        (Cell::number(f64::NAN, ""), "? cell-not-a-date"),
        (Cell::Bool(true), "? cell-not-a-date"),
        (Cell::Error("#N/A".to_owned()), "? formula-error"),
        (Cell::Empty, "none"),
    ] {
        assert_eq!(brief_date(&date(&cell)), wanted, "{cell:?}");
    }
}

#[test]
fn times_as_they_are_typed() {
    for (text, wanted) in [
        ("per 1 Agustus 2025", "as of 2025-08-01"),
        ("Per tanggal 1 Agustus 2025", "as of 2025-08-01"),
        ("as of 1 August 2025", "as of 2025-08-01"),
        ("posisi Juli 2025", "as of 2025-07"),
        ("1 Agustus 2025", "as of 2025-08-01"),
        ("2025-08-01", "as of 2025-08-01"),
        ("Juli 2025", "as of 2025-07"),
        ("2024", "as of 2024"),
        ("s.d. Juli 2025", "up to 2025-07"),
        ("s.d.Juli 2025", "up to 2025-07"),
        ("s/d Juli 2025", "up to 2025-07"),
        ("sd Juli 2025", "up to 2025-07"),
        ("sampai Juli 2025", "up to 2025-07"),
        ("sampai dengan 31 Juli 2025", "up to 2025-07-31"),
        ("hingga 2024", "up to 2024"),
        ("up to July 2025", "up to 2025-07"),
        ("until 31 July 2025", "up to 2025-07-31"),
        ("Januari–Juli 2025", "2025-01 to 2025-07"),
        ("Januari-Juli 2025", "2025-01 to 2025-07"),
        ("Januari - Juli 2025", "2025-01 to 2025-07"),
        ("Jan s.d. Jul 2025", "2025-01 to 2025-07"),
        ("Januari sampai dengan Juli 2025", "2025-01 to 2025-07"),
        ("1 Januari s.d. 31 Juli 2025", "2025-01-01 to 2025-07-31"),
        ("dari 1 Januari sampai 31 Juli 2025", "2025-01-01 to 2025-07-31"),
        ("from 1 January to 31 July 2025", "2025-01-01 to 2025-07-31"),
        ("antara Januari dan Juli 2025", "2025-01 to 2025-07"),
        ("3–17 Maret 2025", "2025-03-03 to 2025-03-17"),
        ("3-17 Maret 2025", "2025-03-03 to 2025-03-17"),
        ("March 3–17, 2025", "2025-03-03 to 2025-03-17"),
        ("March 3 – July 2, 2025", "2025-03-03 to 2025-07-02"),
        ("3 Maret 2024 – 2 Juli 2025", "2024-03-03 to 2025-07-02"),
        ("November 2024 – Februari 2025", "2024-11 to 2025-02"),
        ("2020–2025", "2020 to 2025"),
        ("2020-2025", "2020 to 2025"),
        ("2024 – Juli 2025", "2024 to 2025-07"),
        ("2025-01-01 – 2025-07-31", "2025-01-01 to 2025-07-31"),
        ("2025-01-01/2025-07-31", "2025-01-01 to 2025-07-31"),
        ("2025-01 s.d. 2025-07", "2025-01 to 2025-07"),
        ("01/01/2025 - 31/07/2025", "2025-01-01 to 2025-07-31"),
        ("01/02/2025 - 31/07/2025", "2025-02-01 to 2025-07-31"),
        ("01/02/2025 - 03/04/2025", "? 2025-02-01 to 2025-04-03 | 2025-01-02 to 2025-03-04"),
        ("selama 2024", "2024 to 2024"),
        ("sepanjang Juli 2025", "2025-07 to 2025-07"),
        ("during 2024", "2024 to 2024"),
        ("periode Januari–Juli 2025", "2025-01 to 2025-07"),
        ("Juli–Januari 2025", "? period-backwards"),
        ("November–Februari 2025", "? period-backwards"),
        ("2025–2020", "? period-backwards"),
        ("per 01/08/2025", "? as of 2025-08-01 | as of 2025-01-08"),
        ("01/08/2025", "? as of 2025-08-01 | as of 2025-01-08"),
        ("s.d. Juli", "? no-year"),
        ("Januari–Juli", "? no-year"),
        ("Januari–Juli 25", "? two-digit-year"),
        ("31 Februari – 2 Maret 2025", "? no-such-day"),
        ("per Juli atau Agustus 2025", "? not-a-time"),
        ("Triwulan II 2025", "? not-a-time"),
        ("perak 2025", "? not-a-time"),
        ("-", "none"),
        ("", "none"),
    ] {
        let found = match time(&Cell::text(text)) {
            Ok(found) => found.map_or_else(|| "none".to_owned(), brief_time),
            Err(unclear) => refusal(&unclear),
        };
        assert_eq!(found, wanted, "{text}");
    }
    assert_eq!(time(&Cell::date(45_870.0, "mmm-yy")), Ok(Some(Time::AsOf(Date::parse("2025-08").unwrap()))));
}

#[test]
fn texts_are_kept_and_numbers_only_where_they_are_certain() {
    let read = |cell: &Cell| match text(cell) {
        Ok(found) => found.unwrap_or_else(|| "none".to_owned()),
        Err(unclear) => refusal(&unclear),
    };
    for (cell, wanted) in [
        (Cell::text("  Musi\u{a0}Rawas  Utara "), "Musi Rawas Utara"),
        (Cell::text("Palem\u{ad}bang"), "Palem\u{ad}bang"),
        (Cell::text("31,33%"), "31,33%"),
        (Cell::text("a\r\nb"), "a b"),
        (Cell::text("-"), "none"),
        (Cell::text("#REF!"), "? formula-error"),
        (Cell::number(2024.0, ""), "2024"),
        (Cell::number(-5.0, ""), "-5"),
        (Cell::number(16.0, "00.00"), "? not-a-text"),
        (Cell::number(9.0, "00"), "09"),
        (Cell::number(9.0, "0000"), "0009"),
        (Cell::number(43_251.0, "#,##0"), "? not-a-text"),
        (Cell::number(31.33, ""), "? not-a-text"),
        (Cell::number(0.3133, "0.00%"), "? not-a-text"),
        (Cell::number(16.4, "0"), "? not-a-text"),
        (Cell::number(1_671_012_345_678_901.0, "0"), "? lost-digits"),
        (Cell::date(45_870.0, "d-mmm"), "? not-a-text"),
        (Cell::Bool(true), "? not-a-text"),
        (Cell::Empty, "none"),
    ] {
        assert_eq!(read(&cell), wanted, "{cell:?}");
    }
}

#[test]
fn whole_numbers_and_yes_or_no() {
    assert_eq!(integer(&Cell::text("1.582")), Ok(Some(1582)));
    assert_eq!(integer(&Cell::number(2.0, "")), Ok(Some(2)));
    assert_eq!(integer(&Cell::text("–")), Ok(None));
    for refused in ["2 orang", "sekitar 3", "1–2", "1,5", "2 juta"] {
        assert!(integer(&Cell::text(refused)).is_err(), "{refused}");
    }
    let yes = [
        Cell::text("Ya"),
        Cell::text(" benar "),
        Cell::text("✓"),
        Cell::text("v"),
        Cell::number(1.0, ""),
        Cell::Bool(true),
    ];
    assert!(yes.iter().all(|cell| boolean(cell) == Ok(Some(true))));
    let no = [
        Cell::text("tidak"),
        Cell::text("No"),
        Cell::text("SALAH"),
        Cell::number(0.0, ""),
        Cell::Bool(false),
    ];
    assert!(no.iter().all(|cell| boolean(cell) == Ok(Some(false))));
    assert_eq!(boolean(&Cell::text("-")), Ok(None));
    assert_eq!(boolean(&Cell::text("x")).map_err(|unclear| unclear.code()), Err("yes-or-no"));
    assert_eq!(boolean(&Cell::text("mungkin")).map_err(|unclear| unclear.code()), Err("not-yes-or-no"));
}

/// Dates of which the year is written with four digits.
fn dates() -> impl Strategy<Value = Date> {
    (1000_u16..=9999, 1_u8..=12, 1_u8..=31, 0_u8..3).prop_map(|(year, month, day, precision)| {
        let month = (precision > 0).then_some(month);
        let day = (precision > 1).then_some(day.min(Date { year, month, day: None }.days_in_month()));
        Date { year, month, day }
    })
}

fn cells() -> impl Strategy<Value = Cell> {
    prop_oneof![
        any::<String>().prop_map(Cell::Text),
        "[0-9]{0,4}[ /.–-]{0,2}(Mei|Agustus|March|s\\.d\\.|per|dari|Rabu|')?[ /.,:tT–-]{0,2}[0-9:]{0,8}[ –-]{0,2}[0-9]{0,4}".prop_map(Cell::Text),
        (any::<f64>(), "[0#.,%ymdh/]{0,8}").prop_map(|(value, format)| Cell::number(value, &format)),
        (-1e7..1e7_f64, "[ymdhs/ -]{0,8}").prop_map(|(value, format)| Cell::date(value, &format)),
        any::<bool>().prop_map(Cell::Bool),
    ]
}

proptest! {
    #[test]
    fn dates_that_the_page_writes_are_read_back(wanted in dates()) {
        let read = |text: &str| date(&Cell::text(text));
        for lang in Lang::ALL {
            prop_assert_eq!(read(&::words::date(lang, wanted)), Ok(Some(wanted)));
            prop_assert_eq!(read(&::words::date_weekday(lang, wanted)), Ok(Some(wanted)));
        }
        prop_assert_eq!(read(&::words::iso(wanted)), Ok(Some(wanted)));
    }

    #[test]
    fn times_that_the_page_writes_are_read_back(start in dates(), end in dates(), near in any::<bool>(), kind in 0_u8..3) {
        let start = if near { Date { year: end.year, ..start } } else { start };
        prop_assume!(start.day.is_none_or(|day| day <= start.days_in_month()));
        let wanted = match kind {
            0 => Time::AsOf(end),
            1 => Time::Period { start: None, end },
            _ if start.is_after(end) => Time::Period { start: Some(end), end: start },
            _ => Time::Period { start: Some(start), end },
        };
        for lang in Lang::ALL {
            let text = ::words::time(lang, wanted);
            // A period of one month is written as the month alone, which reads as that on which something holds.
            let wanted = match wanted {
                Time::Period { start: Some(start), end } if start == end => Time::AsOf(end),
                wanted => wanted,
            };
            prop_assert_eq!(time(&Cell::text(&text)), Ok(Some(wanted)), "{}", text);
        }
    }

    #[test]
    fn days_in_digits_are_that_day_or_refused_with_it(wanted in dates(), mark in prop::sample::select(vec!['/', '-', '.'])) {
        let (Some(month), Some(day)) = (wanted.month, wanted.day) else { return Ok(()) };
        let year = wanted.year;
        for text in [format!("{day:02}{mark}{month:02}{mark}{year}"), format!("{month}{mark}{day}{mark}{year}")] {
            match date(&Cell::text(&text)) {
                Ok(found) => prop_assert_eq!(found, Some(wanted), "{}", text),
                Err(Unclear::TwoReadings { first, second, .. }) => {
                    prop_assert!([*first, *second].contains(&Meaning::Date(wanted)), "{}", text);
                }
                Err(unclear) => prop_assert!(false, "{}: {:?}", text, unclear),
            }
        }
    }

    #[test]
    fn no_cell_makes_it_panic(cell in cells()) {
        let refused = [
            date(&cell).err(),
            time(&cell).err(),
            text(&cell).err(),
            integer(&cell).err(),
            boolean(&cell).err(),
            number(&cell, &Expect::ANY).err(),
        ];
        for unclear in refused.into_iter().flatten() {
            for lang in Lang::ALL {
                let said = words::words(lang, &unclear);
                prop_assert!(!said.what.is_empty() && !said.mend.is_empty(), "{:?}", unclear);
            }
        }
        let _ = cell.is_empty();
    }

    #[test]
    fn times_that_are_read_are_in_the_calendar(cell in cells()) {
        if let Ok(Some(found)) = time(&cell) {
            let dates = match found {
                Time::AsOf(date) => vec![date],
                Time::Period { start, end } => start.into_iter().chain([end]).collect(),
            };
            for date in dates {
                prop_assert_eq!(Date::parse(&date.to_string()), Some(date));
            }
        }
    }
}

//! Rules about slips of the hand and of the clipboard.
use expect_test::expect;

use super::{body, catalogue, findings};
use crate::check_file;

#[test]
fn a_value_is_what_is_printed() {
    let row = |id: &str, indicator: &str, value: &str, token: &str| {
        format!(
            r#"{{"id": "{id}", "indicator": "{indicator}", "region": "r", "time": {{"as_of": "20{id}"}}, "value": {value}, "evidence": {{"source": "s", "figure": "{token}"}}}}"#
        )
    };
    let rows = [
        row("10", "rate", "31.33", "31,33%"),
        row("11", "rate", "13.33", "31,33%"),
        row("12", "rate", "0.3133", "31,33%"),
        row("13", "rate", "3133", "31,33%"),
        row("14", "rate", "-1", "1%"),
        row("15", "rate", "1000", "1.000%"),
        row("16", "paid", "718700000000, \"step\": 100000000", "Rp718,7 miliar"),
        row("17", "paid", "718700000, \"step\": 100000", "Rp718,7 miliar"),
        row("18", "paid", "718700000000, \"step\": 100000000", "718,7"),
    ];
    catalogue(
        &format!("\"observations\": [\n{}\n]", rows.join(",\n")),
        expect![[r#"
        4:86 warning token-mismatch "/observations/1/value" TokenMismatch { value: Decimal { units: 1333, scale: 2 }, token: "31,33%" }
        5:86 warning token-mismatch "/observations/2/value" TokenMismatch { value: Decimal { units: 3133, scale: 4 }, token: "31,33%" }
        6:86 warning absurd-percentage "/observations/3/value" AbsurdPercentage { value: Decimal { units: 3133, scale: 0 } }
        6:86 warning token-mismatch "/observations/3/value" TokenMismatch { value: Decimal { units: 3133, scale: 0 }, token: "31,33%" }
        7:86 error negative "/observations/4/value" Negative { value: Decimal { units: -1, scale: 0 } }
        7:86 warning token-mismatch "/observations/4/value" TokenMismatch { value: Decimal { units: -1, scale: 0 }, token: "1%" }
        10:86 warning token-mismatch "/observations/7/value" TokenMismatch { value: Decimal { units: 718700000, scale: 0 }, token: "Rp718,7 miliar" }
    "#]],
    );
}

#[test]
fn the_headline_is_a_figure_of_all() {
    let figure = r#""indicator": "covered", "region": "r", "time": {"as_of": "2025"}, "value": 1, "evidence": {"source": "s", "figure": "1"}}"#;
    catalogue(
        &format!("\"headline\": \"o\", \"observations\": [{{\"id\": \"o\", \"group\": \"a\", {figure}]"),
        expect![[r#"
            2:13 warning headline-of-group "/headline" HeadlineOfGroup { group: "a" }
        "#]],
    );
}

#[test]
fn a_base_of_another_time_is_told_where_it_has_no_rate_of_its_own() {
    let figure = |id: &str, indicator: &str, time: &str| {
        format!(
            r#"{{"id": "{id}", "indicator": "{indicator}", "region": "r", "time": {{"as_of": "{time}"}}, "value": 1, "evidence": {{"source": "s", "figure": "1"}}}}"#
        )
    };
    let of = |figures: &[String]| format!("\"observations\": [\n{}\n]", figures.join(",\n"));
    let rate = figure("a", "rate", "2025-08-01");
    catalogue(
        &of(&[rate.clone(), figure("b", "potential", "2025-07-31")]),
        expect![[r#"
        3:57 warning base-of-other-time "/observations/0/time" BaseOfOtherTime { base: "b", of_base: AsOf(Date { year: 2025, month: Some(7), day: Some(31) }), of_rate: AsOf(Date { year: 2025, month: Some(8), day: Some(1) }) }
    "#]],
    );
    // One base of several rates, and a base for the rate's own time, are as they should be.
    let own = figure("b", "potential", "2025-08-01");
    catalogue(&of(&[rate.clone(), own, figure("c", "rate", "2024")]), expect![[r#""#]]);
    catalogue(&of(&[rate, figure("c", "covered", "2024")]), expect![[r#""#]]);
}

#[test]
fn letters_that_nobody_sees() {
    body(
        "\"awards\": [{\"id\": \"a\", \"name\": \"A\u{202e}B\"}],\n\"glossary\": [{\"id\": \"t\", \"term\": \"Pa\u{ad}lem\u{a0}bang\", \
         \"definition\": \"Dua\u{200b}kata\"}],\n\"summary\": \"a\\u0007 b\\n\", \"\u{2066}x\": 1",
        expect![[r#"
            1:72 error unknown-reference "/region" UnknownReference { kind: Region, id: "r", similar: None }
            2:32 warning hidden-letter "/awards/0/name" HiddenLetter { letter: '\u{202e}', name: "RIGHT-TO-LEFT OVERRIDE" }
            3:63 warning hidden-letter "/glossary/0/definition" HiddenLetter { letter: '\u{200b}', name: "ZERO WIDTH SPACE" }
            4:12 warning hidden-letter "/summary" HiddenLetter { letter: '\u{7}', name: "" }
            4:27 error unknown-field "/\u{2066}x\u{2069}" Value(UnknownField { name: "\u{2066}x\u{2069}", similar: None })
            4:33 warning hidden-letter "/\u{2066}x\u{2069}" HiddenLetter { letter: '\u{2066}', name: "LEFT-TO-RIGHT ISOLATE" }
        "#]],
    );
}

#[test]
fn the_report_has_a_plain_id_which_is_the_name_of_its_file() {
    let text = r#"{"format": "jamsostek-dashboard/1", "id": "Laporan 1", "title": "X", "region": "r", "regions": {"r": {"name": "R", "level": "province"}}, "awards": [{"id": "a", "name": "A"}]}"#;
    expect![[r#"
        1:43 warning odd-id "/id" OddId { id: "Laporan 1" }
    "#]]
    .assert_eq(&findings(text));
    let codes = |name: &str| -> Vec<&str> {
        check_file(name, text.as_bytes()).iter().map(|finding| finding.rule.code()).collect()
    };
    assert_eq!((codes("Laporan 1"), codes("laporan-1")), (vec!["odd-id"], vec!["odd-id", "file-name"]));
}

#[test]
fn thousands_of_one_kind_are_counted() {
    let text = format!(
        r#"{{"format": "jamsostek-dashboard/1", "id": "x", "title": "X", "region": "r", "regions": {{"r": {{"name": "R", "level": "province"}}}}, "awards": [{}]}}"#,
        vec!["5"; 1203].join(",")
    );
    let found = findings(&text);
    assert_eq!(found.lines().count(), 1001);
    let last = found.lines().last().unwrap();
    assert!(
        last.ends_with(r#""/awards/1000" More { code: "wrong-type", count: 203, worst: Error }"#),
        "{last}"
    );
}

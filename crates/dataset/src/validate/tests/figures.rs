//! Rules about figures.
use expect_test::{Expect, expect};

use super::{AWARD, body, catalogue};

/// Checks figures, one a line, with id, evidence and region filled in.
#[track_caller]
fn figures(figures: &[&str], expected: Expect) {
    let unless = |row: &str, name: &str, filling: &'static str| {
        if row.contains(&format!("\"{name}\"")) { "" } else { filling }
    };
    let row = |(index, row): (usize, &&str)| {
        let region = unless(row, "region", r#", "region": "r""#);
        let time = unless(row, "time", r#", "time": {"as_of": "2025"}"#);
        format!(
            r#"{{{row}, "id": "o{index}"{region}{time}, "evidence": {{"source": "s", "figure": "satu"}}}}"#
        )
    };
    let rows: Vec<_> = figures.iter().enumerate().map(row).collect();
    catalogue(&format!("\"observations\": [\n{}\n]", rows.join(",\n")), expected);
}

#[test]
fn units() {
    body(
        &format!(
            r#""regions": {{"r": {{"name": "R", "level": "province"}}}},
"indicators": {{
  "a": {{"label": "A", "unit": "person", "role": "coverage-rate"}},
  "b": {{"label": "B", "unit": "percent", "role": "covered"}},
  "c": {{"label": "C", "unit": "claim", "role": "claim-amount"}},
  "d": {{"label": "D", "unit": "person", "numerator": "e"}},
  "e": {{"label": "E", "unit": "percent", "numerator": "b", "denominator": "d"}},
  "f": {{"label": "F", "unit": "percent", "numerator": "d", "denominator": "c"}},
  "g": {{"label": "G", "unit": "IDR", "part_of": "h"}},
  "h": {{"label": "H", "unit": "USD"}}
}},
{AWARD}"#
        ),
        expect![[r#"
            4:31 error unit-mismatch "/indicators/a/unit" UnitOfRole { role: CoverageRate, expected: Percent, found: Person }
            5:31 error unit-mismatch "/indicators/b/unit" UnitOfRole { role: Covered, expected: Person, found: Percent }
            6:31 error unit-mismatch "/indicators/c/unit" UnitOfRole { role: ClaimAmount, expected: Money, found: Claim }
            7:31 error unit-mismatch "/indicators/d/unit" UnitOfRate { found: Person }
            7:54 error unit-mismatch "/indicators/d/numerator" RateOfRates { indicator: "e" }
            8:55 error unit-mismatch "/indicators/e/numerator" RateOfRates { indicator: "b" }
            9:75 error unit-mismatch "/indicators/f/denominator" UnitOfPart { whole: "c", expected: Claim, found: Person }
            10:49 error unit-mismatch "/indicators/g/part_of" UnitOfPart { whole: "h", expected: Money(Currency("USD")), found: Money(Currency("IDR")) }
        "#]],
    );
}

#[test]
fn numbers() {
    figures(
        &[
            r#""indicator": "covered", "value": -1"#,
            r#""indicator": "claims", "value": 2.5"#,
            r#""indicator": "rate", "value": -0.5"#,
            r#""indicator": "rate", "value": 131.5, "group": "a""#,
            r#""indicator": "rate", "value": 31, "group": "b""#,
            r#""indicator": "rate", "value": 31, "qualifier": "exact", "programme": "p""#,
            r#""indicator": "rate", "value": 100, "region": "k""#,
            r#""indicator": "paid", "value": 718712000000, "step": 100000000"#,
            r#""indicator": "potential", "value": 5, "status": "O""#,
            r#""indicator": "potential", "value": null, "missing": "not_stated", "status": "A", "group": "a""#,
            r#""indicator": "potential", "value": null, "missing": "not_applicable", "group": "b""#,
        ],
        expect![[r#"
            3:35 error negative "/observations/0/value" Negative { value: Decimal { units: -1, scale: 0 } }
            4:34 error not-whole "/observations/1/value" NotWhole { value: Decimal { units: 25, scale: 1 } }
            5:32 error negative "/observations/2/value" Negative { value: Decimal { units: -5, scale: 1 } }
            5:32 warning rate-mismatch "/observations/2/value" RateMismatch { stated: Decimal { units: -5, scale: 1 }, computed: Decimal { units: -2000, scale: 2 }, numerator: "o0", denominator: "o8" }
            10:32 warning off-step "/observations/7/value" OffStep { value: Decimal { units: 718712000000, scale: 0 }, step: Decimal { units: 100000000, scale: 0 } }
            11:50 warning status-mismatch "/observations/8/status" StatusMismatch { has_value: true }
            12:78 warning status-mismatch "/observations/9/status" StatusMismatch { has_value: false }
        "#]],
    );
}

#[test]
fn amounts_of_cases_and_prizes() {
    catalogue(
        r#""claims": {"cases": [{"id": "c", "amount": -42000000}]},
"awards": [{"id": "a", "name": "A", "special": [
  {"id": "w", "name": "W", "rank": 0, "prize": {"amount": -1}},
  {"id": "v", "name": "V", "rank": 4}, {"id": "u", "name": "U", "rank": 4}
]}]"#,
        expect![[r#"
            2:44 error negative "/claims/cases/0/amount" Negative { value: Decimal { units: -42000000, scale: 0 } }
            4:36 error rank-zero "/awards/0/special/0/rank" RankZero
            4:59 error negative "/awards/0/special/0/prize/amount" Negative { value: Decimal { units: -1, scale: 0 } }
        "#]],
    );
}

#[test]
fn several_statements_of_a_figure() {
    let rows = |second: &str| {
        [
            r#"{"id": "o", "indicator": "rate", "region": "r", "time": {"as_of": "2025"}, "value": 31.0, "evidence": {"source": "s", "figure": "31"}}"#.to_owned(),
            format!(r#"{{"id": "p", "indicator": "rate", "region": "r", "time": {{"as_of": "2025"}}, "value": {second}}}"#),
        ]
        .join(",\n")
    };
    let document = |second: &str| format!("\"observations\": [\n{}\n]", rows(second));
    // The same again from the same source.
    catalogue(
        &document(r#"31.0, "evidence": {"source": "s", "figure": "31,0"}"#),
        expect![[r#"
        4:1 error duplicate-observation "/observations/1" DuplicateObservation { first: "o" }
    "#]],
    );
    // The same from another source needs no preference.
    catalogue(&document(r#"31.0, "evidence": {"source": "t", "figure": "31"}"#), expect![[r#""#]]);
    // Another number does.
    catalogue(
        &document(r#"31.33, "evidence": {"source": "t", "figure": "31,33"}"#),
        expect![[r#"
        4:1 warning conflict "/observations/1" Conflict { ids: ["o", "p"], preferred: 0 }
    "#]],
    );
    catalogue(
        &document(r#"31.33, "preferred": true, "evidence": {"source": "t", "figure": "31,33"}"#),
        expect![[r#""#]],
    );
}

#[test]
fn rates() {
    figures(
        &[
            // 100 × 48,600 ÷ 100,000 is 48.6: neither 48 nor 48.0.
            r#""indicator": "rate", "value": 48, "qualifier": "rounded""#,
            r#""indicator": "covered", "value": 48600"#,
            r#""indicator": "potential", "value": 100000"#,
            // 46.7 fits; so does 48 where it was cut off.
            r#""indicator": "rate", "value": 46.7, "group": "a""#,
            r#""indicator": "covered", "value": 16007, "group": "a""#,
            r#""indicator": "potential", "value": 34277, "group": "a""#,
            r#""indicator": "rate", "value": 48, "qualifier": "truncated", "group": "b""#,
            r#""indicator": "covered", "value": 48600, "group": "b""#,
            r#""indicator": "potential", "value": 100000, "group": "b""#,
        ],
        expect![[r#"
            3:32 warning rate-mismatch "/observations/0/value" RateMismatch { stated: Decimal { units: 48, scale: 0 }, computed: Decimal { units: 486, scale: 1 }, numerator: "o1", denominator: "o2" }
        "#]],
    );
    figures(
        &[
            // The largest numbers, a denominator of 0, and a rate that is only a lower bound.
            r#""indicator": "rate", "value": 9000000000.123456789, "group": "a""#,
            r#""indicator": "covered", "value": 9007199254740991, "group": "a""#,
            r#""indicator": "potential", "value": 9007199254740991, "group": "a""#,
            r#""indicator": "rate", "value": 5, "group": "b""#,
            r#""indicator": "covered", "value": 5, "group": "b""#,
            r#""indicator": "potential", "value": 0, "group": "b""#,
            r#""indicator": "rate", "value": 40, "qualifier": "at_least", "programme": "p""#,
            r#""indicator": "covered", "value": 50, "programme": "p""#,
            r#""indicator": "potential", "value": 100, "programme": "p""#,
        ],
        expect![[r#"
            3:32 warning absurd-percentage "/observations/0/value" AbsurdPercentage { value: Decimal { units: 9000000000123456789, scale: 9 } }
            3:32 warning rate-mismatch "/observations/0/value" RateMismatch { stated: Decimal { units: 9000000000123456789, scale: 9 }, computed: Decimal { units: 100000000000, scale: 9 }, numerator: "o1", denominator: "o2" }
        "#]],
    );
}

#[test]
fn parts_of_a_whole() {
    let sets = |exhaustive: &str, disjoint: &str, total: &str| {
        let row = |id: &str, value: &str| {
            let group = if id == "o" { String::new() } else { format!(r#", "group": "{id}""#) };
            format!(
                r#"  {{"id": "{id}", "indicator": "covered", "region": "r", "time": {{"as_of": "2025"}}{group}, "value": {value}, "evidence": {{"source": "s", "figure": "satu"}}}}"#
            )
        };
        format!(
            "\"group_sets\": [{{\"id\": \"g\", \"label\": \"G\", \"members\": [\"a\", \"b\"], \"exhaustive\": {exhaustive}, \"disjoint\": {disjoint}}}],\n\"observations\": [\n{},\n{},\n{}\n]",
            row("o", total),
            row("a", "1000"),
            row("b", r#"2000, "step": 1000"#)
        )
    };
    catalogue(
        &sets("true", "true", "4000"),
        expect![[r#"
        4:90 warning parts-mismatch "/observations/0/value" PartsMismatch { set: "g", total: Decimal { units: 4000, scale: 0 }, sum: Decimal { units: 3000, scale: 0 } }
    "#]],
    );
    // 2,000 may stand for 2,499, and rounded totals may differ, too.
    catalogue(&sets("true", "true", "3499"), expect![[r#""#]]);
    catalogue(&sets("true", "true", r#"4000, "step": 1000"#), expect![[r#""#]]);
    // Groups that may overlap add up to too little; of groups that are not all, nothing follows.
    catalogue(
        &sets("true", "null", "4000"),
        expect![[r#"
            4:90 warning parts-mismatch "/observations/0/value" PartsMismatch { set: "g", total: Decimal { units: 4000, scale: 0 }, sum: Decimal { units: 3000, scale: 0 } }
        "#]],
    );
    catalogue(&sets("true", "null", "2000"), expect![[r#""#]]);
    catalogue(&sets("false", "true", "4000"), expect![[r#""#]]);
}

#[test]
fn parts_larger_than_their_total() {
    figures(
        &[
            r#""indicator": "covered", "value": 100"#,
            r#""indicator": "covered", "value": 101, "group": "a""#,
            r#""indicator": "covered", "value": 102, "programme": "p""#,
            r#""indicator": "covered", "value": 103, "region": "k""#,
            r#""indicator": "paid", "value": 1000"#,
            r#""indicator": "scholarships", "value": 1001"#,
            r#""indicator": "covered", "value": 104, "group": "b", "qualifier": "approx""#,
            r#""indicator": "rate", "value": 20"#,
            r#""indicator": "rate", "value": 90, "group": "a""#,
            r#""indicator": "claims", "value": 10, "qualifier": "at_least""#,
            r#""indicator": "claims", "value": 11, "group": "a""#,
        ],
        expect![[r#"
            4:35 warning part-exceeds-total "/observations/1/value" PartExceedsTotal { part: Decimal { units: 101, scale: 0 }, total: Decimal { units: 100, scale: 0 }, of: "o0" }
            5:35 warning part-exceeds-total "/observations/2/value" PartExceedsTotal { part: Decimal { units: 102, scale: 0 }, total: Decimal { units: 100, scale: 0 }, of: "o0" }
            6:35 warning part-exceeds-total "/observations/3/value" PartExceedsTotal { part: Decimal { units: 103, scale: 0 }, total: Decimal { units: 100, scale: 0 }, of: "o0" }
            8:40 warning part-exceeds-total "/observations/5/value" PartExceedsTotal { part: Decimal { units: 1001, scale: 0 }, total: Decimal { units: 1000, scale: 0 }, of: "o4" }
        "#]],
    );
}

#[test]
fn times() {
    figures(
        &[
            r#""indicator": "covered", "value": 1, "time": {"as_of": "2025-02-29"}"#,
            r#""indicator": "covered", "value": 1, "time": {"start": "2025-08", "end": "2025-07"}"#,
        ],
        expect![[r#"
            3:56 error not-a-date "/observations/0/time/as_of" Value(NotADate("2025-02-29"))
            4:46 error invalid "/observations/1/time" Value(Invalid("the period ends before it starts"))
        "#]],
    );
}

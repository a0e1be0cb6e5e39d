//! Each contradiction is found, and what fits raises no alarm.
use proptest::prelude::*;

use super::*;
use crate::read;

const CONTRADICTIONS: &str = include_str!("../../../../tests/data/contradictions.json");
const SHIPPED: &str = include_str!("../../../../public/data/sumsel-2025-08.json");

fn dataset(text: &str) -> Dataset {
    let reading = read(text);
    assert_eq!(reading.findings, []);
    reading.dataset.unwrap()
}

/// What is found, in a few words each.
fn found(data: &Dataset) -> Vec<String> {
    let words = |mismatch: &Mismatch<'_>| match mismatch {
        Mismatch::Rate { rate, computed, .. } => format!("{} is {computed}", rate.id),
        Mismatch::Sum { total, set, sum } => format!("{} of {} is {sum}", total.id, set.id),
        Mismatch::Part { part, whole } => format!("{} exceeds {}", part.id, whole.id),
        Mismatch::Average { amount, count, computed, .. } => {
            format!("{} per {} is {computed}", amount.id, count.id)
        }
        Mismatch::Change { change, computed, from, to } => {
            format!("{} from {} to {} is {computed}", change.id, from.id, to.id)
        }
        Mismatch::Uncovered { uncovered, computed, .. } => format!("{} is {computed}", uncovered.id),
        Mismatch::Listed { figure, listed } => format!("{} lists {listed}", figure.id),
        Mismatch::Jury { award, stated, listed } => format!("{} has {listed} of {stated}", award.id),
    };
    crosscheck(data).iter().map(words).collect()
}

#[test]
fn each_contradiction_is_found() {
    let expected = [
        "covered of all is 1490",
        "rate-village is 48.6",
        "claims lists 2",
        "scholarships exceeds paid",
        "scholarships per children is 18000000",
        "award has 2 of 3",
    ];
    let mut data = dataset(CONTRADICTIONS);
    // 1,500 of 3,020 is 49.67 %, and 50 % is stated; 2,020 and 1,000 are 3,020.
    assert_eq!(found(&data), expected);
    // Without a role the fraction must be named.
    let rate = data.indicators.get("rate").cloned().unwrap();
    let mut unnamed = Indicator { numerator: None, denominator: None, ..rate };
    data.indicators = with_rate(&data, unnamed.clone());
    assert_eq!(found(&data), expected);
    unnamed.role = None;
    data.indicators = with_rate(&data, unnamed);
    assert!(!found(&data).contains(&"rate-village is 48.6".to_owned()));
}

fn with_rate(data: &Dataset, rate: Indicator) -> crate::Map<Indicator> {
    let other = data.indicators.iter().filter(|(id, _)| *id != "rate");
    let other = other.map(|(id, indicator)| (id.clone(), indicator.clone()));
    other.chain([("rate".to_owned(), rate)]).collect()
}

#[test]
fn the_shipped_dataset_contradicts_itself_in_its_jury_only() {
    assert_eq!(found(&dataset(SHIPPED)), ["paritrana-2024 has 8 of 9"]);
}

#[test]
fn examples_and_tables_elsewhere_are_not_all_claims() {
    for change in [
        r#""cases_are_examples": true"#,
        r#""cases_are_examples": null"#,
        r#""cases_are_examples": false, "records": {"href": "claims.csv"}"#,
    ] {
        let text = CONTRADICTIONS.replace(r#""cases_are_examples": false"#, change);
        assert!(!found(&dataset(&text)).iter().any(|found| found.contains("lists")), "{change}");
    }
    let text = CONTRADICTIONS.replace("84000000", "84000001");
    assert!(found(&dataset(&text)).contains(&"paid lists 84000000".to_owned()));
}

#[test]
fn sets_are_added_up_only_as_far_as_they_say() {
    let all = r#""exhaustive": true, "disjoint": true"#;
    let sum = |set: &str, covered: &str| {
        let text = CONTRADICTIONS.replace(all, set).replace("\"value\": 1500", covered);
        found(&dataset(&text)).into_iter().any(|found| found.starts_with("covered of"))
    };
    // The groups have 1,490: they may overlap, or there may be others.
    for (set, less, more) in [
        (all, true, true),
        (r#""exhaustive": true"#, true, false),
        (r#""disjoint": true"#, false, true),
        (r#""exhaustive": false, "disjoint": null"#, false, false),
    ] {
        assert_eq!(sum(set, "\"value\": 1491"), less, "{set}");
        assert_eq!(sum(set, "\"value\": 1489"), more, "{set}");
        assert!(!sum(set, "\"value\": 1490"), "{set}");
        assert!(!sum(set, "\"value\": 1500, \"step\": 100"), "{set}");
    }
    let twice = CONTRADICTIONS.replace(r#"["village", "growers"]"#, r#"["village", "growers", "village"]"#);
    assert_eq!(found(&dataset(&twice)), found(&dataset(CONTRADICTIONS)));
}

/// A dataset with one rate as it is written, and its fraction.
fn rate(written: &str, part: i64, whole: i64) -> Dataset {
    let observation = |id: &str, value: &str| {
        format!(
            r#"{{"id": "{id}", "indicator": "{id}", "region": "r", "time": {{"as_of": "2025"}}, "value": {value}}}"#
        )
    };
    dataset(&format!(
        r#"{{"format": "jamsostek-dashboard/1", "id": "x", "title": "X", "region": "r",
        "regions": {{"r": {{"name": "R", "level": "province"}}}},
        "observations": [{}, {}, {}],
        "indicators": {{
            "rate": {{"label": "R", "unit": "percent", "numerator": "part", "denominator": "whole"}},
            "part": {{"label": "P", "unit": "person"}}, "whole": {{"label": "W", "unit": "person"}}
        }}}}"#,
        observation("rate", written),
        observation("part", &part.to_string()),
        observation("whole", &whole.to_string()),
    ))
}

#[test]
fn a_whole_percentage_is_rounded_unless_it_says_that_it_is_exact() {
    assert_eq!(found(&rate("48", 484, 1000)), [""; 0]);
    assert_eq!(found(&rate("48, \"decimals\": 0", 484, 1000)), [""; 0]);
    assert_eq!(found(&rate("48, \"qualifier\": \"exact\"", 484, 1000)), ["rate is 48.4"]);
    assert_eq!(found(&rate("48, \"qualifier\": \"exact\"", 480, 1000)), [""; 0]);
    assert_eq!(found(&rate("100", 996, 1000)), [""; 0]);
    assert_eq!(found(&rate("50, \"step\": 10", 546, 1000)), [""; 0]);
    assert_eq!(found(&rate("48.0", 484, 1000)), ["rate is 48.40"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_rate_that_was_rounded_never_raises_an_alarm(part in 0_i64..5_000_000, whole in 1_i64..5_000_000, decimals in 0_u8..=6) {
        let rounded = quotient(100, Decimal::whole(part), Decimal::whole(whole), decimals).unwrap();
        prop_assert_eq!(found(&rate(&rounded.to_string(), part, whole)), [""; 0]);
        let truncated = i128::from(part) * 100 * 10_i128.pow(decimals.into()) / i128::from(whole);
        let truncated = Decimal::new(i64::try_from(truncated).unwrap(), decimals);
        prop_assert_eq!(found(&rate(&format!("{truncated}, \"qualifier\": \"truncated\""), part, whole)), [""; 0]);
    }

    #[test]
    fn a_rate_outside_its_rounding_always_raises_one(part in 0_i64..5_000_000, whole in 1_i64..5_000_000, decimals in 0_u8..=6, off in 1_i64..1000, up: bool) {
        // One step away, what is computed lies half a step or more from what is stated; two steps are
        // too far however it was rounded.
        let rounded = quotient(100, Decimal::whole(part), Decimal::whole(whole), decimals).unwrap();
        let units = if up { rounded.units + off + 1 } else { rounded.units - off - 1 };
        let wrong = rate(&Decimal::new(units, decimals).to_string(), part, whole);
        let alarms = found(&wrong);
        prop_assert_eq!(alarms.len(), 1);
        // What readers are shown differs from what is stated.
        let [Mismatch::Rate { rate, computed, .. }] = crosscheck(&wrong)[..] else { unreachable!() };
        prop_assert!(computed.compare(rate.value.stated().unwrap().number).is_ne());
    }
}

/// A rate at two times, a change of it, and persons.
fn changes(kind: &str, change: &str, uncovered: i64) -> Dataset {
    dataset(&format!(
        r#"{{"format": "jamsostek-dashboard/1", "id": "x", "title": "X", "region": "r",
        "regions": {{"r": {{"name": "R", "level": "province"}}}},
        "sources": [{{"id": "s", "publisher": "S", "title": "T"}}],
        "indicators": {{"rate": {{"label": "Rate", "unit": "percent", "role": "coverage-rate"}},
            "change": {{"label": "Change", "unit": "percent", "change": {{"of": "rate", "in": "{kind}"}}}},
            "potential": {{"label": "P", "unit": "person", "role": "potential"}},
            "covered": {{"label": "C", "unit": "person", "role": "covered"}},
            "uncovered": {{"label": "U", "unit": "person", "role": "uncovered"}}}},
        "observations": [
            {{"id": "old", "indicator": "rate", "region": "r", "time": {{"as_of": "2024-12-31"}}, "value": 40.0}},
            {{"id": "new", "indicator": "rate", "region": "r", "time": {{"as_of": "2025-12-31"}}, "value": 44.0}},
            {{"id": "change", "indicator": "change", "region": "r",
              "time": {{"start": "2024-12-31", "end": "2025-12-31"}}, "value": {change}}},
            {{"id": "all", "indicator": "potential", "region": "r", "time": {{"as_of": "2026"}}, "value": 100}},
            {{"id": "in", "indicator": "covered", "region": "r", "time": {{"as_of": "2026"}}, "value": 60}},
            {{"id": "out", "indicator": "uncovered", "region": "r", "time": {{"as_of": "2026"}}, "value": {uncovered}}}]}}"#
    ))
}

#[test]
fn a_stated_change_is_compared_with_the_figures() {
    // From 40.0 to 44.0 are 4 points and 10 %, with what rounding leaves open.
    for (kind, fits, wrong, computed) in
        [("points", ["4.0", "4.1"], "5.0", "4.0"), ("percent", ["10.0", "10.2"], "12.0", "10.00")]
    {
        for change in fits {
            assert_eq!(found(&changes(kind, change, 40)), [""; 0], "{kind}: {change}");
        }
        let told = found(&changes(kind, wrong, 40));
        assert_eq!(told, [format!("change from old to new is {computed}")], "{kind}");
    }
    assert_eq!(found(&changes("points", "-4.0", 40)), ["change from old to new is 4.0"]);
}

#[test]
fn people_who_are_not_covered_are_compared_with_the_rest() {
    assert_eq!(found(&changes("points", "4.0", 40)), [""; 0]);
    assert_eq!(found(&changes("points", "4.0", 41)), ["out is 40"]);
}

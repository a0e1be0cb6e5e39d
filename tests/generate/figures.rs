//! Observations, and where series begin anew.
use serde_json::{Map, Value as Json, json};

use super::choices::{Choices, record};

/// Adds the observations: most of the report's region, and several of each time.
pub fn add(choices: &mut Choices, data: &mut Map<String, Json>) {
    let times: Vec<Json> = (0..1 + choices.below(3)).map(|_| time(choices)).collect();
    let mut observations = Vec::new();
    for _ in 0..1 + choices.below(25) {
        let Some((indicator, unit)) = (!choices.indicators.is_empty()).then(|| {
            let indicators = choices.indicators.clone();
            choices.pick(&indicators)
        }) else {
            break;
        };
        observations.push(observation(choices, &indicator, unit, &times));
    }
    if !observations.is_empty() && choices.chance(40) {
        let ids = choices.observations.clone();
        data.insert("headline".into(), json!(choices.id_of(&ids)));
    }
    data.insert("observations".into(), Json::Array(observations));
    let mut breaks = Vec::new();
    for _ in 0..choices.below(3) {
        let Some((indicator, _)) = choices.indicators.first().cloned() else { break };
        let mut found = record([
            ("indicator", json!(indicator)),
            ("at", json!(choices.date())),
            ("note", choices.text()),
        ]);
        let kinds = ["base", "method", "edition", "definition"];
        choices.maybe(&mut found, "kind", 50, |choices| json!(choices.pick(&kinds)));
        breaks.push(Json::Object(found));
    }
    data.insert("series_breaks".into(), Json::Array(breaks));
}

fn time(choices: &mut Choices) -> Json {
    match choices.below(4) {
        0 => json!({ "as_of": choices.date() }),
        1 => json!({ "start": null, "end": choices.date() }),
        2 => json!({ "start": format!("{}-01", 2015 + choices.below(5)), "end": choices.date() }),
        _ => json!({ "start": format!("{}", 2010 + choices.below(9)), "end": choices.date() }),
    }
}

fn observation(choices: &mut Choices, indicator: &str, unit: &str, times: &[Json]) -> Json {
    let id = choices.id();
    let regions = choices.regions.clone();
    let region = if choices.chance(40) { choices.pick(&regions) } else { regions[0].clone() };
    let time = if choices.chance(15) { time(choices) } else { choices.pick(times) };
    let mut observation = record([
        ("id", json!(id)),
        ("indicator", json!(indicator)),
        ("region", json!(region)),
        ("time", time),
        ("evidence", choices.evidence()),
    ]);
    choices.observations.push(id);
    let (groups, programmes) = (choices.groups.clone(), choices.programmes.clone());
    choices.maybe(&mut observation, "group", 50, |choices| json!(choices.id_of(&groups)));
    choices.maybe(&mut observation, "programme", 25, |choices| json!(choices.id_of(&programmes)));
    choices.maybe(&mut observation, "note", 20, Choices::text);
    choices.maybe(&mut observation, "paid_by", 10, Choices::text);
    choices.maybe(&mut observation, "preferred", 20, |_| json!(true));
    if choices.chance(15) {
        let reasons = ["not_stated", "not_collected", "not_applicable", "confidential"];
        observation.insert("value".into(), Json::Null);
        observation.insert("missing".into(), json!(choices.pick(&reasons)));
    } else {
        value(choices, unit, &mut observation);
    }
    Json::Object(observation)
}

/// A number that no other observation has.
fn value(choices: &mut Choices, unit: &str, observation: &mut Map<String, Json>) {
    let number = choices.unique();
    let (value, step) = match unit {
        "percent" => match choices.below(3) {
            0 => (format!("{number}"), None),
            1 => (format!("{number}.{}", choices.below(10)), None),
            _ => (format!("{number}.{:02}", choices.below(100)), None),
        },
        _ => match choices.below(4) {
            0 => (format!("{number}"), None),
            1 => (format!("{}", 1000 + number * 7), None),
            2 => (format!("{}", number * 100_000), Some(100_000_usize)),
            _ => (format!("{}", 1_000_000_000 + number * 13), None),
        },
    };
    let value: serde_json::Number = value.parse().expect("a number");
    observation.insert("value".into(), Json::Number(value));
    let between = step.is_none() && choices.chance(8);
    if between {
        let upper: serde_json::Number =
            format!("{}", 2_000_000_000 + choices.unique() * 11).parse().expect("a number");
        let of_percent = json!(number + 1 + choices.below(30));
        let upper = if unit == "percent" { of_percent } else { Json::Number(upper) };
        observation.insert("upper".into(), upper);
    }
    if let Some(step) = step {
        observation.insert("step".into(), json!(step));
    }
    let qualifiers = [
        "exact",
        "rounded",
        "truncated",
        "at_least",
        "more_than",
        "at_most",
        "less_than",
        "approx",
        "estimate",
    ];
    if !between {
        choices.maybe(observation, "qualifier", 40, |choices| json!(choices.pick(&qualifiers)));
    }
    choices.maybe(observation, "status", 15, |choices| json!(choices.pick(&["A", "E", "P"])));
}

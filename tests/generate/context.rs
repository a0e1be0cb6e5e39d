//! What surrounds the figures: events, policies with goals, statements, notes, terms.
use serde_json::{Map, Value as Json, json};

use super::choices::{Choices, record};

/// Adds them all.
pub fn add(choices: &mut Choices, data: &mut Map<String, Json>) {
    let events = list(choices, 3, event);
    let policies = list(choices, 3, policy);
    let statements = list(choices, 3, statement);
    let notes = list(choices, 4, note);
    let facts = list(choices, 2, fact);
    let glossary = list(
        choices,
        3,
        |choices| json!({ "id": choices.id(), "term": choices.text(), "definition": choices.text() }),
    );
    data.extend(record([
        ("events", events),
        ("policies", policies),
        ("statements", statements),
        ("notes", notes),
        ("facts", facts),
        ("glossary", glossary),
    ]));
}

fn list(choices: &mut Choices, most: usize, each: fn(&mut Choices) -> Json) -> Json {
    Json::Array((0..choices.below(most + 1)).map(|_| each(choices)).collect())
}

fn event(choices: &mut Choices) -> Json {
    let id = choices.id();
    choices.events.push(id.clone());
    let mut event = record([("id", json!(id)), ("label", choices.text())]);
    let regions = choices.regions.clone();
    choices.maybe(&mut event, "date", 60, |choices| json!(choices.date()));
    choices.maybe(&mut event, "venue", 50, Choices::text);
    choices.maybe(&mut event, "region", 50, |choices| json!(choices.id_of(&regions)));
    choices.maybe(&mut event, "note", 30, Choices::text);
    choices.maybe(
        &mut event,
        "attendees",
        50,
        |choices| json!([{ "name": choices.text(), "office": choices.text() }, { "name": choices.text() }]),
    );
    Json::Object(event)
}

fn policy(choices: &mut Choices) -> Json {
    let mut policy =
        record([("id", json!(choices.id())), ("instrument", choices.text()), ("about", choices.text())]);
    choices.maybe(&mut policy, "number", 50, |choices| json!(format!("N{:04}", choices.unique())));
    choices.maybe(&mut policy, "year", 50, |choices| json!(1950 + choices.below(90)));
    let mut targets = Vec::new();
    for _ in 0..choices.below(3) {
        let Some((indicator, unit)) = choices.indicators.first().cloned() else { break };
        let mut target =
            record([("id", json!(choices.id())), ("label", choices.text()), ("indicator", json!(indicator))]);
        let regions = choices.regions.clone();
        choices.maybe(&mut target, "region", 40, |choices| json!(choices.id_of(&regions)));
        let most = if unit == "percent" { 100 } else { 5_000_000 };
        choices.maybe(&mut target, "value", 60, |choices| json!(1 + choices.below(most)));
        choices.maybe(&mut target, "by", 60, |choices| json!(format!("{}", 2030 + choices.below(20))));
        choices.maybe(&mut target, "note", 40, Choices::text);
        targets.push(Json::Object(target));
    }
    policy.insert("targets".into(), Json::Array(targets));
    Json::Object(policy)
}

fn statement(choices: &mut Choices) -> Json {
    let mut statement =
        record([("id", json!(choices.id())), ("speaker", json!(choices.word())), ("text", choices.text())]);
    choices.maybe(&mut statement, "office", 50, Choices::text);
    choices.maybe(&mut statement, "date", 50, |choices| json!(choices.date()));
    Json::Object(statement)
}

fn fact(choices: &mut Choices) -> Json {
    let preferred = choices.chance(50);
    let about: Vec<String> = choices.observations.first().cloned().into_iter().collect();
    let mut fact = record([
        ("id", json!(choices.id())),
        ("label", choices.text()),
        ("about", json!(about)),
        (
            "versions",
            json!([
                { "text": choices.text(), "preferred": preferred, "evidence": choices.evidence() },
                { "text": choices.text(), "evidence": choices.evidence() },
            ]),
        ),
    ]);
    choices.maybe(&mut fact, "note", 50, Choices::text);
    Json::Object(fact)
}

fn note(choices: &mut Choices) -> Json {
    let about: Vec<String> = choices.observations.first().cloned().into_iter().collect();
    json!({
        "id": choices.id(), "severity": choices.pick(&["info", "gap", "contradiction"]),
        "about": about, "text": choices.text(),
    })
}

//! Awards: juries, categories, winners, special awards.
use serde_json::{Map, Value as Json, json};

use super::choices::{Choices, record};
use super::claims::place;

/// Adds editions of awards, in some datasets.
pub fn add(choices: &mut Choices, data: &mut Map<String, Json>) {
    let awards: Vec<Json> = (0..choices.below(4)).map(|_| award(choices)).collect();
    data.insert("awards".into(), Json::Array(awards));
}

fn award(choices: &mut Choices) -> Json {
    let mut award = record([("id", json!(choices.id())), ("name", choices.text())]);
    let (events, regions) = (choices.events.clone(), choices.regions.clone());
    choices.maybe(&mut award, "edition", 60, |choices| json!(format!("E{:04}", choices.unique())));
    choices.maybe(&mut award, "region", 50, |choices| json!(choices.id_of(&regions)));
    choices.maybe(&mut award, "event", 60, |choices| json!(choices.id_of(&events)));
    choices.maybe(&mut award, "organisers", 50, |choices| json!([choices.text(), choices.text()]));
    choices.maybe(&mut award, "note", 30, Choices::text);
    choices.maybe(&mut award, "jury", 50, jury);
    choices.maybe(&mut award, "stated", 30, counts);
    let categories: Vec<Json> = (0..choices.below(6)).map(|_| category(choices)).collect();
    award.insert("categories".into(), Json::Array(categories));
    let special: Vec<Json> = (0..choices.below(4)).map(|_| winner(choices)).collect();
    award.insert("special".into(), Json::Array(special));
    Json::Object(award)
}

fn jury(choices: &mut Choices) -> Json {
    let mut members = Vec::new();
    for _ in 0..choices.below(4) {
        let mut juror = record([("name", json!(choices.word()))]);
        choices.maybe(&mut juror, "role", 50, Choices::text);
        members.push(Json::Object(juror));
    }
    json!({ "stated": choices.chance(50).then(|| choices.below(6)), "members": members })
}

/// Numbers that a source states.
fn counts(choices: &mut Choices) -> Json {
    let mut counts = Map::new();
    for name in ["categories", "winners", "nominees", "applications"] {
        choices.maybe(&mut counts, name, 50, |choices| json!(1_000 + choices.unique()));
    }
    counts.insert("evidence".into(), choices.evidence());
    Json::Object(counts)
}

fn category(choices: &mut Choices) -> Json {
    let mut category = record([("id", json!(choices.id())), ("label", choices.text())]);
    choices.maybe(&mut category, "parent", 30, Choices::text);
    choices.maybe(&mut category, "note", 30, Choices::text);
    choices.maybe(&mut category, "stated", 30, counts);
    let reasons = ["not_stated", "not_collected", "confidential"];
    choices.maybe(&mut category, "winners_missing", 20, |choices| json!(choices.pick(&reasons)));
    let winners: Vec<Json> = (0..choices.below(5)).map(|_| winner(choices)).collect();
    category.insert("winners".into(), Json::Array(winners));
    Json::Object(category)
}

fn winner(choices: &mut Choices) -> Json {
    let regions = choices.regions.clone();
    let mut winner = record([("id", json!(choices.id())), ("name", choices.text())]);
    choices.maybe(&mut winner, "rank", 60, |choices| json!(1 + choices.below(3)));
    choices.maybe(&mut winner, "place", 60, |choices| place(choices, &regions));
    choices.maybe(&mut winner, "citation", 30, Choices::text);
    choices.maybe(&mut winner, "note", 30, Choices::text);
    choices.maybe(&mut winner, "prize", 30, |choices| {
        let currency = choices.pick(&[None, Some("USD")]);
        json!({ "amount": 5_000_000 + choices.unique() * 1_000, "currency": currency })
    });
    choices.maybe(&mut winner, "persons", 40, |choices| {
        let label = choices.chance(50).then(|| choices.text());
        let qualifier = choices.pick(&["exact", "at_least", "approx"]);
        json!({ "value": 100 + choices.unique() * 3, "qualifier": qualifier, "label": label })
    });
    Json::Object(winner)
}

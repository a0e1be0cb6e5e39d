//! Single claims.
use serde_json::{Map, Value as Json, json};

use super::choices::{Choices, record};

/// Adds single claims, in some datasets.
pub fn add(choices: &mut Choices, data: &mut Map<String, Json>) {
    if !choices.chance(50) {
        return;
    }
    let cases: Vec<Json> = (0..choices.below(12)).map(|_| case(choices)).collect();
    let examples = choices.pick(&[Json::Null, json!(true), json!(false)]);
    let mut claims = record([("cases", Json::Array(cases)), ("cases_are_examples", examples)]);
    choices.maybe(
        &mut claims,
        "records",
        20,
        |choices| json!({ "href": "claims.csv", "rows": choices.below(9000) }),
    );
    data.insert("claims".into(), Json::Object(claims));
}

fn case(choices: &mut Choices) -> Json {
    let mut case = record([("id", json!(choices.id()))]);
    let (groups, programmes, regions) =
        (choices.groups.clone(), choices.programmes.clone(), choices.regions.clone());
    choices.maybe(&mut case, "date", 60, |choices| json!(choices.date()));
    choices.maybe(&mut case, "programme", 60, |choices| json!(choices.id_of(&programmes)));
    choices.maybe(&mut case, "beneficiary", 60, person);
    choices.maybe(&mut case, "insured", 60, person);
    choices.maybe(&mut case, "relation", 40, Choices::text);
    choices.maybe(&mut case, "group", 40, |choices| json!(choices.id_of(&groups)));
    choices.maybe(&mut case, "workplace", 40, Choices::text);
    choices.maybe(&mut case, "place", 60, |choices| place(choices, &regions));
    if choices.chance(80) {
        case.insert("amount".into(), json!(1_000_000 + choices.unique() * 1_000));
        choices.maybe(&mut case, "currency", 20, |choices| json!(choices.pick(&["IDR", "USD", "JPY"])));
    }
    choices.maybe(&mut case, "symbolic", 40, |_| json!(true));
    choices.maybe(&mut case, "note", 30, Choices::text);
    Json::Object(case)
}

fn person(choices: &mut Choices) -> Json {
    let name = choices.chance(80).then(|| choices.word());
    json!({ "name": name, "private": choices.chance(40) })
}

/// A place, stated or inferred.
pub fn place(choices: &mut Choices, regions: &[String]) -> Json {
    let mut place = record([("region", json!(choices.id_of(regions)))]);
    if choices.chance(40) {
        place.insert("basis".into(), json!("inferred"));
    }
    Json::Object(place)
}

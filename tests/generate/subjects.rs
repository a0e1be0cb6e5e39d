//! What figures are about: sources, regions, groups, programmes, indicators.
use serde_json::{Map, Value as Json, json};

use super::choices::{Choices, record};

/// The roles, each with its unit; an amount is in the dataset's currency.
const ROLES: [(&str, &str); 8] = [
    ("coverage-rate", "percent"),
    ("covered", "person"),
    ("potential", "person"),
    ("uncovered", "person"),
    ("claim-count", "claim"),
    ("claim-amount", "IDR"),
    ("scholarship-amount", "IDR"),
    ("scholarship-children", "person"),
];

/// Adds them all.
pub fn add(choices: &mut Choices, data: &mut Map<String, Json>) {
    let sources = (0..1 + choices.below(3)).map(|_| source(choices)).collect::<Vec<_>>();
    data.insert("sources".into(), Json::Array(sources));
    regions(choices, data);
    groups(choices, data);
    programmes(choices, data);
    indicators(choices, data);
}

fn source(choices: &mut Choices) -> Json {
    let id = choices.id();
    choices.sources.push(id.clone());
    let mut source = record([("id", json!(id)), ("publisher", choices.text()), ("title", choices.text())]);
    choices.maybe(&mut source, "url", 60, |_| json!("https://example.org/laporan?a=1&b=\u{e9}"));
    choices.maybe(&mut source, "published", 60, |choices| json!(choices.date()));
    choices.maybe(&mut source, "archived", 30, archived);
    choices.maybe(&mut source, "note", 30, Choices::text);
    Json::Object(source)
}

fn archived(choices: &mut Choices) -> Json {
    let digit =
        |choices: &mut Choices| char::from_digit(u32::try_from(choices.below(16)).unwrap(), 16).unwrap();
    let hash: String = (0..64).map(|_| digit(choices)).collect();
    let mut archived = record([("sha256", json!(hash))]);
    choices.maybe(&mut archived, "url", 50, |_| json!("https://example.org/salinan.txt"));
    Json::Object(archived)
}

fn regions(choices: &mut Choices, data: &mut Map<String, Json>) {
    let mut regions = Map::new();
    for at in 0..1 + choices.below(6) {
        let id = choices.id();
        let level = choices.pick(&["province", "regency", "city", "country", "village"]);
        let mut region = record([("name", choices.text()), ("level", json!(level))]);
        choices.maybe(&mut region, "short", 40, Choices::text);
        let above = choices.regions.clone();
        if at > 0 && choices.chance(80) {
            region.insert("parent".into(), json!(choices.id_of(&above)));
        }
        if choices.chance(50) {
            let label = choices.chance(30).then(|| choices.text());
            region.insert("tile".into(), json!({ "column": at, "row": choices.below(3), "label": label }));
        }
        choices.regions.push(id.clone());
        regions.insert(id, Json::Object(region));
    }
    let region = choices.pick(&choices.regions.clone());
    // Most figures are of the report's own region: it stands first.
    choices.regions.sort_by_key(|id| *id != region);
    data.insert("regions".into(), Json::Object(regions));
    data.insert("region".into(), json!(region));
}

fn groups(choices: &mut Choices, data: &mut Map<String, Json>) {
    let mut groups = Map::new();
    for _ in 0..choices.below(5) {
        let id = choices.id();
        let mut group = record([("label", choices.text())]);
        choices.maybe(&mut group, "definition", 40, Choices::text);
        choices.maybe(&mut group, "base", 30, Choices::text);
        choices.groups.push(id.clone());
        groups.insert(id, Json::Object(group));
    }
    data.insert("groups".into(), Json::Object(groups));
    let mut sets = Vec::new();
    for _ in 0..choices.below(3) {
        let members: Vec<String> =
            choices.groups.clone().into_iter().filter(|_| choices.chance(70)).collect();
        let stated = [json!(true), json!(false), Json::Null];
        sets.push(json!({
            "id": choices.id(), "label": choices.text(), "members": members,
            "exhaustive": choices.pick(&stated), "disjoint": choices.pick(&stated),
        }));
    }
    data.insert("group_sets".into(), Json::Array(sets));
}

fn programmes(choices: &mut Choices, data: &mut Map<String, Json>) {
    let mut programmes = Map::new();
    for _ in 0..choices.below(4) {
        let id = choices.id();
        let mut programme = record([("label", choices.text())]);
        choices.maybe(&mut programme, "abbreviation", 50, |choices| json!(choices.word()));
        choices.maybe(&mut programme, "definition", 40, Choices::text);
        let others = choices.programmes.clone();
        choices.maybe(&mut programme, "includes", 20, |_| json!(others));
        choices.programmes.push(id.clone());
        programmes.insert(id, Json::Object(programme));
    }
    data.insert("programmes".into(), Json::Object(programmes));
}

fn indicators(choices: &mut Choices, data: &mut Map<String, Json>) {
    let mut indicators = Map::new();
    let mut roles: Vec<(Option<&str>, &'static str)> =
        ROLES.iter().map(|(role, unit)| (Some(*role), *unit)).collect();
    // A second one of a role, and some without any.
    roles.push((Some("coverage-rate"), "percent"));
    roles.extend([(None, "percent"), (None, "person"), (None, "claim"), (None, "JPY")]);
    for (role, unit) in roles {
        if choices.chance(25) {
            continue;
        }
        let unit = if unit == "IDR" { choices.pick(&["IDR", "USD"]) } else { unit };
        let id = choices.id();
        let mut indicator = record([("label", choices.text()), ("unit", json!(unit)), ("role", json!(role))]);
        choices.maybe(&mut indicator, "definition", 40, Choices::text);
        choices.maybe(&mut indicator, "counted", 40, Choices::text);
        if role.is_none() {
            choices.maybe(&mut indicator, "unit_name", 30, Choices::text);
        }
        let of = choices.indicators.first().map(|(id, _)| id.clone());
        if let Some(of) = of.filter(|_| role.is_none() && unit == "percent") {
            choices.maybe(
                &mut indicator,
                "change",
                40,
                |choices| json!({ "of": of, "in": choices.pick(&["points", "percent"]) }),
            );
        }
        choices.indicators.push((id.clone(), unit));
        indicators.insert(id, Json::Object(indicator));
    }
    let of_unit =
        |unit: &str| choices.indicators.iter().find(|(_, of)| *of == unit).map(|(id, _)| id.clone());
    let (person, rate) = (of_unit("person"), of_unit("percent"));
    if let (Some(person), Some(rate)) = (person, rate)
        && choices.chance(30)
    {
        indicators[&rate]["denominator"] = json!(person);
    }
    data.insert("indicators".into(), Json::Object(indicators));
}

use csv::ReaderBuilder;
use dataset::{Date, read};
use serde_json::Value as Json;

use super::super::package::schema;
use super::*;

const SAMPLES: [&str; 6] = [
    include_str!("../../../../../public/data/sumsel-2025-08.json"),
    include_str!("../../../../../tests/data/capabilities.json"),
    include_str!("../../../../../tests/data/forty-groups.json"),
    include_str!("../../../../../tests/data/minimal.json"),
    include_str!("../../../../../tests/data/one-group.json"),
    include_str!("../../../../../tests/data/only-awards.json"),
];

fn dataset(text: &str) -> Dataset {
    read(text).dataset.unwrap()
}

/// The table as a reader of the file finds it.
fn parsed(table: &Table) -> Vec<Vec<String>> {
    let bytes = table.csv().unwrap();
    let mut reader = ReaderBuilder::new().has_headers(false).from_reader(bytes.as_slice());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn every_file_agrees_with_its_schema() {
    for text in SAMPLES {
        let all = tables(&dataset(text));
        for table in &all {
            let schema = schema(table);
            let rows = parsed(table);
            let (heading, rows) = rows.split_first().unwrap();
            let fields = schema["fields"].as_array().unwrap();
            assert_eq!(rows.len(), table.rows.len());
            let names: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
            assert_eq!(heading.iter().map(String::as_str).collect::<Vec<_>>(), names);
            assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{}", table.name);
            for row in rows {
                for (field, value) in fields.iter().zip(row).filter(|(_, value)| !value.is_empty()) {
                    assert!(fits(field, value), "{}: {field} {value}", table.name);
                }
            }
            keys_hold(&schema, heading, rows, &all);
        }
    }
}

fn fits(field: &Json, value: &str) -> bool {
    match field["type"].as_str().unwrap() {
        "integer" => value.parse::<i64>().is_ok(),
        "number" => dataset::Decimal::parse(value).is_some(),
        "boolean" => ["true", "false"].contains(&value),
        "string" if field.get("constraints").is_some() => Date::parse(value).is_some(),
        "string" => true,
        _ => false,
    }
}

fn keys_hold(schema: &Json, heading: &[String], rows: &[Vec<String>], all: &[Table]) {
    let column = |name: &str| heading.iter().position(|column| column == name).unwrap();
    let key: Vec<usize> =
        schema["primaryKey"].as_array().unwrap().iter().map(|name| column(name.as_str().unwrap())).collect();
    let keys: BTreeSet<Vec<&str>> =
        rows.iter().map(|row| key.iter().map(|at| row[*at].as_str()).collect()).collect();
    assert_eq!(keys.len(), rows.len());
    for foreign in schema.get("foreignKeys").and_then(Json::as_array).into_iter().flatten() {
        let from = column(foreign["fields"][0].as_str().unwrap());
        let Some(resource) = foreign["reference"].get("resource").and_then(Json::as_str) else { continue };
        let other = all.iter().find(|table| table.name == resource).unwrap();
        let known = other.fields(foreign["reference"]["fields"][0].as_str().unwrap());
        assert!(rows.iter().all(|row| row[from].is_empty() || known.contains(&row[from].as_str())));
    }
}

#[test]
fn the_shipped_dataset_keeps_every_reference() {
    let data = dataset(SAMPLES[0]);
    let kept: usize = tables(&data).iter().map(|table| table.references.len()).sum();
    let mut wanted = records::tables(&data);
    wanted.retain(|table| !table.rows.is_empty());
    // Indicators refer to themselves in four columns, and every table they name has rows.
    assert_eq!(kept, wanted.iter().map(|table| table.references.len()).sum::<usize>());
}

#[test]
fn a_reference_that_leads_nowhere_and_a_key_that_repeats_are_not_promised() {
    let data = dataset(
        r#"{"format": "jamsostek-dashboard/1", "id": "x", "title": "t", "region": "nowhere", "observations": [
            {"id": "a", "indicator": "i", "region": "nowhere", "time": {"as_of": "2025"}, "value": 1},
            {"id": "a", "indicator": "i", "region": "nowhere", "time": {"as_of": "2025"}, "value": 2}]}"#,
    );
    let all = tables(&data);
    assert_eq!(
        (all.len(), all[0].name, all[0].references.len(), all[0].key.len()),
        (1, "observations", 0, 0)
    );
}

#[test]
fn files_are_after_rfc_4180() {
    let data = dataset(SAMPLES[0]);
    for table in tables(&data) {
        let text = String::from_utf8(table.csv().unwrap()).unwrap();
        assert!(!text.starts_with('\u{feff}') && text.ends_with("\r\n"));
        assert_eq!(parsed(&table)[1..], table.rows[..]);
    }
    let observations = &tables(&data)[0];
    assert_eq!(observations.fields("value")[0], "31.33");
    assert_eq!(observations.fields("value")[1], "");
    assert_eq!(observations.fields("missing")[1], "not_stated");
    assert_eq!(observations.fields("token")[0], "31,33%");
    assert_eq!(observations.fields("time_kind")[0], "as_of");
    assert_eq!(observations.fields("group_label_en")[3], "Village heads and officials");
}

#[test]
fn formulas_are_defused() {
    let title = r#"{"id": "=HYPERLINK(\"http://x\")", "en": "@SUM(A1)"}"#;
    let data = dataset(&format!(
        r#"{{"format": "jamsostek-dashboard/1", "id": "x", "title": "t", "region": "a",
            "regions": {{"a": {{"name": {title}, "level": "province"}}}}}}"#,
    ));
    let all = tables(&data);
    let regions = all.iter().find(|table| table.name == "regions").unwrap();
    let row = &parsed(regions)[1];
    assert!(
        row.contains(&"'=HYPERLINK(\"http://x\")".to_owned()) && row.contains(&"'@SUM(A1)".to_owned()),
        "{row:?}"
    );
}

#[test]
fn masked_names_are_in_no_table() {
    let text = SAMPLES[0].replace("\"mask_private_persons\": false", "\"mask_private_persons\": true");
    let data = dataset(&text);
    let names = private_names(&data);
    assert_eq!(names.len(), 8);
    for table in tables(&data) {
        let csv = String::from_utf8(table.csv().unwrap()).unwrap();
        for name in &names {
            assert!(!csv.contains(name), "{name} in {}", table.name);
        }
    }
    let shown = tables(&dataset(SAMPLES[0]));
    let cases = shown.iter().find(|table| table.name == "handovers").unwrap();
    assert!(cases.fields("beneficiary").iter().all(|name| !name.is_empty()));
}

#[test]
fn regions_have_their_place_on_the_map_of_tiles() {
    let all = tables(&dataset(
        r#"{"format": "jamsostek-dashboard/1", "id": "x", "title": "t", "region": "a", "regions": {
            "a": {"name": "A", "level": "province"},
            "b": {"name": "Kota B", "level": "city", "tile": {"column": 3, "row": 1}},
            "c": {"name": "Kota C", "level": "city", "tile": {"column": 0, "row": 12, "label": {"id": "Pa\u00adlem", "en": "Pal"}}}}}"#,
    ));
    let regions = all.iter().find(|table| table.name == "regions").unwrap();
    assert_eq!(regions.fields("tile_column"), ["", "3", "0"]);
    assert_eq!(regions.fields("tile_row"), ["", "1", "12"]);
    assert_eq!(regions.fields("tile_label_id"), ["", "", "Pa\u{ad}lem"]);
    assert_eq!(regions.fields("tile_label_en"), ["", "", "Pal"]);
    let schema = schema(regions);
    for field in schema["fields"].as_array().unwrap() {
        let name = field["name"].as_str().unwrap();
        if let Some(part) = name.strip_prefix("tile_") {
            let number = !part.starts_with("label");
            assert_eq!(field["type"], if number { "integer" } else { "string" }, "{name}");
            assert!(field["description"].as_str().unwrap().len() > 20, "{name}");
        }
    }
}

//! The committed JSON Schema is that of the types, and the datasets keep to it.
#![cfg(feature = "schema")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use dataset::{check, schema};
use expect_test::expect_file;
use serde_json::{Value, json};

const DATASETS: [&str; 7] = [
    include_str!("../public/data/sumsel-2025-08.json"),
    include_str!("data/additions.json"),
    include_str!("data/capabilities.json"),
    include_str!("data/forty-groups.json"),
    include_str!("data/minimal.json"),
    include_str!("data/one-group.json"),
    include_str!("data/only-awards.json"),
];

fn validator() -> jsonschema::Validator {
    jsonschema::draft202012::new(&serde_json::from_str(&schema::json()).unwrap()).unwrap()
}

fn faults(dataset: &Value) -> Vec<String> {
    validator().iter_errors(dataset).map(|error| error.instance_path().to_string()).collect()
}

#[test]
fn the_committed_schema_is_up_to_date() {
    // `UPDATE_EXPECT=1 cargo test --features schema` writes it anew.
    expect_file!["../public/schema/dataset-1.schema.json"].assert_eq(&schema::json());
}

#[test]
fn it_is_a_schema() {
    let schema: Value = serde_json::from_str(&schema::json()).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert!(jsonschema::meta::is_valid(&schema));
}

#[test]
fn the_datasets_keep_to_it() {
    for text in DATASETS {
        let dataset: Value = serde_json::from_str(text).unwrap();
        assert_eq!(faults(&dataset), Vec::<String>::new(), "{}", dataset["id"]);
    }
}

#[test]
fn what_the_reader_refuses_the_schema_refuses() {
    let faulty: [(&str, Value); 15] = [
        ("/format", json!("jamsostek-dashboard/2")),
        ("/colour", json!("red")),
        ("/title/fr", json!("X")),
        ("/languages/0", json!("fr")),
        ("/currency", json!("rupiah")),
        ("/updated", json!("27-08-2025")),
        ("/observations/0/value", json!("31.33")),
        ("/observations/0/evidence/page", json!(3)),
        ("/observations/0/time", json!({"as_of": "2025", "end": "2025"})),
        ("/observations/0/time", json!({"as_of": "2025", "start": "2025"})),
        ("/observations/0/missing", json!("not_stated")),
        ("/observations/0/value", json!(null)),
        ("/regions/lahat/codes/bps", json!(1604)),
        ("/awards/0/jury/stated", json!(-1)),
        ("/indicators/covered/unit", json!("people")),
    ];
    for (pointer, value) in faulty {
        let mut dataset: Value = serde_json::from_str(DATASETS[0]).unwrap();
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        match dataset.pointer_mut(parent).unwrap() {
            Value::Array(items) => items[name.parse::<usize>().unwrap()] = value,
            other => other[name] = value,
        }
        assert!(!faults(&dataset).is_empty(), "{pointer}");
        assert!(
            check(&dataset.to_string())
                .iter()
                .any(|f| f.pointer.starts_with(pointer) || pointer.starts_with(&f.pointer)),
            "{pointer}"
        );
    }
}

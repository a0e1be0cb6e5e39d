//! The shipped dataset says what its source says.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use jamsostek_dashboard::model::{Breach, Dataset, Rule, Severity, check, read};

const SHIPPED: &str = include_str!("../public/data/sumsel-2025-08.json");

fn shipped() -> Dataset {
    let reading = read(SHIPPED);
    assert_eq!(reading.findings, []);
    reading.dataset.expect("the shipped dataset is readable")
}

#[test]
fn the_shipped_dataset_raises_no_false_alarm() {
    let found: Vec<_> = check(SHIPPED)
        .iter()
        .map(|found| {
            (
                found.severity,
                found.rule.clone(),
                found.pointer.clone(),
                SHIPPED.lines().nth(found.line as usize - 1).unwrap().trim().to_owned(),
            )
        })
        .collect();
    let jury = Rule::Breach(Breach::JuryCount { stated: 9, listed: 8 });
    let line = "\"stated\": 9,".to_owned();
    assert_eq!(found, [(Severity::Note, jury, "/awards/0/jury/stated".to_owned(), line)]);
}

#[test]
fn the_shipped_dataset_reads_without_a_finding() {
    let dataset = shipped();
    assert_eq!(dataset.observations.len(), 15);
}

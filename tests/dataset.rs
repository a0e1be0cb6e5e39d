//! The shipped dataset says what its source says.
use jamsostek_dashboard::model::{Dataset, read};

const SHIPPED: &str = include_str!("../public/data/sumsel-2025-08.json");

fn shipped() -> Dataset {
    let reading = read(SHIPPED);
    assert_eq!(reading.findings, []);
    reading.dataset.expect("the shipped dataset is readable")
}

#[test]
fn the_shipped_dataset_reads_without_a_finding() {
    let dataset = shipped();
    assert_eq!(dataset.observations.len(), 15);
}

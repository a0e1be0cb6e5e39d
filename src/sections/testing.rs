//! What the tests of the sections share.
use std::sync::Arc;

use leptos::prelude::*;
use routes::Page;
use words::Lang;

use crate::context::{Report, ReportOptions};

/// The sample datasets, by their names.
pub const SAMPLES: [(&str, &str); 13] = [
    ("additions", include_str!("../../tests/data/additions.json")),
    ("capabilities", include_str!("../../tests/data/capabilities.json")),
    ("cash-benefit", include_str!("../../tests/data/cash-benefit.json")),
    ("city", include_str!("../../tests/data/city.json")),
    ("contradictions", include_str!("../../tests/data/contradictions.json")),
    ("country", include_str!("../../tests/data/country.json")),
    ("editions", include_str!("../../tests/data/editions.json")),
    ("forty-groups", include_str!("../../tests/data/forty-groups.json")),
    ("minimal", include_str!("../../tests/data/minimal.json")),
    ("one-group", include_str!("../../tests/data/one-group.json")),
    ("only-awards", include_str!("../../tests/data/only-awards.json")),
    ("two-years", include_str!("../../tests/data/two-years.json")),
    ("sumsel-2025-08", include_str!("../../public/data/sumsel-2025-08.json")),
];

/// The text of a sample.
pub fn sample(name: &str) -> &'static str {
    SAMPLES.iter().find(|(sample, _)| *sample == name).unwrap().1
}

/// What the build writes of a section, for a sample, with plain spaces.
pub fn html<V: IntoView>(name: &str, lang: Lang, section: impl FnOnce() -> V) -> String {
    html_of(sample(name), lang, section)
}

/// Does something with the report of a sample.
pub fn with_report<T>(name: &str, lang: Lang, act: impl FnOnce(&Report) -> T) -> T {
    let data = Arc::new(dataset::read(sample(name)).dataset.unwrap());
    Owner::new().with(|| act(&Report::new(ReportOptions { data, lang, page: Page::Report, newer: false })))
}

/// As [`html`], for the text of a dataset.
pub fn html_of<V: IntoView>(dataset: &str, lang: Lang, section: impl FnOnce() -> V) -> String {
    let data = Arc::new(dataset::read(dataset).dataset.unwrap());
    Owner::new().with(|| {
        provide_context(Report::new(ReportOptions { data, lang, page: Page::Report, newer: false }));
        section().into_view().to_html().replace('\u{a0}', " ")
    })
}

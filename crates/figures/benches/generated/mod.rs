//! Datasets of any size, for measuring how the cost grows with it. All figures are invented.
use std::fmt::Write;

/// The shapes that datasets of offices have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A rate for each of many regions.
    Regions,
    /// A rate and the persons covered for each of many groups, which make up the whole.
    Groups,
    /// A rate for each of many times.
    Times,
    /// Some groups at many times.
    GroupsAndTimes,
    /// Single claims with persons.
    Cases,
    /// Winners of an award, from many places.
    Winners,
    /// Figures of many indicators, with a note on each, and as many sources, programmes, events and terms.
    Context,
}

/// A dataset with so many records of a shape.
pub fn dataset(shape: Shape, records: usize) -> String {
    let mut text = String::from(
        r#"{"format": "jamsostek-dashboard/1", "id": "generated", "title": "Generated, invented figures",
"region": "r",
"indicators": {"rate": {"label": "Rate", "unit": "percent", "role": "coverage-rate"},
 "covered": {"label": "Covered", "unit": "person", "role": "covered"},
 "potential": {"label": "Potential", "unit": "person", "role": "potential"},
 "claims": {"label": "Claims", "unit": "claim", "role": "claim-count"},
 "paid": {"label": "Paid", "unit": "IDR", "role": "claim-amount"}},
"#,
    );
    let surroundings = if shape == Shape::Context { records } else { 1 };
    let source = |n: usize| format!(r#"{{"id": "s{n}", "publisher": "Source {n}", "title": "T"}}"#);
    text += &part("\"sources\": [", &source, surroundings, "],\n");
    let programme =
        |n: usize| format!(r#""p{n}": {{"label": "Programme {n}", "definition": "What it pays"}}"#);
    text += &part("\"programmes\": {", &programme, surroundings, "},\n");
    let region = |n: usize| format!(r#""r{n}": {{"name": "Region {n}", "level": "regency", "parent": "r"}}"#);
    let regions = if matches!(shape, Shape::Regions | Shape::Winners) { records } else { 1 };
    let province = r#""regions": {"r": {"name": "R", "level": "province"}, "#;
    text += &part(province, &region, regions, "},\n");
    if matches!(shape, Shape::Groups | Shape::GroupsAndTimes) {
        let groups = if shape == Shape::Groups { records } else { 10 };
        text += &part("\"groups\": {", &|n| format!(r#""g{n}": {{"label": "G{n}"}}"#), groups, "},\n");
        let set = r#""group_sets": [{"id": "all", "label": "All", "exhaustive": true, "disjoint": true, "members": ["#;
        text += &part(set, &|n| format!("\"g{n}\""), groups, "]}],\n");
    }
    if shape == Shape::Cases {
        text += &part("\"claims\": {\"cases_are_examples\": false, \"cases\": [", &case, records, "]},\n");
    }
    if shape == Shape::Context {
        context(&mut text, records);
    }
    if shape == Shape::Winners {
        let winner = |n: usize| {
            format!(r#"{{"id": "w{n}", "name": "Winner {n}", "rank": 1, "place": {{"region": "r{n}"}}}}"#)
        };
        let award =
            r#""awards": [{"id": "a", "name": "A", "categories": [{"id": "c", "label": "C", "winners": ["#;
        text += &part(award, &winner, records, "]}]}],\n");
    }
    text += &part("\"observations\": [", &|n| observation(shape, n), records.max(2), "]}");
    text
}

/// A part of a dataset: so many items between two texts.
fn part(from: &str, each: &dyn Fn(usize) -> String, count: usize, to: &str) -> String {
    let items: Vec<String> = (0..count).map(each).collect();
    format!("{from}{}{to}", items.join(",\n"))
}

/// What surrounds the figures: a note on each, events and terms.
fn context(text: &mut String, records: usize) {
    let note =
        |n: usize| format!(r#"{{"id": "n{n}", "severity": "info", "about": ["o{n}"], "text": "Note {n}"}}"#);
    let event = |n: usize| format!(r#"{{"id": "e{n}", "label": "Event {n}", "date": "2025-01-01"}}"#);
    let term = |n: usize| format!(r#"{{"id": "t{n}", "term": "Term {n}", "definition": "What it means"}}"#);
    *text += &part("\"notes\": [", &note, records, "],\n");
    *text += &part("\"events\": [", &event, records, "],\n");
    *text += &part("\"glossary\": [", &term, records, "],\n");
}

fn case(n: usize) -> String {
    format!(
        r#"{{"id": "c{n}", "date": "2025-01-01", "programme": "p0", "amount": {n},
 "beneficiary": {{"name": "Person Number{n}", "private": true}}, "note": {{"id": "Rekaan", "en": "Invented"}}}}"#
    )
}

fn observation(shape: Shape, n: usize) -> String {
    let mut text = String::new();
    let day = |n: usize| format!("{:04}-{:02}-{:02}", 1000 + n / 336, 1 + n / 28 % 12, 1 + n % 28);
    let (indicator, region, group, time) = match shape {
        Shape::Regions | Shape::Winners => ("rate", format!("r{n}"), None, "2025-01-01".to_owned()),
        Shape::Groups => {
            let indicator = if n.is_multiple_of(2) { "rate" } else { "covered" };
            (indicator, "r".to_owned(), Some(n / 2), "2025-01-01".to_owned())
        }
        Shape::Times => ("rate", "r".to_owned(), None, day(n)),
        Shape::GroupsAndTimes => ("covered", "r".to_owned(), Some(n % 10), day(n / 10)),
        Shape::Cases | Shape::Context => ("claims", "r".to_owned(), None, day(n)),
    };
    let group = group.map(|group| format!(r#""group": "g{group}", "#)).unwrap_or_default();
    let value = n % 90;
    let source = if shape == Shape::Context { n } else { 0 };
    let _ = write!(
        text,
        r#"{{"id": "o{n}", "indicator": "{indicator}", "region": "{region}", {group}"time": {{"as_of": "{time}"}}, "value": {value}, "evidence": {{"source": "s{source}", "figure": "{value}"}}}}"#
    );
    text
}

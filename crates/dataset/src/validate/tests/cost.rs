//! Whatever is in a text, to check it takes time and room that grow with its length and not with its square. With a
//! square, each of these would take minutes or more memory than there is.
use std::fmt::Write;
use std::time::{Duration, Instant};

use super::HEAD;
use crate::json::Reason;
use crate::{Rule, check};

/// How many there are of what is repeated.
const MANY: usize = 20_000;

fn repeated(times: usize, item: impl Fn(usize) -> String) -> String {
    (0..times).map(item).collect::<Vec<_>>().join(",")
}

#[track_caller]
fn is_quick(body: &str) -> Vec<crate::Finding> {
    let start = Instant::now();
    let found = check(&format!("{HEAD} {body}}}"));
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
    found
}

#[test]
fn long_ids_that_are_not_known() {
    let (id, other) = ("a".repeat(300_000), "b".repeat(300_000));
    let source = format!(r#""sources": [{{"id": "{id}", "publisher": "P", "title": "T"}}]"#);
    let rows = repeated(20, |n| {
        format!(
            r#"{{"id": "o{n}", "indicator": "i", "region": "r", "time": {{"as_of": "2025"}}, "value": 1, "evidence": {{"source": "{other}"}}}}"#
        )
    });
    let found = is_quick(&format!(r#"{source}, "observations": [{rows}], "{}": 1"#, "c".repeat(900)));
    assert!(found.iter().any(|finding| finding.pointer.ends_with("/evidence/source")));
}

#[test]
fn names_of_many_words_in_texts_of_many_words() {
    let name = "A ".repeat(MANY);
    let case = format!(r#"{{"id": "c", "beneficiary": {{"name": "{name} B", "private": true}}}}"#);
    let note = format!(r#"{{"id": "n", "severity": "info", "text": "{}"}}"#, "A ".repeat(3 * MANY));
    let found = is_quick(&format!(r#""claims": {{"cases": [{case}]}}, "notes": [{note}]"#));
    assert!(found.iter().any(|finding| finding.rule.code() == "private-name"), "its beginning is found");
}

#[test]
fn lists_behind_many_unknown_fields() {
    let unknown = repeated(3 * MANY, |n| format!(r#""x{n}": 0"#));
    let awards = repeated(MANY / 4, |n| format!(r#"{{"id": "a{n}", "name": "A"}}"#));
    let found = is_quick(&format!(r#"{unknown}, "awards": [{awards}]"#));
    assert!(found.iter().any(|finding| finding.rule.code() == "more-findings"));
}

#[test]
fn names_within_names() {
    let mut members = String::new();
    for n in 0..MANY {
        let _ = write!(members, r#""{n}": "\u200b","#);
    }
    let case =
        r#""claims": {"cases": [{"id": "c", "beneficiary": {"name": "Nama Orang", "private": true}}]}"#;
    let privacy = r#""privacy": {"mask_private_persons": true}"#;
    let of = |length| format!(r#"{privacy}, {case}, "{}": {{{members} "z": 0}}"#, "n".repeat(length));
    let found = is_quick(&of(1000 - "19999".len()));
    assert!(found.iter().any(|finding| finding.rule.code() == "hidden-letter"));
    let found = is_quick(&of(300_000));
    assert_eq!(found[0].rule, Rule::Syntax(Reason::LongNames));
    assert_eq!(
        (found.len(), found[0].column),
        (1, u32::try_from(HEAD.len() + privacy.len() + case.len()).unwrap() + 6)
    );
}

#[test]
fn changes_of_one_series() {
    let row = |n: usize, indicator: &str, time: &str| {
        format!(
            r#"{{"id": "{indicator}{n}", "indicator": "{indicator}", "region": "r", "group": "g{n}", "time": {time}, "value": 1}}"#
        )
    };
    let rows = repeated(MANY / 4, |n| {
        let figure = row(n, "i", r#"{"as_of": "2025"}"#);
        [figure, row(n, "change", r#"{"start": "2024", "end": "2025"}"#)].join(",")
    });
    let indicators = r#""i": {"label": "I", "unit": "person"}, "change": {"label": "C", "unit": "percent", "change": {"of": "i", "kind": "percent"}}"#;
    is_quick(&format!(r#""indicators": {{{indicators}}}, "observations": [{rows}]"#));
}

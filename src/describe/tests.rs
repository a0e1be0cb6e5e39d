use std::sync::Arc;

use leptos::prelude::*;
use routes::Page;

use super::*;
use crate::context::ReportOptions;

/// A report of rates, each as the members that differ; `sets` are sets of groups.
fn with_rates<T>(rates: &[&str], sets: &str, lang: Lang, act: impl FnOnce(&Report) -> T) -> T {
    let observation = |(at, members): (usize, &&str)| {
        format!(
            r#"{{"id": "o-{at}", "indicator": "rate", "region": "r", "time": {{"as_of": "2025-08-01"}}, {members}}}"#
        )
    };
    let rates: Vec<String> = rates.iter().enumerate().map(observation).collect();
    let text = format!(
        r#"{{"format": "jamsostek-dashboard/1", "id": "x", "title": "x", "region": "r", "headline": "o-0",
        "indicators": {{"rate": {{"label": "Rate", "unit": "percent", "role": "coverage-rate",
            "counted": {{"id": "tenaga kerja", "en": "workers"}}}}}},
        "regions": {{"r": {{"name": {{"id": "Selatan", "en": "South"}}, "level": "province"}}}},
        "groups": {{"a": {{"label": "A"}}, "b": {{"label": "B"}}, "c": {{"label": "C"}}}},
        "group_sets": [{sets}], "observations": [{}]}}"#,
        rates.join(",")
    );
    let data = Arc::new(dataset::read(&text).dataset.unwrap());
    Owner::new().with(|| act(&Report::new(ReportOptions { data, lang, page: Page::Report, newer: false })))
}

fn headline_of(rate: &str) -> [String; 2] {
    [Lang::Id, Lang::En].map(|lang| {
        with_rates(&[rate], "", lang, |report| {
            headline_sentence(report, &figures::headline(&report.data).unwrap()).replace('\u{a0}', " ")
        })
    })
}

#[test]
fn a_headline_of_a_group_speaks_of_that_group() {
    let [id, en] = headline_of(r#""group": "a", "value": 87"#);
    assert_eq!(
        id,
        "A: sekitar 87 dari setiap 100 orang di Selatan sudah terlindungi jaminan sosial ketenagakerjaan. \
         Sekitar 13 lainnya belum."
    );
    assert_eq!(
        en,
        "A: about 87 in every 100 people in South are covered by employment social security. About 13 are not."
    );
}

#[test]
fn a_bound_and_a_rate_near_nothing_are_said_as_they_are_stated() {
    let [id, en] = headline_of(r#""value": 40, "qualifier": "less_than""#);
    assert_eq!(
        id,
        "Kurang dari 40% tenaga kerja di Selatan sudah terlindungi jaminan sosial ketenagakerjaan."
    );
    assert_eq!(en, "Less than 40% of workers in South are covered by employment social security.");
    let [_, en] = headline_of(r#""value": 0.3"#);
    assert_eq!(en, "0.3% of workers in South are covered by employment social security.");
}

fn rates_of(rates: &[&str], sets: &str) -> (String, String) {
    with_rates(rates, sets, Lang::En, |report| {
        let coverage = figures::coverage(&report.data).unwrap();
        (super::rates(report, &coverage), not_summed(report, &coverage))
    })
}

#[test]
fn nobody_is_the_highest_or_the_lowest_whom_a_tie_or_a_bound_leaves_open() {
    let sure =
        [r#""group": "a", "value": 50"#, r#""group": "b", "value": 30"#, r#""group": "c", "value": 20"#];
    assert_eq!(rates_of(&sure, "").0, "Highest of 3 groups: A, 50%. Lowest: C, 20%.");
    let tie =
        [r#""group": "a", "value": 50"#, r#""group": "b", "value": 50"#, r#""group": "c", "value": 20"#];
    assert_eq!(rates_of(&tie, "").0, "");
    let bound = [
        r#""group": "a", "value": 50"#,
        r#""group": "b", "value": 40, "qualifier": "less_than""#,
        r#""group": "c", "value": 20"#,
    ];
    assert_eq!(rates_of(&bound, "").0, "");
}

#[test]
fn of_two_groups_one_is_always_below() {
    let two = [r#""group": "a", "value": 50"#, r#""group": "b", "value": 30"#, r#""value": 40"#];
    assert_eq!(rates_of(&two, "").0, "Highest of 2 groups: A, 50%. Lowest: B, 30%.");
}

#[test]
fn what_a_set_does_not_say_is_not_claimed() {
    let rates = [r#""group": "a", "value": 50"#, r#""group": "b", "value": 30"#];
    let told = |known: &str| {
        rates_of(&rates, &format!(r#"{{"id": "s", "label": "S", "members": ["a", "b"]{known}}}"#)).1
    };
    assert_eq!(
        told(""),
        "These are perhaps not all workers, and they may overlap, so they are not added up."
    );
    assert_eq!(
        told(r#", "exhaustive": false, "disjoint": null"#),
        "These are not all workers, and they may overlap, so they are not added up."
    );
    assert_eq!(told(r#", "exhaustive": true, "disjoint": false"#), "They overlap, so they are not added up.");
    assert_eq!(
        told(r#", "exhaustive": false, "disjoint": true"#),
        "These are not all workers, so they are not added up."
    );
    assert_eq!(
        rates_of(&rates, "").1,
        "These are perhaps not all workers, and they may overlap, so they are not added up."
    );
}

#[test]
fn what_is_less_than_something_has_no_bar() {
    with_rates(&[r#""value": 40, "qualifier": "less_than""#], "", Lang::En, |report| {
        let observation = report.data.observations.iter().next();
        assert!(matches!(amount(report, observation), Amount::Missing { label } if label == "less than 40%"));
    });
}

#[test]
fn winners_are_in_the_categories_that_have_some() {
    let said = |categories: &str| {
        let text = format!(
            r#"{{"format": "jamsostek-dashboard/1", "id": "x", "title": "x", "region": "r",
            "awards": [{{"id": "a", "name": "A", "categories": [{categories}]}}]}}"#
        );
        let data = Arc::new(dataset::read(&text).dataset.unwrap());
        Owner::new().with(|| {
            let options =
                ReportOptions { data: data.clone(), lang: Lang::En, page: Page::Report, newer: false };
            let figures = figures::awards(&data);
            awards_sentence(&Report::new(options), &figures[0], None).text()
        })
    };
    let (one, none) = (
        r#"{"id": "k", "label": "K", "winners": [{"id": "w", "name": "W"}, {"id": "v", "name": "V"}]}"#,
        r#"{"id": "l", "label": "L", "winners": []}"#,
    );
    assert_eq!(said(one), "A: 2 winners in 1 category.");
    assert_eq!(said(&[one, ",", none].concat()), "A: 2 winners in 1 of 2 categories.");
    assert_eq!(said(none), "A: 1 category; the winners are not named.");
}

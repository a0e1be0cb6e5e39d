//! Sample datasets: everything that the format can say, and its extremes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::collections::BTreeSet;

use dataset::json::Document;
use dataset::{
    Basis, ColumnKind, Dataset, Lang, Missing, NoteSeverity, Qualifier, Role, Severity, Status, Time, Unit,
    Value, check, read,
};

use proptest::prelude::*;
use serde_json::{Value as Json, json};

const CAPABILITIES: &str = include_str!("data/capabilities.json");
const CONTRADICTIONS: &str = include_str!("data/contradictions.json");
const FORTY_GROUPS: &str = include_str!("data/forty-groups.json");
const MINIMAL: &str = include_str!("data/minimal.json");
const ONE_GROUP: &str = include_str!("data/one-group.json");
const ONLY_AWARDS: &str = include_str!("data/only-awards.json");
const CITY: &str = include_str!("data/city.json");
const COUNTRY: &str = include_str!("data/country.json");
const EDITIONS: &str = include_str!("data/editions.json");
const TWO_YEARS: &str = include_str!("data/two-years.json");
const MANY_CASES: &str = include_str!("claims/kasus-rekaan.json");

fn dataset(text: &str) -> Dataset {
    let reading = read(text);
    assert_eq!(reading.findings, []);
    reading.dataset.unwrap()
}

#[test]
fn no_sample_raises_an_alarm() {
    for text in [
        CAPABILITIES,
        FORTY_GROUPS,
        MINIMAL,
        ONE_GROUP,
        ONLY_AWARDS,
        CITY,
        COUNTRY,
        EDITIONS,
        TWO_YEARS,
        MANY_CASES,
    ] {
        assert_eq!(check(text), [], "{}", dataset(text).id);
    }
}

#[test]
fn contradictions_of_a_source_can_be_published() {
    let found = check(CONTRADICTIONS);
    let codes: BTreeSet<_> = found.iter().map(|finding| finding.rule.code()).collect();
    let expected = [
        "average-mismatch",
        "jury-count",
        "list-mismatch",
        "part-exceeds-total",
        "parts-mismatch",
        "rate-mismatch",
    ];
    assert_eq!(codes.into_iter().collect::<Vec<_>>(), expected);
    assert_eq!(found.len(), expected.len());
    assert!(found.iter().all(|finding| finding.severity < Severity::Error));
}

#[test]
fn every_way_of_stating_a_number_is_there() {
    let data = dataset(CAPABILITIES);
    let mut qualifiers = Vec::new();
    let mut reasons = Vec::new();
    for observation in &data.observations {
        match observation.value {
            Value::Stated(stated) => qualifiers.push(stated.qualifier),
            Value::Missing(reason) => reasons.push(reason),
        }
    }
    use Qualifier::{Approx, AtLeast, Estimate, Exact, LessThan, Rounded, Truncated};
    for qualifier in [Exact, Rounded, Truncated, AtLeast, LessThan, Approx, Estimate] {
        assert!(qualifiers.contains(&qualifier), "{qualifier:?}");
    }
    for reason in [Missing::NotCollected, Missing::NotApplicable, Missing::Confidential] {
        assert!(reasons.contains(&reason), "{reason:?}");
    }
    let find = |id: &str| data.observations.iter().find(|o| o.id == id).unwrap();
    assert_eq!(find("rate-2025-hill").status, Status::M);
    assert_eq!(find("rate-2022").status, Status::L);
    assert_eq!(find("covered-2025-young").status, Status::O);
    assert_eq!(find("rate-2024-bulletin").status, Status::P);
    let whole = find("rate-2023").value.stated().unwrap();
    assert_eq!(whole.step.map(|step| step.to_string()), Some("1".to_owned()));
    assert!(find("rate-2025-port").value.stated().unwrap().number.to_f64() > 100.0);
}

#[test]
fn regions_periods_programmes_and_sources_differ() {
    let data = dataset(CAPABILITIES);
    let regions: BTreeSet<_> = data.observations.iter().map(|o| o.region.as_str()).collect();
    assert_eq!(regions.into_iter().collect::<Vec<_>>(), ["east", "hill", "northland", "port", "west"]);
    assert_eq!(data.regions.get("east").unwrap().codes.get("home").unwrap(), "10");
    let programmes = data.observations.iter().filter(|o| o.programme.is_some()).count();
    assert_eq!(programmes, 2);
    let times: BTreeSet<_> = data.observations.iter().map(|o| o.time.end().to_string()).collect();
    assert_eq!(times.into_iter().collect::<Vec<_>>(), ["2022", "2023", "2024-12", "2025", "2025-06-30"]);
    assert!(data.observations.iter().any(|o| matches!(o.time, Time::Period { start: Some(_), .. })));
    let statements: Vec<_> = data.observations.iter().filter(|o| o.id.starts_with("rate-2024")).collect();
    assert_eq!(statements.iter().map(|o| o.preferred).collect::<Vec<_>>(), [true, false]);
    assert_eq!(data.series_breaks[0].at.to_string(), "2024-01-01");
    assert_eq!((data.group_sets[0].exhaustive, data.group_sets[0].disjoint), (Some(true), Some(true)));
    assert_eq!((data.group_sets[1].exhaustive, data.group_sets[1].disjoint), (Some(false), None));
    assert_eq!(data.languages, [Lang::En, Lang::Id]);
    assert_eq!(data.currency.as_ref().unwrap().code(), "EUR");
    assert!(
        matches!(&data.indicators.get("paid-abroad").unwrap().unit, Unit::Money(currency) if currency.code() == "USD")
    );
    assert_eq!(data.indicators.get("scholarships").unwrap().role, Some(Role::ScholarshipAmount));
    assert_eq!(data.indicators.get("scholarships").unwrap().part_of.as_deref(), Some("paid"));
}

#[test]
fn claims_awards_and_context_are_complete() {
    let data = dataset(CAPABILITIES);
    assert!(data.privacy.mask_private_persons);
    let claims = data.claims.as_ref().unwrap();
    let records = claims.records.as_ref().unwrap();
    assert_eq!((records.rows, records.columns.len()), (Some(5000), 7));
    assert!(records.columns.iter().any(|c| c.private && c.kind == ColumnKind::Text));
    assert_eq!(claims.cases.iter().map(|c| c.amount).collect::<Vec<_>>(), [Some(10_000), None, Some(500)]);
    let award = &data.awards[0];
    let ranks = |index: usize| award.categories[index].winners.iter().map(|w| w.rank).collect::<Vec<_>>();
    assert_eq!(ranks(0), [Some(1), Some(1), Some(3)]);
    assert_eq!(ranks(1), [Some(2), None]);
    assert!(ranks(2).is_empty());
    let prizes: Vec<_> = award.categories[0].winners.iter().filter_map(|w| w.prize.as_ref()).collect();
    assert_eq!(prizes.len(), 2);
    assert_eq!(award.categories[1].winners[0].place.as_ref().unwrap().basis, Basis::Inferred);
    assert_eq!(award.special[0].persons.as_ref().unwrap().qualifier, Qualifier::AtLeast);
    assert_eq!((data.awards[1].edition.as_deref(), data.awards[1].jury.is_none()), (None, true));
    let targets: Vec<_> = data.policies[0].targets.iter().map(|t| t.value.map(|v| v.to_string())).collect();
    assert_eq!(targets, [Some("80".to_owned()), None]);
    let severities: Vec<_> = data.notes.iter().map(|n| n.severity).collect();
    assert_eq!(severities, [NoteSeverity::Info, NoteSeverity::Gap, NoteSeverity::Contradiction]);
}

#[test]
fn forty_groups_reach_the_extremes() {
    let data = dataset(FORTY_GROUPS);
    let lengths: BTreeSet<_> = data.groups.values().map(|g| g.label.get(Lang::Id).chars().count()).collect();
    assert_eq!((data.groups.len(), lengths.first(), lengths.last()), (40, Some(&3), Some(&90)));
    let rates: Vec<_> =
        data.observations.iter().filter(|o| o.indicator == "rate" && o.group.is_some()).collect();
    assert_eq!(rates.len(), 40);
    assert_eq!(rates.iter().filter(|o| o.value.stated().is_none()).count(), 1);
    let over = rates.iter().filter_map(|o| o.value.stated()).filter(|s| s.number.to_f64() > 100.0).count();
    assert_eq!(over, 2);
}

#[test]
fn a_dataset_may_hold_little() {
    let minimal = dataset(MINIMAL);
    assert_eq!((minimal.observations.len(), minimal.languages.as_slice()), (1, &[Lang::Id][..]));
    assert!(minimal.claims.is_none() && minimal.awards.is_empty());
    let awards = dataset(ONLY_AWARDS);
    assert!(awards.observations.is_empty() && awards.claims.is_none());
    assert_eq!(awards.awards[0].categories.iter().map(|c| c.winners.len()).sum::<usize>(), 3);
    assert_eq!(dataset(ONE_GROUP).groups.len(), 1);
}

/// The pointers of every value in a document but the outermost.
fn pointers(value: &Json, at: &str, all: &mut Vec<String>) {
    let children: Vec<(String, &Json)> = match value {
        Json::Array(items) => items.iter().enumerate().map(|(i, item)| (i.to_string(), item)).collect(),
        Json::Object(members) => members.iter().map(|(name, value)| (name.clone(), value)).collect(),
        _ => Vec::new(),
    };
    for (token, child) in children {
        let at = format!("{at}/{token}");
        pointers(child, &at, all);
        all.push(at);
    }
}

proptest! {
    #[test]
    fn a_spoilt_dataset_is_explained_and_the_rest_is_kept(
        spoilt in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..8), 1..4),
    ) {
        let mut json: Json = serde_json::from_str(CAPABILITIES).unwrap();
        let mut all = Vec::new();
        pointers(&json, "", &mut all);
        all.retain(|pointer| !["/format", "/id", "/title", "/region"].iter().any(|head| pointer.starts_with(head) && !pointer.starts_with("/regions")));
        let others =
            [json!(null), json!(-7), json!(2.5), json!("x"), json!("2025-02-30"), json!([]), json!({}), json!({"id": "x", "zz": 1})];
        for (index, other) in spoilt {
            if let Some(place) = json.pointer_mut(index.get(all.as_slice()).as_str()) {
                *place = others[other].clone();
            }
        }
        let text = serde_json::to_string_pretty(&json).unwrap();
        // Only the outermost fields that must be there can hide everything.
        let reading = read(&text);
        prop_assert!(reading.dataset.is_some(), "{:?}", reading.findings);
        let found = check(&text);
        prop_assert!(found.is_sorted_by_key(|f| (f.line, f.column)));
        let document = Document::parse(&text).unwrap();
        for finding in &found {
            let line = text.lines().nth(finding.line as usize - 1).unwrap();
            prop_assert!(finding.column as usize <= line.chars().count(), "{:?}", finding);
            let nearest = document.position(document.offset(&finding.pointer));
            prop_assert!(nearest.line <= finding.line + 1, "{:?}", finding);
        }
        // What could be read is found by `read` and by `check` alike.
        prop_assert!(found.len() >= reading.findings.len());
    }
}

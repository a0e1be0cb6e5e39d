//! However much a dataset holds, a page writes a bounded number of rows, and says how many there are.
use leptos::prelude::*;
use tables::ROWS_WRITTEN;
use words::Lang;

use super::testing::html_of;
use super::{AwardsSection, ClaimsSection, GroupsSection, MethodSection, MoreFigures, TrendSection};

const GROUPS: usize = 250;
const REGIONS: usize = 150;
const PROGRAMMES: usize = 120;
const CASES: usize = 330;
const WINNERS: usize = 260;
const SPECIAL: usize = 130;

/// Records of a list.
fn list(count: usize, record: impl Fn(usize) -> String) -> String {
    (0..count).map(record).collect::<Vec<_>>().join(",")
}

/// A dataset of hundreds of everything.
fn long() -> String {
    let figure = |id: String, indicator: &str, of: String, value: usize| {
        format!(
            r#"{{"id": "{id}", "indicator": "{indicator}", "time": {{"as_of": "2025"}}, "value": {value}, {of}}}"#
        )
    };
    let groups = list(GROUPS, |at| {
        figure(format!("g{at}"), "rate", format!(r#""region": "r", "group": "g{at}""#), at % 90)
    });
    let regions =
        list(REGIONS, |at| figure(format!("p{at}"), "rate", format!(r#""region": "p{at}""#), at % 80));
    let programmes = list(PROGRAMMES, |at| {
        figure(format!("c{at}"), "claims", format!(r#""region": "r", "programme": "b{at}""#), at + 1)
    });
    let places = list(REGIONS, |at| {
        format!(r#""p{at}": {{"name": "Place {at}.", "level": "regency", "parent": "r"}}"#)
    });
    let winner = |at: usize, kind: &str| {
        format!(
            r#"{{"id": "{kind}{at}", "name": "Winner {kind}{at}.", "place": {{"region": "p{}"}}, "persons": {{"value": {}}}}}"#,
            at % REGIONS,
            at + 1
        )
    };
    format!(
        r#"{{"format": "jamsostek-dashboard/1", "id": "long", "title": "Long", "region": "r", "currency": "IDR",
        "regions": {{"r": {{"name": "R", "level": "province"}}, {places}}},
        "groups": {{{}}}, "programmes": {{{}}},
        "indicators": {{"rate": {{"label": "Rate", "unit": "percent", "role": "coverage-rate"}},
            "claims": {{"label": "Claims", "unit": "claim", "role": "claim-count"}}}},
        "observations": [{groups},{regions},{programmes}],
        "claims": {{"cases": [{}]}},
        "awards": [{{"id": "a", "name": "A", "categories": [{{"id": "k", "label": "K", "winners": [{}]}}],
            "special": [{}]}}]}}"#,
        list(GROUPS, |at| format!(r#""g{at}": {{"label": "Group {at}."}}"#)),
        list(PROGRAMMES, |at| format!(r#""b{at}": {{"label": "Programme {at}."}}"#)),
        list(CASES, |at| format!(r#"{{"id": "h{at}", "amount": {}}}"#, 1000 + at)),
        list(WINNERS, |at| winner(at, "w")),
        list(SPECIAL, |at| winner(at, "s")),
    )
}

fn written(part: &str, what: &str) -> usize {
    part.matches(what).count()
}

#[test]
fn groups_and_regions_end_and_the_rest_is_among_other_figures() {
    let page = html_of(&long(), Lang::En, || view! { <GroupsSection/> });
    assert_eq!(written(&page, "<tr data-key=\"g"), ROWS_WRITTEN);
    assert_eq!(written(&page, "<tr data-key=\"p"), ROWS_WRITTEN);
    assert!(
        page.contains("Shown here: 100 of 250.") && page.contains("Shown here: 100 of 150."),
        "{page:.4000}"
    );
    // Their charts begin, and a field shows the rest; a short one is there as it is.
    assert_eq!(written(&page, "class=\"chart-figure long\""), 2, "{page:.2000}");
    let short = html_of(
        include_str!("../../public/data/sumsel-2025-08.json"),
        Lang::En,
        || view! { <GroupsSection/> },
    );
    assert!(short.contains("class=\"chart-figure\"") && !short.contains("chart-figure long"));
    let more = html_of(&long(), Lang::En, || view! { <MoreFigures/> });
    let others = GROUPS + REGIONS + PROGRAMMES - 3 * ROWS_WRITTEN;
    assert!(more.contains(&format!("These are 100 of {others} figures.")), "{more:.2000}");
}

#[test]
fn the_parts_of_a_whole_end() {
    let covered = list(GROUPS, |at| {
        format!(
            r#"{{"id": "n{at}", "indicator": "covered", "region": "r", "group": "g{at}", "time": {{"as_of": "2025"}}, "value": {}}}"#,
            at + 1
        )
    });
    let text = format!(
        r#"{{"format": "jamsostek-dashboard/1", "id": "long", "title": "Long", "region": "r",
        "regions": {{"r": {{"name": "R", "level": "province"}}}},
        "groups": {{{}}},
        "group_sets": [{{"id": "all", "label": "All", "exhaustive": true, "disjoint": true, "members": [{}]}}],
        "indicators": {{"covered": {{"label": "Covered", "unit": "person", "role": "covered"}}}},
        "observations": [{covered}]}}"#,
        list(GROUPS, |at| format!(r#""g{at}": {{"label": "Group {at}."}}"#)),
        list(GROUPS, |at| format!(r#""g{at}""#)),
    );
    let page = html_of(&text, Lang::En, || view! { <GroupsSection/> });
    let (_, shares) = page.split_once("id=\"shares-chart\"").unwrap();
    assert_eq!(written(shares, "<tr data-key=\"g"), ROWS_WRITTEN, "{shares:.4000}");
    assert!(shares.contains("Shown here: 100 of 250."), "{shares:.4000}");
    // The first hundred are parts, the hundred with the most persons stand above; what neither has is among the others.
    let more = html_of(&text, Lang::En, || view! { <MoreFigures/> });
    let has = |at: usize| more.contains(&format!("Group {at}."));
    assert_eq!([50, 120, 200].map(has), [false, true, false], "{more:.4000}");
}

#[test]
fn programmes_and_single_claims_end() {
    let page = html_of(&long(), Lang::En, || view! { <ClaimsSection/> });
    assert_eq!(written(&page, "<tr data-key=\"c"), ROWS_WRITTEN);
    assert_eq!(written(&page, "role=\"rowheader\" data-label"), ROWS_WRITTEN);
    assert!(page.contains("Shown here: 100 of 330.") && page.contains("330 rows"), "{page:.4000}");
    assert!(page.contains("Show all (100)") && page.contains("data/long/handovers.csv"));
    assert!(page.contains("data-live=\"many-handovers\""), "{page:.4000}");
}

#[test]
fn winners_end_and_a_search_and_the_file_have_them_all() {
    let page = html_of(&long(), Lang::En, || view! { <AwardsSection/> });
    assert_eq!(written(&page, "<span class=\"winner\">"), ROWS_WRITTEN);
    assert_eq!(written(&page, "<tr data-key=\"s"), ROWS_WRITTEN);
    assert!(
        page.contains("Shown here: 100 of 260.") && page.contains("Shown here: 100 of 130."),
        "{page:.4000}"
    );
    assert!(
        page.contains("data/long/award-winners.csv") && page.contains("data-live=\"many-winners-0"),
        "{page:.4000}"
    );
}

#[test]
fn times_notes_and_terms_end() {
    let times = list(250, |at| {
        format!(
            r#"{{"id": "t{at}", "indicator": "rate", "region": "r", "time": {{"as_of": "{}"}}, "value": 50}}"#,
            1700 + at
        )
    });
    let note = |at| format!(r#"{{"id": "n{at}", "severity": "info", "text": "Note {at}."}}"#);
    let term = |at| format!(r#"{{"id": "k{at}", "term": "Term {at}.", "definition": "What {at} is."}}"#);
    let text = format!(
        r#"{{"format": "jamsostek-dashboard/1", "id": "long", "title": "Long", "region": "r",
        "regions": {{"r": {{"name": "R", "level": "province"}}}},
        "indicators": {{"rate": {{"label": "Rate", "unit": "percent", "role": "coverage-rate"}}}},
        "observations": [{times}], "notes": [{}], "glossary": [{}]}}"#,
        list(180, note),
        list(140, term),
    );
    let page = html_of(&text, Lang::En, || view! { <TrendSection/><MethodSection/> });
    assert_eq!(written(&page, "<tr data-key=\"t"), ROWS_WRITTEN);
    // The newest times are those that are shown.
    assert!(page.contains("data-key=\"t249\"") && !page.contains("data-key=\"t149\""));
    assert_eq!(written(&page, "Note "), ROWS_WRITTEN);
    assert_eq!(written(&page, "<dt>Term "), ROWS_WRITTEN);
    for total in [250, 180, 140] {
        assert!(page.contains(&format!("Shown here: 100 of {total}.")), "{total}: {page:.4000}");
    }
}

#[test]
fn a_page_of_hundreds_of_everything_stays_a_page() {
    let page = html_of(&long(), Lang::En, || {
        view! { <GroupsSection/><ClaimsSection/><AwardsSection/><MoreFigures/> }
    });
    assert!(page.len() < 3_000_000, "{}", page.len());
}

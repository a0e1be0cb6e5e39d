#![allow(clippy::unwrap_used)]
use std::sync::Arc;

use claims::{Cell, Cube, Manifest, Shape};
use dataset::Lang;
use explorer::{Cubes, Index};
use leptos::prelude::*;
use routes::{Block, Page};

use super::{Published, WriteExplorer, written};
use crate::context::{PublishedClaims, Report, ReportOptions};
use crate::report_page::ReportPage;

const DATASET: &str = include_str!("../../tests/data/minimal.json");

/// Two regions of a nation, two months of a year, two programmes.
const MANIFEST: &str = r#"{"format": "jamsostek-claims/1", "made": "2026-11-29T22:00:00Z", "invented": true,
    "run": {"id": "run-1", "engine": "test", "sql": "ab", "inputs": []}, "currency": "IDR",
    "settings": {"smallest": 5, "values": 2, "months_by_group": 1, "digits": 3},
    "regions": [
        {"id": "all", "label": {"id": "Semua (rekaan)", "en": "All (invented)"}, "parent": null, "cube": {"name": "a", "bytes": 1}},
        {"id": "north", "label": "North", "parent": 0, "cube": {"name": "b", "bytes": 1}},
        {"id": "south", "label": "South", "parent": 0, "cube": {"name": "c", "bytes": 1}}],
    "times": [{"id": "", "parent": null}, {"id": "2025", "parent": 0}, {"id": "2025-01", "parent": 1}, {"id": "2025-02", "parent": 1}],
    "programmes": [{"id": "", "label": {"id": "Semua program", "en": "All programmes"}}, {"id": "jht", "label": "JHT"}, {"id": "jkk", "label": "JKK"}],
    "groups": [{"id": "", "label": {"id": "Semua kelompok", "en": "All groups"}}],
    "channels": [{"id": "", "label": "-"}],
    "totals": {"claims": 130, "amount": 0, "rows": 0, "exact_rows": 0, "cube_bytes": 0, "row_bytes": 0, "parquet_bytes": 0},
    "withheld": {"cells": 0, "small": 0, "protecting": 0, "coarser_rows": 0, "left_out_rows": 0},
    "checks": [{"observation": "o", "what": "count", "stated": [140, 140], "found": 130, "fits": false}], "downloads": []}"#;

/// The whole has 130 claims and the north 100; of the south and JKK too few are there to be told.
fn published() -> Published {
    let index = Index::new(Manifest::read(MANIFEST).unwrap()).unwrap();
    let shape = Shape { regions: vec![0, 1, 2], times: 4, first_month: 2, programmes: 3, groups: 1 };
    let mut cube = Cube::new(shape);
    for (region, count) in [(0, 130), (1, 100), (2, 30)] {
        for time in 0..if region == 0 { 4 } else { 2 } {
            for programme in 0..if region == 2 { 2 } else { 3 } {
                let count = if time > 1 { count / 2 + u32::from(time) } else { count };
                let amounts = [None, None, Some(9_520_000), None, None];
                let cell = Cell { count, amount: i64::from(count) * 10_000_000, amounts, days: [None; 5] };
                assert!(cube.push([region, time, programme, 0], &cell));
            }
        }
    }
    let mut cubes = Cubes::default();
    cubes.insert(&index, 0, cube).unwrap();
    Published { index: Arc::new(index), cubes }
}

/// A page as the build writes it, with plain spaces.
fn html(lang: Lang, page: Page, published: Option<Published>) -> String {
    html_of(DATASET, lang, page, published)
}

/// The same of another dataset.
fn html_of(dataset: &str, lang: Lang, page: Page, published: Option<Published>) -> String {
    let text = dataset.replacen("\"title\"", "\"languages\": [\"id\", \"en\"], \"title\"", 1);
    let data = Arc::new(dataset::read(&text).dataset.unwrap());
    Owner::new().with(|| {
        provide_context(Report::new(ReportOptions { data, lang, page, newer: false }));
        if let Some(published) = published {
            provide_context(PublishedClaims { folder: "data/minimal.claims/".to_owned() });
            provide_context(published);
            provide_context(WriteExplorer(written));
        }
        view! { <ReportPage findings=Vec::new()/> }.to_html().replace('\u{a0}', " ")
    })
}

#[test]
fn the_page_says_everything_without_scripts() {
    let page = html(Lang::En, Page::Claims, Some(published()));
    for wanted in [
        "<h1>Claims by region, programme and month</h1>",
        "All claims here are invented",
        "130 claims in All (invented), January 2025 – February 2025: half of them are Rp9.52 million or less",
        "Number of claims: highest in February 2025, 68",
        "Number of claims: highest for North, 100",
        "Claims of 2025, up to February 2025 by region and programme",
        "The source states 140, the claims add up to 130.",
        "none, or fewer than 5",
    ] {
        assert!(page.contains(wanted), "{wanted}: {page}");
    }
    assert_eq!(page.matches("<h1").count(), 1);
    assert!(page.contains("href=\"../../claims/\"") && page.contains("href=\"../\""), "{page}");
}

#[test]
fn what_acts_is_not_offered_before_it_does() {
    let page = html(Lang::Id, Page::Claims, Some(published()));
    assert!(!page.contains("role=\"grid\"") && !page.contains("aria-haspopup"), "{page}");
    let (_, fields) = page.split_once("class=\"tools choose\"").unwrap();
    let (fields, _) = fields.split_once("<section").unwrap();
    assert_eq!(fields.matches("<select").count(), fields.matches("disabled").count() - 2, "{fields}");
}

#[test]
fn ids_stand_on_the_page_once() {
    for page in [Page::Claims, Page::Embed(Block::ClaimsExplorer)] {
        let html = html(Lang::Id, page, Some(published()));
        let mut ids = std::collections::BTreeSet::new();
        for id in html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(ids.insert(id), "{page:?}: {id}");
        }
        assert!(ids.contains("claims-explorer") && ids.contains("claims-overview-title"));
    }
}

#[test]
fn the_table_of_the_newest_year_has_a_row_a_region() {
    let page = html(Lang::Id, Page::Claims, Some(published()));
    let (_, table) = page.split_once("id=\"claims-overview-title\"").unwrap();
    let (table, _) = table.split_once("</table>").unwrap();
    let rows: Vec<Vec<&str>> = table
        .split("<tr>")
        .skip(2)
        .map(|row| row.split("</t").map(|cell| cell.rsplit('>').next().unwrap_or_default()).collect())
        .collect();
    assert_eq!(rows.len(), 3, "{table}");
    assert_eq!(rows[1][..4], ["North", "100", "100", "100"]);
}

#[test]
fn without_claims_there_is_nothing_of_it() {
    let page = html(Lang::Id, Page::Report, None);
    assert!(!page.contains("/claims/") && !page.contains("Jelajahi"), "{page}");
    let page = html(Lang::Id, Page::Claims, None);
    assert!(page.contains("data-live=\"explorer\"") && !page.contains("claims-overview"), "{page}");
}

/// The dataset with the regions of the claims.
fn with_regions(north: &str, south: &str) -> String {
    let regions = format!(
        r#""regions": {{ "north": {{ "name": "North", "level": "province"{north} }},
            "south": {{ "name": "South", "level": "province"{south} }},"#
    );
    DATASET.replacen("\"regions\": {", &regions, 1)
}

#[test]
fn regions_with_places_are_a_map() {
    let tile = |column: u8| format!(r#", "tile": {{ "column": {column}, "row": 0, "label": "T{column}" }}"#);
    let page = html_of(&with_regions(&tile(0), &tile(1)), Lang::En, Page::Claims, Some(published()));
    assert!(page.contains("Number of claims: half or more is in 1 of 2 regions"), "{page}");
    let (_, map) = page.split_once("id=\"claims-map-chart\"").unwrap();
    let (map, _) = map.split_once("</figure>").unwrap();
    assert!(map.contains(">T0<") && map.contains(">T1<") && map.contains("data-key=\"r1\""), "{map}");
    // The same figures as a table, and in order beside it.
    let rows = |of: &str| {
        let (_, card) = page.split_once(of).unwrap();
        let (card, _) = card.split_once("</table>").unwrap();
        card.matches("<tr data-key=\"r").count()
    };
    assert_eq!([rows("id=\"claims-map-title\""), rows("id=\"claims-regions-title\"")], [2, 2]);
    for (north, south) in [(tile(0), String::new()), (tile(1), tile(1))] {
        let page = html_of(&with_regions(&north, &south), Lang::En, Page::Claims, Some(published()));
        assert!(!page.contains("claims-map") && page.contains("claims-regions-title"), "{page}");
    }
}

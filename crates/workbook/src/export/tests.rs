use dataset::json::Document;
use dataset::{Date, Decimal};

use super::*;

const SHIPPED: &str = include_str!("../../../../public/data/sumsel-2025-08.json");
const CAPABILITIES: &str = include_str!("../../../../tests/data/capabilities.json");

/// The cells of a sheet by their columns' technical names, one row after the other.
fn rows(text: &str, sheet: &str, lang: Lang) -> Vec<Vec<(String, Entry)>> {
    let layout = Layout::get();
    let document = Document::parse(text).unwrap();
    let tables = tables(document.root(), layout, lang);
    assert_eq!(tables.left, [] as [String; 0]);
    let index = layout.index(sheet).unwrap();
    let names = || layout.sheets[index].columns.iter().map(|column| column.technical(layout));
    tables.rows[index].iter().map(|row| names().zip(row.iter().cloned()).collect()).collect()
}

fn cell(row: &[(String, Entry)], name: &str) -> Entry {
    row.iter().find(|(found, _)| found == name).unwrap().1.clone()
}

fn text(text: &str) -> Entry {
    Entry::Text(text.to_owned())
}

#[test]
fn nothing_is_left_out_of_the_shipped_report() {
    let figures = rows(SHIPPED, "observations", Lang::Id);
    assert_eq!(cell(&figures[0], "value"), Entry::Number(Decimal::new(3133, 2)));
    assert_eq!(cell(&figures[0], "time.as_of"), Entry::Date(Date::parse("2025-08-01").unwrap()));
    assert_eq!(cell(&figures[0], "evidence.figure"), text("31,33%"));
    assert_eq!(cell(&figures[1], "missing"), text("tidak disebutkan"));
    let period = figures.iter().find(|row| cell(row, "id") == text("claim-amount-2025-07")).unwrap();
    assert_eq!(cell(period, "time.end"), text("2025-07"));
    assert_eq!(cell(period, "step"), Entry::Number(Decimal::whole(100_000_000)));
    let winners = rows(SHIPPED, "awards.categories.winners", Lang::Id);
    assert_eq!(cell(&winners[0], "awards.id"), text("paritrana-2024"));
    assert_eq!(cell(&winners[0], "awards.categories.id"), text("government"));
    let regions = rows(SHIPPED, "regions", Lang::En);
    assert_eq!(cell(&regions[8], "codes"), text("kemendagri=16.08; bps=1609"));
    let report = &rows(SHIPPED, "", Lang::En)[0];
    assert_eq!(cell(report, "languages"), text("Indonesian; English"));
    assert_eq!(cell(report, "privacy.mask_private_persons"), text("no"));
    assert_eq!(cell(report, "claims.cases_are_examples"), text("yes"));
}

#[test]
fn nothing_is_left_out_of_all_that_the_format_can_say() {
    let claims = rows(CAPABILITIES, "claims.cases", Lang::En);
    assert_eq!(cell(&claims[0], "insured.private"), text("yes"));
    assert_eq!(cell(&claims[0], "place.basis"), text("inferred"));
    assert_eq!(cell(&claims[2], "amount"), Entry::Number(Decimal::whole(500)));
    assert_eq!(cell(&claims[2], "insured.name"), Entry::Empty);
    let figures = rows(CAPABILITIES, "observations", Lang::En);
    assert_eq!(cell(&figures[3], "value"), Entry::Number(Decimal::new(750, 1)));
}

#[test]
fn what_is_there_and_empty_is_marked_and_what_the_format_does_not_know_is_told() {
    let data = r##"{"id": "", "title": {"en": "x", "extra": 1}, "languages": [], "claims": {}, "region": 5,
        "glossary": [{"id": "=1", "term": "#a", "definition": " b "}, 7],
        "awards": [{"id": "a", "jury": {"members": []}, "stated": {}, "organisers": [{"en": "x"}, "y"]},
                   {"id": "b", "jury": {"members": [{"name": "n"}]}}],
        "observations": [{"value": 1234567890.1234567, "decimals": 7.5, "time": {"as_of": "2025-02-30"}}]}"##;
    let layout = Layout::get();
    let document = Document::parse(data).unwrap();
    let tables = tables(document.root(), layout, Lang::En);
    assert_eq!(tables.left, ["/title/extra", "/region", "/glossary/1"]);
    let cell = |sheet: &str, row: usize, name: &str| {
        let index = layout.index(sheet).unwrap();
        let sheet = &layout.sheets[index];
        let column = sheet.columns.iter().position(|column| column.technical(layout) == name).unwrap();
        tables.rows[index][row][column].clone()
    };
    assert_eq!(cell("", 0, "id"), text("\"\""));
    assert_eq!(cell("", 0, "languages"), text("[]"));
    assert_eq!(cell("", 0, "claims.cases_are_examples"), text("{}"));
    assert_eq!(cell("", 0, "title.en"), text("x"));
    assert_eq!(cell("", 0, "title.id"), Entry::Empty);
    assert_eq!(cell("glossary", 0, "id"), text("=1"));
    assert_eq!(cell("glossary", 0, "term.id"), text("\\#a"));
    assert_eq!(cell("glossary", 0, "definition.en"), text("\\ b "));
    assert_eq!(cell("awards", 0, "jury.stated"), text("{}"));
    assert_eq!(cell("awards", 0, "stated.categories"), text("{}"));
    assert_eq!(cell("awards", 0, "organisers.id"), text("; y"));
    assert_eq!(cell("awards", 0, "organisers.en"), text("x; y"));
    assert_eq!(cell("awards", 1, "jury.stated"), Entry::Empty);
    assert_eq!(cell("observations", 0, "value"), text("\\1234567890.1234567"));
    assert_eq!(cell("observations", 0, "time.as_of"), text("\\2025-02-30"));
}

use std::collections::BTreeSet;

use charts::theme;
use routes::Block;

use super::super::tests::{publication, shipped};
use super::*;

const HEADLINE: &str = include_str!("../../../../../crates/charts/src/goldens/dots-635.svg");
const GROUPS: &str = include_str!("../../../../../crates/charts/src/goldens/groups-720.svg");
const PERSONS: &str = include_str!("../../../../../crates/charts/src/goldens/persons-720.svg");
const AWARDS: &str = include_str!("../../../../../crates/charts/src/goldens/awards-720.svg");
const FORTY: &str = include_str!("../../../../../crates/charts/src/goldens/groups-forty-720.svg");

fn chart_of(page: Page) -> Option<&'static str> {
    match page {
        Page::Embed(Block::Groups) => Some(GROUPS),
        Page::Embed(Block::Claims) => Some(AWARDS),
        Page::Embed(Block::SpecialAwards) => Some(AWARDS),
        Page::Report | Page::Embed(Block::Headline | Block::Report) => Some(HEADLINE),
        _ => None,
    }
}

#[test]
fn every_view_has_a_picture_of_the_right_size() {
    let data = shipped();
    let publication = publication(&data, None);
    // `PICTURES=<folder>` keeps them, to be looked at.
    let folder = std::env::var_os("PICTURES").map(std::path::PathBuf::from);
    for (lang, page) in publication.views() {
        let png = picture(&publication, lang, page, chart_of(page)).unwrap();
        assert_eq!(png[..8], *b"\x89PNG\r\n\x1a\n");
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!((number(16), number(20)), (PICTURE_WIDTH, PICTURE_HEIGHT));
        assert!(png.len() < 60_000, "{lang:?} {page:?}: {} bytes", png.len());
        if let Some(folder) = &folder {
            let name = format!("{}report.png", routes::path(lang, page).replace('/', "-"));
            std::fs::write(folder.join(name), &png).unwrap();
        }
    }
}

#[test]
fn the_same_picture_has_the_same_bytes() {
    let data = shipped();
    let publication = publication(&data, None);
    let draw = || picture(&publication, Lang::En, Page::Report, Some(HEADLINE)).unwrap();
    assert_eq!(draw(), draw());
}

/// The classes of a chart's shapes and texts.
fn classes(svg: &str) -> BTreeSet<String> {
    let document = roxmltree::Document::parse(svg).unwrap();
    let shapes = document.descendants().filter(|n| ["rect", "path", "text"].contains(&n.tag_name().name()));
    shapes.filter_map(|shape| shape.attribute("class")).map(str::to_owned).collect()
}

#[test]
fn every_class_of_a_chart_has_a_colour() {
    for svg in [HEADLINE, GROUPS, PERSONS, AWARDS] {
        for class in classes(svg) {
            let selector = format!(".{class}");
            let rules = theme::STYLE.split('}').filter_map(|rule| rule.split_once('{'));
            let coloured = rules
                .filter(|(selectors, _)| selectors.split(',').any(|one| one == selector))
                .any(|(_, rule)| rule.contains("fill:") || rule.contains("stroke:"));
            // Texts have the colour of all texts, and hatched bars their pattern.
            let otherwise = ["c-label", "c-label-strong", "c-value", "c-implied"].contains(&class.as_str());
            assert!(coloured || otherwise, "{class}");
        }
    }
    assert!(theme::STYLE.contains("fill:#14201d") && PERSONS.contains("fill=\"url(#"));
}

#[test]
fn colours_are_the_light_tokens() {
    let tokens =
        ["paper", "ink", "ink-muted", "grid", "covered", "covered-ink", "not-covered", "not-covered-ink"];
    for token in tokens {
        let colour = crate::tokens::light(token);
        assert!(colour.starts_with('#') && colour.len() == 7, "{token}: {colour}");
        let in_charts = theme::STYLE.contains(colour) || colour == "#ffffff" || token == "covered-ink";
        assert!(in_charts, "{token} is {colour}, but charts have another colour");
    }
}

#[test]
fn a_chart_that_could_not_be_read_gives_way_to_a_list() {
    let data = dataset::read(include_str!("../../../../../tests/data/forty-groups.json"));
    let plan = plan::plan(&data.dataset.unwrap(), Lang::Id, Page::Embed(Block::Groups));
    let mut canvas = Canvas::default();
    assert_eq!(canvas.draw(&plan, Some(&Chart::read(FORTY).unwrap())), None);
    assert_eq!(plan.list.len(), 40);
    assert!(canvas.svg().contains("lainnya</text>"));
}

#[test]
fn every_text_stays_inside_the_picture() {
    let samples = [
        include_str!("../../../../../public/data/sumsel-2025-08.json"),
        include_str!("../../../../../tests/data/capabilities.json"),
        include_str!("../../../../../tests/data/forty-groups.json"),
        include_str!("../../../../../tests/data/minimal.json"),
        include_str!("../../../../../tests/data/only-awards.json"),
    ];
    for text in samples {
        let data = dataset::read(text).dataset.unwrap();
        for lang in Lang::ALL {
            for block in Block::ALL {
                let mut canvas = Canvas::default();
                canvas.draw(&plan::plan(&data, lang, Page::Embed(block)), None);
                inside(&canvas.svg());
            }
        }
    }
}

fn inside(svg: &str) {
    let document = roxmltree::Document::parse(svg).unwrap();
    for text in document.descendants().filter(|node| node.has_tag_name("text")) {
        let number = |name: &str| text.attribute(name).unwrap().parse::<f32>().unwrap();
        let of =
            text::Type { size: number("font-size"), strong: text.attribute("font-weight") == Some("600") };
        let words = text.text().unwrap_or_default();
        let end = number("x") + text::width(words, of);
        assert!(number("x") > 50.0 && end < 1140.0, "{words} reaches {end}");
        assert!(number("y") - of.size > 0.0 && number("y") < 610.0, "{words}");
    }
}

#[test]
fn a_chart_without_a_size_is_refused() {
    for svg in ["", "<p>", "<svg></svg>", "<svg viewBox=\"0 0\"></svg>", "<svg viewBox=\"0 0 0 9\"></svg>"] {
        assert!(Chart::read(svg).is_err(), "{svg}");
    }
    assert!(Chart::read("<svg viewBox=\"0 0 9 9\"></svg>").unwrap().styled("x>y").contains("x&gt;y"));
}

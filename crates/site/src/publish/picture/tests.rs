use std::collections::BTreeSet;

use charts::theme;
use jamsostek_dashboard::report_page;
use resvg::tiny_skia::PremultipliedColorU8;
use routes::Block;

use super::super::{
    story,
    tests::{publication, shipped},
};
use super::plan::Plan;
use super::*;
use crate::content::Content;

const HEADLINE: &str = include_str!("../../../../../crates/charts/src/goldens/dots-635.svg");
const GROUPS: &str = include_str!("../../../../../crates/charts/src/goldens/groups-720.svg");
const PERSONS: &str = include_str!("../../../../../crates/charts/src/goldens/persons-720.svg");
const AWARDS: &str = include_str!("../../../../../crates/charts/src/goldens/awards-720.svg");
const DOTS: &str = include_str!("../../../../../crates/charts/src/goldens/dots-square-300.svg");
const TILES: &str = include_str!("../../../../../crates/charts/src/goldens/tiles-448.svg");
const WAY: &str = include_str!("../../../../../crates/charts/src/goldens/way-316.svg");
const FORTY: &str = include_str!("../../../../../crates/charts/src/goldens/groups-forty-720.svg");

/// What chats keep of the wide picture: columns of pixels.
const SAFE: std::ops::Range<usize> = 285..915;

/// The most that a picture may weigh, in bytes.
const MOST: usize = 100_000;

/// The pictures of a page, with the charts of its components.
fn drawn(publication: &Publication<'_>, lang: Lang, page: Page) -> [(Shape, Vec<u8>); 2] {
    let content = Content::of_report(publication.data, &[], None, (lang, page));
    let drawings = chart_of(page).map(|figure| content.drawings(figure).unwrap()).unwrap_or_default();
    pictures(publication, lang, page, &drawings, &KeptPictures::default()).unwrap()
}

/// Every page of a dataset in each language.
fn views(data: &Dataset) -> Vec<(Lang, Page)> {
    let pages = report_page::pages(data);
    Lang::ALL.into_iter().flat_map(|lang| pages.iter().map(move |page| (lang, *page))).collect()
}

fn pixels(png: &[u8]) -> (usize, Vec<PremultipliedColorU8>) {
    let pixmap = Pixmap::decode_png(png).unwrap();
    (pixmap.width() as usize, pixmap.pixels().to_vec())
}

#[test]
fn every_view_has_both_pictures_and_what_matters_is_in_the_square() {
    let data = shipped();
    let publication = publication(&data, None);
    let ground = ground().premultiply().to_color_u8();
    // `PICTURES=<folder>` keeps them, to be looked at.
    let folder = std::env::var_os("PICTURES").map(std::path::PathBuf::from);
    for (lang, page) in views(&data) {
        let drawn = drawn(&publication, lang, page);
        assert_eq!(drawn.each_ref().map(|(shape, _)| *shape), Shape::ALL);
        for (shape, png) in &drawn {
            assert_eq!(png[..8], *b"\x89PNG\r\n\x1a\n");
            let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
            assert_eq!((number(16), number(20)), shape.size());
            assert!(png.len() <= MOST, "{lang:?} {page:?} {shape:?}: {} bytes", png.len());
            if let Some(folder) = &folder {
                let name = routes::path(lang, page).replace('/', "-") + shape.file();
                std::fs::write(folder.join(name), png).unwrap();
            }
        }
        let (width, pixels) = pixels(&drawn[0].1);
        for (at, pixel) in pixels.iter().enumerate() {
            let column = at % width;
            assert!(SAFE.contains(&column) || *pixel == ground, "{lang:?} {page:?}: column {column}");
        }
        let mut inside = pixels.iter().enumerate().filter(|(at, _)| SAFE.contains(&(at % width)));
        assert!(inside.any(|(_, pixel)| *pixel != ground), "the card is there");
    }
}

#[test]
fn the_pictures_of_the_languages_differ() {
    let data = shipped();
    let publication = publication(&data, None);
    for page in report_page::pages(&data) {
        let of = |lang| drawn(&publication, lang, page).map(|(_, png)| png);
        let (id, en) = (of(Lang::Id), of(Lang::En));
        assert!(id[0] != en[0] && id[1] != en[1], "{page:?}");
    }
}

#[test]
fn the_title_is_what_was_found() {
    let data = shipped();
    let title = |lang, block| plan::plan(&data, lang, Page::Embed(block)).title.replace('\u{a0}', " ");
    assert_eq!(title(Lang::Id, Block::Headline), "31 dari 100 tenaga kerja di Sumatera Selatan terlindungi");
    assert_eq!(title(Lang::En, Block::Report), title(Lang::En, Block::Headline));
    for (lang, page) in views(&data) {
        let plan = plan::plan(&data, lang, page);
        assert_ne!(plan.title, story::story(&data, lang, page).name, "{page:?} has the title of its card");
        assert!(plan.about != plan.title && !plan.about.is_empty(), "{page:?}");
    }
}

#[test]
fn no_juror_is_named() {
    let data = shipped();
    let names =
        data.awards.iter().filter_map(|award| award.jury.as_ref()).flat_map(|jury| jury.members.iter());
    let names: Vec<_> = names.map(|juror| juror.name.as_str()).collect();
    assert_eq!(names.len(), 8);
    let plan = format!("{:?}", plan::plan(&data, Lang::Id, Page::Embed(Block::Jury)));
    assert!(names.iter().all(|name| !plan.contains(name)), "{plan}");
}

#[test]
fn the_same_picture_has_the_same_bytes() {
    let data = shipped();
    let publication = publication(&data, None);
    let none = KeptPictures::default();
    let draw = || pictures(&publication, Lang::En, Page::Embed(Block::Groups), &[GROUPS], &none).unwrap();
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
    for svg in [HEADLINE, GROUPS, PERSONS, AWARDS, DOTS, TILES, WAY] {
        for class in classes(svg) {
            let selector = format!(".{class}");
            let rules = theme::STYLE.split('}').filter_map(|rule| rule.split_once('{'));
            let coloured = rules
                .filter(|(selectors, _)| selectors.split(',').any(|one| one == selector))
                .any(|(_, rule)| rule.contains("fill:") || rule.contains("stroke:"));
            // Texts have the colour of all texts, and hatched bars their pattern.
            let otherwise = ["c-label", "c-label-strong", "c-value", "c-implied", "c-step-label"];
            assert!(coloured || otherwise.contains(&class.as_str()), "{class}");
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
    assert_ne!(ground(), Color::BLACK);
}

#[test]
fn a_chart_that_could_not_be_read_gives_way_to_a_list() {
    let data = dataset::read(include_str!("../../../../../tests/data/forty-groups.json"));
    let plan = plan::plan(&Arc::new(data.dataset.unwrap()), Lang::Id, Page::Embed(Block::Groups));
    let mut canvas = Canvas::default();
    assert!(canvas.draw(&plan, &[Chart::read(FORTY).unwrap()]).is_none());
    assert_eq!(plan.list.len(), 40);
    assert!(canvas.svg().contains("lainnya</text>"));
}

#[test]
fn of_drawings_with_large_words_the_widest_is_taken() {
    let chart = |width: u32, height: u32| {
        Chart::read(&format!("<svg viewBox=\"0 0 {width} {height}\"></svg>")).unwrap()
    };
    let taken = |charts: &[Chart]| {
        let (taken, _) = Canvas::default().draw(&Plan::default(), charts)?;
        charts.iter().position(|chart| std::ptr::eq(chart, taken))
    };
    assert_eq!(taken(&[chart(223, 330), chart(316, 300), chart(448, 300), chart(635, 300)]), Some(2));
    assert_eq!(taken(&[chart(223, 200), chart(316, 180), chart(448, 180)]), Some(0));
    assert_eq!(taken(&[chart(223, 900), chart(635, 300)]), None);
}

#[test]
fn all_dots_of_the_headline_are_there() {
    let data = shipped();
    let [_, (_, png)] = drawn(&publication(&data, None), Lang::Id, Page::Report);
    let (width, pixels) = pixels(&png);
    let hex = |token| u32::from_str_radix(&tokens::light(token)[1..], 16).unwrap();
    let share = |colour: u32| {
        let [_, red, green, blue] = colour.to_be_bytes();
        // The figure and the stripe have the colour, too, but stand elsewhere.
        let left = pixels.iter().enumerate().filter(|(at, _)| at % width < 560 && at / width > 420);
        left.filter(|(_, pixel)| (pixel.red(), pixel.green(), pixel.blue()) == (red, green, blue)).count()
    };
    let (covered, not_covered) = (share(hex("covered")), share(hex("not-covered")));
    assert!(covered > 31 * 300, "{covered} pixels");
    // The dots of the others have an edge of another colour.
    assert!(not_covered > 69 * 200, "{not_covered} pixels");
}

#[test]
fn every_text_stays_inside_the_card() {
    let samples = [
        include_str!("../../../../../public/data/sumsel-2025-08.json"),
        include_str!("../../../../../tests/data/capabilities.json"),
        include_str!("../../../../../tests/data/forty-groups.json"),
        include_str!("../../../../../tests/data/minimal.json"),
        include_str!("../../../../../tests/data/only-awards.json"),
    ];
    for text in samples {
        let data = Arc::new(dataset::read(text).dataset.unwrap());
        for lang in Lang::ALL {
            for block in Block::ALL {
                let mut canvas = Canvas::default();
                canvas.draw(&plan::plan(&data, lang, Page::Embed(block)), &[]);
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
        assert!(number("x") > 30.0 && end < SIDE - 30.0, "{words} reaches {end}");
        let is_credit = number("y") > 600.0 && number("y") < 610.0;
        assert!(number("y") - of.size > 0.0 && (number("y") <= canvas::FOOT || is_credit), "{words}");
    }
}

#[test]
fn a_chart_without_a_size_is_refused() {
    for svg in ["", "<p>", "<svg></svg>", "<svg viewBox=\"0 0\"></svg>", "<svg viewBox=\"0 0 0 9\"></svg>"] {
        assert!(Chart::read(svg).is_err(), "{svg}");
    }
    assert!(Chart::read("<svg viewBox=\"0 0 9 9\"></svg>").unwrap().styled("x>y").contains("x&gt;y"));
}

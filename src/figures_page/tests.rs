use std::collections::BTreeSet;
use std::sync::Arc;

use expect_test::expect_file;
use leptos::prelude::*;

use super::*;
use crate::context::{Report, ReportOptions};

const SHIPPED: &str = include_str!("../../public/data/sumsel-2025-08.json");
const CAPABILITIES: &str = include_str!("../../tests/data/capabilities.json");
const SAMPLES: [&str; 11] = [
    SHIPPED,
    CAPABILITIES,
    include_str!("../../tests/data/city.json"),
    include_str!("../../tests/data/country.json"),
    include_str!("../../tests/data/editions.json"),
    include_str!("../../tests/data/two-years.json"),
    include_str!("../../tests/data/contradictions.json"),
    include_str!("../../tests/data/forty-groups.json"),
    include_str!("../../tests/data/minimal.json"),
    include_str!("../../tests/data/one-group.json"),
    include_str!("../../tests/data/only-awards.json"),
];

/// What `read` makes of a report of a dataset.
fn of<T>(text: &str, lang: Lang, newer: bool, read: impl FnOnce(&Report) -> T) -> T {
    let data = Arc::new(dataset::read(text).dataset.unwrap());
    Owner::new().with(|| {
        let report = Report::new(ReportOptions { data, lang, page: Page::Report, newer });
        provide_context(report.clone());
        read(&report)
    })
}

fn options(address: Option<&str>) -> FiguresOptions {
    FiguresOptions {
        edition: "e-0".to_owned(),
        dataset_file: "data/d.json".to_owned(),
        blocks: vec![Block::Groups, Block::Jury],
        address: address.map(str::to_owned),
    }
}

/// The page without the comments that hydration needs.
fn html(text: &str, lang: Lang) -> String {
    let options = options(Some("https://example.org/r/v/e-0/"));
    of(text, lang, false, |_| view! { <FiguresPage options/> }.to_html()).replace("<!>", "")
}

/// The section of a figure.
fn section_of<'t>(html: &'t str, key: &str) -> &'t str {
    let (_, section) = html.split_once(&format!("<section id=\"{key}\"")).unwrap();
    section.split_once("</section>").unwrap().0
}

/// The values of an attribute, by the text before and behind it.
fn between<'t>(html: &'t str, before: &str, after: char) -> Vec<&'t str> {
    html.split(before).skip(1).filter_map(|rest| rest.split(after).next()).collect()
}

#[test]
fn the_page_is_as_it_was_looked_at() {
    for lang in Lang::ALL {
        let file = format!("goldens/figures-{}.html", lang.code());
        expect_file![file].assert_eq(&html(SHIPPED, lang).replace("><", ">\n<"));
    }
}

#[test]
fn each_figure_is_found_by_its_key() {
    for text in SAMPLES {
        for lang in Lang::ALL {
            of(text, lang, false, |report| {
                let entries: Vec<Entry> = chapters(report).into_iter().flat_map(|c| c.entries).collect();
                for entry in &entries {
                    assert_eq!(find(report, &entry.key).as_ref(), Some(entry));
                }
                for nothing in ["", "x", "base.x", "place.x", "place.x.y", "take.groups", "computed.x"] {
                    assert_eq!(find(report, nothing), None, "{nothing}");
                }
            });
        }
    }
}

#[test]
fn each_figure_is_there_once_and_each_input_too() {
    for text in SAMPLES {
        for lang in Lang::ALL {
            let page = html(text, lang);
            let ids = between(&page, "<section id=\"", '"');
            let known: BTreeSet<&str> = ids.iter().copied().collect();
            assert_eq!(known.len(), ids.len(), "each figure once");
            for key in between(&page, "href=\"#", '"') {
                assert!(known.contains(key), "{key}");
            }
        }
    }
}

#[test]
fn a_computed_figure_says_how_it_came_about() {
    let page = html(SHIPPED, Lang::En);
    let uncovered = section_of(&page, "uncovered.non-asn");
    for wanted in [
        "97,966–98,359",
        "98,162; the range is 97,966 to 98,359",
        "href=\"#base.non-asn\"",
        "base − people covered",
    ] {
        assert!(uncovered.contains(wanted), "{wanted}: {uncovered}");
    }
    let base = section_of(&page, "base.non-asn");
    assert!(base.contains("Percentages from 46.65% to 46.75% are all written 46.7%"), "{base}");
    assert!(base.contains("href=\"#covered-non-asn-2025-08\""), "{base}");
    let gap = section_of(&page, "computed.gap");
    assert!(gap.contains("68.665") && gap.contains("68.675") && gap.contains("#goal.ucj-2045"), "{gap}");
    let average = section_of(&page, "computed.average");
    assert!(average.contains("Rp16,616,957; the range is Rp16,615,801 to Rp16,618,113"), "{average}");
}

#[test]
fn a_pace_says_what_it_takes_for_granted() {
    let page = html(SHIPPED, Lang::En);
    let pace = section_of(&page, "computed.pace");
    for wanted in [
        "about 3.4\u{a0}percentage points a year",
        "if it rises by the same amount every year",
        "data-low=\"3.363\"",
        "2045 names no day.",
        "#computed.gap",
        "#goal.ucj-2045",
    ] {
        assert!(pace.contains(wanted), "{wanted}: {pace}");
    }
    assert!(!page.contains("computed.reached-pace"));
    // More than a year after the break.
    let reached = html(&CAPABILITIES.replace("2024-12", "2024-03"), Lang::En);
    let reached = section_of(&reached, "computed.reached-pace");
    for wanted in
        ["(last figure − first figure) ÷ years between", "from March 2024 to 30\u{a0}June 2025", "#rate-2024"]
    {
        assert!(reached.contains(wanted), "{wanted}: {reached}");
    }
}

#[test]
fn a_stated_figure_says_where_it_stands_and_what_is_not_known() {
    let page = html(SHIPPED, Lang::Id);
    let total = section_of(&page, "coverage-total-2025-08");
    for wanted in [
        "antara 31,325% dan 31,335%",
        "#:~:text=31%2C33%25",
        "AkselNews.com, paragraf 12",
        "Berapa orang yang menjadi dasarnya tidak disebut.",
        "https://example.org/r/v/e-0/figures/#coverage-total-2025-08",
        "data-value=\"31.33\"",
        "data-low=\"31.325\"",
        "data-time=\"2025-08-01\"",
    ] {
        assert!(total.contains(wanted), "{wanted}: {total}");
    }
    let missing = section_of(&page, "covered-total-2025-08");
    assert!(missing.contains("tidak disebutkan") && !missing.contains("data-value"), "{missing}");
    let rate = section_of(&page, "coverage-palm-growers-2025-08");
    assert!(rate.contains("daftar DBH Sawit") && rate.contains("#base.palm-growers"), "{rate}");
}

#[test]
fn no_private_person_is_named() {
    for text in [SHIPPED, CAPABILITIES] {
        let data = dataset::read(text).dataset.unwrap();
        let claims = data.claims.as_ref().unwrap();
        let people = claims.cases.iter().flat_map(|case| [&case.beneficiary, &case.insured]).flatten();
        for name in people.filter(|person| person.private).filter_map(|person| person.name.as_ref()) {
            assert!(Lang::ALL.iter().all(|lang| !html(text, *lang).contains(name)), "{name}");
        }
    }
}

#[test]
fn without_an_address_citations_end_with_the_edition() {
    let options = options(None);
    let page = of(SHIPPED, Lang::Id, false, |_| view! { <FiguresPage options/> }.to_html());
    assert!(page.contains("edisi e-0.</textarea>") && !page.contains("/figures/#"));
}

#[test]
fn in_a_panel_a_figure_has_no_ids_and_leaves_it_by_new_tabs() {
    let options = options(None);
    let section = of(SHIPPED, Lang::Id, false, |_| {
        view! { <FigureEntry key="coverage-total-2025-08" options host=Host::Panel>"the end"</FigureEntry> }
            .to_html()
    });
    assert_eq!(between(&section, " id=\"", '"'), ["ask-h"]);
    assert!(section.contains("the end") && section.contains("target=\"_blank\""), "{section}");
    assert!(!section.contains("aria-labelledby"), "{section}");
}

#[test]
fn what_can_be_taken_along_is_found_from_where_it_is_shown() {
    let hrefs = |lang, host, newer| {
        let (options, block) = (options(None), Block::Groups);
        let section = of(SHIPPED, lang, newer, |_| view! { <TakeEntry block options host/> }.to_html());
        between(&section, "href=\"", '"').into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(
        hrefs(Lang::En, Host::Page, false),
        [
            "../embed/groups/picture.png",
            "../embed/groups/picture-square.png",
            "../../data/sumsel-2025-08/observations.csv",
            "../../data/sumsel-2025-08/observations.xlsx",
            "../../data/d.json",
            "../../data/datapackage.json",
            "../embed/groups/",
        ]
    );
    assert_eq!(
        hrefs(Lang::En, Host::Panel, false),
        [
            "embed/groups/picture.png",
            "embed/groups/picture-square.png",
            "../data/sumsel-2025-08/observations.csv",
            "../data/sumsel-2025-08/observations.xlsx",
            "../data/d.json",
            "../data/datapackage.json",
            "embed/groups/",
        ]
    );
    // The build's pictures and tables are of the earlier figures.
    assert_eq!(hrefs(Lang::Id, Host::Panel, true), ["./data/d.json", "embed/groups/"]);
}

//! Whole pages as the build renders them: what stands on them, whatever the dataset says.
#![cfg(feature = "ssr")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use std::collections::BTreeSet;
use std::sync::Arc;

use dataset::{Dataset, Lang};
use jamsostek_dashboard::context::{Report, ReportOptions};
use jamsostek_dashboard::document::markup;
use jamsostek_dashboard::figures_page::{FiguresOptions, FiguresPage};
use jamsostek_dashboard::report_page::{ReportPage, blocks, pages};
use leptos::prelude::*;
use routes::{Block, Page};

fn dataset(text: &str) -> Arc<Dataset> {
    Arc::new(dataset::read(text).dataset.unwrap())
}

/// A report in the context of what `view` shows.
fn with_report(data: &Arc<Dataset>, lang: Lang, page: Page, view: impl FnOnce() -> AnyView) -> String {
    let options = ReportOptions { data: Arc::clone(data), lang, page, newer: false };
    markup(move || {
        provide_context(Report::new(options));
        view()
    })
}

/// A page of the report, or a block alone.
fn render(data: &Arc<Dataset>, lang: Lang, page: Page) -> String {
    with_report(data, lang, page, || view! { <ReportPage findings=Vec::new()/> }.into_any())
}

/// The page of all figures.
fn figures_page(data: &Arc<Dataset>, lang: Lang) -> String {
    let options = FiguresOptions {
        edition: "e".to_owned(),
        dataset_file: "data/d.json".to_owned(),
        blocks: blocks(data),
        address: None,
    };
    with_report(data, lang, Page::Report, || view! { <FiguresPage options/> }.into_any())
}

#[test]
fn a_chart_is_there_for_each_width() {
    let data = dataset(include_str!("../public/data/sumsel-2025-08.json"));
    let html = render(&data, Lang::Id, Page::Embed(Block::Groups));
    // Two charts beside each other are never as wide as the widest.
    for width in charts::HALF_WIDTHS {
        assert_eq!(html.matches(&format!("<div class=\"w{width}\"><svg")).count(), 2, "{width}");
    }
    let html = render(&data, Lang::Id, Page::Embed(Block::Trend));
    for width in charts::WIDTHS {
        assert!(html.contains(&format!("<div class=\"w{width}\"><svg")), "{width}");
    }
}

#[test]
fn marks_say_how_they_compare() {
    let data = dataset(include_str!("../public/data/sumsel-2025-08.json"));
    let html = render(&data, Lang::Id, Page::Report).replace('\u{a0}', " ");
    for wanted in [
        "<tr data-key=\"village-officials\" data-say=\"57,8 poin persen di atas Sumatera Selatan\">",
        "<tr data-key=\"rt-rw\" data-say=\"16,2 poin persen di bawah Sumatera Selatan\">",
        "<tr data-key=\"headline\" data-say=\"68,67 poin persen lagi\">",
    ] {
        assert!(html.contains(wanted), "{wanted}");
    }
}

#[test]
fn a_table_without_a_total_has_no_empty_group_of_rows() {
    // Where amounts may not be added the foot has nothing in it, and is then not there for
    // screen readers either: a group of rows without rows is an error in the page.
    let html = |text| render(&dataset(text), Lang::Id, Page::Embed(Block::Handovers));
    assert!(
        html(include_str!("../public/data/sumsel-2025-08.json")).contains("<tfoot role=\"rowgroup\"><tr ")
    );
    let without = html(include_str!("data/capabilities.json"));
    assert!(without.contains("<tfoot role=\"rowgroup\"><!></tfoot>"), "the selector `:empty` finds it");
    let css = include_str!("../public/styles/sortable.css");
    let (wide, narrow) = css.split_once("@container").unwrap();
    assert!(wide.contains(".sortable tfoot:empty { display: none; }"));
    assert!(!narrow.contains("tfoot:empty") && narrow.contains(".sortable tfoot { display: block; }"));
}

#[test]
fn the_same_dataset_gives_the_same_text() {
    let data = dataset(include_str!("data/capabilities.json"));
    let text = || render(&data, Lang::En, Page::Report);
    assert_eq!(text(), text());
}

/// What stands in a page for readers, without markup.
fn words_of(html: &str) -> String {
    let parts = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    parts.collect::<Vec<_>>().join(" ").replace('\u{a0}', " ")
}

#[test]
fn one_of_anything_is_said_in_the_singular() {
    let data = dataset(
        r#"{"format": "jamsostek-dashboard/1", "id": "one", "title": "One of each", "region": "r", "headline": "o1",
        "regions": {"r": {"name": "Sample Island", "level": "province"}},
        "groups": {"g": {"label": "Fishers"}},
        "indicators": {
            "rate": {"label": "Rate", "unit": "percent", "role": "coverage-rate", "counted": {"en": "workers"}},
            "covered": {"label": "Covered", "unit": "person", "role": "covered", "counted": {"en": "workers"}},
            "claims": {"label": "Claims", "unit": "claim", "role": "claim-count", "counted": {"en": "claims"}},
            "paid": {"label": "Benefits", "unit": "IDR", "role": "claim-amount"},
            "grants": {"label": "Grants", "unit": "IDR", "role": "scholarship-amount", "part_of": "paid"},
            "children": {"label": "Children", "unit": "person", "role": "scholarship-children", "counted": {"en": "children"}}},
        "observations": [
            {"id": "o1", "indicator": "rate", "region": "r", "time": {"as_of": "2025"}, "value": 1},
            {"id": "o2", "indicator": "rate", "region": "r", "group": "g", "time": {"as_of": "2025"}, "value": 1},
            {"id": "o3", "indicator": "covered", "region": "r", "group": "g", "time": {"as_of": "2025"}, "value": 1},
            {"id": "o4", "indicator": "claims", "region": "r", "time": {"as_of": "2025"}, "value": 1},
            {"id": "o5", "indicator": "paid", "region": "r", "time": {"as_of": "2025"}, "value": 9},
            {"id": "o6", "indicator": "grants", "region": "r", "time": {"as_of": "2025"}, "value": 3},
            {"id": "o7", "indicator": "children", "region": "r", "time": {"as_of": "2025"}, "value": 1}],
        "claims": {"cases": [{"id": "c", "amount": 9}], "records": {"href": "c.csv", "rows": 1}},
        "awards": [{"id": "a", "name": "Shield", "jury": {"stated": 1, "members": [{"name": "J"}, {"name": "K"}]},
            "categories": [{"id": "k", "label": "Towns", "winners": [
                {"id": "w", "name": "Town", "region": "r", "persons": {"value": 1}},
                {"id": "x", "name": "Other", "persons": {"value": 45000, "qualifier": "at_least"}}]}],
            "special": [{"id": "s", "name": "Village", "persons": {"value": 1, "label": {"en": "fisher"}}}]}]}"#,
    );
    let figures = |lang| figures_page(&data, lang);
    let report = render(&data, Lang::En, Page::Report);
    let said = inline_words_of(&report) + &inline_words_of(&figures(Lang::En));
    for wanted in ["1 worker\n", "for 1 child", "1 claim,", "at least 45,000 workers", "1 fisher"] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    let plurals = "workers claims children winners jurors names rows categories groups awards people regions \
                   places figures sources points";
    for plural in plurals.split_whitespace() {
        let wrong = format!("1 {plural}");
        let stands = |(at, _): &(usize, &str)| {
            !said[..*at].ends_with(|before: char| before.is_ascii_digit() || ".,–".contains(before))
        };
        let found = said.match_indices(&wrong).find(stands);
        assert!(found.is_none(), "{wrong}: {said}");
    }
}

/// What stands in a page for readers, a line for each element that is more than a part of a text.
fn inline_words_of(html: &str) -> String {
    let mut out = String::new();
    for part in html.split('<') {
        let (tag, text) = part.split_once('>').unwrap_or(("", part));
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        if !["a", "strong", "em", "b", ""].contains(&name) {
            out.push('\n');
        }
        out.push_str(text);
    }
    out.replace('\u{a0}', " ")
}

#[test]
fn what_does_not_fit_stands_beside_the_figure_and_in_the_method() {
    let data = dataset(include_str!("data/contradictions.json"));
    let told = |lang, page| words_of(&render(&data, lang, page));
    let date = ("per 1 Agustus 2025", "as of 1 August 2025");
    let texts = [
        (
            Block::Groups,
            format!("Tingkat kepesertaan, Perangkat desa, {}: disebut 48%, hitungan kami 48,6% (100 × 486 ÷ 1.000).", date.0),
            format!("Coverage rate, Village officials, {}: 48% stated, 48.6% computed (100 × 486 ÷ 1,000).", date.1),
        ),
        (
            Block::Groups,
            format!("Terlindungi, {}: disebut 1.500; kelompok dalam “Semua pekerja” berjumlah 1.490.", date.0),
            format!("Covered, {}: 1,500 stated; the groups of “All workers” add up to 1,490.", date.1),
        ),
        (Block::Claims, "disebut 3, tercantum 2.".to_owned(), "3 stated, 2 listed.".to_owned()),
        (
            Block::Claims,
            "disebut Rp90 juta, lebih besar daripada keseluruhannya, Rp84 juta (Manfaat, ".to_owned(),
            "Rp90 million stated, more than its whole, Rp84 million (Benefits, ".to_owned(),
        ),
        (
            Block::Claims,
            "rata-rata hitungan kami Rp18 juta, di luar batas Rp1,5–12 juta menurut Peraturan Contoh Nomor 1 Tahun 2020.".to_owned(),
            "Rp18 million on average (computed), outside the bounds Rp1.5–12 million of Sample Regulation 1 of 2020.".to_owned(),
        ),
        (Block::Jury, "Sumber menyebut 3 juri dan mencantumkan 2 nama.".to_owned(), "The source states 3 jurors and lists 2 names.".to_owned()),
    ];
    for (block, id, en) in texts {
        for (lang, text) in [(Lang::Id, id), (Lang::En, en)] {
            for page in [Page::Report, Page::Embed(block)] {
                let page_text = told(lang, page);
                assert!(page_text.contains(&text), "{text}\n{page:?}: {page_text}");
            }
            let report = render(&data, lang, Page::Report);
            let (_, method) = report.split_once("<ul class=\"checks\">").unwrap();
            let (method, _) = method.split_once("</ul>").unwrap();
            assert_eq!(method.matches("<li>").count(), 6);
            assert!(block == Block::Jury || words_of(method).contains(&text), "{text}\n{method}");
        }
    }
    let jury = told(Lang::Id, Page::Report);
    assert!(jury.contains("Dewan juri, Penghargaan Contoh: disebut 3, tercantum 2."), "{jury}");
}

#[test]
fn a_rate_that_does_not_fit_says_so_in_its_chart_and_table() {
    let data = dataset(include_str!("data/contradictions.json"));
    let html = render(&data, Lang::Id, Page::Embed(Block::Groups));
    for width in charts::HALF_WIDTHS {
        let (_, chart) = html.split_once(&format!("<div class=\"w{width}\">")).unwrap();
        let (chart, _) = chart.split_once("</svg>").unwrap();
        assert!(chart.contains("hitungan kami 48,6%"), "{chart}");
    }
    assert!(html.contains("48% (hitungan kami 48,6%)"), "{html}");
}

#[test]
fn the_shipped_dataset_says_nothing_but_of_its_jury() {
    let data = dataset(include_str!("../public/data/sumsel-2025-08.json"));
    let html = render(&data, Lang::Id, Page::Report);
    // Computed figures are marked as such; one that stands beside a stated one would be a contradiction.
    let beside =
        html.split("hitungan kami ").skip(1).any(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    assert!(!html.contains("caveat check") && !beside, "{html}");
    assert_eq!(html.matches("tercantum 8").count(), 1);
}

/// The values of an attribute, by the text before and behind it.
fn between<'t>(html: &'t str, before: &str, after: char) -> Vec<&'t str> {
    html.split(before).skip(1).filter_map(|rest| rest.split(after).next()).collect()
}

#[test]
fn every_figure_of_every_page_has_its_section_and_every_input_too() {
    let samples = [
        include_str!("../public/data/sumsel-2025-08.json"),
        include_str!("data/capabilities.json"),
        include_str!("data/city.json"),
        include_str!("data/country.json"),
        include_str!("data/editions.json"),
        include_str!("data/two-years.json"),
        include_str!("data/forty-groups.json"),
        include_str!("data/minimal.json"),
        include_str!("data/only-awards.json"),
    ];
    for text in samples {
        let data = dataset(text);
        for lang in Lang::ALL {
            let page = figures_page(&data, lang);
            let ids = between(&page, "<section id=\"", '"');
            let known: BTreeSet<&str> = ids.iter().copied().collect();
            assert_eq!(known.len(), ids.len(), "{}: each figure once", data.id);
            for key in between(&page, "href=\"#", '"') {
                assert!(key == "content" || known.contains(key), "{}: {key}", data.id);
            }
            for of in pages(&data) {
                let shown = render(&data, lang, of);
                let keys = between(&shown, "figures/#", '"');
                for key in &keys {
                    assert!(known.contains(key), "{}: {of:?} asks for {key}", data.id);
                }
                let way = if of == Page::Report { "\"figures/#" } else { "\"../../figures/#" };
                assert_eq!(shown.matches(way).count(), keys.len(), "{of:?}");
            }
        }
    }
}

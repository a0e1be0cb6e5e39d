//! Components in a real browser: what they mount, and what they do when they are used.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use dataset::Lang;
use jamsostek_dashboard::components::{Check, Failure, FailureNotice, Report, ReportPage};
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::task::tick;
use routes::{Measure, ViewState};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

const SHIPPED: &str = include_str!("../public/data/sumsel-2025-08.json");
const MINIMAL: &str = include_str!("data/minimal.json");
const ONE_GROUP: &str = include_str!("data/one-group.json");
const ONLY_AWARDS: &str = include_str!("data/only-awards.json");
const CONTRADICTIONS: &str = include_str!("data/contradictions.json");
const CAPABILITIES: &str = include_str!("data/capabilities.json");

fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).unwrap()
}

/// A place of its own in the document, emptied at the end.
struct Host {
    element: HtmlElement,
    unmount: Option<Box<dyn FnOnce()>>,
}

impl Host {
    fn new<N: IntoView + 'static>(content: impl FnOnce() -> N + 'static) -> Self {
        let element: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&element).unwrap();
        let handle: UnmountHandle<_> = mount_to(element.clone(), content);
        Self { element, unmount: Some(Box::new(move || drop(handle))) }
    }

    fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.element.query_selector_all(selector).unwrap();
        (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).collect()
    }

    fn one(&self, selector: &str) -> HtmlElement {
        let found = self.element.query_selector(selector).unwrap();
        found.unwrap_or_else(|| panic!("nothing matches {selector}")).unchecked_into()
    }

    fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).iter().map(|element| plain(&element.text_content().unwrap_or_default())).collect()
    }

    fn text(&self, selector: &str) -> String {
        plain(&self.one(selector).text_content().unwrap_or_default())
    }

    /// The name of a drawing: the text of what it refers to.
    fn name(&self, selector: &str) -> String {
        let id = self.one(selector).get_attribute("aria-labelledby").unwrap();
        self.text(&format!("#{id}"))
    }

    async fn click(&self, selector: &str) {
        self.one(selector).click();
        tick().await;
    }

    /// Gives a field a value as a reader does: the value, then the event.
    async fn enter(&self, selector: &str, event: &str, value: &str) {
        let field = self.one(selector);
        js_sys::Reflect::set(&field, &"value".into(), &value.into()).unwrap();
        let event = web_sys::Event::new(event).unwrap();
        field.dispatch_event(&event).unwrap();
        tick().await;
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        if let Some(unmount) = self.unmount.take() {
            unmount();
        }
        self.element.remove();
    }
}

/// A text with plain spaces.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The report on a dataset, with the signals that the application would hold.
struct Page {
    host: Host,
    view: RwSignal<ViewState>,
    width: RwSignal<u32>,
}

fn report(text: &str, lang: Lang, query: &str) -> Page {
    report_with(text, lang, query, "")
}

/// A report with what the build found that does not fit.
fn report_with(text: &str, lang: Lang, query: &str, checks: &'static str) -> Page {
    let reading = dataset::read(text);
    let data = &*Box::leak(Box::new(reading.dataset.unwrap()));
    let signals = Rc::new(RefCell::new(None));
    let (out, view) = (signals.clone(), routes::parse_view(query));
    let host = Host::new(move || {
        let (view, width) = (RwSignal::new(view), RwSignal::new(800));
        *out.borrow_mut() = Some((view, width));
        let report =
            Report::new(data, (lang, routes::Page::Report), view, width).with_checks(Check::parse(checks));
        view! { <ReportPage report findings=reading.findings/> }
    });
    let (view, width) = signals.borrow_mut().take().unwrap();
    Page { host, view, width }
}

const INSURED: &str = "#handovers tbody th";

#[wasm_bindgen_test]
fn the_shipped_dataset_fills_every_section() {
    for lang in [Lang::Id, Lang::En] {
        let page = report(SHIPPED, lang, "");
        let sections: Vec<_> = page.host.all("main > section").iter().map(Element::id).collect();
        assert_eq!(sections, ["headline", "groups", "claims", "awards", "method"]);
        assert_eq!(page.host.all("svg.chart").len(), 5);
        assert_eq!(page.host.all("h1").len(), 1);
        assert_eq!(page.host.all("#winners .winners li").len(), 22);
        assert_eq!(page.host.all(".problems").len(), 0);
        let figure = page.host.text("#headline .figure");
        assert_eq!(figure, if lang == Lang::Id { "31,33%" } else { "31.33%" });
    }
}

#[wasm_bindgen_test]
fn a_section_is_absent_where_the_dataset_has_nothing_for_it() {
    for (text, expected) in [
        (MINIMAL, &["headline", "method"][..]),
        (ONE_GROUP, &["groups", "method"]),
        (ONLY_AWARDS, &["awards", "method"]),
        (CAPABILITIES, &["headline", "trend", "groups", "claims", "awards", "method"]),
    ] {
        let page = report(text, Lang::Id, "");
        let sections: Vec<_> = page.host.all("main > section").iter().map(Element::id).collect();
        assert_eq!(sections, expected);
        // The contents list the sections below the headline.
        let links = page.host.all(".contents a").len();
        let listed = expected.iter().filter(|id| **id != "headline").count();
        assert_eq!(links, if listed > 1 { listed } else { 0 });
    }
}

#[wasm_bindgen_test]
async fn the_measure_switch_changes_the_chart_and_the_view() {
    let page = report(SHIPPED, Lang::Id, "");
    let title = || page.host.name("#groups svg");
    assert_eq!(title(), "Bagian pekerja yang terlindungi, per kelompok");
    page.host.click("#groups label:nth-of-type(2) input").await;
    assert_eq!(title(), "Pekerja terlindungi dan perkiraan yang belum, per kelompok");
    assert_eq!(page.view.get_untracked().groups, Measure::Persons);
    assert!(page.host.text("#groups svg").contains("5.422–5.477 belum"));
    page.host.click("#groups label:nth-of-type(1) input").await;
    assert_eq!(title(), "Bagian pekerja yang terlindungi, per kelompok");
}

#[wasm_bindgen_test]
async fn a_click_on_a_heading_sorts_the_rows() {
    let page = report(SHIPPED, Lang::Id, "");
    let source = ["Dedi Firmansyah", "Heri Yanto", "Hendra Gunawan", "Nunung Sakinah"];
    let sorted = ["Dedi Firmansyah", "Hendra Gunawan", "Heri Yanto", "Nunung Sakinah"];
    let sort = || page.host.one("#handovers thead th").get_attribute("aria-sort").unwrap();
    assert_eq!((page.host.texts(INSURED), sort().as_str()), (source.map(str::to_owned).to_vec(), "none"));
    page.host.click("#handovers thead button").await;
    assert_eq!(
        (page.host.texts(INSURED), sort().as_str()),
        (sorted.map(str::to_owned).to_vec(), "ascending")
    );
    page.host.click("#handovers thead button").await;
    assert_eq!(page.host.texts(INSURED).first().map(String::as_str), Some("Nunung Sakinah"));
    assert_eq!(sort(), "descending");
    page.host.click("#handovers thead button").await;
    assert_eq!((page.host.texts(INSURED), sort().as_str()), (source.map(str::to_owned).to_vec(), "none"));
}

#[wasm_bindgen_test]
async fn search_and_filters_narrow_the_rows_and_can_be_cleared() {
    let page = report(SHIPPED, Lang::Id, "");
    page.host.enter("#handovers input", "input", "hendra").await;
    assert_eq!(page.host.texts(INSURED), ["Hendra Gunawan"]);
    assert_eq!(page.host.text("#handovers .count"), "1 dari 4 baris");
    assert_eq!(page.host.text("#handovers tfoot"), "Jumlah yang tampilRp42 juta");
    page.host.enter("#handovers input", "input", "tidak ada").await;
    assert_eq!(page.host.text("#handovers .empty"), "Tidak ada baris yang cocok.");
    page.host.click("#handovers .button").await;
    assert_eq!(page.host.texts(INSURED).len(), 4);
    assert_eq!(page.view.get_untracked(), ViewState::default());

    page.host.enter("#winners select", "change", "village").await;
    assert_eq!(page.host.text("#winners .count"), "3 dari 22 penerima");
    assert_eq!(page.host.all("#winners .category").len(), 1);
}

#[wasm_bindgen_test]
async fn a_view_from_the_address_is_applied_at_once_and_when_it_changes() {
    let query = "?groups=persons&open=groups&handovers.sort=-insured&winners.q=bpr";
    let page = report(SHIPPED, Lang::En, query);
    tick().await;
    assert!(page.host.name("#groups svg").starts_with("Workers covered, and"));
    assert!(page.host.one("#groups details").has_attribute("open"));
    assert_eq!(page.host.texts(INSURED).first().map(String::as_str), Some("Nunung Sakinah"));
    assert_eq!(page.host.text("#winners .count"), "2 of 22 winners");
    // What Back does: another view, from outside.
    page.view.set(routes::parse_view("?winners.category=finance"));
    tick().await;
    assert!(page.host.name("#groups svg").starts_with("Share of workers"));
    assert!(!page.host.one("#groups details").has_attribute("open"));
    assert_eq!(page.host.texts(INSURED).first().map(String::as_str), Some("Dedi Firmansyah"));
    assert_eq!(page.host.text("#winners .count"), "3 of 22 winners");
    let language = page.host.one("a.language").get_attribute("href");
    assert_eq!(language.as_deref(), Some("../?winners.category=finance"));
}

#[wasm_bindgen_test]
async fn charts_are_drawn_anew_for_another_width() {
    let page = report(SHIPPED, Lang::Id, "");
    let drawn = || page.host.one("#groups svg").get_attribute("viewBox").unwrap();
    assert!(drawn().starts_with("0 0 640 "));
    page.width.set(360);
    tick().await;
    assert!(drawn().starts_with("0 0 300 "));
}

#[wasm_bindgen_test]
fn findings_are_listed_and_the_rest_is_shown() {
    let broken = SHIPPED.replacen("\"name\": \"Bank Sumsel Babel\",", "", 1);
    let page = report(&broken, Lang::Id, "");
    assert_eq!(page.host.all("#winners .winners li").len(), 21);
    assert_eq!(page.host.text(".problems summary"), "1 bagian data tidak terbaca. Selebihnya ditampilkan.");
    assert_eq!(page.host.texts(".problems code"), ["/awards/0/categories/2/winners/0"]);
}

#[wasm_bindgen_test]
fn what_does_not_fit_is_taken_over_beside_the_figure_and_under_the_method() {
    for (lang, jury) in [(Lang::Id, "Dewan juri"), (Lang::En, "Jury")] {
        let lines = "rate-village=48%\t48.6 computed\tThe rate.\nclaims=3\t\tThe claims.\n\
            award=3/2\t\tThe jury.\nclaims=4\t\tOf another edition.\nnobody=48%\t\tOf another dataset.";
        let page = report_with(CONTRADICTIONS, lang, "?open=groups", lines);
        assert_eq!(page.host.texts("#groups .check"), ["The rate."]);
        assert!(page.host.texts("#groups td").contains(&"48% (48.6 computed)".to_owned()));
        assert!(page.host.text("#groups svg").contains("48.6 computed"));
        assert_eq!(page.host.texts("#claims .check"), ["The claims."]);
        assert_eq!(page.host.texts("#checks li"), ["The rate.", "The claims.", "The jury."]);
        assert!(page.host.text("#jury").contains(jury));
    }
    assert!(report(SHIPPED, Lang::Id, "").host.all(".check").is_empty());
}

#[wasm_bindgen_test]
fn masked_names_are_nowhere() {
    let page = report(CAPABILITIES, Lang::En, "?open=groups,claims");
    let html = page.host.element.inner_html();
    assert!(html.contains("name withheld"));
    assert!(!html.contains("Insured One") && !html.contains("Insured%20One"));
    assert!(!html.contains("Beneficiary One") && !html.contains("Beneficiary%20One"));
}

#[wasm_bindgen_test]
async fn a_failure_says_what_happened_and_retries() {
    let tries = Arc::new(AtomicU32::new(0));
    let failures = [
        (Failure::Unreachable, "Berkas data tidak dapat dijangkau."),
        (Failure::NotFound { url: "data/x.json".to_owned(), status: 404 }, "data/x.json (kode 404)"),
        (Failure::Status { url: "data/x.json".to_owned(), status: 503 }, "kode 503"),
        (Failure::Unreadable { findings: dataset::read("{").findings }, "Baris 1, kolom 2"),
    ];
    for (failure, words) in failures {
        let counted = tries.clone();
        let host = Host::new(move || {
            let retry = Callback::new(move |()| {
                counted.fetch_add(1, Ordering::Relaxed);
            });
            view! { <FailureNotice lang=Lang::Id failure retry/> }
        });
        let said = plain(&host.element.text_content().unwrap_or_default());
        assert!(said.contains(words), "{said}");
        let before = tries.load(Ordering::Relaxed);
        host.click("button").await;
        assert_eq!(tries.load(Ordering::Relaxed), before + 1);
    }
}

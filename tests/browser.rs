//! Components in a real browser: what they mount, and what they do when they are used.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use dataset::Lang;
use jamsostek_dashboard::context::{Report, ReportOptions};
use jamsostek_dashboard::report_page::ReportPage;
use jamsostek_dashboard::ui::{Failure, FailureNotice, FindingList};
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::task::tick;
use routes::{Page, ViewState};
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
const MANY_ROWS: &str = include_str!("data/many-rows.json");

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

/// The report on a dataset, as the application mounts it where the page was not written of it.
struct Mounted {
    host: Host,
    view: RwSignal<ViewState>,
}

fn report(text: &str, lang: Lang, query: &str) -> Mounted {
    let reading = dataset::read(text);
    let data = Arc::new(reading.dataset.unwrap());
    let signal = Rc::new(RefCell::new(None));
    let (out, view) = (signal.clone(), routes::parse_view(routes::Page::Report, query));
    let host = Host::new(move || {
        let report = Report::new(ReportOptions { data, lang, page: Page::Report, newer: true });
        report.view.set(view);
        report.ready.set(true);
        *out.borrow_mut() = Some(report.view);
        provide_context(report);
        view! { <ReportPage findings=reading.findings/> }
    });
    let view = signal.borrow_mut().take().unwrap();
    Mounted { host, view }
}

const INSURED: &str = "#handovers tbody th";

#[wasm_bindgen_test]
fn the_shipped_dataset_fills_every_section() {
    for lang in [Lang::Id, Lang::En] {
        let page = report(SHIPPED, lang, "");
        let sections: Vec<_> = page.host.all("main > section").iter().map(Element::id).collect();
        assert_eq!(sections, ["headline", "groups", "trend", "claims", "awards", "method"]);
        let figures: Vec<_> = page.host.all(".chart-figure").iter().map(Element::id).collect();
        let expected = [
            "headline",
            "groups",
            "groups-persons",
            "trend",
            "claims",
            "winners-matrix",
            "winners-places",
            "special-awards",
        ];
        assert_eq!(figures, expected.map(|name| [name, "-chart"].concat()));
        assert_eq!(page.host.all(".canvas:empty").len(), 0);
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
        (CAPABILITIES, &["headline", "groups", "trend", "claims", "awards", "more", "method"]),
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
async fn a_click_on_a_heading_sorts_the_rows() {
    let page = report(MANY_ROWS, Lang::Id, "");
    let amounts = || page.host.texts("#handovers tbody td.number");
    let ends = |texts: Vec<String>| (texts.first().cloned(), texts.last().cloned());
    let heading = "#handovers thead th:last-child";
    let sort = || page.host.one(heading).get_attribute("aria-sort").unwrap();
    let source = ends(amounts());
    assert_eq!(sort(), "none");
    page.host.click(&[heading, " button"].concat()).await;
    let (most, least) = (Some("Rp120 juta".to_owned()), Some("Rp3,5 juta".to_owned()));
    assert_eq!((ends(amounts()), sort().as_str()), ((most.clone(), least.clone()), "descending"));
    page.host.click(&[heading, " button"].concat()).await;
    assert_eq!((ends(amounts()), sort().as_str()), ((least, most), "ascending"));
    page.host.click(&[heading, " button"].concat()).await;
    assert_eq!((ends(amounts()), sort().as_str()), (source, "none"));
}

#[wasm_bindgen_test]
async fn what_a_phone_sorts_by_is_a_choice() {
    let page = report(MANY_ROWS, Lang::Id, "");
    page.host.enter("#handovers .sort-by select", "change", "-amount").await;
    assert_eq!(page.host.texts("#handovers tbody td.number").first().map(String::as_str), Some("Rp120 juta"));
    page.host.enter("#handovers .sort-by select", "change", "").await;
    assert_eq!(page.view.get_untracked(), ViewState::default());
}

#[wasm_bindgen_test]
fn few_rows_have_no_controls_and_stay_as_they_are() {
    let page = report(SHIPPED, Lang::Id, "?handovers.sort=-insured&handovers.q=heri");
    assert_eq!(page.host.all("#handovers :is(input, select, button)").len(), 0);
    let source = ["Dedi Firmansyah", "Heri Yanto", "Hendra Gunawan", "Nunung Sakinah"];
    assert_eq!(page.host.texts(INSURED), source);
}

#[wasm_bindgen_test]
async fn search_and_filters_narrow_the_rows_and_can_be_cleared() {
    let page = report(MANY_ROWS, Lang::Id, "");
    page.host.enter("#handovers input[type=search]", "input", "120 juta").await;
    assert_eq!(page.host.texts(INSURED), ["Pekerja E"]);
    assert_eq!(page.host.text("#handovers .count"), "1 dari 12 baris");
    assert_eq!(page.host.text("#handovers tfoot"), "Jumlah yang tampilRp120 juta");
    page.host.enter("#handovers input[type=search]", "input", "tidak ada").await;
    assert_eq!(page.host.text("#handovers .empty"), "Tidak ada baris yang cocok.");
    page.host.click("#handovers .button").await;
    assert_eq!(page.host.texts(INSURED).len(), 12);
    assert_eq!(page.view.get_untracked(), ViewState::default());

    let page = report(SHIPPED, Lang::Id, "");
    page.host.enter("#winners select", "change", "village").await;
    assert_eq!(page.host.text("#winners .count"), "3 dari 22 penerima");
    let hidden = |category: &Element| category.has_attribute("hidden");
    assert_eq!(page.host.all("#winners .category").iter().filter(|category| !hidden(category)).count(), 1);
}

#[wasm_bindgen_test]
async fn a_view_from_the_address_is_applied_at_once_and_when_it_changes() {
    let query = "?winners.q=bpr";
    let page = report(SHIPPED, Lang::En, query);
    tick().await;
    let typed = || page.host.one("#winners input").unchecked_into::<web_sys::HtmlInputElement>().value();
    assert_eq!(typed(), "bpr");
    assert_eq!(page.host.text("#winners .count"), "2 of 22 winners");
    let csv = page.host.one("#winners .download").get_attribute("href").unwrap();
    assert!(
        csv.starts_with("data:text/csv") && csv.contains("Puskopat") && !csv.contains("Prabumulih"),
        "{csv}"
    );
    // What Back does: another view, from outside.
    page.view.set(routes::parse_view(routes::Page::Report, "?winners.category=finance"));
    tick().await;
    assert_eq!(typed(), "");
    assert_eq!(page.host.text("#winners .count"), "3 of 22 winners");
    let language = page.host.one("a.language").get_attribute("href");
    assert_eq!(language.as_deref(), Some("../?winners.category=finance"));
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
fn what_does_not_fit_stands_beside_the_figure_and_under_the_method() {
    let page = report(CONTRADICTIONS, Lang::En, "");
    assert_eq!(page.host.all(".checks li").len(), 6);
    assert!(page.host.texts("#groups td").contains(&"48% (48.6% computed)".to_owned()));
    assert!(page.host.text("#groups svg").contains("48.6% computed"));
    assert!(page.host.text("#jury").contains("The source states 3 jurors and lists 2 names."));
    assert_eq!(report(SHIPPED, Lang::En, "").host.all("#groups .check, #claims .check").len(), 0);
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
async fn nothing_is_retried_twice_at_once() {
    let (tries, busy) = (Arc::new(AtomicU32::new(0)), ArcRwSignal::new(false));
    let (counted, signal) = (tries.clone(), busy.clone());
    let host = Host::new(move || {
        let started = signal.clone();
        let retry = Callback::new(move |()| {
            counted.fetch_add(1, Ordering::Relaxed);
            started.set(true);
        });
        let busy = Signal::derive(move || signal.get());
        view! { <FailureNotice lang=Lang::Id failure=Failure::Unreachable retry busy/> }
    });
    host.click("button").await;
    host.click("button").await;
    assert_eq!(tries.load(Ordering::Relaxed), 1);
    assert_eq!(host.one("button").get_attribute("aria-busy").as_deref(), Some("true"));
    busy.set(false);
    tick().await;
    host.click("button").await;
    assert_eq!(tries.load(Ordering::Relaxed), 2);
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
            let findings = match &failure {
                Failure::Unreadable { findings } => findings.clone(),
                _ => Vec::new(),
            };
            view! {
                <FailureNotice lang=Lang::Id failure retry busy=false>
                    <FindingList lang=Lang::Id findings/>
                </FailureNotice>
            }
        });
        let said = plain(&host.element.text_content().unwrap_or_default());
        assert!(said.contains(words), "{said}");
        let before = tries.load(Ordering::Relaxed);
        host.click("button").await;
        assert_eq!(tries.load(Ordering::Relaxed), before + 1);
    }
}

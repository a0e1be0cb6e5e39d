//! Parts of the explorer in a real browser: what they choose when they are used.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use claims::{Cell, Cube, Manifest, Shape};
use dataset::Lang;
use explorer::{Column, Cubes, Index, Measure, Selection, State};
use jamsostek_dashboard::context::{Report, ReportOptions};
use jamsostek_dashboard::explorer::{
    AskedOf, Asking, Charts, Explorer, ListFilter, Picked, Pictures, Published,
};
use jamsostek_dashboard::panels::start_marks;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::tick;
use routes::Page;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, HtmlDetailsElement, HtmlElement, HtmlInputElement};

wasm_bindgen_test_configure!(run_in_browser);

const MINIMAL: &str = include_str!("data/minimal.json");

/// A nation with two provinces; all names and figures are invented.
const MANIFEST: &str = r#"{"format": "jamsostek-claims/1", "made": "2026-11-29T22:00:00Z", "invented": true,
    "run": {"id": "run-1", "engine": "test", "sql": "ab", "inputs": []}, "currency": "IDR",
    "settings": {"smallest": 5, "values": 2, "months_by_group": 1, "digits": 3},
    "regions": [
        {"id": "all", "label": "Semua (rekaan)", "parent": null, "cube": {"name": "a", "bytes": 1}},
        {"id": "north", "label": "Utara", "parent": 0, "cube": {"name": "b", "bytes": 1}},
        {"id": "south", "label": "Selatan", "parent": 0, "cube": {"name": "c", "bytes": 1}}],
    "times": [{"id": "", "parent": null}, {"id": "2025", "parent": 0}, {"id": "2025-01", "parent": 1}],
    "programmes": [{"id": "", "label": "Semua program"}, {"id": "jht", "label": "JHT"}, {"id": "jkk", "label": "JKK"}],
    "groups": [{"id": "", "label": "Semua kelompok"}],
    "channels": [{"id": "", "label": "-"}],
    "totals": {"claims": 100, "amount": 0, "rows": 0, "exact_rows": 0, "cube_bytes": 0, "row_bytes": 0, "parquet_bytes": 0},
    "withheld": {"cells": 0, "small": 0, "protecting": 0, "coarser_rows": 0, "left_out_rows": 0},
    "checks": [], "downloads": []}"#;

/// The regions of the claims in the dataset, each with a place.
const REGIONS: &str = r#""regions": {
    "north": { "name": "Utara", "level": "province", "tile": { "column": 0, "row": 0 } },
    "south": { "name": "Selatan", "level": "province", "tile": { "column": 0, "row": 1 } },"#;

fn published() -> Published {
    let index = Index::new(Manifest::read(MANIFEST).unwrap()).unwrap();
    let shape = Shape { regions: vec![0, 1, 2], times: 3, first_month: 2, programmes: 3, groups: 1 };
    let mut cube = Cube::new(shape);
    for (region, count) in [(0, 100), (1, 60), (2, 40)] {
        for time in 0..if region == 0 { 3 } else { 2 } {
            for programme in 0..3 {
                let cell = Cell { count, amount: i64::from(count), amounts: [None; 5], days: [None; 5] };
                assert!(cube.push([region, time, programme, 0], &cell));
            }
        }
    }
    let mut cubes = Cubes::default();
    cubes.insert(&index, 0, cube).unwrap();
    Published { index: Arc::new(index), cubes }
}

fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).unwrap()
}

/// An explorer whose state is that of the signal; what it shows follows at once.
struct Mounted {
    element: HtmlElement,
    state: RwSignal<State>,
    unmount: Option<Box<dyn FnOnce()>>,
}

impl Mounted {
    fn new<N: IntoView + 'static>(content: impl FnOnce() -> N + 'static) -> Self {
        let element: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&element).unwrap();
        let out = Rc::new(RefCell::new(None));
        let state = out.clone();
        let mounted = mount_to(element.clone(), move || {
            let text = MINIMAL.replacen("\"regions\": {", REGIONS, 1);
            let data = Arc::new(dataset::read(&text).dataset.unwrap());
            let options = ReportOptions { data, lang: Lang::Id, page: Page::Claims, newer: false };
            provide_context(Report::new(options));
            let asked = RwSignal::new(State::default());
            let choose = Callback::new(move |next: State| asked.set(next));
            let explorer = Explorer::new(Lang::Id, &published(), Some(choose)).with_state(asked);
            Effect::new(move || {
                let selection = asked.with(|state| state.selection);
                explorer.picked.set(Picked { selection, ..Picked::default() });
            });
            provide_context(explorer);
            state.replace(Some(asked));
            content()
        });
        let state = out.take().unwrap();
        Self { element, state, unmount: Some(Box::new(move || drop(mounted))) }
    }

    fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.element.query_selector_all(selector).unwrap();
        (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).collect()
    }

    fn one(&self, selector: &str) -> HtmlElement {
        let found = self.element.query_selector(selector).unwrap();
        found.unwrap_or_else(|| panic!("nothing matches {selector}")).unchecked_into()
    }

    fn text(&self, selector: &str) -> String {
        let text = self.one(selector).text_content().unwrap_or_default();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn region(&self) -> u16 {
        self.state.with_untracked(|state| state.selection.region)
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        if let Some(unmount) = self.unmount.take() {
            unmount();
        }
        self.element.remove();
    }
}

/// Clicks an element, which need not be one of HTML.
fn press(element: &Element) {
    let options = web_sys::MouseEventInit::new();
    options.set_bubbles(true);
    let click = web_sys::MouseEvent::new_with_mouse_event_init_dict("click", &options).unwrap();
    element.dispatch_event(&click).unwrap();
}

async fn settle() {
    for _ in 0..3 {
        tick().await;
    }
}

#[wasm_bindgen_test]
async fn a_filter_takes_several_members_and_says_them() {
    let counts = RwSignal::new(vec![0, 30, 12]);
    let page = Mounted::new(move || view! { <ListFilter column=Column::Programme counts/> });
    assert_eq!(page.text("summary"), "Program: Semua");
    let details: HtmlDetailsElement = page.one("details").unchecked_into();
    details.set_open(true);
    details.dispatch_event(&web_sys::Event::new("toggle").unwrap()).unwrap();
    settle().await;
    assert_eq!(page.text("fieldset legend"), "Filter Program");
    let labels: Vec<String> = page.all("label").iter().map(|label| label.text_content().unwrap()).collect();
    assert_eq!(labels, ["JHT 30", "JKK 12"]);
    let boxes: Vec<HtmlInputElement> =
        page.all("label input").into_iter().map(JsCast::unchecked_into).collect();
    let chosen = || page.state.with_untracked(|state| state.table.filters.programmes.clone());
    for (at, names, nodes) in
        [(1, "JKK", vec![2]), (0, "JHT, JKK", vec![1, 2]), (1, "JHT", vec![1]), (0, "Semua", vec![])]
    {
        boxes.get(at).unwrap().click();
        settle().await;
        assert_eq!(chosen(), nodes);
        assert_eq!(page.text("summary"), ["Program: ", names].concat());
    }
    // Another filter leaves no row of a member: it goes, unless it is chosen.
    boxes.first().unwrap().click();
    counts.set(vec![0, 0, 0]);
    settle().await;
    assert_eq!(page.all("label").len(), 1);
    assert_eq!(page.text("label"), "JHT 0");
}

#[wasm_bindgen_test]
async fn a_pressed_tile_chooses_its_region() {
    let page = Mounted::new(|| view! { <Pictures charts=|picked| view! { <Charts picked/> }/> });
    settle().await;
    let started =
        start_marks(Rc::new(|_| panic!("no panel opens")), &web_sys::Event::new("focusin").unwrap());
    let tile = |key: &str| format!("#claims-map-chart .mark[data-key=\"{key}\"]");
    press(&page.one(&tile("r2")));
    settle().await;
    assert_eq!(page.region(), 2);
    // The neighbours are still on the map; the title of its card has the focus.
    assert_eq!(page.all("#claims-map-chart .mark.chosen").len(), 1);
    assert_eq!(document().active_element().map(|element| element.id()).as_deref(), Some("claims-map-title"));
    assert!(
        page.text("#claims-map-title ~ .card-foot tr[data-key=\"r2\"] th").ends_with("Selatan (dipilih)")
    );
    // The name in the table does the same as the tile.
    page.one("#claims-regions-title ~ .card-foot tr[data-key=\"r1\"] .lead-on").click();
    settle().await;
    assert_eq!(page.region(), 1);
    drop(started);
}

#[wasm_bindgen_test]
async fn a_pressed_mark_asks_for_its_figure() {
    let asked = RwSignal::new_local(None);
    let page = Mounted::new(move || {
        provide_context(Asking(Callback::new(move |(question, event): (_, web_sys::MouseEvent)| {
            asked.set(Some((question, event.related_target())));
        })));
        view! { <Pictures charts=|picked| view! { <Charts picked/> }/> }
    });
    settle().await;
    let started =
        start_marks(Rc::new(|_| panic!("no other panel opens")), &web_sys::Event::new("focusin").unwrap());
    let mark = page.one("#claims-programmes-chart .mark[data-key=\"p2\"]");
    press(&mark);
    let (question, anchor) = asked.get_untracked().unwrap();
    assert_eq!(question.picked.selection, Selection { programme: 2, ..Default::default() });
    assert_eq!(question.figure, AskedOf::Measure(Measure::Count));
    // The panel stands beside the mark, and not beside the folded table.
    assert_eq!(anchor, Some(mark.unchecked_into()));
    // Each figure of the table is asked by itself, and its share of the whole.
    let buttons = page.all("#claims-programmes-title ~ .card-foot tr[data-key=\"p1\"] td button");
    let share = buttons.get(1).unwrap();
    assert_eq!(share.text_content().as_deref(), Some("100,0%"));
    share.unchecked_ref::<HtmlElement>().click();
    let (question, _) = asked.get_untracked().unwrap();
    assert_eq!(question.figure, AskedOf::Share(Measure::Count, Selection::default()));
    drop(started);
}

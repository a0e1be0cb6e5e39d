//! Grids in a real browser: which rows stand in the page, where keys lead, and what a table of many claims answers.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};

use dataset::Lang;
use jamsostek_dashboard::context::{Report, ReportOptions};
use jamsostek_dashboard::grid::{
    DataGrid, GridCell, GridColumn, GridLayout, GridLink, GridRow, ManyHandovers,
};
use jamsostek_dashboard::sections::{handover_columns, handover_rows};
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use routes::{Page, TableId, ViewState};
use tables::{Align, Direction, LongTable};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

const STYLES: &str = include_str!("../public/grid.css");
const LAYOUT: GridLayout = GridLayout { row: 2.75, narrow_row: 7.0, narrow_below: 20.0 };
/// Rows of the grids here.
const ROWS: u32 = 5000;

fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).unwrap()
}

/// Waits until the page has been drawn.
async fn drawn() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let draw = Closure::once_into_js(move || {
            resolve.call0(&JsValue::NULL).unwrap();
        });
        let window = web_sys::window().unwrap();
        window.request_animation_frame(draw.unchecked_ref()).unwrap();
    });
    wasm_bindgen_futures::JsFuture::from(promise).await.unwrap();
}

/// A place of its own in the document with the rules of grids, emptied at the end.
struct Host {
    element: HtmlElement,
    unmount: Option<Box<dyn FnOnce()>>,
}

impl Host {
    fn new<N: IntoView + 'static>(width: u32, content: impl FnOnce() -> N + 'static) -> Self {
        let element: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        element.set_attribute("style", &format!("inline-size: {width}px; font-size: 16px")).unwrap();
        document().body().unwrap().append_child(&element).unwrap();
        let inside: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        let styles = document().create_element("style").unwrap();
        styles.set_text_content(Some(STYLES));
        element.append_child(&styles).unwrap();
        element.append_child(&inside).unwrap();
        let handle: UnmountHandle<_> = mount_to(inside, content);
        Self { element, unmount: Some(Box::new(move || drop(handle))) }
    }

    fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.element.query_selector_all(selector).unwrap();
        (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).collect()
    }

    fn one(&self, selector: &str) -> HtmlElement {
        self.all(selector).into_iter().next().unwrap_or_else(|| panic!("nothing matches {selector}"))
    }

    fn attribute(&self, selector: &str, name: &str) -> String {
        self.one(selector).get_attribute(name).unwrap_or_default()
    }

    /// Waits until something holds; fails where it does not come to hold.
    async fn until(&self, what: &str, holds: impl Fn() -> bool) {
        for _ in 0..300 {
            if holds() {
                return;
            }
            drawn().await;
        }
        let text =
            self.element.last_element_child().and_then(|inside| inside.text_content()).unwrap_or_default();
        panic!("{what} does not come: {}", text.chars().take(3000).collect::<String>());
    }

    /// The places of the rows in the page, as they are heard.
    fn indices(&self) -> Vec<u32> {
        let rows = self.all(".grid-body > [role=row]");
        let mut rows: Vec<u32> =
            rows.iter().map(|row| row.get_attribute("aria-rowindex").unwrap().parse().unwrap()).collect();
        rows.sort_unstable();
        rows
    }

    /// Presses a key where the focus is.
    fn press(&self, key: &str, is_held: bool) {
        let options = js_sys::Object::new();
        let set = |name: &str, value: JsValue| js_sys::Reflect::set(&options, &name.into(), &value).unwrap();
        set("key", key.into());
        set("ctrlKey", is_held.into());
        set("bubbles", true.into());
        set("cancelable", true.into());
        let class = js_sys::Reflect::get(&js_sys::global(), &"KeyboardEvent".into()).unwrap();
        let event = js_sys::Array::of2(&"keydown".into(), &options);
        let event = js_sys::Reflect::construct(&class.unchecked_into::<js_sys::Function>(), &event).unwrap();
        document().active_element().unwrap().dispatch_event(event.unchecked_ref()).unwrap();
    }

    /// The row and the column of the cell that has the focus, as they are heard.
    fn focused(&self) -> (String, String) {
        let index = |element: &Element, name: &str| element.get_attribute(name).unwrap_or_default();
        let cell = document().active_element().and_then(|active| active.closest("[aria-colindex]").unwrap());
        let row = cell.as_ref().and_then(|cell| cell.parent_element());
        (
            row.map(|row| index(&row, "aria-rowindex")).unwrap_or_default(),
            cell.map(|cell| index(&cell, "aria-colindex")).unwrap_or_default(),
        )
    }

    async fn comes_to(&self, row: u32, column: u32) {
        let wanted = (row.to_string(), column.to_string());
        self.until(&format!("the focus to {wanted:?}"), || self.focused() == wanted).await;
        assert_eq!(self.all("[tabindex=\"0\"]").len(), 1, "one stop for Tab");
    }

    async fn enter(&self, selector: &str, event: &str, value: &str) {
        let field = self.one(selector);
        js_sys::Reflect::set(&field, &"value".into(), &value.into()).unwrap();
        field.dispatch_event(&web_sys::Event::new(event).unwrap()).unwrap();
        drawn().await;
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

/// A grid of [`ROWS`] rows of which the last column has links, and what its owner was told.
struct Told {
    host: Host,
    heading: Arc<AtomicUsize>,
    rest: Arc<AtomicU32>,
    sort: RwSignal<Option<(usize, Direction)>>,
    row: RwSignal<u32>,
}

fn grid(width: u32) -> Told {
    let out = Rc::new(RefCell::new(None));
    let own = out.clone();
    let heading = Arc::new(AtomicUsize::new(usize::MAX));
    let rest = Arc::new(AtomicU32::new(u32::MAX));
    let (pressed, rested) = (heading.clone(), rest.clone());
    let host = Host::new(width, move || {
        let (sort, row) = (RwSignal::new(None), RwSignal::new(0));
        *own.borrow_mut() = Some((sort, row));
        let column = |key, align| GridColumn { key, label: key.to_owned(), align };
        let columns = vec![column("name", Align::Start), column("value", Align::End)];
        let cells = Callback::new(|GridRow { at, is_narrow }| {
            let link = GridLink { href: format!("#{at}"), label: format!("{at}?") };
            let name = if is_narrow { format!("narrow {at}") } else { format!("row {at}") };
            Some(vec![GridCell::from(name), GridCell { text: at.to_string(), link: Some(link) }])
        });
        view! {
            <DataGrid
                name="test-grid"
                label="Test"
                keys="Keys."
                columns
                layout=LAYOUT
                rows=Signal::stored(ROWS)
                cells
                coming="…"
                sort
                on_heading=Callback::new(move |place| pressed.store(place, Ordering::Relaxed))
                on_window=Callback::new(|_| ())
                row
                on_rest=Callback::new(move |first| rested.store(first, Ordering::Relaxed))
                busy=Signal::stored(false)
            />
        }
    });
    let (sort, row) = out.borrow_mut().take().unwrap();
    Told { host, heading, rest, sort, row }
}

#[wasm_bindgen_test]
async fn all_rows_are_counted_and_those_in_sight_stand_in_the_page() {
    let Told { host, rest, row, .. } = grid(800);
    assert_eq!(host.attribute("[role=grid]", "aria-rowcount"), (ROWS + 1).to_string());
    assert_eq!(host.attribute("[role=grid]", "aria-colcount"), "2");
    assert_eq!(host.attribute(".grid-head [role=row]", "aria-rowindex"), "1");
    assert_eq!(host.indices().first(), Some(&2));
    host.until("a window of few rows", || (10..60).contains(&host.indices().len())).await;

    host.one("[role=grid]").set_scroll_top(44 * 2000);
    host.until("the rows in sight", || host.indices().contains(&2002)).await;
    let indices = host.indices();
    assert!(indices.len() < 60 && !indices.contains(&2), "{indices:?}");
    let from = indices.first().copied().unwrap();
    assert!(indices.iter().copied().eq(from..from + u32::try_from(indices.len()).unwrap()), "{indices:?}");
    let row_at = host.one("[aria-rowindex=\"2002\"]");
    assert!(row_at.text_content().unwrap().starts_with("row 2000"));
    let (grid, seen) =
        (host.one("[role=grid]").get_bounding_client_rect(), row_at.get_bounding_client_rect());
    assert!(seen.top() >= grid.top() && seen.bottom() <= grid.bottom() + 1.0);
    host.until("where scrolling rests", || rest.load(Ordering::Relaxed) == 2000).await;

    row.set(4000);
    host.until("the row that is asked for", || host.indices().contains(&4002)).await;
}

#[wasm_bindgen_test]
async fn keys_lead_through_all_rows() {
    let Told { host, .. } = grid(800);
    host.until("a window", || host.indices().len() < 60).await;
    host.one("[role=columnheader]").focus().unwrap();
    host.press("ArrowDown", false);
    host.comes_to(2, 1).await;
    host.press("End", false);
    host.comes_to(2, 2).await;
    assert_eq!(document().active_element().unwrap().tag_name(), "A", "keys come to the link of a cell");
    host.press("End", true);
    host.comes_to(ROWS + 1, 2).await;
    host.press("Home", false);
    host.comes_to(ROWS + 1, 1).await;
    host.press("ArrowUp", false);
    host.comes_to(ROWS, 1).await;
    host.press("Home", true);
    host.comes_to(2, 1).await;
    host.press("PageUp", false);
    host.comes_to(1, 1).await;
}

#[wasm_bindgen_test]
async fn headings_say_the_order_and_are_pressed() {
    let Told { host, heading, sort, .. } = grid(800);
    host.one("[role=columnheader].value").click();
    assert_eq!(heading.load(Ordering::Relaxed), 1);
    host.one("[role=columnheader].name").focus().unwrap();
    host.press("Enter", false);
    assert_eq!(heading.load(Ordering::Relaxed), 0);
    sort.set(Some((1, Direction::Descending)));
    drawn().await;
    assert_eq!(host.attribute("[role=columnheader].value", "aria-sort"), "descending");
    assert_eq!(host.attribute("[role=columnheader].name", "aria-sort"), "none");
}

#[wasm_bindgen_test]
async fn a_narrow_grid_has_rows_of_a_few_lines() {
    let Told { host, .. } = grid(300);
    host.until("narrow rows", || host.one("[role=grid]").class_list().contains("narrow")).await;
    let first = || host.one("[aria-rowindex=\"2\"]");
    host.until("their height", || first().offset_height() == 112).await;
    assert!(first().text_content().unwrap().starts_with("narrow 0"));
}

/// A dataset of invented claims: one in three is of the second programme, amounts fall from the first to the last.
fn claims(count: usize) -> String {
    let case = |at: usize| {
        let programme = if at.is_multiple_of(3) { "jkk" } else { "jkm" };
        let amount = 1000 * (count - at);
        format!(
            r#"{{"id": "c{at}", "insured": {{"name": "Pekerja n{at} (rekaan)"}}, "programme": "{programme}", "amount": {amount}}}"#
        )
    };
    let cases: Vec<String> = (0..count).map(case).collect();
    format!(
        r#"{{"format": "jamsostek-dashboard/1", "id": "many", "title": "Many (invented)", "region": "r", "currency": "IDR",
        "regions": {{"r": {{"name": "R", "level": "province"}}}},
        "programmes": {{"jkk": {{"label": "JKK"}}, "jkm": {{"label": "JKM"}}}},
        "claims": {{"cases": [{}]}}}}"#,
        cases.join(",")
    )
}

fn many(count: usize, workbook: Option<String>) -> (Host, RwSignal<ViewState>) {
    let data = Arc::new(dataset::read(&claims(count)).dataset.unwrap());
    let out = Rc::new(RefCell::new(None));
    let own = out.clone();
    let host = Host::new(900, move || {
        let report = Report::new(ReportOptions { data, lang: Lang::Id, page: Page::Report, newer: false });
        report.ready.set(true);
        *own.borrow_mut() = Some(report.view);
        let mut table = LongTable::new(handover_columns(&report));
        for row in handover_rows(&report, 0..count) {
            table.push(row);
        }
        let mut question = table.ask(report.view.get_untracked().table(TableId::Handovers));
        let first = (0..1000).find_map(|_| table.step(&mut question)).unwrap();
        provide_context(report);
        view! { <ManyHandovers table first workbook/> }
    });
    let view = out.borrow_mut().take().unwrap();
    (host, view)
}

#[wasm_bindgen_test]
async fn many_claims_are_searched_filtered_and_sorted() {
    let (host, view) = many(3000, None);
    let count = || host.one(".count").text_content().unwrap();
    let first = || host.one("[aria-rowindex=\"2\"] > .insured").text_content().unwrap();
    assert_eq!(host.attribute("[role=grid]", "aria-rowcount"), "3001");
    assert_eq!(host.attribute("[aria-rowindex=\"2\"] > .amount a", "href"), "figures/#case.c0");
    let asks = host.all(".grid-total a").len();
    assert_eq!(asks, 1, "the sum of all is a figure of the report");

    host.one("[role=columnheader].amount").click();
    host.until("the largest first", || host.attribute(".amount", "aria-sort") == "descending").await;
    host.one("[role=columnheader].amount").click();
    host.until("the smallest first", || first() == "Pekerja n2999 (rekaan)").await;

    host.enter("input[type=search]", "input", "pekerja n12").await;
    host.until("the rows that match", || count().starts_with("111 ")).await;
    assert_eq!(host.attribute("[role=grid]", "aria-rowcount"), "112");
    assert_eq!(host.all(".grid-total a").len(), 0, "the sum of some is none");
    let options = || host.all(".tools select[name='handovers.programme'] option");
    let labels: Vec<String> = options().iter().map(|option| option.text_content().unwrap()).collect();
    assert_eq!(labels, ["Semua", "JKK (39)", "JKM (72)"]);

    host.enter("select[name='handovers.programme']", "change", "jkk").await;
    host.until("those of one programme", || count().starts_with("39 ")).await;
    host.enter("input[type=search]", "input", "nothing like it").await;
    host.until("that none matches", || !host.one(".empty").hidden()).await;
    host.one("button:not([hidden]):not([aria-disabled])").click();
    host.until("all rows", || count().starts_with("3.000")).await;
    assert!(view.get_untracked().handovers.filters.is_empty());
}

#[wasm_bindgen_test]
async fn a_workbook_is_offered_where_the_page_names_its_worker() {
    for (workbook, expected) in [(None, vec!["CSV"]), (Some("w.js".to_owned()), vec!["CSV", "Excel (XLSX)"])]
    {
        let (host, _) = many(200, workbook);
        let buttons = host.all(".take-rows button:not([hidden])");
        let labels: Vec<String> = buttons.iter().map(|button| button.text_content().unwrap()).collect();
        assert_eq!(labels, expected);
        assert!(host.one(".on-paper").text_content().unwrap().contains("200 baris"));
        host.enter("input[type=search]", "input", "nothing like it").await;
        host.until("that there is nothing to take", || host.one(".take-rows").hidden()).await;
    }
}

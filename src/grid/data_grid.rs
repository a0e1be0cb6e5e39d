//! A grid, after the pattern “Grid” of the ARIA Authoring Practices Guide: the rows in sight stand in the page, all of them
//! are counted, and one cell has the focus. Its rules are in `public/grid.css`.
use std::ops::Range;
use std::time::Duration;

use leptos::either::Either;
use leptos::ev;
use leptos::html;
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use tables::grid::{Extent, Focus, Key};
use tables::{Align, Direction, Viewport};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::browser::focus::focus_in_place;
use crate::browser::resize::use_element_resize;
use crate::browser::scroll;

/// How many rows beyond those in sight stand in the page, on either side.
const OVERSCAN: u32 = 8;
/// How long scrolling rests before the grid says where.
const RESTS: Duration = Duration::from_millis(400);

/// A column of a grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridColumn {
    /// Its class, by which the stylesheet knows its place and its width.
    pub key: &'static str,
    /// What it is called.
    pub label: String,
    /// At which side its cells stand.
    pub align: Align,
}

/// The place of a row in the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GridRow {
    /// The place, from 0.
    pub at: u32,
    /// Whether it is a few lines, because the grid is narrow: no heading stands above its cells.
    pub is_narrow: bool,
}

/// A cell of a grid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GridCell {
    /// What it says.
    pub text: String,
    /// Where it leads; keys then come to the link.
    pub link: Option<GridLink>,
}

/// The link of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridLink {
    /// Its address.
    pub href: String,
    /// What is heard.
    pub label: String,
}

/// The sizes of a grid, in `rem`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GridLayout {
    /// The height of a row that is one line.
    pub row: f64,
    /// The height of a row that is a few lines.
    pub narrow_row: f64,
    /// The width of the grid below which rows are a few lines.
    pub narrow_below: f64,
}

impl GridColumn {
    fn class(&self) -> String {
        if self.align == Align::End { [self.key, " end"].concat() } else { self.key.to_owned() }
    }
}

impl From<String> for GridCell {
    fn from(text: String) -> Self {
        Self { text, link: None }
    }
}

/// What a grid knows of itself: cheap to copy.
#[derive(Clone, Copy)]
struct Grid {
    layout: GridLayout,
    /// How many rows there are.
    rows: Signal<u32>,
    columns: u32,
    element: NodeRef<html::Div>,
    head: NodeRef<html::Div>,
    /// How far it is scrolled, in CSS pixels.
    scrolled: RwSignal<f64>,
    /// The height of a row, and that of the window that rows are seen through.
    sizes: RwSignal<(f64, f64)>,
    is_narrow: RwSignal<bool>,
    focus: RwSignal<Focus>,
    /// The first row that the grid and its owner last agreed on.
    agreed: StoredValue<u32>,
    /// Tells where the grid is scrolled to, once it rests.
    rest: StoredValue<Option<TimeoutHandle>>,
    on_rest: Callback<u32>,
}

impl Grid {
    /// Its element; none where the grid is no longer in the page.
    fn element(self) -> Option<HtmlElement> {
        self.element.try_get_untracked().flatten().map(Into::into)
    }

    fn viewport(self) -> Viewport {
        let (row_height, height) = self.sizes.get();
        Viewport { rows: self.rows.get(), row_height, height, overscan: OVERSCAN }
    }

    /// Takes the sizes from the page.
    fn measure(self) {
        let Some((element, head)) = self.element().zip(self.head.get_untracked()) else { return };
        if element.client_width() == 0 {
            // It is hidden.
            return;
        }
        let rem = scroll::rem();
        let is_narrow = f64::from(element.client_width()) < self.layout.narrow_below * rem;
        let height = f64::from(element.client_height() - head.offset_height());
        let row = rem * if is_narrow { self.layout.narrow_row } else { self.layout.row };
        self.is_narrow.set(is_narrow);
        if self.sizes.get_untracked() != (row, height) {
            self.sizes.set((row, height));
        }
    }

    fn scroll(self) {
        let Some(element) = self.element() else { return };
        self.scrolled.set(f64::from(element.scroll_top()));
        self.rest.update_value(|rest| {
            if let Some(rest) = rest.take() {
                rest.clear();
            }
            *rest = set_timeout_with_handle(move || self.tell(), RESTS).ok();
        });
    }

    /// Says which row is the first in sight.
    fn tell(self) {
        if self.element().is_none() {
            return;
        }
        let first = untrack(|| self.viewport().window(self.scrolled.get()).first);
        self.agreed.set_value(first);
        self.on_rest.run(first);
    }

    /// Says at once what would be said once scrolling rests.
    fn settle(self) {
        let rest = self.rest.try_update_value(Option::take).flatten();
        if let Some(rest) = rest {
            rest.clear();
            self.tell();
        }
    }

    /// Scrolls to a row.
    fn scroll_to(self, row: u32) {
        // The grid is as high as its rows once the page has been drawn.
        request_animation_frame(move || {
            let Some(element) = self.element() else { return };
            let to = untrack(|| self.viewport().scrolled_to(row));
            scroll::scroll_to(&element, to);
            self.scrolled.set(to);
        });
    }

    fn press(self, event: &ev::KeyboardEvent) {
        if event.alt_key() || event.shift_key() {
            return;
        }
        let Some(key) = Key::of(&event.key(), event.ctrl_key() || event.meta_key()) else { return };
        event.prevent_default();
        let viewport = untrack(|| self.viewport());
        let extent = Extent { rows: viewport.rows, columns: self.columns, page: viewport.page() };
        self.go_to(self.focus.get_untracked().moved(key, extent), viewport);
    }

    /// Gives the focus to a cell, in sight.
    fn go_to(self, focus: Focus, viewport: Viewport) {
        let Some(element) = self.element() else { return };
        self.focus.set(focus);
        if let Some(row) = focus.row {
            let scrolled = self.scrolled.get_untracked();
            let to = viewport.revealing(row, scrolled);
            if (to - scrolled).abs() > 0.5 {
                // The cell may not be in the page yet, and the one that has the focus may leave it.
                focus_in_place(&element);
                scroll::scroll_to(&element, to);
                self.scrolled.set(to);
            }
        }
        request_animation_frame(move || self.give_focus());
    }

    /// Gives the focus to the cell that is to have it, or to its link, where it is in the page.
    fn give_focus(self) {
        let Some(element) = self.element() else { return };
        let Focus { row, column } = self.focus.get_untracked();
        let row = row.map_or(1, |row| row.saturating_add(2));
        let selector = format!("[aria-rowindex=\"{row}\"] > [aria-colindex=\"{}\"]", column + 1);
        if let Ok(Some(cell)) = element.query_selector(&selector) {
            let link = cell.query_selector("a").ok().flatten();
            focus_in_place(link.as_ref().unwrap_or(&cell));
            reveal_across(&element, &cell);
        }
    }

    /// Remembers the cell that a pointer or the browser gave the focus to.
    fn take_focus(self, event: &ev::FocusEvent) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let cell = target.and_then(|target| target.closest("[aria-colindex]").ok().flatten());
        let Some(cell) = cell else { return };
        let number = |name: &str, of: &Element| of.get_attribute(name)?.parse::<u32>().ok();
        let column = number("aria-colindex", &cell).map_or(0, |column| column.saturating_sub(1));
        let row = cell.parent_element().and_then(|row| number("aria-rowindex", &row)).unwrap_or(1);
        self.focus.set(Focus { row: row.checked_sub(2), column });
    }
}

/// Scrolls across so far that a cell is seen.
fn reveal_across(grid: &HtmlElement, cell: &Element) {
    let (outer, inner) = (grid.get_bounding_client_rect(), cell.get_bounding_client_rect());
    let by = (inner.right() - outer.right()).max(0.0) + (inner.left() - outer.left()).min(0.0);
    if by != 0.0 {
        #[expect(clippy::cast_possible_truncation, reason = "a cast of a float saturates")]
        grid.set_scroll_left(grid.scroll_left() + by.round() as i32);
    }
}

/// A grid of any number of rows.
#[component]
pub fn DataGrid(
    /// Its class, by which the stylesheet knows its columns; the words on its keys have the id `name-keys`.
    name: &'static str,
    /// What it is, for those who cannot see it.
    label: &'static str,
    /// What keys do.
    keys: &'static str,
    /// Its columns.
    columns: Vec<GridColumn>,
    /// Its sizes.
    layout: GridLayout,
    /// How many rows there are.
    #[prop(into)]
    rows: Signal<u32>,
    /// The cells of a row; none while it is on its way. What this reads is followed.
    cells: Callback<GridRow, Option<Vec<GridCell>>>,
    /// What stands in the cells of a row that is on its way.
    coming: &'static str,
    /// The place of the column that is sorted by.
    #[prop(into)]
    sort: Signal<Option<(usize, Direction)>>,
    /// Is told the place of a column whose heading is pressed.
    on_heading: Callback<usize>,
    /// Is told which rows stand in the page.
    on_window: Callback<Range<u32>>,
    /// The row to scroll to.
    #[prop(into)]
    row: Signal<u32>,
    /// Is told the first row in sight, once scrolling rests.
    on_rest: Callback<u32>,
    /// Whether other rows are on their way.
    #[prop(into)]
    busy: Signal<bool>,
) -> impl IntoView {
    let grid = Grid {
        layout,
        rows,
        columns: u32::try_from(columns.len()).unwrap_or(u32::MAX),
        element: NodeRef::new(),
        head: NodeRef::new(),
        scrolled: RwSignal::new(0.0),
        sizes: RwSignal::new((layout.row * 16.0, 480.0)),
        is_narrow: RwSignal::new(false),
        focus: RwSignal::new(Focus::default()),
        agreed: StoredValue::new(0),
        rest: StoredValue::new(None),
        on_rest,
    };
    let window = Memo::new(move |_| grid.viewport().window(grid.scrolled.get()));
    let in_page = Memo::new(move |_| window.with(|window| window.rows.clone()));
    follow(grid, in_page, row, on_window);
    // Where the cell with the focus is not in the page, Tab comes to its heading.
    let stop = Memo::new(move |_| {
        let Focus { row, column } = grid.focus.get();
        Focus { row: row.filter(|row| in_page.with(|rows| rows.contains(row))), column }
    });
    // Another order begins at its first row, also where scrolling has not come to rest.
    let on_heading = Callback::new(move |place: usize| {
        grid.settle();
        on_heading.run(place);
    });
    let headings = columns.iter().cloned().zip(0..);
    let headings = headings.map(|(column, at)| view! { <Heading column at stop sort on_heading/> });
    let headings = headings.collect_view();
    let columns = StoredValue::new(columns);
    let cells_of =
        move |at: u32| Memo::new(move |_| cells.run(GridRow { at, is_narrow: grid.is_narrow.get() }));
    let top = move |at: u32| {
        window.with(|window| window.top + (f64::from(at) - f64::from(window.rows.start)) * grid.sizes.get().0)
    };
    let top = Callback::new(top);
    view! {
        <div
            node_ref=grid.element
            class=["data-grid ", name].concat()
            class:narrow=move || grid.is_narrow.get()
            role="grid"
            tabindex="-1"
            aria-label=label
            aria-describedby=[name, "-keys"].concat()
            aria-readonly="true"
            aria-rowcount=move || window.with(|window| window.aria_rows).to_string()
            aria-colcount=grid.columns.to_string()
            aria-busy=move || busy.get().to_string()
            style:--row=move || format!("{}px", grid.sizes.get().0)
            on:keydown=move |event| grid.press(&event)
            on:focusin=move |event| grid.take_focus(&event)
            on:scroll=move |_| grid.scroll()
        >
            <div role="rowgroup" class="grid-head" node_ref=grid.head>
                <div role="row" class="grid-row" aria-rowindex="1">{headings}</div>
            </div>
            <div
                role="rowgroup"
                class="grid-body"
                translate="no"
                style:height=move || format!("{}px", window.with(|window| window.height))
            >
                <For each=move || in_page.get() key=|at| *at let:at>
                    <Row at columns cells=cells_of(at) stop top coming/>
                </For>
            </div>
        </div>
        <p id=[name, "-keys"].concat() class="hidden">{keys}</p>
    }
}

/// Keeps sizes, rows and the row to scroll to in step with the grid.
fn follow(grid: Grid, in_page: Memo<Range<u32>>, row: Signal<u32>, on_window: Callback<Range<u32>>) {
    Effect::new(move || {
        if let Some(element) = grid.element.get() {
            use_element_resize(&element, move || grid.measure());
        }
    });
    Effect::new(move || {
        let in_page = in_page.get();
        if !in_page.is_empty() {
            on_window.run(in_page);
        }
    });
    // A row is scrolled to once it is there; what is scrolled by hand is not scrolled back.
    Effect::new(move || {
        let (row, count) = (row.get(), grid.rows.get());
        if row != grid.agreed.get_value() && (row == 0 || row < count) {
            grid.agreed.set_value(row);
            grid.scroll_to(row);
        }
    });
}

/// A heading that sorts.
#[component]
fn Heading(
    column: GridColumn,
    at: u32,
    stop: Memo<Focus>,
    sort: Signal<Option<(usize, Direction)>>,
    on_heading: Callback<usize>,
) -> impl IntoView {
    let own = at as usize;
    let direction = Memo::new(move |_| {
        let found = sort.get().filter(|(column, _)| *column == own);
        found.map_or("none", |(_, direction)| direction.aria())
    });
    let press = move |event: ev::KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | " ") {
            event.prevent_default();
            on_heading.run(own);
        }
    };
    let (focus, class) = (Focus { row: None, column: at }, column.class());
    view! {
        <div
            role="columnheader"
            class=class
            tabindex=move || if stop.get() == focus { "0" } else { "-1" }
            aria-colindex=(at + 1).to_string()
            aria-sort=move || direction.get()
            on:click=move |_| on_heading.run(own)
            on:keydown=press
        >
            <span>{column.label}</span>
        </div>
    }
}

/// A row. Its element stays while other rows come to its place, so that the focus stays, too.
#[component]
fn Row(
    at: u32,
    columns: StoredValue<Vec<GridColumn>>,
    cells: Memo<Option<Vec<GridCell>>>,
    stop: Memo<Focus>,
    /// How far below the top of the table a row begins.
    top: Callback<u32, f64>,
    coming: &'static str,
) -> impl IntoView {
    let cell = move |(column, place): (&GridColumn, u32)| {
        let is_stop = move || stop.get() == Focus { row: Some(at), column: place };
        let is_link = Memo::new(move |_| {
            let cell = |cells: &Vec<GridCell>| cells.get(place as usize)?.link.as_ref().map(drop);
            cells.with(|cells| cells.as_ref().and_then(cell).is_some())
        });
        let index = move |is_own: bool| if is_own && is_stop() { "0" } else { "-1" };
        let name = column.label.clone();
        // In an element of its own, lines of text can be counted.
        let said = move |text: String| Either::Left(view! { <span data-label=name.clone()>{text}</span> });
        let content = move || {
            let cell = cells.with(|cells| cells.as_ref().map(|cells| cells.get(place as usize).cloned()));
            match cell.map(Option::unwrap_or_default) {
                None => said(coming.to_owned()),
                Some(GridCell { text, link: None }) => said(text),
                Some(GridCell { text, link: Some(GridLink { href, label }) }) => Either::Right(view! {
                    <a class="ask" href=href aria-label=label tabindex=move || index(true)>{text}</a>
                }),
            }
        };
        view! {
            <div
                role="gridcell"
                class=column.class()
                tabindex=move || index(!is_link.get())
                aria-colindex=(place + 1).to_string()
            >
                {content}
            </div>
        }
    };
    let content = columns.with_value(|columns| columns.iter().zip(0..).map(cell).collect_view());
    view! {
        <div
            role="row"
            class="grid-row"
            class:coming=move || cells.with(Option::is_none)
            aria-rowindex=at.saturating_add(2).to_string()
            style:transform=move || format!("translateY({}px)", top.run(at))
        >
            {content}
        </div>
    }
}

//! The grid of single claims, after the pattern “Grid” of the ARIA Authoring Practices Guide: the rows in sight stand in
//! the page, all of them are counted, and one cell has the focus.
use std::ops::Range;
use std::time::Duration;

use explorer::grid::{Extent, Focus, Key};
use explorer::protocol::ShownRow;
use explorer::{Column, Viewport, Window, export};
use leptos::ev;
use leptos::html;
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use tables::Direction;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::super::context::{Explorer, use_explorer};
use super::rows::Rows;
use crate::browser::focus::focus_in_place;
use crate::browser::resize::use_element_resize;
use crate::browser::scroll;

/// The height of a row in `rem`, where each claim is a line and where it is four.
const HEIGHTS: (f64, f64) = (2.75, 7.0);
/// The width of the grid in `rem` below which each claim is four lines.
const NARROW: f64 = 44.0;
/// How many rows beyond those in sight stand in the page, on either side.
const OVERSCAN: u32 = 8;
/// How many columns there are.
const COLUMNS: u32 = 7;
/// How long scrolling rests before the address says where.
const RESTS: Duration = Duration::from_millis(400);

/// What the grid shows, and where the focus is.
#[derive(Clone, Copy)]
struct Grid {
    explorer: Explorer,
    rows: Rows,
    element: NodeRef<html::Div>,
    head: NodeRef<html::Div>,
    /// How far it is scrolled, in CSS pixels.
    scrolled: RwSignal<f64>,
    /// The height of a row, and that of the window that rows are seen through.
    sizes: RwSignal<(f64, f64)>,
    is_narrow: RwSignal<bool>,
    focus: RwSignal<Focus>,
    /// The first row that the address and the grid last agreed on.
    agreed: StoredValue<u32>,
    /// Tells the address where the grid is scrolled to, once it rests.
    rest: StoredValue<Option<TimeoutHandle>>,
}

impl Grid {
    fn viewport(self) -> Viewport {
        let (row_height, height) = self.sizes.get();
        Viewport { rows: self.count(), row_height, height, overscan: OVERSCAN }
    }

    fn count(self) -> u32 {
        self.rows.shown.with(|shown| shown.as_ref().map_or(0, |shown| shown.rows))
    }

    /// Takes the sizes from the page.
    fn measure(self) {
        let Some((element, head)) = self.element.get_untracked().zip(self.head.get_untracked()) else {
            return;
        };
        let rem = scroll::rem();
        let is_narrow = f64::from(element.client_width()) < NARROW * rem;
        let height = f64::from(element.client_height() - head.offset_height());
        let row = rem * if is_narrow { HEIGHTS.1 } else { HEIGHTS.0 };
        self.is_narrow.set(is_narrow);
        if self.sizes.get_untracked() != (row, height) {
            self.sizes.set((row, height));
        }
    }

    fn scroll(self) {
        let Some(element) = self.element.get_untracked() else { return };
        self.scrolled.set(f64::from(element.scroll_top()));
        self.rest.update_value(|rest| {
            if let Some(rest) = rest.take() {
                rest.clear();
            }
            *rest = set_timeout_with_handle(move || self.tell_address(), RESTS).ok();
        });
    }

    /// The first row in sight goes into the address.
    fn tell_address(self) {
        let first = untrack(|| self.viewport().window(self.scrolled.get()).first);
        self.agreed.set_value(first);
        self.explorer.change(|state| state.table.row = first);
    }

    /// Scrolls to the row that the address names.
    fn scroll_to(self, row: u32) {
        // The grid is as high as its rows once the page has been drawn.
        request_animation_frame(move || {
            let to = untrack(|| self.viewport().scrolled_to(row));
            if let Some(element) = self.element.get_untracked() {
                scroll::scroll_to(&element, to);
                self.scrolled.set(to);
            }
        });
    }

    fn press(self, event: &ev::KeyboardEvent) {
        if event.alt_key() || event.shift_key() {
            return;
        }
        let Some(key) = Key::of(&event.key(), event.ctrl_key() || event.meta_key()) else { return };
        event.prevent_default();
        let viewport = untrack(|| self.viewport());
        let extent = Extent { rows: viewport.rows, columns: COLUMNS, page: viewport.page() };
        self.go_to(self.focus.get_untracked().moved(key, extent), viewport);
    }

    /// Gives the focus to a cell, in sight.
    fn go_to(self, focus: Focus, viewport: Viewport) {
        let Some(element) = self.element.get_untracked() else { return };
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

    /// Gives the focus to the cell that is to have it, where it is in the page.
    fn give_focus(self) {
        let Some(element) = self.element.get_untracked() else { return };
        let Focus { row, column } = self.focus.get_untracked();
        let row = row.map_or(1, |row| row.saturating_add(2));
        let selector = format!("[aria-rowindex=\"{row}\"] > [aria-colindex=\"{}\"]", column + 1);
        if let Ok(Some(cell)) = element.query_selector(&selector) {
            focus_in_place(&cell);
            reveal_across(&element, &cell);
        }
    }

    /// Remembers the cell that a pointer or the browser gave the focus to.
    fn take_focus(self, event: &ev::FocusEvent) {
        let cell = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        let Some(cell) = cell.filter(|cell| cell.has_attribute("aria-colindex")) else { return };
        let number = |name: &str, of: &web_sys::Element| of.get_attribute(name)?.parse::<u32>().ok();
        let column = number("aria-colindex", &cell).map_or(0, |column| column.saturating_sub(1));
        let row = cell.parent_element().and_then(|row| number("aria-rowindex", &row)).unwrap_or(1);
        self.focus.set(Focus { row: row.checked_sub(2), column });
    }

    /// Whether a cell is the one that Tab comes to. Where the one with the focus is not in the page, it is its heading.
    fn is_stop(self, row: Option<u32>, column: u32, window: &Window) -> bool {
        let focus = self.focus.get();
        let stop = focus.row.filter(|row| window.rows.contains(row));
        column == focus.column && row == stop
    }
}

/// Scrolls across so far that a cell is seen.
fn reveal_across(grid: &HtmlElement, cell: &web_sys::Element) {
    let (outer, inner) = (grid.get_bounding_client_rect(), cell.get_bounding_client_rect());
    let by = (inner.right() - outer.right()).max(0.0) + (inner.left() - outer.left()).min(0.0);
    if by != 0.0 {
        #[expect(clippy::cast_possible_truncation, reason = "a cast of a float saturates")]
        grid.set_scroll_left(grid.scroll_left() + by.round() as i32);
    }
}

/// The grid of single claims.
#[component]
pub fn ClaimGrid(
    /// The rows.
    rows: Rows,
) -> impl IntoView {
    let explorer = use_explorer();
    let grid = Grid {
        explorer,
        rows,
        element: NodeRef::new(),
        head: NodeRef::new(),
        scrolled: RwSignal::new(0.0),
        sizes: RwSignal::new((HEIGHTS.0 * 16.0, 480.0)),
        is_narrow: RwSignal::new(false),
        focus: RwSignal::new(Focus::default()),
        agreed: StoredValue::new(0),
        rest: StoredValue::new(None),
    };
    let window = Memo::new(move |_| grid.viewport().window(grid.scrolled.get()));
    follow(grid, window);
    let (index, labels) = (explorer.index(), explorer.labels());
    let headings = export::headings(&index, &labels);
    let headings = Column::ALL.into_iter().zip(headings).zip(0..).map(|((column, label), at)| {
        view! { <Heading grid window column label at/> }
    });
    let headings = headings.collect_view();
    let in_page = move || window.with(|window| window.rows.clone());
    let row = move |at: u32| view! { <Row grid window at/> };
    view! {
        <div
            node_ref=grid.element
            class="claims-grid"
            class:narrow=move || grid.is_narrow.get()
            role="grid"
            tabindex="-1"
            aria-label=explorer.words.rows
            aria-describedby="claims-grid-keys"
            aria-readonly="true"
            aria-rowcount=move || window.with(|window| window.aria_rows).to_string()
            aria-colcount=COLUMNS.to_string()
            aria-busy=move || rows.is_working.get().to_string()
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
                <For each=in_page key=|at| *at let:at>{row(at)}</For>
            </div>
        </div>
        <p id="claims-grid-keys" class="hidden">{explorer.words.grid_keys}</p>
    }
}

/// Keeps sizes, rows and address in step with the grid.
fn follow(grid: Grid, window: Memo<Window>) {
    let Grid { explorer, rows, .. } = grid;
    Effect::new(move || {
        if let Some(element) = grid.element.get() {
            use_element_resize(&element, move || grid.measure());
        }
    });
    let in_sight = Memo::new(move |_| window.with(|window| window.rows.clone()));
    Effect::new(move || {
        let in_sight: Range<u32> = in_sight.get();
        if !in_sight.is_empty() {
            rows.look_at(in_sight);
        }
    });
    // A row that the address names is scrolled to once it is there; what is scrolled by hand is not scrolled back.
    let wanted = Memo::new(move |_| explorer.state.with(|state| state.table.row));
    Effect::new(move || {
        let (wanted, count) = (wanted.get(), grid.count());
        if wanted != grid.agreed.get_value() && (wanted == 0 || wanted < count) {
            grid.agreed.set_value(wanted);
            grid.scroll_to(wanted);
        }
    });
}

/// A heading that sorts.
#[component]
fn Heading(grid: Grid, window: Memo<Window>, column: Column, label: String, at: u32) -> impl IntoView {
    let explorer = grid.explorer;
    let direction = Memo::new(move |_| {
        explorer.state.with(|state| state.table.direction(column)).map_or("none", Direction::aria)
    });
    let sort = move || explorer.change(|state| state.table = state.table.toggled(column));
    let press = move |event: ev::KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | " ") {
            event.prevent_default();
            sort();
        }
    };
    let stop = move || window.with(|window| if grid.is_stop(None, at, window) { "0" } else { "-1" });
    view! {
        <div
            role="columnheader"
            class=column.key()
            tabindex=stop
            aria-colindex=(at + 1).to_string()
            aria-sort=move || direction.get()
            on:click=move |_| sort()
            on:keydown=press
        >
            <span>{label}</span>
        </div>
    }
}

/// A claim. Its element stays while other rows come to its place, so that the focus stays, too.
#[component]
fn Row(grid: Grid, window: Memo<Window>, at: u32) -> impl IntoView {
    let rows = grid.rows;
    let row = Memo::new_with_compare(
        move |_: Option<&Option<ShownRow>>| {
            rows.part.with(|part| {
                let place = at.checked_sub(part.first).and_then(|place| usize::try_from(place).ok());
                place.and_then(|place| part.rows.get(place).cloned())
            })
        },
        |before, now| before != now,
    );
    let top = move || {
        window.with(|window| {
            let within = f64::from(at) - f64::from(window.rows.start);
            format!("translateY({}px)", window.top + within * grid.sizes.get().0)
        })
    };
    let cells = Column::ALL.into_iter().zip(0_u32..).map(|(column, place)| {
        let text =
            move || row.with(|row| row.as_ref().and_then(|row| row.cells.get(place as usize).cloned()));
        // Where no heading stands above it, a number of days says what it is.
        let is_bare = move || column == Column::Days && grid.is_narrow.get();
        let said = move |text: String| match text.starts_with(|first: char| first.is_ascii_digit()) {
            true => words::fill(grid.explorer.words.days_value, &[&text]),
            false => text,
        };
        let text = move || text().map(|text| if is_bare() { said(text) } else { text });
        let stop =
            move || window.with(|window| if grid.is_stop(Some(at), place, window) { "0" } else { "-1" });
        view! {
            <div role="gridcell" class=column.key() tabindex=stop aria-colindex=(place + 1).to_string()>
                {move || text().unwrap_or_else(|| grid.explorer.own.coming.to_owned())}
            </div>
        }
    });
    view! {
        <div
            role="row"
            class="grid-row"
            class:coming=move || row.with(Option::is_none)
            aria-rowindex=at.saturating_add(2).to_string()
            style:transform=top
        >
            {cells.collect_view()}
        </div>
    }
}

//! The cells of a sheet, as a grid. Only rows in sight are laid out.
use std::collections::BTreeMap;

use leptos::html;
use leptos::prelude::*;
use studio_worker::{CellHelp, Grade, Said, SheetGuide, Spot};
use web_sys::HtmlElement;
use words::fill;

use super::cell_bar::cell_name;
use super::grid_keys;
use crate::browser;
use crate::desk::Desk;
use crate::moves::{self, At, ROW};

/// The width of a letter in a cell, and of the numbers of rows, in pixels.
const LETTER: f64 = 8.0;
const NUMBERS: f64 = 52.0;

/// What belongs into a cell; `None` where nothing is known of it.
pub(crate) fn help_of(guide: Option<&SheetGuide>, (row, column): At) -> Option<CellHelp> {
    let guide = guide?;
    let at = if guide.header.is_some() { column } else { row };
    guide.help.get(&u32::try_from(at).ok()?).cloned()
}

/// What is wrong in a cell of the sheet that is seen.
pub(crate) fn said_of(desk: Desk, at: At) -> Vec<Said> {
    let is_here = |said: &&Said| spot(said, desk.sheet.get()) == Some(at);
    desk.findings.with(|findings| findings.iter().filter(is_here).take(3).cloned().collect())
}

/// The cell that a finding is about, where it is one of a sheet.
fn spot(said: &Said, of: usize) -> Option<At> {
    match said.spot {
        Spot::Cell { sheet, row, column, .. } if sheet == of => {
            Some((usize::try_from(row).ok()?, usize::try_from(column).ok()?))
        }
        _ => None,
    }
}

/// The id of a cell's element.
fn cell_id((row, column): At) -> String {
    format!("cell-{row}-{column}")
}

/// What the rows of a grid need to know.
#[derive(Clone, Copy)]
pub(super) struct Grid {
    pub(super) desk: Desk,
    /// How many rows and columns there are.
    pub(super) size: Memo<At>,
    /// The widths of columns in pixels.
    widths: Memo<Vec<f64>>,
    /// The worst of what is wrong in each cell.
    marks: Memo<BTreeMap<At, Grade>>,
    /// The part that scrolls.
    pub(super) scroller: NodeRef<html::Div>,
}

impl Grid {
    fn new(desk: Desk) -> Self {
        let size = Memo::new(move |_| desk.rows.with(|rows| moves::size(rows)));
        let widths = Memo::new(move |_| {
            let columns = size.get().1;
            let letters = desk.rows.with(|rows| moves::widths(rows, columns));
            #[expect(clippy::cast_precision_loss, reason = "letters of a cell")]
            letters.into_iter().map(|letters| letters as f64 * LETTER).collect::<Vec<f64>>()
        });
        let marks = Memo::new(move |_| {
            let sheet = desk.sheet.get();
            let mut marks = BTreeMap::new();
            desk.findings.with(|findings| {
                for said in findings {
                    if let Some(at) = spot(said, sheet) {
                        let worst = marks.entry(at).or_insert(said.grade);
                        *worst = (*worst).min(said.grade);
                    }
                }
            });
            marks
        });
        Self { desk, size, widths, marks, scroller: NodeRef::new() }
    }

    /// The columns as the stylesheet takes them.
    fn template(self) -> String {
        let widths = self.widths.get();
        widths.iter().fold(format!("{NUMBERS}px"), |all, width| format!("{all} {width}px"))
    }

    /// Brings a cell into sight and gives it the focus.
    #[expect(clippy::cast_precision_loss, reason = "rows of a sheet")]
    fn show(self, at: At) {
        let Some(scroller) = self.scroller.get_untracked() else { return };
        let (top, height) = ((at.0 as f64 + 1.0) * ROW, f64::from(scroller.client_height()));
        let scrolled = f64::from(scroller.scroll_top());
        // The names of the columns stay above.
        if top - ROW < scrolled {
            scroller.set_scroll_top(to_pixels(top - ROW));
        } else if top + ROW > scrolled + height {
            scroller.set_scroll_top(to_pixels(top + 2.0 * ROW - height));
        }
        let focus = move || {
            if let Some(cell) = browser::element(&cell_id(at)) {
                // A cell that is not there has no focus to lose.
                drop(cell.focus());
            }
        };
        // Rows that come into sight are laid out first.
        request_animation_frame(move || request_animation_frame(focus));
    }
}

#[expect(clippy::cast_possible_truncation, reason = "pixels of a window")]
fn to_pixels(length: f64) -> i32 {
    length.max(0.0) as i32
}

/// The cells of a sheet.
#[component]
pub(crate) fn GridPart(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let grid = Grid::new(desk);
    let view = RwSignal::new((0.0, 600.0));
    let look = move || {
        if let Some(scroller) = grid.scroller.get_untracked() {
            view.set((f64::from(scroller.scroll_top()), f64::from(scroller.client_height())));
        }
    };
    Effect::new(move |_| {
        desk.sheet.track();
        request_animation_frame(look);
    });
    let resized = window_event_listener(leptos::ev::resize, move |_| look());
    on_cleanup(move || resized.remove());
    Effect::new(move |_| {
        if let Some(focus) = desk.focus.get() {
            grid.show(focus.at);
        }
    });
    let in_sight = Memo::new(move |_| {
        let (scrolled, height) = view.get();
        moves::in_sight(scrolled, height, grid.size.get().0)
    });
    let name = move || {
        let sheet = desk.sheet.get();
        desk.sheets.with(|sheets| sheets.as_ref()?.get(sheet).map(|(name, _)| name.clone()))
    };
    #[expect(clippy::cast_precision_loss, reason = "rows of a sheet")]
    let height = move || format!("{}px", (grid.size.get().0 as f64 + 1.0) * ROW);
    let width = move || format!("{}px", NUMBERS + grid.widths.get().iter().sum::<f64>());
    view! {
        <div class="grid" role="grid" aria-label=name aria-describedby="grid-keys" aria-multiselectable="false"
            aria-rowcount=move || grid.size.get().0 + 1 aria-colcount=move || grid.size.get().1 + 1
            node_ref=grid.scroller on:scroll=move |_| look()
            on:keydown=move |event| grid_keys::pressed(grid, &event)
            on:copy=move |event| grid_keys::copied(grid, &event)
            on:paste=move |event| grid_keys::pasted(grid, &event)>
            <div class="grid-body" role="presentation" style:block-size=height style:inline-size=width>
                <Names grid/>
                <For each=move || in_sight.get() key=|row| *row let:row>
                    <Row grid row/>
                </For>
            </div>
        </div>
        <p id="grid-keys" class="grid-keys">{words.grid_keys()}</p>
        <datalist id="offered">
            {move || {
                let help = desk.guide.with(|guide| help_of(guide.as_ref(), desk.at.get()));
                let offered = help.map(|help| help.offered).unwrap_or_default().into_iter();
                offered.map(|word| view! { <option value=word></option> }).collect_view()
            }}
        </datalist>
    }
}

/// The letters and the names of the columns.
#[component]
fn Names(grid: Grid) -> impl IntoView {
    let desk = grid.desk;
    let name = move |column: usize| {
        desk.guide.with(|guide| {
            let guide = guide.as_ref().filter(|guide| guide.header.is_some());
            help_of(guide, (0, column)).map(|help| help.name)
        })
    };
    let column = move |column: usize| {
        view! {
            <div role="columnheader" class="grid-name" aria-colindex=column + 2>
                <b>{moves::letters(column)}</b>" "{move || name(column)}
            </div>
        }
    };
    view! {
        <div role="row" class="grid-row names" aria-rowindex="1" style:grid-template-columns=move || grid.template()>
            <div role="columnheader" class="grid-number" aria-colindex="1"><span class="hidden">"#"</span></div>
            {move || (0..grid.size.get().1).map(column).collect_view()}
        </div>
    }
}

/// A row of cells.
#[component]
fn Row(grid: Grid, row: usize) -> impl IntoView {
    #[expect(clippy::cast_precision_loss, reason = "rows of a sheet")]
    let top = format!("{}px", (row as f64 + 1.0) * ROW);
    let is_header = move || {
        let header = grid.desk.guide.with(|guide| guide.as_ref().and_then(|guide| guide.header));
        header.and_then(|header| usize::try_from(header).ok()) == Some(row)
    };
    view! {
        <div role="row" class="grid-row" class:header=is_header aria-rowindex=row + 2 style:inset-block-start=top
            style:grid-template-columns=move || grid.template()>
            <div role="rowheader" class="grid-number" aria-colindex="1">{row + 1}</div>
            {move || (0..grid.size.get().1).map(|column| view! { <CellPart grid at=(row, column)/> }).collect_view()}
        </div>
    }
}

/// A cell.
#[component]
fn CellPart(grid: Grid, at: At) -> impl IntoView {
    let desk = grid.desk;
    let is_active = Memo::new(move |_| desk.at.get() == at);
    let grade = move || grid.marks.with(|marks| marks.get(&at).copied());
    let is_edited = Memo::new(move |_| is_active.get() && desk.editing.with(Option::is_some));
    let text = move || desk.rows.with(|rows| moves::cell(rows, at).to_owned());
    let pressed = move || {
        if desk.at.get_untracked() != at {
            desk.commit();
            desk.go(at, false);
        }
    };
    let content = move || match is_edited.get() {
        true => view! { <Input grid/> }.into_any(),
        false => view! { <span>{text}</span> }.into_any(),
    };
    view! {
        <div role="gridcell" id=cell_id(at) class="grid-cell" aria-colindex=at.1 + 2
            tabindex=move || if is_active.get() { "0" } else { "-1" }
            aria-selected=move || is_active.get().to_string()
            aria-invalid=move || (grade() == Some(Grade::Error)).then_some("true")
            class:error=move || grade() == Some(Grade::Error)
            class:warning=move || grade() == Some(Grade::Warning)
            class:note=move || grade() == Some(Grade::Note)
            on:mousedown=move |_| pressed() on:focus=move |_| pressed()
            on:dblclick=move |_| grid_keys::edit(desk, None)>
            {content}
        </div>
    }
}

/// The field of a cell that is edited.
#[component]
fn Input(grid: Grid) -> impl IntoView {
    let desk = grid.desk;
    let field = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            let element: &HtmlElement = &field;
            // The field has just come, and nothing else is being typed into.
            drop(element.focus());
            let end = u32::try_from(field.value().encode_utf16().count()).unwrap_or_default();
            drop(field.set_selection_range(end, end));
        }
    });
    let label = move || fill(desk.words.cell(), &[&cell_name(desk)]);
    view! {
        <input type="text" list="offered" autocomplete="off" spellcheck="false" aria-label=label node_ref=field
            prop:value=move || desk.editing.get().unwrap_or_default()
            on:input:target=move |event| desk.editing.set(Some(event.target().value()))
            on:blur=move |_| desk.commit()/>
    }
}

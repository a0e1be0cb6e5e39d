//! A table of more rows than a page writes: search, filters, order, count, the grid, a total, and files.
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use routes::TableId;
use tables::{Column, Direction, Row, Shown, Table, View};

use super::asked::AskedTable;
use super::data_grid::{DataGrid, GridCell, GridColumn, GridLayout, GridLink, GridRow};
use super::take::{FileRequest, TakeFiles, csv_part};
use crate::browser::task::in_turns;
use crate::context::{Report, use_report};
use crate::ui::{
    Choice, ChoiceOption, CountWords, Figure, Filter, LiveText, SearchField, SortField, TableState, Total,
    count_text, figure_key,
};

/// How many rows of a file are written in a step.
const ROWS_AT_ONCE: usize = 512;

/// What a long table is.
#[derive(Clone)]
pub struct LongTableOptions {
    /// Its name in the address.
    pub id: TableId,
    /// What it is called.
    pub title: &'static str,
    /// The class of its grid.
    pub class: &'static str,
    /// The sizes of its grid.
    pub layout: GridLayout,
    /// What it can be filtered by.
    pub filters: Vec<Filter>,
    /// How rows are counted.
    pub count: CountWords,
    /// The last line, by what is shown.
    pub total: Callback<Shown, Option<Total>>,
    /// What the sheet of a workbook is called, in 31 letters at most.
    pub sheet: &'static str,
    /// The absolute address of the script of the worker that makes workbooks, where there is one.
    pub workbook: Option<String>,
}

/// A table of more rows than a page writes.
#[component]
pub fn LongTableView(
    /// The table.
    table: AskedTable,
    /// What it is.
    options: LongTableOptions,
) -> impl IntoView {
    let LongTableOptions { id, title, class, layout, filters, count, total, sheet, workbook } = options;
    let report = use_report();
    let lang = report.lang;
    let columns = table.table.with_value(|table| table.table().columns.clone());
    // The fields ask the address, and need no rows.
    let state = TableState::new(id, Table::new(columns.clone(), Vec::new()));
    let search = NodeRef::<html::Input>::new();
    let narrowed = state.asked(View::narrows);
    let clearing = state.clone();
    let clear = move |_| {
        clearing.update(View::cleared);
        // The button goes away; what is done next is most likely another search.
        if let Some(search) = search.get_untracked() {
            // Focus is a kindness: where it cannot be set, the page works as well.
            drop(search.focus());
        }
    };
    let fields = filters.into_iter().map(|filter| view! { <FilterField table state=state.clone() filter/> });
    let fields = fields.collect_view();
    let counted = Signal::derive(move || table.answer.with(|answer| count_text(lang, count, &answer.shown)));
    let none = Memo::new(move |_| table.answer.with(|answer| answer.shown.rows.is_empty()));
    let rows = Signal::derive(move || shown_rows(table));
    let name = format!("{}-{}.csv", report.data.id, id.key());
    let write = Callback::new(move |request| write_csv(table, request, name.clone()));
    let total = move || table.answer.with(|answer| total.run(answer.shown.clone()));
    let sorting = state.clone();
    view! {
        <div class="rows">
            <div class="tools" role="search" aria-label=title>
                <SearchField state=state.clone() field=search/>
                {fields}
                <SortField state=sorting/>
            </div>
            <div class="tools-line">
                <p class="count" role="status"><LiveText text=counted/></p>
            </div>
            <p class="empty" hidden=move || !none.get()>{count.none}</p>
            <button type="button" class="button" hidden=move || !narrowed.get() on:click=clear>
                {report.words.reset()}
            </button>
            <div hidden=move || none.get()>
                <LongGrid table state columns title class layout/>
                <For each=total key=Total::clone let:total>
                    <div class="grid-total" role="group" aria-label=total.label>
                        <p>{total.label}</p>
                        <p><Figure key=total.figure value=total.value/></p>
                    </div>
                </For>
            </div>
            <TakeFiles rows sheet workbook write/>
        </div>
    }
}

/// A filter, with the number of rows that each choice would leave.
#[component]
fn FilterField(table: AskedTable, state: TableState, filter: Filter) -> impl IntoView {
    let Filter { facet, label, values } = filter;
    let report = use_report();
    let (all, id) = (report.words.filter_all(), state.id);
    let options = Signal::derive(move || {
        let none = ChoiceOption { value: String::new(), label: all.to_owned() };
        let option = |(value, label): &(String, String)| {
            let count = table.answer.with(|answer| {
                let counts = answer.counts.iter().find(|(name, _)| *name == facet);
                let counts = counts.map(|(_, counts)| counts.as_slice()).unwrap_or_default();
                counts.iter().find(|(counted, _)| counted == value).map_or(0, |(_, count)| *count)
            });
            ChoiceOption { value: value.clone(), label: format!("{label} ({count})") }
        };
        std::iter::once(none).chain(values.iter().map(option)).collect::<Vec<_>>()
    });
    let chosen = state.asked(move |view| view.filters.get(facet).cloned().unwrap_or_default());
    let choose = move |value: String| state.update(|view| view.filtered(facet, &value));
    view! { <Choice class="field" name=format!("{}.{facet}", id.key()) label options chosen on_choose=choose/> }
}

/// The grid of a table. It begins anew where other rows are shown.
#[component]
fn LongGrid(
    table: AskedTable,
    state: TableState,
    columns: Vec<Column>,
    title: &'static str,
    class: &'static str,
    layout: GridLayout,
) -> impl IntoView {
    let report = use_report();
    let keys: Vec<&'static str> = columns.iter().map(|column| column.key).collect();
    let column = |column: Column| GridColumn { key: column.key, label: column.label, align: column.align };
    let columns = columns.into_iter().map(column).collect();
    let rows = Memo::new(move |_| shown_rows(table));
    let asking = report.clone();
    let cells = Callback::new(move |GridRow { at, .. }| {
        let row = table.answer.with(|answer| answer.shown.rows.get(at as usize).copied())?;
        table.table.with_value(|table| Some(cells_of(&asking, table.table().rows.get(row)?)))
    });
    let sorted = keys.clone();
    let sort = state.asked(move |view: &View| -> Option<(usize, Direction)> {
        let sort = view.sort.as_ref()?;
        Some((sorted.iter().position(|key| *key == sort.column)?, sort.direction))
    });
    let on_heading = Callback::new(move |place: usize| {
        if let Some(key) = keys.get(place) {
            state.update(|view| view.toggled(&state.table, key));
        }
    });
    let row = RwSignal::new(0);
    Effect::new(move || {
        table.answer.track();
        row.set(0);
    });
    let on_rest = Callback::new(move |first| row.set(first));
    view! {
        <DataGrid
            name=class
            label=title
            keys=words::claims(report.lang).grid_keys()
            columns
            layout
            rows
            cells
            coming=""
            sort
            on_heading
            on_window=Callback::new(|_| ())
            row
            on_rest
            busy=table.is_working
        />
    }
}

/// The cells of a row; a figure leads to where it comes from.
fn cells_of(report: &Report, row: &Row) -> Vec<GridCell> {
    let cell = |cell: &tables::Cell| {
        let key = figure_key(row, cell);
        let link = (!key.is_empty()).then(|| GridLink {
            href: routes::figure_link(report.page, &key),
            label: [&cell.text, report.words.ask()].concat(),
        });
        GridCell { text: cell.text.clone(), link }
    };
    row.cells.iter().map(cell).collect()
}

/// How many rows a table shows.
fn shown_rows(table: AskedTable) -> u32 {
    table.answer.with(|answer| u32::try_from(answer.shown.rows.len()).unwrap_or(u32::MAX))
}

/// Writes the rows that are shown as a CSV file, in steps. It has those that were shown when it was asked for.
fn write_csv(table: AskedTable, request: FileRequest, name: String) {
    let rows = table.answer.with_untracked(|answer| answer.shown.rows.clone());
    spawn_local(async move {
        let (mut parts, mut done) = (Vec::new(), 0);
        let step = || {
            let end = (done + ROWS_AT_ONCE).min(rows.len());
            let some = rows.get(done..end).unwrap_or_default();
            let write = if done == 0 { tables::csv } else { tables::csv_part };
            let text = table.table.try_with_value(|table| write(table.table(), some));
            // The page may have left the table.
            let Some(Ok(part)) = text.map(|text| csv_part(&[text.into_bytes()])) else { return Some(false) };
            parts.push(part);
            done = end;
            (done == rows.len()).then_some(true)
        };
        if in_turns(step).await { request.end(&parts, &name) } else { request.fail() }
    });
}

//! A table that can be searched, filtered, sorted and taken along.
use std::sync::Arc;

use figures::key::{Record, key};
use leptos::either::Either;
use leptos::html;
use leptos::prelude::*;
use routes::{TableId, percent_encode};
use tables::{
    Align, CONTROLS_FROM, Cell, Column, Direction, ROWS_SHOWN, ROWS_WRITTEN, Row, Shown, SortKey, Table,
    View, fold, natural,
};
use words::{Lang, fill};

use super::choice::{Choice, ChoiceOption};
use super::figure::Figure;
use super::live_text::LiveText;
use super::show_all::ShowAll;
use crate::context::{Report, use_report};

/// A filter that a table offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// The facet's key in the rows and in the address.
    pub facet: &'static str,
    /// Its label.
    pub label: &'static str,
    /// The values to choose from: key and label, in the order shown.
    pub values: Vec<(String, String)>,
}

impl Filter {
    /// A filter with each of the values (key and label) once, in the order of their labels; `None` where there is
    /// nothing to choose.
    #[must_use]
    pub fn of(
        facet: &'static str,
        label: &'static str,
        values: impl Iterator<Item = (String, String)>,
    ) -> Option<Self> {
        let mut values: Vec<(String, String)> = values.collect();
        values.sort_by(|a, b| natural(&fold(&a.1), &fold(&b.1)).then_with(|| a.0.cmp(&b.0)));
        values.dedup_by(|a, b| a.0 == b.0);
        (!values.is_empty()).then_some(Self { facet, label, values })
    }
}

/// The words that a count of rows is said with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountWords {
    /// All of them.
    pub all: &'static str,
    /// All of them, where there is one.
    pub one: &'static str,
    /// Some of all.
    pub some: &'static str,
    /// None is left.
    pub none: &'static str,
}

/// The last line of a table.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Total {
    /// What it is.
    pub label: &'static str,
    /// The name by which its figure is asked; empty where it cannot be.
    pub figure: &'static str,
    /// The figure.
    pub value: String,
}

/// A table as a view of it shows it.
#[derive(Clone)]
pub struct TableState {
    /// The report.
    report: Report,
    /// Which table it is.
    pub id: TableId,
    /// The table.
    pub table: Arc<Table>,
    /// The rows that the view leaves, in order.
    pub shown: Memo<Shown>,
}

impl TableState {
    /// Ties a table to its state in the address.
    #[must_use]
    pub fn new(id: TableId, table: Table) -> Self {
        let (report, table) = (use_report(), Arc::new(table));
        let (view, rows) = (report.view, table.clone());
        // What has no controls stays as it is, whatever an address asks for.
        let acts = table.rows.len() >= CONTROLS_FROM;
        let shown = Memo::new(move |_| {
            if acts { view.with(|view| rows.apply(view.table(id))) } else { rows.apply(&View::default()) }
        });
        Self { report, id, table, shown }
    }

    /// A table that stays as it is, whatever is asked of it.
    #[must_use]
    pub fn at_rest(id: TableId, table: Table) -> Self {
        let table = Arc::new(table);
        let rows = table.clone();
        let shown = Memo::new(move |_| rows.apply(&View::default()));
        Self { report: use_report(), id, table, shown }
    }

    /// Whether the table has so many rows that controls help to read it.
    fn has_controls(&self) -> bool {
        self.table.rows.len() >= CONTROLS_FROM
    }

    /// Replaces what is asked of the table by what `change` makes of it.
    pub fn update(&self, change: impl FnOnce(&View) -> View) {
        let id = self.id;
        self.report.view.update(|view| *view.table_mut(id) = change(view.table(id)));
    }

    /// Something about what is asked of the table.
    #[must_use]
    pub fn asked<T>(&self, read: impl Fn(&View) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        let (view, id) = (self.report.view, self.id);
        Memo::new(move |_| view.with(|view| read(view.table(id))))
    }
}

/// Search field, filters, count, CSV, and the way back to all rows; nothing where there are few rows.
#[component]
pub fn TableTools(
    /// The table.
    state: TableState,
    /// What it is called.
    title: &'static str,
    /// The filters.
    filters: Vec<Filter>,
    /// How rows are counted.
    count: CountWords,
    /// The name of the file beside the dataset that holds all rows.
    file: &'static str,
    /// Further fields.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    if !state.has_controls() {
        return None;
    }
    let (report, shown) = (state.report.clone(), state.shown);
    let words = report.words;
    let search = NodeRef::<html::Input>::new();
    let narrowed = state.asked(View::narrows);
    let fields =
        filters.into_iter().map(|filter| view! { <FilterField state=state.clone() filter/> }).collect_view();
    let csv = csv_link(&state, file);
    let name = format!("{}-{}.csv", report.data.id, state.id.key());
    let lang = report.lang;
    let count_text = Signal::derive(move || shown.with(|shown| count_text(lang, count, shown)));
    let reset = {
        let state = state.clone();
        move |_| {
            state.update(View::cleared);
            // The button goes away; what is done next is most likely another search.
            if let Some(search) = search.get_untracked() {
                // Focus is a kindness: where it cannot be set, the page works as well.
                drop(search.focus());
            }
        }
    };
    Some(view! {
        <div class="tools" role="search" aria-label=title>
            <SearchField state=state.clone() field=search/>
            {fields}
            {children.map(|children| children())}
        </div>
        <div class="tools-line">
            <p class="count" role="status"><LiveText text=count_text/></p>
            <a class="download" href=csv download=name>{words.download_csv()}</a>
        </div>
        <p class="empty" hidden=move || shown.with(|shown| !shown.rows.is_empty())>{count.none}</p>
        <button type="button" class="button" hidden=move || !narrowed.get() on:click=reset>{words.reset()}</button>
    })
}

/// The field of a search.
///
/// What was typed before the application was there stays in it, so nothing is written to it until the view has it.
#[component]
pub fn SearchField(
    /// The table.
    state: TableState,
    /// Is given the field.
    field: NodeRef<html::Input>,
) -> impl IntoView {
    let (query, ready) = (state.asked(|view| view.query.clone()), state.report.ready);
    Effect::new(move || {
        let (query, ready) = (query.get(), ready.get());
        if let Some(field) = field.get().filter(|field| ready && field.value() != query) {
            field.set_value(&query);
        }
    });
    let (label, name) = (state.report.words.search(), format!("{}.q", state.id.key()));
    view! {
        <label class="field">
            <span>{label}</span>
            <input
                node_ref=field
                type="search"
                name=name
                autocomplete="off"
                on:input=move |event| state.update(|view| view.searching(event_target_value(&event)))
            />
        </label>
    }
}

/// A filter, with the number of rows that each choice would leave.
#[component]
fn FilterField(state: TableState, filter: Filter) -> impl IntoView {
    let Filter { facet, label, values } = filter;
    let all = state.report.words.filter_all();
    let (view, id, table) = (state.report.view, state.id, state.table.clone());
    let options = Signal::derive(move || {
        let counts = view.with(|view| table.facet_counts(view.table(id), facet));
        let none = ChoiceOption { value: String::new(), label: all.to_owned() };
        let option = |(value, label): &(String, String)| {
            let count = counts.iter().find(|(counted, _)| counted == value).map_or(0, |(_, count)| *count);
            ChoiceOption { value: value.clone(), label: format!("{label} ({count})") }
        };
        std::iter::once(none).chain(values.iter().map(option)).collect::<Vec<_>>()
    });
    let chosen = state.asked(move |view| view.filters.get(facet).cloned().unwrap_or_default());
    let name = format!("{}.{facet}", state.id.key());
    let choosing = state.clone();
    let choose = move |value: String| choosing.update(|view| view.filtered(facet, &value));
    let settled = state.report.ready;
    view! { <Choice class="field" name label options chosen on_choose=choose settled/> }
}

/// The choice of what a table is sorted by: for phones, where its headings are no row of buttons.
#[component]
pub fn SortField(
    /// The table.
    state: TableState,
) -> impl IntoView {
    let words = state.report.words;
    let none = ChoiceOption { value: String::new(), label: words.sort_none().to_owned() };
    let columns = state.table.columns.iter();
    // As the address says it: a minus for what starts with the largest.
    let code = |column: &Column| match column.first_direction() {
        Direction::Ascending => column.key.to_owned(),
        Direction::Descending => ["-", column.key].concat(),
    };
    let option = |column: &Column| ChoiceOption { value: code(column), label: column.label.clone() };
    let options: Vec<ChoiceOption> = std::iter::once(none).chain(columns.map(option)).collect();
    let table = state.table.clone();
    let chosen = state.asked(move |view| {
        view.sort.as_ref().and_then(|sort| table.column(&sort.column)).map(code).unwrap_or_default()
    });
    let (name, settled) = (format!("{}.sort", state.id.key()), state.report.ready);
    let choose = move |code: String| {
        state.update(|view| view.sorted_by(&state.table, code.trim_start_matches('-')));
    };
    view! { <Choice class="field sort-by" name label=words.sort_by() options chosen on_choose=choose settled/> }
}

/// The address of the rows that are shown. Before the application is there that is the file which has all of them.
fn csv_link(state: &TableState, file: &str) -> impl Fn() -> String + Send + Sync + use<> {
    let TableState { report, table, shown, .. } = state.clone();
    let root = routes::to_root(report.lang, report.page);
    let all = format!("{root}data/{}/{file}", percent_encode(&report.data.id));
    move || {
        if !report.ready.get() {
            return all.clone();
        }
        shown.with(|shown| {
            ["data:text/csv;charset=utf-8,", &percent_encode(&tables::csv(&table, &shown.rows))].concat()
        })
    }
}

/// How many rows are shown, in words.
#[must_use]
pub fn count_text(lang: Lang, words: CountWords, shown: &Shown) -> String {
    let counted = |number| words::count(lang, number);
    if shown.rows.len() < shown.total {
        fill(words.some, &[&counted(shown.rows.len()), &counted(shown.total)])
    } else if shown.total == 1 {
        words.one.to_owned()
    } else {
        fill(words.all, &[&counted(shown.total)])
    }
}

/// The rows of a table with sortable headings.
#[component]
pub fn DataTable(
    /// The table.
    state: TableState,
    /// What it is, for those who cannot see it.
    caption: &'static str,
    /// The last line, by the rows that are shown.
    #[prop(into)]
    total: Signal<Option<Total>>,
) -> impl IntoView {
    let (table, shown) = (state.table.clone(), state.shown);
    let headings =
        (0..table.columns.len()).map(|index| view! { <Heading state=state.clone() index/> }).collect_view();
    // Search, filters and sorting reach the rows beyond; the file beside the dataset has all.
    let rows = move || shown.with(|shown| shown.rows.iter().take(ROWS_WRITTEN).copied().collect::<Vec<_>>());
    let before = table.columns.len().saturating_sub(1).to_string();
    let (total_rows, narrowed) = (table.rows.len(), state.asked(View::narrows));
    let long = total_rows > ROWS_SHOWN;
    let all = long.then(|| view! { <ShowAll total=total_rows.min(ROWS_WRITTEN)/> });
    view! {
        <div class=if long { "fold long" } else { "fold" } data-narrowed=move || narrowed.get().then_some("")>
        <table class="sortable" role="table" hidden=move || shown.with(|shown| shown.rows.is_empty())>
            <caption class="hidden">{caption}</caption>
            <thead role="rowgroup"><tr role="row">{headings}</tr></thead>
            <tbody role="rowgroup">
                <For each=rows key=|index| *index children=move |index| view! { <TableRow table=table.clone() index/> }/>
            </tbody>
            <tfoot role="rowgroup">
                <For each=move || total.get() key=Total::clone let:total>
                    <tr role="row">
                        <th scope="row" role="rowheader" colspan=before.clone()>{total.label}</th>
                        <td role="cell" class="number"><Figure key=total.figure value=total.value/></td>
                    </tr>
                </For>
            </tfoot>
        </table>
        {all}
        </div>
    }
}

/// Whether the cells of a column stand at the end of the line, as numbers do.
fn is_numeric(column: &Column) -> bool {
    column.align == Align::End
}

/// A heading; one that sorts where the table has controls.
#[component]
fn Heading(state: TableState, index: usize) -> impl IntoView {
    let column = state.table.columns.get(index).cloned()?;
    let (key, ready, numeric) = (column.key, state.report.ready, is_numeric(&column));
    if !state.has_controls() {
        let head = view! { <th scope="col" role="columnheader" class:number=numeric>{column.label}</th> };
        return Some(Either::Left(head));
    }
    let sort = state.asked(move |view| view.direction(key).map_or("none", Direction::aria));
    let toggle = move |_| state.update(|view| view.toggled(&state.table, key));
    Some(Either::Right(view! {
        <th scope="col" role="columnheader" class:number=numeric aria-sort=move || sort.get()>
            <button type="button" disabled=move || !ready.get() on:click=toggle>{column.label}</button>
        </th>
    }))
}

/// A row: a cell for each column, the first of which is its heading.
#[component]
fn TableRow(table: Arc<Table>, index: usize) -> impl IntoView {
    let row = table.rows.get(index)?;
    let cells = table
        .columns
        .iter()
        .zip(&row.cells)
        .enumerate()
        .map(|(at, (column, cell))| {
            let (label, numeric) = (column.label.clone(), is_numeric(column));
            let figure = view! { <Figure key=figure_key(row, cell) value=cell.text.clone()/> };
            if at == 0 {
                Either::Left(view! { <th scope="row" role="rowheader" data-label=label>{figure}</th> })
            } else {
                let class = if numeric { "number" } else { "words" };
                Either::Right(view! { <td class=class role="cell" data-label=label>{figure}</td> })
            }
        })
        .collect_view();
    Some(view! { <tr role="row">{cells}</tr> })
}

/// The name by which the figure of a cell is asked; empty where it is none.
#[must_use]
pub fn figure_key(row: &Row, cell: &Cell) -> String {
    match cell.sort {
        SortKey::Number(_) => key(Record::Case, &row.key),
        _ => String::new(),
    }
}

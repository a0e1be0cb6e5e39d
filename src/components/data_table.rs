//! A table that can be searched, filtered, sorted and taken along.
use leptos::prelude::*;

use super::ask_link::ask;
use super::markup::Markup;
use super::part::{Part, part};
use super::parts::{choice, flag, memo};
use super::report::Report;
use figures::key::{Record, key};
use routes::{TableId, percent_encode};
use tables::{Align, Column, Shown, SortKey, Table, View};
use words::fill;

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

/// What is shown of a table: which rows, by which view.
#[derive(Clone, Copy)]
pub struct TableView {
    /// The report.
    pub report: Report,
    /// Which table it is.
    pub id: TableId,
    /// The table.
    pub table: &'static Table,
    /// The rows that the view leaves, in order.
    pub shown: Memo<Shown>,
}

impl TableView {
    /// Ties a table to its state in the address.
    #[must_use]
    pub fn new(report: Report, id: TableId, table: Table) -> Self {
        // The table lives as long as the page, as the report does.
        let table: &'static Table = Box::leak(Box::new(table));
        let shown = Memo::new(move |_| table.apply(report.view.get().table(id)));
        Self { report, id, table, shown }
    }

    /// Replaces what is asked of the table by what `change` makes of it.
    pub fn update(self, change: &dyn Fn(&View) -> View) {
        self.report.change(&|view| {
            let changed = change(view.table(self.id));
            *view.table_mut(self.id) = changed;
        });
    }

    /// What is asked of the table, which is followed.
    fn asked(self) -> View {
        self.report.view.get().table(self.id).clone()
    }

    /// A text about the rows that are shown.
    #[must_use]
    pub fn text(self, write: Footer) -> Memo<String> {
        memo(Box::new(move || self.shown.with(|shown| write(shown))))
    }

    /// Whether no row is shown, or, if `empty` is false, whether there are any.
    fn shows(self, empty: bool) -> Memo<bool> {
        flag(Box::new(move || self.shown.with(|shown| shown.rows.is_empty() == empty)))
    }
}

/// The words that a count of rows is said with: all, one, some of all.
pub type CountWords = (&'static str, &'static str, &'static str);

/// Search field, filters, count, CSV, and the way back to all rows. `title` is what the table is
/// called; `empty` is said when no row is left.
pub fn table_tools(
    table: TableView,
    title: &'static str,
    filters: Vec<Filter>,
    count: CountWords,
    empty: &'static str,
) -> Part {
    let TableView { report, id, table: data, .. } = table;
    let words = report.words;
    let filters: Vec<Part> = filters.into_iter().map(|filter| filter_field(table, filter)).collect();
    let count = table.text(Box::new(move |shown| {
        let mut html = Markup::new();
        html.text(&count_text(count, shown));
        html.finish()
    }));
    let csv = table.text(Box::new(move |shown| {
        ["data:text/csv;charset=utf-8,", &percent_encode(&tables::csv(data, &shown.rows))].concat()
    }));
    let query = memo(Box::new(move || table.asked().query));
    let rows_left = table.shows(false);
    let all_shown = flag(Box::new(move || !table.asked().narrows()));
    let search = NodeRef::<leptos::html::Input>::new();
    part(view! {
        <div class="tools" role="search" aria-label=title>
            <label class="field">
                <span>{words.search}</span>
                <input
                    node_ref=search
                    type="search"
                    autocomplete="off"
                    prop:value=query
                    on:input=move |event| {
                        let text = event_target_value(&event);
                        table.update(&|view| view.searching(text.clone()));
                    }
                />
            </label>
            {filters}
        </div>
        <div class="tools-line">
            <p class="count" role="status" inner_html=count></p>
            <a class="download" href=csv download=format!("{}-{}.csv", report.data.id, id.key())>
                {words.download_csv}
            </a>
        </div>
        <p class="empty" hidden=rows_left>{empty}</p>
        <button
            type="button"
            class="button"
            hidden=all_shown
            on:click=move |_| {
                table.update(&View::cleared);
                // The button goes away; what is done next is most likely another search.
                if let Some(search) = search.get_untracked() {
                    // Focus is a kindness: where it cannot be set, the page works as well.
                    drop(search.focus());
                }
            }
        >
            {words.reset}
        </button>
    })
}

fn count_text((all, one, some): CountWords, shown: &Shown) -> String {
    if shown.rows.len() < shown.total {
        fill(some, &[&shown.rows.len().to_string(), &shown.total.to_string()])
    } else if shown.total == 1 {
        one.to_owned()
    } else {
        fill(all, &[&shown.total.to_string()])
    }
}

fn filter_field(table: TableView, filter: Filter) -> Part {
    let (facet, label) = (filter.facet, filter.label);
    let options = move || options(table.report, table.table, &table.asked(), &filter);
    let choose = move |value: &str| table.update(&|view| view.filtered(facet, value));
    choice("field", label, Box::new(options), Box::new(choose))
}

/// The choices of a filter, each with the number of rows it would leave.
fn options(report: Report, data: &Table, view: &View, filter: &Filter) -> String {
    let chosen = view.filters.get(filter.facet);
    let counts = data.facet_counts(view, filter.facet);
    let mut html = Markup::new();
    html.open("option value=\"\"").text(report.words.filter_all).close("option");
    for (value, label) in &filter.values {
        let count = counts.iter().find(|(counted, _)| counted == value).map_or(0, |(_, count)| *count);
        let selected = ("selected", "");
        let attributes = [("value", value.as_str()), selected];
        let used = if chosen == Some(value) { 2 } else { 1 };
        html.open_with("option", attributes.get(..used).unwrap_or_default());
        html.text(label).text(" (").text(&count.to_string()).text(")").close("option");
    }
    html.finish()
}

/// Writes the last line of a table, such as a total, from the rows that are shown.
pub type Footer = Box<dyn Fn(&Shown) -> String + Send + Sync>;

/// The rows of a table of single claims with sortable headings; the caption says what the table is to those who
/// cannot see it.
pub fn sortable_table(table: TableView, caption: &'static str, footer: Footer) -> Part {
    let headings: Vec<_> = table.table.columns.iter().map(|column| heading(table, column)).collect();
    let rows = table.text(Box::new(move |shown| rows(table, shown)));
    let footer = table.text(footer);
    let empty = table.shows(true);
    part(view! {
        <table class="sortable" role="table" hidden=empty>
            <caption class="hidden">{caption}</caption>
            <thead role="rowgroup"><tr role="row">{headings}</tr></thead>
            <tbody role="rowgroup" inner_html=rows></tbody>
            <tfoot role="rowgroup" inner_html=footer></tfoot>
        </table>
    })
}

/// Whether the cells of a column stand at the end of the line, as numbers do.
fn is_numeric(column: &Column) -> bool {
    column.align == Align::End
}

fn heading(table: TableView, column: &Column) -> Part {
    let (key, label, numeric) = (column.key, column.label.clone(), is_numeric(column));
    let sort = memo(Box::new(move || {
        table.asked().direction(key).map_or("none", tables::Direction::aria).to_owned()
    }));
    part(view! {
        <th scope="col" role="columnheader" class:number=numeric aria-sort=sort>
            <button type="button" on:click=move |_| table.update(&|view| view.toggled(table.table, key))>
                {label}
            </button>
        </th>
    })
}

fn rows(table: TableView, shown: &Shown) -> String {
    let TableView { report, table: data, .. } = table;
    let mut html = Markup::new();
    for row in shown.rows.iter().filter_map(|index| data.rows.get(*index)) {
        html.open("tr role=\"row\"");
        for (index, (column, cell)) in data.columns.iter().zip(&row.cells).enumerate() {
            let label = ("data-label", column.label.as_str());
            let (tag, attributes) = match (index, is_numeric(column)) {
                (0, _) => ("th", [("scope", "row"), ("role", "rowheader"), label]),
                (_, true) => ("td", [("class", "number"), ("role", "cell"), label]),
                (_, false) => ("td", [("class", "words"), ("role", "cell"), label]),
            };
            let figure = match cell.sort {
                SortKey::Number(_) => key(Record::Case, &row.key),
                _ => String::new(),
            };
            html.open_with(tag, &attributes);
            ask(&mut html, report, &figure, &cell.text);
            html.close(tag);
        }
        html.close("tr");
    }
    html.finish()
}

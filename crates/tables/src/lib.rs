//! The table engine: sorting, searching, filtering, paging and CSV, without a browser.
//!
//! A [`Table`] holds the rows in the order of the source, with the text that is shown and the
//! value behind it. A [`View`] says which of them to show, and how; [`Table::apply`] answers with
//! row numbers. The rows themselves are never changed.
//!
//! A table of tens of thousands of rows answers in steps ([`LongTable`]), and a page has those in sight only
//! ([`Viewport`], [`grid`]).
//!
//! ```
//! use dataset::Decimal;
//! use tables::{Cell, Column, Kind, Row, Table, View};
//!
//! let columns = vec![Column::new("name", "Nama", Kind::Text), Column::new("amount", "Nilai", Kind::Number)];
//! let row = |key: &str, name: &str, amount: i64| {
//!     Row::new(key, vec![Cell::text(name), Cell::number(amount.to_string(), Decimal::whole(amount))])
//! };
//! let table = Table::new(columns, vec![row("a", "Ana", 8), row("b", "Budi", 42)]);
//! let view = View::default().toggled(&table, "amount");
//! assert_eq!(table.apply(&view).rows, [1, 0]);
//! ```
mod csv;
mod fold;
pub mod grid;
mod long;
mod view;
mod window;

/// From how many rows on a table is searched, filtered and sorted. With fewer, controls are more to read than the rows.
pub const CONTROLS_FROM: usize = 8;

/// How many rows of a long table are shown before a reader asks for all.
pub const ROWS_SHOWN: usize = 10;

/// How many rows of a long list a page writes: beyond that all of them are in a file beside the dataset.
pub const ROWS_WRITTEN: usize = 100;

pub use csv::{csv, csv_part, csv_records, defused, records, tsv};
pub use fold::{fold, natural};
pub use long::{Answer, LongTable, Question};
pub use view::{Direction, Shown, Sort, View};
pub use window::{TALLEST, Viewport, Window};

use std::cmp::Ordering;

use dataset::{Date, Decimal};

/// A table: what its columns are, and its rows in the order of the source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The columns from left to right.
    pub columns: Vec<Column>,
    /// The rows, each with a cell a column.
    pub rows: Vec<Row>,
    /// How many rows a page shows; `None` for all on one page.
    pub page_size: Option<usize>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// A stable name, for addresses: lower-case letters, digits and hyphens.
    pub key: &'static str,
    /// What it is called, in the language of the page.
    pub label: String,
    /// What its cells hold.
    pub kind: Kind,
    /// Whether a reader can sort by it.
    pub sortable: bool,
    /// At which side its cells stand.
    pub align: Align,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Words.
    Text,
    /// Numbers.
    Number,
    /// Dates.
    Date,
}

/// At which side the cells of a column stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Align {
    /// Where lines start.
    Start,
    /// Where lines end: numbers, so that their digits stand below one another.
    End,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The id of the record it shows.
    pub key: String,
    /// Its cells in the order of the columns.
    pub cells: Vec<Cell>,
    /// What it can be filtered by: pairs of a facet and a value. Several pairs of one facet are
    /// several values.
    pub facets: Vec<(&'static str, String)>,
    /// The folded text in which words are searched; see [`fold`].
    search: String,
}

/// A cell: the text that is shown, and the value by which it is sorted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The text as shown, in the language of the page.
    pub text: String,
    /// The value.
    pub sort: SortKey,
}

/// The value of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SortKey {
    /// A number; compared by value.
    Number(Decimal),
    /// A date; a year stands before its months and a month before its days.
    Date(Date),
    /// A folded text; compared by [`natural`].
    Text(String),
    /// No value. Stands at the end in both directions.
    Missing,
}

impl Table {
    /// A table with all rows on one page.
    #[must_use]
    pub fn new(columns: Vec<Column>, rows: Vec<Row>) -> Self {
        Self { columns, rows, page_size: None }
    }

    /// Shows at most this many rows at once; 0 counts as 1.
    #[must_use]
    pub fn paged(mut self, page_size: usize) -> Self {
        self.page_size = Some(page_size.max(1));
        self
    }

    /// A column by its key.
    #[must_use]
    pub fn column(&self, key: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.key == key)
    }

    /// The cells of a column, in the order of the source: for totals.
    pub fn cells<'t>(&'t self, key: &str) -> impl Iterator<Item = &'t Cell> + use<'t> {
        let index = self.columns.iter().position(|column| column.key == key);
        self.rows.iter().filter_map(move |row| row.cells.get(index?))
    }
}

impl Column {
    /// A column that can be sorted. Numbers stand at the end, everything else at the start.
    #[must_use]
    pub fn new(key: &'static str, label: impl Into<String>, kind: Kind) -> Self {
        let align = if kind == Kind::Number { Align::End } else { Align::Start };
        Self { key, label: label.into(), kind, sortable: true, align }
    }

    /// The same column, not to be sorted by.
    #[must_use]
    pub fn unsortable(mut self) -> Self {
        self.sortable = false;
        self
    }
}

impl Row {
    /// A row that is found by the texts of its cells.
    #[must_use]
    pub fn new(key: impl Into<String>, cells: Vec<Cell>) -> Self {
        let mut row = Self { key: key.into(), cells: Vec::new(), facets: Vec::new(), search: String::new() };
        for cell in &cells {
            row.push_search(&cell.text);
        }
        row.cells = cells;
        row
    }

    /// Adds a value that the row can be filtered by.
    #[must_use]
    pub fn facet(mut self, facet: &'static str, value: impl Into<String>) -> Self {
        self.facets.push((facet, value.into()));
        self
    }

    /// Adds a text that the row is found by although no cell shows it: a full name, say.
    #[must_use]
    pub fn found_by(mut self, text: &str) -> Self {
        self.push_search(text);
        self
    }

    fn push_search(&mut self, text: &str) {
        self.search.push_str(&fold(text));
        // No word holds a line break, so none is found across two cells.
        self.search.push('\n');
    }
}

impl Cell {
    /// A text, sorted by itself.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { sort: SortKey::Text(fold(&text)), text }
    }

    /// A number and how it is shown.
    #[must_use]
    pub fn number(text: impl Into<String>, value: Decimal) -> Self {
        Self { text: text.into(), sort: SortKey::Number(value) }
    }

    /// A date and how it is shown.
    #[must_use]
    pub fn date(text: impl Into<String>, value: Date) -> Self {
        Self { text: text.into(), sort: SortKey::Date(value) }
    }

    /// The words for a value that is missing.
    #[must_use]
    pub fn missing(text: impl Into<String>) -> Self {
        Self { text: text.into(), sort: SortKey::Missing }
    }
}

impl SortKey {
    /// Orders two values that are not missing. Numbers stand before dates, dates before texts.
    #[must_use]
    pub fn compare(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => a.compare(*b),
            (Self::Date(a), Self::Date(b)) => a.cmp(b),
            (Self::Text(a), Self::Text(b)) => natural(a, b),
            _ => self.rank().cmp(&other.rank()),
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Self::Number(_) => 0,
            Self::Date(_) => 1,
            Self::Text(_) => 2,
            Self::Missing => 3,
        }
    }
}

#[cfg(test)]
mod tests;

//! Which rows are shown, and in which order.
use std::cmp::Ordering;

use super::{Column, Kind, Row, SortKey, Table, fold};
use dataset::Map;

/// What a reader asked of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// By which column the rows are sorted; `None` for the order of the source.
    pub sort: Option<Sort>,
    /// The words that a row must hold, as typed.
    pub query: String,
    /// The value that each facet must have.
    pub filters: Map<String>,
    /// The page, from 0.
    pub page: usize,
}

/// An order of rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The key of the column.
    pub column: String,
    /// Which end comes first.
    pub direction: Direction,
}

/// Which end of an order comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// The smallest.
    Ascending,
    /// The largest.
    Descending,
}

impl Direction {
    /// The value of `aria-sort`.
    #[must_use]
    pub fn aria(self) -> &'static str {
        match self {
            Self::Ascending => "ascending",
            Self::Descending => "descending",
        }
    }

    /// The other one.
    #[must_use]
    pub fn reverse(self) -> Self {
        match self {
            Self::Ascending => Self::Descending,
            Self::Descending => Self::Ascending,
        }
    }
}

/// What a view of a table shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The numbers of the rows on this page, in the order shown.
    pub rows: Vec<usize>,
    /// How many rows the table has.
    pub total: usize,
    /// How many rows match on all pages.
    pub matched: usize,
    /// The page shown, from 0: the one asked for, or the last one.
    pub page: usize,
    /// How many pages there are; at least one.
    pub pages: usize,
}

impl View {
    /// The direction in which a column is sorted, if it is the one.
    #[must_use]
    pub fn direction(&self, column: &str) -> Option<Direction> {
        self.sort.as_ref().filter(|sort| sort.column == column).map(|sort| sort.direction)
    }

    /// The view after a click on a column's header: its first direction, then the other, then the
    /// order of the source. Numbers start with the largest, everything else with the smallest.
    /// Unchanged where the column does not exist or cannot be sorted.
    #[must_use]
    pub fn toggled(&self, table: &Table, column: &str) -> Self {
        let Some(found) = table.column(column).filter(|column| column.sortable) else { return self.clone() };
        let first = found.first_direction();
        let direction = match self.direction(column) {
            None => Some(first),
            Some(direction) if direction == first => Some(first.reverse()),
            Some(_) => None,
        };
        let sort = direction.map(|direction| Sort { column: column.to_owned(), direction });
        Self { sort, page: 0, ..self.clone() }
    }

    /// The view sorted by a column in its first direction; in the order of the source where the column does not exist
    /// or cannot be sorted.
    #[must_use]
    pub fn sorted_by(&self, table: &Table, column: &str) -> Self {
        Self { sort: None, ..self.clone() }.toggled(table, column)
    }

    /// The view with other words to search for, on its first page.
    #[must_use]
    pub fn searching(&self, query: impl Into<String>) -> Self {
        Self { query: query.into(), page: 0, ..self.clone() }
    }

    /// The view with another value of a facet, on its first page. An empty value lifts the filter.
    #[must_use]
    pub fn filtered(&self, facet: &str, value: &str) -> Self {
        let mut view = Self { page: 0, ..self.clone() };
        if value.is_empty() {
            view.filters.remove(facet);
        } else {
            view.filters.insert(facet.to_owned(), value.to_owned());
        }
        view
    }

    /// The view of all rows, in the order it has.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self { sort: self.sort.clone(), ..Self::default() }
    }

    /// Whether it searches or filters, so that a table may show fewer rows than it has.
    #[must_use]
    pub fn narrows(&self) -> bool {
        !self.filters.is_empty() || self.query.chars().any(|c| !c.is_ascii_whitespace())
    }
}

impl Column {
    /// The direction in which the column is sorted first: numbers start with the largest, everything else with the
    /// smallest.
    #[must_use]
    pub fn first_direction(&self) -> Direction {
        if self.kind == Kind::Number { Direction::Descending } else { Direction::Ascending }
    }
}

impl Table {
    /// The rows that a view shows.
    ///
    /// All words of the query must occur, in any cell; case and accents do not count. All filters
    /// must hold. A sort by a column that does not exist or cannot be sorted leaves the order of
    /// the source; rows without a value in the column stand last in both directions.
    #[must_use]
    pub fn apply(&self, view: &View) -> Shown {
        let all = self.matching(view);
        let matched = all.len();
        let size = self.page_size.unwrap_or(matched).max(1);
        let pages = matched.div_ceil(size).max(1);
        let page = view.page.min(pages - 1);
        let rows = all.into_iter().skip(page * size).take(size).collect();
        Shown { rows, total: self.rows.len(), matched, page, pages }
    }

    /// The rows that match a view, in its order, on all pages: what a download holds.
    #[must_use]
    pub fn matching(&self, view: &View) -> Vec<usize> {
        let mut rows = self.selected(view, None);
        let column = view.sort.as_ref().and_then(|sort| {
            let found = self.columns.iter().position(|c| c.key == sort.column && c.sortable)?;
            Some((found, sort.direction))
        });
        match column {
            Some((column, direction)) => {
                rows.sort_by(|a, b| self.compare(*a, *b, column, direction));
                rows
            }
            None => rows,
        }
    }

    /// The values of a facet in the order of the source, each with the number of rows that would
    /// match if it were chosen: those that the query and all other filters leave. Values that
    /// would match none are there with 0.
    #[must_use]
    pub fn facet_counts(&self, view: &View, facet: &str) -> Vec<(&str, usize)> {
        let mut counts: Vec<(&str, usize)> = Vec::new();
        let matching = self.selected(view, Some(facet));
        let mut matching = matching.iter().copied().peekable();
        for (number, row) in self.rows.iter().enumerate() {
            let matches = usize::from(matching.next_if_eq(&number).is_some());
            for (_, value) in row.facets.iter().filter(|(name, _)| *name == facet) {
                match counts.iter_mut().find(|(known, _)| known == value) {
                    Some((_, count)) => *count += matches,
                    None => counts.push((value, matches)),
                }
            }
        }
        counts
    }

    /// The rows that match, in the order of the source, with one facet's filter left aside.
    fn selected(&self, view: &View, aside: Option<&str>) -> Vec<usize> {
        let query = fold(&view.query);
        let matches = |row: &Row| {
            let mut filters = view.filters.iter().filter(|(facet, _)| Some(facet.as_str()) != aside);
            filters.all(|(facet, value)| row.has(facet, value))
                && query.split_ascii_whitespace().all(|word| row.search.contains(word))
        };
        self.rows.iter().enumerate().filter(|(_, row)| matches(row)).map(|(number, _)| number).collect()
    }

    fn compare(&self, a: usize, b: usize, column: usize, direction: Direction) -> Ordering {
        let key = |row: usize| {
            let key = self.rows.get(row).and_then(|row| row.cells.get(column)).map(|cell| &cell.sort);
            key.filter(|key| **key != SortKey::Missing)
        };
        match (key(a), key(b)) {
            (Some(a), Some(b)) if direction == Direction::Descending => b.compare(a),
            (Some(a), Some(b)) => a.compare(b),
            (a, b) => b.is_some().cmp(&a.is_some()),
        }
    }
}

impl Row {
    fn has(&self, facet: &str, value: &str) -> bool {
        self.facets.iter().any(|(name, found)| *name == facet && found == value)
    }
}

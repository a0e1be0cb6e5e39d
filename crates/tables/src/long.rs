//! Long tables, in steps that are short: a page does some, lets the browser draw, and goes on.
//!
//! A [`LongTable`] shows what [`Table::apply`] and [`Table::facet_counts`] show of the same rows, all on one page. It takes
//! its rows one after the other, looks at a few thousand of them a step, and remembers the order of each column that was
//! sorted by.
use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::view::{Direction, Shown, View};
use super::{Column, Row, SortKey, Table, fold};

/// How many rows a step looks at.
const STEP: usize = 2048;
/// How many rows a step sorts before they are merged.
const RUN: usize = 512;

/// A table that answers in steps.
#[derive(Clone, Debug, Default)]
pub struct LongTable {
    table: Table,
    facets: Vec<Facet>,
    /// The orders of columns, as far as they are known.
    orders: BTreeMap<usize, Order>,
}

/// A view of a long table, as far as it is answered.
#[derive(Clone, Debug)]
pub struct Question {
    words: Vec<String>,
    /// The place of each filter's facet, and that of its value; none where no row has it.
    filters: Vec<(Option<usize>, Option<u32>)>,
    sort: Option<(usize, Direction)>,
    /// Which of the rows that were looked at match.
    matching: Vec<bool>,
    /// For each facet, how many rows each of its values would leave.
    counts: Vec<Vec<usize>>,
}

/// What a view of a long table shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The rows.
    pub shown: Shown,
    /// The facets with their values, and how many rows each would leave: see [`Table::facet_counts`].
    pub counts: Vec<(&'static str, Vec<(String, usize)>)>,
}

/// What rows can be filtered by, with its values as numbers.
#[derive(Clone, Debug)]
struct Facet {
    name: &'static str,
    /// The values in the order of the source.
    values: Vec<String>,
    places: BTreeMap<String, u32>,
    /// The values of all rows, one after the other.
    members: Vec<u32>,
    /// Where those of each row begin, and where the last ones end.
    starts: Vec<usize>,
}

impl LongTable {
    /// A table without rows.
    #[must_use]
    pub fn new(columns: Vec<Column>) -> Self {
        Self { table: Table::new(columns, Vec::new()), ..Self::default() }
    }

    /// The table with the rows that have come.
    #[must_use]
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// Takes a further row.
    pub fn push(&mut self, row: Row) {
        for (name, value) in &row.facets {
            let known = self.facets.iter().position(|facet| facet.name == *name);
            let place = known.unwrap_or_else(|| {
                self.facets.push(Facet::new(name, self.table.rows.len()));
                self.facets.len() - 1
            });
            if let Some(facet) = self.facets.get_mut(place) {
                facet.push(value);
            }
        }
        for facet in &mut self.facets {
            facet.starts.push(facet.members.len());
        }
        self.orders.clear();
        self.table.rows.push(row);
    }

    /// The values of a facet in the order of the source.
    #[must_use]
    pub fn values(&self, facet: &str) -> &[String] {
        self.facets
            .iter()
            .find(|known| known.name == facet)
            .map(|facet| facet.values.as_slice())
            .unwrap_or_default()
    }

    /// Asks for what a view shows. The answer comes by [`LongTable::step`].
    #[must_use]
    pub fn ask(&self, view: &View) -> Question {
        let filter = |(name, value): (&String, &String)| {
            let place = self.facets.iter().position(|facet| facet.name == name);
            let facet = place.and_then(|place| self.facets.get(place));
            (place, facet.and_then(|facet| facet.places.get(value).copied()))
        };
        let sort = view.sort.as_ref().and_then(|sort| {
            let found = self.table.columns.iter().position(|c| c.key == sort.column && c.sortable)?;
            Some((found, sort.direction))
        });
        Question {
            words: fold(&view.query).split_ascii_whitespace().map(str::to_owned).collect(),
            filters: view.filters.iter().map(filter).collect(),
            sort,
            matching: Vec::with_capacity(self.table.rows.len()),
            counts: self.facets.iter().map(|facet| vec![0; facet.values.len()]).collect(),
        }
    }

    /// Goes on with a question; `None` while there is more to do. All rows have come before the first step.
    pub fn step(&mut self, question: &mut Question) -> Option<Answer> {
        if question.matching.len() < self.table.rows.len() {
            self.look(question);
            return None;
        }
        let matching = |row: &usize| question.matching.get(*row) == Some(&true);
        let rows: Vec<usize> = match question.sort {
            None => (0..self.table.rows.len()).filter(matching).collect(),
            Some((column, direction)) => {
                let order = self.orders.entry(column).or_insert_with(|| Order::new(self.table.rows.len()));
                if !order.step(&self.table, column) {
                    return None;
                }
                order.rows(direction).filter(matching).collect()
            }
        };
        let total = self.table.rows.len();
        let shown = Shown { matched: rows.len(), rows, total, page: 0, pages: 1 };
        let counted = |(facet, counts): (&Facet, &Vec<usize>)| {
            (facet.name, facet.values.iter().cloned().zip(counts.iter().copied()).collect())
        };
        Some(Answer { shown, counts: self.facets.iter().zip(&question.counts).map(counted).collect() })
    }

    /// Looks at further rows: whether they match, and what they count for.
    fn look(&self, question: &mut Question) {
        let from = question.matching.len();
        for (row, place) in self.table.rows.iter().zip(0..).skip(from).take(STEP) {
            let found = question.words.iter().all(|word| row.search.contains(word));
            let refused = question.filters.iter().filter(|filter| !self.passes(**filter, place));
            let mut refused = refused.take(2);
            let (first, second) = (refused.next(), refused.next());
            question.matching.push(found && first.is_none());
            if !found || second.is_some() {
                continue;
            }
            // A facet counts what all filters but its own leave.
            for ((facet, counts), at) in self.facets.iter().zip(&mut question.counts).zip(0..) {
                if first.is_some_and(|(own, _)| *own != Some(at)) {
                    continue;
                }
                for value in facet.of(place) {
                    if let Some(count) = counts.get_mut(*value as usize) {
                        *count += 1;
                    }
                }
            }
        }
    }

    fn passes(&self, filter: (Option<usize>, Option<u32>), row: usize) -> bool {
        let (Some(facet), Some(value)) = filter else { return false };
        self.facets.get(facet).is_some_and(|facet| facet.of(row).contains(&value))
    }
}

impl Facet {
    /// A facet that the first rows do not have.
    fn new(name: &'static str, rows: usize) -> Self {
        Self {
            name,
            values: Vec::new(),
            places: BTreeMap::new(),
            members: Vec::new(),
            starts: vec![0; rows + 1],
        }
    }

    /// Adds a value of the row that comes.
    fn push(&mut self, value: &str) {
        let place = self.places.get(value).copied().unwrap_or_else(|| {
            let place = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
            self.places.insert(value.to_owned(), place);
            self.values.push(value.to_owned());
            place
        });
        self.members.push(place);
    }

    /// The values of a row.
    fn of(&self, row: usize) -> &[u32] {
        let bounds = self.starts.get(row).zip(self.starts.get(row + 1));
        bounds.and_then(|(from, to)| self.members.get(*from..*to)).unwrap_or_default()
    }
}

/// The rows by a column, the smallest first, as a merge sort finds it: first runs of [`RUN`] rows, then pairs of runs.
#[derive(Clone, Debug, Default)]
struct Order {
    rows: Vec<usize>,
    /// The values of the column side by side, until the order is known: they are looked at many times.
    keys: Vec<SortKey>,
    /// What is merged of the pairs so far.
    merged: Vec<usize>,
    /// How long the runs are; 0 while the first ones are sorted.
    run: usize,
    /// The next rows of the two runs that are merged.
    heads: (usize, usize),
    /// The places of rows that are not like the one before, once all are in order.
    begins: Vec<usize>,
    /// How many rows have been compared with the one before.
    compared: usize,
    /// How many rows have a value; the others stand last.
    valued: usize,
    is_known: bool,
}

impl Order {
    fn new(rows: usize) -> Self {
        Self { rows: (0..rows).collect(), merged: Vec::with_capacity(rows), ..Self::default() }
    }

    /// Goes on; true once the order is known.
    fn step(&mut self, table: &Table, column: usize) -> bool {
        if self.is_known {
            return true;
        }
        if self.run == 0 {
            self.sort_run(table, column);
        } else if self.run < self.rows.len() {
            self.merge();
        } else {
            self.find_begins();
        }
        self.is_known
    }

    /// Sorts the next of the first runs.
    fn sort_run(&mut self, table: &Table, column: usize) {
        let from = self.heads.0;
        let to = (from + RUN).min(self.rows.len());
        let key = |row: &Row| row.cells.get(column).map_or(SortKey::Missing, |cell| cell.sort.clone());
        self.keys.extend(table.rows.iter().skip(from).take(to - from).map(key));
        if let Some(run) = self.rows.get_mut(from..to) {
            run.sort_by(|a, b| compare(&self.keys, *a, *b));
        }
        self.heads.0 = to;
        if to == self.rows.len() {
            self.run = RUN;
            self.heads = (0, RUN);
        }
    }

    /// Merges the next rows of two runs.
    fn merge(&mut self) {
        let until = (self.merged.len() + STEP).min(self.rows.len());
        while self.merged.len() < until {
            let pair = self.merged.len() / (2 * self.run) * (2 * self.run);
            let ends = ((pair + self.run).min(self.rows.len()), (pair + 2 * self.run).min(self.rows.len()));
            let first = self.rows.get(self.heads.0).filter(|_| self.heads.0 < ends.0);
            let second = self.rows.get(self.heads.1).filter(|_| self.heads.1 < ends.1);
            // Rows that are alike keep their order.
            let takes_first = match (first, second) {
                (Some(a), Some(b)) => compare(&self.keys, *a, *b).is_le(),
                (first, _) => first.is_some(),
            };
            let Some(row) = (if takes_first { first } else { second }) else { return };
            self.merged.push(*row);
            if takes_first {
                self.heads.0 += 1
            } else {
                self.heads.1 += 1
            }
            if self.merged.len() == ends.1 {
                self.heads = (ends.1, ends.1 + self.run);
            }
        }
        if until == self.rows.len() {
            std::mem::swap(&mut self.rows, &mut self.merged);
            self.merged.clear();
            self.run *= 2;
            self.heads = (0, self.run);
        }
    }

    /// Finds which of the next rows are alike.
    fn find_begins(&mut self) {
        if self.compared == 0 {
            let is_missing = |row: &usize| self.keys.get(*row).is_none_or(|key| *key == SortKey::Missing);
            self.valued = self.rows.partition_point(|row| !is_missing(row));
            self.begins.push(0);
            self.compared = 1;
        }
        let until = (self.compared + STEP).min(self.valued);
        while self.compared < until {
            let pair = self.rows.get(self.compared - 1).zip(self.rows.get(self.compared));
            if pair.is_some_and(|(a, b)| compare(&self.keys, *a, *b).is_ne()) {
                self.begins.push(self.compared);
            }
            self.compared += 1;
        }
        self.is_known = self.compared >= self.valued;
        if self.is_known {
            self.keys = Vec::new();
            self.merged = Vec::new();
        }
    }

    /// The rows in a direction: those that are alike in the order of the source, those without a value last.
    fn rows(&self, direction: Direction) -> Box<dyn Iterator<Item = usize> + '_> {
        if direction == Direction::Ascending {
            return Box::new(self.rows.iter().copied());
        }
        let begins = &self.begins;
        let ends = begins.iter().skip(1).copied().chain([self.valued]);
        let groups: Vec<(usize, usize)> = begins.iter().copied().zip(ends).collect();
        let group = |(from, to)| self.rows.get(from..to).unwrap_or_default();
        let missing = self.rows.get(self.valued..).unwrap_or_default();
        Box::new(groups.into_iter().rev().flat_map(group).chain(missing).copied())
    }
}

/// Orders two rows by their values, those without one last.
fn compare(keys: &[SortKey], a: usize, b: usize) -> Ordering {
    let key = |row: usize| keys.get(row).filter(|key| **key != SortKey::Missing);
    match (key(a), key(b)) {
        (Some(a), Some(b)) => a.compare(b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

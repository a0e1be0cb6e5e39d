//! From the values of a dataset back to their cells.
use std::collections::BTreeMap;

use super::rows::{At, Records};
use crate::json::{self, Item, Value};
use crate::layout::{Column, Content, Layout};
use crate::place::Place;

/// Where the values of a dataset stand in the workbook.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// The names of the sheets.
    names: Vec<String>,
    /// The records by JSON pointers: sheet of the layout, and row of it.
    rows: BTreeMap<String, (usize, usize)>,
    /// The records of each sheet of the layout, without what their cells hold.
    records: Vec<Records>,
}

impl Places {
    /// The places of a dataset.
    pub(super) fn new(root: &Item, mut records: Vec<Records>, names: Vec<String>) -> Self {
        for row in records.iter_mut().flat_map(|records| &mut records.rows) {
            row.cells = Vec::new();
        }
        let mut places = Self { names, records, rows: BTreeMap::new() };
        let mut pointer = String::new();
        places.add(root, &mut pointer);
        places
    }

    fn add(&mut self, item: &Item, pointer: &mut String) {
        if let Some(row) = item.row {
            self.rows.insert(pointer.clone(), row);
        }
        let length = pointer.len();
        match &item.value {
            Value::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    if matches!(item.value, Value::Object(_)) {
                        pointer.push_str(&format!("/{index}"));
                        self.add(item, pointer);
                        pointer.truncate(length);
                    }
                }
            }
            Value::Object(members) => {
                for (name, item) in members {
                    if matches!(item.value, Value::Object(_) | Value::List(_)) {
                        pointer.push('/');
                        pointer.push_str(&json::token(name));
                        self.add(item, pointer);
                        pointer.truncate(length);
                    }
                }
            }
            _ => {}
        }
    }

    /// The cell of the value that a JSON pointer leads to; where there is none, the cell in which it would
    /// stand, or that of the record around it.
    #[must_use]
    pub fn of(&self, pointer: &str) -> Place {
        let mut before = pointer;
        loop {
            let rest = pointer.get(before.len()..).unwrap_or_default();
            let tokens: Vec<&str> = rest.split('/').skip(1).collect();
            if let Some(at) = self.rows.get(before).and_then(|row| self.cell(*row, &tokens)) {
                return self.place(at);
            }
            match before.rsplit_once('/') {
                Some((shorter, _)) => before = shorter,
                None => return Place::default(),
            }
        }
    }

    /// The cell of what a finding of the dataset's check is about: of a missing field, the one to fill in.
    #[must_use]
    pub fn of_finding(&self, finding: &dataset::Finding) -> Place {
        match &finding.rule {
            dataset::Rule::Value(dataset::json::Problem::MissingField(name)) => {
                self.of(&format!("{}/{name}", finding.pointer))
            }
            _ if is_empty_value(finding) => self.of(&format!("{}/value", finding.pointer)),
            _ => self.of(&finding.pointer),
        }
    }

    /// The cell of a field, by its path from a record; the record's own for one that has none.
    fn cell(&self, (sheet, row): (usize, usize), path: &[&str]) -> Option<At> {
        let (of, records) = (Layout::get().sheets.get(sheet)?, self.records.get(sheet)?);
        if of.is_report() && path.is_empty() {
            return None;
        }
        // Of the columns that the grid has, the one that has most of the path.
        let fits = |column: &Column| match path {
            [] => 0,
            _ => fit(column, path),
        };
        let columns = of.columns.iter().enumerate();
        let found = columns.filter_map(|(index, column)| Some((fits(column), records.at(row, index)?)));
        let best =
            found.filter(|(fit, _)| *fit > 0).reduce(|best, next| if next.0 > best.0 { next } else { best });
        let own = || of.id_column().and_then(|id| records.at(row, id)).or_else(|| Some(records.first(row)));
        match best {
            Some((_, at)) => Some(at),
            None if of.is_report() => None,
            None => own(),
        }
    }

    fn place(&self, (grid, row, column): At) -> Place {
        Place::cell(self.names.get(grid).map_or("", String::as_str), row, column)
    }
}

/// Whether a finding is about a figure without a value, and without a reason for that.
pub(crate) fn is_empty_value(finding: &dataset::Finding) -> bool {
    matches!(&finding.rule, dataset::Rule::Value(dataset::json::Problem::Invalid(what)) if what.starts_with("a value that is null needs"))
}

/// How much of a path a column has; 0 where it holds something else.
fn fit(column: &Column, path: &[&str]) -> usize {
    let own = column.path();
    let common = own.iter().zip(path).take_while(|(own, name)| own == name).count();
    // One that holds more than the path leads to, or less, such as an element of a list.
    if common == 0 || common < own.len().min(path.len()) {
        return 0;
    }
    let is_language = match &column.content {
        Content::Field { part: Some(lang), .. } => {
            path.get(own.len()).is_some_and(|name| *name == lang.code())
        }
        _ => false,
    };
    2 * common + usize::from(is_language)
}

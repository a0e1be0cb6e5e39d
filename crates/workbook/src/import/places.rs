//! From the values of a dataset back to their cells.
use std::collections::BTreeMap;

use super::rows::Row;
use crate::json::{self, At, Item, Value};
use crate::layout::Layout;
use crate::place::Place;

/// Where the values of a dataset stand in the workbook.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// The names of the sheets.
    names: Vec<String>,
    /// By JSON pointers.
    cells: BTreeMap<String, At>,
    /// The rows of records by JSON pointers: sheet of the layout, cells by its columns.
    records: BTreeMap<String, (usize, Vec<Option<At>>)>,
}

impl Places {
    /// The places of a dataset.
    pub(super) fn new(root: &Item, rows: &[Vec<Row>], names: Vec<String>) -> Self {
        let mut places = Self { names, ..Self::default() };
        places.add(root, "", rows);
        places
    }

    fn add(&mut self, item: &Item, pointer: &str, rows: &[Vec<Row>]) {
        if let Some(at) = item.at {
            self.cells.insert(pointer.to_owned(), at);
        }
        if let Some((sheet, row)) = item.row
            && let Some(row) = rows.get(sheet).and_then(|rows| rows.get(row))
        {
            self.records.insert(pointer.to_owned(), (sheet, row.places.clone()));
        }
        match &item.value {
            Value::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.add(item, &format!("{pointer}/{index}"), rows);
                }
            }
            Value::Object(members) => {
                for (name, item) in members {
                    self.add(item, &format!("{pointer}/{}", json::token(name)), rows);
                }
            }
            _ => {}
        }
    }

    /// The cell of the value that a JSON pointer leads to; where there is none, the cell in which it would
    /// stand, or that of what is around it.
    #[must_use]
    pub fn of(&self, pointer: &str) -> Place {
        if let Some(at) = self.cells.get(pointer).copied() {
            return self.place(at);
        }
        let mut before = pointer;
        while let Some((shorter, _)) = before.rsplit_once('/') {
            before = shorter;
            let rest: Vec<&str> = pointer.get(before.len() + 1..).unwrap_or_default().split('/').collect();
            if let Some(at) = self.would_be(before, &rest).or_else(|| self.cells.get(before).copied()) {
                return self.place(at);
            }
        }
        Place::default()
    }

    /// The cell of what a finding of the dataset's check is about: of a missing field, the one to fill in.
    #[must_use]
    pub fn of_finding(&self, finding: &dataset::Finding) -> Place {
        match &finding.rule {
            dataset::Rule::Value(dataset::json::Problem::MissingField(name)) => {
                self.of(&format!("{}/{name}", finding.pointer))
            }
            _ => self.of(&finding.pointer),
        }
    }

    /// The cell of a field that a record does not have.
    fn would_be(&self, record: &str, path: &[&str]) -> Option<At> {
        let (sheet, cells) = self.records.get(record)?;
        let columns = &Layout::get().sheets.get(*sheet)?.columns;
        let starts = |column: &crate::layout::Column| {
            column.path().len() >= path.len() && column.path().iter().zip(path).all(|(own, name)| own == name)
        };
        columns
            .iter()
            .zip(cells)
            .find(|(column, cell)| cell.is_some() && starts(column))
            .and_then(|(_, cell)| *cell)
    }

    fn place(&self, (grid, row, column): At) -> Place {
        Place::cell(self.names.get(grid).map_or("", String::as_str), row, column)
    }
}

//! Ids that are written as the names of records.
use std::collections::BTreeMap;

use super::build::Rows;
use super::cell::Read;
use super::names::folded;
use crate::finding::{Finding, Problem};
use crate::json::Value;
use crate::place::Place;
use crate::schema::Shape;

/// The fields that name a record.
pub(super) const NAMES: [&str; 5] = ["name", "label", "short", "title", "abbreviation"];

/// The ids of a sheet by what their records are called; `None` for a name that several have.
type Names = BTreeMap<String, Option<String>>;

/// Puts the id in the place of a record's name, where there is no such id and one such name.
pub(super) fn resolve(rows: &mut Rows<'_>) {
    let layout = rows.layout;
    let mut known: BTreeMap<&str, (Vec<String>, Names)> = BTreeMap::new();
    for column in layout.sheets.iter().flat_map(|sheet| &sheet.columns) {
        if !column.refers.is_empty() && !known.contains_key(column.refers) {
            known.insert(column.refers, names(rows, column.refers));
        }
    }
    let mut findings = Vec::new();
    for (sheet, records) in layout.sheets.iter().zip(&mut rows.records) {
        for (index, column) in sheet.columns.iter().enumerate() {
            let (Some((ids, names)), Shape::String) = (known.get(column.refers), &column.shape) else {
                continue;
            };
            for number in 0..records.rows.len() {
                let (at, first) = (records.at(number, index), records.first(number));
                let Some(row) = records.rows.get_mut(number) else { continue };
                let Some(Read::One(Value::String(text))) = row.cells.get_mut(index) else { continue };
                if ids.binary_search(text).is_ok() {
                    continue;
                }
                let Some(Some(id)) = names.get(&folded(text)) else { continue };
                let name = std::mem::replace(text, id.clone());
                let (grid, line, at) = at.unwrap_or(first);
                let sheet_name = rows.names.get(grid).map_or("", String::as_str);
                let problem = Problem::NamedRecord { name, id: id.clone() };
                findings.push(Finding::new(Place::cell(sheet_name, line, at), problem));
            }
        }
    }
    rows.findings.append(&mut findings);
}

/// The ids of a sheet in order, and the names of its records.
fn names(rows: &Rows<'_>, path: &str) -> (Vec<String>, Names) {
    let mut names = Names::new();
    let Some(index) = rows.layout.index(path) else { return Default::default() };
    let Some(sheet) = rows.layout.sheets.get(index) else { return Default::default() };
    let mut ids = Vec::new();
    for (at, row) in rows.records.get(index).into_iter().flat_map(|records| &records.rows).enumerate() {
        let Some(id) = rows.id(index, at) else { continue };
        ids.push(id.to_owned());
        for (column, cell) in sheet.columns.iter().zip(&row.cells) {
            let is_name = matches!(column.path(), [name] if NAMES.contains(&name.as_str()));
            if let (true, Read::One(Value::String(text))) = (is_name, cell) {
                let entry = names.entry(folded(text)).or_insert_with(|| Some(id.to_owned()));
                if entry.as_deref() != Some(id) {
                    *entry = None;
                }
            }
        }
    }
    ids.sort_unstable();
    (ids, names)
}

//! Which cells of a sheet hold what.
use std::collections::{BTreeMap, BTreeSet};

use cells::Cell;

use super::names::{self, Meant};
use crate::finding::{Finding, Problem};
use crate::grid::Grid;
use crate::layout::{Layout, Sheet};
use crate::place::Place;
use crate::words;

/// The names of columns stand in one of so many first rows.
pub(crate) const FIRST_ROWS: u32 = 20;

/// Where the records of a sheet stand.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// The columns that are read: where they stand, and what they mean.
    pub(super) columns: BTreeMap<u32, Meant>,
    /// The rows of the records.
    pub(super) rows: Vec<u32>,
}

/// The text of a cell without spaces around it; empty where it holds something else.
pub(crate) fn words_in(cell: &Cell) -> &str {
    match cell {
        Cell::Text(text) => text.trim(),
        _ => "",
    }
}

/// Whether a row is a remark: its first cell begins with `#`.
pub(crate) fn is_remark(grid: &Grid, row: u32) -> bool {
    grid.row(row).next().is_some_and(|(_, cell)| names::is_remark(words_in(cell)))
}

/// The columns of a sheet by the names at their top; `None` where no row has them.
pub(super) fn table(
    layout: &Layout,
    sheet: &Sheet,
    grid: &Grid,
    findings: &mut Vec<Finding>,
) -> Option<Table> {
    let rows = grid.rows();
    let known = |row: u32| {
        let meant = |cell| names::column(layout, sheet, words_in(cell));
        grid.row(row).filter(|(_, cell)| meant(cell).is_some()).count()
    };
    let all = || rows.iter().copied().filter(|row| *row < FIRST_ROWS);
    let first: Vec<u32> = all().filter(|row| !is_remark(grid, *row)).collect();
    let header = first.iter().copied().find(|row| known(*row) > 1);
    let header = header.or_else(|| first.iter().copied().find(|row| known(*row) > 0));
    // The first column may be one that is not read.
    let Some(header) = header.or_else(|| all().find(|row| known(*row) > 1)) else {
        findings.push(Finding::new(Place::sheet(&grid.name), Problem::NoHeader));
        return None;
    };
    let below: Vec<u32> = rows.into_iter().filter(|row| *row > header && !is_remark(grid, *row)).collect();
    let columns = columns(layout, sheet, grid, header, &below, findings);
    for row in first.into_iter().filter(|row| *row < header) {
        if let Some((column, _)) = grid.row(row).next() {
            findings.push(Finding::new(Place::cell(&grid.name, row, column), Problem::Unread));
        }
    }
    let is_read = |row: &u32| grid.row(*row).any(|(column, _)| columns.contains_key(&column));
    let rows = below.into_iter().filter(is_read).collect();
    Some(Table { columns, rows })
}

/// The sheet whose columns a table has, where it has several of them.
pub(crate) fn best(layout: &Layout, grid: &Grid) -> Option<usize> {
    let first = grid.rows().into_iter().filter(|row| *row < FIRST_ROWS);
    let folded = |row: u32| grid.row(row).filter_map(|(_, cell)| names::short(words_in(cell))).collect();
    let named: Vec<Vec<String>> = first.map(folded).collect();
    let known = |sheet: &Sheet| {
        let is_known = |name: &&String| names::column_of(layout, sheet, name).is_some();
        let in_row = |row: &Vec<String>| row.iter().filter(is_known).count();
        named.iter().map(in_row).max().unwrap_or_default()
    };
    let sheets = layout.sheets.iter().enumerate().filter(|(_, sheet)| !sheet.is_report());
    let counted = sheets.map(|(index, sheet)| (known(sheet), std::cmp::Reverse(index)));
    counted.max().filter(|(known, _)| *known > 2).map(|(_, std::cmp::Reverse(index))| index)
}

fn columns(
    layout: &Layout,
    sheet: &Sheet,
    grid: &Grid,
    header: u32,
    below: &[u32],
    findings: &mut Vec<Finding>,
) -> BTreeMap<u32, Meant> {
    let filled: BTreeSet<u32> =
        below.iter().flat_map(|row| grid.row(*row).map(|(column, _)| column)).collect();
    let mut columns = BTreeMap::new();
    let named: BTreeMap<u32, &Cell> = grid.row(header).collect();
    for column in named.keys().copied().chain(filled.iter().copied()).collect::<BTreeSet<u32>>() {
        let name = named.get(&column).map_or("", |cell| words_in(cell));
        let place = || Place::cell(&grid.name, header, column);
        if names::is_remark(name) {
            continue;
        }
        let problem = match names::column(layout, sheet, name) {
            Some(meant) if columns.values().any(|other| overlap(*other, meant)) => {
                Problem::SecondColumn { name: name.to_owned() }
            }
            Some(meant) => {
                columns.insert(column, meant);
                continue;
            }
            None if name.is_empty() => Problem::NamelessColumn,
            None => {
                let similar = names::if_few(findings).and_then(|()| names::similar_column(sheet, name));
                Problem::UnknownColumn { name: name.to_owned(), similar }
            }
        };
        let mut finding = Finding::new(place(), problem);
        if !filled.contains(&column) {
            finding.severity = dataset::Severity::Warning;
        }
        findings.push(finding);
    }
    columns
}

/// Whether two names mean the same column. A text's own column of a language may stand beside one for both.
fn overlap(one: Meant, other: Meant) -> bool {
    one == other
}

/// The fields of the report's sheet: what each means, and the row and column of its value.
pub(crate) fn fields(
    layout: &Layout,
    sheet: &Sheet,
    grid: &Grid,
    findings: &mut Vec<Finding>,
) -> Vec<(Meant, (u32, u32))> {
    let is = |cell: &Cell, names: &[&str; 2]| {
        let text = names::folded(words_in(cell));
        names.iter().any(|name| names::folded(name) == text)
    };
    let [field, value, ..] = words::REPORT_COLUMNS else { return Vec::new() };
    let mut top = (None, 0, 1);
    for row in grid.rows().into_iter().filter(|row| *row < FIRST_ROWS) {
        let at = |names| grid.row(row).find(|(_, cell)| is(cell, names)).map(|(column, _)| column);
        if let (Some(name), Some(value)) = (at(field), at(value)) {
            top = (Some(row), name, value);
            break;
        }
    }
    let (header, name_column, value_column) = top;
    let mut found: Vec<(Meant, (u32, u32))> = Vec::new();
    for row in grid.rows().into_iter().filter(|row| header.is_none_or(|header| *row > header)) {
        let name = words_in(grid.cell(row, name_column));
        if is_remark(grid, row) || (name.is_empty() && grid.cell(row, value_column).is_empty()) {
            continue;
        }
        let place = Place::cell(&grid.name, row, name_column);
        match names::column(layout, sheet, name) {
            Some(meant) if found.iter().any(|(other, _)| *other == meant) => {
                findings.push(Finding::new(place, Problem::SecondColumn { name: name.to_owned() }));
            }
            Some(meant) => found.push((meant, (row, value_column))),
            None => {
                let similar = names::if_few(findings).and_then(|()| names::similar_column(sheet, name));
                findings.push(Finding::new(place, Problem::UnknownColumn { name: name.to_owned(), similar }));
            }
        }
    }
    found
}

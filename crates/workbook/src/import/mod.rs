//! From a workbook to a dataset.
mod build;
mod cell;
pub(crate) mod header;
pub(crate) mod names;
pub(crate) mod places;
mod refer;
mod rows;

use std::collections::BTreeMap;

pub use places::Places;

use crate::finding::{Finding, Problem};
use crate::grid::{Book, Grid};
use crate::json::{self, Value};
use crate::layout::Layout;
use crate::place::Place;
use crate::read::{self, File};
use build::Rows;
use rows::{Reader, Records, Row};

/// A workbook as a dataset.
#[derive(Clone, Debug, Default)]
pub struct Imported {
    /// The dataset; empty where the files hold no workbook.
    pub json: String,
    /// Where its values stand in the workbook.
    pub places: Places,
    /// What is wrong with the workbook, sheet by sheet. The rules of the dataset are not checked yet.
    pub findings: Vec<Finding>,
}

impl Imported {
    /// What is wrong with the workbook, and what the rules of the dataset find, each in its cell.
    ///
    /// A field that a cell left out is not told again as missing.
    #[must_use]
    pub fn checked(&self) -> Vec<Finding> {
        let mut all = self.findings.clone();
        if self.json.is_empty() {
            return all;
        }
        let told: std::collections::BTreeSet<&Place> =
            self.findings.iter().map(|finding| &finding.place).collect();
        for finding in dataset::check(&self.json) {
            let is_field = finding.rule.code() == "missing-field" || places::is_empty_value(&finding);
            let finding = self.placed(finding);
            if !(is_field && told.contains(&finding.place)) {
                all.push(finding);
            }
        }
        all
    }

    /// What a rule finds in the dataset, in its cell.
    #[must_use]
    pub fn placed(&self, finding: dataset::Finding) -> Finding {
        Finding::new(self.places.of_finding(&finding), Problem::Dataset(Box::new(finding)))
    }
}

/// A workbook, or the tables of a folder, as a dataset. A cell that cannot be read leaves its field out and
/// is told; all others stay.
#[must_use]
pub fn import(files: &[File]) -> Imported {
    let mut book = Book::default();
    let mut findings = Vec::new();
    for file in files {
        match read::book(file) {
            Ok(read) => book.grids.extend(read.grids),
            Err(fault) => findings.push(Finding::new(Place::sheet(&file.name), Problem::File(fault))),
        }
    }
    if book.grids.is_empty() && !findings.is_empty() {
        return Imported { findings, ..Imported::default() };
    }
    let read = records(&book);
    // What has been read is not needed any more.
    drop(book);
    let mut imported = assembled(read);
    findings.append(&mut imported.findings);
    Imported { findings, ..imported }
}

/// A workbook that is read already, as a dataset.
#[must_use]
pub fn import_book(book: &Book) -> Imported {
    assembled(records(book))
}

/// What the cells of a workbook say.
struct Read {
    /// The records of each sheet of the layout; none where no sheet is known.
    records: Vec<Records>,
    /// The names of the workbook's sheets.
    names: Vec<String>,
    findings: Vec<Finding>,
}

fn records(book: &Book) -> Read {
    let layout = Layout::get();
    let mut reader =
        Reader { layout, grids: &book.grids, units: BTreeMap::new(), currency: None, findings: Vec::new() };
    let grids = assigned(layout, &book.grids, &mut reader.findings);
    if grids.is_empty() {
        reader.findings.push(Finding::new(Place::default(), Problem::NoSheet));
        return Read { records: Vec::new(), names: Vec::new(), findings: reader.findings };
    }
    let mut records: Vec<Records> = Vec::with_capacity(layout.sheets.len());
    for (index, sheet) in layout.sheets.iter().enumerate() {
        let read = grids.get(&index).map(|grid| reader.records(sheet, *grid)).unwrap_or_default();
        learn(&mut reader, &sheet.path, layout, index, &read.rows);
        records.push(read);
    }
    let names: Vec<String> = book.grids.iter().map(|grid| grid.name.clone()).collect();
    Read { records, names, findings: reader.findings }
}

fn assembled(Read { records, names, findings }: Read) -> Imported {
    if records.is_empty() {
        return Imported { findings, ..Imported::default() };
    }
    let layout = Layout::get();
    let mut rows = Rows { layout, records, children: Vec::new(), names: names.clone(), findings };
    refer::resolve(&mut rows);
    rows.link();
    let mut root = rows.dataset();
    add_format(&mut root.value);
    let json = json::text(&root.value);
    Imported { places: Places::new(&root, rows.records, names), json, findings: rows.findings }
}

/// Which grid holds the records of which sheet.
fn assigned(layout: &Layout, grids: &[Grid], findings: &mut Vec<Finding>) -> BTreeMap<usize, usize> {
    let mut found: BTreeMap<usize, usize> = BTreeMap::new();
    for (index, grid) in grids.iter().enumerate() {
        if names::is_remark(&grid.name) || grid.cells.is_empty() {
            continue;
        }
        // A table that stands alone may have any name: its columns say what it holds.
        let alone = || header::best(layout, grid).filter(|_| grids.len() == 1);
        let problem = match names::sheet(layout, &grid.name).or_else(alone) {
            Some(sheet) => match found.get(&sheet).and_then(|first| grids.get(*first)) {
                None => {
                    found.insert(sheet, index);
                    continue;
                }
                Some(first) => Problem::SecondSheet { first: first.name.clone() },
            },
            None => Problem::UnknownSheet { similar: names::similar_sheet(layout, &grid.name) },
        };
        findings.push(Finding::new(Place::sheet(&grid.name), problem));
    }
    found
}

/// Remembers what later sheets are read by: the currency, and the units of indicators.
fn learn(reader: &mut Reader<'_>, path: &str, layout: &Layout, index: usize, rows: &[Row]) {
    let Some(sheet) = layout.sheets.get(index) else { return };
    match path {
        "" => {
            let currency = rows.first().and_then(|row| row.string(rows::column(sheet, "currency")));
            reader.currency = currency.map(str::to_owned);
        }
        "indicators" => {
            let (id, unit) = (sheet.id_column(), rows::column(sheet, "unit"));
            let units = rows.iter().filter_map(|row| Some((row.string(id)?, row.string(unit)?)));
            reader.units = units.map(|(id, unit)| (id.to_owned(), unit.to_owned())).collect();
        }
        _ => {}
    }
}

/// A workbook that does not name the format is of this one.
fn add_format(root: &mut Value) {
    let Value::Object(members) = root else { return };
    if members.iter().any(|(name, _)| name == "format") {
        return;
    }
    let at = members.iter().take_while(|(name, _)| name == "$schema").count();
    let value = Value::String(dataset::FORMAT.to_owned());
    members.insert(at, ("format".into(), value.into()));
}

//! Ids of rows that have none.
use std::collections::{BTreeMap, BTreeSet};

use super::build::Rows;
use super::cell::Read;
use super::refer::NAMES;
use crate::finding::{Finding, Problem};
use crate::json::Value;
use crate::layout::{Column, Sheet};
use crate::place::Place;
use crate::schema::Shape;

/// How long an id becomes, in letters.
const LONGEST: usize = 48;

/// Where an id comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    /// What the record is called.
    Name,
    /// What the record is about, or else its row.
    Row,
}

/// Gives ids to rows that have none where their records need one, and tells so. A row that says nothing, and
/// one whose id cannot be read, stays as it is.
pub(super) fn make(rows: &mut Rows<'_>, from: From) {
    let layout = rows.layout;
    let told: BTreeSet<Place> = rows.findings.iter().map(|finding| finding.place.clone()).collect();
    for (index, sheet) in layout.sheets.iter().enumerate() {
        let Some(id) = sheet.id_column().filter(|_| !sheet.is_report()) else { continue };
        if !sheet.columns.get(id).is_some_and(|column| column.required) {
            continue;
        }
        let Some(records) = rows.records.get_mut(index) else { continue };
        // The ids that are taken, and the number that comes behind the next one.
        let mut taken: BTreeMap<String, u32> =
            records.rows.iter().filter_map(|row| Some((row.string(Some(id))?.to_owned(), 2))).collect();
        for number in 0..records.rows.len() {
            let (grid, line, column) = records.at(number, id).unwrap_or_else(|| records.first(number));
            let name = rows.names.get(grid).map_or("", String::as_str);
            let place = Place::cell(name, line, column);
            let Some(row) = records.rows.get_mut(number) else { continue };
            let is_open = row.cells.get(id) == Some(&Read::Nothing) && !told.contains(&place);
            if !is_open || row.cells.iter().all(|cell| *cell == Read::Nothing) {
                continue;
            }
            let found = match from {
                From::Name => called(sheet, &row.cells),
                From::Row => Some(about(sheet, &row.cells).unwrap_or_else(|| {
                    let list = sheet.path.rsplit('.').next().unwrap_or_default();
                    format!("{}-{}", slug(list), u64::from(line) + 1)
                })),
            };
            let (Some(found), Some(cell)) = (found, row.cells.get_mut(id)) else { continue };
            let made = unique(found, &mut taken);
            *cell = Read::One(Value::String(made.clone()));
            rows.findings.push(Finding::new(place, Problem::MadeId { id: made }));
        }
    }
}

fn string(cell: &Read) -> Option<&str> {
    match cell {
        Read::One(Value::String(text)) => Some(text),
        _ => None,
    }
}

/// An id from what a record is called.
fn called(sheet: &Sheet, cells: &[Read]) -> Option<String> {
    let named = |field: &&str| {
        let is = |column: &Column| matches!(column.path(), [name] if name == field);
        let mut found = sheet.columns.iter().zip(cells).filter(|(column, _)| is(column));
        found.find_map(|(_, cell)| string(cell).map(slug).filter(|slug| !slug.is_empty()))
    };
    NAMES.iter().chain(&["term"]).find_map(named)
}

/// An id from what a record is about: the records that it names, and its time.
fn about(sheet: &Sheet, cells: &[Read]) -> Option<String> {
    let is_part = |column: &Column| match column.path() {
        [_] => !column.refers.is_empty() || column.shape == Shape::Date,
        [first, _] => first == "time",
        _ => false,
    };
    // What all figures of a report have in common tells none apart.
    let is_common = |column: &Column| ["region", "part_of", "parent"].contains(&column.path.as_str());
    let columns = sheet.columns.iter().zip(cells);
    let parts = columns.filter(|(column, _)| is_part(column) && !is_common(column));
    let parts: Vec<&str> = parts.filter_map(|(_, cell)| string(cell)).collect();
    let slug = slug(&parts.join("-"));
    (!slug.is_empty()).then_some(slug)
}

/// A text in lower-case letters, digits and hyphens.
fn slug(text: &str) -> String {
    let mut slug = String::new();
    for letter in text.chars().flat_map(char::to_lowercase) {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() == LONGEST {
            break;
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// The id, or with a number behind it where it is taken.
fn unique(id: String, taken: &mut BTreeMap<String, u32>) -> String {
    let mut made = id.clone();
    while taken.contains_key(&made) {
        let Some(next) = taken.get_mut(&id) else { break };
        made = format!("{id}-{next}");
        *next += 1;
    }
    taken.insert(made.clone(), 2);
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_plain_and_unique() {
        let slugs = ["Pekerja  Mandiri!", "Café “Tani”", "—", "31,33%"].map(slug);
        assert_eq!(slugs, ["pekerja-mandiri", "caf-tani", "", "31-33"]);
        assert_eq!(slug(&"ab ".repeat(40)).len(), LONGEST - 1);
        let mut taken = BTreeMap::from(["a", "a-2"].map(|id| (id.to_owned(), 2)));
        assert_eq!(unique("a".to_owned(), &mut taken), "a-3");
        assert_eq!(unique("b".to_owned(), &mut taken), "b");
    }
}

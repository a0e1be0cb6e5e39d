//! From rows to the tree of a dataset.
use std::collections::{BTreeMap, BTreeSet};

use super::cell::Read;
use super::names;
use super::rows::Row;
use crate::finding::{Finding, Problem};
use crate::json::{At, Item, Value};
use crate::layout::{Content, Layout, Sheet};
use crate::place::Place;
use crate::schema::{Field, Shape};
use crate::words;

/// The rows of all sheets, and which belong to which.
pub(super) struct Rows<'l> {
    pub(super) layout: &'l Layout,
    /// By the sheets of the layout.
    pub(super) rows: Vec<Vec<Row>>,
    /// The rows that belong to a row of the parent's sheet, by sheet.
    pub(super) children: Vec<BTreeMap<usize, Vec<usize>>>,
    pub(super) names: Vec<String>,
    pub(super) findings: Vec<Finding>,
}

/// Which record is built: of a type, from a row of a sheet, at a path from the row's own record.
#[derive(Clone, Copy)]
struct Of<'p> {
    record: &'p str,
    sheet: usize,
    row: usize,
    path: &'p [String],
}

impl Rows<'_> {
    fn sheet(&self, index: usize) -> Option<&Sheet> {
        self.layout.sheets.get(index)
    }

    /// The id of a row.
    pub(super) fn id(&self, sheet: usize, row: usize) -> Option<&str> {
        self.rows.get(sheet)?.get(row)?.string(self.sheet(sheet)?.id_column())
    }

    fn tell(&mut self, (grid, row, column): At, problem: Problem) {
        let name = self.names.get(grid).map_or("", String::as_str);
        self.findings.push(Finding::new(Place::cell(name, row, column), problem));
    }

    /// Finds the record that each row belongs to.
    pub(super) fn link(&mut self) {
        self.children = vec![BTreeMap::new(); self.layout.sheets.len()];
        // The record that each row belongs to, by sheet: a sheet is linked after its parent.
        let mut owners: BTreeMap<usize, Vec<Option<usize>>> = BTreeMap::new();
        let depth = |index: &usize| self.sheet(*index).map_or(0, |sheet| self.layout.ancestors(sheet).len());
        let mut order: Vec<usize> = (0..self.layout.sheets.len()).collect();
        order.sort_by_key(depth);
        for index in order {
            let Some(parent) = self.sheet(index).and_then(|sheet| sheet.parent) else { continue };
            let count = self.rows.get(index).map_or(0, Vec::len);
            let found: Vec<Option<usize>> =
                (0..count).map(|row| self.owner(index, parent, row, owners.get(&parent))).collect();
            for (row, owner) in found.iter().enumerate() {
                if let (Some(owner), Some(children)) = (owner, self.children.get_mut(index)) {
                    children.entry(*owner).or_default().push(row);
                }
            }
            owners.insert(index, found);
        }
    }

    /// The row of the parent's sheet that a row belongs to.
    fn owner(
        &mut self,
        sheet: usize,
        parent: usize,
        row: usize,
        owners: Option<&Vec<Option<usize>>>,
    ) -> Option<usize> {
        let layout = self.layout;
        let own = layout.sheets.get(sheet)?;
        let named = |of: usize| -> (Option<usize>, Option<String>) {
            let column = own.columns.iter().position(|column| column.content == Content::Parent(of));
            let row = self.rows.get(sheet).and_then(|rows| rows.get(row));
            (column, row.and_then(|row| row.string(column)).map(str::to_owned))
        };
        let (column, id) = named(parent);
        let grand = layout.sheets.get(parent)?.parent;
        let wanted = grand.and_then(|grand| named(grand).1);
        let fits = |candidate: usize| {
            let owner = owners.and_then(|owners| owners.get(candidate).copied().flatten());
            match (&wanted, grand, owner) {
                (Some(wanted), Some(grand), Some(owner)) => self.id(grand, owner) == Some(wanted.as_str()),
                (Some(_), ..) => false,
                _ => true,
            }
        };
        let count = self.rows.get(parent).map_or(0, Vec::len);
        let candidates: Vec<usize> = (0..count).filter(|candidate| fits(*candidate)).collect();
        let found = match &id {
            Some(id) => {
                candidates.iter().copied().find(|candidate| self.id(parent, *candidate) == Some(id.as_str()))
            }
            // One that is alone need not be named.
            None => candidates.first().copied().filter(|_| candidates.len() == 1),
        };
        if found.is_none() {
            let of = layout.sheets.get(parent)?.words.one.map(str::to_owned);
            let at = self.rows.get(sheet)?.get(row)?;
            let place = column.and_then(|column| at.places.get(column).copied().flatten()).unwrap_or(at.at);
            let problem = match id {
                Some(id) => {
                    let ids = (0..count).filter_map(|row| self.id(parent, row));
                    let near = ids.filter_map(|known| Some((names::distance(&id, known)?, known)));
                    let similar = near.min().map(|(_, known)| known.to_owned());
                    Problem::UnknownParent { id, of, similar }
                }
                None => Problem::NoParent { of },
            };
            self.tell(place, problem);
        }
        found
    }

    /// The whole dataset.
    pub(super) fn dataset(&mut self) -> Item {
        let report = self.layout.index("").unwrap_or_default();
        if let Some(rows) = self.rows.get_mut(report).filter(|rows| rows.is_empty()) {
            rows.push(Row::default());
        }
        let members = self.record(Of { record: "", sheet: report, row: 0, path: &[] });
        Item { value: Value::Object(members), at: None, row: Some((report, 0)) }
    }

    /// The members of a record that are there, in the order of the types.
    fn record(&mut self, of: Of<'_>) -> Vec<(String, Item)> {
        let layout = self.layout;
        let fields = layout.schema.fields(of.record);
        let mut members = Vec::new();
        for words in words::fields(of.record) {
            let Some(field) = fields.iter().find(|field| field.name == words.field) else { continue };
            let path: Vec<String> = of.path.iter().chain([&field.name]).cloned().collect();
            if let Some(item) = self.field(field, Of { path: &path, ..of }) {
                members.push((field.name.clone(), item));
            }
        }
        members
    }

    /// A field of a record; `of` has its path.
    fn field(&mut self, field: &Field, of: Of<'_>) -> Option<Item> {
        match &field.shape {
            Shape::Record(record) => {
                let members = self.record(Of { record, ..of });
                let is_present = !members.is_empty() || self.is_marked(of);
                let at = members.iter().find_map(|(_, item)| item.at);
                is_present.then_some(Item { value: Value::Object(members), at, row: None })
            }
            Shape::List(element) | Shape::Map(element) if matches!(**element, Shape::Record(_)) => {
                self.list(of, matches!(field.shape, Shape::Map(_)))
            }
            _ => self.leaf(field, of),
        }
    }

    /// Whether a cell says that the record at a path is there, though it has no field.
    fn is_marked(&self, of: Of<'_>) -> bool {
        let Some((sheet, row)) =
            self.sheet(of.sheet).zip(self.rows.get(of.sheet).and_then(|rows| rows.get(of.row)))
        else {
            return false;
        };
        let holder = |path: &[String]| path.split_last().is_some_and(|(_, holder)| holder == of.path);
        sheet
            .columns
            .iter()
            .zip(&row.cells)
            .any(|(column, cell)| *cell == Read::Present && holder(column.path()))
    }

    /// The records of another sheet that belong to a record.
    fn list(&mut self, of: Of<'_>, keyed: bool) -> Option<Item> {
        let layout = self.layout;
        let is_report = layout.sheets.get(of.sheet)?.is_report();
        let parent = (!is_report).then_some(of.sheet);
        let index = layout
            .sheets
            .iter()
            .position(|sheet| !sheet.is_report() && sheet.parent == parent && sheet.within == of.path)?;
        let sheet = layout.sheets.get(index)?;
        let rows: Vec<usize> = match parent {
            None => (0..self.rows.get(index)?.len()).collect(),
            Some(_) => self.children.get(index)?.get(&of.row).cloned().unwrap_or_default(),
        };
        let mut items = Vec::new();
        for row in rows {
            let value =
                Value::Object(self.record(Of { record: &sheet.record, sheet: index, row, path: &[] }));
            let own = self.rows.get(index)?.get(row)?;
            let at = sheet.id_column().and_then(|id| own.places.get(id).copied().flatten()).unwrap_or(own.at);
            items.push(Item { value, at: Some(at), row: Some((index, row)) });
        }
        if items.is_empty() {
            return None;
        }
        let value = if keyed { Value::Object(self.by_id(index, items)) } else { Value::List(items) };
        Some(Item { value, at: None, row: None })
    }

    /// Records under their ids. One without an id, or with one that is taken, is left out and told.
    fn by_id(&mut self, sheet: usize, items: Vec<Item>) -> Vec<(String, Item)> {
        let mut members = Vec::new();
        let mut taken = BTreeSet::new();
        for item in items {
            let id = item.row.and_then(|(_, row)| self.id(sheet, row)).map(str::to_owned);
            match id {
                Some(id) if taken.insert(id.clone()) => members.push((id, item)),
                Some(id) => self.tell(item.at.unwrap_or_default(), Problem::SecondKey { id }),
                None => self.tell(item.at.unwrap_or_default(), Problem::NoKey),
            }
        }
        members
    }

    /// A value of a cell, or of two where it is a text.
    fn leaf(&self, field: &Field, of: Of<'_>) -> Option<Item> {
        let (sheet, row) = (self.sheet(of.sheet)?, self.rows.get(of.sheet)?.get(of.row)?);
        let columns = sheet.columns.iter().enumerate().filter(|(_, column)| column.path() == of.path);
        let cell = |index: usize| Some((row.cells.get(index)?, row.places.get(index).copied().flatten()));
        let read: Vec<(&Read, Option<At>)> = columns.filter_map(|(index, _)| cell(index)).collect();
        match (&field.shape, read.as_slice()) {
            (Shape::Text, [id, en]) => text([id, en]),
            (Shape::List(_), [id, en]) => texts([id, en]),
            (_, [(Read::One(value), at)]) => Some(Item { value: value.clone(), at: *at, row: None }),
            (Shape::List(_), [(_, at)]) if field.required => {
                Some(Item { value: Value::List(Vec::new()), at: *at, row: None })
            }
            (_, [(_, at)]) if self.is_null(of) => Some(Item { value: Value::Null, at: *at, row: None }),
            _ => None,
        }
    }

    /// Whether a field that is absent is better seen: a figure without a value, a period without a start.
    fn is_null(&self, of: Of<'_>) -> bool {
        let says = |path: &str| {
            let sheet = self.sheet(of.sheet)?;
            let index = super::rows::column(sheet, path)?;
            Some(matches!(self.rows.get(of.sheet)?.get(of.row)?.cells.get(index)?, Read::One(_)))
        };
        match (of.record, of.path.last().map(String::as_str)) {
            ("Observation", Some("value")) => says("missing") == Some(true),
            ("Time", Some("start")) => says("time.end") == Some(true),
            _ => false,
        }
    }
}

/// A text of two cells: a plain string where both are the same.
fn text([id, en]: [&(&Read, Option<At>); 2]) -> Option<Item> {
    let string = |(read, at): &(&Read, Option<At>)| match read {
        Read::One(Value::String(text)) => Some((text.clone(), *at)),
        _ => None,
    };
    let (id, en) = (string(id), string(en));
    let at = id.as_ref().or(en.as_ref()).and_then(|(_, at)| *at);
    let value = language_value(id, en)?;
    Some(Item { value, at, row: None })
}

type Part = Option<(String, Option<At>)>;

fn language_value(id: Part, en: Part) -> Option<Value> {
    if let (Some((id, _)), Some((en, _))) = (&id, &en)
        && id == en
    {
        return Some(Value::String(id.clone()));
    }
    let member = |name: &str, part: Part| {
        part.map(|(text, at)| (name.to_owned(), Item { value: Value::String(text), at, row: None }))
    };
    let members: Vec<_> = [member("id", id), member("en", en)].into_iter().flatten().collect();
    (!members.is_empty()).then_some(Value::Object(members))
}

/// A list of texts from two cells, element by element.
fn texts([id, en]: [&(&Read, Option<At>); 2]) -> Option<Item> {
    let elements = |(read, _): &(&Read, Option<At>)| match read {
        Read::Elements(elements) => elements.clone(),
        _ => Vec::new(),
    };
    let (ids, ens) = (elements(id), elements(en));
    let at = if ids.is_empty() { en.1 } else { id.1 };
    let part = |elements: &[Option<String>], index: usize, at: Option<At>| -> Part {
        Some((elements.get(index).cloned().flatten()?, at))
    };
    let items: Vec<Item> = (0..ids.len().max(ens.len()))
        .filter_map(|index| language_value(part(&ids, index, id.1), part(&ens, index, en.1)))
        .map(|value| Item { value, at, row: None })
        .collect();
    (!items.is_empty()).then_some(Item { value: Value::List(items), at, row: None })
}

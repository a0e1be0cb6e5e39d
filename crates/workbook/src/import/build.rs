//! From rows to the tree of a dataset.
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::cell::Read;
use super::names;
use super::rows::{At, Records, Row};
use crate::finding::{Finding, Problem};
use crate::json::{self, Item, Value};
use crate::layout::{Content, Holds, Layout, Member};
use crate::place::Place;

/// With so many ids an unknown one is compared, where no more findings have been told.
const MOST_COMPARED: usize = 1000;

/// The rows of all sheets, and which belong to which.
pub(super) struct Rows<'l> {
    pub(super) layout: &'l Layout,
    /// By the sheets of the layout.
    pub(super) records: Vec<Records>,
    /// The rows that belong to a row of the parent's sheet, by sheet.
    pub(super) children: Vec<BTreeMap<usize, Vec<usize>>>,
    pub(super) names: Vec<String>,
    pub(super) findings: Vec<Finding>,
}

impl<'l> Rows<'l> {
    fn count(&self, sheet: usize) -> usize {
        self.records.get(sheet).map_or(0, |records| records.rows.len())
    }

    fn row(&self, sheet: usize, row: usize) -> Option<&Row> {
        self.records.get(sheet)?.rows.get(row)
    }

    /// The id of a row.
    pub(super) fn id(&self, sheet: usize, row: usize) -> Option<&str> {
        self.row(sheet, row)?.string(self.layout.sheets.get(sheet)?.id_column())
    }

    /// The cell of a column, or else the first one of the row.
    fn at(&self, sheet: usize, row: usize, column: Option<usize>) -> At {
        let records = self.records.get(sheet);
        let own = records.zip(column).and_then(|(records, column)| records.at(row, column));
        own.or_else(|| Some(records?.first(row))).unwrap_or_default()
    }

    fn place(&self, (grid, row, column): At) -> Place {
        Place::cell(self.names.get(grid).map_or("", String::as_str), row, column)
    }

    fn tell(&mut self, at: At, problem: Problem) {
        self.findings.push(Finding::new(self.place(at), problem));
    }

    /// Finds the record that each row belongs to.
    pub(super) fn link(&mut self) {
        let layout = self.layout;
        self.children = vec![BTreeMap::new(); layout.sheets.len()];
        // The record that each row belongs to, by sheet: a sheet is linked after its parent.
        let mut owners: BTreeMap<usize, Vec<Option<usize>>> = BTreeMap::new();
        let mut order: Vec<usize> = (0..layout.sheets.len()).collect();
        order.sort_by_key(|index| layout.sheets.get(*index).map_or(0, |sheet| layout.ancestors(sheet).len()));
        for index in order {
            let Some(parent) = layout.sheets.get(index).and_then(|sheet| sheet.parent) else { continue };
            let known = self.known(parent, owners.get(&parent));
            let found: Vec<Option<usize>> =
                (0..self.count(index)).map(|row| self.owner(index, parent, row, &known)).collect();
            for (row, owner) in found.iter().enumerate() {
                if let (Some(owner), Some(children)) = (owner, self.children.get_mut(index)) {
                    children.entry(*owner).or_default().push(row);
                }
            }
            owners.insert(index, found);
        }
    }

    /// The rows of a sheet by their ids, and by the ids of the records that hold them where these have any.
    fn known(&self, sheet: usize, owners: Option<&Vec<Option<usize>>>) -> Known {
        let mut known = Known::default();
        let parent = self.layout.sheets.get(sheet).and_then(|sheet| sheet.parent);
        for row in 0..self.count(sheet) {
            let owner = owners.and_then(|owners| owners.get(row).copied().flatten());
            let holder = parent.zip(owner).and_then(|(parent, owner)| self.id(parent, owner));
            let id = self.id(sheet, row).unwrap_or_default();
            for holder in [holder, None].into_iter().take(if holder.is_some() { 2 } else { 1 }) {
                let holder = holder.map(str::to_owned);
                known.rows.entry((holder.clone(), id.to_owned())).or_insert(row);
                known.counts.entry(holder).and_modify(|(count, _)| *count += 1).or_insert((1, row));
            }
        }
        known
    }

    /// The row of the parent's sheet that a row belongs to.
    fn owner(&mut self, sheet: usize, parent: usize, row: usize, known: &Known) -> Option<usize> {
        let layout = self.layout;
        let own = layout.sheets.get(sheet)?;
        let column = |of: usize| own.columns.iter().position(|column| column.content == Content::Parent(of));
        let named = |of: usize| self.row(sheet, row)?.string(column(of)).map(str::to_owned);
        let holder = layout.sheets.get(parent)?.parent.and_then(named);
        let id = named(parent);
        let found = match &id {
            Some(id) => known.rows.get(&(holder, id.clone())).copied(),
            // One that is alone need not be named.
            None => known.counts.get(&holder).filter(|(count, _)| *count == 1).map(|(_, row)| *row),
        };
        if found.is_none() {
            let of = layout.sheets.get(parent)?.words.one.map(str::to_owned);
            let place = self.at(sheet, row, column(parent));
            let problem = match id {
                Some(id) => {
                    // Many unknown ids have one cause, and a comparison with each known one takes time.
                    let most = if self.findings.len() < MOST_COMPARED { MOST_COMPARED } else { 0 };
                    let ids = (0..self.count(parent).min(most)).filter_map(|row| self.id(parent, row));
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
        let layout = self.layout;
        let report = layout.index("").unwrap_or_default();
        if let Some(records) = self.records.get_mut(report).filter(|records| records.rows.is_empty()) {
            records.rows.push(Row::default());
        }
        let members = layout.sheets.get(report).map(|sheet| sheet.members.as_slice()).unwrap_or_default();
        Item { value: Value::Object(self.members(members, report, 0)), row: Some((report, 0)) }
    }

    /// The members of a record that are there.
    fn members(&mut self, members: &'l [Member], sheet: usize, row: usize) -> Vec<json::Member> {
        let mut found = Vec::new();
        for member in members {
            let item = match &member.holds {
                Holds::Cells { columns, required, null_beside } => {
                    self.row(sheet, row).and_then(|row| cells(row, columns, *required, *null_beside))
                }
                Holds::Record(members, own) => {
                    let inner = self.members(members, sheet, row);
                    let says = |cell: &usize| self.row(sheet, row).and_then(|row| row.cells.get(*cell));
                    let is_present = own.iter().any(|cell| says(cell) == Some(&Read::Present));
                    (!inner.is_empty() || is_present).then_some(Value::Object(inner))
                }
                Holds::List(index, keyed) => self.list(*index, *keyed, sheet, row),
            };
            found.extend(item.map(|value| (Cow::Borrowed(member.name), value.into())));
        }
        found
    }

    /// The records of a sheet that belong to a record.
    fn list(&mut self, sheet: usize, keyed: bool, parent: usize, parent_row: usize) -> Option<Value> {
        let layout = self.layout;
        let of = layout.sheets.get(sheet)?;
        let rows: Vec<usize> = match of.parent {
            None => (0..self.count(sheet)).collect(),
            Some(holder) if holder == parent => {
                self.children.get(sheet)?.get(&parent_row).cloned().unwrap_or_default()
            }
            Some(_) => return None,
        };
        if rows.is_empty() {
            return None;
        }
        let mut items = Vec::with_capacity(rows.len());
        for row in rows {
            let value = Value::Object(self.members(&of.members, sheet, row));
            items.push(Item { value, row: Some((sheet, row)) });
        }
        Some(if keyed { Value::Object(self.by_id(sheet, items)) } else { Value::List(items) })
    }

    /// Records under their ids. One without an id, or with one that is taken, is left out and told.
    fn by_id(&mut self, sheet: usize, items: Vec<Item>) -> Vec<json::Member> {
        let mut members: Vec<json::Member> = Vec::new();
        let mut taken = BTreeSet::new();
        let told: BTreeSet<Place> = self.findings.iter().map(|finding| finding.place.clone()).collect();
        let column = self.layout.sheets.get(sheet).and_then(|sheet| sheet.id_column());
        for item in items {
            let Some((_, row)) = item.row else { continue };
            let at = self.at(sheet, row, column);
            match self.id(sheet, row).map(str::to_owned) {
                Some(id) if taken.insert(id.clone()) => members.push((Cow::Owned(id), item)),
                Some(id) => self.tell(at, Problem::SecondKey { id }),
                None if told.contains(&self.place(at)) => {}
                None => self.tell(at, Problem::NoKey),
            }
        }
        members
    }
}

/// The rows of a sheet by the ids of their holders, where these are named, and by their own.
#[derive(Default)]
struct Known {
    rows: BTreeMap<(Option<String>, String), usize>,
    /// How many there are of a holder, and the first one.
    counts: BTreeMap<Option<String>, (usize, usize)>,
}

/// The value of a field: of a cell, or of two where it is a text.
fn cells(row: &Row, columns: &[usize], required: bool, null_beside: Option<usize>) -> Option<Value> {
    let says = |column: Option<usize>| matches!(column.and_then(|at| row.cells.get(at)), Some(Read::One(_)));
    match columns {
        [one] => match row.cells.get(*one)? {
            Read::One(value) => Some(value.clone()),
            _ if required => Some(Value::List(Vec::new())),
            _ => says(null_beside).then_some(Value::Null),
        },
        [id, en] => match (row.cells.get(*id)?, row.cells.get(*en)?) {
            (Read::Elements(id), Read::Elements(en)) => texts(id, en),
            (Read::Elements(id), _) => texts(id, &[]),
            (_, Read::Elements(en)) => texts(&[], en),
            (id, en) => text(string(id), string(en)),
        },
        _ => None,
    }
}

fn string(read: &Read) -> Option<&str> {
    match read {
        Read::One(Value::String(text)) => Some(text),
        _ => None,
    }
}

/// A text of two languages: a plain string where both are the same.
fn text(id: Option<&str>, en: Option<&str>) -> Option<Value> {
    if id.is_some() && id == en {
        return id.map(|text| Value::String(text.to_owned()));
    }
    let member = |name, part: Option<&str>| {
        part.map(|text| (Cow::Borrowed(name), Value::String(text.to_owned()).into()))
    };
    let members: Vec<json::Member> = [member("id", id), member("en", en)].into_iter().flatten().collect();
    (!members.is_empty()).then_some(Value::Object(members))
}

/// A list of texts of two languages, element by element.
fn texts(id: &[Option<String>], en: &[Option<String>]) -> Option<Value> {
    let part = |elements: &'_ [Option<String>], index: usize| elements.get(index).cloned().flatten();
    let items: Vec<Item> = (0..id.len().max(en.len()))
        .filter_map(|index| text(part(id, index).as_deref(), part(en, index).as_deref()))
        .map(Item::from)
        .collect();
    (!items.is_empty()).then_some(Value::List(items))
}

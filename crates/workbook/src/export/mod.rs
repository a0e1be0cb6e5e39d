//! From a dataset to cells.
mod entry;

use std::collections::BTreeSet;

use dataset::Lang;
use dataset::json::{Kind, Node};

pub(crate) use entry::{Entry, word};

use crate::escape;
use crate::layout::{Column, Content, Layout, Sheet};
use crate::schema::Shape;

/// A dataset as rows of cells: a list of rows a sheet, in the order of the layout. The report's sheet has
/// one row, with its fields in the order of its columns.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    pub(crate) rows: Vec<Vec<Vec<Entry>>>,
    /// JSON pointers of what no cell holds: what the format does not know.
    pub(crate) left: Vec<String>,
}

/// A record of a list, and the ids of those that hold it, the outermost first.
struct Row<'n> {
    parents: Vec<&'n str>,
    key: Option<&'n str>,
    record: &'n Node,
}

/// The tables of a dataset.
pub(crate) fn tables(root: &Node, layout: &Layout, lang: Lang) -> Tables {
    let mut export = Export { lang, layout, root, placed: BTreeSet::new() };
    let rows = layout.sheets.iter().map(|sheet| {
        let rows = rows_of(sheet, layout, root);
        rows.iter().map(|row| export.row(sheet, row)).collect()
    });
    let rows = rows.collect();
    let mut left = Vec::new();
    export.left(root, "", &mut left);
    Tables { rows, left }
}

/// The records of a sheet in order.
fn rows_of<'n>(sheet: &Sheet, layout: &Layout, root: &'n Node) -> Vec<Row<'n>> {
    let whole = || vec![Row { parents: Vec::new(), key: None, record: root }];
    if sheet.is_report() {
        return whole();
    }
    let parent = sheet.parent.and_then(|index| layout.sheets.get(index));
    let holders = parent.map_or_else(whole, |parent| rows_of(parent, layout, root));
    let mut rows = Vec::new();
    for holder in holders {
        let mut parents = holder.parents;
        if parent.is_some() {
            parents.push(holder.key.or_else(|| holder.record.get("id")?.as_str()).unwrap_or_default());
        }
        match at(holder.record, &sheet.within).map(|list| &list.kind) {
            Some(Kind::Array(items)) if !sheet.keyed => {
                let row = |record| Row { parents: parents.clone(), key: None, record };
                rows.extend(items.iter().filter(|item| matches!(item.kind, Kind::Object(_))).map(row));
            }
            Some(Kind::Object(members)) if sheet.keyed => {
                rows.extend(
                    members.iter().filter(|member| matches!(member.value.kind, Kind::Object(_))).map(
                        |member| Row {
                            parents: parents.clone(),
                            key: Some(&*member.name),
                            record: &member.value,
                        },
                    ),
                );
            }
            _ => {}
        }
    }
    rows
}

/// What a path leads to.
fn at<'n>(record: &'n Node, path: &[String]) -> Option<&'n Node> {
    path.iter().try_fold(record, |node, name| node.get(name))
}

struct Export<'l> {
    lang: Lang,
    layout: &'l Layout,
    root: &'l Node,
    /// The places of the values that are in a cell.
    placed: BTreeSet<u32>,
}

impl Export<'_> {
    fn row(&mut self, sheet: &Sheet, row: &Row<'_>) -> Vec<Entry> {
        let mut parents = row.parents.iter();
        let mut cells: Vec<Entry> = Vec::with_capacity(sheet.columns.len());
        for column in &sheet.columns {
            cells.push(match &column.content {
                Content::Parent(_) => Entry::id(parents.next().copied().unwrap_or_default()),
                Content::Key => row.key.map_or(Entry::Empty, |key| Entry::Text(escape::shown(key))),
                Content::Field { path, part } => self.cell(row.record, column, path, *part),
            });
        }
        self.mark_present(sheet, row.record, &mut cells);
        cells
    }

    fn cell(&mut self, record: &Node, column: &Column, path: &[String], part: Option<Lang>) -> Entry {
        let Some(node) = at(record, path) else { return Entry::Empty };
        let keeps_empty = column.shape == Shape::List(Box::new(Shape::Word("Lang".to_owned())));
        let (entry, placed) = entry::entry(node, &column.shape, part, self.lang, keeps_empty);
        self.placed.extend(placed);
        if path == ["value"] && self.is_percentage(record) { entry.with_sign() } else { entry }
    }

    /// Whether a record holds a figure of an indicator that is told in percent.
    fn is_percentage(&self, record: &Node) -> bool {
        let indicator = record.get("indicator").and_then(Node::as_str);
        let indicators = self.root.get("indicators");
        let unit = indicators.zip(indicator).and_then(|(all, id)| all.get(id)?.get("unit"));
        unit.and_then(Node::as_str) == Some("percent")
    }

    /// Marks records in a record that are there but have no field: an absent one is something else.
    fn mark_present(&self, sheet: &Sheet, record: &Node, cells: &mut [Entry]) {
        let paths: Vec<&[String]> = sheet.columns.iter().map(|column| column.path()).collect();
        for (index, path) in paths.iter().enumerate() {
            let Some((_, holder)) = path.split_last() else { continue };
            let is_first = paths.iter().position(|other| other.starts_with(holder)) == Some(index);
            if holder.is_empty() || !is_first || !matches!(at(record, holder), Some(node) if is_record(node))
            {
                continue;
            }
            let own = paths.iter().zip(cells.iter()).filter(|(other, _)| other.starts_with(holder));
            let is_blank = own.into_iter().all(|(_, cell)| *cell == Entry::Empty);
            if is_blank
                && !self.has_rows_inside(sheet, record, holder)
                && let Some(cell) = cells.get_mut(index)
            {
                *cell = Entry::Text(escape::PRESENT.to_owned());
            }
        }
    }

    /// Whether rows of other sheets say that a record is there.
    fn has_rows_inside(&self, sheet: &Sheet, record: &Node, holder: &[String]) -> bool {
        let own = self.layout.sheets.iter().position(|other| other.path == sheet.path);
        let parent = own.filter(|_| !sheet.is_report());
        let mut inside =
            self.layout.sheets.iter().filter(|other| {
                !other.is_report() && other.parent == parent && other.within.starts_with(holder)
            });
        inside.any(|other| match at(record, &other.within).map(|node| &node.kind) {
            Some(Kind::Array(items)) => !items.is_empty(),
            Some(Kind::Object(members)) => !members.is_empty(),
            _ => false,
        })
    }

    /// Collects what is in no cell.
    fn left(&self, node: &Node, pointer: &str, into: &mut Vec<String>) {
        match &node.kind {
            Kind::Null => {}
            _ if self.placed.contains(&node.at) => {}
            Kind::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.left(item, &format!("{pointer}/{index}"), into);
                }
            }
            Kind::Object(members) => {
                for member in members {
                    let name = member.name.replace('~', "~0").replace('/', "~1");
                    self.left(&member.value, &format!("{pointer}/{name}"), into);
                }
            }
            _ => into.push(pointer.to_owned()),
        }
    }
}

fn is_record(node: &Node) -> bool {
    matches!(node.kind, Kind::Object(_))
}

#[cfg(test)]
mod tests;

//! How the cells of a row make up a record.
use super::{Holds, Layout, Member, Sheet};
use crate::schema::{Field, Shape};
use crate::words;

/// The fields of the records of a sheet.
pub(super) fn members(layout: &Layout, index: usize) -> Vec<Member> {
    let Some(sheet) = layout.sheets.get(index) else { return Vec::new() };
    Plan { layout, sheet, index }.record(&sheet.record, &[])
}

struct Plan<'l> {
    layout: &'l Layout,
    sheet: &'l Sheet,
    index: usize,
}

impl Plan<'_> {
    fn record(&self, record: &str, path: &[String]) -> Vec<Member> {
        let fields = self.layout.schema.fields(record);
        let member = |words: &words::FieldWords| {
            let field = fields.iter().find(|field| field.name == words.field)?;
            let path: Vec<String> = path.iter().chain([&field.name]).cloned().collect();
            Some(Member { name: words.field, holds: self.field(record, field, &path)? })
        };
        words::fields(record).iter().filter_map(member).collect()
    }

    fn field(&self, record: &str, field: &Field, path: &[String]) -> Option<Holds> {
        match &field.shape {
            Shape::Record(inner) => {
                let columns =
                    self.columns(|column| column.split_last().is_some_and(|(_, holder)| holder == path));
                Some(Holds::Record(self.record(inner, path), columns))
            }
            Shape::List(element) | Shape::Map(element) if matches!(**element, Shape::Record(_)) => {
                let parent = (!self.sheet.is_report()).then_some(self.index);
                let mut sheets = self.layout.sheets.iter();
                let index = sheets
                    .position(|sheet| !sheet.is_report() && sheet.parent == parent && sheet.within == path)?;
                Some(Holds::List(index, matches!(field.shape, Shape::Map(_))))
            }
            _ => Some(Holds::Cells {
                columns: self.columns(|column| column == path),
                required: field.required && matches!(field.shape, Shape::List(_)),
                null_beside: self.null_beside(record, &field.name),
            }),
        }
    }

    fn columns(&self, fits: impl Fn(&[String]) -> bool) -> Vec<usize> {
        let columns = self.sheet.columns.iter().enumerate();
        columns
            .filter(|(_, column)| !column.path().is_empty() && fits(column.path()))
            .map(|(at, _)| at)
            .collect()
    }

    /// A figure without a value says so, and a period without a start.
    fn null_beside(&self, record: &str, field: &str) -> Option<usize> {
        let beside = match (record, field) {
            ("Observation", "value") => "missing",
            ("Time", "start") => "time.end",
            _ => return None,
        };
        self.sheet.columns.iter().position(|column| column.path == beside)
    }
}

//! A workbook is a report: the dataset as sheets, columns and cells, and back.
//!
//! Everything here takes and gives bytes and texts; files belong to the caller, so the browser can use
//! it, too. The sheets and columns follow from the schema of the dataset.
mod book;
mod escape;
mod export;
mod finding;
mod grid;
mod guide;
mod import;
mod json;
mod layout;
mod place;
mod read;
mod schema;
mod words;
mod xlsx;

use dataset::Lang;
use dataset::json::{Document, Node};

pub use book::{book, shown, template_book, xlsx as book_xlsx};
pub use finding::{Finding, FindingText, Problem};
pub use grid::{Book, Grid};
pub use guide::{Guide, Help, guide, guide_of};
pub use import::{Imported, Places, import, import_book};
pub use place::Place;
pub use read::{Fault, File, MAX_BYTES, MAX_CELLS, MAX_TEXT, MAX_UNPACKED, book as open};
pub use xlsx::WriteError;

use export::{Entry, Tables};
use layout::Layout;

/// A dataset as a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// The workbook (XLSX).
    pub bytes: Vec<u8>,
    /// JSON pointers of what the format does not know, and the workbook therefore does not hold.
    pub left: Vec<String>,
}

/// A dataset as a workbook, with names and words in a language. Nothing that the format can say is lost.
///
/// # Errors
/// Where the text is no dataset, or a cell cannot hold a text.
pub fn export(lang: Lang, json: &str) -> Result<Exported, WriteError> {
    let (layout, document) = (Layout::get(), known(json)?);
    let tables = export::tables(document.root(), layout, lang);
    let bytes = xlsx::write(&tables, layout, lang, title(document.root(), lang))?;
    Ok(Exported { bytes, left: tables.left })
}

/// An empty workbook with an example in each sheet. From a dataset, it holds what the next report has in
/// common with it: sources, regions, groups, programmes, indicators, policies and terms, but no figures.
///
/// # Errors
/// Where the text is no dataset, or a cell cannot hold a text.
pub fn template(lang: Lang, from: Option<&str>) -> Result<Vec<u8>, WriteError> {
    let layout = Layout::get();
    let document = known(from.unwrap_or(START))?;
    let mut tables = export::tables(document.root(), layout, lang);
    forget(&mut tables, layout);
    xlsx::write(&tables, layout, lang, title(document.root(), lang))
}

/// A dataset without anything.
const START: &str = r#"{ "$schema": "../schema/dataset-1.schema.json", "format": "jamsostek-dashboard/1" }"#;

/// The sheets that the next report has in common with this one.
const LASTING: [&str; 10] = [
    "",
    "sources",
    "regions",
    "groups",
    "group_sets",
    "programmes",
    "indicators",
    "policies",
    "policies.targets",
    "glossary",
];
/// The fields of the report that the next one has in common with this one.
const LASTING_FIELDS: [&str; 11] = [
    "$schema",
    "format",
    "report",
    "title",
    "languages",
    "region",
    "office",
    "scheme",
    "population",
    "currency",
    "privacy",
];

/// Leaves out what belongs to one report only.
fn forget(tables: &mut Tables, layout: &Layout) {
    for (sheet, rows) in layout.sheets.iter().zip(&mut tables.rows) {
        if !LASTING.contains(&sheet.path.as_str()) {
            rows.clear();
        }
        for row in rows.iter_mut().filter(|_| sheet.is_report()) {
            for (column, cell) in sheet.columns.iter().zip(row) {
                if !column.path().first().is_some_and(|name| LASTING_FIELDS.contains(&name.as_str())) {
                    *cell = Entry::Empty;
                }
            }
        }
    }
}

/// The text as JSON of the format that this program knows.
fn known(json: &str) -> Result<Document<'_>, WriteError> {
    let document = Document::parse(json).map_err(|_| WriteError::NoDataset)?;
    let format = document.root().get("format").and_then(Node::as_str);
    if format == Some(dataset::FORMAT) { Ok(document) } else { Err(WriteError::NoDataset) }
}

/// The title of a report in a language, or else in the other one.
fn title(root: &Node, lang: Lang) -> &str {
    let title = root.get("title");
    let part = |lang: Lang| title.and_then(|title| title.get(lang.code())?.as_str());
    part(lang).or_else(|| part(lang.other())).or_else(|| title?.as_str()).unwrap_or_default()
}

#[cfg(test)]
mod tests;

//! Workbooks as files.
mod sheet;

use dataset::Lang;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::export::{Entry, Tables};
use crate::layout::{Layout, pick};
use crate::place::Place;

/// The most characters of a cell.
pub(crate) const LONGEST: usize = 32_767;

/// Why a workbook cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The text is no dataset of the format that this program knows.
    #[error("no dataset")]
    NoDataset,
    /// A text is longer than the 32,767 characters that a cell can hold.
    #[error("{0} has more than 32,767 characters")]
    TooLong(Place),
    /// The writer of workbooks refuses something.
    #[error("the workbook cannot be written: {0}")]
    Refused(#[from] XlsxError),
}

/// The tables as a workbook in a language: the same bytes for the same tables.
pub(crate) fn write(
    tables: &Tables,
    layout: &Layout,
    lang: Lang,
    title: &str,
) -> Result<Vec<u8>, WriteError> {
    check_lengths(tables, layout, lang)?;
    let mut workbook = Workbook::new();
    // The day of the export would make every export another file.
    let date = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&date));
    for (index, sheet) in layout.sheets.iter().enumerate() {
        let rows = tables.rows.get(index).map(Vec::as_slice).unwrap_or_default();
        let page = sheet::Page { layout, sheet, rows, lang, tables };
        page.write(workbook.add_worksheet())?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn check_lengths(tables: &Tables, layout: &Layout, lang: Lang) -> Result<(), WriteError> {
    for (sheet, rows) in layout.sheets.iter().zip(&tables.rows) {
        for (row, cells) in rows.iter().enumerate() {
            let too_long =
                |entry: &Entry| matches!(entry, Entry::Text(text) if text.encode_utf16().count() > LONGEST);
            if let Some(column) = cells.iter().position(too_long) {
                let [row, column] = [row + 1, column].map(|at| u32::try_from(at).unwrap_or(u32::MAX));
                let (row, column) = if sheet.is_report() { (column + 1, 1) } else { (row, column) };
                return Err(WriteError::TooLong(Place::cell(pick(lang, &sheet.words.names), row, column)));
            }
        }
    }
    Ok(())
}

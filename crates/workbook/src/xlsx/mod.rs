//! Workbooks as files.
pub(crate) mod sheet;

use dataset::Lang;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Url, Workbook, Worksheet, XlsxError};

use crate::export::{Entry, Tables};
use crate::layout::{Layout, pick};
use crate::place::{Place, quoted};
use crate::words;

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
    guide(workbook.add_worksheet(), layout, lang)?;
    for (index, sheet) in layout.sheets.iter().enumerate() {
        let rows = tables.rows.get(index).map(Vec::as_slice).unwrap_or_default();
        let page = sheet::Page { layout, sheet, rows, lang, tables };
        let worksheet = workbook.add_worksheet();
        page.write(worksheet)?;
        if sheet.is_report() {
            worksheet.set_active(true);
        }
    }
    Ok(workbook.save_to_buffer()?)
}

/// The sheet that explains the workbook: what everybody should know, and what each sheet holds.
fn guide(into: &mut Worksheet, layout: &Layout, lang: Lang) -> Result<(), XlsxError> {
    into.set_name(pick(lang, &words::GUIDE))?;
    into.set_column_width(0, 28)?;
    into.set_column_width(1, 110)?;
    let mut row = 0;
    for line in words::GUIDE_LINES {
        into.write_string(row, 0, pick(lang, line))?;
        row += 1;
    }
    let bold = Format::new().set_bold();
    for sheet in &layout.sheets {
        row += 1;
        let name = pick(lang, &sheet.words.names);
        let link = Url::new(format!("internal:{}!A1", quoted(name))).set_text(name);
        into.write_url_with_format(row, 0, link, &bold)?;
        into.write_string(row, 1, pick(lang, &sheet.words.about))?;
    }
    Ok(())
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

//! The sheets of a workbook, by calamine. Formulas are never computed: their values are those that stand
//! in the file.
use std::io::Cursor;

use calamine::{CellErrorType, DataRef, Reader, SheetType, SheetVisible, Style, Xlsx, XlsxError};
use cells::{Cell, Epoch, Format};

use super::{Fault, MAX_CELLS, traits};
use crate::grid::{Book, Grid};

/// The sheets of a workbook whose size has been checked.
///
/// # Errors
/// Where it cannot be read.
pub(super) fn read(bytes: &[u8]) -> Result<Book, Fault> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(fault)?;
    let is_sheet = |sheet: &&calamine::Sheet| sheet.typ == SheetType::WorkSheet;
    let sheets: Vec<(String, bool)> = workbook
        .sheets_metadata()
        .iter()
        .filter(is_sheet)
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect();
    let traits = traits::sheets(bytes);
    let mut book = Book::default();
    let mut left = MAX_CELLS;
    for (name, is_hidden) in sheets {
        let mut grid = grid(&mut workbook, &name, &mut left)?;
        grid.merged = workbook
            .merge_cells_by_sheet_name(&name)
            .unwrap_or_default()
            .iter()
            .map(|merged| [merged.start, merged.end])
            .collect();
        let of = traits.get(&name).copied().unwrap_or_default();
        grid.hidden = is_hidden || of.hidden;
        if of.formulas {
            grid.uncomputed = uncomputed(&mut workbook, &grid);
        }
        book.grids.push(grid);
    }
    Ok(book)
}

fn grid(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str, left: &mut usize) -> Result<Grid, Fault> {
    let epoch = if workbook.has_1904_epoch() { Epoch::Y1904 } else { Epoch::Y1900 };
    let mut grid = Grid { name: name.to_owned(), ..Grid::default() };
    let mut reader = workbook.worksheet_cells_reader(name).map_err(fault)?;
    // Styles are few, and each is read once.
    let formats: Vec<Format> = reader.styles().iter().map(format).collect();
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(fault)? {
        let format = formats.get(style).cloned().unwrap_or_default();
        let read = match cell.get_value() {
            DataRef::Empty => continue,
            DataRef::Int(number) => number_cell(*number as f64, format),
            DataRef::Float(number) => number_cell(*number, format),
            DataRef::String(text) => Cell::text(text.clone()),
            DataRef::SharedString(text) => Cell::text(*text),
            DataRef::Bool(value) => Cell::Bool(*value),
            DataRef::DateTime(time) => Cell::Date { serial: time.as_f64(), epoch, format },
            DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
                Cell::text(text.split('T').next().unwrap_or_default())
            }
            DataRef::Error(error) => Cell::Error(shown(error).to_owned()),
        };
        if !read.is_empty() {
            *left = left.checked_sub(1).ok_or(Fault::TooLarge)?;
            grid.cells.insert(cell.get_position(), read);
        }
    }
    Ok(grid)
}

fn number_cell(value: f64, format: Format) -> Cell {
    Cell::Number { value, format }
}

fn format(style: &Style) -> Format {
    style.number_format.as_ref().map(|format| Format::new(&format.format_code)).unwrap_or_default()
}

fn shown(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        _ => "#VALUE!",
    }
}

/// The cells with a formula of which the file has no value.
fn uncomputed(workbook: &mut Xlsx<Cursor<&[u8]>>, grid: &Grid) -> Vec<(u32, u32)> {
    let Ok(mut reader) = workbook.worksheet_cells_reader(&grid.name) else { return Vec::new() };
    let mut found = Vec::new();
    while let Ok(Some(cell)) = reader.next_formula() {
        if !cell.get_value().is_empty() && !grid.cells.contains_key(&cell.get_position()) {
            found.push(cell.get_position());
        }
    }
    found
}

fn fault(error: XlsxError) -> Fault {
    match error {
        XlsxError::Password => Fault::Encrypted,
        _ => Fault::Damaged,
    }
}

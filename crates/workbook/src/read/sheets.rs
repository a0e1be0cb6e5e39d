//! The sheets of a workbook, by calamine. Formulas are never computed: their values are those that stand
//! in the file.
use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{CellErrorType, DataRef, Reader, SheetType, SheetVisible, Style, Xlsx, XlsxError};
use cells::{Cell, Epoch, Format};

use super::traits::{self, Traits};
use super::{Budget, Fault, MAX_CELLS};
use crate::grid::{Book, Grid};

/// A row and a column, from 0.
type At = (u32, u32);

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
    let mut left = Budget::ALL;
    for (name, is_hidden) in sheets {
        let of = traits.get(&name).cloned().unwrap_or_default();
        if of.backwards {
            return Err(Fault::Damaged);
        }
        let (mut grid, blank) = grid(&mut workbook, &name, &of, &mut left)?;
        grid.merged = workbook
            .merge_cells_by_sheet_name(&name)
            .unwrap_or_default()
            .iter()
            .map(|merged| [merged.start, merged.end])
            .collect();
        if grid.merged.len() > MAX_CELLS {
            return Err(Fault::TooLarge);
        }
        grid.hidden = is_hidden || of.hidden;
        if of.formulas {
            grid.uncomputed = uncomputed(&mut workbook, &grid, &blank);
            left.cells = left.cells.checked_sub(grid.uncomputed.len()).ok_or(Fault::TooLarge)?;
        }
        book.grids.push(grid);
    }
    Ok(book)
}

/// The cells of a sheet that are not empty, and those whose value is a text without letters.
fn grid(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    of: &Traits,
    left: &mut Budget,
) -> Result<(Grid, BTreeSet<At>), Fault> {
    let epoch = if workbook.has_1904_epoch() { Epoch::Y1904 } else { Epoch::Y1900 };
    let mut grid = Grid { name: name.to_owned(), ..Grid::default() };
    let mut blank = BTreeSet::new();
    let mut reader = workbook.worksheet_cells_reader(name).map_err(fault)?;
    // Styles are few, and each is read once.
    let formats: Vec<Format> = reader.styles().iter().map(format).collect();
    let mut passed = 0;
    loop {
        let (cell, style) = match reader.next_cell_with_style_id() {
            Ok(Some(cell)) => cell,
            Ok(None) => break,
            // An error of other programs than Excel: what it is and where stands in the traits.
            Err(XlsxError::CellError(_)) => {
                passed += 1;
                continue;
            }
            Err(error) => return Err(fault(error)),
        };
        let format = formats.get(style).cloned().unwrap_or_default();
        let read = value(cell.get_value(), format, epoch);
        if !read.is_empty() {
            left.take(cell.get_position(), &read)?;
            grid.cells.insert(cell.get_position(), read);
        } else if matches!(read, Cell::Text(_)) {
            blank.insert(cell.get_position());
        }
    }
    // Cells that do not say where they stand would be taken for their neighbours.
    if passed != of.errors.len() {
        return Err(Fault::Damaged);
    }
    grid.cells.extend(of.errors.iter().map(|(at, shown)| (*at, Cell::Error(shown.clone()))));
    Ok((grid, blank))
}

fn value(value: &DataRef<'_>, format: Format, epoch: Epoch) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
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
    }
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

/// The cells with a formula of which the file has no value. A text without letters is a value.
fn uncomputed(workbook: &mut Xlsx<Cursor<&[u8]>>, grid: &Grid, blank: &BTreeSet<At>) -> Vec<At> {
    let Ok(mut reader) = workbook.worksheet_cells_reader(&grid.name) else { return Vec::new() };
    let mut found = Vec::new();
    while let Ok(Some(cell)) = reader.next_formula() {
        let at = cell.get_position();
        let has_value = grid.cells.contains_key(&at) || blank.contains(&at);
        if !cell.get_value().is_empty() && !has_value {
            found.push(at);
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

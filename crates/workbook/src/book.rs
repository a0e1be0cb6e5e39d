//! Grids that were never a file: of a dataset, of the template; and grids as people see and keep them.
use cells::{Cell, EnteredUnit, Expect, Reading};
use dataset::Lang;
use dataset::json::Document;
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use crate::export::{self, Entry, Tables};
use crate::grid::{Book, Grid};
use crate::layout::{Column, Layout, Sheet, pick};
use crate::place::Place;
use crate::words;
use crate::xlsx::{LONGEST, WriteError, sheet};

/// The most characters of a sheet's name.
const LONGEST_NAME: usize = 31;

/// The sheets of a dataset, without the examples that an empty sheet of a file has. JSON pointers of what the
/// format does not know, and no sheet therefore holds, come beside them.
///
/// # Errors
/// Where the text is no dataset.
pub fn book(lang: Lang, json: &str) -> Result<(Book, Vec<String>), WriteError> {
    let (layout, document) = (Layout::get(), crate::known(json)?);
    let tables = export::tables(document.root(), layout, lang);
    Ok((grids(&tables, layout, lang), tables.left))
}

/// The sheets of [`crate::template`].
///
/// # Errors
/// Where the text is no dataset.
pub fn template_book(lang: Lang, from: Option<&str>) -> Result<Book, WriteError> {
    let layout = Layout::get();
    let document: Document<'_> = crate::known(from.unwrap_or(crate::START))?;
    let mut tables = export::tables(document.root(), layout, lang);
    crate::forget(&mut tables, layout);
    Ok(grids(&tables, layout, lang))
}

fn grids(tables: &Tables, layout: &Layout, lang: Lang) -> Book {
    let grid = |(sheet, rows): (&Sheet, &Vec<Vec<Entry>>)| {
        let name = pick(lang, &sheet.words.names).to_owned();
        let mut grid = Grid { name, ..Grid::default() };
        if sheet.is_report() {
            report(&mut grid, sheet, rows.first().map(Vec::as_slice).unwrap_or_default(), lang);
        } else {
            records(&mut grid, sheet, rows, lang);
        }
        grid
    };
    Book { grids: layout.sheets.iter().zip(&tables.rows).map(grid).collect() }
}

/// The whole report: a field a row, with what belongs there.
fn report(grid: &mut Grid, sheet: &Sheet, cells: &[Entry], lang: Lang) {
    for (at, names) in (0_u32..).zip(words::REPORT_COLUMNS.iter().take(3)) {
        grid.put((0, at), Cell::text(pick(lang, names)));
    }
    for ((row, column), entry) in (1_u32..).zip(&sheet.columns).zip(cells) {
        grid.put((row, 0), Cell::text(pick(lang, &column.names)));
        grid.put((row, 1), cell(entry, column));
        grid.put((row, 2), Cell::text(pick(lang, &column.help)));
    }
}

/// A list of records: a record a row.
fn records(grid: &mut Grid, sheet: &Sheet, rows: &[Vec<Entry>], lang: Lang) {
    for (at, column) in (0_u32..).zip(&sheet.columns) {
        grid.put((0, at), Cell::text(pick(lang, &column.names)));
    }
    for (row, entries) in (1_u32..).zip(rows) {
        for ((at, column), entry) in (0_u32..).zip(&sheet.columns).zip(entries) {
            grid.put((row, at), cell(entry, column));
        }
    }
}

/// What a spreadsheet would hold. A day is written out, which is read as the same day.
fn cell(entry: &Entry, column: &Column) -> Cell {
    match entry {
        Entry::Empty => Cell::Empty,
        Entry::Text(text) => Cell::text(text.clone()),
        Entry::Number(number) => Cell::number(number.to_f64(), &sheet::number_format(*number, column)),
        Entry::Percent(number) => {
            Cell::number(number.to_f64(), &format!("{}\"%\"", sheet::number_format(*number, column)))
        }
        Entry::Date(date) => Cell::text(date.to_string()),
    }
}

/// A cell as a person of a language would type what is read of it.
#[must_use]
pub fn shown(cell: &Cell, lang: Lang) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Error(text) => text.clone(),
        Cell::Bool(value) => export::word(words::BOOLEANS, if *value { "true" } else { "false" }, lang),
        Cell::Number { value, .. } => match cells::number(cell, &Expect::ANY) {
            Ok(Reading::Number(entered)) => {
                let sign = if entered.unit == Some(EnteredUnit::Percent) { "%" } else { "" };
                sheet::shown(entered.value, lang) + sign
            }
            _ => value.to_string(),
        },
        Cell::Date { serial, .. } => match cells::date(cell) {
            Ok(Some(date)) => date.to_string(),
            _ => serial.to_string(),
        },
    }
}

/// A workbook as it is, whatever it holds: nothing that was typed is lost, though it may be no report yet.
///
/// # Errors
/// Where a cell cannot hold a text.
pub fn xlsx(book: &Book) -> Result<Vec<u8>, WriteError> {
    let mut workbook = Workbook::new();
    let mut taken: Vec<String> = Vec::new();
    for grid in &book.grids {
        let into = workbook.add_worksheet();
        let name = sheet_name(&grid.name, &taken);
        into.set_name(&name)?;
        taken.push(name.to_lowercase());
        for (at, cell) in &grid.cells {
            let is_long = |text: &String| text.encode_utf16().count() > LONGEST;
            if matches!(cell, Cell::Text(text) if is_long(text)) {
                return Err(WriteError::TooLong(Place::cell(&grid.name, at.0, at.1)));
            }
            write(into, *at, cell)?;
        }
        for [first, last] in &grid.merged {
            // A range that is none any more is not worth a word.
            let _ = into.merge_range(first.0, column(first.1), last.0, column(last.1), "", &Format::new());
            write(into, *first, grid.cell(first.0, first.1))?;
        }
    }
    Ok(workbook.save_to_buffer()?)
}

fn column(at: u32) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}

fn write(into: &mut Worksheet, (row, at): (u32, u32), cell: &Cell) -> Result<(), XlsxError> {
    let at = column(at);
    match cell {
        Cell::Empty => {}
        Cell::Text(text) | Cell::Error(text) => {
            into.write_string_with_format(row, at, text, &Format::new().set_num_format("@"))?;
        }
        Cell::Bool(value) => {
            into.write_boolean(row, at, *value)?;
        }
        Cell::Number { value, format } if format.code().is_empty() => {
            into.write_number(row, at, *value)?;
        }
        Cell::Number { value, format } => {
            into.write_number_with_format(row, at, *value, &Format::new().set_num_format(format.code()))?;
        }
        // Workbooks of the other epoch become such of this one: what the cell says stays.
        Cell::Date { .. } => {
            into.write_string(row, at, shown(cell, Lang::Id))?;
        }
    }
    Ok(())
}

/// A name that a sheet may have, and that no other one has.
fn sheet_name(name: &str, taken: &[String]) -> String {
    let plain = |c: char| if "[]:*?/\\".contains(c) || c.is_control() { ' ' } else { c };
    let name: String = name.chars().map(plain).collect();
    let name = name.trim_matches([' ', '\'']);
    let cut = |most: usize| name.chars().take(most).collect::<String>().trim().to_owned();
    let first = if name.is_empty() { "1".to_owned() } else { cut(LONGEST_NAME) };
    let numbered = (2..).map(|number: u32| format!("{} {number}", cut(LONGEST_NAME - 6)));
    let mut names = std::iter::once(first).chain(numbered);
    names.find(|name| !taken.contains(&name.to_lowercase())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{File, import, import_book, open};

    const SHIPPED: &str = include_str!("../../../public/data/sumsel-2025-08.json");

    #[test]
    fn a_dataset_is_the_same_behind_its_sheets() {
        for lang in Lang::ALL {
            let (book, left) = book(lang, SHIPPED).unwrap();
            assert_eq!(left, [] as [String; 0]);
            let imported = import_book(&book);
            assert_eq!(imported.findings, []);
            assert_eq!(dataset::read(&imported.json).dataset, dataset::read(SHIPPED).dataset);
        }
    }

    #[test]
    fn what_is_shown_of_a_sheet_is_read_as_the_sheet_is() {
        for lang in Lang::ALL {
            let (mut book, _) = book(lang, SHIPPED).unwrap();
            for grid in &mut book.grids {
                for cell in grid.cells.values_mut() {
                    *cell = Cell::text(shown(cell, lang));
                }
            }
            // A number of an indicator in whole units is read with a point between thousands or without.
            assert_eq!(import_book(&book).findings, []);
        }
    }

    #[test]
    fn a_workbook_that_is_no_report_is_kept_as_it_is() {
        let mut grid = Grid { name: "a/b: [c]".to_owned(), ..Grid::default() };
        grid.put((0, 0), Cell::text("=1+1"));
        grid.put((4, 2), Cell::number(31.3, "0.00"));
        grid.put((5, 2), Cell::Error("#REF!".to_owned()));
        let second = Grid { name: "A B   C".to_owned(), ..Grid::default() };
        let bytes = xlsx(&Book { grids: vec![grid, second] }).unwrap();
        let read = open(&File { name: "x.xlsx".to_owned(), bytes }).unwrap();
        assert_eq!(read.grids[0].cell(0, 0), &Cell::text("=1+1"));
        assert_eq!(shown(read.grids[0].cell(4, 2), Lang::Id), "31,30");
        assert_eq!(read.grids[0].extent(), (6, 3));
        assert_eq!(read.grids.len(), 2);
    }

    #[test]
    fn the_template_has_every_sheet_and_no_figure() {
        let empty = template_book(Lang::Id, None).unwrap();
        let from = template_book(Lang::Id, Some(SHIPPED)).unwrap();
        assert_eq!(empty.grids.len(), Layout::get().sheets.len());
        let rows =
            |book: &Book, name: &str| book.grids.iter().find(|grid| grid.name == name).unwrap().extent().0;
        assert_eq!((rows(&empty, "Angka"), rows(&from, "Angka")), (1, 1));
        assert!(rows(&from, "Daerah") > 2);
    }

    #[test]
    fn a_figure_without_a_value_is_found_in_the_cell_of_the_value() {
        let (mut book, _) = book(Lang::Id, SHIPPED).unwrap();
        let grid = book.grids.iter_mut().find(|grid| grid.name == "Angka").unwrap();
        let at = grid.cells.iter().find(|(_, cell)| **cell == Cell::text("Nilai")).unwrap().0.1;
        grid.put((1, at), Cell::Empty);
        let found = import_book(&book).checked();
        let told = |finding: &crate::Finding| {
            (finding.place == Place::cell("Angka", 1, at)).then(|| finding.words(Lang::Id).mend)
        };
        let mend = found.iter().find_map(told).unwrap_or_else(|| panic!("{found:?}"));
        assert!(mend.contains("“Tidak ada karena”"), "{mend}");
    }

    #[test]
    fn a_cell_that_is_put_back_is_the_old_one() {
        let (mut book, _) = book(Lang::Id, SHIPPED).unwrap();
        let before = book.clone();
        let grid = &mut book.grids[0];
        let old = grid.put((1, 1), Cell::text("other"));
        assert_ne!(grid.cell(1, 1), &old);
        grid.put((1, 1), old);
        assert_eq!(book, before);
        let files = [File { name: "a.csv".to_owned(), bytes: b"x,y\n1,2\n".to_vec() }];
        assert_eq!(import(&files).json, "");
    }
}

//! What belongs into the cells of a grid, as its user is told.
use std::collections::BTreeMap;

use cells::Cell;
use dataset::Lang;

use crate::export::{self, Entry};
use crate::grid::{Book, Grid};
use crate::import::{header, names};
use crate::layout::{Column, Layout, Sheet, pick};
use crate::schema::Shape;
use crate::words;
use crate::xlsx::sheet as page;

/// The most ids that are offered.
const MOST_OFFERED: usize = 500;

/// What a sheet is for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guide {
    /// What it holds, in a sentence.
    pub about: String,
    /// The row with the names of the columns; `None` where each row has a field of its own.
    pub header: Option<u32>,
    /// The column of the values, where each row has a field of its own.
    pub values: u32,
    /// What belongs into its columns, or rows, by their numbers.
    pub help: BTreeMap<u32, Help>,
}

/// What belongs into a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Help {
    /// The name of its column, or field.
    pub name: String,
    /// What belongs there.
    pub text: String,
    /// An example.
    pub example: String,
    /// Whether a record needs it.
    pub required: bool,
    /// Words and ids that may stand there.
    pub offered: Vec<String>,
}

/// What belongs into the sheets of a workbook, sheet by sheet; nothing for those that are not known.
#[must_use]
pub fn guide(book: &Book, lang: Lang) -> Vec<Option<Guide>> {
    (0..book.grids.len()).map(|index| guide_of(book, index, lang)).collect()
}

/// What belongs into a sheet; `None` where it is not known.
#[must_use]
pub fn guide_of(book: &Book, index: usize, lang: Lang) -> Option<Guide> {
    let layout = Layout::get();
    let grid = book.grids.get(index)?;
    let alone = || header::best(layout, grid).filter(|_| book.grids.len() == 1);
    let sheet = layout.sheets.get(names::sheet(layout, &grid.name).or_else(alone)?)?;
    let help = |column: &Column| help(book, column, lang);
    let about = pick(lang, &sheet.words.about).to_owned();
    if sheet.is_report() {
        let fields = header::fields(layout, sheet, grid, &mut Vec::new());
        let values = fields.first().map_or(1, |(_, (_, column))| *column);
        let of = |(meant, (row, _)): &(names::Meant, (u32, u32))| {
            Some((*row, help(sheet.columns.get(meant.columns().next()?)?)))
        };
        let help = fields.iter().filter_map(of).collect();
        return Some(Guide { about, header: None, values, help });
    }
    let (header, columns) = columns(layout, sheet, grid)?;
    let of = |(at, meant): (u32, names::Meant)| Some((at, help(sheet.columns.get(meant.columns().next()?)?)));
    let help = columns.into_iter().filter_map(of).collect();
    Some(Guide { about, header: Some(header), values: 0, help })
}

/// The row of a table with the names of its columns, and what they mean.
fn columns(layout: &Layout, sheet: &Sheet, grid: &Grid) -> Option<(u32, Vec<(u32, names::Meant)>)> {
    let meant = |row: u32| -> Vec<(u32, names::Meant)> {
        let known =
            |(at, cell): (u32, &Cell)| Some((at, names::column(layout, sheet, header::words_in(cell))?));
        grid.row(row).filter_map(known).collect()
    };
    let mut first = grid.rows().into_iter().filter(|row| *row < header::FIRST_ROWS);
    first.find_map(|row| Some((row, meant(row))).filter(|(_, columns)| columns.len() > 1)).or_else(|| {
        let row = grid.rows().first().copied()?;
        Some((row, meant(row))).filter(|(_, columns)| !columns.is_empty())
    })
}

fn help(book: &Book, column: &Column, lang: Lang) -> Help {
    let example = match page::example(column, lang) {
        Entry::Text(text) => text,
        Entry::Number(number) | Entry::Percent(number) => page::shown(number, lang),
        Entry::Date(date) => date.to_string(),
        Entry::Empty => String::new(),
    };
    Help {
        name: pick(lang, &column.names).to_owned(),
        text: pick(lang, &column.help).to_owned(),
        example,
        required: column.required,
        offered: offered(book, column, lang),
    }
}

/// The words of a closed list, or the ids of another sheet.
fn offered(book: &Book, column: &Column, lang: Lang) -> Vec<String> {
    let list = match &column.shape {
        Shape::Bool => words::BOOLEANS,
        Shape::Word(list) => words::closed(list),
        Shape::Unit => words::closed("Unit"),
        Shape::String if !column.refers.is_empty() => return ids(book, column.refers),
        _ => return Vec::new(),
    };
    let mut offered: Vec<String> = list.iter().map(|(word, _)| export::word(list, word, lang)).collect();
    if column.shape == Shape::Unit {
        offered.push("IDR".to_owned());
    }
    offered
}

/// The ids of the records of a sheet.
fn ids(book: &Book, path: &str) -> Vec<String> {
    let layout = Layout::get();
    let found = || {
        let index = layout.index(path)?;
        let sheet = layout.sheets.get(index)?;
        let grid = book.grids.iter().find(|grid| names::sheet(layout, &grid.name) == Some(index))?;
        let (header, columns) = columns(layout, sheet, grid)?;
        let id = sheet.id_column()?;
        let (at, _) = columns.into_iter().find(|(_, meant)| meant.columns().any(|column| column == id))?;
        let below = grid.rows().into_iter().filter(|row| *row > header && !header::is_remark(grid, *row));
        let ids = below.map(|row| header::words_in(grid.cell(row, at)).to_owned());
        Some(ids.filter(|id| !id.is_empty()).take(MOST_OFFERED).collect())
    };
    found().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHIPPED: &str = include_str!("../../../public/data/sumsel-2025-08.json");

    #[test]
    fn every_cell_of_a_report_is_explained() {
        let (book, _) = crate::book(Lang::Id, SHIPPED).unwrap();
        let guides = guide(&book, Lang::Id);
        assert!(guides.iter().all(Option::is_some));
        let report = guides[0].as_ref().unwrap();
        assert_eq!((report.header, report.values), (None, 1));
        assert!(report.help[&1].text.len() > 10);
        let figures = book.grids.iter().position(|grid| grid.name == "Angka").unwrap();
        let figures = guides[figures].as_ref().unwrap();
        assert_eq!(figures.header, Some(0));
        let named = |name: &str| figures.help.values().find(|help| help.name == name).unwrap();
        assert!(named("Daerah").offered.contains(&"sumatera-selatan".to_owned()));
        assert!(named("Sifat angka").offered.contains(&"lebih dari".to_owned()));
        assert!(named("Indikator").required);
    }

    #[test]
    fn a_sheet_that_is_not_known_has_no_guide() {
        let mut book = Book::default();
        book.grids.push(Grid { name: "Lembar1".to_owned(), ..Grid::default() });
        assert_eq!(guide(&book, Lang::En), [None]);
    }
}

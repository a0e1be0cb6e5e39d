//! One sheet of a workbook.
use dataset::{Decimal, Lang};
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, ExcelDateTime, Format, FormatAlign, Formula, IgnoreError, Note,
    Worksheet, XlsxError,
};

use crate::export::{self, Entry, Tables};
use crate::layout::{Column, Layout, Sheet, pick};
use crate::place::{column_name, quoted};
use crate::schema::Shape;
use crate::words;

/// Below the filled rows, so many more have drop-downs.
const ROOM: u32 = 1000;
/// The narrowest and the widest column, in characters.
const WIDTHS: (usize, usize) = (9, 44);
/// The size of a comment, in pixels.
const NOTE_SIZE: (u32, u32) = (280, 130);
/// The code of the format that leaves what is typed as it is.
const TEXT: &str = "@";

/// A sheet and what is written into it.
pub(super) struct Page<'p> {
    pub(super) layout: &'p Layout,
    pub(super) sheet: &'p Sheet,
    pub(super) rows: &'p [Vec<Entry>],
    pub(super) lang: Lang,
    pub(super) tables: &'p Tables,
}

impl Page<'_> {
    /// Writes the sheet.
    pub(super) fn write(&self, into: &mut Worksheet) -> Result<(), XlsxError> {
        into.set_name(pick(self.lang, &self.sheet.words.names))?;
        into.set_freeze_panes(1, 0)?;
        if self.sheet.is_report() { self.report(into) } else { self.records(into) }
    }

    /// The whole report: a field a row.
    fn report(&self, into: &mut Worksheet) -> Result<(), XlsxError> {
        let heading = Format::new().set_bold();
        for (at, names) in (0_u16..).zip(words::REPORT_COLUMNS) {
            into.write_string_with_format(0, at, pick(self.lang, names), &heading)?;
        }
        for (at, width) in [30, WIDTHS.1, 70, 40].into_iter().enumerate() {
            into.set_column_width(
                u16::try_from(at).unwrap_or_default(),
                u32::try_from(width).unwrap_or_default(),
            )?;
        }
        let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        let text = wrapped.clone().set_num_format(TEXT);
        into.set_column_format(1, &text)?;
        let cells = self.rows.first().map(Vec::as_slice).unwrap_or_default();
        for (row, column) in (1_u32..).zip(&self.sheet.columns) {
            into.write_string(row, 0, pick(self.lang, &column.names))?;
            let cell = usize::try_from(row).ok().and_then(|row| cells.get(row - 1));
            put(into, (row, 1), cell.unwrap_or(&Entry::Empty), column, &text)?;
            into.write_string_with_format(row, 2, pick(self.lang, &column.help), &wrapped)?;
            put(into, (row, 3), &example(column, self.lang), column, &wrapped)?;
            self.drop_down(into, column, (row, row), 1)?;
        }
        Ok(())
    }

    /// A list of records: a record a row. Where there is none, an example stands there that is not read.
    fn records(&self, into: &mut Worksheet) -> Result<(), XlsxError> {
        let heading = Format::new().set_bold();
        let last = u32::try_from(self.rows.len()).unwrap_or(u32::MAX).saturating_add(ROOM);
        for (at, column) in (0_u16..).zip(&self.sheet.columns) {
            let name = pick(self.lang, &column.names);
            into.write_string_with_format(0, at, name, &heading)?;
            into.insert_note(0, at, &self.note(column))?;
            into.set_column_width(at, self.width(usize::from(at), name))?;
            if column.shape != Shape::Whole && column.shape != Shape::Bool {
                into.set_column_format(at, &Format::new().set_num_format(TEXT))?;
                into.ignore_error_range(1, at, last, at, IgnoreError::NumberStoredAsText)?;
            }
            self.drop_down(into, column, (1, last), at)?;
        }
        let plain = Format::new();
        if self.rows.is_empty() {
            let italic = Format::new().set_italic();
            for (at, column) in (0_u16..).zip(&self.sheet.columns) {
                let mut entry = example(column, self.lang);
                if let (0, Entry::Text(text)) = (at, &mut entry) {
                    text.insert_str(0, "# ");
                }
                put(into, (1, at), &entry, column, &italic)?;
            }
        }
        for (row, cells) in (1_u32..).zip(self.rows) {
            for ((at, column), cell) in (0_u16..).zip(&self.sheet.columns).zip(cells) {
                put(into, (row, at), cell, column, &plain)?;
            }
        }
        Ok(())
    }

    /// What belongs into a column, with an example.
    fn note(&self, column: &Column) -> Note {
        let mut text = pick(self.lang, &column.help).to_owned();
        if column.required {
            text = format!("{text}\n{}", pick(self.lang, &words::REQUIRED));
        }
        let example = match example(column, self.lang) {
            Entry::Text(text) => text,
            Entry::Number(number) | Entry::Percent(number) => shown(number, self.lang),
            Entry::Date(date) => date.to_string(),
            Entry::Empty => String::new(),
        };
        let text = format!("{text}\n{}: {example}", pick(self.lang, &words::EXAMPLE));
        Note::new(text).add_author_prefix(false).set_width(NOTE_SIZE.0).set_height(NOTE_SIZE.1)
    }

    /// The width of a column: that of its longest cell, within limits.
    fn width(&self, column: usize, name: &str) -> u32 {
        let length = |cell: &Entry| match cell {
            Entry::Text(text) => text.chars().count(),
            Entry::Number(number) | Entry::Percent(number) => number.to_string().len() * 4 / 3,
            Entry::Date(_) => 10,
            Entry::Empty => 0,
        };
        let cells = self.rows.iter().filter_map(|row| row.get(column)).map(length);
        let longest = cells.max().unwrap_or_default().max(name.chars().count());
        u32::try_from((longest + 2).clamp(WIDTHS.0, WIDTHS.1)).unwrap_or_default()
    }

    /// Offers the words of a closed list, or the ids of another sheet.
    fn drop_down(
        &self,
        into: &mut Worksheet,
        column: &Column,
        (first, last): (u32, u32),
        at: u16,
    ) -> Result<(), XlsxError> {
        let list = match &column.shape {
            Shape::Bool => words::BOOLEANS,
            Shape::Word(list) => words::closed(list),
            Shape::Unit => words::closed("Unit"),
            _ => &[],
        };
        let rule = if list.is_empty() {
            let Some(ids) = self.ids(column) else { return Ok(()) };
            DataValidation::new().allow_list_formula(Formula::new(ids))
        } else {
            let mut offered: Vec<&str> = list.iter().map(|(_, names)| pick(self.lang, names)).collect();
            if column.shape == Shape::Unit {
                offered.push("IDR");
            }
            DataValidation::new().allow_list_strings(&offered)?
        };
        // Words of the other language and ids that are still to come are right, too.
        let rule = rule
            .set_error_style(DataValidationErrorStyle::Information)
            .set_error_title(pick(self.lang, &words::NOT_IN_LIST_TITLE))?
            .set_error_message(pick(self.lang, &words::NOT_IN_LIST))?;
        into.add_data_validation(first, at, last, at, &rule)?;
        Ok(())
    }

    /// The cells with the ids that a column refers to, as a formula names them.
    fn ids(&self, column: &Column) -> Option<String> {
        if column.shape != Shape::String || column.refers.is_empty() {
            return None;
        }
        let index = self.layout.index(column.refers)?;
        let sheet = self.layout.sheets.get(index)?;
        let at = column_name(u32::try_from(sheet.id_column()?).ok()?);
        let rows = self.tables.rows.get(index).map_or(0, Vec::len);
        // An example is no id.
        let first = if rows == 0 { 3 } else { 2 };
        let name = quoted(pick(self.lang, &sheet.words.names));
        Some(format!("={name}!${at}${first}:${at}${}", rows + 1000))
    }
}

/// Writes a cell. A text is a text, whatever it looks like.
fn put(
    into: &mut Worksheet,
    (row, at): (u32, u16),
    entry: &Entry,
    column: &Column,
    format: &Format,
) -> Result<(), XlsxError> {
    match entry {
        Entry::Empty => {}
        Entry::Text(text) => {
            let format = format.clone().set_num_format(TEXT);
            into.write_string_with_format(row, at, text, &format)?;
        }
        Entry::Number(number) => {
            let format = format.clone().set_num_format(number_format(*number, column));
            into.write_number_with_format(row, at, number.to_f64(), &format)?;
        }
        Entry::Percent(number) => {
            let format = format.clone().set_num_format(format!("{}\"%\"", number_format(*number, column)));
            into.write_number_with_format(row, at, number.to_f64(), &format)?;
        }
        Entry::Date(date) => {
            let day = ExcelDateTime::from_ymd(date.year, date.month.unwrap_or(1), date.day.unwrap_or(1))?;
            let format = format.clone().set_num_format("yyyy-mm-dd");
            into.write_datetime_with_format(row, at, &day, &format)?;
        }
    }
    Ok(())
}

/// The format that shows the decimals of a number, and sets its thousands apart where it is a quantity.
pub(crate) fn number_format(number: Decimal, column: &Column) -> String {
    let name = column.path().last().map_or("", String::as_str);
    let is_quantity = column.shape == Shape::Number || ["amount", "value", "rows"].contains(&name);
    let whole = if is_quantity { "#,##0" } else { "0" };
    match number.scale {
        0 => whole.to_owned(),
        scale => format!("{whole}.{}", "0".repeat(usize::from(scale))),
    }
}

/// The example of a column as a cell.
pub(crate) fn example(column: &Column, lang: Lang) -> Entry {
    let text = column.example.as_str();
    let word = |list: &str, text: &str| Entry::Text(export::word(words::closed(list), text, lang));
    match &column.shape {
        Shape::Number | Shape::Whole => Decimal::parse(text).map_or(Entry::Empty, Entry::Number),
        Shape::Bool => Entry::Text(export::word(words::BOOLEANS, text, lang)),
        Shape::Word(list) => word(list, text),
        Shape::Unit => word("Unit", text),
        Shape::List(element) => match &**element {
            Shape::Word(list) => {
                let words = text.split("; ").map(|text| export::word(words::closed(list), text, lang));
                Entry::Text(words.collect::<Vec<_>>().join("; "))
            }
            _ => Entry::Text(text.to_owned()),
        },
        _ => Entry::Text(text.to_owned()),
    }
}

/// A number as people of a language write it.
pub(crate) fn shown(number: Decimal, lang: Lang) -> String {
    let text = number.to_string();
    match lang {
        Lang::Id => text.replace('.', ","),
        Lang::En => text,
    }
}

//! A table as a workbook for spreadsheet programs: where the list separator is a semicolon, as in Indonesian
//! settings, they put a CSV into one column.
use anyhow::{Context, Result};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet};

use super::{Column, Kind, Table};

/// A workbook's media type.
pub const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// The digits that a spreadsheet's number keeps; longer ones are written as texts.
const DIGITS: usize = 15;
/// The narrowest and the widest column, in characters.
const WIDTHS: (usize, usize) = (8, 48);

impl Table {
    /// The table as a workbook of one sheet, the same bytes for the same rows. Numbers are numbers with the decimals
    /// that were stated; all else is text, so nothing is taken for a formula.
    ///
    /// # Errors
    /// When the sheet cannot hold the table: too many rows or columns, a text of more than 32,767 characters.
    pub fn xlsx(&self) -> Result<Vec<u8>> {
        let mut workbook = Workbook::new();
        // The day of the build would make every build another file.
        let date = ExcelDateTime::from_ymd(2000, 1, 1)?;
        workbook.set_properties(&DocProperties::new().set_title(self.titles.0).set_creation_datetime(&date));
        let sheet = workbook.add_worksheet();
        sheet.set_name(self.name)?;
        sheet.set_freeze_panes(1, 0)?;
        let heading = Format::new().set_bold();
        for (index, column) in self.columns.iter().enumerate() {
            let at = u16::try_from(index).context("too many columns")?;
            sheet.write_string_with_format(0, at, &column.name, &heading)?;
            sheet.set_column_width(at, width(self, index, column))?;
        }
        for (index, row) in self.rows.iter().enumerate() {
            let line = u32::try_from(index + 1).context("too many rows")?;
            for (at, (field, column)) in row.iter().zip(&self.columns).enumerate() {
                write(sheet, line, u16::try_from(at).context("too many columns")?, field, column.kind)?;
            }
        }
        Ok(workbook.save_to_buffer()?)
    }
}

/// Writes a field; an empty one leaves its cell empty.
fn write(sheet: &mut Worksheet, row: u32, column: u16, field: &str, kind: Kind) -> Result<()> {
    if field.is_empty() {
        return Ok(());
    }
    match number(field, kind) {
        Some((value, decimals)) => {
            let format = Format::new().set_num_format(number_format(decimals));
            sheet.write_number_with_format(row, column, value, &format)?;
        }
        None => {
            sheet.write_string(row, column, field)?;
        }
    }
    Ok(())
}

/// A field's number and its decimals, where its column has numbers and a spreadsheet keeps all its digits.
fn number(field: &str, kind: Kind) -> Option<(f64, usize)> {
    if !matches!(kind, Kind::Integer | Kind::Number)
        || field.bytes().filter(u8::is_ascii_digit).count() > DIGITS
    {
        return None;
    }
    let value = field.parse::<f64>().ok().filter(|value| value.is_finite())?;
    Some((value, field.split_once('.').map_or(0, |(_, decimals)| decimals.len())))
}

/// The format of a number with so many decimals; the program puts the separators of its language.
fn number_format(decimals: usize) -> String {
    if decimals == 0 { "0".to_owned() } else { format!("0.{}", "0".repeat(decimals)) }
}

/// The width of a column in characters: that of its longest field, within limits.
fn width(table: &Table, index: usize, column: &Column) -> u32 {
    let fields = table.rows.iter().filter_map(|row| row.get(index)).map(|field| field.chars().count());
    let longest = fields.max().unwrap_or_default().max(column.name.chars().count());
    u32::try_from(longest.saturating_add(2).clamp(WIDTHS.0, WIDTHS.1)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let column = |name: &str, kind| Column { name: name.to_owned(), kind, description: String::new() };
        Table {
            name: "t",
            titles: ("Tabel", "Table"),
            columns: vec![column("a", Kind::Text), column("b", Kind::Number)],
            rows: vec![vec!["=HYPERLINK(\"x\")".to_owned(), "31.30".to_owned()]],
            key: Vec::new(),
            references: Vec::new(),
        }
    }

    #[test]
    fn the_same_rows_give_the_same_bytes() {
        let first = table().xlsx().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(1100));
        assert_eq!(first, table().xlsx().unwrap());
    }

    #[test]
    fn what_looks_like_a_formula_is_read_back_as_text_and_numbers_as_numbers() {
        use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};

        let file = std::io::Cursor::new(table().xlsx().unwrap());
        let mut workbook: Xlsx<_> = open_workbook_from_rs(file).unwrap();
        let cells = workbook.worksheet_range("t").unwrap();
        let row: Vec<&Data> = cells.rows().nth(1).unwrap().iter().collect();
        assert_eq!(row, [&Data::String("=HYPERLINK(\"x\")".to_owned()), &Data::Float(31.3)]);
        let formulas = workbook.worksheet_formula("t").unwrap();
        assert!(formulas.used_cells().all(|(.., formula)| formula.is_empty()));
    }

    #[test]
    fn numbers_keep_their_decimals_and_words_stay_words() {
        assert_eq!(number("31.30", Kind::Number), Some((31.3, 2)));
        assert_eq!(number_format(2), "0.00");
        assert_eq!(number("718700000000", Kind::Integer), Some((718_700_000_000.0, 0)));
        assert_eq!(number("1234567890123456", Kind::Integer), None);
        assert_eq!(number("16.05", Kind::Text), None);
        assert_eq!(number("NaN", Kind::Number), None);
    }
}

//! A CSV file of claims as a workbook.
//!
//! The worker of claims and the grid of a report write CSV files of any length a part after the other. A workbook of them is
//! asked for seldom, and the writer of workbooks is almost three times as large as that worker, so it is a program of its
//! own that is loaded then.
use std::io::{self, Read};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};
use thiserror::Error;

/// The most rows of a workbook, without the headings. The writer has all cells in memory at once, some 60 bytes each.
pub const MOST_ROWS: u32 = 200_000;

/// The columns of CSV files of claims that are numbers: amount, and days to payment. Single claims of a report have their
/// amounts in the same place, and no days.
const NUMBERS: [u16; 2] = [5, 6];

/// The greatest number up to which a spreadsheet has every whole one.
const EXACT: u64 = 1 << 53;

/// How wide columns are, in letters: at least, and at most.
const WIDTHS: (u32, u32) = (8, 40);

/// Why there is no workbook.
#[derive(Debug, Error)]
pub enum WorkbookError {
    /// The file has more rows than [`MOST_ROWS`].
    #[error("the file has more than {MOST_ROWS} rows")]
    TooLong,
    /// It is no CSV file.
    #[error("the file cannot be read: {0}")]
    Csv(#[from] csv::Error),
    /// The writer of workbooks refuses something.
    #[error("the workbook cannot be written: {0}")]
    Refused(#[from] XlsxError),
}

/// The workbook of a CSV file of claims that comes in parts: one sheet, the headings first. Amounts and days are numbers,
/// all others are texts; empty fields are empty cells.
///
/// # Errors
/// When the file is too long or no CSV, or a text of it is too long for a cell.
pub fn workbook(parts: &[Vec<u8>], sheet: &str) -> Result<Vec<u8>, WorkbookError> {
    let mut workbook = Workbook::new();
    // The day of the download would make every one another file.
    let date = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(sheet).set_creation_datetime(&date));
    let heading = Format::new().set_bold();
    let amount = Format::new().set_num_format("#,##0");
    let into = workbook.add_worksheet();
    into.set_name(sheet)?;
    into.set_freeze_panes(1, 0)?;
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(Parts::new(parts));
    let mut record = csv::StringRecord::new();
    let (mut row, mut widths) = (0, Vec::new());
    while reader.read_record(&mut record)? {
        if row > MOST_ROWS {
            return Err(WorkbookError::TooLong);
        }
        for (column, field) in (0_u16..).zip(&record) {
            widen(&mut widths, column.into(), field);
            let number = field.parse::<i64>().ok().filter(|_| NUMBERS.contains(&column));
            let number = number.filter(|number| number.unsigned_abs() <= EXACT);
            match number {
                _ if field.is_empty() => continue,
                _ if row == 0 => into.write_string_with_format(row, column, field, &heading)?,
                Some(number) => into.write_number_with_format(row, column, exact(number), &amount)?,
                None => into.write_string(row, column, field)?,
            };
        }
        row += 1;
    }
    for (column, width) in (0_u16..).zip(widths) {
        into.set_column_width(column, width)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// Makes a column as wide as a field of it, with room for marks between the digits of a number.
fn widen(widths: &mut Vec<u32>, column: usize, field: &str) {
    let (least, most) = WIDTHS;
    if widths.len() <= column {
        widths.resize(column + 1, least);
    }
    let letters = u32::try_from(field.chars().take(most as usize).count()).unwrap_or(most);
    if let Some(width) = widths.get_mut(column) {
        *width = (letters + 4).clamp(*width, most.max(*width));
    }
}

/// Spreadsheets have no other numbers. It is called for those that are not above [`EXACT`].
fn exact(number: i64) -> f64 {
    number as f64
}

/// Reads parts one after the other; a byte order mark at the beginning is left out.
struct Parts<'a> {
    rest: Vec<&'a [u8]>,
}

impl<'a> Parts<'a> {
    fn new(parts: &'a [Vec<u8>]) -> Self {
        let mut rest: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
        if let Some(first) = rest.first_mut() {
            *first = first.strip_prefix("\u{feff}".as_bytes()).unwrap_or(first);
        }
        rest.reverse();
        Self { rest }
    }
}

impl Read for Parts<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while let Some(part) = self.rest.last_mut() {
            let read = part.read(into)?;
            if read > 0 || into.is_empty() {
                return Ok(read);
            }
            self.rest.pop();
        }
        Ok(0)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader, Xlsx};

    use super::*;

    fn parts(texts: &[&str]) -> Vec<Vec<u8>> {
        texts.iter().map(|text| text.as_bytes().to_vec()).collect()
    }

    fn cells(parts: &[Vec<u8>]) -> Vec<Vec<Data>> {
        let bytes = workbook(parts, "klaim").unwrap();
        let mut read: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let range = read.worksheet_range("klaim").unwrap();
        range.rows().map(<[Data]>::to_vec).collect()
    }

    #[test]
    fn a_file_in_parts_is_one_sheet() {
        let text = |text: &str| Data::String(text.to_owned());
        let found = cells(&parts(&[
            "\u{feff}Daerah,Periode,Program,Kelompok,Kanal,Nilai (IDR),Hari\r\n\"Kota \"\"A\"\", B\",2025,JHT,,daring,1230",
            "000,12\r\n7,2025-01,JKM,PU,kantor,,\r\n",
        ]));
        let headings = ["Daerah", "Periode", "Program", "Kelompok", "Kanal", "Nilai (IDR)", "Hari"].map(text);
        assert_eq!(found[0], headings);
        assert_eq!(found[1][..4], [text("Kota \"A\", B"), text("2025"), text("JHT"), Data::Empty]);
        assert_eq!(found[1][4..], [text("daring"), Data::Float(1_230_000.0), Data::Float(12.0)]);
        assert_eq!(found[2][..2], [text("7"), text("2025-01")]);
        assert_eq!(found[2][5..], [Data::Empty, Data::Empty]);
        assert_eq!(cells(&parts(&["\u{feff}Daerah\r\n"])), [[text("Daerah")]]);
    }

    #[test]
    fn a_number_that_a_spreadsheet_would_round_stays_a_text() {
        let found = cells(&parts(&["a,b,c,d,e,f\r\n1,,,,,9007199254740992\r\n1,,,,,9007199254740993\r\n"]));
        assert_eq!(found[1][5], Data::Float(9_007_199_254_740_992.0));
        assert_eq!(found[2][5], Data::String("9007199254740993".to_owned()));
    }

    #[test]
    fn a_column_is_as_wide_as_its_fields() {
        let mut widths = Vec::new();
        for (column, field) in
            [(0, "Peserta"), (2, ""), (0, "Pekerja 1 (rekaan)"), (2, "ab"), (1, &"x".repeat(90))]
        {
            widen(&mut widths, column, field);
        }
        assert_eq!(widths, [22, 40, 8]);
    }

    #[test]
    fn a_file_that_is_too_long_is_refused() {
        let rows = |rows: u32| vec![b"a\r\n".to_vec(), b"1\r\n".repeat(rows as usize)];
        assert!(workbook(&rows(MOST_ROWS), "a").is_ok());
        assert!(matches!(workbook(&rows(MOST_ROWS + 1), "a"), Err(WorkbookError::TooLong)));
    }

    #[test]
    fn the_same_file_gives_the_same_bytes() {
        let file = parts(&["a,b\r\n1,x\r\n"]);
        assert_eq!(workbook(&file, "a").unwrap(), workbook(&file, "a").unwrap());
    }
}

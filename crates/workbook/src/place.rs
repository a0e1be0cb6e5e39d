//! Places in a workbook, as its users name them.
use std::fmt;

/// A cell of a sheet, or a sheet as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The name of the sheet, or of the file; empty for the workbook as a whole.
    pub sheet: String,
    /// Row and column, both from 0; `None` for the sheet as a whole.
    pub cell: Option<(u32, u32)>,
}

impl Place {
    /// A cell of a sheet; row and column count from 0.
    #[must_use]
    pub fn cell(sheet: &str, row: u32, column: u32) -> Self {
        Self { sheet: sheet.to_owned(), cell: Some((row, column)) }
    }

    /// A whole sheet.
    #[must_use]
    pub fn sheet(sheet: &str) -> Self {
        Self { sheet: sheet.to_owned(), cell: None }
    }
}

impl fmt::Display for Place {
    /// As formulas write it: `Angka!F12`, `'Himpunan kelompok'!A2`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&quoted(&self.sheet))?;
        match self.cell {
            Some((row, column)) => {
                write!(f, "!{}{}", column_name(column), u64::from(row) + 1)
            }
            None => Ok(()),
        }
    }
}

/// The name of a sheet as formulas write it.
pub(crate) fn quoted(sheet: &str) -> String {
    let is_plain = sheet.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '.')
        && !sheet.starts_with(|c: char| c.is_ascii_digit());
    if is_plain { sheet.to_owned() } else { format!("'{}'", sheet.replace('\'', "''")) }
}

/// The letters of a column, counted from 0.
pub(crate) fn column_name(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    loop {
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        match (rest / 26).checked_sub(1) {
            Some(next) => rest = next,
            None => break,
        }
    }
    letters.iter().rev().collect()
}

/// Row and column from 0 of a cell such as `F12`.
pub(crate) fn of_name(name: &str) -> Option<(u32, u32)> {
    let letters = name.bytes().take_while(u8::is_ascii_uppercase).count();
    let (column, row) = name.split_at_checked(letters)?;
    let digit = |column: u32, letter: u8| {
        column.checked_mul(26)?.checked_add(u32::from(letter.checked_sub(b'A')?) + 1)
    };
    let column = column.bytes().try_fold(0, digit)?;
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_in_formulas() {
        assert_eq!(Place::cell("Angka", 11, 5).to_string(), "Angka!F12");
        assert_eq!(Place::cell("Himpunan kelompok", 0, 0).to_string(), "'Himpunan kelompok'!A1");
        assert_eq!(Place::sheet("It's").to_string(), "'It''s'");
        assert_eq!(Place::default().to_string(), "");
        for (row, column) in [(0, 0), (11, 5), (9, 25), (1_048_575, 16_383)] {
            let name = format!("{}{}", column_name(column), row + 1);
            assert_eq!(of_name(&name), Some((row, column)), "{name}");
        }
        assert_eq!(["", "A", "12", "A0", "a1", "AAAAAAAAA1"].map(of_name), [None; 6]);
        let names = [0, 25, 26, 51, 52, 701, 702, 16_383].map(column_name);
        assert_eq!(names, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD"]);
    }
}

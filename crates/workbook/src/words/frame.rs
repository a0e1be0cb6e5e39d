//! The words around the cells of a workbook.

/// The columns of the report's sheet: the field, its value, what belongs there, an example.
pub(crate) const REPORT_COLUMNS: &[[&str; 2]] =
    &[["Isian", "Field"], ["Nilai", "Value"], ["# Penjelasan", "# Explanation"], ["# Contoh", "# Example"]];

/// Before an example.
pub(crate) const EXAMPLE: [&str; 2] = ["Contoh", "Example"];

/// Of a column that every record needs.
pub(crate) const REQUIRED: [&str; 2] = ["Wajib diisi.", "Every row needs it."];

/// The title of the message about a value that a drop-down does not offer.
pub(crate) const NOT_IN_LIST_TITLE: [&str; 2] = ["Tidak ada dalam daftar", "Not in the list"];

/// The message about a value that a drop-down does not offer.
pub(crate) const NOT_IN_LIST: [&str; 2] = [
    "Pilih salah satu dari daftar. Kalau id ini baru, tambahkan barisnya di lembar yang memuatnya.",
    "Choose one of the list. If this id is new, add its row in the sheet that lists it.",
];

//! The words around the cells of a workbook.

/// The columns of the report's sheet: the field, its value, what belongs there, an example.
pub(crate) const REPORT_COLUMNS: &[[&str; 2]] =
    &[["Isian", "Field"], ["Nilai", "Value"], ["# Penjelasan", "# Explanation"], ["# Contoh", "# Example"]];

/// The name of the sheet that explains the workbook: as it begins with `#`, it is not read.
pub(crate) const GUIDE: [&str; 2] = ["# Petunjuk", "# Guide"];

/// What everybody should know who fills in a workbook.
pub(crate) const GUIDE_LINES: &[[&str; 2]] = &[
    [
        "Isi lembar yang Anda perlukan saja: laporan yang hanya berisi satu angka pun sudah lengkap.",
        "Fill in the sheets that you need only: a report with one figure is complete.",
    ],
    [
        "Arahkan penunjuk ke nama kolom: di sana ada penjelasan dan contohnya.",
        "Point at the name of a column: what belongs into it is said there, with an example.",
    ],
    [
        "Baris, kolom, dan lembar yang diawali # tidak dibaca; pakailah untuk catatan sendiri.",
        "Rows, columns and sheets that begin with # are not read; use them for remarks of your own.",
    ],
    [
        "Yang tidak disebutkan sumber dibiarkan kosong; jangan 0, jangan perkiraan.",
        "What the source does not state stays empty: never 0, never a guess.",
    ],
    [
        "Tulis angka seperti tercetak, dengan desimalnya: 31,30 lain dari 31,3.",
        "Write numbers as they are printed, with their decimals: 31.30 is not 31.3.",
    ],
    [
        "Id adalah nama pendek dari huruf kecil, angka, dan tanda hubung, misalnya musi-rawas. Lembar lain memakainya.",
        "An id is a short name in lower-case letters, digits and hyphens, such as musi-rawas. Other sheets use it.",
    ],
    [
        "Beberapa id dalam satu sel dipisahkan titik koma: jkk; jkm.",
        "Several ids in one cell have semicolons between them: jkk; jkm.",
    ],
    [
        "Kolom (Indonesia) dan (Inggris): isi keduanya dengan teks yang sama kalau itu nama diri.",
        "Columns (Indonesian) and (English): fill in both with the same text where it is a proper name.",
    ],
    [
        "Teks di belakang \\ dibaca persis seperti tertulis, termasuk spasinya.",
        "What stands behind \\ is read letter by letter, spaces too.",
    ],
];

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

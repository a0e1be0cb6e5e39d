//! Words for CSV files that cannot be read.
use dataset::Lang;

use super::{Pair, Words};
use crate::csv::CsvFault;

pub(super) fn words(lang: Lang, fault: &CsvFault) -> Words {
    match fault {
        CsvFault::Empty => Pair {
            id: ["Berkas ini kosong", "Simpan tabelnya sekali lagi sebagai CSV"],
            en: ["The file is empty", "Save the table as CSV once more"],
        }
        .fill(lang, &[]),
        CsvFault::TooLarge => Pair {
            id: ["Berkas ini terlalu besar", "Bagi menjadi beberapa berkas, atau hapus baris dan kolom kosong"],
            en: ["The file is too large", "Split it into several files, or delete empty rows and columns"],
        }
        .fill(lang, &[]),
        CsvFault::NotText => Pair {
            id: ["Berkas ini bukan tabel CSV", "Buka di program spreadsheet, lalu simpan sebagai CSV UTF-8"],
            en: ["The file is no CSV table", "Open it in a spreadsheet, then save it as CSV UTF-8"],
        }
        .fill(lang, &[]),
        CsvFault::MixedEncoding { line } => Pair {
            id: [
                "Mulai baris {0} huruf-hurufnya memakai pengodean lain daripada bagian sebelumnya",
                "Simpan tabelnya sebagai CSV UTF-8, lalu periksa huruf-huruf di baris itu",
            ],
            en: [
                "From line {0} on, letters are encoded otherwise than before",
                "Save the table as CSV UTF-8, then look at the letters of that line",
            ],
        }
        .fill(lang, &[&line.to_string()]),
        CsvFault::TwoDividers { first, second } => Pair {
            id: [
                "Tidak jelas apakah sel dipisahkan oleh {0} atau {1}",
                "Tambahkan baris pertama sep={2} atau sep={3}, atau simpan sebagai XLSX",
            ],
            en: [
                "It is not clear whether cells are divided by {0} or by {1}",
                "Add a first line sep={2} or sep={3}, or save it as XLSX",
            ],
        }
        .fill(lang, &[name(lang, *first), name(lang, *second), &first.to_string(), &second.to_string()]),
        CsvFault::NoDivider => Pair {
            id: [
                "Jumlah sel di setiap baris berbeda-beda, jadi tidak jelas apa pemisahnya",
                "Hapus baris judul di atas tabel, tambahkan baris pertama sep=; sesuai pemisahnya, atau simpan sebagai XLSX",
            ],
            en: [
                "The number of cells differs from row to row, so it is not clear what divides them",
                "Delete titles above the table, add a first line such as sep=; that names the divider, or save it as XLSX",
            ],
        }
        .fill(lang, &[]),
        CsvFault::OpenQuote { line } => Pair {
            id: [
                "Tanda kutip ganda yang dibuka di baris {0} tidak pernah ditutup",
                "Tutup tanda kutip itu; tanda kutip di dalam sel ditulis dua kali",
            ],
            en: [
                "The quotation mark that opens on line {0} is never closed",
                "Close it; a quotation mark inside a cell is written twice",
            ],
        }
        .fill(lang, &[&line.to_string()]),
    }
}

fn name(lang: Lang, divider: char) -> &'static str {
    match divider {
        '\t' => "tab",
        ';' => ::words::pick(lang, "titik koma", "semicolons"),
        _ => ::words::pick(lang, "koma", "commas"),
    }
}

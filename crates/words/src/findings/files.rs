//! Words for files that hold no dataset. Not part of the browser's bundle.
use super::{FindingText, Words};
use dataset::{FileFault, Lang};

/// What is wrong with a file, and what to do.
pub(super) fn file(lang: Lang, fault: &FileFault) -> FindingText {
    match fault {
        FileFault::Unreadable(reason) => opening(fault).fill(lang, &[reason]),
        _ => opening(fault).fill(lang, &[]),
    }
}

fn opening(fault: &FileFault) -> Words {
    match fault {
        FileFault::Missing => Words {
            id: ["Berkas ini tidak ada", "Periksa nama berkas dan foldernya"],
            en: ["There is no such file", "Check the name of the file and its folder"],
        },
        FileFault::Folder => Words {
            id: ["Ini folder, bukan berkas", "Sebutkan berkas di dalamnya, misalnya folder/*.json"],
            en: ["This is a folder, not a file", "Name the files in it, as in folder/*.json"],
        },
        FileFault::Unreadable(_) => Words {
            id: ["Berkas ini tidak dapat dibaca: {0}", "Periksa izin aksesnya, lalu coba lagi"],
            en: ["The file cannot be read: {0}", "See who may read it, then try again"],
        },
        _ => content(fault),
    }
}

fn content(fault: &FileFault) -> Words {
    match fault {
        FileFault::Utf16 => Words {
            id: [
                "Berkas ini memakai pengodean UTF-16",
                "Simpan sebagai UTF-8; di Notepad: Simpan Sebagai, Pengodean UTF-8",
            ],
            en: ["The file is encoded as UTF-16", "Save it as UTF-8; in Notepad: Save As, Encoding UTF-8"],
        },
        FileFault::NotUtf8 { .. } => Words {
            id: [
                "Berkas ini bukan teks UTF-8; mulai baris ini ada byte dari pengodean lain",
                "Simpan dengan pengodean UTF-8, lalu periksa huruf-huruf di baris ini",
            ],
            en: [
                "The file is no UTF-8 text; this line has the first byte of another encoding",
                "Save it with the encoding UTF-8, then look at the letters of this line",
            ],
        },
        FileFault::Spreadsheet => Words {
            id: [
                "Ini buku kerja atau berkas terkompresi (XLSX, XLS, ODS, atau ZIP), bukan JSON",
                "Beri berkas itu akhiran aslinya, misalnya .xlsx, lalu: cargo xtask import BERKAS.xlsx",
            ],
            en: [
                "This is a workbook or a packed file (XLSX, XLS, ODS or ZIP), not JSON",
                "Give the file its own ending, such as .xlsx, then: cargo xtask import FILE.xlsx",
            ],
        },
        FileFault::Html => Words {
            id: [
                "Ini halaman web, bukan JSON",
                "Unduh berkas datanya sendiri; peramban kerap menyimpan halaman yang menautkannya",
            ],
            en: [
                "This is a web page, not JSON",
                "Download the data file itself; browsers often save the page that links to it",
            ],
        },
        _ => Words {
            id: [
                "Ini tabel CSV, bukan JSON",
                "Beri berkas itu akhiran .csv, lalu: cargo xtask import; tabel klaim yang besar boleh tetap CSV, ditautkan dari \"claims.records\"",
            ],
            en: [
                "This is a CSV table, not JSON",
                "Give the file the ending .csv, then: cargo xtask import; a large table of claims may stay CSV, linked from \"claims.records\"",
            ],
        },
    }
}

//! What a file is, by its first bytes.
use std::io::Cursor;

use ::zip::ZipArchive;
use cells::csv::CsvFault;
use dataset::Lang;

/// A file that may hold a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A workbook of Office Open XML.
    Xlsx,
    /// A text, perhaps of separated values.
    Text,
}

/// Why a file holds no workbook that is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing is in it.
    Empty,
    /// Larger than is read, packed or unpacked, or with too many cells.
    TooLarge,
    /// Broken off, or changed on the way.
    Damaged,
    /// Locked with a password.
    Encrypted,
    /// A workbook of Excel 97 to 2003.
    Xls,
    /// A binary workbook.
    Xlsb,
    /// A workbook of LibreOffice.
    Ods,
    /// A workbook of Apple Numbers.
    Numbers,
    /// A text document or a presentation.
    Document,
    /// A packed folder without a workbook.
    Zip,
    /// A document of pages.
    Pdf,
    /// A picture.
    Picture,
    /// A web page.
    Html,
    /// A dataset already.
    Json,
    /// Anything else.
    Unknown,
    /// A text that is no table.
    Csv(CsvFault),
}

/// What the first bytes of pictures are, and of sound and video.
const PICTURES: [&[u8]; 8] =
    [b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM", b"II*\0", b"MM\0*", b"\0\0\x01\0"];

/// What a file is.
///
/// # Errors
/// Where it is no workbook and no text.
pub(super) fn kind(bytes: &[u8]) -> Result<Kind, Fault> {
    let starts = |mark: &[u8]| bytes.starts_with(mark);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Fault::Empty);
    }
    if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") {
        return packed(bytes);
    }
    if starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Err(compound(bytes));
    }
    // The records with which workbooks began before they were compound files.
    if [[9, 0], [9, 2], [9, 4], [9, 8]].iter().any(|mark| starts(mark)) && bytes.get(3) == Some(&0) {
        return Err(Fault::Xls);
    }
    if starts(b"%PDF") {
        return Err(Fault::Pdf);
    }
    if starts(b"{\\rtf") {
        return Err(Fault::Document);
    }
    if PICTURES.iter().any(|mark| starts(mark)) || bytes.get(4..8) == Some(b"ftyp") {
        return Err(Fault::Picture);
    }
    match bytes.iter().find(|byte| !byte.is_ascii_whitespace() && !matches!(byte, 0xef | 0xbb | 0xbf)) {
        Some(b'<') => Err(markup(bytes)),
        Some(b'{' | b'[') => Err(Fault::Json),
        _ if has_control_bytes(bytes) => Err(Fault::Unknown),
        _ => Ok(Kind::Text),
    }
}

/// What a text of markup is: a web page, or a workbook as one XML file.
fn markup(bytes: &[u8]) -> Fault {
    let beginning = bytes.get(..4096).unwrap_or(bytes);
    let has = |mark: &[u8]| beginning.windows(mark.len()).any(|window| window == mark);
    if has(b"urn:schemas-microsoft-com:office:spreadsheet") && has(b"<?xml") {
        Fault::Xls
    } else if has(b"urn:oasis:names:tc:opendocument:xmlns:office") {
        Fault::Ods
    } else {
        Fault::Html
    }
}

/// Whether bytes are those of no text, in UTF-8, UTF-16 or an older encoding.
fn has_control_bytes(bytes: &[u8]) -> bool {
    let is_wide = [b"\xff\xfe".as_slice(), b"\xfe\xff"].iter().any(|mark| bytes.starts_with(mark))
        || matches!(bytes, [0, letter, ..] | [letter, 0, ..] if letter.is_ascii_graphic());
    let beginning = bytes.iter().take(64 * 1024);
    !is_wide && beginning.into_iter().any(|byte| *byte < 9 || (14..32).contains(byte) && *byte != 0x1a)
}

/// What a packed folder holds.
fn packed(bytes: &[u8]) -> Result<Kind, Fault> {
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Fault::Damaged)?;
    let names: Vec<String> = archive.file_names().flatten().map(|name| name.to_lowercase()).collect();
    let has = |start: &str| names.iter().any(|name| name.trim_start_matches('/').starts_with(start));
    let ends = |end: &str| names.iter().any(|name| name.ends_with(end));
    if has("xl/") && ends(".bin") && has("xl/workbook.bin") {
        Err(Fault::Xlsb)
    } else if has("xl/") && has("[content_types].xml") {
        Ok(Kind::Xlsx)
    } else if ends(".iwa") {
        Err(Fault::Numbers)
    } else if has("content.xml") && has("meta-inf/manifest.xml") {
        Err(Fault::Ods)
    } else if has("word/") || has("ppt/") {
        Err(Fault::Document)
    } else {
        Err(Fault::Zip)
    }
}

/// What a compound file holds: its directory has entries of 128 bytes, which begin with names in UTF-16.
fn compound(bytes: &[u8]) -> Fault {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        bytes.chunks(128).any(|entry| entry.starts_with(&wide))
    };
    if has("EncryptedPackage") {
        Fault::Encrypted
    } else if has("Workbook") || has("WORKBOOK") || has("Book") {
        Fault::Xls
    } else {
        Fault::Document
    }
}

impl Fault {
    /// A stable name for programs and for searching.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty-file",
            Self::TooLarge => "too-large-file",
            Self::Damaged => "damaged-file",
            Self::Encrypted => "encrypted",
            Self::Xls => "xls",
            Self::Xlsb => "xlsb",
            Self::Ods => "ods",
            Self::Numbers => "numbers",
            Self::Document => "document",
            Self::Zip => "zip",
            Self::Pdf => "pdf",
            Self::Picture => "picture",
            Self::Html => "html",
            Self::Json => "json",
            Self::Unknown => "not-a-workbook",
            Self::Csv(fault) => fault.code(),
        }
    }

    /// What is wrong, and how to mend it.
    pub(super) fn words(&self, lang: Lang) -> [&'static str; 2] {
        let [what, mend] = self.of_workbooks().unwrap_or_else(|| self.of_others());
        let own = |[id, en]: [&'static str; 2]| match lang {
            Lang::Id => id,
            Lang::En => en,
        };
        [own(what), own(mend)]
    }

    fn of_workbooks(&self) -> Option<[[&'static str; 2]; 2]> {
        const SAVE_AS: [&str; 2] = [
            "Simpan sebagai “Buku Kerja Excel (.xlsx)”, lalu coba lagi",
            "Save it as “Excel Workbook (.xlsx)”, then try again",
        ];
        Some(match self {
            Self::TooLarge => [
                [
                    "Berkas ini terlalu besar: lebih dari 50 MB, lebih dari 80 MB setelah dibuka, lebih dari 200.000 sel terisi, atau lebih dari 20 MB teks",
                    "The file is too large: more than 50 MB, more than 80 MB unpacked, more than 200,000 filled cells, or more than 20 MB of text",
                ],
                [
                    "Hapus lembar dan baris yang tidak perlu; tabel klaim yang besar tetap di berkasnya sendiri",
                    "Delete sheets and rows that are not needed; a large table of claims stays in a file of its own",
                ],
            ],
            Self::Damaged => [
                ["Berkas ini rusak atau terpotong", "The file is damaged or broken off"],
                [
                    "Buka di Excel atau LibreOffice, simpan lagi sebagai .xlsx, atau unduh ulang",
                    "Open it in Excel or LibreOffice and save it again as .xlsx, or download it again",
                ],
            ],
            Self::Encrypted => [
                ["Buku kerja ini dikunci dengan kata sandi", "The workbook is locked with a password"],
                [
                    "Di Excel: Berkas, Info, Proteksi Buku Kerja, Enkripsi dengan Kata Sandi; kosongkan kata sandinya, lalu simpan",
                    "In Excel: File, Info, Protect Workbook, Encrypt with Password; empty the password, then save",
                ],
            ],
            Self::Xls => {
                [["Ini buku kerja Excel lama (.xls)", "This is a workbook of an older Excel (.xls)"], SAVE_AS]
            }
            Self::Xlsb => [["Ini buku kerja biner (.xlsb)", "This is a binary workbook (.xlsb)"], SAVE_AS],
            Self::Ods => {
                [["Ini buku kerja LibreOffice (.ods)", "This is a workbook of LibreOffice (.ods)"], SAVE_AS]
            }
            Self::Numbers => [
                ["Ini buku kerja Apple Numbers", "This is a workbook of Apple Numbers"],
                [
                    "Di Numbers: Berkas, Ekspor ke, Excel; lalu pakai berkas .xlsx itu",
                    "In Numbers: File, Export To, Excel; then use that .xlsx file",
                ],
            ],
            _ => return None,
        })
    }

    fn of_others(&self) -> [[&'static str; 2]; 2] {
        const TEMPLATE: [&str; 2] = [
            "Pakai buku kerja yang dibuat dari templat, disimpan sebagai .xlsx, atau folder berisi berkas CSV",
            "Use a workbook made from the template, saved as .xlsx, or a folder of CSV files",
        ];
        let what = match self {
            Self::Empty => ["Berkas ini kosong", "The file is empty"],
            Self::Document => [
                "Ini dokumen teks atau presentasi, bukan buku kerja",
                "This is a text document or a presentation, not a workbook",
            ],
            Self::Zip => {
                ["Ini berkas ZIP tanpa buku kerja di dalamnya", "This is a ZIP file without a workbook"]
            }
            Self::Pdf => ["Ini PDF, bukan buku kerja", "This is a PDF, not a workbook"],
            Self::Picture => [
                "Ini gambar atau rekaman, bukan buku kerja",
                "This is a picture or a recording, not a workbook",
            ],
            Self::Html => {
                return [
                    ["Ini halaman web, bukan buku kerja", "This is a web page, not a workbook"],
                    [
                        "Unduh buku kerjanya sendiri sebagai .xlsx; di Google Sheets: File, Bagikan, Publikasikan ke web, Microsoft Excel (.xlsx)",
                        "Download the workbook itself as .xlsx; in Google Sheets: File, Share, Publish to web, Microsoft Excel (.xlsx)",
                    ],
                ];
            }
            Self::Json => {
                return [
                    ["Ini JSON, bukan buku kerja", "This is JSON, not a workbook"],
                    [
                        "Dataset tidak perlu diimpor: periksa langsung dengan cargo xtask check",
                        "A dataset need not be imported: check it with cargo xtask check",
                    ],
                ];
            }
            _ => [
                "Isi berkas ini bukan buku kerja dan bukan tabel",
                "The file is neither a workbook nor a table",
            ],
        };
        [what, TEMPLATE]
    }
}

//! Files that are said to be workbooks or tables.
use std::io::{Cursor, Write};

use dataset::json::Document;
use dataset::{FORMAT, Lang};
use workbook::{File, Imported, import};
use zip::write::SimpleFileOptions;

/// The parts of a small workbook that are not given.
const PARTS: [(&str, &str); 4] = [
    (
        "[Content_Types].xml",
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#,
    ),
    (
        "_rels/.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#,
    ),
    (
        "xl/workbook.xml",
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="observations" sheetId="1" r:id="r1"/></sheets></workbook>"#,
    ),
];

/// The parts that an input gives, one behind the other with a zero byte between them.
const GIVEN: [&str; 3] = ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"];

/// The bytes of a workbook, or the parts of one: read into a dataset, or refused with words.
///
/// # Panics
/// Where a rule does not hold.
pub fn workbook(bytes: &[u8]) {
    let packed = if bytes.starts_with(b"PK") { Some(bytes.to_vec()) } else { packed(bytes) };
    if let Some(bytes) = packed {
        imported(&import(&[File { name: "fuzz.xlsx".to_owned(), bytes }]));
    }
}

/// The bytes of a table of separated values: read into a dataset, or refused with words.
///
/// # Panics
/// Where a rule does not hold.
pub fn table(bytes: &[u8]) {
    if let Ok(rows) = cells::csv::decode(bytes) {
        let filled = rows.iter().flatten().filter(|cell| !cell.is_empty()).count();
        assert!(filled <= bytes.len(), "{filled} cells in {} bytes", bytes.len());
    }
    for name in ["observations.csv", "Laporan.csv"] {
        imported(&import(&[File { name: name.to_owned(), bytes: bytes.to_vec() }]));
    }
}

fn packed(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let fixed = PARTS.iter().map(|(name, text)| (*name, text.as_bytes()));
    for (name, bytes) in fixed.chain(GIVEN.into_iter().zip(bytes.splitn(GIVEN.len(), |byte| *byte == 0))) {
        zip.start_file(name, options).ok()?;
        zip.write_all(bytes).ok()?;
    }
    zip.finish().ok().map(Cursor::into_inner)
}

fn imported(imported: &Imported) {
    for finding in imported.checked() {
        assert!(!finding.code().is_empty());
        for lang in Lang::ALL {
            let words = finding.words(lang);
            assert!(!words.what.is_empty() && !words.mend.is_empty(), "{finding:?}");
        }
    }
    if imported.json.is_empty() {
        assert!(!imported.findings.is_empty(), "nothing is read, and nobody is told why");
        return;
    }
    let document = Document::parse(&imported.json);
    let format = document.as_ref().ok().and_then(|document| document.root().get("format")?.as_str());
    assert_eq!(format, Some(FORMAT), "what is written is no dataset: {:.300}", imported.json);
}

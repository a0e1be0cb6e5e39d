//! What is no workbook, or pretends to be one, and what cells may hold.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::io::{Cursor, Write};
use std::time::{Duration, Instant};

use dataset::{Lang, Severity};
use workbook::{File, Imported, export, import};
use zip::write::SimpleFileOptions;

fn open(name: &str, bytes: Vec<u8>) -> Imported {
    let start = Instant::now();
    let imported = import(&[File { name: name.to_owned(), bytes }]);
    assert!(start.elapsed() < Duration::from_secs(20), "{name}: {:?}", start.elapsed());
    imported
}

/// The code of the one finding, which is an error.
fn refused(name: &str, bytes: Vec<u8>) -> String {
    let imported = open(name, bytes);
    assert_eq!(imported.findings.len(), 1, "{name}: {:?}", imported.findings);
    let finding = &imported.findings[0];
    assert_eq!((finding.severity, imported.json.as_str()), (Severity::Error, ""), "{name}");
    for lang in Lang::ALL {
        let words = finding.words(lang);
        assert!(!words.what.is_empty() && !words.mend.is_empty() && !words.what.ends_with('.'), "{words:?}");
    }
    finding.code().to_owned()
}

/// A packed folder of parts.
fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A compound file of older offices with a part of this name, as far as its first bytes go.
fn compound(part: &str) -> Vec<u8> {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.resize(1024, 0);
    bytes.extend(part.encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(4096, 0);
    bytes
}

#[test]
fn a_promise_of_more_texts_than_there_are_takes_no_room() {
    let sample = workbook::template(Lang::Id, None).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(sample)).unwrap();
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let name = part.name().unwrap().to_string();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut bytes).unwrap();
        if name.ends_with("sharedStrings.xml") {
            let text = String::from_utf8(bytes).unwrap();
            let (before, after) = text.split_once("uniqueCount=\"").unwrap();
            let (_, after) = after.split_once('"').unwrap();
            bytes = format!("{before}uniqueCount=\"8888888888\"{after}").into_bytes();
        }
        parts.push((name, bytes));
    }
    let parts: Vec<(&str, &[u8])> =
        parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    assert_eq!(refused("promise.xlsx", packed(&parts)), "damaged-file");
}

#[test]
fn each_kind_of_file_is_told_apart() {
    let types: (&str, &[u8]) = ("[Content_Types].xml", b"<Types/>");
    for (name, bytes, code) in [
        ("empty.xlsx", Vec::new(), "empty-file"),
        ("spaces.csv", b" \r\n\n".to_vec(), "empty-file"),
        ("nonsense.xlsx", vec![7; 1_000_000], "not-a-workbook"),
        ("photo.xlsx", b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec(), "picture"),
        ("photo.heic", b"\0\0\0\x18ftypheic".to_vec(), "picture"),
        ("page.xlsx", b"<!doctype html><title>Sign in</title>".to_vec(), "html"),
        ("old.xls", compound("Workbook"), "xls"),
        ("older.xls", vec![9, 8, 16, 0, 0, 6, 5, 0], "xls"),
        ("locked.xlsx", compound("EncryptedPackage"), "encrypted"),
        ("letter.doc", compound("WordDocument"), "document"),
        ("paper.pdf", b"%PDF-1.7".to_vec(), "pdf"),
        ("data.json", b"{\"format\": 1}".to_vec(), "json"),
        ("broken.xlsx", b"PK\x03\x04 broken".to_vec(), "damaged-file"),
        ("book.ods", packed(&[("content.xml", b"<x/>"), ("META-INF/manifest.xml", b"<x/>")]), "ods"),
        ("book.numbers", packed(&[("Index/Document.iwa", b"x")]), "numbers"),
        ("letter.docx", packed(&[types, ("word/document.xml", b"<x/>")]), "document"),
        ("book.xlsb", packed(&[types, ("xl/workbook.bin", b"x")]), "xlsb"),
        ("files.zip", packed(&[("a.txt", b"x")]), "zip"),
        ("hollow.xlsx", packed(&[types, ("xl/workbook.xml", b"<workbook/>")]), "damaged-file"),
    ] {
        assert_eq!(refused(name, bytes), code, "{name}");
    }
}

#[test]
fn what_is_too_large_is_refused_before_it_is_unpacked() {
    assert_eq!(refused("nonsense.xlsx", vec![b'x'; 51 * 1024 * 1024]), "too-large-file");
    let zeros = vec![0; 16 * 1024 * 1024];
    let names: Vec<String> = (0..8).map(|index| format!("xl/worksheets/sheet{index}.xml")).collect();
    let mut parts: Vec<(&str, &[u8])> = vec![("[Content_Types].xml", b"<Types/>")];
    parts.extend(names.iter().map(|name| (name.as_str(), zeros.as_slice())));
    let bomb = packed(&parts);
    assert!(bomb.len() < 1024 * 1024);
    assert_eq!(refused("bomb.xlsx", bomb.clone()), "too-large-file");
    // One that lies about its sizes: in the directory each part has ten bytes.
    let mut liar = bomb;
    let size = u32::try_from(zeros.len()).unwrap().to_le_bytes();
    let mut at = 0;
    while let Some(found) = liar[at..].windows(4).position(|window| window == size) {
        liar[at + found..at + found + 4].copy_from_slice(&10_u32.to_le_bytes());
        at += found + 4;
    }
    assert!(["too-large-file", "damaged-file"].contains(&refused("liar.xlsx", liar).as_str()));
}

#[test]
fn any_bytes_are_answered() {
    use proptest::prelude::*;

    let good = export(Lang::Id, include_str!("../../../tests/data/minimal.json")).unwrap().bytes;
    proptest!(ProptestConfig::with_cases(60), |(
        bytes in prop::collection::vec(any::<u8>(), 0..300),
        at in 0_usize..80_000, byte in any::<u8>(), cut in 0_usize..80_000,
    )| {
        let _ = import(&[File { name: "a.xlsx".to_owned(), bytes }]);
        let mut changed = good.clone();
        let at = at % changed.len();
        changed[at] = byte;
        let _ = import(&[File { name: "a.xlsx".to_owned(), bytes: changed.clone() }]);
        changed.truncate(cut % changed.len());
        let _ = import(&[File { name: "a.xlsx".to_owned(), bytes: changed }]);
    });
}

#[test]
fn texts_of_any_kind_come_through_and_nothing_is_run() {
    let odd = [
        "=cmd|' /C calc'!A0",
        "=HYPERLINK(\\\"https://example.org\\\")",
        "+1",
        "-1+2",
        "@SUM(1)",
        "<script>alert(1)</script>",
        "<b>&amp;</b>",
        "_x0041_",
        "a\\u0000b\\u0001\\u001f",
        "a\\r\\nb\\rc\\n\\td",
        " spaces  all  over ",
        "\\u200bhidden\\u202eturned\\u202c\\ufeff",
        "#REF!",
        "# remark",
        "\\\\back\\\\slash",
        "''",
        "\\\"\\\"",
        "{}",
        "[]",
        "",
        "-",
        "1e5",
        "2025-08-01",
        "007",
        "TRUE",
        "😀 \\uffff \\ufffe",
        "],]]>",
    ];
    let long = "x".repeat(10_000);
    let all: Vec<&str> = odd.into_iter().chain([long.as_str()]).collect();
    let terms: Vec<String> = all
        .iter()
        .map(|text| format!(r#"{{ "id": "{text}", "term": "{text}", "definition": {{ "en": "{text}" }} }}"#))
        .collect();
    let quoted: Vec<String> = all.iter().map(|text| format!("\"{text}\"")).collect();
    let text = format!(
        r#"{{ "format": "jamsostek-dashboard/1", "id": "a", "title": "A", "region": "r",
            "glossary": [{}], "notes": [{{ "id": "n", "severity": "info", "text": "n", "about": [{}] }}],
            "awards": [{{ "id": "w", "name": "W", "organisers": [{}] }}] }}"#,
        terms.join(","),
        quoted.join(","),
        quoted.join(",")
    );
    let before = dataset::read(&text);
    assert_eq!(before.findings, []);
    for lang in Lang::ALL {
        let exported = export(lang, &text).unwrap();
        assert_eq!(exported.left, [] as [&str; 0]);
        let imported = open("a.xlsx", exported.bytes);
        assert!(imported.findings.is_empty(), "{:?}", imported.findings);
        let after = dataset::read(&imported.json).dataset.unwrap();
        let before = before.dataset.as_ref().unwrap();
        for (after, before) in after.glossary.iter().zip(before.glossary.iter()) {
            assert_eq!(after, before);
        }
        assert_eq!(&after, before);
    }
}

/// A workbook of one sheet, from its XML: columns, and rows.
fn raw(name: &str, columns: &str, rows: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let types = "http://schemas.openxmlformats.org/package/2006/content-types";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let types =
        format!(r#"<Types xmlns="{types}"><Default Extension="xml" ContentType="application/xml"/></Types>"#);
    let to = |id: &str, kind: &str, target: &str| {
        format!(
            r#"<Relationships xmlns="{package}"><Relationship Id="{id}" Type="{office}/{kind}" Target="{target}"/></Relationships>"#
        )
    };
    let book = format!(
        r#"<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="{name}" sheetId="1" r:id="b"/></sheets></workbook>"#
    );
    let sheet = format!(r#"<worksheet xmlns="{main}">{columns}<sheetData>{rows}</sheetData></worksheet>"#);
    packed(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", to("a", "officeDocument", "xl/workbook.xml").as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", to("b", "worksheet", "worksheets/sheet1.xml").as_bytes()),
        ("xl/vbaProject.bin", b"Sub AutoOpen"),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

fn told(imported: &Imported) -> Vec<String> {
    let mut all: Vec<String> =
        imported.findings.iter().map(|finding| format!("{} {}", finding.place, finding.code())).collect();
    all.sort();
    all
}

#[test]
fn formulas_are_never_run_and_what_they_lack_is_told() {
    let text = |at: &str, text: &str| format!(r#"<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>"#);
    let rows = [
        format!(r#"<row r="1">{}{}{}</row>"#, text("A1", "Id"), text("B1", "Istilah"), text("C1", "Arti")),
        format!(
            r##"<row r="2" hidden="1">{}<c r="B2" t="str"><f>"x"&amp;"y"</f><v>xy</v></c><c r="C2" t="e"><f>'[other.xlsx]A'!A1</f><v>#REF!</v></c></row>"##,
            text("A2", "a")
        ),
        format!(r#"<row r="3">{}<c r="B3"><f>NOW()</f></c></row>"#, text("A3", "b")),
    ];
    let columns = r#"<cols><col min="3" max="3" width="9"/></cols>"#;
    let imported = open("a.xlsm", raw("Glosarium", columns, &rows.concat()));
    let expected =
        ["Glosarium hidden-cells", "Glosarium!B3 uncomputed-formula", "Glosarium!C2 formula-error"];
    assert_eq!(told(&imported), expected);
    assert!(imported.json.contains("\"term\": \"xy\""), "{}", imported.json);
}

#[test]
fn a_workbook_without_a_known_sheet_is_no_report_and_a_table_alone_is_known_by_its_columns() {
    let row = r#"<row><c t="inlineStr"><is><t>x</t></is></c></row>"#;
    for bytes in [raw("Sheet1", "", row), b"just a sentence".to_vec()] {
        let imported = open("Sheet1", bytes);
        assert_eq!(told(&imported), [" no-sheet", "Sheet1 unknown-sheet"]);
        assert!(imported.json.is_empty());
    }
    let imported = open("pub", b"Id,Indikator,Daerah,Per,Nilai\na,b,c,2025,45%\n".to_vec());
    assert_eq!(told(&imported), [] as [&str; 0]);
    assert!(imported.json.contains("\"observations\""), "{}", imported.json);
}

//! The reader answers within 300 MB of memory and five seconds, whatever the file is.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::path::Path;
use std::process::{Command, Output};
use std::{env, fs};

use workbook::{File, Finding, MAX_BYTES, MAX_TEXT, import};
use zip::write::SimpleFileOptions;

/// What the reader may take beyond what an idle start takes, in KiB.
const MOST: u64 = 300 * 1024;
/// The name of the variable by which the other process knows its file.
const FILE: &str = "WORKBOOK_TRAP";

/// The other process: reads one file, and prints what it found and the most address space that it had.
#[test]
fn in_another_process() {
    let Ok(path) = env::var(FILE) else { return };
    if !path.is_empty() {
        let imported = import(&[File { name: "trap.xlsx".to_owned(), bytes: fs::read(path).unwrap() }]);
        let found = imported.checked();
        let codes: std::collections::BTreeSet<&str> = found.iter().map(Finding::code).collect();
        println!("answer: {} {codes:?}", imported.json.len());
    }
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let peak = status.lines().find(|line| line.starts_with("VmPeak")).unwrap();
    println!("peak: {}", peak.split_whitespace().nth(1).unwrap());
    let times = fs::read_to_string("/proc/self/stat").unwrap();
    // Behind the name of the program, in hundredths of a second: in the program, and in the system for it.
    let times: Vec<i64> =
        times.rsplit_once(')').unwrap().1.split_whitespace().filter_map(|time| time.parse().ok()).collect();
    println!("hundredths: {}", times[10] + times[11]);
}

/// Starts the other process with a limit of its address space in KiB.
fn start(path: &str, most: &str) -> Output {
    let own = env::current_exe().unwrap();
    let limited = "ulimit -v \"$1\" && exec \"$2\" --exact in_another_process --nocapture --test-threads 1";
    let mut command = Command::new("sh");
    command.args(["-c", limited, "sh", most]).arg(own).env(FILE, path).env("MALLOC_ARENA_MAX", "1");
    command.output().unwrap()
}

/// A number that the other process printed.
fn number(output: &Output, name: &str) -> u64 {
    let text = String::from_utf8_lossy(&output.stdout);
    let line = text.lines().find_map(|line| line.rsplit_once(name)).unwrap();
    line.1.parse().unwrap()
}

/// A workbook of one sheet with terms, and its other parts.
fn packed(rows: &str, tail: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let mut links = String::new();
    for (id, kind, target) in [
        ("a", "worksheet", "worksheets/sheet1.xml"),
        ("b", "sharedStrings", "sharedStrings.xml"),
        ("c", "styles", "styles.xml"),
    ] {
        write!(links, r#"<Relationship Id="{id}" Type="{office}/{kind}" Target="{target}"/>"#).unwrap();
    }
    let text = |text: &str| format!(r#"<c t="inlineStr"><is><t>{text}</t></is></c>"#);
    let names: String = ["Id", "Istilah", "Arti"].map(text).concat();
    let sheet = format!(
        r#"<worksheet xmlns="{main}"><sheetData><row>{names}</row>{rows}</sheetData>{tail}</worksheet>"#
    );
    let book = format!(
        r#"<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Glosarium" sheetId="1" r:id="a"/></sheets></workbook>"#
    );
    let links = format!(r#"<Relationships xmlns="{package}">{links}</Relationships>"#);
    let root = format!(
        r#"<Relationships xmlns="{package}"><Relationship Id="a" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    );
    let parts = [
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", &root),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", &links),
        ("xl/worksheets/sheet1.xml", &sheet),
    ];
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts.iter().chain(more) {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// As many of a piece as the size of what is unpacked allows, and no more than so many.
fn many(piece: &str, most: usize) -> String {
    piece.repeat(most.min(79 * 1024 * 1024 / piece.len()))
}

fn shared(items: &str) -> String {
    format!(r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{items}</sst>"#)
}

fn styles(formats: &str) -> String {
    format!(
        r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs>{formats}</cellXfs></styleSheet>"#
    )
}

/// A report of many figures of the same thing.
fn report(figure: impl Fn(usize) -> String) -> Vec<u8> {
    let one = |at: usize| {
        let figure = figure(at);
        format!(
            r#"{{ "id": "f{}", "indicator": "tingkat", "region": "x", "time": {{ "as_of": "2025" }}, {figure} }}"#,
            at % 15_000
        )
    };
    let figures: Vec<String> = (0..20_000).map(one).collect();
    let text = format!(
        r#"{{ "format": "jamsostek-dashboard/1", "id": "a", "title": "A", "region": "x",
            "sources": [], "regions": {{ "x": {{ "name": "X", "level": "province" }} }},
            "indicators": {{ "tingkat": {{ "label": "Tingkat", "unit": "percent" }} }},
            "observations": [{}] }}"#,
        figures.join(",")
    );
    workbook::export(dataset::Lang::Id, &text).unwrap().bytes
}

/// Files that are large in one way each.
fn traps() -> Vec<(&'static str, Vec<u8>)> {
    let nonsense = |bytes: &[u8], size: usize| bytes.iter().copied().cycle().take(size).collect::<Vec<u8>>();
    let csv = |text: &str| nonsense(text.as_bytes(), MAX_TEXT);
    let figures = |row: &str| format!("Id,Indikator,Daerah,Per,Nilai\n{}", row.repeat(39_000)).into_bytes();
    let columns: String = (0..16_000).map(|at| format!("kolom {at},")).collect();
    let sheet = |rows: String| packed(&rows, "", &[]);
    let texts = |items: String, rows: &str| packed(rows, "", &[("xl/sharedStrings.xml", &shared(&items))]);
    let formats = |items: String| packed("", "", &[("xl/styles.xml", &styles(&items))]);
    let merged = |cells: &str, most: usize| {
        format!("<mergeCells>{}</mergeCells>", many(&format!(r#"<mergeCell ref="{cells}"/>"#), most))
    };
    let long = "x".repeat(30_000);
    let cell = |index: usize| {
        format!(
            r#"<row><c t="inlineStr"><is><t>t{index}</t></is></c><c t="inlineStr"><is><t>{index} Istilah dan artinya</t></is></c></row>"#
        )
    };
    let all: String = (0..99_000).map(cell).collect();
    vec![
        ("nonsense", nonsense(b"nonsense\x80\x01", MAX_BYTES)),
        ("text", nonsense(b"nonsense,", MAX_BYTES)),
        ("letters", csv("x")),
        ("euros", nonsense(b"\x80\r", MAX_TEXT)),
        ("cells", csv("1,2;3\t4\n")),
        ("quoted", csv("\"a\",\"b\"\n")),
        ("rows", csv("a\n")),
        ("columns", csv("a,")),
        ("wide", csv("a\0,\0b\0\n\0")),
        ("names", format!("{columns}\n").repeat(12).into_bytes()),
        ("figures", figures("a,tingkat,r,2025,1\n")),
        ("unclear-figures", figures(",Tingkat,x,01/02/2025,\"1,234\"\n")),
        ("same-figures", report(|at| format!(r#""value": {at}"#))),
        ("same-ids", report(|_| r#""value": 1, "step": 7, "status": "L""#.to_owned())),
        ("strings", texts(many("<si><t/></si>", usize::MAX), "")),
        ("fewer-strings", texts(many("<si><t>abcdefgh</t></si>", 490_000), "")),
        ("one-string", texts(format!("<si><t>{}</t></si>", many("x", usize::MAX)), "")),
        (
            "one-string-often",
            texts(format!("<si><t>{long}</t></si>"), &many(r#"<row><c t="s"><v>0</v></c></row>"#, 199_000)),
        ),
        ("empty-cells", sheet(many("<row><c/></row>", usize::MAX))),
        ("fewer-empty-cells", sheet(many("<row><c/></row>", 650_000))),
        ("numbers", sheet(many("<row><c><v>1</v></c></row>", 199_000))),
        ("terms", sheet(all)),
        ("formulas", sheet(many("<row><c><f>1</f></c></row>", usize::MAX))),
        ("fewer-formulas", sheet(many("<row><c><f>1</f></c></row>", 190_000))),
        ("errors", sheet(many(r#"<row><c t="e"><v>#REF!</v></c></row>"#, 199_000))),
        (
            "one-cell",
            sheet(format!(r#"<row><c t="inlineStr"><is><t>{}</t></is></c></row>"#, many("x", usize::MAX))),
        ),
        ("one-row", sheet(format!("<row>{}</row>", many("<c><v>1</v></c>", 190_000)))),
        ("merged", packed("", &merged("A1:A9", 1_900_000), &[])),
        ("fewer-merged", packed(&many("<row><c><v>1</v></c></row>", 9), &merged("A2:A9", 199_000), &[])),
        ("formats", formats(many("<xf/>", usize::MAX))),
        ("fewer-formats", formats(many("<xf/>", 490_000))),
    ]
}

#[test]
fn whatever_the_file_is_300_megabytes_and_five_seconds_are_enough() {
    if env::var(FILE).is_ok() {
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("memory");
    fs::create_dir_all(&folder).unwrap();
    let idle = number(&start("", "unlimited"), "peak: ");
    let most = (idle + MOST).to_string();
    let mut failed = Vec::new();
    for (name, bytes) in traps() {
        let path = folder.join(name);
        fs::write(&path, bytes).unwrap();
        let output = start(&path.to_string_lossy(), &most);
        fs::remove_file(&path).unwrap();
        let text = String::from_utf8_lossy(&output.stdout);
        let Some(answer) = text.lines().find(|line| line.contains("answer: ")) else {
            failed.push(format!("{name}: {}", String::from_utf8_lossy(&output.stderr)));
            continue;
        };
        let (megabytes, hundredths) =
            ((number(&output, "peak: ") - idle) / 1024, number(&output, "hundredths: "));
        println!("{name}: {megabytes} MB, {hundredths} hundredths of a second, {answer}");
        if hundredths > 500 {
            failed.push(format!("{name}: {hundredths} hundredths of a second"));
        }
    }
    assert!(failed.is_empty(), "{failed:#?}");
}

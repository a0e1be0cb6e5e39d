//! The trap workbooks in `fixtures`: each is read right, or refused with cell and remedy.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

#[path = "fixtures/expected/mod.rs"]
mod expected;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use dataset::json::{Document, Kind};
use dataset::{Lang, Severity};
use expected::Trap;
use workbook::{File, Finding, Imported, import};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

fn file(path: &Path) -> File {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    File { name, bytes: fs::read(path).unwrap() }
}

fn entries(path: &Path) -> Vec<PathBuf> {
    let mut all: Vec<PathBuf> = fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect();
    all.sort();
    all
}

/// Reads a trap, a file or a folder of tables, within five seconds.
fn open(name: &str) -> Imported {
    let path = folder().join(name);
    let files: Vec<File> = if path.is_dir() {
        entries(&path).iter().map(|path| file(path)).collect()
    } else {
        vec![file(&path)]
    };
    within_seconds(name, || import(&files))
}

fn within_seconds<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = work();
    assert!(start.elapsed() < Duration::from_secs(5), "{name}: {:?}", start.elapsed());
    done
}

fn line(finding: &Finding) -> String {
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    format!("{} {} {severity}", finding.place, finding.code()).trim_start().to_owned()
}

/// The value that a JSON pointer leads to, as the dataset prints it.
fn value(json: &str, pointer: &str) -> String {
    let document = Document::parse(json).unwrap();
    match document.at_pointer(pointer).map(|node| &node.kind) {
        None => "nothing".to_owned(),
        Some(Kind::Null) => "null".to_owned(),
        Some(Kind::Bool(value)) => value.to_string(),
        Some(Kind::Number(token)) => token.to_string(),
        Some(Kind::String(text)) => text.to_string(),
        Some(Kind::Array(items)) => format!("{} elements", items.len()),
        Some(Kind::Object(members)) => format!("{} members", members.len()),
    }
}

/// Words for the person who has the workbook: in both languages, with a remedy, of sheets and columns.
fn check_words(name: &str, finding: &Finding) {
    const FIELDS: [&str; 20] = [
        "group",
        "name",
        "low",
        "high",
        "numerator",
        "of",
        "value",
        "step",
        "missing",
        "evidence",
        "figure",
        "unit",
        "role",
        "status",
        "time",
        "region",
        "rank",
        "preferred",
        "updated",
        "headline",
    ];
    for lang in Lang::ALL {
        let words = finding.words(lang);
        let all = format!("{} — {}", words.what, words.mend);
        assert!(!words.what.is_empty() && !words.mend.is_empty(), "{name}: {all}");
        assert!(all.chars().count() < 700 && !all.contains(['{', '}']), "{name}: {all}");
        for field in FIELDS {
            assert!(!all.contains(&format!("\"{field}\"")), "{name}: {all}");
        }
        for word in ["null", "JSON", "true", "/observations", "/sources", "\"en\":"] {
            assert!(!all.contains(word), "{name}: {all}");
        }
    }
}

fn check(trap: &Trap) {
    let imported = open(trap.file);
    let findings = within_seconds(trap.file, || imported.checked());
    let found: Vec<String> = findings.iter().map(line).collect();
    assert_eq!(found, trap.findings, "{}", trap.file);
    for (pointer, wanted) in trap.values {
        assert_eq!(value(&imported.json, pointer), *wanted, "{}: {pointer}\n{}", trap.file, imported.json);
    }
    for finding in &findings {
        check_words(trap.file, finding);
    }
    for (place, id, en) in trap.remedies {
        let at = findings.iter().find(|finding| finding.place.to_string() == *place);
        let at = at.unwrap_or_else(|| panic!("{}: {place}", trap.file));
        for (lang, wanted) in [(Lang::Id, id), (Lang::En, en)] {
            let words = at.words(lang);
            let mend = words.mend.replace('\u{a0}', " ");
            assert!(mend.contains(wanted), "{} {place}: {} — {}", trap.file, words.what, words.mend);
        }
    }
    if findings.iter().all(|finding| finding.severity == Severity::Note) && trap.findings.is_empty() {
        assert_eq!(dataset::read(&imported.json).findings, [], "{}", trap.file);
    }
}

#[test]
fn each_trap_is_read_right_or_refused_with_cell_and_remedy() {
    expected::all().iter().for_each(check);
}

#[test]
fn no_trap_is_without_an_expectation() {
    let is_recipe = |path: &&PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy();
        ["__pycache__", "expected", ".gitattributes"].contains(&&*name)
            || [".py", ".md", ".rs"].iter().any(|ending| name.ends_with(ending))
    };
    let name = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    let there: BTreeSet<String> =
        entries(&folder()).iter().filter(|path| !is_recipe(path)).map(name).collect();
    let all = expected::all();
    let expected: BTreeSet<String> = all.iter().map(|trap| trap.file.to_owned()).collect();
    assert_eq!(there, expected);
    assert_eq!(all.len(), expected.len(), "one stands twice");
    let readme = fs::read_to_string(folder().join("README.md")).unwrap();
    for name in &there {
        let path = folder().join(name);
        let size = if path.is_dir() { 0 } else { fs::metadata(&path).unwrap().len() };
        let most = if name.contains("bomb") { 120 } else { 30 };
        assert!(size <= most * 1024, "{name} has {size} bytes");
        assert!(readme.contains(&format!("`{name}`")), "README.md says nothing of {name}");
    }
}

#[test]
fn fifty_megabytes_of_nonsense_are_answered_in_five_seconds() {
    let most = workbook::MAX_BYTES;
    let random: Vec<u8> = (0..most)
        .scan(7_u32, |state, _| {
            *state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            Some(state.to_be_bytes()[0])
        })
        .collect();
    let repeated = |text: &str| text.bytes().cycle().take(most).collect::<Vec<u8>>();
    for (name, bytes, code) in [
        ("random.xlsx", random.clone(), "not-a-workbook"),
        ("packed.xlsx", [b"PK\x03\x04".as_slice(), &random[4..]].concat(), "damaged-file"),
        ("compound.xls", [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &random[8..]].concat(), "document"),
        ("letters.csv", repeated("x"), "too-large-file"),
        ("cells.csv", repeated("1,2;3\t4\n"), "too-large-file"),
        ("rows.csv", repeated("a\n"), "too-large-file"),
        ("quotes.csv", repeated("\"a\",\"b\"\n"), "too-large-file"),
        ("page.xlsx", repeated("<html> "), "html"),
    ] {
        let files = [File { name: name.to_owned(), bytes }];
        let imported = within_seconds(name, || import(&files));
        let codes: Vec<&str> = imported.findings.iter().map(Finding::code).collect();
        assert!(codes.contains(&code), "{name}: {codes:?}");
        assert!(imported.json.is_empty(), "{name}");
    }
}

//! One concept, one word: what the page says uses no word that `docs/glossary.md` rules out.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::fs;
use std::path::Path;

use serde_json::Value;

const GLOSSARY: &str = include_str!("../docs/glossary.md");
const DATASET: &str = include_str!("../public/data/sumsel-2025-08.json");

/// Where visible words stand: files, and folders with all that is in them.
const SOURCES: [&str; 6] = [
    "crates/words/src",
    "crates/cells/src/words",
    "crates/cells/src/words.rs",
    "crates/workbook/src/words",
    "crates/workbook/src/finding",
    "crates/site/src/publish/tables",
];

/// The sources below a path, but for those of tests.
fn sources(path: &Path, found: &mut Vec<(String, String)>) {
    if path.is_dir() {
        fs::read_dir(path).unwrap().for_each(|entry| sources(&entry.unwrap().path(), found));
    } else if !path.ends_with("tests.rs") && path.parent().is_none_or(|folder| !folder.ends_with("tests")) {
        found.push((path.display().to_string(), fs::read_to_string(path).unwrap()));
    }
}

/// What is read, and never shown: a word of the format, and another name of a sheet.
const NOT_SHOWN: [&str; 2] = ["uncovered", "pemenang"];

/// Members of the dataset that are no words of ours.
const NOT_OURS: [&str; 5] = ["evidence", "url", "publisher", "$schema", "codes"];

/// The words of the glossary.
struct Words {
    /// Those that are not used.
    unwanted: Vec<String>,
    /// Those that are used and contain one that is not.
    masking: Vec<String>,
}

fn words() -> Words {
    let terms = |cell: &str| -> Vec<String> {
        cell.split(", ").map(|term| term.trim().to_lowercase()).filter(|term| !term.is_empty()).collect()
    };
    let (mut wanted, mut unwanted) = (Vec::new(), Vec::new());
    for row in GLOSSARY.lines().filter(|line| line.starts_with("| ")).skip(1) {
        let row = row.replace("\\|", "");
        let cells: Vec<&str> = row.trim_matches('|').split('|').collect();
        assert_eq!(cells.len(), 5, "{row}");
        wanted.extend([terms(cells[1]), terms(cells[2])].concat());
        unwanted.extend(terms(cells[3]));
    }
    assert!(wanted.len() > 40 && unwanted.len() > 40);
    for term in &unwanted {
        assert!(!wanted.contains(term), "“{term}” is wanted and unwanted");
    }
    let masks = |word: &String| unwanted.iter().any(|term| stands(word, term));
    Words { masking: wanted.into_iter().filter(masks).collect(), unwanted }
}

/// Where `term` stands in `text` between other letters' gaps.
fn stands(text: &str, term: &str) -> bool {
    text.match_indices(term).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + term.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// The unwanted words of a text.
fn unwanted(words: &Words, text: &str) -> Vec<String> {
    let mut left = text.to_lowercase();
    // What the source says, between its quotation marks, is the source's.
    while let Some((before, rest)) = left.split_once('“') {
        let after = rest.split_once('”').map_or("", |(_, after)| after);
        left = format!("{before} {after}");
    }
    for wanted in &words.masking {
        left = left.replace(wanted.as_str(), " ");
    }
    words.unwanted.iter().filter(|term| stands(&left, term)).cloned().collect()
}

/// The string literals of a source file, without those of its tests.
fn literals(source: &str) -> Vec<String> {
    let code: String = source
        .split("#[cfg(test)]")
        .next()
        .unwrap()
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| [line, "\n"])
        .collect();
    let mut found = Vec::new();
    let mut chars = code.chars();
    while let Some(char) = chars.next() {
        if char != '"' {
            continue;
        }
        let mut literal = String::new();
        while let Some(char) = chars.next() {
            match char {
                '"' => break,
                '\\' => literal.extend(chars.next()),
                other => literal.push(other),
            }
        }
        found.push(literal);
    }
    found
}

fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(members) => {
            members
                .iter()
                .filter(|(name, _)| !NOT_OURS.contains(&name.as_str()))
                .for_each(|(_, v)| texts(v, found));
        }
        _ => {}
    }
}

#[test]
fn no_text_uses_a_word_that_is_ruled_out() {
    let words = words();
    let mut all = Vec::new();
    let mut files = Vec::new();
    SOURCES.iter().for_each(|path| sources(Path::new(path), &mut files));
    assert!(files.len() > 30, "{}", files.len());
    for (file, source) in files {
        all.extend(literals(&source).into_iter().map(|text| (file.clone(), text)));
    }
    let mut found = Vec::new();
    texts(&serde_json::from_str(DATASET).unwrap(), &mut found);
    assert!(found.len() > 200);
    all.extend(found.into_iter().map(|text| ("sumsel-2025-08.json".to_owned(), text)));
    let wrong: Vec<String> = all
        .iter()
        .filter(|(_, text)| !NOT_SHOWN.contains(&text.as_str()))
        .flat_map(|(file, text)| {
            unwanted(&words, text).into_iter().map(move |term| format!("{file}: “{term}” in {text}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn words_that_are_ruled_out_are_found() {
    let words = words();
    let found = |text: &str| unwanted(&words, text);
    assert_eq!(found("Pemenang terbanyak"), ["pemenang"]);
    assert_eq!(found("Tujuan pada 2045, hingga Juli"), ["tujuan", "hingga"]);
    assert_eq!(found("Kata “juara” tidak dipakai; para juaranya disebut penerima"), [""; 0]);
    assert_eq!(found("the heir of {0}"), ["heir"]);
    assert_eq!(literals("/// \"no\"\nlet a = \"one \\\"two\\\"\"; b(\"three\")"), ["one \"two\"", "three"]);
}

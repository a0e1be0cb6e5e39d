//! Datasets, and what is none.
use dataset::json::{Document, Position, Reason, SyntaxError, position};
use dataset::{Finding, Lang, Reader, Reading, Rule, check, check_file, read};

use crate::layout::{Layout, write};

/// A file is checked and read, whatever is in it; what was read is read again from another layout.
///
/// # Panics
/// Where a rule does not hold.
pub fn dataset(bytes: &[u8]) {
    let of_file = check_file("sample", bytes);
    spoken(&of_file);
    let Ok(text) = std::str::from_utf8(bytes) else {
        assert!(!of_file.is_empty(), "bytes that are no text are a finding");
        return;
    };
    let found = check(text);
    in_place(text, &found);
    reading(text, &found);
    match Document::parse(text) {
        Ok(document) => {
            json(text, None);
            laid_out(text, &document, &found);
        }
        Err(error) => {
            assert!(text.is_char_boundary(error.at as usize), "{error:?} inside a letter");
            assert!(found.iter().any(|finding| matches!(finding.rule, Rule::Syntax(_))), "{found:?}");
            json(text, Some(error));
        }
    }
}

/// Every finding can be said.
fn spoken(found: &[Finding]) {
    for finding in found {
        for lang in Lang::ALL {
            let text = words::finding(lang, finding);
            assert!(!text.what.trim().is_empty(), "no words for {finding:?}");
        }
    }
}

/// Findings are in the order of the text, inside of it, and where their pointers lead.
fn in_place(text: &str, found: &[Finding]) {
    let place = |finding: &Finding| Position { line: finding.line, column: finding.column };
    let end = position(text, u32::MAX);
    let listed = || found.iter().filter(|finding| !matches!(finding.rule, Rule::More { .. }));
    assert!(listed().is_sorted_by_key(|finding| (finding.line, finding.column)), "{found:?}");
    for finding in found {
        assert!(finding.line >= 1 && finding.column >= 1 && finding.line <= end.line, "{finding:?}");
    }
    let Ok(document) = Document::parse(text) else { return };
    // To follow a pointer takes a look at all members on its way.
    for finding in listed().filter(|finding| matches!(finding.rule, Rule::Breach(_))).take(50) {
        let led_to = document.position(document.offset(&finding.pointer));
        assert_eq!(place(finding), led_to, "{finding:?}");
    }
}

/// Nothing is lost silently, steps read what is read at once, and the check tells all that the reader tells.
fn reading(text: &str, found: &[Finding]) {
    let reading = read(text);
    assert!(reading.dataset.is_some() || !reading.findings.is_empty(), "nothing read and nothing said");
    let mut reader = Reader::of(text);
    // Not too many, because there are many texts and little time.
    let in_steps = std::iter::repeat_with(|| reader.step(text.len() / 50)).flatten().next();
    let is_same = |other: &Reading| other.dataset == reading.dataset && other.findings == reading.findings;
    assert!(in_steps.is_some_and(|in_steps| is_same(&in_steps)), "steps read something else");
    if found.iter().any(|finding| matches!(finding.rule, Rule::More { .. } | Rule::Syntax(_))) {
        return;
    }
    // Both are in the order of the text.
    let mut left = found.iter().filter(|finding| !matches!(finding.rule, Rule::Breach(_)));
    assert!(reading.findings.iter().eq(left.by_ref()), "{:?} but {found:?}", reading.findings);
}

/// What is JSON to us is JSON to others.
fn json(text: &str, error: Option<SyntaxError>) {
    if error.is_some_and(|error| matches!(error.reason, Reason::TooDeep | Reason::LongNames)) {
        return;
    }
    let others = serde_json::from_str::<serde_json::Value>(text.strip_prefix('\u{feff}').unwrap_or(text));
    match others {
        Ok(_) => assert!(error.is_none(), "refused alone: {error:?}"),
        // We keep numbers as they are printed, however large.
        Err(other) if other.to_string().contains("number out of range") => {}
        Err(other) => assert!(error.is_some(), "accepted alone: {other}"),
    }
}

/// The layout of a text means nothing, and neither does the order of members.
fn laid_out(text: &str, document: &Document<'_>, found: &[Finding]) {
    let reading = read(text);
    let told = |found: &[Finding]| -> Vec<(&'static str, String)> {
        found.iter().map(|finding| (finding.rule.code(), finding.pointer.clone())).collect()
    };
    // One of the two, because there are many texts and little time.
    let layout = if text.len().is_multiple_of(2) { Layout::Compact } else { Layout::Escaped };
    let again = write(document.root(), layout);
    assert!(read(&again).dataset == reading.dataset, "{layout:?} is read differently");
    assert_eq!(told(&check(&again)), told(found), "{layout:?}");
    if reading.findings.is_empty() {
        let again = read(&write(document.root(), Layout::Reversed));
        assert_eq!(again.findings, []);
        assert!(again.dataset == reading.dataset, "the order of members is not read alike");
    }
}

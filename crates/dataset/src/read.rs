//! From text to a dataset.
#[cfg(feature = "publish")]
use super::Rule;
#[cfg(feature = "publish")]
use super::decoding::Decoding;
#[cfg(feature = "publish")]
use super::json::{self, Decoded, Document, Issue};
use super::reader::Reader;
#[cfg(feature = "publish")]
use super::reader::{other_format, placed};
use super::{Dataset, Finding};

/// What could be read of a text, and what could not.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The dataset; `None` where the text is not JSON, of an unknown format, or lacks what every
    /// dataset has.
    pub dataset: Option<Dataset>,
    /// What could not be read, in the order of the text.
    pub findings: Vec<Finding>,
}

/// Reads a dataset and keeps all of it that can be read.
#[must_use]
pub fn read(text: &str) -> Reading {
    let mut reader = Reader::of(text);
    loop {
        if let Some(reading) = reader.step(usize::MAX) {
            return reading;
        }
    }
}

/// Reads a dataset and applies every rule. The findings are in the order of the text.
#[cfg(feature = "publish")]
#[must_use]
pub fn check(text: &str) -> Vec<Finding> {
    check_named(text, None)
}

/// As [`check`], for a text from a file that is called `name`, without its ending.
#[cfg(feature = "publish")]
pub(super) fn check_named(text: &str, name: Option<&str>) -> Vec<Finding> {
    let document = match parse(text) {
        Ok(document) => document,
        Err(mut finding) => {
            if let Err(error) = Document::parse(text) {
                finding.rule = Rule::Syntax(json::closer(text, error));
            }
            return vec![*finding];
        }
    };
    let (value, Decoded { issues, mut dropped }) = decode(&document);
    dropped.sort_unstable();
    let mut all = findings(&document, issues);
    if let Some(dataset) = value {
        all.extend(super::validate::validate(&document, &dataset, &dropped, name));
    }
    all.sort_by_key(|finding| (finding.line, finding.column));
    bounded(all)
}

/// What the text of one source does not bear out of a dataset: tokens that do not stand at their lines, lines that are
/// not there, and whether it is the text that the dataset was made of. `id` is the source's, `source` its text, of which
/// a line is a paragraph or a list item. Nothing where `text` is no dataset, of which [`check`] tells.
#[cfg(feature = "publish")]
#[must_use]
pub fn check_source(text: &str, id: &str, source: &str) -> Vec<Finding> {
    let Ok(document) = parse(text) else { return Vec::new() };
    let (Some(dataset), Decoded { mut dropped, .. }) = decode(&document) else { return Vec::new() };
    dropped.sort_unstable();
    super::validate::sources::check(&document, &dataset, &dropped, id, source)
}

/// So many findings of a kind are listed; nobody reads more, and a slip that stands everywhere
/// would make millions.
#[cfg(feature = "publish")]
const MOST_OF_A_KIND: usize = 1000;

/// The first findings of each kind, and behind them how many more there are.
#[cfg(feature = "publish")]
fn bounded(all: Vec<Finding>) -> Vec<Finding> {
    let mut listed = Vec::with_capacity(all.len());
    // How many there are of each kind, and the first that is not listed.
    let mut kinds: std::collections::BTreeMap<&str, (usize, Option<Finding>)> = Default::default();
    for finding in all {
        let (count, more) = kinds.entry(finding.rule.code()).or_default();
        *count += 1;
        match more {
            _ if *count <= MOST_OF_A_KIND => listed.push(finding),
            Some(first) => first.severity = first.severity.max(finding.severity),
            None => *more = Some(finding),
        }
    }
    for (count, first) in kinds.into_values() {
        let Some(first) = first else { continue };
        let (code, worst) = (first.rule.code(), first.severity);
        let rule = Rule::More { code, count: count - MOST_OF_A_KIND, worst };
        listed.push(Finding { rule, severity: worst, ..first });
    }
    listed
}

/// Reads the dataset of a document at once.
#[cfg(feature = "publish")]
fn decode(document: &Document<'_>) -> (Option<Dataset>, Decoded) {
    let mut decoding = Decoding::of(document.root());
    while !decoding.step(document.root(), usize::MAX) {}
    decoding.end()
}

/// The text as JSON of the format that this program reads.
#[cfg(feature = "publish")]
fn parse(text: &str) -> Result<Document<'_>, Box<Finding>> {
    let document = Document::parse(text).map_err(|error| {
        let position = json::position(text, error.at);
        Box::new(Finding::new(Rule::Syntax(error.reason), String::new(), position))
    })?;
    match other_format(document.root()) {
        Some((at, rule)) => Err(Box::new(placed(&document, at, rule))),
        None => Ok(document),
    }
}

#[cfg(feature = "publish")]
fn findings(document: &Document<'_>, issues: Vec<Issue>) -> Vec<Finding> {
    issues.into_iter().map(|issue| placed(document, issue.at, Rule::Value(issue.problem))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = r#"{"format": "jamsostek-dashboard/1", "id": "x", "title": "X", "region": "r""#;

    #[test]
    fn one_bad_record_is_reported_and_the_good_ones_stay() {
        let text = format!(
            "{HEAD},\n\"glossary\": [{{\"id\": \"a\", \"term\": \"A\", \"definition\": \"x\"}},\n  \
             {{\"id\": 7}},\n {{\"id\": \"c\", \"term\": \"C\", \"definition\": \"z\", \"extra\": 1}}]}}"
        );
        let reading = read(&text);
        let ids: Vec<_> =
            reading.dataset.iter().flat_map(|d| d.glossary.iter().map(|t| t.id.as_str())).collect();
        assert_eq!(ids, ["a", "c"]);
        let found: Vec<_> =
            reading.findings.iter().map(|f| (f.rule.code(), f.pointer.as_str(), f.line, f.column)).collect();
        assert_eq!(
            found,
            [("wrong-type", "/glossary/1/id", 3, 10), ("unknown-field", "/glossary/2/extra", 4, 46)]
        );
    }

    #[test]
    fn a_section_that_cannot_be_read_counts_as_absent() {
        let reading = read(&format!("{HEAD}, \"claims\": 5, \"observations\": {{}}}}"));
        let dataset = reading.dataset.unwrap();
        assert!(dataset.claims.is_none() && dataset.observations.is_empty());
        let found: Vec<_> = reading.findings.iter().map(|f| f.pointer.as_str()).collect();
        assert_eq!(found, ["/claims", "/observations"]);
    }

    #[test]
    fn a_field_of_the_whole_that_cannot_be_read_counts_as_absent() {
        let reading = read(&format!(
            "{HEAD}, \"summary\": {{\"id\": 5}}, \"languages\": [\"fr\"], \"updated\": \"2025-02-30\",\n\
             \"currency\": \"rupiah\", \"privacy\": {{\"mask_private_persons\": \"yes\"}}, \"edition\": \"1\"}}"
        ));
        let dataset = reading.dataset.unwrap();
        assert!(dataset.summary.is_none() && dataset.updated.is_none() && dataset.currency.is_none());
        assert_eq!((dataset.languages.len(), dataset.edition.as_deref()), (1, Some("1")));
        assert!(dataset.privacy.mask_private_persons, "masked, as nobody knows");
        let found: Vec<_> = reading.findings.iter().map(|f| (f.rule.code(), f.pointer.as_str())).collect();
        let expected = [
            ("wrong-type", "/summary/id"),
            ("unknown-word", "/languages/0"),
            ("not-a-date", "/updated"),
            ("invalid", "/currency"),
            ("wrong-type", "/privacy/mask_private_persons"),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn of_a_field_that_stands_twice_the_first_counts_whether_it_can_be_read_or_not() {
        let term = |id: &str| format!("[{{\"id\": \"{id}\", \"term\": \"T\", \"definition\": \"D\"}}]");
        let (first, second) = (term("a"), term("b"));
        let text = format!(
            "{HEAD}, \"glossary\": {first}, \"updated\": 5, \"headline\": \"h\", \"glossary\": {second}, \
             \"updated\": \"2025\", \"headline\": 7, \"glossary\": 1}}"
        );
        let reading = read(&text);
        let dataset = reading.dataset.unwrap();
        let ids: Vec<&str> = dataset.glossary.iter().map(|term| term.id.as_str()).collect();
        assert_eq!((ids, dataset.headline.as_deref()), (vec!["a"], Some("h")));
        assert!(dataset.updated.is_none(), "{:?}", dataset.updated);
        let found: Vec<_> = reading.findings.iter().map(|f| (f.rule.code(), f.pointer.as_str())).collect();
        let twice = |pointer| ("duplicate-field", pointer);
        let expected = [
            ("wrong-type", "/updated"),
            twice("/glossary"),
            twice("/updated"),
            twice("/headline"),
            twice("/glossary"),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn without_its_required_fields_there_is_no_dataset() {
        for (text, pointer) in [
            (HEAD.replace("\"region\": \"r\"", "\"region\": 7"), "/region"),
            (HEAD.replace("\"id\": \"x\", ", ""), ""),
        ] {
            let reading = read(&format!("{text}, \"updated\": 5}}"));
            assert!(reading.dataset.is_none());
            assert!(reading.findings.iter().any(|f| f.pointer == pointer), "{:?}", reading.findings);
        }
    }
}

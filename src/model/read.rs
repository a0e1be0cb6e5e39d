//! From text to a dataset.
use super::json::{self, Decoded, Document, Issue};
use super::{Dataset, FORMAT, Finding, Rule};

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
    match parse(text) {
        Ok(document) => {
            let Decoded { value, issues, .. } = document.decode::<Dataset>();
            Reading { dataset: value, findings: findings(&document, issues) }
        }
        Err(finding) => Reading { dataset: None, findings: vec![finding] },
    }
}

/// Reads a dataset and applies every rule. The findings are in the order of the text.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn check(text: &str) -> Vec<Finding> {
    let document = match parse(text) {
        Ok(document) => document,
        Err(finding) => return vec![finding],
    };
    let Decoded { value, issues, mut dropped } = document.decode::<Dataset>();
    dropped.sort_unstable();
    let mut all = findings(&document, issues);
    if let Some(dataset) = value {
        all.extend(super::validate::validate(&document, &dataset, &dropped));
    }
    all.sort_by_key(|finding| (finding.line, finding.column));
    all
}

/// The text as JSON of the format that this program reads.
fn parse(text: &str) -> Result<Document<'_>, Finding> {
    let document = Document::parse(text).map_err(|error| {
        let position = json::position(text, error.at);
        Finding::new(Rule::Syntax(error.reason), String::new(), position)
    })?;
    let format = document.root().get("format");
    let name = format.and_then(json::Node::as_str);
    if name == Some(FORMAT) {
        return Ok(document);
    }
    let at = format.map_or(document.root().at, |node| node.at);
    let rule = Rule::UnknownFormat { found: name.map(str::to_owned) };
    let pointer = if format.is_some() { "/format" } else { "" };
    Err(Finding::new(rule, pointer.to_owned(), document.position(at)))
}

fn findings(document: &Document<'_>, issues: Vec<Issue>) -> Vec<Finding> {
    let place = |at| (document.pointer(at), document.position(at));
    let finding = |issue: Issue| {
        let (pointer, position) = place(issue.at);
        Finding::new(Rule::Value(issue.problem), pointer, position)
    };
    issues.into_iter().map(finding).collect()
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
}

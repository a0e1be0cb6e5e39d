//! From text to a dataset.
use super::json::{self, Document};
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
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(error) => {
            let position = json::position(text, error.at);
            let finding = Finding::new(Rule::Syntax(error.reason), String::new(), position);
            return Reading { dataset: None, findings: vec![finding] };
        }
    };
    read_document(&document)
}

fn read_document(document: &Document<'_>) -> Reading {
    let format = document.root().get("format");
    let name = format.and_then(json::Node::as_str);
    if name != Some(FORMAT) {
        let at = format.map_or(document.root().at, |node| node.at);
        let rule = Rule::UnknownFormat { found: name.map(str::to_owned) };
        let pointer = if format.is_some() { "/format" } else { "" };
        let finding = Finding::new(rule, pointer.to_owned(), document.position(at));
        return Reading { dataset: None, findings: vec![finding] };
    }
    let (dataset, issues) = document.decode::<Dataset>();
    let findings = issues
        .into_iter()
        .map(|issue| {
            let place = (document.pointer(issue.at), document.position(issue.at));
            Finding::new(Rule::Value(issue.problem), place.0, place.1)
        })
        .collect();
    Reading { dataset, findings }
}

/// Parses and checks a dataset by every rule.
#[must_use]
pub fn check(text: &str) -> Vec<Finding> {
    read(text).findings
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

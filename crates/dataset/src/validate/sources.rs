//! Whether the tokens of a dataset stand in the text of a source, at the lines that they name.
use sha2::{Digest, Sha256};

use super::walk::{self, Leaf, Lists, Pointer};
use super::{Breach, Kind, Places, Report};
use crate::json::Document;
use crate::{Dataset, Finding};

/// What the text of a source does not bear out. `text` is that of the source with the id `id`: a line of it is a
/// paragraph or a list item. Spaces of all kinds are alike; all else counts, letter by letter.
pub(in super::super) fn check(
    document: &Document<'_>,
    dataset: &Dataset,
    dropped: &[u32],
    id: &str,
    text: &str,
) -> Vec<Finding> {
    let lists = Lists::new(document, dropped);
    let mut report = Report { places: Places::new(document), document, findings: Vec::new() };
    let at = Pointer::default().to("sources");
    let sources = lists.of(&at, &dataset.sources);
    let Some((at, source)) = sources.into_iter().find(|(_, source)| source.id == id) else {
        let breach = Breach::UnknownReference { kind: Kind::Source, id: id.to_owned(), similar: None };
        report.add(&at, breach);
        return report.findings;
    };
    let found = sha256(text);
    if let Some(archived) = source.archived.as_ref().filter(|archived| archived.sha256 != found) {
        let stated = archived.sha256.clone();
        report.add(&at.to("archived").to("sha256"), Breach::OtherText { stated, found });
    }
    let lines: Vec<String> = text.lines().map(plain).collect();
    for (at, leaf) in walk::leaves(dataset, &lists) {
        if let Leaf::Evidence(evidence) = leaf
            && evidence.source == id
            && let Some((field, breach)) = missing(&lines, evidence.line, evidence.figure.as_deref())
        {
            report.add(&at.to(field), breach);
        }
    }
    report.findings
}

/// The field of an evidence that the lines of its source do not bear out, and how.
fn missing(lines: &[String], line: Option<u32>, token: Option<&str>) -> Option<(&'static str, Breach)> {
    let named = line.map(|line| usize::try_from(line).ok().and_then(|line| lines.get(line.checked_sub(1)?)));
    if let (Some(line), Some(None)) = (line, named) {
        return Some(("line", Breach::NoSuchLine { line, lines: lines.len() }));
    }
    let token = token?;
    let wanted = plain(token);
    let holds = |line: &String| line.contains(&wanted);
    let stands = match named.flatten() {
        Some(line) => holds(line),
        None => lines.iter().any(holds),
    };
    if stands {
        return None;
    }
    let elsewhere = lines.iter().position(holds).and_then(|index| u32::try_from(index + 1).ok());
    Some(("figure", Breach::TokenNotThere { token: token.to_owned(), line, elsewhere }))
}

/// A text with one plain space for each run of spaces.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The SHA-256 of a text in UTF-8, as 64 hexadecimal digits.
fn sha256(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use crate::check_source;

    const TEXT: &str = "Satu: 31,33%\nDua:\u{a0}1,2  juta dan 45.000\n\n- Empat";

    /// The findings on evidence that is written like this, and on the hash.
    fn found(evidence: &str, hash: Option<&str>) -> Vec<(String, &'static str)> {
        let archived =
            hash.map(|hash| format!(", \"archived\": {{\"sha256\": \"{hash}\"}}")).unwrap_or_default();
        let json = format!(
            "{{\"format\": \"jamsostek-dashboard/1\", \"id\": \"a\", \"title\": \"A\", \"region\": \"r\",
             \"sources\": [{{\"id\": \"s\", \"publisher\": \"S\", \"title\": \"T\"{archived}}},
               {{\"id\": \"o\", \"publisher\": \"O\", \"title\": \"T\"}}],
             \"notes\": [{{\"id\": \"n\", \"severity\": \"info\", \"text\": \"N\", \"evidence\": {evidence}}}]}}"
        );
        let found = check_source(&json, "s", TEXT).into_iter();
        found.map(|finding| (finding.pointer, finding.rule.code())).collect()
    }

    #[test]
    fn tokens_stand_in_the_line_that_is_named() {
        for right in [
            r#"{"source": "s", "line": 1, "figure": "31,33%"}"#,
            r#"{"source": "s", "line": 2, "figure": "1,2 juta"}"#,
            r#"{"source": "s", "line": 4, "figure": "Empat"}"#,
            r#"{"source": "s", "figure": "45.000"}"#,
            r#"{"source": "s", "line": 3}"#,
            r#"{"source": "s"}"#,
            r#"{"source": "o", "line": 99, "figure": "elsewhere"}"#,
        ] {
            assert_eq!(found(right, None), [], "{right}");
        }
        let figure = ("/notes/0/evidence/figure".to_owned(), "token-not-there");
        for wrong in [
            r#"{"source": "s", "line": 2, "figure": "31,33%"}"#,
            r#"{"source": "s", "line": 1, "figure": "31.33%"}"#,
            r#"{"source": "s", "figure": "46.000"}"#,
        ] {
            assert_eq!(found(wrong, None), std::slice::from_ref(&figure), "{wrong}");
        }
        let line = ("/notes/0/evidence/line".to_owned(), "no-such-line");
        for wrong in [0, 5, 4_294_967_295_u32] {
            let evidence = format!(r#"{{"source": "s", "line": {wrong}, "figure": "Empat"}}"#);
            assert_eq!(found(&evidence, None), std::slice::from_ref(&line));
        }
    }

    #[test]
    fn the_text_is_the_one_that_the_dataset_was_made_of() {
        let evidence = r#"{"source": "s"}"#;
        assert_eq!(found(evidence, Some(&super::sha256(TEXT))), []);
        let other = ("/sources/0/archived/sha256".to_owned(), "other-text");
        assert_eq!(found(evidence, Some(&"0".repeat(64))), [other]);
        // The test vector of FIPS 180-2.
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(super::sha256("abc"), abc);
    }

    #[test]
    fn a_source_that_the_dataset_does_not_have_is_said() {
        let json = r#"{"format": "jamsostek-dashboard/1", "id": "a", "title": "A", "region": "r"}"#;
        let found = check_source(json, "s", TEXT);
        assert_eq!(
            found.iter().map(|finding| finding.rule.code()).collect::<Vec<_>>(),
            ["unknown-reference"]
        );
        assert!(check_source("[]", "s", TEXT).is_empty());
    }
}

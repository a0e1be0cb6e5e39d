//! From text to a dataset, in steps.
use std::{mem, vec};

use super::decoding::Decoding;
use super::json::{self, Document, Kind, Node, Parser};
use super::{Dataset, FORMAT, Finding, Reading, Rule};

/// As much work as so many bytes of text is what is done with one value once the text is parsed.
const BYTES_A_VALUE: usize = 16;

/// Reads a dataset as [`super::read`] does, in steps: a long text takes its time, and who has a reader waiting gives
/// him his turn in between.
///
/// ```
/// let text = r#"{ "format": "jamsostek-dashboard/1", "id": "a", "title": "A", "region": "x" }"#;
/// let mut reader = dataset::Reader::of(text);
/// let reading = std::iter::repeat_with(|| reader.step(16)).flatten().next();
/// assert!(reading.is_some_and(|reading| reading.dataset.is_some()));
/// ```
pub struct Reader<'a>(Phase<'a>);

/// What is done next.
enum Phase<'a> {
    /// The text becomes a tree of values.
    Parsing(Parser<'a>),
    /// The tree becomes a dataset.
    Decoding(Document<'a>, Box<Decoding>),
    /// What could not be read is found in the text.
    Placing(Box<Placing<'a>>),
    /// The values are freed, of which there are many.
    Freeing(Vec<Node>, Option<Box<Reading>>),
}

impl<'a> Reader<'a> {
    /// Begins a text.
    #[must_use]
    pub fn of(text: &'a str) -> Self {
        Self(Phase::Parsing(Parser::of(text)))
    }

    /// Does the next step: as much as about so many bytes of text are work, and always something. Tells what was read
    /// with the last step.
    ///
    /// One string, or one record without lists, is never parted.
    pub fn step(&mut self, bytes: usize) -> Option<Reading> {
        let values = bytes / BYTES_A_VALUE;
        self.0 = match mem::replace(&mut self.0, Phase::Freeing(Vec::new(), None)) {
            Phase::Parsing(mut parser) => match parser.step(bytes) {
                Ok(None) => Phase::Parsing(parser),
                Ok(Some(root)) => parsed(Document::of(parser.text(), root)),
                Err(error) => {
                    // There is no tree, so that the pointer leads to the whole.
                    let document = Document::of(parser.text(), Node { at: 0, kind: Kind::Null });
                    let unplaced = vec![(error.at, Rule::Syntax(error.reason))];
                    Placing::phase(document, None, unplaced, parser.unfinished())
                }
            },
            Phase::Decoding(document, mut decoding) => {
                if decoding.step(document.root(), values) {
                    let (dataset, decoded) = decoding.end();
                    let unplaced = decoded.issues.into_iter().map(|i| (i.at, Rule::Value(i.problem)));
                    Placing::phase(document, dataset, unplaced.collect(), Vec::new())
                } else {
                    Phase::Decoding(document, decoding)
                }
            }
            Phase::Placing(mut placing) => {
                if placing.step(bytes) {
                    placing.end()
                } else {
                    Phase::Placing(placing)
                }
            }
            Phase::Freeing(mut nodes, reading) => {
                if json::take_apart(&mut nodes, values) {
                    return reading.map(|reading| *reading);
                }
                Phase::Freeing(nodes, reading)
            }
        };
        None
    }
}

/// What follows once a text is parsed.
fn parsed(document: Document<'_>) -> Phase<'_> {
    match other_format(document.root()) {
        Some(rule) => Placing::phase(document, None, vec![rule], Vec::new()),
        None => {
            let decoding = Box::new(Decoding::of(document.root()));
            Phase::Decoding(document, decoding)
        }
    }
}

/// What could not be read, while its places are looked up.
struct Placing<'a> {
    document: Document<'a>,
    dataset: Option<Dataset>,
    unplaced: vec::IntoIter<(u32, Rule)>,
    findings: Vec<Finding>,
    /// Further values, to be freed.
    unfinished: Vec<Node>,
}

impl<'a> Placing<'a> {
    fn phase(
        document: Document<'a>,
        dataset: Option<Dataset>,
        unplaced: Vec<(u32, Rule)>,
        unfinished: Vec<Node>,
    ) -> Phase<'a> {
        let (unplaced, findings) = (unplaced.into_iter(), Vec::new());
        Phase::Placing(Box::new(Self { document, dataset, unplaced, findings, unfinished }))
    }

    /// Looks up the next places; whether they were the last.
    fn step(&mut self, bytes: usize) -> bool {
        if self.unplaced.len() == 0 {
            return true;
        }
        if self.document.count(bytes) {
            // Each is counted from a place that is so many bytes away at most.
            let next = self.unplaced.by_ref().take((bytes / json::STRIDE).max(1));
            self.findings.extend(next.map(|(at, rule)| placed(&self.document, at, rule)));
        }
        false
    }

    fn end(self) -> Phase<'a> {
        let mut nodes = self.unfinished;
        nodes.push(self.document.into_root());
        let reading = Reading { dataset: self.dataset, findings: self.findings };
        Phase::Freeing(nodes, Some(Box::new(reading)))
    }
}

/// What is wrong with a text of another format than this program reads, and where.
pub(super) fn other_format(root: &Node) -> Option<(u32, Rule)> {
    let format = root.get("format");
    let name = format.and_then(Node::as_str);
    if name == Some(FORMAT) {
        return None;
    }
    let at = format.map_or(root.at, |node| node.at);
    Some((at, Rule::UnknownFormat { found: name.map(str::to_owned) }))
}

/// A finding with the place of a byte offset.
pub(super) fn placed(document: &Document<'_>, at: u32, rule: Rule) -> Finding {
    Finding::new(rule, document.pointer(at), document.position(at))
}

#[cfg(test)]
mod tests;

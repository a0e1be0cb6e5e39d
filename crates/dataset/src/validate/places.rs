//! Where in the text a pointer leads to.
use std::collections::HashMap;

use crate::json::{Document, Kind, Node};

/// An object with more members gets an index of its names when one is looked for.
const FEW: usize = 16;

/// Looks up pointers in a document: a map of thousands of records is searched through once, not for
/// each finding.
pub(super) struct Places<'t> {
    document: &'t Document<'t>,
    /// The members of large objects by name, by where the object begins.
    indexes: HashMap<u32, HashMap<&'t str, &'t Node>>,
}

impl<'t> Places<'t> {
    pub(super) fn new(document: &'t Document<'t>) -> Self {
        Self { document, indexes: HashMap::new() }
    }

    /// The byte offset of a pointer's value, or of its nearest ancestor that exists.
    pub(super) fn offset(&mut self, pointer: &str) -> u32 {
        let mut node = self.document.root();
        for token in pointer.split('/').skip(1) {
            match self.child(node, token) {
                Some(child) => node = child,
                None => break,
            }
        }
        node.at
    }

    /// The value that a pointer leads to.
    pub(super) fn node(&mut self, pointer: &str) -> Option<&'t Node> {
        pointer.split('/').skip(1).try_fold(self.document.root(), |node, token| self.child(node, token))
    }

    fn child(&mut self, node: &'t Node, token: &str) -> Option<&'t Node> {
        let members = match &node.kind {
            Kind::Array(items) => return items.get(token.parse::<usize>().ok()?),
            Kind::Object(members) => members,
            _ => return None,
        };
        let name = token.replace("~1", "/").replace("~0", "~");
        if members.len() <= FEW {
            return node.get(&name);
        }
        let index = self.indexes.entry(node.at).or_insert_with(|| {
            // Of those of one name the first counts.
            members.iter().rev().map(|member| (&*member.name, &member.value)).collect()
        });
        index.get(name.as_str()).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_are_those_of_the_document_whatever_the_size() {
        let few = r#"{"a": {"b/c": [1, 2]}, "a": 3}"#.to_owned();
        let many: String = (0..50).map(|n| format!("\"m{n}\": [{n}], ")).collect();
        let many = format!("{{{many}\"m7\": 0, \"~x\": 1}}");
        for (text, pointers) in [
            (few, ["/a", "/a/b~1c/1", "/a/x/y", "/none", ""].as_slice()),
            (many, ["/m0", "/m7", "/m49/0", "/~0x", "/none/a", ""].as_slice()),
        ] {
            let document = Document::parse(&text).unwrap();
            let mut places = Places::new(&document);
            for pointer in pointers {
                assert_eq!(places.offset(pointer), document.offset(pointer), "{pointer}");
                assert_eq!(places.node(pointer), document.at_pointer(pointer), "{pointer}");
            }
        }
    }
}

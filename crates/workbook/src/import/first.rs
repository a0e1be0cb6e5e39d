//! Which record has an id first: the dataset's check names its line, and a workbook has none.
use std::collections::BTreeMap;

use dataset::json::{Document, Kind, Node};

use crate::json;

/// The ids of a dataset's records by their lines: JSON pointers.
pub(super) fn ids(text: &str) -> BTreeMap<(u32, String), String> {
    let mut found = BTreeMap::new();
    if let Ok(document) = Document::parse(text) {
        walk(&document, document.root(), &mut String::new(), &mut found);
    }
    found
}

fn walk(
    document: &Document<'_>,
    node: &Node,
    pointer: &mut String,
    found: &mut BTreeMap<(u32, String), String>,
) {
    let length = pointer.len();
    match &node.kind {
        Kind::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                pointer.push_str(&format!("/{index}"));
                walk(document, item, pointer, found);
                pointer.truncate(length);
            }
        }
        Kind::Object(members) => {
            for member in members {
                pointer.push('/');
                pointer.push_str(&json::token(&member.name));
                match &member.value.kind {
                    Kind::String(id) if &*member.name == "id" => {
                        let line = document.position(member.value.at).line;
                        found.entry((line, id.to_string())).or_insert_with(|| pointer.clone());
                    }
                    _ => walk(document, &member.value, pointer, found),
                }
                pointer.truncate(length);
            }
        }
        _ => {}
    }
}

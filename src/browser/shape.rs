//! The shape of a part of the page: which nodes it has, in which order.
//!
//! Hydration walks along the nodes that the build wrote and ends in a fault where one is missing. Page
//! translation wraps texts in elements of its own, extensions take comments away: where the shape is another
//! one, the part is mounted afresh. `crates/site` writes the hashes that are compared.
use crate::shape::ShapeHash;
use web_sys::{Element, Node};

/// The hash over the nodes inside of an element, in their order: 1 and the name where an element begins, 2 where
/// it ends, 3 for a text that is not empty, 4 for a comment. What is inside of drawings does not count.
#[must_use]
pub fn shape(element: &Element) -> u32 {
    let mut hash = ShapeHash::default();
    children(element, &mut hash);
    hash.value()
}

fn children(parent: &Node, hash: &mut ShapeHash) {
    let mut next = parent.first_child();
    let mut after_text = false;
    while let Some(node) = next {
        let is_text = node.node_type() == Node::TEXT_NODE;
        match node.node_type() {
            Node::ELEMENT_NODE => {
                let name = node.node_name().to_ascii_lowercase();
                hash.add(&[1]);
                hash.add(name.as_bytes());
                let class = wasm_bindgen::JsCast::dyn_ref::<Element>(&node).map(Element::class_name);
                if name != "svg" && class.as_deref() != Some("canvas") {
                    children(&node, hash);
                }
                hash.add(&[2]);
            }
            Node::TEXT_NODE if !after_text && node.node_value().is_some_and(|text| !text.is_empty()) => {
                hash.add(&[3]);
            }
            Node::COMMENT_NODE => hash.add(&[4]),
            _ => {}
        }
        after_text = is_text;
        next = node.next_sibling();
    }
}

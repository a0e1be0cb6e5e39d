//! JSON written again, in another layout.
use std::fmt::Write;

use dataset::json::{Kind, Member, Node};

/// How a tree is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// No space, letters as they are.
    Compact,
    /// A line for each value, every letter escaped.
    Escaped,
    /// As [`Layout::Escaped`], the members of objects in the opposite order.
    Reversed,
}

/// A tree as text.
#[must_use]
pub fn write(node: &Node, layout: Layout) -> String {
    let mut out = String::new();
    push(&mut out, node, layout);
    out
}

fn push(out: &mut String, node: &Node, layout: Layout) {
    match &node.kind {
        Kind::Null => out.push_str("null"),
        Kind::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Kind::Number(text) => out.push_str(text),
        Kind::String(text) => push_string(out, text, layout),
        Kind::Array(items) => {
            push_list(out, ['[', ']'], items.iter(), layout, |out, item| push(out, item, layout))
        }
        Kind::Object(members) => {
            let member = |out: &mut String, member: &Member| {
                push_string(out, &member.name, layout);
                out.push(':');
                push(out, &member.value, layout);
            };
            if layout == Layout::Reversed {
                push_list(out, ['{', '}'], members.iter().rev(), layout, member);
            } else {
                push_list(out, ['{', '}'], members.iter(), layout, member);
            }
        }
    }
}

fn push_list<'n, T: 'n>(
    out: &mut String,
    [open, close]: [char; 2],
    items: impl Iterator<Item = &'n T>,
    layout: Layout,
    each: impl Fn(&mut String, &'n T),
) {
    out.push(open);
    for (index, item) in items.enumerate() {
        if index > 0 {
            out.push(',');
        }
        if layout != Layout::Compact {
            out.push_str("\r\n\t ");
        }
        each(out, item);
    }
    out.push(close);
}

fn push_string(out: &mut String, text: &str, layout: Layout) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' if layout == Layout::Compact => out.extend(['\\', letter]),
            ' '.. if layout == Layout::Compact => out.push(letter),
            _ => {
                for unit in letter.encode_utf16(&mut [0; 2]) {
                    // Writing to a string cannot fail.
                    let _ = write!(out, "\\u{unit:04x}");
                }
            }
        }
    }
    out.push('"');
}

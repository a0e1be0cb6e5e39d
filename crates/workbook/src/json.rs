//! A dataset as text, formatted as those of the repository are.
use std::borrow::Cow;
use std::fmt::Write as _;

/// The widest line.
const WIDTH: usize = 110;

/// A value on its way to text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// Nothing.
    Null,
    /// True or false.
    Bool(bool),
    /// A number, as it is printed.
    Number(String),
    /// A string.
    String(String),
    /// A list.
    List(Vec<Item>),
    /// Members in order.
    Object(Vec<Member>),
}

/// A member of an object. The names of fields are those of the types.
pub(crate) type Member = (Cow<'static, str>, Item);

/// A value, and of a record, its sheet in the layout and its row among the sheet's records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    pub(crate) value: Value,
    pub(crate) row: Option<(usize, usize)>,
}

impl From<Value> for Item {
    fn from(value: Value) -> Self {
        Self { value, row: None }
    }
}

/// A dataset as text: sections apart, records that fit on a line on one.
pub(crate) fn text(root: &Value) -> String {
    let mut out = String::new();
    if let Value::Object(members) = root {
        out.push('{');
        let is_section = |value: &Value| matches!(value, Value::List(items) if items.iter().any(|item| matches!(item.value, Value::Object(_))));
        let mut after_section = false;
        for (index, (name, item)) in members.iter().enumerate() {
            let section = is_section(&item.value)
                || matches!(&item.value, Value::Object(all) if all.iter().any(|(_, item)| matches!(item.value, Value::Object(_) | Value::List(_))));
            out.push_str(if index == 0 { "" } else { "," });
            out.push_str(if index > 0 && (section || after_section) { "\n\n  " } else { "\n  " });
            member(&mut out, name, &item.value, 2, section);
            after_section = section;
        }
        out.push_str("\n}\n");
    }
    out
}

fn member(out: &mut String, name: &str, value: &Value, indent: usize, open: bool) {
    string(out, name);
    out.push_str(": ");
    let used = indent + name.len() + 4;
    put(out, value, indent, used, open);
}

/// A value at an indent; `used` is how much of the line is taken already.
fn put(out: &mut String, value: &Value, indent: usize, used: usize, open: bool) {
    let mut short = String::new();
    let left = WIDTH.saturating_sub(used + 1);
    let fits = !open && compact(&mut short, value, left);
    let inner = " ".repeat(indent + 2);
    match value {
        Value::List(items) if !items.is_empty() && !fits => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                let _ = write!(out, "{}\n{inner}", if index == 0 { "" } else { "," });
                put(out, &item.value, indent + 2, indent + 2, false);
            }
            let _ = write!(out, "\n{}]", " ".repeat(indent));
        }
        Value::Object(members) if !members.is_empty() && !fits => {
            out.push('{');
            for (index, (name, item)) in members.iter().enumerate() {
                let _ = write!(out, "{}\n{inner}", if index == 0 { "" } else { "," });
                member(out, name, &item.value, indent + 2, false);
            }
            let _ = write!(out, "\n{}}}", " ".repeat(indent));
        }
        _ if fits => out.push_str(&short),
        _ => scalar(out, value),
    }
}

/// A value on one line, as long as there is room for it; false where there is not.
fn compact(out: &mut String, value: &Value, left: usize) -> bool {
    let before = out.len();
    match value {
        Value::List(items) if !items.is_empty() => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index == 0 { "" } else { ", " });
                if !compact(out, &item.value, left.saturating_sub(out.len() - before)) {
                    return false;
                }
            }
            out.push(']');
        }
        Value::Object(members) if !members.is_empty() => {
            out.push_str("{ ");
            for (index, (name, item)) in members.iter().enumerate() {
                out.push_str(if index == 0 { "" } else { ", " });
                string(out, name);
                out.push_str(": ");
                if !compact(out, &item.value, left.saturating_sub(out.len() - before)) {
                    return false;
                }
            }
            out.push_str(" }");
        }
        _ => scalar(out, value),
    }
    out.get(before..).unwrap_or_default().chars().count() <= left
}

/// A value without others in it.
fn scalar(out: &mut String, value: &Value) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Value::Number(token) => out.push_str(token),
        Value::String(text) => string(out, text),
        Value::List(_) => out.push_str("[]"),
        Value::Object(_) => out.push_str("{}"),
    }
}

/// A string in quotes. What nobody sees is escaped, so that it is seen in the file.
fn string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '\u{ad}' | '\u{2028}' | '\u{2029}' => unicode(out, c),
            _ if c.is_control() || crate::escape::is_hidden(c) => unicode(out, c),
            _ => out.push(c),
        }
    }
    out.push('"');
}

/// A letter by its number; all that come here have four digits.
fn unicode(out: &mut String, c: char) {
    let _ = write!(out, "\\u{:04x}", u32::from(c));
}

/// A pointer's token (RFC 6901).
pub(crate) fn token(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn object(members: Vec<(&str, Value)>) -> Value {
        Value::Object(
            members
                .into_iter()
                .map(|(name, value)| (Cow::Owned(name.to_owned()), Item::from(value)))
                .collect(),
        )
    }

    #[test]
    fn short_records_stand_on_a_line_and_long_ones_do_not() {
        let record = |long: &str| {
            object(vec![("id", Value::String(long.to_owned())), ("value", Value::Number("31.30".to_owned()))])
        };
        let long = "x".repeat(90);
        let root = object(vec![
            ("format", Value::String("f".to_owned())),
            ("notes", Value::List(vec![Item::from(record("a")), Item::from(record(&long))])),
            ("empty", Value::List(Vec::new())),
        ]);
        let expected = format!(
            "{{\n  \"format\": \"f\",\n\n  \"notes\": [\n    {{ \"id\": \"a\", \"value\": 31.30 }},\n    {{\n      \
             \"id\": \"{long}\",\n      \"value\": 31.30\n    }}\n  ],\n\n  \"empty\": []\n}}\n"
        );
        assert_eq!(text(&root), expected);
    }

    proptest! {
        #[test]
        fn strings_are_read_back(words in any::<String>()) {
            // What turns the direction of writing is closed by the reader.
            prop_assume!(!words.chars().any(|c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')));
            let root = object(vec![("a", Value::String(words.clone()))]);
            let text = text(&root);
            let read = dataset::json::Document::parse(&text).unwrap();
            prop_assert_eq!(read.root().get("a").unwrap().as_str(), Some(words.as_str()));
        }
    }
}

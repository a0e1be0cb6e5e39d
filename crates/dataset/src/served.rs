//! What is served of a dataset that asks to withhold the names of private persons
//! (`docs/adr/0011-masking.md`).
use std::borrow::Cow;

use super::json::{Document, Kind, Member, Node, SyntaxError};

/// The members of a claim that hold a person.
const PERSONS: [&str; 2] = ["beneficiary", "insured"];

/// A dataset as it is served: where it asks for it, each private person's name is `null`, and all
/// else is the same byte for byte, but for a byte order mark, which browsers drop, too.
///
/// # Errors
/// When the text is no JSON.
pub fn served(text: &str) -> Result<Cow<'_, str>, SyntaxError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let names = if masks(text) { names(text)? } else { Vec::new() };
    if names.is_empty() {
        return Ok(Cow::Borrowed(text));
    }
    let mut out = String::new();
    let mut kept = 0;
    for (from, to, _) in &names {
        out += text.get(kept..*from).unwrap_or_default();
        out += "null";
        kept = *to;
    }
    out += text.get(kept..).unwrap_or_default();
    Ok(Cow::Owned(out))
}

/// The names of private persons in a dataset, whether it asks to withhold them or not.
///
/// # Errors
/// When the text is no JSON.
pub fn private_names(text: &str) -> Result<Vec<String>, SyntaxError> {
    Ok(names(text)?.into_iter().map(|(_, _, name)| name).collect())
}

/// Whether a dataset asks to withhold names, as its reader understands it.
#[must_use]
pub fn masks(text: &str) -> bool {
    super::read(text).dataset.is_some_and(|dataset| dataset.privacy.mask_private_persons)
}

/// The names of private persons as they stand in the text: from the opening quote to behind the
/// closing one, and the name. Also those of records that cannot be read.
fn names(text: &str) -> Result<Vec<(usize, usize, String)>, SyntaxError> {
    let document = Document::parse(text)?;
    let mut found = Vec::new();
    for claims in all(document.root(), "claims") {
        for cases in all(claims, "cases") {
            let Kind::Array(cases) = &cases.kind else { continue };
            let persons = cases.iter().flat_map(|case| PERSONS.iter().flat_map(|person| all(case, person)));
            let private = |person: &&Node| all(person, "private").any(|node| node.kind == Kind::Bool(true));
            for name in persons.filter(private).flat_map(|person| all(person, "name")) {
                let Kind::String(value) = &name.kind else { continue };
                // A document that was parsed has an end of each string.
                let from = usize::try_from(name.at).unwrap_or(usize::MAX);
                let to = end_of_string(text, from).unwrap_or(text.len());
                found.push((from, to, value.to_string()));
            }
        }
    }
    found.sort();
    Ok(found)
}

/// All members of a name: a name that stands twice is an error, but no reason to show a person.
fn all<'n>(node: &'n Node, name: &'n str) -> impl Iterator<Item = &'n Node> {
    let members: &[Member] = match &node.kind {
        Kind::Object(members) => members,
        _ => &[],
    };
    members.iter().filter(move |member| &*member.name == name).map(|member| &member.value)
}

/// The offset behind a string that opens at an offset.
fn end_of_string(text: &str, from: usize) -> Option<usize> {
    let mut escaped = false;
    for (offset, byte) in text.bytes().enumerate().skip(from.saturating_add(1)) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return Some(offset + 1),
            _ => {}
        }
    }
    None
}

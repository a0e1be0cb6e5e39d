//! Private persons: what is served of a dataset that asks to withhold their names.
//!
//! The pages, pictures, tables and metadata are all made from what is served, so a name that is
//! not in it cannot be in any of them. [`refuse_leaks`] looks once more at everything that was
//! written, editions that were published before included (`docs/adr/0011-masking.md`).
use std::{borrow::Cow, collections::BTreeSet, fs, path::Path};

use anyhow::{Context, Result, bail, ensure};
use dataset::json::{Document, Kind, Member, Node};
use walkdir::WalkDir;

/// The members of a claim that hold a person.
const PERSONS: [&str; 2] = ["beneficiary", "insured"];

/// Files whose text a name could stand in.
const TEXTS: [&str; 9] = ["html", "json", "csv", "svg", "xml", "txt", "webmanifest", "css", "js"];

/// A dataset as it is served: where it asks for it, each private person's name is `null`, and all
/// else is the same byte for byte, but for a byte order mark, which browsers drop, too.
///
/// # Errors
/// When the text is no JSON.
pub fn served(text: &str) -> Result<Cow<'_, str>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let names = if masks(text) { names(text)? } else { Vec::new() };
    let mut out = String::new();
    let mut kept = 0;
    for (from, to, _) in &names {
        out += text.get(kept..*from).context("a name stands inside another one")?;
        out += "null";
        kept = *to;
    }
    if names.is_empty() {
        return Ok(Cow::Borrowed(text));
    }
    out += text.get(kept..).unwrap_or_default();
    Ok(Cow::Owned(out))
}

/// Writes what would be served of a dataset, for a repository that everybody can read.
///
/// # Errors
/// When a file cannot be read or written, or the dataset does not ask to withhold names.
pub fn write(from: &Path, to: &Path) -> Result<()> {
    let text = fs::read_to_string(from).with_context(|| format!("reading {}", from.display()))?;
    ensure!(
        masks(&text),
        "{} does not ask to withhold names: add \"privacy\": {{ \"mask_private_persons\": true }}",
        from.display()
    );
    fs::write(to, served(&text)?.as_bytes()).with_context(|| format!("writing {}", to.display()))
}

/// Looks for private persons' names in everything that was written below a folder.
///
/// A name of one word may be a word of the page, so only the check of the dataset looks for those.
///
/// # Errors
/// When a file names one, or cannot be read.
pub fn refuse_leaks(dir: &Path, dataset: &str) -> Result<()> {
    if !masks(dataset) {
        return Ok(());
    }
    let names: BTreeSet<Vec<String>> = names(dataset)?.iter().map(|(_, _, name)| words(name)).collect();
    let names: Vec<_> = names.into_iter().filter(|name| name.len() > 1).collect();
    let mut leaks = Vec::new();
    for entry in WalkDir::new(dir).sort_by_file_name() {
        let entry = entry?;
        let path = entry.path();
        let is_text = path.extension().is_some_and(|ext| TEXTS.iter().any(|text| ext == *text));
        let relative = path.strip_prefix(dir)?.to_string_lossy().into_owned();
        let content = match is_text && entry.file_type().is_file() {
            true => fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?,
            false => String::new(),
        };
        let (content, place) = (words(&plain(&content)), words(&plain(&relative)));
        if names.iter().any(|name| has(&content, name) || has(&place, name)) {
            leaks.push(relative);
        }
    }
    if !leaks.is_empty() {
        bail!(
            "the dataset asks to withhold private persons' names, but these files have one:\n  {}\n\
             Files below v/ were published before: take the edition out of the folder given with `--editions` \
             and out of its editions.json, then build again. The table of `claims.records` is published as \
             it is: take the names out of it. Any other file is a mistake of this program: please report it.",
            leaks.join("\n  ")
        );
    }
    Ok(())
}

/// Whether a dataset asks to withhold names, as its reader understands it.
fn masks(text: &str) -> bool {
    dataset::read(text).dataset.is_some_and(|dataset| dataset.privacy.mask_private_persons)
}

/// The names of private persons as they stand in the text: from the opening quote to behind the
/// closing one, and the name. Also those of records that cannot be read.
fn names(text: &str) -> Result<Vec<(usize, usize, String)>> {
    let document = Document::parse(text).map_err(|error| anyhow::anyhow!("no JSON: {:?}", error.reason))?;
    let mut found = Vec::new();
    for claims in all(document.root(), "claims") {
        for cases in all(claims, "cases") {
            let Kind::Array(cases) = &cases.kind else { continue };
            let persons = cases.iter().flat_map(|case| PERSONS.iter().flat_map(|person| all(case, person)));
            let private = |person: &&Node| all(person, "private").any(|node| node.kind == Kind::Bool(true));
            for name in persons.filter(private).flat_map(|person| all(person, "name")) {
                let Kind::String(value) = &name.kind else { continue };
                let from = usize::try_from(name.at)?;
                let to = end_of_string(text, from).context("a name has no closing quote")?;
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
    for (offset, byte) in text.bytes().enumerate().skip(from + 1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return Some(offset + 1),
            _ => {}
        }
    }
    None
}

/// The words of a text, in small letters.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

fn has(words: &[String], name: &[String]) -> bool {
    words.windows(name.len()).any(|window| window == name)
}

/// A text with what addresses, JSON and HTML escape written out.
fn plain(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['%', '\\', '&']) {
        let (before, escape) = rest.split_at(at);
        out.extend_from_slice(before.as_bytes());
        let (bytes, length) = unescape(escape);
        out.extend(bytes);
        rest = escape.get(length..).unwrap_or_default();
    }
    out.extend_from_slice(rest.as_bytes());
    String::from_utf8_lossy(&out).into_owned()
}

/// What the escape stands for that a text begins with, and how long it is.
fn unescape(text: &str) -> (Vec<u8>, usize) {
    let hex = |from: usize, to: usize| u32::from_str_radix(text.get(from..to)?, 16).ok();
    let letter = |code: u32| char::from_u32(code).map(|c| c.to_string().into_bytes());
    let end = text.find(';').filter(|end| *end < 12);
    let entity = end.and_then(|end| {
        let code = match text.get(1..end)? {
            "amp" => u32::from('&'),
            "lt" => u32::from('<'),
            "gt" => u32::from('>'),
            "quot" => u32::from('"'),
            "apos" => u32::from('\''),
            "nbsp" => 0xa0,
            number => match number.strip_prefix("#x").or(number.strip_prefix("#X")) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.strip_prefix('#')?.parse().ok()?,
            },
        };
        Some((letter(code)?, end + 1))
    });
    let found = match text.as_bytes() {
        [b'%', ..] => hex(1, 3).and_then(|byte| Some((vec![u8::try_from(byte).ok()?], 3))),
        [b'\\', b'u', ..] => hex(2, 6).and_then(|code| Some((letter(code)?, 6))),
        [b'\\', b'n' | b'r' | b't', ..] => Some((vec![b' '], 2)),
        [b'&', ..] => entity,
        _ => None,
    };
    found.unwrap_or_else(|| (text.bytes().take(1).collect(), 1))
}

#[cfg(test)]
mod tests;

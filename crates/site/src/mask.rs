//! Private persons: what is served of a dataset that asks to withhold their names.
//!
//! The pages, pictures, tables and metadata are all made from what is served, so a name that is
//! not in it cannot be in any of them. [`refuse_leaks`] looks once more at everything that was
//! written, editions that were published before included (`docs/adr/0011-masking.md`).
use std::{borrow::Cow, collections::BTreeSet, fs, path::Path};

use anyhow::{Context, Result, bail, ensure};
use walkdir::WalkDir;

/// Files whose text a name could stand in.
const TEXTS: [&str; 9] = ["html", "json", "csv", "svg", "xml", "txt", "webmanifest", "css", "js"];

/// A dataset as it is served ([`dataset::served`]).
///
/// # Errors
/// When the text is no JSON.
pub fn served(text: &str) -> Result<Cow<'_, str>> {
    dataset::served(text).map_err(|error| anyhow::anyhow!("no JSON: {:?}", error.reason))
}

/// Writes what would be served of a dataset, for a repository that everybody can read.
///
/// # Errors
/// When a file cannot be read or written, or the dataset does not ask to withhold names.
pub fn write(from: &Path, to: &Path) -> Result<()> {
    let text = fs::read_to_string(from).with_context(|| format!("reading {}", from.display()))?;
    ensure!(
        dataset::masks(&text),
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
    if !dataset::masks(dataset) {
        return Ok(());
    }
    let names =
        dataset::private_names(dataset).map_err(|error| anyhow::anyhow!("no JSON: {:?}", error.reason))?;
    let names: BTreeSet<Vec<String>> = names.iter().map(|name| words(name)).collect();
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

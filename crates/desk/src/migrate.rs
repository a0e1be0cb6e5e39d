//! `cargo xtask migrate`: says what an earlier version of the format said, as the newest one says it.
//!
//! Every dataset of an earlier version stays valid, so nobody has to. What it gains is said more exactly.
use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use cells::{Cell, Expect, Reading};
use clap::Args;
use dataset::json::{Document, Kind, Node, Position};
use dataset::{FORMAT, Lang, Qualifier};
use words::{fill, verdict};

use crate::Words;

/// Which datasets are brought to the newest version.
#[derive(Args, Clone, Debug)]
pub struct Migrate {
    /// The datasets
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// The language of what is said
    #[arg(long, default_value = "en")]
    pub lang: Words,
    /// Only say what would be changed
    #[arg(long)]
    pub dry_run: bool,
}

/// A text of a dataset that the newest version of the format says otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Change {
    /// What it is, as a JSON pointer.
    pointer: String,
    /// Where it stands.
    position: Position,
    /// The byte at which its string begins, with the quote.
    at: u32,
    /// What stands there.
    from: String,
    /// What is to stand there.
    to: String,
    /// The version that says it so.
    version: &'static str,
}

/// Brings datasets to the newest version of the format, and says what that changes. Of the text, nothing else is
/// touched.
///
/// # Errors
/// When a file is no dataset of this format, or cannot be read or written.
pub fn migrate(migrate: &Migrate) -> Result<()> {
    let lang = migrate.lang.into();
    // What is wrong with one is found before any is written.
    let texts: Vec<_> = migrate.files.iter().map(|file| read(file, lang)).collect::<Result<_>>()?;
    for (file, text) in migrate.files.iter().zip(texts) {
        let shown = file.display().to_string();
        let changes = changes(&text).with_context(|| shown.clone())?;
        for change in &changes {
            println!("{}", said(&shown, change, lang));
        }
        let count = changes.len().to_string();
        if changes.is_empty() {
            println!("{}", fill(verdict(lang).is_newest, &[&shown]));
        } else if migrate.dry_run {
            println!("{}", fill(verdict(lang).would_change, &[&shown, &count]));
        } else {
            fs::write(file, changed(&text, &changes)).with_context(|| format!("writing {shown}"))?;
            println!("{}", fill(verdict(lang).written, &[&shown]));
        }
    }
    Ok(())
}

fn read(file: &Path, lang: Lang) -> Result<String> {
    let shown = file.display().to_string();
    if file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx")) {
        bail!("{}", fill(verdict(lang).workbook_is_newest, &[&shown]));
    }
    fs::read_to_string(file).with_context(|| format!("reading {shown}"))
}

fn said(file: &str, change: &Change, lang: Lang) -> String {
    let Position { line, column } = change.position;
    let what = fill(verdict(lang).changed, &[&change.from, &change.to, change.version]);
    format!("{file}:{line}:{column}: {}: {what}", change.pointer)
}

/// What the newest version says otherwise, in the order of the text.
///
/// # Errors
/// When the text is no dataset of this format.
fn changes(text: &str) -> Result<Vec<Change>> {
    let document = Document::parse(text).map_err(|error| {
        let Position { line, column } = dataset::json::position(text, error.at);
        anyhow::anyhow!("line {line}, column {column}: this is no JSON; `cargo xtask check` says why")
    })?;
    let format = document.root().get("format").and_then(Node::as_str).unwrap_or_default();
    let minor = format.strip_prefix(FORMAT).and_then(|rest| rest.strip_prefix('.'));
    let is_minor = minor.is_some_and(|minor| !minor.is_empty() && minor.bytes().all(|b| b.is_ascii_digit()));
    if format != FORMAT && !is_minor {
        bail!(
            "its format is `{format}`, and this program brings datasets of `{FORMAT}` to its newest version"
        );
    }
    let mut found = Vec::new();
    if let (true, Some(node)) = (is_minor, document.root().get("format")) {
        found.push((node, FORMAT, "1"));
    }
    qualifiers(document.root(), &mut found);
    let change = |(node, to, version): (&Node, &str, &'static str)| Change {
        pointer: document.pointer(node.at),
        position: document.position(node.at),
        at: node.at,
        from: node.as_str().unwrap_or_default().to_owned(),
        to: to.to_owned(),
        version,
    };
    let mut changes: Vec<Change> = found.into_iter().map(change).collect();
    changes.sort_by_key(|change| change.at);
    Ok(changes)
}

/// Version 1.0 had only one word for each side of a bound: `at_least` where a source says “more than”, `less_than` where
/// it says “at most”. The token says which one is meant.
fn qualifiers<'d>(node: &'d Node, found: &mut Vec<(&'d Node, &'static str, &'static str)>) {
    match &node.kind {
        Kind::Array(items) => items.iter().for_each(|item| qualifiers(item, found)),
        Kind::Object(members) => {
            members.iter().for_each(|member| qualifiers(&member.value, found));
            let token = node.get("evidence").and_then(|evidence| evidence.get("figure")?.as_str());
            let (Some(qualifier), Some(token)) = (node.get("qualifier"), token) else { return };
            let to = match (qualifier.as_str(), said_by(token)) {
                (Some("at_least"), Some(Qualifier::MoreThan)) => "more_than",
                (Some("less_than"), Some(Qualifier::AtMost)) => "at_most",
                _ => return,
            };
            found.push((qualifier, to, "1.1"));
        }
        Kind::Null | Kind::Bool(_) | Kind::Number(_) | Kind::String(_) => {}
    }
}

/// What the words beside a printed number say of it.
fn said_by(token: &str) -> Option<Qualifier> {
    match cells::number(&Cell::text(token), &Expect::ANY)
        .or_else(|_| cells::number(&Cell::text(token), &Expect::WHOLE))
    {
        Ok(Reading::Number(entered)) => entered.qualifier,
        Ok(Reading::Missing(_) | Reading::Empty) | Err(_) => None,
    }
}

/// The text with the changes, each of which is a string in the place of a string.
fn changed(text: &str, changes: &[Change]) -> String {
    let (mut out, mut kept) = (String::with_capacity(text.len()), 0);
    for change in changes {
        let at = change.at as usize;
        out += text.get(kept..at).unwrap_or_default();
        out.push('"');
        out += &change.to;
        out.push('"');
        kept = at + string_length(text.get(at..).unwrap_or_default());
    }
    out + text.get(kept..).unwrap_or_default()
}

/// How many bytes a string literal has, with its quotes.
fn string_length(text: &str) -> usize {
    let mut escaped = false;
    let end = text.char_indices().skip(1).find(|(_, c)| {
        let ends = *c == '"' && !escaped;
        escaped = *c == '\\' && !escaped;
        ends
    });
    end.map_or(text.len(), |(at, _)| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = r#"{ "format": "jamsostek-dashboard/1.0", "id": "x",
  "observations": [
    { "id": "a", "qualifier": "at_least", "value": 45000, "evidence": { "figure": "lebih dari 45.000" } },
    { "id": "b", "value": 30, "evidence": { "figure": "paling banyak 30%" }, "qualifier": "less_\u0074han" },
    { "id": "c", "qualifier": "at_least", "value": 5, "evidence": { "figure": "sedikitnya 5" } },
    { "id": "d", "qualifier": "at_least", "value": 1.234, "evidence": { "figure": "more than 1.234" } },
    { "id": "e", "qualifier": "at_least", "value": 7 }
  ] }"#;

    #[test]
    fn only_what_the_newest_version_says_otherwise_is_changed() {
        let changes = changes(OLD).unwrap();
        let to: Vec<_> = changes.iter().map(|change| (change.pointer.as_str(), change.to.as_str())).collect();
        assert_eq!(
            to,
            [
                ("/format", FORMAT),
                ("/observations/0/qualifier", "more_than"),
                ("/observations/1/qualifier", "at_most"),
                ("/observations/3/qualifier", "more_than"),
            ]
        );
        let new = changed(OLD, &changes);
        let expected = OLD
            .replace("dashboard/1.0", "dashboard/1")
            .replacen("at_least", "more_than", 1)
            .replace(r"less_\u0074han", "at_most")
            .replace(r#""d", "qualifier": "at_least""#, r#""d", "qualifier": "more_than""#);
        assert_eq!(new, expected);
        assert_eq!(super::changes(&new).unwrap(), []);
        let first = said("old.json", &changes[1], Lang::Id);
        assert!(first.starts_with("old.json:3:"), "{first}");
    }

    #[test]
    fn every_dataset_of_the_repository_is_of_the_newest_version() {
        for folder in ["../../public/data", "../../tests/data"] {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                let text = fs::read_to_string(&path).unwrap();
                if text.contains(FORMAT) {
                    assert_eq!(changes(&text).unwrap(), [], "{}", path.display());
                }
            }
        }
    }

    #[test]
    fn what_is_of_another_format_is_refused_and_stays() {
        let dir = tempfile::tempdir().unwrap();
        let file = |name: &str, text: &str| {
            let path = dir.path().join(name);
            fs::write(&path, text).unwrap();
            path
        };
        let run = |files: &[&PathBuf], dry_run: bool| {
            let files = files.iter().map(|file| (*file).clone()).collect();
            migrate(&Migrate { files, lang: Words::En, dry_run })
        };
        for text in
            ["{", "[]", r#"{"format": "jamsostek-dashboard/2"}"#, r#"{"format": "jamsostek-dashboard/1.x"}"#]
        {
            let other = file("other.json", text);
            assert!(run(&[&other], false).is_err(), "{text}");
            assert_eq!(fs::read_to_string(&other).unwrap(), text);
        }
        let workbook = file("a.xlsx", "PK");
        assert!(run(&[&workbook], false).unwrap_err().to_string().contains("workbook"));
        let old = file("old.json", OLD);
        run(&[&old], true).unwrap();
        assert_eq!(fs::read_to_string(&old).unwrap(), OLD);
        run(&[&old], false).unwrap();
        assert!(fs::read_to_string(&old).unwrap().contains("more_than"));
    }
}

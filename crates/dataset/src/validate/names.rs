//! The names of private persons, looked for in texts.
use std::collections::HashMap;

use super::walk::{Leaf, Pointer};

/// The names of private persons, by their first two words: a text is read once, however many there
/// are, and many begin alike.
#[derive(Default)]
pub(super) struct Names<'d> {
    by_start: HashMap<Vec<String>, Vec<Name<'d>>>,
}

struct Name<'d> {
    /// Where the person stands; the first one of this name.
    person: Pointer,
    words: Vec<&'d str>,
    /// The same in small letters.
    lower: Vec<String>,
}

impl<'d> Names<'d> {
    /// Those of a dataset.
    pub(super) fn of(leaves: &[(Pointer, Leaf<'d>)]) -> Self {
        let mut names = Self::default();
        for (at, leaf) in leaves {
            if let Leaf::Person(person) = leaf
                && person.private
                && let Some(name) = &person.name
            {
                names.add(at, name);
            }
        }
        names
    }

    fn add(&mut self, at: &Pointer, name: &'d str) {
        let words: Vec<&str> = split(name).collect();
        let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
        if words.is_empty() {
            return;
        }
        let start: Vec<String> = lower.iter().take(2).cloned().collect();
        let alike = self.by_start.entry(start).or_default();
        if alike.iter().all(|other| other.words != words) {
            alike.push(Name { person: at.clone(), words, lower });
        }
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.by_start.is_empty()
    }

    /// The persons whose names stand in one of some texts.
    ///
    /// A name of one word, such as "Bunga", may be a word of the language too: it counts only where
    /// it is written alike. A name of several words counts however it is written.
    pub(super) fn in_texts(&self, texts: &[&str]) -> Vec<&Pointer> {
        if self.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<&Pointer> = Vec::new();
        for text in texts {
            let words: Vec<&str> = split(text).collect();
            let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
            for index in 0..lower.len() {
                let starts = [lower.get(index..=index), lower.get(index..index + 2)];
                let alike = starts.into_iter().flatten().filter_map(|start| self.by_start.get(start));
                for name in alike.flatten() {
                    let stands_here = match name.words.as_slice() {
                        [only] => words.get(index) == Some(only),
                        _ => lower.get(index..).is_some_and(|rest| rest.starts_with(&name.lower)),
                    };
                    if stands_here && !found.contains(&&name.person) {
                        found.push(&name.person);
                    }
                }
            }
        }
        found.sort();
        found
    }
}

/// The words of a text.
fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty())
}

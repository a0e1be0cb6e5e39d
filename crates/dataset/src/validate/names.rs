//! The names of private persons, looked for in texts.
use std::collections::{BTreeSet, HashMap};

use super::walk::{Leaf, Pointer};

/// Of longer names so many words are looked for: each place of a text is compared with the names of each length.
const MOST_WORDS: usize = 16;

/// The names of private persons, by their words: a text is read once, however many there are.
#[derive(Default)]
pub(super) struct Names<'d> {
    /// Names of several words in small letters, with where the first person of that name stands.
    several: HashMap<Vec<String>, Pointer>,
    /// How many words they have.
    lengths: BTreeSet<usize>,
    /// Names of one word, as they are written.
    single: HashMap<&'d str, Pointer>,
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
        let words: Vec<&str> = split(name).take(MOST_WORDS).collect();
        match words.as_slice() {
            [] => {}
            [only] => {
                self.single.entry(only).or_insert_with(|| at.clone());
            }
            several => {
                self.lengths.insert(several.len());
                self.several.entry(small(several)).or_insert_with(|| at.clone());
            }
        }
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.several.is_empty() && self.single.is_empty()
    }

    /// The persons whose names stand in one of some texts.
    ///
    /// A name of one word, such as "Bunga", may be a word of the language too: it counts only where
    /// it is written alike. A name of several words counts however it is written.
    pub(super) fn in_texts<'s>(&'s self, texts: &[&str]) -> BTreeSet<&'s Pointer> {
        let mut found: BTreeSet<&'s Pointer> = BTreeSet::new();
        if self.is_empty() {
            return found;
        }
        for text in texts {
            let words: Vec<&str> = split(text).collect();
            found.extend(words.iter().filter_map(|word| self.single.get::<str>(word)));
            let words = small(&words);
            for length in &self.lengths {
                found.extend(words.windows(*length).filter_map(|window| self.several.get(window)));
            }
        }
        found
    }
}

/// The words of a text.
fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty())
}

fn small(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| word.to_lowercase()).collect()
}

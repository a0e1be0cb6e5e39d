//! Which word is probably meant.

/// The word that is nearest in spelling, if it is near, or goes on where this one ends, or ends before.
pub(super) fn similar<'w>(word: &str, known: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let begun = |known: &str| word.len() > 3 && (known.starts_with(word) || word.starts_with(known));
    known
        .map(|known| (strsim::osa_distance(word, known), known))
        .filter(|(distance, known)| {
            distance * 3 <= word.chars().count().max(known.chars().count()) || begun(known)
        })
        .min()
        .map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::similar;

    #[test]
    fn near_words_and_the_beginnings_of_words() {
        let meant = |word| similar(word, ["updated", "akselnews", "rate", "note", "notes"].into_iter());
        assert_eq!(meant("update"), Some("updated"));
        assert_eq!(meant("aksel"), Some("akselnews"));
        assert_eq!(meant("raet"), Some("rate"));
        assert_eq!(meant("ration"), None);
        assert_eq!(meant("x"), None);
    }
}

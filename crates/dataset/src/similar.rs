//! Which word is probably meant.

/// Longer words are compared by their beginnings only: to compare spellings takes the product of the lengths.
const LONGEST: usize = 100;

/// The word that is nearest in spelling, if it is near, or goes on where this one ends, or ends before.
pub(super) fn similar<'w>(word: &str, known: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let length = word.chars().count();
    let distance = |known: &str| {
        let other = known.chars().count();
        if word.len() > 3 && (known.starts_with(word) || word.starts_with(known)) {
            return Some(length.abs_diff(other));
        }
        let longest = length.max(other);
        // No two words are nearer than their lengths.
        let may_be_near = longest <= LONGEST && length.abs_diff(other) * 3 <= longest;
        let distance = may_be_near.then(|| strsim::osa_distance(word, known));
        distance.filter(|distance| distance * 3 <= longest)
    };
    known.filter_map(|known| Some((distance(known)?, known))).min().map(|(_, known)| known)
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

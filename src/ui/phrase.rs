//! Sentences with figures in them that can be asked.
use leptos::either::Either;
use leptos::prelude::*;

use super::figure::Figure;

/// A text in which some parts are figures that can be asked where they come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrase(Vec<Span>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Span {
    Text(String),
    Figure { key: String, value: String },
}

impl Phrase {
    /// A text without figures that can be asked.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::default() } else { Self(vec![Span::Text(text)]) }
    }

    /// A figure; a text where `key` is empty.
    #[must_use]
    pub fn figure(key: impl Into<String>, value: impl Into<String>) -> Self {
        let (key, value) = (key.into(), value.into());
        if key.is_empty() { Self::plain(value) } else { Self(vec![Span::Figure { key, value }]) }
    }

    /// A text in which the figures that stand in it can be asked: pairs of key and value, each found where its value
    /// first stands.
    #[must_use]
    pub fn linked(text: &str, figures: &[(String, String)]) -> Self {
        let found = figures.iter().filter(|(_, value)| !value.is_empty());
        let first = found
            .filter_map(|figure| Some((find_figure(text, &figure.1)?, figure)))
            .min_by_key(|(at, _)| *at);
        let Some((at, (key, value))) = first else { return Self::plain(text) };
        let (before, rest) = text.split_at(at);
        let after = rest.strip_prefix(value.as_str()).unwrap_or_default();
        let others: Vec<(String, String)> =
            figures.iter().filter(|(other, _)| other != key).cloned().collect();
        Self::plain(before).then(Self::figure(key, value)).then(Self::linked(after, &others))
    }

    /// Puts phrases in the places of a message, see [`words::segments`].
    #[must_use]
    pub fn fill(message: &str, values: &[Self]) -> Self {
        let texts: Vec<String> = values.iter().map(Self::text).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let mut filled = Self::default();
        for segment in words::segments(message, &texts) {
            match segment {
                words::Segment::Text(text) => filled.push(Self::plain(text)),
                words::Segment::Value(index) => filled.push(values.get(index).cloned().unwrap_or_default()),
            }
        }
        filled
    }

    /// Adds a phrase at the end.
    pub fn push(&mut self, other: Self) {
        for span in other.0 {
            match (self.0.last_mut(), span) {
                (Some(Span::Text(before)), Span::Text(text)) => before.push_str(&text),
                (_, span) => self.0.push(span),
            }
        }
    }

    /// The phrase with another one behind it.
    #[must_use]
    pub fn then(mut self, other: impl Into<Self>) -> Self {
        self.push(other.into());
        self
    }

    /// The phrases that say something, with a text between each two of them.
    #[must_use]
    pub fn join(phrases: impl IntoIterator<Item = Self>, between: &str) -> Self {
        let mut joined = Self::default();
        for phrase in phrases.into_iter().filter(|phrase| !phrase.is_empty()) {
            if !joined.is_empty() {
                joined.push(Self::plain(between));
            }
            joined.push(phrase);
        }
        joined
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is read.
    #[must_use]
    pub fn text(&self) -> String {
        let part = |span: &Span| match span {
            Span::Text(text) => text.clone(),
            Span::Figure { value, .. } => value.clone(),
        };
        self.0.iter().map(part).collect()
    }
}

impl From<String> for Phrase {
    fn from(text: String) -> Self {
        Self::plain(text)
    }
}

impl From<&str> for Phrase {
    fn from(text: &str) -> Self {
        Self::plain(text)
    }
}

/// A phrase with its figures as links to where they come from.
#[component]
pub fn PhraseText(
    /// What is said.
    #[prop(into)]
    phrase: Phrase,
) -> impl IntoView {
    let part = |span| match span {
        Span::Text(text) => Either::Left(text),
        Span::Figure { key, value } => Either::Right(view! { <Figure key value/> }),
    };
    phrase.0.into_iter().map(part).collect_view()
}

/// Where a figure first stands in a text as a whole: 74 does not stand in 1.741, in 74,5 nor in 70–74.
#[must_use]
pub fn find_figure(text: &str, figure: &str) -> Option<usize> {
    let is_part = |nearest: Option<char>, next: Option<char>| match nearest {
        Some('.' | ',' | '–' | '-') => next.is_some_and(|next| next.is_ascii_digit()),
        Some(nearest) => nearest.is_alphanumeric() || nearest == '−',
        None => false,
    };
    let is_whole = |at: &usize| {
        let (before, rest) = text.split_at(*at);
        let (mut before, mut after) = (before.chars().rev(), rest.chars().skip(figure.chars().count()));
        !is_part(before.next(), before.next()) && !is_part(after.next(), after.next())
    };
    text.match_indices(figure).map(|(at, _)| at).find(is_whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_in_a_text_can_be_asked() {
        let figures = [("a", "43"), ("b", "Rp7")].map(|(key, value)| (key.to_owned(), value.to_owned()));
        let phrase = Phrase::linked("Rp7 for 43 claims", &figures);
        assert_eq!(phrase.text(), "Rp7 for 43 claims");
        assert_eq!(phrase.0.len(), 4, "{phrase:?}");
        assert_eq!(Phrase::linked("nothing", &figures).0.len(), 1);
    }

    #[test]
    fn a_figure_is_found_as_a_whole_only() {
        for text in
            ["Rp1.000.000.741", "1.741", "74,5", "74.500", "174", "74th", "−74", "70–74%", "0,74", "74-80"]
        {
            assert_eq!(find_figure(text, "74"), None, "{text}");
        }
        for (text, at) in
            [("74", 0), ("74.", 0), ("untuk 74 klaim, 74", 6), ("741, 74", 5), ("(74)", 1), ("74%", 0)]
        {
            assert_eq!(find_figure(text, "74"), Some(at), "{text}");
        }
        let figures = [("amount".to_owned(), "74".to_owned())];
        assert_eq!(Phrase::linked("Rp1.741, per 2023", &figures).0.len(), 1);
    }

    #[test]
    fn texts_beside_each_other_are_one() {
        let phrase =
            Phrase::fill("{0} {0 claim was|claims were} paid: {1}.", &[Phrase::figure("k", "1"), "x".into()]);
        assert_eq!(phrase.0.len(), 2, "{phrase:?}");
        assert_eq!(phrase.text(), "1 claim was paid: x.");
        assert_eq!(Phrase::join(["a".into(), Phrase::default(), "b".into()], "; ").text(), "a; b");
        assert!(Phrase::figure("", "").is_empty());
    }
}

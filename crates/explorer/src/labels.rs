//! What the members of each list are called in a language: to show, to search and to order by.
use std::cmp::Ordering;

use tables::{fold, natural};
use words::{ClaimsWords, Lang, claims};

use crate::{Column, Index};

/// What stands last in both directions: it has no value.
pub(crate) const LAST: u16 = u16::MAX;

/// The names of a list.
#[derive(Clone, Debug, Default)]
pub struct Names {
    texts: Vec<String>,
    /// The same, folded, to be searched.
    folded: Vec<String>,
    /// Where each stands among all, from 0; the same for the same name; [`LAST`] for what is not given.
    ranks: Vec<u16>,
}

/// The names of all lists, and the words of the table.
#[derive(Clone, Debug)]
pub struct Labels {
    /// The language.
    pub lang: Lang,
    regions: Names,
    periods: Names,
    programmes: Names,
    groups: Names,
    channels: Names,
}

impl Labels {
    /// The names of a manifest's lists.
    #[must_use]
    pub fn new(index: &Index, lang: Lang) -> Self {
        let manifest = index.manifest();
        let words = claims(lang);
        let all = |length: usize| 0..u16::try_from(length).unwrap_or(u16::MAX);
        let by_name = |texts| Names::new(texts, natural_order, None);
        let regions = all(manifest.regions.len()).map(|node| index.region_label(lang, node).to_owned());
        let periods = all(manifest.times.len()).map(|node| index.period_label(lang, node)).collect();
        let programmes =
            all(manifest.programmes.len()).map(|node| index.programme_label(lang, node).to_owned());
        let mut groups: Vec<String> =
            all(manifest.groups.len()).map(|node| index.group_label(lang, node).to_owned()).collect();
        let mut channels: Vec<String> = manifest
            .channels
            .iter()
            .map(|channel| crate::index::label(lang, &channel.label).to_owned())
            .collect();
        // Of rows, the first member is none of all, but that it is not given.
        name_first(&mut groups, words.group_withheld());
        name_first(&mut channels, words.channel_not_stated());
        let ids: Vec<&str> = manifest.times.iter().map(|time| time.id.as_str()).collect();
        let times = |a: usize, b: usize, _: &[String]| ids.get(a).cmp(&ids.get(b));
        Self {
            lang,
            regions: by_name(regions.collect()),
            periods: Names::new(periods, times, None),
            programmes: by_name(programmes.collect()),
            groups: Names::new(groups, natural_order, Some(0)),
            channels: Names::new(channels, natural_order, Some(0)),
        }
    }

    /// The words of the explorer in the language.
    #[must_use]
    pub fn words(&self) -> &'static ClaimsWords {
        claims(self.lang)
    }

    /// The names of a column; `None` for amounts and days, which are numbers.
    #[must_use]
    pub fn names(&self, column: Column) -> Option<&Names> {
        match column {
            Column::Region => Some(&self.regions),
            Column::Period => Some(&self.periods),
            Column::Programme => Some(&self.programmes),
            Column::Group => Some(&self.groups),
            Column::Channel => Some(&self.channels),
            Column::Amount | Column::Days => None,
        }
    }

    /// The heading of a column.
    #[must_use]
    pub fn heading(&self, index: &Index, column: Column) -> String {
        let words = self.words();
        match column {
            Column::Region => words.region().to_owned(),
            Column::Period => words.period().to_owned(),
            Column::Programme => words.programme().to_owned(),
            Column::Group => words.group().to_owned(),
            Column::Channel => words.channel().to_owned(),
            Column::Amount => words::fill(words.amount_column(), &[&index.manifest().currency]),
            Column::Days => words.days_column().to_owned(),
        }
    }
}

fn name_first(names: &mut [String], name: &str) {
    if let Some(first) = names.first_mut() {
        name.clone_into(first);
    }
}

fn natural_order(a: usize, b: usize, folded: &[String]) -> Ordering {
    let text = |at: usize| folded.get(at).map_or("", String::as_str);
    natural(text(a), text(b))
}

impl Names {
    /// Names in the order of their list. `order` compares two of them by their places and all folded names; `last` is
    /// the one without a value.
    fn new(
        texts: Vec<String>,
        order: impl Fn(usize, usize, &[String]) -> Ordering,
        last: Option<usize>,
    ) -> Self {
        let folded: Vec<String> = texts.iter().map(|text| fold(text)).collect();
        let mut places: Vec<usize> = (0..texts.len()).collect();
        places.sort_by(|a, b| order(*a, *b, &folded));
        let mut ranks = vec![0; texts.len()];
        let (mut rank, mut before) = (0_u16, None);
        for place in places {
            if before.is_some_and(|before| order(before, place, &folded).is_ne()) {
                rank = rank.saturating_add(1);
            }
            before = Some(place);
            if let Some(slot) = ranks.get_mut(place) {
                *slot = if last == Some(place) { LAST } else { rank };
            }
        }
        Self { texts, folded, ranks }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// A name; empty where there is none.
    #[must_use]
    pub fn text(&self, node: u16) -> &str {
        self.texts.get(usize::from(node)).map_or("", String::as_str)
    }

    /// Where each name stands among all.
    pub(crate) fn ranks(&self) -> &[u16] {
        &self.ranks
    }

    /// Which of the folded `words` each name has, as bits.
    pub(crate) fn hits(&self, words: &[&str]) -> Vec<u64> {
        let bits = |name: &String| {
            let hits = words.iter().zip(0_u32..).filter(|(word, _)| name.contains(**word));
            hits.fold(0, |bits, (_, place)| bits | 1_u64.checked_shl(place).unwrap_or(0))
        };
        self.folded.iter().map(bits).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn names_are_ordered_as_people_do() {
        let index = sample::index();
        let labels = Labels::new(&index, Lang::Id);
        let ranks = |column| labels.names(column).unwrap().ranks().to_vec();
        // Kabupaten Bumi 2 stands before Kabupaten Bumi 10, and Kota Ámba before Kota Danau.
        assert_eq!(ranks(Column::Region), [0, 6, 5, 3, 2, 1, 4]);
        assert_eq!(ranks(Column::Period), [0, 1, 5, 2, 3, 4, 6, 7]);
        assert_eq!(ranks(Column::Group)[0], LAST);
        let groups = labels.names(Column::Group).unwrap();
        assert_eq!([0, 3, 9].map(|group| groups.text(group)), ["tidak dirinci", "Tidak disebutkan", ""]);
        assert_eq!(labels.names(Column::Period).unwrap().text(6), "Januari 2025");
        assert_eq!(labels.heading(&index, Column::Amount), "Nilai (IDR)");
    }

    #[test]
    fn words_are_found_without_case_and_accents() {
        let labels = Labels::new(&sample::index(), Lang::En);
        let hits = labels.names(Column::Region).unwrap().hits(&["amba", "bumi", "10"]);
        assert_eq!(hits, [0, 0, 0, 0b001, 0b110, 0b010, 0]);
    }
}

//! The manifest with its trees: what lies in what, and what each thing is called.
use std::collections::BTreeMap;

use claims::{
    FormatError, Manifest,
    lattice::{Axis, Point},
    manifest::{File, Label, Member, Region, Time},
};
use dataset::{Currency, Date};
use tables::fold;
use words::{Lang, date};

use crate::{
    Selection,
    protocol::{Listed, Lists},
};

/// How long a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grain {
    /// All times together.
    All,
    /// A year.
    Year,
    /// A month.
    Month,
}

/// A manifest and its trees of regions and times. Regions, times, programmes, groups and channels are named by their
/// places in its lists throughout this crate.
#[derive(Clone, Debug)]
pub struct Index {
    manifest: Manifest,
    regions: Axis,
    times: Axis,
    first_month: u16,
}

impl Index {
    /// Reads a manifest (JSON).
    ///
    /// # Errors
    /// When it is no such manifest.
    pub fn read(json: &str) -> Result<Self, FormatError> {
        Self::new(Manifest::read(json)?)
    }

    /// The index of a manifest.
    ///
    /// # Errors
    /// When its regions or times are no trees, or it has no programme, group or channel for all.
    pub fn new(manifest: Manifest) -> Result<Self, FormatError> {
        let no_tree = || FormatError::Manifest("its regions or times are no tree".into());
        let [regions, times, _, _] = manifest.axes().ok_or_else(no_tree)?;
        if manifest.channels.is_empty() {
            return Err(FormatError::Manifest("it has no channels".into()));
        }
        let first_month = manifest.first_month();
        if manifest.times.iter().skip(first_month.into()).any(|time| time.id.len() != 7) {
            return Err(FormatError::Manifest("a month stands before a year".into()));
        }
        Ok(Self { manifest, regions, times, first_month })
    }

    /// The index of the lists of a manifest alone: all that single claims need of it ([`Self::lists`]).
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn of_lists(lists: Lists) -> Result<Self, FormatError> {
        let member = |Listed { id, name, .. }| Member { id, label: Label::Same(name) };
        let members = |list: Vec<Listed>| list.into_iter().map(member).collect();
        let region = |Listed { id, name, parent }| Region {
            id,
            label: Label::Same(name),
            parent,
            codes: BTreeMap::new(),
            cube: File::default(),
        };
        Self::new(Manifest {
            currency: lists.currency,
            invented: lists.invented,
            regions: lists.regions.into_iter().map(region).collect(),
            times: lists.times.into_iter().map(|Listed { id, parent, .. }| Time { id, parent }).collect(),
            programmes: members(lists.programmes),
            groups: members(lists.groups),
            channels: members(lists.channels),
            ..Manifest::default()
        })
    }

    /// The lists of the manifest, in a language.
    #[must_use]
    pub fn lists(&self, lang: Lang) -> Lists {
        let manifest = &self.manifest;
        let listed =
            |id: &str, name: &str, parent| Listed { id: id.to_owned(), name: name.to_owned(), parent };
        let members = |list: &[Member]| {
            list.iter().map(|member| listed(&member.id, label(lang, &member.label), None)).collect()
        };
        let region = |region: &Region| listed(&region.id, label(lang, &region.label), region.parent);
        Lists {
            currency: manifest.currency.clone(),
            invented: manifest.invented,
            regions: manifest.regions.iter().map(region).collect(),
            times: manifest.times.iter().map(|time| listed(&time.id, "", time.parent)).collect(),
            programmes: members(&manifest.programmes),
            groups: members(&manifest.groups),
            channels: members(&manifest.channels),
        }
    }

    /// What was published; of [`Self::of_lists`] the lists alone.
    #[must_use]
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The currency of all amounts; `None` where the manifest names none.
    #[must_use]
    pub fn currency(&self) -> Option<Currency> {
        Currency::try_from(self.manifest.currency.clone()).ok()
    }

    /// The region that a region lies in; `None` for the whole.
    #[must_use]
    pub fn parent(&self, region: u16) -> Option<u16> {
        self.manifest.regions.get(usize::from(region))?.parent
    }

    /// The regions right below a region.
    pub fn children(&self, region: u16) -> impl Iterator<Item = u16> + '_ {
        self.regions.children(region)
    }

    /// Whether no region lies in this one.
    #[must_use]
    pub fn is_leaf(&self, region: u16) -> bool {
        self.regions.leaves().binary_search(&region).is_ok()
    }

    /// A region and those it lies in, up to the whole.
    #[must_use]
    pub fn path(&self, region: u16) -> &[u16] {
        self.regions.path(region)
    }

    /// How many regions a region lies in; 0 for the whole.
    #[must_use]
    pub fn depth(&self, region: u16) -> u8 {
        self.regions.depth(region)
    }

    /// Whether a region is another one, or lies in it.
    #[must_use]
    pub fn is_within(&self, region: u16, other: u16) -> bool {
        self.regions.is_under(region, other)
    }

    /// Whether a time is a period, or a part of it.
    #[must_use]
    pub fn is_during(&self, time: u16, period: u16) -> bool {
        self.times.is_under(time, period)
    }

    /// How long a time is.
    #[must_use]
    pub fn grain(&self, time: u16) -> Grain {
        match time {
            0 => Grain::All,
            month if month >= self.first_month => Grain::Month,
            _ => Grain::Year,
        }
    }

    /// The first time that is a month; all behind it are months.
    #[must_use]
    pub fn first_month(&self) -> u16 {
        self.first_month
    }

    /// The year of a month; a year, or all times, as it is.
    #[must_use]
    pub fn year_of(&self, time: u16) -> u16 {
        if self.grain(time) == Grain::Month { self.times.parent(time) } else { time }
    }

    /// The years, the earliest first.
    pub fn years(&self) -> impl Iterator<Item = u16> {
        1..self.first_month
    }

    /// The months of a period, the earliest first; a month is its own.
    pub fn months(&self, period: u16) -> impl Iterator<Item = u16> + '_ {
        let all = u16::try_from(self.manifest.times.len()).unwrap_or(u16::MAX);
        (self.first_month..all).filter(move |month| self.is_during(*month, period))
    }

    /// The latest year; `None` where there is none.
    #[must_use]
    pub fn newest_year(&self) -> Option<u16> {
        self.years().last()
    }

    /// Whether cells of this kind are published at all, where they are large enough: months of single groups are so for
    /// large regions only.
    #[must_use]
    pub fn is_tabulated(&self, [region, time, _, group]: Point) -> bool {
        self.grain(time) != Grain::Month
            || group == 0
            || self.depth(region) <= self.manifest.settings.months_by_group
    }

    /// Whether a selection names what the manifest has.
    #[must_use]
    pub fn has(&self, selection: Selection) -> bool {
        let Manifest { regions, times, programmes, groups, .. } = &self.manifest;
        [
            (selection.region, regions.len()),
            (selection.time, times.len()),
            (selection.programme, programmes.len()),
            (selection.group, groups.len()),
        ]
        .iter()
        .all(|(node, size)| usize::from(*node) < *size)
    }

    /// What a region is called; empty where there is no such region.
    #[must_use]
    pub fn region_label(&self, lang: Lang, region: u16) -> &str {
        self.manifest.regions.get(usize::from(region)).map_or("", |region| label(lang, &region.label))
    }

    /// What a programme is called; the first is all of them.
    #[must_use]
    pub fn programme_label(&self, lang: Lang, programme: u16) -> &str {
        self.manifest.programmes.get(usize::from(programme)).map_or("", |member| label(lang, &member.label))
    }

    /// What a group is called; the first is all of them.
    #[must_use]
    pub fn group_label(&self, lang: Lang, group: u16) -> &str {
        self.manifest.groups.get(usize::from(group)).map_or("", |member| label(lang, &member.label))
    }

    /// What a period is called: `Juli 2025`, `2025`; empty for all times, which have no name of their own.
    #[must_use]
    pub fn period_label(&self, lang: Lang, time: u16) -> String {
        self.date(time).map_or(String::new(), |time| date(lang, time))
    }

    /// A period as a date; `None` for all times.
    #[must_use]
    pub fn date(&self, time: u16) -> Option<Date> {
        Date::parse(&self.manifest.times.get(usize::from(time))?.id)
    }

    /// The first and the last month of a period: 2025 ends with July where nothing later is there. `None` where it has
    /// no months.
    #[must_use]
    pub fn span(&self, period: u16) -> Option<[u16; 2]> {
        let first = self.months(period).next()?;
        Some([first, self.months(period).last()?])
    }

    /// The regions whose name, or that of a region they lie in, has all words of a query; case and accents do not count.
    ///
    /// Those whose own name begins with the query come first, then those whose own name has it, each larger regions
    /// first. An empty query finds every region.
    #[must_use]
    pub fn find_regions(&self, lang: Lang, query: &str) -> Vec<u16> {
        let query = fold(query);
        let query = query.trim();
        let names: Vec<String> =
            self.manifest.regions.iter().map(|region| fold(label(lang, &region.label))).collect();
        let all = u16::try_from(names.len()).unwrap_or(u16::MAX);
        let name = |region: u16| names.get(usize::from(region)).map_or("", String::as_str);
        let mut found: Vec<(u8, u8, u16)> = (0..all)
            .filter(|region| {
                query
                    .split_ascii_whitespace()
                    .all(|word| self.path(*region).iter().any(|above| name(*above).contains(word)))
            })
            .map(|region| {
                let own = name(region);
                // What stands behind the kind of a region (`kota`, `kabupaten`) is its name, too.
                let begins = own.starts_with(query)
                    || own.split_once(' ').is_some_and(|(_, rest)| rest.starts_with(query));
                let distance = if begins { 0 } else { 1 + u8::from(!own.contains(query)) };
                (distance, self.depth(region), region)
            })
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(_, _, region)| region).collect()
    }
}

/// A label in a language.
#[must_use]
pub fn label(lang: Lang, label: &Label) -> &str {
    match (label, lang) {
        (Label::Same(text), _) => text,
        (Label::Each { id, .. }, Lang::Id) => id,
        (Label::Each { en, .. }, Lang::En) => en,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Column, Labels, sample};

    #[test]
    fn the_lists_are_all_that_rows_need() {
        let index = sample::index();
        for lang in [Lang::Id, Lang::En] {
            let own = Index::of_lists(index.lists(lang)).unwrap();
            assert_eq!(own.lists(lang), index.lists(lang));
            assert_eq!(own.currency(), index.currency());
            assert_eq!(own.manifest().invented, index.manifest().invented);
            let (labels, own_labels) = (Labels::new(&index, lang), Labels::new(&own, lang));
            for column in Column::ALL {
                assert_eq!(own_labels.heading(&own, column), labels.heading(&index, column));
                let names =
                    |labels: &Labels| labels.names(column).map(|names| (names.len(), names.ranks().to_vec()));
                assert_eq!(names(&own_labels), names(&labels));
            }
            let regions = 0..u16::try_from(index.manifest().regions.len()).unwrap();
            let times = 0..u16::try_from(index.manifest().times.len()).unwrap();
            assert!(regions.clone().all(|region| own.path(region) == index.path(region)));
            assert!(times.clone().all(|time| own.period_label(lang, time) == index.period_label(lang, time)));
            assert!(times.clone().all(|time| {
                times.clone().all(|other| own.is_during(time, other) == index.is_during(time, other))
            }));
        }
    }

    #[test]
    fn lists_that_are_no_manifest_are_refused() {
        assert!(Index::of_lists(Lists::default()).is_err());
        let mut lists = sample::index().lists(Lang::Id);
        lists.channels.clear();
        assert!(Index::of_lists(lists).is_err());
    }
}

//! What is counted in the lists of awards.
use std::collections::BTreeMap;

use dataset::{Award, Evidence, Note, Region};
use figures::WinnerPlace;
use figures::key::{Record, key, of_award};
use words::fill;

use super::entry::{Entry, Origin};
use super::line::Line;
use super::source::{computed_source, source};
use super::winners::entries_of;
use super::wording::given;
use crate::context::Report;
use crate::describe;

/// What is counted in each award's lists, and the numbers of its winners.
pub fn awards(report: &Report) -> Vec<Entry> {
    let entries = |award| {
        let mut entries = vec![winners_of(report, award), categories_of(report, award)];
        entries.extend(jury_of(report, award));
        entries.extend(places_of(report, award));
        entries.extend(entries_of(report, award));
        entries
    };
    report.data.awards.iter().flat_map(entries).collect()
}

/// The winners of the award of an id.
pub fn winners(report: &Report, id: &str) -> Option<Entry> {
    Some(winners_of(report, find(report, id)?))
}

/// The categories of the award of an id.
pub fn categories(report: &Report, id: &str) -> Option<Entry> {
    Some(categories_of(report, find(report, id)?))
}

/// The jurors of the award of an id.
pub fn jury(report: &Report, id: &str) -> Option<Entry> {
    jury_of(report, find(report, id)?)
}

/// The winners of an award from a place, by the award's id, a dot and the region's; where a chart shows it.
pub fn place(report: &Report, id: &str) -> Option<Entry> {
    // Ids may have dots themselves.
    report.data.awards.iter().find_map(|award| {
        let region = id.strip_prefix(&award.id)?.strip_prefix('.')?;
        let found = figures::places(&report.data, award)?;
        let place = found.places.iter().find(|(id, ..)| *id == region)?;
        let parts = winners_by_place(report, award).remove(place.0).unwrap_or_default();
        Some(place_of(report, award, *place, parts))
    })
}

/// An award's name with its edition.
fn name(report: &Report, award: &Award) -> String {
    let name = award.name.get(report.lang);
    match &award.edition {
        Some(edition) => fill(words::publish(report.lang).edition(), &[name, edition]),
        None => name.to_owned(),
    }
}

fn find<'r>(report: &'r Report, id: &str) -> Option<&'r Award> {
    report.data.awards.iter().find(|award| award.id == id)
}

fn winners_of(report: &Report, award: &Award) -> Entry {
    let own = words::ask(report.lang);
    let part = |category: &dataset::Category| {
        let winners = words::count(report.lang, category.winners.len());
        [category.label.get(report.lang), ": ", &winners].concat().into()
    };
    let counted = Counted {
        key: key(Record::Winners, &award.id),
        name: own.winners(),
        value: words::count(
            report.lang,
            award.categories.iter().map(|category| category.winners.len()).sum(),
        ),
        formula: own.winners_formula(),
        parts: award.categories.iter().map(part).collect(),
    };
    counted.entry(report, award)
}

fn categories_of(report: &Report, award: &Award) -> Entry {
    let own = words::ask(report.lang);
    let counted = Counted {
        key: key(Record::Categories, &award.id),
        name: own.categories(),
        value: words::count(report.lang, award.category_count()),
        formula: own.categories_formula(),
        parts: award
            .categories
            .iter()
            .map(|category| describe::category_name(report, category).into())
            .collect(),
    };
    counted.entry(report, award)
}

fn places_of(report: &Report, award: &Award) -> Vec<Entry> {
    let found = figures::places(&report.data, award);
    let places = found.iter().flat_map(|found| &found.places);
    let mut winners = winners_by_place(report, award);
    places.map(|place| place_of(report, award, *place, winners.remove(place.0).unwrap_or_default())).collect()
}

/// The names of an award's winners by the id of their place, in the order of the source.
fn winners_by_place<'r>(report: &'r Report, award: &'r Award) -> BTreeMap<&'r str, Vec<Line>> {
    let own = words::ask(report.lang);
    let mut places: BTreeMap<&str, Vec<Line>> = BTreeMap::new();
    for winner in award.categories.iter().flat_map(|category| &category.winners) {
        let Some(place) = WinnerPlace::of(&report.data, winner) else { continue };
        let name = winner.name.get(report.lang);
        let name = if place.inferred { fill(own.place_inferred(), &[name]).into() } else { name.into() };
        places.entry(place.id).or_default().push(name);
    }
    places
}

fn place_of(
    report: &Report,
    award: &Award,
    (id, region, number): (&str, &Region, usize),
    parts: Vec<Line>,
) -> Entry {
    let own = words::ask(report.lang);
    let name = fill(own.place_winners(), &[region.name.get(report.lang), "{0}"]);
    let counted = Counted {
        key: of_award(Record::Place, &award.id, id),
        name: &name,
        value: if number == 0 {
            report.words.none_known().to_owned()
        } else {
            words::count(report.lang, number)
        },
        formula: own.place_formula(),
        parts,
    };
    counted.entry(report, award)
}

/// Something that was counted in an award's lists.
struct Counted<'c> {
    key: String,
    /// What it is, with a place for the award's name.
    name: &'c str,
    value: String,
    formula: &'static str,
    /// What was counted.
    parts: Vec<Line>,
}

impl Counted<'_> {
    fn entry(self, report: &Report, award: &Award) -> Entry {
        let own = words::ask(report.lang);
        let name = fill(self.name, &[&name(report, award)]);
        let origin = Origin::Computed(award.evidence.clone());
        let mut entry = Entry::new(self.key, name, self.value, origin);
        entry.when = given(report, award);
        entry.row(own.result(), entry.value.clone());
        entry.row(own.when(), entry.when.clone());
        entry.row(own.formula(), self.formula);
        entry.list(own.inputs(), self.parts);
        entry.row(own.source(), computed_source(report, own.counted(), award.evidence.as_ref(), ""));
        let of_jury = |note: &&Note| is_of_jury(award, note);
        let notes = notes(report, award).filter(|note| !of_jury(note)).map(|note| &note.text);
        entry.list(own.notes(), award.note.iter().chain(notes).map(|note| note.get(report.lang).into()));
        entry
    }
}

fn jury_of(report: &Report, award: &Award) -> Option<Entry> {
    let own = words::ask(report.lang);
    let jury = award.jury.as_ref()?;
    let listed = words::count(report.lang, jury.members.len());
    let value = match jury.stated {
        Some(stated) => fill(own.jury_value(), &[&stated.to_string(), &listed]),
        None => fill(own.jury_listed(), &[&listed]),
    };
    let name = fill(own.jury(), &[&name(report, award)]);
    let origin = Origin::Source(jury.evidence.clone());
    let mut entry = Entry::new(key(Record::Jury, &award.id), name, value.clone(), origin);
    entry.when = given(report, award);
    entry.row(own.value(), value);
    entry.row(own.unit(), own.unit_person());
    entry.row(own.when(), entry.when.clone());
    entry.row(own.source(), source(report, jury.evidence.as_ref()));
    let notes = notes(report, award).filter(|note| is_of_jury(award, note));
    entry.list(own.notes(), notes.map(|note| note.text.get(report.lang).into()));
    Some(entry)
}

/// The notes about an award.
fn notes<'r>(report: &'r Report, award: &'r Award) -> impl Iterator<Item = &'r Note> {
    report.lookup().notes(&report.data, &[&award.id])
}

/// Whether a note about an award speaks of the place in the source where its jury stands.
fn is_of_jury(award: &Award, note: &Note) -> bool {
    let place = |evidence: &Evidence| (evidence.source.clone(), evidence.line);
    let jury = award.jury.as_ref().and_then(|jury| jury.evidence.as_ref());
    note.evidence.as_ref().map(place) == jury.map(place)
}

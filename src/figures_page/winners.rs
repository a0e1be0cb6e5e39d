//! The persons whom winners of awards protect, and their prizes.
use dataset::{Award, Decimal, Stated, Unit, Winner};
use figures::key::{self, Record};
use words::fill;

use super::entry::{Entry, Measurement, Origin, unit_code};
use super::source::source;
use super::wording::{given, notes, precise, text, unit};
use crate::context::Report;
use crate::describe::{money, persons_of};

/// The numbers of an award's winners.
pub fn entries_of(report: &Report, award: &Award) -> Vec<Entry> {
    let entries = |winner| [persons_of_winner(report, award, winner), prize_of(report, award, winner)];
    winners(award).flat_map(entries).flatten().collect()
}

/// The persons whom a winner protects, by the award's id, a dot and the winner's.
pub fn persons(report: &Report, id: &str) -> Option<Entry> {
    let (award, winner) = find(report, id)?;
    persons_of_winner(report, award, winner)
}

/// The prize of a winner, by the same.
pub fn prize(report: &Report, id: &str) -> Option<Entry> {
    let (award, winner) = find(report, id)?;
    prize_of(report, award, winner)
}

/// The winners of an award in all categories, and of its special awards.
fn winners(award: &Award) -> impl Iterator<Item = &Winner> {
    award.categories.iter().flat_map(|category| &category.winners).chain(&award.special)
}

fn find<'r>(report: &'r Report, id: &str) -> Option<(&'r Award, &'r Winner)> {
    // Ids may have dots themselves.
    report.data.awards.iter().find_map(|award| {
        let id = id.strip_prefix(&award.id)?.strip_prefix('.')?;
        winners(award).find(|winner| winner.id == id).map(|winner| (award, winner))
    })
}

fn persons_of_winner(report: &Report, award: &Award, winner: &Winner) -> Option<Entry> {
    let own = words::ask(report.lang);
    let persons = winner.persons.as_ref()?;
    let number = Decimal::whole(i64::from(persons.value));
    let stated = Stated { number, step: None, qualifier: persons.qualifier };
    let name = words::capitalised(&fill(own.persons(), &[winner.name.get(report.lang), &report.names.many]));
    let evidence = persons.evidence.as_ref().or(winner.evidence.as_ref());
    let origin = Origin::Source(evidence.cloned());
    let mut entry = Entry::new(
        key::of_award(Record::Winner, &award.id, &winner.id),
        name,
        persons_of(report, persons),
        origin,
    );
    entry.when = given(report, award);
    let whom = text(report, persons.label.as_ref());
    entry.cited = (!whom.is_empty()).then(|| fill(own.persons_value(), &[&entry.value, whom]));
    entry.row(own.value(), precise(report, &stated, &Unit::Person));
    let code = unit_code(&Unit::Person).to_owned();
    entry.measurement = Some(Measurement { value: number, bounds: None, unit: code });
    entry.row(own.unit(), unit(report, &Unit::Person, whom));
    entry.row(own.when(), only_given(report, &entry));
    entry.row(own.counts(), text(report, winner.citation.as_ref()));
    entry.row(own.source(), source(report, evidence));
    entry.list(own.notes(), notes(report, &[&winner.id], winner.note.as_ref()));
    Some(entry)
}

fn prize_of(report: &Report, award: &Award, winner: &Winner) -> Option<Entry> {
    let own = words::ask(report.lang);
    let prize = winner.prize.as_ref()?;
    let name = fill(own.prize(), &[winner.name.get(report.lang)]);
    let value = money(report, Decimal::whole(prize.amount), prize.currency.as_ref());
    let origin = Origin::Source(winner.evidence.clone());
    let mut entry =
        Entry::new(key::of_award(Record::Prize, &award.id, &winner.id), name, value.clone(), origin);
    entry.when = given(report, award);
    entry.row(own.value(), fill(own.exact(), &[&value]));
    entry.row(own.when(), only_given(report, &entry));
    entry.row(own.source(), source(report, winner.evidence.as_ref()));
    entry.list(own.notes(), notes(report, &[&winner.id], winner.note.as_ref()));
    Some(entry)
}

/// That a number's own date is not stated, only when the award was given.
fn only_given(report: &Report, entry: &Entry) -> String {
    let own = words::ask(report.lang);
    if entry.when.is_empty() { String::new() } else { fill(own.given_only(), &[&entry.when]) }
}

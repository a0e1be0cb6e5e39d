//! Figures of single records: claims one by one, awards and what is counted in their lists.
use super::entry::{Book, Entry, From, code, escaped, link, list};
use crate::components::markup::Markup;
use dataset::{Award, ClaimCase, Decimal, Evidence, Note, Region, Stated, Unit, Winner};
use figures::key::{CASES, Record, key};
use figures::{AwardFigures, WinnerPlace};
use words::fill;

/// The benefit of each claim, and their sum. Who received it is not said.
pub fn cases(book: &Book<'_>) -> Vec<Entry> {
    let Some(claims) = book.data.claims.as_ref() else { return Vec::new() };
    let with_amount = |(index, case): (usize, &ClaimCase)| case.amount.is_some().then_some(index);
    let numbers: Vec<usize> = claims.cases.iter().enumerate().filter_map(with_amount).collect();
    let mut entries: Vec<Entry> =
        numbers.iter().filter_map(|index| case(book, index + 1, claims.cases.get(*index)?)).collect();
    let total = figures::claims(book.data).and_then(|claims| claims.cases_total);
    if let Some(total) = total {
        entries.push(sum(book, total, &entries, claims.cases_are_examples == Some(true)));
    }
    entries
}

fn case(book: &Book<'_>, number: usize, case: &ClaimCase) -> Option<Entry> {
    let own = book.own;
    let amount = Decimal::whole(case.amount?);
    let currency = case.currency.as_ref().or(book.data.currency.as_ref());
    let programme = case.programme.as_ref().map(|id| {
        book.data.programmes.get(id).map_or(id.as_str(), |programme| programme.label.get(book.lang))
    });
    let number = number.to_string();
    let name = match programme {
        Some(programme) => fill(own.case, &[&number, programme]),
        None => fill(own.case_plain, &[&number]),
    };
    let value = book.money(amount, case.currency.as_ref());
    let from = From::Source(case.evidence.clone());
    let mut entry = Entry::new(key(Record::Case, &case.id), name, value, from);
    entry.when = case.date.map(|date| words::date(book.lang, date)).unwrap_or_default();
    let full = currency.map_or_else(
        || words::number(book.lang, amount),
        |currency| words::money(book.lang, amount, currency),
    );
    entry.say(own.value, &fill(own.exact, &[&full]));
    entry.number(amount, None, currency.map_or("", |currency| currency.code()));
    entry.data.extend(case.date.map(|date| ("data-time", date.to_string())));
    entry.say(own.unit, &currency.map(|currency| book.currency(currency)).unwrap_or_default());
    entry.say(own.when, &entry.when.clone());
    if let Some(place) = &case.place {
        entry.say(own.place, book.region(&place.region));
    }
    entry.say(own.counts, own.case_counts);
    entry.row(own.source, book.source(case.evidence.as_ref()));
    entry.row(own.notes, book.notes(&[&case.id], case.note.as_ref()));
    Some(entry)
}

fn sum(book: &Book<'_>, total: Decimal, cases: &[Entry], examples: bool) -> Entry {
    let own = book.own;
    let value = book.money(total, None);
    let evidence =
        book.data.claims.as_ref().and_then(|claims| claims.cases.iter().find_map(|c| c.evidence.clone()));
    let mut entry = Entry::new(CASES, own.cases.to_owned(), value, From::Computed(evidence.clone()));
    let full = book
        .data
        .currency
        .as_ref()
        .map_or_else(|| words::number(book.lang, total), |currency| words::money(book.lang, total, currency));
    entry.say(own.result, &fill(own.result_exact, &[&full]));
    entry.number(total, None, book.data.currency.as_ref().map_or("", |currency| currency.code()));
    entry.say(own.counts, if examples { own.cases_examples } else { own.case_counts });
    entry.say(own.formula, own.cases_formula);
    entry.row(own.inputs, inputs(cases));
    entry.row(own.source, computed_source(book, own.own, evidence.as_ref()));
    entry
}

/// Figures that another one consists of.
fn inputs(entries: &[Entry]) -> Markup {
    list(entries.iter().map(|entry| {
        let mut html = link(&entry.key, &entry.name);
        html.text(": ").text(&entry.value);
        html
    }))
}

fn computed_source(book: &Book<'_>, said: &str, evidence: Option<&Evidence>) -> Markup {
    let mut html = Markup::new();
    html.text(said).text(" ").push(&book.source_of(evidence, ""));
    html
}

/// What is counted in the lists of awards, and the numbers of their winners.
pub fn awards(book: &Book<'_>) -> Vec<Entry> {
    let mut entries = Vec::new();
    for found in &figures::awards(book.data) {
        entries.push(winners(book, found));
        entries.push(categories(book, found.award));
        entries.extend(jury(book, found.award));
        entries.extend(places(book, found.award));
        let winners = found.award.categories.iter().flat_map(|category| category.winners.iter());
        for winner in winners.chain(found.award.special.iter()) {
            entries.extend(persons(book, found.award, winner));
            entries.extend(prize(book, found.award, winner));
        }
    }
    entries
}

/// An award's name with its edition, and when it was given.
fn named(book: &Book<'_>, award: &Award) -> (String, String) {
    let name = award.name.get(book.lang);
    let name = match &award.edition {
        Some(edition) => fill(words::publish(book.lang).edition, &[name, edition]),
        None => name.to_owned(),
    };
    let event = award.event.as_ref().and_then(|id| book.data.events.iter().find(|event| event.id == *id));
    let date = event.and_then(|event| event.date).map(|date| words::date(book.lang, date));
    (name, date.map(|date| fill(book.own.given, &[&date])).unwrap_or_default())
}

/// That a number's own date is not stated, only when the award was given.
fn when(book: &Book<'_>, entry: &mut Entry) {
    let text = if entry.when.is_empty() { String::new() } else { fill(book.own.given_only, &[&entry.when]) };
    entry.say(book.own.when, &text);
}

fn count(book: &Book<'_>, count: usize) -> String {
    words::number(book.lang, Decimal::whole(i64::try_from(count).unwrap_or(i64::MAX)))
}

fn winners(book: &Book<'_>, found: &AwardFigures<'_>) -> Entry {
    let own = book.own;
    let parts = found.award.categories.iter().map(|category| {
        let number = count(book, category.winners.len());
        escaped(&[category.label.get(book.lang), ": ", &number].concat())
    });
    let value = count(book, found.winners);
    counted(book, found.award, (Record::Winners, own.winners, own.winners_formula), &value, list(parts))
}

/// How many winners each place has, where a chart shows it.
fn places(book: &Book<'_>, award: &Award) -> Vec<Entry> {
    let own = book.own;
    let Some(found) = figures::places(book.data, award) else { return Vec::new() };
    let winners = || award.categories.iter().flat_map(|category| category.winners.iter());
    let entry = |(id, region, number): &(&str, &Region, usize)| {
        let parts = winners().filter_map(|winner| {
            let place = WinnerPlace::of(book.data, winner).filter(|place| place.id == *id)?;
            let name = winner.name.get(book.lang);
            let said = if place.inferred { fill(own.place_inferred, &[name]) } else { name.to_owned() };
            Some(escaped(&said))
        });
        let name = fill(own.place_winners, &[region.name.get(book.lang), "{0}"]);
        let value = if *number == 0 { book.words.none_known.to_owned() } else { count(book, *number) };
        let mut entry = counted(book, award, (Record::Place, &name, own.place_formula), &value, list(parts));
        entry.key = key(Record::Place, &[&award.id, ".", id].concat());
        entry
    };
    found.places.iter().map(entry).collect()
}

fn categories(book: &Book<'_>, award: &Award) -> Entry {
    let own = book.own;
    let parts = award.categories.iter().map(|category| escaped(category.label.get(book.lang)));
    let value = count(book, award.categories.len());
    counted(book, award, (Record::Categories, own.categories, own.categories_formula), &value, list(parts))
}

fn counted(
    book: &Book<'_>,
    award: &Award,
    (kind, name, formula): (Record, &str, &'static str),
    value: &str,
    parts: Markup,
) -> Entry {
    let own = book.own;
    let (award_name, when) = named(book, award);
    let name = fill(name, &[&award_name]);
    let from = From::Computed(award.evidence.clone());
    let mut entry = Entry::new(key(kind, &award.id), name, value.to_owned(), from);
    entry.when = when;
    entry.say(own.result, value);
    entry.say(own.when, &entry.when.clone());
    entry.say(own.formula, formula);
    entry.row(own.inputs, parts);
    entry.row(own.source, computed_source(book, own.counted, award.evidence.as_ref()));
    let jury = award.jury.as_ref().and_then(|jury| jury.evidence.as_ref());
    let notes = notes(book, award).filter(|note| place(note.evidence.as_ref()) != place(jury));
    let notes = award.note.iter().chain(notes.map(|note| &note.text));
    entry.row(own.notes, list(notes.map(|note| escaped(note.get(book.lang)))));
    entry
}

/// The notes about an award.
fn notes<'b>(book: &'b Book<'_>, award: &'b Award) -> impl Iterator<Item = &'b Note> {
    book.data.notes.iter().filter(|note| note.about.contains(&award.id))
}

/// Where something stands: source and line.
fn place(evidence: Option<&Evidence>) -> Option<(&str, Option<u32>)> {
    evidence.map(|evidence| (evidence.source.as_str(), evidence.line))
}

fn jury(book: &Book<'_>, award: &Award) -> Option<Entry> {
    let own = book.own;
    let jury = award.jury.as_ref()?;
    let listed = count(book, jury.members.len());
    let value = match jury.stated {
        Some(stated) => fill(own.jury_value, &[&stated.to_string(), &listed]),
        None => fill(own.jury_listed, &[&listed]),
    };
    let (award_name, when) = named(book, award);
    let name = fill(own.jury, &[&award_name]);
    let from = From::Source(jury.evidence.clone());
    let mut entry = Entry::new(key(Record::Jury, &award.id), name, value.clone(), from);
    entry.when = when;
    entry.say(own.value, &value);
    entry.say(own.unit, own.unit_person);
    entry.say(own.when, &entry.when.clone());
    entry.row(own.source, book.source(jury.evidence.as_ref()));
    // Of the notes about the award, those that speak of the same place.
    let notes =
        notes(book, award).filter(|note| place(note.evidence.as_ref()) == place(jury.evidence.as_ref()));
    entry.row(own.notes, list(notes.map(|note| escaped(note.text.get(book.lang)))));
    Some(entry)
}

fn persons(book: &Book<'_>, award: &Award, winner: &Winner) -> Option<Entry> {
    let own = book.own;
    let persons = winner.persons.as_ref()?;
    let number = Decimal::whole(i64::from(persons.value));
    let stated = Stated { number, step: None, qualifier: persons.qualifier };
    let name = fill(own.persons, &[winner.name.get(book.lang)]);
    let value = words::value(book.lang, &stated, &Unit::Person);
    let evidence = persons.evidence.as_ref().or(winner.evidence.as_ref());
    let from = From::Source(evidence.cloned());
    let mut entry = Entry::new(key(Record::Winner, &winner.id), name, value, from);
    entry.when = named(book, award).1;
    let whom = book.text(persons.label.as_ref());
    entry.cited = (!whom.is_empty()).then(|| fill(own.persons_value, &[&entry.value, whom]));
    entry.say(own.value, &book.precise(&stated, &Unit::Person));
    entry.number(number, None, code(&Unit::Person));
    entry.say(own.unit, &book.unit(&Unit::Person, book.text(persons.label.as_ref())));
    when(book, &mut entry);
    entry.say(own.counts, book.text(winner.citation.as_ref()));
    entry.row(own.source, book.source(evidence));
    entry.row(own.notes, book.notes(&[&winner.id], winner.note.as_ref()));
    Some(entry)
}

fn prize(book: &Book<'_>, award: &Award, winner: &Winner) -> Option<Entry> {
    let own = book.own;
    let prize = winner.prize.as_ref()?;
    let amount = Decimal::whole(prize.amount);
    let name = fill(own.prize, &[winner.name.get(book.lang)]);
    let value = book.money(amount, prize.currency.as_ref());
    let from = From::Source(winner.evidence.clone());
    let mut entry = Entry::new(key(Record::Prize, &winner.id), name, value.clone(), from);
    entry.when = named(book, award).1;
    entry.say(own.value, &fill(own.exact, &[&value]));
    when(book, &mut entry);
    entry.row(own.source, book.source(winner.evidence.as_ref()));
    entry.row(own.notes, book.notes(&[&winner.id], winner.note.as_ref()));
    Some(entry)
}

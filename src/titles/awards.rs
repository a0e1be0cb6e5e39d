//! What was found of awards: winners, where they are from, special awards, juries.
use dataset::{Award, Category, Stated};
use figures::order;
use figures::{AwardFigures, Places};
use words::{fill, small_count};

use super::finish;
use crate::context::Report;
use crate::describe;

/// Winners of the categories of an award, and where most are from if that is sure.
#[must_use]
pub fn winners(report: &Report, figures: &AwardFigures<'_>) -> String {
    let words = words::titles(report.lang);
    let stated = figures.award.stated.as_ref().and_then(|counts| usize::try_from(counts.winners?).ok());
    if figures.winners == 0 || stated.is_some_and(|stated| stated > figures.winners) {
        return finish(report.words.winners());
    }
    let with_winners = figures.award.categories.iter().filter(|category| !category.winners.is_empty());
    let categories = Category::count(with_winners);
    let counted = |number| words::count(report.lang, number);
    let text = fill(words.winners(), &[&counted(figures.winners), &counted(categories)]);
    let places = figures::places(&report.data, figures.award);
    let most = places.as_ref().and_then(surely_most);
    finish(&match most {
        Some((id, count)) => fill(words.winners_most(), &[&text, &report.region(id), &counted(count)]),
        None => text,
    })
}

/// Where the winners of an award are from: the place or the places with the most.
#[must_use]
pub fn places(report: &Report, places: &Places<'_>) -> String {
    let words = words::titles(report.lang);
    let most = places.places.first().map_or(0, |(_, _, count)| *count);
    let first: Vec<String> = places
        .places
        .iter()
        .filter(|(_, _, count)| *count == most && most > 0)
        .map(|(id, ..)| report.region(id))
        .collect();
    let count = places.places.iter().filter(|(_, _, count)| *count > 0).count();
    let (most, placed) = (words::count(report.lang, most), words::count(report.lang, places.placed));
    let text = match first.as_slice() {
        [] => return finish(report.words.places_chart()),
        [one] => fill(words.place_most(), &[one, &most, &placed]),
        [one, other] if count > 2 => {
            fill(words.places_most(), &[&fill(words.both(), &[one, other]), &most, &placed])
        }
        _ => fill(words.places(), &[&placed, &small_count(report.lang, count)]),
    };
    let all = places.placed == places.winners;
    finish(&if all { text } else { fill(words.place_known(), &[&text]) })
}

/// Special awards: who protects the most persons if that is sure, else how many there are.
#[must_use]
pub fn special_awards(report: &Report, award: &Award) -> String {
    let words = words::titles(report.lang);
    let winners = &award.special;
    if winners.is_empty() {
        return finish(report.words.special());
    }
    let numbers = winners.iter().map(|winner| winner.persons.as_ref().map(describe::stated_persons));
    let numbers: Option<Vec<Stated>> = numbers.collect();
    let most = numbers.and_then(|numbers| match numbers.as_slice() {
        [_] => winners.first(),
        numbers => winners.get(order::highest(numbers)?),
    });
    let Some((winner, persons)) = most.and_then(|most| Some((most, most.persons.as_ref()?))) else {
        return finish(&fill(words.special(), &[&words::count(report.lang, winners.len())]));
    };
    let name = winner.region.as_ref().filter(|id| report.data.regions.get(id).is_some());
    let name = name.map_or_else(|| winner.name.get(report.lang).to_owned(), |id| report.region(id));
    let number = describe::persons_of(report, persons);
    let whom = persons.label.as_ref().map(|label| label.get(report.lang).to_owned());
    let whom = whom.unwrap_or_else(|| report.names.noun(&number).to_owned());
    let text = fill(words.special_persons(), &[&name, &number, &whom]);
    if winners.len() == 1 {
        return finish(&text);
    }
    let among = fill(words.winner_count(), &[&small_count(report.lang, winners.len())]);
    finish(&fill(words.most(), &[&text, &among]))
}

/// The jury of an award: how many, or how many of them are named.
#[must_use]
pub fn jury(report: &Report, award: &Award) -> String {
    let words = words::titles(report.lang);
    let Some(jury) = award.jury.as_ref() else { return finish(report.words.jury()) };
    let listed = jury.members.len();
    let stated = jury.stated.and_then(|stated| usize::try_from(stated).ok());
    let (template, counts) = match stated {
        Some(stated) if listed > stated => (words.jury_more(), [stated, listed]),
        Some(stated) if listed > 0 && listed < stated => (words.jury_named(), [listed, stated]),
        Some(stated) if stated > 0 => (words.jury(), [stated, 0]),
        None if listed > 0 => (words.jury(), [listed, 0]),
        _ => return finish(report.words.jury()),
    };
    let counts = counts.map(|count| words::count(report.lang, count));
    finish(&fill(template, &counts.each_ref().map(String::as_str)))
}

/// The place from which most winners are, whatever the places that are unknown or inferred may be.
fn surely_most<'d>(places: &Places<'d>) -> Option<(&'d str, usize)> {
    let (id, _, most) = places.places.first()?;
    let second = places.places.get(1).map_or(0, |(_, _, count)| *count);
    let open = places.winners - places.placed + 2 * places.inferred;
    (*most > second + open).then_some((*id, *most))
}

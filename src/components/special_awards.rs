//! Special awards, with the persons that each winner protects.
use super::comparison::Comparison;
use super::embed_link::embed_line;
use super::markup::Markup;
use super::part::Part;
use super::parts::{block, fixed};
use super::report::Report;
use super::source_note::source_note;
use charts::Amount;
use dataset::{Award, Decimal, Persons, Stated, Unit, Winner};
use figures::key::{Record, key};
use routes::Block;
use words::fill;

/// The special awards of an edition; `None` where there are none.
pub fn special_awards(report: Report, award: &'static Award) -> Option<Part> {
    let words = report.words;
    let winners: Vec<&'static Winner> = award.special.iter().collect();
    if winners.is_empty() {
        return None;
    }
    let with_persons = winners.iter().filter(|winner| winner.persons.is_some()).count();
    let mut title = Markup::new();
    title.element("h3", words.special);
    let mut items = Markup::new();
    items.maybe("p class=\"caveat\"", (with_persons > 1).then_some(words.special_not_summed));
    items.open("ul class=\"winners special\"");
    for winner in &winners {
        item(&mut items, report, winner);
    }
    items.close("ul");
    embed_line(&mut items, report, Block::SpecialAwards);
    let mut children = vec![fixed("text", title.finish())];
    if with_persons > 0 {
        children.push(chart(report, &winners));
    }
    children.push(fixed("text", items.finish()));
    Some(block("special-awards", children))
}

fn item(html: &mut Markup, report: Report, winner: &Winner) {
    let lang = report.lang;
    html.open("li").element("span class=\"name\"", winner.name.get(lang));
    html.maybe("span class=\"citation\"", winner.citation.as_ref().map(|text| text.get(lang)));
    html.maybe("span class=\"note\"", winner.note.as_ref().map(|text| text.get(lang)));
    source_note(html, report, winner.evidence.as_ref());
    html.close("li");
}

/// The number of persons as it is shown.
pub fn persons(report: Report, persons: &Persons) -> String {
    let number = Decimal::whole(i64::from(persons.value));
    words::value(report.lang, &Stated { number, step: None, qualifier: persons.qualifier }, &Unit::Person)
}

fn chart(report: Report, winners: &[&'static Winner]) -> Part {
    let (lang, words) = (report.lang, report.words);
    let mut sorted = winners.to_vec();
    let count = |winner: &Winner| winner.persons.as_ref().map(|p| p.value);
    sorted.sort_by_key(|winner| std::cmp::Reverse(count(winner)));
    let label = |winner: &Winner| winner.name.get(lang).to_owned();
    let who = |winner: &Winner| {
        let label = winner.persons.as_ref().and_then(|p| p.label.as_ref());
        label.map(|label| label.get(lang).to_owned())
    };
    let number = |winner: &Winner| {
        winner.persons.as_ref().map_or_else(|| words.not_stated.to_owned(), |p| persons(report, p))
    };
    let columns = [words.column_winner, words.column_persons];
    let place = (Block::SpecialAwards, Block::SpecialAwards.id());
    let mut chart = Comparison::of(report, place, words.special_chart.to_owned(), columns, &[]);
    chart.spoken.columns.push((words.column_whom, false));
    if let Some(first) = sorted.first() {
        let mut count = number(first);
        if let Some(who) = who(first) {
            count.push(' ');
            count.push_str(&who);
        }
        chart.say(&fill(words.special_text, &[&label(first), &count]));
    }
    for winner in sorted {
        let shown = number(winner);
        let amount = match &winner.persons {
            Some(p) => Amount::Known { value: f64::from(p.value), label: shown, interval: None },
            None => Amount::Missing { label: shown },
        };
        let figure = winner.persons.as_ref().map(|_| key(Record::Winner, &winner.id)).unwrap_or_default();
        chart.add((&winner.id, &figure), label(winner), amount);
        if let (Some(row), Some(cells)) = (chart.rows.rows.last_mut(), chart.spoken.rows.last_mut()) {
            row.sub_label = who(winner);
            cells.cells.push((who(winner).unwrap_or_default(), String::new()));
        }
    }
    chart.figure(report)
}

//! Special awards, with the persons that each winner protects.
use charts::Amount;
use dataset::{Award, Winner};
use figures::key::{Record, of_award};
use figures::order;
use leptos::prelude::*;
use routes::Block;
use tables::ROWS_WRITTEN;
use words::{capitalised, fill};

use super::amounts;
use super::award_blocks::{block_id, chart_name};
use super::winners::{self, place};
use crate::context::{Report, use_report};
use crate::describe;
use crate::titles;
use crate::ui::{Card, Caveat, Comparison, ComparisonChart, PhraseText, SourceNote};

/// The special awards of an edition; nothing where there are none.
#[component]
pub fn SpecialAwardsBlock(
    /// The award's place in the dataset.
    award: usize,
) -> impl IntoView {
    let report = use_report();
    let words = report.words;
    let id = block_id(&report, award, Block::SpecialAwards);
    let name = chart_name(&report, award, Block::SpecialAwards);
    let award = report.data.awards.get(award).filter(|award| !award.special.is_empty())?;
    let winners = &award.special;
    let with_persons = winners.iter().filter(|winner| winner.persons.is_some()).count();
    let caveat = (with_persons > 1).then(|| words.special_not_summed().to_owned());
    let chart = (with_persons > 0).then(|| persons(&report, award, name.clone()));
    let items = winners
        .iter()
        .take(ROWS_WRITTEN)
        .map(|winner| view! { <SpecialAward award=award.id.clone() winner=winner.clone()/> })
        .collect_view();
    let table = chart.as_ref().map(|chart| chart.spoken.clone()).unwrap_or_default();
    let evidence = winners.iter().find_map(|winner| winner.evidence.clone());
    let list = view! { <ul class="winners special">{items}</ul> };
    // A chart names the winners; what else is said of them is in the menu then.
    let (list, more) = if chart.is_some() {
        let more = view! { <details class="more"><summary>{words.special_more()}</summary>{list}</details> };
        (None, Some(more.into_any()))
    } else {
        (Some(list), None)
    };
    let left_out = amounts::left_out(&report, winners.len());
    Some(view! {
        <div class="block" id=id>
            <Card
                block=Block::SpecialAwards
                name=name
                title=titles::special_awards(&report, award)
                evidence
                figure=table.first_figure()
                table
                more
            >
                {chart.map(|comparison| view! { <ComparisonChart comparison/> })}
                {list}
                <Caveat text=left_out/>
                <Caveat text=caveat/>
            </Card>
        </div>
    })
}

/// A special award: who received it, and for what.
#[component]
fn SpecialAward(
    /// The award's id.
    award: String,
    /// Who received it.
    winner: Winner,
) -> impl IntoView {
    let report = use_report();
    let lang = report.lang;
    let name = winner.name.get(lang).to_owned();
    let place = place(&report, &winner).map(|place| view! { <span class="place">{place}</span> });
    let prize = winners::prize(&report, &award, &winner).map(|phrase| {
        view! { <span class="note"><PhraseText phrase/></span> }
    });
    let citation = winner.citation.map(|text| text.get(lang).to_owned());
    let note = winner.note.map(|text| text.get(lang).to_owned());
    view! {
        <li>
            <span class="name">{name}</span>
            {place}
            {citation.map(|text| view! { <span class="citation">{text}</span> })}
            {note.map(|text| view! { <span class="note">{text}</span> })}
            {prize}
            <SourceNote evidence=winner.evidence/>
        </li>
    }
}

/// The persons that the winners protect, the most first.
fn persons(report: &Report, award: &Award, name: String) -> Comparison {
    let words = report.words;
    let mut sorted: Vec<&Winner> = award.special.iter().collect();
    let stated = |winner: &Winner| winner.persons.as_ref().map(describe::stated_persons);
    sorted.sort_by(|a, b| order::highest_first(stated(a).as_ref(), stated(b).as_ref()));
    let many = &report.names.many;
    let columns = [words.column_winner().to_owned(), capitalised(&fill(words.column_persons(), &[many]))];
    let title = fill(words.special_chart(), &[many]);
    let mut comparison = Comparison::new(Block::SpecialAwards, name, title, columns);
    comparison.spoken.columns.push((words.column_whom().into(), false));
    let (known, numbers): (Vec<&Winner>, Vec<_>) =
        sorted.iter().filter_map(|winner| Some((*winner, stated(winner)?))).unzip();
    if let Some(first) = order::highest(&numbers).and_then(|at| known.get(at)) {
        let count: Vec<String> = std::iter::once(number(report, first)).chain(whom(report, first)).collect();
        comparison.say(&fill(words.special_text(), &[first.name.get(report.lang), &count.join(" ")]));
    }
    for winner in sorted.into_iter().take(ROWS_WRITTEN) {
        add(&mut comparison, report, award, winner);
    }
    comparison
}

/// Adds the persons that a winner protects.
fn add(comparison: &mut Comparison, report: &Report, award: &Award, winner: &Winner) {
    let label = number(report, winner);
    let (figure, amount) = match &winner.persons {
        Some(persons) => {
            let value = f64::from(persons.value);
            (of_award(Record::Winner, &award.id, &winner.id), Amount::Known { value, label, interval: None })
        }
        None => (String::new(), Amount::Missing { label }),
    };
    comparison.add((&winner.id, &figure), winner.name.get(report.lang).to_owned(), amount);
    if let (Some(row), Some(cells)) = (comparison.rows.rows.last_mut(), comparison.spoken.rows.last_mut()) {
        row.sub_label = whom(report, winner);
        cells.cells.push((whom(report, winner).unwrap_or_default(), String::new()));
    }
}

/// How many persons a winner protects.
fn number(report: &Report, winner: &Winner) -> String {
    let persons = winner.persons.as_ref();
    persons.map_or_else(|| report.words.not_stated().to_owned(), |p| describe::persons_of(report, p))
}

/// Whom a winner protects.
fn whom(report: &Report, winner: &Winner) -> Option<String> {
    let label = winner.persons.as_ref().and_then(|persons| persons.label.as_ref());
    label.map(|label| label.get(report.lang).to_owned())
}

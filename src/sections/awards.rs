//! Awards: the sentence, winners, special awards, jury and ceremony of each edition.
use dataset::{Award, Event};
use figures::awards;
use leptos::prelude::*;
use routes::Block;

use super::award_blocks::award_has;
use super::jury::JuryBlock;
use super::special_awards::SpecialAwardsBlock;
use super::winners::WinnersBlock;
use crate::context::{Report, use_report};
use crate::describe;
use crate::ui::{Caveat, Folded, PhraseText, SourceNote};

/// All editions of awards in the dataset; nothing where there are none.
#[component]
pub fn AwardsSection() -> impl IntoView {
    let report = use_report();
    let editions = (0..report.data.awards.len()).map(|award| view! { <Edition award/> }).collect_view();
    (!report.data.awards.is_empty()).then(|| {
        view! {
            <section id="awards" aria-labelledby="awards-h">
                <h2 id="awards-h">{report.words.awards}</h2>
                {editions}
            </section>
        }
    })
}

/// One block of all editions, without the rest: what a frame shows of awards.
#[component]
pub fn AwardBlocks(
    /// The block.
    block: Block,
) -> impl IntoView {
    let report = use_report();
    let of_edition = |award| match block {
        Block::Winners => view! { <WinnersBlock award/> }.into_any(),
        Block::SpecialAwards => view! { <SpecialAwardsBlock award/> }.into_any(),
        _ => view! { <JuryBlock award/> }.into_any(),
    };
    // What the block is a part of cannot be seen here, so it is there to be heard.
    view! {
        <section id="awards" aria-labelledby="awards-h">
            <h2 id="awards-h" class="hidden">{report.words.awards}</h2>
            {(0..report.data.awards.len()).map(of_edition).collect_view()}
        </section>
    }
}

/// An edition of an award.
#[component]
fn Edition(
    /// The award's place in the dataset.
    award: usize,
) -> impl IntoView {
    let report = use_report();
    let editions = awards(&report.data);
    let figures = editions.get(award)?;
    let event = event_of(&report, figures.award);
    let phrase = describe::awards_sentence(&report, figures, event);
    let both = [Block::SpecialAwards, Block::Jury].into_iter().all(|block| award_has(figures.award, block));
    let class = if both { "blocks beside" } else { "blocks" };
    Some(view! {
        <p class="about"><PhraseText phrase/></p>
        <WinnersBlock award/>
        <div class=class>
            <SpecialAwardsBlock award/>
            <JuryBlock award/>
        </div>
        <Ceremony award/>
    })
}

/// The event at which an award was given.
fn event_of<'r>(report: &'r Report, award: &Award) -> Option<&'r Event> {
    let id = award.event.as_ref()?;
    report.data.events.iter().find(|event| event.id == *id)
}

/// Edition, organisers, ceremony and who attended.
#[component]
fn Ceremony(
    /// The award's place in the dataset.
    award: usize,
) -> impl IntoView {
    let report = use_report();
    let (lang, words) = (report.lang, report.words);
    let id = (award == 0).then_some("ceremony");
    let award = report.data.awards.get(award)?.clone();
    let event = event_of(&report, &award).cloned();
    let organisers: Vec<&str> = award.organisers.iter().map(|text| text.get(lang)).collect();
    let organisers = (!organisers.is_empty()).then(|| organisers.join("; "));
    let notes = [award.note.as_ref(), event.as_ref().and_then(|event| event.note.as_ref())];
    let notes = notes.map(|note| note.map(|note| note.get(lang).to_owned()));
    let held = event.as_ref().and_then(|event| when_and_where(&report, event));
    Some(view! {
        <Folded id title=words.ceremony>
            <dl>
                <Entry term=words.edition text=award.edition.clone()/>
                <Entry term=words.organisers text=organisers/>
                <Entry term=words.held text=held/>
                {event.map(|event| view! { <Attendees event/> })}
            </dl>
            {notes.map(|text| view! { <Caveat text/> }).collect_view()}
            <p class="credit"><SourceNote evidence=award.evidence.clone()/></p>
        </Folded>
    })
}

/// An entry of a list of terms; nothing where there is nothing to say.
#[component]
fn Entry(
    /// What it is.
    term: &'static str,
    /// What is said of it.
    text: Option<String>,
) -> impl IntoView {
    text.map(|text| view! { <dt>{term}</dt><dd>{text}</dd> })
}

fn when_and_where(report: &Report, event: &Event) -> Option<String> {
    let date = event.date.map(|date| words::date_weekday(report.lang, date));
    let venue = event.venue.as_ref().map(|venue| venue.get(report.lang).to_owned());
    let known: Vec<String> = [date, venue].into_iter().flatten().collect();
    (!known.is_empty()).then(|| known.join(", "))
}

/// Who attended, with their offices; nothing where nobody is named.
#[component]
fn Attendees(
    /// What they attended.
    event: Event,
) -> impl IntoView {
    let report = use_report();
    let names = event.attendees.iter().map(|attendee| {
        let office = attendee.office.as_ref().map(|office| office.get(report.lang));
        let parts: Vec<&str> = std::iter::once(attendee.name.get(report.lang)).chain(office).collect();
        parts.join(", ")
    });
    let items = names.map(|name| view! { <li>{name}</li> }).collect_view();
    (!event.attendees.is_empty()).then(|| {
        view! {
            <dt>{report.words.attendees}</dt>
            <dd><ul class="inline">{items}</ul></dd>
        }
    })
}

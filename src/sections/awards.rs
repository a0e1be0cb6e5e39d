//! Awards: the sentence, winners, special awards, jury and ceremony of each edition.
use figures::AwardFigures;
use leptos::prelude::*;
use routes::Block;

use super::award_blocks::award_has;
use super::events::{Attendees, event_of, when_and_where};
use super::jury::JuryBlock;
use super::special_awards::SpecialAwardsBlock;
use super::winners::WinnersBlock;
use crate::context::use_report;
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
                <h2 id="awards-h">{report.words.awards()}</h2>
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
            <h2 id="awards-h" class="hidden">{report.words.awards()}</h2>
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
    let figures = &AwardFigures::of(report.data.awards.get(award)?);
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
    // Readers take an award for one of the report's region.
    let region = award.region.as_ref().filter(|id| event.is_none() || **id != report.data.region);
    let region = region.map(|id| report.region_name(id));
    // Where categories are listed, their card says it.
    let counts = award.stated.as_ref().filter(|_| award.categories.is_empty());
    let counts = Some(describe::award_counts(&report, counts)).filter(|text| !text.is_empty());
    let label = event.as_ref().map(|event| event.label.get(lang).to_owned());
    let held = event.as_ref().and_then(|event| when_and_where(&report, event));
    let evidence = award.evidence.clone().or_else(|| event.as_ref().and_then(|event| event.evidence.clone()));
    Some(view! {
        <Folded id title=words.ceremony()>
            <dl>
                <Entry term=words.edition() text=award.edition.clone()/>
                <Entry term=words.column_place() text=region/>
                <Entry term=words.organisers() text=organisers/>
                <Entry term=words::more(lang).event() text=label/>
                <Entry term=words.held() text=held/>
                <Entry term=words::more(lang).stated() text=counts/>
                {event.map(|event| view! { <Attendees event/> })}
            </dl>
            {notes.map(|text| view! { <Caveat text/> }).collect_view()}
            <p class="credit"><SourceNote evidence/></p>
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

#[cfg(test)]
mod tests {
    use words::Lang;

    use super::*;
    use crate::sections::testing::html;

    #[test]
    fn numbers_that_a_source_states_stand_beside_what_it_lists() {
        let page = html("additions", Lang::En, || view! { <AwardsSection/> });
        for wanted in [
            "Stated by the source: 2 categories, 6 winners, 30 nominees, 412 applications.",
            "Stated by the source: 1 winner, 10 nominees.",
            "Winner not named",
            "Sample Award: 6 winners in <a",
        ] {
            assert!(page.contains(wanted), "{wanted}: {page}");
        }
    }
}

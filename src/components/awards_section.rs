//! Awards: edition and ceremony, winners, special awards, jury.
use leptos::prelude::*;

use super::jury_list::JuryList;
use super::report::Report;
use super::source_note::SourceNote;
use super::special_awards::SpecialAwards;
use super::winner_list::WinnerList;
use crate::figures::{AwardFigures, awards};
use crate::i18n::{self, fill};
use crate::model::{Award, Event};

/// All editions of awards in the dataset.
#[component]
pub fn AwardsSection(
    /// The report.
    report: Report,
) -> impl IntoView {
    let editions: Vec<_> = awards(report.data).iter().map(|figures| edition(report, figures)).collect();
    (!editions.is_empty())
        .then(|| {
            view! {
                <section id="awards" aria-labelledby="awards-h">
                    <h2 id="awards-h">{report.words.awards}</h2>
                    {editions}
                </section>
            }
        })
        .into_any()
}

fn edition(report: Report, figures: &AwardFigures<'static>) -> AnyView {
    let award = figures.award;
    let event = award.event.as_ref().and_then(|id| report.data.events.iter().find(|event| &event.id == id));
    view! {
        <p class="lead">{sentence(report, figures, event)}</p>
        <WinnerList report award/>
        <SpecialAwards report award/>
        <JuryList report award mismatch=figures.jury_mismatch/>
        {ceremony(report, award, event)}
    }
    .into_any()
}

fn sentence(report: Report, figures: &AwardFigures<'_>, event: Option<&Event>) -> String {
    let Report { lang, words, .. } = report;
    let award = figures.award;
    let name = award.name.get(lang);
    let counts = (figures.winners.to_string(), award.categories.len().to_string());
    let date = event.and_then(|event| event.date).map(|date| i18n::date(lang, date));
    let venue = event.and_then(|event| event.venue.as_ref()).map(|venue| venue.get(lang));
    match (&award.edition, date, venue) {
        (Some(edition), Some(date), Some(venue)) => {
            fill(words.awards_sentence, &[name, edition, &counts.0, &counts.1, &date, venue])
        }
        _ => fill(words.awards_sentence_short, &[name, &counts.0, &counts.1]),
    }
}

/// Edition, organisers, ceremony and who attended.
fn ceremony(report: Report, award: &'static Award, event: Option<&'static Event>) -> AnyView {
    let Report { lang, words, .. } = report;
    let organisers: Vec<&str> = award.organisers.iter().map(|text| text.get(lang)).collect();
    let when_where = event.map(|event| {
        let mut text = event.date.map(|date| i18n::date_weekday(lang, date)).unwrap_or_default();
        if let Some(venue) = &event.venue {
            text.push_str(", ");
            text.push_str(venue.get(lang));
        }
        text
    });
    let attendees: Vec<_> = event
        .into_iter()
        .flat_map(|event| &event.attendees)
        .map(|attendee| {
            let name = attendee.name.get(lang).to_owned();
            let office = attendee.office.as_ref().map(|office| format!(", {}", office.get(lang)));
            view! { <li>{name}{office}</li> }
        })
        .collect();
    let fact = |label: &'static str, text: String| {
        (!text.is_empty()).then(|| view! { <dt>{label}</dt><dd>{text}</dd> })
    };
    let note = [award.note.as_ref(), event.and_then(|event| event.note.as_ref())];
    let notes: Vec<_> = note
        .into_iter()
        .flatten()
        .map(|note| view! { <p class="caveat">{note.get(lang).to_owned()}</p> })
        .collect();
    let evidence = award.evidence.as_ref();
    view! {
        <div class="block" id="ceremony">
            <h3>{words.ceremony}</h3>
            <dl>
                {fact(words.edition, award.edition.clone().unwrap_or_default())}
                {fact(words.organisers, organisers.join("; "))}
                {fact(words.ceremony, when_where.unwrap_or_default())}
                {(!attendees.is_empty()).then(|| view! {
                    <dt>{words.attendees}</dt>
                    <dd><ul class="inline">{attendees}</ul></dd>
                })}
            </dl>
            {notes}
            <p class="credit"><SourceNote report evidence/></p>
        </div>
    }
    .into_any()
}

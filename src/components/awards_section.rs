//! Awards: edition and ceremony, winners, special awards, jury.
use leptos::prelude::*;

use super::jury_list::JuryList;
use super::markup::Markup;
use super::report::Report;
use super::source_note::source_note;
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
        <div class="block" id="ceremony" inner_html=ceremony(report, award, event)></div>
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
fn ceremony(report: Report, award: &Award, event: Option<&Event>) -> String {
    let Report { lang, words, .. } = report;
    let mut html = Markup::new();
    html.element("h3", words.ceremony).open("dl");
    if let Some(edition) = &award.edition {
        html.element("dt", words.edition).element("dd", edition);
    }
    if !award.organisers.is_empty() {
        let organisers: Vec<&str> = award.organisers.iter().map(|text| text.get(lang)).collect();
        html.element("dt", words.organisers).element("dd", &organisers.join("; "));
    }
    if let Some(event) = event {
        happening(&mut html, report, event);
    }
    html.close("dl");
    for note in [award.note.as_ref(), event.and_then(|event| event.note.as_ref())] {
        html.maybe("p class=\"caveat\"", note.map(|note| note.get(lang)));
    }
    html.open("p class=\"credit\"");
    source_note(&mut html, report, award.evidence.as_ref());
    html.close("p");
    html.finish()
}

/// When, where, and who attended.
fn happening(html: &mut Markup, report: Report, event: &Event) {
    let Report { lang, words, .. } = report;
    let date = event.date.map(|date| i18n::date_weekday(lang, date));
    let venue = event.venue.as_ref().map(|venue| venue.get(lang).to_owned());
    let when_where: Vec<String> = [date, venue].into_iter().flatten().collect();
    if !when_where.is_empty() {
        html.element("dt", words.held).element("dd", &when_where.join(", "));
    }
    if event.attendees.is_empty() {
        return;
    }
    html.element("dt", words.attendees).open("dd").open("ul class=\"inline\"");
    for attendee in &event.attendees {
        html.open("li").text(attendee.name.get(lang));
        if let Some(office) = &attendee.office {
            html.text(", ").text(office.get(lang));
        }
        html.close("li");
    }
    html.close("ul").close("dd");
}

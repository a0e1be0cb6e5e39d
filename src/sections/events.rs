//! Events: at which an award was given, and all others.
use std::collections::BTreeSet;

use dataset::{Award, Event};
use leptos::prelude::*;

use super::amounts;
use crate::context::{Report, use_report};
use crate::ui::{Caveat, Folded, SourceNote};

/// The event at which an award was given.
#[must_use]
pub fn event_of<'r>(report: &'r Report, award: &Award) -> Option<&'r Event> {
    report.lookup().event(&report.data, award.event.as_ref()?)
}

/// The events at which no award was given.
#[must_use]
pub fn others(report: &Report) -> Vec<&Event> {
    let of_awards = report.data.awards.iter().filter_map(|award| event_of(report, award));
    let given: BTreeSet<*const Event> = of_awards.map(std::ptr::from_ref).collect();
    report.data.events.iter().filter(|event| !given.contains(&std::ptr::from_ref(*event))).collect()
}

/// The events at which no award was given; nothing where there are none.
#[component]
pub fn Events() -> impl IntoView {
    let report = use_report();
    let item = |event: &Event| view! { <EventItem event=event.clone()/> };
    let (items, more) = amounts::written(&report, &others(&report), item);
    (!items.is_empty()).then(|| {
        view! {
            <Folded id="events" title=words::more(report.lang).events()>
                <ul class="statements">{items}</ul>
                <Caveat text=more/>
            </Folded>
        }
    })
}

/// An event: what it was, when and where, who attended, and what must be known.
#[component]
fn EventItem(
    /// The event.
    event: Event,
) -> impl IntoView {
    let report = use_report();
    let held = when_and_where(&report, &event).map(|held| [", ", &held].concat());
    let note = event.note.as_ref().map(|note| note.get(report.lang).to_owned());
    let (name, evidence) = (event.label.get(report.lang).to_owned(), event.evidence.clone());
    view! {
        <li>
            <span class="name">{name}</span>
            <span class="role">{held}</span>
            " "
            <SourceNote evidence/>
            <dl><Attendees event/></dl>
            <Caveat text=note/>
        </li>
    }
}

/// When and where an event was; the region where the venue does not name it.
#[must_use]
pub fn when_and_where(report: &Report, event: &Event) -> Option<String> {
    let date = event.date.map(|date| words::date_weekday(report.lang, date));
    let venue = event.venue.as_ref().map(|venue| venue.get(report.lang).to_owned());
    let is_named = |id: &String| venue.as_ref().is_some_and(|venue| venue.contains(&report.region(id)));
    let region = event.region.as_ref().filter(|id| !is_named(id)).map(|id| report.region_name(id));
    let known: Vec<String> = [date, venue.clone(), region].into_iter().flatten().collect();
    (!known.is_empty()).then(|| known.join(", "))
}

/// Who attended, with their offices; nothing where nobody is named.
#[component]
pub fn Attendees(
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
            <dt>{report.words.attendees()}</dt>
            <dd><ul class="inline">{items}</ul></dd>
        }
    })
}

#[cfg(test)]
mod tests {
    use words::Lang;

    use super::*;
    use crate::sections::testing::{html, with_report};

    #[test]
    fn an_event_without_an_award_is_shown() {
        let page = html("capabilities", Lang::En, || view! { <Events/> });
        assert!(page.contains("A visit") && !page.contains("Gala"), "{page}");
        assert!(!html("sumsel-2025-08", Lang::En, || view! { <Events/> }).contains("<li>"));
    }

    #[test]
    fn the_region_is_said_where_the_venue_does_not_name_it() {
        let held = |name: &str| {
            with_report(name, Lang::En, |report| {
                report.data.events.first().and_then(|event| when_and_where(report, event))
            })
        };
        let said = held("capabilities").unwrap();
        assert!(said.ends_with("Town Hall, Port City"), "{said}");
        let said = held("sumsel-2025-08").unwrap();
        assert!(said.ends_with("Hotel Aryaduta Palembang"), "{said}");
    }
}

//! The section of one figure.
use leptos::either::Either;
use leptos::html;
use leptos::prelude::*;

use super::FiguresOptions;
use super::chapters::find;
use super::citation::citation;
use super::entry::{Entry, Row};
use super::host::Host;
use super::line::LineText;
use crate::context::use_report;
use crate::ui::area_text;

/// The section of the figure of a key; nothing where there is no such figure.
#[component]
pub fn FigureEntry(
    /// The figure's key, see [`figures::key`].
    #[prop(into)]
    key: String,
    /// What citations say.
    options: FiguresOptions,
    /// Where it is shown.
    #[prop(optional)]
    host: Host,
    /// Its heading.
    #[prop(optional)]
    heading: NodeRef<html::H3>,
    /// The field with its citation.
    #[prop(optional)]
    field: NodeRef<html::Textarea>,
    /// What stands at its end.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let report = use_report();
    let entry = find(&report, &key)?;
    let citation = citation(&report, &options, &entry);
    let end = children.map(|children| children());
    Some(view! { <EntrySection entry citation host heading field end/> })
}

/// A figure with all that is known of it.
#[component]
pub fn EntrySection(
    /// The figure.
    entry: Entry,
    /// Its citation.
    citation: String,
    /// Where it is shown.
    host: Host,
    /// Its heading.
    #[prop(optional)]
    heading: NodeRef<html::H3>,
    /// The field with its citation.
    #[prop(optional)]
    field: NodeRef<html::Textarea>,
    /// What stands at its end.
    #[prop(optional_no_strip)]
    end: Option<AnyView>,
) -> impl IntoView {
    let Entry { key, name, value, measurement, time, rows, .. } = entry;
    let own = words::ask(use_report().lang);
    let bounds = measurement.as_ref().and_then(|measurement| measurement.bounds);
    let number = measurement.as_ref().map(|measurement| measurement.value.to_string());
    // Whoever asks where a figure comes from is answered first.
    let (source, others): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| row.term == own.source());
    let rows = source.into_iter().chain(others).map(|row| view! { <Definition row host/> }).collect_view();
    view! {
        <section
            id=host.section_id(&key)
            class="asked"
            aria-labelledby=host.labelled_by(&key)
            data-value=number
            data-low=bounds.map(|bounds| bounds.low.to_string())
            data-high=bounds.map(|bounds| bounds.high.to_string())
            data-unit=measurement.map(|measurement| measurement.unit)
            data-time=time
        >
            <h3 node_ref=heading id=host.heading_id(&key) tabindex="-1">{name}</h3>
            <p class="asked-value">{value}</p>
            <dl>{rows}</dl>
            <label class="field">
                <span>{own.cite()}</span>
                <textarea node_ref=field readonly rows="4" spellcheck="false">{area_text(citation)}</textarea>
            </label>
            {end}
        </section>
    }
}

/// A term and what is said of it; one line alone is no list.
#[component]
fn Definition(row: Row, host: Host) -> impl IntoView {
    let Row { term, lines } = row;
    let one = lines.len() == 1;
    let lines = lines.into_iter().map(|line| view! { <LineText line host/> });
    let said = if one {
        Either::Left(lines.collect_view())
    } else {
        Either::Right(view! { <ul>{lines.map(|line| view! { <li>{line}</li> }).collect_view()}</ul> })
    };
    view! {
        <dt>{term}</dt>
        <dd>{said}</dd>
    }
}

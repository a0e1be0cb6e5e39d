//! The section of one figure.
use leptos::either::Either;
use leptos::html;
use leptos::prelude::*;

use super::FiguresOptions;
use super::chapters::find;
use super::citation::citation;
use super::entry::{Entry, Row};
use super::line::LineText;
use crate::context::use_report;
use crate::ui::area_text;

/// Where sections are shown: what their ids are, and where links to other sites open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Host {
    /// The page of all figures.
    #[default]
    Page,
    /// A panel on another page, which has ids of its own.
    Panel,
}

impl Host {
    /// The id of a section's heading, which names the panel.
    pub const PANEL_HEADING: &str = "ask-h";

    /// The id of a section, none in a panel.
    pub fn section_id(self, key: &str) -> Option<String> {
        (self == Self::Page).then(|| key.to_owned())
    }

    /// The id of a section's heading.
    pub fn heading_id(self, key: &str) -> String {
        match self {
            Self::Page => [key, "-h"].concat(),
            Self::Panel => Self::PANEL_HEADING.to_owned(),
        }
    }

    /// The id of the heading that names the section; none in a panel, where it names the panel.
    pub fn labelled_by(self, key: &str) -> Option<String> {
        (self == Self::Page).then(|| self.heading_id(key))
    }

    /// The relation of links to other sites.
    pub fn external_rel(self) -> &'static str {
        match self {
            Self::Page => "external noopener",
            Self::Panel => "noopener external",
        }
    }

    /// Where links to other pages open: from a panel in a new tab, so that what is read stays.
    pub fn target(self) -> Option<&'static str> {
        (self == Self::Panel).then_some("_blank")
    }
}

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
    let rows = rows.into_iter().map(|row| view! { <Definition row host/> }).collect_view();
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
                <span>{own.cite}</span>
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

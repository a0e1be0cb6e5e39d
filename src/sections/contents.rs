//! The links into the report.
use leptos::prelude::*;

use super::method::has_method;
use super::more::rest;
use crate::context::{Report, use_report};

/// A section that the contents list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// The main figure over time.
    Trend,
    /// Coverage by group.
    Groups,
    /// Claims and benefits.
    Claims,
    /// Awards.
    Awards,
    /// What no other section shows.
    More,
    /// Method and sources.
    Method,
}

impl Section {
    /// All of them, in the order of the report.
    pub const ALL: [Self; 6] =
        [Self::Groups, Self::Trend, Self::Claims, Self::Awards, Self::More, Self::Method];

    /// Whether the dataset has something for it.
    #[must_use]
    pub fn is_in(self, report: &Report) -> bool {
        let data = &report.data;
        match self {
            Self::Trend => figures::has_course(data),
            Self::Groups => figures::has_comparison(data),
            Self::Claims => figures::has_claims(data),
            Self::Awards => !data.awards.is_empty(),
            Self::More => !rest(report).is_empty(),
            Self::Method => has_method(report),
        }
    }

    /// The fragment of its address.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Trend => "trend",
            Self::Groups => "groups",
            Self::Claims => "claims",
            Self::Awards => "awards",
            Self::More => "more",
            Self::Method => "method",
        }
    }

    /// Its heading.
    #[must_use]
    pub fn title(self, report: &Report) -> &'static str {
        let words = report.words;
        match self {
            Self::Trend if figures::trend(&report.data).is_none() => words.trend_to_goal(),
            Self::Trend => words.trend(),
            Self::Groups if figures::coverage(&report.data).is_none() => words.regions(),
            Self::Groups => words.groups(),
            Self::Claims => words.claims(),
            Self::Awards => words.awards(),
            Self::More => words::more(report.lang).title(),
            Self::Method => words.method(),
        }
    }
}

/// The links to the sections that the report has; nothing where there is only one.
#[component]
pub fn Contents() -> impl IntoView {
    let report = use_report();
    let words = report.words;
    let sections: Vec<Section> = Section::ALL.into_iter().filter(|section| section.is_in(&report)).collect();
    (sections.len() > 1).then(|| {
        let link = |section: Section| {
            let href = format!("#{}", section.id());
            view! { <li><a href=href>{section.title(&report)}</a></li> }
        };
        let links = sections.into_iter().map(link).collect_view();
        view! { <nav class="contents" aria-label=words.contents()><ul>{links}</ul></nav> }
    })
}

//! What every part of a page is given, by Leptos' context.
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use dataset::{Dataset, Observation};
use leptos::prelude::*;
use routes::{Page, ViewState};
use words::{Lang, Messages, messages};

use crate::checks::{self, Check};

/// The report that a page shows: cheap to clone, the same for all parts of the page.
#[derive(Clone)]
pub struct Report(Arc<Context>);

/// What a report consists of.
pub struct Context {
    /// The dataset.
    pub data: Arc<Dataset>,
    /// The language of the page.
    pub lang: Lang,
    /// The words of the page.
    pub words: &'static Messages,
    /// Which page it is: what links start from.
    pub page: Page,
    /// The state that the address holds.
    pub view: RwSignal<ViewState>,
    /// Whether the application is there: what only it can do is disabled before.
    pub ready: RwSignal<bool>,
    /// Whether the dataset is newer than the files that the build wrote beside the page.
    pub newer: bool,
    /// See [`Report::checks`].
    checks: OnceLock<Vec<Check>>,
}

/// What a report is made of.
pub struct ReportOptions {
    /// The dataset.
    pub data: Arc<Dataset>,
    /// The language of the page.
    pub lang: Lang,
    /// Which page it is.
    pub page: Page,
    /// Whether the dataset is newer than the files that the build wrote beside the page.
    pub newer: bool,
}

impl Deref for Report {
    type Target = Context;

    fn deref(&self) -> &Context {
        &self.0
    }
}

impl Report {
    /// A report in its first state. Its signals belong to the current owner.
    #[must_use]
    pub fn new(options: ReportOptions) -> Self {
        let ReportOptions { data, lang, page, newer } = options;
        let (view, ready) = (RwSignal::new(ViewState::default()), RwSignal::new(false));
        let checks = OnceLock::new();
        Self(Arc::new(Context { data, lang, words: messages(lang), page, view, ready, newer, checks }))
    }

    /// What does not fit together in the dataset, in its order.
    #[must_use]
    pub fn checks(&self) -> &[Check] {
        self.checks.get_or_init(|| checks::found(self))
    }

    /// What does not fit about the figures asked for.
    #[must_use]
    pub fn checks_about(&self, is_about: impl Fn(&Observation) -> bool) -> Vec<Check> {
        let about =
            |check: &&Check| self.data.observations.iter().any(|o| o.id == check.about && is_about(o));
        self.checks().iter().filter(about).cloned().collect()
    }

    /// The name of a region without its kind, or its id where the dataset does not describe it.
    #[must_use]
    pub fn region(&self, id: &str) -> String {
        self.data
            .regions
            .get(id)
            .map_or(id, |r| r.short.as_ref().unwrap_or(&r.name).get(self.lang))
            .to_owned()
    }

    /// The full name of a region, or its id.
    #[must_use]
    pub fn region_name(&self, id: &str) -> String {
        self.data.regions.get(id).map_or(id, |region| region.name.get(self.lang)).to_owned()
    }

    /// The label of a group, or its id.
    #[must_use]
    pub fn group(&self, id: &str) -> String {
        self.data.groups.get(id).map_or(id, |group| group.label.get(self.lang)).to_owned()
    }

    /// Whether the page is one block in somebody else's page, or the whole report there.
    #[must_use]
    pub fn is_embed(&self) -> bool {
        matches!(self.page, Page::Embed(_))
    }
}

/// The report of the page, from the context that [`crate::app`] provides.
#[must_use]
pub fn use_report() -> Report {
    expect_context()
}

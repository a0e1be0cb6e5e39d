//! What every part of a page is given, by Leptos' context.
use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use dataset::Dataset;
use leptos::prelude::*;
use routes::{Page, ViewState};
use words::{Lang, Messages, Names, messages};

use crate::lookup::Lookup;

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
    /// What the scheme and those who are counted are called.
    pub names: Names,
    /// Which page it is: what links start from.
    pub page: Page,
    /// The state that the address holds.
    pub view: RwSignal<ViewState>,
    /// Whether the application is there: what only it can do is disabled before.
    pub ready: RwSignal<bool>,
    /// Whether the dataset is newer than the files that the build wrote beside the page.
    pub newer: bool,
    /// Where the records of the dataset stand, once somebody asked.
    lookup: OnceLock<Lookup>,
    /// What does not fit together in the dataset, once somebody asked ([`crate::checks::checks`]).
    pub checks: OnceLock<Vec<Check>>,
    /// What rates would be that do not fit, by their ids, once somebody asked ([`crate::checks::computed_rate`]).
    pub rates: OnceLock<BTreeMap<String, String>>,
}

/// That single claims are published beside the dataset (`docs/claims.md`), and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedClaims {
    /// Their folder, seen from the site's root, with a slash at its end.
    pub folder: String,
}

/// One thing that does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// The id of the observation or of the award that it is about.
    pub about: String,
    /// What a rate would be, in a few words; empty for other figures.
    pub computed: String,
    /// The sentence.
    pub text: String,
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
        let (view, ready) = (RwSignal::new(ViewState::of(page)), RwSignal::new(false));
        Self(Arc::new(Context {
            names: Names::of(&data, lang),
            words: messages(lang),
            data,
            lang,
            page,
            view,
            ready,
            newer,
            lookup: OnceLock::new(),
            checks: OnceLock::new(),
            rates: OnceLock::new(),
        }))
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

    /// The other language of the report, where it has one.
    #[must_use]
    pub fn other_language(&self) -> Option<Lang> {
        Some(self.lang.other()).filter(|other| self.data.published().contains(other))
    }

    /// Where the records of the dataset stand: looked for when somebody first asks.
    #[must_use]
    pub fn lookup(&self) -> &Lookup {
        self.lookup.get_or_init(|| Lookup::of(&self.data))
    }

    /// Who published a source, or its id.
    #[must_use]
    pub fn publisher(&self, id: &str) -> String {
        let source = self.lookup().source(&self.data, id);
        source.map_or(id, |source| source.publisher.get(self.lang)).to_owned()
    }

    /// The label of a group, or its id.
    #[must_use]
    pub fn group(&self, id: &str) -> String {
        self.data.groups.get(id).map_or(id, |group| group.label.get(self.lang)).to_owned()
    }

    /// The label of a programme, or its id.
    #[must_use]
    pub fn programme(&self, id: &str) -> String {
        self.data.programmes.get(id).map_or(id, |programme| programme.label.get(self.lang)).to_owned()
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

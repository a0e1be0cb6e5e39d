//! What every part of the explorer is given, by Leptos' context.
use std::sync::Arc;

use explorer::{Cubes, Index, Labels, Measure, Selection, State};
use leptos::prelude::*;
use words::{ClaimsWords, ExplorerWords, Lang};

/// What figures are shown of, once their files are there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Picked {
    /// What is chosen.
    pub selection: Selection,
    /// What is compared.
    pub measure: Measure,
    /// How often files have come: figures of the same choice are shown afresh.
    pub files: u32,
}

/// Claims as they are published, as far as the build needs them: the manifest, and the cube of the whole.
#[derive(Clone, Debug)]
pub struct Published {
    /// The manifest.
    pub index: Arc<Index>,
    /// The cubes.
    pub cubes: Cubes,
}

/// The explorer of a page: cheap to copy, the same for all of its parts.
#[derive(Clone, Copy)]
pub struct Explorer {
    /// The language of the page.
    pub lang: Lang,
    /// The words of claims.
    pub words: &'static ClaimsWords,
    /// The words of the page.
    pub own: &'static ExplorerWords,
    index: StoredValue<Arc<Index>>,
    labels: StoredValue<Arc<Labels>>,
    /// The files of figures that are there.
    pub cubes: RwSignal<Cubes>,
    /// What is asked for, as the address has it.
    pub state: RwSignal<State>,
    /// What figures are shown of: the last choice whose files came or failed.
    pub picked: RwSignal<Picked>,
    /// Takes another state: into the address, and from there to all parts.
    pub choose: Callback<State>,
    /// Whether it acts; what the build writes does not.
    pub acts: bool,
    /// The card whose title has the focus once it is made afresh: a region was chosen in it.
    pub lands: StoredValue<Option<&'static str>>,
}

impl Explorer {
    /// The explorer of published claims in its first state; it acts where choices are taken. Its signals belong to the
    /// current owner.
    #[must_use]
    pub fn new(lang: Lang, published: &Published, choose: Option<Callback<State>>) -> Self {
        let index = published.index.clone();
        Self {
            lang,
            words: words::claims(lang),
            own: words::explorer(lang),
            labels: StoredValue::new(Arc::new(Labels::new(&index, lang))),
            index: StoredValue::new(index),
            cubes: RwSignal::new(published.cubes.clone()),
            state: RwSignal::new(State::default()),
            picked: RwSignal::new(Picked::default()),
            acts: choose.is_some(),
            choose: choose.unwrap_or_else(|| Callback::new(|_| ())),
            lands: StoredValue::new(None),
        }
    }

    /// The explorer with a state that is kept elsewhere.
    #[must_use]
    pub fn with_state(mut self, state: RwSignal<State>) -> Self {
        self.state = state;
        self
    }

    /// The manifest.
    #[must_use]
    pub fn index(self) -> Arc<Index> {
        self.index.get_value()
    }

    /// The names of its lists.
    #[must_use]
    pub fn labels(self) -> Arc<Labels> {
        self.labels.get_value()
    }

    /// Chooses something else.
    pub fn select(self, change: impl FnOnce(&mut Selection)) {
        let index = self.index();
        let state = self.state.get_untracked();
        let mut selection = state.selection;
        change(&mut selection);
        if selection != state.selection {
            self.choose.run(state.choosing(&index, selection));
        }
    }

    /// Asks something else of the state.
    pub fn change(self, change: impl FnOnce(&mut State)) {
        let mut state = self.state.get_untracked();
        change(&mut state);
        self.choose.run(state);
    }

    /// Period, programme and group of a choice, as the line under a title: what is all of its kind is left out but the
    /// period.
    #[must_use]
    pub fn subject(self, selection: Selection) -> String {
        let index = self.index();
        let of = |node: u16, label: &str| (node != 0).then(|| label.to_owned());
        let parts = [
            Some(index.region_label(self.lang, selection.region).to_owned()),
            Some(explorer::texts::period(&index, self.lang, selection.time)),
            of(selection.programme, index.programme_label(self.lang, selection.programme)),
            of(selection.group, index.group_label(self.lang, selection.group)),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}

/// The explorer of the page, from the context that it is mounted in.
#[must_use]
pub fn use_explorer() -> Explorer {
    expect_context()
}

//! What is known of the report, and what can be done with it.
mod checking;
mod editing;
mod opening;
mod saving;

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use studio_worker::{Answer, Command, Counts, Said, SheetGuide, SheetRows, Spot};
use words::{Lang, StudioWords, studio};

use crate::client::{Client, Parts};
use crate::drafts::{self, Draft};
use crate::history::History;
use crate::moves::At;
use crate::page::Page;

/// After so long without a change it is checked.
const PAUSE: Duration = Duration::from_millis(300);

/// What the page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// What one can begin with.
    Beginning,
    /// A report that is edited.
    Working,
    /// That the worker has ended.
    Crashed,
}

/// What the page has to say of something that was asked for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Notice {
    /// What it is about.
    pub(crate) heading: String,
    /// What there is to say.
    pub(crate) said: Vec<Said>,
}

/// A place that is to be focused once it is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Focus {
    /// Where.
    pub(crate) at: At,
    /// Each wish is a new one.
    pub(crate) wish: u32,
}

/// What the preview shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Seen {
    pub(crate) title: String,
    pub(crate) lang: String,
    pub(crate) languages: Vec<String>,
    pub(crate) markup: String,
}

/// What is known of the report.
#[derive(Clone, Copy)]
pub(crate) struct Desk {
    pub(crate) page: StoredValue<Page, LocalStorage>,
    pub(crate) lang: Lang,
    pub(crate) words: &'static StudioWords,
    client: StoredValue<Option<Client>, LocalStorage>,
    pub(crate) stage: RwSignal<Stage>,
    /// What is being done, for which one waits.
    pub(crate) busy: RwSignal<Option<String>>,
    pub(crate) notice: RwSignal<Option<Notice>>,
    /// What was done, in a sentence.
    pub(crate) done: RwSignal<String>,
    /// The name of the report.
    pub(crate) name: RwSignal<String>,
    /// The sheets; `None` where a text is edited.
    pub(crate) sheets: RwSignal<Option<Vec<(String, bool)>>>,
    /// The sheet that is seen.
    pub(crate) sheet: RwSignal<usize>,
    /// The sheet that was asked for last: until its rows have come, another one is seen.
    wanted: StoredValue<usize>,
    pub(crate) rows: RwSignal<Vec<Vec<String>>>,
    pub(crate) guide: RwSignal<Option<SheetGuide>>,
    /// The cell that keys go to.
    pub(crate) at: RwSignal<At>,
    /// What stands in the cell while it is edited.
    pub(crate) editing: RwSignal<Option<String>>,
    pub(crate) focus: RwSignal<Option<Focus>>,
    pub(crate) text: RwSignal<String>,
    /// The place in the text that is to be selected.
    pub(crate) text_spot: RwSignal<Option<(u32, u32, u32)>>,
    pub(crate) history: RwSignal<History>,
    pub(crate) findings: RwSignal<Vec<Said>>,
    pub(crate) counts: RwSignal<Option<Counts>>,
    pub(crate) checking: RwSignal<bool>,
    pub(crate) seen: RwSignal<Option<Seen>>,
    /// The wanted language of the preview.
    pub(crate) preview_lang: RwSignal<String>,
    pub(crate) drafts: RwSignal<Vec<Draft>, LocalStorage>,
    /// What there is to say of the draft.
    pub(crate) draft_state: RwSignal<String>,
    /// When the report was opened: the key of its draft.
    begun: StoredValue<f64>,
    /// How often something was changed.
    revision: StoredValue<u32>,
    /// Whether the worker does not know yet what was typed into the text.
    untold: StoredValue<bool>,
    timer: StoredValue<Option<TimeoutHandle>, LocalStorage>,
}

impl Desk {
    pub(crate) fn new(page: Page) -> Self {
        let lang = page.lang;
        Self {
            lang,
            words: studio(lang),
            page: StoredValue::new_local(page),
            client: StoredValue::new_local(None),
            stage: RwSignal::new(Stage::Beginning),
            busy: RwSignal::new(None),
            notice: RwSignal::new(None),
            done: RwSignal::default(),
            name: RwSignal::default(),
            sheets: RwSignal::new(None),
            sheet: RwSignal::new(0),
            wanted: StoredValue::new(0),
            rows: RwSignal::default(),
            guide: RwSignal::new(None),
            at: RwSignal::new((0, 0)),
            editing: RwSignal::new(None),
            focus: RwSignal::new(None),
            text: RwSignal::default(),
            text_spot: RwSignal::new(None),
            history: RwSignal::default(),
            findings: RwSignal::default(),
            counts: RwSignal::new(None),
            checking: RwSignal::new(false),
            seen: RwSignal::new(None),
            preview_lang: RwSignal::new(lang.code().to_owned()),
            drafts: RwSignal::new_local(Vec::new()),
            draft_state: RwSignal::default(),
            begun: StoredValue::new(0.0),
            revision: StoredValue::new(0),
            untold: StoredValue::new(false),
            timer: StoredValue::new_local(None),
        }
    }

    /// Starts the worker, and looks for drafts.
    pub(crate) fn start(self) {
        let crashed = move || {
            self.busy.set(None);
            self.stage.set(Stage::Crashed);
        };
        match Client::start(&self.page.with_value(|page| page.worker.clone()), crashed) {
            Ok(client) => self.client.set_value(Some(client)),
            Err(_) => self.stage.set(Stage::Crashed),
        }
        self.ask(Command::Hello { lang: self.lang.code().to_owned() }, Parts::new(), |_, _| ());
        self.look_for_drafts();
    }

    pub(crate) fn look_for_drafts(self) {
        spawn_local(async move {
            // Where nothing can be kept, that is said when something is to be.
            self.drafts.set(drafts::all().await.unwrap_or_default());
        });
    }

    fn ask(self, command: Command, parts: Parts, then: impl FnOnce(Answer, Parts) + 'static) {
        if let Some(client) = self.client.get_value() {
            client.ask(command, parts, then);
        }
    }

    /// Goes to a sheet, and to a cell of it.
    pub(crate) fn show_sheet(self, index: usize, at: Option<At>, focused: bool) {
        self.commit();
        self.wanted.set_value(index);
        self.ask(Command::Sheet { index }, Parts::new(), move |answer, _| {
            if let Answer::Sheet(SheetRows { index, rows, guide }) = answer
                && self.wanted.get_value() == index
            {
                let first = guide.as_ref().map_or((0, 0), |guide| match guide.header {
                    Some(header) => (usize::try_from(header).unwrap_or_default() + 1, 0),
                    None => (1, usize::try_from(guide.values).unwrap_or_default()),
                });
                batch(move || {
                    self.rows.set(rows);
                    self.guide.set(guide);
                    self.sheet.set(index);
                    self.go(at.filter(|at| *at != (0, 0)).unwrap_or(first), focused);
                });
            }
        });
    }

    /// Makes a cell the one that keys go to.
    pub(crate) fn go(self, at: At, focused: bool) {
        self.at.set(at);
        if focused {
            let wish = self.focus.get_untracked().map_or(0, |focus| focus.wish) + 1;
            self.focus.set(Some(Focus { at, wish }));
        }
    }

    /// Goes to a cell, on whichever sheet it is.
    fn reveal(self, sheet: usize, at: At) {
        if self.sheet.get_untracked() == sheet && self.wanted.get_value() == sheet {
            self.go(at, true);
        } else {
            self.show_sheet(sheet, Some(at), true);
        }
    }

    /// Goes to what a finding is about.
    pub(crate) fn follow(self, spot: &Spot) {
        match spot {
            Spot::Cell { sheet, row, column, .. } => {
                let [row, column] = [*row, *column].map(|number| usize::try_from(number).unwrap_or_default());
                self.commit();
                self.reveal(*sheet, (row, column));
            }
            Spot::Sheet { index: Some(index), .. } => self.show_sheet(*index, None, true),
            Spot::Text { line, column } => {
                let wish = self.text_spot.get_untracked().map_or(0, |(_, _, wish)| wish) + 1;
                self.text_spot.set(Some((*line, *column, wish)));
            }
            Spot::Sheet { .. } | Spot::Whole => self.go(self.at.get_untracked(), true),
        }
    }

    /// Goes back to what one can begin with.
    pub(crate) fn restart(self) {
        self.commit();
        self.notice.set(None);
        self.stage.set(Stage::Beginning);
        self.look_for_drafts();
    }
}

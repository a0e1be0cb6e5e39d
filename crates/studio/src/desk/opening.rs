//! What is opened: files, drafts, and what one can begin with.
use leptos::prelude::*;
use leptos::task::spawn_local;
use studio_worker::{Answer, Beginning, Command, Grade, Kind, Opened, Said, Spot};
use web_sys::FileList;
use words::fill;

use std::time::Duration;

use super::{Desk, Notice, Stage};
use crate::browser;
use crate::client::{self, Parts};
use crate::drafts::{self, Draft};
use crate::history::History;

impl Desk {
    /// Opens files, after a question where a report is open.
    pub(crate) fn open_files(self, files: FileList) {
        let is_open = self.stage.get_untracked() == Stage::Working;
        let refused = || !window().confirm_with_message(self.words.replace()).unwrap_or(true);
        if files.length() == 0 || is_open && refused() {
            return;
        }
        let first = files.get(0).map(|file| file.name()).unwrap_or_default();
        self.busy.set(Some(fill(self.words.opening(), &[&first])));
        spawn_local(async move {
            let (names, parts) = browser::read(&files).await;
            self.open(Command::Open { names }, parts);
        });
    }

    /// Opens the published report.
    pub(crate) fn open_published(self) {
        let (url, name) = self.page.with_value(|page| page.dataset.clone());
        self.busy.set(Some(fill(self.words.opening(), &[&name])));
        spawn_local(async move {
            match browser::fetched(&url).await {
                Some(bytes) => self.open(Command::Published { name }, vec![bytes]),
                None => self.not_reached(self.words.not_opened()),
            }
        });
    }

    pub(super) fn not_reached(self, heading: &str) {
        let what = self.words.not_reached().to_owned();
        let grade = Grade::Error;
        let said = Said { grade, code: String::new(), what, mend: String::new(), spot: Spot::Whole };
        self.busy.set(None);
        self.notice.set(Some(Notice { heading: heading.to_owned(), said: vec![said] }));
    }

    pub(crate) fn open_template(self) {
        self.open(Command::Template, Parts::new());
    }

    pub(crate) fn begin(self, answers: Beginning) {
        self.open(Command::Begin(answers), Parts::new());
    }

    /// Goes on with a draft.
    pub(crate) fn restore(self, draft: &Draft) {
        let key = draft.key;
        self.ask(Command::Restore, vec![draft.bytes.clone()], move |answer, parts| {
            self.take(answer, &parts, key);
        });
    }

    pub(crate) fn discard(self, key: f64) {
        spawn_local(async move {
            // A draft that does not go is still listed.
            let _ = drafts::discard(key).await;
            self.look_for_drafts();
        });
    }

    fn open(self, command: Command, parts: Parts) {
        self.ask(command, parts, move |answer, parts| self.take(answer, &parts, browser::now()));
    }

    /// Takes what was opened, or says why nothing was.
    fn take(self, answer: Answer, parts: &Parts, begun: f64) {
        self.busy.set(None);
        match answer {
            Answer::Opened(opened) => {
                self.begun.set_value(begun);
                self.untold.set_value(false);
                self.history.set(History::default());
                self.findings.set(Vec::new());
                self.counts.set(None);
                self.seen.set(None);
                self.done.set(String::new());
                self.draft_state.set(String::new());
                self.show(opened, parts);
            }
            Answer::Refused { reasons } => {
                let heading = self.words.not_opened().to_owned();
                self.notice.set(Some(Notice { heading, said: reasons }));
            }
            _ => {}
        }
    }

    /// Shows what is edited from its beginning.
    pub(super) fn show(self, opened: Opened, parts: &Parts) {
        let Opened { name, kind, notes } = opened;
        let heading = self.words.not_opened().to_owned();
        self.notice.set((!notes.is_empty()).then_some(Notice { heading, said: notes }));
        self.name.set(name);
        self.rows.set(Vec::new());
        self.guide.set(None);
        self.editing.set(None);
        match kind {
            Kind::Sheets(names) => {
                self.sheets.set(Some(names));
                self.show_sheet(0, Some((0, 0)), false);
            }
            Kind::Text => {
                self.text.set(client::text(parts));
                self.sheets.set(None);
            }
        }
        self.stage.set(Stage::Working);
        self.changed(Duration::ZERO);
    }
}

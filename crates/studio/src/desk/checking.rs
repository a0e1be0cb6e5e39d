//! What follows a change: the check, the preview, the draft.
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use studio_worker::{Answer, Command};
use words::fill;

use super::{Desk, Seen};
use crate::browser;
use crate::client::{self, Parts};
use crate::drafts::{self, Draft, NotKept};

impl Desk {
    /// Has the report checked after a pause, then seen, then kept.
    pub(super) fn changed(self, pause: Duration) {
        self.revision.update_value(|revision| *revision += 1);
        self.checking.set(true);
        if let Some(timer) = self.timer.get_value() {
            timer.clear();
        }
        self.timer.set_value(set_timeout_with_handle(move || self.check(), pause).ok());
    }

    fn check(self) {
        self.tell();
        let revision = self.revision.get_value();
        let is_old = move || self.revision.get_value() != revision;
        self.ask(Command::Check, Parts::new(), move |answer, _| {
            if let Answer::Checked { findings, counts } = answer
                && !is_old()
            {
                self.findings.set(findings);
                self.counts.set(Some(counts));
                self.checking.set(false);
                self.render();
                self.keep();
            }
        });
    }

    /// Has the report rendered.
    pub(crate) fn render(self) {
        let revision = self.revision.get_value();
        let lang = self.preview_lang.get_untracked();
        self.ask(Command::Render { lang }, Parts::new(), move |answer, parts| {
            if self.revision.get_value() != revision {
                return;
            }
            self.seen.set(match answer {
                Answer::Rendered { title, languages, lang } => {
                    Some(Seen { title, languages, lang, markup: client::text(&parts) })
                }
                _ => None,
            });
        });
    }

    /// Keeps the draft.
    fn keep(self) {
        self.ask(Command::Keep, Parts::new(), move |answer, parts| {
            let Some(bytes) = parts.into_iter().next().filter(|_| answer == Answer::Kept) else { return };
            let (key, name, kept) = (self.begun.get_value(), self.name.get_untracked(), browser::now());
            spawn_local(async move {
                let outcome = drafts::keep(Draft { key, name, kept, bytes }).await;
                self.draft_state.set(match outcome {
                    Ok(()) => fill(self.words.draft_kept(), &[&browser::hour(self.lang, kept)]),
                    Err(NotKept::Full) => self.words.draft_full().to_owned(),
                    Err(NotKept::Refused) => self.words.draft_refused().to_owned(),
                });
            });
        });
    }
}

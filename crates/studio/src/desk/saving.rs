//! What is saved, and turned into another form.
use js_sys::Uint8Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use studio_worker::{Answer, Command, Form};
use words::{Lang, fill};

use super::{Desk, Notice};
use crate::browser;
use crate::client::Parts;
use crate::history::History;

impl Desk {
    /// Turns sheets into a text, or a text into sheets.
    pub(crate) fn turn(self) {
        self.commit();
        self.tell();
        self.ask(Command::Turn, Parts::new(), move |answer, parts| match answer {
            Answer::Opened(opened) => {
                self.history.set(History::default());
                self.show(opened, &parts);
            }
            Answer::Refused { reasons } => {
                self.notice.set(Some(Notice { heading: self.words.not_changed().to_owned(), said: reasons }));
            }
            _ => {}
        });
    }

    /// Saves a file.
    pub(crate) fn save(self, form: Form) {
        self.commit();
        self.tell();
        let code = self.seen.with_untracked(|seen| seen.as_ref().map(|seen| seen.lang.clone()));
        let code = code.unwrap_or_else(|| self.lang.code().to_owned());
        let lang = Lang::ALL.into_iter().find(|lang| lang.code() == code).unwrap_or(self.lang);
        spawn_local(async move {
            let url = self.page.with_value(|page| page.alone(lang).to_owned());
            let parts: Option<Vec<Uint8Array>> = match form {
                Form::Page => browser::fetched(&url).await.map(|bytes| vec![bytes]),
                Form::Dataset | Form::Workbook => Some(Parts::new()),
            };
            let Some(parts) = parts else { return self.not_reached(self.words.not_saved()) };
            self.ask(Command::Save { form, lang: code }, parts, move |answer, parts| match answer {
                Answer::Saved { name, mime } => {
                    let saved = parts.first().and_then(|bytes| browser::download(&name, &mime, bytes));
                    if saved.is_some() {
                        self.done.set(fill(self.words.saved(), &[&name]));
                        self.notice.set(None);
                    }
                }
                Answer::Refused { reasons } => {
                    self.notice
                        .set(Some(Notice { heading: self.words.not_saved().to_owned(), said: reasons }));
                }
                _ => {}
            });
        });
    }
}

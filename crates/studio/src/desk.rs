//! What is known of the report, and what can be done with it.
use std::time::Duration;

use js_sys::Uint8Array;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use studio_worker::{
    Answer, Beginning, CellEdit, Command, Counts, Form, Kind, Opened, Said, SheetGuide, SheetRows, Spot,
};
use web_sys::FileList;
use words::{Lang, StudioWords, fill, studio};

use crate::browser;
use crate::client::{self, Client, Parts};
use crate::drafts::{self, Draft, NotKept};
use crate::history::{CellChange, Change, History};
use crate::moves::{self, At};
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

    /// Opens files, after a question where a report is open.
    pub(crate) fn open_files(self, files: FileList) {
        let is_open = self.stage.get_untracked() == Stage::Working;
        let refused = || !window().confirm_with_message(self.words.replace).unwrap_or(true);
        if files.length() == 0 || is_open && refused() {
            return;
        }
        let first = files.get(0).map(|file| file.name()).unwrap_or_default();
        self.busy.set(Some(fill(self.words.opening, &[&first])));
        spawn_local(async move {
            let (names, parts) = browser::read(&files).await;
            self.open(Command::Open { names }, parts);
        });
    }

    /// Opens the published report.
    pub(crate) fn open_published(self) {
        let (url, name) = self.page.with_value(|page| page.dataset.clone());
        self.busy.set(Some(fill(self.words.opening, &[&name])));
        spawn_local(async move {
            match browser::fetched(&url).await {
                Some(bytes) => self.open(Command::Published { name }, vec![bytes]),
                None => self.not_reached(self.words.not_opened),
            }
        });
    }

    fn not_reached(self, heading: &str) {
        let what = self.words.not_reached.to_owned();
        let grade = studio_worker::Grade::Error;
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
            drop(drafts::discard(key).await);
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
                self.history.set(History::default());
                self.findings.set(Vec::new());
                self.counts.set(None);
                self.seen.set(None);
                self.done.set(String::new());
                self.draft_state.set(String::new());
                self.show(opened, parts);
            }
            Answer::Refused { reasons } => {
                let heading = self.words.not_opened.to_owned();
                self.notice.set(Some(Notice { heading, said: reasons }));
            }
            _ => {}
        }
    }

    /// Shows what is edited from its beginning.
    fn show(self, opened: Opened, parts: &Parts) {
        let Opened { name, kind, notes } = opened;
        let heading = self.words.not_opened.to_owned();
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

    /// Goes to a sheet, and to a cell of it.
    pub(crate) fn show_sheet(self, index: usize, at: Option<At>, focused: bool) {
        self.commit();
        self.ask(Command::Sheet { index }, Parts::new(), move |answer, _| {
            if let Answer::Sheet(SheetRows { index, rows, guide }) = answer {
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

    /// Goes to what a finding is about.
    pub(crate) fn follow(self, spot: &Spot) {
        match spot {
            Spot::Cell { sheet, row, column, .. } => {
                let [row, column] = [*row, *column].map(|number| usize::try_from(number).unwrap_or_default());
                if self.sheet.get_untracked() == *sheet {
                    self.commit();
                    self.go((row, column), true);
                } else {
                    self.show_sheet(*sheet, Some((row, column)), true);
                }
            }
            Spot::Sheet { index: Some(index), .. } => self.show_sheet(*index, None, true),
            Spot::Text { line, column } => {
                let wish = self.text_spot.get_untracked().map_or(0, |(_, _, wish)| wish) + 1;
                self.text_spot.set(Some((*line, *column, wish)));
            }
            Spot::Sheet { .. } | Spot::Whole => self.go(self.at.get_untracked(), true),
        }
    }

    /// Takes over what is being typed into a cell.
    pub(crate) fn commit(self) {
        if let Some(text) = self.editing.get_untracked() {
            self.editing.set(None);
            self.write(&[(self.at.get_untracked(), text)]);
        }
    }

    /// Writes into cells of the sheet that is seen.
    pub(crate) fn write(self, cells: &[(At, String)]) {
        let changed = self.rows.with_untracked(|rows| {
            let changes = cells.iter().map(|(at, text)| CellChange {
                row: at.0,
                column: at.1,
                before: moves::cell(rows, *at).to_owned(),
                after: text.clone(),
            });
            changes.filter(|change| change.before != change.after).collect::<Vec<_>>()
        });
        if !changed.is_empty() {
            let change = Change::Cells { sheet: self.sheet.get_untracked(), cells: changed };
            self.apply(&change);
            self.history.update(|history| history.add(change));
        }
    }

    /// Takes the text as it was typed.
    pub(crate) fn write_text(self, after: String) {
        let before = self.text.get_untracked();
        if before != after {
            self.text.set(after.clone());
            self.history.update(|history| history.add(Change::Text { before, after: after.clone() }));
            self.ask(Command::Rewrite, vec![client::bytes(&after)], |_, _| ());
            self.changed(PAUSE);
        }
    }

    fn apply(self, change: &Change) {
        match change {
            Change::Cells { sheet, cells } => {
                let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
                let edit = |cell: &CellChange| CellEdit {
                    sheet: *sheet,
                    row: number(cell.row),
                    column: number(cell.column),
                    text: cell.after.clone(),
                };
                let edits = cells.iter().map(edit).collect();
                self.ask(Command::Put { edits }, Parts::new(), |_, _| ());
                if *sheet == self.sheet.get_untracked() {
                    self.rows.update(|rows| {
                        for cell in cells {
                            moves::put(rows, (cell.row, cell.column), &cell.after);
                        }
                    });
                }
            }
            Change::Text { after, .. } => {
                self.text.set(after.clone());
                self.ask(Command::Rewrite, vec![client::bytes(after)], |_, _| ());
            }
        }
        self.changed(PAUSE);
    }

    pub(crate) fn undo(self) {
        self.editing.set(None);
        let change = self.history.try_update(History::undo).flatten();
        self.again(change);
    }

    pub(crate) fn redo(self) {
        self.editing.set(None);
        let change = self.history.try_update(History::redo).flatten();
        self.again(change);
    }

    /// Makes a change of the history, and shows where it was.
    fn again(self, change: Option<Change>) {
        let Some(change) = change else { return };
        self.apply(&change);
        if let Change::Cells { sheet, cells } = &change
            && let Some(cell) = cells.first()
        {
            let at = (cell.row, cell.column);
            if *sheet == self.sheet.get_untracked() {
                self.go(at, true);
            } else {
                self.show_sheet(*sheet, Some(at), true);
            }
        }
    }

    /// Has the report checked after a pause, then seen, then kept.
    fn changed(self, pause: Duration) {
        self.revision.update_value(|revision| *revision += 1);
        self.checking.set(true);
        if let Some(timer) = self.timer.get_value() {
            timer.clear();
        }
        self.timer.set_value(set_timeout_with_handle(move || self.check(), pause).ok());
    }

    fn check(self) {
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
                    Ok(()) => fill(self.words.draft_kept, &[&browser::hour(self.lang, kept)]),
                    Err(NotKept::Full) => self.words.draft_full.to_owned(),
                    Err(NotKept::Refused) => self.words.draft_refused.to_owned(),
                });
            });
        });
    }

    /// Turns sheets into a text, or a text into sheets.
    pub(crate) fn turn(self) {
        self.commit();
        self.ask(Command::Turn, Parts::new(), move |answer, parts| match answer {
            Answer::Opened(opened) => {
                self.history.set(History::default());
                self.show(opened, &parts);
            }
            Answer::Refused { reasons } => {
                self.notice.set(Some(Notice { heading: self.words.not_changed.to_owned(), said: reasons }));
            }
            _ => {}
        });
    }

    /// Saves a file.
    pub(crate) fn save(self, form: Form) {
        self.commit();
        let code = self.seen.with_untracked(|seen| seen.as_ref().map(|seen| seen.lang.clone()));
        let code = code.unwrap_or_else(|| self.lang.code().to_owned());
        let lang = Lang::ALL.into_iter().find(|lang| lang.code() == code).unwrap_or(self.lang);
        spawn_local(async move {
            let url = self.page.with_value(|page| page.alone(lang).to_owned());
            let parts: Option<Vec<Uint8Array>> = match form {
                Form::Page => browser::fetched(&url).await.map(|bytes| vec![bytes]),
                Form::Dataset | Form::Workbook => Some(Parts::new()),
            };
            let Some(parts) = parts else { return self.not_reached(self.words.not_saved) };
            self.ask(Command::Save { form, lang: code }, parts, move |answer, parts| match answer {
                Answer::Saved { name, mime } => {
                    let saved = parts.first().and_then(|bytes| browser::download(&name, &mime, bytes));
                    if saved.is_some() {
                        self.done.set(fill(self.words.saved, &[&name]));
                        self.notice.set(None);
                    }
                }
                Answer::Refused { reasons } => {
                    self.notice.set(Some(Notice { heading: self.words.not_saved.to_owned(), said: reasons }));
                }
                _ => {}
            });
        });
    }

    /// Goes back to what one can begin with.
    pub(crate) fn restart(self) {
        self.commit();
        self.notice.set(None);
        self.stage.set(Stage::Beginning);
        self.look_for_drafts();
    }
}

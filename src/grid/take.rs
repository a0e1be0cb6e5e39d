//! Files of the rows that a grid shows: CSV, and a workbook that a worker of its own makes of it.
use std::cell::Cell;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::Blob;
use words::{ExplorerWords, fill};

use crate::browser::download::{self, DownloadError};
use crate::browser::worker::Worker;
use crate::context::use_report;
use crate::ui::LiveText;

/// The media type of workbooks.
const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// The media type of CSV files.
const CSV: &str = "text/csv;charset=utf-8";
/// The most rows of a workbook: one has all of them in memory at once.
const MOST_IN_WORKBOOK: u32 = 200_000;

/// A kind of file that is made of the rows that are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Text, for any number of rows.
    Csv,
    /// A workbook, made of the same by a worker that is loaded for it.
    Workbook,
}

/// A part of a CSV file as a file of the browser's, so that it may go to the disk.
///
/// # Errors
/// [`DownloadError`] where the browser makes no such file.
pub fn csv_part(bytes: &[Vec<u8>]) -> Result<Blob, DownloadError> {
    download::file(bytes, CSV)
}

/// Buttons that make files of the rows that are shown. On paper it is said instead how many rows there are.
#[component]
pub fn TakeFiles(
    /// How many rows are shown.
    #[prop(into)]
    rows: Signal<u32>,
    /// What the sheet of a workbook is called, in 31 letters at most.
    sheet: &'static str,
    /// The absolute address of the script of the worker that makes workbooks; `None` where there is none.
    workbook: Option<String>,
    /// Has a CSV file of the rows written, and ends the request with it.
    write: Callback<FileRequest>,
) -> impl IntoView {
    let lang = use_report().lang;
    let (words, own) = (words::claims(lang), words::explorer(lang));
    let makes_workbooks = workbook.is_some();
    let file = FileOfRows {
        own,
        sheet,
        script: StoredValue::new(workbook.unwrap_or_default()),
        worker: StoredValue::new_local(None),
        status: RwSignal::new(String::new()),
        is_busy: RwSignal::new(false),
    };
    let button = move |kind: Kind, label: &'static str| {
        let is_busy = move || file.is_busy.get().to_string();
        let hidden = move || kind == Kind::Workbook && rows.get() > MOST_IN_WORKBOOK;
        let begin = move |_| {
            if !file.is_busy.get_untracked() {
                file.is_busy.set(true);
                write.run(FileRequest { file, kind });
            }
        };
        view! {
            <button type="button" class="button" hidden=hidden aria-disabled=is_busy on:click=begin>
                {label}
            </button>
        }
    };
    let can_save = download::can_save();
    let none = move || rows.get() == 0;
    let status = file.status;
    let on_paper = move || {
        let count = usize::try_from(rows.get()).unwrap_or(usize::MAX);
        fill(own.on_paper(), &[&words::count(lang, count)])
    };
    view! {
        <div class="tools-line take-rows" hidden=none>
            <p class="count" role="status"><LiveText text=status/></p>
            <div role="group" aria-label=words.take() hidden=!can_save>
                <span aria-hidden="true">{words.take()}": "</span>
                {button(Kind::Csv, words.csv())}
                {makes_workbooks.then(|| button(Kind::Workbook, words.xlsx()))}
            </div>
        </div>
        <p class="on-paper" hidden=move || none() || !can_save>{on_paper}</p>
    }
}

/// A file that was asked for: cheap to copy. Whoever has the rows says how far its CSV file is, and ends it.
#[derive(Clone, Copy)]
pub struct FileRequest {
    file: FileOfRows,
    kind: Kind,
}

impl FileRequest {
    /// Says how many parts of the CSV file are written, of how many.
    pub fn say(self, done: u32, all: u32) {
        self.file.status.try_set(fill(self.file.own.writing(), &[&done.to_string(), &all.to_string()]));
    }

    /// Takes all parts of the CSV file and its name: it is saved, or a workbook is made of it.
    pub fn end(self, parts: &[Blob], name: &str) {
        match (self.kind, download::joined(parts, CSV)) {
            (Kind::Workbook, Ok(csv)) => self.file.make_workbook(csv, &name.replace(".csv", ".xlsx")),
            (_, csv) => self.file.save(csv, name),
        }
    }

    /// Says that there is no CSV file.
    pub fn fail(self) {
        self.file.end(false);
    }
}

/// What is known of the file that is being made.
#[derive(Clone, Copy)]
struct FileOfRows {
    own: &'static ExplorerWords,
    /// What the sheet of a workbook is called.
    sheet: &'static str,
    script: StoredValue<String>,
    /// The worker that makes a workbook.
    worker: StoredValue<Option<Worker>, LocalStorage>,
    status: RwSignal<String>,
    is_busy: RwSignal<bool>,
}

impl FileOfRows {
    /// Has a workbook made of a CSV file.
    fn make_workbook(self, csv: Blob, name: &str) {
        // The page may have left the table while its file was written.
        let Some(script) = self.script.try_get_value() else { return };
        let (csv, name) = (Cell::new(Some(csv)), name.to_owned());
        let heard = move |problem: String, answer: Vec<Vec<u8>>| match csv.take() {
            // The first message says that it hears.
            Some(csv) => self.worker.with_value(|worker| {
                if let Some(worker) = worker {
                    worker.tell_file(self.sheet, &csv);
                }
            }),
            None if problem.is_empty() => self.save(download::file(&answer, WORKBOOK), &name),
            None => self.end(false),
        };
        match Worker::start(&script, heard, move || self.end(false)) {
            Ok(worker) => self.worker.set_value(Some(worker)),
            Err(_) => self.end(false),
        }
    }

    fn save(self, file: Result<Blob, DownloadError>, name: &str) {
        let saved = file.and_then(|file| download::save(&file, name));
        self.end(saved.is_ok());
    }

    fn end(self, is_done: bool) {
        let said = if is_done { "" } else { self.own.not_written() };
        self.status.try_set(said.to_owned());
        self.is_busy.try_set(false);
        // It may be the worker itself that says so: it goes once it has been heard.
        spawn_local(async move {
            self.worker.try_set_value(None);
        });
    }
}

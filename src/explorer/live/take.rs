//! Files of the rows that are shown.
use std::cell::Cell;

use explorer::protocol::{Parcel, Request, Response};
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::Blob;
use words::{ExplorerWords, fill};

use super::super::context::use_explorer;
use super::load::Folder;
use super::rows::Rows;
use crate::browser::download::{self, DownloadError};
use crate::browser::worker::Worker;
use crate::ui::LiveText;

/// The media type of workbooks.
const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// The media type of CSV files.
const CSV: &str = "text/csv;charset=utf-8";
/// After how many parts of a file it is said how far it is.
const SAID_EACH: u32 = 8;
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

/// Buttons that make files of the rows that are shown.
#[component]
pub fn TakeRows(
    /// The rows.
    rows: Rows,
    /// The absolute address of the script of the worker that makes workbooks.
    workbook: String,
) -> impl IntoView {
    let explorer = use_explorer();
    let (words, own) = (explorer.words, explorer.own);
    let file = FileOfRows {
        rows,
        own,
        sheet: words.rows,
        script: StoredValue::new(workbook),
        worker: StoredValue::new_local(None),
        status: RwSignal::new(String::new()),
        is_busy: RwSignal::new(false),
    };
    let button = move |kind: Kind, label: &'static str| {
        let is_busy = move || file.is_busy.get().to_string();
        let hidden = move || kind == Kind::Workbook && file.count() > MOST_IN_WORKBOOK;
        view! {
            <button
                type="button"
                class="button"
                hidden=hidden
                aria-disabled=is_busy
                on:click=move |_| file.begin(kind)
            >
                {label}
            </button>
        }
    };
    let can_save = download::can_save();
    let status = file.status;
    view! {
        <div class="tools-line take-rows" hidden=move || file.count() == 0>
            <p class="count" role="status"><LiveText text=status/></p>
            <div role="group" aria-label=words.take hidden=!can_save>
                <span aria-hidden="true">{words.take}": "</span>
                {button(Kind::Csv, words.csv)}
                {button(Kind::Workbook, words.xlsx)}
            </div>
        </div>
    }
}

/// The files that have all claims, for those who compute; nothing where there are none.
#[component]
pub fn ParquetFiles(folder: Folder) -> impl IntoView {
    let explorer = use_explorer();
    let index = explorer.index();
    let counted = |number: u64| words::count(explorer.lang, usize::try_from(number).unwrap_or(usize::MAX));
    let item = |file: &claims::manifest::Download| {
        let href = [&folder.0, "parquet/", &file.path].concat();
        let said = [file.path.clone(), counted(file.rows), counted(file.bytes.div_ceil(1000))];
        let label = fill(explorer.own.parquet_file, &said.each_ref().map(String::as_str));
        view! { <li><a href=href download="">{label}</a></li> }
    };
    let files: Vec<_> = index.manifest().downloads.iter().map(item).collect();
    (!files.is_empty()).then(|| {
        view! {
            <details class="parquet">
                <summary>{explorer.words.parquet}</summary>
                <ul>{files}</ul>
            </details>
        }
    })
}

/// A file that is being made, a part after the other.
#[derive(Clone, Copy)]
struct FileOfRows {
    rows: Rows,
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
    /// How many rows are shown.
    fn count(self) -> u32 {
        self.rows.shown.with(|shown| shown.as_ref().map_or(0, |shown| shown.rows))
    }

    fn begin(self, kind: Kind) {
        if !self.is_busy.get_untracked() {
            self.is_busy.set(true);
            self.next(kind, None, Vec::new());
        }
    }

    /// Asks for a part; those before it, which are of a view, are there. Each is a file of the browser's at once, so that it
    /// may go to the disk. Where something else is shown meanwhile, the file begins anew.
    fn next(self, kind: Kind, of: Option<u32>, mut parts: Vec<Blob>) {
        let part = u32::try_from(parts.len()).unwrap_or(u32::MAX);
        self.rows.ask(Request::Csv { part }, Parcel::new(), move |answer, parcel| {
            let Response::Csv { name, parts: all, view } = answer else { return self.end(false) };
            if of.is_some_and(|of| of != view) {
                return self.next(kind, None, Vec::new());
            }
            let Ok(file) = download::file(&parcel, CSV) else { return self.end(false) };
            parts.push(file);
            let done = part.saturating_add(1);
            if done < all {
                if done.is_multiple_of(SAID_EACH) {
                    self.status.try_set(fill(self.own.writing, &[&done.to_string(), &all.to_string()]));
                }
                return self.next(kind, Some(view), parts);
            }
            let file = download::joined(&parts, CSV);
            match (kind, file) {
                (Kind::Workbook, Ok(file)) => self.make_workbook(file, &name.replace(".csv", ".xlsx")),
                (_, file) => self.save(file, &name),
            }
        });
    }

    /// Has a workbook made of a CSV file.
    fn make_workbook(self, file: Blob, name: &str) {
        let (file, name) = (Cell::new(Some(file)), name.to_owned());
        let heard = move |problem: String, answer: Parcel| match file.take() {
            // The first message says that it hears.
            Some(file) => self.worker.with_value(|worker| {
                if let Some(worker) = worker {
                    worker.tell_file(self.sheet, &file);
                }
            }),
            None if problem.is_empty() => self.save(download::file(&answer, WORKBOOK), &name),
            None => self.end(false),
        };
        let started = Worker::start(&self.script.get_value(), heard, move || self.end(false));
        match started {
            Ok(worker) => self.worker.set_value(Some(worker)),
            Err(_) => self.end(false),
        }
    }

    fn save(self, file: Result<Blob, DownloadError>, name: &str) {
        let saved = file.and_then(|file| download::save(&file, name));
        self.end(saved.is_ok());
    }

    fn end(self, is_done: bool) {
        let said = if is_done { "" } else { self.own.not_written };
        self.status.try_set(said.to_owned());
        self.is_busy.try_set(false);
        // It may be the worker itself that says so: it goes once it has been heard.
        spawn_local(async move {
            self.worker.try_set_value(None);
        });
    }
}

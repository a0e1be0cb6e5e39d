//! Files of the rows that are shown.
use explorer::protocol::{Parcel, Request, Response};
use leptos::prelude::*;
use words::fill;

use super::super::context::use_explorer;
use super::load::Folder;
use super::rows::Rows;
use crate::browser::download;
use crate::ui::LiveText;

/// Buttons that make files of the rows that are shown, and all rows as Parquet.
#[component]
pub fn TakeRows(rows: Rows) -> impl IntoView {
    let explorer = use_explorer();
    let words = explorer.words;
    let status = RwSignal::new(String::new());
    let is_busy = RwSignal::new(false);
    let csv = move |_| {
        if !is_busy.get_untracked() {
            is_busy.set(true);
            let file = CsvFile {
                rows,
                status,
                is_busy,
                message: explorer.own.writing,
                refused: explorer.own.not_written,
            };
            file.next(0, Parcel::new());
        }
    };
    let nothing = move || rows.shown.with(|shown| shown.as_ref().is_none_or(|shown| shown.rows == 0));
    let can_save = download::can_save();
    view! {
        <div class="tools-line take-rows" hidden=nothing>
            <p class="count" role="status"><LiveText text=status/></p>
            <span hidden=!can_save>
                {words.take}": "
                <button type="button" class="button" aria-disabled=move || is_busy.get().to_string() on:click=csv>
                    {words.csv}
                </button>
            </span>
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

/// A CSV file that is being made, a part after the other.
#[derive(Clone, Copy)]
struct CsvFile {
    rows: Rows,
    status: RwSignal<String>,
    is_busy: RwSignal<bool>,
    message: &'static str,
    refused: &'static str,
}

impl CsvFile {
    /// Asks for a part; those before it are there.
    fn next(self, part: u32, mut parts: Parcel) {
        self.rows.ask(Request::Csv { part }, Parcel::new(), move |answer, parcel| {
            let Response::Csv { name, parts: all } = answer else { return self.end(self.refused.to_owned()) };
            parts.extend(parcel);
            let done = part.saturating_add(1);
            if done < all {
                self.status.try_set(fill(self.message, &[&done.to_string(), &all.to_string()]));
                self.next(done, parts);
                return;
            }
            let saved = download::file(&parts, "text/csv;charset=utf-8")
                .and_then(|file| download::save(&file, &name));
            self.end(if saved.is_ok() { String::new() } else { self.refused.to_owned() });
        });
    }

    fn end(self, said: String) {
        self.status.try_set(said);
        self.is_busy.try_set(false);
    }
}

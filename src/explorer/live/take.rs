//! Files of the rows that are shown, and those that have all claims.
use explorer::protocol::{Parcel, Request, Response};
use leptos::prelude::*;
use web_sys::Blob;
use words::fill;

use super::super::context::use_explorer;
use super::load::Folder;
use super::rows::Rows;
use crate::grid::{FileRequest, TakeFiles, csv_part};

/// After how many parts of a file it is said how far it is.
const SAID_EACH: u32 = 8;

/// Buttons that make files of the rows that are shown.
#[component]
pub fn TakeRows(
    /// The rows.
    rows: Rows,
    /// The absolute address of the script of the worker that makes workbooks, where there is one.
    workbook: Option<String>,
) -> impl IntoView {
    let sheet = use_explorer().words.rows();
    let count = Signal::derive(move || rows.shown.with(|shown| shown.as_ref().map_or(0, |shown| shown.rows)));
    let write = Callback::new(move |request| next_part(rows, request, None, Vec::new()));
    view! { <TakeFiles rows=count sheet workbook write/> }
}

/// Asks for a part of a CSV file; those before it, which are of a view, are there. Where something else is shown meanwhile,
/// the file begins anew.
fn next_part(rows: Rows, request: FileRequest, of: Option<u32>, mut parts: Vec<Blob>) {
    let part = u32::try_from(parts.len()).unwrap_or(u32::MAX);
    rows.ask(Request::Csv { part }, Parcel::new(), move |answer, parcel| {
        let Response::Csv { name, parts: all, view } = answer else { return request.fail() };
        if of.is_some_and(|of| of != view) {
            return next_part(rows, request, None, Vec::new());
        }
        let Ok(file) = csv_part(&parcel) else { return request.fail() };
        parts.push(file);
        let done = part.saturating_add(1);
        if done >= all {
            return request.end(&parts, &name);
        }
        if done.is_multiple_of(SAID_EACH) {
            request.say(done, all);
        }
        next_part(rows, request, Some(view), parts);
    });
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
        let label = fill(explorer.own.parquet_file(), &said.each_ref().map(String::as_str));
        view! { <li><a href=href download="">{label}</a></li> }
    };
    let files: Vec<_> = index.manifest().downloads.iter().map(item).collect();
    (!files.is_empty()).then(|| {
        view! {
            <details class="parquet">
                <summary>{explorer.words.parquet()}</summary>
                <ul>{files}</ul>
            </details>
        }
    })
}

//! What was seen stays with the browser: the page of claims opens without a connection, and choices whose files were
//! loaded work as before.
use leptos::prelude::*;
use routes::Page;

use super::super::context::use_explorer;
use super::load::Folder;
use super::rows::Rows;
use crate::browser::offline;
use crate::context::use_report;

/// The script that keeps what was seen, beside the page.
const SCRIPT: &str = "offline.js";

/// Has the browser keep what was loaded, whenever the rows of a choice are there: nothing waits for that. In a frame of
/// somebody else's page nothing is kept.
pub fn keep_what_was_seen(rows: Rows, folder: Folder) {
    if use_report().page != Page::Claims {
        return;
    }
    Effect::new(move || {
        let is_planned = rows.planned.with(Option::is_some);
        if is_planned && rows.progress.get().is_settled() {
            let here = rows.here().into_iter().map(|file| [&folder.0, "rows/", &file].concat());
            offline::keep(SCRIPT, here.collect());
        }
    });
}

/// That there is no connection, and what can be read nevertheless.
#[component]
pub fn OfflineNote() -> impl IntoView {
    let own = use_explorer().own;
    let is_page = use_report().page == Page::Claims;
    let is_offline = offline::use_is_offline();
    view! {
        <p class="message" role="status" hidden=move || !(is_page && is_offline.get())>{own.offline()}</p>
    }
}

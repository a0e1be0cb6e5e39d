//! What the page says when the application cannot take over: the static report stays.
use dataset::Finding;
use leptos::prelude::*;
use words::{Lang, fill, messages};

use super::findings::FindingList;

/// Why there is no application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The server has no such file.
    NotFound {
        /// The file's address.
        url: String,
        /// The HTTP status code.
        status: u16,
    },
    /// The server answered with another status than 200.
    Status {
        /// The file's address.
        url: String,
        /// The HTTP status code.
        status: u16,
    },
    /// No answer came.
    Unreachable,
    /// The file came, but no dataset could be read of it.
    Unreadable {
        /// What is wrong with it.
        findings: Vec<Finding>,
    },
}

/// A notice: what happened, what to do, and a way to try again.
#[component]
pub fn FailureNotice(
    /// The language.
    lang: Lang,
    /// What happened.
    failure: Failure,
    /// Loads once more.
    retry: Callback<()>,
) -> impl IntoView {
    let words = messages(lang);
    let (what, todo) = match &failure {
        Failure::NotFound { url, status } => {
            (fill(words.failed_missing, &[url, &status.to_string()]), words.failed_missing_do)
        }
        Failure::Status { url, status } => {
            (fill(words.failed_status, &[url, &status.to_string()]), words.failed_status_do)
        }
        Failure::Unreachable => (words.failed_network.to_owned(), words.failed_network_do),
        Failure::Unreadable { .. } => (words.failed_unreadable.to_owned(), words.failed_unreadable_do),
    };
    let findings = match failure {
        Failure::Unreadable { findings } => Some(view! { <FindingList lang findings/> }),
        _ => None,
    };
    view! {
        <div>
            <p><strong>{words.failed_title}</strong>{format!(" {what} {todo}")}</p>
            {findings}
        </div>
        <button type="button" class="button" on:click=move |_| retry.run(())>{words.retry}</button>
    }
}

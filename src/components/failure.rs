//! What stands on the page when there is no report to show.
use leptos::prelude::*;

use super::markup::Markup;
use super::part::part;
use super::problems::push_findings;
use crate::i18n::{Lang, fill, messages};
use crate::model::Finding;

/// Why there is no report.
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

/// The message, what to do, and a way to try again where that can help.
#[component]
pub fn FailurePage(
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
    let mut html = Markup::new();
    html.element("h1", words.failed_title).element("p", &what).element("p", todo);
    let mut details = Markup::new();
    if let Failure::Unreadable { findings } = &failure {
        push_findings(&mut details, lang, findings);
    }
    part(view! {
        <main id="content" tabindex="-1">
            <section class="message failed" role="alert">
                <div inner_html=html.finish()></div>
                <button type="button" class="button" on:click=move |_| retry.run(())>{words.retry}</button>
                <div inner_html=details.finish()></div>
            </section>
        </main>
    })
}

/// What stands on the page while the dataset is on its way.
#[component]
pub fn LoadingPage(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let words = messages(lang);
    part(view! {
        <main id="content" tabindex="-1">
            <h1 class="hidden">{words.brand}</h1>
            <p class="message" role="status">{words.loading}</p>
        </main>
    })
}

//! What the page says when the application cannot take over: the static report stays.
use dataset::Finding;
use leptos::prelude::*;
use words::{Lang, fill, messages};

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
    /// The file came, but not all of the application.
    Incomplete,
    /// The file came, but no dataset could be read of it.
    Unreadable {
        /// What is wrong with it.
        findings: Vec<Finding>,
    },
    /// The file came, but it is not what the form needs to know of the site.
    Options,
    /// The dataset is newer than the page, and what shows it did not come: the page says what it said.
    Newer,
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
    /// Whether that is under way.
    #[prop(into)]
    busy: Signal<bool>,
    /// What is wrong in detail.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let words = messages(lang);
    let (what, todo) = match &failure {
        Failure::NotFound { url, status } => {
            (fill(words.failed_missing(), &[url, &status.to_string()]), words.failed_missing_do())
        }
        Failure::Status { url, status } => {
            (fill(words.failed_status(), &[url, &status.to_string()]), words.failed_status_do())
        }
        Failure::Unreachable => (words.failed_network().to_owned(), words.failed_network_do()),
        Failure::Incomplete => (words.failed_part().to_owned(), words.failed_network_do()),
        Failure::Newer => (words.failed_newer().to_owned(), words.failed_network_do()),
        Failure::Options => (words.failed_unreadable().to_owned(), words.failed_status_do()),
        Failure::Unreadable { .. } => (words.failed_unreadable().to_owned(), words.failed_unreadable_do()),
    };
    view! {
        <div>
            <p><strong>{words.failed_title()}</strong>{format!(" {what} {todo}")}</p>
            {children.map(|children| children())}
        </div>
        <RetryButton lang retry busy/>
    }
}

/// A button to try again, which says that it is at work.
#[component]
pub fn RetryButton(
    /// The language.
    lang: Lang,
    /// Tries once more.
    retry: Callback<()>,
    /// Whether that is under way.
    #[prop(into)]
    busy: Signal<bool>,
) -> impl IntoView {
    let words = messages(lang);
    view! {
        <button
            type="button"
            class="button"
            aria-disabled=move || busy.get().to_string()
            aria-busy=move || busy.get().to_string()
            on:click=move |_| {
                if !busy.get_untracked() {
                    retry.run(());
                }
            }
        >
            {move || if busy.get() { words.retrying() } else { words.retry() }}
        </button>
    }
}

/// What did not open when a link was followed; the page stays.
#[component]
pub fn TroubleNotice(
    /// The language.
    lang: Lang,
    /// What is to be said.
    text: &'static str,
    /// Tries once more; without it there is nothing to try yet.
    retry: Option<Callback<()>>,
    /// Takes the notice away.
    close: Callback<()>,
) -> impl IntoView {
    let words = messages(lang);
    view! {
        <p>{text}</p>
        {retry.map(|retry| view! { <RetryButton lang retry busy=false/> })}
        <button type="button" class="button" on:click=move |_| close.run(())>{words.close_notice()}</button>
    }
}

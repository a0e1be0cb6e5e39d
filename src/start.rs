//! What both applications begin with: the dataset, the address, and what is said where something does not come.
use std::any::Any;
use std::future::Future;
use std::sync::Arc;

use dataset::{Dataset, Finding, Fingerprint, Reader};
use leptos::prelude::*;
use leptos::task::spawn_local;
use routes::ViewState;
use words::{Lang, messages};

use crate::browser::fetch::{self, FetchError, Freshness};
use crate::browser::shell::Shell;
use crate::browser::{address, details, task};
use crate::chunks::{self, MakeFindings};
use crate::context::Report;
use crate::openers::{Openers, Trouble};
use crate::ui::{Failure, FailureNotice, TroubleNotice};

/// How many bytes of a dataset are read in a step: a millisecond's work or two, a few on old phones.
const READ_AT_ONCE: usize = 1 << 15;

/// How far an application is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum State {
    /// The dataset is on its way.
    Loading,
    /// Everything works.
    Ready,
    /// It cannot take the page over; the page stays as it is.
    Failed(Failure),
}

/// The handles that keep what is mounted in the page.
pub type Mounted = StoredValue<Vec<Box<dyn Any>>, LocalStorage>;

/// A page whose cards open what is asked of them.
pub struct Started {
    /// What it shows.
    pub report: Report,
    /// The name of its edition.
    pub edition: String,
}

/// An application: it makes the page act, and says where it cannot.
#[component]
pub fn Application<Start, Done>(
    /// The page that the build wrote.
    shell: Shell,
    /// Makes the page act; the signals of the page belong to the owner that it is given.
    start: Start,
) -> impl IntoView
where
    Start: Fn(Shell, Freshness, Owner, Mounted) -> Done + Copy + Send + Sync + 'static,
    Done: Future<Output = Result<Option<Started>, Failure>> + 'static,
{
    let lang = shell.address.lang;
    let shell = StoredValue::new_local(shell);
    let mounted: Mounted = StoredValue::new_local(Vec::new());
    let owner = StoredValue::new(Owner::current());
    let (state, busy) = (RwSignal::new(State::Loading), RwSignal::new(false));
    let (openers, report) = (Openers::new(shell), RwSignal::new(None::<Report>));
    let load = move |freshness| {
        // One at a time, however often a button is pressed.
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let (shell, owner) = (shell.get_value(), owner.get_value().unwrap_or_default());
            let outcome = start(shell.clone(), freshness, owner.clone(), mounted).await.map(|started| {
                if let Some(started) = started {
                    owner.with(|| openers.answer(&started.report, started.edition));
                    report.set(Some(started.report));
                }
            });
            shell.say_state(if outcome.is_ok() { "ready" } else { "failed" });
            state.set(outcome.map_or_else(State::Failed, |()| State::Ready));
            busy.set(false);
        });
    };
    load(Freshness::Kept);
    let retry = Callback::new(move |()| load(Freshness::Again));
    view! {
        <StartNotice lang state busy retry/>
        <Troubles lang openers report/>
    }
}

/// Why an application cannot work, and a way to try again; nothing where it works.
#[component]
fn StartNotice(
    lang: Lang,
    state: RwSignal<State>,
    busy: RwSignal<bool>,
    retry: Callback<()>,
) -> impl IntoView {
    move || match state.get() {
        State::Loading | State::Ready => None,
        State::Failed(failure) => {
            let findings = match &failure {
                Failure::Unreadable { findings } => Some(findings.clone()),
                _ => None,
            };
            let findings = findings.map(|findings| view! { <Wrong lang findings/> });
            Some(view! { <FailureNotice lang failure retry busy>{findings}</FailureNotice> })
        }
    }
}

/// What is wrong with a dataset that cannot be read. Few datasets are so, so what says it is loaded then; where it does not
/// come, the notice says that the dataset cannot be read.
#[component]
fn Wrong(lang: Lang, findings: Vec<Finding>) -> impl IntoView {
    let make = RwSignal::new(None::<MakeFindings>);
    spawn_local(async move {
        make.try_set(chunks::findings().await.ok());
    });
    move || make.get().map(|make| make(lang, findings.clone()))
}

/// What is to be said of a link that does not open.
#[component]
fn Troubles(lang: Lang, openers: Openers, report: RwSignal<Option<Report>>) -> impl IntoView {
    let words = messages(lang);
    let close = Callback::new(move |()| openers.trouble.set(None));
    let again = Callback::new(move |()| {
        let trouble = openers.trouble.get_untracked();
        if let (Some(Trouble::NotOpened(opened)), Some(report)) = (trouble, report.get_untracked()) {
            openers.open(&report, opened);
        }
    });
    move || {
        let (text, retry) = match openers.trouble.get()? {
            Trouble::Slow => (words.opening_slow(), None),
            Trouble::NotOpened(_) => (words.not_opened(), Some(again)),
        };
        Some(view! { <div class="trouble"><TroubleNotice lang text retry close/></div> })
    }
}

/// A dataset, and what could not be read of it.
pub struct Loaded {
    /// The dataset.
    pub data: Arc<Dataset>,
    /// The text of its file.
    pub text: String,
    /// What could not be read.
    pub findings: Vec<Finding>,
    /// Whether it is newer than the page.
    pub newer: bool,
}

/// Fetches a file of the site.
///
/// # Errors
/// Why it does not come.
pub async fn file(url: &str, freshness: Freshness) -> Result<String, Failure> {
    fetch::text(url, freshness).await.map_err(|error| match error {
        FetchError::Unreachable { .. } => Failure::Unreachable,
        FetchError::Status { url, status: status @ (404 | 410) } => Failure::NotFound { url, status },
        FetchError::Status { url, status } => Failure::Status { url, status },
    })
}

/// Fetches and reads the dataset.
///
/// # Errors
/// Why it does not come, or cannot be read.
pub async fn read(shell: &Shell, freshness: Freshness) -> Result<Loaded, Failure> {
    let text = file(&shell.dataset_url(), freshness).await?;
    // A large file takes its time: the page is not to stand still meanwhile.
    let mut parts = text.as_bytes().chunks(READ_AT_ONCE);
    let mut fingerprint = Fingerprint::default();
    let mut reader = Reader::of(&text);
    let reading = task::in_turns(|| match parts.next() {
        Some(part) => {
            fingerprint.add(part);
            None
        }
        None => reader.step(READ_AT_ONCE),
    })
    .await;
    let newer = fingerprint.digits() != shell.fingerprint;
    task::next_task().await;
    match reading.dataset {
        Some(data) => Ok(Loaded { data: Arc::new(data), text, findings: reading.findings, newer }),
        None => Err(Failure::Unreadable { findings: reading.findings }),
    }
}

/// Brings the page into the state that the address asks for, with what a reader did before, and keeps both in step
/// from then on.
pub fn connect(shell: &Shell, report: &Report, mut view: ViewState, typed: Vec<(String, String)>) {
    for (name, value) in typed {
        view.set_parameter(&name, value);
    }
    report.view.set(view);
    report.ready.set(true);
    details::follow_open_tables(&shell.document, report.view);
    address::follow_address(&shell.window, report.page, report.view);
}

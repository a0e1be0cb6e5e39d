//! The application: it loads the dataset, hydrates the parts of the page that act, and keeps the address and the
//! document in step with the view.
use std::any::Any;
use std::sync::Arc;

use dataset::{Dataset, Finding, Fingerprint, Reader};
use leptos::prelude::*;
use leptos::task::spawn_local;
use routes::{Page, ViewState};
use words::{Lang, messages};

use crate::attach::attach;
use crate::browser::fetch::{self, FetchError, Freshness};
use crate::browser::live_element::LiveElement;
use crate::browser::shell::{PageKind, Shell};
use crate::browser::{address, controls, details, task};
use crate::chunks::{self, ChunkError, DatasetFile};
use crate::context::{Report, ReportOptions};
use crate::openers::{Openers, Trouble};
use crate::panels::EmbedPageRequest;
use crate::sections::{LanguageLink, ThemeChoice, WinnerList};
use crate::ui::{Failure, FailureNotice, LivePart, TroubleNotice};

/// How many bytes of a dataset are read in a step: a millisecond's work or two, a few on old phones.
const READ_AT_ONCE: usize = 1 << 15;

/// How far the application is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// The dataset is on its way.
    Loading,
    /// Everything works.
    Ready,
    /// It cannot take the page over; the page stays as it is.
    Failed(Failure),
}

/// The handles that keep what is mounted in the page.
type Mounted = StoredValue<Vec<Box<dyn Any>>, LocalStorage>;

/// The application. What it shows itself is what it has to say of its state; the page stands in the document already,
/// and its parts are hydrated where they are.
#[component]
pub fn App(
    /// The page that the build wrote.
    shell: Shell,
) -> impl IntoView {
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
            let shell = shell.get_value();
            let owner = owner.get_value().unwrap_or_default();
            let outcome = match shell.kind {
                PageKind::Report => start_report(&shell, freshness, &owner, mounted).await.map(|started| {
                    owner.with(|| openers.answer(&started.report, started.edition));
                    report.set(Some(started.report));
                }),
                PageKind::Figures => start_figures(&shell, freshness, &owner, mounted).await,
                PageKind::EmbedForm => start_form(&shell, freshness, mounted).await,
            };
            shell.say_state(if outcome.is_ok() { "ready" } else { "failed" });
            state.set(outcome.map_or_else(State::Failed, |()| State::Ready));
            busy.set(false);
        });
    };
    load(Freshness::Kept);
    let retry = Callback::new(move |()| load(Freshness::Again));
    let notice = move || match state.get() {
        State::Loading | State::Ready => None,
        State::Failed(failure) => Some(view! { <FailureNotice lang failure retry busy/> }),
    };
    view! {
        {notice}
        <Troubles lang openers report/>
    }
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
            Trouble::Slow => (words.opening_slow, None),
            Trouble::NotOpened(_) => (words.not_opened, Some(again)),
        };
        Some(view! { <div class="trouble"><TroubleNotice lang text retry close/></div> })
    }
}

/// A dataset, and what could not be read of it.
struct Loaded {
    data: Arc<Dataset>,
    /// The text of its file.
    text: String,
    findings: Vec<Finding>,
    /// Whether it is newer than the page.
    newer: bool,
}

/// A report that works.
struct Started {
    report: Report,
    /// The name of its edition.
    edition: String,
}

/// Fetches a file of the site.
async fn file(url: &str, freshness: Freshness) -> Result<String, Failure> {
    fetch::text(url, freshness).await.map_err(|error| match error {
        FetchError::Unreachable { .. } => Failure::Unreachable,
        FetchError::Status { url, status: status @ (404 | 410) } => Failure::NotFound { url, status },
        FetchError::Status { url, status } => Failure::Status { url, status },
    })
}

/// Fetches and reads the dataset.
async fn read(shell: &Shell, freshness: Freshness) -> Result<Loaded, Failure> {
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

/// Makes the page of all figures that of the dataset, and its search work. Where what shows that does not come, the page gives no answers rather than old ones.
async fn start_figures(
    shell: &Shell,
    freshness: Freshness,
    owner: &Owner,
    mounted: Mounted,
) -> Result<(), Failure> {
    let Loaded { data, text, newer, .. } = read(shell, freshness).await?;
    let lang = shell.address.lang;
    let report = owner.with(|| Report::new(ReportOptions { data, lang, page: Page::Report, newer }));
    if newer {
        let file = DatasetFile { name: shell.dataset_file.clone(), text, claims: None };
        let page = chunks::newer_figures(report.clone(), file, shell.container.clone());
        let page = page.await.map_err(|_| {
            shell.hide_answers();
            Failure::Newer
        })?;
        mounted.update_value(|mounted| mounted.push(page));
    }
    for (part, element) in shell.live_parts() {
        let live = LiveElement { built: shell.built_shape(part).filter(|_| !newer), element };
        // Without it the page is read as well: the browser has a search of its own.
        if let Ok(search) = chunks::figure_search(report.clone(), live, shell.container.clone()).await {
            mounted.update_value(|mounted| mounted.push(search));
        }
    }
    Ok(())
}

/// Makes the form of the page of snippets work.
async fn start_form(shell: &Shell, freshness: Freshness, mounted: Mounted) -> Result<(), Failure> {
    let options = file(&shell.form_url(), freshness).await?;
    for (part, element) in shell.live_parts() {
        let live = LiveElement { built: shell.built_shape(part), element };
        let request = EmbedPageRequest { live, lang: shell.address.lang, options: options.clone() };
        let form = chunks::embed_page(request).await.map_err(|error| match error {
            ChunkError::Load => Failure::Incomplete,
            ChunkError::Ask(_) | ChunkError::Panel(_) => Failure::Options,
        })?;
        mounted.update_value(|mounted| mounted.push(form));
    }
    Ok(())
}

/// Makes the page the application's: what acts is hydrated where the dataset is that of the page, else the
/// whole page is mounted afresh.
async fn start_report(
    shell: &Shell,
    freshness: Freshness,
    owner: &Owner,
    mounted: Mounted,
) -> Result<Started, Failure> {
    let Loaded { data, text, findings, newer } = read(shell, freshness).await?;
    let mut edition = shell.edition.clone();
    let options = ReportOptions { data, lang: shell.address.lang, page: shell.address.page, newer };
    let report = owner.with(|| Report::new(options));
    let mut typed = Vec::new();
    if newer {
        typed.extend(controls::changed(&shell.container));
        let file = DatasetFile { name: shell.dataset_file.clone(), text, claims: shell.claims.clone() };
        let page = chunks::newer_report(report.clone(), findings, file, shell.container.clone()).await;
        let page = page.map_err(|_| Failure::Newer)?;
        edition = page.edition;
        mounted.update_value(|mounted| mounted.push(page.handle));
    } else {
        let mut parts = shell.live_parts();
        // What has a chunk of its own may not come, and is tried again with all others: it goes first.
        parts.sort_by_key(|(part, _)| {
            !matches!(
                part,
                LivePart::Handovers | LivePart::ManyHandovers | LivePart::ManyWinners(_) | LivePart::Explorer
            )
        });
        for (part, element) in parts {
            // Each in a task of its own, so that the browser has time for the reader in between.
            task::next_task().await;
            let live = LiveElement { built: shell.built_shape(part), element };
            if !live.is_as_built() {
                typed.extend(controls::changed(&live.element));
            }
            let handle = attach_part(part, live, &report).await?;
            mounted.update_value(|mounted| mounted.push(handle));
        }
    }
    typed.extend(controls::changed(&shell.container));
    let view = shell.address.view.clone();
    let own_title = view.embed.title.own().is_some() && !newer;
    owner.with(|| connect(shell, &report, view, typed));
    for (part, element) in shell.live_parts().into_iter().filter(|_| own_title || newer) {
        // The page was built with the publisher's words, or without figures: there is nothing to hydrate.
        let live = LiveElement { built: None, element };
        let started = match part {
            // Few hosts have words of their own for a block.
            LivePart::EmbedTitle if own_title => {
                chunks::embed_title(report.clone(), live).await.map_err(|_| Failure::Incomplete)
            }
            LivePart::Explorer | LivePart::ManyHandovers if newer => {
                Ok(attach_part(part, live, &report).await?)
            }
            _ => continue,
        };
        if let Ok(started) = started {
            mounted.update_value(|mounted| mounted.push(started));
        }
    }
    Ok(Started { report, edition })
}

/// Brings the page into the state that the address asks for, with what a reader did before, and keeps both in step
/// from then on.
fn connect(shell: &Shell, report: &Report, mut view: ViewState, typed: Vec<(String, String)>) {
    for (name, value) in typed {
        view.set_parameter(&name, value);
    }
    report.view.set(view);
    report.ready.set(true);
    details::follow_open_tables(&shell.document, report.view);
    address::follow_address(&shell.window, report.page, report.view);
}

/// Makes a part of the page act.
///
/// # Errors
/// [`Failure::Incomplete`] where its code does not come.
async fn attach_part(part: LivePart, live: LiveElement, report: &Report) -> Result<Box<dyn Any>, Failure> {
    Ok(match part {
        LivePart::Language => attach(live, report, || view! { <LanguageLink/> }),
        LivePart::Theme => attach(live, report, || view! { <ThemeChoice/> }),
        LivePart::Winners(award) => attach(live, report, move || view! { <WinnerList award/> }),
        // Few reports have claims enough for a table that acts.
        LivePart::Handovers => {
            return chunks::handovers(report.clone(), live).await.map_err(|_| Failure::Incomplete);
        }
        LivePart::ManyHandovers => {
            let started = chunks::many_handovers(report.clone(), live.element).await;
            return started.map_err(|_| Failure::Incomplete);
        }
        LivePart::ManyWinners(award) => {
            return chunks::many_winners(report.clone(), live, award).await.map_err(|_| Failure::Incomplete);
        }
        LivePart::Explorer => {
            let started = chunks::explorer(report.clone(), live.element).await;
            return started.map_err(|_| Failure::Incomplete);
        }
        // They are on pages of their own or act on few pages: see `start_form`, `start_figures` and `start_report`.
        LivePart::EmbedForm | LivePart::FigureSearch | LivePart::EmbedTitle => Box::new(()),
    })
}

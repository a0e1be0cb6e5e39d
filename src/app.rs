//! The application of the report: it loads the dataset, hydrates the parts of the page that act, and keeps the address and
//! the document in step with the view.
use std::any::Any;

use leptos::prelude::*;
use routes::Page;

use crate::attach::attach;
use crate::browser::fetch::Freshness;
use crate::browser::live_element::LiveElement;
use crate::browser::shell::{PageKind, Shell};
use crate::browser::{controls, task};
use crate::chunks::{self, ChunkError, DatasetFile};
use crate::context::{Report, ReportOptions};
use crate::panels::EmbedPageRequest;
use crate::sections::{LanguageLink, ThemeChoice, WinnerList};
use crate::start::{Application, Loaded, Mounted, Started, connect, file, read};
use crate::ui::{Failure, LivePart};

/// The application. The page stands in the document already, and its parts are hydrated where they are.
#[component]
pub fn App(
    /// The page that the build wrote.
    shell: Shell,
) -> impl IntoView {
    view! { <Application shell start/> }
}

/// Makes the page act, whichever it is.
async fn start(
    shell: Shell,
    freshness: Freshness,
    owner: Owner,
    mounted: Mounted,
) -> Result<Option<Started>, Failure> {
    match shell.kind {
        PageKind::Report => start_report(&shell, freshness, &owner, mounted).await.map(Some),
        PageKind::Figures => start_figures(&shell, freshness, &owner, mounted).await.map(|()| None),
        PageKind::EmbedForm => start_form(&shell, freshness, mounted).await.map(|()| None),
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
            !matches!(part, LivePart::Handovers | LivePart::ManyHandovers | LivePart::ManyWinners(_))
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
            LivePart::ManyHandovers if newer => Ok(attach_part(part, live, &report).await?),
            _ => continue,
        };
        if let Ok(started) = started {
            mounted.update_value(|mounted| mounted.push(started));
        }
    }
    Ok(Started { report, edition })
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
        // They are on pages of their own or act on few pages: see `start_form`, `start_figures`, `start_report` and
        // `claims_app`.
        LivePart::EmbedForm | LivePart::FigureSearch | LivePart::EmbedTitle | LivePart::Explorer => {
            Box::new(())
        }
    })
}

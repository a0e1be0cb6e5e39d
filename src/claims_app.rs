//! The application of the page of published claims, and of the block that shows them: the explorer, and what stands around
//! it. Nothing is hydrated: the explorer takes the place of what the build wrote once there are figures, and the few parts
//! around it are made afresh.
use leptos::prelude::*;

use crate::attach::attach;
use crate::browser::fetch::Freshness;
use crate::browser::live_element::LiveElement;
use crate::browser::shell::Shell;
use crate::browser::{controls, task};
use crate::chunks;
use crate::context::{Report, ReportOptions};
use crate::explorer::{LoadRest, Starting};
use crate::sections::{EmbedTitle, LanguageLink, ThemeChoice};
use crate::start::{Application, Loaded, Mounted, Started, connect, read};
use crate::ui::{Failure, LivePart};

/// The application.
#[component]
pub fn ClaimsApp(
    /// The page that the build wrote.
    shell: Shell,
) -> impl IntoView {
    view! { <Application shell start/> }
}

/// Makes the page act: the whole of it where the dataset is newer, else its parts.
async fn start(
    shell: Shell,
    freshness: Freshness,
    owner: Owner,
    mounted: Mounted,
) -> Result<Option<Started>, Failure> {
    let shell = &shell;
    // Its worker and its files start while the dataset is on its way.
    let mut explorer = Starting::of(shell, REST);
    let Loaded { data, text, newer, .. } = read(shell, freshness).await?;
    let page = shell.address.page;
    let report = owner.with(|| Report::new(ReportOptions { data, lang: shell.address.lang, page, newer }));
    let mut edition = shell.edition.clone();
    let mut typed = controls::changed(&shell.container);
    if newer {
        edition = dataset::edition_name(&report.data.id, text.as_bytes());
        let page = chunks::newer_claims_page(report.clone(), shell.claims.clone(), shell.container.clone());
        let page = page.await.map_err(|_| Failure::Newer)?;
        mounted.update_value(|mounted| mounted.push(page));
    }
    let own_title = shell.address.view.embed.title.own().is_some();
    for (part, element) in shell.live_parts() {
        // Each in a task of its own, so that the browser has time for the reader in between.
        task::next_task().await;
        let live = LiveElement { built: None, element };
        let started = match part {
            LivePart::Explorer => {
                explorer.take().map(|explorer| explorer.mount(report.clone(), live.element))
            }
            // The whole page was mounted with these.
            _ if newer => continue,
            LivePart::Language => Some(attach(live, &report, || view! { <LanguageLink/> })),
            LivePart::Theme => Some(attach(live, &report, || view! { <ThemeChoice/> })),
            // The page was built with the publisher's words.
            LivePart::EmbedTitle if own_title => Some(attach(live, &report, || view! { <EmbedTitle/> })),
            _ => continue,
        };
        if let Some(started) = started {
            mounted.update_value(|mounted| mounted.push(started));
        }
    }
    typed.extend(controls::changed(&shell.container));
    let view = shell.address.view.clone();
    owner.with(|| connect(shell, &report, view, typed));
    Ok(Some(Started { report, edition }))
}

/// Loads what comes after figures and rows. Why it does not come is nothing that could be mended here.
const REST: LoadRest = || Box::pin(async { chunks::explorer_rest().await.ok() });

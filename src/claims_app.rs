//! The application of the page of published claims, and of the block that shows them: the explorer, and what stands around
//! it. Nothing is hydrated: the explorer takes the place of what the build wrote once there are figures, and the few parts
//! around it are made afresh.
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::HtmlElement;

use crate::browser::controls;
use crate::browser::fetch::Freshness;
use crate::browser::shell::Shell;
use crate::chunks;
use crate::context::{Report, ReportOptions};
use crate::explorer::{LoadRest, Starting};
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
    let explorer = Starting::of(shell, REST);
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
    let (parts, around): (Vec<_>, Vec<_>) =
        shell.live_parts().into_iter().partition(|(part, _)| *part == LivePart::Explorer);
    if let (Some(explorer), Some((_, element))) = (explorer, parts.into_iter().next()) {
        // A page of newer data was mounted with what stands around the explorer.
        if !newer {
            let is_quiet = explorer.is_quiet();
            owner.with(|| follow(is_quiet, report.clone(), around, mounted));
        }
        let explorer = explorer.mount(report.clone(), element);
        mounted.update_value(|mounted| mounted.push(explorer));
    }
    typed.extend(controls::changed(&shell.container));
    let view = shell.address.view.clone();
    owner.with(|| connect(shell, &report, view, typed));
    Ok(Some(Started { report, edition }))
}

/// Makes what stands around the explorer act once nothing that is more urgent is on its way, and whenever that is said again
/// for parts that did not come.
fn follow(
    is_quiet: ArcRwSignal<bool>,
    report: Report,
    around: Vec<(LivePart, HtmlElement)>,
    mounted: Mounted,
) {
    let around = StoredValue::new_local(around);
    Effect::new(move || {
        if !is_quiet.get() {
            return;
        }
        let report = report.clone();
        spawn_local(async move {
            let parts = around.try_update_value(std::mem::take).unwrap_or_default();
            for (part, element) in parts {
                // The page was built with the publisher's words.
                let has_own = report.view.with_untracked(|view| view.embed.title.own().is_some());
                if part == LivePart::EmbedTitle && !has_own {
                    continue;
                }
                match chunks::frame_part(report.clone(), part, element.clone()).await {
                    Ok(part) => drop(mounted.try_update_value(|mounted| mounted.extend(part))),
                    Err(_) => drop(around.try_update_value(|around| around.push((part, element)))),
                }
            }
        });
    });
}

/// Loads what comes after figures and rows. Why it does not come is nothing that could be mended here.
const REST: LoadRest = || Box::pin(async { chunks::explorer_rest().await.ok() });

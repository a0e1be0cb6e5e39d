//! The buttons that make a block's chart, figures, table and address to take along.
use leptos::prelude::*;
use leptos::task::spawn_local;
use routes::Block;

use super::kind::{FigureLookup, ShareGroup, ShareKind};
use super::outcome::{Outcome, OutcomeLine};
use super::taking::Share;
use crate::browser::download::can_save;
use crate::browser::sharing::whatsapp_link;
use crate::browser::shown_block::ShownBlock;
use crate::context::use_report;

/// Buttons for what a block has to take along, and what became of the last one.
#[component]
pub fn ShareTools(
    /// The block.
    block: Block,
    /// The id of the edition, for the credit.
    #[prop(into)]
    edition: String,
    /// What is known of its figures.
    lookup: FigureLookup,
) -> impl IntoView {
    let report = use_report();
    let (words, saves) = (words::ask(report.lang), can_save());
    let share = Share { report, block, edition, lookup };
    let outcome = RwSignal::new(Outcome::Nothing);
    let button = |kind: ShareKind| {
        let share = share.clone();
        let take = move |_| {
            let share = share.clone();
            outcome.set(Outcome::Nothing);
            spawn_local(async move {
                let taken = share.take(kind).await.unwrap_or(Outcome::Failed);
                // The panel may show something else by now.
                outcome.try_set(taken);
            });
        };
        view! {
            <button type="button" class="button" name=kind.code() on:click=take>
                {kind.label(words, saves)}
            </button>
        }
    };
    let offered = ShareKind::offered(&ShownBlock::find(block.id()));
    let of = |group| offered.iter().copied().filter(move |kind| kind.group() == group);
    let saved = of(ShareGroup::Save).map(button).collect_view();
    let sent = of(ShareGroup::Send).map(button).collect_view();
    let message = share.message();
    view! {
        {(!saved.is_empty()).then(|| view! { <h4>{words.take_save()}</h4><div class="take-live">{saved}</div> })}
        <h4>{words.take_send()}</h4>
        <div class="take-live">
            <a class="button" href=whatsapp_link(&message) target="_blank" rel="external noopener">"WhatsApp"</a>
            {sent}
        </div>
        <OutcomeLine outcome words/>
    }
}

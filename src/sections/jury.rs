//! The jury of an award.
use dataset::Juror;
use figures::key::{Record, key};
use leptos::prelude::*;
use routes::Block;
use words::fill;

use super::award_blocks::block_id;
use crate::context::use_report;
use crate::ui::{Caveat, EmbedLinks, Figure, SourceNote};

/// The jurors with their roles, and what is odd about their number: how many are stated and how many are listed,
/// where these differ. Nothing where the dataset has no jury.
#[component]
pub fn JuryBlock(
    /// The award's place in the dataset.
    award: usize,
) -> impl IntoView {
    let report = use_report();
    let words = report.words;
    let id = block_id(&report, award, Block::Jury);
    let award = report.data.awards.get(award)?;
    let jury = award.jury.as_ref()?;
    let counts = jury.mismatch().map(|(stated, listed)| (stated.to_string(), listed.to_string()));
    let caveat = counts.as_ref().map(|(stated, listed)| fill(words.jury_mismatch, &[stated, listed]));
    let key = key(Record::Jury, &award.id);
    let shown = counts.as_ref().map(|(stated, listed)| fill(words.jury_shown, &[stated, listed]));
    let shown = shown.map(|value| view! { " "<span class="count"><Figure key value/></span> });
    let jurors = jury.members.iter().map(|juror| view! { <JurorItem juror=juror.clone()/> }).collect_view();
    let evidence = jury.evidence.clone();
    let alone = evidence.is_none();
    Some(view! {
        <div class="block" id=id>
            <div class="text">
                <h3>{words.jury}{shown}</h3>
                <Caveat text=caveat/>
                <ul class="people">{jurors}</ul>
                <p class="credit"><SourceNote evidence/><EmbedLinks block=Block::Jury alone/></p>
            </div>
        </div>
    })
}

/// A juror with the role.
#[component]
fn JurorItem(
    /// The juror.
    juror: Juror,
) -> impl IntoView {
    let role = juror.role.map(|role| role.get(use_report().lang).to_owned());
    let role = role.map(|role| view! { <span class="role">{role}</span> });
    view! { <li><span class="name">{juror.name}</span>{role}</li> }
}

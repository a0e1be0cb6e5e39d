//! The jury of an award.
use dataset::Juror;
use figures::key::{Record, key};
use leptos::prelude::*;
use routes::Block;
use words::fill;

use super::amounts;
use super::award_blocks::{block_id, chart_name};
use crate::context::use_report;
use crate::titles;
use crate::ui::{Card, Caveat};

/// The jurors with their roles, and what is odd about their number. Nothing where the dataset has no jury.
#[component]
pub fn JuryBlock(
    /// The award's place in the dataset.
    award: usize,
) -> impl IntoView {
    let report = use_report();
    let words = report.words;
    let id = block_id(&report, award, Block::Jury);
    let name = chart_name(&report, award, Block::Jury);
    let award = report.data.awards.get(award)?;
    let jury = award.jury.as_ref()?;
    let counts = jury.mismatch().map(|(stated, listed)| (stated.to_string(), listed.to_string()));
    let caveat = counts.map(|(stated, listed)| fill(words.jury_mismatch(), &[&stated, &listed]));
    let (jurors, more) = amounts::written(&report, &jury.members, |juror| view! { <JurorItem juror/> });
    Some(view! {
        <div class="block" id=id>
            <Card
                block=Block::Jury
                name=name
                title=titles::jury(&report, award)
                evidence=jury.evidence.clone()
                figure=key(Record::Jury, &award.id)
            >
                <Caveat text=caveat/>
                <ul class="people">{jurors}</ul>
                <Caveat text=more/>
            </Card>
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

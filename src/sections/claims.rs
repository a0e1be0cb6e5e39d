//! Claims and benefits: the figures, and the single claims.
use dataset::{Observation, Records, Role};
use figures::has_claims;
use leptos::prelude::*;
use routes::{Block, Page, data_file_link};
use words::fill;

use super::handovers::HandoverBlock;
use super::programmes::{self, ProgrammeChart};
use super::sums::{self, SumsCard};
use crate::context::{PublishedClaims, Report, use_report};

/// What was paid, what that is for one claim, scholarships, programmes, and the single claims; nothing where the
/// dataset has nothing about claims.
#[component]
pub fn ClaimsSection() -> impl IntoView {
    let report = use_report();
    if !has_claims(&report.data) {
        return None;
    }
    let records = report.data.claims.as_ref().and_then(|claims| claims.records.clone());
    let alone = matches!(report.page, Page::Embed(Block::Claims));
    Some(view! {
        <section id="claims" aria-labelledby="claims-h">
            <h2 id="claims-h">{report.words.claims()}</h2>
            <SumsCard/>
            <ProgrammeChart role=Role::ClaimCount name="claims-count"/>
            <ProgrammeChart role=Role::ClaimAmount name="claims-amount"/>
            <ExplorerLink/>
            {records.map(|records| view! { <RecordsLink records/> })}
            {(!alone).then(|| view! { <HandoverBlock/> })}
        </section>
    })
}

/// The observations that the section shows.
pub(super) fn shown(report: &Report) -> Vec<&Observation> {
    let by_programme = [Role::ClaimCount, Role::ClaimAmount].map(|role| programmes::shown(report, role));
    sums::shown(report).into_iter().chain(by_programme.into_iter().flatten()).collect()
}

/// The link to the page of published claims; nothing where there are none.
#[component]
fn ExplorerLink() -> impl IntoView {
    let report = use_report();
    let _: PublishedClaims = use_context()?;
    let (lang, page) = (report.lang, report.page);
    let href = report.view.with_untracked(|view| routes::link(lang, page, lang, Page::Claims, view));
    Some(view! { <p><a class="button explore" href=href>{words::explorer(lang).link()}</a></p> })
}

/// The link to a large table in a file of its own.
#[component]
fn RecordsLink(records: Records) -> impl IntoView {
    let report = use_report();
    let words = report.words;
    let label = match records.rows {
        Some(rows) => {
            let rows = words::count(report.lang, usize::try_from(rows).unwrap_or(usize::MAX));
            fill(words.records_link(), &[&rows])
        }
        None => words.records_link_uncounted().to_owned(),
    };
    let href = data_file_link(report.lang, report.page, &records.href);
    view! { <p><a href=href download="">{label}</a></p> }
}

//! The jury of an award.
use leptos::prelude::*;

use super::report::Report;
use super::source_note::SourceNote;
use crate::i18n::fill;
use crate::model::Award;

/// The jurors with their roles, and what is odd about their number.
#[component]
pub fn JuryList(
    /// The report.
    report: Report,
    /// The award.
    award: &'static Award,
    /// How many are stated and how many are listed, where these differ.
    mismatch: Option<(u32, usize)>,
) -> impl IntoView {
    let Report { lang, words, .. } = report;
    award
        .jury
        .as_ref()
        .map(|jury| {
            let members: Vec<_> = jury
                .members
                .iter()
                .map(|juror| {
                    let role = juror.role.as_ref().map(|role| role.get(lang).to_owned());
                    view! {
                        <li>
                            <span class="name">{juror.name.clone()}</span>
                            {role.map(|role| view! { <span class="role">{role}</span> })}
                        </li>
                    }
                })
                .collect();
            let counts = mismatch.map(|(stated, listed)| (stated.to_string(), listed.to_string()));
            let shown = counts.as_ref().map(|(stated, listed)| fill(words.jury_shown, &[stated, listed]));
            let caveat = counts.as_ref().map(|(stated, listed)| fill(words.jury_mismatch, &[stated, listed]));
            view! {
                <div class="block" id="jury">
                    <h3>{words.jury}{shown.map(|shown| view! { " "<span class="count">{shown}</span> })}</h3>
                    {caveat.map(|caveat| view! { <p class="caveat">{caveat}</p> })}
                    <ul class="people">{members}</ul>
                    <p class="credit"><SourceNote report evidence=jury.evidence.as_ref()/></p>
                </div>
            }
        })
        .into_any()
}

//! What the panel says of a figure.
use std::sync::Arc;

use leptos::context::Provider;
use leptos::either::Either;
use leptos::html;
use leptos::prelude::*;

use super::copy::CopyCitation;
use super::state::{AskState, Shown};
use super::taken_along;
use crate::context::Report;
use crate::figures_page::{FigureEntry, Host, Measurement, TakeEntry, find, source_address};
use crate::panels::share::{FigureData, FigureLookup, ShareTools};

/// A figure, or what can be taken along of a block, under the ways back and out. The focus goes to its heading.
#[component]
pub fn Answer(
    /// What the panel shows.
    state: AskState,
    /// What is shown here.
    shown: Shown,
) -> impl IntoView {
    let Shown { step: (_, length), key, report, figures } = shown;
    let (own, provided) = (words::ask(report.lang), report.clone());
    let (heading, field) = (NodeRef::<html::H3>::new(), NodeRef::<html::Textarea>::new());
    heading.on_load(move |heading| state.reveal(&heading));
    let content = move || match taken_along(&key) {
        Some(block) => {
            let (edition, lookup) = (figures.edition.clone(), lookup(&report));
            Either::Left(view! {
                <TakeEntry block options=figures host=Host::Panel heading>
                    <ShareTools block edition lookup/>
                </TakeEntry>
            })
        }
        None => Either::Right(view! {
            <FigureEntry key options=figures host=Host::Panel heading field>
                <CopyCitation field/>
            </FigureEntry>
        }),
    };
    view! {
        <div class="ask-head">
            <button
                type="button"
                name="back"
                class="button"
                hidden=length < 2
                on:click=move |_| state.go_back()
            >
                {own.back()}
            </button>
            <button type="button" name="close" class="button" on:click=move |_| state.close()>
                {own.close()}
            </button>
        </div>
        <Provider value=provided>{content()}</Provider>
    }
}

/// Says of a report's figures what the page of all figures says of them.
fn lookup(report: &Report) -> FigureLookup {
    let report = report.clone();
    Arc::new(move |key| {
        let Some(entry) = find(&report, key) else { return FigureData::default() };
        let source = entry.origin.evidence().and_then(|evidence| source_address(&report, evidence));
        let Some(Measurement { value, bounds, unit }) = entry.measurement else {
            return FigureData { time: entry.time, source, ..FigureData::default() };
        };
        FigureData { value: Some(value), bounds, unit, time: entry.time, source }
    })
}

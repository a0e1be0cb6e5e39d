//! What the panel says of a figure.
use leptos::context::Provider;
use leptos::either::Either;
use leptos::html;
use leptos::prelude::*;

use super::copy::CopyCitation;
use super::state::{AskState, Shown};
use super::taken_along;
use crate::figures_page::{FigureEntry, Host, TakeEntry};

/// A figure, or what can be taken along of a block, under the ways back and out. The focus goes to its heading.
#[component]
pub fn Answer(
    /// What the panel shows.
    state: AskState,
    /// What is shown here.
    shown: Shown,
) -> impl IntoView {
    let Shown { step: (_, length), key, report, figures } = shown;
    let own = words::ask(report.lang);
    let (heading, field) = (NodeRef::<html::H3>::new(), NodeRef::<html::Textarea>::new());
    heading.on_load(move |heading| state.reveal(&heading));
    let content = move || match taken_along(&key) {
        // The place of `<ShareTools block/>` (src/panels/share.rs): the children of this entry.
        Some(block) => Either::Left(view! { <TakeEntry block options=figures host=Host::Panel heading/> }),
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
                {own.back}
            </button>
            <button type="button" name="close" class="button" on:click=move |_| state.close()>
                {own.close}
            </button>
        </div>
        <Provider value=report>{content()}</Provider>
    }
}

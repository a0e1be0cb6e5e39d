//! The panel.
use leptos::ev;
use leptos::prelude::*;

use super::answer::Answer;
use super::state::{AskState, Shown};
use crate::browser::resize::{use_element_resize, use_window_resize};
use crate::browser::{events, popover};
use crate::figures_page::Host;

/// The panel beside a figure: a popover that Escape and a click elsewhere close.
///
/// It stands at the end of the page, so Tab leaves it to where its figure stands.
#[component]
pub fn AskPanel(
    /// What it shows, and where.
    state: AskState,
) -> impl IntoView {
    use_window_resize(move || state.place());
    if let Some(body) = document().body() {
        // The panel stands outside the flow and does not count in that height.
        use_element_resize(&body, move || state.follow());
    }
    let follow_link = move |event: ev::MouseEvent| {
        let link = events::closest(&event, "a[href^=\"#\"]").and_then(|link| link.get_attribute("href"));
        if let Some(key) = link.as_deref().and_then(|href| href.strip_prefix('#')) {
            event.prevent_default();
            state.go_to(key.to_owned());
        }
    };
    let leave = move |event: ev::KeyboardEvent| {
        if event.key() == "Tab" && state.is_at_end(event.shift_key()) {
            // Forwards, the browser goes on from the figure, which has the focus again.
            if event.shift_key() {
                event.prevent_default();
            }
            state.close();
        }
    };
    let toggled = move |event: ev::Event| {
        if popover::is_closing(&event) {
            state.return_focus();
        }
    };
    view! {
        <div
            node_ref=state.panel
            popover="auto"
            class="ask-panel"
            role="dialog"
            aria-labelledby=Host::PANEL_HEADING
            style:left=move || format!("{}px", state.position.get().0)
            style:top=move || format!("{}px", state.position.get().1)
            style:max-height=move || format!("{}px", state.height.get())
            on:click=follow_link
            on:keydown=leave
            on:beforetoggle=toggled
        >
            <For each=move || state.shown() key=|shown: &Shown| (shown.step, shown.key.clone()) let:shown>
                <Answer state shown/>
            </For>
        </div>
    }
}

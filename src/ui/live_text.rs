//! Text that changes while the page is there.
use leptos::prelude::*;

/// A text that follows a signal.
///
/// It stands in an element that is replaced with it: a browser that translates the page puts elements of its
/// own in the place of text nodes, and a text node that is no longer in the page cannot be written to.
#[component]
pub fn LiveText(
    /// The text.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    view! {
        <For each=move || std::iter::once(text.get()) key=String::clone let:text>
            <span>{text}</span>
        </For>
    }
}

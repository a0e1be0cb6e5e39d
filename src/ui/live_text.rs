//! Text that changes while the page is there.
use leptos::html::Span;
use leptos::prelude::*;

/// A text that follows a signal.
///
/// It stands in an element that is written to as a whole: a browser that translates the page puts elements of its
/// own in the place of text nodes, and a text node that is no longer in the page cannot be written to. Nor does it
/// need a marker beside it, which others may take out of the page.
#[component]
pub fn LiveText(
    /// The text.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let element = NodeRef::<Span>::new();
    let shown = StoredValue::new(text.get_untracked());
    Effect::new(move |_| {
        let text = text.get();
        if shown.with_value(|shown| *shown != text) {
            if let Some(element) = element.get() {
                element.set_text_content(Some(&text));
            }
            shown.set_value(text);
        }
    });
    view! { <span node_ref=element>{text.get_untracked()}</span> }
}

//! What must be known of a figure to read it right.
use leptos::prelude::*;

use crate::context::Check;

/// A caveat; nothing where there is none.
#[component]
pub fn Caveat(
    /// What must be known.
    #[prop(into)]
    text: Option<String>,
) -> impl IntoView {
    text.map(|text| view! { <p class="caveat">{text}</p> })
}

/// A paragraph for each thing that does not fit.
#[component]
pub fn CheckNotes(
    /// What does not fit.
    checks: Vec<Check>,
) -> impl IntoView {
    checks.into_iter().map(|check| view! { <p class="caveat check">{check.text}</p> }).collect_view()
}

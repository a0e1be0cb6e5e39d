//! What is there for those who look for it.
use leptos::prelude::*;

/// A part of a page that is closed until somebody opens it.
#[component]
pub fn Folded(
    /// Its id; none by default.
    #[prop(into, optional_no_strip)]
    id: Option<&'static str>,
    /// Its title.
    title: &'static str,
    /// What is said.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="folded" id=id>
            <summary><h3>{title}</h3></summary>
            {children()}
        </details>
    }
}

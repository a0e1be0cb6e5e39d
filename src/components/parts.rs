//! The few shapes that the page's sections are made of.
//!
//! Each shape is one type for the compiler, whatever it holds: a section written out by `view!`
//! is a type of its own, and each type brings code for building and rebuilding it.
use leptos::prelude::*;

/// Text that follows the view.
pub type Live = Box<dyn Fn() -> String + Send + Sync>;

/// A section of the report; its heading has the id `{id}-h`.
pub fn section(id: &'static str, class: &'static str, children: Vec<AnyView>) -> AnyView {
    view! { <section id=id class=class aria-labelledby=format!("{id}-h")>{children}</section> }.into_any()
}

/// The heading of a section.
pub fn heading(id: &'static str, text: &'static str) -> AnyView {
    view! { <h2 id=id>{text}</h2> }.into_any()
}

/// The heading of a section that shows one of its blocks only: for those who cannot see it.
pub fn hidden_heading(id: &'static str, text: &'static str) -> AnyView {
    view! { <h2 id=id class="hidden">{text}</h2> }.into_any()
}

/// A block of a section.
pub fn block(id: &'static str, children: Vec<AnyView>) -> AnyView {
    view! { <div class="block" id=id>{children}</div> }.into_any()
}

/// Markup that never changes.
pub fn fixed(class: &'static str, html: String) -> AnyView {
    view! { <div class=class inner_html=html></div> }.into_any()
}

/// A text that is written anew when a signal changes that its closure reads.
pub fn memo(text: Live) -> Memo<String> {
    Memo::new(move |_| text())
}

/// An answer that is found anew when a signal changes that its closure reads.
pub fn flag(answer: Box<dyn Fn() -> bool + Send + Sync>) -> Memo<bool> {
    Memo::new(move |_| answer())
}

/// Markup that follows the view.
pub fn live(class: &'static str, html: Live) -> AnyView {
    let html = memo(html);
    view! { <div class=class inner_html=html></div> }.into_any()
}

//! The few shapes that the page's sections are made of.
//!
//! Each shape is one type for the compiler, whatever it holds: a section written out by `view!`
//! is a type of its own, and each type brings code for building and rebuilding it.
use leptos::prelude::*;

use super::part::{Part, part};

/// Text that follows the view.
pub type Live = Box<dyn Fn() -> String + Send + Sync>;

/// A section of the report; its heading has the id `{id}-h`.
pub fn section(id: &'static str, class: &'static str, children: Vec<Part>) -> Part {
    part(view! { <section id=id class=class aria-labelledby=format!("{id}-h")>{children}</section> })
}

/// The heading of a section.
pub fn heading(id: &'static str, text: &'static str) -> Part {
    part(view! { <h2 id=id>{text}</h2> })
}

/// The heading of a section that shows one of its blocks only: for those who cannot see it.
pub fn hidden_heading(id: &'static str, text: &'static str) -> Part {
    part(view! { <h2 id=id class="hidden">{text}</h2> })
}

/// A block of a section.
pub fn block(id: &'static str, children: Vec<Part>) -> Part {
    part(view! { <div class="block" id=id>{children}</div> })
}

/// Markup that never changes.
pub fn fixed(class: &'static str, html: String) -> Part {
    part(view! { <div class=class inner_html=html></div> })
}

/// A text that is written anew when a signal changes that its closure reads.
pub fn memo(text: Live) -> Memo<String> {
    Memo::new(move |_| text())
}

/// An answer that is found anew when a signal changes that its closure reads.
pub fn flag(answer: Box<dyn Fn() -> bool + Send + Sync>) -> Memo<bool> {
    Memo::new(move |_| answer())
}

/// A choice from a list, whose options follow the view; `choose` is given the value chosen.
pub fn choice(
    class: &'static str,
    label: &'static str,
    options: Live,
    choose: Box<dyn Fn(&str) + Send + Sync>,
) -> Part {
    let options = memo(options);
    part(view! {
        <label class=class>
            <span>{label}</span>
            <select inner_html=options on:change=move |event| choose(&event_target_value(&event))></select>
        </label>
    })
}

/// Markup that follows the view.
pub fn live(class: &'static str, html: Live) -> Part {
    let html = memo(html);
    part(view! { <div class=class inner_html=html></div> })
}

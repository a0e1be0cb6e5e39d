//! Addresses as others can follow them.
use leptos::prelude::location;
use web_sys::Url;

/// The absolute address of a link of this page; the link itself where it is none.
#[must_use]
pub fn absolute(link: &str) -> String {
    let here = location().href().unwrap_or_default();
    Url::new_with_base(link, &here).map_or_else(|_| link.to_owned(), |url| url.href())
}

//! The colours and the type of the page.
use leptos::prelude::{document, window};
use web_sys::CssStyleDeclaration;

/// The value of a custom property of the page, such as `--ink`, in its theme; empty where it has none.
#[must_use]
pub fn token(name: &str) -> String {
    property(name).trim().to_owned()
}

/// The names of the fonts that the page is set in.
#[must_use]
pub fn font_family() -> String {
    property("font-family")
}

fn property(name: &str) -> String {
    let style = document().document_element().and_then(|root| computed_style(&root));
    style.and_then(|style| style.get_property_value(name).ok()).unwrap_or_default()
}

/// What the stylesheets make of an element.
pub(super) fn computed_style(element: &web_sys::Element) -> Option<CssStyleDeclaration> {
    window().get_computed_style(element).ok().flatten()
}

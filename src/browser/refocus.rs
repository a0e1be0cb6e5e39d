//! The focus, given to an element or given back to one.
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Gives the focus to the first element within another that matches a selector.
///
/// Where there is none, or it takes no focus, the focus stays where it is.
pub fn focus_first(within: &Element, selector: &str) {
    focus(within.query_selector(selector).ok().flatten());
}

/// Gives the focus back to a link; to one with the same address where another element has taken its place.
pub fn focus_link(link: &Element) {
    if link.is_connected() {
        return focus(Some(link.clone()));
    }
    let Some(href) = link.get_attribute("href") else { return };
    let links = document().get_elements_by_tag_name("a");
    let links = (0..links.length()).filter_map(|index| links.item(index));
    focus(links.into_iter().find(|link| link.get_attribute("href").as_ref() == Some(&href)));
}

fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // Focus is a kindness: where it cannot be set, the page works as well.
        drop(element.focus());
    }
}

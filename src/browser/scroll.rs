//! Elements that are scrolled by themselves.
use leptos::prelude::document;
use web_sys::Element;

/// Scrolls a list so far that the item with an id is seen in it. Nothing happens where there is none.
pub fn reveal(id: &str) {
    let item = document().get_element_by_id(id);
    let Some((item, list)) = item.and_then(|item| Some((item.clone(), item.parent_element()?))) else {
        return;
    };
    let (outer, inner) = (list.get_bounding_client_rect(), item.get_bounding_client_rect());
    let by = (inner.bottom() - outer.bottom()).max(0.0) + (inner.top() - outer.top()).min(0.0);
    scroll_to(&list, f64::from(list.scroll_top()) + by);
}

/// Scrolls an element to a place, in CSS pixels from its top.
#[expect(clippy::cast_possible_truncation, reason = "a cast of a float saturates")]
pub fn scroll_to(element: &Element, top: f64) {
    element.set_scroll_top(top.round() as i32);
}

/// The CSS pixels of one `rem`: the size of the page's type, which a reader may have changed.
#[must_use]
pub fn rem() -> f64 {
    let root = document().document_element();
    let size = root.and_then(|root| super::tokens::computed_style(&root));
    let size = size.and_then(|style| style.get_property_value("font-size").ok());
    // The browser reads numbers, and goes no further than the unit.
    size.map(|size| js_sys::parse_float(&size)).filter(|size| size.is_finite()).unwrap_or(16.0)
}

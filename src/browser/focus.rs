//! The focus.
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

/// Sets the focus without scrolling to it. Nothing happens where an element cannot have it.
pub fn focus_in_place(element: &Element) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // Elements of SVG have the method, too. Focus is a kindness: where it cannot be set, the page works as well.
    drop(element.unchecked_ref::<HtmlElement>().focus_with_options(&options));
}

/// The element that has the focus; the body where none has.
#[must_use]
pub fn focused() -> Option<Element> {
    document().active_element()
}

/// Links, buttons and fields inside an element that are shown, in the order of Tab.
#[must_use]
pub fn stops(inside: &Element) -> Vec<HtmlElement> {
    let Ok(found) = inside.query_selector_all("a[href], button, input, select, textarea") else {
        return Vec::new();
    };
    let stops = (0..found.length()).filter_map(|index| found.get(index)?.dyn_into::<HtmlElement>().ok());
    stops.filter(|stop| stop.offset_width() > 0).collect()
}

//! Figures that panels stand beside.
use web_sys::{DomRect, Element, css};

/// A figure that was asked: a link (`.ask`), or a mark of a chart (`.mark`).
///
/// The application may put another element in its place, as charts do when the width changes; it is found again
/// by what it asks.
pub struct Anchor {
    element: Element,
    /// What finds it and those that ask the same.
    selector: String,
    /// Which of them it is.
    index: u32,
    /// Where it stood when it was asked.
    asked_at: DomRect,
}

impl Anchor {
    /// The figure of an element.
    #[must_use]
    pub fn new(element: Element) -> Self {
        let selector = selector(&element);
        let index = find(&selector).position(|same| same == element);
        let index = index.and_then(|index| u32::try_from(index).ok()).unwrap_or_default();
        let asked_at = element.get_bounding_client_rect();
        Self { element, selector, index, asked_at }
    }

    /// The element that the figure is now; none where it is gone.
    #[must_use]
    pub fn current(&self) -> Option<Element> {
        if self.element.is_connected() {
            return Some(self.element.clone());
        }
        let index = usize::try_from(self.index).unwrap_or_default();
        find(&self.selector).nth(index).or_else(|| find(&self.selector).next())
    }

    /// Where the figure is in the window, or where it was when it was asked.
    #[must_use]
    pub fn rect(&self) -> DomRect {
        self.current().map_or_else(|| self.asked_at.clone(), |element| element.get_bounding_client_rect())
    }
}

/// Finds the elements that ask the same figure in the same way.
fn selector(element: &Element) -> String {
    let attribute = |name| css::escape(&element.get_attribute(name).unwrap_or_default());
    if element.has_attribute("href") {
        return format!(".ask[href=\"{}\"]", attribute("href"));
    }
    let figure = element.closest("figure").ok().flatten().map(|figure| css::escape(&figure.id()));
    format!("#{} .mark[data-key=\"{}\"]", figure.unwrap_or_default(), attribute("data-key"))
}

fn find(selector: &str) -> impl Iterator<Item = Element> + use<> {
    // Whatever is not a selector finds nothing.
    let found = leptos::prelude::document().query_selector_all(selector).ok();
    let length = found.as_ref().map(web_sys::NodeList::length).unwrap_or_default();
    (0..length).filter_map(move |index| wasm_bindgen::JsCast::dyn_into(found.as_ref()?.get(index)?).ok())
}

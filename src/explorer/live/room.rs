//! The room of what is still on its way, so that nothing moves when it comes.
use web_sys::{Element, HtmlElement};

/// Heights in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Room {
    /// Of the fields that choose what is shown.
    pub fields: f64,
    /// Of the charts.
    pub charts: f64,
}

impl Room {
    /// The room that the same has in what the build wrote into an element; none where it wrote nothing.
    #[must_use]
    pub fn of(element: &HtmlElement) -> Self {
        let find = |selector: &str| element.query_selector(selector).ok().flatten();
        let height = |element: &Element| element.get_bounding_client_rect().height();
        let fields = find(".choose").map_or(0.0, |fields| height(&fields));
        let below =
            |selector: &str| find(selector).map(|element| element.get_bounding_client_rect().bottom());
        let ends = below(".explorer-figures").zip(below("[aria-labelledby=\"claims-distribution-title\"]"));
        Self { fields, charts: ends.map_or(0.0, |(figures, charts)| (charts - figures).max(0.0)) }
    }
}

//! An element of the page that a view takes over.
use web_sys::HtmlElement;

use super::shape::shape;

/// The element of a part that acts.
#[derive(Clone, Debug)]
pub struct LiveElement {
    /// The element.
    pub element: HtmlElement,
    /// The shape of the nodes that the build wrote ([`super::shape`]); `None` where the view is another one
    /// from the start.
    pub built: Option<u32>,
}

impl LiveElement {
    /// Whether its nodes are those that the build wrote, so that they can be hydrated. To be asked at the very moment:
    /// others change the page while a chunk is on its way.
    #[must_use]
    pub fn is_as_built(&self) -> bool {
        self.built.is_some_and(|built| shape(&self.element) == built)
    }
}

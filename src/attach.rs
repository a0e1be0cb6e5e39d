//! Elements of the page that a view takes over.
use std::any::Any;

use leptos::mount::{hydrate_from, mount_to};
use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::browser::controls;
use crate::browser::shape::shape;
use crate::context::Report;

/// The element of a part that acts.
#[derive(Clone, Debug)]
pub struct LiveElement {
    /// The element.
    pub element: HtmlElement,
    /// The shape of the nodes that the build wrote ([`crate::browser::shape`]); `None` where the view is another one
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

/// Hydrates a view where its nodes are those that the build wrote, else mounts it afresh.
pub fn attach<V: IntoView + 'static>(
    live: LiveElement,
    report: &Report,
    view: impl FnOnce() -> V + 'static,
) -> Box<dyn Any> {
    let as_built = live.is_as_built();
    let element = live.element;
    let report = report.clone();
    let view = move || {
        provide_context(report);
        view()
    };
    if as_built {
        return Box::new(hydrate_from(element, view));
    }
    let focused = controls::focused(&element);
    element.replace_children_with_node_0();
    let handle = mount_to(element.clone(), view);
    if let Some(name) = focused {
        controls::focus(&element, &name);
    }
    Box::new(handle)
}

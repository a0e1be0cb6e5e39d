//! Elements of the page that a view takes over.
use std::any::Any;

#[cfg(feature = "hydrate")]
use leptos::mount::hydrate_from;
use leptos::mount::mount_to;
use leptos::prelude::*;

use crate::browser::controls;
use crate::browser::live_element::LiveElement;
use crate::context::Report;

/// Hydrates a view where its nodes are those that the build wrote, else mounts it afresh, as an application does that
/// hydrates nothing.
pub fn attach<V: IntoView + 'static>(
    live: LiveElement,
    report: &Report,
    view: impl FnOnce() -> V + 'static,
) -> Box<dyn Any> {
    #[cfg(feature = "hydrate")]
    let as_built = live.is_as_built();
    let element = live.element;
    let report = report.clone();
    let view = move || {
        provide_context(report);
        view()
    };
    #[cfg(feature = "hydrate")]
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

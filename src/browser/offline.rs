//! What the browser keeps for those without a connection, and whether there is one.
use js_sys::{Array, Reflect};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{PerformanceEntry, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration};

/// Has a script of the site keep files for those without a connection: those of `addresses` that it is for, and those
/// that the page has loaded itself. Nothing happens where the browser keeps nothing, as in private windows.
pub fn keep(script: &'static str, addresses: Vec<String>) {
    spawn_local(async move {
        let Some(keeper) = keeper(script).await else { return };
        let addresses: Array = addresses.into_iter().chain(loaded()).map(JsValue::from).collect();
        // One that is gone keeps nothing.
        drop(keeper.post_message(&addresses));
    });
}

/// The service worker of a script, once it is at work.
async fn keeper(script: &str) -> Option<ServiceWorker> {
    // A frame in a sandbox is refused with an exception.
    let container = Reflect::get(&window().navigator(), &JsValue::from_str("serviceWorker")).ok()?;
    let container: ServiceWorkerContainer = container.dyn_into().ok()?;
    JsFuture::from(container.register(script)).await.ok()?;
    let ready = JsFuture::from(container.ready().ok()?).await.ok()?;
    ready.dyn_into::<ServiceWorkerRegistration>().ok()?.active()
}

/// The addresses of the files that the page has loaded.
fn loaded() -> Vec<String> {
    let entries = window().performance().map(|performance| performance.get_entries_by_type("resource"));
    let entries = entries.into_iter().flat_map(|entries| entries.to_vec());
    entries.filter_map(|entry| Some(entry.dyn_into::<PerformanceEntry>().ok()?.name())).collect()
}

/// Whether there is no connection, as far as the browser knows, until the current owner is cleaned up.
#[must_use]
pub fn use_is_offline() -> Signal<bool> {
    let is_offline = RwSignal::new(!window().navigator().on_line());
    let gone = window_event_listener(ev::offline, move |_| is_offline.set(true));
    let back = window_event_listener(ev::online, move |_| is_offline.set(false));
    on_cleanup(move || {
        gone.remove();
        back.remove();
    });
    is_offline.into()
}

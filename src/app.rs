//! The application: it loads the dataset, holds the state of the view, and keeps the address and
//! the document in step with it.
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Window};

use crate::api::{self, ApiError};
use crate::components::{Failure, FailurePage, LoadingPage, Report, ReportPage, part};
use crate::model::{self, Dataset, Finding};
use crate::page::{self, Address, ViewState};

/// Where the page lies: what the shell says of it.
#[derive(Clone, Debug)]
struct Site {
    window: Window,
    document: Document,
    /// The element that the application fills.
    container: Element,
    /// The dataset's address.
    data_url: String,
    /// What the address of the page means.
    address: Address,
}

impl Site {
    /// Reads the shell. `None` where it is not the shell of this application.
    fn read() -> Option<Self> {
        let window = web_sys::window()?;
        let document = window.document()?;
        let container = document.get_element_by_id("app")?;
        let root = meta(&document, "jamsostek-root")?;
        let data_url = format!("{root}{}", meta(&document, "jamsostek-dataset")?);
        let location = window.location();
        let base = web_sys::Url::new_with_base(&root, &location.href().ok()?).ok()?.pathname();
        let (path, query) = (location.pathname().ok()?, location.search().ok()?);
        let address = page::parse(page::below_root(&path, &base), &query);
        Some(Self { window, document, container, data_url, address })
    }

    /// The width that charts are drawn for, in CSS pixels.
    fn width(&self) -> u32 {
        u32::try_from(self.container.client_width()).unwrap_or(0)
    }
}

fn meta(document: &Document, name: &str) -> Option<String> {
    document.query_selector(&format!("meta[name={name}]")).ok()??.get_attribute("content")
}

/// How far the dataset is.
#[derive(Clone, Debug)]
enum Progress {
    Loading,
    Failed(Failure),
    Ready(&'static Dataset, Vec<Finding>),
}

/// Starts the application in the element `#app`.
pub fn start() {
    let Some(site) = Site::read() else { return };
    site.container.set_inner_html("");
    if let Ok(container) = site.container.clone().dyn_into::<web_sys::HtmlElement>() {
        mount_to(container, move || app(site)).forget();
    }
}

fn app(site: Site) -> impl IntoView {
    let lang = site.address.lang;
    let view = RwSignal::new(site.address.view.clone());
    let width = RwSignal::new(site.width());
    let progress = RwSignal::new(Progress::Loading);
    follow_width(&site, width);
    follow_view(&site, view);
    follow_fragment(&site, progress);
    load(site.data_url.clone(), progress);
    let retry = Callback::new(move |()| {
        progress.set(Progress::Loading);
        load(site.data_url.clone(), progress);
    });
    move || match progress.get() {
        Progress::Loading => part(view! { <LoadingPage lang/> }),
        Progress::Failed(failure) => part(view! { <FailurePage lang failure retry/> }),
        Progress::Ready(data, findings) => {
            let report = Report::new(data, lang, view, width);
            part(view! { <ReportPage report findings/> })
        }
    }
}

/// Loads the dataset and says how that went.
fn load(url: String, progress: RwSignal<Progress>) {
    wasm_bindgen_futures::spawn_local(async move {
        progress.set(match api::fetch_text(&url).await {
            Ok(text) => read(&text),
            Err(ApiError::Unreachable { .. }) => Progress::Failed(Failure::Unreachable),
            Err(ApiError::Status { url, status: status @ (404 | 410) }) => {
                Progress::Failed(Failure::NotFound { url, status })
            }
            Err(ApiError::Status { url, status }) => Progress::Failed(Failure::Status { url, status }),
        });
    });
}

fn read(text: &str) -> Progress {
    let reading = model::read(text);
    match reading.dataset {
        // The page shows it until it is left; only a retry, by hand, makes another one.
        Some(dataset) => Progress::Ready(Box::leak(Box::new(dataset)), reading.findings),
        None => Progress::Failed(Failure::Unreadable { findings: reading.findings }),
    }
}

/// Keeps the width in step with the container's.
fn follow_width(site: &Site, width: RwSignal<u32>) {
    let container = site.container.clone();
    let changed = Closure::<dyn Fn()>::new(move || {
        let now = u32::try_from(container.client_width()).unwrap_or(0);
        if now > 0 && now != width.get_untracked() {
            width.set(now);
        }
    });
    // Without an observer the charts keep the width they were first drawn for, and scale.
    if let Ok(observer) = web_sys::ResizeObserver::new(changed.as_ref().unchecked_ref()) {
        observer.observe(&site.container);
    }
    changed.forget();
}

/// Brings the part that the address's fragment names into view once it is there: the browser
/// looked for it before there was a report.
fn follow_fragment(site: &Site, progress: RwSignal<Progress>) {
    let (window, document) = (site.window.clone(), site.document.clone());
    Effect::new(move |_| {
        if !progress.with(|progress| matches!(progress, Progress::Ready(..))) {
            return;
        }
        let (window, document) = (window.clone(), document.clone());
        request_animation_frame(move || {
            let hash = window.location().hash().unwrap_or_default();
            if let Some(part) = hash.strip_prefix('#').and_then(|id| document.get_element_by_id(id)) {
                part.scroll_into_view();
            }
        });
    });
}

/// Keeps address and document in step with the view, and the view with the address.
fn follow_view(site: &Site, view: RwSignal<ViewState>) {
    let window = site.window.clone();
    let back = Closure::<dyn Fn()>::new(move || {
        if let Ok(query) = window.location().search() {
            view.set(page::parse_view(&query));
        }
    });
    let listened = site.window.add_event_listener_with_callback("popstate", back.as_ref().unchecked_ref());
    debug_assert!(listened.is_ok(), "the window takes listeners");
    back.forget();

    let (window, document) = (site.window.clone(), site.document.clone());
    Effect::new(move |before: Option<ViewState>| {
        let now = view.get();
        show_theme(&document, &now);
        if before.is_some() {
            write_address(&window, &now, before.as_ref());
        }
        now
    });
}

fn show_theme(document: &Document, view: &ViewState) {
    if let Some(root) = document.document_element() {
        // The attribute is only a wish of the reader's; the page works without it.
        drop(root.set_attribute("data-theme", view.theme.code()));
    }
}

/// Writes the view into the address: a new entry of the history for a choice, none for a letter
/// typed into a search field.
fn write_address(window: &Window, view: &ViewState, before: Option<&ViewState>) {
    let location = window.location();
    if location.search().is_ok_and(|search| page::parse_view(&search) == *view) {
        return;
    }
    let (Ok(path), Ok(hash)) = (location.pathname(), location.hash()) else { return };
    let address = format!("{path}{}{hash}", page::to_query(view));
    let typed = before.is_some_and(|before| before.differs_only_in_search(view));
    if let Ok(history) = window.history() {
        let written = if typed {
            history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
        } else {
            history.push_state_with_url(&JsValue::NULL, "", Some(&address))
        };
        // A sandbox without an origin refuses; the view is then simply not in the address.
        drop(written);
    }
}

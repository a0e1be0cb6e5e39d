//! The application that replaces the static page part by part: it loads the dataset, holds the state of the view, and keeps the address and
//! the document in step with it.
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Document, HtmlElement, Window};

use crate::api::{self, ApiError};
use crate::components::{Check, FRAME, Failure, FailureNotice, Report, TAKEOVER, report_frame, report_step};
use dataset::{Dataset, Finding};
use routes::{Address, ViewState};

/// Where the page lies: what the shell says of it.
#[derive(Clone, Debug)]
struct Site {
    window: Window,
    document: Document,
    /// The element that holds the static page.
    container: HtmlElement,
    /// The element for what the application has to say when it cannot take over.
    notice: HtmlElement,
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
        let element = |id| document.get_element_by_id(id)?.dyn_into::<HtmlElement>().ok();
        let (container, notice) = (element("app")?, element("notice")?);
        let root = meta(&document, "jamsostek-root")?;
        let data_url = format!("{root}{}", meta(&document, "jamsostek-dataset")?);
        let location = window.location();
        let base = web_sys::Url::new_with_base(&root, &location.href().ok()?).ok()?.pathname();
        let (path, query) = (location.pathname().ok()?, location.search().ok()?);
        let address = routes::parse(routes::below_root(&path, &base), &query);
        Some(Self { window, document, container, notice, data_url, address })
    }
}

impl Site {
    /// An element of its own to build a part in.
    fn holder(&self) -> Option<HtmlElement> {
        self.container.clone_node().ok()?.dyn_into().ok()
    }
}

fn meta(document: &Document, name: &str) -> Option<String> {
    document.query_selector(&format!("meta[name={name}]")).ok()??.get_attribute("content")
}

/// Starts the application: it loads the dataset, and takes the static page over when it is there.
pub fn start() {
    // It lives as long as the page.
    if let Some(site) = Site::read() {
        load(Box::leak(Box::new(site)));
    }
}

/// Loads the dataset, and shows it or says why it cannot.
fn load(site: &'static Site) {
    wasm_bindgen_futures::spawn_local(async move {
        let failure = match api::fetch_text(&site.data_url).await {
            Ok(text) => {
                let reading = dataset::read(&text);
                match reading.dataset {
                    // The page shows it until it is left.
                    Some(dataset) => {
                        let told = checks(&site.container, &text).await.as_string().unwrap_or_default();
                        let dataset = Box::leak(Box::new(dataset));
                        return soon(move || build(site, dataset, reading.findings, &told));
                    }
                    None => Failure::Unreadable { findings: reading.findings },
                }
            }
            Err(ApiError::Unreachable { .. }) => Failure::Unreachable,
            Err(ApiError::Status { url, status: status @ (404 | 410) }) => Failure::NotFound { url, status },
            Err(ApiError::Status { url, status }) => Failure::Status { url, status },
        };
        say(site, failure);
    });
}

/// Does something after the browser had a moment for the reader.
fn soon(next: impl FnOnce() + 'static) {
    set_timeout(next, Duration::ZERO);
}

/// Builds the page part by part, each outside the document, and puts it in the place of its static
/// counterpart: first what can be used, then what can only be read.
fn build(site: &'static Site, data: &'static Dataset, findings: Vec<Finding>, told: &str) {
    let Some(holder) = site.holder() else { return };
    // The signals are made within the first mount: there they have their owner and their executor.
    let made = Rc::new(Cell::new(None));
    let out = made.clone();
    let [first, left @ ..] = &TAKEOVER;
    let told = Check::parse(told);
    mount_to(holder.clone(), move || {
        let report = report(site, data).with_checks(told);
        out.set(Some(report));
        report_step(report, &[], *first)
    })
    .forget();
    if let Some(report) = made.get() {
        let page = Rc::new(Pending { site, report, findings });
        // The first mount is work of its own, whatever it builds.
        soon(move || page.take_over(holder, first + 1, left));
    }
}

/// A page that is being taken over.
struct Pending {
    site: &'static Site,
    report: Report,
    findings: Vec<Finding>,
}

impl Pending {
    /// Puts what is built in the place of the static page's, as soon as no click is under way, and
    /// goes on with the steps that are left. The rank of the frame is 0, those of the steps follow.
    fn take_over(self: Rc<Self>, built: HtmlElement, rank: u8, left: &'static [u8]) {
        let nothing = built.first_element_child().is_none();
        if replace(&self.site.container, &built, rank) {
            // What the page has not costs no pause.
            if nothing {
                self.step(left);
            } else {
                soon(move || self.step(left));
            }
        } else {
            set_timeout(move || self.take_over(built, rank, left), Duration::from_millis(50));
        }
    }

    /// Builds a part, or the frame.
    fn step(self: Rc<Self>, steps: &'static [u8]) {
        let Some((&step, left)) = steps.split_first() else {
            finish(&self.site.container);
            return self.site.notice.set_inner_html("");
        };
        let Some(holder) = self.site.holder() else { return };
        let page = self.clone();
        mount_to(holder.clone(), move || match step {
            FRAME => Some(report_frame(page.report, Vec::new())),
            _ => report_step(page.report, &page.findings, step),
        })
        .forget();
        let rank = if step == FRAME { 0 } else { step + 1 };
        // To build and to put in place are work of their own, where there is any.
        if holder.first_element_child().is_some() {
            soon(move || self.take_over(holder, rank, left));
        } else {
            self.take_over(holder, rank, left);
        }
    }
}

/// Says why the application is not there, below the static page.
fn say(site: &'static Site, failure: Failure) {
    let lang = site.address.lang;
    let retry = Callback::new(move |()| load(site));
    site.notice.set_inner_html("");
    mount_to(site.notice.clone(), move || view! { <FailureNotice lang failure retry/> }).forget();
    if let Some(root) = site.document.document_element() {
        drop(root.remove_attribute("data-pending"));
        drop(root.set_attribute("data-app", "failed"));
    }
}

/// The report with the signals that the application holds, which the address and the window drive.
fn report(site: &'static Site, data: &'static Dataset) -> Report {
    let Address { lang, page, view } = site.address.clone();
    let view = RwSignal::new(view);
    let width = RwSignal::new(width_of(&site.window));
    follow_width(&site.window, width);
    follow_view(site, view);
    Report::new(data, (lang, page), view, width)
}

/// The width of the window in sixteenths of the browser's type, as media queries in em see it: CSS pixels, unless the
/// reader chose another size of type. 0 where it is not shown.
fn width_of(window: &Window) -> u32 {
    let width = window.inner_width().ok().and_then(|width| width.as_f64()).unwrap_or(0.0);
    // Charts grow with the reader's type, as the widths of the stylesheet do: they are in em.
    let width = width * 16.0 / type_of(window).unwrap_or(16.0);
    // Out of range it would be cut to the nearest whole number that there is.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let whole = width as u32;
    whole
}

/// The size of the browser's type in CSS pixels: what `1em` of a media query is.
fn type_of(window: &Window) -> Option<f64> {
    let root = window.document()?.document_element()?;
    let style = window.get_computed_style(&root).ok()??;
    style.get_property_value("font-size").ok()?.strip_suffix("px")?.parse().ok().filter(|size| *size > 0.0)
}

#[wasm_bindgen(module = "/src/takeover.js")]
extern "C" {
    /// Puts what is built in the place of its counterparts, in the page if `rank` is 0, else inside
    /// its `<main>`, where parts stand in the order of their ranks. Focus, selection, opened
    /// details and scrolled boxes are kept. False while the reader holds something down: nothing is
    /// replaced then.
    #[wasm_bindgen(js_name = takeOver)]
    fn replace(page: &HtmlElement, built: &HtmlElement, rank: u8) -> bool;

    /// What does not fit together in the dataset of this text, for [`Check::parse`]: as the static
    /// page says it, if it is of the same dataset.
    async fn checks(page: &HtmlElement, text: &str) -> JsValue;

    /// Takes away what is left of the static page.
    #[wasm_bindgen(js_name = takenOver)]
    fn finish(page: &HtmlElement);
}

/// Keeps the width in step with the window's.
fn follow_width(window: &Window, width: RwSignal<u32>) {
    let resized = window.clone();
    let changed = Closure::<dyn Fn()>::new(move || {
        let now = width_of(&resized);
        if now > 0 && now != width.get_untracked() {
            width.set(now);
        }
    });
    let listened = window.add_event_listener_with_callback("resize", changed.as_ref().unchecked_ref());
    debug_assert!(listened.is_ok(), "the window takes listeners");
    changed.forget();
}

/// Keeps address and document in step with the view, and the view with the address.
fn follow_view(site: &Site, view: RwSignal<ViewState>) {
    let window = site.window.clone();
    let back = Closure::<dyn Fn()>::new(move || {
        if let Ok(query) = window.location().search() {
            view.set(routes::parse_view(&query));
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
    if location.search().is_ok_and(|search| routes::parse_view(&search) == *view) {
        return;
    }
    let (Ok(path), Ok(hash)) = (location.pathname(), location.hash()) else { return };
    let address = format!("{path}{}{hash}", routes::to_query(view));
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

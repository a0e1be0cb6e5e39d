//! What acts: loading, the table of single claims, the panel of a figure. Nothing of it is written by the build.
mod client;
mod filters;
mod first;
mod grid;
mod histogram;
mod load;
mod offline;
mod panel;
mod rest;
mod room;
mod rows;
mod rows_card;
mod take;
mod tools;
mod view;

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use explorer::address::NAMES;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::HtmlElement;

use self::client::Client;
pub use self::filters::ListFilter;
use self::first::{First, FirstFiles};
use self::load::Folder;
pub use self::rest::{LoadRest, Rest};
use self::room::Room;
use self::view::{ExplorerView, ManifestNotice};
use crate::browser::absolute::absolute;
use crate::browser::controls;
use crate::browser::fetch::Freshness;
use crate::browser::shell::Shell;
use crate::browser::task;
use crate::context::Report;

/// What the explorer needs of the page.
#[derive(Clone)]
pub(crate) struct ExplorerOptions {
    /// Where the claims lie.
    folder: Folder,
    /// The worker that holds the rows, which starts while figures are on their way; `None` where the browser starts none.
    worker: Option<Client>,
    /// Whether it has ended.
    has_ended: ArcRwSignal<bool>,
    /// The absolute address of the script of the worker that makes workbooks, where there is one.
    workbook: Option<String>,
    /// The absolute address of the stylesheet of panels.
    panel_styles: String,
    /// Loads what comes after figures and rows.
    load_rest: LoadRest,
    /// Whether the address asks for something, so that what the build wrote is not that.
    asks: bool,
}

impl ExplorerOptions {
    /// What the page says of its claims, with the worker, which starts at once; `None` where it says of none.
    fn of(shell: &Shell, load_rest: LoadRest) -> Option<Self> {
        let folder = Folder(absolute(&[&shell.root, shell.claims.as_deref()?].concat()));
        let has_ended = ArcRwSignal::new(false);
        let ended = has_ended.clone();
        let script = shell.beside_the_module("claims-worker.js");
        Some(Self {
            folder,
            worker: Client::start(&script, move || ended.set(true)).ok(),
            has_ended,
            workbook: shell.workbook(),
            panel_styles: shell.beside_the_module("ask.css"),
            load_rest,
            asks: shell.address.view.unknown.iter().any(|(name, _)| NAMES.contains(&name.as_str())),
        })
    }
}

/// An explorer whose worker and first files are on their way.
pub struct Starting {
    options: ExplorerOptions,
    first: FirstFiles,
}

impl Starting {
    /// Has the explorer of a page start; `None` where the page says of no claims.
    #[must_use]
    pub fn of(shell: &Shell, load_rest: LoadRest) -> Option<Self> {
        let options = ExplorerOptions::of(shell, load_rest)?;
        let mut view = shell.address.view.clone();
        for (name, value) in controls::changed(&shell.container) {
            view.set_parameter(&name, value);
        }
        let first = FirstFiles::fetch(options.folder.clone(), view.unknown, Freshness::Kept);
        Some(Self { options, first })
    }

    /// Puts the explorer into an element, in which what the build wrote stays until there are figures. What is returned keeps
    /// it there.
    #[must_use]
    pub fn mount(self, report: Report, element: HtmlElement) -> Box<dyn Any> {
        let held = Held::default();
        if self.options.asks {
            // What the build wrote is not what the address asks for.
            set_busy(&element, true);
        }
        self.begin(report, element, held.clone());
        Box::new(held)
    }

    /// Mounts the explorer once its first files are there, or says why the manifest does not come.
    fn begin(self, report: Report, element: HtmlElement, held: Held) {
        let Self { options, first } = self;
        spawn_local(async move {
            let came = first.came().await;
            // The address is read once the page is in the state that it asks for.
            while !report.ready.get_untracked() {
                task::next_task().await;
            }
            let asked = report.view.with_untracked(|view| view.unknown.clone());
            match came {
                Ok((index, cubes)) => {
                    let first = First::of(index, cubes, &asked, &options.folder).await;
                    mount_explorer(report, element, options, first, &held);
                }
                Err(fault) => {
                    let again = (report.clone(), element.clone(), options, held.clone());
                    let retry = move || {
                        let (report, element, options, held) = again.clone();
                        let first =
                            FirstFiles::fetch(options.folder.clone(), asked.clone(), Freshness::Again);
                        Self { options, first }.begin(report, element, held);
                    };
                    say(&report, &element, &held, fault, retry);
                }
            }
        });
    }
}

/// What is mounted in the page.
type Held = Rc<RefCell<Option<Box<dyn Any>>>>;

/// Mounts the explorer in an element. Figures that nobody sees yet wait for nothing; where the build wrote what is asked for, it
/// stays until all that takes its place has grown aside.
fn mount_explorer(report: Report, element: HtmlElement, options: ExplorerOptions, first: First, held: &Held) {
    let room = Room::of(&element);
    let aside = if options.asks { None } else { aside(&element) };
    held.replace(None);
    if aside.is_none() {
        clear(&element);
    }
    let place = aside.clone().unwrap_or_else(|| element.clone());
    let aside = StoredValue::new_local(aside);
    let settled = Callback::new(move |()| {
        if let Some(aside) = aside.try_update_value(Option::take).flatten() {
            take_place(&element, &aside);
        }
    });
    let mounted = mount_to(place, move || {
        provide_context(report);
        view! { <ExplorerView first options room settled/> }
    });
    held.replace(Some(Box::new(mounted)));
}

/// An element that is not in the page.
fn aside(element: &HtmlElement) -> Option<HtmlElement> {
    wasm_bindgen::JsCast::dyn_into(element.owner_document()?.create_element("div").ok()?).ok()
}

/// Takes away what stands in an element, and that it waits.
fn clear(element: &HtmlElement) {
    set_busy(element, false);
    element.replace_children_with_node_0();
}

/// Puts what has grown aside into the place of what stands in an element, at once: no empty page is seen in between.
fn take_place(element: &HtmlElement, aside: &HtmlElement) {
    clear(element);
    while let Some(child) = aside.first_child() {
        // It fails only for what may be no child of an element, which all of these are.
        if element.append_child(&child).is_err() {
            return;
        }
    }
}

fn set_busy(element: &HtmlElement, busy: bool) {
    // For the stylesheet, and those who wait and do not see; without it the page works as well.
    drop(if busy {
        element.set_attribute("aria-busy", "true")
    } else {
        element.remove_attribute("aria-busy")
    });
}

/// Says above what the build wrote that the manifest did not come.
fn say(
    report: &Report,
    element: &HtmlElement,
    held: &Held,
    fault: explorer::ledger::Fault,
    retry: impl Fn() + 'static,
) {
    let lang = report.lang;
    let Some(place) = element.owner_document().and_then(|document| document.create_element("div").ok())
    else {
        return;
    };
    held.replace(None);
    set_busy(element, false);
    // It fails only for what is no child of the page.
    drop(element.prepend_with_node_1(&place));
    let Ok(place) = wasm_bindgen::JsCast::dyn_into::<HtmlElement>(place) else { return };
    let retry: Rc<dyn Fn()> = Rc::new(retry);
    let mounted = mount_to(place, move || view! { <ManifestNotice lang fault retry/> });
    held.replace(Some(Box::new(mounted)));
}

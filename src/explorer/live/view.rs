//! The explorer as it acts: it follows the address, and has files fetched for what is chosen.
use std::rc::Rc;
use std::sync::Arc;

use explorer::address::{self, Ignored};
use explorer::ledger::Fault;
use explorer::{Index, Measure, Selection, State, first_view, texts};
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use routes::Block;
use wasm_bindgen::JsCast;
use web_sys::Element;
use words::{Lang, fill};

use super::super::asked::Asking;
use super::super::context::{Explorer, Picked, use_explorer};
use super::super::figures::{EXPLORER_HEADING, ExplorerHeading, Invented, Pictures};
use super::ExplorerOptions;
use super::first::{First, take};
use super::load::Folder;
use super::offline::OfflineNote;
use super::rest::{Later, RestNotice};
use super::room::Room;
use super::rows_card::RowsCard;
use crate::browser::address as browser_address;
use crate::context::{Report, use_report};
use crate::ui::{LiveText, RetryButton};

/// That the manifest did not come; the page stays as the build wrote it.
#[component]
pub fn ManifestNotice(lang: Lang, fault: Fault, retry: Rc<dyn Fn()>) -> impl IntoView {
    let retry = StoredValue::new_local(retry);
    let busy = RwSignal::new(false);
    let again = Callback::new(move |()| {
        busy.set(true);
        retry.with_value(|retry| retry());
    });
    let said = [words::explorer(lang).manifest_missing(), " ", &texts::fault(lang, &fault)].concat();
    view! {
        <div class="message missing" role="alert">
            <p>{said}</p>
            <RetryButton lang retry=again busy/>
        </div>
    }
}

/// Has the files of a choice fetched, and shows its figures once they are there or have failed.
#[derive(Clone, Copy)]
struct Loader {
    explorer: Explorer,
    folder: StoredValue<Folder>,
    /// Which choice is the last one.
    last: StoredValue<u32>,
    is_loading: RwSignal<bool>,
    failed: RwSignal<Vec<(u16, Fault)>>,
}

impl Loader {
    /// Shows the figures of a choice.
    fn show(self, selection: Selection, measure: Measure) {
        let index = self.explorer.index();
        self.last.update_value(|last| *last += 1);
        let own = self.last.get_value();
        let files = first_view(&index, selection.region);
        let missing = self.explorer.cubes.with_untracked(|cubes| {
            files.into_iter().filter(|region| cubes.get(*region).is_none()).collect::<Vec<_>>()
        });
        let picked = move |files: u32| Picked { selection, measure, files };
        let before = self.explorer.picked.get_untracked();
        if missing.is_empty() {
            self.is_loading.set(false);
            self.failed.set(Vec::new());
            if before != picked(before.files) {
                self.explorer.picked.set(picked(before.files));
            }
            return;
        }
        self.is_loading.set(true);
        let folder = self.folder.get_value();
        spawn_local(async move {
            let came = folder.cubes(&index, missing).await;
            let mut failed = Vec::new();
            self.explorer.cubes.update(|cubes| {
                for (region, came) in came {
                    take(&index, cubes, region, came, &mut failed);
                }
            });
            // Files of a choice that was left meanwhile are kept, and not shown.
            if self.last.get_value() == own {
                self.is_loading.set(false);
                self.failed.set(failed);
                self.explorer.picked.set(picked(before.files.wrapping_add(1)));
            }
        });
    }
}

/// The explorer of the page.
#[component]
pub fn ExplorerView(
    /// What is there.
    first: First,
    /// What it needs of the page.
    options: ExplorerOptions,
    /// How much room what comes after figures and rows has until it comes.
    room: Room,
    /// Is told once that is in the page, or does not come.
    settled: Callback<()>,
) -> impl IntoView {
    let report = use_report();
    let First { published, state, ignored, failed } = first;
    let index = published.index.clone();
    let asked = RwSignal::new(state.clone());
    let choose = choosing(report.clone(), index.clone(), asked);
    let explorer = Explorer::new(report.lang, &published, Some(choose)).with_state(asked);
    explorer.picked.set(Picked { selection: state.selection, measure: state.measure, files: 0 });
    provide_context(explorer);
    let loader = Loader {
        explorer,
        folder: StoredValue::new(options.folder.clone()),
        last: StoredValue::new(0),
        is_loading: RwSignal::new(false),
        failed: RwSignal::new(failed),
    };
    let ignored = RwSignal::new(ignored);
    let view = report.view;
    // The way back leads through the address.
    Effect::new(move || {
        let read = view.with(|view| address::read(&index, &view.unknown));
        ignored.set(read.ignored);
        if asked.with_untracked(|state| *state != read.state) {
            asked.set(read.state);
        }
    });
    let chosen = Memo::new(move |_| asked.with(|state| (state.selection, state.measure)));
    Effect::new(move |before: Option<()>| {
        let (selection, measure) = chosen.get();
        // What the address asked for at first is there; it may ask for something else by now.
        let picked = explorer.picked.get_untracked();
        if before.is_some() || (selection, measure) != (picked.selection, picked.measure) {
            loader.show(selection, measure);
        }
    });
    let later = Later::new(&options, settled);
    provide_context(later);
    provide_context(Asking(Callback::new(move |(asked, event)| later.ask(asked, pressed(&event)))));
    let busy = move || loader.is_loading.get().to_string();
    view! {
        <Invented/>
        {later.fields(room.fields)}
        <OfflineNote/>
        <IgnoredNotice ignored/>
        <MissingFigures loader/>
        <RestNotice/>
        <Told explorer is_loading=loader.is_loading/>
        <section
            id=Block::ClaimsExplorer.id()
            class="explorer-cards"
            aria-labelledby=EXPLORER_HEADING
            aria-busy=busy
        >
            <ExplorerHeading/>
            <Pictures charts=move |picked| later.charts(picked, room.charts)/>
            <RowsCard options/>
        </section>
        {later.panel()}
    }
}

/// What was pressed: a button, or a mark of a chart for which the button of its figure answers.
fn pressed(event: &MouseEvent) -> Option<Element> {
    let pressed = event.related_target().or_else(|| event.current_target());
    pressed.and_then(|pressed| pressed.dyn_into().ok())
}

/// Takes another state into the address: a step of typing or scrolling in the place of the last one.
fn choosing(report: Report, index: Arc<Index>, asked: RwSignal<State>) -> Callback<State> {
    Callback::new(move |next: State| {
        let before = asked.get_untracked();
        if before == next {
            return;
        }
        let mut view = report.view.get_untracked();
        let others = address::read(&index, &view.unknown).others;
        let own = address::write(&index, &next).into_iter();
        view.unknown = own.map(|(name, value)| (name.to_owned(), value)).chain(others).collect();
        if let Some(window) = web_sys::window() {
            browser_address::write(&window, report.page, &view, before.differs_in_passing(&next));
        }
        asked.set(next);
        report.view.set(view);
    })
}

/// What the address asks for in vain; nothing where that is nothing.
#[component]
fn IgnoredNotice(ignored: RwSignal<Vec<Ignored>>) -> impl IntoView {
    let explorer = use_explorer();
    let said = move || {
        let said = ignored.with(|ignored| {
            ignored.iter().map(|one| texts::ignored(explorer.lang, one)).collect::<Vec<_>>().join(", ")
        });
        (!said.is_empty()).then(|| [explorer.words.ignored(), " ", &said, "."].concat())
    };
    view! {
        <For each=said key=String::clone let:said>
            <p class="message missing" role="status">{said}</p>
        </For>
    }
}

/// That files with figures are missing, and a way to try again.
#[component]
fn MissingFigures(loader: Loader) -> impl IntoView {
    let explorer = use_explorer();
    let lang = explorer.lang;
    let said = move || {
        let index = explorer.index();
        loader.failed.get().into_iter().map(move |(region, fault)| {
            let name = index.region_label(lang, region).to_owned();
            let missing = fill(explorer.words.figures_missing(), &[&name]);
            [missing, texts::fault(lang, &fault)].join(" ")
        })
    };
    let retry = Callback::new(move |()| {
        let state = explorer.state.get_untracked();
        // The button goes away with what it mends; the figures say what has become of it.
        explorer.lands.set_value(Some(Block::ClaimsExplorer.id()));
        loader.show(state.selection, state.measure);
    });
    view! {
        <div class="message missing" role="alert" hidden=move || loader.failed.with(Vec::is_empty)>
            <For each=said key=String::clone let:said><p>{said}</p></For>
            <RetryButton lang retry busy=loader.is_loading/>
        </div>
    }
}

/// What was found, for those who hear it.
#[component]
fn Told(explorer: Explorer, is_loading: RwSignal<bool>) -> impl IntoView {
    let first = explorer.picked.get_untracked();
    let said = Signal::derive(move || {
        let picked = explorer.picked.get();
        if is_loading.get() {
            return explorer.words.loading_figures().to_owned();
        }
        if picked == first {
            return String::new();
        }
        let index = explorer.index();
        let of: Selection = picked.selection;
        let found = explorer.cubes.with_untracked(|cubes| explorer::figures(&index, cubes, of));
        texts::finding(&index, explorer.lang, of, &found)
    });
    view! { <p class="hidden" role="status"><LiveText text=said/></p> }
}

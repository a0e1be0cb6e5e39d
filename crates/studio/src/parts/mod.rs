//! What is seen of the studio.
mod beginning;
mod cell_bar;
mod findings;
mod grid;
mod grid_keys;
mod notices;
mod preview;
mod questions;
mod sheets;
mod text;
mod tools;

use leptos::ev;
use leptos::leptos_dom::helpers::window_event_listener;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{EventTarget, HtmlInputElement, HtmlTextAreaElement};

use crate::browser;
use crate::desk::{Desk, Stage};
use crate::page::Page;

use beginning::BeginningPart;
use cell_bar::CellBar;
use findings::FindingsPart;
use grid::GridPart;
use notices::{CrashedPart, Notices};
use preview::PreviewPart;
use sheets::SheetsPart;
use text::TextPart;
use tools::ToolsPart;

/// Starts the studio on its page.
pub(crate) fn start() {
    let Some(page) = Page::read() else {
        // The page's script hears of it, and says so.
        wasm_bindgen::throw_str("this page lacks a part that the studio needs")
    };
    let container = page.container.clone();
    let offline = page.offline.clone();
    container.replace_children_with_node_0();
    mount_to(container, move || {
        let desk = Desk::new(page);
        desk.start();
        view! { <Studio desk/> }
    })
    .forget();
    if let Some(root) = document().document_element() {
        // For the page's script, which else says that the studio does not start.
        drop(root.set_attribute("data-app", "ready"));
    }
    browser::settle(&offline);
}

/// The studio.
#[component]
fn Studio(desk: Desk) -> impl IntoView {
    let over = RwSignal::new(false);
    let dropped = move |event: ev::DragEvent| {
        event.prevent_default();
        over.set(false);
        if let Some(files) = event.data_transfer().and_then(|transfer| transfer.files()) {
            desk.open_files(files);
        }
    };
    let dragged = move |event: ev::DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let handles = [
        window_event_listener(ev::drop, dropped),
        window_event_listener(ev::dragover, dragged),
        window_event_listener(ev::dragleave, move |event| {
            // Nothing is entered where the files leave the window.
            over.set(event.related_target().is_some());
        }),
    ];
    on_cleanup(move || handles.into_iter().for_each(|handle| handle.remove()));
    let words = desk.words;
    let stage = desk.stage;
    view! {
        <div class="studio" class:over=over>
            <Head desk/>
            {move || over.get().then(|| view! { <p class="drop-now">{words.drop_now()}</p> })}
            <Notices desk/>
            <main id="content" tabindex="-1">
                {move || match stage.get() {
                    Stage::Beginning => view! { <BeginningPart desk/> }.into_any(),
                    Stage::Working => view! { <Work desk/> }.into_any(),
                    Stage::Crashed => view! { <CrashedPart desk/> }.into_any(),
                }}
            </main>
        </div>
    }
}

/// What stands above all of it.
#[component]
fn Head(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let (report, other) = desk.page.with_value(|page| (page.report.clone(), page.other.clone()));
    let is_beginning = move || desk.stage.get() == Stage::Beginning;
    view! {
        <header class="studio-head" class:small=move || !is_beginning()>
            <h1>{words.title()}</h1>
            <p class="lead">{words.lead()}</p>
            <p class="private">{words.private()}" "<span class="private-how">{words.private_how()}</span></p>
            <nav class="studio-links" aria-label=words.title()>
                <a href=report>{words.to_report()}</a>
                <a href=other lang=desk.lang.other().code() hreflang=desk.lang.other().code()>
                    {words.other_language()}
                </a>
            </nav>
        </header>
    }
}

/// The three parts of a report that is edited. On a narrow window one of them is seen at a time.
#[component]
fn Work(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let part = RwSignal::new("editor");
    let keys = window_event_listener(ev::keydown, move |event| {
        let (ctrl, key) = (event.ctrl_key() || event.meta_key(), event.key().to_lowercase());
        // Fields for a cell take their own changes back, until they are left.
        let is_field = |target: &EventTarget| {
            target.has_type::<HtmlInputElement>() || target.has_type::<HtmlTextAreaElement>()
        };
        let is_typing =
            desk.sheets.with_untracked(Option::is_some) && event.target().as_ref().is_some_and(is_field);
        if !ctrl || is_typing {
            return;
        }
        match (key.as_str(), event.shift_key()) {
            ("z", false) => desk.undo(),
            ("z", true) | ("y", _) => desk.redo(),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || keys.remove());
    // What a finding leads to must be seen.
    Effect::new(move |before: Option<(Option<u32>, Option<u32>)>| {
        let now = (desk.focus.get().map(|focus| focus.wish), desk.text_spot.get().map(|spot| spot.2));
        if before.is_some_and(|before| before != now) {
            part.set("editor");
        }
        now
    });
    let choice = move |name: &'static str, label: &'static str| {
        view! {
            <button type="button" class="part" aria-pressed=move || (part.get() == name).to_string()
                on:click=move |_| part.set(name)>{label}</button>
        }
    };
    let errors = move || desk.counts.get().map_or(0, |counts| counts.errors);
    view! {
        <div class="work" data-part=part>
            <ToolsPart desk/>
            <div class="parts" role="group" aria-label=words.parts()>
                {choice("editor", words.editor())}
                <button type="button" class="part" aria-pressed=move || (part.get() == "findings").to_string()
                    on:click=move |_| part.set("findings")>
                    {words.findings()}
                    {move || (errors() > 0).then(|| view! { " "<span class="badge">{errors}</span> })}
                </button>
                {choice("preview", words.preview())}
            </div>
            <section class="editor" aria-labelledby="editor-title">
                <h2 id="editor-title" class="hidden">{words.editor()}</h2>
                {move || match desk.sheets.with(Option::is_some) {
                    true => view! { <SheetsPart desk/><CellBar desk/><GridPart desk/> }.into_any(),
                    false => view! { <TextPart desk/> }.into_any(),
                }}
            </section>
            <FindingsPart desk/>
            <PreviewPart desk/>
        </div>
    }
}

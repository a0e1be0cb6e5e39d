//! The report as readers see it: in a frame where no script runs.
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event};

use crate::desk::{Desk, Seen};

/// The report as readers see it.
#[component]
pub(crate) fn PreviewPart(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let phone = RwSignal::new(false);
    let frame = NodeRef::<html::Iframe>::new();
    let is_there = RwSignal::new(false);
    let styles = desk.page.with_value(|page| page.styles.clone());
    let theme = document().document_element().and_then(|root| root.get_attribute("data-theme"));
    let theme = theme.map(|theme| format!(" data-theme=\"{theme}\"")).unwrap_or_default();
    let empty = format!(
        "<!DOCTYPE html><html lang=\"{}\"{theme}><head><meta charset=\"utf-8\"><title>{}</title>\
         <link rel=\"stylesheet\" href=\"{styles}\"></head><body><div id=\"app\"></div></body></html>",
        desk.lang.code(),
        words.preview(),
    );
    Effect::new(move |_| {
        let seen = desk.seen.get();
        if is_there.get() {
            show(frame, seen.as_ref());
        }
    });
    let loaded = move |_| {
        keep_links(frame);
        is_there.set(true);
    };
    let languages =
        move || desk.seen.with(|seen| seen.as_ref().map(|seen| seen.languages.clone()).unwrap_or_default());
    let choice = move |label: &'static str, is_phone: bool| {
        view! {
            <button type="button" class="part" aria-pressed=move || (phone.get() == is_phone).to_string()
                on:click=move |_| phone.set(is_phone)>{label}</button>
        }
    };
    view! {
        <section class="preview-part" aria-labelledby="preview-title">
            <div class="preview-head">
                <h2 id="preview-title">{words.preview()}</h2>
                <div class="choices" role="group" aria-label=words.preview()>
                    {choice(words.preview_wide(), false)}
                    {choice(words.preview_phone(), true)}
                </div>
                {move || (languages().len() > 1).then(|| view! { <PreviewLanguage desk/> })}
            </div>
            {move || desk.seen.with(Option::is_none).then(|| view! { <p class="preview-none">{words.preview_none()}</p> })}
            <div class="preview-frame" class:phone=phone class:blank=move || desk.seen.with(Option::is_none)>
                <iframe title=words.preview() sandbox="allow-same-origin" srcdoc=empty node_ref=frame on:load=loaded></iframe>
            </div>
        </section>
    }
}

/// The language of the preview, where the report has several.
#[component]
fn PreviewLanguage(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let shown =
        move || desk.seen.with(|seen| seen.as_ref().map(|seen| seen.lang.clone()).unwrap_or_default());
    let chosen = move |code: String| {
        desk.preview_lang.set(code);
        desk.render();
    };
    view! {
        <label class="preview-lang">
            <span class="hidden">{words.preview_lang()}</span>
            <select on:change:target=move |event| chosen(event.target().value())>
                <option value="id" prop:selected=move || shown() == "id">{words.indonesian()}</option>
                <option value="en" prop:selected=move || shown() == "en">{words.english()}</option>
            </select>
        </label>
    }
}

/// Puts the report into the frame, which stays where it is scrolled to.
fn show(frame: NodeRef<html::Iframe>, seen: Option<&Seen>) {
    let Some(document) = frame.get_untracked().and_then(|frame| frame.content_document()) else { return };
    if let Some(root) = document.document_element() {
        // The browser reads the report aloud in its language.
        drop(root.set_attribute("lang", seen.map_or("", |seen| &seen.lang)));
    }
    if let Some(container) = document.get_element_by_id("app") {
        let open = opened(&container);
        container.set_inner_html(seen.map_or("", |seen| &seen.markup));
        reopen(&container, &open);
    }
    document.set_title(seen.map_or("", |seen| &seen.title));
}

/// Which of the parts that fold are open, in their order.
fn opened(container: &Element) -> Vec<bool> {
    let all = folded(container);
    all.iter().map(|part| part.has_attribute("open")).collect()
}

/// Opens the parts that were open before.
fn reopen(container: &Element, open: &[bool]) {
    for (part, open) in folded(container).iter().zip(open) {
        // A part that stays folded can be opened again.
        drop(if *open { part.set_attribute("open", "") } else { part.remove_attribute("open") });
    }
}

fn folded(container: &Element) -> Vec<Element> {
    let Ok(found) = container.query_selector_all("details") else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).collect()
}

/// Keeps links of the report from leading away: those to places in it go there, all others do nothing.
fn keep_links(frame: NodeRef<html::Iframe>) {
    let Some(document) = frame.get_untracked().and_then(|frame| frame.content_document()) else { return };
    let own = document.clone();
    let clicked = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let target = event.target().map(JsCast::unchecked_into::<Element>);
        let Some(link) = target.and_then(|target| target.closest("a").ok().flatten()) else { return };
        event.prevent_default();
        let href = link.get_attribute("href").unwrap_or_default();
        if let Some(place) = href.strip_prefix('#').and_then(|id| own.get_element_by_id(id)) {
            place.scroll_into_view();
        }
    });
    // Without it, links open the published pages in the frame.
    drop(document.add_event_listener_with_callback("click", clicked.as_ref().unchecked_ref()));
    clicked.forget();
}

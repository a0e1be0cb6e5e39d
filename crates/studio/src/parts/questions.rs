//! The form of six questions.
use leptos::html;
use leptos::prelude::*;
use studio_worker::Beginning;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::desk::Desk;

/// The form of six questions.
#[component]
pub(crate) fn Questions(desk: Desk, close: impl Fn() + Copy + Send + 'static) -> impl IntoView {
    let words = desk.words;
    let answers =
        RwSignal::new(Beginning { languages: vec![desk.lang.code().to_owned()], ..Beginning::default() });
    let optional = words.optional();
    let field = move |name: &'static str,
                      label: &'static str,
                      hint: &'static str,
                      kind: &'static str,
                      is_needed: bool,
                      set: fn(&mut Beginning, String)| {
        let hint_id = format!("hint-{name}");
        let described = (!hint.is_empty()).then(|| hint_id.clone());
        view! {
            <label class="field">
                <span>{label}</span>
                <input type=kind name=name required=is_needed aria-describedby=described autocomplete="off"
                    on:input:target=move |event| answers.update(|answers| set(answers, event.target().value()))/>
                {(!hint.is_empty()).then(|| view! { <small id=hint_id>{hint}</small> })}
            </label>
        }
    };
    let language = move |code: &'static str, label: &'static str| {
        let is_on = move || answers.with(|answers| answers.languages.iter().any(|lang| lang == code));
        let toggle = move |_| {
            answers.update(|answers| {
                if answers.languages.iter().any(|lang| lang == code) {
                    answers.languages.retain(|lang| lang != code);
                } else {
                    answers.languages.push(code.to_owned());
                }
            });
        };
        view! {
            <label class="check"><input type="checkbox" prop:checked=is_on on:change=toggle/>" "{label}</label>
        }
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut answers = answers.get_untracked();
        answers.languages.sort_by_key(|lang| lang == "en");
        desk.begin(answers);
    };
    let form = NodeRef::<html::Form>::new();
    Effect::new(move |_| {
        let first = form.get().and_then(|form| form.query_selector("input").ok().flatten());
        if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
            // The form has just come, and the first answer is typed there.
            drop(first.focus());
        }
    });
    view! {
        <form node_ref=form class="questions" aria-label=words.questions() on:submit=submit>
            {field("title", words.ask_title(), "", "text", true, |answers, text| answers.title = text)}
            <div class="pair">
                {field("region", words.ask_region(), words.ask_region_example(), "text", true, |answers, text| answers.region = text)}
                {field("code", words.ask_code(), optional, "text", false, |answers, text| answers.code = text)}
            </div>
            {field("date", words.ask_date(), "", "date", true, |answers, text| answers.date = text)}
            <div class="pair">
                {field("source", words.ask_source(), "", "text", true, |answers, text| answers.source = text)}
                {field("address", words.ask_address(), optional, "url", false, |answers, text| answers.address = text)}
            </div>
            <fieldset>
                <legend>{words.ask_languages()}</legend>
                {language("id", words.indonesian())}
                {language("en", words.english())}
            </fieldset>
            {field("office", words.ask_office(), optional, "text", false, |answers, text| answers.office = text)}
            <p class="actions">
                <button type="submit" class="button primary">{words.ask_done()}</button>
                <button type="button" class="button plain" on:click=move |_| close()>{words.cancel()}</button>
            </p>
        </form>
    }
}

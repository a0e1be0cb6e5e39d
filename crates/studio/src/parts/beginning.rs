//! What one can begin with.
use leptos::html;
use leptos::prelude::*;
use words::fill;

use super::questions::Questions;
use crate::browser;
use crate::desk::Desk;

/// What files are offered for.
const ENDINGS: &str = ".xlsx,.xlsm,.csv,.tsv,.txt,.json";

/// What one can begin with.
#[component]
pub(crate) fn BeginningPart(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let asking = RwSignal::new(false);
    let input = NodeRef::<html::Input>::new();
    let chosen = move |_| {
        if let Some(input) = input.get_untracked()
            && let Some(files) = input.files()
        {
            desk.open_files(files);
        }
    };
    let choose = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let way = move |label: &'static str, about: &'static str, act: fn(Desk)| {
        view! {
            <li>
                <button type="button" class="way" on:click=move |_| act(desk)>
                    <strong>{label}</strong>
                    <span>{about}</span>
                </button>
            </li>
        }
    };
    view! {
        <section class="beginning" aria-labelledby="begin-title">
            <h2 id="begin-title">{words.begin()}</h2>
            <Drafts desk/>
            <div class="drop">
                <h3>{words.files()}</h3>
                <input type="file" class="hidden" tabindex="-1" aria-label=words.files() multiple=true accept=ENDINGS
                    node_ref=input on:change=chosen/>
                <button type="button" class="button primary" on:click=choose>{words.choose()}</button>
                <p>{words.drop()}</p>
            </div>
            <ul class="ways">
                {way(words.template(), words.template_about(), Desk::open_template)}
                {way(words.published(), words.published_about(), Desk::open_published)}
                <li>
                    <button type="button" class="way" aria-expanded=move || asking.get().to_string()
                        on:click=move |_| asking.update(|asking| *asking = !*asking)>
                        <strong>{words.questions()}</strong>
                        <span>{words.questions_about()}</span>
                    </button>
                </li>
            </ul>
            {move || asking.get().then(|| view! { <Questions desk close=move || asking.set(false)/> })}
        </section>
    }
}

/// The drafts that are there.
#[component]
fn Drafts(desk: Desk) -> impl IntoView {
    let words = desk.words;
    move || {
        let drafts = desk.drafts.get();
        (!drafts.is_empty()).then(|| {
            let items = drafts.into_iter().map(|draft| {
                let key = draft.key;
                let kept = browser::moment(desk.lang, draft.kept);
                let said = fill(words.draft(), &[&draft.name, &kept]);
                let labels = [words.draft_open(), words.draft_drop()].map(|label| format!("{label}: {}", draft.name));
                let [open, drop] = labels;
                view! {
                    <li>
                        <span>{said}</span>
                        <button type="button" class="button" aria-label=open on:click=move |_| desk.restore(&draft)>
                            {words.draft_open()}
                        </button>
                        <button type="button" class="button plain" aria-label=drop
                            on:click=move |_| desk.discard(key)>{words.draft_drop()}</button>
                    </li>
                }
            });
            view! {
                <div class="drafts">
                    <h3>{words.drafts()}</h3>
                    <ul>{items.collect_view()}</ul>
                </div>
            }
        })
    }
}

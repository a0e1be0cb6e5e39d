//! What the page has to say of what was asked for.
use leptos::prelude::*;

use super::findings::spot_words;
use crate::desk::Desk;

/// What is being done, was done, or was refused.
#[component]
pub(crate) fn Notices(desk: Desk) -> impl IntoView {
    let words = desk.words;
    view! {
        <div class="notices" role="status">
            {move || desk.busy.get().map(|busy| view! { <p class="busy">{busy}</p> })}
            {move || {
                let done = desk.done.get();
                (!done.is_empty()).then(|| view! { <p class="done">{done}</p> })
            }}
            {move || desk.notice.get().map(|notice| {
                let said = notice.said.into_iter().map(|said| {
                    let place = match said.spot {
                        studio_worker::Spot::Whole => None,
                        ref spot => Some(spot_words(desk, spot)),
                    };
                    let mend = (!said.mend.is_empty()).then(|| format!("{}: {}", words.mend(), said.mend));
                    view! {
                        <li>
                            {place.map(|place| view! { <strong>{place}</strong>": " })}
                            {said.what}"."
                            {mend.map(|mend| view! { " "{mend}"." })}
                        </li>
                    }
                });
                view! {
                    <div class="message failed refused">
                        <h2>{notice.heading}</h2>
                        <ul>{said.collect_view()}</ul>
                        <button type="button" class="button" on:click=move |_| desk.notice.set(None)>{words.close()}</button>
                    </div>
                }
            })}
        </div>
    }
}

/// That the worker has ended.
#[component]
pub(crate) fn CrashedPart(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let reload = move |_| {
        // A page that cannot be loaded again stays as it is.
        drop(window().location().reload());
    };
    view! {
        <section class="message failed" role="alert">
            <p>{words.crashed()}</p>
            <button type="button" class="button" on:click=reload>{words.reload()}</button>
        </section>
    }
}

//! The search on the page of all figures.
use leptos::prelude::*;
use words::fill;

use crate::context::use_report;
use crate::ui::LiveText;

/// Shows the figures whose section holds all words of a text, and says how many those are.
pub type FindFigures = Callback<String, usize>;

/// A field that leaves the figures that are searched for.
#[component]
pub fn FigureSearch(
    /// Does it; none where nothing acts yet.
    #[prop(optional_no_strip)]
    find: Option<FindFigures>,
) -> impl IntoView {
    let report = use_report();
    let words = report.words;
    let found = RwSignal::new(None::<usize>);
    let search = move |query: String| {
        let count = find.map(|find| find.run(query.clone()));
        found.set(count.filter(|_| !query.trim().is_empty()));
    };
    let count = Signal::derive(move || {
        found.get().map(|count| fill(words.figures_found(), &[&count.to_string()])).unwrap_or_default()
    });
    view! {
        <div class="tools" role="search" aria-label=words.where_from()>
            <label class="field">
                <span>{words.search()}</span>
                <input
                    type="search"
                    name="figures.q"
                    autocomplete="off"
                    on:input=move |event| search(event_target_value(&event))
                />
            </label>
        </div>
        <p class="count" role="status"><LiveText text=count/></p>
    }
}

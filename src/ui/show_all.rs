//! The rest of a long list.
use leptos::prelude::*;
use words::fill;

use crate::context::use_report;

/// The field that shows all of a list or a table of which the stylesheet shows the beginning
/// (`public/styles/cards.css`): it works where no script runs, and without it nothing is left out.
#[component]
pub fn ShowAll(
    /// How many there are.
    total: usize,
) -> impl IntoView {
    let report = use_report();
    let label = fill(report.words.show_all_of, &[&words::count(report.lang, total)]);
    view! { <label class="show-all"><input type="checkbox" autocomplete="off"/><span>{label}</span></label> }
}

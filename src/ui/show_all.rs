//! The rest of a long list.
use leptos::prelude::*;
use words::fill;

use crate::context::use_report;

/// The field that shows all of a list or a table of which the stylesheet shows the beginning
/// (`public/styles/cards.css`): it works where no script runs, and without it nothing is left out.
#[component]
pub fn ShowAll(
    /// How many there are, where they can be counted.
    #[prop(optional)]
    total: Option<usize>,
) -> impl IntoView {
    let report = use_report();
    let counted = |total| fill(report.words.show_all_of(), &[&words::count(report.lang, total)]);
    let label = total.map_or_else(|| report.words.show_all().to_owned(), counted);
    view! { <label class="show-all"><input type="checkbox" autocomplete="off"/><span>{label}</span></label> }
}

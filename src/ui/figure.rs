//! The link from a figure to where it comes from (`figures/`).
use leptos::either::Either;
use leptos::prelude::*;

use crate::context::use_report;

/// What stands in the place of a number where nothing is known.
pub const NONE: &str = "–";

/// A figure that can be asked where it comes from.
///
/// The link leads to the page of all figures; once the application is there it opens the figure's part of
/// that page in a panel instead ([`crate::panels`]).
#[component]
pub fn Figure(
    /// The name by which it is asked, see [`figures::key`]; where it is empty the value stands alone.
    #[prop(into)]
    key: String,
    /// The figure as it is shown.
    #[prop(into)]
    value: String,
) -> impl IntoView {
    if key.is_empty() {
        return Either::Left(value);
    }
    let report = use_report();
    let heard = if value == NONE { report.words.none_known() } else { &value };
    let name = [heard, report.words.ask()].concat();
    let href = routes::figure_link(report.page, &key);
    Either::Right(view! { <a class="ask" href=href aria-label=name>{value}</a> })
}

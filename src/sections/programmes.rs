//! A number of claims, or an amount paid, by programme.
use dataset::{Observation, Role};
use figures::programmes;
use leptos::prelude::*;
use routes::Block;
use tables::ROWS_WRITTEN;
use words::fill;

use super::amounts;
use crate::context::{Report, use_report};
use crate::describe;
use crate::titles;
use crate::ui::{Comparison, ComparisonCard};

/// A bar a programme, the most first; nothing where the dataset has no two programmes to compare.
#[component]
pub fn ProgrammeChart(
    /// What is compared.
    role: Role,
    /// What the chart's id starts with.
    name: &'static str,
) -> impl IntoView {
    let report = use_report();
    let found = programmes(&report.data, role)?;
    let words = report.words;
    let items: Vec<(String, &Observation)> =
        found.items.iter().map(|(id, of)| (amounts::programme(&report, id), *of)).collect();
    let subject = fill(words.programmes_chart(), &[found.indicator.label.get(report.lang)]);
    let columns = [words.column_programme(), describe::column(&report, found.indicator)];
    let drawn = items.get(..ROWS_WRITTEN).unwrap_or(&items);
    let mut comparison = Comparison::new(Block::Claims, name, subject, columns).with_figures(&report, drawn);
    if let Some(text) = describe::extremes(&report, &items, words.programmes_text()) {
        comparison.say(&text);
    }
    let evidence = found.items.first().and_then(|(_, observation)| observation.evidence.clone());
    let caveat = words.programmes_not_summed();
    let title = titles::programmes(&report, &found);
    let time = words::capitalised(&words::time(report.lang, found.time));
    Some(view! { <ComparisonCard comparison title caveat time evidence/> })
}

/// The observations that the chart of a role shows.
pub(super) fn shown(report: &Report, role: Role) -> Vec<&Observation> {
    let found = programmes(&report.data, role).into_iter().flat_map(|found| found.items);
    found.take(ROWS_WRITTEN).map(|(_, of)| of).collect()
}

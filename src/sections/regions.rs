//! Coverage by region.
use charts::bars;
use dataset::{Decimal, Observation};
use figures::{Breakdown, regions};
use leptos::prelude::*;
use routes::Block;
use tables::ROWS_WRITTEN;
use words::fill;

use super::amounts;
use super::group_charts::references;
use crate::context::{Report, use_report};
use crate::describe;
use crate::titles;
use crate::ui::{Comparison, ComparisonCard};

/// A dot a region, the best covered first; nothing where the dataset has no two regions to compare.
#[component]
pub fn RegionChart() -> impl IntoView {
    let report = use_report();
    let found = regions(&report.data)?;
    let comparison = comparison(&report, &found);
    let time = words::capitalised(&words::time(report.lang, found.time));
    let title = titles::regions(&report, &found);
    let evidence = found.items.first().and_then(|(_, observation)| observation.evidence.clone());
    let caveat = fill(report.words.regions_not_summed(), &[&report.names.many]);
    let caveat = amounts::with_left_out(&report, caveat, found.items.len());
    Some(view! { <ComparisonCard comparison title caveat time evidence/> })
}

/// The observations that the chart shows.
pub(super) fn shown(report: &Report) -> Vec<&Observation> {
    let found = regions(&report.data).into_iter().flat_map(|found| found.items);
    found.take(ROWS_WRITTEN).map(|(_, of)| of).collect()
}

fn comparison(report: &Report, found: &Breakdown<'_>) -> Comparison {
    let words = report.words;
    let items: Vec<(String, &Observation)> =
        found.items.iter().map(|(id, observation)| (report.region(id), *observation)).collect();
    let columns = [words.column_place(), words.column_rate()];
    let drawn = items.get(..ROWS_WRITTEN).unwrap_or(&items);
    let title = fill(words.regions_chart(), &[&report.names.many]);
    let mut comparison =
        Comparison::new(Block::Groups, "regions", title, columns).with_figures(report, drawn);
    comparison.rows.shape = bars::Shape::Dots;
    comparison.rows.at_least = Some(100.0);
    comparison.rows.references = references(report, found.total);
    comparison.rows.track = Some(100.0);
    if let Some(total) = found.total
        && let Some(stated) = total.value.stated()
    {
        let name = report.region(&total.region);
        for (row, (_, observation)) in comparison.spoken.rows.iter_mut().zip(&items) {
            let rate = observation.value.stated();
            row.say = rate.map(|rate| describe::compared(report, &rate, &stated, &name)).unwrap_or_default();
        }
    }
    let sentences = [describe::extremes(report, &items, words.regions_text()), gap(report, &items)];
    sentences.iter().flatten().for_each(|sentence| comparison.say(sentence));
    comparison
}

/// What the lowest of the regions lacks to the goal; `None` where it lacks nothing, or the dataset sets no goal.
fn gap(report: &Report, items: &[(String, &Observation)]) -> Option<String> {
    let headline = figures::headline(&report.data).filter(|headline| headline.target.is_some())?;
    let (lowest, observation) = describe::lowest(items)?;
    // A goal is one of an indicator.
    if observation.indicator != headline.observation.indicator {
        return None;
    }
    let (rate, goal) = (observation.value.stated()?.number, headline.goal());
    let scale = rate.scale.max(goal.scale);
    let left = goal.rescale(scale).units.saturating_sub(rate.rescale(scale).units);
    let (points, goal) =
        (words::points(report.lang, Decimal::new(left, scale)), words::percent(report.lang, goal));
    (left > 0).then(|| fill(report.words.regions_gap(), &[lowest, &points, &goal]))
}

#[cfg(test)]
mod tests {
    use words::Lang;

    use super::*;
    use crate::sections::testing::html;

    #[test]
    fn each_region_says_how_it_compares_with_the_whole() {
        let page = html("capabilities", Lang::En, || view! { <RegionChart/> });
        for wanted in ["8.9 percentage points above Northland", "13 percentage points below Northland"] {
            assert!(page.contains(&format!("data-say=\"{wanted}\"")), "{wanted}: {page}");
        }
        assert!(page.contains("West is 30 percentage points short of 80%."), "{page}");
    }

    #[test]
    fn nothing_is_compared_where_there_is_one_region() {
        assert!(!html("sumsel-2025-08", Lang::Id, || view! { <RegionChart/> }).contains("<figure"));
    }
}

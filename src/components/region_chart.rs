//! Coverage by region.
use super::comparison::Comparison;
use super::describe;
use super::groups_section::{capitalised, references};
use super::part::Part;
use super::report::Report;
use charts::bars;
use dataset::{Decimal, Observation};
use figures::regions;
use routes::Block;
use words::fill;

/// A dot a region, the best covered first; `None` where the dataset has no two regions to compare.
pub fn region_chart(report: Report) -> Option<[Part; 3]> {
    let found = regions(report.data)?;
    let words = report.words;
    let items: Vec<(String, &Observation)> =
        found.items.iter().map(|(id, observation)| (report.region(id), *observation)).collect();
    let columns = [words.column_place, words.column_rate];
    let place = (Block::Groups, "regions");
    let mut chart = Comparison::of(report, place, words.regions_chart.to_owned(), columns, &items);
    chart.rows.shape = bars::Shape::Dots;
    chart.rows.at_least = Some(100.0);
    chart.rows.references = references(report, found.total);
    if let Some(text) = describe::extremes(report, &items, words.regions_text) {
        chart.say(&text);
    }
    if let Some((total, name)) = found.total.and_then(|o| Some((o.value.stated()?, report.region(&o.region))))
    {
        for (row, (_, observation)) in chart.spoken.rows.iter_mut().zip(&items) {
            let rate = observation.value.stated();
            row.say = rate.map(|rate| describe::compared(report, &rate, &total, &name)).unwrap_or_default();
        }
    }
    // The last one with a value is the lowest.
    let known = |(name, observation): &(String, &Observation)| {
        Some((name.clone(), observation.value.stated()?.number))
    };
    let (lowest, rate) = items.iter().rev().find_map(known)?;
    let left = Decimal::whole(100).rescale(rate.scale).units.saturating_sub(rate.units);
    if left > 0 {
        let points = words::points(report.lang, Decimal::new(left, rate.scale));
        chart.say(&fill(words.regions_gap, &[&lowest, &points]));
    }
    let before = capitalised(&words::time(report.lang, found.time)) + ".";
    let evidence = found.items.first().and_then(|(_, observation)| observation.evidence.as_ref());
    Some(chart.figure_with(report, words.regions_not_summed, (&before, evidence)))
}

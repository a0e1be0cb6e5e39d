//! A number of claims, or an amount paid, by programme.
use super::comparison::Comparison;
use super::describe;
use super::part::Part;
use super::report::Report;
use dataset::{Observation, Role};
use figures::programmes;
use routes::Block;
use words::fill;

/// A bar a programme, the most first; `None` where the dataset has no two programmes to compare.
/// `name` is what the chart's id starts with.
pub fn programme_chart(report: Report, role: Role, name: &'static str) -> Option<[Part; 3]> {
    let found = programmes(report.data, role)?;
    let words = report.words;
    let label = |id: &str| {
        let programme = report.data.programmes.get(id);
        programme.map_or(id, |programme| programme.label.get(report.lang)).to_owned()
    };
    let items: Vec<(String, &Observation)> =
        found.items.iter().map(|(id, observation)| (label(id), *observation)).collect();
    let title = fill(words.programmes_chart, &[found.indicator.label.get(report.lang)]);
    let columns = [words.column_programme, words.column_amount];
    let mut chart = Comparison::of(report, (Block::Claims, name), title, columns, &items);
    if let Some(text) = describe::extremes(report, &items, words.programmes_text) {
        chart.say(&text);
    }
    let evidence = found.items.first().and_then(|(_, observation)| observation.evidence.as_ref());
    Some(chart.figure_with(report, words.programmes_not_summed, ("", evidence)))
}

//! What the covered workers are made up of.
use super::comparison::Comparison;
use super::describe;
use super::part::Part;
use super::report::Report;
use charts::{Amount, bars};
use figures::key::{Record, key};
use figures::{Computed, shares};
use routes::Block;
use words::fill;

/// The parts of the whole in the order of their set; `None` where no set of groups is the whole
/// without overlap.
pub fn share_chart(report: Report) -> Option<[Part; 3]> {
    let found = shares(report.data)?;
    let (lang, words) = (report.lang, report.words);
    let columns = [words.column_group, words.column_share];
    // A share of exact numbers has no end of decimals; one is enough.
    let show = |share: &Computed| match share.is_exact() {
        true => words::percent(lang, share.point.rescale(1)),
        false => describe::computed_percent(lang, share),
    };
    let place = (Block::Groups, "shares");
    let mut chart = Comparison::of(report, place, words.shares_chart.to_owned(), columns, &[]);
    chart.rows.shape = bars::Shape::Parts;
    chart.spoken.columns.push((words.column_covered, true));
    for (id, observation, share) in &found.parts {
        let value = observation.value.stated()?.number;
        let persons = describe::observed(report, Some(observation));
        let label = show(share);
        let figure = key(Record::Share, id);
        chart.add(
            (id, &figure),
            report.group(id),
            Amount::Known { value: value.to_f64(), label, interval: None },
        );
        if let (Some(row), Some(cells)) = (chart.rows.rows.last_mut(), chart.spoken.rows.last_mut()) {
            row.sub_label = Some(fill(words.shares_persons, &[&persons]));
            cells.cells.push((persons, observation.id.clone()));
        }
    }
    let (id, _, share) = found.parts.iter().max_by_key(|(_, _, share)| share.point.units)?;
    let whole = words::number(lang, found.whole);
    let percent = show(share);
    chart.say(&fill(words.shares_text, &[&report.group(id), &percent, &whole]));
    Some(chart.figure_with(report, words.shares_whole, ("", found.set.evidence.as_ref())))
}

//! What the covered workers are made up of.
use charts::{Amount, bars};
use dataset::Observation;
use figures::key::{Record, key};
use figures::{Computed, Shares, shares};
use leptos::prelude::*;
use routes::Block;
use tables::ROWS_WRITTEN;
use words::{Lang, fill};

use super::amounts;
use crate::context::{Report, use_report};
use crate::describe;
use crate::titles;
use crate::ui::{Comparison, ComparisonCard};

/// The parts of the whole in the order of their set; nothing where no set of groups is the whole without overlap.
#[component]
pub fn ShareChart() -> impl IntoView {
    let report = use_report();
    let found = shares(&report.data)?;
    let comparison = comparison(&report, &found)?;
    let evidence = found.set.evidence.clone();
    let caveat = fill(report.words.shares_whole(), &[&report.names.many]);
    let caveat = amounts::with_left_out(&report, caveat, found.parts.len());
    let title = titles::shares(&report, &found);
    let time = found.parts.first().map(|(_, of, _)| words::time(report.lang, of.time)).unwrap_or_default();
    let time = fill(words::titles(report.lang).two(), &[found.set.label.get(report.lang), &time]);
    Some(view! { <ComparisonCard comparison title caveat time evidence/> })
}

/// The observations that the chart shows.
pub(super) fn shown(report: &Report) -> Vec<&Observation> {
    let parts = shares(&report.data).into_iter().flat_map(|found| found.parts.into_iter().take(ROWS_WRITTEN));
    parts.map(|(_, of, _)| of).collect()
}

/// `None` where a part has no number.
fn comparison(report: &Report, found: &Shares<'_>) -> Option<Comparison> {
    let words = report.words;
    let columns = [words.column_group(), words.column_share()];
    let title = fill(words.shares_chart(), &[&report.names.many]);
    let mut comparison = Comparison::new(Block::Groups, "shares", title, columns);
    comparison.rows.shape = bars::Shape::Parts;
    comparison.spoken.columns.push((words.column_covered().into(), true));
    for (id, observation, share) in found.parts.iter().take(ROWS_WRITTEN) {
        let value = observation.value.stated()?.number.to_f64();
        let amount = Amount::Known { value, label: percent(report.lang, share), interval: None };
        comparison.add((id, &key(Record::Share, id)), report.group(id), amount);
        let persons = describe::observed(report, Some(observation));
        if let (Some(row), Some(cells)) = (comparison.rows.rows.last_mut(), comparison.spoken.rows.last_mut())
        {
            row.sub_label = Some(fill(words.shares_persons(), &[&persons]));
            cells.cells.push((persons, observation.id.clone()));
        }
    }
    let (id, _, share) = found.parts.iter().max_by_key(|(_, _, share)| share.point.units)?;
    let whole = words::number(report.lang, found.whole);
    comparison.say(&fill(words.shares_text(), &[&report.group(id), &percent(report.lang, share), &whole]));
    Some(comparison)
}

/// A share as it is shown. Of exact numbers it has no end of decimals; one is enough.
fn percent(lang: Lang, share: &Computed) -> String {
    if share.is_exact() {
        words::percent(lang, share.point.rescale(1))
    } else {
        describe::computed_percent(lang, share)
    }
}

#[cfg(test)]
mod tests {
    use words::Lang;

    use super::*;
    use crate::sections::testing::html;

    #[test]
    fn exact_shares_have_one_decimal() {
        let page = html("capabilities", Lang::En, || view! { <ShareChart/> });
        assert!(page.contains("80.0%") && page.contains("20.0%"), "{page}");
    }

    #[test]
    fn groups_that_are_not_the_whole_have_none() {
        assert!(!html("sumsel-2025-08", Lang::Id, || view! { <ShareChart/> }).contains("<figure"));
    }
}

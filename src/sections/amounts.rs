//! Figures with their unit, where no heading says it.
use dataset::{Decimal, Observation, Qualifier, Stated, Unit, Value};
use figures::indicator_of;
use tables::ROWS_WRITTEN;
use words::fill;

use crate::context::Report;
use crate::describe;

/// An observation's figure with its unit, or why there is none. Where the dataset does not say what is observed the
/// number stands alone.
#[must_use]
pub fn in_unit(report: &Report, observation: &Observation) -> String {
    let own = words::more(report.lang);
    let indicator = indicator_of(&report.data, observation);
    if indicator.is_some_and(|of| of.change.is_some() || of.unit_name.is_some()) {
        return describe::observed(report, Some(observation));
    }
    let unit = indicator.map(|indicator| &indicator.unit);
    let stated = match (&observation.value, unit) {
        (Value::Stated(stated), Some(Unit::Person | Unit::Claim) | None) => stated,
        (value, unit) => return describe::value(report.lang, value, unit.unwrap_or(&Unit::Percent)),
    };
    let counted = unit.unwrap_or(&Unit::Person);
    // Both ends of a range are written out; what else a number leaves open is said before its noun.
    let qualifier = if stated.upper().is_some() { stated.qualifier } else { Qualifier::Exact };
    let plain = words::value(report.lang, &Stated { qualifier, ..*stated }, counted);
    let text = match unit {
        Some(Unit::Person) => fill(own.persons(), &[&plain]),
        Some(Unit::Claim) => fill(own.claims(), &[&plain]),
        _ => plain,
    };
    words::qualified(report.lang, stated.qualifier, counted, &text)
}

/// A whole or decimal number in the unit of an indicator.
#[must_use]
pub fn number(report: &Report, number: Decimal, unit: &Unit) -> String {
    words::value(report.lang, &Stated { number, step: None, qualifier: Qualifier::Exact }, unit)
}

/// That a chart or a list ends at [`ROWS_WRITTEN`]; `None` where it has all.
#[must_use]
pub fn left_out(report: &Report, total: usize) -> Option<String> {
    let counts = [ROWS_WRITTEN, total].map(|count| words::count(report.lang, count));
    let [shown, all] = counts.each_ref().map(String::as_str);
    (total > ROWS_WRITTEN).then(|| fill(words::more(report.lang).some_of(), &[shown, all]))
}

/// What must be known of a chart, and behind it that the chart ends at [`ROWS_WRITTEN`], where it does.
#[must_use]
pub fn with_left_out(report: &Report, caveat: String, total: usize) -> String {
    match left_out(report, total) {
        Some(left_out) => [caveat, left_out].join(" "),
        None => caveat,
    }
}

/// What a page writes of a list: each item as `item` shows it, up to [`ROWS_WRITTEN`] of them, and that it ends there.
pub fn written<T: Clone, V>(report: &Report, list: &[T], item: impl Fn(T) -> V) -> (Vec<V>, Option<String>) {
    let items = list.iter().take(ROWS_WRITTEN).cloned().map(item).collect();
    (items, left_out(report, list.len()))
}

/// What an observation is of, or the id of an indicator that the dataset does not describe.
#[must_use]
pub fn label(report: &Report, observation: &Observation) -> String {
    let indicator = indicator_of(&report.data, observation);
    indicator.map_or(observation.indicator.as_str(), |of| of.label.get(report.lang)).to_owned()
}

/// The label of a programme with its abbreviation, or its id.
#[must_use]
pub fn programme(report: &Report, id: &str) -> String {
    let Some(programme) = report.data.programmes.get(id) else { return id.to_owned() };
    let label = programme.label.get(report.lang);
    match &programme.abbreviation {
        Some(short) if !label.contains(short.as_str()) => {
            fill(words::more(report.lang).abbreviated(), &[label, short])
        }
        _ => label.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use words::Lang;

    use super::*;
    use crate::sections::testing::with_report;

    #[test]
    fn a_number_stands_with_what_is_counted() {
        let said = |id: &str, lang| {
            with_report("capabilities", lang, |report| {
                let found = report.data.observations.iter().find(|o| o.id == id).unwrap();
                in_unit(report, found).replace('\u{a0}', " ")
            })
        };
        assert_eq!(said("covered-2024", Lang::Id), "sedikitnya 700.000 orang");
        assert_eq!(said("claims-2025-death", Lang::En), "1,000 claims");
        assert_eq!(said("rate-2024-bulletin", Lang::Id), "59,1%");
        assert_eq!(said("covered-2025-young", Lang::En), "withheld");
    }

    #[test]
    fn a_programme_says_its_abbreviation_once() {
        let said = with_report("capabilities", Lang::En, |report| {
            ["accident", "death", "unknown"].map(|id| programme(report, id))
        });
        assert_eq!(said, ["Work accident (WA)", "Death", "unknown"]);
    }
}

//! The report's main figure over time.
use super::form::{Form, over_time};
use super::headline;
use crate::model::{Dataset, Indicator, Observation, SeriesBreak};
use crate::order::insertion_sort;

/// A figure at several times.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend<'d> {
    /// What is observed.
    pub indicator: &'d Indicator,
    /// One observation a time, the earliest first; some may have no value.
    pub points: Vec<&'d Observation>,
    /// The same figure of groups, where it has two values or more at these times.
    pub groups: Vec<Series<'d>>,
    /// Where the series stops being comparable, within these times.
    pub breaks: Vec<&'d SeriesBreak>,
    /// How it is drawn.
    pub form: Form,
}

/// The figure of one group at several times.
#[derive(Clone, Debug, PartialEq)]
pub struct Series<'d> {
    /// The group's id.
    pub group: &'d str,
    /// One observation a time, the earliest first; some may have no value.
    pub points: Vec<&'d Observation>,
}

/// With more groups than this, lines can no longer be told apart: none is drawn.
const MOST_GROUPS: usize = 5;

/// The indicator of the headline for the same region and all workers at each of its times, and
/// beside it that of groups. `None` where fewer than two times have a value.
#[must_use]
pub fn trend(dataset: &Dataset) -> Option<Trend<'_>> {
    let headline = headline(dataset)?;
    let main = headline.observation;
    let points = series(dataset, main, main.group.as_deref());
    let form = over_time(points.len(), known(&points))?;
    let mut groups: Vec<Series<'_>> = Vec::new();
    for id in dataset.groups.iter().map(|(id, _)| id.as_str()).filter(|_| main.group.is_none()) {
        let mut beside = series(dataset, main, Some(id));
        beside.retain(|point| points.iter().any(|other| other.time == point.time));
        if known(&beside) > 1 {
            groups.push(Series { group: id, points: beside });
        }
    }
    if groups.len() > MOST_GROUPS {
        groups.clear();
    }
    let (first, last) = (points.first()?.time.end(), points.last()?.time.end());
    let breaks = dataset
        .series_breaks
        .iter()
        .filter(|found| found.indicator == main.indicator)
        .filter(|found| found.at.start() > first.middle() && found.at.start() <= last.middle())
        .collect();
    Some(Trend { indicator: headline.indicator, points, groups, breaks, form })
}

/// What `main` observes, for a group: one observation a time, the earliest first.
fn series<'d>(dataset: &'d Dataset, main: &Observation, group: Option<&str>) -> Vec<&'d Observation> {
    let mut points: Vec<&Observation> = Vec::new();
    for observation in dataset.observations.iter().filter(|o| {
        o.indicator == main.indicator
            && o.region == main.region
            && o.group.as_deref() == group
            && o.programme == main.programme
    }) {
        let rank = |o: &Observation| (o.preferred, o.value.stated().is_some());
        match points.iter_mut().find(|point| point.time == observation.time) {
            Some(point) if rank(observation) > rank(point) => *point = observation,
            Some(_) => {}
            None => points.push(observation),
        }
    }
    insertion_sort(&mut points, &|a, b| a.time.end().middle() > b.time.end().middle());
    points
}

fn known(points: &[&Observation]) -> usize {
    points.iter().filter(|point| point.value.stated().is_some()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dataset(observations: &str) -> Dataset {
        let text = format!(
            r#"{{"format": "jamsostek-dashboard/1", "id": "x", "title": "x", "region": "r",
            "indicators": {{"rate": {{"label": "Rate", "unit": "percent", "role": "coverage-rate"}}}},
            "regions": {{"r": {{"name": "R", "level": "province"}}}},
            "series_breaks": [{{"indicator": "rate", "at": "2024", "note": "New base."}},
                {{"indicator": "rate", "at": "2019", "note": "Long ago."}}],
            "observations": [{observations}]}}"#
        );
        crate::model::read(&text).dataset.unwrap()
    }

    fn rate(id: &str, time: &str, value: &str) -> String {
        format!(
            r#"{{"id": "{id}", "indicator": "rate", "region": "r", "time": {{"as_of": "{time}"}}, {value}}}"#
        )
    }

    #[test]
    fn times_are_in_order_and_breaks_between_them_are_told() {
        let all = [
            rate("c", "2025-06-30", "\"value\": 30"),
            rate("a", "2023-06-30", "\"value\": 10"),
            rate("b", "2024-06-30", "\"value\": null, \"missing\": \"not_stated\""),
        ];
        let data = dataset(&all.join(","));
        let trend = trend(&data).unwrap();
        let ids: Vec<&str> = trend.points.iter().map(|point| point.id.as_str()).collect();
        assert_eq!(ids, ["a", "b", "c"]);
        assert_eq!((trend.breaks.len(), trend.form), (1, Form::Line));
    }

    #[test]
    fn two_times_are_a_slope_with_the_groups_that_have_both() {
        let data = crate::model::read(include_str!("../../tests/data/capabilities.json")).dataset.unwrap();
        let all = trend(&data).unwrap();
        assert_eq!(all.form, Form::Line);
        let groups: Vec<(&str, usize)> = all.groups.iter().map(|one| (one.group, one.points.len())).collect();
        assert_eq!(groups, [("salaried", 2), ("self-employed", 2)]);

        let two = [rate("a", "2024-06-30", "\"value\": 10"), rate("b", "2025-06-30", "\"value\": 12")];
        assert_eq!(trend(&dataset(&two.join(","))).unwrap().form, Form::Slope);
    }

    #[test]
    fn one_value_is_no_trend() {
        let data = dataset(&rate("a", "2025-06-30", "\"value\": 30"));
        assert!(trend(&data).is_none());
    }
}

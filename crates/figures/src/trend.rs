//! The report's main figure over time.
use super::find::best_of_each;
use super::form::{Form, over_time};
use super::headline;
use dataset::{Dataset, Indicator, Observation, SeriesBreak};

/// A figure at several times.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend<'d> {
    /// What is observed.
    pub indicator: &'d Indicator,
    /// One observation a time, the earliest first; some may have no value.
    pub points: Vec<&'d Observation>,
    /// Where the series stops being comparable, within these times.
    pub breaks: Vec<&'d SeriesBreak>,
    /// How it is drawn.
    pub form: Form,
}

impl<'d> Trend<'d> {
    /// The first and the last figure with a value that may be compared: both since the last break. `None` where
    /// there are no two.
    #[must_use]
    pub fn comparable(&self) -> Option<(&'d Observation, &'d Observation)> {
        let since = self.breaks.iter().map(|found| found.at.start()).max();
        let fits = |point: &&&Observation| {
            point.value.stated().is_some() && since.is_none_or(|since| point.time.end().middle() >= since)
        };
        let (first, last) = (self.points.iter().find(fits)?, self.points.iter().rfind(fits)?);
        (!std::ptr::eq(*first, *last)).then_some((*first, *last))
    }
}

/// The indicator of the headline for the same region and all workers at each of its times;
/// `None` where fewer than two of them have a value.
#[must_use]
pub fn trend(dataset: &Dataset) -> Option<Trend<'_>> {
    let headline = headline(dataset)?;
    let main = headline.observation;
    let points = series(dataset, main);
    let form = over_time(points.len(), known(&points))?;
    let (first, last) = (points.first()?.time.end(), points.last()?.time.end());
    let breaks = dataset
        .series_breaks
        .iter()
        .filter(|found| found.indicator == main.indicator)
        .filter(|found| found.at.start() > first.middle() && found.at.start() <= last.middle())
        .collect();
    Some(Trend { indicator: headline.indicator, points, breaks, form })
}

/// What `main` observes: one observation a time, the earliest first.
fn series<'d>(dataset: &'d Dataset, main: &Observation) -> Vec<&'d Observation> {
    let fits = |o: &&Observation| {
        o.indicator == main.indicator
            && o.region == main.region
            && o.group == main.group
            && o.programme == main.programme
    };
    let of_series = dataset.observations.iter().filter(fits).map(|o| (o.time, o));
    let mut points: Vec<&Observation> = best_of_each(of_series).into_iter().map(|(_, o)| o).collect();
    points.sort_by_key(|point| point.time.end().middle());
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
        dataset::read(&text).dataset.unwrap()
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
    fn two_times_are_a_slope() {
        let two = [rate("a", "2024-06-30", "\"value\": 10"), rate("b", "2025-06-30", "\"value\": 12")];
        assert_eq!(trend(&dataset(&two.join(","))).unwrap().form, Form::Slope);
    }

    #[test]
    fn one_value_is_no_trend() {
        let data = dataset(&rate("a", "2025-06-30", "\"value\": 30"));
        assert!(trend(&data).is_none());
    }
}

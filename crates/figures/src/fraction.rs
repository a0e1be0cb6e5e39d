//! What a rate is made of.
use super::find::{indicator_of, newest};
use dataset::{Dataset, Observation, Sides};

/// What stands above and below the fraction line of a rate: of the same people, for the same time. Of several the one
/// that the dataset prefers, else one that has a value, else the first.
#[must_use]
pub fn fraction<'d>(dataset: &'d Dataset, rate: &'d Observation) -> [Option<&'d Observation>; 2] {
    let Some(indicator) = indicator_of(dataset, rate) else { return [None, None] };
    Sides::of(dataset).of_rate(indicator).map(|side| {
        let side = side?;
        let fits = |o: &&Observation| {
            o.indicator == side
                && o.region == rate.region
                && o.group == rate.group
                && o.programme == rate.programme
                && o.time == rate.time
        };
        newest(dataset.observations.iter().filter(fits))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHIPPED: &str = include_str!("../../../public/data/sumsel-2025-08.json");

    fn ids(text: &str) -> [Option<String>; 2] {
        let data = dataset::read(text).dataset.unwrap();
        let rate = data.observations.iter().find(|o| o.id == "coverage-total-2025-08").unwrap();
        fraction(&data, rate).map(|found| found.map(|o| o.id.clone()))
    }

    #[test]
    fn a_coverage_rate_that_names_nothing_is_made_of_the_roles() {
        let named = ids(SHIPPED);
        let expected = ["covered-total-2025-08", "potential-total-2025-08"];
        assert_eq!(named.each_ref().map(|id| id.as_deref()), expected.map(Some));
        let unnamed = SHIPPED.replace("\"numerator\": \"covered\"", "\"numerator\": null");
        let unnamed = unnamed.replace("\"denominator\": \"potential\"", "\"denominator\": null");
        assert_ne!(unnamed, SHIPPED);
        assert_eq!(ids(&unnamed), named);
    }

    #[test]
    fn two_indicators_of_a_role_leave_it_open() {
        let unnamed = SHIPPED.replace("\"denominator\": \"potential\"", "\"denominator\": null");
        let two = unnamed.replacen(
            "\"indicators\": {",
            r#""indicators": {"other": {"label": "O", "unit": "person", "role": "potential"},"#,
            1,
        );
        assert_eq!(ids(&two)[1], None);
    }
}

//! How fast a rate would have to rise to reach its goal, and how fast it has risen.
use super::computed::{Computed, Formula, bounds};
use super::coverage::Headline;
use super::trend::Trend;
use dataset::number::{pow10, round_div};
use dataset::{Date, Decimal, Interval, Observation, Stated, Unit};

/// The days of a year on average in the Gregorian calendar, in ten-thousandths.
const YEAR: i128 = 3_652_425;
/// The fewest days between two times that make a pace for a year.
const LEAST_DAYS: i32 = 365;
/// The decimals of a pace in percentage points a year.
const DECIMALS: u8 = 3;

/// The percentage points a year by which a rate must rise from now on to be at its goal in time, if it rises by as much
/// every year: what is left ÷ (days ÷ 365.2425).
///
/// A date that names no day stands in its middle, as on the axis of a chart: 2045 is 1 July 2045, July 2025 is
/// 16 July 2025. The interval covers the first day to the last of what both dates name, and the rate's rounding.
/// `None` where there is no goal with a date, the goal is reached, less than a year may be left, or the rate is
/// missing, no percentage, or a mere bound.
#[must_use]
pub fn pace(headline: &Headline<'_>) -> Option<Computed> {
    headline.gap.as_ref()?;
    let by = headline.target?.1.by?;
    let stated = headline.observation.value.stated()?;
    let goal = headline.goal();
    let rate = range(&stated)?;
    let left = Range {
        low: not_negative(minus(goal, rate.high)?),
        point: minus(goal, rate.point)?,
        high: minus(goal, rate.low)?,
    };
    a_year(&left, &days(headline.observation.time.end(), by)?, Formula::Pace)
}

/// The percentage points a year by which the rate has changed from the first figure to the last one that may be
/// compared with it, on average; negative where it fell. Dates count as in [`pace`], but two dates that name the same
/// parts, such as two years, are taken for the same day of them.
///
/// `None` where there are no two such figures a year apart, or one of them is a mere bound.
#[must_use]
pub fn reached_pace(trend: &Trend<'_>) -> Option<Computed> {
    let (first, last) = trend.comparable()?;
    if trend.indicator.unit != Unit::Percent {
        return None;
    }
    let (from, to) = (range(&first.value.stated()?)?, range(&last.value.stated()?)?);
    let risen = Range {
        low: minus(to.low, from.high)?,
        point: minus(to.point, from.point)?,
        high: minus(to.high, from.low)?,
    };
    a_year(&risen, &days_between(first, last)?, Formula::ReachedPace)
}

/// A number with the lowest and the highest that it may be.
struct Range<T> {
    low: T,
    point: T,
    high: T,
}

/// The range of a rate; `None` where it is a bound.
fn range(stated: &Stated) -> Option<Range<Decimal>> {
    if stated.qualifier.is_bound() {
        return None;
    }
    let point = stated.number;
    let ends = bounds(stated).unwrap_or(Interval { low: point, high: point });
    Some(Range { low: ends.low, point, high: ends.high })
}

fn minus(a: Decimal, b: Decimal) -> Option<Decimal> {
    let scale = a.scale.max(b.scale);
    let units = a.units_at(scale).checked_sub(b.units_at(scale))?;
    i64::try_from(units).ok().map(|units| Decimal::new(units, scale))
}

/// At least nothing: rounding may hide that the goal is reached.
fn not_negative(number: Decimal) -> Decimal {
    Decimal::new(number.units.max(0), number.scale)
}

/// Percentage points over days, as percentage points a year.
fn a_year(points: &Range<Decimal>, days: &Range<i32>, formula: Formula) -> Option<Computed> {
    // More days are a slower rise, but also a slower fall.
    let over = |points| [days.low, days.high].into_iter().filter_map(move |days| divided(points, days));
    let low = over(points.low).min_by_key(|pace| pace.units)?;
    let high = over(points.high).max_by_key(|pace| pace.units)?;
    Some(Computed { point: divided(points.point, days.point)?, interval: Interval { low, high }, formula })
}

fn divided(points: Decimal, days: i32) -> Option<Decimal> {
    let over = i128::from(points.units) * YEAR * i128::from(pow10(DECIMALS));
    let under = i128::from(days) * 10_000 * i128::from(pow10(points.scale));
    let units = (under > 0).then(|| round_div(over, under))?;
    i64::try_from(units).ok().map(|units| Decimal::new(units, DECIMALS))
}

/// The days from one date to another: the fewest that both may mean, those between their middles, and the most.
/// `None` where the fewest are less than a year.
fn days(from: Date, to: Date) -> Option<Range<i32>> {
    let (from, to) = (Days::of(from), Days::of(to));
    let range =
        Range { low: to.first - from.last, point: to.middle - from.middle, high: to.last - from.first };
    (range.low >= LEAST_DAYS).then_some(range)
}

/// The days between two figures, as [`reached_pace`] says.
fn days_between(first: &Observation, last: &Observation) -> Option<Range<i32>> {
    let (from, to) = (first.time.end(), last.time.end());
    let alike = from.month.is_some() == to.month.is_some() && from.day.is_some() == to.day.is_some();
    if !alike {
        return days(from, to);
    }
    let point = Days::of(to).middle - Days::of(from).middle;
    (point >= LEAST_DAYS).then_some(Range { low: point, point, high: point })
}

/// The days that a date may mean, counted from the first day of the year 1.
struct Days {
    first: i32,
    middle: i32,
    last: i32,
}

impl Days {
    fn of(date: Date) -> Self {
        let (first_month, last_month) = (date.month.unwrap_or(1), date.month.unwrap_or(12));
        let end = Date { month: Some(last_month), ..date };
        let middle_day = if date.month.is_some() { 16 } else { 1 };
        Self {
            first: day_number(date.year, first_month, date.day.unwrap_or(1)),
            middle: day_number(date.year, date.month.unwrap_or(7), date.day.unwrap_or(middle_day)),
            last: day_number(date.year, last_month, date.day.unwrap_or(end.days_in_month())),
        }
    }
}

/// Days since the first day of the year 1, in the Gregorian calendar.
fn day_number(year: u16, month: u8, day: u8) -> i32 {
    let years = i32::from(year) - 1;
    let leap_days = years / 4 - years / 100 + years / 400;
    let of_month = |month| i32::from(Date { year, month: Some(month), day: None }.days_in_month());
    let months: i32 = (1..month).map(of_month).sum();
    years * 365 + leap_days + months + i32::from(day) - 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{headline, trend};
    use dataset::Dataset;

    const SHIPPED: &str = include_str!("../../../public/data/sumsel-2025-08.json");

    fn data(observations: &str, target: &str) -> Dataset {
        let text = format!(
            r#"{{"format": "jamsostek-dashboard/1", "id": "x", "title": "x", "region": "r",
            "indicators": {{"rate": {{"label": "Rate", "unit": "percent", "role": "coverage-rate"}}}},
            "regions": {{"r": {{"name": "R", "level": "province"}}}},
            "policies": [{{"id": "p", "instrument": "P", "about": "P",
                "targets": [{{"id": "t", "label": "T", "indicator": "rate", {target}}}]}}],
            "series_breaks": [{{"indicator": "rate", "at": "2022", "note": "New base."}}],
            "observations": [{observations}]}}"#
        );
        dataset::read(&text).dataset.unwrap()
    }

    fn rate(time: &str, rest: &str) -> String {
        format!(
            r#"{{"id": "o-{time}", "indicator": "rate", "region": "r", "time": {{"as_of": "{time}"}}, {rest}}}"#
        )
    }

    fn texts(pace: Option<Computed>) -> Option<[String; 3]> {
        pace.map(|p| [p.interval.low, p.point, p.interval.high].map(|number| number.to_string()))
    }

    fn needed(time: &str, value: &str, target: &str) -> Option<[String; 3]> {
        let data = data(&rate(time, value), target);
        texts(pace(&headline(&data).unwrap()))
    }

    fn reached(points: &[(&str, &str)]) -> Option<[String; 3]> {
        let all: Vec<String> = points.iter().map(|(time, value)| rate(time, value)).collect();
        let data = data(&all.join(","), "\"by\": \"2045\"");
        texts(reached_pace(&trend(&data)?))
    }

    fn numbers(numbers: [&str; 3]) -> Option<[String; 3]> {
        Some(numbers.map(str::to_owned))
    }

    #[test]
    fn the_shipped_report_needs_about_three_and_a_half_points_a_year() {
        let data = dataset::read(SHIPPED).dataset.unwrap();
        let pace = pace(&headline(&data).unwrap()).unwrap();
        assert_eq!(pace.formula, Formula::Pace);
        // 68.67 ÷ 19.9154 years; 68.665 ÷ 20.4163; 68.675 ÷ 19.4200.
        assert_eq!(texts(Some(pace)), numbers(["3.363", "3.448", "3.536"]));
    }

    #[test]
    fn days_are_exact_where_both_dates_name_one() {
        // 3652 days with three 29 Februaries are 9.9988 years.
        let found = needed(
            "2025-01-01",
            "\"value\": 50, \"qualifier\": \"exact\"",
            "\"value\": 60, \"by\": \"2035-01-01\"",
        );
        assert_eq!(found, numbers(["1.000", "1.000", "1.000"]));
    }

    #[test]
    fn rounding_moves_the_pace() {
        let found = needed("2025-01-01", "\"value\": 50", "\"value\": 60, \"by\": \"2035-01-01\"");
        assert_eq!(found, numbers(["0.950", "1.000", "1.050"]));
        let nearly = needed("2025-01-01", "\"value\": 59.6, \"step\": 1", "\"value\": 60, \"by\": \"2035\"");
        assert_eq!(nearly.unwrap()[0], "0.000");
    }

    #[test]
    fn where_there_is_no_way_to_go_there_is_no_pace() {
        let value = "\"value\": 50";
        for (time, value, target) in [
            ("2025-08-01", "\"value\": 100", "\"by\": \"2045\""),
            ("2025-08-01", "\"value\": 104", "\"by\": \"2045\""),
            ("2025-08-01", value, "\"value\": 60"),
            ("2025-08-01", value, "\"by\": \"2024\""),
            ("2025-08-01", value, "\"by\": \"2025\""),
            // Less than a year may be left.
            ("2025-08-01", value, "\"by\": \"2026\""),
            ("2025-08-01", "\"value\": null, \"missing\": \"not_stated\"", "\"by\": \"2045\""),
            ("2025-08-01", "\"value\": 50, \"qualifier\": \"at_least\"", "\"by\": \"2045\""),
            ("2025-08-01", "\"value\": 50, \"qualifier\": \"less_than\"", "\"by\": \"2045\""),
        ] {
            assert_eq!(needed(time, value, target), None, "{time}, {value}, {target}");
        }
        assert!(needed("2025-08-01", value, "\"by\": \"2027\"").is_some());
    }

    #[test]
    fn what_was_reached_is_an_average_and_may_be_a_fall() {
        let found =
            reached(&[("2023", "\"value\": 20.0"), ("2024", "\"value\": 26.0"), ("2025", "\"value\": 24.0")]);
        // 4.0 give or take 0.1, over 731 days.
        assert_eq!(found, numbers(["1.949", "1.999", "2.049"]));
        let fell = reached(&[("2023-06-30", "\"value\": 20.0"), ("2025-06", "\"value\": 10.0")]);
        let fell = fell.unwrap().map(|pace| pace.parse::<f64>().unwrap());
        assert!(fell.is_sorted() && fell[2] < 0.0, "{fell:?}");
    }

    #[test]
    fn nothing_was_reached_over_a_break_a_bound_or_a_few_months() {
        assert_eq!(reached(&[("2021", "\"value\": 20"), ("2025", "\"value\": 24")]), None);
        assert!(
            reached(&[("2021", "\"value\": 9"), ("2023", "\"value\": 20"), ("2025", "\"value\": 24")])
                .is_some()
        );
        assert_eq!(
            reached(&[("2023", "\"value\": 20"), ("2025", "\"value\": 24, \"qualifier\": \"at_least\"")]),
            None
        );
        assert_eq!(reached(&[("2025-01", "\"value\": 20"), ("2025-06", "\"value\": 24")]), None);
    }

    #[test]
    fn days_follow_the_calendar() {
        assert_eq!(day_number(1, 1, 1), 0);
        assert_eq!(day_number(2000, 3, 1) - day_number(2000, 2, 28), 2);
        assert_eq!(day_number(2100, 3, 1) - day_number(2100, 2, 28), 1);
        assert_eq!(day_number(2025, 1, 1) - day_number(1970, 1, 1), 20_089);
    }
}

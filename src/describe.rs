//! Sentences about figures: text without markup, so that a test can read them.
use crate::context::Report;
use crate::ui::Phrase;
use charts::Amount;
use dataset::{Award, Currency, Decimal, Event, Interval, Observation, Qualifier, Stated, Unit, Value};
use figures::key::{Record, key};
use figures::{AwardFigures, Computed, Coverage, GroupFigure, Headline};
use words::{Form, Lang, fill};

/// A value as it is shown: the number with its unit, or why there is none.
pub fn value(lang: Lang, value: &Value, unit: &Unit) -> String {
    match value {
        Value::Stated(stated) => words::value(lang, stated, unit),
        Value::Missing(reason) => words::missing(lang, *reason).to_owned(),
    }
}

/// An observation's value, or that it is not stated where there is no observation.
pub fn observed(report: &Report, observation: Option<&Observation>) -> String {
    let unit = observation.and_then(|o| report.data.indicators.get(&o.indicator)).map(|i| &i.unit);
    match (observation, unit) {
        (Some(observation), Some(unit)) => value(report.lang, &observation.value, unit),
        _ => report.words.not_stated.to_owned(),
    }
}

/// An observation's figure as charts take it; with what its rounding leaves open where that is wide
/// enough to be seen.
pub fn amount(report: &Report, observation: Option<&Observation>) -> Amount {
    let label = observed(report, observation);
    let Some(stated) = observation.and_then(|o| o.value.stated()) else { return Amount::Missing { label } };
    let value = stated.number.to_f64();
    let step = stated.step.map_or(0.0, Decimal::to_f64);
    let is_percent = observation
        .and_then(|o| report.data.indicators.get(&o.indicator))
        .is_some_and(|indicator| indicator.unit == Unit::Percent);
    let interval = (is_percent && step >= 1.0).then(|| match stated.qualifier {
        Qualifier::Truncated | Qualifier::Between => (value, value + step),
        _ => ((value - step / 2.0).max(0.0), value + step / 2.0),
    });
    Amount::Known { value, label, interval }
}

/// The highest and the lowest of figures that are sorted, in the places of a message: name and figure
/// of the one, then of the other.
pub fn extremes(report: &Report, items: &[(String, &Observation)], message: &str) -> Option<String> {
    let known = |item: &&(String, &Observation)| item.1.value.stated().is_some();
    let (highest, lowest) = (items.iter().find(known)?, items.iter().rfind(known)?);
    let said = |item: &(String, &Observation)| observed(report, Some(item.1));
    Some(fill(message, &[&highest.0, &said(highest), &lowest.0, &said(lowest)]))
}

/// What the headline figure means, in people.
pub fn headline_sentence(report: &Report, headline: &Headline<'_>) -> String {
    let (lang, words) = (report.lang, report.words);
    let counted = headline.indicator.counted.as_ref().map_or(words.workers, |text| text.get(lang));
    let region = report.region(&headline.observation.region);
    match headline.observation.value {
        Value::Missing(_) => fill(words.headline_missing, &[&region]),
        Value::Stated(_) if headline.indicator.unit != Unit::Percent => {
            headline.indicator.definition.as_ref().map(|text| text.get(lang).to_owned()).unwrap_or_default()
        }
        Value::Stated(stated) => {
            let hundred = Decimal::whole(100);
            match stated.number.compare(hundred) {
                std::cmp::Ordering::Greater => fill(words.headline_over, &[counted, &region]),
                std::cmp::Ordering::Equal => fill(words.headline_all, &[counted, &region]),
                std::cmp::Ordering::Less => {
                    let covered = stated.number.rescale(0);
                    let rest = Decimal::whole(100 - covered.units);
                    let (covered, rest) = (words::number(lang, covered), words::number(lang, rest));
                    fill(words.headline_sentence, &[&covered, counted, &region, &rest])
                }
            }
        }
    }
}

/// What the goal is called.
pub fn goal_name(report: &Report, headline: &Headline<'_>) -> String {
    headline.target.map_or(report.words.universal, |(_, target)| target.label.get(report.lang)).to_owned()
}

/// The name by which the goal is asked for; empty where the dataset sets none.
pub fn goal_key(headline: &Headline<'_>) -> String {
    headline.target.map(|(_, target)| key(Record::Goal, &target.id)).unwrap_or_default()
}

/// The goal, and by when; `None` where the dataset sets none.
#[must_use]
pub fn goal_sentence(report: &Report, headline: &Headline<'_>) -> Option<Phrase> {
    let (_, target) = headline.target?;
    let percent = Phrase::figure(goal_key(headline), words::percent(report.lang, headline.goal()));
    let goal = Phrase::plain(goal_name(report, headline)).then(", ").then(percent);
    Some(match target.by {
        Some(by) => Phrase::fill(report.words.headline_goal, &[goal, words::date(report.lang, by).into()]),
        None => Phrase::fill(report.words.headline_goal_undated, &[goal]),
    })
}

/// How far a percentage is from another one, to as many decimals as both have.
pub fn compared(report: &Report, value: &Stated, other: &Stated, name: &str) -> String {
    let (mine, theirs) = (value.number, other.number);
    let scale = mine.scale.max(theirs.scale);
    let units = mine.rescale(scale).units.saturating_sub(theirs.rescale(scale).units);
    let distance = Decimal::new(units.saturating_abs(), scale).rescale(mine.scale.min(theirs.scale));
    let words = report.words;
    let template = match units {
        _ if distance.units == 0 => words.compared_equal,
        1.. => words.compared_above,
        _ => words.compared_below,
    };
    fill(template, &[&words::points(report.lang, distance), name])
}

/// A computed number of persons: its interval where rounding leaves one, else the number.
pub fn computed_persons(lang: Lang, computed: &Computed) -> String {
    if computed.is_exact() {
        words::number(lang, computed.point)
    } else {
        words::interval(lang, computed.interval, Form::Number)
    }
}

/// The coverage rates of the groups: the best, the worst, and how they compare with the total.
pub fn rates(report: &Report, coverage: &Coverage<'_>) -> String {
    let (lang, words) = (report.lang, report.words);
    let rated: Vec<(&GroupFigure<'_>, Stated)> =
        coverage.groups.iter().filter_map(|group| Some((group, group.rate_value()?))).collect();
    let show = |stated: &Stated| words::value(lang, stated, &Unit::Percent);
    let mut text = match rated.as_slice() {
        [] => return words.no_rate.to_owned(),
        [(only, rate)] => fill(words.groups_text_one, &[&report.group(only.id), &show(rate)]),
        [(best, high), .., (worst, low)] => {
            let count = coverage.groups.len().to_string();
            let names = (report.group(best.id), report.group(worst.id));
            fill(words.groups_text_many, &[&count, &names.0, &show(high), &names.1, &show(low)])
        }
    };
    let total = coverage.total.and_then(|o| Some((o, o.value.stated()?)));
    if let (Some((observation, total)), true) = (total, rated.len() > 1) {
        let below = rated.iter().filter(|(_, rate)| rate.number.compare(total.number).is_lt()).count();
        let region = report.region(&observation.region);
        text.push(' ');
        text.push_str(&if below == 0 {
            fill(words.groups_text_above_all, &[&region, &show(&total)])
        } else {
            let counts = (below.to_string(), rated.len().to_string());
            fill(words.groups_text_below, &[&counts.0, &counts.1, &region, &show(&total)])
        });
    }
    text
}

/// A computed amount, shown only as precisely as its interval allows.
pub fn computed_money(lang: Lang, computed: &Computed, currency: &Currency) -> String {
    words::money_short(lang, rounded(computed), computed.step(), currency)
}

/// A computed percentage, shown only as precisely as its interval allows.
pub fn computed_percent(lang: Lang, computed: &Computed) -> String {
    words::percent(lang, rounded(computed))
}

/// A pace in percentage points, without what it is a pace of: to one decimal, below 0.5 to two, as an approximate number
/// where the interval leaves that decimal open by one, else as its interval.
#[must_use]
pub fn computed_points(lang: Lang, computed: &Computed) -> String {
    let decimals = if computed.point.rescale(0).units == 0 { 2 } else { 1 };
    let Interval { low, high } = computed.interval;
    let [low, point, high] = [low, computed.point, high].map(|number| number.rescale(decimals));
    if high.units - point.units > 1 || point.units - low.units > 1 {
        return words::interval(lang, Interval { low, high }, Form::Points);
    }
    let shown = words::points(lang, point);
    if computed.is_exact() && point.compare(computed.point).is_eq() {
        return shown;
    }
    words::qualified(lang, Qualifier::Approx, &Unit::Percent, &shown)
}

/// The number rounded to the step that its interval allows.
fn rounded(computed: &Computed) -> Decimal {
    let Some(step) = computed.step() else { return computed.point };
    if step.scale > 0 {
        // A step of 10 at scale 3 is one hundredth: as many decimals as stay.
        let decimals = step.scale - u8::try_from(step.units.ilog10()).unwrap_or(0).min(step.scale);
        return computed.point.rescale(decimals);
    }
    let half = step.units / 2;
    Decimal::whole((computed.point.units.saturating_add(half)) / step.units * step.units)
}

/// "computed", with the interval that rounding leaves open.
pub fn computed_hint(report: &Report, computed: &Computed, show: impl Fn(Decimal) -> String) -> String {
    if computed.is_exact() {
        report.words.computed.to_owned()
    } else {
        let (low, high) = (show(computed.interval.low), show(computed.interval.high));
        fill(report.words.computed_between, &[&low, &high])
    }
}

/// What was given, how often, when and where.
#[must_use]
pub fn awards_sentence(report: &Report, figures: &AwardFigures<'_>, event: Option<&Event>) -> Phrase {
    let (lang, words, award) = (report.lang, report.words, figures.award);
    let count = |kind, count: usize| Phrase::figure(key(kind, &award.id), count.to_string());
    let winners = count(Record::Winners, figures.winners);
    let categories = count(Record::Categories, award.categories.len());
    let date = event.and_then(|event| event.date).map(|date| words::date(lang, date));
    let venue = event.and_then(|event| event.venue.as_ref()).map(|venue| venue.get(lang));
    match (award.edition.as_deref(), date, venue) {
        // A number of winners that nobody stated is none.
        _ if figures.winners == 0 => {
            let name = named_edition(report, award, event);
            match award.categories.len() {
                0 => name.then("."),
                _ => Phrase::fill(words.awards_sentence_unknown, &[name, categories]),
            }
        }
        (Some(edition), Some(date), Some(venue)) => {
            let name = Phrase::from(award.name.get(lang));
            Phrase::fill(
                words.awards_sentence,
                &[name, edition.into(), winners, categories, date.into(), venue.into()],
            )
        }
        _ => {
            let name = named_edition(report, award, event);
            Phrase::fill(words.awards_sentence_short, &[name, winners, categories])
        }
    }
}

/// An edition of an award by its name, its edition, and when and where it was given, as far as they are known.
fn named_edition(report: &Report, award: &Award, event: Option<&Event>) -> Phrase {
    let lang = report.lang;
    let edition = award.edition.as_deref().map(|edition| fill(report.words.of_edition, &[edition]));
    let date = event.and_then(|event| event.date).map(|date| words::date(lang, date));
    let venue = event.and_then(|event| event.venue.as_ref()).map(|venue| venue.get(lang).to_owned());
    let known = [edition, date, venue].into_iter().flatten();
    known.fold(Phrase::from(award.name.get(lang)), |phrase, known| phrase.then(", ").then(known))
}

/// An amount in full, in its currency or that of the dataset.
#[must_use]
pub fn money(report: &Report, amount: Decimal, currency: Option<&Currency>) -> String {
    match currency.or(report.data.currency.as_ref()) {
        Some(currency) => words::money_short(report.lang, amount, None, currency),
        None => words::number(report.lang, amount),
    }
}

/// A number of persons as it is stated, with what it leaves open.
#[must_use]
pub fn persons_of(report: &Report, persons: &dataset::Persons) -> String {
    let number = Decimal::whole(i64::from(persons.value));
    words::value(report.lang, &Stated { number, step: None, qualifier: persons.qualifier }, &Unit::Person)
}

/// The first letter as a capital: for a phrase of the catalogue that stands alone.
#[must_use]
pub fn capitalised(phrase: &str) -> String {
    let mut letters = phrase.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

//! What was found, as titles of cards. The rules are in `docs/charts.md`, “Titles”: facts of the figures in words,
//! nothing more precise than the source, no opinion, no cause. Where no rule applies the title is the subject.
mod awards;
mod rates;

use dataset::{
    Claims, Currency, Decimal, Indicator, Interval, Observation, Qualifier, Role, Stated, Time, Unit,
};
use figures::order::{is_bound, is_less, is_same, lower};
use figures::{Breakdown, ClaimFigures, Computed, Coverage, Formula, GroupFigure, Headline, Shares, Trend};
use words::{Form, NBSP, fill};

pub use awards::{jury, places, special_awards, winners};

use crate::context::Report;
use crate::describe;
use rates::{Among, beside, beside_one, compared, whole};

/// The headline figure: of whom how many are covered, and where.
#[must_use]
pub fn headline(report: &Report, headline: &Headline<'_>) -> String {
    let Headline { observation, indicator, .. } = headline;
    let Some(stated) = observation.value.stated() else { return finish(report.words.headline()) };
    let words = words::titles(report.lang);
    let of_all = observation.group.is_none() && indicator.role == Some(Role::CoverageRate);
    if !of_all || indicator.unit != Unit::Percent || is_over(&stated) {
        let figure = words::value(report.lang, &stated, &indicator.unit);
        return finish(&fill(words.of(), &[&name(report, observation, indicator, true), &figure]));
    }
    let counted = indicator.counted.as_ref().map_or(&*report.names.many, |text| text.get(report.lang));
    let region = report.region(&observation.region);
    let text = match describe::hundredths(&stated) {
        Some(number) => {
            let rate = rate(report, &stated);
            fill(words.headline(), &[&rate, counted, &region, &number.units.to_string()])
        }
        None => fill(words.headline_percent(), &[&rate(report, &stated), counted, &region]),
    };
    match observation.programme.as_deref() {
        Some(id) => finish(&fill(words.of(), &[&report.programme(id), &text])),
        None => finish(&text),
    }
}

/// The pace that the goal asks for, or that it is reached.
#[must_use]
pub fn pace(report: &Report, headline: &Headline<'_>) -> String {
    let (words, lang) = (words::titles(report.lang), report.lang);
    let plain = || finish(&fill(report.words.towards(), &[&describe::goal_name(report, headline)]));
    let Some((_, target)) = headline.target else { return plain() };
    let goal = words::percent(lang, headline.goal());
    let text = match (figures::pace(headline), target.by, headline.observation.value.stated()) {
        (Some(pace), Some(by), _) => {
            fill(words.pace(), &[&goal, &words::date(lang, by), &describe::computed_points(lang, &pace)])
        }
        (None, _, Some(stated)) if reaches(&stated, headline) => {
            fill(words.reached(), &[&goal, &words::value(lang, &stated, &Unit::Percent)])
        }
        _ => return plain(),
    };
    finish(&of_whom(report, headline.observation, &text))
}

/// The rates of groups: the lowest, else the highest, else how they compare with the whole region.
#[must_use]
pub fn groups(report: &Report, coverage: &Coverage<'_>) -> String {
    let words = words::titles(report.lang);
    let of_one_time = same_time(coverage.groups.iter().filter_map(|group| group.rate));
    let rated: Vec<(String, Stated)> = coverage
        .groups
        .iter()
        .filter_map(|group| Some((report.group(group.id), group.rate_value()?)))
        .collect();
    if rated.is_empty() || !of_one_time {
        return finish(report.words.groups());
    }
    let among = Among { count: words.group_count(), all: coverage.groups.len(), some: words.with_rate() };
    let total = coverage.total.and_then(|total| whole(report, coverage, total));
    let text = compared(report, &rated, &among).or_else(|| beside(report, &rated, &among, total.as_ref()?));
    let text = match (&text, rated.as_slice(), &total) {
        (Some(text), [(_, rate)], Some(total)) => Some(beside_one(report, text, rate, total)),
        _ => text,
    };
    text.map_or_else(|| finish(report.words.groups()), |text| finish(&text))
}

/// What the chart of the persons of groups is called: whether those who are not covered are stated or computed.
#[must_use]
pub fn persons_name(report: &Report, coverage: &Coverage<'_>) -> &'static str {
    if coverage.groups.iter().any(|group| group.stated_uncovered.is_some()) {
        words::more(report.lang).persons_chart()
    } else {
        report.words.groups_chart_persons()
    }
}

/// The persons of groups who are not covered: the group that has the most.
#[must_use]
pub fn persons(report: &Report, coverage: &Coverage<'_>) -> String {
    let words = words::titles(report.lang);
    let plain = || finish(persons_name(report, coverage));
    let counted: Vec<(&GroupFigure<'_>, NotCovered)> =
        coverage.groups.iter().filter_map(|group| Some((group, not_covered(report, group)?))).collect();
    let most = counted.iter().max_by(|(_, a), (_, b)| a.interval.low.compare(b.interval.low));
    let Some((most, number)) = most else { return plain() };
    let others = counted.iter().filter(|(group, _)| group.id != most.id);
    let decided = others.clone().all(|(_, other)| other.interval.high.compare(number.interval.low).is_lt());
    if !decided
        || !same_time(counted.iter().filter_map(|(group, _)| group.covered.or(group.stated_uncovered)))
    {
        return plain();
    }
    let text = fill(words.uncovered(), &[&number.text]);
    let text = fill(words.of(), &[&report.group(most.id), &text]);
    let among = Among { count: words.group_count(), all: coverage.groups.len(), some: words.with_number() };
    if counted.len() < 2 {
        return finish(&text);
    }
    finish(&fill(words.most(), &[&text, &among.said(report, counted.len())]))
}

/// The parts of a whole: the largest.
#[must_use]
pub fn shares(report: &Report, shares: &Shares<'_>) -> String {
    let plain = || finish(&fill(report.words.shares_chart(), &[&report.names.many]));
    let largest = shares.parts.iter().max_by_key(|(_, _, share)| share.point.units);
    let Some((id, _, share)) = largest else { return plain() };
    let mut others = shares.parts.iter().filter(|(other, ..)| other != id);
    if !others.all(|(_, _, other)| other.interval.high.compare(share.interval.low).is_lt()) {
        return plain();
    }
    let qualifiers = shares.parts.iter().filter_map(|(_, part, _)| Some(part.value.stated()?.qualifier));
    let vague = |qualifier: &Qualifier| matches!(qualifier, Qualifier::Approx | Qualifier::Estimate);
    let qualifier = qualifiers.into_iter().find(vague).unwrap_or(Qualifier::Exact);
    let share = words::qualified(report.lang, qualifier, &Unit::Percent, &percent(report, share));
    finish(&fill(words::titles(report.lang).part(), &[&report.group(id), &share, &report.names.many]))
}

/// The rates of regions: the lowest, else the highest.
#[must_use]
pub fn regions(report: &Report, regions: &Breakdown<'_>) -> String {
    let words = words::titles(report.lang);
    let rated = regions.items.iter();
    let rated: Vec<(String, Stated)> = rated
        .filter_map(|(id, observation)| Some((report.region(id), observation.value.stated()?)))
        .collect();
    let among = Among { count: words.region_count(), all: regions.items.len(), some: words.with_rate() };
    let text = compared(report, &rated, &among);
    let plain = || fill(report.words.regions_chart(), &[&report.names.many]);
    finish(&text.unwrap_or_else(plain))
}

/// The main figure over time: whether it rose or fell between the first figure and the last that may be compared.
#[must_use]
pub fn trend(report: &Report, trend: &Trend<'_>) -> String {
    let (words, lang) = (words::titles(report.lang), report.lang);
    let plain = || finish(report.words.trend());
    let Some(last) = trend.points.last() else { return plain() };
    let name = name(report, last, trend.indicator, last.region != report.data.region);
    let Some((first, last)) = trend.comparable() else {
        let newest = trend.breaks.iter().max_by_key(|found| found.at.start());
        return newest.map_or_else(plain, |found| {
            finish(&fill(words.new_series(), &[&name, &words::date(lang, found.at)]))
        });
    };
    let (Some(from), Some(to)) = (first.value.stated(), last.value.stated()) else { return plain() };
    let said = |stated: &Stated| words::value(lang, stated, &trend.indicator.unit);
    let when = |point: &Observation| words::time(lang, point.time);
    let change = |template| {
        let dates = [first, last].map(|point| short_time(report, point.time));
        let [before, after] = dates.each_ref().map(String::as_str);
        fill(template, &[&name, &said(&from), before, &said(&to), after])
    };
    let text = if is_less(&from, &to) {
        change(words.rise())
    } else if is_less(&to, &from) {
        change(words.fall())
    } else if is_bound(&from) || is_bound(&to) {
        return plain();
    } else if from.number.compare(to.number).is_eq() {
        fill(words.same(), &[&name, &said(&to), &when(first), &when(last)])
    } else {
        fill(words.no_change(), &[&name, &when(first), &when(last)])
    };
    finish(&text)
}

/// Claims: the amount and the number, and for when.
#[must_use]
pub fn claims(report: &Report, figures: &ClaimFigures<'_>) -> String {
    let words = words::titles(report.lang);
    let stated = |of: Option<&Observation>| of.filter(|o| o.value.stated().is_some()).map(|o| o.time);
    let value = |of| describe::observed(report, of);
    let (amount, count) = (value(figures.amount), value(figures.count));
    let (text, time) = match (stated(figures.amount), stated(figures.count)) {
        (Some(time), Some(other)) if time == other => (fill(words.claims(), &[&amount, &count]), time),
        (Some(time), _) => (fill(words.claims_amount(), &[&amount]), time),
        (None, Some(time)) => (fill(words.claims_count(), &[&count]), time),
        (None, None) => return finish(report.words.claims()),
    };
    finish(&fill(words.two(), &[&text, &words::time(report.lang, time)]))
}

/// Programmes: which has the most.
#[must_use]
pub fn programmes(report: &Report, programmes: &Breakdown<'_>) -> String {
    let (words, lang) = (words::titles(report.lang), report.lang);
    let label = programmes.indicator.label.get(lang);
    let items = programmes.items.iter();
    let known: Vec<(String, Stated)> =
        items.filter_map(|(id, o)| Some((report.programme(id), o.value.stated()?))).collect();
    let said = |stated: &Stated| words::value(lang, stated, &programmes.indicator.unit);
    let text = match known.as_slice() {
        [(one, a), (other, b)] if is_same(a, b) && programmes.items.len() == 2 => {
            let names = fill(words.both(), &[one, other]);
            Some(fill(words.programme_each(), &[label, &names, &said(a)]))
        }
        [(most, number), others @ ..] if others.iter().all(|(_, other)| is_less(other, number)) => {
            let all = known.len() == programmes.items.len();
            let template = if all { words.programme_most() } else { words.programme_most_stated() };
            Some(fill(template, &[label, most, &said(number)]))
        }
        _ => None,
    };
    text.map_or_else(|| finish(&fill(report.words.programmes_chart(), &[label])), |text| finish(&text))
}

/// Single claims: how many, and the amount of each or the range of all.
#[must_use]
pub fn handovers(report: &Report, claims: &Claims) -> String {
    let words = words::titles(report.lang);
    let count = claims.cases.len();
    if count == 0 {
        return finish(report.words.handovers());
    }
    let examples = claims.cases_are_examples == Some(true);
    let text =
        fill(if examples { words.examples() } else { words.cases() }, &[&words::count(report.lang, count)]);
    let currency_of = |currency: &Option<Currency>| currency.clone().or_else(|| report.data.currency.clone());
    let first = claims.cases.first().and_then(|case| currency_of(&case.currency));
    let amounts =
        claims.cases.iter().map(|case| case.amount.filter(|_| currency_of(&case.currency) == first));
    let amounts: Option<Vec<i64>> = amounts.collect();
    let ends = amounts.and_then(|amounts| Some((*amounts.iter().min()?, *amounts.iter().max()?)));
    let form = first.as_ref().map_or(Form::Number, |currency| Form::MoneyShort { step: None, currency });
    finish(&match ends {
        Some((low, high)) => {
            let ends = Interval { low: Decimal::whole(low), high: Decimal::whole(high) };
            let amount = words::interval(report.lang, ends, form);
            let template = match (count, low == high) {
                (1, _) => words.of(),
                (_, true) => words.case_each(),
                (_, false) => words.two(),
            };
            fill(template, &[&text, &amount])
        }
        None => text,
    })
}

/// What is said of a group's rate.
fn covered(report: &Report, stated: &Stated) -> String {
    let words = words::titles(report.lang);
    fill(if is_over(stated) { words.rate() } else { words.covered() }, &[&rate(report, stated)])
}

/// A rate: `15 dari 100` where it may be said so, else the percentage.
fn rate(report: &Report, stated: &Stated) -> String {
    match describe::hundredths(stated) {
        Some(number) => {
            let text = fill(words::titles(report.lang).of_hundred(), &[&number.units.to_string()]);
            words::qualified(report.lang, stated.qualifier, &Unit::Percent, &text)
        }
        None => words::value(report.lang, stated, &Unit::Percent),
    }
}

fn is_over(stated: &Stated) -> bool {
    stated.number.compare(Decimal::whole(100)).is_gt()
}

/// Whether a rate has surely reached the goal.
fn reaches(stated: &Stated, headline: &Headline<'_>) -> bool {
    headline.indicator.unit == Unit::Percent
        && lower(stated).is_some_and(|low| low.compare(headline.goal()).is_ge())
}

/// Whether all observations are of one time.
fn same_time<'o>(mut observations: impl Iterator<Item = &'o Observation>) -> bool {
    let first = observations.next().map(|o| o.time);
    observations.all(|o| Some(o.time) == first)
}

/// The persons of a group who are not covered: how many at least and at most, and how that is said.
struct NotCovered {
    interval: Interval,
    text: String,
}

/// `None` where it is not known how many at least and at most.
fn not_covered(report: &Report, group: &GroupFigure<'_>) -> Option<NotCovered> {
    let text = match group.uncovered_value() {
        Some(stated) if matches!(stated.qualifier, Qualifier::Exact | Qualifier::Rounded) => {
            words::value(report.lang, &stated, &Unit::Person)
        }
        Some(_) => return None,
        None => about(report, certain(group)?),
    };
    Some(NotCovered { interval: group.uncovered_interval()?, text })
}

/// The persons of a group who are not covered, where they follow from numbers that are no bounds and not vague.
fn certain<'g>(group: &'g GroupFigure<'_>) -> Option<&'g Computed> {
    let uncovered = group.uncovered.as_ref()?;
    let base = match uncovered.formula {
        Formula::Uncovered => group.potential?.value.stated()?.qualifier == Qualifier::Exact,
        _ => matches!(
            group.rate_value()?.qualifier,
            Qualifier::Exact | Qualifier::Rounded | Qualifier::Truncated
        ),
    };
    (base && group.covered_value()?.qualifier == Qualifier::Exact).then_some(uncovered)
}

/// A computed number of persons: in a round number, no finer than its interval is wide, where that is within a
/// hundredth of it; else as the interval.
fn about(report: &Report, computed: &Computed) -> String {
    let Interval { low, high } = computed.interval;
    let (point, width) = (computed.point.units, high.units.saturating_sub(low.units));
    // A computed number of persons is whole.
    let step = (0..18).map(dataset::number::pow10).find(|step| *step >= width).unwrap_or(i64::MAX);
    let round = point.saturating_add(step / 2) / step * step;
    if computed.is_exact() || (round - point).abs().saturating_mul(100) > point {
        return describe::computed_persons(report.lang, computed);
    }
    let step = Some(Decimal::whole(step));
    let form = if round < MILLION { Form::Number } else { Form::Short { step } };
    let text = words::format(report.lang, form, Decimal::whole(round));
    words::qualified(report.lang, Qualifier::Approx, &Unit::Person, &text)
}

/// From here on a round number is written with the word for its magnitude.
const MILLION: i64 = 1_000_000;

/// A share in whole percent where its interval allows and something stays of it, else as precise as it allows.
fn percent(report: &Report, share: &Computed) -> String {
    let Interval { low, high } = share.interval;
    let whole = share.point.rescale(0);
    if low.rescale(0) == high.rescale(0) && (1..100).contains(&whole.units) {
        return words::percent(report.lang, whole);
    }
    if share.is_exact() {
        return words::percent(report.lang, share.point.rescale(1));
    }
    describe::computed_percent(report.lang, share)
}

/// What a figure is of: indicator, group, programme and, where it is asked for, the region.
fn name(report: &Report, observation: &Observation, indicator: &Indicator, with_region: bool) -> String {
    let region = with_region.then(|| report.region(&observation.region));
    let parts = [
        Some(indicator.label.get(report.lang).to_owned()),
        observation.group.as_deref().map(|id| report.group(id)),
        observation.programme.as_deref().map(|id| report.programme(id)),
        region,
    ];
    let two = words::titles(report.lang).two();
    let join = |all: String, part: String| fill(two, &[&all, &part]);
    parts.into_iter().flatten().reduce(join).unwrap_or_default()
}

/// A sentence about a group or a programme names it.
fn of_whom(report: &Report, observation: &Observation, text: &str) -> String {
    let group = observation.group.as_deref().map(|id| report.group(id));
    let whom = group.or_else(|| observation.programme.as_deref().map(|id| report.programme(id)));
    whom.map_or_else(|| text.to_owned(), |whom| fill(words::titles(report.lang).of(), &[&whom, text]))
}

/// A time between brackets: the date alone where it is the state of a day.
fn short_time(report: &Report, time: Time) -> String {
    match time {
        Time::AsOf(date) => words::date(report.lang, date),
        Time::Period { .. } => words::time(report.lang, time),
    }
}

/// The most words of a title whose last two may be parted.
const FEW_WORDS: usize = 4;

/// A title as it is shown: with a capital, no number apart from the word behind it, and no last word alone on a line.
#[must_use]
pub fn finish(text: &str) -> String {
    let parts: Vec<&str> = text.split(' ').collect();
    let count = text.split([' ', NBSP]).count();
    let mut title = String::with_capacity(text.len() + 8);
    for (at, part) in parts.iter().enumerate() {
        title.push_str(part);
        let Some(next) = parts.get(at + 1) else { break };
        let counted =
            part.ends_with(|last: char| last.is_ascii_digit()) && next.starts_with(char::is_alphabetic);
        let last = at + 2 == parts.len() && count > FEW_WORDS;
        title.push(if counted || last { NBSP } else { ' ' });
    }
    words::capitalised(&title)
}

#[cfg(test)]
mod tests;

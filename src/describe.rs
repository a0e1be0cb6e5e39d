//! Sentences about figures: text without markup, so that a test can read them.
use crate::context::Report;
use std::cmp::Ordering;

use crate::ui::Phrase;
use charts::Amount;
use dataset::{
    Award, AwardCounts, Category, ChangeKind, Currency, Dataset, Decimal, Event, Fact, FactVersion, GroupSet,
    Indicator, Interval, Observation, Persons, Qualifier, Role, Stated, Unit, Value,
};
use figures::key::{Record, key};
use figures::order::{self, is_bound, is_less};
use figures::{AwardFigures, Computed, Coverage, Headline, Shown};
use words::{Form, Lang, Names, capitalised, fill};

/// A value as it is shown: the number with its unit, or why there is none.
pub fn value(lang: Lang, value: &Value, unit: &Unit) -> String {
    match value {
        Value::Stated(stated) => words::value(lang, stated, unit),
        Value::Missing(reason) => words::missing(lang, *reason).to_owned(),
    }
}

/// A stated number of an indicator, with its unit: one that has a name of its own, a change with its sign, or one that
/// the page knows.
pub fn stated(lang: Lang, stated: &Stated, indicator: &Indicator) -> String {
    let say = |number: Decimal| match (&indicator.change, &indicator.unit_name) {
        (Some(change), _) => {
            let size = Decimal { units: number.units.saturating_abs(), ..number };
            let size = match change.kind {
                ChangeKind::Points => words::points(lang, size),
                ChangeKind::Percent => words::percent(lang, size),
            };
            let sign = ["−", "", "+"].get(usize::from(number.units > -1) + usize::from(number.units > 0));
            [sign.copied().unwrap_or_default(), &size].concat()
        }
        (None, Some(name)) => [&*words::number(lang, number), name.get(lang)].join("\u{a0}"),
        (None, None) => words::value(lang, &Stated { number, ..*stated }, &indicator.unit),
    };
    if indicator.change.is_none() && indicator.unit_name.is_none() {
        return words::value(lang, stated, &indicator.unit);
    }
    match stated.upper() {
        Some(upper) => fill(words::more(lang).between(), &[&say(stated.number), &say(upper)]),
        None => words::qualified(lang, stated.qualifier, &indicator.unit, &say(stated.number)),
    }
}

/// An observation's value, or that it is not stated where there is no observation.
pub fn observed(report: &Report, observation: Option<&Observation>) -> String {
    let indicator = observation.and_then(|o| report.data.indicators.get(&o.indicator));
    match (observation.map(|o| &o.value), indicator) {
        (Some(Value::Stated(number)), Some(indicator)) => stated(report.lang, number, indicator),
        (Some(Value::Missing(reason)), Some(_)) => words::missing(report.lang, *reason).to_owned(),
        _ => report.words.not_stated().to_owned(),
    }
}

/// An observation's figure as charts take it: only its words where it is a bound from above; with what its rounding leaves open where that is wide
/// enough to be seen.
pub fn amount(report: &Report, observation: Option<&Observation>) -> Amount {
    let label = observed(report, observation);
    let stated = observation.and_then(|o| o.value.stated());
    // A bar as long as what a figure is less than would say that it is as much.
    let Some(stated) = stated.filter(|stated| !stated.qualifier.is_upper_bound()) else {
        return Amount::Missing { label };
    };
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

/// The highest and the lowest of figures, in the places of a message: name and figure of the one, then of the other.
/// `None` where rounding, bounds or ties leave open which they are.
pub fn extremes(report: &Report, items: &[(String, &Observation)], message: &str) -> Option<String> {
    let (known, numbers) = known(items);
    let (highest, lowest) = (known.get(order::highest(&numbers)?)?, known.get(order::lowest(&numbers)?)?);
    let said = |item: &(String, &Observation)| observed(report, Some(item.1));
    Some(fill(message, &[&highest.0, &said(highest), &lowest.0, &said(lowest)]))
}

/// The one of figures that is surely lower than all others that are stated; `None` where there is none.
pub fn lowest<'i, 'o>(items: &'i [(String, &'o Observation)]) -> Option<&'i (String, &'o Observation)> {
    let (known, numbers) = known(items);
    known.get(order::lowest(&numbers)?).copied()
}

/// The figures that are stated, and their numbers.
fn known<'i, 'o>(
    items: &'i [(String, &'o Observation)],
) -> (Vec<&'i (String, &'o Observation)>, Vec<Stated>) {
    items.iter().filter_map(|item| Some((item, item.1.value.stated()?))).unzip()
}

/// What the headline figure means, in people: of all who are counted, or of the group or programme that it is a figure of.
pub fn headline_sentence(report: &Report, headline: &Headline<'_>) -> String {
    let (lang, words) = (report.lang, report.words);
    let Headline { observation, indicator, .. } = headline;
    let region = report.region(&observation.region);
    let is_rate = indicator.unit == Unit::Percent && indicator.role == Some(Role::CoverageRate);
    let text = match observation.value {
        Value::Missing(_) => fill(words.headline_missing(), &[&region]),
        Value::Stated(_) if !is_rate => {
            indicator.definition.as_ref().map(|text| text.get(lang).to_owned()).unwrap_or_default()
        }
        Value::Stated(stated) => {
            rate_sentence(report, &stated, &counted(&report.data, lang, headline), &region)
        }
    };
    match part(&report.data, lang, observation) {
        Some(part) if !text.is_empty() => behind(&part, &text),
        _ => text,
    }
}

/// What a coverage rate means.
fn rate_sentence(report: &Report, stated: &Stated, counted: &str, region: &str) -> String {
    let (lang, words, scheme) = (report.lang, report.words, &*report.names.scheme);
    if let Some(covered) = hundredths(stated) {
        let rest = Decimal::whole(100 - covered.units);
        let (covered, rest) = (words::number(lang, covered), words::number(lang, rest));
        return fill(words.headline_sentence(), &[&covered, counted, region, &rest, scheme]);
    }
    match stated.number.compare(Decimal::whole(100)) {
        Ordering::Greater => fill(words.headline_over(), &[counted, region]),
        Ordering::Equal if !is_bound(stated) => fill(words.headline_all(), &[counted, region, scheme]),
        _ => {
            let rate = words::value(lang, stated, &Unit::Percent);
            capitalised(&fill(words.headline_percent(), &[&rate, counted, region, scheme]))
        }
    }
}

/// How many of 100 a rate is, to the nearest whole one. `None` where that would be none or all of them, and for bounds,
/// for what is rounded down, and for what is rounded more coarsely.
#[must_use]
pub fn hundredths(stated: &Stated) -> Option<Decimal> {
    let fine = stated.step.is_none_or(|step| step.compare(Decimal::whole(1)).is_le());
    let number = stated.number.rescale(0);
    let sayable = !is_bound(stated) && stated.qualifier != Qualifier::Truncated && fine;
    (sayable && (1..100).contains(&number.units)).then_some(number)
}

/// The name of those who are counted; people where the figure is one of a group or a programme, which has a name.
#[must_use]
pub fn counted(data: &Dataset, lang: Lang, headline: &Headline<'_>) -> String {
    if part(data, lang, headline.observation).is_some() {
        return words::messages(lang).people().to_owned();
    }
    let counted = headline.indicator.counted.as_ref().map(|text| text.get(lang).to_owned());
    counted.unwrap_or_else(|| Names::of(data, lang).many)
}

/// The group and the programme that a figure is one of; `None` where it is one of all.
#[must_use]
pub fn part(data: &Dataset, lang: Lang, observation: &Observation) -> Option<String> {
    let group = observation.group.as_deref();
    let group = group.map(|id| data.groups.get(id).map_or(id, |group| group.label.get(lang)));
    let programme = observation.programme.as_deref();
    let programme =
        programme.map(|id| data.programmes.get(id).map_or(id, |programme| programme.label.get(lang)));
    let parts: Vec<&str> = [group, programme].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// What the goal is called.
pub fn goal_name(report: &Report, headline: &Headline<'_>) -> String {
    headline.target.map_or(report.words.universal(), |(_, target)| target.label.get(report.lang)).to_owned()
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
        Some(by) => Phrase::fill(report.words.headline_goal(), &[goal, words::date(report.lang, by).into()]),
        None => Phrase::fill(report.words.headline_goal_undated(), &[goal]),
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
        _ if distance.units == 0 => words.compared_equal(),
        1.. => words.compared_above(),
        _ => words.compared_below(),
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

/// The coverage rates of the groups: the best, the worst, and how they compare with the total, as far as rounding and
/// bounds decide it. Empty where nothing is sure.
pub fn rates(report: &Report, coverage: &Coverage<'_>) -> String {
    let (lang, words) = (report.lang, report.words);
    let rated =
        coverage.groups.iter().filter_map(|group| Some((report.group(group.id), group.rate_value()?)));
    let (names, rates): (Vec<String>, Vec<Stated>) = rated.unzip();
    let at = |index: usize| Some((names.get(index)?, words::value(lang, rates.get(index)?, &Unit::Percent)));
    let ends = match names.len() {
        0 => return words.no_rate().to_owned(),
        1 => at(0).map(|(only, rate)| fill(words.groups_text_one(), &[only, &rate])),
        _ => order::highest(&rates).and_then(at).zip(order::lowest(&rates).and_then(at)).map(
            |((best, high), (worst, low))| {
                let count = words::count(lang, coverage.groups.len());
                fill(words.groups_text_many(), &[&count, best, &high, worst, &low])
            },
        ),
    };
    let total = coverage.total.and_then(|o| Some((o, o.value.stated()?)));
    let beside = total.and_then(|(observation, total)| {
        let below = rates.iter().filter(|rate| is_less(rate, &total)).count();
        let above = rates.iter().filter(|rate| is_less(&total, rate)).count();
        let (region, show) = (report.region(&observation.region), words::value(lang, &total, &Unit::Percent));
        match (below, above) {
            // Of two groups one is always the lower one.
            _ if rates.len() < 3 || below + above < rates.len() => None,
            (0, _) => Some(fill(words.groups_text_above_all(), &[&region, &show])),
            _ => {
                let counts = (words::count(lang, below), words::count(lang, rates.len()));
                Some(fill(words.groups_text_below(), &[&counts.0, &counts.1, &region, &show]))
            }
        }
    });
    [ends, beside].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Why groups are not added up: what the dataset says, or does not say, of the sets that they belong to.
#[must_use]
pub fn not_summed(report: &Report, coverage: &Coverage<'_>) -> String {
    let words = report.words;
    let known = |of: fn(&GroupSet) -> Option<bool>| match coverage.sets.as_slice() {
        [set] => of(set),
        // Several sets overlap, and none of them is the whole alone.
        sets => (sets.len() > 1).then_some(false),
    };
    let whole = match known(|set| set.exhaustive) {
        Some(true) => None,
        Some(false) => Some(words.groups_not_all()),
        None => Some(words.groups_perhaps_not_all()),
    };
    let apart = match known(|set| set.disjoint) {
        Some(true) => None,
        Some(false) if coverage.sets.len() == 1 => Some(words.groups_overlap()),
        _ => Some(words.groups_may_overlap()),
    };
    let reasons = match (whole, apart) {
        (Some(whole), Some(apart)) => fill(words.groups_both(), &[whole, apart]),
        (one, other) => one.or(other).unwrap_or_default().to_owned(),
    };
    capitalised(&fill(words.groups_not_summed(), &[&fill(&reasons, &[&report.names.many])]))
}

/// The heading of a column of an indicator's figures.
#[must_use]
pub fn column(report: &Report, indicator: &Indicator) -> &'static str {
    match indicator.unit {
        Unit::Percent => report.words.column_rate(),
        Unit::Money(_) => report.words.column_amount(),
        Unit::Person | Unit::Claim => report.words.column_number(),
    }
}

/// A computed amount, shown only as precisely as its interval allows.
pub fn computed_money(lang: Lang, computed: &Computed, currency: &Currency) -> String {
    match computed.shown() {
        Shown::Exact(number) => words::money_short(lang, number, None, currency),
        Shown::Rounded(number, step) => words::money_short(lang, number, Some(step), currency),
        Shown::Between(ends, step) => {
            words::interval(lang, ends, Form::MoneyShort { step: Some(step), currency })
        }
    }
}

/// A computed percentage, shown only as precisely as its interval allows.
pub fn computed_percent(lang: Lang, computed: &Computed) -> String {
    match computed.shown() {
        Shown::Exact(number) => words::percent(lang, number),
        Shown::Rounded(number, step) => words::percent(lang, to_step(number, step)),
        Shown::Between(Interval { low, high }, step) => words::interval(
            lang,
            Interval { low: to_step(low, step), high: to_step(high, step) },
            Form::Percent,
        ),
    }
}

/// A number that is rounded to a step, with the decimals that the step says: one of 10 at scale 3 is one hundredth.
fn to_step(number: Decimal, step: Decimal) -> Decimal {
    let zeros = u8::try_from(step.units.max(1).ilog10()).unwrap_or(0);
    number.rescale(step.scale.saturating_sub(zeros))
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

/// "computed", with the interval that rounding leaves open.
pub fn computed_hint(report: &Report, computed: &Computed, show: impl Fn(Decimal) -> String) -> String {
    if computed.is_exact() {
        report.words.computed().to_owned()
    } else {
        let (low, high) = (show(computed.interval.low), show(computed.interval.high));
        fill(report.words.computed_between(), &[&low, &high])
    }
}

/// What was given, how often, when and where.
#[must_use]
pub fn awards_sentence(report: &Report, figures: &AwardFigures<'_>, event: Option<&Event>) -> Phrase {
    let (lang, words, award) = (report.lang, report.words, figures.award);
    let count = |kind, count: usize| Phrase::figure(key(kind, &award.id), words::count(lang, count));
    // Where not all of them are listed, the source's number is theirs.
    let stated = award.stated.as_ref().and_then(|counts| usize::try_from(counts.winners?).ok());
    let beyond = stated.filter(|stated| *stated > figures.winners);
    let winners = match beyond {
        Some(stated) => Phrase::from(words::count(lang, stated)),
        None => count(Record::Winners, figures.winners),
    };
    let all = count(Record::Categories, award.category_count());
    // Those that are listed are in the categories that have some; the source's number is of all.
    let given = Category::count(award.categories.iter().filter(|category| !category.winners.is_empty()));
    let categories = match given {
        1.. if given < award.category_count() && beyond.is_none() => {
            Phrase::fill(words.some_of_all(), &[words::count(lang, given).into(), all])
        }
        _ => all,
    };
    let date = event.and_then(|event| event.date).map(|date| words::date(lang, date));
    let venue = event.and_then(|event| event.venue.as_ref()).map(|venue| venue.get(lang));
    match (award.edition.as_deref(), date, venue) {
        // A number of winners that nobody stated is none.
        _ if figures.winners == 0 && stated.is_none() => {
            let name = named_edition(report, award, event);
            match award.categories.len() {
                0 => name.then("."),
                _ => Phrase::fill(words.awards_sentence_unknown(), &[name, categories]),
            }
        }
        (Some(edition), Some(date), Some(venue)) => {
            let name = Phrase::from(award.name.get(lang));
            Phrase::fill(
                words.awards_sentence(),
                &[name, edition.into(), winners, categories, date.into(), venue.into()],
            )
        }
        _ => {
            let name = named_edition(report, award, event);
            Phrase::fill(words.awards_sentence_short(), &[name, winners, categories])
        }
    }
}

/// An edition of an award by its name, its edition, and when and where it was given, as far as they are known.
fn named_edition(report: &Report, award: &Award, event: Option<&Event>) -> Phrase {
    let lang = report.lang;
    let edition = award.edition.as_deref().map(|edition| fill(report.words.of_edition(), &[edition]));
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
pub fn persons_of(report: &Report, persons: &Persons) -> String {
    words::value(report.lang, &stated_persons(persons), &Unit::Person)
}

/// A number of persons as a number that is compared.
#[must_use]
pub fn stated_persons(persons: &Persons) -> Stated {
    let number = Decimal::whole(i64::from(persons.value));
    Stated { number, step: None, qualifier: persons.qualifier }
}

/// What sources state differently, in one line.
#[must_use]
pub fn fact(report: &Report, fact: &Fact) -> String {
    let versions: Vec<String> = fact.versions.iter().map(|of| version(report, of)).collect();
    let text = [fact.label.get(report.lang), &versions.join("; ")].join(": ");
    match &fact.note {
        Some(note) => [&text, note.get(report.lang)].join(". "),
        None => text,
    }
}

/// What one source states of a fact, and whether the report goes by it.
#[must_use]
pub fn version(report: &Report, version: &FactVersion) -> String {
    let text = version.text.get(report.lang);
    if version.preferred { fill(words::more(report.lang).preferred(), &[text]) } else { text.to_owned() }
}

/// What a source states of how many there were; empty where it states nothing.
#[must_use]
pub fn award_counts(report: &Report, counts: Option<&AwardCounts>) -> String {
    let own = report.words;
    let counts = counts.into_iter().flat_map(|counts| {
        [
            (own.counted_categories(), counts.categories),
            (own.counted_winners(), counts.winners),
            (own.counted_nominees(), counts.nominees),
            (own.counted_applications(), counts.applications),
        ]
    });
    let said = counts.filter_map(|(message, count)| {
        Some(fill(message, &[&words::number(report.lang, Decimal::whole(i64::from(count?)))]))
    });
    said.collect::<Vec<_>>().join(", ")
}

/// The category's name with that of the category it belongs to.
#[must_use]
pub fn category_name(report: &Report, category: &Category) -> String {
    let label = category.label.get(report.lang);
    match &category.parent {
        Some(parent) => format!("{}: {label}", parent.get(report.lang)),
        None => label.to_owned(),
    }
}

/// A sentence behind the name of whom it is about, and a colon.
#[must_use]
pub fn behind(name: &str, sentence: &str) -> String {
    let mut letters = sentence.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
    [name, ": ", &first, letters.as_str()].concat()
}

#[cfg(test)]
mod tests;

//! Figures that the program computed: formula, inputs, result, and why there is an interval.
use super::entry::{Book, Entry, From, code, escaped, iso, link, list};
use super::stated;
use crate::components::describe;
use crate::components::markup::Markup;
use dataset::{Decimal, Interval, Observation, Stated, Unit};
use figures::key::{AVERAGE, GAP, PER_CHILD, Record, SHARE, key};
use figures::{Computed, Formula, GroupFigure, bounds};
use words::fill;

/// The way to the goal, and for each group its base and who is not covered.
pub fn coverage(book: &Book<'_>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = gap(book).into_iter().collect();
    if let Some(coverage) = figures::coverage(book.data) {
        for group in &coverage.groups {
            entries.extend(base(book, group));
            entries.extend(uncovered(book, group));
        }
    }
    entries.extend(parts(book));
    entries
}

/// The share of each group in the whole, where groups may be added up.
fn parts(book: &Book<'_>) -> Vec<Entry> {
    let Some(found) = figures::shares(book.data) else { return Vec::new() };
    let (own, lang) = (book.own, book.lang);
    let entry = |(id, observation, share): &(&str, &Observation, Computed)| {
        let value = if share.is_exact() {
            words::percent(lang, share.point.rescale(1))
        } else {
            describe::computed_percent(lang, share)
        };
        let name = fill(own.part, &[book.group(id)]);
        let mut entry = Entry::new(key(Record::Share, id), name, value, computed_from(observation));
        let all = found.parts.iter().map(|(_, observation, _)| *observation);
        Working {
            computed: share,
            code: "percent",
            unit: own.unit_percent.to_owned(),
            observation,
            formula: own.part_formula,
            inputs: all.clone().filter_map(|o| Input::of(book, o)).collect(),
            result: result(book, share, |number| words::percent(lang, number)),
            why: all.filter_map(|o| rounding(book, own.why_rounded, o)).collect(),
        }
        .rows(book, &mut entry, &stated::of_group(book, id).collect::<Vec<_>>());
        entry
    };
    found.parts.iter().map(entry).collect()
}

/// Averages and shares.
pub fn claims(book: &Book<'_>) -> Vec<Entry> {
    let Some(claims) = figures::claims(book.data) else { return Vec::new() };
    let (own, lang) = (book.own, book.lang);
    let mut entries = Vec::new();
    if let (Some(computed), Some(currency)) = (&claims.average, claims.currency) {
        let value = describe::computed_money(lang, computed, currency);
        let unit = Unit::Money(currency.clone());
        let inputs = [claims.amount, claims.count];
        let words = (book.words.claims_average, own.average_formula);
        entries.extend(ratio(book, (AVERAGE, words, value), computed, &unit, inputs));
    }
    if let (Some(computed), Some(currency)) = (&claims.per_child, claims.currency) {
        let value = describe::computed_money(lang, computed, currency);
        let unit = Unit::Money(currency.clone());
        let inputs = [claims.scholarships, claims.children];
        let words = (own.per_child, own.per_child_formula);
        entries.extend(ratio(book, (PER_CHILD, words, value), computed, &unit, inputs));
    }
    if let Some(computed) = &claims.share {
        let value = describe::computed_percent(lang, computed);
        let inputs = [claims.scholarships, claims.amount];
        entries.extend(ratio(
            book,
            (SHARE, (own.share, own.share_formula), value),
            computed,
            &Unit::Percent,
            inputs,
        ));
    }
    entries
}

/// What a figure was computed from, one input.
struct Input {
    key: String,
    name: String,
    value: String,
}

impl Input {
    fn of(book: &Book<'_>, observation: &Observation) -> Option<Self> {
        let indicator = book.data.indicators.get(&observation.indicator)?;
        Some(Self {
            key: observation.id.clone(),
            name: stated::name(book, observation, indicator),
            value: describe::value(book.lang, &observation.value, &indicator.unit),
        })
    }
}

/// The rows that computed figures have: unit, when, where, formula, inputs, result, why, source.
struct Working<'w> {
    computed: &'w Computed,
    /// The unit in data.
    code: &'w str,
    unit: String,
    observation: &'w Observation,
    formula: &'static str,
    inputs: Vec<Input>,
    result: String,
    why: Vec<String>,
}

impl Working<'_> {
    fn rows(self, book: &Book<'_>, entry: &mut Entry, about: &[&str]) {
        let own = book.own;
        entry.when = words::time(book.lang, self.observation.time);
        entry.number(
            self.computed.point,
            (!self.computed.is_exact()).then_some(self.computed.interval),
            self.code,
        );
        entry.data.push(("data-time", iso(self.observation.time)));
        entry.say(own.result, &self.result);
        entry.say(own.unit, &self.unit);
        let when = entry.when.clone();
        entry.say(own.when, &when);
        entry.say(own.place, book.region(&self.observation.region));
        entry.say(own.formula, self.formula);
        let inputs = self.inputs.iter().map(|input| {
            let mut html = link(&input.key, &input.name);
            html.text(": ").text(&input.value);
            html
        });
        entry.row(own.inputs, list(inputs));
        entry.row(own.why, list(self.why.iter().map(|why| escaped(why))));
        let mut source = Markup::new();
        source
            .text(own.own)
            .text(" ")
            .push(&book.source_of(self.observation.evidence.as_ref(), own.printed_input));
        entry.row(own.source, source);
        let mut ids: Vec<&str> = self.inputs.iter().map(|input| input.key.as_str()).collect();
        ids.extend(about);
        entry.row(own.notes, book.notes(&ids, None));
    }
}

fn computed_from(observation: &Observation) -> From {
    From::Computed(observation.evidence.clone())
}

fn result(book: &Book<'_>, computed: &Computed, show: impl Fn(Decimal) -> String) -> String {
    let point = show(computed.point);
    if computed.is_exact() {
        return fill(book.own.result_exact, &[&point]);
    }
    let Interval { low, high } = computed.interval;
    fill(book.own.result_between, &[&point, &show(low), &show(high)])
}

/// The rounding of an observation in words; `None` where it is exact.
fn rounding(book: &Book<'_>, template: &str, observation: &Observation) -> Option<String> {
    let stated: Stated = observation.value.stated()?;
    let unit = &book.data.indicators.get(&observation.indicator)?.unit;
    let ends = bounds(&stated)?;
    let shown = words::value(book.lang, &stated, unit);
    Some(fill(template, &[&shown, &book.full(ends.low, unit), &book.full(ends.high, unit)]))
}

fn gap(book: &Book<'_>) -> Option<Entry> {
    let headline = figures::headline(book.data)?;
    let (own, lang) = (book.own, book.lang);
    let gap = headline.gap.as_ref()?;
    let observation = headline.observation;
    let value = words::points(lang, gap.point);
    let ends = observation.value.stated().as_ref().and_then(bounds);
    let less = |number: Decimal| {
        let scale = number.scale.max(headline.goal().scale);
        let left = headline.goal().rescale(scale).units.checked_sub(number.rescale(scale).units);
        left.map(|units| Decimal::new(units, scale))
    };
    // The report shows the gap with the rate's own decimals; here its rounding counts.
    let interval = ends.and_then(|ends| Some(Interval { low: less(ends.high)?, high: less(ends.low)? }));
    let exact = Interval { low: gap.point, high: gap.point };
    let shown = Computed { interval: interval.unwrap_or(exact), ..gap.clone() };
    let mut inputs: Vec<Input> = Vec::new();
    if let Some((_, target)) = headline.target {
        inputs.push(Input {
            key: key(Record::Goal, &target.id),
            name: fill(own.goal, &[target.label.get(lang)]),
            value: words::percent(lang, headline.goal()),
        });
    }
    inputs.extend(Input::of(book, observation));
    let name = fill(own.name, &[own.gap, book.region(&observation.region)]);
    let mut entry = Entry::new(GAP, name, value, computed_from(observation));
    Working {
        computed: &shown,
        code: "percentage-point",
        unit: own.unit_points.to_owned(),
        observation,
        formula: own.gap_formula,
        inputs,
        result: result(book, &shown, |number| words::points(lang, number)),
        why: rounding(book, own.why_rounded, observation).into_iter().collect(),
    }
    .rows(book, &mut entry, &[]);
    Some(entry)
}

/// A group's base, where it is not stated.
fn base(book: &Book<'_>, group: &GroupFigure<'_>) -> Option<Entry> {
    let (own, lang) = (book.own, book.lang);
    let base = group.base.as_ref().filter(|base| base.formula == Formula::ImpliedBase)?;
    let (covered, rate) = (group.covered?, group.rate?);
    let name = fill(own.implied_base, &[book.group(group.id)]);
    let value = describe::computed_persons(lang, base);
    let mut entry = Entry::new(key(Record::Base, group.id), name, value, computed_from(covered));
    entry.say(own.counts, book.text(group.group.and_then(|group| group.base.as_ref())));
    Working {
        computed: base,
        code: "person",
        unit: own.unit_person.to_owned(),
        observation: covered,
        formula: own.implied_base_formula,
        inputs: [covered, rate].into_iter().filter_map(|o| Input::of(book, o)).collect(),
        result: result(book, base, |number| words::number(lang, number)),
        why: rounding(book, own.why_base, rate).into_iter().collect(),
    }
    .rows(book, &mut entry, &stated::of_group(book, group.id).collect::<Vec<_>>());
    Some(entry)
}

fn uncovered(book: &Book<'_>, group: &GroupFigure<'_>) -> Option<Entry> {
    let (own, lang) = (book.own, book.lang);
    let (uncovered, base) = (group.uncovered.as_ref()?, group.base.as_ref()?);
    let covered = group.covered?;
    let potential = if base.formula == Formula::ImpliedBase {
        Some(Input {
            key: key(Record::Base, group.id),
            name: fill(own.implied_base, &[book.group(group.id)]),
            value: describe::computed_persons(lang, base),
        })
    } else {
        let wanted = figures::Wanted {
            role: dataset::Role::Potential,
            region: &covered.region,
            group: Some(group.id),
        };
        figures::latest(book.data, wanted).and_then(|o| Input::of(book, o))
    };
    let why =
        (!base.is_exact()).then(|| potential.as_ref().map(|base| fill(own.why_inherited, &[&base.name])));
    let name = fill(own.uncovered, &[book.group(group.id)]);
    let value = describe::computed_persons(lang, uncovered);
    let mut entry = Entry::new(key(Record::Uncovered, group.id), name, value, computed_from(covered));
    Working {
        computed: uncovered,
        code: "person",
        unit: own.unit_person.to_owned(),
        observation: covered,
        formula: own.uncovered_formula,
        inputs: potential.into_iter().chain(Input::of(book, covered)).collect(),
        result: result(book, uncovered, |number| words::number(lang, number)),
        why: why.flatten().into_iter().collect(),
    }
    .rows(book, &mut entry, &stated::of_group(book, group.id).collect::<Vec<_>>());
    Some(entry)
}

/// One number divided by another. What is given of the figure is its key, its name and formula, and
/// its value as the report shows it.
fn ratio(
    book: &Book<'_>,
    (key, (name, formula), value): (&str, (&str, &'static str), String),
    computed: &Computed,
    unit: &Unit,
    inputs: [Option<&Observation>; 2],
) -> Option<Entry> {
    let observation = inputs.into_iter().flatten().next()?;
    let name = fill(book.own.name, &[name, book.region(&observation.region)]);
    let mut entry = Entry::new(key, name, value, computed_from(observation));
    Working {
        computed,
        code: code(unit),
        unit: book.unit(unit, ""),
        observation,
        formula,
        inputs: inputs.into_iter().flatten().filter_map(|o| Input::of(book, o)).collect(),
        result: result(book, computed, |number| book.full(number, unit)),
        why: inputs
            .into_iter()
            .flatten()
            .filter_map(|input| rounding(book, book.own.why_rounded, input))
            .collect(),
    }
    .rows(book, &mut entry, &[]);
    Some(entry)
}

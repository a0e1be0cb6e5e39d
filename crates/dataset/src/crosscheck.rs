//! Figures that belong together: whether they fit, with all the room that rounding leaves.
//!
//! Readers see on the page what publishers see in the check, so there is one computation for both.
//! All arithmetic is exact: a stated number is the range it may stand for ([`Bounds`]), and figures
//! contradict each other only where no numbers in their ranges fit.
use std::cmp::Ordering;

use super::bounds::{Bounds, quotient};
use super::{
    AverageBounds, Award, ChangeKind, Claims, Dataset, Decimal, GroupSet, Indicator, Observation, Role,
    Sides, Stated, Time, Unit,
};

/// Figures that contradict each other, even with rounding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mismatch<'d> {
    /// A rate that is not 100 × numerator ÷ denominator.
    Rate {
        /// The rate.
        rate: &'d Observation,
        /// What the numbers as stated give, with one decimal more than the rate.
        computed: Decimal,
        /// What stands above the fraction line.
        numerator: &'d Observation,
        /// What stands below it.
        denominator: &'d Observation,
    },
    /// A total that the groups of a set do not add up to: more where no one is in two groups, or
    /// less where the groups make up the whole.
    Sum {
        /// The total.
        total: &'d Observation,
        /// The set of groups.
        set: &'d GroupSet,
        /// Their sum as stated.
        sum: Decimal,
    },
    /// A part that is larger than a whole that contains it.
    Part {
        /// The part.
        part: &'d Observation,
        /// The whole.
        whole: &'d Observation,
    },
    /// A stated change that is not the one from the earlier figure to the later.
    Change {
        /// The change.
        change: &'d Observation,
        /// What the figures as stated give, with the decimals of the change.
        computed: Decimal,
        /// The earlier figure.
        from: &'d Observation,
        /// The later one.
        to: &'d Observation,
    },
    /// Persons who are not covered that are not the whole less those who are.
    Uncovered {
        /// Those who are not covered.
        uncovered: &'d Observation,
        /// What the numbers as stated give.
        computed: Decimal,
        /// All.
        whole: &'d Observation,
        /// Those who are covered.
        covered: &'d Observation,
    },
    /// An average outside the bounds that a policy sets.
    Average {
        /// What is divided.
        amount: &'d Observation,
        /// What it is divided by.
        count: &'d Observation,
        /// The average, in whole units of the amount.
        computed: Decimal,
        /// The bounds.
        bounds: &'d AverageBounds,
    },
    /// A number or an amount of claims that is not that of the claims listed, although the dataset
    /// says that these are all.
    Listed {
        /// The number or the amount.
        figure: &'d Observation,
        /// That of the list.
        listed: Decimal,
    },
    /// More or fewer jurors are listed than are stated.
    Jury {
        /// The award.
        award: &'d Award,
        /// How many are stated.
        stated: u32,
        /// How many are listed.
        listed: usize,
    },
}

impl<'d> Mismatch<'d> {
    /// The figure that does not fit; `None` where it is a number of jurors.
    #[must_use]
    pub fn figure(&self) -> Option<&'d Observation> {
        match self {
            Self::Rate { rate: figure, .. }
            | Self::Sum { total: figure, .. }
            | Self::Part { part: figure, .. }
            | Self::Change { change: figure, .. }
            | Self::Uncovered { uncovered: figure, .. }
            | Self::Average { amount: figure, .. }
            | Self::Listed { figure, .. } => Some(figure),
            Self::Jury { .. } => None,
        }
    }
}

/// Everything in a dataset that contradicts itself, in the order of figures and awards.
///
/// Each figure is looked up in a sorted list, so the time grows little more than the dataset.
#[must_use]
pub fn crosscheck(dataset: &Dataset) -> Vec<Mismatch<'_>> {
    let mut check = Check::new(dataset);
    for observation in &dataset.observations {
        check.figure(observation);
    }
    for award in &dataset.awards {
        if let Some((stated, listed)) = award.jury.as_ref().and_then(super::Jury::mismatch) {
            check.add(Mismatch::Jury { award, stated, listed });
        }
    }
    check.found
}

/// A figure that has a number.
#[derive(Clone, Copy)]
struct Figure<'d> {
    observation: &'d Observation,
    stated: Stated,
}

impl<'d> Figure<'d> {
    fn of(observation: &'d Observation) -> Option<Self> {
        observation.value.stated().map(|stated| Self { observation, stated })
    }

    fn bounds(&self) -> Bounds {
        Bounds::of(&self.stated)
    }
}

/// Which figure is looked for. In this order a figure stands beside those of its groups, and beside
/// those of other times.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Wanted<'q> {
    indicator: &'q str,
    region: &'q str,
    programme: Option<&'q str>,
    time: Time,
    group: Option<&'q str>,
}

impl<'q> Wanted<'q> {
    #[inline(never)]
    fn like(o: &'q Observation) -> Self {
        Self {
            indicator: &o.indicator,
            region: &o.region,
            programme: o.programme.as_deref(),
            time: o.time,
            group: o.group.as_deref(),
        }
    }

    /// The same, without when it starts.
    fn until(o: &'q Observation) -> Self {
        Self { time: Time::AsOf(o.time.end()), ..Self::like(o) }
    }
}

/// The dataset that is checked, and what was found so far.
struct Check<'d> {
    dataset: &'d Dataset,
    /// The figures that have a number, in order; those of the same thing the preferred one first.
    figures: Vec<Figure<'d>>,
    /// The same in the order of when they end, whether they hold on that day or for a period.
    ends: Vec<Figure<'d>>,
    /// What rates are made of.
    sides: Sides<'d>,
    /// The groups with the index of each set that they are in, in order.
    members: Vec<(&'d str, usize)>,
    /// How many groups each set has.
    sizes: Vec<usize>,
    /// The times for which the report's region has a figure of all, by indicator, in order.
    times: Vec<(&'d str, Time)>,
    found: Vec<Mismatch<'d>>,
}

impl<'d> Check<'d> {
    fn new(dataset: &'d Dataset) -> Self {
        let mut figures: Vec<_> = dataset.observations.iter().filter_map(Figure::of).collect();
        sort(&mut figures, &|a, b| {
            let (first, second) = (a.observation, b.observation);
            let same = Wanted::like(first).cmp(&Wanted::like(second));
            same.then(second.preferred.cmp(&first.preferred))
        });
        let mut ends = figures.clone();
        sort(&mut ends, &|a, b| Wanted::until(a.observation).cmp(&Wanted::until(b.observation)));
        let mut members = Vec::new();
        for (index, set) in dataset.group_sets.iter().enumerate() {
            members.extend(set.members.iter().map(|id| (id.as_str(), index)));
        }
        members.sort_unstable();
        // A group that stands twice counts once.
        members.dedup();
        let mut sizes = vec![0; dataset.group_sets.len()];
        for (_, set) in &members {
            if let Some(size) = sizes.get_mut(*set) {
                *size += 1;
            }
        }
        let is_of_all =
            |o: &&Observation| o.region == dataset.region && o.group.is_none() && o.programme.is_none();
        let of_all = dataset.observations.iter().filter(is_of_all);
        let mut times: Vec<_> = of_all.map(|o| (o.indicator.as_str(), o.time)).collect();
        times.sort_unstable();
        times.dedup();
        Self { dataset, figures, ends, sides: Sides::of(dataset), members, sizes, times, found: Vec::new() }
    }

    #[inline(never)]
    fn add(&mut self, mismatch: Mismatch<'d>) {
        self.found.push(mismatch);
    }

    /// The figure that has a number; the preferred one where there are several.
    #[inline(never)]
    fn find(&self, wanted: &Wanted<'_>) -> Option<Figure<'d>> {
        self.from(wanted).first().copied().filter(|figure| Wanted::like(figure.observation) == *wanted)
    }

    /// The figures from a wanted one on.
    #[inline(never)]
    fn from(&self, wanted: &Wanted<'_>) -> &[Figure<'d>] {
        let at = self.figures.partition_point(|figure| Wanted::like(figure.observation) < *wanted);
        self.figures.get(at..).unwrap_or_default()
    }

    /// Looks at a figure, if it is the one that is shown and not another statement of it.
    fn figure(&mut self, observation: &'d Observation) {
        let wanted = Wanted::like(observation);
        let Some(figure) = self.find(&wanted) else { return };
        let Some(indicator) = self.dataset.indicators.get(wanted.indicator) else { return };
        if !std::ptr::eq(figure.observation, observation) {
            return;
        }
        if indicator.unit == Unit::Percent {
            self.rate(figure, indicator);
            self.change(figure, indicator);
            return;
        }
        self.uncovered(figure, indicator);
        self.parts(figure, indicator);
        if observation.group.is_none() {
            self.sums(figure);
        }
        self.average(figure, indicator);
        self.listed(figure, indicator);
    }

    fn rate(&mut self, rate: Figure<'d>, indicator: &'d Indicator) -> Option<()> {
        let wanted = Wanted::like(rate.observation);
        let [numerator, denominator] = self.sides.of_rate(indicator);
        let part = self.find(&Wanted { indicator: numerator?, ..wanted })?;
        let whole = self.find(&Wanted { indicator: denominator?, ..wanted })?;
        if rate.bounds().excludes(100, &part.bounds(), &whole.bounds()) {
            let scale = rate.stated.number.scale + 1;
            self.add(Mismatch::Rate {
                rate: rate.observation,
                computed: quotient(100, part.stated.number, whole.stated.number, scale)?,
                numerator: part.observation,
                denominator: whole.observation,
            });
        }
        None
    }

    /// A stated change against the figures at the beginning and at the end of its time.
    fn change(&mut self, change: Figure<'d>, indicator: &'d Indicator) -> Option<()> {
        let told = indicator.change.as_ref()?;
        let Time::Period { start: Some(start), end } = change.observation.time else { return None };
        let at = |date| {
            let of_change = Wanted::like(change.observation);
            let wanted = Wanted { indicator: &told.of, time: Time::AsOf(date), ..of_change };
            let at = self.ends.partition_point(|figure| Wanted::until(figure.observation) < wanted);
            self.ends.get(at).copied().filter(|figure| Wanted::until(figure.observation) == wanted)
        };
        let (from, to) = (at(start)?, at(end)?);
        let (bounds, whole) = (change.bounds(), Decimal::whole(100));
        let (fits, computed) = match told.kind {
            ChangeKind::Points => (
                !bounds.plus(&from.bounds()).is_apart(&to.bounds()),
                minus(to.stated.number, from.stated.number)?,
            ),
            ChangeKind::Percent => {
                let risen = Bounds::between(whole, whole).plus(&bounds);
                let ratio =
                    quotient(100, to.stated.number, from.stated.number, change.stated.number.scale + 1)?;
                (!risen.excludes(100, &to.bounds(), &from.bounds()), minus(ratio, whole)?)
            }
        };
        if !fits {
            let (change, from, to) = (change.observation, from.observation, to.observation);
            self.add(Mismatch::Change { change, computed, from, to });
        }
        None
    }

    /// Persons who are not covered against all of them and those who are.
    fn uncovered(&mut self, uncovered: Figure<'d>, indicator: &'d Indicator) -> Option<()> {
        if indicator.role != Some(Role::Uncovered) {
            return None;
        }
        let wanted = Wanted::like(uncovered.observation);
        let of = |role| self.find(&Wanted { indicator: self.sides.of_role(role)?, ..wanted });
        let (whole, covered) = (of(Role::Potential)?, of(Role::Covered)?);
        if uncovered.bounds().plus(&covered.bounds()).is_apart(&whole.bounds()) {
            self.add(Mismatch::Uncovered {
                uncovered: uncovered.observation,
                computed: minus(whole.stated.number, covered.stated.number)?,
                whole: whole.observation,
                covered: covered.observation,
            });
        }
        None
    }

    /// A part against each total that contains it.
    fn parts(&mut self, part: Figure<'d>, indicator: &'d Indicator) {
        let wanted = Wanted::like(part.observation);
        if wanted.group.is_some() {
            self.part(part, indicator, &Wanted { group: None, ..wanted });
        }
        if wanted.programme.is_some() {
            self.part(part, indicator, &Wanted { programme: None, ..wanted });
        }
        if let Some(whole) = &indicator.part_of {
            self.part(part, indicator, &Wanted { indicator: whole, ..wanted });
        }
        if let Some(parent) =
            self.dataset.regions.get(wanted.region).and_then(|region| region.parent.as_ref())
        {
            self.part(part, indicator, &Wanted { region: parent, ..wanted });
        }
    }

    #[inline(never)]
    fn part(&mut self, part: Figure<'d>, indicator: &Indicator, whole: &Wanted<'_>) {
        let alike = self.dataset.indicators.get(whole.indicator).is_some_and(|i| i.unit == indicator.unit);
        if let Some(whole) = self.find(whole)
            && alike
            && part.bounds().is_above(&whole.bounds())
        {
            self.add(Mismatch::Part { part: part.observation, whole: whole.observation });
        }
    }

    /// A total against the sum of the groups of each set. The groups' figures follow the total's.
    fn sums(&mut self, total: Figure<'d>) {
        let wanted = Wanted::like(total.observation);
        let mut sums: Vec<(usize, Sum)> = Vec::new();
        let mut before = None;
        for part in self.from(&wanted) {
            let of = Wanted::like(part.observation);
            if (Wanted { group: None, ..of }) != wanted {
                break;
            }
            let Some(group) = of.group.filter(|group| before != Some(*group)) else { continue };
            before = Some(group);
            let at = self.members.partition_point(|(id, _)| *id < group);
            let sets = self.members.get(at..).unwrap_or_default().iter().take_while(|(id, _)| *id == group);
            sums.extend(sets.map(|(_, set)| (*set, Sum::of(part))));
        }
        sums.sort_by_key(|(set, _)| *set);
        let sums = sums.chunk_by(|(one, _), (other, _)| one == other);
        let whole = total.bounds();
        for of_set in sums {
            let Some((index, first)) = of_set.first() else { continue };
            let Some(set) = self.dataset.group_sets.get(*index) else { continue };
            let rest = of_set.iter().skip(1);
            let Some(sum) = rest.map(|(_, sum)| *sum).try_fold(*first, Sum::plus) else { continue };
            let complete = self.sizes.get(*index) == Some(&of_set.len());
            let too_much = set.disjoint == Some(true) && sum.bounds.is_above(&whole);
            if too_much || (set.exhaustive == Some(true) && complete && whole.is_above(&sum.bounds)) {
                let sum = sum.stated;
                self.found.push(Mismatch::Sum { total: total.observation, set, sum });
            }
        }
    }

    /// An average against the bounds that the indicator gives for it.
    fn average(&mut self, amount: Figure<'d>, indicator: &'d Indicator) -> Option<()> {
        let bounds = indicator.average_bounds.as_ref()?;
        let count = self.find(&Wanted { indicator: &bounds.per, ..Wanted::like(amount.observation) })?;
        if Bounds::between(bounds.low, bounds.high).excludes(1, &amount.bounds(), &count.bounds()) {
            let computed = quotient(1, amount.stated.number, count.stated.number, 0)?;
            let (amount, count) = (amount.observation, count.observation);
            self.add(Mismatch::Average { amount, count, computed, bounds });
        }
        None
    }

    /// The number and the amount of claims against the claims that are listed, where these are all
    /// and there is one such figure only.
    fn listed(&mut self, figure: Figure<'d>, indicator: &Indicator) -> Option<()> {
        let claims = self.dataset.claims.as_ref()?;
        let all = claims.cases_are_examples == Some(false) && claims.records.is_none();
        let wanted = Wanted::like(figure.observation);
        let is_about =
            wanted.region == self.dataset.region && (wanted.group, wanted.programme) == (None, None);
        if !all || claims.cases.is_empty() || !is_about || !self.is_alone(wanted.indicator) {
            return None;
        }
        let listed = match indicator.role? {
            Role::ClaimCount => Decimal::whole(i64::try_from(claims.cases.len()).ok()?),
            Role::ClaimAmount => self.amount_of(claims, &indicator.unit)?,
            _ => return None,
        };
        if Bounds::between(listed, listed).is_apart(&figure.bounds()) {
            self.add(Mismatch::Listed { figure: figure.observation, listed });
        }
        None
    }

    /// Whether the figure of an indicator for all is stated for one time only.
    fn is_alone(&self, indicator: &str) -> bool {
        let at = self.times.partition_point(|(id, _)| *id < indicator);
        self.times.get(at + 1).is_none_or(|(id, _)| *id != indicator)
    }

    /// What all cases amount to; `None` where one has no amount or another currency.
    fn amount_of(&self, claims: &Claims, unit: &Unit) -> Option<Decimal> {
        let Unit::Money(of_figure) = unit else { return None };
        let mut sum = 0_i64;
        for case in &claims.cases {
            let currency = case.currency.as_ref().or(self.dataset.currency.as_ref())?;
            if currency != of_figure {
                return None;
            }
            sum = sum.checked_add(case.amount?)?;
        }
        Some(Decimal::whole(sum))
    }
}

/// Sorts figures; compiled once for all orders.
#[inline(never)]
fn sort(figures: &mut [Figure<'_>], order: &dyn Fn(&Figure<'_>, &Figure<'_>) -> Ordering) {
    figures.sort_by(order);
}

/// The difference of two numbers; `None` where it is too large.
fn minus(a: Decimal, b: Decimal) -> Option<Decimal> {
    let scale = a.scale.max(b.scale);
    i64::try_from(a.units_at(scale) - b.units_at(scale)).ok().map(|units| Decimal::new(units, scale))
}

/// Numbers that are added up.
#[derive(Clone, Copy)]
struct Sum {
    bounds: Bounds,
    stated: Decimal,
}

impl Sum {
    fn of(figure: &Figure<'_>) -> Self {
        Self { bounds: figure.bounds(), stated: figure.stated.number }
    }

    /// The sum of two; `None` where it is too large.
    fn plus(self, other: Self) -> Option<Self> {
        let (a, b) = (self.stated, other.stated);
        let scale = a.scale.max(b.scale);
        let units = i64::try_from(a.units_at(scale) + b.units_at(scale)).ok()?;
        Some(Self { bounds: self.bounds.plus(&other.bounds), stated: Decimal::new(units, scale) })
    }
}

#[cfg(test)]
mod tests;

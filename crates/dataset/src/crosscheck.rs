//! Figures that belong together: whether they fit, with all the room that rounding leaves.
//!
//! Readers see on the page what publishers see in the check, so there is one computation for both.
//! All arithmetic is exact: a stated number is the range it may stand for ([`Bounds`]), and figures
//! contradict each other only where no numbers in their ranges fit.
use super::bounds::{Bounds, quotient};
use super::{
    AverageBounds, Award, Claims, Dataset, Decimal, GroupSet, Indicator, Observation, Role, Stated, Time,
    Unit,
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
            | Self::Average { amount: figure, .. }
            | Self::Listed { figure, .. } => Some(figure),
            Self::Jury { .. } => None,
        }
    }
}

/// Everything in a dataset that contradicts itself, in the order of figures and awards.
#[must_use]
pub fn crosscheck(dataset: &Dataset) -> Vec<Mismatch<'_>> {
    let mut check = Check { dataset, found: Vec::new() };
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

/// Which figure is looked for.
#[derive(Clone, Copy, PartialEq)]
struct Wanted<'q> {
    indicator: &'q str,
    region: &'q str,
    group: Option<&'q str>,
    programme: Option<&'q str>,
    time: Time,
}

impl<'q> Wanted<'q> {
    #[inline(never)]
    fn like(o: &'q Observation) -> Self {
        Self {
            indicator: &o.indicator,
            region: &o.region,
            group: o.group.as_deref(),
            programme: o.programme.as_deref(),
            time: o.time,
        }
    }
}

/// The dataset that is checked, and what was found so far.
struct Check<'d> {
    dataset: &'d Dataset,
    found: Vec<Mismatch<'d>>,
}

impl<'d> Check<'d> {
    #[inline(never)]
    fn add(&mut self, mismatch: Mismatch<'d>) {
        self.found.push(mismatch);
    }

    /// The figure that has a number; the preferred one where there are several.
    #[inline(never)]
    fn find(&self, wanted: &Wanted<'_>) -> Option<Figure<'d>> {
        let mut found: Option<Figure<'d>> = None;
        for observation in &self.dataset.observations {
            let is_better = found.is_none_or(|found| observation.preferred && !found.observation.preferred);
            if is_better && Wanted::like(observation) == *wanted {
                found = Figure::of(observation).or(found);
            }
        }
        found
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
            return;
        }
        self.parts(figure, indicator);
        if observation.group.is_none() {
            for set in &self.dataset.group_sets {
                self.sum(figure, set);
            }
        }
        self.average(figure, indicator);
        self.listed(figure, indicator);
    }

    /// The id of a rate's numerator or denominator: the one it names, or that of the only indicator
    /// with the role, which a coverage rate is made of.
    fn side(&self, rate: &Indicator, named: Option<&'d String>, role: Role) -> Option<&'d str> {
        if named.is_some() || rate.role != Some(Role::CoverageRate) {
            return named.map(String::as_str);
        }
        let mut only = None;
        for (id, indicator) in self.dataset.indicators.iter() {
            if indicator.role == Some(role) {
                if only.is_some() {
                    return None;
                }
                only = Some(id.as_str());
            }
        }
        only
    }

    fn rate(&mut self, rate: Figure<'d>, indicator: &'d Indicator) -> Option<()> {
        let wanted = Wanted::like(rate.observation);
        let numerator = self.side(indicator, indicator.numerator.as_ref(), Role::Covered)?;
        let denominator = self.side(indicator, indicator.denominator.as_ref(), Role::Potential)?;
        let part = self.find(&Wanted { indicator: numerator, ..wanted })?;
        let whole = self.find(&Wanted { indicator: denominator, ..wanted })?;
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

    /// A total against the sum of a set's groups.
    fn sum(&mut self, total: Figure<'d>, set: &'d GroupSet) -> Option<()> {
        let mut sum: Option<(Bounds, Decimal)> = None;
        let mut complete = true;
        for (index, id) in set.members.iter().enumerate() {
            let part = self.find(&Wanted { group: Some(id), ..Wanted::like(total.observation) });
            complete &= part.is_some();
            // A group that stands twice counts once.
            let is_new = set.members.iter().position(|other| other == id) == Some(index);
            if let Some(part) = part.filter(|_| is_new) {
                sum = Some(match sum {
                    None => (part.bounds(), part.stated.number),
                    Some((bounds, before)) => (bounds.plus(&part.bounds()), add(before, part.stated.number)?),
                });
            }
        }
        let (bounds, sum) = sum?;
        let whole = total.bounds();
        let too_much = set.disjoint == Some(true) && bounds.is_above(&whole);
        if too_much || (set.exhaustive == Some(true) && complete && whole.is_above(&bounds)) {
            self.add(Mismatch::Sum { total: total.observation, set, sum });
        }
        None
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
        let listed = match indicator.role? {
            Role::ClaimCount => Decimal::whole(i64::try_from(claims.cases.len()).ok()?),
            Role::ClaimAmount => self.amount_of(claims, &indicator.unit)?,
            _ => return None,
        };
        let all = claims.cases_are_examples == Some(false) && claims.records.is_none();
        let wanted = Wanted {
            region: &self.dataset.region,
            group: None,
            programme: None,
            ..Wanted::like(figure.observation)
        };
        let is_about = |o: &Observation| Wanted { time: wanted.time, ..Wanted::like(o) } == wanted;
        let alone = self.dataset.observations.iter().all(|o| !is_about(o) || o.time == wanted.time);
        let apart = Bounds::between(listed, listed).is_apart(&figure.bounds());
        if all && !claims.cases.is_empty() && is_about(figure.observation) && alone && apart {
            self.add(Mismatch::Listed { figure: figure.observation, listed });
        }
        None
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

/// The sum of two numbers; `None` where it is too large.
fn add(a: Decimal, b: Decimal) -> Option<Decimal> {
    let scale = a.scale.max(b.scale);
    i64::try_from(a.units_at(scale) + b.units_at(scale)).ok().map(|units| Decimal::new(units, scale))
}

#[cfg(test)]
mod tests;

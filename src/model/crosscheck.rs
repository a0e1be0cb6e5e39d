//! Figures that belong together: whether they fit, with all the room that rounding leaves.
//!
//! Readers see on the page what publishers see in the check, so there is one computation for both.
//! All arithmetic is exact: a stated number is the range it may stand for ([`Bounds`]), and figures
//! contradict each other only where no numbers in their ranges fit.
use super::bounds::{Bounds, quotient};
use super::{
    AverageBounds, Award, Claims, Dataset, Decimal, GroupSet, Indicator, Observation, Role, Stated, Unit,
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
    let all = dataset.observations.iter().filter_map(|observation| {
        let stated = observation.value.stated()?;
        Some(Figure { observation, stated, bounds: Bounds::of(&stated) })
    });
    let figures = Figures { dataset, all: all.collect() };
    let mut found = Vec::new();
    for figure in figures.all.iter().filter(|figure| figures.counts(figure)) {
        let Some(indicator) = dataset.indicators.get(&figure.observation.indicator) else { continue };
        if indicator.unit == Unit::Percent {
            found.extend(figures.rate(figure, indicator));
        } else {
            figures.parts(&mut found, figure, indicator);
            found.extend(dataset.group_sets.iter().filter_map(|set| figures.sum(figure, set)));
            found.extend(figures.average(figure, indicator));
            found.extend(figures.listed(figure, indicator));
        }
    }
    for award in &dataset.awards {
        if let Some((stated, listed)) = award.jury.as_ref().and_then(super::Jury::mismatch) {
            found.push(Mismatch::Jury { award, stated, listed });
        }
    }
    found
}

/// A figure that has a number.
struct Figure<'d> {
    observation: &'d Observation,
    stated: Stated,
    bounds: Bounds,
}

struct Figures<'d> {
    dataset: &'d Dataset,
    all: Vec<Figure<'d>>,
}

/// Which figure is looked for, beside one that is known.
#[derive(Clone, Copy)]
struct Wanted<'q> {
    indicator: &'q str,
    region: &'q str,
    group: Option<&'q str>,
    programme: Option<&'q str>,
}

impl<'q> Wanted<'q> {
    fn like(o: &'q Observation) -> Self {
        Self {
            indicator: &o.indicator,
            region: &o.region,
            group: o.group.as_deref(),
            programme: o.programme.as_deref(),
        }
    }

    fn fits(&self, o: &Observation) -> bool {
        self.indicator == o.indicator
            && self.region == o.region
            && self.group == o.group.as_deref()
            && self.programme == o.programme.as_deref()
    }
}

impl<'d> Figures<'d> {
    /// The figure for the same time as another; the preferred one where there are several.
    fn find(&self, beside: &Figure<'_>, wanted: Wanted<'_>) -> Option<&Figure<'d>> {
        let mut first = None;
        for figure in &self.all {
            let other = figure.observation;
            if other.time == beside.observation.time && wanted.fits(other) {
                if other.preferred {
                    return Some(figure);
                }
                first = first.or(Some(figure));
            }
        }
        first
    }

    /// Whether a figure is the one that is shown, not another statement of it.
    fn counts(&self, figure: &Figure<'_>) -> bool {
        let shown = self.find(figure, Wanted::like(figure.observation));
        shown.is_none_or(|shown| std::ptr::eq(shown.observation, figure.observation))
    }

    fn indicator(&self, figure: &Figure<'_>) -> Option<&'d Indicator> {
        self.dataset.indicators.get(&figure.observation.indicator)
    }

    /// The indicator that a coverage rate is computed from by its role, where it names none.
    fn of_role(&self, rate: &Indicator, role: Role) -> Option<&'d str> {
        let mut all = self.dataset.indicators.iter().filter(|(_, indicator)| indicator.role == Some(role));
        let only = all.next().filter(|_| rate.role == Some(Role::CoverageRate) && all.next().is_none());
        only.map(|(id, _)| id.as_str())
    }

    fn rate(&self, rate: &Figure<'d>, indicator: &'d Indicator) -> Option<Mismatch<'d>> {
        let beside = |named: &'d Option<String>, role| {
            let indicator = named.as_deref().or_else(|| self.of_role(indicator, role))?;
            self.find(rate, Wanted { indicator, ..Wanted::like(rate.observation) })
        };
        let part = beside(&indicator.numerator, Role::Covered)?;
        let whole = beside(&indicator.denominator, Role::Potential)?;
        if !rate.bounds.excludes(100, &part.bounds, &whole.bounds) {
            return None;
        }
        Some(Mismatch::Rate {
            rate: rate.observation,
            computed: quotient(100, part.stated.number, whole.stated.number, rate.stated.number.scale + 1)?,
            numerator: part.observation,
            denominator: whole.observation,
        })
    }

    /// A part against each total that contains it.
    fn parts(&self, found: &mut Vec<Mismatch<'d>>, part: &Figure<'d>, indicator: &Indicator) {
        let wanted = Wanted::like(part.observation);
        let parent = self.dataset.regions.get(wanted.region).and_then(|region| region.parent.as_deref());
        let larger = [
            wanted.group.map(|_| Wanted { group: None, ..wanted }),
            wanted.programme.map(|_| Wanted { programme: None, ..wanted }),
            indicator.part_of.as_deref().map(|indicator| Wanted { indicator, ..wanted }),
            parent.map(|region| Wanted { region, ..wanted }),
        ];
        for wanted in larger.into_iter().flatten() {
            let Some(whole) = self.find(part, wanted) else { continue };
            let alike = self.indicator(whole).is_some_and(|whole| whole.unit == indicator.unit);
            if alike && part.bounds.is_above(&whole.bounds) {
                found.push(Mismatch::Part { part: part.observation, whole: whole.observation });
            }
        }
    }

    /// A total against the sum of a set's groups.
    fn sum(&self, whole: &Figure<'d>, set: &'d GroupSet) -> Option<Mismatch<'d>> {
        if whole.observation.group.is_some() {
            return None;
        }
        let mut sum: Option<(Bounds, Decimal)> = None;
        let mut complete = true;
        for (index, id) in set.members.iter().enumerate() {
            if set.members.iter().take(index).any(|earlier| earlier == id) {
                continue;
            }
            match self.find(whole, Wanted { group: Some(id), ..Wanted::like(whole.observation) }) {
                None => complete = false,
                Some(part) => {
                    sum = Some(match sum {
                        None => (part.bounds, part.stated.number),
                        Some((bounds, before)) => {
                            (bounds.plus(&part.bounds), add(before, part.stated.number)?)
                        }
                    });
                }
            }
        }
        let (bounds, sum) = sum?;
        let too_much = set.disjoint == Some(true) && bounds.is_above(&whole.bounds);
        let too_little = set.exhaustive == Some(true) && complete && whole.bounds.is_above(&bounds);
        (too_much || too_little).then_some(Mismatch::Sum { total: whole.observation, set, sum })
    }

    /// An average against the bounds that the indicator gives for it.
    fn average(&self, amount: &Figure<'d>, indicator: &'d Indicator) -> Option<Mismatch<'d>> {
        let bounds = indicator.average_bounds.as_ref()?;
        let count =
            self.find(amount, Wanted { indicator: &bounds.per, ..Wanted::like(amount.observation) })?;
        if !Bounds::between(bounds.low, bounds.high).excludes(1, &amount.bounds, &count.bounds) {
            return None;
        }
        let computed = quotient(1, amount.stated.number, count.stated.number, 0)?;
        Some(Mismatch::Average { amount: amount.observation, count: count.observation, computed, bounds })
    }

    /// The number and the amount of claims against the claims that are listed, where these are all
    /// and there is one such figure only.
    fn listed(&self, figure: &Figure<'d>, indicator: &Indicator) -> Option<Mismatch<'d>> {
        let about_all =
            |o: &Observation| o.region == self.dataset.region && o.group.is_none() && o.programme.is_none();
        let claims = self.dataset.claims.as_ref()?;
        let all = claims.cases_are_examples == Some(false) && claims.records.is_none();
        let o = figure.observation;
        let alone = self.all.iter().all(|other| {
            let other = other.observation;
            other.indicator != o.indicator || !about_all(other) || other.time == o.time
        });
        if !all || claims.cases.is_empty() || !about_all(o) || !alone {
            return None;
        }
        let listed = match indicator.role? {
            Role::ClaimCount => Decimal::whole(i64::try_from(claims.cases.len()).ok()?),
            Role::ClaimAmount => self.amount_of(claims, &indicator.unit)?,
            _ => return None,
        };
        let apart = Bounds::between(listed, listed).is_apart(&figure.bounds);
        apart.then_some(Mismatch::Listed { figure: o, listed })
    }

    /// What all cases amount to; `None` where one has no amount or another currency.
    fn amount_of(&self, claims: &Claims, unit: &Unit) -> Option<Decimal> {
        let mut sum = 0_i64;
        for case in &claims.cases {
            let currency = case.currency.as_ref().or(self.dataset.currency.as_ref())?;
            if *unit != Unit::Money(currency.clone()) {
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

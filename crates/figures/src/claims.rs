//! Claims: how many, how much, and what is computed from them.
use super::computed::{Computed, Formula, average, share};
use super::find::{Wanted, latest};
use dataset::{Currency, Dataset, Decimal, Observation, Role, Stated, Unit};

/// The figures about claims of the dataset's region.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimFigures<'d> {
    /// The number of claims.
    pub count: Option<&'d Observation>,
    /// The amount paid.
    pub amount: Option<&'d Observation>,
    /// The amount paid as scholarships.
    pub scholarships: Option<&'d Observation>,
    /// The children who received a scholarship.
    pub children: Option<&'d Observation>,
    /// The amount per claim.
    pub average: Option<Computed>,
    /// The scholarships' amount per child.
    pub per_child: Option<Computed>,
    /// The scholarships' share of the amount in percent; only where the dataset says that they
    /// are a part of it.
    pub share: Option<Computed>,
    /// The currency of the amounts.
    pub currency: Option<&'d Currency>,
    /// The sum of the single cases' amounts; `None` where a case has none or another currency.
    pub cases_total: Option<Decimal>,
}

/// The figures about claims; `None` where the dataset has nothing about claims.
#[must_use]
pub fn claims(dataset: &Dataset) -> Option<ClaimFigures<'_>> {
    let find = |role| latest(dataset, Wanted { role, region: &dataset.region, group: None });
    let (count, amount) = (find(Role::ClaimCount), find(Role::ClaimAmount));
    let (scholarships, children) = (find(Role::ScholarshipAmount), find(Role::ScholarshipChildren));
    let has_cases = dataset.claims.as_ref().is_some_and(|c| !c.cases.is_empty() || c.records.is_some());
    if count.or(amount).or(scholarships).or(children).is_none() && !has_cases {
        return None;
    }
    Some(ClaimFigures {
        count,
        amount,
        scholarships,
        children,
        average: of_same_time(amount, count).and_then(|(a, c)| average(&a, &c)),
        per_child: of_same_time(scholarships, children).and_then(|(a, c)| average(&a, &c)),
        share: of_same_time(scholarships, amount)
            .filter(|_| is_part(dataset, scholarships, amount))
            .and_then(|(part, whole)| share(&part, &whole)),
        currency: amount.or(scholarships).and_then(|o| currency_of(dataset, o)).or(dataset.currency.as_ref()),
        cases_total: cases_total(dataset),
    })
}

/// The currency of an observation of money.
fn currency_of<'d>(dataset: &'d Dataset, observation: &Observation) -> Option<&'d Currency> {
    match &dataset.indicators.get(&observation.indicator)?.unit {
        Unit::Money(currency) => Some(currency),
        _ => None,
    }
}

/// Two numbers that may be divided: both stated, and for the same time.
fn of_same_time(a: Option<&Observation>, b: Option<&Observation>) -> Option<(Stated, Stated)> {
    let (a, b) = (a?, b?);
    if a.time != b.time {
        return None;
    }
    Some((a.value.stated()?, b.value.stated()?))
}

fn is_part(dataset: &Dataset, part: Option<&Observation>, whole: Option<&Observation>) -> bool {
    let indicator = part.and_then(|o| dataset.indicators.get(&o.indicator));
    indicator.and_then(|i| i.part_of.as_deref()) == whole.map(|o| o.indicator.as_str()) && whole.is_some()
}

fn cases_total(dataset: &Dataset) -> Option<Decimal> {
    let cases = &dataset.claims.as_ref()?.cases;
    let mut sum = 0_i64;
    for case in cases {
        if case.currency.is_some() && case.currency != dataset.currency {
            return None;
        }
        sum = sum.checked_add(case.amount?)?;
    }
    (!cases.is_empty()).then(|| Computed::exact(Decimal::whole(sum), Formula::Sum).point)
}

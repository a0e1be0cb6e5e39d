//! What rates are made of.
use crate::{Dataset, Indicator, Role};

/// What stands above and below the fraction line of rates. A rate names both; a coverage rate that names none is made of
/// the persons covered and of the base, where a dataset has one indicator of each only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sides<'d> {
    covered: Option<&'d str>,
    potential: Option<&'d str>,
}

impl<'d> Sides<'d> {
    /// Those of a dataset. They are looked for once, and asked for each rate.
    #[must_use]
    pub fn of(dataset: &'d Dataset) -> Self {
        let only = |role| {
            let mut of_role = dataset.indicators.iter().filter(|(_, indicator)| indicator.role == Some(role));
            let (id, _) = of_role.next()?;
            of_role.next().is_none().then_some(id.as_str())
        };
        Self { covered: only(Role::Covered), potential: only(Role::Potential) }
    }

    /// As [`Sides::of`] found them: the indicators of the persons covered and of the base.
    #[must_use]
    pub fn named(covered: Option<&'d str>, potential: Option<&'d str>) -> Self {
        Self { covered, potential }
    }

    /// The only indicator of the persons covered, or of the base; `None` where there are several, and for other roles.
    #[must_use]
    pub fn of_role(&self, role: Role) -> Option<&'d str> {
        match role {
            Role::Covered => self.covered,
            Role::Potential => self.potential,
            _ => None,
        }
    }

    /// The ids of the indicators above and below the fraction line of a rate.
    #[must_use]
    pub fn of_rate(&self, rate: &'d Indicator) -> [Option<&'d str>; 2] {
        let is_coverage = rate.role == Some(Role::CoverageRate);
        let side = |named: &'d Option<String>, only: Option<&'d str>| {
            named.as_deref().or(only.filter(|_| is_coverage))
        };
        [side(&rate.numerator, self.covered), side(&rate.denominator, self.potential)]
    }
}

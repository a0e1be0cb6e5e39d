//! What findings are about: kinds of records, and what is counted.
use crate::{Role, Unit};

/// The kinds of records that have an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A publication.
    Source,
    /// A territory.
    Region,
    /// A group of workers.
    Group,
    /// Groups that are shown side by side.
    GroupSet,
    /// A programme.
    Programme,
    /// A quantity that is observed.
    Indicator,
    /// A figure.
    Observation,
    /// A single claim.
    Case,
    /// An edition of an award.
    Award,
    /// A category of an award.
    Category,
    /// Someone who received an award.
    Winner,
    /// Something that took place.
    Event,
    /// A legal instrument.
    Policy,
    /// A goal.
    Target,
    /// What somebody said.
    Statement,
    /// Something that sources state differently.
    Fact,
    /// A note about the data.
    Note,
    /// A term.
    Term,
    /// Any of them: what a note is about.
    Any,
}

/// What something is counted in, whatever the currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Hundredths.
    Percent,
    /// Persons.
    Person,
    /// Claims.
    Claim,
    /// Money.
    Money,
}

impl From<&Unit> for Measure {
    fn from(unit: &Unit) -> Self {
        match unit {
            Unit::Percent => Self::Percent,
            Unit::Person => Self::Person,
            Unit::Claim => Self::Claim,
            Unit::Money(_) => Self::Money,
        }
    }
}

impl From<Role> for Measure {
    fn from(role: Role) -> Self {
        match role {
            Role::CoverageRate => Self::Percent,
            Role::Covered | Role::Potential | Role::Uncovered | Role::ScholarshipChildren => Self::Person,
            Role::ClaimCount => Self::Claim,
            Role::ClaimAmount | Role::ScholarshipAmount => Self::Money,
        }
    }
}

//! The names by which figures are asked for: what stands behind `figures/#`.
//!
//! An observation is asked for by its own id. Whatever else is counted or computed has a kind and a
//! dot in front; ids of the dataset have no dots.

/// What is left to the goal.
pub const GAP: &str = "computed.gap";
/// The pace to the goal.
pub const PACE: &str = "computed.pace";
/// The pace so far.
pub const REACHED_PACE: &str = "computed.reached-pace";
/// The amount per claim.
pub const AVERAGE: &str = "computed.average";
/// The scholarships' amount per child.
pub const PER_CHILD: &str = "computed.per-child";
/// The scholarships' share of the amount.
pub const SHARE: &str = "computed.share";
/// The sum of the single claims.
pub const CASES: &str = "computed.cases";

/// A figure that belongs to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Record {
    /// The base that a group's rate and persons imply; by the group's id.
    Base,
    /// The persons of a group who are not covered; by the group's id.
    Uncovered,
    /// A goal; by its id.
    Goal,
    /// The benefit of a single claim; by its id.
    Case,
    /// The persons whom a winner protects; by the award's id, a dot, and the winner's.
    Winner,
    /// The prize of a winner; by the same.
    Prize,
    /// The winners of an award; by its id.
    Winners,
    /// The categories of an award; by its id.
    Categories,
    /// The jurors of an award; by its id.
    Jury,
    /// The winners from a place; by the award's id, a dot, and the region's.
    Place,
    /// A group's share of the whole; by the group's id.
    Share,
    /// No figure: what can be taken along of a block; by its name.
    Take,
}

impl Record {
    const ALL: [Self; 12] = [
        Self::Base,
        Self::Uncovered,
        Self::Goal,
        Self::Case,
        Self::Winner,
        Self::Prize,
        Self::Winners,
        Self::Categories,
        Self::Jury,
        Self::Place,
        Self::Share,
        Self::Take,
    ];

    /// What stands in front of the id.
    fn prefix(self) -> &'static str {
        match self {
            Self::Base => "base.",
            Self::Uncovered => "uncovered.",
            Self::Goal => "goal.",
            Self::Case => "case.",
            Self::Winner => "winner.",
            Self::Prize => "prize.",
            Self::Winners => "winners.",
            Self::Categories => "categories.",
            Self::Jury => "jury.",
            Self::Place => "place.",
            Self::Share => "share.",
            Self::Take => "take.",
        }
    }
}

/// The name of a figure that belongs to a record.
#[must_use]
#[inline(never)]
pub fn key(record: Record, id: &str) -> String {
    [record.prefix(), id].concat()
}

/// The name of a figure that belongs to a record of an award: ids are unique within it only.
#[must_use]
pub fn of_award(record: Record, award: &str, id: &str) -> String {
    [record.prefix(), award, ".", id].concat()
}

/// The record that a name belongs to, and its id: the inverse of [`key`]. `None` for an observation's id and for
/// what belongs to no record.
#[must_use]
pub fn record(key: &str) -> Option<(Record, &str)> {
    Record::ALL.into_iter().find_map(|record| Some((record, key.strip_prefix(record.prefix())?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_found_by_its_key() {
        for kind in Record::ALL {
            assert_eq!(record(&key(kind, "a-b.c")), Some((kind, "a-b.c")));
            assert_eq!(record(&of_award(kind, "a", "b")), Some((kind, "a.b")));
        }
        for other in
            ["coverage-total-2025-08", GAP, PACE, REACHED_PACE, AVERAGE, PER_CHILD, SHARE, CASES, "base", ""]
        {
            assert_eq!(record(other), None, "{other}");
        }
    }
}

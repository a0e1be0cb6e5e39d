//! Awards: editions, juries, categories and winners.

use std::collections::BTreeSet;

use super::record::record;
use super::{Basis, Currency, Evidence, List, Maybe, Missing, Place, Qualifier, Text};

/// One edition of an award.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Award {
    /// Its id.
    pub id: String,
    /// The award's name.
    pub name: Text,
    /// The edition, such as `2024`; null where it is not stated.
    pub edition: Option<String>,
    /// The id of the region it is given in.
    pub region: Option<String>,
    /// Who gives it.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub organisers: Vec<Text>,
    /// The id of the event at which it was given.
    pub event: Option<String>,
    /// Who judged.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub jury: Maybe<Jury>,
    /// The categories in the order of the source.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub categories: List<Category>,
    /// How many there were, as the source states it, whether they are listed or not.
    pub stated: Option<AwardCounts>,
    /// Special awards, outside the categories and without ranks.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub special: List<Winner>,
    /// Where it stands in the source.
    pub evidence: Option<Evidence>,
    /// What a reader should know of it.
    pub note: Option<Text>,
}

/// Numbers that a source states of an award or of a category.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AwardCounts {
    /// How many categories there were. Of a category, how many it was divided into.
    pub categories: Option<u32>,
    /// How many were honoured in the categories.
    pub winners: Option<u32>,
    /// How many were nominated.
    pub nominees: Option<u32>,
    /// How many had applied.
    pub applications: Option<u32>,
    /// Where the numbers stand in the source.
    pub evidence: Option<Evidence>,
}

/// Who judged.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Jury {
    /// How many jurors the source says there were.
    pub stated: Option<u32>,
    /// Those it lists.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub members: List<Juror>,
    /// Where the number stands in the source.
    pub evidence: Option<Evidence>,
}

impl Jury {
    /// How many jurors are stated and how many are listed, where the two differ. A jury that is
    /// not listed at all contradicts nothing.
    #[must_use]
    pub fn mismatch(&self) -> Option<(u32, usize)> {
        let (stated, listed) = (self.stated?, self.members.len());
        (listed > 0 && usize::try_from(stated) != Ok(listed)).then_some((stated, listed))
    }
}

/// A member of a jury.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Juror {
    /// The name as printed.
    pub name: String,
    /// The role; absent where none is stated.
    pub role: Option<Text>,
    /// Where it stands in the source.
    pub evidence: Option<Evidence>,
}

/// A category of an award.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Category {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub label: Text,
    /// The name of the category it belongs to, such as business entities.
    pub parent: Option<Text>,
    /// Whether the parent is stated or inferred.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub parent_basis: super::Basis,
    /// Its winners in the order of the source.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub winners: List<Winner>,
    /// Why no winners are listed, or not all of them; absent where all are.
    pub winners_missing: Option<Missing>,
    /// How many there were, as the source states it, whether they are listed or not.
    pub stated: Option<AwardCounts>,
    /// Where it stands in the source.
    pub evidence: Option<Evidence>,
    /// What a reader should know of it.
    pub note: Option<Text>,
}

/// Someone who received an award.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Winner {
    /// Its id.
    pub id: String,
    /// The name as printed.
    pub name: Text,
    /// The rank, from 1; null where none is stated. Ties share a rank.
    pub rank: Option<u32>,
    /// The id of the region that the winner is itself, where it is a government or a village.
    pub region: Option<String>,
    /// Where the winner is, on the level that readers look for: a regency or a city.
    pub place: Option<Place>,
    /// What the award was given for.
    pub citation: Option<Text>,
    /// How many persons the winner protects.
    pub persons: Option<Persons>,
    /// The prize money.
    pub prize: Option<Prize>,
    /// Where it stands in the source.
    pub evidence: Option<Evidence>,
    /// What a reader should know of it.
    pub note: Option<Text>,
}

/// A number of persons with its precision.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Persons {
    /// How many.
    pub value: u32,
    /// How the number relates to the truth.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub qualifier: Qualifier,
    /// Who they are, in the form that follows the number: `fishers`, but `fisher` after 1.
    pub label: Option<Text>,
    /// Where the number stands in the source.
    pub evidence: Option<Evidence>,
}

/// Prize money.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Prize {
    /// In whole units of the currency.
    pub amount: i64,
    /// The currency; by default the dataset's.
    pub currency: Option<Currency>,
}

impl Award {
    /// How many categories there are: those of one stated parent are parts of one.
    #[must_use]
    pub fn category_count(&self) -> usize {
        Category::count(self.categories.iter())
    }
}

impl Category {
    /// How many some categories are: those of one stated parent are parts of one.
    pub fn count<'c>(categories: impl Iterator<Item = &'c Self> + Clone) -> usize {
        let parents = categories.clone().filter_map(Self::stated_parent).collect::<BTreeSet<_>>();
        parents.len() + categories.filter(|category| category.stated_parent().is_none()).count()
    }

    /// The category that it is a part of, where the source says so.
    fn stated_parent(&self) -> Option<&Text> {
        self.parent.as_ref().filter(|_| self.parent_basis == Basis::Stated)
    }
}

record!(Award { id, name, edition, region, organisers or Vec::new(), event, jury, stated, categories, special, evidence, note });
record!(Jury { stated, members, evidence });
record!(Juror { name, role, evidence });
record!(AwardCounts { categories, winners, nominees, applications, evidence });
record!(Category { id, label, parent, parent_basis, winners, winners_missing, stated, evidence, note });
record!(Winner { id, name, rank, region, place, citation, persons, prize, evidence, note });
record!(Persons { value, qualifier, label, evidence });
record!(Prize { amount, currency });

#[cfg(test)]
mod tests {
    #[test]
    fn parts_of_one_stated_category_count_as_one() {
        let text = |basis: &str| {
            let category = |id: &str, parent: &str| format!(r#"{{"id": "{id}", "label": "{id}"{parent}}}"#);
            let of = format!(r#", "parent": "Business", "parent_basis": "{basis}""#);
            let categories = [category("a", &of), category("b", &of), category("c", "")].join(",");
            format!(
                r#"{{"format": "jamsostek-dashboard/1", "id": "x", "title": "X", "region": "r",
                "awards": [{{"id": "w", "name": "W", "categories": [{categories}]}}]}}"#
            )
        };
        let count = |basis| crate::read(&text(basis)).dataset.unwrap().awards[0].category_count();
        assert_eq!((count("stated"), count("inferred")), (2, 3));
    }
}

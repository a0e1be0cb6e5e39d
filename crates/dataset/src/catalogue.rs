//! What the figures are about: sources, regions, groups, programmes, indicators.
use serde::Deserialize;

use super::record::{record, words};
use super::{Date, Decimal, Lang, Map, Text};

/// A publication that figures are taken from.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Source {
    /// The id that evidence names.
    pub id: String,
    /// Who published it.
    pub publisher: Text,
    /// Its title.
    pub title: Text,
    /// Its address, `https://…`.
    pub url: Option<String>,
    /// When it was published; null where it does not say.
    pub published: Option<Date>,
    /// The language it is written in, after BCP 47.
    pub language: Option<String>,
    /// Its licence: a name or an SPDX identifier; null where it states none.
    pub licence: Option<String>,
    /// The text that lines and tokens are of, which is kept elsewhere.
    pub archived: Option<Archive>,
    /// What a reader should know of it.
    pub note: Option<Text>,
}

/// The text of a source as it was read, which whoever has it can compare with the dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Archive {
    /// The address of a copy, `https://…`; absent where none is public.
    pub url: Option<String>,
    /// The SHA-256 of the text in UTF-8: 64 hexadecimal digits, in small letters.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[0-9a-f]{64}$")))]
    pub sha256: String,
}

/// Where a figure stands in a source.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Evidence {
    /// The id of the source.
    pub source: String,
    /// The line (paragraph or list item) of the source's text, from 1.
    pub line: Option<u32>,
    /// The figure's or the name's own token, as printed, such as `31,33%`; never a sentence.
    pub figure: Option<String>,
}

/// A territory.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Region {
    /// Its name with its kind, such as `Kabupaten Lahat`.
    pub name: Text,
    /// Its name without its kind, such as `Lahat`, for narrow places.
    pub short: Option<Text>,
    /// What kind of territory it is, such as `province`, `regency`, `city`, `village`.
    pub level: String,
    /// The id of the region it lies in.
    pub parent: Option<String>,
    /// Its code in each code system (`kemendagri`, `bps`, `iso3166-2`). Codes are strings: a
    /// trailing zero counts.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub codes: Map<String>,
    /// Where it stands on a map of tiles, for regions that are shown side by side.
    pub tile: Option<Tile>,
}

/// A place in a grid that keeps neighbours together.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Tile {
    /// The column, from the west.
    pub column: u8,
    /// The row, from the north.
    pub row: u8,
    /// A name short enough for a tile, such as `OKU Timur`; by default the region's short name. A
    /// soft hyphen says where a word may break.
    pub label: Option<Text>,
}

/// A group of workers.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Group {
    /// What it is called.
    pub label: Text,
    /// Who belongs to it.
    pub definition: Option<Text>,
    /// The base of its rate, where something is known or must be doubted about it.
    pub base: Option<Text>,
}

/// Groups that are shown side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GroupSet {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub label: Text,
    /// The ids of its groups.
    pub members: Vec<String>,
    /// Whether the groups make up the whole; null where that is not stated.
    pub exhaustive: Option<bool>,
    /// Whether no one is in two groups; null where that is not stated.
    pub disjoint: Option<bool>,
    /// Where the source says so.
    pub evidence: Option<Evidence>,
}

/// A social security programme.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Programme {
    /// What it is called.
    pub label: Text,
    /// Its abbreviation, such as `JKM`.
    pub abbreviation: Option<String>,
    /// What it gives.
    pub definition: Option<Text>,
    /// The ids of the programmes that it stands for, where a source states figures of several together.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub includes: Vec<String>,
}

/// A quantity that is observed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Indicator {
    /// What it is called.
    pub label: Text,
    /// What it means.
    pub definition: Option<Text>,
    /// What it is counted in.
    pub unit: Unit,
    /// What the unit is called where its own name does not say it, such as `percent of GDP`.
    pub unit_name: Option<Text>,
    /// What it says about coverage or claims; the page finds its figures by it.
    pub role: Option<Role>,
    /// Who or what is counted, as a plural noun in running text, such as `workers` in “of every 100
    /// workers”. It never follows the figure itself, so it needs no singular.
    pub counted: Option<Text>,
    /// The id of the indicator that already contains this one: the two are never added.
    pub part_of: Option<String>,
    /// For a rate: the id of the indicator above the fraction line.
    pub numerator: Option<String>,
    /// For a rate: the id of the indicator below the fraction line.
    pub denominator: Option<String>,
    /// Between what its average must lie, where a rule says so.
    pub average_bounds: Option<AverageBounds>,
    /// For a stated change: of what, and in what it is told. Its figures are for the period from the
    /// earlier to the later time, and may be below 0.
    pub change: Option<Change>,
}

/// What a stated change is a change of.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Change {
    /// The id of the indicator that changes.
    pub of: String,
    /// In what the change is told.
    #[cfg_attr(feature = "schema", schemars(rename = "in"))]
    pub kind: ChangeKind,
}

/// In what a change is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
pub enum ChangeKind {
    /// Percentage points: from 30 % to 33 % is 3.
    Points,
    /// Per cent of the earlier figure: from 30 % to 33 % is 10.
    Percent,
}

words!(ChangeKind { Points = "points", Percent = "percent" });

/// What an average may be by law, such as the scholarship of a child in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AverageBounds {
    /// The id of the indicator that the amount is divided by.
    pub per: String,
    /// The smallest average that is possible; 0 where only the largest is set.
    pub low: Decimal,
    /// The largest average that is possible.
    pub high: Decimal,
    /// The id of the policy that says so.
    pub policy: Option<String>,
}

/// What an indicator is counted in.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum Unit {
    /// Hundredths. May exceed 100.
    Percent,
    /// Persons.
    Person,
    /// Claims.
    Claim,
    /// Money in whole units of a currency, by its code after ISO 4217.
    Money(Currency),
}

/// A currency's code after ISO 4217, such as `IDR`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Currency(String);

impl Currency {
    /// What stands in the place of a currency before it is read.
    pub(super) const NONE: Self = Self(String::new());

    /// The three letters.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Currency {
    type Error = &'static str;

    fn try_from(code: String) -> Result<Self, Self::Error> {
        if code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase()) {
            Ok(Self(code))
        } else {
            Err("a currency is three capital letters after ISO 4217, such as \"IDR\"")
        }
    }
}

impl TryFrom<String> for Unit {
    type Error = &'static str;

    fn try_from(name: String) -> Result<Self, Self::Error> {
        match name.as_str() {
            "percent" => Ok(Self::Percent),
            "person" => Ok(Self::Person),
            "claim" => Ok(Self::Claim),
            _ => Currency::try_from(name).map(Self::Money).map_err(|_| {
                "a unit is \"percent\", \"person\", \"claim\" or a currency after ISO 4217, such as \"IDR\""
            }),
        }
    }
}

/// The part an indicator plays on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum Role {
    /// Covered persons per hundred potential ones.
    CoverageRate,
    /// Persons covered.
    Covered,
    /// Persons who could be covered.
    Potential,
    /// Persons who could be covered and are not, as the source states them.
    Uncovered,
    /// The number of claims paid.
    ClaimCount,
    /// The money paid for claims.
    ClaimAmount,
    /// The money paid as scholarships.
    ScholarshipAmount,
    /// The children who received a scholarship.
    ScholarshipChildren,
}

words!(Role { CoverageRate = "coverage-rate", Covered = "covered", Potential = "potential", Uncovered = "uncovered", ClaimCount = "claim-count", ClaimAmount = "claim-amount", ScholarshipAmount = "scholarship-amount", ScholarshipChildren = "scholarship-children" });

/// The scheme that protects, such as a social security for employment.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Scheme {
    /// Its name in running text, without a capital letter where the language writes none.
    pub name: Text,
    /// A shorter one, or its abbreviation.
    pub short: Option<Text>,
}

/// Whom the report counts, as a noun.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Population {
    /// The form for one, such as `worker`.
    pub one: Text,
    /// The form for many, such as `workers`; in Indonesian the same.
    pub many: Text,
}

/// Settings of the whole dataset that are about persons.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Privacy {
    /// Whether the names of private persons are masked in everything that is shown or written.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub mask_private_persons: bool,
}

/// A term and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Term {
    /// Its id.
    pub id: String,
    /// The term.
    pub term: Text,
    /// What it stands for, where it is an abbreviation.
    pub expansion: Option<Text>,
    /// What it means.
    pub definition: Text,
}

/// The languages a dataset is written in.
pub type Languages = Vec<Lang>;

record!(Source { id, publisher, title, url, published, language, licence, archived, note });
record!(Archive { url, sha256 });
record!(Evidence { source, line, figure });
record!(Region { name, short, level, parent, codes, tile });
record!(Tile { column, row, label });
record!(Group { label, definition, base });
record!(GroupSet { id, label, members, exhaustive, disjoint, evidence });
record!(Programme { label, abbreviation, definition, includes or Vec::new() });
record!(Indicator {
    label,
    definition,
    unit,
    unit_name,
    role,
    counted,
    part_of,
    numerator,
    denominator,
    average_bounds,
    change
});
record!(AverageBounds { per, low, high, policy });
record!(Change { of, kind as "in" });
record!(Scheme { name, short });
record!(Population { one, many });
record!(Privacy { mask_private_persons });
record!(Term { id, term, expansion, definition });

#[cfg(feature = "schema")]
mod schema {
    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    impl JsonSchema for super::Currency {
        fn schema_name() -> std::borrow::Cow<'static, str> {
            "Currency".into()
        }
        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "type": "string", "pattern": "^[A-Z]{3}$",
                "description": "A currency's code after ISO 4217."
            })
        }
    }

    impl JsonSchema for super::Unit {
        fn schema_name() -> std::borrow::Cow<'static, str> {
            "Unit".into()
        }
        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "description": "What an indicator is counted in; money by its currency's code after ISO 4217.",
                "anyOf": [
                    { "enum": ["percent", "person", "claim"] },
                    { "type": "string", "pattern": "^[A-Z]{3}$" }
                ]
            })
        }
    }
}

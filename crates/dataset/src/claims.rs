//! Single claims, and the link to a table of many.
use super::record::{record, words};
use super::{Currency, Date, Evidence, List, Text};

/// Everything about claims that is not an observation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Claims {
    /// Single claims that were handed over or described.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub cases: List<ClaimCase>,
    /// Whether the cases are only examples; null where that is not stated.
    pub cases_are_examples: Option<bool>,
    /// A large table in a file of its own.
    pub records: Option<Records>,
}

/// One claim.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClaimCase {
    /// Its id.
    pub id: String,
    /// When it was paid or handed over.
    pub date: Option<Date>,
    /// The id of the programme that paid.
    pub programme: Option<String>,
    /// Who received the benefit.
    pub beneficiary: Option<Person>,
    /// What the beneficiary is to the insured worker.
    pub relation: Option<Text>,
    /// The worker who was insured.
    pub insured: Option<Person>,
    /// The id of the group the worker belonged to.
    pub group: Option<String>,
    /// Group and workplace as the source prints them.
    pub workplace: Option<Text>,
    /// Where the worker worked.
    pub place: Option<Place>,
    /// The amount in whole units of the currency; null where it is not stated.
    pub amount: Option<i64>,
    /// The currency; by default the dataset's.
    pub currency: Option<Currency>,
    /// Whether it was handed over as a symbol at a ceremony.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub symbolic: bool,
    /// Where it stands in the source.
    pub evidence: Option<Evidence>,
    /// What a reader should know of it.
    pub note: Option<Text>,
}

/// A person who is named.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Person {
    /// The name as printed; null where it is withheld.
    pub name: Option<String>,
    /// Whether it is a private person, whose name can be masked and is never in metadata.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub private: bool,
}

/// A place, and how it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Place {
    /// The id of the region.
    pub region: String,
    /// Whether the source states it or it was inferred, from a name say.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub basis: Basis,
    /// How it was inferred.
    pub note: Option<Text>,
}

/// How something is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
pub enum Basis {
    /// The source says it.
    #[default]
    Stated,
    /// It follows from something else that the source says.
    Inferred,
}

words!(Basis { Stated = "stated", Inferred = "inferred" });

/// A table of claims in a file of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Records {
    /// The file's address, relative to the dataset's.
    pub href: String,
    /// Its media type, such as `text/csv`.
    pub media_type: Option<String>,
    /// How many rows it has.
    pub rows: Option<u64>,
    /// Its columns in order.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub columns: List<RecordColumn>,
    /// Where it comes from.
    pub evidence: Option<Evidence>,
}

/// A column of a table in a file of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecordColumn {
    /// Its name in the file.
    pub name: String,
    /// What it is called.
    pub label: Text,
    /// What its cells hold.
    #[cfg_attr(feature = "schema", schemars(rename = "type"))]
    pub kind: ColumnKind,
    /// What it means.
    pub definition: Option<Text>,
    /// Whether it holds names of private persons.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub private: bool,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
pub enum ColumnKind {
    /// Words.
    Text,
    /// A whole number.
    Integer,
    /// An amount in whole units of the dataset's currency.
    Amount,
    /// A date.
    Date,
    /// The id of a region.
    Region,
    /// The id of a group.
    Group,
    /// The id of a programme.
    Programme,
}

words!(ColumnKind { Text = "text", Integer = "integer", Amount = "amount", Date = "date", Region = "region", Group = "group", Programme = "programme" });

record!(Claims { cases, cases_are_examples, records });
record!(ClaimCase {
    id,
    date,
    programme,
    beneficiary,
    relation,
    insured,
    group,
    workplace,
    place,
    amount,
    currency,
    symbolic,
    evidence,
    note
});
record!(Person { name, private });
record!(Place { region, basis, note });
record!(Records { href, media_type, rows, columns, evidence });
record!(RecordColumn { name, label, kind as "type", definition, private });

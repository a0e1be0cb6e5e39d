//! Columns that name a record of another table: column, table, its column.

/// What a column refers to.
pub type Reference = (&'static str, &'static str, &'static str);

/// The source that something is taken from.
pub const SOURCE: Reference = ("source", "sources", "id");
/// The region that something is about.
pub const REGION: Reference = ("region", "regions", "id");
/// The award that something belongs to.
pub const AWARD: Reference = ("award", "awards", "id");

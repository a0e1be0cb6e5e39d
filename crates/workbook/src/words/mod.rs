//! The words of workbooks in both languages: names and explanations of sheets and columns, an example of
//! each, and the words of closed lists.
//!
//! The order of the fields is that of the types, and the order in which a dataset is written. Tests
//! compare the tables with the schema: nothing is missing, and nothing is left over.
mod awards;
mod closed;
mod context;
mod figures;
mod frame;
mod observations;
mod shared;
mod sheets;
mod whole;

pub(crate) use closed::{BOOLEANS, ClosedWord, closed};
pub(crate) use frame::{
    EXAMPLE, GUIDE, GUIDE_LINES, NOT_IN_LIST, NOT_IN_LIST_TITLE, REPORT_COLUMNS, REQUIRED,
};
pub(crate) use sheets::{SheetWords, sheets};

/// The words of a field.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FieldWords {
    /// Its name in the dataset.
    pub(crate) field: &'static str,
    /// Its name in Indonesian and in English, in small letters; empty where the name of what it is in says enough.
    pub(crate) names: [&'static str; 2],
    /// What belongs into it, in Indonesian and in English.
    pub(crate) help: [&'static str; 2],
    /// An example as a dataset writes it; of a text, both languages with `|` between them.
    pub(crate) example: &'static str,
    /// The path of the sheet whose ids it holds.
    pub(crate) refers: &'static str,
    /// Other names that are understood.
    pub(crate) also: &'static [&'static str],
}

impl FieldWords {
    /// Says that the field holds ids of a sheet.
    const fn to(self, sheet: &'static str) -> Self {
        Self { refers: sheet, ..self }
    }

    /// Adds other names that are understood.
    const fn or(self, also: &'static [&'static str]) -> Self {
        Self { also, ..self }
    }
}

/// A field: its name in the dataset, its names, an example, and what belongs into it.
const fn field(
    field: &'static str,
    names: [&'static str; 2],
    example: &'static str,
    help: [&'static str; 2],
) -> FieldWords {
    FieldWords { field, names, help, example, refers: "", also: &[] }
}

/// The fields of a type, with their words.
type Record = (&'static str, &'static [FieldWords]);

const RECORDS: [&[Record]; 6] = [
    whole::RECORDS,
    shared::RECORDS,
    figures::RECORDS,
    observations::RECORDS,
    awards::RECORDS,
    context::RECORDS,
];

/// The fields of a type in order.
pub(crate) fn fields(record: &str) -> &'static [FieldWords] {
    let found = RECORDS.into_iter().flatten().find(|(name, _)| *name == record);
    found.map(|(_, fields)| *fields).unwrap_or_default()
}

/// The names of all types that have words.
#[cfg(test)]
pub(crate) fn records() -> impl Iterator<Item = &'static str> {
    RECORDS.into_iter().flatten().map(|(name, _)| *name)
}

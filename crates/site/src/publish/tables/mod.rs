//! The dataset as flat tables, each with its schema: what `datapackage.json` describes.
mod awards;
mod build;
mod records;
mod references;
mod workbook;

use std::collections::BTreeSet;

use anyhow::Result;
use csv::{QuoteStyle, Terminator, WriterBuilder};
use dataset::{Dataset, Lang};
pub use records::FIGURES;
pub use workbook::MEDIA_TYPE as WORKBOOK;

/// What the fields of a column hold, by its name in Table Schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words, or an identifier.
    Text,
    /// A year, a month or a day after ISO 8601, as precise as it was stated.
    Date,
    /// A whole number.
    Integer,
    /// A number with a decimal point.
    Number,
    /// `true` or `false`.
    Boolean,
    /// An address.
    Address,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub name: String,
    /// What its fields hold.
    pub kind: Kind,
    /// What it means.
    pub description: String,
}

/// The records of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name: also that of its file.
    pub name: &'static str,
    /// What it is called, in Indonesian and in English.
    pub titles: (&'static str, &'static str),
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows; an empty field is a value that is not stated.
    pub rows: Vec<Vec<String>>,
    /// The columns that tell rows apart; none where the rows have no identity.
    pub key: Vec<&'static str>,
    /// Columns that name a record of another table: column, table, its column.
    pub references: Vec<(&'static str, &'static str, &'static str)>,
}

impl Table {
    /// What the table is called.
    pub fn title(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Id => self.titles.0,
            Lang::En => self.titles.1,
        }
    }

    /// The table as CSV after RFC 4180, in UTF-8 without a byte order mark, as data packages have
    /// it; the page's own downloads are made for spreadsheet programs instead. What those would take for a
    /// formula is defused here too, as any program may open it.
    ///
    /// # Errors
    /// When a row has another number of fields than the heading.
    pub fn csv(&self) -> Result<Vec<u8>> {
        let mut writer = WriterBuilder::new()
            .terminator(Terminator::CRLF)
            .quote_style(QuoteStyle::Necessary)
            .from_writer(Vec::new());
        writer.write_record(self.columns.iter().map(|column| &column.name))?;
        for row in &self.rows {
            writer.write_record(row.iter().map(|field| ::tables::defused(field).into_owned()))?;
        }
        Ok(writer.into_inner().map_err(|error| error.into_error())?)
    }

    /// The fields of a column.
    pub fn fields(&self, column: &str) -> Vec<&str> {
        let Some(index) = self.columns.iter().position(|c| c.name == column) else { return Vec::new() };
        self.rows.iter().filter_map(|row| row.get(index)).map(String::as_str).collect()
    }
}

/// Every table that has rows, in a fixed order. Keys and references that the dataset does not
/// keep are left out of the schema: a data package must not promise what is not so.
pub fn tables(data: &Dataset) -> Vec<Table> {
    let mut tables = records::tables(data);
    if data.privacy.mask_private_persons {
        mask(&mut tables, data);
    }
    tables.retain(|table| !table.rows.is_empty());
    let known: Vec<(&str, &str, BTreeSet<String>)> = tables
        .iter()
        .filter_map(|table| match table.key.as_slice() {
            [key] => Some((table.name, *key, table.fields(key).into_iter().map(str::to_owned).collect())),
            _ => None,
        })
        .collect();
    for table in &mut tables {
        let holds = |(column, to, key): &(&str, &str, &str)| {
            known.iter().find(|(name, its_key, _)| name == to && its_key == key).is_some_and(|(_, _, ids)| {
                table.fields(column).iter().all(|field| field.is_empty() || ids.contains(*field))
            })
        };
        let references = table.references.iter().filter(|reference| holds(reference)).copied().collect();
        table.references = references;
        if !tells_apart(table) {
            table.key.clear();
        }
    }
    tables
}

/// Whether the key's fields are all there and no two rows share them.
fn tells_apart(table: &Table) -> bool {
    let columns: Vec<Vec<&str>> = table.key.iter().map(|column| table.fields(column)).collect();
    let mut seen = BTreeSet::new();
    (0..table.rows.len()).all(|row| {
        let fields: Vec<&str> = columns.iter().filter_map(|column| column.get(row).copied()).collect();
        fields.iter().all(|field| !field.is_empty()) && seen.insert(fields)
    })
}

/// Empties every field of words in which a private person is named: also notes and printed tokens
/// may name one. Ids and addresses stay, or the tables would no longer fit together.
fn mask(tables: &mut [Table], data: &Dataset) {
    let names = private_names(data);
    for table in tables {
        let words: Vec<bool> = table
            .columns
            .iter()
            .map(|column| column.kind == Kind::Text && !table.key.contains(&column.name.as_str()))
            .collect();
        for row in &mut table.rows {
            for (field, _) in row.iter_mut().zip(&words).filter(|(_, words)| **words) {
                if names.iter().any(|name| field.contains(name)) {
                    field.clear();
                }
            }
        }
    }
}

/// The names of the dataset's private persons.
pub fn private_names(data: &Dataset) -> Vec<&str> {
    let cases = data.claims.as_ref().map_or(&[][..], |claims| &claims.cases);
    let persons = cases.iter().flat_map(|case| [case.beneficiary.as_ref(), case.insured.as_ref()]);
    let private = persons.flatten().filter(|person| person.private);
    private.filter_map(|person| person.name.as_deref()).filter(|name| !name.is_empty()).collect()
}

#[cfg(test)]
mod tests;

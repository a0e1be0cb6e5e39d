//! Putting a table together: a record becomes cells, and the cells of all records name their
//! columns once.
use dataset::{Date, Evidence, Text};

use super::{Column, Kind, Table};

/// One field of a record with the column it belongs to.
#[derive(Clone, Debug)]
pub struct Cell {
    column: Column,
    field: String,
}

/// A record's cells.
#[derive(Clone, Debug, Default)]
pub struct Record(Vec<Cell>);

impl Record {
    /// A field of a kind; empty where there is no value.
    pub fn field(mut self, name: &str, kind: Kind, value: Option<impl ToString>, description: &str) -> Self {
        let column = Column { name: name.to_owned(), kind, description: description.to_owned() };
        self.0.push(Cell { column, field: value.map(|value| value.to_string()).unwrap_or_default() });
        self
    }

    /// Words that are the same in every language, or an identifier.
    pub fn word(self, name: &str, value: Option<&str>, description: &str) -> Self {
        self.field(name, Kind::Text, value, description)
    }

    /// A text in two columns, one a language; empty where it has no words in that language.
    pub fn text(self, name: &str, text: Option<&Text>, description: &str) -> Self {
        self.word(
            &format!("{name}_id"),
            text.and_then(|text| text.id.as_deref()),
            &format!("{description} In Indonesian."),
        )
        .word(
            &format!("{name}_en"),
            text.and_then(|text| text.en.as_deref()),
            &format!("{description} In English."),
        )
    }

    /// A date, as precise as it was stated.
    pub fn date(self, name: &str, date: Option<Date>, description: &str) -> Self {
        self.field(name, Kind::Date, date, description)
    }

    /// Where it stands in the source.
    pub fn evidence(self, evidence: Option<&Evidence>) -> Self {
        self.word("source", evidence.map(|e| e.source.as_str()), "The id of the source it is taken from.")
            .field(
                "line",
                Kind::Integer,
                evidence.and_then(|e| e.line),
                "The line (paragraph or list item) of the source's text, from 1.",
            )
            .word("token", evidence.and_then(|e| e.figure.as_deref()), "The figure or name as printed.")
    }

    /// What a reader should know of it.
    pub fn note(self, note: Option<&Text>) -> Self {
        self.text("note", note, "What a reader should know of it.")
    }
}

/// A table of records. All records of a table are built by the same calls, so that the first one
/// names the columns.
pub fn table(
    name: &'static str,
    titles: (&'static str, &'static str),
    key: &[&'static str],
    references: &[(&'static str, &'static str, &'static str)],
    records: impl IntoIterator<Item = Record>,
) -> Table {
    let mut table = Table {
        name,
        titles,
        columns: Vec::new(),
        rows: Vec::new(),
        key: key.to_vec(),
        references: references.to_vec(),
    };
    for record in records {
        if table.rows.is_empty() {
            table.columns = record.0.iter().map(|cell| cell.column.clone()).collect();
        }
        table.rows.push(record.0.into_iter().map(|cell| cell.field).collect());
    }
    table
}

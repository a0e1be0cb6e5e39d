//! A walk over the fields of a record: which columns they are, and which lists are sheets of their own.
use dataset::Lang;

use super::{Column, Content};
use crate::schema::{Field, Schema, Shape};
use crate::words::{self, FieldWords};

/// The way to a field: names in the dataset, and names in both languages.
#[derive(Clone, Default)]
pub(super) struct Branch {
    path: Vec<String>,
    names: [String; 2],
    required: bool,
}

/// A list that is a sheet of its own.
pub(super) struct List {
    pub(super) within: Vec<String>,
    pub(super) record: String,
    pub(super) keyed: bool,
}

/// A walk over the fields of a record.
pub(super) struct Walk<'s> {
    pub(super) schema: &'s Schema,
    pub(super) columns: Vec<Column>,
    pub(super) lists: Vec<List>,
}

impl Walk<'_> {
    pub(super) fn record(&mut self, record: &str, at: &Branch) {
        let words = words::fields(record);
        let fields = self.schema.fields(record);
        // What the reader of a report's sheet leaves as it is stands at its end.
        let is_technical =
            |words: &&FieldWords| record.is_empty() && ["$schema", "format"].contains(&words.field);
        let first = words.iter().filter(|words| !is_technical(words));
        for words in first.chain(words.iter().filter(is_technical)) {
            if let Some(field) = fields.iter().find(|field| field.name == words.field) {
                self.field(field, words, at);
            }
        }
    }

    fn field(&mut self, field: &Field, words: &FieldWords, at: &Branch) {
        let mut path = at.path.clone();
        path.push(field.name.clone());
        let is_first = at.path.is_empty();
        let branch = Branch {
            path,
            names: names(&at.names, words.names),
            required: field.required && (is_first || at.required),
        };
        match &field.shape {
            Shape::Record(record) => self.record(record, &branch),
            Shape::List(element) | Shape::Map(element) if matches!(**element, Shape::Record(_)) => {
                let Shape::Record(record) = &**element else { return };
                let keyed = matches!(field.shape, Shape::Map(_));
                self.lists.push(List { within: branch.path, record: record.clone(), keyed });
            }
            _ => self.columns(field, words, &branch),
        }
    }

    fn columns(&mut self, field: &Field, words: &FieldWords, at: &Branch) {
        let is_text = match &field.shape {
            Shape::Text => true,
            Shape::List(element) => **element == Shape::Text,
            _ => false,
        };
        let parts: &[Option<Lang>] = if is_text { &[Some(Lang::Id), Some(Lang::En)] } else { &[None] };
        for part in parts {
            let (id, en) = words.example.split_once('|').unwrap_or((words.example, words.example));
            let example = if *part == Some(Lang::En) { en } else { id };
            self.columns.push(Column {
                content: Content::Field { path: at.path.clone(), part: *part },
                shape: field.shape.clone(),
                names: in_language(&at.names, *part),
                help: words.help.map(str::to_owned),
                example: example.to_owned(),
                refers: words.refers,
                required: at.required,
                also: if part.is_none() { words.also } else { &[] },
                path: at.path.join("."),
            });
        }
    }
}

/// The names of a field behind those of what it is in: `Tempat: dasar`.
fn names(before: &[String; 2], own: [&str; 2]) -> [String; 2] {
    let [id, en] = before;
    let [own_id, own_en] = own;
    [(id, own_id), (en, own_en)].map(|(before, own)| match (before.is_empty(), own.is_empty()) {
        (true, _) => capitalised(own),
        (false, true) => before.clone(),
        (false, false) => format!("{before}: {own}"),
    })
}

fn in_language(names: &[String; 2], part: Option<Lang>) -> [String; 2] {
    let [id, en] = names;
    match part {
        None => names.clone(),
        Some(Lang::Id) => [format!("{id} (Indonesia)"), format!("{en} (Indonesian)")],
        Some(Lang::En) => [format!("{id} (Inggris)"), format!("{en} (English)")],
    }
}

pub(super) fn capitalised(phrase: &str) -> String {
    let mut letters = phrase.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

//! Which sheets a workbook has, and which columns: derived from the schema, named by [`crate::words`].
mod plan;
mod walk;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use dataset::Lang;

use crate::import::Meant;
use crate::schema::{Schema, Shape};
use crate::words::{self, SheetWords};
use walk::{Branch, List, Walk, capitalised};

/// All sheets in the order of a workbook.
#[derive(Debug)]
pub(crate) struct Layout {
    pub(crate) schema: Schema,
    pub(crate) sheets: Vec<Sheet>,
}

/// A sheet: a list of records, one a row; or the whole report, one field a row.
#[derive(Debug)]
pub(crate) struct Sheet {
    /// The path of the list in the dataset; empty for the report itself.
    pub(crate) path: String,
    pub(crate) words: SheetWords,
    /// The name of the records' type.
    pub(crate) record: String,
    /// Whether the records stand under their ids, and do not hold them.
    pub(crate) keyed: bool,
    /// The sheet of the records that hold these.
    pub(crate) parent: Option<usize>,
    /// From the record of the parent to the list.
    pub(crate) within: Vec<String>,
    pub(crate) columns: Vec<Column>,
    /// The fields of a record, in the order of the types.
    pub(crate) members: Vec<Member>,
    /// What the names of columns mean, once one is asked for.
    pub(crate) meanings: OnceLock<BTreeMap<String, Meant>>,
}

/// A field of a record.
#[derive(Debug)]
pub(crate) struct Member {
    pub(crate) name: &'static str,
    pub(crate) holds: Holds,
}

/// What a field of a record holds.
#[derive(Debug)]
pub(crate) enum Holds {
    /// What the cells of some columns say: of one, or of a text in two languages.
    Cells {
        /// The columns.
        columns: Vec<usize>,
        /// Whether an empty list is written.
        required: bool,
        /// The column by which an absent value is written as `null`, so that it is seen.
        null_beside: Option<usize>,
    },
    /// A record, and the columns of its own fields.
    Record(Vec<Member>, Vec<usize>),
    /// The records of another sheet, and whether they stand under their ids.
    List(usize, bool),
}

/// A column, or a row of the report's sheet.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    pub(crate) content: Content,
    /// What a cell holds.
    pub(crate) shape: Shape,
    /// Its name in Indonesian and in English.
    pub(crate) names: [String; 2],
    /// What belongs into it, in Indonesian and in English.
    pub(crate) help: [String; 2],
    /// An example as a dataset writes it.
    pub(crate) example: String,
    /// The path of the sheet whose ids it holds.
    pub(crate) refers: &'static str,
    /// Whether a record needs it.
    pub(crate) required: bool,
    /// Other names that are understood.
    pub(crate) also: &'static [&'static str],
    /// The path of its field with dots; empty for an id of another record.
    pub(crate) path: String,
}

/// What a column holds of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    /// The id of a record that holds this one, by the index of its sheet.
    Parent(usize),
    /// The id under which the record stands.
    Key,
    /// A field, by its path from the record; of a text, one language.
    Field {
        /// The path.
        path: Vec<String>,
        /// The language, where the field is a text.
        part: Option<Lang>,
    },
}

/// The one of two words that is in a language.
pub(crate) fn pick<T: AsRef<str>>(lang: Lang, words: &[T; 2]) -> &str {
    let [id, en] = words;
    match lang {
        Lang::Id => id.as_ref(),
        Lang::En => en.as_ref(),
    }
}

impl Layout {
    /// The layout of the published schema.
    pub(crate) fn get() -> &'static Self {
        static LAYOUT: OnceLock<Layout> = OnceLock::new();
        LAYOUT.get_or_init(|| Self::of(Schema::published()))
    }

    fn of(schema: Schema) -> Self {
        let mut found = vec![Sheet::new("", "", None)];
        let mut next = 0;
        while let Some(sheet) = found.get(next) {
            let record = sheet.record.clone();
            let mut walk = Walk { schema: &schema, columns: Vec::new(), lists: Vec::new() };
            walk.record(&record, &Branch::default());
            let Walk { columns, lists, .. } = walk;
            let parents = parents(&found, next);
            let path = sheet.path.clone();
            if let Some(sheet) = found.get_mut(next) {
                sheet.columns = parents.into_iter().chain(sheet.key()).chain(columns).collect();
            }
            for List { within, record, keyed } in lists {
                let path = within.iter().fold(path.clone(), |path, name| join(&path, name));
                let parent = (next > 0).then_some(next);
                found.push(Sheet { within, keyed, ..Sheet::new(&path, &record, parent) });
            }
            next += 1;
        }
        let mut layout = Self { schema, sheets: ordered(found) };
        for index in 0..layout.sheets.len() {
            let members = plan::members(&layout, index);
            if let Some(sheet) = layout.sheets.get_mut(index) {
                sheet.members = members;
            }
        }
        layout
    }

    /// A sheet by the path of its list.
    pub(crate) fn index(&self, path: &str) -> Option<usize> {
        self.sheets.iter().position(|sheet| sheet.path == path)
    }

    /// The sheets of the records that hold those of a sheet, the outermost first.
    pub(crate) fn ancestors(&self, sheet: &Sheet) -> Vec<usize> {
        let mut all = Vec::new();
        let mut next = sheet.parent;
        while let Some((index, sheet)) = next.and_then(|index| Some((index, self.sheets.get(index)?))) {
            all.insert(0, index);
            next = sheet.parent;
        }
        all
    }
}

impl Sheet {
    fn new(path: &str, record: &str, parent: Option<usize>) -> Self {
        let words = words::sheets().iter().find(|words| words.path == path);
        let none = SheetWords { path: "", names: ["", ""], one: ["", ""], about: ["", ""], also: &[] };
        Self {
            path: path.to_owned(),
            words: words.copied().unwrap_or(none),
            record: record.to_owned(),
            keyed: false,
            parent,
            within: Vec::new(),
            columns: Vec::new(),
            members: Vec::new(),
            meanings: OnceLock::new(),
        }
    }

    /// Whether it is the sheet of the whole report, with one field a row.
    pub(crate) fn is_report(&self) -> bool {
        self.path.is_empty()
    }

    /// The column of the ids under which records stand.
    fn key(&self) -> Option<Column> {
        let names = ["Id", "Id"].map(str::to_owned);
        let [id, en] = self.words.one;
        let help = [
            format!("Nama pendek {id} dari huruf kecil, angka, dan tanda hubung; dipakai di lembar lain."),
            format!(
                "A short name of the {en} in lower-case letters, digits and hyphens; other sheets name it."
            ),
        ];
        let example = match self.path.as_str() {
            "regions" => "pulau-contoh",
            "groups" => "mandiri",
            "programmes" => "jkm",
            _ => "tingkat",
        };
        self.keyed.then(|| Column {
            content: Content::Key,
            shape: Shape::String,
            names,
            help,
            example: example.to_owned(),
            refers: "",
            required: true,
            also: &[],
            path: String::new(),
        })
    }

    /// The column that holds the ids of the records.
    pub(crate) fn id_column(&self) -> Option<usize> {
        self.columns.iter().position(|column| match &column.content {
            Content::Key => true,
            Content::Field { path, .. } => matches!(path.as_slice(), [name] if name == "id"),
            Content::Parent(_) => false,
        })
    }
}

impl Column {
    /// The path of its field from the record; empty for an id of another one.
    pub(crate) fn path(&self) -> &[String] {
        match &self.content {
            Content::Field { path, .. } => path,
            Content::Parent(_) | Content::Key => &[],
        }
    }

    /// Whether it holds one language of a text, or of texts.
    pub(crate) fn is_text(&self) -> bool {
        matches!(self.content, Content::Field { part: Some(_), .. })
    }

    /// Its name as the dataset would write it, such as `time.as_of` or `title.id`.
    pub(crate) fn technical(&self, layout: &Layout) -> String {
        match &self.content {
            Content::Parent(sheet) => {
                layout.sheets.get(*sheet).map(|sheet| format!("{}.id", sheet.path)).unwrap_or_default()
            }
            Content::Key => "id".to_owned(),
            Content::Field { path, part } => {
                let path = path.join(".");
                part.map_or_else(|| path.clone(), |lang| join(&path, lang.code()))
            }
        }
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// The columns that say which records hold those of a sheet, the outermost first.
fn parents(found: &[Sheet], sheet: usize) -> Vec<Column> {
    let mut columns = Vec::new();
    let mut next = found.get(sheet).and_then(|sheet| sheet.parent);
    while let Some((index, parent)) = next.and_then(|index| Some((index, found.get(index)?))) {
        let [id, en] = parent.words.one;
        columns.insert(
            0,
            Column {
                content: Content::Parent(index),
                shape: Shape::String,
                names: [format!("Id {id}"), capitalised(&format!("{en} id"))],
                help: [format!("Id {id} yang memuatnya."), format!("The id of the {en} it belongs to.")],
                example: words::fields(&parent.record).first().map_or("", |field| field.example).to_owned(),
                refers: parent.words.path,
                required: true,
                also: &[],
                path: String::new(),
            },
        );
        next = parent.parent;
    }
    columns
}

/// The sheets in the order of their words, with what refers to them by index.
fn ordered(mut found: Vec<Sheet>) -> Vec<Sheet> {
    let place = |sheet: &Sheet| words::sheets().iter().position(|words| words.path == sheet.path);
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_by_key(|index| found.get(*index).and_then(place).unwrap_or(usize::MAX));
    let new_index = |old: usize| order.iter().position(|index| *index == old).unwrap_or(old);
    for sheet in &mut found {
        sheet.parent = sheet.parent.map(new_index);
        for column in &mut sheet.columns {
            if let Content::Parent(index) = &mut column.content {
                *index = new_index(*index);
            }
        }
    }
    let mut sheets: Vec<Option<Sheet>> = found.into_iter().map(Some).collect();
    order.iter().filter_map(|index| sheets.get_mut(*index)?.take()).collect()
}

#[cfg(test)]
mod tests;

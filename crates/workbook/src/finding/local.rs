//! The names of sheets and columns for what a rule of the dataset calls by the names of fields.
use dataset::Lang;

use crate::layout::{Column, Content, Layout, Sheet, pick};
use crate::place::Place;

/// The quotation mark around the names of fields.
const MARK: char = '\u{22}';

/// Where in the workbook's layout the value stands that a finding is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Local {
    /// The sheet of its record, by its index.
    pub(crate) sheet: usize,
    /// From the record to the value: names of fields.
    pub(crate) path: Vec<String>,
    /// The cell of another value that the finding names.
    pub(crate) other: Option<Place>,
}

impl Local {
    /// The sheet of the record.
    fn own(&self) -> Option<&'static Sheet> {
        Layout::get().sheets.get(self.sheet)
    }

    /// The sheets in which a field is looked for: that of the record, of those that hold it, of the report, of
    /// figures.
    fn sheets(&self) -> Vec<&'static Sheet> {
        let layout = Layout::get();
        let Some(own) = self.own() else { return Vec::new() };
        let holders = layout
            .ancestors(own)
            .into_iter()
            .rev()
            .chain(layout.index(""))
            .chain(layout.index("observations"));
        std::iter::once(own).chain(holders.filter_map(|index| layout.sheets.get(index))).collect()
    }

    /// The columns of a field in the sheet where it is found first: by its path from the value, from what
    /// holds the value, or from the record; else by its own name alone, or by that of the record it is in.
    fn find(&self, field: &str) -> Option<(&'static Sheet, Vec<&'static Column>)> {
        let mut paths = vec![[self.path.as_slice(), &[field.to_owned()]].concat()];
        for length in (0..self.path.len()).rev() {
            paths.push([self.path.get(..length).unwrap_or_default(), &[field.to_owned()]].concat());
        }
        for sheet in self.sheets() {
            let columns = |fits: &dyn Fn(&[String]) -> bool| {
                let all = sheet.columns.iter().filter(|column| !column.path().is_empty());
                all.filter(|column| fits(column.path())).collect::<Vec<_>>()
            };
            let key =
                || sheet.columns.iter().filter(|column| column.content == Content::Key && field == "id");
            let mut found: Vec<&Column> = paths.iter().flat_map(|path| columns(&|own| own == path)).collect();
            found.extend(key());
            if found.is_empty() {
                found = paths.iter().flat_map(|path| columns(&|own| own.starts_with(path))).collect();
            }
            if found.is_empty() {
                found = columns(&|own| own.last().is_some_and(|name| name == field));
            }
            if !found.is_empty() {
                return Some((sheet, found));
            }
        }
        None
    }

    /// The names of the columns of a field, each in quotation marks; of a field of another sheet, with the
    /// name of that. `None` for what is no field.
    pub(super) fn columns(&self, field: &str, lang: Lang) -> Option<String> {
        let (sheet, columns) = self.find(field)?;
        let mut names: Vec<String> = columns.iter().map(|column| quoted(&bare_name(column, lang))).collect();
        names.dedup();
        let names = names.join(", ");
        let is_own = self.own().is_some_and(|own| own.path == sheet.path);
        Some(if is_own { names } else { format!("{names} ({})", in_sheet(sheet, lang)) })
    }

    /// The column of one language of a text.
    pub(super) fn column_in(&self, part: Lang, lang: Lang) -> Option<String> {
        let own = self.own()?;
        let is_part = |column: &&Column| {
            let is_of = matches!(column.content, Content::Field { part: Some(of), .. } if of == part);
            is_of && self.path.starts_with(column.path())
        };
        own.columns.iter().find(is_part).map(|column| quoted(pick(lang, &column.names)))
    }

    /// The column, or the row of the report's sheet, that a missing field is filled in at; or its sheet.
    pub(super) fn missing(&self, field: &str, lang: Lang) -> Option<[String; 2]> {
        let word = |id: &'static str, en: &'static str| match lang {
            Lang::Id => id,
            Lang::En => en,
        };
        if let Some((sheet, columns)) = self.find(field) {
            let column = quoted(&bare_name(columns.first()?, lang));
            let line = if sheet.is_report() { word("baris", "row") } else { word("kolom", "column") };
            let of = word("di", "of the");
            return Some([column.clone(), format!("{line} {column} {of} {}", in_sheet(sheet, lang))]);
        }
        let sheet = self.list(field)?;
        Some([quoted(pick(lang, &sheet.words.names)), in_sheet(sheet, lang)])
    }

    /// The sheet of a list.
    fn list(&self, field: &str) -> Option<&'static Sheet> {
        let layout = Layout::get();
        let path = self.own().filter(|own| !own.is_report()).map(|own| format!("{}.{field}", own.path));
        path.and_then(|path| layout.index(&path))
            .or_else(|| layout.index(field))
            .and_then(|index| layout.sheets.get(index))
            .filter(|sheet| !sheet.is_report())
    }

    /// A sentence that names fields in straight quotation marks, with the names of columns and sheets in
    /// their place.
    pub(super) fn translated(&self, text: &str, lang: Lang) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, behind)) = rest.split_once(MARK) {
            out.push_str(before);
            let Some((name, behind)) = behind.split_once(MARK) else {
                out.push(MARK);
                rest = behind;
                break;
            };
            let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
            let names =
                || self.columns(name, lang).or_else(|| self.list(name).map(|list| in_sheet(list, lang)));
            match is_name.then(names).flatten() {
                Some(names) => out.push_str(&names),
                None if name == "percent" => out.push_str(&quoted(pick(lang, &["persen", "percent"]))),
                None => out.extend(["\"", name, "\""]),
            }
            rest = behind;
        }
        out.push_str(rest);
        // Of a cell only its content goes.
        let plain = [
            ("Hapus “", "Kosongkan “"),
            ("hapus “", "kosongkan “"),
            ("Delete “", "Empty “"),
            ("delete “", "empty “"),
        ];
        plain.iter().fold(out, |out, (from, to)| out.replace(from, to))
    }
}

/// The name of a column; of a text in two languages, what both have in common.
fn bare_name(column: &Column, lang: Lang) -> String {
    let name = pick(lang, &column.names);
    let is_text = column.is_text();
    let bare = name.rsplit_once(" (").filter(|_| is_text).map_or(name, |(bare, _)| bare);
    bare.to_owned()
}

fn quoted(name: &str) -> String {
    format!("“{name}”")
}

fn in_sheet(sheet: &Sheet, lang: Lang) -> String {
    let name = quoted(pick(lang, &sheet.words.names));
    match lang {
        Lang::Id => format!("lembar {name}"),
        Lang::En => format!("sheet {name}"),
    }
}

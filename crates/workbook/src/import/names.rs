//! Names of sheets and columns as people write them.
use std::collections::BTreeMap;

use crate::finding::Finding;
use crate::layout::{Column, Content, Layout, Sheet};
use crate::words;

/// No name of a sheet or a column, and no word, has so many bytes: what has is a text, and is compared with none.
const LONGEST: usize = 300;

/// A name without case, spaces and punctuation.
pub(crate) fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A name that is short enough to be one, folded.
pub(crate) fn short(name: &str) -> Option<String> {
    (name.len() <= LONGEST).then(|| folded(name))
}

/// Whether a name says that what it names is not for the report.
pub(crate) fn is_remark(name: &str) -> bool {
    name.trim_start().starts_with('#') && !is_error(name)
}

/// What a spreadsheet shows in place of a value that cannot be computed.
pub(crate) fn is_error(text: &str) -> bool {
    let text = text.trim();
    text.starts_with("##")
        || ["#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"].contains(&text)
}

/// The sheet that a name means.
pub(crate) fn sheet(layout: &Layout, name: &str) -> Option<usize> {
    let name = short(name)?;
    layout.sheets.iter().position(|sheet| sheet_names(sheet).iter().any(|known| folded(known) == name))
}

fn sheet_names(sheet: &Sheet) -> Vec<&str> {
    let last = sheet.path.rsplit('.').next().unwrap_or_default();
    let own = sheet.words.names.into_iter().chain([sheet.path.as_str(), last]);
    own.chain(sheet.words.also.iter().copied()).filter(|name| !name.is_empty()).collect()
}

/// The number of bytes with which all names of sheets begin, up to the last hyphen: programs that save a workbook
/// as tables put its name before those of its sheets.
pub(crate) fn common<'n>(mut names: impl Iterator<Item = &'n str>) -> usize {
    let Some(first) = names.next() else { return 0 };
    let mut shared = None;
    for name in names {
        let same = first.bytes().zip(name.bytes()).take_while(|(one, other)| one == other).count();
        shared = Some(shared.map_or(same, |shared: usize| shared.min(same)));
    }
    let shared = first.as_bytes().get(..shared.unwrap_or_default()).unwrap_or_default();
    shared.iter().rposition(|byte| *byte == b'-').map_or(0, |hyphen| hyphen + 1)
}

/// What a name at the top of a column means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Meant {
    /// A column.
    One(usize),
    /// A text in both languages: the columns of each.
    Both(usize, usize),
}

impl Meant {
    /// The columns of the layout.
    pub(crate) fn columns(self) -> impl Iterator<Item = usize> {
        let (first, second) = match self {
            Self::One(column) => (column, None),
            Self::Both(id, en) => (id, Some(en)),
        };
        std::iter::once(first).chain(second)
    }
}

/// The column, or the columns of a text, that a name means.
pub(crate) fn column(layout: &Layout, sheet: &Sheet, name: &str) -> Option<Meant> {
    column_of(layout, sheet, &short(name)?)
}

/// The same for a name that is folded already.
pub(crate) fn column_of(layout: &Layout, sheet: &Sheet, folded: &str) -> Option<Meant> {
    sheet.meanings.get_or_init(|| meanings(layout, sheet)).get(folded).copied()
}

/// What the names of columns mean. Those of the template come first, then those of the dataset, then others.
fn meanings(layout: &Layout, sheet: &Sheet) -> BTreeMap<String, Meant> {
    let mut all = BTreeMap::new();
    let columns = || sheet.columns.iter().enumerate();
    let own = columns().flat_map(|(at, column)| column.names.iter().map(move |name| (folded(name), at)));
    let technical = columns().map(|(at, column)| (folded(&column.technical(layout)), at));
    let also = columns().flat_map(|(at, column)| column.also.iter().map(move |name| (folded(name), at)));
    for (name, at) in own.chain(technical).chain(also) {
        all.entry(name).or_insert(Meant::One(at));
    }
    for (at, column) in columns() {
        for base in base_names(column) {
            all.entry(folded(&base)).or_insert(Meant::Both(at, at + 1));
        }
    }
    all.remove("");
    all
}

/// The names of a text without its language; none where the column holds something else.
fn base_names(column: &Column) -> Vec<String> {
    let Content::Field { path, part: Some(dataset::Lang::Id) } = &column.content else { return Vec::new() };
    let [id, en] = &column.names;
    let bare = |name: &str, suffix: &str| name.strip_suffix(suffix).unwrap_or(name).to_owned();
    vec![bare(id, " (Indonesia)"), bare(en, " (Indonesian)"), path.join(".")]
}

/// Of so many names it is told which one is meant; more have one cause, and each takes time.
const MOST_MEANT: usize = 100;

/// Something where little has been found yet.
pub(crate) fn if_few(findings: &[Finding]) -> Option<()> {
    (findings.len() < MOST_MEANT).then_some(())
}

/// The sheet that is probably meant.
pub(crate) fn similar_sheet(layout: &Layout, name: &str) -> Option<[String; 2]> {
    let name = short(name)?;
    let near =
        |sheet: &Sheet| sheet_names(sheet).iter().filter_map(|known| distance(&name, &folded(known))).min();
    let found = layout.sheets.iter().filter_map(|sheet| Some((near(sheet)?, sheet)));
    found.min_by_key(|(distance, _)| *distance).map(|(_, sheet)| sheet.words.names.map(str::to_owned))
}

/// The column that is probably meant.
pub(crate) fn similar_column(sheet: &Sheet, name: &str) -> Option<[String; 2]> {
    let name = short(name)?;
    let near = |column: &Column| {
        let all = column.names.iter().cloned().chain(base_names(column));
        all.filter_map(|known| distance(&name, &folded(&known))).min()
    };
    let found = sheet.columns.iter().filter_map(|column| Some((near(column)?, column)));
    found.min_by_key(|(distance, _)| *distance).map(|(_, column)| column.names.clone())
}

/// How far a word is from a known one; `None` where it is too far to be meant.
pub(crate) fn distance(word: &str, known: &str) -> Option<usize> {
    if word.len() > LONGEST || known.len() > LONGEST {
        return None;
    }
    let distance = strsim::osa_distance(word, known);
    let begun = word.len() > 3 && (known.starts_with(word) || word.starts_with(known) && known.len() > 3);
    let longest = word.chars().count().max(known.chars().count());
    (distance * 3 <= longest || begun).then_some(distance)
}

/// The technical word of a closed list that a word in any language means.
pub(crate) fn closed(list: &str, word: &str) -> Option<&'static str> {
    let word = short(word)?;
    let known = words::closed(list);
    let technical = known.iter().find(|(technical, _)| folded(technical) == word);
    technical
        .or_else(|| known.iter().find(|(_, names)| names.iter().any(|name| folded(name) == word)))
        .map(|(technical, _)| *technical)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_means_one_thing() {
        let layout = Layout::get();
        let mut sheets: BTreeMap<String, usize> = BTreeMap::new();
        for (index, sheet) in layout.sheets.iter().enumerate() {
            for name in sheet_names(sheet) {
                let other = sheets.insert(folded(name), index);
                assert!(other.is_none_or(|other| other == index), "{name}");
            }
            let mut columns: BTreeMap<String, usize> = BTreeMap::new();
            for (at, column) in sheet.columns.iter().enumerate() {
                let technical = column.technical(layout);
                let names = column.names.iter().map(String::as_str).chain([technical.as_str()]);
                for name in names.chain(column.also.iter().copied()) {
                    let other = columns.insert(folded(name), at);
                    assert!(other.is_none_or(|other| other == at), "{}: {name}", sheet.path);
                    assert_eq!(
                        super::column(layout, sheet, name),
                        Some(Meant::One(at)),
                        "{}: {name}",
                        sheet.path
                    );
                }
            }
        }
    }

    #[test]
    fn what_names_of_sheets_have_in_common_ends_with_a_hyphen() {
        let of = |names: &[&str]| common(names.iter().copied());
        assert_eq!(of(&["Buku - Angka", "Buku - Sumber"]), "Buku -".len());
        assert_eq!(of(&["Buku-2025-Angka", "Buku-2025-Angka lain"]), "Buku-2025-".len());
        assert_eq!([of(&["Buku - Angka"]), of(&["Angka", "Angsuran"]), of(&[])], [0; 3]);
    }

    #[test]
    fn names_are_known_in_both_languages_and_as_the_dataset_writes_them() {
        let layout = Layout::get();
        let index = |name| sheet(layout, name).map(|index| layout.sheets[index].path.as_str());
        for name in ["Angka", "FIGURES", "observations", " angka ", "Data"] {
            assert_eq!(index(name), Some("observations"), "{name}");
        }
        assert_eq!(index("himpunan_kelompok"), Some("group_sets"));
        assert_eq!(index("Pemenang"), Some("awards.categories.winners"));
        assert_eq!(index("Sheet1"), None);
        let figures = &layout.sheets[layout.index("observations").unwrap()];
        let meant = |name| column(layout, figures, name).unwrap();
        assert_eq!(meant("NILAI"), meant("value"));
        assert_eq!(meant("time.as_of"), meant("As of"));
        assert!(matches!(meant("Catatan"), Meant::Both(..)));
        assert_eq!(similar_column(figures, "Nilei").unwrap()[1], "Value");
        assert_eq!(similar_sheet(layout, "Angke").unwrap()[0], "Angka");
        assert_eq!(similar_sheet(layout, "Sheet1"), None);
        assert_eq!(closed("Qualifier", "Paling Sedikit"), Some("at_least"));
        assert_eq!(closed("Qualifier", "AT LEAST"), Some("at_least"));
        assert_eq!(closed("Qualifier", "at_least"), Some("at_least"));
        assert_eq!(closed("Status", "a"), Some("A"));
        assert!(is_remark("# x") && !is_remark("#REF!") && !is_remark("x"));
    }
}

use std::collections::BTreeSet;

use super::*;

/// Every leaf of the schema: the path of its list, and its path in a record.
fn leaves(schema: &Schema, record: &str, list: &str, path: &str, into: &mut BTreeSet<(String, String)>) {
    for field in schema.fields(record) {
        let here = join(path, &field.name);
        match &field.shape {
            Shape::Record(record) => leaves(schema, record, list, &here, into),
            Shape::List(element) | Shape::Map(element) => match &**element {
                Shape::Record(record) => leaves(schema, record, &join(list, &here), "", into),
                _ => drop(into.insert((list.to_owned(), here))),
            },
            _ => drop(into.insert((list.to_owned(), here))),
        }
    }
}

#[test]
fn every_leaf_of_the_schema_has_a_column_and_every_column_a_leaf() {
    let mut expected = BTreeSet::new();
    leaves(&Schema::published(), "", "", "", &mut expected);
    assert!(expected.len() > 200, "{}", expected.len());
    let field = |sheet: &Sheet, column: &Column| match &column.content {
        Content::Field { path, .. } => Some((sheet.path.clone(), path.join("."))),
        _ => None,
    };
    let layout = Layout::get();
    let found: BTreeSet<_> =
        layout.sheets.iter().flat_map(|sheet| sheet.columns.iter().filter_map(|c| field(sheet, c))).collect();
    assert_eq!(found, expected);
}

#[test]
fn every_type_and_every_field_has_words_and_no_words_are_left_over() {
    let schema = Schema::published();
    let types: BTreeSet<&str> = schema.records().collect();
    let named: Vec<&str> = words::records().collect();
    assert_eq!(named.iter().copied().collect::<BTreeSet<_>>(), types);
    assert_eq!(named.len(), types.len());
    for record in types {
        let expected: BTreeSet<&str> =
            schema.fields(record).iter().map(|field| field.name.as_str()).collect();
        let found: Vec<&str> = words::fields(record).iter().map(|words| words.field).collect();
        assert_eq!(found.iter().copied().collect::<BTreeSet<_>>(), expected, "{record}");
        assert_eq!(found.len(), expected.len(), "{record}");
    }
    let layout = Layout::get();
    assert_eq!(layout.sheets.len(), words::sheets().len());
    for (sheet, words) in layout.sheets.iter().zip(words::sheets()) {
        assert_eq!(sheet.path, words.path);
    }
}

#[test]
fn every_closed_list_has_words_for_each_of_its_words() {
    let schema = Schema::published();
    for (list, expected) in schema.lists() {
        let words = words::closed(list);
        let technical: BTreeSet<&str> = words.iter().map(|(word, _)| *word).collect();
        assert_eq!(technical, expected.iter().map(String::as_str).collect(), "{list}");
        for lang in Lang::ALL {
            let names: BTreeSet<&str> = words.iter().map(|(_, names)| pick(lang, names)).collect();
            assert_eq!(names.len(), words.len(), "{list}");
        }
    }
}

#[test]
fn names_are_short_enough_different_and_explained() {
    let layout = Layout::get();
    for lang in Lang::ALL {
        let mut sheets = BTreeSet::new();
        for sheet in &layout.sheets {
            let name = pick(lang, &sheet.words.names);
            assert!((1..=31).contains(&name.chars().count()), "{name}");
            assert!(sheets.insert(name.to_lowercase()), "{name}");
            assert!(!pick(lang, &sheet.words.about).is_empty(), "{name}");
            let mut columns = BTreeSet::new();
            for column in &sheet.columns {
                let title = pick(lang, &column.names);
                assert!(!title.is_empty(), "{name}: {column:?}");
                assert!(columns.insert(title.to_lowercase()), "{name}: {title} stands twice");
                assert!(title.chars().next().is_some_and(char::is_uppercase), "{title}");
                assert!(pick(lang, &column.help).ends_with('.'), "{name}: {title}: {:?}", column.help);
                assert!(!column.example.is_empty(), "{name}: {title}");
            }
        }
    }
}

#[test]
fn what_the_types_call_an_id_refers_to_a_sheet() {
    let schema = Schema::published();
    for record in schema.records() {
        for field in schema.fields(record) {
            let Some(words) = words::fields(record).iter().find(|words| words.field == field.name) else {
                panic!("{record}.{}", field.name)
            };
            let says = field.about.starts_with("The id of the ") || field.about.starts_with("The ids of its");
            // A report is no sheet, and a note may be about any record.
            let expected = says && words.field != "report";
            assert!(
                !expected || !words.refers.is_empty() || words.field == "about",
                "{record}.{}",
                field.name
            );
            assert!(words.refers.is_empty() || Layout::get().index(words.refers).is_some());
        }
    }
}

#[test]
fn sheets_of_records_in_records_name_what_holds_them() {
    let layout = Layout::get();
    let columns = |path: &str| {
        let sheet = &layout.sheets[layout.index(path).unwrap()];
        let names = sheet.columns.iter().take(3).map(|column| column.technical(layout)).collect::<Vec<_>>();
        names.join(" ")
    };
    assert_eq!(columns("awards.categories.winners"), "awards.id awards.categories.id id");
    assert_eq!(columns("awards.jury.members"), "awards.id name role.id");
    assert_eq!(columns("claims.records.columns"), "name label.id label.en");
    assert_eq!(columns("regions"), "id name.id name.en");
    let winners = &layout.sheets[layout.index("awards.categories.winners").unwrap()];
    assert_eq!(layout.ancestors(winners).len(), 2);
    assert_eq!(winners.columns[0].names, ["Id penghargaan", "Award id"]);
}

#[test]
fn names_say_what_they_are_in() {
    let layout = Layout::get();
    let name = |sheet: &str, technical: &str| {
        let sheet = &layout.sheets[layout.index(sheet).unwrap()];
        sheet.columns.iter().find(|column| column.technical(layout) == technical).unwrap().names.clone()
    };
    assert_eq!(name("awards", "jury.evidence.source"), ["Juri: sumber", "Jury: source"]);
    assert_eq!(name("observations", "evidence.figure"), ["Tercetak", "As printed"]);
    assert_eq!(name("claims.cases", "place.region"), ["Tempat", "Place"]);
    assert_eq!(name("claims.cases", "place.note.en"), ["Tempat: catatan (Inggris)", "Place: note (English)"]);
    assert_eq!(name("", "title.id"), ["Judul (Indonesia)", "Title (Indonesian)"]);
}

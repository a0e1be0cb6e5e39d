use super::*;

/// The options of an import into a folder.
fn options(source: &Path, out: &Path) -> Import {
    Import {
        source: source.display().to_string(),
        out: Some(out.to_owned()),
        lang: Words::En,
        format: Format::Text,
        force: false,
        partial: false,
    }
}

fn shipped() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/data/sumsel-2025-08.json")
}

#[test]
fn a_dataset_goes_to_a_workbook_and_back() {
    let dir = tempfile::tempdir().unwrap();
    let (book, json) = (dir.path().join("a.xlsx"), dir.path().join("a.json"));
    let to_book = Export { dataset: shipped(), out: Some(book.clone()), lang: Words::Id, force: false };
    assert_eq!(export(&to_book).unwrap(), Verdict::Sound);
    let again = export(&to_book).unwrap_err().to_string();
    assert!(again.contains("--force"), "{again}");
    assert_eq!(export(&Export { force: true, ..to_book }).unwrap(), Verdict::Sound);
    assert_eq!(import(&options(&book, &json)).unwrap(), Verdict::Sound);
    let read = |path: &Path| dataset::read(&text(path).unwrap()).dataset;
    assert_eq!(read(&json), read(&shipped()));
    assert!(import(&options(&book, &json)).is_err(), "it is there already");
    let check = crate::Check {
        files: vec![book],
        sources: Vec::new(),
        lang: Words::Id,
        format: Format::Text,
        summary: None,
    };
    assert_eq!(crate::check(&check).unwrap(), Verdict::Sound);
}

#[test]
fn a_template_has_errors_until_it_is_filled_in_and_nothing_is_written() {
    let dir = tempfile::tempdir().unwrap();
    let (book, json) = (dir.path().join("t.xlsx"), dir.path().join("t.json"));
    for from in [None, Some(shipped())] {
        let to_fill = Template { lang: Words::En, from, out: Some(book.clone()), force: true };
        template(&to_fill).unwrap();
        assert_eq!(import(&options(&book, &json)).unwrap(), Verdict::Errors);
        assert!(!json.exists());
    }
    let partial = Import { partial: true, ..options(&book, &json) };
    assert_eq!(import(&partial).unwrap(), Verdict::Errors);
    assert!(json.exists());
}

#[test]
fn what_is_no_workbook_is_told() {
    let dir = tempfile::tempdir().unwrap();
    let (photo, json) = (dir.path().join("photo.xlsx"), dir.path().join("a.json"));
    fs::write(&photo, b"\xff\xd8\xff\xe0 no workbook").unwrap();
    assert_eq!(import(&options(&photo, &json)).unwrap(), Verdict::Unread);
    assert!(import(&options(&dir.path().join("none.xlsx"), &json)).is_err());
}

#[test]
fn the_name_of_a_dataset_is_no_path() {
    let named = |id: &str| {
        let text =
            format!(r#"{{"format": "jamsostek-dashboard/1", "id": "{id}", "title": "A", "region": "r"}}"#);
        default_out(&text).file_name().unwrap().to_string_lossy().into_owned()
    };
    assert_eq!(named("pulau-2025"), "pulau-2025.json");
    assert_eq!(named("../../x"), "report.json");
    assert_eq!(named(".hidden"), "report.json");
}

use super::*;

#[test]
fn a_finding_is_one_line_that_an_editor_can_jump_to() {
    let mut row = Row {
        file: "a.json".to_owned(),
        place: Place::Text { line: 3, column: 7 },
        severity: Severity::Error,
        code: "missing-unit".to_owned(),
        pointer: "/claims/0/amount".to_owned(),
        what: "no unit".to_owned(),
        mend: "add \"unit\"".to_owned(),
        is_of_file: false,
    };
    assert_eq!(
        row.line(Lang::En),
        "a.json:3:7: error[missing-unit] /claims/0/amount: no unit — mend: add \"unit\""
    );
    row.pointer = String::new();
    assert_eq!(row.line(Lang::Id), "a.json:3:7: error[missing-unit]: no unit — perbaikan: add \"unit\"");
    let json = serde_json::to_string(&row).unwrap();
    assert!(
        json.starts_with(r#"{"file":"a.json","line":3,"column":7,"severity":"error","code":"missing-unit""#),
        "{json}"
    );
    row.place = Place::Cell { cell: "Angka!F12".to_owned() };
    assert_eq!(row.line(Lang::En), "a.json:Angka!F12: error[missing-unit]: no unit — mend: add \"unit\"");
    assert!(serde_json::to_string(&row).unwrap().contains(r#""cell":"Angka!F12""#));
}

#[test]
fn findings_are_counted_by_severity() {
    let severities = [Severity::Warning, Severity::Error, Severity::Warning];
    let sum = |lang| summary(lang, 1, severities.into_iter());
    assert_eq!(sum(Lang::En), "1 file checked: 1 error, 2 warnings, 0 notes");
    assert_eq!(sum(Lang::Id), "1 berkas diperiksa: 1 kesalahan, 2 peringatan, 0 catatan");
}

/// The code and the words of the one finding in a file of these bytes.
fn only(name: &str, bytes: &[u8]) -> (String, String) {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join(name);
    fs::write(&file, bytes).unwrap();
    let found = findings(&file);
    assert_eq!(found.len(), 1, "{name}: {found:?}");
    (found[0].rule.code().to_owned(), words::finding(Lang::En, &found[0]).mend)
}

#[test]
fn each_kind_of_file_that_is_no_dataset_says_what_to_do() {
    let latin = only("a.json", b"{\n\"title\": \"Jum\xe9\"}");
    assert_eq!(latin.0, "not-utf8");
    assert!(latin.1.contains("UTF-8"), "{latin:?}");
    let utf16: Vec<u8> = "{\"id\": 1}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(only("a.json", &[b"\xff\xfe".as_slice(), &utf16].concat()).0, "utf-16");
    assert_eq!(only("a.json", &utf16).0, "utf-16");
    assert_eq!(only("a.json", b"\n<!doctype html><p>x").0, "html");
    for csv in ["id,value\na,1\n", "id;value\r\na;1\r\n", "\"id\",\"value\"\n1,2", "id\tvalue\n"] {
        assert_eq!(only("a.json", csv.as_bytes()).0, "csv", "{csv}");
    }
    assert_eq!(only("a.json", b"PK\x03\x04\x14\0\x06\0").0, "spreadsheet");
    assert_eq!(only("a.json", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1").0, "spreadsheet");
    assert_eq!(only("a.json", b"\x89PNG\r\n\x1a\n\0\0").0, "not-utf8");
}

#[test]
fn what_cannot_be_opened_is_a_finding_and_the_others_are_checked() {
    let dir = tempfile::tempdir().unwrap();
    let good = dir.path().join("good.json");
    fs::write(&good, "{\"format\": \"jamsostek-dashboard/1\"}").unwrap();
    let missing = dir.path().join("no-such.json");
    let code = |file: &Path| findings(file)[0].rule.code().to_owned();
    assert_eq!(code(&missing), "missing-file");
    assert_eq!(code(dir.path()), "folder");
    assert_eq!(code(&good), "missing-field");
    for format in [Format::Text, Format::Json] {
        let files = vec![missing.clone(), good.clone()];
        assert_eq!(check(&Check { files, lang: Words::Id, format }).unwrap(), Verdict::Unread);
    }
    let files = vec![good];
    assert_eq!(check(&Check { files, lang: Words::Id, format: Format::Json }).unwrap(), Verdict::Errors);
}

#[test]
fn a_file_is_named_after_its_id() {
    let text = "{\"format\": \"jamsostek-dashboard/1\", \"id\": \"a\", \"title\": \"A\", \"region\": \"r\"}";
    let dir = tempfile::tempdir().unwrap();
    let has = |name: &str| {
        let file = dir.path().join(name);
        fs::write(&file, text).unwrap();
        findings(&file).iter().any(|finding| finding.rule.code() == "file-name")
    };
    assert!(has("b.json") && !has("a.json"));
}

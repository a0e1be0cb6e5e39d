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
        assert_eq!(
            check(&Check { files, sources: Vec::new(), lang: Words::Id, format, summary: None }).unwrap(),
            Verdict::Unread
        );
    }
    let files = vec![good];
    assert_eq!(
        check(&Check { files, sources: Vec::new(), lang: Words::Id, format: Format::Json, summary: None })
            .unwrap(),
        Verdict::Errors
    );
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

#[test]
fn a_source_is_named_with_the_file_of_its_text() {
    assert_eq!(source_text("a=b/c.txt"), Ok(("a".to_owned(), "b/c.txt".into())));
    for wrong in ["a", "=b", "a=", ""] {
        assert!(source_text(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn evidence_is_compared_with_the_text_of_its_source() {
    let json = "{\"format\": \"jamsostek-dashboard/1\", \"id\": \"a\", \"title\": \"A\", \"region\": \"r\",\n\
        \"sources\": [{\"id\": \"s\", \"publisher\": \"S\", \"title\": \"T\"}],\n\
        \"notes\": [{\"id\": \"n\", \"severity\": \"info\", \"text\": \"N\",\n\
        \"evidence\": {\"source\": \"s\", \"line\": 1, \"figure\": \"31,33%\"}}]}";
    let dir = tempfile::tempdir().unwrap();
    let (file, text) = (dir.path().join("a.json"), dir.path().join("s.txt"));
    fs::write(&file, json).unwrap();
    fs::write(&text, "Satu\nDua 31,33%\n").unwrap();
    let sources = vec![("s".to_owned(), text)];
    let found = rows(&file, Lang::En, &source_texts(&sources).unwrap());
    let found: Vec<_> = found.iter().filter(|row| row.code == "token-not-there").collect();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].what, "\"31,33%\" is not in line 1 of its source, but in line 2");
    assert!(source_texts(&[("s".to_owned(), dir.path().join("none"))]).is_err());
}

fn row(place: Place) -> Row {
    Row {
        file: "reports/a, b.xlsx".to_owned(),
        place,
        severity: Severity::Error,
        code: "missing-unit".to_owned(),
        pointer: String::new(),
        what: "50% <b>|".to_owned(),
        mend: "a\nb".to_owned(),
        is_of_file: false,
    }
}

#[test]
fn github_shows_a_finding_at_its_line_or_with_its_cell() {
    let cell = row(Place::Cell { cell: "Angka!F12".to_owned() });
    assert_eq!(
        github::command(&cell),
        "::error file=reports/a%2C b.xlsx,title=Angka!F12%3A missing-unit::50%25 <b>|. a%0Ab"
    );
    let line = row(Place::Text { line: 3, column: 7 });
    assert!(
        github::command(&line)
            .starts_with("::error file=reports/a%2C b.xlsx,line=3,col=7,title=missing-unit::")
    );
}

#[test]
fn sarif_names_rule_level_and_place() {
    let rows = [row(Place::Cell { cell: "Angka!F12".to_owned() }), row(Place::Text { line: 3, column: 7 })];
    let log = sarif::log(&rows);
    let [cell, line] = [0, 1].map(|at| &log["runs"][0]["results"][at]);
    assert_eq!(log["version"], "2.1.0");
    assert_eq!(log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap().len(), 1);
    assert_eq!((&cell["ruleId"], &cell["level"]), (&"missing-unit".into(), &"error".into()));
    assert_eq!(cell["locations"][0]["logicalLocations"][0]["fullyQualifiedName"], "Angka!F12");
    let place = &line["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "reports/a%2C%20b.xlsx");
    assert_eq!((&place["region"]["startLine"], &place["region"]["startColumn"]), (&3.into(), &7.into()));
}

#[test]
fn the_page_of_findings_is_a_table_in_which_nothing_is_markup() {
    let rows = [row(Place::Cell { cell: "Angka!F12".to_owned() })];
    let page = summary::page(&rows, 1, Lang::Id);
    assert!(
        page.starts_with("## Laporan ini belum bisa terbit\n\n1 berkas diperiksa: 1 kesalahan"),
        "{page}"
    );
    assert!(page.contains("| kesalahan | reports/a, b.xlsx Angka\\!F12 | 50% &lt;b>\\| | a b |"), "{page}");
    assert!(summary::page(&[], 2, Lang::En).starts_with("## This report can be published"));
    let many: Vec<Row> = (0..250).map(|_| row(Place::Text { line: 1, column: 1 })).collect();
    assert!(summary::page(&many, 1, Lang::En).ends_with("There are 50 more findings.\n"));
}

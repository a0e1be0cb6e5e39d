use super::*;

/// The datasets of the repository, with their names.
fn datasets() -> Vec<(String, String)> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut found = Vec::new();
    for folder in ["public/data", "tests/data"] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap();
            if text.contains(dataset::FORMAT) && path.extension().is_some_and(|ending| ending == "json") {
                found.push((path.display().to_string(), text));
            }
        }
    }
    assert!(found.len() > 8, "{}", found.len());
    found
}

fn file(name: &str, bytes: Vec<u8>) -> File {
    File { name: name.to_owned(), bytes }
}

fn told(findings: &[Finding]) -> Vec<String> {
    let line =
        |finding: &Finding| format!("{}: {} {}", finding.place, finding.code(), finding.words(Lang::En).what);
    findings.iter().map(line).collect()
}

/// All cells of a dataset.
fn cells_of(text: &str, lang: Lang) -> Vec<Vec<Vec<Entry>>> {
    export::tables(Document::parse(text).unwrap().root(), Layout::get(), lang).rows
}

/// A dataset is the same after it was a workbook, and so is the workbook.
fn assert_same(name: &str, text: &str) {
    let before = dataset::read(text);
    for lang in Lang::ALL {
        let exported = export(lang, text).unwrap();
        assert_eq!(exported.left, [] as [String; 0], "{name}");
        let imported = import(&[file("a.xlsx", exported.bytes.clone())]);
        assert_eq!(told(&imported.findings), [] as [String; 0], "{name}");
        let after = dataset::read(&imported.json);
        assert_eq!(after.findings.len(), before.findings.len(), "{name}: {:?}", after.findings);
        assert_eq!(after.dataset, before.dataset, "{name}\n{}", imported.json);
        assert_eq!(cells_of(&imported.json, lang), cells_of(text, lang), "{name}");
    }
}

#[test]
fn every_dataset_of_the_repository_survives_the_way_to_a_workbook_and_back() {
    for (name, text) in datasets() {
        assert_same(&name, &text);
    }
}

const SHIPPED: &str = include_str!("../../../public/data/sumsel-2025-08.json");

#[test]
fn the_same_dataset_gives_the_same_bytes_in_each_language() {
    for lang in Lang::ALL {
        let export = export(lang, SHIPPED).unwrap();
        assert!(export.left.is_empty());
        std::thread::sleep(std::time::Duration::from_millis(1100));
        assert_eq!(export, super::export(lang, SHIPPED).unwrap());
        assert!(template(lang, None).unwrap().starts_with(b"PK"));
        template(lang, Some(SHIPPED)).unwrap();
    }
    if let Ok(folder) = std::env::var("DUMP") {
        std::fs::write(format!("{folder}/e.xlsx"), export(Lang::Id, SHIPPED).unwrap().bytes).unwrap();
        std::fs::write(
            format!("{folder}/i.json"),
            import(&[file("e.xlsx", export(Lang::Id, SHIPPED).unwrap().bytes)]).json,
        )
        .unwrap();
        std::fs::write(format!("{folder}/t.xlsx"), template(Lang::Id, None).unwrap()).unwrap();
        std::fs::write(format!("{folder}/f.xlsx"), template(Lang::En, Some(SHIPPED)).unwrap()).unwrap();
    }
}

#[test]
fn what_is_no_dataset_is_refused_and_what_no_cell_can_hold_is_named() {
    for text in ["", "[]", "{}", r#"{"format": "jamsostek-dashboard/2"}"#] {
        assert!(matches!(export(Lang::En, text), Err(WriteError::NoDataset)), "{text}");
    }
    let long = "x".repeat(33_000);
    let text = format!(
        r#"{{"format": "jamsostek-dashboard/1", "notes": [{{"id": "n"}}, {{"text": {{"id": "{long}"}}}}]}}"#
    );
    let error = export(Lang::Id, &text).unwrap_err();
    assert_eq!(error.to_string(), "Catatan!D3 has more than 32,767 characters");
}
